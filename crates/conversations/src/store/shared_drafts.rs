//! Rows of `shared_draft`: replies that are not sent yet and stand in their conversation for every colleague. What was
//! thrown away stays for a day, so that it can be brought back.

use base::Instant;
use platform::{Conn, Result, Row, Tx, vals};

use crate::ids::{ConversationId, DraftId, MessageId};
use crate::model::{DraftText, Held, SharedDraft};
use crate::rules::redacting::{MARK, Taken};

/// The table, and what is looked up in it.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE shared_draft (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     author TEXT NOT NULL, content TEXT NOT NULL, version BIGINT NOT NULL, shared_at BIGINT NOT NULL, \
     changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL, held_by TEXT, held_until BIGINT, held_since BIGINT, \
     gone_at BIGINT)",
    "CREATE INDEX shared_draft_of ON shared_draft (conversation, id)",
    "CREATE INDEX shared_draft_gone ON shared_draft (gone_at) WHERE gone_at IS NOT NULL",
];

const COLUMNS: &str = "d.id, d.conversation, d.author, d.content, d.version, d.shared_at, d.changed_at, d.changed_by, \
     d.held_by, d.held_until, d.held_since, (SELECT s.name FROM staff s WHERE s.id = d.author) AS author_name, \
     (SELECT s.name FROM staff s WHERE s.id = d.changed_by) AS changed_by_name, \
     (SELECT s.name FROM staff s WHERE s.id = d.held_by) AS held_by_name";

fn read(row: &Row) -> Result<SharedDraft> {
    let held = match (row.opt_id("held_by")?, row.opt_at("held_until")?, row.opt_int("held_since")?) {
        (Some(by), Some(until), Some(since)) => {
            Some(Held { by, name: row.opt_text("held_by_name")?.unwrap_or_default(), until, since })
        }
        _ => None,
    };
    Ok(SharedDraft {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        author: row.id("author")?,
        author_name: row.opt_text("author_name")?.unwrap_or_default(),
        text: serde_json::from_str(&row.text("content")?)?,
        version: row.int("version")?,
        shared_at: row.at("shared_at")?,
        changed_at: row.at("changed_at")?,
        changed_by: row.id("changed_by")?,
        changed_by_name: row.opt_text("changed_by_name")?.unwrap_or_default(),
        held,
    })
}

/// Keeps a new one.
pub(crate) async fn insert(tx: &mut Tx, draft: &SharedDraft) -> Result<()> {
    let sql = "INSERT INTO shared_draft (id, conversation, author, content, version, shared_at, changed_at, changed_by, \
               began_as) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = vals![
        draft.id.as_str(),
        draft.conversation.as_str(),
        draft.author.as_str(),
        serde_json::to_string(&draft.text)?,
        draft.version,
        draft.shared_at,
        draft.changed_at,
        draft.changed_by.as_str(),
        draft.text.like.as_ref().map(MessageId::as_str),
    ];
    tx.run(sql, values).await?;
    hold(tx, &draft.id, draft.held.as_ref()).await
}

/// Writes its words anew, and where it lies.
pub(crate) async fn save(tx: &mut Tx, draft: &SharedDraft) -> Result<()> {
    let sql = "UPDATE shared_draft SET conversation = $2, content = $3, version = $4, changed_at = $5, changed_by = $6, \
               began_as = $7 WHERE id = $1";
    let values = vals![
        draft.id.as_str(),
        draft.conversation.as_str(),
        serde_json::to_string(&draft.text)?,
        draft.version,
        draft.changed_at,
        draft.changed_by.as_str(),
        draft.text.like.as_ref().map(MessageId::as_str),
    ];
    tx.run(sql, values).await?;
    hold(tx, &draft.id, draft.held.as_ref()).await
}

/// Says who has it open.
pub(crate) async fn hold(tx: &mut Tx, id: &DraftId, held: Option<&Held>) -> Result<()> {
    let sql = "UPDATE shared_draft SET held_by = $2, held_until = $3, held_since = $4 WHERE id = $1";
    let (by, until) = (held.map(|held| held.by.as_str()), held.map(|held| held.until));
    tx.run(sql, vals![id.as_str(), by, until, held.map(|held| held.since)]).await?;
    Ok(())
}

