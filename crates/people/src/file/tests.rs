//! The customer's file on both engines.

use base::{Actor, Language, Role, Scope};
use platform::testing::on_both_engines;
use platform::{Migration, Platform, log};

use super::rules::phones::Country;
use super::*;
use crate::person::{self, addresses, change_address, remove_address};
use crate::{Failure, NoteId, PersonId, Refusal};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn agent() -> Actor {
    Actor::staff("stf_00000000000000000000000000", Role::Agent)
}

async fn kari(p: &Platform) -> PersonId {
    let mut tx = p.begin().await.expect("begin");
    let (id, _) = person::resolve(&mut tx, "kari@example.com", "Kari Solheim", None).await.expect("resolve");
    tx.commit().await.expect("commit");
    id
}

async fn kinds(p: &Platform, id: &PersonId) -> Vec<String> {
    let facts = log::history(&mut p.db.read().await.expect("read"), &format!("person:{id}"), 100).await;
    let facts = facts.expect("history");
    assert!(facts.iter().all(|fact| happening(fact).is_some()), "everything can be told");
    facts.into_iter().skip(1).map(|fact| fact.kind.replacen("person.", "", 1)).collect()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn telephones_are_added_changed_and_removed_with_a_trace() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who, home) = (kari(&p).await, agent(), Country::of("NO"));
        let mut tx = p.begin().await.expect("begin");
        add_phone(&mut tx, &who, &id, "912 34 567", home, " work\u{202e} ").await.expect("added");
        add_phone(&mut tx, &who, &id, "+47 91234567", None, "again").await.expect("the same number is fine");
        assert_eq!(refused(add_phone(&mut tx, &who, &id, "12", home, "").await), Refusal::NotAPhone);
        let to = ("22 12 34 56", home, "home");
        change_phone(&mut tx, &who, &id, "+4791234567", to).await.expect("changed");
        change_phone(&mut tx, &who, &id, "+4722123456", to).await.expect("nothing to change");
        assert_eq!(refused(change_phone(&mut tx, &who, &id, "+4791234567", to).await), Refusal::NotFound);
        add_phone(&mut tx, &who, &id, "32 12 34 56", Country::of("DK"), "").await.expect("another");
        remove_phone(&mut tx, &who, &id, "+4532123456").await.expect("removed");
        remove_phone(&mut tx, &who, &id, "+4532123456").await.expect("not there");
        let known = file(&mut tx, &Scope::All, &id).await.expect("read").phones;
        tx.commit().await.expect("commit");
        let known: Vec<_> = known.iter().map(|phone| (phone.number.as_str(), phone.label.as_str())).collect();
        assert_eq!(known, [("+4722123456", "home")]);
        let mut tx = p.begin().await.expect("begin");
        let (other, _) = person::resolve(&mut tx, "per@example.com", "Per", None).await.expect("resolve");
        let asked = ["+4722123456".to_owned(), "+4791234567".to_owned()];
        let theirs = phones_of_others(&mut tx, &Scope::All, &other, &asked).await.expect("read");
        assert_eq!(theirs, ["+4722123456"]);
        assert_eq!(phones_of_others(&mut tx, &Scope::All, &id, &asked).await.expect("read"), Vec::<String>::new());
        let own = Scope::Own(other.to_string());
        assert_eq!(phones_of_others(&mut tx, &own, &other, &asked).await.expect("read"), Vec::<String>::new());
        add_phone(&mut tx, &who, &other, "22 12 34 56", home, "").await.expect("they live together");
        assert_eq!(phones_of_others(&mut tx, &Scope::All, &other, &asked).await.expect("read"), Vec::<String>::new());
        tx.commit().await.expect("commit");
        assert_eq!(kinds(&p, &id).await, ["phone_added", "phone_changed", "phone_added", "phone_removed"]);
    });
}

