//! What lists show beside their rows, asked at once for all of them: tags, checklists, shared drafts.

use std::collections::HashMap;

use platform::{Conn, Result, vals};

use super::tags;
use crate::ids::ConversationId;
use crate::model::Tag;

/// What lists show beside rows.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The tags that they bear, by name.
    pub tags: HashMap<ConversationId, Vec<Tag>>,
    /// How much of their checklists is done, and how much there is.
    pub items: HashMap<ConversationId, (i64, i64)>,
    /// Whose drafts are shared in them: of each the newest one's author.
    pub shared: HashMap<ConversationId, String>,
}

/// What stands beside the rows of these conversations.
pub(crate) async fn of(conn: &mut Conn, these: &[&ConversationId]) -> Result<Marks> {
    let mut marks = Marks::default();
    if these.is_empty() {
        return Ok(marks);
    }
    let places: Vec<_> = (1..=these.len()).map(|n| format!("${n}")).collect();
    let among = places.join(", ");
    let sql = format!(
        "SELECT 'tag' AS what, g.conversation, t.id, t.name, t.tone, CAST(0 AS BIGINT) AS done, CAST(0 AS BIGINT) AS n, \
         t.folded AS place FROM tagged g JOIN tag t ON t.id = g.tag WHERE g.conversation IN ({among}) \
         UNION ALL SELECT 'items', i.conversation, '', '', '', COUNT(i.done_at), COUNT(*), '' FROM checklist_item i \
         WHERE i.conversation IN ({among}) GROUP BY i.conversation \
         UNION ALL SELECT 'draft', d.conversation, '', s.name, '', 0, 0, d.id FROM shared_draft d \
         JOIN staff s ON s.id = d.author WHERE d.conversation IN ({among}) AND d.gone_at IS NULL ORDER BY place"
    );
    let values = these.iter().flat_map(|id| vals![id.as_str()]).collect();
    for row in conn.all(&sql, values).await? {
        let conversation: ConversationId = row.id("conversation")?;
        match row.text("what")?.as_str() {
            "tag" => marks.tags.entry(conversation).or_default().push(tags::read(&row)?),
            "items" => {
                marks.items.insert(conversation, (row.int("done")?, row.int("n")?));
            }
            // The last one of each is the newest.
            _ => {
                marks.shared.insert(conversation, row.text("name")?);
            }
        }
    }
    Ok(marks)
}
