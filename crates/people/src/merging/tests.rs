//! Two customers who are one, on both engines.

use base::{Actor, Language, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Conn, Migration, Platform, vals};

use super::*;
use crate::file::{self, About, Hours, Preferences};
use crate::person::{self, PersonEvent};
use crate::{Failure, PersonId, Refusal, field};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn agent() -> Actor {
    Actor::staff("stf_00000000000000000000000000", Role::Agent)
}

async fn seen(p: &Platform, address: &str, name: &str) -> PersonId {
    let mut tx = p.begin().await.expect("begin");
    let (id, _) = person::resolve(&mut tx, address, name, Some(Language::Nb)).await.expect("resolved");
    tx.commit().await.expect("commit");
    id
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// Everything that is kept of these customers.
async fn all(conn: &mut Conn, ids: &[PersonId]) -> String {
    let mut said = String::new();
    for id in ids {
        let person = person::find(conn, &Scope::All, id).await.expect("read");
        let addresses = person::addresses(conn, &Scope::All, id).await.expect("read");
        let names = store::names(conn, id).await.expect("read");
        let file = file::file(conn, &Scope::All, id).await.expect("read");
        let found = "SELECT COUNT(*) AS n FROM search_doc WHERE subject = $1";
        let found = conn.number(found, vals![id.as_str()]).await.expect("read");
        said.push_str(&format!("{person:#?}\n{addresses:#?}\n{names:#?}\n{file:#?}\n{found}\n"));
    }
    said
}

/// A customer with some of everything.
async fn some_file(p: &Platform, rng: &mut fastrand::Rng, id: &PersonId, n: u32) {
    let mut tx = p.begin().await.expect("begin");
    let who = agent();
    let mut word = |of: &[&str]| of[rng.usize(0..of.len())].to_owned();
    let about = About { title: word(&["", "Teacher", "Head"]), postal: word(&["", "Storgata 1"]) };
    file::set_about(&mut tx, &who, id, &about).await.expect("set");
    let wanted = Preferences {
        language: Language::from_code(&word(&["", "en", "sv"])),
        addressed: word(&["", "Fru Solheim"]),
        channel: file::Channel::from_code(&word(&["", "mail", "phone"])),
        manner: file::Manner::from_code(&word(&["", "formal", "familiar"])),
        hours: Hours::read(&word(&["", "09:00"]), "").expect("hours"),
        days: file::Days::kept(word(&["0", "3", "31"]).parse().expect("a number")),
        zone: word(&["", "Asia/Jakarta"]),
    };
    let vip = rng.bool();
    file::set_preferences(&mut tx, &who, id, &wanted, vip).await.expect("set");
    for _ in 0..rng.usize(0..4) {
        let number = format!("+47 912 34 5{:02}", rng.u32(60..64));
        file::add_phone(&mut tx, &who, id, &number, None, "home").await.expect("added");
        file::add_name(&mut tx, &who, id, &format!("Name {}", rng.u32(0..4))).await.expect("added");
        file::add_note(&mut tx, &who, id, &format!("Note {}", rng.u32(0..100)), rng.bool()).await.expect("added");
        person::add_address(&mut tx, &who, id, &format!("more{n}-{}@x.example", rng.u32(0..9))).await.expect("added");
    }
    if rng.u32(0..4) == 0 {
        file::block(&mut tx, &who, id, "Threats").await.expect("blocked");
    }
    tx.commit().await.expect("commit");
}

#[test]
fn whatever_was_merged_is_as_before_when_it_is_taken_apart() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        for seed in 0..12 {
            let mut rng = fastrand::Rng::with_seed(seed);
            let mut ids = Vec::new();
            for (n, name) in ["Kari Solheim", "K. Solheim", ""].into_iter().enumerate() {
                let id = seen(&p, &format!("kari{seed}-{n}@post.example"), name).await;
                some_file(
                    &p,
                    &mut rng,
                    &id,
                    u32::try_from(seed * 10).expect("small") + u32::try_from(n).expect("small"),
                )
                .await;
                ids.push(id);
            }
            let mut tx = p.begin().await.expect("begin");
            let before = all(&mut tx, &ids).await;
            merge(&mut tx, &agent(), &ids[0], &ids[1], "one".into()).await.expect("merged");
            let between = all(&mut tx, &ids).await;
            merge(&mut tx, &agent(), &ids[0], &ids[2], "two".into()).await.expect("merged");
            assert_ne!(all(&mut tx, &ids).await, before);
            assert_eq!(once(&mut tx, &ids[0]).await.expect("read").len(), 2);
            assert_eq!(refused(undo(&mut tx, &agent(), &ids[1]).await), Refusal::MergeStays, "the newest goes first");
            let apart = undo(&mut tx, &agent(), &ids[2]).await.expect("apart");
            assert_eq!((apart.target, apart.more.as_str()), (ids[0].clone(), "two"));
            assert_eq!(all(&mut tx, &ids).await, between, "seed {seed}");
            undo(&mut tx, &agent(), &ids[1]).await.expect("apart");
            assert_eq!(all(&mut tx, &ids).await, before, "seed {seed}");
            tx.commit().await.expect("commit");
        }
    });
}

