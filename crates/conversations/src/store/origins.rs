//! What conversations and messages were in another system, by which they are known when they come again.

use std::collections::HashMap;

use platform::db::Value;
use platform::{Conn, Result, Tx, vals};
use sha2::{Digest as _, Sha256};

use crate::ids::{ConversationId, MessageId};

/// What names something of another system here. Only a digest is kept: what is erased is not kept in it.
pub(crate) fn digest(source: &str, key: &str) -> String {
    let mut digest = Sha256::new();
    for part in [source, key] {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    data_encoding::HEXLOWER.encode(&digest.finalize()[..20])
}

/// What a conversation was in another system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What that system is called; may be empty.
    pub source: String,
    /// What people called it there; may be empty.
    pub number: String,
}

impl Origin {
    /// Both, as one reads it.
    #[must_use]
    pub fn called(&self) -> String {
        format!("{} {}", self.source, self.number).trim().to_owned()
    }
}

/// What these were, those that come from another system.
///
/// # Errors
/// When the table cannot be read.
pub async fn origins_of(conn: &mut Conn, ids: &[&str]) -> Result<HashMap<String, Origin>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT conversation, source, number FROM conversation_origin WHERE number <> '' AND conversation IN ({}) \
         ORDER BY name DESC",
        places.join(", ")
    );
    let rows = conn.all(&sql, ids.iter().map(|id| Value::from(*id)).collect()).await?;
    let one = |row: &platform::Row| {
        Ok((row.text("conversation")?, Origin { source: row.text("source")?, number: row.text("number")? }))
    };
    rows.iter().map(one).collect()
}

/// The conversation that was taken in under this name, and whether it is erased since.
pub(crate) async fn conversation(conn: &mut Conn, key: &str) -> Result<Option<(ConversationId, bool)>> {
    let sql = "SELECT conversation, gone FROM conversation_origin WHERE name = $1";
    let row = conn.one(sql, vals![key]).await?;
    row.map(|row| Ok((row.id("conversation")?, row.flag("gone")?))).transpose()
}

/// The conversation that a message of this name lies in.
pub(crate) async fn of_message(conn: &mut Conn, key: &str) -> Result<Option<ConversationId>> {
    let row = conn.one("SELECT conversation FROM message_origin WHERE name = $1", vals![key]).await?;
    row.map(|row| row.id("conversation")).transpose()
}

/// The same, unless it lies there in a side thread.
pub(crate) async fn of_message_outside_sides(conn: &mut Conn, key: &str) -> Result<Option<ConversationId>> {
    let sql = "SELECT o.conversation FROM message_origin o JOIN message m ON m.id = o.message \
               WHERE o.name = $1 AND m.side IS NULL";
    conn.one(sql, vals![key]).await?.map(|row| row.id("conversation")).transpose()
}

/// What it was, if it comes from another system.
pub(crate) async fn of(conn: &mut Conn, id: &ConversationId) -> Result<Option<Origin>> {
    let sql = "SELECT source, number FROM conversation_origin WHERE conversation = $1 AND number <> '' \
               ORDER BY name LIMIT 1";
    let row = conn.one(sql, vals![id.as_str()]).await?;
    row.map(|row| Ok(Origin { source: row.text("source")?, number: row.text("number")? })).transpose()
}

/// Keeps it; `joined` says that the conversation was here before anything of the other system joined it.
pub(crate) async fn add(tx: &mut Tx, key: &str, id: &ConversationId, origin: &Origin, joined: bool) -> Result<()> {
    let sql = "INSERT INTO conversation_origin (name, conversation, source, number, gone, joined) \
               VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT (name) DO NOTHING";
    tx.run(sql, vals![key, id.as_str(), origin.source.as_str(), origin.number.as_str(), joined]).await?;
    Ok(())
}

/// Whether a conversation that something of another system joined was here before.
pub(crate) async fn was_here(conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM conversation_origin WHERE conversation = $1 AND joined = 0";
    Ok(conn.number(sql, vals![id.as_str()]).await? == 0)
}

pub(crate) async fn add_message(tx: &mut Tx, key: &str, id: &ConversationId, message: &MessageId) -> Result<()> {
    let sql = "INSERT INTO message_origin (name, conversation, message) VALUES ($1, $2, $3)";
    tx.run(sql, vals![key, id.as_str(), message.as_str()]).await?;
    Ok(())
}

/// Its number there and its messages are forgotten; that it was here stays, so that it does not come again.
pub(crate) async fn forget(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM message_origin WHERE conversation = $1", vals![id.as_str()]).await?;
    let sql = "UPDATE conversation_origin SET number = '', gone = 1 WHERE conversation = $1";
    tx.run(sql, vals![id.as_str()]).await?;
    Ok(())
}
