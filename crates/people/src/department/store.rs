//! The table of departments. Colleagues keep theirs in their own row.

use base::Instant;
use platform::{Conn, Result, Row, Tx, vals};

use super::model::Department;
use crate::DepartmentId;

fn department(row: &Row) -> Result<Department> {
    Ok(Department { id: row.id("id")?, name: row.text("name")?, closed_at: row.opt_at("closed_at")? })
}

/// Every department, those that are open first, by name.
///
/// # Errors
/// When the table cannot be read.
pub async fn all(conn: &mut Conn) -> Result<Vec<Department>> {
    let sql = "SELECT id, name, closed_at FROM department \
               ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, lower(name), id";
    conn.all_kept(&["department"], sql, vals![]).await?.iter().map(department).collect()
}

/// One department.
///
/// # Errors
/// When the table cannot be read.
pub async fn find(conn: &mut Conn, id: &DepartmentId) -> Result<Option<Department>> {
    let sql = "SELECT id, name, closed_at FROM department WHERE id = $1";
    conn.all_kept(&["department"], sql, vals![id.as_str()]).await?.first().map(department).transpose()
}

/// Holds the departments until the transaction ends, so that no two get one name.
pub(super) async fn lock(tx: &mut Tx) -> Result<Vec<Department>> {
    let sql = format!("SELECT id FROM department ORDER BY id{}", tx.engine().for_update());
    tx.all(&sql, vals![]).await?;
    all(tx).await
}

pub(super) async fn insert(tx: &mut Tx, new: &Department) -> Result<()> {
    let sql = "INSERT INTO department (id, name, closed_at) VALUES ($1, $2, $3)";
    tx.run(sql, vals![new.id.as_str(), new.name.as_str(), new.closed_at]).await?;
    Ok(())
}

pub(super) async fn rename(tx: &mut Tx, id: &DepartmentId, name: &str) -> Result<()> {
    tx.run("UPDATE department SET name = $2 WHERE id = $1", vals![id.as_str(), name]).await?;
    Ok(())
}

pub(super) async fn set_closed(tx: &mut Tx, id: &DepartmentId, since: Option<Instant>) -> Result<()> {
    tx.run("UPDATE department SET closed_at = $2 WHERE id = $1", vals![id.as_str(), since]).await?;
    Ok(())
}