#[test]
fn who_stays_has_everything_and_is_found_by_it() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (kari, other) =
            (seen(&p, "kari@post.example", "Kari Solheim").await, seen(&p, "ks@work.example", "Kari S").await);
        let mut tx = p.begin().await.expect("begin");
        file::add_phone(&mut tx, &agent(), &other, "+47 912 34 567", None, "work").await.expect("added");
        file::add_note(&mut tx, &agent(), &other, "Allergic to wool", true).await.expect("added");
        let planned = plan(&mut tx, &agent(), &kari, &other).await.expect("planned");
        assert_eq!((planned.addresses, planned.names), (vec!["ks@work.example".into()], vec!["Kari S".into()]));
        assert_eq!((planned.phones, planned.notes), (vec!["+4791234567".into()], 1));
        assert_eq!(refused(plan(&mut tx, &agent(), &kari, &kari).await), Refusal::SamePerson);
        merge(&mut tx, &agent(), &kari, &other, String::new()).await.expect("merged");
        let known = file::file(&mut tx, &Scope::All, &kari).await.expect("read");
        assert_eq!((known.phones.len(), known.names, known.notes.len()), (1, vec!["Kari S".into()], 1));
        assert_eq!(where_merged(&mut tx, &other).await.expect("read"), kari);
        assert_eq!(person::find(&mut tx, &Scope::All, &other).await.expect("read"), None);
        tx.commit().await.expect("commit");
        assert_eq!(seen(&p, "ks@work.example", "Kari S").await, kari, "what they write now is theirs");

        let mut tx = p.begin().await.expect("begin");
        let customer = Actor::Customer { id: kari.to_string() };
        assert_eq!(refused(undo(&mut tx, &customer, &other).await), Refusal::Forbidden);
        assert_eq!(refused(undo(&mut tx, &agent(), &kari).await), Refusal::NotFound);
        assert_eq!(refused(merge(&mut tx, &agent(), &kari, &other, String::new()).await), Refusal::NotFound);
        person::rename(&mut tx, &agent(), &kari, "Kari Berg").await.expect("renamed");
        undo(&mut tx, &agent(), &other).await.expect("apart");
        let kept = person::find(&mut tx, &Scope::All, &kari).await.expect("read").expect("there");
        assert_eq!(kept.name, "Kari Berg", "what was changed since stays");
        let told = platform::log::history(&mut tx, &format!("person:{other}"), 10).await.expect("history");
        assert!(told.iter().any(|fact| matches!(fact.read(), Some(PersonEvent::BecamePart { .. }))));
        assert!(told.iter().any(|fact| matches!(fact.read(), Some(PersonEvent::TakenApart { .. }))));
        tx.commit().await.expect("commit");
    });
}

#[test]
fn a_merge_stays_when_no_address_is_there_to_go_back_or_who_stayed_went_on() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let mut ids = Vec::new();
        for n in 0..3 {
            ids.push(seen(&p, &format!("{n}@post.example"), "Kari Solheim").await);
        }
        let mut tx = p.begin().await.expect("begin");
        merge(&mut tx, &agent(), &ids[1], &ids[0], String::new()).await.expect("merged");
        merge(&mut tx, &agent(), &ids[2], &ids[1], String::new()).await.expect("merged");
        assert_eq!(where_merged(&mut tx, &ids[0]).await.expect("read"), ids[2]);
        assert_eq!(once(&mut tx, &ids[2]).await.expect("read").len(), 2);
        assert_eq!(refused(undo(&mut tx, &agent(), &ids[0]).await), Refusal::MergeStays);
        person::remove_address(&mut tx, &agent(), &ids[2], "1@post.example").await.expect("removed");
        let apart = undo(&mut tx, &agent(), &ids[1]).await.expect("one address is left");
        assert_eq!(apart.addresses, ["0@post.example"]);
        person::add_address(&mut tx, &agent(), &ids[1], "9@post.example").await.expect("added");
        person::remove_address(&mut tx, &agent(), &ids[1], "0@post.example").await.expect("removed");
        assert!(!merged_into(&mut tx, &ids[1]).await.expect("read")[0].can_be_undone);
        assert_eq!(refused(undo(&mut tx, &agent(), &ids[0]).await), Refusal::MergeStays);
    });
}

