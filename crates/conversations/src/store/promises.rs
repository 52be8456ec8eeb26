//! Rows of `promise`. They repeat of their conversation what lists of them are cut by: its department, its customer, and
//! whether it is deleted (`live` is 1 for what is open and lies in one that is not).

use std::collections::BTreeMap;

use base::{Instant, Scope};
use people::{DepartmentId, PersonId, StaffId};
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::reach;
use super::lists::bind;
use crate::ids::{ConversationId, MessageId, PromiseId};
use crate::model::{Conversation, Promise, PromiseDue, PromiseKind, PromiseRecord, PromiseState, PromiseSure};
use crate::rules::promises::deadline;

/// The table.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE promise (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     person TEXT NOT NULL, message TEXT, words TEXT NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, \
     department TEXT NOT NULL, latest BIGINT, day TEXT, timed BIGINT NOT NULL, sure TEXT NOT NULL, zone TEXT NOT NULL, \
     word BIGINT, state TEXT NOT NULL, made_by TEXT, made_at BIGINT NOT NULL, ended_at BIGINT, reason TEXT NOT NULL, \
     kept_in TEXT, remind_at BIGINT, alert_at BIGINT, due BIGINT NOT NULL, live BIGINT NOT NULL)",
    "CREATE INDEX promise_of_conversation ON promise (conversation, id)",
    "CREATE INDEX promise_of_person ON promise (person, id)",
    "CREATE INDEX promise_of_owner ON promise (owner, due, id) WHERE live = 1",
    "CREATE INDEX promise_of_department ON promise (department, due, id) WHERE live = 1",
    "CREATE INDEX promise_due ON promise (due, id) WHERE live = 1",
    "CREATE INDEX promise_ended ON promise (owner, ended_at, id) WHERE ended_at IS NOT NULL",
];

const COLUMNS: &str = "id, conversation, person, message, words, kind, owner, department, latest, day, timed, sure, zone, \
     word, state, made_by, made_at, ended_at, reason, kept_in, remind_at, alert_at";

/// Sorts behind everything that is due.
const NEVER: i64 = i64::MAX;
/// How many of a conversation are shown.
const OF_CONVERSATION_MOST: i64 = 300;
/// How many are named at once.
const NAMED_MOST: usize = 300;

/// The columns of `r`, with the name of its owner.
fn columns() -> String {
    let own: Vec<String> = COLUMNS.split(", ").map(|column| format!("r.{}", column.trim())).collect();
    format!("{}, (SELECT s.name FROM staff s WHERE s.id = r.owner) AS owner_name", own.join(", "))
}

fn read(row: &Row) -> Result<Promise> {
    let some = |column: &str| -> Result<Option<String>> { Ok(Some(row.text(column)?).filter(|text| !text.is_empty())) };
    let due = match (row.opt_at("latest")?, row.opt_text("day")?) {
        (Some(latest), Some(day)) => Some(PromiseDue {
            latest,
            day: day.parse().context("column day")?,
            timed: row.flag("timed")?,
            sure: PromiseSure::from_code(&row.text("sure")?).context("column sure")?,
            zone: row.text("zone")?,
        }),
        _ => None,
    };
    Ok(Promise {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        person: row.id("person")?,
        message: row.opt_id("message")?,
        words: row.text("words")?,
        kind: PromiseKind::from_code(&row.text("kind")?).context("column kind")?,
        owner: some("owner")?.map(|id| id.parse()).transpose().context("column owner")?,
        owner_name: row.opt_text("owner_name")?.unwrap_or_default(),
        department: some("department")?.map(|id| id.parse()).transpose().context("column department")?,
        due,
        word: row.opt_at("word")?,
        state: PromiseState::from_code(&row.text("state")?).context("column state")?,
        made_by: row.opt_id("made_by")?,
        made_at: row.at("made_at")?,
        ended_at: row.opt_at("ended_at")?,
        reason: row.text("reason")?,
        kept_in: row.opt_id("kept_in")?,
        remind_at: row.opt_at("remind_at")?,
        alert_at: row.opt_at("alert_at")?,
    })
}

