//! Settings of the business: a key, and a value as JSON. Each capability names and types its own.

use base::event::{Event, Sentence};
use base::{Actor, Subject};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::db::Conn;
use crate::fault::Result;
use crate::tx::Tx;
use crate::vals;

/// The setting called `key`, or `T`'s default when nobody has set it.
///
/// # Errors
/// When the table cannot be read or the value has another shape.
pub async fn get<T: DeserializeOwned + Default>(conn: &mut Conn, key: &str) -> Result<T> {
    let rows = conn.all_kept(&["setting"], "SELECT value FROM setting WHERE key = $1", vals![key]).await?;
    rows.first().map_or_else(|| Ok(T::default()), |row| Ok(serde_json::from_str(&row.text("value")?)?))
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

/// Subject of every change of a setting, for [`crate::log::history`].
pub const HISTORY: &str = "settings:desk";

/// Somebody changed what the business has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Which page of settings: `hours`. The values stay out of the log: some are secret.
    pub page: String,
}

impl Event for Changed {
    const VERSION: i64 = 1;
    fn kind(&self) -> &'static str {
        "settings.changed"
    }
    fn subject(&self) -> Subject {
        Subject::new("settings", "desk")
    }
    fn sentence(&self) -> Sentence {
        Sentence { message: "event-settings-changed", args: vec![("page", self.page.clone())] }
    }
    fn public(&self) -> serde_json::Value {
        serde_json::json!({ "page": self.page })
    }
    fn search_text(&self) -> String {
        String::new()
    }
}

/// Writes down who changed a page of settings, in the transaction of the change.
///
/// # Errors
/// When the log cannot be written.
pub async fn record_change(tx: &mut Tx, actor: &Actor, page: &str) -> Result<()> {
    tx.record(&Changed { page: page.to_owned() }, actor, None).await
}
