//! Rows of `attachment`: a name, and where the bytes are.

use base::Scope;
use platform::{Conn, Result, Row, Tx, vals};

use super::conversations::within;
use crate::ids::{AttachmentId, MessageId};
use crate::model::Attachment;

/// An attachment about to be written.
pub(crate) struct NewAttachmentRow {
    pub attachment: Attachment,
    /// Digest of the bytes, or of the raw mail that holds them.
    pub blob: String,
    /// Path of the part within the raw mail; `None` when the blob is the file itself.
    pub part: Option<String>,
}

const COLUMNS: &str = "id, name, content_type, size, inline, content_id, alt, blob, part";

fn read(row: &Row) -> Result<Attachment> {
    Ok(Attachment {
        id: row.id("id")?,
        name: row.text("name")?,
        content_type: row.text("content_type")?,
        size: row.int("size")?,
        inline: row.flag("inline")?,
        content_id: row.opt_text("content_id")?,
        alt: row.opt_text("alt")?,
    })
}

pub(crate) async fn add_attachments(tx: &mut Tx, message: &MessageId, new: &[NewAttachmentRow]) -> Result<()> {
    let sql = "INSERT INTO attachment (id, message, position, name, content_type, size, inline, content_id, blob, part, alt) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    for (position, row) in new.iter().enumerate() {
        let a = &row.attachment;
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let values = vals![
            a.id.as_str(),
            message.as_str(),
            position,
            a.name.as_str(),
            a.content_type.as_str(),
            a.size,
            a.inline,
            a.content_id.clone(),
            row.blob.as_str(),
            row.part.clone(),
            a.alt.clone()
        ];
        tx.run(sql, values).await?;
    }
    if new.is_empty() { Ok(()) } else { super::searching::index(tx, message).await }
}

/// The attachments of all messages of one conversation, by message.
pub(crate) async fn attachments_of(
    conn: &mut Conn,
    conversation: &crate::ids::ConversationId,
) -> Result<Vec<(MessageId, Attachment)>> {
    let sql = format!(
        "SELECT message, {COLUMNS} FROM attachment WHERE message IN (SELECT id FROM message WHERE conversation = $1) \
         ORDER BY message, position"
    );
    let rows = conn.all(&sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("message")?, read(row)?))).collect()
}

/// An attachment with the place of its bytes, if `scope` reaches its conversation.
pub(crate) async fn stored_attachment(
    conn: &mut Conn,
    scope: &Scope,
    id: &AttachmentId,
) -> Result<Option<(Attachment, String, Option<String>)>> {
    let (and, more) = within(scope, 2);
    let sql = format!(
        "SELECT {COLUMNS} FROM attachment WHERE id = $1 AND message IN (SELECT message.id FROM message \
         JOIN conversation ON conversation.id = message.conversation WHERE message.id = attachment.message{and})"
    );
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    let row = conn.one(&sql, values).await?;
    row.map(|row| Ok((read(&row)?, row.text("blob")?, row.opt_text("part")?))).transpose()
}

/// The files of one reply, each with its blob and, within a mail, the path of its part.
pub(crate) async fn files_of(
    conn: &mut Conn,
    message: &MessageId,
) -> Result<Vec<(Attachment, String, Option<String>)>> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE message = $1 ORDER BY position");
    let rows = conn.all(&sql, vals![message.as_str()]).await?;
    rows.iter().map(|row| Ok((read(row)?, row.text("blob")?, row.opt_text("part")?))).collect()
}

/// Files of this conversation that may go along again, in the order asked for. Others are not there.
pub(crate) async fn copyable(
    conn: &mut Conn,
    conversation: &crate::ids::ConversationId,
    wanted: &[AttachmentId],
) -> Result<Vec<NewAttachmentRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM attachment WHERE id = $1 AND message IN (SELECT id FROM message WHERE conversation = $2)"
    );
    let mut rows = Vec::new();
    for id in wanted.iter().take(100) {
        if let Some(row) = conn.one(&sql, vals![id.as_str(), conversation.as_str()]).await? {
            let found = read(&row)?;
            // A picture below a text of ours stands there again; one within a text stood in that text alone.
            let attachment = Attachment { inline: found.alt.is_some(), content_id: None, ..found };
            let (blob, part) = (row.text("blob")?, row.opt_text("part")?);
            rows.push(NewAttachmentRow { attachment, blob, part });
        }
    }
    Ok(rows)
}
