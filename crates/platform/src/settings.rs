//! Settings of the business: a key, and a value as JSON. Each capability names and types its own.

use serde::{Serialize, de::DeserializeOwned};

use crate::db::Conn;
use crate::fault::Result;
use crate::tx::Tx;
use crate::vals;

/// The setting called `key`, or `T`'s default when nobody has set it.
///
/// # Errors
/// When the table cannot be read or the value has another shape.
pub async fn get<T: DeserializeOwned + Default>(conn: &mut Conn, key: &str) -> Result<T> {
    let row = conn.one("SELECT value FROM setting WHERE key = $1", vals![key]).await?;
    row.map_or_else(|| Ok(T::default()), |row| Ok(serde_json::from_str(&row.text("value")?)?))
}

/// Sets it.
///
/// # Errors
/// When the table cannot be written.
pub async fn set<T: Serialize + Sync>(tx: &mut Tx, key: &str, value: &T) -> Result<()> {
    let sql = "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.run(sql, vals![key, serde_json::to_string(value)?]).await?;
    Ok(())
}
