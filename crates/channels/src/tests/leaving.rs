//! Replies on their way out, and their answers (P05).

use conversations::DeliveryState;
use conversations::State;
use platform::jobs::Job;
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::email::listener::Refusal;

/// A conversation with a reply that is due.
async fn due_reply(test: &TestPlatform, sink: &Server) -> (ConversationId, MessageId, Actor) {
    let p = &test.platform;
    let actor = business(p, sink.port).await;
    let header = "Subject: Motoren stopper\r\nMessage-ID: <q1@post.example>\r\nReferences: <q0@post.example>\r\n";
    take_in(p, [mail(header, "Den stopper.")]).await;
    let id = only(p).await.conversation.id;
    let message = reply(p, &actor, &id, "Hei Kari,\n\nvi ser på det: https://brekkesund.example/a").await;
    work(p).await;
    assert!(sink.kept.mails().is_empty(), "it waits as long as it can be undone");
    test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
    (id, message, actor)
}

async fn delivery(p: &Platform, id: &MessageId) -> (DeliveryState, String) {
    for conversation in conversations_of(p).await {
        let messages = thread(p, &conversation.id).await.messages;
        if let Some(message) = messages.into_iter().find(|message| message.id == *id) {
            let delivery = message.delivery.expect("a delivery");
            return (delivery.state, delivery.words);
        }
    }
    panic!("{id} is nowhere");
}

#[test]
fn a_reply_reaches_the_customer_and_the_answer_comes_back_to_its_conversation() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        let p = &test.platform;
        let sink = sink().await;
        let (id, message, _) = due_reply(&test, &sink).await;
        work(p).await;
        assert_eq!(delivery(p, &message).await, (DeliveryState::Sent, "250 2.0.0 Kept as 1".into()));
        let (envelope, _) = sink.kept.mails().remove(0);
        assert_eq!((envelope.from.as_str(), envelope.recipients.as_slice()), (US, &[KARI.to_owned()][..]));
        let ours = arrived(&sink);
        let from = ours.from.clone().expect("a sender");
        assert_eq!(from.address, US);
        assert!(
            from.name.as_deref().is_some_and(|name| name.contains("Ingrid Moen") && name.contains("Brekkesund")),
            "{from:?}"
        );
        assert_eq!(ours.to[0].address, KARI);
        assert!(ours.subject.ends_with(": Motoren stopper"), "{}", ours.subject);
        assert_eq!(ours.in_reply_to, ["q1@post.example"]);
        assert!(ours.text.starts_with("Hei Kari,\n\nvi ser på det: https://brekkesund.example/a"), "{}", ours.text);
        assert!(ours.reply_to[0].address.starts_with("hei+1001."), "{:?}", ours.reply_to);
        assert_eq!(ours.automatic, None);
        let link = format!("http://desk.example/r/{}.", 1001);
        assert_eq!(ours.text.matches(&link).count(), 1, "the way to its page: {}", ours.text);

        // By the signed address alone, as some mail programs answer.
        let by_address =
            format!("From: {KARI}\r\nTo: {}\r\nSubject: Sv: Motoren\r\n\r\nTakk\r\n", ours.reply_to[0].address);
        // By the id alone, to the plain address.
        let by_id = format!("Subject: Sv: Motoren\r\nIn-Reply-To: <{}>\r\n", ours.message_id.clone().expect("an id"));
        take_in(p, [by_address.into_bytes(), mail(&by_id, "Og en ting til")]).await;
        let thread = only(p).await;
        assert_eq!(thread.conversation.id, id);
        let bodies: Vec<&str> = thread.messages.iter().map(|message| message.body.as_str()).collect();
        assert_eq!(bodies[2..], ["Takk", "Og en ting til"]);
        assert_eq!(thread.conversation.state, State::Open);
    });
}

