//! What happens by itself when time passes.

use base::Actor;
use jiff::SignedDuration;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx};

use super::{BREACH_JOB, CLOCK_LANE, service};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, State};
use crate::rules::clocks::Told;
use crate::{settings, store};

/// Brings what was just written in line with its service policy, and leaves a job that looks again at the next moment of
/// its clocks.
pub(super) async fn watch(tx: &mut Tx, conversation: &Conversation) -> Result<()> {
    let it = service::follow(tx, conversation).await?;
    let Some(at) = it.clocks.next_moment(&service::targets_of(tx, &it).await?) else { return Ok(()) };
    let id = it.id.as_str();
    let key = format!("{BREACH_JOB}:{id}");
    tx.enqueue(NewJob::new(CLOCK_LANE, BREACH_JOB).key(key).payload(id).at_business_time(at)).await
}

fn id_of(job: &Job) -> Result<ConversationId, Failure> {
    job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no conversation")))
}

/// A conversation that is about to be changed, once what its clocks missed is told. After a standstill a reply that waited
/// may go, or somebody close what is late, before [`breach`] comes; with the clock every sign of the deadline would be
/// gone.
pub(super) async fn caught_up(tx: &mut Tx, it: Conversation) -> Result<Conversation> {
    if !it.clocks.owes_telling(tx.now()) {
        return Ok(it);
    }
    // Rare, and in the future of every command: it takes its room elsewhere.
    Box::pin(look(tx, &it, None)).await?;
    Ok(store::find_for_update(tx, &base::Scope::All, &it.id).await?.unwrap_or(it))
}

/// Tells what the clocks of a conversation have brought by now, does what its policy wants done where a deadline was
/// missed, and looks again when there is more.
async fn look(tx: &mut Tx, before: &Conversation, cause: Option<&str>) -> Result<()> {
    let targets = service::targets_of(tx, before).await?;
    let (clocks, told) = before.clocks.clone().told(&targets, tx.now());
    for told in &told {
        let conversation = before.id.clone();
        let event = match *told {
            Told::Near(clock, due) => ConversationEvent::DeadlineNear { conversation, clock, due },
            Told::Over(clock) => ConversationEvent::ClockBreached { conversation, clock },
        };
        tx.record(&event, &Actor::System, cause).await?;
    }
    let after = Conversation { clocks, ..before.clone() };
    if !told.is_empty() {
        store::save(tx, before, &after).await?;
    }
    if told.iter().any(|told| matches!(told, Told::Over(_))) {
        service::escalate(tx, &after).await?;
    }
    // A deadline may have moved on, or another clock still runs.
    match store::find_for_update(tx, &base::Scope::All, &before.id).await? {
        Some(after) => watch(tx, &after).await,
        None => Ok(()),
    }
}

/// Job: writes each warning and each breach into the log, once, and tells open desks by it; does what the policy wants
/// done where a deadline was missed.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn breach(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id = id_of(job)?;
    let mut tx = p.begin().await?;
    if let Some(before) = store::find_for_update(&mut tx, &base::Scope::All, &id).await? {
        look(&mut tx, &before, Some(&job.id)).await?;
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
