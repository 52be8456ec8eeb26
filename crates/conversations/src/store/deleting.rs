//! What is deleted: it lies in `conversation` until its time is over, and only what is here finds it.

use base::{Instant, Scope};
use people::StaffId;
use platform::{Conn, Result, Tx, vals};

use super::conversations::{COLUMNS, reach, read};
use super::lists::{bind, columns, person_name};
use crate::ids::ConversationId;
use crate::model::Conversation;
use crate::queries::ListRow;

/// A conversation, deleted or not.
pub(crate) async fn find_even_deleted(conn: &mut Conn, id: &ConversationId) -> Result<Option<Conversation>> {
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Like [`find_even_deleted`], and nobody else may change it until the transaction ends.
pub(crate) async fn hold_even_deleted(tx: &mut Tx, id: &ConversationId) -> Result<Option<Conversation>> {
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// The deleted conversation of this number, if it is one that we know.
pub(crate) async fn deleted_by_number(conn: &mut Conn, number: i64) -> Result<Option<Conversation>> {
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE number = $1 AND deleted_at IS NOT NULL");
    conn.one(&sql, vals![number]).await?.map(|row| read(&row)).transpose()
}

/// Writes down by whom it was deleted, and with which.
pub(crate) async fn mark_deleted(tx: &mut Tx, id: &ConversationId, by: &str, with: &ConversationId) -> Result<()> {
    let sql = "UPDATE conversation SET deleted_by = $2, deleted_with = $3 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), by, with.as_str()]).await?;
    Ok(())
}

/// It is back.
pub(crate) async fn unmark_deleted(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    let sql = "UPDATE conversation SET deleted_by = NULL, deleted_with = NULL WHERE id = $1";
    tx.run(sql, vals![id.as_str()]).await?;
    Ok(())
}

/// It is gone for good.
pub(crate) async fn mark_erased(tx: &mut Tx, id: &ConversationId, at: Instant) -> Result<()> {
    tx.run("UPDATE conversation SET erased_at = $2 WHERE id = $1", vals![id.as_str(), at]).await?;
    for sql in [
        "DELETE FROM following WHERE conversation = $1",
        // Each pair stands there twice, so both are found by the first column.
        "DELETE FROM conversation_link WHERE other = $1 AND one IN \
         (SELECT other FROM conversation_link WHERE one = $1)",
        "DELETE FROM conversation_link WHERE one = $1",
        "DELETE FROM message_version WHERE message IN (SELECT id FROM message WHERE conversation = $1)",
    ] {
        tx.run(sql, vals![id.as_str()]).await?;
    }
    Ok(())
}

/// All that was deleted with this one and can be put back, itself included.
pub(crate) async fn deleted_with(conn: &mut Conn, id: &ConversationId) -> Result<Vec<ConversationId>> {
    let sql = "SELECT id FROM conversation WHERE deleted_with = $1 AND erased_at IS NULL ORDER BY id";
    conn.all(sql, vals![id.as_str()]).await?.iter().map(|row| row.id("id")).collect()
}

/// Everything that can be put back.
pub(crate) async fn all_deleted(conn: &mut Conn) -> Result<Vec<(ConversationId, Instant)>> {
    let sql = "SELECT id, deleted_at FROM conversation WHERE deleted_at IS NOT NULL AND deleted_with = id \
               AND erased_at IS NULL ORDER BY deleted_at, id";
    conn.all(sql, vals![]).await?.iter().map(|row| Ok((row.id("id")?, row.at("deleted_at")?))).collect()
}

/// Whether anything of it waits for its time or is on its way.
pub(crate) async fn goes_out_of(conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM delivery d JOIN message m ON m.id = d.message WHERE m.conversation = $1 \
               AND d.state IN ('waiting', 'sending', 'scheduled', 'held')";
    Ok(conn.number(sql, vals![id.as_str()]).await? > 0)
}

/// A row of what is deleted.
#[derive(Clone, Debug)]
pub struct DeletedRow {
    /// The conversation, with the names beside it.
    pub row: ListRow,
    /// When it was deleted.
    pub at: Instant,
    /// Who deleted it.
    pub by: Option<StaffId>,
    /// Their name.
    pub by_name: Option<String>,
}

/// A page of what can be put back, what was deleted last first.
pub(crate) async fn deleted_page(
    conn: &mut Conn,
    scope: &Scope,
    after: Option<(i64, String)>,
    most: i64,
) -> Result<Vec<DeletedRow>> {
    let (and, mut values) = reach(scope, 1);
    let behind = match after {
        Some((at, id)) => {
            let (at, id) = (bind(&mut values, at.into()), bind(&mut values, id.as_str().into()));
            format!(" AND (c.deleted_at, c.id) < ({at}, {id})")
        }
        None => String::new(),
    };
    let most = bind(&mut values, most.into());
    let sql = format!(
        "SELECT {}, c.deleted_by, (SELECT s.name FROM staff s WHERE s.id = c.deleted_by) AS deleted_by_name \
         FROM conversation c WHERE c.deleted_at IS NOT NULL AND c.deleted_with = c.id AND c.erased_at IS NULL{and}{behind} \
         ORDER BY c.deleted_at DESC, c.id DESC LIMIT {most}",
        columns()
    );
    let one = |row: &platform::Row| {
        Ok(DeletedRow {
            row: person_name(row)?,
            at: row.at("deleted_at")?,
            by: row.opt_text("deleted_by")?.and_then(|id| id.parse().ok()),
            by_name: row.opt_text("deleted_by_name")?,
        })
    };
    conn.all(&sql, values).await?.iter().map(one).collect()
}
