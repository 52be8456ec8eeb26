//! Rows of `side_thread`, of those it is with, and of what was typed there. Its messages lie with all others.

use std::collections::BTreeMap;

use base::{Language, Scope};
use people::StaffId;
use people::person::fold_address;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::within;
use super::messages;
use crate::ids::{ConversationId, MessageId, SideId};
use crate::model::{DraftText, Mailbox, Message, Recipients, Side};

/// Side threads of one conversation that are shown.
const MOST: i64 = 200;
const COLUMNS: &str = "id, number, conversation, title, language, begun_at, begun_by, closed_at";

fn read(row: &Row) -> Result<Side> {
    Ok(Side {
        id: row.id("id")?,
        number: row.int("number")?,
        conversation: row.id("conversation")?,
        title: row.text("title")?,
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        begun_at: row.at("begun_at")?,
        begun_by: row.id("begun_by")?,
        closed_at: row.opt_at("closed_at")?,
        correspondents: Vec::new(),
        hidden: Vec::new(),
    })
}

/// Puts one row of those it is with where it belongs.
fn knows(side: &mut Side, row: &Row) -> Result<()> {
    let list = if row.flag("hidden")? { &mut side.hidden } else { &mut side.correspondents };
    list.push(Mailbox { name: row.text("name")?, address: row.text("shown")? });
    Ok(())
}

async fn with_correspondents(conn: &mut Conn, mut side: Side) -> Result<Side> {
    let sql = "SELECT name, shown, hidden FROM side_correspondent WHERE side = $1 ORDER BY address";
    for row in conn.all(sql, vals![side.id.as_str()]).await? {
        knows(&mut side, &row)?;
    }
    Ok(side)
}

/// The next number. Holds the counter until the transaction ends.
pub(crate) async fn next_number(tx: &mut Tx) -> Result<i64> {
    let sql = "UPDATE sequence SET value = value + 1 WHERE name = 'side_thread' RETURNING value AS n";
    tx.number(sql, vec![]).await
}

pub(crate) async fn insert(tx: &mut Tx, side: &Side) -> Result<()> {
    let sql = format!("INSERT INTO side_thread ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    let values = vals![
        side.id.as_str(),
        side.number,
        side.conversation.as_str(),
        side.title.as_str(),
        side.language.map(Language::code),
        side.begun_at,
        side.begun_by.as_str(),
        side.closed_at
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

/// These are written to in it from now on; whoever is known stays under the name they have, and hidden only as long as
/// nobody writes to them openly.
pub(crate) async fn correspond(tx: &mut Tx, side: &SideId, to: &Recipients) -> Result<()> {
    let sql = "INSERT INTO side_correspondent (side, address, name, shown, hidden) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (side, address) DO UPDATE SET hidden = \
               CASE WHEN excluded.hidden = 0 THEN 0 ELSE side_correspondent.hidden END";
    let open = to.to.iter().chain(&to.cc).map(|mailbox| (mailbox, false));
    for (mailbox, hidden) in open.chain(to.bcc.iter().map(|mailbox| (mailbox, true))) {
        let (name, shown) = (mailbox.name.as_str(), mailbox.address.as_str());
        tx.run(sql, vals![side.as_str(), fold_address(shown), name, shown, hidden]).await?;
    }
    Ok(())
}

/// Says that it is closed since then, or open.
pub(crate) async fn close(tx: &mut Tx, side: &SideId, closed_at: Option<base::Instant>) -> Result<()> {
    tx.run("UPDATE side_thread SET closed_at = $2 WHERE id = $1", vals![side.as_str(), closed_at]).await?;
    Ok(())
}

/// It is called so from now on.
pub(crate) async fn rename(tx: &mut Tx, side: &SideId, title: &str) -> Result<()> {
    tx.run("UPDATE side_thread SET title = $2 WHERE id = $1", vals![side.as_str(), title]).await?;
    Ok(())
}

/// What the side threads of a conversation are called.
pub(crate) async fn titles(conn: &mut Conn, conversation: &ConversationId) -> Result<BTreeMap<SideId, String>> {
    let sql = "SELECT id, title FROM side_thread WHERE conversation = $1 ORDER BY id";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("id")?, row.text("title")?))).collect()
}

