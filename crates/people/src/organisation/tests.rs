//! Organisations on both engines.

use base::{Actor, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Migration, Platform, Tx, log};

use words::search::Wanted;

use super::*;
use crate::person::{add_address, resolve};
use crate::refusal::{Failure, Refusal};
use crate::{OrganisationId, PersonId};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn agent() -> Actor {
    Actor::staff("stf_00000000000000000000000000", Role::Agent)
}

async fn wrote(tx: &mut Tx, address: &str) -> PersonId {
    let name = address.split('@').next().unwrap_or_default();
    resolve(tx, address, name, None).await.expect("resolve").0
}

async fn belongs(tx: &mut Tx, person: &PersonId) -> Option<String> {
    crate::file::card(tx, &Scope::All, person).await.expect("read").organisation.map(|(_, name)| name)
}

async fn might(tx: &mut Tx, id: &OrganisationId) -> Vec<String> {
    suggested(tx, &Scope::All, id, 10).await.expect("read").into_iter().map(|member| member.name).collect()
}

fn looking_for(query: &str) -> Wanted {
    let (parts, open) = words::search::parse(query, &[]);
    Wanted::of(&parts, open)
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_domain_takes_in_by_itself_or_only_suggests_when_told_so() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        let marte = wrote(&mut tx, "marte@havn.example").await;
        let havn = create(&mut tx, &who, "Havn og Hei").await.expect("made");
        set_joining(&mut tx, &who, &havn, false).await.expect("asks first");
        add_domain(&mut tx, &who, &havn, "https://www.Havn.example/").await.expect("added");
        let ola = wrote(&mut tx, "ola@havn.example").await;
        let kari = wrote(&mut tx, "kari@elsewhere.example").await;
        assert_eq!(might(&mut tx, &havn).await, ["marte", "ola"]);
        assert_eq!((belongs(&mut tx, &marte).await, belongs(&mut tx, &ola).await), (None, None));
        let hint = suggestion(&mut tx, &Scope::All, &ola).await.expect("read");
        assert_eq!(hint.map(|it| it.id), Some(havn.clone()));
        assert_eq!(suggestion(&mut tx, &Scope::All, &kari).await.expect("read"), None);

        decline(&mut tx, &who, &ola, &havn).await.expect("declined");
        assert_eq!(might(&mut tx, &havn).await, ["marte"]);
        assert_eq!(suggestion(&mut tx, &Scope::All, &ola).await.expect("read"), None);
        set_joining(&mut tx, &who, &havn, true).await.expect("set");
        assert_eq!(belongs(&mut tx, &marte).await.as_deref(), Some("Havn og Hei"));
        assert_eq!(belongs(&mut tx, &ola).await, None, "somebody said that he does not");
        let new = wrote(&mut tx, "new@havn.example").await;
        assert_eq!(belongs(&mut tx, &new).await.as_deref(), Some("Havn og Hei"));
        add_address(&mut tx, &who, &kari, "kari@havn.example").await.expect("added");
        assert_eq!(belongs(&mut tx, &kari).await.as_deref(), Some("Havn og Hei"));
        let made = crate::person::add(&mut tx, &who, "Zoe", "zoe@havn.example").await.expect("made");
        assert_eq!(belongs(&mut tx, &made).await.as_deref(), Some("Havn og Hei"), "also who has not written yet");
        leave(&mut tx, &who, &made).await.expect("left");
        let all = members(&mut tx, &Scope::All, &havn, None, 10).await.expect("read");
        assert_eq!(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["kari", "marte", "new"]);

        let rest = members(&mut tx, &Scope::All, &havn, Some(&kari), 10).await.expect("read");
        assert_eq!(rest.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["marte", "new"]);

        leave(&mut tx, &who, &new).await.expect("left");
        leave(&mut tx, &who, &new).await.expect("belongs nowhere");
        set_joining(&mut tx, &who, &havn, false).await.expect("set");
        set_joining(&mut tx, &who, &havn, true).await.expect("set");
        assert_eq!(belongs(&mut tx, &new).await, None, "who was taken out is not taken in again");
        join(&mut tx, &who, &new, &havn).await.expect("in again");
        assert_eq!(find(&mut tx, &Scope::All, &havn).await.expect("read").map(|it| it.members), Some(3));
    });
}

#[test]
fn who_is_merged_brings_along_where_they_belong_and_takes_it_back() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        let havn = create(&mut tx, &who, "Havn og Hei").await.expect("made");
        let (kari, twin) = (wrote(&mut tx, "kari@post.example").await, wrote(&mut tx, "kari@havn.example").await);
        join(&mut tx, &who, &twin, &havn).await.expect("joined");
        let plan = crate::merging::plan(&mut tx, &who, &kari, &twin).await.expect("planned");
        assert!(plan.filled.contains(&crate::merging::Field::Organisation));
        crate::merging::merge(&mut tx, &who, &kari, &twin, String::new()).await.expect("merged");
        assert_eq!(belongs(&mut tx, &kari).await.as_deref(), Some("Havn og Hei"));
        crate::merging::undo(&mut tx, &who, &twin).await.expect("apart");
        assert_eq!(
            (belongs(&mut tx, &kari).await, belongs(&mut tx, &twin).await.as_deref()),
            (None, Some("Havn og Hei"))
        );
    });
}

