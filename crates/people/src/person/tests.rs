//! Customers on both engines.

use base::{Actor, Event as _, Language, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Engine, Migration, Platform, log};

use super::*;
use crate::{Failure, PersonId, Refusal};

/// All tables this crate needs.
fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn agent() -> Actor {
    Actor::staff("stf_1", Role::Agent)
}

async fn seen(p: &Platform, address: &str, name: &str, language: Option<Language>) -> (PersonId, bool) {
    let mut tx = p.begin().await.expect("begin");
    let found = resolve(&mut tx, address, name, language).await.expect("resolve");
    tx.commit().await.expect("commit");
    found
}

async fn person(p: &Platform, id: &PersonId) -> Person {
    find(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("find").expect("is there")
}

#[test]
fn who_writes_twice_is_one_customer_and_tells_more_each_time() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, new) = seen(&p, "Kari@Example.com", "", None).await;
        assert!(new);
        assert_eq!(person(&p, &id).await.name, "Kari@Example.com");
        assert_eq!(seen(&p, "kari@example.COM", "Kari Solheim", Some(Language::Nb)).await, (id.clone(), false));
        assert_eq!(seen(&p, "kari@example.com", "Somebody Else", Some(Language::Sv)).await, (id.clone(), false));
        let kari = person(&p, &id).await;
        assert_eq!((kari.name.as_str(), kari.language), ("Kari Solheim", Some(Language::Nb)));

        let mut conn = p.db.read().await.expect("read");
        let known = addresses(&mut conn, &Scope::All, &id).await.expect("addresses");
        assert_eq!(
            (known.len(), known[0].address.as_str(), known[0].shown.as_str()),
            (1, "kari@example.com", "Kari@Example.com")
        );
        assert!(!known[0].proved);
        let history = log::history(&mut conn, &format!("person:{id}"), 10).await.expect("history");
        assert_eq!(history.iter().map(|fact| fact.kind.as_str()).collect::<Vec<_>>(), ["person.appeared"]);
        assert_eq!(history[0].actor, format!("customer:{id}"));
        let said = |fact: &log::Recorded| fact.read::<events::PersonEvent>().expect("a fact").sentence().message;
        assert_eq!(said(&history[0]), "event-person-appeared");

        // Who was only made known has not written.
        let mut tx = p.begin().await.expect("begin");
        let made = add(&mut tx, &Actor::System, "Ola", "ola@example.com").await.expect("added");
        let named = add_unwritten(&mut tx, &Actor::System, "Per").await.expect("added");
        tx.commit().await.expect("commit");
        for id in [made, named] {
            let mut conn = p.db.read().await.expect("read");
            let history = log::history(&mut conn, &format!("person:{id}"), 10).await.expect("history");
            assert_eq!(said(&history[0]), "event-person-made");
        }
    });
}

#[test]
fn two_open_transactions_make_one_customer() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        if p.db.engine() == Engine::Sqlite {
            return; // One writer: the second transaction begins after the first has ended.
        }
        let mut first = p.begin().await.expect("begin");
        let mut second = p.begin().await.expect("begin");
        let (id, new) = resolve(&mut first, "kari@example.com", "Kari", None).await.expect("resolve");
        assert!(new);
        let late = tokio::spawn(async move {
            let found = resolve(&mut second, "KARI@example.com", "Kari", None).await.expect("resolve");
            second.commit().await.expect("commit");
            found
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        first.commit().await.expect("commit");
        assert_eq!(late.await.expect("joins"), (id, false));
        let people = p.db.read().await.expect("read").number("SELECT count(*) AS n FROM person", vec![]).await;
        assert_eq!(people.expect("counts"), 1);
    });
}

#[test]
fn a_hostile_sender_is_kept_without_harm() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, _) = seen(&p, "x@y.example\0\r\n", "boss@brekkesund.example \0\u{202e}", None).await;
        let x = person(&p, &id).await;
        assert_eq!((x.name.as_str(), x.name_doubtful), ("boss@brekkesund.example", true));
        let long = format!("{}@y.example", "a".repeat(100_000));
        assert!(seen(&p, &long, &"b".repeat(100_000), None).await.1);
        assert!(!seen(&p, &long, "", None).await.1);
    });
}

