//! Several mailboxes: what belongs to which, and what is ours.

use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::mailboxes::{self, Mailbox, Secrets, Settings, Start};

const SALES: &str = "salg@brekkesund.example";

/// A second mailbox beside the business's one address.
pub(super) async fn sales(p: &Platform, settings: Settings) -> Mailbox {
    let mut tx = p.begin().await.expect("begin");
    let settings = Settings { address: SALES.into(), ..settings };
    let made = mailboxes::insert(p, &mut tx, &Actor::System, settings, &Secrets::default(), Start::Now).await;
    tx.commit().await.expect("commit");
    made.expect("connected")
}

/// By which mailbox each conversation came, in order.
async fn came_by(p: &Platform) -> Vec<Option<String>> {
    let sql = "SELECT mailbox FROM conversation ORDER BY number";
    let rows = p.db.read().await.expect("read").all(sql, vals![]).await.expect("rows");
    rows.iter().map(|row| row.opt_text("mailbox").expect("text")).collect()
}

#[test]
fn a_mail_belongs_to_the_mailbox_it_was_fetched_from_or_written_to() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let sales = sales(p, Settings::default()).await;
        let written = format!("From: {KARI}\r\nTo: {SALES}\r\nSubject: Pris?\r\n\r\nHei\r\n");
        take_in(p, [mail("Subject: Hei\r\n", "Hei"), written.into_bytes()]).await;
        let journal = Journal::start(p.clone());
        let fetched = Arrival { mailbox: Some(sales.id.clone()), ..arrival(Source::Imap) };
        journal.accept(mail("Subject: Skjult\r\n", "Blindkopi"), fetched).await.expect("kept");
        work(p).await;
        let sales = Some(sales.id.to_string());
        assert_eq!(came_by(p).await, [None, sales.clone(), sales]);
    });
}

#[test]
fn a_form_of_our_web_site_writes_for_the_customer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        let form = format!("From: {US}\r\nTo: {US}\r\nReply-To: {KARI}\r\nSubject: Skjema\r\n\r\nHei\r\n");
        take_in(p, [form.into_bytes()]).await;
        let thread = only(p).await;
        assert_eq!(thread.messages[0].from.address, KARI);
        assert_eq!(thread.messages[0].automatic, None);
    });
}

#[test]
fn who_writes_as_any_of_our_mailboxes_makes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        business(p, 1).await;
        sales(p, Settings::default()).await;
        let as_us = |from: &str| format!("From: {from}\r\nTo: {US}\r\nSubject: Oss\r\n\r\n{from}\r\n").into_bytes();
        take_in(p, [as_us(US), as_us(SALES), as_us("salg+7.x@brekkesund.example")]).await;
        assert!(conversations_of(p).await.is_empty(), "the journal keeps it, nobody answers it");
    });
}

/// An outgoing server on this machine.
fn server(port: u16) -> mailboxes::Account {
    mailboxes::Account { host: "127.0.0.1".into(), port, protection: Protection::None, ..Default::default() }
}

#[test]
fn a_reply_leaves_from_the_mailbox_that_was_written_to_by_its_own_server() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        let p = &test.platform;
        let (common, own) = (sink().await, sink().await);
        let actor = business(p, common.port).await;
        let settings = Settings {
            sender_name: "Brekkesund salg".into(),
            signature: "Vi selger gjerne".into(),
            send: mailboxes::Send::Smtp(server(own.port)),
            ..Settings::default()
        };
        sales(p, settings).await;
        let written = format!("From: {KARI}\r\nTo: {SALES}\r\nSubject: Pris?\r\n\r\nHei\r\n");
        take_in(p, [written.into_bytes()]).await;
        let id = only(p).await.conversation.id;
        reply(p, &actor, &id, "Hundre kroner").await;
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        assert!(common.kept.mails().is_empty());
        let ours = arrived(&own);
        let from = ours.from.clone().expect("a sender");
        assert_eq!((from.address.as_str(), from.name.as_deref()), (SALES, Some("Ingrid Moen, Brekkesund salg")));
        assert!(ours.text.contains("Vi selger gjerne"), "{}", ours.text);
        let answer_to = &ours.reply_to[0].address;
        assert!(answer_to.starts_with("salg+1001."), "{answer_to}");
        take_in(p, [format!("From: {KARI}\r\nTo: {answer_to}\r\nSubject: Sv\r\n\r\nTakk\r\n").into_bytes()]).await;
        assert_eq!(only(p).await.conversation.id, id, "the answer comes back to its conversation");
    });
}

#[test]
fn our_own_mail_finds_another_way_when_the_usual_one_is_blocked() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        let p = &test.platform;
        let own = sink().await;
        business(p, 1).await;
        let settings = Settings { send: mailboxes::Send::Smtp(server(own.port)), ..Settings::default() };
        sales(p, settings).await;
        let mut tx = p.begin().await.expect("begin");
        let mail = people::system_mail::SystemMail {
            to: "ingrid@brekkesund.example".into(),
            subject: "Alarm".into(),
            text: "Hei".into(),
            language: Language::Nb,
        };
        people::system_mail::send(&mut tx, &mail).await.expect("left");
        tx.commit().await.expect("commit");
        work(p).await;
        let (envelope, _) = own.kept.mails().remove(0);
        assert_eq!((envelope.from.as_str(), arrived(&own).subject.as_str()), (SALES, "Alarm"));
        test.clock.advance_machine(jiff::SignedDuration::from_hours(24));
        work(p).await;
        assert_eq!(own.kept.mails().len(), 1, "sent is sent");
    });
}
