//! Ties on both engines: said, read from both sides, kept by merging, gone by erasing.

use base::{Actor, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Conn, Platform};

use super::*;
use crate::privacy::{self, Confirmed, Holders};
use crate::{Failure, PersonId, Refusal, file, merging, person};

fn run<R: Future<Output = ()>>(body: impl Fn(Platform) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| body(test.platform));
}

fn admin() -> Actor {
    Actor::staff("stf_00000000000000000000000000", Role::Admin)
}

async fn told(conn: &mut Conn, id: &PersonId) -> Vec<String> {
    let all = of(conn, &Scope::All, id).await.expect("read");
    all.into_iter().map(|one| format!("{} {}", one.person.name, one.tie.code())).collect()
}

async fn three(p: &Platform) -> [PersonId; 3] {
    let mut tx = p.begin().await.expect("begin");
    let mut ids = Vec::new();
    for name in ["Kari", "Ola", "Nina"] {
        ids.push(person::add(&mut tx, &admin(), name, &format!("{name}@x.example")).await.expect("added"));
    }
    tx.commit().await.expect("commit");
    ids.try_into().expect("three")
}

#[test]
fn a_tie_is_read_from_both_sides_changed_and_taken_away() {
    run(|p| async move {
        let [kari, ola, _] = three(&p).await;
        let mut tx = p.begin().await.expect("begin");
        relate(&mut tx, &admin(), &kari, &ola, Tie::Assistant).await.expect("said");
        relate(&mut tx, &admin(), &kari, &ola, Tie::Assistant).await.expect("again is fine");
        assert_eq!(told(&mut tx, &kari).await, ["Ola assistant"]);
        assert_eq!(told(&mut tx, &ola).await, ["Kari assisted"]);
        relate(&mut tx, &admin(), &ola, &kari, Tie::Family).await.expect("said");
        assert_eq!(told(&mut tx, &kari).await, ["Ola family"]);
        let same = relate(&mut tx, &admin(), &kari, &kari, Tie::Family).await;
        assert!(matches!(same, Err(Failure::Refused(Refusal::SamePerson))));
        let light = Actor::staff("stf_1", Role::Light);
        assert!(relate(&mut tx, &light, &kari, &ola, Tie::Family).await.is_err());
        assert!(of(&mut tx, &Scope::Own("per_x".into()), &kari).await.expect("read").is_empty());
        unrelate(&mut tx, &admin(), &ola, &kari).await.expect("taken away");
        assert!(told(&mut tx, &kari).await.is_empty() && told(&mut tx, &ola).await.is_empty());
        let sql = "SELECT COUNT(*) AS n FROM event WHERE kind IN ('person.related', 'person.unrelated')";
        assert_eq!(tx.number(sql, vec![]).await.expect("counted"), 6);
    });
}

#[test]
fn people_name_each_other_by_address_telephone_or_file() {
    run(|p| async move {
        let [kari, ola, nina] = three(&p).await;
        let mut tx = p.begin().await.expect("begin");
        for id in [&kari, &ola] {
            file::add_phone(&mut tx, &admin(), id, "+4740000117", None, "").await.expect("added");
        }
        file::add_phone(&mut tx, &admin(), &nina, "+4791234567", None, "").await.expect("added");
        for (typed, means) in [
            (" KARI@x.example ".to_owned(), Some(&kari)),
            ("+47 912 34 567".into(), Some(&nina)),
            (format!("https://desk.example/customers/{ola}"), Some(&ola)),
            (ola.to_string(), Some(&ola)),
            ("+47 400 00 117".into(), None),
            ("Kari".into(), None),
            (String::new(), None),
        ] {
            let found = named_by(&mut tx, &Scope::All, &typed, None).await;
            assert_eq!(found.ok().as_ref(), means, "{typed}");
        }
    });
}

#[test]
fn merging_keeps_ties_undoing_gives_them_back_and_erasing_takes_them() {
    run(|p| async move {
        let [kari, ola, nina] = three(&p).await;
        let mut tx = p.begin().await.expect("begin");
        relate(&mut tx, &admin(), &ola, &nina, Tie::Spokesperson).await.expect("said");
        relate(&mut tx, &admin(), &ola, &kari, Tie::Family).await.expect("said");
        merging::merge(&mut tx, &admin(), &kari, &ola, String::new()).await.expect("merged");
        assert_eq!(told(&mut tx, &kari).await, ["Nina spokesperson"]);
        assert_eq!(told(&mut tx, &nina).await, ["Kari spoken_for"]);
        merging::undo(&mut tx, &admin(), &ola).await.expect("taken apart");
        assert!(told(&mut tx, &kari).await.contains(&"Ola family".to_owned()));
        assert_eq!(told(&mut tx, &kari).await.len(), 1);
        assert_eq!(told(&mut tx, &nina).await, ["Ola spoken_for"]);
        let confirmed = Confirmed { name: "Ola", called: "Erased", instead: "[erased]" };
        privacy::erase(&p, &mut tx, &admin(), &ola, confirmed, Holders(&[])).await.expect("erased");
        assert!(told(&mut tx, &kari).await.is_empty() && told(&mut tx, &nina).await.is_empty());
        assert!(relate(&mut tx, &admin(), &kari, &ola, Tie::Family).await.is_err(), "nobody is left");
    });
}
