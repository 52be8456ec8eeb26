//! Categories, in their order.

use platform::{Conn, Result, Row, Tx, vals};

use crate::articles::model::{Category, CategoryId, Names};

/// A category and its place in the order.
pub type Place = (i64, Category);

fn category(row: &Row) -> Result<Place> {
    let names = |column: &str| -> Result<Names> { Ok(serde_json::from_str(&row.text(column)?).unwrap_or_default()) };
    let category = Category {
        id: row.id("id")?,
        address: row.text("address")?,
        names: names("names")?,
        leads: names("leads")?,
        dated: row.flag("dated")?,
    };
    Ok((row.int("place")?, category))
}

/// All of them, in order.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn categories(conn: &mut Conn) -> Result<Vec<Place>> {
    conn.all("SELECT * FROM article_category ORDER BY place, id", vals![]).await?.iter().map(category).collect()
}

/// Keeps a new one.
///
/// # Errors
/// See [`categories`].
pub async fn insert_category(tx: &mut Tx, place: i64, it: &Category) -> Result<()> {
    let sql = "INSERT INTO article_category (id, place, address, names, leads, dated) VALUES ($1, $2, $3, $4, $5, $6)";
    let (names, leads) = (serde_json::to_string(&it.names)?, serde_json::to_string(&it.leads)?);
    tx.run(sql, vals![it.id.as_str(), place, &it.address, names, leads, it.dated]).await?;
    Ok(())
}

/// Keeps another name, lead or kind; its address stays.
///
/// # Errors
/// See [`categories`].
pub async fn update_category(tx: &mut Tx, it: &Category) -> Result<()> {
    let (names, leads) = (serde_json::to_string(&it.names)?, serde_json::to_string(&it.leads)?);
    let sql = "UPDATE article_category SET names = $2, leads = $3, dated = $4 WHERE id = $1";
    tx.run(sql, vals![it.id.as_str(), names, leads, it.dated]).await?;
    Ok(())
}

/// Gives one another place.
///
/// # Errors
/// See [`categories`].
pub async fn place_category(tx: &mut Tx, id: &CategoryId, place: i64) -> Result<()> {
    tx.run("UPDATE article_category SET place = $2 WHERE id = $1", vals![id.as_str(), place]).await?;
    Ok(())
}

/// Whether an article stands in it.
///
/// # Errors
/// See [`categories`].
pub async fn in_use(conn: &mut Conn, id: &CategoryId) -> Result<bool> {
    Ok(conn.one("SELECT id FROM article WHERE category = $1 LIMIT 1", vals![id.as_str()]).await?.is_some())
}

/// Takes one away.
///
/// # Errors
/// See [`categories`].
pub async fn delete_category(tx: &mut Tx, id: &CategoryId) -> Result<()> {
    tx.run("DELETE FROM article_category WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}
