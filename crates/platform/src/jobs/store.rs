//! The table behind the jobs: insert, claim, renew, finish, fail, bury, retry.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use base::{IdSource, Instant};

use super::{DeadJob, Job, LEASE_SECONDS, NewJob, Waits, back_off};
use crate::Platform;
use crate::db::{Conn, Value, tuples};
use crate::fault::{Fault, Result};
use crate::tx::Tx;
use crate::vals;

const WAITING: i64 = 0;
const CLAIMED: i64 = 1;
const DEAD: i64 = 3;

const COLUMNS: &str = "id, lane, kind, key, payload, due, waits, attempts_max, attempts, status";

fn row(ids: &IdSource, machine_now: Instant, job: NewJob) -> Vec<Value> {
    vals![
        format!("job_{}", ids.next(machine_now)),
        job.lane,
        job.kind,
        job.key,
        job.payload,
        job.due.unwrap_or(Instant::UNIX_EPOCH),
        job.waits as i64,
        job.attempts_max,
        0_i64,
        WAITING
    ]
}

pub(crate) async fn insert(conn: &mut Conn, ids: &IdSource, machine_now: Instant, job: NewJob) -> Result<()> {
    let sql = format!(
        "INSERT INTO job ({COLUMNS}) VALUES {} \
         ON CONFLICT (key) DO UPDATE SET due = excluded.due, waits = excluded.waits, payload = excluded.payload",
        tuples(1, 10)
    );
    conn.execute(&sql, row(ids, machine_now, job)).await?;
    Ok(())
}

pub(crate) async fn insert_all(conn: &mut Conn, ids: &IdSource, machine_now: Instant, all: Vec<NewJob>) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let sql = format!("INSERT INTO job ({COLUMNS}) VALUES {}", tuples(all.len(), 10));
    let values = all.into_iter().flat_map(|job| row(ids, machine_now, job)).collect();
    conn.execute(&sql, values).await?;
    Ok(())
}

/// Both readings of the clock, as a worker sees them.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub machine: Instant,
    pub business: Instant,
}

/// Takes up to `most` due jobs of a lane, oldest due first, and those whose owner went silent.
pub(super) async fn claim(conn: &mut Conn, owner: &str, lane: &str, now: Now, most: i64) -> Result<Vec<Job>> {
    let skip = conn.engine().skip_locked();
    let back = "UPDATE job SET status = 0, owner = NULL WHERE status = 1 AND lane = $1 AND leased_until < $2";
    conn.execute(back, vals![lane, now.machine]).await?;
    let sql = format!(
        "UPDATE job SET status = {CLAIMED}, owner = $1, leased_until = $2, attempts = attempts + 1, key = NULL \
         WHERE id IN (SELECT id FROM job WHERE status = {WAITING} AND lane = $3 AND waits = $4 AND due <= $5 \
         ORDER BY due, id LIMIT $6{skip}) RETURNING id, kind, payload, attempts, attempts_max"
    );
    let until = lease_end(now.machine);
    let mut jobs = Vec::new();
    for (waits, due) in [(Waits::Machine, now.machine), (Waits::Business, now.business)] {
        let room = most - i64::try_from(jobs.len()).unwrap_or(i64::MAX);
        if room <= 0 {
            break;
        }
        let rows = conn.all(&sql, vals![owner, until, lane, waits as i64, due, room]).await?;
        for row in rows {
            jobs.push(Job {
                id: row.text("id")?,
                kind: row.text("kind")?,
                payload: row.text("payload")?,
                attempt: row.int("attempts")?,
                attempts_max: row.int("attempts_max")?,
                owner: owner.to_owned(),
                claimed_at: tokio::time::Instant::now(),
                finished: Arc::default(),
            });
        }
    }
    // RETURNING promises no order; ids grow with age.
    jobs.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(jobs)
}

/// Puts back what was claimed and not begun; that was no attempt.
pub(super) async fn put_back(conn: &mut Conn, job: &Job) -> Result<()> {
    let sql =
        "UPDATE job SET status = 0, owner = NULL, attempts = attempts - 1 WHERE id = $1 AND owner = $2 AND status = 1";
    conn.execute(sql, vals![job.id.as_str(), job.owner.as_str()]).await?;
    Ok(())
}

/// Whether anything of the lane could be claimed: asked before a write lock is taken.
pub(super) async fn anything_due(conn: &mut Conn, lane: &str, now: Now) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM job WHERE status = 0 AND lane = $1 AND waits = 0 AND due <= $2 \
               UNION ALL SELECT 1 FROM job WHERE status = 0 AND lane = $1 AND waits = 1 AND due <= $3 \
               UNION ALL SELECT 1 FROM job WHERE status = 1 AND lane = $1 AND leased_until < $2 LIMIT 1";
    Ok(conn.one(sql, vals![lane, now.machine, now.business]).await?.is_some())
}