fn values(it: &Promise) -> Vec<Value> {
    let due = it.due.as_ref();
    vals![
        it.id.as_str(),
        it.conversation.as_str(),
        it.person.as_str(),
        it.message.as_ref().map(MessageId::as_str),
        it.words.as_str(),
        it.kind.code(),
        it.owner.as_ref().map_or("", StaffId::as_str),
        it.department.as_ref().map_or("", DepartmentId::as_str),
        due.map(|due| due.latest),
        due.map(|due| due.day.to_string()),
        due.is_some_and(|due| due.timed),
        due.map_or(PromiseSure::Certain, |due| due.sure).code(),
        due.map_or("", |due| due.zone.as_str()),
        it.word,
        it.state.code(),
        it.made_by.as_ref().map(StaffId::as_str),
        it.made_at,
        it.ended_at,
        it.reason.as_str(),
        it.kept_in.as_ref().map(MessageId::as_str),
        it.remind_at,
        it.alert_at,
        deadline(it).map_or(NEVER, base::clock::to_micros),
        it.state.is_open(),
    ]
}

/// Keeps one, new or changed. Its conversation is held and not deleted.
pub(crate) async fn put(tx: &mut Tx, it: &Promise) -> Result<()> {
    let marks: Vec<String> = (1..=24).map(|n| format!("${n}")).collect();
    let set = COLUMNS.split(", ").map(str::trim).skip(1).chain(["due", "live"]);
    let set: Vec<String> = set.map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO promise ({COLUMNS}, due, live) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        marks.join(", "),
        set.join(", ")
    );
    tx.run(&sql, values(it)).await?;
    Ok(())
}

/// One of them, whose conversation is not deleted.
pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &PromiseId) -> Result<Option<Promise>> {
    let (and, more) = reach(scope, 2);
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.id = $1{and} \
         AND EXISTS (SELECT 1 FROM conversation c WHERE c.id = r.conversation AND c.deleted_at IS NULL)",
        columns()
    );
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.map(|row| read(&row)).transpose()
}

pub(crate) async fn remove(tx: &mut Tx, id: &PromiseId) -> Result<()> {
    tx.run("DELETE FROM promise WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Those of a conversation as pages show them, oldest first: of very many what is not over, and the newest of the rest.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Promise>> {
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.conversation = $1 \
         ORDER BY CASE WHEN r.ended_at IS NULL THEN 0 ELSE 1 END, r.id DESC LIMIT {OF_CONVERSATION_MOST}",
        columns()
    );
    let rows = conn.all(&sql, vals![conversation.as_str()]).await?;
    let mut found: Vec<Promise> = rows.iter().map(read).collect::<Result<_>>()?;
    found.sort_by_cached_key(|it| it.id.clone());
    Ok(found)
}

/// These of a conversation, oldest first; of more than anybody names at once, the first.
pub(crate) async fn these(conn: &mut Conn, conversation: &ConversationId, ids: &[PromiseId]) -> Result<Vec<Promise>> {
    let mut values = vals![conversation.as_str()];
    let marks: Vec<String> =
        ids.iter().take(NAMED_MOST).map(|id| bind(&mut values, Value::from(id.as_str()))).collect();
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.conversation = $1 AND r.id IN ({}) ORDER BY r.id",
        columns(),
        marks.join(", ")
    );
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// All of a conversation that are to be kept, unless it is deleted.
pub(crate) async fn live(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Promise>> {
    let sql = format!("SELECT {} FROM promise r WHERE r.conversation = $1 AND r.live = 1 ORDER BY r.id", columns());
    conn.all(&sql, vals![conversation.as_str()]).await?.iter().map(read).collect()
}

/// Those that a message made, keeps, or will keep once it goes, oldest first.
pub(crate) async fn around(
    conn: &mut Conn,
    conversation: &ConversationId,
    message: &MessageId,
) -> Result<Vec<Promise>> {
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.conversation = $1 AND (r.message = $2 OR r.kept_in = $2) ORDER BY r.id",
        columns()
    );
    conn.all(&sql, vals![conversation.as_str(), message.as_str()]).await?.iter().map(read).collect()
}

/// Whether something is still to be kept there that no message keeps which waits for its time.
pub(crate) async fn has_open(conn: &mut Conn, conversation: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM promise WHERE conversation = $1 AND state IN ('open', 'renegotiated') \
               AND kept_in IS NULL";
    Ok(conn.number(sql, vals![conversation.as_str()]).await? > 0)
}

/// What somebody, or nobody, owns in a conversation that is not over, oldest first.
pub(crate) async fn unfinished(
    conn: &mut Conn,
    conversation: &ConversationId,
    owner: Option<&StaffId>,
) -> Result<Vec<Promise>> {
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.conversation = $1 AND r.owner = $2 AND r.ended_at IS NULL ORDER BY r.id",
        columns()
    );
    let owner = owner.map_or("", StaffId::as_str);
    conn.all(&sql, vals![conversation.as_str(), owner]).await?.iter().map(read).collect()
}

