//! Rows of `praise`: whom a message of a customer praises. The words stay with the message alone.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Tx, vals};

use crate::ids::{ConversationId, MessageId};

/// `gone` is 1 once the colleague said that it is none.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE praise (message TEXT NOT NULL REFERENCES message (id), staff TEXT NOT NULL, at BIGINT NOT NULL, \
     gone BIGINT NOT NULL, PRIMARY KEY (message, staff))",
    "CREATE INDEX praise_of ON praise (staff, at, message) WHERE gone = 0",
];

/// Somebody was praised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub message: MessageId,
    pub conversation: ConversationId,
    pub at: Instant,
    pub body: String,
}

pub(crate) async fn add(tx: &mut Tx, message: &MessageId, staff: &StaffId, at: Instant) -> Result<()> {
    let sql = "INSERT INTO praise (message, staff, at, gone) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING";
    tx.run(sql, vals![message.as_str(), staff.as_str(), at]).await?;
    Ok(())
}

/// It is none; answers whether it was there.
pub(crate) async fn take_away(tx: &mut Tx, message: &MessageId, staff: &StaffId) -> Result<bool> {
    let sql = "UPDATE praise SET gone = 1 WHERE message = $1 AND staff = $2 AND gone = 0";
    Ok(tx.run(sql, vals![message.as_str(), staff.as_str()]).await? > 0)
}

/// The words are gone, and the praise with them.
pub(crate) async fn forget(tx: &mut Tx, message: &MessageId) -> Result<()> {
    tx.run("DELETE FROM praise WHERE message = $1", vals![message.as_str()]).await?;
    Ok(())
}

/// A colleague's, the newest first, behind a moment and message, where each lies by now.
pub(crate) async fn of(
    conn: &mut Conn,
    staff: &StaffId,
    behind: Option<&(Instant, MessageId)>,
    most: i64,
) -> Result<Vec<Row>> {
    let (at, id) = behind.map_or((Instant::MAX, ""), |(at, id)| (*at, id.as_str()));
    let sql = "SELECT p.message, p.at, m.conversation, m.body FROM praise p JOIN message m ON m.id = p.message \
               WHERE p.staff = $1 AND p.gone = 0 AND (p.at < $2 OR p.at = $2 AND p.message < $3) \
               ORDER BY p.at DESC, p.message DESC LIMIT $4";
    let rows = conn.all(sql, vals![staff.as_str(), at, id, most]).await?;
    rows.iter()
        .map(|row| {
            Ok(Row {
                message: row.id("message")?,
                conversation: row.id("conversation")?,
                at: row.at("at")?,
                body: row.text("body")?,
            })
        })
        .collect()
}

/// Who wrote the newest reply of a conversation that was not taken back, before this moment.
pub(crate) async fn answered_by(conn: &mut Conn, id: &ConversationId, before: Instant) -> Result<Option<StaffId>> {
    let sql = "SELECT m.author FROM message m WHERE m.conversation = $1 AND m.kind = 'reply' AND m.at <= $2 \
               AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message = m.id \
               AND d.state IN ('undone', 'scheduled', 'held')) ORDER BY m.at DESC, m.id DESC LIMIT 1";
    let row = conn.one(sql, vals![id.as_str(), before]).await?;
    Ok(row.map(|row| row.text("author")).transpose()?.and_then(|author| author.parse().ok()))
}