fn lease_end(machine_now: Instant) -> Instant {
    machine_now.saturating_add(jiff::SignedDuration::from_secs(LEASE_SECONDS)).unwrap_or(Instant::MAX)
}

/// Says that the owner is alive. Answers whether the job is still theirs.
pub(super) async fn renew(conn: &mut Conn, job: &Job, machine_now: Instant) -> Result<bool> {
    let sql = "UPDATE job SET leased_until = $1 WHERE id = $2 AND owner = $3 AND status = 1";
    Ok(conn.execute(sql, vals![lease_end(machine_now), job.id.as_str(), job.owner.as_str()]).await? == 1)
}

/// Marks a job done, in the transaction of its result.
///
/// # Errors
/// When another worker has taken it over meanwhile: the caller must let its transaction drop, so
/// that the effect happens once.
pub async fn finish(tx: &mut Tx, job: &Job) -> Result<()> {
    let sql = "DELETE FROM job WHERE id = $1 AND owner = $2 AND status = 1";
    match tx.run(sql, vals![job.id.as_str(), job.owner.as_str()]).await? {
        1 => {
            job.finished.store(true, Ordering::SeqCst);
            Ok(())
        }
        _ => Err(Fault::new(format!("the lease on {} was lost; another worker has it", job.id))),
    }
}

/// Puts a failed job back, or among the dead letters.
pub(super) async fn fail(
    conn: &mut Conn,
    job: &Job,
    machine_now: Instant,
    noise: u8,
    error: &str,
    never: bool,
) -> Result<()> {
    let dead = never || job.attempt >= job.attempts_max;
    let due = machine_now.saturating_add(back_off(job.attempt, noise)).unwrap_or(Instant::MAX);
    let sql = "UPDATE job SET status = $1, due = $2, waits = 0, last_error = $3, owner = NULL \
               WHERE id = $4 AND owner = $5 AND status = 1";
    let status = if dead { DEAD } else { WAITING };
    conn.execute(sql, vals![status, due, error, job.id.as_str(), job.owner.as_str()]).await?;
    Ok(())
}

/// Whether any job is due or in a worker's hands.
///
/// # Errors
/// When the table cannot be read.
pub async fn busy(platform: &Platform) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM job WHERE status = 1 OR (status = 0 AND waits = 0 AND due <= $1) \
               OR (status = 0 AND waits = 1 AND due <= $2) LIMIT 1";
    let values = vals![platform.clock.machine(), platform.clock.business()];
    Ok(platform.db.read().await?.one(sql, values).await?.is_some())
}

/// When the next job of a lane that waits for business time is due.
///
/// # Errors
/// When the table cannot be read.
pub async fn next_due(conn: &mut Conn, lane: &str) -> Result<Option<Instant>> {
    let sql = "SELECT due FROM job WHERE status = 0 AND lane = $1 AND waits = 1 ORDER BY due LIMIT 1";
    conn.one(sql, vals![lane]).await?.map(|row| row.at("due")).transpose()
}

/// The dead letters, newest first.
///
/// # Errors
/// When the table cannot be read.
pub async fn dead(conn: &mut Conn, most: i64) -> Result<Vec<DeadJob>> {
    let sql = "SELECT id, kind, payload, attempts, last_error FROM job WHERE status = 3 ORDER BY id DESC LIMIT $1";
    let rows = conn.all(sql, vals![most]).await?;
    rows.iter()
        .map(|row| {
            Ok(DeadJob {
                id: row.text("id")?,
                kind: row.text("kind")?,
                payload: row.text("payload")?,
                error: row.opt_text("last_error")?.unwrap_or_default(),
                attempts: row.int("attempts")?,
            })
        })
        .collect()
}

/// Gives a dead letter another life. Answers whether there was one.
///
/// # Errors
/// When the table cannot be written.
pub async fn retry(tx: &mut Tx, id: &str) -> Result<bool> {
    let now = tx.machine_now();
    let sql = "UPDATE job SET status = 0, attempts = 0, due = $1, waits = 0 WHERE id = $2 AND status = 3";
    let revived = tx.run(sql, vals![now, id]).await? == 1;
    Ok(revived)
}

/// Hands back every lease. Only for the one process that owns a SQLite file, when it starts: whoever
/// held them is gone.
pub(super) async fn release_all(conn: &mut Conn) -> Result<()> {
    conn.execute("UPDATE job SET status = 0, owner = NULL WHERE status = 1", vec![]).await?;
    Ok(())
}
