//! Rows of `tag` and `tagged`: words on conversations, and which bear them.

use std::collections::HashSet;

use base::Scope;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::{DELETED_GROUP, within};
use crate::ids::{ConversationId, TagId};
use crate::model::{Tag, TagTone};

pub(super) fn read(row: &Row) -> Result<Tag> {
    let tone = row.text("tone")?;
    let tone = TagTone::from_code(&tone).context(format!("unknown tone {tone}"))?;
    Ok(Tag { id: row.id("id")?, name: row.text("name")?, tone })
}

/// The tags that most conversations bear, those first, each with how many that are not deleted.
pub(crate) async fn known(conn: &mut Conn, most: i64) -> Result<Vec<(Tag, i64)>> {
    let sql = "SELECT id, name, tone, n FROM tag ORDER BY n DESC, folded LIMIT $1";
    let rows = conn.all_kept(&["tag"], sql, vals![most]).await?;
    rows.iter().map(|row| Ok((read(row)?, row.int("n")?))).collect()
}

/// The same behind one of them, by how many bear it and its folded name.
pub(crate) async fn known_behind(conn: &mut Conn, after: &(i64, String), most: i64) -> Result<Vec<(Tag, i64)>> {
    let sql = "SELECT id, name, tone, n FROM tag WHERE n < $1 OR (n = $1 AND folded > $2) \
               ORDER BY n DESC, folded LIMIT $3";
    let rows = conn.all(sql, vals![after.0, after.1.as_str(), most]).await?;
    rows.iter().map(|row| Ok((read(row)?, row.int("n")?))).collect()
}

/// One tag, with how many bear it that are not deleted, and whether it stands on anything at all.
pub(crate) async fn looked_at(conn: &mut Conn, id: &TagId) -> Result<Option<(Tag, i64, bool)>> {
    let sql = "SELECT id, name, tone, n, CAST(CASE WHEN EXISTS (SELECT 1 FROM tagged WHERE tagged.tag = tag.id) \
               THEN 1 ELSE 0 END AS BIGINT) AS borne FROM tag WHERE id = $1";
    let row = conn.one(sql, vals![id.as_str()]).await?;
    row.map(|row| Ok((read(&row)?, row.int("n")?, row.flag("borne")?))).transpose()
}

/// The tags that stand on anything, also on what is deleted and may be put back.
pub(crate) async fn borne(conn: &mut Conn) -> Result<HashSet<TagId>> {
    let sql = "SELECT id FROM tag WHERE EXISTS (SELECT 1 FROM tagged WHERE tagged.tag = tag.id)";
    let rows = conn.all(sql, vals![]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

pub(crate) async fn find(conn: &mut Conn, id: &TagId) -> Result<Option<Tag>> {
    let row = conn.one("SELECT id, name, tone FROM tag WHERE id = $1", vals![id.as_str()]).await?;
    row.map(|row| read(&row)).transpose()
}

/// The tag of this name; see [`crate::rules::tags::fold`].
pub(crate) async fn named(conn: &mut Conn, folded: &str) -> Result<Option<Tag>> {
    let row = conn.one("SELECT id, name, tone FROM tag WHERE folded = $1", vals![folded]).await?;
    row.map(|row| read(&row)).transpose()
}

/// The tags of one conversation, by name.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Tag>> {
    let sql = "SELECT t.id, t.name, t.tone FROM tagged g JOIN tag t ON t.id = g.tag WHERE g.conversation = $1 \
               ORDER BY t.folded";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(read).collect()
}

/// The tags of several conversations, by name.
pub(crate) async fn of_all(conn: &mut Conn, these: &[&ConversationId]) -> Result<Vec<(ConversationId, Tag)>> {
    if these.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<_> = (1..=these.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT g.conversation, t.id, t.name, t.tone FROM tagged g JOIN tag t ON t.id = g.tag \
         WHERE g.conversation IN ({}) ORDER BY t.folded",
        places.join(", ")
    );
    let values = these.iter().flat_map(|id| vals![id.as_str()]).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok((row.id("conversation")?, read(row)?))).collect()
}

/// Makes a tag, unless one of this name is there. Answers the one that is there.
pub(crate) async fn make(tx: &mut Tx, tag: &Tag, folded: &str) -> Result<Tag> {
    let sql = "INSERT INTO tag (id, name, folded, tone, n) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (folded) DO NOTHING";
    tx.run(sql, vals![tag.id.as_str(), tag.name.as_str(), folded, tag.tone.code()]).await?;
    named(tx, folded).await?.context("a tag that was just made")
}