/// Who owns what is not over in a conversation.
pub(crate) async fn owners(
    conn: &mut Conn,
    conversation: &ConversationId,
) -> Result<BTreeMap<PromiseId, Option<StaffId>>> {
    let sql = "SELECT id, owner FROM promise WHERE conversation = $1 AND ended_at IS NULL";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let owner = |text: String| Some(text).filter(|id| !id.is_empty()).map(|id| id.parse::<StaffId>()).transpose();
    rows.iter().map(|row| Ok((row.id("id")?, owner(row.text("owner")?).context("column owner")?))).collect()
}

/// The promises of a conversation follow it: to its department, its customer, out of lists when it is deleted. Whose
/// they are, only people change.
pub(super) async fn follow(tx: &mut Tx, before: &Conversation, c: &Conversation) -> Result<()> {
    let department = |it: &Conversation| it.department.as_ref().map_or("", DepartmentId::as_str).to_owned();
    let place = |it: &Conversation| (department(it), it.person.clone(), it.deleted.is_some());
    if place(before) != place(c) {
        let live = if c.deleted.is_some() { "0" } else { OPEN };
        let sql = format!("UPDATE promise SET department = $2, person = $3, live = {live} WHERE conversation = $1");
        tx.run(&sql, vals![c.id.as_str(), department(c), c.person.as_str()]).await?;
    }
    Ok(())
}

/// What `live` is in a conversation that is not deleted.
const OPEN: &str = "CASE WHEN state IN ('open', 'renegotiated') THEN 1 ELSE 0 END";