#[test]
fn other_names_and_details_are_kept_with_what_was_before() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who) = (kari(&p).await, agent());
        let mut tx = p.begin().await.expect("begin");
        add_name(&mut tx, &who, &id, "Kari  Berg").await.expect("added");
        add_name(&mut tx, &who, &id, "KARI BERG").await.expect("known");
        add_name(&mut tx, &who, &id, "kari solheim").await.expect("her own name is no other");
        assert_eq!(refused(add_name(&mut tx, &who, &id, "\u{200b}").await), Refusal::NameMissing);
        change_name(&mut tx, &who, &id, "Kari Berg", "Kari Lund").await.expect("changed");
        let about =
            About { title: " Head of\tpurchasing ".into(), postal: "Storgata 1\r\n\r\n\r\n9008 Tromsø".into() };
        set_about(&mut tx, &who, &id, &about).await.expect("set");
        set_about(&mut tx, &who, &id, &about).await.expect("nothing new");
        let hours = Hours::read("16:00", "").expect("hours");
        let wanted = Preferences {
            language: Some(Language::En),
            addressed: "Fru Solheim".into(),
            channel: Some(Channel::Phone),
            hours,
            manner: Some(Manner::Formal),
            days: Days::read(["mon", "tue"]).expect("days"),
            zone: "Asia/Jakarta".into(),
        };
        let nowhere = Preferences { zone: "Mars/Olympus".into(), ..wanted.clone() };
        assert_eq!(refused(set_preferences(&mut tx, &who, &id, &nowhere, true).await), Refusal::UnknownZone);
        set_preferences(&mut tx, &who, &id, &wanted, true).await.expect("set");
        set_preferences(&mut tx, &who, &id, &wanted, true).await.expect("nothing new");
        let known = file(&mut tx, &Scope::All, &id).await.expect("read");
        assert_eq!(known.names, ["Kari Lund"]);
        assert_eq!(known.details.title, "Head of purchasing");
        assert_eq!(known.details.postal, "Storgata 1\n\n9008 Tromsø");
        assert_eq!((known.details.preferences, known.details.vip), (wanted, true));
        assert_eq!(preferred_language(&mut tx, &id).await.expect("read"), Some(Language::En));
        set_preferences(&mut tx, &who, &id, &Preferences::default(), false).await.expect("set back");
        tx.commit().await.expect("commit");
        let told = kinds(&p, &id).await;
        let count = |kind: &str| told.iter().filter(|one| *one == kind).count();
        assert_eq!((count("name_added"), count("name_removed")), (2, 1), "{told:?}");
        assert_eq!((count("detail_changed"), count("vip_changed")), (2 + 7 + 7, 2), "{told:?}");
    });
}

#[test]
fn notes_are_kept_with_their_trace_and_pinned_ones_come_first() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who) = (kari(&p).await, agent());
        let mut tx = p.begin().await.expect("begin");
        let pinned = add_note(&mut tx, &who, &id, "Allergic to wool", true).await.expect("added");
        let other = add_note(&mut tx, &who, &id, "Rides\r\nall winter", false).await.expect("added");
        assert_eq!(refused(add_note(&mut tx, &who, &id, " \r\n", false).await), Refusal::NoteEmpty);
        change_note(&mut tx, &who, &id, &other, "Rides all winter, no car").await.expect("changed");
        change_note(&mut tx, &who, &id, &other, "Rides all winter, no car").await.expect("the same");
        assert_eq!(refused(change_note(&mut tx, &who, &id, &other, "").await), Refusal::NoteEmpty);
        let notes = file(&mut tx, &Scope::All, &id).await.expect("read").notes;
        assert_eq!(notes.iter().map(|note| &note.id).collect::<Vec<_>>(), [&pinned, &other]);
        assert!(notes[0].changed_at.is_none() && notes[1].changed_at.is_some());
        assert_eq!(notes[1].body, "Rides all winter, no car");
        assert_eq!(notes[0].author.as_ref().map(|id| id.as_str()), who.staff_id());
        let shown = card(&mut tx, &Scope::All, &id).await.expect("read").notes;
        assert_eq!(shown.iter().map(|note| &note.id).collect::<Vec<_>>(), [&pinned], "only pinned ones");
        pin_note(&mut tx, &who, &id, &pinned, true).await.expect("pinned already");
        pin_note(&mut tx, &who, &id, &pinned, false).await.expect("unpinned");
        remove_note(&mut tx, &who, &id, &pinned).await.expect("removed");
        let nobody: NoteId = "pnt_00000000000000000000000000".parse().expect("an id");
        assert_eq!(refused(remove_note(&mut tx, &who, &id, &nobody).await), Refusal::NotFound);
        tx.commit().await.expect("commit");
        assert_eq!(kinds(&p, &id).await, ["note_added", "note_added", "note_changed", "note_pinned", "note_removed"]);
        let facts = log::history(&mut p.db.read().await.expect("read"), &format!("person:{id}"), 9).await;
        let facts = facts.expect("history");
        assert!(facts.iter().any(|fact| fact.payload.contains("Allergic to wool")), "what it said is in the history");
        let told = facts.iter().filter_map(|fact| fact.read::<FileEvent>());
        assert!(told.map(|event| base::Event::public(&event).to_string()).all(|public| !public.contains("wool")));
    });
}