#[test]
fn an_address_belongs_to_one_customer() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (kari, _) = seen(&p, "kari@example.com", "Kari", None).await;
        let (ola, _) = seen(&p, "ola@example.com", "Ola", None).await;
        let mut tx = p.begin().await.expect("begin");
        add_address(&mut tx, &agent(), &kari, "Kari@Work.example").await.expect("added");
        add_address(&mut tx, &agent(), &kari, "kari@work.example").await.expect("again is fine");
        let taken = add_address(&mut tx, &agent(), &ola, "KARI@work.example").await;
        assert!(matches!(taken, Err(Failure::Refused(Refusal::AddressTaken))));
        let bad = add_address(&mut tx, &agent(), &ola, "no address").await;
        assert!(matches!(bad, Err(Failure::Refused(Refusal::NotAnAddress))));
        let customer = Actor::Customer { id: kari.to_string() };
        let not_theirs = add_address(&mut tx, &customer, &kari, "x@example.com").await;
        assert!(matches!(not_theirs, Err(Failure::Refused(Refusal::Forbidden))));
        tx.commit().await.expect("commit");
        assert_eq!(seen(&p, "kari@work.example", "", None).await, (kari.clone(), false));

        let mut conn = p.db.read().await.expect("read");
        let history = log::history(&mut conn, &format!("person:{kari}"), 10).await.expect("history");
        assert_eq!(history.len(), 2, "the second adding told nothing new");
        assert_eq!(addresses(&mut conn, &Scope::All, &kari).await.expect("addresses").len(), 2);
    });
}

#[test]
fn a_colleague_puts_a_name_right_and_a_later_mail_does_not_undo_it() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, _) = seen(&p, "kari@example.com", "boss@brekkesund.example", None).await;
        let mut tx = p.begin().await.expect("begin");
        rename(&mut tx, &agent(), &id, " Kari\u{200b} Solheim ").await.expect("renamed");
        let empty = rename(&mut tx, &agent(), &id, "\u{200b} ").await;
        assert!(matches!(empty, Err(Failure::Refused(Refusal::NameMissing))));
        let nobody: PersonId = "per_00000000000000000000000000".parse().expect("an id");
        let missing = rename(&mut tx, &agent(), &nobody, "X").await;
        assert!(matches!(missing, Err(Failure::Refused(Refusal::NotFound))));
        tx.commit().await.expect("commit");
        seen(&p, "kari@example.com", "boss@brekkesund.example", None).await;
        let kari = person(&p, &id).await;
        assert_eq!((kari.name.as_str(), kari.name_doubtful), ("Kari Solheim", false));
    });
}

#[test]
fn a_scope_of_one_sees_one() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (kari, _) = seen(&p, "kari@example.com", "Kari", None).await;
        let (ola, _) = seen(&p, "ola@example.com", "Ola", None).await;
        let own = Scope::Own(kari.to_string());
        let mut conn = p.db.read().await.expect("read");
        assert!(find(&mut conn, &own, &kari).await.expect("find").is_some());
        assert!(find(&mut conn, &own, &ola).await.expect("find").is_none());
        assert!(by_address(&mut conn, &own, "ola@example.com").await.expect("find").is_none());
        assert!(addresses(&mut conn, &own, &ola).await.expect("find").is_empty());
        let page = list(&mut conn, &own, "", None, 10).await.expect("list");
        assert_eq!(page.customers.len(), 1);
    });
}

async fn names(p: &Platform, search: &str) -> Vec<String> {
    let mut conn = p.db.read().await.expect("read");
    let page = list(&mut conn, &Scope::All, search, None, 10).await.expect("list");
    page.customers.into_iter().map(|customer| customer.person.name).collect()
}

#[test]
fn customers_are_found_by_the_start_of_a_word_or_an_address() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        seen(&p, "kari@example.com", "Kari Solheim", None).await;
        seen(&p, "ase_100%@example.com", "ÅSE BERG", None).await;
        seen(&p, "ola!@example.com", "Ola", None).await;
        assert_eq!(names(&p, "SOL").await, ["Kari Solheim"]);
        assert_eq!(names(&p, "olheim").await, Vec::<String>::new());
        assert_eq!(names(&p, "åse").await, ["ÅSE BERG"]);
        assert_eq!(names(&p, "Ase_100%@").await, ["ÅSE BERG"]);
        assert_eq!(names(&p, "ola!").await, ["Ola"]);
        assert_eq!(names(&p, "%").await, Vec::<String>::new());
        assert_eq!(names(&p, "_").await, Vec::<String>::new());
        assert_eq!(names(&p, "' OR 1=1 --").await, Vec::<String>::new());
    });
}

