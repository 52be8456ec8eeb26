//! Needs by topic and week, counted for the page about them.

use std::collections::{BTreeMap, BTreeSet};

use base::{Language, Scope};
use platform::db::Value;
use platform::{Conn, Result, Row, vals};

use super::conversations::reach;
use super::lists::bind;
use crate::model::NeedTopic;

/// Topics of which it is looked whether they rise: those that are said most.
const LOOKED_AT_MOST: i64 = 200;

/// How many in each week, by its Monday in days since 1970.
type Weeks = BTreeMap<i64, i64>;

/// Topics by how many customers spoke of them at or after `since` (µs), the most first.
pub(crate) async fn topics(conn: &mut Conn, scope: &Scope, since: Option<i64>, most: i64) -> Result<Vec<NeedTopic>> {
    let mut values = Vec::new();
    let since = since.map_or(String::new(), |at| format!(" AND r.said_at >= {}", bind(&mut values, Value::from(at))));
    let (and, more) = reach(scope, values.len() + 1);
    values.extend(more);
    let most = bind(&mut values, Value::from(most));
    let sql = format!(
        "SELECT r.topic_key, MAX(r.topic) AS topic, COUNT(*) AS n, COUNT(DISTINCT r.person) AS customers, \
         {}, {}, {} FROM need r WHERE r.seen = 1 AND r.topic_key <> ''{since}{and} \
         GROUP BY r.topic_key ORDER BY customers DESC, n DESC, r.topic_key LIMIT {most}",
        of_state("open"),
        of_state("met"),
        of_state("declined"),
    );
    let one = |row: &Row| {
        Ok(NeedTopic {
            key: row.text("topic_key")?,
            name: row.text("topic")?,
            needs: row.int("n")?,
            customers: row.int("customers")?,
            open: row.int("n_open")?,
            met: row.int("n_met")?,
            declined: row.int("n_declined")?,
        })
    };
    conn.all(&sql, values).await?.iter().map(one).collect()
}

/// How many are in a state, under a name that is no word of SQL.
fn of_state(state: &str) -> String {
    format!("CAST(SUM(CASE WHEN r.state = '{state}' THEN 1 ELSE 0 END) AS BIGINT) AS n_{state}")
}

/// Needs, and their customers, said at or after `since` (µs).
pub(crate) async fn total(conn: &mut Conn, scope: &Scope, since: Option<i64>) -> Result<(i64, i64)> {
    let mut values = Vec::new();
    let since = since.map_or(String::new(), |at| format!(" AND r.said_at >= {}", bind(&mut values, Value::from(at))));
    let (and, more) = reach(scope, values.len() + 1);
    values.extend(more);
    let sql =
        format!("SELECT COUNT(*) AS n, COUNT(DISTINCT r.person) AS customers FROM need r WHERE r.seen = 1{since}{and}");
    let row = conn.one(&sql, values).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int("n")?, row.int("customers")?)))
}

