//! The mail of a notice, and what becomes of answers to it.

use conversations::{Author, MessageKind, naming};
use jiff::SignedDuration;
use people::system_mail::{self, Around, Framed, SystemMail};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::trust::{self, TrustSettings};

const PASS: &str = "Authentication-Results: mx.brekkesund.example; dkim=pass header.d=brekkesund.example\r\n";
const INGRID: &str = "ingrid@brekkesund.example";

/// A conversation of Kari's and the address at which Ingrid can answer a notice of it until in so many days.
async fn noticed(p: &Platform, relay_port: u16, days: i64) -> (Conversation, String) {
    let ingrid = business(p, relay_port).await;
    let mut tx = p.begin().await.expect("begin");
    let trust = TrustSettings { servers: vec!["mx.brekkesund.example".into()], ..TrustSettings::default() };
    trust::set(&mut tx, &trust).await.expect("set");
    tx.commit().await.expect("commit");
    take_in(p, [mail("Subject: Motoren\r\n", "Den stopper.")]).await;
    let found = only(p).await.conversation;
    let staff = ingrid.staff_id().expect("a colleague").parse().expect("an id");
    let until = p.clock.machine().as_second().div_euclid(86_400) + days;
    let tag = naming::note_tag(p, found.number, &staff, until);
    (found, format!("hei+{tag}@brekkesund.example"))
}

fn answer(header: &str, from: &str, to: &str, text: &str) -> Vec<u8> {
    format!("{header}From: Ingrid Moen <{from}>\r\nTo: {to}\r\nSubject: Re: x\r\n\r\n{text}\r\n").into_bytes()
}

#[test]
fn a_notice_can_be_answered_where_its_mail_says_and_names_no_machine() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (_, to) = noticed(p, sink.port, 30).await;
        let mail = SystemMail {
            to: INGRID.into(),
            subject: "Jonas nevnte deg: Motoren (#1001)".into(),
            text: "Jonas nevnte deg.\n\nhttp://desk.example/conversations/x".into(),
            language: Language::Nb,
        };
        let tag = to.trim_start_matches("hei+").split('@').next().map(str::to_owned);
        let around = Around {
            reply_tag: tag,
            reply_line: Some("Skriv over denne linjen: …".into()),
            quote: Some(("Jonas:".into(), "Se <b>her</b>".into())),
            footer: Some("Valg: http://desk.example/profile/notices".into()),
        };
        let mut tx = p.begin().await.expect("begin");
        let framed = Framed { mail, around, about: vec![] };
        system_mail::send_framed(&mut tx, &framed).await.expect("left");
        let mut long = framed.clone();
        long.around.reply_tag = Some("x".repeat(64));
        system_mail::send_framed(&mut tx, &long).await.expect("left");
        tx.commit().await.expect("commit");
        work(p).await;
        let mails: Vec<ParsedMail> = sink.kept.mails().iter().map(|one| parse(&one.1).expect("readable")).collect();
        assert_eq!(mails.len(), 2);
        let answerable = mails.iter().find(|one| !one.reply_to.is_empty()).expect("can be answered");
        assert_eq!(answerable.reply_to[0].address, to);
        assert!(answerable.automatic.is_some(), "no machine answers it");
        for part in ["Skriv over denne linjen", "> Se <b>her</b>", "http://desk.example/profile/notices"] {
            assert!(answerable.text.contains(part), "{part}: {}", answerable.text);
        }
        let other = mails.iter().find(|one| one.reply_to.is_empty()).expect("too long an address");
        assert!(!other.text.contains("Skriv over denne linjen"), "what cannot be answered does not say so");
    });
}

