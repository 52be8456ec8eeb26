//! Cards on both engines.

use base::{Actor, Role, Scope};
use platform::testing::on_both_engines;

use super::*;
use crate::{file, organisation, person};

#[test]
fn cards_hold_what_the_file_says_of_those_who_are_found() {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = Actor::staff("stf_00000000000000000000000000", Role::Agent);
        let kari = person::add(&mut tx, &who, "Kari Solheim", "kari@post.example").await.expect("made");
        person::add_address(&mut tx, &who, &kari, "ks@work.example").await.expect("added");
        file::add_phone(&mut tx, &who, &kari, "+47 400 00 117", None, "").await.expect("added");
        let about = file::About { title: "Teacher".into(), postal: "Storgata 14\n9008 Tromsø".into() };
        file::set_about(&mut tx, &who, &kari, &about).await.expect("set");
        let school = organisation::create(&mut tx, &who, "Skolen").await.expect("made");
        organisation::join(&mut tx, &who, &kari, &school).await.expect("joined");
        person::add(&mut tx, &who, "Ola", "ola@post.example").await.expect("made");
        let (all, next) = cards(&mut tx, &Scope::All, "", None).await.expect("read");
        assert_eq!((all.len(), next), (2, None));
        let (found, _) = cards(&mut tx, &Scope::All, "solheim", None).await.expect("read");
        let cells = found.first().expect("is found").cells();
        let known = ["Kari Solheim", "kari@post.example, ks@work.example", "+4740000117", "Skolen", "Teacher"];
        assert_eq!((found.len(), &cells[..5]), (1, &known.map(str::to_owned)[..]));
        assert_eq!(cells[5], "Storgata 14\n9008 Tromsø");
        assert!(cards(&mut tx, &Scope::Departments(Vec::new()), "", None).await.expect("read").0.is_empty());
    });
}