#[test]
fn the_list_pages_by_key_and_misses_nobody() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        for n in 0..7 {
            seen(&p, &format!("p{n}@example.com"), if n < 4 { "Same" } else { "Zo" }, None).await;
        }
        let mut conn = p.db.read().await.expect("read");
        let (mut found, mut after, mut pages) = (Vec::new(), None, 0);
        loop {
            let page = list(&mut conn, &Scope::All, "", after.as_ref(), 3).await.expect("list");
            found.extend(page.customers.iter().map(|customer| customer.address.clone()));
            pages += 1;
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        found.sort();
        assert_eq!((pages, found.len()), (3, 7));
        found.dedup();
        assert_eq!(found.len(), 7);
        let exact = list(&mut conn, &Scope::All, "", None, 7).await.expect("list");
        assert_eq!(exact.next, None);
    });
}

#[test]
fn an_address_that_mail_comes_back_from_is_marked_once_and_until_it_works() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        seen(&p, "kari@example.com", "Kari", None).await;
        let mut tx = p.begin().await.expect("begin");
        clear_failing(&mut tx, "kari@example.com").await.expect("nothing to clear");
        set_failing(&mut tx, "stranger@example.com", "no").await.expect("nobody's address");
        set_failing(&mut tx, "KARI@example.com", "550 no such\nuser").await.expect("marked");
        set_failing(&mut tx, "kari@example.com", "550 again").await.expect("marked already");
        let person = by_address(&mut tx, &Scope::All, "kari@example.com").await.expect("read").expect("Kari").id;
        let known = addresses(&mut tx, &Scope::All, &person).await.expect("read");
        assert_eq!(known[0].failing.as_ref().map(|it| it.words.as_str()), Some("550 no such user"));
        clear_failing(&mut tx, "Kari@example.com").await.expect("cleared");
        let known = addresses(&mut tx, &Scope::All, &person).await.expect("read");
        assert_eq!(known[0].failing, None);
        let sql = "SELECT kind FROM event WHERE kind LIKE 'person.address_%' ORDER BY seq";
        let told = tx.all(sql, platform::vals![]).await.expect("events");
        let told: Vec<_> = told.iter().map(|row| row.text("kind").expect("kind")).collect();
        assert_eq!(told, ["person.address_failing", "person.address_works"]);
    });
}

async fn searched(p: &Platform, scope: &Scope, query: &str) -> Vec<String> {
    let (parts, open) = words::search::parse(query, &[]);
    let wanted = words::search::Wanted::of(&parts, open);
    let found = search(&mut p.db.read().await.expect("read"), scope, &wanted, 5).await.expect("found");
    found.into_iter().map(|customer| customer.person.name).collect()
}

#[test]
fn a_customer_is_found_by_the_words_of_name_and_addresses_as_they_are_now() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, _) = seen(&p, "aase.berg@example.com", "Åse Berg", None).await;
        seen(&p, "ola@example.com", "Ola Nordmann", None).await;
        for query in ["åse", "aase", "ber", "aase.berg@example.com", "berg åse"] {
            assert_eq!(searched(&p, &Scope::All, query).await, ["Åse Berg"], "{query}");
            assert_eq!(searched(&p, &Scope::Own("per_other".into()), query).await, Vec::<String>::new());
        }
        assert_eq!(searched(&p, &Scope::Departments(vec!["dep_1".into()]), "åse").await, Vec::<String>::new());
        let mut tx = p.begin().await.expect("begin");
        rename(&mut tx, &agent(), &id, "Åse Dahl").await.expect("renamed");
        add_address(&mut tx, &agent(), &id, "post@hytta.example").await.expect("added");
        tx.commit().await.expect("commit");
        assert_eq!(searched(&p, &Scope::All, "hytta").await, ["Åse Dahl"]);
        let mut tx = p.begin().await.expect("begin");
        crate::file::add_phone(&mut tx, &agent(), &id, "+47 900 12 345", None, "").await.expect("added");
        crate::file::add_name(&mut tx, &agent(), &id, "Åsa Bergman").await.expect("added");
        remove_address(&mut tx, &agent(), &id, "post@hytta.example").await.expect("removed");
        tx.commit().await.expect("commit");
        assert_eq!(searched(&p, &Scope::All, "hytta").await, Vec::<String>::new());
        assert_eq!(searched(&p, &Scope::All, "4790012345").await, ["Åse Dahl"]);
        assert_eq!(searched(&p, &Scope::All, "bergman").await, ["Åse Dahl"]);
        assert_eq!(searched(&p, &Scope::All, "dahl").await, ["Åse Dahl"]);
        assert_eq!(searched(&p, &Scope::Own(id.to_string()), "dahl").await, ["Åse Dahl"]);
        seen(&p, "post@ny.example", "", None).await;
        seen(&p, "post@ny.example", "Kari Ny", None).await;
        assert_eq!(searched(&p, &Scope::All, "kari").await, ["Kari Ny"], "a name that became known");
    });
}