#[test]
fn a_proved_answer_becomes_a_note_and_nothing_goes_to_the_customer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (found, to) = noticed(p, sink.port, 30).await;
        let text = "Se paa kontakten.\r\n\r\n-- \r\nIngrid\r\n\r\nOn Mon, 1 Jan 2026, Brekkesund wrote:\r\n> Jonas nevnte deg.\r\n";
        let bytes = answer(PASS, INGRID, &to, text);
        let explained = crate::process::explain(p, &bytes).await.expect("explained");
        assert_eq!(explained.outcome, "note_of_colleague");
        take_in(p, [bytes.clone(), bytes]).await;
        let thread = only(p).await;
        let said: Vec<_> = thread.messages.iter().map(|one| (one.kind, one.body.trim())).collect();
        assert_eq!(said, [(MessageKind::Inbound, "Den stopper."), (MessageKind::Note, "Se paa kontakten.")]);
        assert!(matches!(thread.messages[1].author, Author::Staff(_)), "in the colleague's name");
        assert_eq!(thread.conversation.clocks, found.clocks, "a note stops no clock");
        assert_eq!(journal_states(p).await, "done:2");
        test.clock.advance_machine(SignedDuration::from_secs(11));
        work(p).await;
        assert_eq!(sink.kept.mails().len(), 0);
    });
}

#[test]
fn whatever_else_comes_to_that_address_makes_no_note_and_says_why() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (found, to) = noticed(p, 1, 30).await;
        let over = noticed_until(p, &found, -1).await;
        let other = PASS.replace("brekkesund.example\r\n", "post.example\r\n");
        let denied = "Authentication-Results: mx.brekkesund.example; dmarc=fail header.from=brekkesund.example\r\n";
        let bent = to.replacen("hei+n1001", "hei+n1002", 1);
        for (n, (bytes, why)) in [
            (answer("", INGRID, &to, "a"), "notice_unproved"),
            (answer(denied, INGRID, &to, "b"), "notice_unproved"),
            (answer(&other, "kari@post.example", &to, "c"), "notice_not_theirs"),
            (answer("", "stranger@evil.example", &to, "d"), "notice_not_theirs"),
            (answer(PASS, INGRID, &bent, "e"), "notice_not_theirs"),
            (answer(PASS, INGRID, &over, "f"), "notice_over"),
        ]
        .into_iter()
        .enumerate()
        {
            take_in(p, [bytes]).await;
            let all = conversations_of(p).await;
            assert_eq!(all.len(), n + 2, "{why}: it begins a conversation of its own");
            let newest = thread(p, &all[n + 1].id).await;
            let mut conn = p.db.read().await.expect("read");
            let trace = queries::trace(&mut conn, &Scope::All, &newest.messages[0].id).await.expect("a trace");
            assert!(trace.iter().any(|step| step.code == why), "{why}: {trace:?}");
        }
        assert_eq!(thread(p, &found.id).await.messages.len(), 1, "nothing was written into it");
    });
}

async fn noticed_until(p: &Platform, found: &Conversation, days: i64) -> String {
    let staff = people::staff::all(&mut p.db.read().await.expect("read"), &Scope::All).await.expect("read");
    let until = p.clock.machine().as_second().div_euclid(86_400) + days;
    format!("hei+{}@brekkesund.example", naming::note_tag(p, found.number, &staff[0].id, until))
}

#[test]
fn machines_of_colleagues_are_not_heard_and_empty_answers_neither() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (found, to) = noticed(p, 1, 30).await;
        let away = format!("{PASS}Auto-Submitted: auto-replied\r\n");
        take_in(p, [answer(&away, INGRID, &to, "Jeg er borte."), answer(PASS, INGRID, &to, "")]).await;
        assert_eq!(only(p).await.messages.len(), 1);
        assert_eq!(journal_states(p).await, "done:1 own:2");
        assert_eq!(only(p).await.conversation.id, found.id);
    });
}

#[test]
fn who_does_not_see_the_conversation_any_more_writes_nothing_into_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (found, to) = noticed(p, 1, 30).await;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE staff SET limited = 1", vals![]).await.expect("limited");
        tx.commit().await.expect("commit");
        take_in(p, [answer(PASS, INGRID, &to, "a")]).await;
        assert_eq!(thread(p, &found.id).await.messages.len(), 1);
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE staff SET limited = 0, disabled_at = 1", vals![]).await.expect("disabled");
        tx.commit().await.expect("commit");
        take_in(p, [answer(PASS, INGRID, &to, "b")]).await;
        assert_eq!(thread(p, &found.id).await.messages.len(), 1);
    });
}