#[test]
fn another_customers_notes_are_out_of_reach() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who) = (kari(&p).await, agent());
        let mut tx = p.begin().await.expect("begin");
        let (ola, _) = person::resolve(&mut tx, "ola@example.com", "Ola", None).await.expect("resolve");
        let note = add_note(&mut tx, &who, &id, "Hers", true).await.expect("added");
        assert_eq!(refused(change_note(&mut tx, &who, &ola, &note, "His").await), Refusal::NotFound);
        let customer = Actor::Customer { id: id.to_string() };
        assert_eq!(refused(add_note(&mut tx, &customer, &id, "Mine", false).await), Refusal::Forbidden);
        let own = Scope::Own(ola.to_string());
        assert_eq!(file(&mut tx, &own, &id).await.expect("read"), File::default());
        assert_eq!(card(&mut tx, &own, &id).await.expect("read"), File::default());
    });
}

#[test]
fn who_is_blocked_is_so_until_somebody_says_otherwise() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who) = (kari(&p).await, agent());
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refused(block(&mut tx, &who, &id, " ").await), Refusal::ReasonMissing);
        assert!(!is_blocked(&mut tx, &id).await.expect("read"));
        block(&mut tx, &who, &id, "Threatened Jonas").await.expect("blocked");
        block(&mut tx, &who, &id, "again").await.expect("blocked already");
        assert!(is_blocked(&mut tx, &id).await.expect("read"));
        let blocked = file(&mut tx, &Scope::All, &id).await.expect("read").details.blocked.expect("is blocked");
        assert_eq!((blocked.why.as_str(), blocked.since), ("Threatened Jonas", tx.now()));
        unblock(&mut tx, &who, &id).await.expect("free");
        unblock(&mut tx, &who, &id).await.expect("free already");
        assert!(!is_blocked(&mut tx, &id).await.expect("read"));
        tx.commit().await.expect("commit");
        assert_eq!(kinds(&p, &id).await, ["blocked", "unblocked"]);
    });
}

#[test]
fn an_address_is_put_right_and_the_last_one_stays() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (id, who) = (kari(&p).await, agent());
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refused(remove_address(&mut tx, &who, &id, "kari@example.com").await), Refusal::LastAddress);
        change_address(&mut tx, &who, &id, "KARI@example.com", "kari@work.example").await.expect("changed");
        assert_eq!(
            refused(change_address(&mut tx, &who, &id, "kari@example.com", "x@y.example").await),
            Refusal::NotFound
        );
        assert_eq!(refused(change_address(&mut tx, &who, &id, "kari@work.example", "x").await), Refusal::NotAnAddress);
        change_address(&mut tx, &who, &id, "kari@work.example", "Kari@Work.example").await.expect("the same");
        remove_address(&mut tx, &who, &id, "nobody@example.com").await.expect("not there");
        let known = addresses(&mut tx, &Scope::All, &id).await.expect("read");
        assert_eq!(known.iter().map(|one| one.address.as_str()).collect::<Vec<_>>(), ["kari@work.example"]);
        let (stranger, new) = person::resolve(&mut tx, "kari@example.com", "", None).await.expect("resolve");
        assert!(new && stranger != id, "what comes from the old address is hers no more");
        tx.commit().await.expect("commit");
        assert_eq!(kinds(&p, &id).await, ["address_added", "address_removed"]);
    });
}
