//! Rows of `promise_feed`: whether a colleague's promises can be read as a calendar, and under which edition of its
//! address.

use people::StaffId;
use platform::{Conn, Result, Tx, vals};

/// The table.
pub(super) const TABLES: &[&str] =
    &["CREATE TABLE promise_feed (staff TEXT PRIMARY KEY, edition BIGINT NOT NULL, active BIGINT NOT NULL)"];

/// The edition that holds; none where there is no calendar.
pub(crate) async fn edition(conn: &mut Conn, staff: &StaffId) -> Result<Option<i64>> {
    let sql = "SELECT edition FROM promise_feed WHERE staff = $1 AND active = 1";
    conn.one(sql, vals![staff.as_str()]).await?.map(|row| row.int("edition")).transpose()
}

/// Every address that was given so far is worth nothing; there is a new one, or none.
pub(crate) async fn renew(tx: &mut Tx, staff: &StaffId, active: bool) -> Result<()> {
    let sql = "INSERT INTO promise_feed (staff, edition, active) VALUES ($1, 1, $2) ON CONFLICT (staff) \
               DO UPDATE SET edition = promise_feed.edition + 1, active = excluded.active";
    tx.run(sql, vals![staff.as_str(), active]).await?;
    Ok(())
}
