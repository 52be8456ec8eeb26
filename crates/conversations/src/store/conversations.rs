//! Rows of `conversation` and the tally kept beside them.

use std::collections::HashMap;

use base::{Language, Scope};
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::{following, needs, outcomes, problem_links, promises, tags};
use crate::ids::ConversationId;
use crate::model::{Clocks, Conversation, GoesBy, Snooze, State};

pub(super) const COLUMNS: &str = "id, number, subject, person, state, label, assignee, language, created_at, touched_at, \
     first_due, first_replied_at, next_due, next_spent, next_since, first_breached, next_breached, snippet, unread, \
     customer_spoke_last, close_reason, linked_from, department, snoozed_until, deleted_at, service_policy, \
     service_version, first_since, resolve_due, resolve_spent, resolve_since, resolve_breached, warned";

/// Sorts behind everything that is due.
const NEVER: i64 = i64::MAX;
/// Stands in the tally for the state of what is snoozed.
pub(super) const SNOOZED: &str = "snoozed";
/// The same of what is deleted; nobody adds it up.
const DELETED: &str = "deleted";
/// The list that nobody looks at.
pub(super) const DELETED_GROUP: i64 = 4;
/// Under this the tally counts once more what nobody has answered.
pub(super) const UNANSWERED: &str = "unanswered";

pub(super) fn read(row: &Row) -> Result<Conversation> {
    let state = row.text("state")?;
    let assignee = row.text("assignee")?;
    Ok(Conversation {
        id: row.id("id")?,
        number: row.int("number")?,
        subject: row.text("subject")?,
        person: row.id("person")?,
        state: State::from_code(&state).context(format!("unknown state {state}"))?,
        label: row.opt_text("label")?,
        assignee: if assignee.is_empty() { None } else { Some(assignee.parse().context("column assignee")?) },
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        created_at: row.at("created_at")?,
        touched_at: row.at("touched_at")?,
        clocks: Clocks {
            first_due: row.opt_at("first_due")?,
            first_replied_at: row.opt_at("first_replied_at")?,
            next_due: row.opt_at("next_due")?,
            next_spent: row.opt_int("next_spent")?,
            next_since: row.opt_at("next_since")?,
            first_breached: row.flag("first_breached")?,
            next_breached: row.flag("next_breached")?,
            first_since: row.opt_at("first_since")?,
            resolve_due: row.opt_at("resolve_due")?,
            resolve_spent: row.opt_int("resolve_spent")?,
            resolve_since: row.opt_at("resolve_since")?,
            resolve_breached: row.flag("resolve_breached")?,
            warned: warned(row.int("warned")?),
        },
        snippet: row.text("snippet")?,
        unread: row.flag("unread")?,
        customer_spoke_last: row.flag("customer_spoke_last")?,
        close_reason: row.opt_text("close_reason")?,
        linked_from: row.opt_id("linked_from")?,
        department: Some(row.text("department")?)
            .filter(|id| !id.is_empty())
            .map(|id| id.parse())
            .transpose()
            .context("column department")?,
        snoozed: row.opt_int("snoozed_until")?.map(snooze),
        deleted: row.opt_at("deleted_at")?,
        goes_by: row
            .opt_id("service_policy")?
            .map(|policy| Ok::<_, platform::Fault>(GoesBy { policy, version: row.int("service_version")? }))
            .transpose()?,
    })
}

/// Which clocks were warned of, one bit each.
const fn warned(bits: i64) -> [bool; 3] {
    [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0]
}

/// Reads [`warned`] back.
fn warned_bits(warned: [bool; 3]) -> i64 {
    warned.iter().rev().fold(0, |bits, one| bits * 2 + i64::from(*one))
}

fn values(c: &Conversation) -> Vec<Value> {
    let k = &c.clocks;
    vals![
        c.id.as_str(),
        c.number,
        c.subject.as_str(),
        c.person.as_str(),
        c.state.code(),
        c.label.clone(),
        assignee(c),
        c.language.map(Language::code),
        c.created_at,
        c.touched_at,
        k.first_due,
        k.first_replied_at,
        k.next_due,
        k.next_spent,
        k.next_since,
        k.first_breached,
        k.next_breached,
        c.snippet.as_str(),
        c.unread,
        c.customer_spoke_last,
        c.close_reason.clone(),
        c.linked_from.as_ref().map(|id| id.as_str()),
        department(c),
        c.snoozed.map(snoozed_until),
        c.deleted,
        c.goes_by.as_ref().map(|by| by.policy.as_str()),
        c.goes_by.as_ref().map_or(0, |by| by.version),
        k.first_since,
        k.resolve_due,
        k.resolve_spent,
        k.resolve_since,
        k.resolve_breached,
        warned_bits(k.warned),
        grp(c),
        due(c),
        i64::from(c.is_unanswered()),
    ]
}

/// In which list it lies; what is deleted, in none.
pub(super) fn grp(c: &Conversation) -> i64 {
    if c.deleted.is_some() { DELETED_GROUP } else { c.group() as i64 }
}

