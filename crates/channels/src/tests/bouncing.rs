//! Replies that come back: the report finds its message, and nobody else's report does.

use conversations::{DeliveryState, MessageKind, State};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;

/// A report on the mail with this id.
fn report(to: &str, id: &str, action: &str, status: &str, words: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nTo: <{US}>\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; {words}\r\n\r\n--b\r\n\
         Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}>\r\nTo: {to}\r\n\r\n--b--\r\n"
    )
    .into_bytes()
}

/// Kari wrote, we replied, and a server took the reply: its conversation and its Message-ID.
async fn replied(test: &TestPlatform, sink: &Server) -> (Actor, ConversationId, String) {
    let p = &test.platform;
    let actor = business(p, sink.port).await;
    take_in(p, [mail("Subject: Motoren\r\n", "Den stopper.")]).await;
    let id = only(p).await.conversation.id;
    let mail_id = answer(test, sink, &actor, &id).await;
    (actor, id, mail_id)
}

async fn answer(test: &TestPlatform, sink: &Server, actor: &Actor, id: &ConversationId) -> String {
    reply(&test.platform, actor, id, "Vi ser paa det.").await;
    test.clock.advance_machine(jiff::SignedDuration::from_secs(11));
    work(&test.platform).await;
    arrived(sink).message_id.expect("our mails have an id")
}

/// State and words of the newest reply, and what is known of Kari's address.
async fn stands(p: &Platform, id: &ConversationId) -> (DeliveryState, String, Option<String>) {
    let thread = thread(p, id).await;
    let reply = thread.messages.iter().rev().find(|message| message.kind == MessageKind::Reply).expect("a reply");
    let delivery = reply.delivery.clone().expect("a delivery");
    let failing = thread.addresses[0].failing.clone().map(|failing| failing.words);
    (delivery.state, delivery.words, failing)
}

#[test]
fn a_reply_that_comes_back_is_ours_again_and_its_address_is_marked_until_it_works() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let (p, sink) = (&test.platform, sink().await);
        let (actor, id, mail_id) = replied(&test, &sink).await;
        assert_eq!(thread(p, &id).await.conversation.state, State::WaitingCustomer);
        take_in(p, [report(KARI, &mail_id, "failed", "5.1.1", "550 5.1.1 no such user")]).await;
        let came_back = only(p).await;
        assert_eq!(came_back.conversation.state, State::Open);
        assert!(came_back.conversation.unread);
        assert!(came_back.conversation.clocks.due().is_some(), "Kari still waits");
        assert_eq!(came_back.messages.last().expect("the report").automatic.as_deref(), Some("report"));
        let told = format!("{KARI}: 550 5.1.1 no such user");
        let marked = Some("550 5.1.1 no such user".to_owned());
        assert_eq!(stands(p, &id).await, (DeliveryState::Bounced, told, marked.clone()));
        assert_eq!(came_back.history.iter().filter(|it| it.sentence.message == "event-delivery-bounced").count(), 1);

        take_in(p, [mail("Subject: Hei igjen\r\n", "Jeg er her.")]).await;
        assert_eq!(stands(p, &id).await.2, None, "who writes from an address is there");
        take_in(p, [report(KARI, &mail_id, "failed", "5.1.1", "550 5.1.1 gone for good")]).await;
        assert!(stands(p, &id).await.2.is_some());
        let _ = answer(&test, &sink, &actor, &id).await;
        assert_eq!((stands(p, &id).await.0, stands(p, &id).await.2), (DeliveryState::Sent, None), "a server took it");
    });
}

#[test]
fn a_forged_report_changes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let (p, sink) = (&test.platform, sink().await);
        let (_, id, mail_id) = replied(&test, &sink).await;
        let bent = mail_id.replacen('.', ".x", 1);
        let words = "550 5.1.1 no such user";
        let forged = [
            report(KARI, &bent, "failed", "5.1.1", words),
            report(KARI, "somebody@else.example", "failed", "5.1.1", words),
            report("ola@post.example", &mail_id, "failed", "5.1.1", words),
        ];
        take_in(p, forged).await;
        let (state, _, failing) = stands(p, &id).await;
        assert_eq!((state, failing), (DeliveryState::Sent, None));
        assert_eq!(conversations_of(p).await.len(), 4, "each is kept, none where it claims to belong");
        assert_eq!(thread(p, &id).await.conversation.state, State::WaitingCustomer);
    });
}

#[test]
fn what_is_late_is_noted_and_a_full_mailbox_marks_no_address() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let (p, sink) = (&test.platform, sink().await);
        let (_, id, mail_id) = replied(&test, &sink).await;
        take_in(p, [report(KARI, &mail_id, "delayed", "4.4.1", "450 busy")]).await;
        assert_eq!(only(p).await.messages.len(), 3, "the warning lies beside the reply");
        let (state, _, failing) = stands(p, &id).await;
        assert_eq!((state, failing), (DeliveryState::Sent, None));
        assert_eq!(thread(p, &id).await.conversation.state, State::WaitingCustomer);
        take_in(p, [report(&KARI.to_uppercase(), &mail_id, "failed", "5.2.2", "552 mailbox full")]).await;
        let (state, words, failing) = stands(p, &id).await;
        assert_eq!((state, failing), (DeliveryState::Bounced, None));
        assert!(words.contains("mailbox full"), "{words}");
    });
}
