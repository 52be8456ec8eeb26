//! The log looked through on both engines, as page, file and filters.

use base::{Actor, Language, Role};
use conversations::ConversationId;
use conversations::events::ConversationEvent;
use people::staff::{NewStaff, SignInEvent, Staff, StaffEvent};
use platform::i18n::I18n;
use platform::log::public::Family;
use platform::settings::record_change;
use platform::testing::on_both_engines;
use platform::{Migration, Platform};

use super::http::testing::{as_file, asked, shown};
use super::*;

const FAMILIES: Families = Families(&[
    Family::of::<SignInEvent>("signin", Action::ManageStaff),
    Family::of::<StaffEvent>("staff", Action::ManageStaff),
    Family::of::<Changed>("settings", Action::ManageSettings),
]);

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS].concat()
}

async fn colleague(p: &Platform, name: &str, role: Role) -> Staff {
    let mut tx = p.begin().await.expect("begin");
    let new = NewStaff {
        name: name.into(),
        email: format!("{}@brekkesund.example", name.len()),
        role,
        language: Language::En,
        zone: "Europe/Oslo".into(),
    };
    let staff = people::staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

async fn found(p: &Platform, reader: &Staff, wanted: &Wanted, before: Option<i64>, most: i64) -> Vec<Recorded> {
    let mut conn = p.db.read().await.expect("read");
    acts(&mut conn, &reader.actor(), wanted, before, most).await.expect("acts")
}

fn kinds(facts: &[Recorded]) -> Vec<&str> {
    facts.iter().map(|fact| fact.kind.as_str()).collect()
}

#[test]
fn acts_are_found_by_who_what_and_when_page_by_page() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let owner = colleague(&p, "Ingrid Moen", Role::Owner).await;
        let agent = colleague(&p, "=Jonas", Role::Agent).await;
        let began = p.clock.business();
        test.clock.advance(jiff::SignedDuration::from_hours(48));
        let mut tx = p.begin().await.expect("begin");
        SignInEvent::failed(None, "192.0.2.7".into()).record(&mut tx, None).await.expect("noted");
        SignInEvent::came(&agent, "192.0.2.8".into()).record(&mut tx, Some(&agent)).await.expect("noted");
        record_change(&mut tx, &owner.actor(), "backup-now").await.expect("noted");
        tx.commit().await.expect("commit");
        let all = found(&p, &owner, &Wanted::default(), None, 50).await;
        let expected = ["settings.changed", "signin.succeeded", "signin.failed", "staff.added", "staff.added"];
        assert_eq!(kinds(&all), expected);
        let mut paged = Vec::new();
        while let page =
            found(&p, &owner, &Wanted::default(), paged.last().map(|one: &Recorded| one.place.seq), 2).await
            && !page.is_empty()
        {
            paged.extend(page);
        }
        assert_eq!(kinds(&paged), expected);
        let who = Wanted { actor: Some(agent.actor().key()), ..Wanted::default() };
        assert_eq!(kinds(&found(&p, &owner, &who, None, 50).await), ["signin.succeeded"]);
        let group = Wanted { group: Some(Group::Colleagues), ..Wanted::default() };
        assert_eq!(kinds(&found(&p, &owner, &group, None, 50).await), ["staff.added", "staff.added"]);
        let later = Wanted { from: Some(began + jiff::SignedDuration::from_hours(1)), ..Wanted::default() };
        assert_eq!(found(&p, &owner, &later, None, 50).await.len(), 3);
        let earlier = Wanted { until: later.from, ..Wanted::default() };
        assert_eq!(found(&p, &owner, &earlier, None, 50).await.len(), 2);
        let mut conn = p.db.read().await.expect("read");
        assert!(acts(&mut conn, &agent.actor(), &Wanted::default(), None, 9).await.is_err(), "not for agents");

        let say =
            I18n::new(&[platform::i18n::LOCALES, people::LOCALES, crate::LOCALES]).expect("texts").to(Language::En);
        let teller = Teller::new(&mut conn, &say, FAMILIES).await.expect("names");
        let page = shown(&teller, &all);
        for words in [
            "=Jonas came in from 192.0.2.8",
            "an account that is not there, from 192.0.2.7",
            "Settings were changed: a backup was asked for",
            "Ingrid Moen got an account",
            "Tillit, or whoever runs it",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
        let file = as_file(&teller, &all).await;
        assert_eq!(file.lines().count(), 6, "{file}");
        assert!(file.contains("\"'=Jonas\",\"staff:"), "{file}");
        assert!(shown(&teller, &[]).contains("Nothing like that happened"));
    });
}

#[test]
fn that_a_conversation_was_deleted_is_an_act_and_what_else_happens_to_it_is_none() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let owner = colleague(&p, "Ingrid Moen", Role::Owner).await;
        let conversation: ConversationId = "cnv_00000000000000000000000001".parse().expect("an id");
        let by = owner.name.clone();
        let (number, again) = (1001, ConversationEvent::Read { conversation: conversation.clone() });
        let mut tx = p.begin().await.expect("begin");
        tx.record(&again, &owner.actor(), None).await.expect("noted");
        let deleted = ConversationEvent::Deleted { conversation, number, by };
        tx.record(&deleted, &owner.actor(), None).await.expect("noted");
        tx.commit().await.expect("commit");
        assert_eq!(
            kinds(&found(&p, &owner, &Wanted::default(), None, 50).await),
            ["conversation.deleted", "staff.added"]
        );
        let group = Wanted { group: Some(Group::Privacy), ..Wanted::default() };
        assert_eq!(kinds(&found(&p, &owner, &group, None, 50).await), ["conversation.deleted"]);
    });
    let conversations = |kind: &&&str| kind.starts_with("conversation.");
    let all = Group::ALL.iter().flat_map(|group| group.kinds());
    assert!(all.filter(conversations).all(|kind| log::ENDS.contains(kind)), "only those can be looked back for");
}

#[test]
fn an_address_says_what_is_looked_for_and_what_does_not_fit_is_left_out() {
    let (wanted, before, address) = asked("who=staff%3Astf_1&kind=privacy&from=2026-11-18&until=2026-11-18&before=41");
    assert_eq!((wanted.actor.as_deref(), wanted.group, before), (Some("staff:stf_1"), Some(Group::Privacy), Some(41)));
    let day = wanted.until.expect("until").duration_since(wanted.from.expect("from"));
    assert_eq!(day.as_hours(), 24, "the last day is one of them");
    assert_eq!(address, "/settings/audit?who=staff%3Astf_1&kind=privacy&from=2026-11-18&until=2026-11-18&before=7");
    assert_eq!(asked("kind=nonsense&from=x&until=2026-13-01&before=x").0, Wanted::default());
}

#[test]
fn a_change_names_its_page_as_the_menu_does() {
    assert_eq!((page("file"), page("hours"), page("")), ("settings-file", "settings-hours", "word-settings"));
    assert_eq!((page("rota"), page("sign-in"), page("service")), ("rota-title", "setfile-sign-in", "settings-service"));
}

#[test]
fn no_fact_belongs_to_two_groups() {
    let all: Vec<&str> = Group::ALL.iter().flat_map(|group| group.kinds()).copied().collect();
    let once: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(once.len(), all.len());
    assert!(Group::ALL.iter().all(|group| Group::from_code(group.code()) == Some(*group)));
}
