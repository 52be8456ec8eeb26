//! What customers see: rows of `request_link`, which tell how often the link to their page was withdrawn, and the
//! list of their requests.

use people::PersonId;
use platform::{Conn, Result, Tx, vals};

use super::conversations::{COLUMNS, read};
use crate::ids::ConversationId;
use crate::model::Conversation;
use crate::queries::Behind;

/// Which edition holds.
pub(crate) async fn edition(conn: &mut Conn, conversation: &ConversationId) -> Result<i64> {
    let sql = "SELECT edition FROM request_link WHERE conversation = $1";
    conn.one(sql, vals![conversation.as_str()]).await?.map_or(Ok(0), |row| row.int("edition"))
}

/// Makes every link that was given so far worth nothing.
pub(crate) async fn withdraw(tx: &mut Tx, conversation: &ConversationId) -> Result<()> {
    let sql = "INSERT INTO request_link (conversation, edition) VALUES ($1, 1) \
               ON CONFLICT (conversation) DO UPDATE SET edition = request_link.edition + 1";
    tx.run(sql, vals![conversation.as_str()]).await?;
    Ok(())
}

/// One page of a customer's requests that they may see something of; see [`crate::queries::mine`].
pub(crate) async fn requests_of(
    conn: &mut Conn,
    person: &PersonId,
    behind: Option<&Behind>,
    most: i64,
) -> Result<Vec<Conversation>> {
    const DONE: &str = "CASE WHEN state IN ('solved', 'closed') THEN 1 ELSE 0 END";
    let and = match behind {
        Some(_) => format!(" AND ({DONE} > $3 OR ({DONE} = $3 AND (said_at, id) < ($4, $5)))"),
        None => String::new(),
    };
    let sql = format!(
        "SELECT {COLUMNS}, said_at FROM (SELECT c.*, (SELECT MAX(m.at) FROM message m LEFT JOIN delivery d \
         ON d.message = m.id WHERE m.conversation = c.id AND ((m.kind = 'inbound' AND m.author = $1) OR \
         (m.kind IN ('reply', 'receipt') AND d.state IN ('sending', 'sent', 'failed', 'bounced')))) AS said_at \
         FROM conversation c WHERE c.person = $1 AND c.deleted_at IS NULL) mine WHERE said_at IS NOT NULL{and} \
         ORDER BY {DONE}, said_at DESC, id DESC LIMIT $2"
    );
    let mut values = vals![person.as_str(), most];
    if let Some(behind) = behind {
        values.extend(vals![i64::from(behind.done), behind.touched_at, behind.id.as_str()]);
    }
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok(Conversation { touched_at: row.at("said_at")?, ..read(row)? })).collect()
}
