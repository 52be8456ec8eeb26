//! The table of workloads; whoever has no row takes the usual.

use std::collections::BTreeMap;

use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::Workload;
use crate::StaffId;

/// The table.
pub fn tables(_: Engine) -> Vec<String> {
    vec!["CREATE TABLE staff_load (staff TEXT PRIMARY KEY, cap BIGINT, weight BIGINT NOT NULL)".to_owned()]
}

fn workload(row: &Row) -> Result<Workload> {
    Ok(Workload { cap: row.opt_int("cap")?, weight: row.int("weight")? })
}

/// What a colleague takes.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn of(conn: &mut Conn, staff: &StaffId) -> Result<Workload> {
    let sql = "SELECT cap, weight FROM staff_load WHERE staff = $1";
    let rows = conn.all_kept(&["staff_load"], sql, vals![staff.as_str()]).await?;
    rows.first().map_or_else(|| Ok(Workload::default()), workload)
}

/// What each takes for whom something was set.
///
/// # Errors
/// See [`of`].
pub async fn all(conn: &mut Conn) -> Result<BTreeMap<StaffId, Workload>> {
    let rows = conn.all_kept(&["staff_load"], "SELECT staff, cap, weight FROM staff_load", vals![]).await?;
    rows.iter().map(|row| Ok((row.id("staff")?, workload(row)?))).collect()
}

pub(super) async fn put(tx: &mut Tx, staff: &StaffId, workload: Workload) -> Result<()> {
    let sql = "INSERT INTO staff_load (staff, cap, weight) VALUES ($1, $2, $3) \
               ON CONFLICT (staff) DO UPDATE SET cap = excluded.cap, weight = excluded.weight";
    tx.run(sql, vals![staff.as_str(), workload.cap, workload.weight]).await?;
    Ok(())
}
