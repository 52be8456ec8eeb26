//! Writing one, and taking files away that nothing names any more.

use std::fs::{self, DirBuilder, File};
use std::io::Read as _;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use base::Actor;
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use tokio::sync::{oneshot, watch};

use super::super::portable::{self, LeftOut, Manifest};
use super::commands::{TRIES, gone, write};
use super::events::TakeoutEvent;
use super::{Reason, State, Takeout, TakeoutId, store};
use crate::db::{Conn, Engine};
use crate::erasing;
use crate::fault::{Context, Fault, Result};
use crate::jobs::{Failure, Job, NewJob, finish};
use crate::{Blobs, Platform, Tx, vals};

/// The lane in which they are written, one after the other.
pub const LANE: &str = "takeout";
/// Job: write one. Payload: its id.
pub const JOB: &str = "takeout.write";
/// Job: let go of those whose time is over, and take away files that nothing names.
pub const SWEEP: &str = "takeout.sweep";
/// How long one is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(48);
/// How often it is looked how far writing has come, and whether it is still wanted.
const LOOK: Duration = Duration::from_millis(700);
/// Nobody takes the last of a disk.
const SPARE: u64 = 64 * 1024 * 1024;

/// How much is free where a folder lies, if the system tells: the wiring asks it.
pub type Free = fn(&Path) -> Option<u64>;
/// For who does not ask: there is always room.
pub const FREE: Free = |_| None;

/// Where they lie: beside the stored files, which all nodes share.
fn folder(blobs: &Blobs) -> PathBuf {
    blobs.folder().join("takeout")
}

/// Where the file of one lies.
#[must_use]
pub fn path(blobs: &Blobs, it: &Takeout) -> PathBuf {
    folder(blobs).join(format!("{}-{}", it.id, of_try(it)))
}

/// How the name of its file ends. Each try has a file of its own: a node that was frozen and wakes must not write into
/// the one that another node packs by now.
fn of_try(it: &Takeout) -> String {
    format!("{}-{}.zip", it.round, it.tries)
}

/// What writing came to.
enum Outcome {
    Whole(Box<Manifest>, i64, String),
    /// It is not wanted any more, or not like this.
    Stopped,
    Failed(Reason, String),
}

/// Does [`JOB`].
///
/// # Errors
/// When the tables cannot be used; it is tried again.
pub async fn perform(p: Platform, job: Job, left_out: LeftOut, free: Free) -> Result<(), Failure> {
    let id: TakeoutId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names none")))?;
    let mut tx = p.begin().await?;
    let Some(mut it) = store::hold(&mut tx, &id).await?.filter(|it| it.state == State::Running) else {
        // It was stopped before it was begun.
        finish(&mut tx, &job).await?;
        return Ok(tx.commit().await?);
    };
    (it.tries, it.done) = (it.tries + 1, 0);
    store::save(&mut tx, &it).await?;
    let era = store::era(&mut tx).await?;
    tx.commit().await?;
    let outcome = if it.tries > TRIES {
        Outcome::Failed(Reason::Interrupted, String::new())
    } else {
        match written(&p, &it, era, left_out, free).await {
            Ok(outcome) => outcome,
            Err(fault) => Outcome::Failed(Reason::Fault, fault.chain()),
        }
    };
    settle(&p, &job, &id, era, outcome).await?;
    p.tell("takeout").await?;
    Ok(())
}

async fn settle(p: &Platform, job: &Job, id: &TakeoutId, begun: i64, outcome: Outcome) -> Result<()> {
    let mut tx = p.begin().await?;
    finish(&mut tx, job).await?;
    let era = store::hold_era(&mut tx).await?;
    match store::hold(&mut tx, id).await?.filter(|it| it.state == State::Running) {
        Some(mut it) if era == begun => end(&mut tx, &mut it, outcome).await?,
        // Somebody was erased meanwhile, or words were taken out: they are in this file still.
        Some(mut it) => {
            (it.tries, it.round) = (0, it.round + 1);
            store::save(&mut tx, &it).await?;
            tx.enqueue(NewJob::new(erasing::LANE, SWEEP)).await?;
            write(&mut tx, &it.id).await?;
        }
        None => tx.enqueue(NewJob::new(erasing::LANE, SWEEP)).await?,
    }
    tx.commit().await
}