/// The ids of all that was said in one, oldest first.
pub(crate) async fn message_ids(conn: &mut Conn, side: &SideId) -> Result<Vec<MessageId>> {
    let rows = conn.all("SELECT id FROM message WHERE side = $1 ORDER BY at, id", vals![side.as_str()]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &SideId) -> Result<Option<Side>> {
    let (and, more) = within(scope, 2);
    let sql = format!(
        "SELECT {COLUMNS} FROM side_thread WHERE id = $1 AND conversation IN \
         (SELECT id FROM conversation WHERE id = side_thread.conversation{and})"
    );
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    match conn.one(&sql, values).await? {
        Some(row) => with_correspondents(conn, read(&row)?).await.map(Some),
        None => Ok(None),
    }
}

/// The one of a number, wherever it is. For those who know more than its number.
pub(crate) async fn by_number(conn: &mut Conn, number: i64) -> Result<Option<Side>> {
    let sql = format!("SELECT {COLUMNS} FROM side_thread WHERE number = $1");
    match conn.one(&sql, vals![number]).await? {
        Some(row) => with_correspondents(conn, read(&row)?).await.map(Some),
        None => Ok(None),
    }
}

/// The side threads in which mails go by these ids, in the order of the ids.
pub(crate) async fn of_mails(conn: &mut Conn, mail_ids: &[&str]) -> Result<Vec<Side>> {
    let mut found: Vec<Side> = Vec::new();
    for mail_id in mail_ids {
        let sql = "SELECT side FROM message WHERE mail_id = $1 AND side IS NOT NULL ORDER BY id LIMIT 5";
        for row in conn.all(sql, vals![*mail_id]).await? {
            let id: SideId = row.id("side")?;
            if found.iter().any(|side| side.id == id) {
                continue;
            }
            let sql = format!("SELECT {COLUMNS} FROM side_thread WHERE id = $1");
            if let Some(row) = conn.one(&sql, vals![id.as_str()]).await? {
                found.push(with_correspondents(conn, read(&row)?).await?);
            }
        }
    }
    Ok(found)
}

/// Those of a conversation, oldest first. The caller holds the conversation, so its scope has been asked for.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Side>> {
    let sql = format!("SELECT {COLUMNS} FROM side_thread WHERE conversation = $1 ORDER BY id LIMIT $2");
    let rows = conn.all(&sql, vals![conversation.as_str(), MOST]).await?;
    let mut sides = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    let sql = "SELECT c.side, c.name, c.shown, c.hidden FROM side_correspondent c JOIN side_thread s ON s.id = c.side \
               WHERE s.conversation = $1 ORDER BY c.address";
    for row in conn.all(sql, vals![conversation.as_str()]).await? {
        let id: SideId = row.id("side")?;
        if let Some(side) = sides.iter_mut().find(|one| one.id == id) {
            knows(side, &row)?;
        }
    }
    Ok(sides)
}

/// What was said in one, oldest first.
pub(crate) async fn messages(conn: &mut Conn, side: &SideId, most: i64) -> Result<Vec<Message>> {
    let sql = format!("SELECT {} FROM message WHERE side = $1 ORDER BY at DESC, id DESC LIMIT $2", messages::COLUMNS);
    let rows = conn.all(&sql, vals![side.as_str(), most]).await?;
    let mut said = rows.iter().map(messages::read).collect::<Result<Vec<_>>>()?;
    said.reverse();
    Ok(said)
}

/// What was said there before `message` and went or came: a condition on messages of its side thread.
const EARLIER: &str = "side = $1 AND mail_id IS NOT NULL AND (at, id) < ($2, $3) AND NOT EXISTS \
     (SELECT 1 FROM delivery WHERE delivery.message = message.id AND delivery.state = 'undone')";

