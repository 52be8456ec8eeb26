//! Receipts to new enquiries, and machines that answer them (T07, T08).

use conversations::{DeliveryState, Message, MessageKind, State};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::trust::{self, TrustSettings};

/// What our own mail server says of a sender whom it proved.
fn proved(domain: &str) -> String {
    format!("Authentication-Results: mx.brekkesund.example; dmarc=pass header.from={domain}\r\n")
}

const TEXT: &str = "Hei, motoren stopper hver gang jeg kjører opp den bratte bakken hjemme.";
const NOW: &str = "Date: Wed, 18 Nov 2026 13:40:00 +0100\r\n";

/// A business that believes its own mail server, and speaks.
async fn desk(test: &mut TestPlatform, sink: &Server) -> Actor {
    test.platform.i18n =
        platform::I18n::new(&[platform::i18n::LOCALES, conversations::http::LOCALES, crate::LOCALES]).expect("texts");
    let p = &test.platform;
    let actor = business(p, sink.port).await;
    let mut tx = p.begin().await.expect("begin");
    let trust = TrustSettings { servers: vec!["mx.brekkesund.example".into()], ..TrustSettings::default() };
    trust::set(&mut tx, &trust).await.expect("set");
    tx.commit().await.expect("commit");
    actor
}

fn enquiry(n: usize, header: &str) -> Vec<u8> {
    let header =
        format!("{}{NOW}Subject: Motoren {n}\r\nMessage-ID: <{n}@post.example>\r\n{header}", proved("post.example"));
    mail(&format!("{header}Content-Type: text/plain; charset=utf-8\r\n"), TEXT)
}

async fn receipts_of(p: &Platform, id: &ConversationId) -> Vec<Message> {
    thread(p, id).await.messages.into_iter().filter(|message| message.kind == MessageKind::Receipt).collect()
}

async fn events(p: &Platform, kind: &str) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM event WHERE kind = $1";
    p.db.read().await.expect("read").number(sql, vals![kind]).await.expect("a number")
}

#[test]
fn a_new_enquiry_is_told_that_it_came_and_the_answer_to_that_joins() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        desk(&mut test, &sink).await;
        let p = &test.platform;
        take_in(p, [enquiry(1, "")]).await;
        let sent = sink.kept.mails();
        assert_eq!(sent.len(), 1);
        let (envelope, bytes) = &sent[0];
        assert_eq!((envelope.from.as_str(), envelope.recipients.as_slice()), (US, &[KARI.to_owned()][..]));
        let head = String::from_utf8_lossy(bytes).into_owned();
        for line in ["Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Auto-Response-Suppress: All"] {
            assert!(head.contains(line), "{line}: {head}");
        }
        let ours = arrived(&sink);
        assert_eq!(ours.from.as_ref().and_then(|from| from.name.as_deref()), Some("Brekkesund"));
        assert_eq!(ours.subject, "Sv: Motoren 1");
        assert_eq!(
            (ours.in_reply_to.as_slice(), ours.references.as_slice()),
            (&["1@post.example".to_owned()][..], &["1@post.example".to_owned()][..])
        );
        assert!(ours.text.contains("i morgen, torsdag 19. november, før kl. 14:00"), "{}", ours.text);
        assert!(!ours.text.contains("bakken"), "nothing of what they wrote: {}", ours.text);
        assert!(ours.automatic.is_some());

        let shown = only(p).await;
        assert_eq!((shown.conversation.state, shown.conversation.clocks.first_replied_at), (State::New, None));
        assert!(shown.conversation.clocks.first_due.is_some() && shown.conversation.assignee.is_none());
        let receipt = &shown.messages[1];
        assert_eq!(receipt.delivery.as_ref().map(|delivery| delivery.state), Some(DeliveryState::Sent));
        let mut conn = p.db.read().await.expect("read");
        let trace = queries::trace(&mut conn, &Scope::All, &shown.messages[0].id).await.expect("trace");
        drop(conn);
        let step = trace.iter().find(|step| step.code == "receipt_goes").expect("told");
        assert_eq!(step.args["until"], "2026-11-19T13:00:00Z");
        assert_eq!(events(p, "conversation.receipt_sent").await, 1);

        // Again, and once more by another way: nothing.
        take_in(p, [enquiry(1, ""), [b"Received: from x by y; now\r\n".to_vec(), enquiry(1, "")].concat()]).await;
        assert_eq!(sink.kept.mails().len(), 1);
        // By the signed address, and by its id: both join, and neither gets another.
        let to = &ours.reply_to[0].address;
        let by_address =
            format!("{}From: {KARI}\r\nTo: {to}\r\nSubject: Sv: Motoren 1\r\n\r\nTakk\r\n", proved("post.example"));
        let id = ours.message_id.as_deref().expect("an id");
        take_in(p, [by_address.into_bytes(), enquiry(2, &format!("In-Reply-To: <{id}>\r\n"))]).await;
        assert_eq!(only(p).await.messages.len(), 4);
        assert_eq!(sink.kept.mails().len(), 1);
    });
}

