//! Migrations: one ordered list in Rust, recorded in one table, run under a lock. Every statement is
//! portable DDL; a branch by engine is for full text and types only.

use super::{Conn, Db, Engine};
use crate::fault::{Fault, Result};
use crate::vals;

/// One step of the schema.
#[derive(Clone, Copy)]
pub struct Migration {
    /// Unique and never changed again: `conversations-001`.
    pub id: &'static str,
    /// Its statements, in order.
    pub sql: fn(Engine) -> Vec<String>,
}

/// Brings the schema up to date: runs every migration of `wanted` that was not run before.
///
/// # Errors
/// When a statement fails, or when the data was written by a newer Tillit (then nothing is touched).
pub async fn migrate(db: &Db, wanted: &[Migration]) -> Result<Vec<&'static str>> {
    let mut conn = db.begin().await?;
    let ran = run_steps(&mut conn, wanted).await?;
    conn.commit().await?;
    Ok(ran)
}

/// The steps that are still to run on data that is there already; none for data that is yet to be made. Writes nothing.
///
/// # Errors
/// When the data was written by a newer Tillit, or cannot be read.
pub async fn to_come(db: &Db, wanted: &[Migration]) -> Result<Vec<&'static str>> {
    let mut conn = db.read().await?;
    let table = match conn.engine() {
        Engine::Sqlite => "SELECT 1 AS n FROM sqlite_master WHERE name = 'migration'",
        Engine::Postgres => "SELECT 1 AS n WHERE to_regclass('migration') IS NOT NULL",
    };
    if conn.one(table, vec![]).await?.is_none() {
        return Ok(Vec::new());
    }
    let done = applied(&mut conn).await?;
    refuse_newer(&done, wanted)?;
    Ok(wanted.iter().map(|step| step.id).filter(|id| done.iter().all(|one| one != id)).collect())
}

fn refuse_newer(done: &[String], wanted: &[Migration]) -> Result<()> {
    match done.iter().find(|id| wanted.iter().all(|step| step.id != **id)) {
        None => Ok(()),
        Some(unknown) => Err(Fault::new(format!(
            "this data was written by a newer Tillit (it knows the step «{unknown}»). Nothing was changed. \
             Start the newer version, or restore a backup made by this one"
        ))),
    }
}

/// The same within a transaction that is open already: a restored backup appears as a whole or not at all.
pub(crate) async fn run_steps(conn: &mut Conn, wanted: &[Migration]) -> Result<Vec<&'static str>> {
    let engine = conn.engine();
    if engine == Engine::Postgres {
        // Long work may lie between two statements, a backup's files being written say, and nobody waits for it.
        conn.execute_unprepared("SET LOCAL idle_in_transaction_session_timeout = 0").await?;
        // Any number will do, as long as all nodes use the same.
        conn.all("SELECT pg_advisory_xact_lock($1)", vals![7_411_548]).await?;
    }
    conn.execute_unprepared("CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY, seq BIGINT NOT NULL)").await?;
    let done = applied(conn).await?;
    refuse_newer(&done, wanted)?;
    let mut ran = Vec::new();
    for (seq, migration) in wanted.iter().enumerate() {
        if done.iter().any(|id| id == migration.id) {
            continue;
        }
        for statement in (migration.sql)(engine) {
            conn.execute_unprepared(&statement).await?;
        }
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        conn.execute("INSERT INTO migration (id, seq) VALUES ($1, $2)", vals![migration.id, seq]).await?;
        ran.push(migration.id);
    }
    Ok(ran)
}

/// The ids of the steps that were run on this data, oldest first.
///
/// # Errors
/// When the table cannot be read.
pub async fn applied(conn: &mut Conn) -> Result<Vec<String>> {
    let rows = conn.all("SELECT id FROM migration ORDER BY seq, id", vec![]).await?;
    rows.iter().map(|row| row.text("id")).collect()
}
