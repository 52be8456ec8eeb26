//! Copies, hidden copies and forwards, to the byte: who gets them, and what nobody else may see.

use conversations::commands::NewForward;
use conversations::http::conversation::ArrivalSource as _;
use conversations::{DeliveryState, Mailbox, MessageKind, Recipients};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;

const WORKSHOP: &str = "post@motor.example";

fn to(address: &str) -> Vec<Mailbox> {
    vec![Mailbox { name: "Ola, N.".into(), address: address.into() }]
}

async fn said(test: &mut TestPlatform, sink: &Server, header: &str, text: &str) -> (ConversationId, Actor) {
    test.platform.i18n = platform::I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
    let p = &test.platform;
    let actor = business(p, sink.port).await;
    take_in(p, [mail(header, text)]).await;
    (only(p).await.conversation.id, actor)
}

async fn go(test: &TestPlatform) {
    test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
    work(&test.platform).await;
}

#[test]
fn hidden_copies_stand_in_the_envelope_alone_and_people_are_no_machines() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        let (id, actor) = said(&mut test, &sink, "Subject: Motoren\r\nMessage-ID: <q1@post.example>\r\n", "Hei.").await;
        let recipients = Recipients { to: to(KARI), cc: to("ola@home.example"), bcc: to("sjef@brekkesund.example") };
        let new = NewReply { body: "Hei".into(), recipients: Some(recipients), ..NewReply::default() };
        commands::reply(&test.platform, &actor, &id, new).await.expect("reply");
        go(&test).await;
        let (envelope, bytes) = sink.kept.mails().remove(0);
        assert_eq!(envelope.recipients, [KARI, "ola@home.example", "sjef@brekkesund.example"]);
        let text = String::from_utf8(bytes).expect("ASCII");
        assert!(!text.contains("sjef") && !text.to_lowercase().contains("bcc"), "{text}");
        let ours = arrived(&sink);
        assert_eq!(ours.cc[0].address, "ola@home.example");
        for field in ["auto-submitted", "x-auto-response-suppress", "precedence", "list-", "feedback-id"] {
            assert!(!text.to_lowercase().contains(&format!("\r\n{field}")), "{field} in a reply of a person's");
        }
        // Who was copied by us takes part: their answer joins.
        let id = format!("In-Reply-To: <{}>\r\n", ours.message_id.expect("an id"));
        let answer = format!("From: Ola <ola@home.example>\r\nTo: {US}\r\nSubject: Sv: Motoren\r\n{id}\r\nFint\r\n");
        take_in(&test.platform, [answer.into_bytes()]).await;
        assert_eq!(only(&test.platform).await.messages.len(), 3);
    });
}

#[test]
fn what_is_passed_on_has_the_words_and_files_of_the_original_and_its_answer_comes_back() {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        let sink = sink().await;
        let header = "Subject: Motoren\r\nMessage-ID: <q1@post.example>\r\nMIME-Version: 1.0\r\n\
                      Content-Type: multipart/mixed; boundary=b\r\n";
        let text = "--b\r\nContent-Type: text/plain\r\n\r\nDen kutter ut i kulda.\r\n--b\r\n\
                    Content-Type: text/plain; name=kode.txt\r\nContent-Disposition: attachment; filename=kode.txt\r\n\r\n\
                    E21\r\n--b--";
        let (id, actor) = said(&mut test, &sink, header, text).await;
        let p = &test.platform;
        let original = thread(p, &id).await.messages.remove(0);
        let mut conn = p.db.read().await.expect("read");
        let arrival = crate::sources::JournalArrivals.arrival(&mut conn, &original.id).await.expect("asked");
        let arrival = arrival.expect("it came");
        assert_eq!((arrival.way.as_str(), arrival.copies, arrival.at), ("lmtp", 1, original.at));
        drop(conn);
        let state = thread(p, &id).await.conversation.state;
        let keep = original.attachments.iter().map(|file| file.id.clone()).collect::<Vec<_>>();
        assert_eq!(keep.len(), 1);
        let recipients = Recipients { to: to(WORKSHOP), ..Recipients::default() };
        let body = "Kan dere se på denne?".to_owned();
        let new = NewForward { about: original.id, recipients, body, files: vec![], keep };
        commands::forward(p, &actor, &id, new).await.expect("forwarded");
        go(&test).await;
        let words = thread(p, &id).await.messages.remove(1).delivery.expect("a delivery").words;
        assert!(words.starts_with("250"), "{words}");
        let (envelope, _) = sink.kept.mails().remove(0);
        assert_eq!(envelope.recipients, [WORKSHOP], "not the customer");
        let ours = arrived(&sink);
        for part in ["Kan dere se på denne?", "kari@post.example", "> Den kutter ut i kulda."] {
            assert!(ours.text.contains(part), "{part} in {}", ours.text);
        }
        assert!(!ours.subject.starts_with("Sv:") && ours.subject.ends_with(": Motoren"), "{}", ours.subject);
        assert!(ours.references.is_empty() && ours.in_reply_to.is_empty(), "the customer's mails are unknown there");
        let raw = sink.kept.mails().remove(0).1;
        let file = crate::email::parse::attachment(&raw, &ours.attachments[0].part);
        assert_eq!((ours.attachments[0].name.as_str(), file.as_deref()), ("kode.txt", Some(&b"E21"[..])));

        let id = format!("In-Reply-To: <{}>\r\n", ours.message_id.expect("an id"));
        let answer = format!("From: {WORKSHOP}\r\nTo: {US}\r\nSubject: SV: VS: Motoren\r\n{id}\r\nByttes gratis.\r\n");
        take_in(p, [answer.into_bytes()]).await;
        let thread = only(p).await;
        let kinds: Vec<MessageKind> = thread.messages.iter().map(|message| message.kind).collect();
        assert_eq!(kinds, [MessageKind::Inbound, MessageKind::Forward, MessageKind::Inbound]);
        assert_eq!(thread.messages[2].from.address, WORKSHOP, "it is not taken for the customer's");
        let sent = thread.messages[1].delivery.as_ref().map(|delivery| delivery.state);
        assert_eq!((sent, thread.conversation.state), (Some(DeliveryState::Sent), state));
        assert!(thread.conversation.clocks.first_due.is_some(), "the customer still waits");
    });
}
