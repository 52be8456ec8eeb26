//! The tables of second factors.

use std::collections::BTreeSet;

use base::Instant;
use platform::{Conn, Context, Platform, Result, Tx, vals};

use super::rules::SECRET_BYTES;
use crate::StaffId;

/// What secrets are sealed for.
const SEALED_FOR: &str = "second-factor";

/// How a colleague's second factor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Since when it is asked for.
    pub since: Instant,
    /// Recovery codes that were not used.
    pub codes_left: i64,
}

/// Whether a colleague is asked for a code.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn is_on(conn: &mut Conn, staff: &StaffId) -> Result<bool> {
    Ok(standing(conn, staff).await?.is_some())
}

/// How it stands; nothing when it is not asked for.
///
/// # Errors
/// See [`is_on`].
pub async fn standing(conn: &mut Conn, staff: &StaffId) -> Result<Option<Standing>> {
    let sql = "SELECT confirmed_at, (SELECT COUNT(*) FROM staff_recovery r WHERE r.staff = s.staff) AS codes_left \
               FROM staff_second s WHERE s.staff = $1 AND confirmed_at IS NOT NULL";
    let Some(row) = conn.one(sql, vals![staff.as_str()]).await? else { return Ok(None) };
    Ok(Some(Standing { since: row.at("confirmed_at")?, codes_left: row.int("codes_left")? }))
}

/// The secret of a set-up that waits for its first code.
///
/// # Errors
/// See [`is_on`].
pub async fn pending(conn: &mut Conn, p: &Platform, staff: &StaffId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT secret FROM staff_second WHERE staff = $1 AND confirmed_at IS NULL";
    let Some(row) = conn.one(sql, vals![staff.as_str()]).await? else { return Ok(None) };
    // Under a master key that is not the one it was sealed with, one begins anew.
    Ok(p.secrets.open(SEALED_FOR, &row.text("secret")?).ok())
}

/// The colleagues who are asked for a code.
///
/// # Errors
/// See [`is_on`].
pub async fn who_has(conn: &mut Conn) -> Result<BTreeSet<StaffId>> {
    let rows = conn.all("SELECT staff FROM staff_second WHERE confirmed_at IS NOT NULL", vals![]).await?;
    rows.iter().map(|row| row.id("staff")).collect()
}

/// The secret of who is asked for codes.
pub(super) async fn secret(conn: &mut Conn, p: &Platform, staff: &StaffId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT secret FROM staff_second WHERE staff = $1 AND confirmed_at IS NOT NULL";
    let Some(row) = conn.one(sql, vals![staff.as_str()]).await? else { return Ok(None) };
    let sealed = row.text("secret")?;
    let why = "a second factor was sealed with another secret.key; `tillit user second-off` turns it off";
    Ok(Some(p.secrets.open(SEALED_FOR, &sealed).ok().context(why)?))
}

/// Keeps a fresh secret until its first code comes.
pub(super) async fn begin(tx: &mut Tx, p: &Platform, staff: &StaffId) -> Result<()> {
    let mut secret = [0; SECRET_BYTES];
    p.random.fill(&mut secret);
    let sealed = p.secrets.seal(SEALED_FOR, &secret)?;
    tx.run("DELETE FROM staff_second WHERE staff = $1", vals![staff.as_str()]).await?;
    let sql = "INSERT INTO staff_second (staff, secret, confirmed_at, last_step) VALUES ($1, $2, NULL, 0)";
    tx.run(sql, vals![staff.as_str(), sealed]).await.map(drop)
}

pub(super) async fn confirm(tx: &mut Tx, staff: &StaffId, at: Instant) -> Result<()> {
    let sql = "UPDATE staff_second SET confirmed_at = $2 WHERE staff = $1";
    tx.run(sql, vals![staff.as_str(), at]).await.map(drop)
}

/// Whether a half minute's code was not used yet, which it is now. Of two that come at once, one is first.
pub(super) async fn use_step(tx: &mut Tx, staff: &StaffId, step: i64) -> Result<bool> {
    let sql = "UPDATE staff_second SET last_step = $2 WHERE staff = $1 AND last_step < $2";
    Ok(tx.run(sql, vals![staff.as_str(), step]).await? > 0)
}

/// Whether there was such a recovery code, which is gone now.
pub(super) async fn use_code(tx: &mut Tx, p: &Platform, staff: &StaffId, letters: &str) -> Result<bool> {
    let sql = "DELETE FROM staff_recovery WHERE staff = $1 AND mac = $2";
    Ok(tx.run(sql, vals![staff.as_str(), mac(p, staff, letters)]).await? > 0)
}

/// Puts these codes in place of all others.
pub(super) async fn set_codes(tx: &mut Tx, p: &Platform, staff: &StaffId, letters: &[String]) -> Result<()> {
    tx.run("DELETE FROM staff_recovery WHERE staff = $1", vals![staff.as_str()]).await?;
    for one in letters {
        let sql = "INSERT INTO staff_recovery (staff, mac) VALUES ($1, $2)";
        tx.run(sql, vals![staff.as_str(), mac(p, staff, one)]).await?;
    }
    Ok(())
}

/// Forgets secret and codes; whether there was anything.
pub(super) async fn forget(tx: &mut Tx, staff: &StaffId) -> Result<bool> {
    tx.run("DELETE FROM staff_recovery WHERE staff = $1", vals![staff.as_str()]).await?;
    Ok(tx.run("DELETE FROM staff_second WHERE staff = $1", vals![staff.as_str()]).await? > 0)
}

fn mac(p: &Platform, staff: &StaffId, letters: &str) -> String {
    p.tokens.mac_only("recovery", &format!("{staff} {letters}"))
}
