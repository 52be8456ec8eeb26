//! What one colleague's day is made of. Every statement goes by an index of its own, however much there is.

use base::{Instant, Scope};
use people::StaffId;
use platform::db::Value;
use platform::{Conn, Context, Result, Row};

use super::conversations::within;
use super::lists::{before_sql, bind, columns, joined, person_name, stretches};
use crate::queries::ListRow;

/// Whose day it is, and which.
pub(crate) struct Day<'a> {
    pub scope: &'a Scope,
    pub me: &'a StaffId,
    /// The midnight that ends it.
    pub until: Instant,
    /// Since when a call that reached nobody is remembered.
    pub since: Instant,
    pub most: i64,
}

/// A conversation of the day, with what the telephone needs.
pub(crate) struct OfDay {
    pub row: ListRow,
    /// When: what that is depends on the question.
    pub at: Instant,
    /// Their first telephone number.
    pub phone: Option<String>,
    /// Whether they asked to be called rather than written to.
    pub by_phone: bool,
}

/// The columns of a list, and what the telephone needs.
fn with_phone() -> String {
    format!(
        "{}, (SELECT p.channel FROM person p WHERE p.id = c.person) AS channel, \
         (SELECT n.number FROM person_phone n WHERE n.person = c.person ORDER BY n.added_at, n.number LIMIT 1) AS phone",
        columns()
    )
}

fn read(row: &Row) -> Result<OfDay> {
    Ok(OfDay {
        row: person_name(row)?,
        at: row.at("sort_key")?,
        phone: row.opt_text("phone")?,
        by_phone: row.opt_text("channel")?.as_deref() == Some("phone"),
    })
}

async fn ask(conn: &mut Conn, (sql, values): (String, Vec<Value>)) -> Result<Vec<OfDay>> {
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// What of this colleague and of nobody is open and due before the day ends.
fn due(day: &Day<'_>, columns: &str, values: &mut Vec<Value>) -> Vec<String> {
    let until = bind(values, Value::from(base::clock::to_micros(day.until)));
    let most = bind(values, Value::from(day.most));
    let mut parts = Vec::new();
    for owner in [day.me.as_str(), ""] {
        let owner = bind(values, Value::from(owner));
        for reach in stretches(day.scope, values) {
            parts.push(format!(
                "SELECT {columns} FROM conversation c WHERE c.assignee = {owner} AND c.grp = 0 AND c.due < {until}{reach} \
                 ORDER BY c.due, c.id LIMIT {most}"
            ));
        }
    }
    parts
}

pub(crate) fn answer_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let parts = due(day, &format!("{}, c.due AS sort_key", with_phone()), &mut values);
    (joined(&parts, "sort_key, id", "$2"), values)
}

/// What is due today, what comes due first before the rest.
pub(crate) async fn answer(conn: &mut Conn, day: &Day<'_>) -> Result<Vec<OfDay>> {
    ask(conn, answer_sql(day)).await
}

/// How much is due today, no further than `day.most`.
pub(crate) async fn due_today(conn: &mut Conn, day: &Day<'_>) -> Result<i64> {
    let (sql, values) = due_today_sql(day);
    conn.number(&sql, values).await
}

fn due_today_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let parts = due(day, "c.due, c.id", &mut values);
    let sql = joined(&parts, "due, id", "$2");
    (format!("SELECT COUNT(*) AS n FROM ({sql}) AS today"), values)
}

/// Where counting what is due soon or late stops.
const DUE_MOST: i64 = 1000;

/// What presses, of what the scope of a day reaches, and what concerns its colleague.
pub(crate) struct Pressing {
    /// Open and due before `soon`, no further than [`DUE_MOST`].
    pub soon: i64,
    /// Open and late, no further than [`DUE_MOST`].
    pub late: i64,
    /// As [`due_today`].
    pub today: i64,
    /// Open and followed by them.
    pub following: i64,
    /// With a mention of them that they have not looked at.
    pub mentions: i64,
}

fn pressing_sql(day: &Day<'_>, (now, soon): (Instant, Instant)) -> (String, Vec<Value>) {
    let (today, mut values) = due_today_sql(day);
    let most = bind(&mut values, Value::from(DUE_MOST));
    let (and, reach) = within(day.scope, values.len() + 1);
    values.extend(reach);
    let mut before = |until: Instant| {
        let until = bind(&mut values, Value::from(base::clock::to_micros(until)));
        before_sql(&until, &and, &most)
    };
    let (soon, late) = (before(soon), before(now));
    let me = bind(&mut values, Value::from(day.me.as_str()));
    let sql = format!(
        "SELECT ({soon}) AS soon, ({late}) AS late, ({today}) AS today, \
         (SELECT following FROM attention WHERE staff = {me}) AS following, \
         (SELECT mentions FROM attention WHERE staff = {me}) AS mentions"
    );
    (sql, values)
}

