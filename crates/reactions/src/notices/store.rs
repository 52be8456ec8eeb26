//! Rows of `notice`: what colleagues are told, one row for each of them; and of `notice_wishes`, how they want to be.

use std::collections::HashSet;

use base::Instant;
use conversations::ConversationId;
use people::StaffId;
use platform::{Conn, Context, Engine, Migration, Result, Row, Tx, vals};

use super::settings::Wishes;
use super::{Kind, Notice, NoticeId};

/// In order.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "reactions-040", sql: first }];

fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE notice (id TEXT PRIMARY KEY, staff TEXT NOT NULL, fact TEXT NOT NULL, kind TEXT NOT NULL, \
         conversation TEXT NOT NULL, message TEXT, actor TEXT NOT NULL, at BIGINT NOT NULL, read_at BIGINT, \
         mail_due BIGINT, UNIQUE (staff, fact))",
        "CREATE INDEX notice_of ON notice (staff, id)",
        "CREATE INDEX notice_unread ON notice (staff, id) WHERE read_at IS NULL",
        "CREATE INDEX notice_about ON notice (conversation, staff)",
        "CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL",
        "CREATE INDEX notice_to_mail ON notice (staff, mail_due) WHERE mail_due IS NOT NULL",
        "CREATE TABLE notice_wishes (staff TEXT PRIMARY KEY, wishes TEXT NOT NULL)",
    ]
    .map(str::to_owned)
    .into()
}

const COLUMNS: &str = "id, staff, kind, conversation, message, actor, at, read_at";

fn read(row: &Row) -> Result<Notice> {
    let kind = row.text("kind")?;
    Ok(Notice {
        id: row.id("id")?,
        staff: row.id("staff")?,
        kind: Kind::from_code(&kind).context(format!("unknown kind of notice {kind}"))?,
        conversation: row.id("conversation")?,
        message: row.opt_text("message")?,
        actor: row.text("actor")?,
        at: row.at("at")?,
        read_at: row.opt_at("read_at")?,
    })
}

/// Keeps a notice, unless its reader was told this fact before; answers whether they were not.
pub(super) async fn add(tx: &mut Tx, fact: &str, it: &Notice, mail_due: Option<Instant>) -> Result<bool> {
    let sql = "INSERT INTO notice (id, staff, fact, kind, conversation, message, actor, at, read_at, mail_due) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (staff, fact) DO NOTHING";
    let values = vals![
        it.id.as_str(),
        it.staff.as_str(),
        fact,
        it.kind.code(),
        it.conversation.as_str(),
        it.message.clone(),
        it.actor.as_str(),
        it.at,
        it.read_at,
        mail_due
    ];
    Ok(tx.run(sql, values).await? > 0)
}

/// Which of these facts those colleagues were told.
pub(super) async fn known(conn: &mut Conn, facts: &[(&StaffId, &str)]) -> Result<HashSet<(StaffId, String)>> {
    if facts.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!(
        "SELECT staff, fact FROM notice WHERE (staff, fact) IN (VALUES {})",
        platform::db::tuples(facts.len(), 2)
    );
    let values = facts.iter().flat_map(|(staff, fact)| vals![staff.as_str(), *fact]).collect();
    conn.all(&sql, values).await?.iter().map(|row| Ok((row.id("staff")?, row.text("fact")?))).collect()
}

/// A colleague's notices, the newest first.
pub(super) async fn list(
    conn: &mut Conn,
    me: &StaffId,
    unread: bool,
    after: Option<&NoticeId>,
    most: i64,
) -> Result<Vec<Notice>> {
    let only = if unread { " AND read_at IS NULL" } else { "" };
    let mut values = vals![me.as_str(), most];
    let mut behind = "";
    if let Some(after) = after {
        values.push(after.as_str().into());
        behind = " AND id < $3";
    }
    let sql =
        format!("SELECT {COLUMNS} FROM notice WHERE staff = $1{only}{behind} ORDER BY staff DESC, id DESC LIMIT $2");
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// How many they have not read, at most `most`.
pub(super) async fn count_unread(conn: &mut Conn, me: &StaffId, most: i64) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM notice WHERE staff = $1 AND read_at IS NULL LIMIT $2) x";
    conn.number(sql, vals![me.as_str(), most]).await
}

/// Whether a colleague has not read something of a conversation.
pub(super) async fn waits(conn: &mut Conn, me: &StaffId, id: &ConversationId) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM notice WHERE conversation = $1 AND staff = $2 AND read_at IS NULL LIMIT 1";
    Ok(conn.one(sql, vals![id.as_str(), me.as_str()]).await?.is_some())
}

/// Marks one as read; answers whether there is such a one.
pub(super) async fn read_one(tx: &mut Tx, me: &StaffId, id: &NoticeId) -> Result<bool> {
    let now = tx.now();
    let sql = "UPDATE notice SET read_at = COALESCE(read_at, $3), mail_due = NULL WHERE id = $1 AND staff = $2";
    Ok(tx.run(sql, vals![id.as_str(), me.as_str(), now]).await? > 0)
}