/// All of a conversation belong to another from now on. Answers which.
pub(crate) async fn bring_all(tx: &mut Tx, from: &ConversationId, to: &Conversation) -> Result<Vec<PromiseId>> {
    let sql = "UPDATE promise SET conversation = $2, person = $3, department = $4 WHERE conversation = $1 RETURNING id";
    let department = to.department.as_ref().map_or("", DepartmentId::as_str);
    let rows = tx.all(sql, vals![from.as_str(), to.id.as_str(), to.person.as_str(), department]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

/// These belong to another conversation from now on.
pub(crate) async fn bring(tx: &mut Tx, ids: &[PromiseId], to: &Conversation) -> Result<()> {
    for id in ids {
        let sql = "UPDATE promise SET conversation = $2, person = $3, department = $4 WHERE id = $1";
        let department = to.department.as_ref().map_or("", DepartmentId::as_str);
        tx.run(sql, vals![id.as_str(), to.id.as_str(), to.person.as_str(), department]).await?;
    }
    Ok(())
}

/// What was promised to one customer was promised to another, once their conversations are that one's.
pub(crate) async fn hand_over(tx: &mut Tx, from: &PersonId, to: &PersonId) -> Result<()> {
    let sql = "UPDATE promise SET person = $2 WHERE person = $1 \
               AND conversation IN (SELECT id FROM conversation WHERE person = $2)";
    tx.run(sql, vals![from.as_str(), to.as_str()]).await?;
    Ok(())
}

/// What stands in a message, as it is kept.
pub(crate) async fn words_of(conn: &mut Conn, message: &MessageId) -> Result<Vec<(PromiseId, String)>> {
    let sql = "SELECT r.id, r.words FROM promise r JOIN message m ON m.conversation = r.conversation \
               WHERE m.id = $1 AND r.message = $1 ORDER BY r.id";
    let rows = conn.all(sql, vals![message.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("id")?, row.text("words")?))).collect()
}

pub(crate) async fn set_words(tx: &mut Tx, id: &PromiseId, words: &str) -> Result<()> {
    tx.run("UPDATE promise SET words = $2 WHERE id = $1", vals![id.as_str(), words]).await?;
    Ok(())
}

pub(crate) async fn set_reason(tx: &mut Tx, id: &PromiseId, reason: &str) -> Result<()> {
    tx.run("UPDATE promise SET reason = $2 WHERE id = $1", vals![id.as_str(), reason]).await?;
    Ok(())
}

/// A promise, the message that it stands in, its words, and why it was given up.
type PromiseTexts = (PromiseId, Option<MessageId>, String, String);

/// What people wrote in all promises of a conversation: the words of each, and why it was given up.
pub(crate) async fn texts(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<PromiseTexts>> {
    let sql = "SELECT id, message, words, reason FROM promise WHERE conversation = $1 ORDER BY id";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let read = |row: &Row| Ok((row.id("id")?, row.opt_id("message")?, row.text("words")?, row.text("reason")?));
    rows.iter().map(read).collect()
}

/// Leaves of what is over that it was, without words; what is not over is not kept any more by anybody.
pub(crate) async fn empty(tx: &mut Tx, conversation: &ConversationId, instead: &str) -> Result<()> {
    tx.run("DELETE FROM promise WHERE conversation = $1 AND ended_at IS NULL", vals![conversation.as_str()]).await?;
    let sql = "UPDATE promise SET words = $2, reason = '' WHERE conversation = $1";
    tx.run(sql, vals![conversation.as_str(), instead]).await?;
    Ok(())
}

/// What was promised to a customer, the newest first; what is merely suggested is left out.
pub(crate) async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<Promise>> {
    let (and, more) = reach(scope, 3);
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.person = $1{and} AND r.state <> 'suggested' \
         AND EXISTS (SELECT 1 FROM conversation c WHERE c.id = r.conversation AND c.deleted_at IS NULL) \
         ORDER BY r.id DESC LIMIT $2",
        columns()
    );
    let values = vals![person.as_str(), most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// What is still to be kept of what was promised to a customer, and what was broken; the newest first, what is open before.
pub(crate) async fn standing_to(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<Promise>> {
    let (and, more) = reach(scope, 3);
    let sql = format!(
        "SELECT {} FROM promise r WHERE r.person = $1{and} AND r.state IN ('open', 'renegotiated', 'broken') \
         AND EXISTS (SELECT 1 FROM conversation c WHERE c.id = r.conversation AND c.deleted_at IS NULL) \
         ORDER BY CASE WHEN r.ended_at IS NULL THEN 0 ELSE 1 END, r.id DESC LIMIT $2",
        columns()
    );
    let values = vals![person.as_str(), most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// How many promises to a customer that the scope reaches were kept in time.
pub(crate) async fn record_of_person(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<PromiseRecord> {
    let (and, more) = reach(scope, 2);
    let there = format!(
        "person = $1 AND EXISTS \
         (SELECT 1 FROM conversation c WHERE c.id = promise.conversation AND c.deleted_at IS NULL){and}"
    );
    record(conn, &there, vals![person.as_str()].into_iter().chain(more).collect()).await
}

/// How many promises of a colleague that ended since then were kept in time.
pub(crate) async fn record_of_owner(conn: &mut Conn, owner: &StaffId, since: Instant) -> Result<PromiseRecord> {
    let over = record(conn, "owner = $1 AND ended_at >= $2", vals![owner.as_str(), since]).await?;
    let sql = "SELECT COUNT(*) AS n FROM promise WHERE owner = $1 AND live = 1";
    Ok(PromiseRecord { open: conn.number(sql, vals![owner.as_str()]).await?, ..over })
}

async fn record(conn: &mut Conn, which: &str, values: Vec<Value>) -> Result<PromiseRecord> {
    let sql = format!("SELECT state, COUNT(*) AS n FROM promise WHERE {which} GROUP BY state");
    let mut found = PromiseRecord::default();
    for row in conn.all(&sql, values).await? {
        let n = row.int("n")?;
        match PromiseState::from_code(&row.text("state")?) {
            Some(PromiseState::Kept) => found.kept += n,
            Some(PromiseState::Broken) => found.broken += n,
            Some(PromiseState::Open | PromiseState::Renegotiated) => found.open += n,
            Some(PromiseState::Suggested | PromiseState::Released) | None => {}
        }
    }
    Ok(found)
}

/// For whom somebody keeps promises, by ids; nobody's are theirs whose id is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keeps {
    /// For these colleagues.
    pub owners: Vec<String>,
    /// In these departments for these instead; what belongs to none is that of an empty id.
    pub otherwise: Vec<(String, Vec<String>)>,
}

impl Keeps {
    /// The condition on `r`; nothing for whom nobody is kept.
    fn condition(&self, values: &mut Vec<Value>) -> Option<String> {
        let mut any = Vec::new();
        if let Some(owners) = among("owner", self.owners.iter(), values) {
            any.push(match among("department", self.otherwise.iter().map(|(department, _)| department), values) {
                Some(there) => format!("({owners} AND NOT {there})"),
                None => owners,
            });
        }
        for (department, owners) in &self.otherwise {
            if let Some(owners) = among("owner", owners.iter(), values) {
                any.push(format!("(r.department = {} AND {owners})", bind(values, Value::from(department.as_str()))));
            }
        }
        (!any.is_empty()).then(|| format!("({})", any.join(" OR ")))
    }
}

/// That a column of `r` is one of these; nothing for none.
fn among<'a>(column: &str, ids: impl Iterator<Item = &'a String>, values: &mut Vec<Value>) -> Option<String> {
    let marks: Vec<String> = ids.map(|id| bind(values, Value::from(id.as_str()))).collect();
    (!marks.is_empty()).then(|| format!("r.{column} IN ({})", marks.join(", ")))
}

/// Whose open promises are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose<'a> {
    /// Of this colleague.
    Owner(&'a StaffId),
    /// Those that somebody keeps now.
    Keeps(&'a Keeps),
    /// Of these departments; what belongs to none is that of an empty id.
    Departments(&'a [String]),
    /// All.
    All,
}

/// Which open promises are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    /// Whose.
    pub whose: Whose<'a>,
    /// Those due from then on, in µs.
    pub from: i64,
    /// Those due before then, in µs.
    pub until: i64,
    /// Those behind this one.
    pub after: Option<(i64, PromiseId)>,
    /// How many.
    pub most: i64,
}

/// What a question about open promises has in common.
fn conditions(scope: &Scope, asked: &Asked<'_>, values: &mut Vec<Value>) -> Option<String> {
    let mut all = vec!["r.live = 1".to_owned()];
    match asked.whose {
        Whose::Owner(id) => all.push(format!("r.owner = {}", bind(values, Value::from(id.as_str())))),
        Whose::Keeps(keeps) => all.push(keeps.condition(values)?),
        Whose::Departments(ids) => all.push(among("department", ids.iter(), values)?),
        Whose::All => {}
    }
    all.push(format!("r.due >= {}", bind(values, Value::from(asked.from))));
    all.push(format!("r.due < {}", bind(values, Value::from(asked.until))));
    if let Some((due, id)) = &asked.after {
        let (due, id) = (bind(values, Value::from(*due)), bind(values, Value::from(id.as_str())));
        all.push(format!("(r.due, r.id) > ({due}, {id})"));
    }
    let (and, more) = reach(scope, values.len() + 1);
    values.extend(more);
    Some(format!("{}{and}", all.join(" AND ")))
}

/// Open promises, what is due first before the rest, each with what it is sorted by.
pub(crate) async fn open(conn: &mut Conn, scope: &Scope, asked: &Asked<'_>) -> Result<Vec<(i64, Promise)>> {
    let mut values = Vec::new();
    let Some(when) = conditions(scope, asked, &mut values) else { return Ok(Vec::new()) };
    let most = bind(&mut values, Value::from(asked.most));
    let sql = format!(
        "SELECT {}, r.due AS sort_key FROM promise r WHERE {when} ORDER BY r.due, r.id LIMIT {most}",
        columns()
    );
    conn.all(&sql, values).await?.iter().map(|row| Ok((row.int("sort_key")?, read(row)?))).collect()
}

/// How many open promises there are before each of two moments, and in all.
pub(crate) async fn count(
    conn: &mut Conn,
    scope: &Scope,
    whose: Whose<'_>,
    (first, second): (i64, i64),
) -> Result<[i64; 3]> {
    let mut values = Vec::new();
    let asked = Asked { whose, from: i64::MIN, until: NEVER, after: None, most: 0 };
    let Some(when) = conditions(scope, &asked, &mut values) else { return Ok([0; 3]) };
    let (first, second) = (bind(&mut values, Value::from(first)), bind(&mut values, Value::from(second)));
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(CASE WHEN r.due < {first} THEN 1 ELSE 0 END), 0) AS BIGINT) AS late, \
         CAST(COALESCE(SUM(CASE WHEN r.due < {second} THEN 1 ELSE 0 END), 0) AS BIGINT) AS today, \
         COUNT(*) AS n FROM promise r WHERE {when}"
    );
    let row = conn.one(&sql, values).await?.context("counts without a row")?;
    let (late, today, all) = (row.int("late")?, row.int("today")?, row.int("n")?);
    Ok([late, today - late, all - today])
}
