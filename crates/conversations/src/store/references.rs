//! Message-IDs: which messages bear them, and which messages answer them, seen or not (rows of
//! `message_reference`). A message's own id stands in `message`.

use platform::{Conn, Context, Result, Tx, vals};

use crate::ids::{ConversationId, MessageId};
use crate::model::MessageKind;

/// Conversations that are looked at for one id. The oldest come first: who was here before cannot be
/// pushed aside by a later mail under the same id.
const MOST: i64 = 5;

/// The conversations of messages under one of `mail_ids`, in the order of `mail_ids`.
pub(crate) async fn by_mail_ids(conn: &mut Conn, mail_ids: &[&str]) -> Result<Vec<(ConversationId, MessageKind)>> {
    let mut found = Vec::new();
    for mail_id in mail_ids {
        let sql = "SELECT conversation, kind FROM message WHERE mail_id = $1 ORDER BY id LIMIT $2";
        for row in conn.all(sql, vals![*mail_id, MOST]).await? {
            let kind = row.text("kind")?;
            let pair = (row.id("conversation")?, MessageKind::from_code(&kind).context("kind")?);
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    Ok(found)
}

/// The conversations of messages that answer one of `mail_ids`, in the order of `mail_ids`.
pub(crate) async fn answering(conn: &mut Conn, mail_ids: &[&str]) -> Result<Vec<ConversationId>> {
    let mut found = Vec::new();
    for mail_id in mail_ids {
        // A root that thousands answer lies in one conversation or in a few; the first answers tell.
        let sql = "SELECT conversation FROM (SELECT m.conversation, m.id FROM message_reference r \
                   JOIN message m ON m.id = r.message WHERE r.mail_id = $1 ORDER BY r.message LIMIT 100) AS first \
                   GROUP BY conversation ORDER BY MIN(id) LIMIT $2";
        for row in conn.all(sql, vals![*mail_id, MOST]).await? {
            let id = row.id("conversation")?;
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

/// Keeps which ids a message answers.
pub(crate) async fn add_references(tx: &mut Tx, message: &MessageId, mail_ids: &[&str]) -> Result<()> {
    let sql = "INSERT INTO message_reference (mail_id, message) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    for mail_id in mail_ids {
        tx.run(sql, vals![*mail_id, message.as_str()]).await?;
    }
    Ok(())
}
