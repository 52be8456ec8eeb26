//! What service policies ask about conversations, and all of these step by step.

use std::collections::HashMap;

use people::PersonId;
use platform::db::Value;
use platform::{Conn, Result, Row, vals};

use super::tags;
use crate::ids::ConversationId;
use crate::model::{Conversation, ServiceWhen};
use crate::rules::service::{Asks, Facts};
use crate::rules::tags::fold;

/// By which service policy a conversation goes, under which version; what its clocks know beside their deadlines; which
/// of them were warned of (first 1, next 2, resolution 4).
pub(super) const COLUMNS: &[&str] = &[
    "ALTER TABLE conversation ADD COLUMN service_policy TEXT",
    "ALTER TABLE conversation ADD COLUMN service_version BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE conversation ADD COLUMN first_since BIGINT",
    "ALTER TABLE conversation ADD COLUMN resolve_due BIGINT",
    "ALTER TABLE conversation ADD COLUMN resolve_spent BIGINT",
    "ALTER TABLE conversation ADD COLUMN resolve_since BIGINT",
    "ALTER TABLE conversation ADD COLUMN resolve_breached BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE conversation ADD COLUMN warned BIGINT NOT NULL DEFAULT 0",
];

/// What its row alone says.
fn of_row(it: &Conversation) -> Facts {
    Facts {
        department: it.department.clone(),
        language: it.language,
        person: Some(it.person.clone()),
        ..Facts::default()
    }
}

fn read(row: &Row, asks: Asks, facts: &mut Facts) -> Result<()> {
    if asks.mailbox {
        facts.mailbox = row.opt_text("mailbox")?;
    }
    if asks.organisation {
        facts.organisation = row.opt_id("organisation")?;
    }
    Ok(())
}

const BESIDE: &str = "SELECT c.id, c.mailbox, (SELECT p.organisation FROM person p WHERE p.id = c.person) AS organisation \
     FROM conversation c WHERE c.id";

/// What policies that ask for this want to know of a conversation.
pub(crate) async fn facts(conn: &mut Conn, it: &Conversation, asks: Asks) -> Result<Facts> {
    let mut facts = of_row(it);
    if asks.tags {
        facts.tags = tags::of(conn, &it.id).await?.into_iter().map(|tag| fold(&tag.name)).collect();
    }
    if asks.mailbox || asks.organisation {
        let sql = format!("{BESIDE} = $1");
        if let Some(row) = conn.one(&sql, vals![it.id.as_str()]).await? {
            read(&row, asks, &mut facts)?;
        }
    }
    Ok(facts)
}

/// The same of several, each under its id.
pub(crate) async fn facts_of_all(
    conn: &mut Conn,
    these: &[Conversation],
    asks: Asks,
) -> Result<HashMap<ConversationId, Facts>> {
    let mut all: HashMap<ConversationId, Facts> = these.iter().map(|it| (it.id.clone(), of_row(it))).collect();
    let ids: Vec<&ConversationId> = these.iter().map(|it| &it.id).collect();
    if ids.is_empty() {
        return Ok(all);
    }
    if asks.tags {
        for (id, tag) in tags::of_all(conn, &ids).await? {
            if let Some(facts) = all.get_mut(&id) {
                facts.tags.push(fold(&tag.name));
            }
        }
    }
    if asks.mailbox || asks.organisation {
        let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
        let sql = format!("{BESIDE} IN ({})", places.join(", "));
        let values = ids.iter().flat_map(|id| vals![id.as_str()]).collect();
        for row in conn.all(&sql, values).await? {
            if let Some(facts) = all.get_mut(&row.id("id")?) {
                read(&row, asks, facts)?;
            }
        }
    }
    Ok(all)
}

/// The conversations behind this one, by id, so many of them; each with whether it is neither closed nor deleted. Goes by
/// the primary key: as many rows are read as are asked for, however many are closed.
pub(crate) async fn behind(conn: &mut Conn, after: &str, most: i64) -> Result<Vec<(ConversationId, bool)>> {
    let sql = "SELECT id, grp FROM conversation WHERE id > $1 ORDER BY id LIMIT $2";
    let rows = conn.all(sql, vals![after, most]).await?;
    rows.iter().map(|row| Ok((row.id("id")?, matches!(row.int("grp")?, 0 | 1 | 3)))).collect()
}

/// The same of one customer's that are neither closed nor deleted, always in one order: whoever changes several waits.
pub(crate) async fn of(conn: &mut Conn, person: &PersonId) -> Result<Vec<(ConversationId, bool)>> {
    let sql = "SELECT id FROM conversation WHERE person = $1 AND grp IN (0, 1, 3)";
    let rows = conn.all(sql, vals![person.as_str()]).await?;
    let mut all = rows.iter().map(|row| Ok((row.id("id")?, true))).collect::<Result<Vec<(ConversationId, bool)>>>()?;
    all.sort();
    Ok(all)
}

/// Open conversations, also those that wait or are put away, that a condition is about: what is due first, first.
pub(crate) async fn about(conn: &mut Conn, when: &ServiceWhen, most: i64) -> Result<Vec<Conversation>> {
    let mut values: Vec<Value> = Vec::new();
    let mut parts = vec!["c.grp IN (0, 1, 3)".to_owned()];
    let mut among = |column: &str, these: Vec<String>, close: &str| {
        if these.is_empty() {
            return;
        }
        let places: Vec<String> = (values.len() + 1..=values.len() + these.len()).map(|n| format!("${n}")).collect();
        parts.push(format!("{column} IN ({}){close}", places.join(", ")));
        values.extend(these.into_iter().map(Value::from));
    };
    among("c.department", when.departments.iter().map(ToString::to_string).collect(), "");
    among("c.mailbox", when.mailboxes.clone(), "");
    among("c.language", when.languages.iter().map(|language| language.code().to_owned()).collect(), "");
    among("c.person", when.people.iter().map(ToString::to_string).collect(), "");
    let of = "EXISTS (SELECT 1 FROM person p WHERE p.id = c.person AND p.organisation";
    among(of, when.organisations.iter().map(ToString::to_string).collect(), ")");
    let bears = "EXISTS (SELECT 1 FROM tagged g JOIN tag t ON t.id = g.tag WHERE g.conversation = c.id AND t.folded";
    among(bears, when.tags.iter().map(|tag| fold(tag)).collect(), ")");
    values.push(Value::from(most));
    let columns: Vec<String> =
        super::conversations::COLUMNS.split(", ").map(|one| format!("c.{}", one.trim())).collect();
    let sql = format!(
        "SELECT {} FROM conversation c WHERE {} ORDER BY c.grp, c.due, c.id LIMIT ${}",
        columns.join(", "),
        parts.join(" AND "),
        values.len()
    );
    conn.all(&sql, values).await?.iter().map(super::conversations::read).collect()
}