#[test]
fn who_is_not_proved_machines_old_mail_and_our_own_people_get_none_and_the_trace_says_why() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        desk(&mut test, &sink).await;
        let p = &test.platform;
        let pass = proved("post.example");
        let denied = "Authentication-Results: mx.brekkesund.example; dmarc=fail header.from=post.example\r\n";
        let colleague = format!(
            "{}From: ingrid@brekkesund.example\r\nTo: {US}\r\nSubject: s\r\n\r\nHei\r\n",
            proved("brekkesund.example")
        );
        let robot = format!("{pass}From: no-reply@post.example\r\nTo: {US}\r\nSubject: s\r\n\r\nHei\r\n");
        let old = format!("{pass}Date: Sat, 14 Nov 2026 13:00:00 +0100\r\n");
        let cases = [
            (mail("", "unproved"), "no_receipt_unproved"),
            (mail(denied, "denied"), "no_receipt_unproved"),
            (mail(&format!("{pass}Auto-Submitted: auto-generated\r\n"), "a"), "no_receipt_by_machine"),
            (mail(&format!("{pass}List-Id: <x.post.example>\r\n"), "b"), "no_receipt_by_machine"),
            (mail(&format!("{pass}X-Auto-Response-Suppress: OOF\r\n"), "c"), "no_receipt_declined"),
            (robot.into_bytes(), "no_receipt_declined"),
            (colleague.into_bytes(), "no_receipt_from_us"),
            (mail(&old, "d"), "no_receipt_old"),
        ];
        for (bytes, expect) in cases {
            let explained = crate::process::explain(p, &bytes).await.expect("explained");
            let codes: Vec<&str> = explained.trace.iter().map(|step| step.code.as_str()).collect();
            assert_eq!(codes.last(), Some(&expect), "{codes:?}");
            take_in(p, [bytes]).await;
        }
        let journal = Journal::start(p.clone());
        journal.accept(enquiry(7, ""), arrival(Source::Import)).await.expect("kept");
        work(p).await;
        assert!(sink.kept.mails().is_empty());
        for conversation in conversations_of(p).await {
            assert!(receipts_of(p, &conversation.id).await.is_empty());
        }
        // Asking what would happen sends nothing and counts nothing.
        for _ in 0..9 {
            let explained = crate::process::explain(p, &enquiry(8, "")).await.expect("explained");
            assert!(explained.to_string().contains("receipt_goes"), "{explained}");
        }
        work(p).await;
        assert!(sink.kept.mails().is_empty());
        let mut tx = p.begin().await.expect("begin");
        settings::set_receipts(&mut tx, &settings::Receipts { on: false }).await.expect("off");
        tx.commit().await.expect("commit");
        take_in(p, [enquiry(9, "")]).await;
        assert!(sink.kept.mails().is_empty(), "they are switched off");
    });
}

#[test]
fn each_is_answered_in_their_language_and_others_in_the_businesss_with_the_place_of_its_clock() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        desk(&mut test, &sink).await;
        let p = &test.platform;
        let texts = [
            (
                "+0100",
                "Hej, jag skulle vilja veta när min beställning kommer, för jag har väntat i två veckor.",
                "i morgon",
            ),
            (
                "+0100",
                "Hello, I would like to know when my order arrives, I have been waiting for two weeks.",
                "tomorrow",
            ),
            (
                "+0100",
                "Hej, jeg vil gerne vide, hvornår min bestilling kommer, for jeg har ventet i to uger nu.",
                "i morgen, torsdag den",
            ),
            (
                "+0100",
                "Hei, eg lurer på kva tid bestillinga mi kjem, for eg har venta i to veker no og ikkje høyrt noko.",
                "i morgen, torsdag 19. november",
            ),
            (
                "+0700",
                "Halo, saya ingin tahu kapan pesanan saya tiba karena sudah menunggu selama dua minggu.",
                "pada Kamis, 19 November, sebelum pukul 14.00 (waktu Oslo)",
            ),
            (
                "+0100",
                "Guten Tag, ich möchte wissen, wann meine Bestellung ankommt, ich warte seit zwei Wochen darauf.",
                "tomorrow, Thursday 19 November, before 14:00",
            ),
        ];
        for (n, (offset, text, expect)) in texts.into_iter().enumerate() {
            let header = format!(
                "{}Date: Wed, 18 Nov 2026 {}:40:00 {offset}\r\nContent-Type: text/plain; charset=utf-8\r\n",
                proved("post.example"),
                if offset == "+0700" { "19" } else { "13" },
            );
            let from = format!("From: c{n}@post.example\r\nTo: {US}\r\nSubject: s{n}\r\n{header}\r\n{text}\r\n");
            // Whom we believe stands first.
            let (auth, rest) = (proved("post.example"), from.replace(&proved("post.example"), ""));
            take_in(p, [format!("{auth}{rest}").into_bytes()]).await;
            let ours = arrived(&sink);
            assert_eq!(ours.to[0].address, format!("c{n}@post.example"));
            assert!(ours.text.contains(expect), "{expect}: {}", ours.text);
        }
    });
}

