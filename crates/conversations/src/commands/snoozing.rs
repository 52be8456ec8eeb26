//! Conversations that are not to be seen for a while: put away, brought back by their time, by a message, by hand.

use base::{Actor, Instant, Scope};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, CLOCK_LANE, WAKE_JOB, service, standing_in};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, StepId};
use crate::model::{Conversation, Snooze, State, WokenBy};
use crate::rules::snoozing;
use crate::store;

/// Puts a conversation away. No clock stops for it; see [`snoozing::kept`].
///
/// # Errors
/// Those of [`snoozing::allowed`].
pub async fn snooze(p: &Platform, actor: &Actor, id: &ConversationId, wish: Snooze) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Snooze(wish)).await
}

/// Puts it away, as part of more.
pub(super) async fn put_away(tx: &mut Tx, actor: &Actor, before: &Conversation, wish: Snooze) -> Answer<()> {
    snoozing::allowed(wish, before.state, tx.now())?;
    let snooze = snoozing::kept(wish, &before.clocks, tx.now());
    if before.snoozed == Some(snooze) {
        return Ok(());
    }
    let after = Conversation { snoozed: Some(snooze), ..before.clone() };
    store::save(tx, before, &after).await?;
    watch(tx, &after).await?;
    Ok(tx.record(&told(&before.id, snooze), actor, None).await?)
}

/// That it was put away.
pub(super) fn told(conversation: &ConversationId, snooze: Snooze) -> ConversationEvent {
    let until = match snooze {
        Snooze::Until(until) => Some(until),
        Snooze::NextReply => None,
    };
    ConversationEvent::Snoozed { conversation: conversation.clone(), until }
}

/// Brings a conversation back by hand, as it was.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn wake(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Wake).await
}

/// Brings it back, as part of more.
pub(super) async fn bring_back(tx: &mut Tx, actor: &Actor, before: &Conversation) -> Answer<()> {
    if before.snoozed.is_none() {
        return Ok(());
    }
    let after = Conversation { snoozed: None, ..before.clone() };
    store::save(tx, before, &after).await?;
    Ok(woken(tx, actor, before, WokenBy::Colleague, None).await?)
}

/// Leaves a job that looks again when the time has come.
pub(super) async fn watch(tx: &mut Tx, conversation: &Conversation) -> Result<(), Fault> {
    let Some(Snooze::Until(until)) = conversation.snoozed else { return Ok(()) };
    let id = conversation.id.as_str();
    let job = NewJob::new(CLOCK_LANE, WAKE_JOB).key(format!("{WAKE_JOB}:{id}")).payload(id).at_business_time(until);
    tx.enqueue(job).await
}

/// What a conversation was put away for, when something done meanwhile is undone: nothing when that is over by now.
/// Its job is left anew, so whoever uses it saves the conversation too.
pub(super) async fn restored(
    tx: &mut Tx,
    conversation: &Conversation,
    stood: Option<Snooze>,
) -> Result<Option<Snooze>, Fault> {
    let now = tx.now();
    let snoozed = stood.filter(|stood| !snoozing::is_over(*stood, now));
    watch(tx, &Conversation { snoozed, ..conversation.clone() }).await?;
    Ok(snoozed)
}

/// Tells that `before` is to be seen again, if it was not.
pub(super) async fn woken(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    by: WokenBy,
    cause: Option<&str>,
) -> Result<(), Fault> {
    if before.snoozed.is_none() {
        return Ok(());
    }
    tx.record(&ConversationEvent::Woken { conversation: before.id.clone(), by }, actor, cause).await
}

/// Job: the time of a snooze has come.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn wake_up(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id: ConversationId =
        job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no conversation")))?;
    let mut tx = p.begin().await?;
    if let Some(before) = store::find_for_update(&mut tx, &Scope::All, &id).await?
        && let Some(snooze) = before.snoozed
    {
        let now = tx.now();
        // Put away anew meanwhile, it has another time, or none.
        if snoozing::is_over(snooze, now) {
            back(&mut tx, &before, now, &job.id).await?;
        } else {
            watch(&mut tx, &before).await?;
        }
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// To be seen again, by whoever has it unless they have as much as they take, and ours.
async fn back(tx: &mut Tx, before: &Conversation, now: Instant, cause: &str) -> Result<(), Fault> {
    let state = snoozing::state_after(before.state, WokenBy::Time);
    let mut after = Conversation { snoozed: None, unread: true, state, ..before.clone() };
    if before.state != state {
        after.label = None;
    }
    if before.state == State::WaitingOthers {
        after.clocks = after.clocks.resumed(&service::targets_of(tx, before).await?, now);
    }
    let given = standing_in::while_full(tx, before, &mut after).await?;
    store::save(tx, before, &after).await?;
    super::clocks::watch(tx, &after).await?;
    woken(tx, &Actor::System, before, WokenBy::Time, Some(cause)).await?;
    if let Some(given) = given {
        tx.record(&given, &Actor::System, Some(cause)).await?;
    }
    if before.state != state {
        let (conversation, from) = (before.id.clone(), before.state);
        let event = ConversationEvent::StateChanged { conversation, from, to: state, reason: String::new() };
        tx.record(&event, &Actor::System, Some(cause)).await?;
    }
    Ok(())
}