/// How many needs of each topic were said in each week since then, and how many in all; weeks by their Monday in days
/// since 1970. Topics that cannot rise for want of needs or customers are left out.
pub(crate) async fn by_week(
    conn: &mut Conn,
    scope: &Scope,
    since: i64,
    (needs, customers): (i64, i64),
) -> Result<(BTreeMap<String, Weeks>, Weeks)> {
    let (and, more) = reach(scope, 2);
    let sql =
        format!("SELECT r.week, COUNT(*) AS n FROM need r WHERE r.seen = 1 AND r.week >= $1{and} GROUP BY r.week");
    let rows = conn.all(&sql, vals![since].into_iter().chain(more).collect()).await?;
    let all = rows.iter().map(|row| Ok((row.int("week")?, row.int("n")?))).collect::<Result<_>>()?;
    let (and, more) = reach(scope, 5);
    let sql = format!(
        "SELECT r.topic_key FROM need r WHERE r.seen = 1 AND r.topic_key <> '' AND r.week >= $1{and} \
         GROUP BY r.topic_key HAVING COUNT(*) >= $2 AND COUNT(DISTINCT r.person) >= $3 \
         ORDER BY COUNT(*) DESC, r.topic_key LIMIT $4"
    );
    let values = vals![since, needs, customers, LOOKED_AT_MOST].into_iter().chain(more).collect();
    let keys: Vec<String> =
        conn.all(&sql, values).await?.iter().map(|row| row.text("topic_key")).collect::<Result<_>>()?;
    let mut topics: BTreeMap<String, Weeks> = BTreeMap::new();
    if !keys.is_empty() {
        let mut values = vals![since];
        let marks: Vec<String> = keys.iter().map(|key| bind(&mut values, Value::from(key.as_str()))).collect();
        let (and, more) = reach(scope, values.len() + 1);
        values.extend(more);
        let sql = format!(
            "SELECT r.topic_key, r.week, COUNT(*) AS n FROM need r WHERE r.seen = 1 AND r.week >= $1 \
             AND r.topic_key IN ({}){and} GROUP BY r.topic_key, r.week",
            marks.join(", ")
        );
        for row in conn.all(&sql, values).await? {
            topics.entry(row.text("topic_key")?).or_default().insert(row.int("week")?, row.int("n")?);
        }
    }
    Ok((topics, all))
}

/// How many customers spoke of a topic since a week.
pub(crate) async fn customers(conn: &mut Conn, scope: &Scope, topic: &str, since: i64) -> Result<i64> {
    let (and, more) = reach(scope, 3);
    let sql = format!(
        "SELECT COUNT(DISTINCT r.person) AS n FROM need r WHERE r.seen = 1 AND r.topic_key = $1 AND r.week >= $2{and}"
    );
    conn.number(&sql, vals![topic, since].into_iter().chain(more).collect()).await
}

/// Topics as they were typed where the scope reaches, those that are said most first: what is offered where one is typed.
pub(crate) async fn known(conn: &mut Conn, scope: &Scope, most: i64) -> Result<Vec<String>> {
    let (and, more) = reach(scope, 2);
    let sql = format!(
        "SELECT MAX(r.topic) AS topic FROM need r WHERE r.seen = 1 AND r.topic_key <> ''{and} \
         GROUP BY r.topic_key ORDER BY COUNT(*) DESC, r.topic_key LIMIT $1"
    );
    let values = vals![most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(|row| row.text("topic")).collect()
}

/// The languages of those who are to be told of a topic, or of one need, with how many customers each; without one for
/// those of whom nobody knows it.
pub(crate) async fn languages(
    conn: &mut Conn,
    scope: &Scope,
    (column, value): (&'static str, &str),
    most: i64,
) -> Result<BTreeMap<Option<Language>, BTreeSet<String>>> {
    let (and, more) = reach(scope, 3);
    let sql = format!(
        "SELECT r.person, (SELECT p.prefers_language FROM person p WHERE p.id = r.person) AS asked, \
         (SELECT c.language FROM conversation c WHERE c.id = r.conversation) AS language FROM need r \
         WHERE r.seen = 1 AND r.{column} = $1 AND r.state <> 'declined' AND r.draft IS NULL AND r.told_in IS NULL{and} \
         ORDER BY r.said_at DESC, r.id DESC LIMIT $2"
    );
    let values = vals![value, most].into_iter().chain(more).collect();
    let (mut found, mut seen) = (BTreeMap::<_, BTreeSet<String>>::new(), BTreeSet::new());
    for row in conn.all(&sql, values).await? {
        let person = row.text("person")?;
        // Who asked twice is written to where they asked last.
        if seen.insert(person.clone()) {
            let language = |text: Option<String>| text.as_deref().and_then(Language::from_code);
            let language = language(row.opt_text("asked")?).or(language(row.opt_text("language")?));
            found.entry(language).or_default().insert(person);
        }
    }
    Ok(found)
}