/// One that is there.
pub(crate) async fn find(conn: &mut Conn, id: &DraftId) -> Result<Option<SharedDraft>> {
    let sql = format!("SELECT {COLUMNS} FROM shared_draft d WHERE d.id = $1 AND d.gone_at IS NULL");
    conn.one(&sql, vals![id.as_str()]).await?.as_ref().map(read).transpose()
}

/// Those of a conversation that were thrown away after `since`, the last one first.
pub(crate) async fn gone(conn: &mut Conn, conversation: &ConversationId, since: Instant) -> Result<Vec<SharedDraft>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM shared_draft d WHERE d.conversation = $1 AND d.gone_at > $2 \
         ORDER BY d.gone_at DESC, d.id DESC"
    );
    conn.all(&sql, vals![conversation.as_str(), since]).await?.iter().map(read).collect()
}

/// One that was thrown away after `since`.
pub(crate) async fn find_gone(conn: &mut Conn, id: &DraftId, since: Instant) -> Result<Option<SharedDraft>> {
    let sql = format!("SELECT {COLUMNS} FROM shared_draft d WHERE d.id = $1 AND d.gone_at > $2");
    conn.one(&sql, vals![id.as_str(), since]).await?.as_ref().map(read).transpose()
}

/// Those of a conversation, oldest first.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<SharedDraft>> {
    let sql =
        format!("SELECT {COLUMNS} FROM shared_draft d WHERE d.conversation = $1 AND d.gone_at IS NULL ORDER BY d.id");
    conn.all(&sql, vals![conversation.as_str()]).await?.iter().map(read).collect()
}

/// The words of all that lie in a conversation, also of what was thrown away and can be brought back.
pub(crate) async fn words(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<DraftText>> {
    let sql = "SELECT content FROM shared_draft WHERE conversation = $1 ORDER BY id";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| Ok(serde_json::from_str(&row.text("content")?)?)).collect()
}

/// It is not there any more: sent, or with its author again.
pub(crate) async fn forget(tx: &mut Tx, id: &DraftId) -> Result<()> {
    tx.run("DELETE FROM shared_draft WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// What was thrown away until then goes for good.
pub(crate) async fn sweep(tx: &mut Tx, until: Instant) -> Result<()> {
    tx.run("DELETE FROM shared_draft WHERE gone_at <= $1", vals![until]).await?;
    Ok(())
}

/// It was thrown away.
pub(crate) async fn throw_away(tx: &mut Tx, id: &DraftId) -> Result<()> {
    let now = tx.now();
    tx.run("UPDATE shared_draft SET gone_at = $2 WHERE id = $1", vals![id.as_str(), now]).await?;
    hold(tx, id, None).await
}

/// It is there again.
pub(crate) async fn bring_back(tx: &mut Tx, id: &DraftId) -> Result<()> {
    tx.run("UPDATE shared_draft SET gone_at = NULL WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Takes words out of one, also out of what was thrown away and can be brought back; without `taken` all that it says.
pub(crate) async fn lose(tx: &mut Tx, id: &DraftId, taken: Option<&Taken>) -> Result<()> {
    let row = tx.one("SELECT content FROM shared_draft WHERE id = $1", vals![id.as_str()]).await?;
    let Some(row) = row else { return Ok(()) };
    let mut text: DraftText = serde_json::from_str(&row.text("content")?)?;
    let Some(body) = taken.map_or_else(|| Some(MARK.to_owned()), |taken| taken.out_of(&text.body)) else {
        return Ok(());
    };
    text.body = body;
    // Whoever has it open with these words keeps them no more.
    let sql = "UPDATE shared_draft SET content = $2, version = version + 1 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), serde_json::to_string(&text)?]).await?;
    Ok(())
}

/// Leaves of the drafts of a conversation that there were some; answers how many went.
pub(crate) async fn empty(tx: &mut Tx, conversation: &ConversationId) -> Result<u64> {
    tx.run("DELETE FROM shared_draft WHERE conversation = $1", vals![conversation.as_str()]).await
}
