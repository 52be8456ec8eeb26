//! What waits for its time and what is half written, when two conversations become one.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::model::{DraftText, HeldBecause};

const KARI: &str = "kari@post.example";
const OLA: &str = "ola@verksted.example";

fn draft(body: &str) -> DraftText {
    DraftText { body: body.into(), ..DraftText::default() }
}

async fn typed(p: &Platform, actor: &Actor, id: &ConversationId, kind: MessageKind, body: &str) {
    commands::save_draft(p, actor, id, kind, &draft(body)).await.expect("kept");
}

async fn drafts(p: &Platform, me: &StaffId, id: &ConversationId) -> Vec<(MessageKind, DraftText)> {
    queries::drafts(&mut p.db.read().await.expect("read"), me, id).await.expect("drafts")
}

/// A reply that goes in two hours.
async fn later(p: &Platform, actor: &Actor, id: &ConversationId) -> crate::MessageId {
    let later = Some(p.clock.business() + SignedDuration::from_hours(2));
    commands::reply(p, actor, id, NewReply { later, ..reply("Delen er her i dag.") }).await.expect("kept")
}

async fn delivery(p: &Platform, at: &ConversationId, id: &crate::MessageId) -> (DeliveryState, String) {
    let message = thread(p, at).await.messages.into_iter().find(|message| message.id == *id).expect("it is there");
    let delivery = message.delivery.expect("a delivery");
    (delivery.state, delivery.words)
}

#[test]
fn a_waiting_reply_and_drafts_come_along_and_back_and_the_reply_goes_from_where_it_is() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let motor = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let saddle = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await;
        let waiting = later(p, &actor, &saddle.conversation).await;
        typed(p, &actor, &motor.conversation, MessageKind::Reply, "Om motoren").await;
        typed(p, &actor, &saddle.conversation, MessageKind::Reply, "Om sadelen").await;
        typed(p, &actor, &saddle.conversation, MessageKind::Note, "Ring lageret").await;
        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged");
        assert_eq!(delivery(p, &motor.conversation, &waiting).await, (DeliveryState::Scheduled, String::new()));
        let mut there = drafts(p, &me, &motor.conversation).await;
        there.sort_by_key(|(kind, _)| kind.code());
        let joined = draft("Om motoren\n\nOm sadelen");
        assert_eq!(there, [(MessageKind::Note, draft("Ring lageret")), (MessageKind::Reply, joined)]);
        assert_eq!(drafts(p, &me, &saddle.conversation).await, []);
        assert_eq!(happened(&thread(p, &motor.conversation).await, "conversation.came_along"), 1);
        healthy(p).await;

        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone");
        assert_eq!(delivery(p, &saddle.conversation, &waiting).await.0, DeliveryState::Scheduled);
        assert_eq!(drafts(p, &me, &motor.conversation).await, [(MessageKind::Reply, draft("Om motoren"))]);
        assert_eq!(drafts(p, &me, &saddle.conversation).await.len(), 2);

        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged again");
        // What is typed on afterwards stays, and what was brought goes back.
        typed(p, &actor, &motor.conversation, MessageKind::Reply, "Om begge deler").await;
        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone again");
        assert_eq!(drafts(p, &me, &motor.conversation).await, [(MessageKind::Reply, draft("Om begge deler"))]);
        assert!(drafts(p, &me, &saddle.conversation).await.contains(&(MessageKind::Reply, draft("Om sadelen"))));

        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged for good");
        test.clock.advance_business(SignedDuration::from_hours(3));
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time");
        commands::release(p, &job).await.expect("released");
        let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
        let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        assert_eq!((out.message.id, &out.message.to[0].address), (waiting, &KARI.to_owned()));
        let person = find(p, &motor.conversation).await.person;
        assert_eq!(out.reply_tag, naming::reply_tag(p, motor.number, &person), "its answer joins here");
        healthy(p).await;
    });
}

