//! Rows of `saved_view`. Who sees which is said by [`crate::rules::macros::Reader`], as for macros.

use base::Instant;
use platform::{Conn, Context, Fault, Result, Row, Tx, vals};

use super::macros::{visible, written};
use crate::ids::ViewId;
use crate::model::{Column, Grouping, Listing, Order, SavedView};
use crate::rules::views::{self, Line};

const COLUMNS: &str = "id, name, visible, whose, conditions, columns, grouped, ordered";

fn read(row: &Row) -> Result<SavedView> {
    let lines: Vec<Line> = serde_json::from_str(&row.text("conditions")?)?;
    let when = views::tree(&lines).map_err(|refusal| Fault::new(format!("column conditions: {refusal}")))?;
    let columns: Vec<String> = serde_json::from_str(&row.text("columns")?)?;
    let of = Listing {
        when,
        columns: columns.iter().filter_map(|code| Column::from_code(code)).collect(),
        grouped: Grouping::from_code(&row.text("grouped")?).context("column grouped")?,
        order: Order::from_code(&row.text("ordered")?).context("column ordered")?,
    };
    Ok(SavedView { id: row.id("id")?, name: row.text("name")?, visible: visible(row)?, of })
}

/// What stands in the columns behind the id.
fn parts(view: &SavedView) -> Result<[String; 7]> {
    let (who, whose) = written(&view.visible);
    let columns: Vec<&str> = view.of.columns.iter().map(|column| column.code()).collect();
    Ok([
        view.name.clone(),
        who.to_owned(),
        whose.to_owned(),
        serde_json::to_string(&views::lines(&view.of.when))?,
        serde_json::to_string(&columns)?,
        view.of.grouped.code().to_owned(),
        view.of.order.code().to_owned(),
    ])
}

/// All that are there, by name.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<SavedView>> {
    let sql = format!("SELECT {COLUMNS} FROM saved_view WHERE removed_at IS NULL ORDER BY name, id");
    conn.all_kept(&["saved_view"], &sql, vals![]).await?.iter().map(read).collect()
}

/// One that is there.
pub(crate) async fn find(conn: &mut Conn, id: &ViewId) -> Result<Option<SavedView>> {
    one(conn, id, "removed_at IS NULL").await
}

/// One that was removed and is still kept.
pub(crate) async fn removed(conn: &mut Conn, id: &ViewId) -> Result<Option<SavedView>> {
    one(conn, id, "removed_at IS NOT NULL").await
}

async fn one(conn: &mut Conn, id: &ViewId, there: &str) -> Result<Option<SavedView>> {
    let sql = format!("SELECT {COLUMNS} FROM saved_view WHERE id = $1 AND {there}");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

pub(crate) async fn insert(tx: &mut Tx, view: &SavedView) -> Result<()> {
    let [name, who, whose, when, columns, grouped, order] = parts(view)?;
    let sql = format!("INSERT INTO saved_view ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    tx.run(&sql, vals![view.id.as_str(), name, who, whose, when, columns, grouped, order]).await?;
    Ok(())
}

pub(crate) async fn save(tx: &mut Tx, view: &SavedView) -> Result<()> {
    let [name, who, whose, when, columns, grouped, order] = parts(view)?;
    let sql = "UPDATE saved_view SET name = $2, visible = $3, whose = $4, conditions = $5, columns = $6, \
               grouped = $7, ordered = $8 WHERE id = $1";
    tx.run(sql, vals![view.id.as_str(), name, who, whose, when, columns, grouped, order]).await?;
    Ok(())
}

/// Keeps one out of sight until it is forgotten.
pub(crate) async fn remove(tx: &mut Tx, id: &ViewId) -> Result<()> {
    let now = tx.now();
    tx.run("UPDATE saved_view SET removed_at = $2 WHERE id = $1", vals![id.as_str(), now]).await?;
    Ok(())
}

pub(crate) async fn restore(tx: &mut Tx, id: &ViewId) -> Result<()> {
    tx.run("UPDATE saved_view SET removed_at = NULL WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Forgets what was removed before this.
pub(crate) async fn forget(tx: &mut Tx, before: Instant) -> Result<()> {
    tx.run("DELETE FROM saved_view WHERE removed_at < $1", vals![before]).await?;
    Ok(())
}
