//! Replies that go at a time somebody chose: waiting, held back when something comes between, changed,
//! cancelled, sent after all.
//!
//! What was decided: the clocks count a reply when it goes. A reply waits for the conversation, whoever
//! has it by then. When the customer wrote meanwhile, or somebody closed the conversation, it is held
//! back and people look first. A conversation with a waiting reply is not closed by hand.

use base::{Action, Actor, Instant, Scope, allowed};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use super::{
    Answer, CLOCK_LANE, CommandError, RELEASE_JOB, actor_name, clocks, load, posting, promising, standing_in, toning,
};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{
    Also, Conversation, Delivery, DeliveryState, DraftText, Group, HeldBecause, Later, Mailbox, Message, MessageKind,
    State, WokenBy,
};
use crate::rules::recipients;
use crate::rules::states::{AfterReply, Refusal, after_message};
use crate::store::{self, Before};

/// Keeps a new reply until its time.
pub(super) async fn schedule(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    message: &Message,
    due: Instant,
    then: AfterReply,
) -> Answer<()> {
    if due <= tx.now() {
        return Err(Refusal::TimePassed.into());
    }
    let mut after = posting::take(tx, actor, before, message).await?;
    if after.state == State::New {
        after.state = State::Open;
    }
    store::save(tx, before, &after).await?;
    let (undo_until, at) = (tx.machine_now(), tx.now());
    let (state, later) = (DeliveryState::Scheduled, Some(Later { due, then }));
    let delivery = Delivery { state, undo_until, at, words: String::new(), attempts: 0, later, subject: None };
    store::insert_delivery(tx, &message.id, &delivery, &Before::of(before)).await?;
    tx.enqueue(NewJob::new(CLOCK_LANE, RELEASE_JOB).payload(message.id.as_str()).at_business_time(due)).await?;
    let (conversation, by) = (before.id.clone(), message.from.name.clone());
    let event = ConversationEvent::ReplyScheduled { conversation, message: message.id.clone(), by, due };
    Ok(tx.record(&event, actor, None).await?)
}