#[test]
fn a_server_that_says_later_is_asked_again_with_the_very_same_mail() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (_, message, _) = due_reply(&test, &sink).await;
        sink.kept.answer(Some(Refusal::later("greylisted")));
        work(p).await;
        assert_eq!(delivery(p, &message).await, (DeliveryState::Waiting, "451 4.3.0 greylisted".into()));
        work(p).await;
        assert!(sink.kept.mails().is_empty(), "not before its time");
        sink.kept.answer(None);
        test.clock.advance_machine(jiff::SignedDuration::from_hours(7));
        work(p).await;
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sent);
        assert_eq!(sink.kept.mails().len(), 1);
        test.clock.advance_machine(jiff::SignedDuration::from_hours(24));
        work(p).await;
        assert_eq!(sink.kept.mails().len(), 1, "sent is sent");
    });
}

#[test]
fn a_server_that_says_never_is_heard_and_the_reply_can_be_sent_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (id, message, _) = due_reply(&test, &sink).await;
        sink.kept.answer(Some(Refusal::never("spam")));
        work(p).await;
        assert_eq!(delivery(p, &message).await, (DeliveryState::Failed, "554 5.7.1 spam".into()));
        assert_eq!(thread(p, &id).await.conversation.state, State::Open);
        sink.kept.answer(None);
        commands::retry_delivery(p, &Actor::System, &message).await.expect("retry");
        work(p).await;
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sent);
    });
}

#[test]
fn a_server_that_is_away_for_days_loses_nothing_and_at_last_people_hear_of_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (_, message, _) = due_reply(&test, &sink).await;
        sink.stop.send(true).expect("the sink runs");
        sink.running.await.expect("the sink ended");
        for attempt in 1..=40 {
            work(p).await;
            let (state, words) = delivery(p, &message).await;
            assert!(words.to_lowercase().contains("refused"), "{attempt}: {words}");
            if state == DeliveryState::Failed {
                assert!(attempt >= 10, "given up after {attempt} attempts");
                return;
            }
            test.clock.advance_machine(jiff::SignedDuration::from_hours(8));
        }
        panic!("never given up");
    });
}

/// Claims the sending by hand, as a worker that will die would.
async fn claimed(p: &Platform) -> Job {
    let sql = "UPDATE job SET status = 1, owner = 'hand', attempts = attempts + 1 WHERE kind = $1 AND status = 0 \
               RETURNING id, payload";
    let mut tx = p.begin().await.expect("begin");
    let row = tx.one(sql, vals![commands::SEND_JOB]).await.expect("claim").expect("a job");
    let (id, payload) = (row.text("id").expect("id"), row.text("payload").expect("payload"));
    tx.commit().await.expect("commit");
    Job::for_tests(&id, commands::SEND_JOB, &payload, "hand")
}

#[test]
fn a_worker_that_dies_after_the_server_took_the_mail_sends_the_same_mail_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (_, message, _) = due_reply(&test, &sink).await;
        let job = claimed(p).await;
        // The server is slow to answer; the worker is killed while it waits.
        sink.kept.take_time(Duration::from_millis(300));
        let killed = tokio::time::timeout(Duration::from_millis(150), crate::outbox::deliver(p, &job)).await;
        assert!(killed.is_err(), "killed in the window");
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sending);
        for _ in 0..100 {
            if !sink.kept.mails().is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        sink.kept.take_time(Duration::ZERO);
        crate::outbox::deliver(p, &job).await.expect("taken over");
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sent);
        let mails = sink.kept.mails();
        assert_eq!(mails.len(), 2, "at least once");
        assert_eq!(mails[0].1, mails[1].1, "the very same bytes");
        assert!(crate::outbox::deliver(p, &job).await.is_err(), "the job is done");
        assert_eq!(sink.kept.mails().len(), 2);
    });
}

#[test]
fn a_password_that_cannot_be_opened_is_told_and_not_lost() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        let (_, message, _) = due_reply(&test, &sink).await;
        let mut tx = p.begin().await.expect("begin");
        let broken = RelaySettings {
            host: "127.0.0.1".into(),
            port: sink.port,
            user: "us".into(),
            sealed_password: "sealed with another key".into(),
            ..RelaySettings::default()
        };
        relay::set(&mut tx, &broken).await.expect("set");
        tx.commit().await.expect("commit");
        work(p).await;
        let (state, words) = delivery(p, &message).await;
        assert_eq!(state, DeliveryState::Waiting);
        assert!(words.contains("password"), "{words}");
    });
}

