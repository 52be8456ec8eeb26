//! Single-use links that let a colleague in without a password: to choose one, or to sign in from the
//! operator's console.
//!
//! A link holds 256 random bits; the table holds their digest. It dies by use, by time (machine time),
//! and when the password changes.

use base::{Instant, Scope};
use jiff::SignedDuration;
use platform::{Conn, Platform, Result, Tx, sessions, vals};

use super::model::Staff;
use super::store;
use crate::StaffId;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Choose the first password.
    Invite,
    /// Choose a new password.
    Reset,
    /// Sign in at once: printed on the operator's own console.
    Console,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Reset => "reset",
            Self::Console => "console",
        }
    }

    const fn lasts(self) -> SignedDuration {
        match self {
            Self::Invite => SignedDuration::from_hours(7 * 24),
            Self::Reset | Self::Console => SignedDuration::from_hours(1),
        }
    }
}

/// Makes a link for a colleague and answers its address, built from the configured site alone.
///
/// # Errors
/// When the table cannot be written.
pub async fn issue(tx: &mut Tx, platform: &Platform, staff: &StaffId, purpose: Purpose) -> Result<String> {
    let secret = sessions::secret(&*platform.random);
    let now = tx.machine_now();
    let expires = now.saturating_add(purpose.lasts()).unwrap_or(Instant::MAX);
    tx.run("DELETE FROM staff_link WHERE expires_at <= $1", vals![now]).await?;
    let sql = "INSERT INTO staff_link (digest, staff, purpose, expires_at) VALUES ($1, $2, $3, $4)";
    tx.run(sql, vals![sessions::digest(&secret), staff.as_str(), purpose.code(), expires]).await?;
    let path = if purpose == Purpose::Console { "link" } else { "reset" };
    Ok(format!("{}/signin/{path}/{secret}", platform.site.url))
}

/// Whose link this is, without using it up. Nobody's when it is unknown, used, too old, for something
/// else, or its owner may not enter.
///
/// # Errors
/// When the tables cannot be read.
pub async fn look(conn: &mut Conn, secret: &str, purposes: &[Purpose], now: Instant) -> Result<Option<Staff>> {
    let sql = "SELECT staff, purpose FROM staff_link WHERE digest = $1 AND expires_at > $2";
    let Some(row) = conn.one(sql, vals![sessions::digest(secret), now]).await? else { return Ok(None) };
    let purpose = row.text("purpose")?;
    if !purposes.iter().any(|wanted| wanted.code() == purpose) {
        return Ok(None);
    }
    let staff = store::find(conn, &Scope::All, &row.id("staff")?).await?;
    Ok(staff.filter(|staff| staff.disabled_at.is_none()))
}

/// Uses a link up; of two that try, one succeeds.
///
/// # Errors
/// When the tables cannot be used.
pub async fn redeem(tx: &mut Tx, secret: &str, purposes: &[Purpose]) -> Result<Option<Staff>> {
    let now = tx.machine_now();
    let Some(staff) = look(tx, secret, purposes, now).await? else { return Ok(None) };
    let used = tx.run("DELETE FROM staff_link WHERE digest = $1", vals![sessions::digest(secret)]).await?;
    Ok((used > 0).then_some(staff))
}

/// Kills every link of a colleague.
pub(super) async fn end_all(tx: &mut Tx, staff: &StaffId) -> Result<()> {
    tx.run("DELETE FROM staff_link WHERE staff = $1", vals![staff.as_str()]).await?;
    Ok(())
}
