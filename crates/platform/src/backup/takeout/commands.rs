//! What can be done with them.

use base::{Action, Actor, allowed};

use super::events::TakeoutEvent;
use super::work::{JOB, LANE, SWEEP};
use super::{Answer, Failure, Reason, State, Takeout, TakeoutId, store};
use crate::db::Conn;
use crate::erasing;
use crate::fault::Result;
use crate::jobs::NewJob;
use crate::tx::Tx;

/// How often writing is begun before people must look.
pub(super) const TRIES: i64 = 5;

/// Begins one: a job writes it.
///
/// # Errors
/// When the actor may not, or when one is being written already.
pub async fn begin(tx: &mut Tx, actor: &Actor) -> Answer<TakeoutId> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    let id = TakeoutId::next(&tx.ids(), tx.now());
    if !store::insert(tx, &id, actor.staff_id().unwrap_or_default()).await? {
        return Err(Failure::Running);
    }
    write(tx, &id).await?;
    tx.record(&TakeoutEvent::TakeoutBegun { takeout: id.clone() }, actor, None).await?;
    Ok(id)
}

/// Leaves the work of writing it.
pub(super) async fn write(tx: &mut Tx, id: &TakeoutId) -> Result<()> {
    // That it is begun too often is noticed by the work itself, which says so.
    tx.enqueue(NewJob::new(LANE, JOB).payload(id.as_str()).attempts_max(TRIES * 4)).await
}

/// One of them.
///
/// # Errors
/// When the actor may not, or there is none.
pub async fn load(conn: &mut Conn, actor: &Actor, id: &TakeoutId) -> Answer<Takeout> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    store::find(conn, id).await?.ok_or(Failure::NotFound)
}

/// The last ones, newest first.
///
/// # Errors
/// When the actor may not.
pub async fn list(conn: &mut Conn, actor: &Actor, most: i64) -> Answer<Vec<Takeout>> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    Ok(store::list(conn, None, most).await?)
}

/// Lets go of one, or stops it before it is whole.
///
/// # Errors
/// When the actor may not, or there is none.
pub async fn remove(tx: &mut Tx, actor: &Actor, id: &TakeoutId) -> Answer<()> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    let it = store::hold(tx, id).await?.ok_or(Failure::NotFound)?;
    Ok(gone(tx, actor, it, Reason::Hand).await?)
}

/// It is not there any more; its file goes once this is committed.
pub(super) async fn gone(tx: &mut Tx, actor: &Actor, mut it: Takeout, reason: Reason) -> Result<()> {
    if !matches!(it.state, State::Running | State::Done) {
        return Ok(());
    }
    (it.state, it.reason, it.ended_at) = (State::Removed, reason, Some(tx.machine_now()));
    store::save(tx, &it).await?;
    if reason == Reason::Erased {
        // Whoever asked for it may have looked already, or have fetched it.
        store::unseen(tx, &it.id).await?;
    }
    tx.enqueue(NewJob::new(erasing::LANE, SWEEP)).await?;
    let event = match reason {
        Reason::Account => TakeoutEvent::TakeoutStopped { takeout: it.id },
        _ => TakeoutEvent::TakeoutRemoved { takeout: it.id },
    };
    tx.record(&event, actor, None).await
}

/// A colleague is shut out, or no owner any more: what is being packed for them is stopped at its next step.
///
/// # Errors
/// When the tables cannot be written.
pub async fn stop_for(tx: &mut Tx, actor: &Actor, staff: &str) -> Result<()> {
    let running = store::list(tx, Some(State::Running), i64::MAX).await?;
    for it in running.into_iter().filter(|it| it.staff == staff) {
        if let Some(it) = store::hold(tx, &it.id).await?.filter(|it| it.state == State::Running) {
            gone(tx, actor, it, Reason::Account).await?;
        }
    }
    Ok(())
}

/// Somebody fetches one, or a part of it: notes it, and answers what there is to fetch.
///
/// # Errors
/// When the actor may not, or it is not there.
pub async fn downloaded(tx: &mut Tx, actor: &Actor, id: &TakeoutId) -> Answer<Takeout> {
    let it = load(tx, actor, id).await?;
    if it.state != State::Done {
        return Err(Failure::NotThere);
    }
    tx.record(&TakeoutEvent::TakeoutDownloaded { takeout: it.id.clone() }, actor, None).await?;
    Ok(it)
}

/// A customer was erased, or words were taken out by hand: what was packed before goes, and what is being packed is
/// begun anew.
///
/// # Errors
/// When the tables cannot be written.
pub async fn erased(tx: &mut Tx) -> Result<()> {
    // From here on none becomes whole before this is committed; then it is found to be too old.
    store::next_era(tx).await?;
    for it in store::list(tx, Some(State::Done), i64::MAX).await? {
        gone(tx, &Actor::System, it, Reason::Erased).await?;
    }
    Ok(())
}

/// How one ended that a colleague asked for and has not looked at since.
///
/// # Errors
/// When the table cannot be read.
pub async fn news(conn: &mut Conn, actor: &Actor) -> Result<Option<Takeout>> {
    match (allowed(actor, Action::MoveBusiness), actor.staff_id()) {
        (Ok(_), Some(staff)) => store::news(conn, staff).await,
        _ => Ok(None),
    }
}

/// They have looked.
///
/// # Errors
/// When the table cannot be written.
pub async fn seen(tx: &mut Tx, actor: &Actor) -> Result<()> {
    store::seen(tx, actor.staff_id().unwrap_or_default()).await
}
