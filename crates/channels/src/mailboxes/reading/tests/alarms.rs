//! Who hears of it when a mailbox is not read, and when.

use base::{Language, Role};
use jiff::SignedDuration;
use people::staff::NewStaff;
use platform::jobs::Workers;
use platform::web::desk::NoticeSource as _;

use super::*;
use crate::email::trouble::{Kind, Trouble};
use crate::mailboxes::alarm::{LANE, UnreadMailboxes};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// A business with an admin and an agent, whose mailbox nobody reads yet.
async fn business(test: &mut TestPlatform) -> Mailbox {
    test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
    let p = &test.platform;
    let mut tx = p.begin().await.expect("begin");
    for (name, role) in [("ingrid", Role::Admin), ("per", Role::Agent)] {
        let email = format!("{name}@brekkesund.example");
        let new = NewStaff { name: name.into(), email, role, language: Language::Nb, zone: "Europe/Oslo".into() };
        people::staff::add(&mut tx, &Actor::System, new).await.expect("added");
    }
    let fetch = Fetch::Imap(imap_settings(1, Afterwards::Leave));
    let settings = Settings { address: "hei@brekkesund.example".into(), fetch, ..Settings::default() };
    let made = crate::mailboxes::insert(p, &mut tx, &Actor::System, settings, &Secrets::default(), Start::Now).await;
    tx.commit().await.expect("commit");
    made.expect("connected")
}

async fn watch_it(p: &Platform) {
    crate::workers(Workers::default()).run_due(p, LANE).await.expect("worked");
}

async fn count(p: &Platform, sql: &str) -> i64 {
    p.db.read().await.expect("read").number(sql, vec![]).await.expect("count")
}

async fn mails(p: &Platform) -> i64 {
    count(p, "SELECT COUNT(*) AS n FROM job WHERE kind = 'mail.system'").await
}

async fn events(p: &Platform, kind: &str) -> i64 {
    count(p, &format!("SELECT COUNT(*) AS n FROM event WHERE kind = '{kind}'")).await
}

async fn notices(p: &Platform, role: Role) -> Vec<String> {
    let actor = Actor::staff("stf_1", role);
    let say = p.i18n.to(Language::En);
    let shown = UnreadMailboxes.notices(p, &actor, &say).await.expect("notices");
    shown.into_iter().map(maud::Markup::into_string).collect()
}

#[test]
fn after_a_quarter_of_an_hour_everybody_hears_of_it_once() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let mailbox = business(&mut test).await;
        let p = &test.platform;
        // The business's clock may run as it likes.
        test.clock.advance_business(MINUTE * 600);
        test.clock.advance_machine(MINUTE * 14);
        watch_it(p).await;
        assert_eq!((mails(p).await, notices(p, Role::Admin).await.len()), (0, 0));
        let trouble = Trouble::new(Kind::LoginRefused, "no such user");
        progress::failed(p, &mailbox.id, &trouble).await.expect("told");
        assert_eq!(mails(p).await, 0, "the server may think better of it");
        test.clock.advance_machine(MINUTE);
        watch_it(p).await;
        assert_eq!((mails(p).await, events(p, "mailbox.failed").await), (1, 1), "admins alone get mail");
        let (admin, agent) = (notices(p, Role::Admin).await, notices(p, Role::Agent).await);
        assert!(admin[0].contains("no such user") && admin[0].contains(&format!("/settings/mail/{}", mailbox.id)));
        assert!(agent[0].contains("hei@brekkesund.example") && !agent[0].contains("/settings/"), "{}", agent[0]);
        progress::failed(p, &mailbox.id, &trouble).await.expect("told");
        test.clock.advance_machine(MINUTE * 60);
        watch_it(p).await;
        assert_eq!((mails(p).await, events(p, "mailbox.failed").await), (1, 1), "once");
    });
}

#[test]
fn reading_again_clears_it_and_the_next_time_is_told_again() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let mailbox = business(&mut test).await;
        let p = &test.platform;
        for time in 1..=2 {
            test.clock.advance_machine(MINUTE * 15);
            watch_it(p).await;
            assert_eq!(mails(p).await, time);
            progress::read(p, &mailbox.id, None).await.expect("read");
            assert_eq!(notices(p, Role::Agent).await.len(), 0);
            assert_eq!(events(p, "mailbox.recovered").await, time);
        }
        for _ in 0..20 {
            test.clock.advance_machine(MINUTE * 10);
            progress::read(p, &mailbox.id, None).await.expect("read");
            watch_it(p).await;
        }
        assert_eq!((mails(p).await, events(p, "mailbox.recovered").await), (2, 2), "a quiet mailbox is a read one");
    });
}

#[test]
fn what_only_a_person_can_mend_is_told_at_once() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let mailbox = business(&mut test).await;
        let p = &test.platform;
        let trouble = Trouble::new(Kind::TokenRefused, "invalid_grant");
        progress::failed(p, &mailbox.id, &trouble).await.expect("told");
        progress::failed(p, &mailbox.id, &trouble).await.expect("told");
        assert_eq!((mails(p).await, notices(p, Role::Agent).await.len()), (1, 1));
        let payload = "SELECT payload FROM job WHERE kind = 'mail.system'";
        let row = p.db.read().await.expect("read").one(payload, vec![]).await.expect("row").expect("one");
        let text = row.text("payload").expect("text");
        assert!(text.contains("ingrid@brekkesund.example") && text.contains("invalid_grant"), "{text}");
    });
}

#[test]
fn a_night_in_which_nothing_ran_is_no_failure_and_a_pause_is_none_either() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let mailbox = business(&mut test).await;
        let p = &test.platform;
        test.clock.advance_machine(MINUTE * 600);
        begin(p).await.expect("begun");
        watch_it(p).await;
        assert_eq!(mails(p).await, 0);
        let mut tx = p.begin().await.expect("begin");
        crate::mailboxes::set_enabled(&mut tx, &Actor::System, &mailbox.id, false).await.expect("paused");
        tx.commit().await.expect("commit");
        test.clock.advance_machine(MINUTE * 600);
        watch_it(p).await;
        assert_eq!(mails(p).await, 0);
        let mut tx = p.begin().await.expect("begin");
        crate::mailboxes::set_enabled(&mut tx, &Actor::System, &mailbox.id, true).await.expect("goes on");
        tx.commit().await.expect("commit");
        watch_it(p).await;
        assert_eq!(mails(p).await, 0);
        test.clock.advance_machine(MINUTE * 15);
        watch_it(p).await;
        assert_eq!(mails(p).await, 1, "and from there on it counts");
    });
}
