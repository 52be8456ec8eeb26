//! The table of them.

use base::Instant;

use super::{Reason, State, Takeout, TakeoutId};
use crate::db::{Conn, Engine, Row};
use crate::fault::Result;
use crate::{Tx, vals};

/// Those that are remembered.
const REMEMBERED: i64 = 50;

/// The table: a capability's migration.
pub fn tables(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE takeout (id TEXT PRIMARY KEY, staff TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, \
         error TEXT NOT NULL, tries BIGINT NOT NULL, round BIGINT NOT NULL, done BIGINT NOT NULL, total BIGINT NOT NULL, \
         bytes BIGINT NOT NULL, digest TEXT NOT NULL, rows BIGINT NOT NULL, files BIGINT NOT NULL, \
         damaged TEXT NOT NULL, left_out TEXT NOT NULL, at BIGINT NOT NULL, ended_at BIGINT, expires_at BIGINT, \
         seen BIGINT NOT NULL)"
            .into(),
        // One at a time, whoever asks at the same moment.
        "CREATE UNIQUE INDEX takeout_running ON takeout (state) WHERE state = 'running'".into(),
        // How often somebody was erased, or words were taken out: one row.
        "CREATE TABLE takeout_era (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)".into(),
    ]
}

const COLUMNS: &str = "id, staff, state, reason, error, tries, round, done, total, bytes, digest, rows, files, damaged, \
     left_out, at, ended_at, expires_at";

fn takeout(row: &Row) -> Result<Takeout> {
    Ok(Takeout {
        id: row.id("id")?,
        staff: row.text("staff")?,
        state: State::from_code(&row.text("state")?),
        reason: Reason::from_code(&row.text("reason")?),
        error: row.text("error")?,
        tries: row.int("tries")?,
        round: row.int("round")?,
        done: row.int("done")?,
        total: row.int("total")?,
        bytes: row.int("bytes")?,
        digest: row.text("digest")?,
        rows: row.int("rows")?,
        files: row.int("files")?,
        damaged: serde_json::from_str(&row.text("damaged")?)?,
        left_out: serde_json::from_str(&row.text("left_out")?)?,
        at: row.at("at")?,
        ended_at: row.opt_at("ended_at")?,
        expires_at: row.opt_at("expires_at")?,
    })
}

/// Begins one; answers whether no other runs.
pub(super) async fn insert(tx: &mut Tx, id: &TakeoutId, staff: &str) -> Result<bool> {
    let sql = "INSERT INTO takeout (id, staff, state, reason, error, tries, round, done, total, bytes, digest, rows, files, \
         damaged, left_out, at, seen) \
         VALUES ($1, $2, 'running', '', '', 0, 1, 0, 0, 0, '', 0, 0, '[]', '[]', $3, 0) ON CONFLICT DO NOTHING";
    let now = tx.machine_now();
    let made = tx.run(sql, vals![id.as_str(), staff, now]).await? == 1;
    let old = "DELETE FROM takeout WHERE state IN ('failed', 'removed') AND id NOT IN \
         (SELECT id FROM takeout ORDER BY id DESC LIMIT $1)";
    tx.run(old, vals![REMEMBERED]).await?;
    Ok(made)
}

pub(super) async fn find(conn: &mut Conn, id: &TakeoutId) -> Result<Option<Takeout>> {
    let sql = format!("SELECT {COLUMNS} FROM takeout WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| takeout(&row)).transpose()
}

/// The same for whoever changes it now.
pub(super) async fn hold(tx: &mut Tx, id: &TakeoutId) -> Result<Option<Takeout>> {
    let sql = format!("SELECT {COLUMNS} FROM takeout WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| takeout(&row)).transpose()
}

/// Those of a state, or all; newest first.
pub(super) async fn list(conn: &mut Conn, state: Option<State>, most: i64) -> Result<Vec<Takeout>> {
    let sql = format!("SELECT {COLUMNS} FROM takeout WHERE $1 = '' OR state = $1 ORDER BY id DESC LIMIT $2");
    conn.all(&sql, vals![state.map_or("", State::code), most]).await?.iter().map(takeout).collect()
}

pub(super) async fn save(tx: &mut Tx, it: &Takeout) -> Result<()> {
    let sql = "UPDATE takeout SET state = $1, reason = $2, error = $3, tries = $4, round = $5, done = $6, total = $7, \
         bytes = $8, digest = $9, rows = $10, files = $11, damaged = $12, left_out = $13, ended_at = $14, \
         expires_at = $15 WHERE id = $16";
    let (damaged, left_out) = (serde_json::to_string(&it.damaged)?, serde_json::to_string(&it.left_out)?);
    let values = vals![
        it.state.code(),
        it.reason.code(),
        it.error.as_str(),
        it.tries,
        it.round,
        it.done,
        it.total,
        it.bytes,
        it.digest.as_str(),
        it.rows,
        it.files,
        damaged,
        left_out,
        it.ended_at,
        it.expires_at,
        it.id.as_str()
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// How far this try of writing has come.
pub(super) async fn progress(tx: &mut Tx, it: &Takeout, (done, total): (i64, i64)) -> Result<()> {
    let sql = "UPDATE takeout SET done = $1, total = $2 \
         WHERE id = $3 AND state = 'running' AND round = $4 AND tries = $5";
    tx.run(sql, vals![done, total, it.id.as_str(), it.round, it.tries]).await?;
    Ok(())
}

/// Those whose time is over.
pub(super) async fn over(conn: &mut Conn, now: Instant) -> Result<Vec<Takeout>> {
    let sql = format!("SELECT {COLUMNS} FROM takeout WHERE state = 'done' AND expires_at <= $1");
    conn.all(&sql, vals![now]).await?.iter().map(takeout).collect()
}

/// How the last one ended that a colleague asked for and has not looked at since. What went by hand or by time is no
/// news.
pub(super) async fn news(conn: &mut Conn, staff: &str) -> Result<Option<Takeout>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM takeout WHERE staff = $1 AND seen = 0 \
         AND (state IN ('done', 'failed') OR (state = 'removed' AND reason = 'erased')) ORDER BY id DESC LIMIT 1"
    );
    conn.one(&sql, vals![staff]).await?.map(|row| takeout(&row)).transpose()
}

pub(super) async fn seen(tx: &mut Tx, staff: &str) -> Result<()> {
    tx.run("UPDATE takeout SET seen = 1 WHERE staff = $1 AND state <> 'running'", vals![staff]).await?;
    Ok(())
}

/// There is something new about it.
pub(super) async fn unseen(tx: &mut Tx, id: &TakeoutId) -> Result<()> {
    tx.run("UPDATE takeout SET seen = 0 WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// How often somebody was erased so far, or words were taken out.
pub(super) async fn era(conn: &mut Conn) -> Result<i64> {
    conn.number("SELECT n FROM takeout_era WHERE id = 1", vals![]).await
}

/// The same, and it stays so until this transaction ends.
pub(super) async fn hold_era(tx: &mut Tx) -> Result<i64> {
    let sql = "INSERT INTO takeout_era (id, n) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET n = takeout_era.n";
    tx.run(sql, vals![]).await?;
    era(tx).await
}

/// Somebody is erased, or words are taken out.
pub(super) async fn next_era(tx: &mut Tx) -> Result<()> {
    let sql = "INSERT INTO takeout_era (id, n) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET n = takeout_era.n + 1";
    tx.run(sql, vals![]).await?;
    Ok(())
}