#[test]
fn the_demo_writes_to_make_believe_people_only() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        test.platform.site = std::sync::Arc::new(platform::Site { url: "http://desk.example".into(), demo: true });
        let (_, message, actor) = due_reply(&test, &sink).await;
        let p = &test.platform;
        work(p).await;
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sent);
        let real = format!("From: a@real.test\r\nTo: {US}\r\nSubject: real\r\n\r\nHei\r\n");
        take_in(p, [real.into_bytes()]).await;
        let all = conversations_of(p).await;
        let id = &all.iter().find(|one| one.subject == "real").expect("is there").id;
        let message = reply(p, &actor, id, "Hei").await;
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        let (state, words) = delivery(p, &message).await;
        assert_eq!(state, DeliveryState::Failed);
        assert!(words.contains("a@real.test"), "{words}");
        assert_eq!(sink.kept.mails().len(), 1);
    });
}

#[test]
fn mails_of_tillit_s_own_reach_colleagues_and_no_machine_answers_them() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let sink = sink().await;
        business(p, sink.port).await;
        let mut tx = p.begin().await.expect("begin");
        let system = people::system_mail::SystemMail {
            to: "ingrid@brekkesund.example".into(),
            subject: "Velkommen".into(),
            text: "Lenken: http://desk.example/x".into(),
            language: Language::Nb,
        };
        people::system_mail::send(&mut tx, &system).await.expect("queued");
        tx.commit().await.expect("commit");
        work(p).await;
        let found = arrived(&sink);
        assert_eq!((found.subject.as_str(), found.to[0].address.as_str()), ("Velkommen", "ingrid@brekkesund.example"));
        assert!(found.automatic.is_some() && found.text.contains("http://desk.example/x"));
    });
}

#[test]
fn a_picture_of_a_macro_stands_in_the_mail_and_nothing_of_it_elsewhere() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        let p = &test.platform;
        let sink = sink().await;
        let actor = business(p, sink.port).await;
        take_in(p, [mail("Subject: Motoren\r\nMessage-ID: <q1@post.example>\r\n", "Den stopper.")]).await;
        let id = only(p).await.conversation.id;
        let gif = b"GIF89a\x10\0\x20\0\0\0\0";
        let file =
            |name: &str| commands::NewFile { name: name.into(), content_type: String::new(), bytes: gif.to_vec() };
        let own = actor.staff_id().and_then(|id| id.parse().ok()).expect("a colleague");
        let new = commands::NewMacro {
            name: "The way".into(),
            visible: conversations::Visible::Own(own),
            texts: [(Language::Nb, "Sving til venstre.".to_owned())].into(),
            pictures: vec![commands::NewPicture { file: file("vei.gif"), alt: "Veien til oss".into() }],
            files: vec![file("kart.gif")],
            ..commands::NewMacro::default()
        };
        let used = commands::make_macro(p, &actor, new).await.expect("made");
        let message = commands::apply_macro(p, &actor, &id, &used, None).await.expect("used").expect("a reply");
        test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
        work(p).await;
        assert_eq!(delivery(p, &message).await.0, DeliveryState::Sent);
        let ours = arrived(&sink);
        assert!(
            ours.text.contains("Sving til venstre.\n\n[") && ours.text.contains(": Veien til oss]"),
            "{}",
            ours.text
        );
        let carried: Vec<_> = ours.attachments.iter().map(|file| (file.name.as_str(), file.inline)).collect();
        assert_eq!(carried, [("vei.gif", true), ("kart.gif", false)]);
        let called = ours.attachments[0].content_id.clone().expect("a name within the mail");
        assert_eq!(called, format!("1.{}", ours.message_id.expect("an id")));
        assert_eq!(ours.attachments[0].content_type, "image/gif");
    });
}