#[test]
fn a_robot_without_any_sign_that_answers_each_receipt_anew_is_at_rest_after_five_and_people_hear_once() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        desk(&mut test, &sink).await;
        let p = &test.platform;
        take_in(p, [enquiry(0, "")]).await;
        // It answers from a clean sheet each time: no ids, no reply address, always a new subject.
        for n in 1..40 {
            let before = sink.kept.mails().len();
            take_in(p, [enquiry(n, "")]).await;
            if n < 5 {
                assert_eq!(sink.kept.mails().len(), before + 1);
            }
        }
        assert_eq!(sink.kept.mails().len(), 5);
        let all = conversations_of(p).await;
        assert_eq!(all.len(), 40, "all of it is kept");
        let mut warned = 0;
        for conversation in &all {
            let warnings = &thread(p, &conversation.id).await.messages[0].warnings;
            warned += warnings.iter().filter(|warning| *warning == "receipt_capped").count();
        }
        assert_eq!((warned, events(p, "conversation.receipts_capped").await), (1, 1));
        // Somebody else is told all the same, and so is this one an hour later.
        take_in(p, [String::from_utf8(enquiry(50, "")).expect("text").replace("kari@", "ola@").into_bytes()]).await;
        assert_eq!(sink.kept.mails().len(), 6);
        test.clock.advance_machine(jiff::SignedDuration::from_mins(61));
        take_in(p, [enquiry(51, "")]).await;
        assert_eq!(sink.kept.mails().len(), 7);
    });
}

#[test]
fn two_desks_that_write_to_each_other_come_to_rest() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        desk(&mut test, &sink).await;
        let p = &test.platform;
        // The other desk has the same code: what it would send is what we send. Ours, turned round, is its.
        take_in(p, [enquiry(1, "")]).await;
        let (_, ours) = sink.kept.mails().remove(0);
        let theirs = String::from_utf8(ours).expect("text");
        let theirs: Vec<String> = theirs
            .lines()
            .map(|line| match line.split(':').next() {
                Some("From") => format!("From: <{KARI}>"),
                Some("To") => format!("To: <{US}>"),
                Some("Reply-To") => format!("Reply-To: <{KARI}>"),
                Some("Message-ID") => "Message-ID: <theirs@post.example>".to_owned(),
                Some("In-Reply-To" | "References") => "X-Was: 1".to_owned(),
                _ => line.to_owned(),
            })
            .collect();
        let theirs = format!("{}{}\r\n", proved("post.example"), theirs.join("\r\n"));
        take_in(p, [theirs.into_bytes()]).await;
        assert_eq!(conversations_of(p).await.len(), 2, "it is kept");
        assert_eq!(sink.kept.mails().len(), 1, "and answered by nobody");
    });
}

#[test]
fn a_receipt_that_waited_until_a_person_had_answered_or_its_time_was_over_does_not_go() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        let actor = desk(&mut test, &sink).await;
        let p = &test.platform;
        sink.kept.answer(Some(crate::email::listener::Refusal::later("not now")));
        take_in(p, [enquiry(1, ""), enquiry(2, ""), enquiry(3, "")]).await;
        let all = conversations_of(p).await;
        reply(p, &actor, &all[0].id, "Vi ser på det.").await;
        sink.kept.answer(None);
        test.clock.advance_machine(jiff::SignedDuration::from_hours(1));
        work(p).await;
        let texts: Vec<String> =
            sink.kept.mails().iter().map(|(_, bytes)| parse(bytes).expect("readable").text).collect();
        assert_eq!(texts.iter().filter(|text| text.contains("Vi ser på det.")).count(), 1);
        assert_eq!(texts.len(), 3, "a reply and two receipts: {texts:?}");
        let states: Vec<_> =
            receipts_of(p, &all[0].id).await.into_iter().map(|one| one.delivery.map(|d| d.state)).collect();
        assert_eq!(states, [Some(DeliveryState::Undone)]);

        sink.kept.answer(Some(crate::email::listener::Refusal::later("not now")));
        take_in(p, [enquiry(4, "")]).await;
        sink.kept.answer(None);
        test.clock.advance_business(jiff::SignedDuration::from_hours(25));
        test.clock.advance_machine(jiff::SignedDuration::from_hours(2));
        work(p).await;
        assert_eq!(sink.kept.mails().len(), 3, "it would have said what is not true");
    });
}
