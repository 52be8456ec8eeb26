//! The rows of a saved view: its tree as one condition behind the scope, read by key, and counted no further than is
//! shown.

use std::collections::HashSet;

use base::{Instant, Language, Scope, clock};
use jiff::SignedDuration;
use people::StaffId;
use platform::db::Value;
use platform::{Conn, Result, Row};

use super::browse::Found;
use super::lists::{bind, columns, joined, person_name, stretches};
use super::messages::LAST_MOOD;
use crate::ConversationId;
use crate::model::{Condition, GiveTo, Grouping, Listing, Mode, Order, Test};
use crate::rules::{tags, views};

/// Who looks at a view, and when.
pub(crate) struct Looking<'a> {
    pub scope: &'a Scope,
    pub me: &'a StaffId,
    pub now: Instant,
}

/// Words of one test that are looked at.
const WORDS: usize = 6;

/// One page of a view, each row with the key that the next page begins behind.
pub(crate) async fn page(
    conn: &mut Conn,
    looking: &Looking<'_>,
    of: &Listing,
    after: Option<&str>,
    most: i64,
) -> Result<Vec<(Found, String)>> {
    let (sql, values) = saved_sql(looking, of, after, most);
    let keys = Keys::of(of);
    let rows = conn.all(&sql, values).await?;
    rows.iter()
        .map(|row| {
            let found = Found { row: person_name(row)?, mailbox: row.opt_text("mailbox")? };
            Ok((found, keys.cursor(row)?))
        })
        .collect()
}

/// The statement of one page and its values.
pub(crate) fn saved_sql(looking: &Looking<'_>, of: &Listing, after: Option<&str>, most: i64) -> (String, Vec<Value>) {
    let keys = Keys::of(of);
    let mut values = Vec::new();
    let mut when = condition(&of.when, looking, &mut values);
    if let Some(behind) = after.and_then(|after| keys.behind(after, &mut values)) {
        when.push_str(" AND ");
        when.push_str(&behind);
    }
    let most = bind(&mut values, Value::from(most));
    let stretches = stretches(looking.scope, &mut values);
    let select = format!("SELECT {}, c.mailbox, c.due AS sort_due, c.grp AS sort_grp FROM conversation c", columns());
    let one = |reach: &String| {
        format!("{select} WHERE {when}{reach} ORDER BY {} LIMIT {most}", keys.order(|key| format!("c.{key}")))
    };
    let all: Vec<String> = stretches.iter().map(one).collect();
    (joined(&all, &keys.order(|key| outside(key).to_owned()), &most), values)
}

/// How many there are, counted no further than `most`.
pub(crate) async fn count(conn: &mut Conn, looking: &Looking<'_>, of: &Listing, most: i64) -> Result<i64> {
    let mut values = Vec::new();
    let when = condition(&of.when, looking, &mut values);
    let (and, reach) = super::conversations::within(looking.scope, values.len() + 1);
    values.extend(reach);
    let most = bind(&mut values, Value::from(most));
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM conversation c WHERE {when}{and} LIMIT {most}) AS counted"
    );
    conn.number(&sql, values).await
}

/// Which of these conversations a tree holds for: the very condition that a view of the same tree lists by, so that
/// views and rules never differ.
pub(crate) async fn meeting(
    conn: &mut Conn,
    looking: &Looking<'_>,
    when: &Condition,
    ids: &[ConversationId],
) -> Result<HashSet<ConversationId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let mut values = Vec::new();
    let when = condition(when, looking, &mut values);
    let (and, reach) = super::conversations::within(looking.scope, values.len() + 1);
    values.extend(reach);
    let marks: Vec<String> = ids.iter().map(|id| bind(&mut values, Value::from(id.as_str()))).collect();
    let sql = format!("SELECT c.id FROM conversation c WHERE {when}{and} AND c.id IN ({})", marks.join(", "));
    conn.all(&sql, values).await?.iter().map(|row| row.id("id")).collect()
}

/// What a page is sorted by: first what it is grouped by, upwards; then its order; then the id.
struct Keys {
    group: Option<&'static str>,
    order: &'static [&'static str],
    down: bool,
}