#[test]
fn beside_another_customer_a_waiting_reply_is_held_and_a_draft_says_to_whom_it_goes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let kari = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let ola = take_in(p, mail(p, OLA, "Sykkelen til Kari", "Jeg har den her.")).await;
        let waiting = later(p, &actor, &ola.conversation).await;
        let here = later(p, &actor, &kari.conversation).await;
        typed(p, &actor, &ola.conversation, MessageKind::Reply, "Takk, Ola").await;
        typed(p, &actor, &kari.conversation, MessageKind::Reply, "Hei, Kari").await;
        commands::merge(p, &actor, &ola.conversation, kari.number).await.expect("merged");
        let held = (DeliveryState::Held, HeldBecause::Merged.words(""));
        assert_eq!(delivery(p, &kari.conversation, &waiting).await, held);
        assert_eq!(delivery(p, &kari.conversation, &here).await.0, DeliveryState::Scheduled, "it was Kari's all along");
        let found = find(p, &kari.conversation).await;
        assert_eq!((found.unread, found.state.group()), (true, Group::Open));
        let there = drafts(p, &me, &kari.conversation).await;
        let to = format!("Kari Solheim <{KARI}>, Kari Solheim <{OLA}>");
        assert_eq!(there, [(MessageKind::Reply, DraftText { to, ..draft("Hei, Kari\n\nTakk, Ola") })]);

        commands::undo_merge(p, &actor, &ola.conversation).await.expect("undone");
        assert_eq!(delivery(p, &ola.conversation, &waiting).await, (DeliveryState::Scheduled, String::new()));
        assert_eq!(drafts(p, &me, &ola.conversation).await, [(MessageKind::Reply, draft("Takk, Ola"))]);
        assert_eq!(drafts(p, &me, &kari.conversation).await, [(MessageKind::Reply, draft("Hei, Kari"))]);
        healthy(p).await;

        commands::merge(p, &actor, &ola.conversation, kari.number).await.expect("merged again");
        test.clock.advance_business(SignedDuration::from_hours(3));
        while let Some(job) = claim(p, commands::RELEASE_JOB).await {
            commands::release(p, &job).await.expect("released");
        }
        assert_eq!(delivery(p, &kari.conversation, &waiting).await, held, "people look first");
        assert_eq!(delivery(p, &kari.conversation, &here).await.0, DeliveryState::Waiting);
        healthy(p).await;
    });
}

#[test]
fn what_came_in_the_other_one_since_holds_a_waiting_reply_back_until_the_merge_is_undone() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let waiting = later(p, &actor, &first.conversation).await;
        let second = take_in(p, mail(p, KARI, "Igjen", "Nå går den.")).await;
        commands::merge(p, &actor, &second.conversation, first.number).await.expect("merged");
        let (state, words) = delivery(p, &first.conversation, &waiting).await;
        assert_eq!((state, HeldBecause::who_wrote(&words)), (DeliveryState::Held, Some("Kari Solheim")));
        commands::undo_merge(p, &actor, &second.conversation).await.expect("undone");
        assert_eq!(delivery(p, &first.conversation, &waiting).await.0, DeliveryState::Scheduled);
        healthy(p).await;
    });
}

#[test]
fn a_form_that_was_open_meanwhile_writes_where_the_conversation_is_now_and_sees_what_it_had_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let second = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await;
        commands::merge(p, &actor, &first.conversation, second.number).await.expect("merged");
        typed(p, &actor, &first.conversation, MessageKind::Reply, "Halvt").await;
        assert_eq!(drafts(p, &me, &second.conversation).await, [(MessageKind::Reply, draft("Halvt"))]);
        let seen = Some(first.message.clone());
        let blind = commands::reply(p, &actor, &first.conversation, NewReply { seen, ..reply("Hei") }).await;
        assert!(matches!(blind, Err(CommandError::Refused(Refusal::SomethingNewer))), "{blind:?}");
        let seen = Some(second.message.clone());
        commands::reply(p, &actor, &first.conversation, NewReply { seen, ..reply("Hei") }).await.expect("sent");
        commands::note(p, &actor, &first.conversation, "Ring lageret").await.expect("kept");
        assert_eq!(thread(p, &second.conversation).await.messages.len(), 4);
        assert_eq!(drafts(p, &me, &second.conversation).await, []);
        healthy(p).await;
    });
}