#[test]
fn organisations_are_found_by_the_words_of_their_name_and_by_their_domains() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        let havn = create(&mut tx, &who, "Havn og Hei Arkitekter").await.expect("made");
        add_domain(&mut tx, &who, &havn, "havnoghei.example").await.expect("added");
        for (query, count) in [("arkitekter", 1), ("havnoghei", 1), ("havnoghei.example", 1), ("brygge", 0)] {
            let wanted = looking_for(query);
            assert_eq!(search(&mut tx, &Scope::All, &wanted, 5).await.expect("searched").len(), count, "{query}");
            let own = Scope::Own("per_1".into());
            assert!(search(&mut tx, &own, &wanted, 5).await.expect("searched").is_empty());
        }
        rename(&mut tx, &who, &havn, "Brygge").await.expect("renamed");
        remove_domain(&mut tx, &who, &havn, "havnoghei.example").await.expect("removed");
        for (query, count) in [("arkitekter", 0), ("havnoghei", 0), ("brygge", 1)] {
            let wanted = looking_for(query);
            assert_eq!(search(&mut tx, &Scope::All, &wanted, 5).await.expect("searched").len(), count, "{query}");
        }
    });
}

#[test]
fn a_domain_belongs_to_one_and_public_ones_to_nobody() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        let (a, b) = (create(&mut tx, &who, "A").await.expect("made"), create(&mut tx, &who, "B").await.expect("made"));
        assert_eq!(create(&mut tx, &who, " a ").await.expect("found"), a, "the same name is the same organisation");
        assert_eq!(refused(create(&mut tx, &who, "\u{200b}").await), Refusal::NameMissing);
        assert_eq!(refused(rename(&mut tx, &who, &b, "a").await), Refusal::NameTaken);
        assert_eq!(refused(rename(&mut tx, &who, &b, "").await), Refusal::NameMissing);
        rename(&mut tx, &who, &b, "Bee").await.expect("renamed");
        rename(&mut tx, &who, &b, "Bee").await.expect("the same");
        add_domain(&mut tx, &who, &a, "one.example").await.expect("added");
        add_domain(&mut tx, &who, &a, "ONE.example").await.expect("is its own");
        assert_eq!(refused(add_domain(&mut tx, &who, &b, "one.example").await), Refusal::DomainTaken);
        assert_eq!(refused(add_domain(&mut tx, &who, &b, "gmail.com").await), Refusal::PublicDomain);
        assert_eq!(refused(add_domain(&mut tx, &who, &b, "nothing").await), Refusal::NotADomain);
        remove_domain(&mut tx, &who, &a, "one.example").await.expect("removed");
        remove_domain(&mut tx, &who, &a, "one.example").await.expect("not there");
        add_domain(&mut tx, &who, &b, "one.example").await.expect("free");
        assert_eq!(domains(&mut tx, &b).await.expect("read"), ["one.example"]);
        let customer = Actor::Customer { id: "per_1".into() };
        assert_eq!(refused(create(&mut tx, &customer, "C").await), Refusal::Forbidden);
        tx.commit().await.expect("commit");
        let told = kinds(&test.platform, &b).await;
        assert_eq!(told, ["organisation.added", "organisation.renamed", "organisation.domain_added"]);
    });
}

async fn kinds(p: &Platform, id: &OrganisationId) -> Vec<String> {
    let facts = log::history(&mut p.db.read().await.expect("read"), &format!("organisation:{id}"), 50).await;
    facts.expect("history").into_iter().map(|fact| fact.kind).collect()
}

#[test]
fn a_name_typed_in_a_file_finds_or_makes_the_organisation() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        let (marte, private) = (wrote(&mut tx, "marte@havn.example").await, wrote(&mut tx, "per@gmail.com").await);
        let havn = join_named(&mut tx, &who, &marte, "Havn og Hei").await.expect("made");
        assert_eq!(domains(&mut tx, &havn).await.expect("read"), ["havn.example"], "it takes her domain");
        assert_eq!(join_named(&mut tx, &who, &private, "havn og hei").await.expect("found"), havn);
        let alone = join_named(&mut tx, &who, &private, "Per").await.expect("made");
        assert!(domains(&mut tx, &alone).await.expect("read").is_empty(), "a public domain says nothing");
        assert_eq!(belongs(&mut tx, &private).await.as_deref(), Some("Per"), "one belongs to one at a time");
        assert_eq!(refused(join_named(&mut tx, &who, &private, " ").await), Refusal::NameMissing);
    });
}

#[test]
fn organisations_are_listed_by_key_and_only_for_colleagues() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        let who = agent();
        for n in 0..5 {
            let id = create(&mut tx, &who, &format!("House {n}")).await.expect("made");
            add_domain(&mut tx, &who, &id, &format!("h{n}.example")).await.expect("added");
        }
        let first = list(&mut tx, &Scope::All, "", None, 3).await.expect("list");
        assert_eq!((first.organisations.len(), first.organisations[0].name.as_str()), (3, "House 0"));
        let rest = list(&mut tx, &Scope::All, "", first.next.as_ref(), 3).await.expect("list");
        assert_eq!((rest.organisations.len(), rest.next), (2, None));
        for (search, count) in [("HOUSE 3", 1), ("h3.ex", 1), ("house", 5), ("ouse", 0), ("%", 0)] {
            let found = list(&mut tx, &Scope::All, search, None, 10).await.expect("list");
            assert_eq!(found.organisations.len(), count, "{search}");
        }
        let own = Scope::Own("per_1".into());
        assert!(list(&mut tx, &own, "", None, 10).await.expect("list").organisations.is_empty());
        let id = &first.organisations[0].id;
        assert_eq!(find(&mut tx, &own, id).await.expect("find"), None);
        assert!(members(&mut tx, &own, id, None, 10).await.expect("read").is_empty());
        assert!(suggested(&mut tx, &own, id, 10).await.expect("read").is_empty());
        assert!(names(&mut tx, &own, 10).await.expect("read").is_empty());
        assert_eq!(names(&mut tx, &Scope::All, 2).await.expect("read"), ["House 0", "House 1"]);
    });
}