impl Keys {
    const fn of(of: &Listing) -> Self {
        let (order, down): (&'static [&'static str], bool) = match of.order {
            Order::Due => (&["grp", "due"], false),
            Order::Newest => (&["touched_at"], true),
            Order::Oldest => (&["touched_at"], false),
            Order::CreatedLast => (&["created_at"], true),
            Order::CreatedFirst => (&["created_at"], false),
        };
        let group = match (of.grouped, of.order) {
            // What is sorted by time left is sorted by status already.
            (Grouping::Nothing, _) | (Grouping::Status, Order::Due) => None,
            (Grouping::Status, _) => Some("grp"),
            (Grouping::Owner, _) => Some("assignee"),
            (Grouping::Department, _) => Some("department"),
        };
        Self { group, order, down }
    }

    fn order(&self, name: impl Fn(&str) -> String) -> String {
        let direction = if self.down { "DESC" } else { "ASC" };
        let group = self.group.map(|key| format!("{} ASC", name(key)));
        let rest = self.order.iter().copied().chain(["id"]).map(|key| format!("{} {direction}", name(key)));
        group.into_iter().chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// Where a row stands: `stf_….0.1795….cnv_…`, the group first where there is one.
    fn cursor(&self, row: &Row) -> Result<String> {
        let mut parts = Vec::new();
        for key in self.group.iter().chain(self.order) {
            parts.push(match *key {
                "assignee" | "department" => row.text(key)?,
                other => row.int(outside(other))?.to_string(),
            });
        }
        parts.push(row.text("id")?);
        Ok(parts.join("."))
    }

    /// What comes behind a cursor; one that somebody bent is none.
    fn behind(&self, after: &str, values: &mut Vec<Value>) -> Option<String> {
        let parts: Vec<&str> = after.split('.').collect();
        let whole = usize::from(self.group.is_some()) + self.order.len() + 1;
        let (id, rest) = parts.split_last().filter(|_| parts.len() == whole)?;
        let id: ConversationId = id.parse().ok()?;
        let (group, order) = rest.split_at(usize::from(self.group.is_some()));
        let order: Vec<i64> = order.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let group = match (self.group, group.first()) {
            (Some("grp"), Some(part)) => Some(Value::from(part.parse::<i64>().ok()?)),
            (Some(_), Some(part)) => Some(Value::from(*part)),
            _ => None,
        };
        let names: Vec<String> = self.order.iter().map(|key| format!("c.{key}")).collect();
        let mut marks: Vec<String> = order.into_iter().map(|part| bind(values, Value::from(part))).collect();
        marks.push(bind(values, Value::from(id.as_str())));
        let than = if self.down { "<" } else { ">" };
        let within = format!("({}, c.id) {than} ({})", names.join(", "), marks.join(", "));
        Some(match (self.group, group) {
            (Some(key), Some(group)) => {
                let mark = bind(values, group);
                format!("(c.{key} > {mark} OR (c.{key} = {mark} AND {within}))")
            }
            _ => within,
        })
    }
}

/// The name of a sort key in what is selected.
fn outside(key: &str) -> &str {
    match key {
        "due" => "sort_due",
        "grp" => "sort_grp",
        other => other,
    }
}

/// The tree as one condition on `c`.
fn condition(of: &Condition, looking: &Looking<'_>, values: &mut Vec<Value>) -> String {
    let (mode, parts) = match of {
        Condition::Test(test) => return self::test(test, looking, values),
        Condition::Group(_, parts) if parts.is_empty() => return "1 = 1".to_owned(),
        Condition::Group(mode, parts) => (*mode, parts),
    };
    let all: Vec<String> = parts.iter().map(|part| condition(part, looking, values)).collect();
    match mode {
        Mode::All => all.join(" AND "),
        Mode::Any => format!("({})", all.join(" OR ")),
        Mode::None => format!("NOT ({})", all.join(" OR ")),
    }
}