/// All of it at once: it stands beside every page.
pub(crate) async fn pressing(conn: &mut Conn, day: &Day<'_>, when: (Instant, Instant)) -> Result<Pressing> {
    let (sql, values) = pressing_sql(day, when);
    let row = conn.one(&sql, values).await?.context("counts without a row")?;
    Ok(Pressing {
        soon: row.int("soon")?,
        late: row.int("late")?,
        today: row.int("today")?,
        following: row.opt_int("following")?.unwrap_or(0),
        mentions: row.opt_int("mentions")?.unwrap_or(0),
    })
}

pub(crate) fn back_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = vec![Value::from(day.me.as_str()), Value::from(base::clock::to_micros(day.until))];
    values.push(Value::from(day.most));
    let (and, reach) = within(day.scope, 4);
    values.extend(reach);
    let sql = format!(
        "SELECT {}, c.due AS sort_key FROM conversation c WHERE c.assignee = $1 AND c.grp = 3 AND c.due < $2{and} \
         ORDER BY c.due, c.id LIMIT $3",
        with_phone()
    );
    (sql, values)
}

/// What this colleague put away until today, soonest first.
pub(crate) async fn back(conn: &mut Conn, day: &Day<'_>) -> Result<Vec<OfDay>> {
    ask(conn, back_sql(day)).await
}

pub(crate) fn unfinished_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = vec![Value::from(day.me.as_str()), Value::from(day.most)];
    let (and, reach) = within(day.scope, 3);
    values.extend(reach);
    let one = |group: i64| {
        format!(
            "SELECT {}, c.touched_at AS sort_key FROM conversation c WHERE c.assignee = $1 AND c.grp = {group}{and} \
             AND EXISTS (SELECT 1 FROM checklist_item i WHERE i.conversation = c.id AND i.done_at IS NULL) \
             ORDER BY c.touched_at, c.id LIMIT $2",
            with_phone()
        )
    };
    (joined(&[one(0), one(1)], "sort_key, id", "$2"), values)
}

/// What this colleague has with something undone on its checklist, what was not touched for longest first.
pub(crate) async fn unfinished(conn: &mut Conn, day: &Day<'_>) -> Result<Vec<OfDay>> {
    ask(conn, unfinished_sql(day)).await
}

/// The author of messages as their table has it.
fn leaving_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = vec![Value::from(day.me.as_str()), Value::from(base::clock::to_micros(day.until))];
    values.push(Value::from(day.most));
    let (and, reach) = within(day.scope, 4);
    values.extend(reach);
    let sql = format!(
        "SELECT {}, d.due AS sort_key FROM delivery d JOIN message m ON m.id = d.message \
         JOIN conversation c ON c.id = m.conversation WHERE d.state IN ('scheduled', 'held') AND m.author = $1 \
         AND d.due < $2{and} ORDER BY d.due, d.message LIMIT $3",
        with_phone()
    );
    (sql, values)
}

/// Replies of this colleague that go by themselves today, or were held back.
pub(crate) async fn leaving(conn: &mut Conn, day: &Day<'_>) -> Result<Vec<OfDay>> {
    ask(conn, leaving_sql(day)).await
}

pub(crate) fn calls_sql(day: &Day<'_>) -> (String, Vec<Value>) {
    let mut values = vec![Value::from(day.me.as_str()), Value::from(base::clock::to_micros(day.since))];
    values.push(Value::from(day.most));
    let (and, reach) = within(day.scope, 4);
    values.extend(reach);
    let sql = format!(
        "SELECT {}, m.at AS sort_key FROM message m JOIN conversation c ON c.id = m.conversation \
         WHERE m.kind = 'contact' AND m.at >= $2 AND m.contact LIKE '%\"way\":\"phone\"%' \
         AND m.contact LIKE '%\"spoke\":false%' AND c.grp <> 2 AND c.assignee IN ($1, ''){and} AND NOT EXISTS \
         (SELECT 1 FROM message l WHERE l.conversation = c.id AND l.at > m.at AND l.kind IN ('reply', 'contact') \
         AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message = l.id AND d.state = 'undone')) \
         ORDER BY m.at DESC, m.id DESC LIMIT $3",
        with_phone()
    );
    (sql, values)
}

/// Calls that reached nobody, and nothing was said since; the newest first.
pub(crate) async fn calls(conn: &mut Conn, day: &Day<'_>) -> Result<Vec<OfDay>> {
    ask(conn, calls_sql(day)).await
}
