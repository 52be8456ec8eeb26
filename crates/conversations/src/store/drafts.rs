//! Rows of `draft`: what each colleague has typed and not sent.

use people::StaffId;
use platform::{Conn, Context, Result, Tx, vals};

use crate::ids::{ConversationId, MessageId};
use crate::model::{DraftText, MessageKind};

/// Keeps a draft in place of the one before.
pub(crate) async fn keep(
    tx: &mut Tx,
    staff: &StaffId,
    conversation: &ConversationId,
    kind: MessageKind,
    draft: &DraftText,
) -> Result<()> {
    let sql = "INSERT INTO draft (staff, conversation, kind, at, content, began_as) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (staff, conversation, kind) DO UPDATE SET at = excluded.at, content = excluded.content, \
               began_as = excluded.began_as";
    let (content, now) = (serde_json::to_string(draft)?, tx.now());
    let began_as = draft.like.as_ref().map(MessageId::as_str);
    tx.run(sql, vals![staff.as_str(), conversation.as_str(), kind.code(), now, content, began_as]).await?;
    Ok(())
}

/// Forgets one.
pub(crate) async fn forget(
    tx: &mut Tx,
    staff: &StaffId,
    conversation: &ConversationId,
    kind: MessageKind,
) -> Result<()> {
    let sql = "DELETE FROM draft WHERE staff = $1 AND conversation = $2 AND kind = $3";
    tx.run(sql, vals![staff.as_str(), conversation.as_str(), kind.code()]).await?;
    Ok(())
}

/// A colleague's drafts in one conversation.
pub(crate) async fn of(
    conn: &mut Conn,
    staff: &StaffId,
    conversation: &ConversationId,
) -> Result<Vec<(MessageKind, DraftText)>> {
    let sql = "SELECT kind, content FROM draft WHERE staff = $1 AND conversation = $2 ORDER BY at DESC";
    let rows = conn.all(sql, vals![staff.as_str(), conversation.as_str()]).await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = MessageKind::from_code(&row.text("kind")?).context("a draft of no kind")?;
        drafts.push((kind, serde_json::from_str(&row.text("content")?)?));
    }
    Ok(drafts)
}

/// Everybody's drafts in one conversation.
pub(crate) async fn all(
    conn: &mut Conn,
    conversation: &ConversationId,
) -> Result<Vec<(StaffId, MessageKind, DraftText)>> {
    let sql = "SELECT staff, kind, content FROM draft WHERE conversation = $1 ORDER BY staff, kind";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = MessageKind::from_code(&row.text("kind")?).context("a draft of no kind")?;
        drafts.push((row.id("staff")?, kind, serde_json::from_str(&row.text("content")?)?));
    }
    Ok(drafts)
}

/// The conversations in which a colleague has left something, newest first.
pub(crate) async fn conversations(conn: &mut Conn, staff: &StaffId, most: i64) -> Result<Vec<ConversationId>> {
    let sql = "SELECT conversation FROM draft WHERE staff = $1 ORDER BY at DESC LIMIT $2";
    let rows = conn.all(sql, vals![staff.as_str(), most]).await?;
    rows.iter().map(|row| row.id("conversation")).collect()
}