fn test(test: &Test, looking: &Looking<'_>, values: &mut Vec<Value>) -> String {
    let far = |hours: i64, back: bool| {
        let by = SignedDuration::from_hours(if back { -hours } else { hours });
        clock::to_micros(looking.now.saturating_add(by).unwrap_or(looking.now))
    };
    let is = |column: &str, value: Value, values: &mut Vec<Value>| format!("c.{column} = {}", bind(values, value));
    let since = |column: &str, than: &str, days: u32, values: &mut Vec<Value>| {
        format!("c.{column} {than} {}", bind(values, Value::from(far(i64::from(days) * 24, true))))
    };
    match test {
        Test::Status(group) => format!("c.grp = {}", *group as i64),
        Test::State(state) => is("state", Value::from(state.code()), values),
        Test::Owner(GiveTo::Me) => is("assignee", Value::from(looking.me.as_str()), values),
        Test::Owner(GiveTo::Nobody) => "c.assignee = ''".to_owned(),
        Test::Owner(GiveTo::Colleague(id)) => is("assignee", Value::from(id.as_str()), values),
        Test::Department(None) => "c.department = ''".to_owned(),
        Test::Department(Some(id)) => is("department", Value::from(id.as_str()), values),
        Test::Tag(name) => {
            let folded = bind(values, Value::from(tags::fold(name)));
            format!(
                "EXISTS (SELECT 1 FROM tagged g JOIN tag t ON t.id = g.tag WHERE g.conversation = c.id AND t.folded = {folded})"
            )
        }
        Test::Mailbox(id) => format!("COALESCE(c.mailbox, '') = {}", bind(values, Value::from(id.as_str()))),
        Test::Language(language) => {
            let code = language.map_or("", Language::code);
            format!("COALESCE(c.language, '') = {}", bind(values, Value::from(code)))
        }
        Test::Customer(words) => each_word(words, values, |word, values| {
            let mark = bind(values, Value::from(views::patterns(word).swap_remove(0)));
            format!(
                "EXISTS (SELECT 1 FROM person p WHERE p.id = c.person AND (p.name_folded LIKE {mark} ESCAPE '!' \
                 OR EXISTS (SELECT 1 FROM person_address a WHERE a.person = p.id AND a.address LIKE {mark} ESCAPE '!')))"
            )
        }),
        Test::Subject(words) => each_word(words, values, |word, values| {
            let patterns = views::patterns(word).into_iter();
            let any: Vec<String> = patterns
                .map(|pattern| format!("LOWER(c.subject) LIKE {} ESCAPE '!'", bind(values, Value::from(pattern))))
                .collect();
            format!("({})", any.join(" OR "))
        }),
        // What is snoozed comes back at a time, but nothing of ours is due by then.
        Test::DueWithin(hours) => {
            let mark = bind(values, Value::from(far(i64::from(*hours), false)));
            format!("(c.grp = 0 AND c.due < {mark})")
        }
        Test::WaitingOver(hours) => {
            let mark = bind(values, Value::from(far(i64::from(*hours), true)));
            format!("(c.grp = 0 AND c.customer_spoke_last = 1 AND COALESCE(c.next_since, c.created_at) < {mark})")
        }
        Test::CreatedWithin(days) => since("created_at", ">=", *days, values),
        Test::CreatedBefore(days) => since("created_at", "<", *days, values),
        Test::TouchedWithin(days) => since("touched_at", ">=", *days, values),
        Test::TouchedBefore(days) => since("touched_at", "<", *days, values),
        Test::Followed => beside("f.follows = 1", looking, values),
        Test::Mentioned => beside("f.mentioned_at > 0", looking, values),
        Test::Unanswered => "c.unanswered = 1".to_owned(),
        Test::Complaint => "c.id IN (SELECT k.conversation FROM complaint k WHERE k.is_one = 1)".to_owned(),
        Test::Problem(None) => "EXISTS (SELECT 1 FROM problem_link l WHERE l.conversation = c.id)".to_owned(),
        Test::Problem(Some(solved)) => format!(
            "EXISTS (SELECT 1 FROM problem_link l JOIN problem r ON r.id = l.problem \
             WHERE l.conversation = c.id AND r.solved = {})",
            i64::from(*solved)
        ),
        Test::Mood(mood) => format!("{LAST_MOOD} = '{}'", mood.name()),
    }
}

fn beside(how: &str, looking: &Looking<'_>, values: &mut Vec<Value>) -> String {
    let me = bind(values, Value::from(looking.me.as_str()));
    format!("EXISTS (SELECT 1 FROM following f WHERE f.conversation = c.id AND f.staff = {me} AND {how})")
}

/// Every word must be there.
fn each_word(words: &str, values: &mut Vec<Value>, one: impl Fn(&str, &mut Vec<Value>) -> String) -> String {
    let all: Vec<String> = words.split_whitespace().take(WORDS).map(|word| one(word, values)).collect();
    format!("({})", all.join(" AND "))
}
