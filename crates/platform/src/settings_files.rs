//! Files of settings that somebody brought: as they were brought until they are taken in, and then the settings as they
//! were before. What stands in them is the wiring's business.

use base::Instant;
use jiff::SignedDuration;

use crate::db::{Conn, Engine, Row};
use crate::fault::Result;
use crate::{Tx, vals};

/// How long one waits for somebody to take it in.
const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// Those taken in that are remembered.
const REMEMBERED: i64 = 20;

base::id!(
    /// Names one.
    SettingsFileId,
    "set_"
);

/// The table: a capability's migration.
pub fn tables(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE settings_file (id TEXT PRIMARY KEY, staff TEXT NOT NULL, name TEXT NOT NULL, at BIGINT NOT NULL, \
         taken_at BIGINT, changes BIGINT NOT NULL, text TEXT NOT NULL)"
            .into(),
    ]
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Names it.
    pub id: SettingsFileId,
    /// What the file was called.
    pub name: String,
    /// When it was brought.
    pub at: Instant,
    /// When it was taken in.
    pub taken_at: Option<Instant>,
    /// How many things it changed.
    pub changes: i64,
    /// The file while it waits; the settings as they were before once it is taken in.
    pub text: String,
}

fn brought(row: &Row) -> Result<Brought> {
    Ok(Brought {
        id: row.id("id")?,
        name: row.text("name")?,
        at: row.at("at")?,
        taken_at: row.opt_at("taken_at")?,
        changes: row.int("changes")?,
        text: row.text("text")?,
    })
}

/// Keeps a file until somebody takes it in.
///
/// # Errors
/// When the table cannot be used; so for all below.
pub async fn bring(tx: &mut Tx, staff: &str, name: &str, text: &str) -> Result<SettingsFileId> {
    let now = tx.now();
    let id = SettingsFileId::next(&tx.ids(), now);
    let old = now.saturating_sub(WAITS).unwrap_or(Instant::MIN);
    tx.run("DELETE FROM settings_file WHERE taken_at IS NULL AND at < $1", vals![old]).await?;
    let sql = "INSERT INTO settings_file (id, staff, name, at, changes, text) VALUES ($1, $2, $3, $4, 0, $5)";
    tx.run(sql, vals![id.as_str(), staff, name, now, text]).await?;
    Ok(id)
}

/// One of them.
///
/// # Errors
/// See [`bring`].
pub async fn find(conn: &mut Conn, id: &SettingsFileId) -> Result<Option<Brought>> {
    let sql = "SELECT id, name, at, taken_at, changes, text FROM settings_file WHERE id = $1";
    conn.one(sql, vals![id.as_str()]).await?.map(|row| brought(&row)).transpose()
}

/// Those that were taken in, newest first.
///
/// # Errors
/// See [`bring`].
pub async fn taken(conn: &mut Conn) -> Result<Vec<Brought>> {
    let sql = "SELECT id, name, at, taken_at, changes, '' AS text FROM settings_file WHERE taken_at IS NOT NULL \
               ORDER BY taken_at DESC LIMIT $1";
    conn.all(sql, vals![REMEMBERED]).await?.iter().map(brought).collect()
}

/// Somebody begins to take it in; answers whether it still waited. Whoever does so at the same moment, or lets go of it,
/// waits for the end of this transaction and comes too late.
///
/// # Errors
/// See [`bring`].
pub async fn claim(tx: &mut Tx, id: &SettingsFileId) -> Result<bool> {
    let now = tx.now();
    let sql = "UPDATE settings_file SET taken_at = $1 WHERE id = $2 AND taken_at IS NULL";
    Ok(tx.run(sql, vals![now, id.as_str()]).await? == 1)
}

/// Whoever [claimed](claim) it has taken it in: what stood there before stands in its place.
///
/// # Errors
/// See [`bring`].
pub async fn take(tx: &mut Tx, id: &SettingsFileId, before: &str, changes: i64) -> Result<()> {
    let sql = "UPDATE settings_file SET changes = $1, text = $2 WHERE id = $3";
    tx.run(sql, vals![changes, before, id.as_str()]).await?;
    let old = "DELETE FROM settings_file WHERE taken_at IS NOT NULL AND id NOT IN \
               (SELECT id FROM settings_file WHERE taken_at IS NOT NULL ORDER BY taken_at DESC LIMIT $1)";
    tx.run(old, vals![REMEMBERED]).await?;
    Ok(())
}

/// Lets go of one that waits.
///
/// # Errors
/// See [`bring`].
pub async fn forget(tx: &mut Tx, id: &SettingsFileId) -> Result<()> {
    tx.run("DELETE FROM settings_file WHERE id = $1 AND taken_at IS NULL", vals![id.as_str()]).await?;
    Ok(())
}
