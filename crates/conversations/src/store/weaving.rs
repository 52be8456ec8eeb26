//! What several conversations hold, as one thread would show it.

use platform::db::Value;
use platform::{Conn, Result, vals};

use crate::ids::ConversationId;
use crate::model::{MessageKind, Woven};

/// Letters of a text that are read: what a line shows is much less.
const READ: usize = 400;

/// The newest `most` messages of these, in the order in which a thread shows them, oldest first. What stands aside and
/// what was taken back before it went are left out.
pub(crate) async fn woven(conn: &mut Conn, ids: &[ConversationId], most: i64) -> Result<Vec<Woven>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = vals![most];
    values.extend(ids.iter().map(|id| Value::from(id.as_str())));
    let marks: Vec<String> = (2..ids.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT m.conversation, m.at, m.kind, m.from_name, m.from_address, SUBSTR(m.body, 1, {READ}) AS words \
         FROM message m WHERE m.conversation IN ({}) AND m.side IS NULL AND NOT EXISTS \
         (SELECT 1 FROM delivery d WHERE d.message = m.id AND d.state = 'undone') \
         ORDER BY m.at DESC, m.id DESC LIMIT $1",
        marks.join(", ")
    );
    let mut all = Vec::new();
    for row in conn.all(&sql, values).await? {
        // One of an unknown kind stands in no thread either.
        let Some(kind) = MessageKind::from_code(&row.text("kind")?) else { continue };
        let (name, address) = (row.text("from_name")?, row.text("from_address")?);
        all.push(Woven {
            conversation: row.id("conversation")?,
            at: row.at("at")?,
            kind,
            by: if name.is_empty() { address } else { name },
            words: row.text("words")?,
        });
    }
    all.reverse();
    Ok(all)
}