/// Message-IDs of what was said in its side thread before, oldest first.
pub(crate) async fn references_before(conn: &mut Conn, message: &Message) -> Result<Vec<String>> {
    let Some(side) = &message.side else { return Ok(Vec::new()) };
    let sql = format!("SELECT mail_id FROM message WHERE {EARLIER} ORDER BY at DESC, id DESC LIMIT 20");
    let rows = conn.all(&sql, vals![side.as_str(), message.at, message.id.as_str()]).await?;
    let mut ids = rows.iter().map(|row| row.text("mail_id")).collect::<Result<Vec<_>>>()?;
    ids.reverse();
    Ok(ids)
}

/// Whether its side thread begins with it.
pub(crate) async fn begins(conn: &mut Conn, message: &Message) -> Result<bool> {
    let Some(side) = &message.side else { return Ok(false) };
    let sql = format!("SELECT COUNT(*) AS n FROM message WHERE {EARLIER}");
    Ok(conn.number(&sql, vals![side.as_str(), message.at, message.id.as_str()]).await? == 0)
}

/// Messages went to another conversation: their side threads go along.
pub(super) async fn moved(tx: &mut Tx, message: &MessageId, to: &ConversationId) -> Result<()> {
    let sql = "UPDATE side_thread SET conversation = $1 WHERE id = (SELECT side FROM message WHERE id = $2)";
    tx.run(sql, vals![to.as_str(), message.as_str()]).await?;
    Ok(())
}

/// Keeps what a colleague has typed there.
pub(crate) async fn keep_draft(tx: &mut Tx, staff: &StaffId, side: &SideId, draft: &DraftText) -> Result<()> {
    let sql = "INSERT INTO side_draft (staff, side, at, content) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (side, staff) DO UPDATE SET at = excluded.at, content = excluded.content";
    let (content, now) = (serde_json::to_string(draft)?, tx.now());
    tx.run(sql, vals![staff.as_str(), side.as_str(), now, content]).await?;
    Ok(())
}

pub(crate) async fn forget_draft(tx: &mut Tx, staff: &StaffId, side: &SideId) -> Result<()> {
    tx.run("DELETE FROM side_draft WHERE side = $1 AND staff = $2", vals![side.as_str(), staff.as_str()]).await?;
    Ok(())
}

/// What a colleague has typed there.
pub(crate) async fn draft_of(conn: &mut Conn, staff: &StaffId, side: &SideId) -> Result<Option<DraftText>> {
    let sql = "SELECT content FROM side_draft WHERE side = $1 AND staff = $2";
    let row = conn.one(sql, vals![side.as_str(), staff.as_str()]).await?;
    row.map(|row| serde_json::from_str(&row.text("content")?).context("a draft")).transpose()
}

/// What anybody has typed in the side threads of a conversation.
pub(crate) async fn drafts_of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<DraftText>> {
    let sql = "SELECT d.content FROM side_draft d JOIN side_thread s ON s.id = d.side WHERE s.conversation = $1 \
               ORDER BY d.side, d.staff";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| serde_json::from_str(&row.text("content")?).context("a draft")).collect()
}

/// Leaves of the side threads of a conversation that there were some; answers how many drafts went.
pub(crate) async fn empty(tx: &mut Tx, conversation: &ConversationId, instead: &str) -> Result<u64> {
    let of = "(SELECT id FROM side_thread WHERE conversation = $1)";
    let drafts = tx.run(&format!("DELETE FROM side_draft WHERE side IN {of}"), vals![conversation.as_str()]).await?;
    tx.run(&format!("DELETE FROM side_correspondent WHERE side IN {of}"), vals![conversation.as_str()]).await?;
    let sql = "UPDATE side_thread SET title = $2 WHERE conversation = $1";
    tx.run(sql, vals![conversation.as_str(), instead]).await?;
    Ok(drafts)
}

/// This address is nobody's any more, in whichever side thread it was written to.
pub(crate) async fn forget_address(tx: &mut Tx, address: &str) -> Result<()> {
    tx.run("DELETE FROM side_correspondent WHERE address = $1", vals![address]).await?;
    Ok(())
}