/// What lists sort by: when a reply or the solution is due, or when it is to be seen again.
fn due(c: &Conversation) -> i64 {
    match c.snoozed {
        Some(snoozed) => snoozed_until(snoozed),
        None => c.clocks.due().map_or(NEVER, base::clock::to_micros),
    }
}

/// A snooze as one number; one that only a message ends is never over.
pub(super) fn snoozed_until(snoozed: Snooze) -> i64 {
    match snoozed {
        Snooze::Until(until) => base::clock::to_micros(until),
        Snooze::NextReply => NEVER,
    }
}

/// Reads [`snoozed_until`] back.
pub(super) fn snooze(until: i64) -> Snooze {
    if until == NEVER { Snooze::NextReply } else { Snooze::Until(base::clock::from_micros(until)) }
}

/// Under what the tally counts it.
const fn counted(c: &Conversation) -> &'static str {
    match (c.deleted, c.snoozed) {
        (Some(_), _) => DELETED,
        (None, Some(_)) => SNOOZED,
        (None, None) => c.state.code(),
    }
}

fn assignee(c: &Conversation) -> &str {
    c.assignee.as_ref().map_or("", |id| id.as_str())
}

fn department(c: &Conversation) -> &str {
    c.department.as_ref().map_or("", |id| id.as_str())
}

/// The scope as a condition on `conversation`, without what is deleted. Customers see their own; `$n` is the next free
/// number.
pub(super) fn within(scope: &Scope, n: usize) -> (String, Vec<Value>) {
    let (and, values) = reach(scope, n);
    (format!("{and} AND deleted_at IS NULL"), values)
}

/// The scope alone, also on other tables with such columns.
pub(super) fn reach(scope: &Scope, n: usize) -> (String, Vec<Value>) {
    match scope {
        Scope::All => (String::new(), Vec::new()),
        Scope::Own(person) => (format!(" AND person = ${n}"), vals![person.as_str()]),
        Scope::Departments(own) => {
            let marks: Vec<String> = (n..n + own.len()).map(|n| format!("${n}")).collect();
            let among = if marks.is_empty() { "NULL".to_owned() } else { marks.join(", ") };
            let own = own.iter().map(|id| Value::from(id.as_str())).collect();
            (format!(" AND department IN ({among})"), own)
        }
    }
}

/// The next conversation number. Holds the counter until the transaction ends.
pub(crate) async fn next_number(tx: &mut Tx) -> Result<i64> {
    let sql = "UPDATE sequence SET value = value + 1 WHERE name = 'conversation' RETURNING value AS n";
    tx.number(sql, vec![]).await
}

pub(crate) async fn insert(tx: &mut Tx, c: &Conversation) -> Result<()> {
    let marks: Vec<String> = (1..=36).map(|n| format!("${n}")).collect();
    let sql = format!("INSERT INTO conversation ({COLUMNS}, grp, due, unanswered) VALUES ({})", marks.join(", "));
    tx.run(&sql, values(c)).await?;
    count(tx, c, 1).await
}

/// Writes a changed conversation and moves the tally with it. `before` is what
/// [`find_for_update`] answered in the same transaction.
pub(crate) async fn save(tx: &mut Tx, before: &Conversation, c: &Conversation) -> Result<()> {
    let sql = "UPDATE conversation SET number = $2, subject = $3, person = $4, state = $5, label = $6, assignee = $7, \
         language = $8, created_at = $9, touched_at = $10, first_due = $11, first_replied_at = $12, next_due = $13, \
         next_spent = $14, next_since = $15, first_breached = $16, next_breached = $17, snippet = $18, unread = $19, \
         customer_spoke_last = $20, close_reason = $21, linked_from = $22, department = $23, snoozed_until = $24, \
         deleted_at = $25, service_policy = $26, service_version = $27, first_since = $28, resolve_due = $29, \
         resolve_spent = $30, resolve_since = $31, resolve_breached = $32, warned = $33, grp = $34, due = $35, \
         unanswered = $36 WHERE id = $1";
    tx.run(sql, values(c)).await?;
    // The lists of tags and of followers are sorted as all others are.
    if (grp(before), due(before), before.touched_at) != (grp(c), due(c), c.touched_at) {
        let sql = "UPDATE tagged SET grp = $2, due = $3, touched_at = $4 WHERE conversation = $1";
        tx.run(sql, vals![c.id.as_str(), grp(c), due(c), c.touched_at]).await?;
        following::moved(tx, before, c, due(c)).await?;
    }
    if before.deleted.is_some() != c.deleted.is_some() {
        tags::count_all(tx, &c.id, if c.deleted.is_some() { -1 } else { 1 }).await?;
    }
    promises::follow(tx, before, c).await?;
    needs::follow(tx, before, c).await?;
    outcomes::follow(tx, before, c).await?;
    problem_links::follow(tx, before, c).await?;
    let place = |c: &Conversation| (counted(c), c.is_unanswered(), c.assignee.clone(), c.department.clone());
    if place(before) != place(c) {
        count(tx, before, -1).await?;
        count(tx, c, 1).await?;
    }
    Ok(())
}

