//! Rows of `conversation_link`: which conversations belong together. Each pair stands twice, once from each side.

use platform::{Conn, Context, Result, Tx, vals};

use crate::ids::ConversationId;
use crate::model::LinkKind;

/// What this one is linked with, in a fixed order.
pub(crate) async fn of(conn: &mut Conn, id: &ConversationId) -> Result<Vec<(ConversationId, LinkKind)>> {
    let sql = "SELECT other, kind FROM conversation_link WHERE one = $1 ORDER BY kind, other LIMIT 200";
    let rows = conn.all(sql, vals![id.as_str()]).await?;
    let mut links = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = row.text("kind")?;
        links.push((row.id("other")?, LinkKind::from_code(&kind).context(format!("unknown link {kind}"))?));
    }
    Ok(links)
}

/// What the other is to this one, if they are linked.
pub(crate) async fn between(conn: &mut Conn, one: &ConversationId, other: &ConversationId) -> Result<Option<LinkKind>> {
    let sql = "SELECT kind FROM conversation_link WHERE one = $1 AND other = $2";
    let row = conn.one(sql, vals![one.as_str(), other.as_str()]).await?;
    row.map_or(Ok(None), |row| Ok(LinkKind::from_code(&row.text("kind")?)))
}

/// Links two, in place of how they were linked before; without a kind, not at all.
pub(crate) async fn put(
    tx: &mut Tx,
    one: &ConversationId,
    other: &ConversationId,
    kind: Option<LinkKind>,
) -> Result<()> {
    let sql = "DELETE FROM conversation_link WHERE (one = $1 AND other = $2) OR (one = $2 AND other = $1)";
    tx.run(sql, vals![one.as_str(), other.as_str()]).await?;
    let Some(kind) = kind else { return Ok(()) };
    for (one, other, kind) in [(one, other, kind), (other, one, kind.seen_from_there())] {
        let sql = "INSERT INTO conversation_link (one, other, kind) VALUES ($1, $2, $3)";
        tx.run(sql, vals![one.as_str(), other.as_str(), kind.code()]).await?;
    }
    Ok(())
}

/// The parents of a conversation.
pub(crate) async fn parents(conn: &mut Conn, id: &ConversationId) -> Result<Vec<ConversationId>> {
    Ok(of(conn, id).await?.into_iter().filter(|(_, kind)| *kind == LinkKind::Parent).map(|(other, _)| other).collect())
}

/// Whether a part of it is not done yet.
pub(crate) async fn has_open_children(conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM conversation_link l JOIN conversation c ON c.id = l.other \
               WHERE l.one = $1 AND l.kind = 'child' AND c.grp <> 2 AND c.deleted_at IS NULL";
    Ok(conn.number(sql, vals![id.as_str()]).await? > 0)
}
