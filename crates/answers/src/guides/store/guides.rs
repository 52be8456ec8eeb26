//! Guides and their versions. A tree is kept as one text: it is always read whole.

use base::Scope;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};

use crate::guides::model::{Guide, GuideId, Tree, Version};

fn tree(row: &Row, column: &str) -> Result<Tree> {
    Ok(serde_json::from_str(&row.text(column)?)?)
}

fn guide(row: &Row) -> Result<Guide> {
    Ok(Guide {
        id: row.id("id")?,
        address: row.text("address")?,
        draft: tree(row, "draft")?,
        live: row.opt_int("live")?,
        saved_at: row.at("saved_at")?,
    })
}

fn version_of(row: &Row) -> Result<Version> {
    Ok(Version { number: row.int("number")?, tree: tree(row, "tree")?, at: row.at("at")?, by: row.opt_id("staff")? })
}

/// All guides, by their address. There are a few dozen at most.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Guide>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    conn.all("SELECT * FROM guide ORDER BY address", vals![]).await?.iter().map(guide).collect()
}

/// One guide.
///
/// # Errors
/// See [`all`].
pub async fn find(conn: &mut Conn, scope: &Scope, id: &GuideId) -> Result<Option<Guide>> {
    if *scope != Scope::All {
        return Ok(None);
    }
    conn.one("SELECT * FROM guide WHERE id = $1", vals![id.as_str()]).await?.map(|row| guide(&row)).transpose()
}

const LIVE: &str = "SELECT g.id, g.address, v.number, v.tree, v.at, v.staff FROM guide g \
    JOIN guide_version v ON v.guide = g.id AND v.number = g.live";

/// What is walked at an address: whose version, and that.
///
/// # Errors
/// See [`all`].
pub async fn by_address(conn: &mut Conn, address: &str) -> Result<Option<(GuideId, Version)>> {
    let row = conn.one(&format!("{LIVE} WHERE g.address = $1"), vals![address]).await?;
    row.map(|row| Ok((row.id("id")?, version_of(&row)?))).transpose()
}

/// All that is walked, by address.
///
/// # Errors
/// See [`all`].
pub async fn live(conn: &mut Conn) -> Result<Vec<(String, Version)>> {
    let rows = conn.all(&format!("{LIVE} ORDER BY g.address"), vals![]).await?;
    rows.iter().map(|row| Ok((row.text("address")?, version_of(row)?))).collect()
}

/// Whether there is any to be walked.
///
/// # Errors
/// See [`all`].
pub async fn any_live(conn: &mut Conn) -> Result<bool> {
    Ok(conn.one("SELECT id FROM guide WHERE live IS NOT NULL LIMIT 1", vals![]).await?.is_some())
}

/// Keeps a new one.
///
/// # Errors
/// See [`all`].
pub async fn insert(tx: &mut Tx, it: &Guide) -> Result<()> {
    let sql = "INSERT INTO guide (id, address, draft, live, saved_at) VALUES ($1, $2, $3, $4, $5)";
    let draft = serde_json::to_string(&it.draft)?;
    tx.run(sql, vals![it.id.as_str(), &it.address, draft, it.live, it.saved_at]).await?;
    Ok(())
}

/// Keeps its working copy, and which version is walked.
///
/// # Errors
/// See [`all`].
pub async fn save(tx: &mut Tx, it: &Guide) -> Result<()> {
    let draft = serde_json::to_string(&it.draft)?;
    let sql = "UPDATE guide SET draft = $2, live = $3, saved_at = $4 WHERE id = $1";
    tx.run(sql, vals![it.id.as_str(), draft, it.live, it.saved_at]).await?;
    Ok(())
}

/// Takes a guide away that never went live.
///
/// # Errors
/// See [`all`].
pub async fn delete(tx: &mut Tx, id: &GuideId) -> Result<()> {
    tx.run("DELETE FROM guide WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Keeps a version, for good.
///
/// # Errors
/// See [`all`].
pub async fn insert_version(tx: &mut Tx, id: &GuideId, it: &Version) -> Result<()> {
    let sql = "INSERT INTO guide_version (guide, number, tree, at, staff) VALUES ($1, $2, $3, $4, $5)";
    let tree = serde_json::to_string(&it.tree)?;
    tx.run(sql, vals![id.as_str(), it.number, tree, it.at, it.by.as_ref().map(StaffId::as_str)]).await?;
    Ok(())
}

/// The last `most` versions, newest first.
///
/// # Errors
/// See [`all`].
pub async fn versions(conn: &mut Conn, id: &GuideId, most: i64) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM guide_version WHERE guide = $1 ORDER BY number DESC LIMIT $2";
    conn.all(sql, vals![id.as_str(), most]).await?.iter().map(version_of).collect()
}

/// One version.
///
/// # Errors
/// See [`all`].
pub async fn version(conn: &mut Conn, id: &GuideId, number: i64) -> Result<Option<Version>> {
    let sql = "SELECT * FROM guide_version WHERE guide = $1 AND number = $2";
    conn.one(sql, vals![id.as_str(), number]).await?.map(|row| version_of(&row)).transpose()
}
