//! What can be done with a file of conversations: looked at, begun, stopped, taken in.

use base::{Action, Actor, Scope, allowed};
use conversations::OldOutcome;
use people::staff;
use platform::jobs::{Failure as JobFailure, Job, NewJob, finish};
use platform::{Conn, Engine, Platform, Tx};

use super::events::MovingEvent;
use super::model::{Counts, Line, Moving, MovingId, Plan, Refusal, State};
use super::reading::Reader;
use super::store;
use super::taking::{Knows, record_in};
use super::{Answer, Failure};

/// The lane in which files are taken in, one after the other; that of files of customers too.
pub const JOBS_LANE: &str = people::import::LANE;
/// The kind of job that takes the next records in; its payload is the id.
pub const JOB: &str = "moving.take";
/// The kind of job that lets go of a file that nobody began.
pub const LEAVE_JOB: &str = "moving.leave";
/// The kind of job that lets go of a report.
pub const FORGET_JOB: &str = "moving.forget";

/// Records that are taken in by one transaction: nobody at the desk waits for more than these.
const TOGETHER: usize = 40;
/// Bytes of records that are taken in by one transaction.
const TOGETHER_BYTES: i64 = 4 * 1024 * 1024;
/// Hours for which a report is kept.
const KEPT: i64 = 24 * 90;

/// One file.
///
/// # Errors
/// When the actor may not, or when there is none.
pub async fn load(conn: &mut Conn, actor: &Actor, id: &MovingId) -> Answer<Moving> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    store::find(conn, id).await?.filter(|it| it.size > 0).ok_or(Failure::NotFound)
}

/// The newest files, before the one of that id.
///
/// # Errors
/// When the actor may not.
pub async fn list(conn: &mut Conn, actor: &Actor, before: Option<&MovingId>, most: i64) -> Answer<Vec<Moving>> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    Ok(store::list(conn, before, most).await?)
}

/// A file of the same bytes that has begun and not ended.
///
/// # Errors
/// When the actor may not.
pub async fn find_same(conn: &mut Conn, actor: &Actor, digest: &str) -> Answer<Option<Moving>> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    Ok(store::running(conn, digest).await?)
}

/// The next records of a report behind `asked.1`; of one outcome, or all.
///
/// # Errors
/// When the actor may not, or when there is no such file.
pub async fn lines(
    conn: &mut Conn,
    actor: &Actor,
    id: &MovingId,
    asked: (Option<OldOutcome>, i64),
    most: i64,
) -> Answer<Vec<Line>> {
    load(conn, actor, id).await?;
    Ok(store::lines(conn, id, asked, most).await?)
}

async fn waiting(tx: &mut Tx, actor: &Actor, id: &MovingId) -> Answer<Moving> {
    load(tx, actor, id).await?;
    let it = store::hold(tx, id).await?.ok_or(Failure::NotFound)?;
    if it.state == State::Waiting { Ok(it) } else { Err(Refusal::Begun.into()) }
}

/// Says what the other system is called.
///
/// # Errors
/// When the actor may not, when there is no such file, or when it has begun.
pub async fn name(tx: &mut Tx, actor: &Actor, id: &MovingId, source: &str) -> Answer<()> {
    let mut it = waiting(tx, actor, id).await?;
    it.plan.source = Plan::clean_source(source);
    Ok(store::save(tx, &it).await?)
}

/// Begins to take a file in.
///
/// # Errors
/// See [`name`].
pub async fn start(tx: &mut Tx, actor: &Actor, id: &MovingId) -> Answer<()> {
    let mut it = waiting(tx, actor, id).await?;
    it.state = State::Running;
    store::save(tx, &it).await?;
    tx.record(&MovingEvent::MovingStarted { moving: it.id.clone(), name: it.name }, actor, None).await?;
    Ok(tx.enqueue(NewJob::new(JOBS_LANE, JOB).payload(id.as_str())).await?)
}

/// Stops before the end; what is taken in stays. A file that has not begun is let go of.
///
/// # Errors
/// When the actor may not, or when there is no such file.
pub async fn stop(tx: &mut Tx, actor: &Actor, id: &MovingId) -> Answer<()> {
    load(tx, actor, id).await?;
    let it = store::hold(tx, id).await?.ok_or(Failure::NotFound)?;
    match it.state {
        State::Waiting => Ok(store::forget(tx, id).await?),
        State::Running => Ok(end(tx, actor, it, State::Stopped).await?),
        State::Done | State::Stopped => Ok(()),
    }
}

