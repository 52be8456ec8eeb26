//! What time brings: its keeper is reminded of a promise, and those who lead hear of one that is late, each once.
//!
//! Each open promise waits with one job for its next moment. The job looks at the promise as it is then, so that one that
//! was moved, kept or given up meanwhile is left alone.

use base::{Actor, Scope};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use super::tell;
use crate::commands::{CLOCK_LANE, PROMISE_JOB};
use crate::ids::{ConversationId, PromiseId};
use crate::model::{Promise, PromiseChange};
use crate::rules::promises as rule;
use crate::store;

/// Leaves a job that looks again at the next moment.
pub(in crate::commands) async fn watch(tx: &mut Tx, it: &Promise) -> Result<(), Fault> {
    let Some(at) = rule::next_moment(it) else { return Ok(()) };
    let id = it.id.as_str();
    let job = NewJob::new(CLOCK_LANE, PROMISE_JOB).key(format!("{PROMISE_JOB}:{id}")).payload(id);
    tx.enqueue(job.at_business_time(at)).await
}

/// The same for all promises of a conversation that is put back.
pub(in crate::commands) async fn watch_all(tx: &mut Tx, conversation: &ConversationId) -> Result<(), Fault> {
    for it in store::live_promises(tx, conversation).await? {
        watch(tx, &it).await?;
    }
    Ok(())
}

/// Job: the next moment of a promise has come.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn watch_promise(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id: PromiseId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no promise")))?;
    let mut tx = p.begin().await?;
    if let Some(it) = held(&mut tx, &id).await? {
        let (remind, late, after) = rule::told(&it, tx.now());
        if after != it {
            store::put_promise(&mut tx, &after).await?;
        }
        let change = match (remind, late) {
            (_, true) => Some(PromiseChange::Late),
            (true, false) => Some(PromiseChange::Reminded),
            (false, false) => None,
        };
        if let Some(change) = change {
            tell(&mut tx, &Actor::System, &after, change, Some(&job.id)).await?;
        }
        watch(&mut tx, &after).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// So often the conversation of a promise may change while we wait for it.
const MOVES_MOST: usize = 3;

/// A promise whose conversation nobody else changes until the transaction ends. One in a deleted conversation waits until
/// that is put back.
async fn held(tx: &mut Tx, id: &PromiseId) -> Result<Option<Promise>, Fault> {
    let Some(found) = store::find_promise(tx, &Scope::All, id).await? else { return Ok(None) };
    held_since(tx, found).await
}

/// The same for one that was read before its conversation was held.
async fn held_since(tx: &mut Tx, mut found: Promise) -> Result<Option<Promise>, Fault> {
    for _ in 0..MOVES_MOST {
        if store::find_for_update(tx, &Scope::All, &found.conversation).await?.is_none() {
            return Ok(None);
        }
        let Some(it) = store::find_promise(tx, &Scope::All, &found.id).await? else { return Ok(None) };
        if it.conversation == found.conversation {
            return Ok(Some(it));
        }
        // A merge brought it along while we waited: that one is to be held, too.
        found = it;
    }
    Err(Fault::new("the promise is moved again and again"))
}