/// Job: a chosen time has come. The reply goes, unless people should look first.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn release(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id: MessageId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no message")))?;
    let mut tx = p.begin().await?;
    if let Some((conversation, message, delivery, stood)) = waiting(&mut tx, &Scope::All, &id).await?
        && delivery.state == DeliveryState::Scheduled
    {
        let closed = |state: State| state.group() == Group::Closed;
        if let Some(who) = store::answered_since(&mut tx, &message).await? {
            hold(&mut tx, &conversation, &message.id, delivery, HeldBecause::SomebodyWrote, &who).await?;
        } else if closed(conversation.state) && !closed(stood.state) {
            hold(&mut tx, &conversation, &message.id, delivery, HeldBecause::Closed, "").await?;
        } else {
            let actor = Actor::System;
            go(&mut tx, &actor, (&conversation, &message), (delivery, stood), Some(&job.id))
                .await
                .map_err(Fault::from)?;
        }
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

type Waiting = (Conversation, Message, Delivery, Before);

/// A reply with its conversation, both held until the transaction ends.
async fn waiting(tx: &mut Tx, scope: &Scope, id: &MessageId) -> Result<Option<Waiting>, Fault> {
    let Some(message) = store::find_message(tx, scope, id).await? else { return Ok(None) };
    let Some(conversation) = store::find_for_update(tx, scope, &message.conversation).await? else { return Ok(None) };
    let conversation = clocks::caught_up(tx, conversation).await?;
    let delivery = store::delivery(tx, id).await?;
    Ok(delivery.map(|(delivery, stood)| (conversation, message, delivery, stood)))
}

async fn go(
    tx: &mut Tx,
    actor: &Actor,
    (conversation, message): (&Conversation, &Message),
    (delivery, waited): (Delivery, Before),
    cause: Option<&str>,
) -> Answer<()> {
    let then = delivery.later.map(|later| later.then).unwrap_or_default();
    let now = tx.now();
    store::goes_now(tx, &message.id, now).await?;
    promising::gone(tx, actor, conversation, &message.id).await?;
    // Whoever presses the button may take it back; at its time it goes at once.
    let mut stood = Before::of(conversation);
    stood.jars = waited.jars;
    posting::post_waiting(tx, &message.id, delivery, &stood, cause.is_none()).await?;
    posting::answered(tx, actor, (conversation, conversation.clone()), message, then, cause).await
}

/// Holds a reply back whose time has come; its conversation is to be seen again.
async fn hold(
    tx: &mut Tx,
    before: &Conversation,
    id: &MessageId,
    delivery: Delivery,
    why: HeldBecause,
    who: &str,
) -> Result<(), Fault> {
    stop(tx, &before.id, id, delivery, why, who).await?;
    super::snoozing::woken(tx, &Actor::System, before, WokenBy::Message, None).await?;
    let mut after = looked_for(before.clone());
    let given = standing_in::while_full(tx, before, &mut after).await?;
    store::save(tx, before, &after).await?;
    if let Some(given) = given {
        tx.record(&given, &Actor::System, None).await?;
    }
    Ok(())
}

/// Holds a reply back; its conversation is still to be saved as [`looked_for`].
pub(super) async fn stop(
    tx: &mut Tx,
    conversation: &ConversationId,
    id: &MessageId,
    mut delivery: Delivery,
    why: HeldBecause,
    who: &str,
) -> Result<(), Fault> {
    delivery.state = DeliveryState::Held;
    delivery.words = why.words(who);
    delivery.at = tx.now();
    store::set_delivery(tx, id, &delivery).await?;
    let event = ConversationEvent::ReplyHeld { conversation: conversation.clone(), message: id.clone(), why };
    tx.record(&event, &Actor::System, None).await
}

/// The conversation of a reply that is held back.
pub(super) fn looked_for(mut conversation: Conversation) -> Conversation {
    conversation.unread = true;
    conversation.snoozed = None;
    if conversation.state.group() == Group::Closed {
        // Somebody must look, and nobody looks at what is closed.
        conversation.state = State::Open;
        conversation.label = None;
    }
    conversation
}

/// Somebody wrote: what waits for its time is held back, so that people look first. Whose the conversation is then, is
/// decided where it is written down what they wrote. Answers the conversation as it is then.
pub(super) async fn hold_back(tx: &mut Tx, conversation: &Conversation, who: &Mailbox) -> Result<Conversation, Fault> {
    let who = if who.name.is_empty() { &who.address } else { &who.name };
    let mut held = false;
    for (id, state) in store::waiting_for_time(tx, &conversation.id).await? {
        if let (DeliveryState::Scheduled, Some((delivery, _))) = (state, store::delivery(tx, &id).await?) {
            stop(tx, &conversation.id, &id, delivery, HeldBecause::SomebodyWrote, who).await?;
            held = true;
        }
    }
    if !held {
        return Ok(conversation.clone());
    }
    super::snoozing::woken(tx, &Actor::System, conversation, WokenBy::Message, None).await?;
    let after = looked_for(conversation.clone());
    store::save(tx, conversation, &after).await?;
    Ok(after)
}

/// A reply that waits for its time or is held back, for a colleague who may work on it.
async fn mine(tx: &mut Tx, actor: &Actor, id: &MessageId) -> Answer<Waiting> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let found = waiting(tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    match found.2.state {
        DeliveryState::Scheduled | DeliveryState::Held => Ok(found),
        _ => Err(Refusal::NotWaiting.into()),
    }
}

/// Sends now what waits for its time or was held back, after the undo window.
///
/// # Errors
/// [`Refusal::NotWaiting`].
pub async fn send_now(p: &Platform, actor: &Actor, id: &MessageId) -> Answer<ConversationId> {
    let mut tx = p.begin().await?;
    let (conversation, message, delivery, stood) = mine(&mut tx, actor, id).await?;
    go(&mut tx, actor, (&conversation, &message), (delivery, stood), None).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

/// A reply that waits for its time will not go.
///
/// # Errors
/// [`Refusal::NotWaiting`].
pub async fn cancel(p: &Platform, actor: &Actor, id: &MessageId) -> Answer<ConversationId> {
    let mut tx = p.begin().await?;
    let (conversation, message, delivery, stood) = mine(&mut tx, actor, id).await?;
    called_off(&mut tx, actor, (&conversation, &message), (delivery, &stood)).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

/// A reply that waits for its time comes back into the composer of whoever asks, to be changed.
///
/// # Errors
/// [`Refusal::NotWaiting`].
pub async fn edit(p: &Platform, actor: &Actor, id: &MessageId) -> Answer<ConversationId> {
    let mut tx = p.begin().await?;
    let (conversation, message, delivery, stood) = mine(&mut tx, actor, id).await?;
    called_off(&mut tx, actor, (&conversation, &message), (delivery, &stood)).await?;
    back_as_draft(&mut tx, actor, &message, Also::default()).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

async fn called_off(
    tx: &mut Tx,
    actor: &Actor,
    (conversation, message): (&Conversation, &Message),
    (mut delivery, stood): (Delivery, &Before),
) -> Answer<()> {
    toning::taken_back(tx, stood).await?;
    promising::taken_back(tx, actor, conversation, &message.id).await?;
    delivery.state = DeliveryState::Undone;
    delivery.at = tx.now();
    store::set_delivery(tx, &message.id, &delivery).await?;
    let by = actor_name(tx, actor).await?;
    let (conversation, message) = (message.conversation.clone(), message.id.clone());
    Ok(tx.record(&ConversationEvent::ReplyCancelled { conversation, message, by }, actor, None).await?)
}

/// What did not go, as it was typed.
async fn as_typed(tx: &mut Tx, message: &Message, also: Also) -> Answer<DraftText> {
    let files = store::files_of(tx, &message.id).await?;
    Ok(DraftText {
        body: message.body.clone(),
        to: recipients::write(&message.to),
        cc: recipients::write(&message.cc),
        bcc: recipients::write(&message.bcc),
        keep: files.into_iter().map(|(file, ..)| file.id).collect(),
        about: message.about.clone(),
        also,
        like: None,
    })
}

/// What did not go becomes a draft of whoever asked for it, above what they have typed since.
async fn back_as_draft(tx: &mut Tx, actor: &Actor, message: &Message, also: Also) -> Answer<()> {
    let staff = posting::staff_id(actor)?;
    let typed = match &message.side {
        Some(side) => store::side_draft_of(tx, &staff, side).await?.map(|draft| draft.body),
        None => {
            let drafts = store::drafts_of(tx, &staff, &message.conversation).await?;
            drafts.into_iter().find(|(kind, _)| *kind == message.kind).map(|(_, draft)| draft.body)
        }
    };
    let typed = typed.filter(|typed| !typed.trim().is_empty());
    let mut draft = as_typed(tx, message, also).await?;
    if let Some(typed) = typed {
        draft.body = format!("{}\n\n{typed}", draft.body);
    }
    match &message.side {
        Some(side) => store::keep_side_draft(tx, &staff, side, &draft).await?,
        None => store::keep_draft(tx, &staff, &message.conversation, message.kind, &draft).await?,
    }
    Ok(())
}

/// Takes a message back before it goes; its text becomes a draft again, so that nothing typed is lost.
/// The conversation stands as it did before, clocks included; what the customer wrote meanwhile is owed an answer.
///
/// # Errors
/// [`Refusal::TooLate`] once the window is over or a sender has it.
pub async fn undo_send(p: &Platform, actor: &Actor, id: &MessageId) -> Answer<Message> {
    let mut tx = p.begin().await?;
    let scope = allowed(actor, Action::WorkConversations)?;
    let message = store::find_message(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let before = load(&mut tx, actor, &message.conversation).await?;
    let (mut delivery, stood) = store::delivery(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    if delivery.state != DeliveryState::Waiting || delivery.attempts > 0 || tx.machine_now() >= delivery.undo_until {
        return Err(Refusal::TooLate.into());
    }
    delivery.state = DeliveryState::Undone;
    delivery.at = tx.now();
    store::set_delivery(&mut tx, id, &delivery).await?;
    toning::taken_back(&mut tx, &stood).await?;
    let (did, shared, was) = (stood.did.clone(), stood.shared.clone(), stood.draft.clone());
    let (waits, stood_clocks, stood_snoozed) = (stood.waits, stood.clocks(), stood.snoozed());
    if message.kind == MessageKind::Reply {
        let mut after = before.clone();
        after.bring_clocks_back(stood.clocks());
        after.state = stood.state;
        after.snoozed = super::snoozing::restored(&mut tx, &before, stood.snoozed()).await?;
        after.customer_spoke_last = stood.customer_spoke_last || before.customer_spoke_last;
        match store::written_since(&mut tx, &message).await? {
            Some(at) => {
                let policy = super::service::targets_of(&mut tx, &before).await?;
                after.state = after_message(after.state, false);
                after.clocks = after.clocks.resumed(&policy, at).customer_wrote(&policy, at);
                after.snoozed = None;
            }
            None => after.snippet = stood.snippet,
        }
        if let Some(did) = &did {
            super::acting::taken_back(&mut tx, actor, &mut after, did).await?;
        }
        store::save(&mut tx, &before, &after).await?;
        clocks::watch(&mut tx, &after).await?;
        let stands = after.state.group() == Group::Closed;
        super::ending::bring_back(&mut tx, actor, &after, stood.outcome.filter(|_| stands)).await?;
    }
    // A waiting that somebody named since is theirs.
    if waits && before.state == State::WaitingOthers && before.label.is_none() {
        let (conversation, from) = (before.id.clone(), before.state);
        let mut after = before.clone();
        after.bring_clocks_back(stood_clocks);
        after.state = stood.state;
        after.snoozed = super::snoozing::restored(&mut tx, &before, stood_snoozed).await?;
        store::save(&mut tx, &before, &after).await?;
        clocks::watch(&mut tx, &after).await?;
        let event = ConversationEvent::StateChanged { conversation, from, to: stood.state, reason: String::new() };
        tx.record(&event, actor, None).await?;
    }
    promising::taken_back(&mut tx, actor, &before, id).await?;
    // The files are the message's by now, and come back with it.
    let also = did.map(|did| Also { files: Vec::new(), ..did.also }).unwrap_or_default();
    match shared {
        Some(author) => {
            let text = as_typed(&mut tx, &message, also).await?;
            let draft = super::sharing::shared_again(&mut tx, actor, &message.conversation, &author, text).await?;
            store::need_drafted_again(&mut tx, id, &draft).await?;
            if let Some(was) = was {
                store::problem_drafted_again(&mut tx, &was, &draft).await?;
            }
        }
        None => back_as_draft(&mut tx, actor, &message, also).await?,
    }
    let event = ConversationEvent::ReplyUndone { conversation: before.id, message: id.clone() };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(message)
}