#[test]
fn who_looks_alike_is_suggested_until_people_say_otherwise() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let kari = seen(&p, "kari.solheim@post.example", "Kari Solheim").await;
        let plus = seen(&p, "karisolheim+bike@post.example", "").await;
        let same = seen(&p, "ks@post.example", "KARI SOLHEIM").await;
        let phone = seen(&p, "x@y.example", "Ola").await;
        seen(&p, "kari.solheim@other.example", "Kari Solheim").await;
        let mut tx = p.begin().await.expect("begin");
        for id in [&kari, &phone] {
            file::add_phone(&mut tx, &agent(), id, "+47 912 34 567", None, "").await.expect("added");
        }
        let found = doubles(&mut tx, &Scope::All, &kari).await.expect("read");
        let found: Vec<_> = found.into_iter().map(|one| (one.customer.person.id, one.reason)).collect();
        let address = Reason::Address("kari.solheim@post.example".into(), "karisolheim+bike@post.example".into());
        let expected = [
            (plus.clone(), address),
            (phone.clone(), Reason::Phone("+4791234567".into())),
            (same.clone(), Reason::Name("post.example".into())),
        ];
        assert_eq!(found, expected);
        leave_apart(&mut tx, &agent(), &plus, &kari).await.expect("apart");
        leave_apart(&mut tx, &agent(), &kari, &plus).await.expect("again is fine");
        assert_eq!(refused(leave_apart(&mut tx, &agent(), &kari, &kari).await), Refusal::SamePerson);
        assert_eq!(doubles(&mut tx, &Scope::All, &kari).await.expect("read").len(), 2);
        assert_eq!(doubles(&mut tx, &Scope::All, &plus).await.expect("read"), []);
        assert_eq!(doubles(&mut tx, &Scope::Own("per_x".into()), &kari).await.expect("read"), []);
        assert!(doubles(&mut tx, &Scope::All, &kari).await.expect("read")[0].customer.address.contains('@'));
    });
}

#[test]
fn addresses_that_were_there_before_get_their_plain_form_as_new_ones_do() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let odd = ["k.s+a@x.example", "+47@x.example", "a@b+c.d.example", "plain@x.example", "nobody"];
        for address in odd {
            seen(&p, address, "").await;
        }
        let mut tx = p.begin().await.expect("begin");
        let steps = store::tables(tx.engine());
        let filling = steps.iter().find(|sql| sql.starts_with("UPDATE")).expect("a step that fills").clone();
        tx.run("UPDATE person_address SET plain = ''", vals![]).await.expect("emptied");
        tx.run(&filling, vals![]).await.expect("filled");
        for row in tx.all("SELECT address, plain FROM person_address", vals![]).await.expect("read") {
            let address = row.text("address").expect("text");
            assert_eq!(row.text("plain").expect("text"), plain(&address), "{address}");
        }
    });
}

#[test]
fn fields_of_ones_own_are_named_before_they_are_filled_or_kept() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (kari, other) = (seen(&p, "kari@example.com", "Kari").await, seen(&p, "k@work.example", "Kari").await);
        let mut tx = p.begin().await.expect("begin");
        let mut ids = Vec::new();
        for name in ["Only theirs", "Both", "Same"] {
            let (about, kind) = (field::About::Person, field::Kind::Text);
            let new = field::NewField { about, name: name.into(), kind, choices: String::new(), required: Vec::new() };
            ids.push(field::add(&mut tx, &Actor::System, &new).await.expect("added"));
        }
        for (who, texts) in [(&kari, ["", "mine", "one"]), (&other, ["theirs", "other", "one"])] {
            let typed = ids.iter().map(ToString::to_string).zip(texts.map(str::to_owned)).collect();
            let owner = field::Owner::Person((*who).clone());
            field::set_values(&mut tx, &agent(), &owner, &typed).await.expect("set").expect("fits");
        }
        let planned = plan(&mut tx, &agent(), &kari, &other).await.expect("planned");
        assert_eq!(planned.own_filled, ["Only theirs"]);
        assert_eq!(planned.own_kept, ["Both"]);
        merge(&mut tx, &agent(), &kari, &other, String::new()).await.expect("merged");
        let kept = field::kept(&mut tx, kari.as_str()).await.expect("read");
        assert_eq!(kept.into_iter().map(|(_, text)| text).collect::<Vec<_>>(), ["theirs", "mine", "one"]);
    });
}

#[test]
fn who_never_had_an_address_is_taken_apart_again() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let kari = seen(&p, "kari@example.com", "Kari").await;
        let mut tx = p.begin().await.expect("begin");
        let other = person::add_unwritten(&mut tx, &agent(), "Kari by telephone").await.expect("added");
        file::add_phone(&mut tx, &agent(), &other, "+47 912 34 567", None, "").await.expect("added");
        merge(&mut tx, &agent(), &kari, &other, String::new()).await.expect("merged");
        assert!(merged_into(&mut tx, &kari).await.expect("read")[0].can_be_undone);
        undo(&mut tx, &agent(), &other).await.expect("taken apart");
        let phones = file::card(&mut tx, &Scope::All, &other).await.expect("read").phones;
        assert_eq!(phones.len(), 1, "with their telephone");
    });
}
