//! Erasing for good: what is kept for a while beside the rows themselves, and what a database keeps of rows that are
//! gone. It knows nobody: what names somebody, the caller says.

use crate::Platform;
use crate::db::Engine;
use crate::fault::{Fault, Result};
use crate::jobs::{Failure, Job, NewJob};
use crate::tx::Tx;
use crate::vals;

/// The lane of what follows an erasure.
pub const LANE: &str = "erasing";
/// Job: let nothing of deleted rows lie in the database's files.
pub const PURGE_JOB: &str = "erasing.purge";
/// Job: delete the file of bytes that nobody keeps. Payload: their digest.
pub const FILE_JOB: &str = "erasing.file";

/// Pages of the index that are written in one transaction.
const PAGES: i64 = 500;

/// Whether a text names somebody.
pub type Named<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// Forgets the kept answers to programs that name somebody; answers how many.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn forget_answers(tx: &mut Tx, named: Named<'_>) -> Result<i64> {
    let mut gone = 0;
    for row in tx.all("SELECT caller, key, body, location FROM api_answer", vals![]).await? {
        let (body, location) = (row.text("body")?, row.opt_text("location")?.unwrap_or_default());
        if named(&body) || named(&location) {
            let sql = "DELETE FROM api_answer WHERE caller = $1 AND key = $2";
            tx.run(sql, vals![row.text("caller")?, row.text("key")?]).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Forgets what went wrong with jobs that name somebody, in payload or error.
///
/// # Errors
/// See [`forget_answers`].
pub async fn forget_errors(tx: &mut Tx, named: Named<'_>) -> Result<()> {
    for row in tx.all("SELECT id, payload, last_error FROM job WHERE last_error IS NOT NULL", vals![]).await? {
        if named(&row.text("payload")?) || named(&row.opt_text("last_error")?.unwrap_or_default()) {
            tx.run("UPDATE job SET last_error = NULL WHERE id = $1", vals![row.text("id")?]).await?;
        }
    }
    Ok(())
}

/// Forgets jobs of a kind that wait or were given up and whose payload names somebody; answers how many.
///
/// # Errors
/// See [`forget_answers`].
pub async fn forget_jobs(tx: &mut Tx, kind: &str, named: Named<'_>) -> Result<i64> {
    let mut gone = 0;
    for row in tx.all("SELECT id, payload FROM job WHERE kind = $1 AND status <> 1", vals![kind]).await? {
        if named(&row.text("payload")?) {
            tx.run("DELETE FROM job WHERE id = $1 AND status <> 1", vals![row.text("id")?]).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Purges the database once this transaction is committed.
///
/// # Errors
/// See [`forget_answers`].
pub async fn purge_later(tx: &mut Tx) -> Result<()> {
    tx.enqueue(NewJob::new(LANE, PURGE_JOB)).await
}

/// Does [`PURGE_JOB`]. On SQLite the index keeps deleted words until its parts are merged, and the write-ahead log
/// keeps what stood on pages before; rows themselves are overwritten when they are deleted (`secure_delete`).
///
/// # Errors
/// When the database cannot be used, or somebody still reads what was there before: it is tried again.
pub async fn purge(p: Platform, _: Job) -> Result<(), Failure> {
    if p.db.engine() == Engine::Postgres {
        return Ok(());
    }
    let mut pages = -PAGES;
    loop {
        let mut tx = p.begin().await?;
        let before = tx.number("SELECT total_changes() AS n", vals![]).await?;
        tx.run("INSERT INTO search_text (search_text, rank) VALUES ('merge', $1)", vals![pages]).await?;
        let after = tx.number("SELECT total_changes() AS n", vals![]).await?;
        tx.commit().await?;
        // One change is the question itself.
        if after - before < 2 && pages > 0 {
            break;
        }
        pages = PAGES;
    }
    let told = p.db.read().await?.one("PRAGMA wal_checkpoint(TRUNCATE)", vals![]).await?;
    match told.map(|row| row.int("busy")).transpose()? {
        Some(0) => Ok(()),
        _ => Err(Fault::new("the write-ahead log is still being read").into()),
    }
}

/// Does [`FILE_JOB`].
///
/// # Errors
/// When the file is there and cannot be deleted.
pub async fn remove_file(p: Platform, job: Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    let kept = "SELECT COUNT(*) AS n FROM blob WHERE digest = $1";
    if tx.number(kept, vals![job.payload.as_str()]).await? == 0 {
        match tokio::fs::remove_file(p.blobs.file(&job.payload)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Fault::because("a stored file cannot be deleted", error).into());
            }
            _ => {}
        }
    }
    Ok(tx.commit().await?)
}
