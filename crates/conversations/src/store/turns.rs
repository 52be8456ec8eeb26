//! Who had which turn, and how many open conversations everybody has. A turn is given by one transaction after the
//! other: [`take_number`] holds all who come after.

use std::collections::HashMap;

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Tx, vals};

/// The table; the number of the newest turn lies in `sequence`.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE turn_taken (staff TEXT PRIMARY KEY, number BIGINT NOT NULL, at BIGINT NOT NULL)",
    "INSERT INTO sequence (name, value) VALUES ('turn', 0)",
];

/// The number of this turn. Until the transaction ends nobody else gets one, so that what is read from here on stays so.
pub(crate) async fn take_number(tx: &mut Tx) -> Result<i64> {
    let sql = "UPDATE sequence SET value = value + 1 WHERE name = 'turn' RETURNING value AS n";
    tx.number(sql, vec![]).await
}

/// Whose turn it was, and when.
pub(crate) async fn keep_turn(tx: &mut Tx, staff: &StaffId, number: i64, at: Instant) -> Result<()> {
    let sql = "INSERT INTO turn_taken (staff, number, at) VALUES ($1, $2, $3) \
               ON CONFLICT (staff) DO UPDATE SET number = excluded.number, at = excluded.at";
    tx.run(sql, vals![staff.as_str(), number, at]).await?;
    Ok(())
}

/// Everybody's last turn: its number and when it was.
pub(crate) async fn last_turns(conn: &mut Conn) -> Result<HashMap<StaffId, (i64, Instant)>> {
    let rows = conn.all("SELECT staff, number, at FROM turn_taken", vals![]).await?;
    rows.iter().map(|row| Ok((row.id("staff")?, (row.int("number")?, row.at("at")?)))).collect()
}

/// How many open conversations everybody has who has any; what is put away is none.
pub(crate) async fn open_work(conn: &mut Conn) -> Result<HashMap<String, i64>> {
    let sql = "SELECT assignee, CAST(SUM(n) AS BIGINT) AS n FROM tally \
               WHERE state IN ('new', 'open') AND assignee <> '' GROUP BY assignee";
    let rows = conn.all(sql, vals![]).await?;
    rows.iter().map(|row| Ok((row.text("assignee")?, row.int("n")?))).collect()
}