async fn end(tx: &mut Tx, it: &mut Takeout, outcome: Outcome) -> Result<()> {
    let now = tx.machine_now();
    it.ended_at = Some(now);
    let takeout = it.id.clone();
    let event = match outcome {
        Outcome::Whole(manifest, bytes, digest) => {
            let rows: u64 = manifest.tables.values().map(|table| table.rows).sum();
            (it.state, it.done) = (State::Done, it.total);
            (it.bytes, it.digest) = (bytes, digest);
            (it.rows, it.files) = (number(rows), number(manifest.files));
            (it.damaged, it.left_out) = (manifest.lost(), manifest.left_out);
            let over = now + KEPT;
            it.expires_at = Some(over);
            // What earlier tries left goes now, it itself later.
            tx.enqueue(NewJob::new(erasing::LANE, SWEEP)).await?;
            tx.enqueue(NewJob::new(erasing::LANE, SWEEP).at_machine_time(over)).await?;
            TakeoutEvent::TakeoutDone { takeout }
        }
        Outcome::Failed(reason, error) => {
            (it.state, it.reason, it.error) = (State::Failed, reason, error);
            tx.enqueue(NewJob::new(erasing::LANE, SWEEP)).await?;
            TakeoutEvent::TakeoutFailed { takeout }
        }
        // Whoever stopped it has said so already.
        Outcome::Stopped => return Ok(()),
    };
    store::save(tx, it).await?;
    tx.record(&event, &Actor::System, None).await
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

async fn written(p: &Platform, it: &Takeout, era: i64, left_out: LeftOut, free: Free) -> Result<Outcome> {
    let folder = folder(&p.blobs);
    if !folder.is_dir() {
        let made = DirBuilder::new().mode(0o700).create(&folder);
        made.context(format!("cannot make the folder {}", folder.display()))?;
    }
    let needed = needed(&mut p.db.read().await?).await?;
    if let Some(free) = free(&folder).filter(|free| !fits(needed, *free)) {
        return Ok(Outcome::Failed(Reason::Room, format!("{needed} {free}")));
    }
    let path = path(&p.blobs, it);
    // Only a database that was brought back from an earlier day names it once more.
    let _ = fs::remove_file(&path);
    let (told, mut heard) = watch::channel((0, 0));
    let (stop, stopped) = oneshot::channel::<()>();
    let mut work = {
        let (p, path, runtime) = (p.clone(), path.clone(), tokio::runtime::Handle::current());
        let progress = Arc::new(move |done, total| {
            told.send_replace((number(done), number(total)));
        });
        // Packing keeps a processor busy: not one of those that answer the desk.
        tokio::task::spawn_blocking(move || {
            let packing = portable::pack(&p.db, &p.blobs, p.clock.machine(), &path, left_out, progress);
            let packed = runtime.block_on(async {
                tokio::select! { packed = packing => packed.map(Some), _ = stopped => Ok(None) }
            })?;
            packed.map(|manifest| Ok::<_, Fault>((manifest, measured(&path)?))).transpose()
        })
    };
    let mut stop = Some(stop);
    loop {
        tokio::select! {
            done = &mut work => return match done.context("packing was interrupted")?? {
                Some((manifest, (bytes, digest))) => Ok(Outcome::Whole(Box::new(manifest), bytes, digest)),
                None => Ok(Outcome::Stopped),
            },
            () = tokio::time::sleep(LOOK) => {
                let mut conn = p.db.read().await?;
                let this_try = |now: &Takeout| now.state == State::Running && of_try(now) == of_try(it);
                let runs = store::find(&mut conn, &it.id).await?.as_ref().is_some_and(this_try);
                let same = store::era(&mut conn).await? == era;
                drop(conn);
                if !(runs && same)
                    && let Some(stop) = stop.take()
                {
                    let _ = stop.send(());
                }
                if heard.has_changed().unwrap_or(false) {
                    let far = *heard.borrow_and_update();
                    let mut tx = p.begin().await?;
                    store::progress(&mut tx, it, far).await?;
                    tx.commit().await?;
                    p.tell("takeout").await?;
                }
            }
        }
    }
}

/// Length and digest of a file.
fn measured(path: &Path) -> Result<(i64, String)> {
    let mut file = File::open(path).context(format!("cannot read {}", path.display()))?;
    let (mut known, mut chunk, mut bytes) = (Sha256::new(), vec![0; 256 * 1024], 0);
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok((bytes, data_encoding::HEXLOWER.encode(&known.finalize()))),
            count => {
                known.update(&chunk[..count]);
                bytes += i64::try_from(count).unwrap_or_default();
            }
        }
    }
}

/// What it may need at most: the stored files and all of the database, as if nothing of it became smaller.
async fn needed(conn: &mut Conn) -> Result<u64> {
    let database = match conn.engine() {
        Engine::Sqlite => "SELECT c.page_count * s.page_size AS n FROM pragma_page_count() c, pragma_page_size() s",
        Engine::Postgres => "SELECT pg_database_size(current_database()) AS n",
    };
    let files = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS n FROM blob WHERE data IS NULL";
    let all = conn.number(database, vals![]).await?.saturating_add(conn.number(files, vals![]).await?);
    Ok(u64::try_from(all).unwrap_or_default())
}

fn fits(needed: u64, free: u64) -> bool {
    free >= needed.saturating_add(SPARE)
}

/// The program begins: what one that broke off left of packed files goes now, and not only when the next one ends.
///
/// # Errors
/// When the job cannot be left.
pub async fn plan_sweep(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    tx.enqueue(NewJob::new(erasing::LANE, SWEEP).key(format!("{SWEEP}:start"))).await?;
    tx.commit().await
}

/// Does [`SWEEP`].
///
/// # Errors
/// When the tables cannot be used, or a file cannot be taken away; it is tried again.
pub async fn sweep(p: Platform, _: Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    let now = tx.machine_now();
    for it in store::over(&mut tx, now).await? {
        gone(&mut tx, &Actor::System, it, Reason::Time).await?;
    }
    tx.commit().await?;
    let Ok(files) = fs::read_dir(folder(&p.blobs)) else { return Ok(()) };
    for file in files {
        let file = file.map_err(|error| Fault::because("the folder of packed files cannot be read", error))?;
        if !is_named(&p, &file.file_name().to_string_lossy()).await? {
            match fs::remove_file(file.path()) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Fault::because("a packed file cannot be deleted", error).into());
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Whether one that is there or being written has a file of this name.
async fn is_named(p: &Platform, name: &str) -> Result<bool> {
    let Some((id, rest)) = name.split_once('-') else { return Ok(false) };
    let Ok(id) = id.parse::<TakeoutId>() else { return Ok(false) };
    let Some(it) = store::find(&mut p.db.read().await?, &id).await? else { return Ok(false) };
    let whole = of_try(&it);
    Ok(match it.state {
        State::Done => rest == whole,
        State::Running => rest == whole || rest == format!("{whole}.partial"),
        State::Failed | State::Removed => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_disk_is_left() {
        assert!(fits(1000, SPARE + 1000) && fits(0, SPARE));
        assert!(!fits(1000, SPARE + 999) && !fits(0, 0) && !fits(u64::MAX, u64::MAX - 1));
    }
}