/// Writes another name or colour.
pub(crate) async fn change(tx: &mut Tx, tag: &Tag, folded: &str) -> Result<()> {
    let sql = "UPDATE tag SET name = $2, folded = $3, tone = $4 WHERE id = $1";
    tx.run(sql, vals![tag.id.as_str(), tag.name.as_str(), folded, tag.tone.code()]).await?;
    Ok(())
}

/// Puts a tag on a conversation; answers whether it was not there.
pub(crate) async fn put(tx: &mut Tx, conversation: &ConversationId, tag: &TagId) -> Result<bool> {
    let sql = "INSERT INTO tagged (conversation, tag, at, grp, due, touched_at) \
               SELECT c.id, t.id, $3, c.grp, c.due, c.touched_at FROM conversation c, tag t \
               WHERE c.id = $1 AND t.id = $2 ON CONFLICT DO NOTHING";
    let now = tx.now();
    let new = tx.run(sql, vals![conversation.as_str(), tag.as_str(), now]).await? > 0;
    if new {
        count(tx, conversation, tag, 1).await?;
    }
    Ok(new)
}

/// Takes a tag off a conversation; answers whether it was there.
pub(crate) async fn take_off(tx: &mut Tx, conversation: &ConversationId, tag: &TagId) -> Result<bool> {
    let sql = "DELETE FROM tagged WHERE conversation = $1 AND tag = $2";
    let was = tx.run(sql, vals![conversation.as_str(), tag.as_str()]).await? > 0;
    if was {
        count(tx, conversation, tag, -1).await?;
    }
    Ok(was)
}

/// Counts a tag of a conversation, unless that is deleted and counts nowhere.
async fn count(tx: &mut Tx, conversation: &ConversationId, tag: &TagId, by: i64) -> Result<()> {
    let sql =
        "UPDATE tag SET n = n + $1 WHERE id = $2 AND EXISTS (SELECT 1 FROM conversation WHERE id = $3 AND grp <> $4)";
    tx.run(sql, vals![by, tag.as_str(), conversation.as_str(), DELETED_GROUP]).await?;
    Ok(())
}

/// A conversation was deleted or put back: its tags are on so many more.
pub(super) async fn count_all(tx: &mut Tx, conversation: &ConversationId, by: i64) -> Result<()> {
    // One after the other and always in the same order, so that two who delete at once wait for each other in turn.
    let rows =
        tx.all("SELECT tag FROM tagged WHERE conversation = $1 ORDER BY tag", vals![conversation.as_str()]).await?;
    for row in rows {
        tx.run("UPDATE tag SET n = n + $1 WHERE id = $2", vals![by, row.text("tag")?]).await?;
    }
    Ok(())
}

/// Everything that bears the one bears the other, and the one is gone.
pub(crate) async fn merge(tx: &mut Tx, from: &TagId, into: &TagId) -> Result<()> {
    let sql = "INSERT INTO tagged (conversation, tag, at, grp, due, touched_at) \
               SELECT g.conversation, t.id, g.at, g.grp, g.due, g.touched_at FROM tagged g, tag t \
               WHERE g.tag = $1 AND t.id = $2 ON CONFLICT DO NOTHING";
    tx.run(sql, vals![from.as_str(), into.as_str()]).await?;
    let sql = "UPDATE tag SET n = (SELECT COUNT(*) FROM tagged WHERE tag = $1 AND grp <> $2) WHERE id = $1";
    tx.run(sql, vals![into.as_str(), DELETED_GROUP]).await?;
    remove(tx, from).await
}

/// Takes a tag off everything and forgets it.
pub(crate) async fn remove(tx: &mut Tx, tag: &TagId) -> Result<()> {
    tx.run("DELETE FROM tagged WHERE tag = $1", vals![tag.as_str()]).await?;
    tx.run("DELETE FROM tag WHERE id = $1", vals![tag.as_str()]).await?;
    Ok(())
}

/// How many open conversations in `scope` bear the tag of this name, counted no further than `most`.
pub(crate) async fn open(conn: &mut Conn, scope: &Scope, folded: &str, most: i64) -> Result<i64> {
    let (and, more) = within(scope, 3);
    let seen = match scope {
        Scope::All => String::new(),
        _ => format!(" AND EXISTS (SELECT 1 FROM conversation WHERE id = tagged.conversation{and})"),
    };
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM tagged WHERE grp = 0 \
         AND tag = (SELECT id FROM tag WHERE folded = $1){seen} LIMIT $2) AS open"
    );
    conn.number(&sql, vals![folded, most].into_iter().chain(more).collect()).await
}
