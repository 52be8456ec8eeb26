//! The event log: one append-only table that the timeline, history, live updates, automation,
//! webhooks and reports are readings of.
//!
//! On PostgreSQL a higher number can become visible before a lower one. Rows therefore carry the
//! number of their transaction, readers go by (transaction, number) and stop below the oldest
//! transaction that still runs: all that lies there is final, nothing can slip in behind a cursor.

mod newest;
pub mod public;
#[cfg(test)]
mod tests;

use base::{Actor, Event, Instant};

use crate::db::{Conn, Engine, Row};
use crate::fault::Result;
use crate::tx::Tx;
use crate::vals;

pub(crate) use newest::{BESIDE_CONVERSATIONS, looked_for};
pub use newest::{ENDS, Newest, newest, newest_number, stretch};

/// A fact as it lies in the log.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place: what a cursor remembers.
    pub place: Place,
    /// When it happened, business time.
    pub at: Instant,
    /// What happened: `conversation.assigned`.
    pub kind: String,
    /// To what: `conversation:cnv_…`.
    pub subject: String,
    /// Who did it: see [`Actor::key`].
    pub actor: String,
    /// What led to it, if another event or job did.
    pub cause: Option<String>,
    /// The event itself, as JSON.
    pub payload: String,
    /// Shape of the payload.
    pub version: i64,
}

impl Recorded {
    /// The event, when it is one of `E`'s.
    #[must_use]
    pub fn read<E: Event>(&self) -> Option<E> {
        serde_json::from_str(&self.payload).ok()
    }
}

/// A place in the log. Greater places are read later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The writing transaction's number; 0 on SQLite and for restored rows.
    pub transaction: i64,
    /// The row's number.
    pub seq: i64,
}

const COLUMNS: &str = "xid, seq, at, kind, subject, actor, cause, payload, version";

pub(crate) async fn append<E: Event>(
    conn: &mut Conn,
    event: &E,
    actor: &Actor,
    cause: Option<&str>,
    now: Instant,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO event (xid, at, kind, subject, actor, cause, payload, version) \
         VALUES ({}, $1, $2, $3, $4, $5, $6, $7)",
        conn.engine().transaction_number()
    );
    let values =
        vals![now, event.kind(), event.subject().key(), actor.key(), cause, serde_json::to_string(event)?, E::VERSION];
    conn.execute(&sql, values).await?;
    Ok(())
}

/// The next `most` facts behind `after` that can no longer change their order.
///
/// # Errors
/// When the log cannot be read.
pub async fn after(conn: &mut Conn, after: Place, most: i64) -> Result<Vec<Recorded>> {
    let rows = conn.all(&reading(conn.engine(), ""), vals![after.transaction, after.seq, most]).await?;
    rows.iter().map(recorded).collect()
}

/// The statement that reads on from the place ($1, $2), $3 facts at most, of those that meet `also`.
fn reading(engine: Engine, also: &str) -> String {
    let (behind, order) = (engine.after_place(), engine.log_order());
    format!("SELECT {COLUMNS} FROM event WHERE {behind}{also} ORDER BY {order} LIMIT $3")
}

/// The end of what can be read now: where a reader begins that wants only what comes.
///
/// # Errors
/// When the log cannot be read.
pub async fn end(conn: &mut Conn) -> Result<Place> {
    let sql = format!(
        "SELECT xid, seq FROM event WHERE xid < {} ORDER BY xid DESC, seq DESC LIMIT 1",
        conn.engine().oldest_running()
    );
    conn.one(&sql, vec![]).await?.map_or(Ok(Place::default()), |row| place(&row))
}

/// The newest fact that can be seen: where a reader begins that wants nothing of what was, and need not hear of what
/// others are writing this moment. [`end`] may lie before it, behind which nothing can slip in.
///
/// # Errors
/// When the log cannot be read.
pub async fn last(conn: &mut Conn) -> Result<Place> {
    let sql = "SELECT xid, seq FROM event ORDER BY xid DESC, seq DESC LIMIT 1";
    conn.one(sql, vec![]).await?.map_or(Ok(Place::default()), |row| place(&row))
}

/// The history of one subject, oldest first, the newest `most` of it.
///
/// # Errors
/// When the log cannot be read.
pub async fn history(conn: &mut Conn, subject: &str, most: i64) -> Result<Vec<Recorded>> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE subject = $1 ORDER BY seq DESC LIMIT $2");
    let rows = conn.all(&sql, vals![subject, most]).await?;
    let mut found = rows.iter().map(recorded).collect::<Result<Vec<_>>>()?;
    found.reverse();
    Ok(found)
}

/// Whether something of a kind happened to a subject at `since` or later.
///
/// # Errors
/// When the log cannot be read.
pub async fn happened_since(conn: &mut Conn, subject: &str, kind: &str, since: Instant) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM event WHERE subject = $1 AND kind = $2 AND at >= $3 LIMIT 1";
    Ok(conn.one(sql, vals![subject, kind, since]).await?.is_some())
}

/// Writes payloads of one subject's history anew, without words that must not be kept: those for which `without`
/// answers one. Answers how many. Nothing else may ever change what is in the log.
///
/// # Errors
/// When the log cannot be read or written.
pub async fn rewrite(
    tx: &mut Tx,
    subject: &str,
    without: &(dyn Fn(&Recorded) -> Option<String> + Sync),
) -> Result<i64> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE subject = $1 ORDER BY seq");
    let mut changed = 0;
    for row in tx.all(&sql, vals![subject]).await? {
        let fact = recorded(&row)?;
        if let Some(payload) = without(&fact) {
            tx.run("UPDATE event SET payload = $2 WHERE seq = $1", vals![fact.place.seq, payload]).await?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Takes the whole history of a subject away; answers how many facts that were.
///
/// # Errors
/// When the log cannot be written.
pub async fn remove(tx: &mut Tx, subject: &str) -> Result<i64> {
    let gone = tx.run("DELETE FROM event WHERE subject = $1", vals![subject]).await?;
    Ok(i64::try_from(gone).unwrap_or(i64::MAX))
}

/// Where a durable reader stands; the beginning if it never read.
///
/// # Errors
/// When the table cannot be read.
pub async fn cursor(conn: &mut Conn, reader: &str) -> Result<Place> {
    let row = conn.one("SELECT xid, seq FROM event_cursor WHERE reader = $1", vals![reader]).await?;
    row.map_or(Ok(Place::default()), |row| place(&row))
}

/// Moves a durable reader's cursor, in the transaction of what it did with the events before.
///
/// # Errors
/// When the table cannot be written.
pub async fn advance(tx: &mut Tx, reader: &str, to: Place) -> Result<()> {
    let sql = "INSERT INTO event_cursor (reader, xid, seq) VALUES ($1, $2, $3) \
               ON CONFLICT (reader) DO UPDATE SET xid = excluded.xid, seq = excluded.seq";
    tx.run(sql, vals![reader, to.transaction, to.seq]).await?;
    Ok(())
}

fn place(row: &Row) -> Result<Place> {
    Ok(Place { transaction: row.int("xid")?, seq: row.int("seq")? })
}

fn recorded(row: &Row) -> Result<Recorded> {
    Ok(Recorded {
        place: place(row)?,
        at: row.at("at")?,
        kind: row.text("kind")?,
        subject: row.text("subject")?,
        actor: row.text("actor")?,
        cause: row.opt_text("cause")?,
        payload: row.text("payload")?,
        version: row.int("version")?,
    })
}
