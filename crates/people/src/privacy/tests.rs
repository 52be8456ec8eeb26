//! What is held and erased by this capability alone, on both engines. All capabilities together are tried in `tillit`.

use base::{Action, Actor, Role, Scope, allowed};
use platform::testing::on_both_engines;
use platform::{Conn, Migration, Tx, vals};

use super::*;
use crate::file;
use crate::merging;
use crate::person;
use crate::{Failure, PersonId, Refusal};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

/// Somebody to whom something still goes out.
struct Busy;

impl Holder for Busy {
    fn held<'a>(&'a self, _: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async move { Ok(text("busy", "m", of.id()).into_iter().collect()) })
    }
    fn waits<'a>(&'a self, _: &'a mut Conn, _: &'a About) -> Later<'a, bool> {
        Box::pin(async { Ok(true) })
    }
    fn erase<'a>(&'a self, _: &'a mut Tx, _: &'a About, _: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(async { panic!("nothing is erased while something goes out") })
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn typed(name: &str) -> Confirmed<'_> {
    Confirmed { name, called: "Erased customer", instead: "Erased" }
}

#[test]
fn only_admins_may_and_they_type_the_name() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (admin, agent) = (Actor::staff("stf_1", Role::Admin), Actor::staff("stf_2", Role::Agent));
        assert!(allowed(&agent, Action::ManagePrivacy).is_err());
        let mut tx = p.begin().await.expect("begin");
        let (id, _) = person::resolve(&mut tx, "kari@post.example", "Kari Solheim", None).await.expect("resolved");
        let (twin, _) = person::resolve(&mut tx, "ks@work.example", "K. Solheim", None).await.expect("resolved");
        file::add_note(&mut tx, &admin, &twin, "Allergic to wool", true).await.expect("added");
        file::add_phone(&mut tx, &admin, &id, "+47 912 34 567", None, "").await.expect("added");
        merging::merge(&mut tx, &admin, &id, &twin, String::new()).await.expect("merged");
        let none = Holders(&[]);
        let held = everything(&mut tx, &admin, &id, none).await.expect("told").json();
        assert_eq!(held["customer"]["addresses"], serde_json::json!(["kari@post.example", "ks@work.example"]));
        assert_eq!(held["customer"]["notes"][0]["text"], "Allergic to wool");
        assert!(held["customer"]["history"].as_array().expect("a list").len() > 5);
        let with = everything(&mut tx, &admin, &id, Holders(&[&Busy])).await.expect("told").json();
        assert_eq!(with["busy"], id.as_str(), "every capability is asked");
        assert_eq!(refused(everything(&mut tx, &agent, &id, none).await), Refusal::Forbidden);
        assert_eq!(refused(erase(&p, &mut tx, &agent, &id, typed("Kari Solheim"), none).await), Refusal::Forbidden);
        assert_eq!(refused(erase(&p, &mut tx, &admin, &id, typed("Kari"), none).await), Refusal::NotConfirmed);
        let busy = erase(&p, &mut tx, &admin, &id, typed("Kari Solheim"), Holders(&[&Busy])).await;
        assert_eq!(refused(busy), Refusal::StillGoingOut);
        let nobody: PersonId = "per_00000000000000000000000000".parse().expect("an id");
        assert_eq!(refused(erase(&p, &mut tx, &admin, &nobody, typed(""), none).await), Refusal::NotFound);

        let gone = erase(&p, &mut tx, &admin, &id, typed(" kari SOLHEIM "), none).await.expect("erased");
        let counts = [(Kind::Contacts, 4), (Kind::Notes, 1)];
        assert_eq!(gone.counts.iter().filter(|(kind, _)| *kind != Kind::Facts).copied().collect::<Vec<_>>(), counts);
        assert_eq!(erased(&mut tx, &id).await.expect("read"), Some(gone));
        assert_eq!(
            refused(erase(&p, &mut tx, &admin, &id, typed("Erased customer"), none).await),
            Refusal::ErasedAlready
        );
        let left = person::find(&mut tx, &Scope::All, &id).await.expect("read").expect("there was somebody");
        assert_eq!(left.name, "Erased customer");
        assert_eq!(file::file(&mut tx, &Scope::All, &id).await.expect("read"), file::File::default());
        let history = platform::log::history(&mut tx, &format!("person:{id}"), 100).await.expect("history");
        assert_eq!(history.iter().map(|fact| fact.kind.as_str()).collect::<Vec<_>>(), ["person.erased"]);
        let words = "SELECT COUNT(*) AS n FROM search_word WHERE word IN ('solheim', 'kari', 'wool', 'allergic')";
        assert_eq!(tx.number(words, vals![]).await.expect("read"), 0);
        let again = person::resolve(&mut tx, "kari@post.example", "Kari Solheim", None).await.expect("resolved");
        assert!(again.1 && again.0 != id, "who writes again is somebody new");
    });
}
