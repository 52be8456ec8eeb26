//! The first colleague: while nobody has an account, one link lets somebody make the first.
//!
//! It is told on the operator's console alone, works once, and is made anew at every start until it was
//! used. After that there never is another.

use base::{Actor, Instant};
use platform::{Conn, Platform, Result, Tx, sessions, vals};

use super::commands::{self, NewStaff};
use super::model::Staff;
use super::store;
use crate::refusal::Answer;

/// In the column where other links say what they are for.
const PURPOSE: &str = "first";

/// Makes the link for the first account; earlier ones die. None once there is a colleague.
///
/// # Errors
/// When the tables cannot be used.
pub async fn first_link(tx: &mut Tx, p: &Platform) -> Result<Option<String>> {
    tx.run("DELETE FROM staff_link WHERE purpose = $1", vals![PURPOSE]).await?;
    if !store::is_empty(tx).await? {
        return Ok(None);
    }
    let secret = sessions::secret(&*p.random);
    let sql = "INSERT INTO staff_link (digest, staff, purpose, expires_at) VALUES ($1, '', $2, $3)";
    tx.run(sql, vals![sessions::digest(&secret), PURPOSE, Instant::MAX]).await?;
    Ok(Some(format!("{}/welcome/{secret}", p.site.url)))
}

/// Whether this link still makes the first account.
///
/// # Errors
/// When the tables cannot be read.
pub async fn is_first_link(conn: &mut Conn, secret: &str) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM staff_link WHERE digest = $1 AND purpose = $2";
    let known = conn.one(sql, vals![sessions::digest(secret), PURPOSE]).await?.is_some();
    Ok(known && store::is_empty(conn).await?)
}

/// Makes the first account with a password, given as its hash, and uses the link up. None when the link
/// does not work, also because somebody else was faster: of two that try, one succeeds.
///
/// # Errors
/// Refused when name, address or zone will not do; the link then works on, if nothing is committed.
pub async fn add_first(tx: &mut Tx, secret: &str, new: NewStaff, hash: &str) -> Answer<Option<Staff>> {
    let sql = "DELETE FROM staff_link WHERE digest = $1 AND purpose = $2";
    let used = tx.run(sql, vals![sessions::digest(secret), PURPOSE]).await?;
    if used == 0 || !store::is_empty(tx).await? {
        return Ok(None);
    }
    let staff = commands::add(tx, &Actor::System, new).await?;
    commands::set_password(tx, &Actor::System, &staff.id, hash, None).await?;
    Ok(Some(staff))
}
