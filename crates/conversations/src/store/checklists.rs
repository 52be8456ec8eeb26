//! Rows of `checklist_item`: what is to be done in a conversation, in the order that colleagues gave it.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};

use crate::ids::{ConversationId, ItemId};
use crate::model::ChecklistItem;

fn read(row: &Row) -> Result<ChecklistItem> {
    Ok(ChecklistItem {
        id: row.id("id")?,
        text: row.text("text")?,
        done_at: row.opt_at("done_at")?,
        done_by: row.opt_text("by_name")?.unwrap_or_default(),
    })
}

/// The checklist of a conversation.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<ChecklistItem>> {
    let sql = "SELECT i.id, i.text, i.done_at, (SELECT s.name FROM staff s WHERE s.id = i.done_by) AS by_name \
               FROM checklist_item i WHERE i.conversation = $1 ORDER BY i.place, i.id";
    conn.all(sql, vals![conversation.as_str()]).await?.iter().map(read).collect()
}

/// In which conversation a thing is to be done.
pub(crate) async fn place_of(conn: &mut Conn, id: &ItemId) -> Result<Option<ConversationId>> {
    let row = conn.one("SELECT conversation FROM checklist_item WHERE id = $1", vals![id.as_str()]).await?;
    row.map(|row| row.id("conversation")).transpose()
}

pub(crate) async fn add(tx: &mut Tx, conversation: &ConversationId, id: &ItemId, text: &str) -> Result<()> {
    let sql = "INSERT INTO checklist_item (id, conversation, place, text, done_at, done_by) \
               SELECT $1, $2, COALESCE(MAX(place), 0) + 1, $3, NULL, NULL FROM checklist_item WHERE conversation = $2";
    tx.run(sql, vals![id.as_str(), conversation.as_str(), text]).await?;
    Ok(())
}

pub(crate) async fn tick(tx: &mut Tx, id: &ItemId, done: Option<(Instant, Option<&StaffId>)>) -> Result<()> {
    let (at, by) = done.map_or((None, None), |(at, by)| (Some(at), by.map(|by| by.as_str())));
    let sql = "UPDATE checklist_item SET done_at = $2, done_by = $3 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), at, by]).await?;
    Ok(())
}

pub(crate) async fn remove(tx: &mut Tx, id: &ItemId) -> Result<()> {
    tx.run("DELETE FROM checklist_item WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Gives all things these places.
pub(crate) async fn arrange(tx: &mut Tx, ids: &[&ItemId]) -> Result<()> {
    for (place, id) in ids.iter().enumerate() {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        tx.run("UPDATE checklist_item SET place = $2 WHERE id = $1", vals![id.as_str(), place]).await?;
    }
    Ok(())
}

/// Brings things to another conversation, behind what is there.
pub(crate) async fn bring(tx: &mut Tx, ids: &[ItemId], to: &ConversationId) -> Result<()> {
    let behind = tx
        .number("SELECT COALESCE(MAX(place), 0) AS n FROM checklist_item WHERE conversation = $1", vals![to.as_str()])
        .await?;
    for (n, id) in ids.iter().enumerate() {
        let place = behind.saturating_add(1).saturating_add(i64::try_from(n).unwrap_or(i64::MAX));
        let sql = "UPDATE checklist_item SET conversation = $2, place = $3 WHERE id = $1";
        tx.run(sql, vals![id.as_str(), to.as_str(), place]).await?;
    }
    Ok(())
}

/// Whether something is still to be done.
pub(crate) async fn has_open(conn: &mut Conn, conversation: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM checklist_item WHERE conversation = $1 AND done_at IS NULL";
    Ok(conn.number(sql, vals![conversation.as_str()]).await? > 0)
}

/// How much is done and how much there is, in those of these conversations that have a checklist.
pub(crate) async fn counts(conn: &mut Conn, these: &[&ConversationId]) -> Result<Vec<(ConversationId, (i64, i64))>> {
    if these.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<_> = (1..=these.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT conversation, COUNT(done_at) AS done, COUNT(*) AS n FROM checklist_item WHERE conversation IN ({}) \
         GROUP BY conversation",
        places.join(", ")
    );
    let values = these.iter().flat_map(|id| vals![id.as_str()]).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok((row.id("conversation")?, (row.int("done")?, row.int("n")?)))).collect()
}

/// Nothing is to be done there any more.
pub(crate) async fn clear(tx: &mut Tx, conversation: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM checklist_item WHERE conversation = $1", vals![conversation.as_str()]).await?;
    Ok(())
}
