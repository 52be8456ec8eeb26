//! What happens by itself when time passes.

use base::Actor;
use jiff::SignedDuration;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx};

use super::{BREACH_JOB, CLOCK_LANE};
use crate::events::{ClockKind, ConversationEvent};
use crate::ids::ConversationId;
use crate::model::{Conversation, State};
use crate::{settings, store};

/// Leaves a job that looks again just after the nearest deadline.
pub(super) async fn watch(tx: &mut Tx, conversation: &Conversation) -> Result<()> {
    let clocks = &conversation.clocks;
    let first = clocks.first_due.filter(|_| !clocks.first_breached);
    let next = clocks.next_due.filter(|_| !clocks.next_breached);
    let Some(due) = first.into_iter().chain(next).min() else { return Ok(()) };
    let just_after = due.saturating_add(SignedDuration::from_micros(1)).unwrap_or(due);
    let id = conversation.id.as_str();
    let key = format!("{BREACH_JOB}:{id}");
    tx.enqueue(NewJob::new(CLOCK_LANE, BREACH_JOB).key(key).payload(id).at_business_time(just_after)).await
}

fn id_of(job: &Job) -> Result<ConversationId, Failure> {
    job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no conversation")))
}

/// Job: writes each breach into the log, once, and tells open desks by it.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn breach(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id = id_of(job)?;
    let mut tx = p.begin().await?;
    if let Some(before) = store::find_for_update(&mut tx, &base::Scope::All, &id).await? {
        let (first, next) = before.clocks.newly_breached(tx.now());
        let mut after = before.clone();
        after.clocks.first_breached |= first;
        after.clocks.next_breached |= next;
        for clock in [first.then_some(ClockKind::First), next.then_some(ClockKind::Next)].into_iter().flatten() {
            let event = ConversationEvent::ClockBreached { conversation: id.clone(), clock };
            tx.record(&event, &Actor::System, Some(&job.id)).await?;
        }
        if first || next {
            store::save(&mut tx, &before, &after).await?;
        }
        // A deadline may have moved on, or another clock still runs.
        watch(&mut tx, &after).await?;
    }
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    Ok(())
}

/// Job: closes a conversation that was solved and has been quiet since.
///
/// # Errors
/// See [`breach`].
pub async fn close_quiet(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id = id_of(job)?;
    let mut tx = p.begin().await?;
    if let Some(before) = store::find_for_update(&mut tx, &base::Scope::All, &id).await? {
        let days = settings::manners(&mut tx).await?.quiet_days.clamp(0, 3650);
        let quiet = tx.now().duration_since(before.touched_at) >= SignedDuration::from_hours(24 * days);
        if before.state == State::Solved && quiet {
            let mut after = before.clone();
            after.state = State::Closed;
            store::save(&mut tx, &before, &after).await?;
            let event = ConversationEvent::StateChanged {
                conversation: id,
                from: before.state,
                to: State::Closed,
                reason: String::new(),
            };
            tx.record(&event, &Actor::System, Some(&job.id)).await?;
        } else if before.state == State::Solved {
            super::closing::watch_quiet(&mut tx, &before).await.map_err(|error| match error {
                super::CommandError::Fault(fault) => Failure::Again(fault),
                other => Failure::Never(Fault::because("cannot wait for quiet days", other)),
            })?;
        }
    }
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    Ok(())
}
