//! Ending a conversation, opening it again, and saying who has the word.

use base::Actor;
use jiff::SignedDuration;
use platform::jobs::NewJob;
use platform::{Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, CLOCK_LANE, CLOSE_JOB, Closing, ending, service};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, StepId};
use crate::model::{Conversation, Group, State, WokenBy};
use crate::rules::clocks::next_stands_still;
use crate::rules::states::{self, REASON_MAX, Refusal};
use crate::{settings, store};

/// Solves a conversation.
///
/// # Errors
/// [`Refusal::ReasonNeeded`] when the customer spoke last and no reason is stated;
/// [`Refusal::AlreadyClosed`]; [`Refusal::ReplyWaits`]; [`Refusal::ChildrenOpen`], [`Refusal::ItemsOpen`],
/// [`Refusal::PromisesOpen`];
/// [`Refusal::FieldsMissing`]; [`Refusal::OutcomeNeeded`], [`Refusal::ComplaintOpen`].
pub async fn close(p: &Platform, actor: &Actor, id: &ConversationId, reason: Option<&str>) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Close(Closing { reason, ..Closing::default() })).await
}

/// Solves a conversation although something that hangs on it is still open, by somebody who knows.
///
/// # Errors
/// See [`close`].
pub async fn close_anyway(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    reason: Option<&str>,
) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Close(Closing { reason, anyway: true, ..Closing::default() })).await
}

/// Nothing that hangs on it is still to be done.
pub(super) async fn nothing_open(tx: &mut Tx, before: &Conversation) -> Answer<()> {
    if before.state.group() != Group::Closed && store::has_open_children(tx, &before.id).await? {
        return Err(Refusal::ChildrenOpen.into());
    }
    if before.state.group() != Group::Closed && store::has_open_items(tx, &before.id).await? {
        return Err(Refusal::ItemsOpen.into());
    }
    if before.state.group() == Group::Closed { Ok(()) } else { no_promise(tx, &before.id).await }
}

/// Nothing that was promised in it is still to be kept.
pub(super) async fn no_promise(tx: &mut Tx, id: &ConversationId) -> Answer<()> {
    if store::has_open_promises(tx, id).await? { Err(Refusal::PromisesOpen.into()) } else { Ok(()) }
}

/// Solves it, as part of more.
pub(super) async fn solve(tx: &mut Tx, actor: &Actor, before: &Conversation, how: Closing<'_>) -> Answer<()> {
    let reason = states::close(before, how.reason)?;
    ending::may_end(tx, actor, before, how.outcome, (how.despite.then_some(reason.as_str()), false)).await?;
    if !store::waiting_for_time(tx, &before.id).await?.is_empty() {
        return Err(Refusal::ReplyWaits.into());
    }
    let mut after = before.clone();
    after.close_reason = Some(reason.clone()).filter(|reason| !reason.is_empty());
    move_to(tx, actor, before, after, State::Solved, reason).await?;
    ending::end(tx, actor, before, how.outcome).await
}

/// Opens a solved or closed conversation again.
///
/// # Errors
/// [`Refusal::AlreadyOpen`].
pub async fn reopen(p: &Platform, actor: &Actor, id: &ConversationId, reason: Option<&str>) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Reopen(reason)).await
}

/// Opens it again, as part of more.
pub(super) async fn open_again(tx: &mut Tx, actor: &Actor, before: &Conversation, reason: Option<&str>) -> Answer<()> {
    states::reopen(before.state)?;
    let mut after = before.clone();
    after.close_reason = None;
    let reason: String = reason.unwrap_or_default().trim().chars().take(REASON_MAX).collect();
    move_to(tx, actor, before, after, State::Open, reason).await
}

/// Says who has the word: open, waiting for the customer, waiting for others. Solving goes by
/// [`close`], which may ask for a reason.
///
/// # Errors
/// As [`close`] when `to` is solved or closed.
pub async fn set_state(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    to: State,
    label: Option<String>,
) -> Answer<Option<StepId>> {
    if to.group() == Group::Closed {
        return close(p, actor, id, None).await;
    }
    stepping::take(p, actor, id, None, Act::Stand(to, label)).await
}

/// Says who has the word, as part of more.
pub(super) async fn stand(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    to: State,
    label: Option<String>,
) -> Answer<()> {
    if before.state == to && before.label == label && before.snoozed.is_none() {
        return Ok(());
    }
    move_to(tx, actor, before, Conversation { label, ..before.clone() }, to, String::new()).await
}

/// Writes a change of state with all that hangs on it: clocks, quiet days, history.
pub(super) async fn move_to(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    mut after: Conversation,
    to: State,
    reason: String,
) -> Answer<()> {
    super::fields::complete(tx, actor, &before.id, to).await?;
    let targets = service::targets_of(tx, before).await?;
    let now = tx.now();
    if before.state != to && before.label == after.label {
        after.label = None; // A free name belongs to the state it was given for.
    }
    after.state = to;
    // Whoever says where it stands has it before them.
    after.snoozed = None;
    let own = service::own_pause(tx, after.label.as_deref()).await?;
    after.clocks = match to.group() {
        Group::Closed => after.clocks.nothing_owed(),
        _ if next_stands_still(to, own) => after.clocks.paused(&targets, now),
        _ => after.clocks.resumed(&targets, now),
    };
    // Closing without a reply settles it: nobody is asked again why.
    if to.group() == Group::Closed {
        after.unread = false;
    }
    store::save(tx, before, &after).await?;
    super::clocks::watch(tx, &after).await?;
    if to == State::Solved {
        watch_quiet(tx, &after).await?;
    }
    super::snoozing::woken(tx, actor, before, WokenBy::Colleague, None).await?;
    let event = ConversationEvent::StateChanged { conversation: after.id.clone(), from: before.state, to, reason };
    tx.record(&event, actor, None).await?;
    Ok(())
}

/// Leaves a job that looks again when the quiet days are over.
pub(super) async fn watch_quiet(tx: &mut Tx, conversation: &Conversation) -> Answer<()> {
    let days = settings::manners(tx).await?.quiet_days.clamp(0, 3650);
    let due = tx.now().saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(base::Instant::MAX);
    let id = conversation.id.as_str();
    let job = NewJob::new(CLOCK_LANE, CLOSE_JOB).key(format!("{CLOSE_JOB}:{id}")).payload(id).at_business_time(due);
    Ok(tx.enqueue(job).await?)
}