async fn end(tx: &mut Tx, actor: &Actor, mut it: Moving, state: State) -> platform::Result<()> {
    it.state = state;
    it.ended_at = Some(tx.now());
    store::save(tx, &it).await?;
    store::forget_parts(tx, &it.id).await?;
    let due = store::later(tx.machine_now(), KEPT);
    tx.enqueue(NewJob::new(JOBS_LANE, FORGET_JOB).payload(it.id.as_str()).at_machine_time(due)).await?;
    let (moving, name, Counts { made, joined, refused, .. }) = (it.id, it.name, it.counts);
    let event = match state {
        State::Done => MovingEvent::MovingDone { moving, name, made, joined, refused },
        _ => MovingEvent::MovingStopped { moving, name },
    };
    tx.record(&event, actor, None).await
}

/// Whoever began it, as long as they may; the command line answers for itself.
async fn actor(tx: &mut Tx, it: &Moving) -> platform::Result<Option<Actor>> {
    let Some(id) = &it.staff else { return Ok(Some(Actor::System)) };
    let staff = staff::find(tx, &Scope::All, id).await?.filter(|staff| staff.disabled_at.is_none());
    Ok(staff.map(|staff| staff.actor()).filter(|actor| allowed(actor, Action::MoveBusiness).is_ok()))
}

/// The handler of [`JOB`]: takes the next records in, and leaves a job for those behind them.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn work(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: MovingId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    let running = store::hold(&mut tx, &id).await?.filter(|it| it.state == State::Running);
    if let Some(mut it) = running {
        match actor(&mut tx, &it).await? {
            None => end(&mut tx, &Actor::System, it, State::Stopped).await?,
            Some(actor) => {
                let ended = stretch(&p, &mut tx, &actor, &mut it).await;
                if ended.map_err(|failure| JobFailure::Again(failure.into()))? {
                    end(&mut tx, &actor, it, State::Done).await?;
                } else {
                    store::save(&mut tx, &it).await?;
                    tx.enqueue(NewJob::new(JOBS_LANE, JOB).payload(id.as_str())).await?;
                }
            }
        }
    }
    finish(&mut tx, &job).await?;
    tx.commit().await?;
    p.live.tell(&format!("moving-{id}"));
    Ok(())
}

/// Takes the next records in; answers whether the file has ended.
async fn stretch(p: &Platform, tx: &mut Tx, actor: &Actor, it: &mut Moving) -> Answer<bool> {
    let before = it.clone();
    let knows = Knows::of(tx, &before).await?;
    let mut reader = Reader::at(tx, &before).await?;
    // On PostgreSQL nobody waits for more than one record, and its rows are held in the order of every other command.
    let together = if tx.engine() == Engine::Postgres { 1 } else { TOGETHER };
    for _ in 0..together {
        if reader.place - before.place > TOGETHER_BYTES {
            break;
        }
        let Some(record) = reader.next(tx).await? else {
            (it.place, it.line) = (it.size, reader.line);
            return Ok(true);
        };
        let said = knows.said(record);
        if let Some(line) = record_in(p, tx, actor, (&it.id, reader.line), said, true).await? {
            it.counts.count(line.outcome);
            store::put_line(tx, &it.id, &line).await?;
        }
    }
    (it.place, it.line) = (reader.place, reader.line);
    Ok(false)
}

fn never(text: &str) -> JobFailure {
    JobFailure::Never(platform::Fault::new(text))
}

/// The handler of [`LEAVE_JOB`]: lets go of a file that nobody began.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn leave(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: MovingId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    // Of one that was let go of while it came, pieces may be left.
    if store::hold(&mut tx, &id).await?.is_none_or(|it| it.state == State::Waiting) {
        store::forget(&mut tx, &id).await?;
    }
    finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

/// The handler of [`FORGET_JOB`]: lets go of a report.
///
/// # Errors
/// When the tables cannot be used; the job is tried again.
pub async fn forget(p: Platform, job: Job) -> Result<(), JobFailure> {
    let mut tx = p.begin().await?;
    let id: MovingId = job.payload.parse().map_err(|_| never("the job names no file"))?;
    store::forget_lines(&mut tx, &id).await?;
    finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}