/// Marks all of a conversation as read; answers whether any was not.
pub(super) async fn read_of(tx: &mut Tx, me: &StaffId, id: &ConversationId) -> Result<bool> {
    let now = tx.now();
    let sql =
        "UPDATE notice SET read_at = $3, mail_due = NULL WHERE conversation = $1 AND staff = $2 AND read_at IS NULL";
    Ok(tx.run(sql, vals![id.as_str(), me.as_str(), now]).await? > 0)
}

/// Marks all of theirs as read.
pub(super) async fn read_all(tx: &mut Tx, me: &StaffId) -> Result<()> {
    let now = tx.now();
    let sql = "UPDATE notice SET read_at = $2, mail_due = NULL WHERE staff = $1 AND read_at IS NULL";
    tx.run(sql, vals![me.as_str(), now]).await?;
    Ok(())
}

/// Stands for a notice that is mailed at once.
pub(super) const AT_ONCE: Instant = Instant::UNIX_EPOCH;

/// What is to be mailed to a colleague by then and is not read, the newest first. What goes at once stands apart. Held,
/// so that nobody else mails it meanwhile.
pub(super) async fn to_mail(conn: &mut Tx, me: &StaffId, due: Instant, most: i64) -> Result<Vec<Notice>> {
    let after = if due == AT_ONCE { i64::MIN } else { base::clock::to_micros(AT_ONCE) };
    let held = conn.engine().for_update();
    let sql = format!(
        "SELECT {COLUMNS} FROM notice WHERE staff = $1 AND mail_due <= $2 AND mail_due > $3 AND read_at IS NULL \
         ORDER BY id DESC LIMIT $4{held}"
    );
    conn.all(&sql, vals![me.as_str(), due, after, most]).await?.iter().map(read).collect()
}

/// These are mailed, and all that was due up to the newest of those that go together: what came meanwhile is not.
pub(super) async fn mailed(tx: &mut Tx, me: &StaffId, at_once: &[Notice], newest: Option<&Notice>) -> Result<()> {
    for one in at_once {
        tx.run("UPDATE notice SET mail_due = NULL WHERE id = $1", vals![one.id.as_str()]).await?;
    }
    if let Some(newest) = newest {
        let now = tx.now();
        let sql =
            "UPDATE notice SET mail_due = NULL WHERE staff = $1 AND mail_due > $2 AND mail_due <= $3 AND id <= $4";
        tx.run(sql, vals![me.as_str(), AT_ONCE, now, newest.id.as_str()]).await?;
    }
    Ok(())
}

/// What was told of a conversation is about the one that it became part of.
pub(super) async fn moved(tx: &mut Tx, from: &ConversationId, to: &ConversationId) -> Result<()> {
    let sql = "UPDATE notice SET conversation = $2 WHERE conversation = $1";
    tx.run(sql, vals![from.as_str(), to.as_str()]).await?;
    Ok(())
}

/// Who has been told of a conversation and has not read it.
pub(super) async fn waiting(conn: &mut Conn, id: &ConversationId) -> Result<Vec<StaffId>> {
    let sql = "SELECT DISTINCT staff FROM notice WHERE conversation = $1 AND read_at IS NULL ORDER BY staff";
    conn.all(sql, vals![id.as_str()]).await?.iter().map(|row| row.id("staff")).collect()
}

/// Forgets what was told of a conversation, to one colleague or to all.
pub(super) async fn forget(tx: &mut Tx, conversation: &str, staff: Option<&StaffId>) -> Result<u64> {
    let sql = "DELETE FROM notice WHERE conversation = $1 AND ($2 = '' OR staff = $2)";
    tx.run(sql, vals![conversation, staff.map_or("", StaffId::as_str)]).await
}

/// Forgets what was read before.
pub(super) async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    tx.run("DELETE FROM notice WHERE read_at < $1", vals![before]).await?;
    Ok(())
}

/// The conversations of a customer of which colleagues were told, also those that are deleted.
pub(super) async fn conversations_of(conn: &mut Conn, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT conversation FROM notice WHERE conversation IN \
               (SELECT id FROM conversation WHERE person = $1) ORDER BY conversation";
    let rows = conn.all(sql, vals![person]).await?;
    rows.iter().map(|row| row.text("conversation")).collect()
}

/// How a colleague wants to be told; nothing where they never said.
pub(super) async fn wishes(conn: &mut Conn, staff: &StaffId) -> Result<Option<Wishes>> {
    let row = conn.one("SELECT wishes FROM notice_wishes WHERE staff = $1", vals![staff.as_str()]).await?;
    row.map(|row| Ok(serde_json::from_str(&row.text("wishes")?)?)).transpose()
}

/// Keeps how a colleague wants to be told.
pub(super) async fn put_wishes(tx: &mut Tx, staff: &StaffId, wishes: &Wishes) -> Result<()> {
    let sql = "INSERT INTO notice_wishes (staff, wishes) VALUES ($1, $2) \
               ON CONFLICT (staff) DO UPDATE SET wishes = excluded.wishes";
    tx.run(sql, vals![staff.as_str(), serde_json::to_string(wishes)?]).await?;
    Ok(())
}