/// Remembers by which mailbox a conversation came; the first stays.
pub(crate) async fn came_by(tx: &mut Tx, id: &ConversationId, mailbox: &str) -> Result<()> {
    let sql = "UPDATE conversation SET mailbox = $1 WHERE id = $2 AND mailbox IS NULL";
    tx.run(sql, vals![mailbox, id.as_str()]).await?;
    Ok(())
}

/// By which mailbox a conversation came.
pub(crate) async fn mailbox_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<String>> {
    let row = conn.one("SELECT mailbox FROM conversation WHERE id = $1", vals![id.as_str()]).await?;
    row.map_or(Ok(None), |row| row.opt_text("mailbox"))
}

/// By which mailbox each of these came, where one is known.
pub(crate) async fn mailboxes_of(conn: &mut Conn, ids: &[&str]) -> Result<HashMap<String, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql =
        format!("SELECT id, mailbox FROM conversation WHERE mailbox IS NOT NULL AND id IN ({})", places.join(", "));
    let rows = conn.all(&sql, ids.iter().map(|id| Value::from(*id)).collect()).await?;
    rows.iter().map(|row| Ok((row.text("id")?, row.text("mailbox")?))).collect()
}

/// Keeps what a conversation was called when it came; the first stays.
pub(crate) async fn keep_came_as(tx: &mut Tx, id: &ConversationId, subject: &str) -> Result<()> {
    let sql = "UPDATE conversation SET came_as = $2 WHERE id = $1 AND came_as IS NULL";
    tx.run(sql, vals![id.as_str(), subject]).await?;
    Ok(())
}

/// What a conversation was called when it came, once it is called otherwise.
pub(crate) async fn came_as(conn: &mut Conn, id: &ConversationId) -> Result<Option<String>> {
    let row = conn.one("SELECT came_as FROM conversation WHERE id = $1", vals![id.as_str()]).await?;
    row.map_or(Ok(None), |row| row.opt_text("came_as"))
}

/// It came so, as far as anybody may still know.
pub(crate) async fn set_came_as(tx: &mut Tx, id: &ConversationId, subject: Option<&str>) -> Result<()> {
    tx.run("UPDATE conversation SET came_as = $2 WHERE id = $1", vals![id.as_str(), subject]).await?;
    Ok(())
}

async fn count(tx: &mut Tx, c: &Conversation, by: i64) -> Result<()> {
    let sql = "INSERT INTO tally (state, assignee, department, n) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (state, assignee, department) DO UPDATE SET n = tally.n + excluded.n";
    tx.run(sql, vals![counted(c), assignee(c), department(c), by]).await?;
    if c.is_unanswered() {
        tx.run(sql, vals![UNANSWERED, assignee(c), department(c), by]).await?;
    }
    Ok(())
}

pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Conversation>> {
    let (and, more) = within(scope, 2);
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE id = $1{and}");
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.map(|row| read(&row)).transpose()
}

/// Those of these that the scope reaches, by id.
pub(crate) async fn find_these(
    conn: &mut Conn,
    scope: &Scope,
    these: &[&ConversationId],
) -> Result<HashMap<ConversationId, Conversation>> {
    if these.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=these.len()).map(|n| format!("${n}")).collect();
    let (and, more) = within(scope, these.len() + 1);
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE id IN ({}){and}", places.join(", "));
    let values = these.iter().flat_map(|id| vals![id.as_str()]).chain(more).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| read(row).map(|it| (it.id.clone(), it))).collect()
}

/// Like [`find`], and nobody else may change it until the transaction ends.
pub(crate) async fn find_for_update(tx: &mut Tx, scope: &Scope, id: &ConversationId) -> Result<Option<Conversation>> {
    let (and, more) = within(scope, 2);
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE id = $1{and}{}", tx.engine().for_update());
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    tx.one(&sql, values).await?.map(|row| read(&row)).transpose()
}

pub(crate) async fn find_by_number(conn: &mut Conn, scope: &Scope, number: i64) -> Result<Option<Conversation>> {
    let (and, more) = within(scope, 2);
    let sql = format!("SELECT {COLUMNS} FROM conversation WHERE number = $1{and}");
    let values = vals![number].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.map(|row| read(&row)).transpose()
}

/// The numbers of conversations.
pub(crate) async fn numbers(
    conn: &mut Conn,
    scope: &Scope,
    these: &[ConversationId],
) -> Result<Vec<(ConversationId, i64)>> {
    if these.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=these.len()).map(|n| format!("${n}")).collect();
    let (and, more) = within(scope, these.len() + 1);
    let sql = format!("SELECT id, number FROM conversation WHERE id IN ({}){and}", places.join(", "));
    let values = these.iter().flat_map(|id| vals![id.as_str()]).chain(more).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok((row.id("id")?, row.int("number")?))).collect()
}

/// The newest conversation of the same customer that goes on from this one.
pub(crate) async fn continuation(conn: &mut Conn, of: &Conversation) -> Result<Option<Conversation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM conversation WHERE linked_from = $1 AND person = $2 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1"
    );
    conn.one(&sql, vals![of.id.as_str(), of.person.as_str()]).await?.map(|row| read(&row)).transpose()
}
