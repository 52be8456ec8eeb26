//! The tables of fields and of what stands in them.

use base::{Instant, Scope};
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::model::{About, Field, Kind, Owner, Value};
use crate::ids::FieldId;

const COLUMNS: &str = "f.id, f.about, f.name, f.kind, f.choices, f.required, f.retired";

fn field(row: &Row) -> Result<Field> {
    let (about, kind) = (row.text("about")?, row.text("kind")?);
    Ok(Field {
        id: row.id("id")?,
        about: About::from_code(&about).context(format!("unknown about {about}"))?,
        name: row.text("name")?,
        kind: Kind::from_code(&kind).context(format!("unknown kind {kind}"))?,
        choices: serde_json::from_str(&row.text("choices")?)?,
        required: serde_json::from_str(&row.text("required")?)?,
        retired: row.flag("retired")?,
    })
}

/// Every field in its order, with those that are retired.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn all(conn: &mut Conn) -> Result<Vec<Field>> {
    let sql = format!("SELECT {COLUMNS} FROM custom_field f ORDER BY f.about DESC, f.place, f.id");
    let rows = conn.all_kept(&["custom_field"], &sql, vec![]).await?;
    rows.iter().map(field).collect()
}

/// The fields of one kind of thing that are asked for.
///
/// # Errors
/// See [`all`].
pub async fn of(conn: &mut Conn, about: About) -> Result<Vec<Field>> {
    Ok(all(conn).await?.into_iter().filter(|field| field.about == about && !field.retired).collect())
}

/// One field.
///
/// # Errors
/// See [`all`].
pub async fn find(conn: &mut Conn, id: &FieldId) -> Result<Option<Field>> {
    let sql = format!("SELECT {COLUMNS} FROM custom_field f WHERE f.id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| field(&row)).transpose()
}

/// What stands in the fields of a customer or an organisation; nothing for whom the scope leaves out.
///
/// # Errors
/// See [`all`].
pub async fn values(conn: &mut Conn, scope: &Scope, owner: &Owner) -> Result<Vec<Value>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    values_of(conn, owner.about(), owner.id()).await
}

/// The same for a capability that has asked for the scope itself.
///
/// # Errors
/// See [`all`].
pub async fn values_of(conn: &mut Conn, about: About, owner: &str) -> Result<Vec<Value>> {
    let sql = format!(
        "SELECT {COLUMNS}, v.value FROM custom_field f LEFT JOIN custom_value v ON v.field = f.id AND v.owner = $1 \
         WHERE f.about = $2 AND f.retired = 0 ORDER BY f.place, f.id"
    );
    let rows = conn.all(&sql, vals![owner, about.code()]).await?;
    let value = |row: &Row| Ok(Value { field: field(row)?, text: row.opt_text("value")?.unwrap_or_default() });
    rows.iter().map(value).collect()
}

/// All that stands in fields of somebody or something, by field, retired ones too.
///
/// # Errors
/// See [`all`].
pub async fn kept(conn: &mut Conn, owner: &str) -> Result<Vec<(Field, String)>> {
    let sql = format!(
        "SELECT {COLUMNS}, v.value FROM custom_value v JOIN custom_field f ON f.id = v.field WHERE v.owner = $1 \
         ORDER BY f.place, f.id"
    );
    let rows = conn.all(&sql, vals![owner]).await?;
    rows.iter().map(|row| Ok((field(row)?, row.text("value")?))).collect()
}

/// The words by which somebody or something is found: what stands in their texts, choices and links.
///
/// # Errors
/// See [`all`].
pub async fn words(conn: &mut Conn, owner: &str) -> Result<Vec<String>> {
    let spoken = |kind| matches!(kind, Kind::Text | Kind::Choice | Kind::Link);
    let kept = kept(conn, owner).await?.into_iter().filter(|(field, _)| spoken(field.kind) && !field.retired);
    Ok(kept.map(|(_, text)| text).collect())
}

/// Takes away all that stands in fields of somebody or something.
///
/// # Errors
/// When the tables cannot be written.
pub async fn forget(tx: &mut Tx, owner: &str) -> Result<u64> {
    tx.run("DELETE FROM custom_value WHERE owner = $1", vals![owner]).await
}

/// Behind all others of its kind.
pub(super) async fn insert(tx: &mut Tx, field: &Field, at: Instant) -> Result<()> {
    let sql = "INSERT INTO custom_field (id, about, name, kind, choices, required, retired, place, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, 0, \
               (SELECT COALESCE(MAX(o.place), 0) + 1 FROM custom_field o WHERE o.about = $2), $7)";
    let (id, about, kind) = (field.id.as_str(), field.about.code(), field.kind.code());
    let (choices, required) = (serde_json::to_string(&field.choices)?, serde_json::to_string(&field.required)?);
    tx.run(sql, vals![id, about, field.name.as_str(), kind, choices, required, at]).await?;
    Ok(())
}

/// The place of a field among those of its kind.
pub(super) async fn set_place(tx: &mut Tx, id: &FieldId, place: i64) -> Result<()> {
    tx.run("UPDATE custom_field SET place = $2 WHERE id = $1", vals![id.as_str(), place]).await?;
    Ok(())
}

pub(super) async fn save(tx: &mut Tx, field: &Field) -> Result<()> {
    let sql = "UPDATE custom_field SET name = $2, choices = $3, required = $4, retired = $5 WHERE id = $1";
    let (choices, required) = (serde_json::to_string(&field.choices)?, serde_json::to_string(&field.required)?);
    tx.run(sql, vals![field.id.as_str(), field.name.as_str(), choices, required, field.retired]).await?;
    Ok(())
}

pub(crate) async fn put(tx: &mut Tx, owner: &str, field: &FieldId, text: &str) -> Result<()> {
    if text.is_empty() {
        let sql = "DELETE FROM custom_value WHERE owner = $1 AND field = $2";
        tx.run(sql, vals![owner, field.as_str()]).await?;
        return Ok(());
    }
    let sql = "INSERT INTO custom_value (owner, field, value) VALUES ($1, $2, $3) \
               ON CONFLICT (owner, field) DO UPDATE SET value = excluded.value";
    tx.run(sql, vals![owner, field.as_str(), text]).await?;
    Ok(())
}
