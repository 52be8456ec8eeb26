//! Texts that were changed after they were said: earlier texts of notes, and messages without words that were taken out.

use std::collections::HashSet;

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Tx, vals};
use words::mood::Mood;

use super::searching;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{Message, Version};

/// The text of a note from now on, with what stood there before kept.
pub(crate) async fn edit(tx: &mut Tx, before: &Message, staff: &StaffId, body: &str, now: Instant) -> Result<()> {
    let sql = "INSERT INTO message_version (message, until, staff, body) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (message, until) DO NOTHING";
    tx.run(sql, vals![before.id.as_str(), now, staff.as_str(), before.body.as_str()]).await?;
    tx.run("UPDATE message SET body = $2, edited_at = $3 WHERE id = $1", vals![before.id.as_str(), body, now]).await?;
    searching::index(tx, &before.id).await
}

/// Earlier texts of a note, oldest first.
pub(crate) async fn versions(conn: &mut Conn, id: &MessageId) -> Result<Vec<Version>> {
    let sql = "SELECT until, body FROM message_version WHERE message = $1 ORDER BY until LIMIT 200";
    let rows = conn.all(sql, vals![id.as_str()]).await?;
    rows.iter().map(|row| Ok(Version { until: row.at("until")?, body: row.text("body")? })).collect()
}

/// Writes a message as it is without what was taken out: no original, no earlier texts.
pub(crate) async fn redact(tx: &mut Tx, after: &Message, now: Instant) -> Result<()> {
    let sql = "UPDATE message SET body = $2, document = $3, invite = $4, raw = NULL, redacted_at = $5, \
               contact = $6, mood = $7 WHERE id = $1";
    let document = after.document.as_ref().map(serde_json::to_string).transpose()?;
    let invite = after.invite.as_ref().map(serde_json::to_string).transpose()?;
    let contact = after.contact.as_ref().map(serde_json::to_string).transpose()?;
    tx.run(
        sql,
        vals![after.id.as_str(), after.body.as_str(), document, invite, now, contact, after.mood.map(Mood::name)],
    )
    .await?;
    tx.run("DELETE FROM message_version WHERE message = $1", vals![after.id.as_str()]).await?;
    Ok(())
}

/// A file of a mail has bytes of its own from now on, and this name.
pub(crate) async fn own_bytes(tx: &mut Tx, id: &AttachmentId, blob: &str) -> Result<()> {
    tx.run("UPDATE attachment SET blob = $2, part = NULL WHERE id = $1", vals![id.as_str(), blob]).await?;
    Ok(())
}

/// A file is called so from now on.
pub(crate) async fn rename_file(tx: &mut Tx, id: &AttachmentId, name: &str) -> Result<()> {
    tx.run("UPDATE attachment SET name = $2 WHERE id = $1", vals![id.as_str(), name]).await?;
    Ok(())
}

/// A picture shows this from now on.
pub(crate) async fn describe_file(tx: &mut Tx, id: &AttachmentId, alt: &str) -> Result<()> {
    tx.run("UPDATE attachment SET alt = $2 WHERE id = $1", vals![id.as_str(), alt]).await?;
    Ok(())
}

/// A file is not there any more.
pub(crate) async fn remove_file(tx: &mut Tx, id: &AttachmentId) -> Result<()> {
    tx.run("DELETE FROM attachment WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Writes messages anew into the index.
pub(crate) async fn find_again(tx: &mut Tx, ids: &[MessageId]) -> Result<()> {
    for id in ids {
        searching::index(tx, id).await?;
    }
    Ok(())
}

/// Takes the words of these messages and promises out of the facts about them, in a conversation and what became part of
/// it.
pub(crate) async fn forget_said(tx: &mut Tx, id: &ConversationId, ids: &HashSet<String>) -> Result<()> {
    let named = |payload: &str| ids.iter().any(|one| payload.contains(one.as_str()));
    super::empty_history(tx, id, &named).await?;
    for (merged, _) in super::merged_into(tx, id).await? {
        super::empty_history(tx, &merged, &named).await?;
    }
    Ok(())
}
