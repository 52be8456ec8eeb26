//! Lists by key: each page begins behind the last row of the one before, however long the list is.

use base::{Instant, Scope};
use people::{DepartmentId, OrganisationId, PersonId, StaffId};
use platform::db::Value;
use platform::{Conn, Result, Row, vals};

use super::conversations::{COLUMNS, SNOOZED, UNANSWERED, reach, read, within};
use crate::model::{Group, State};
use crate::queries::{ListRow, View};
use crate::rules::tags;

/// Where a page begins: the sort key and id of the last row before it.
pub(crate) struct After {
    pub key: i64,
    pub id: String,
}

/// What a list is of, how it is sorted and where it begins.
pub(crate) struct Selection<'a> {
    pub view: &'a View,
    pub group: Group,
    pub soon: Instant,
    pub after: Option<After>,
    pub most: i64,
}

/// A row with its sort key.
pub(crate) struct Keyed {
    pub row: ListRow,
    pub key: i64,
}

pub(super) fn person_name(row: &Row) -> Result<ListRow> {
    Ok(ListRow {
        conversation: read(row)?,
        person_name: row.opt_text("person_name")?.unwrap_or_default(),
        assignee_name: row.opt_text("assignee_name")?,
        department_name: row.opt_text("department_name")?,
        drafted: false,
        shared: None,
        items: None,
        tags: Vec::new(),
        writer: None,
    })
}

/// `id, number, …` with the table's name before each, beside the names of people.
pub(super) fn columns() -> String {
    let own: Vec<String> = COLUMNS.split(", ").map(|column| format!("c.{}", column.trim())).collect();
    format!(
        "{}, (SELECT p.name FROM person p WHERE p.id = c.person) AS person_name, \
         (SELECT s.name FROM staff s WHERE s.id = c.assignee) AS assignee_name, \
         (SELECT d.name FROM department d WHERE d.id = c.department) AS department_name",
        own.join(", ")
    )
}

/// One page. What is open comes due first, what is snoozed soonest first; what waits or is closed, newest first.
pub(crate) async fn list(conn: &mut Conn, scope: &Scope, selection: &Selection<'_>) -> Result<Vec<Keyed>> {
    let (sql, values) = page_sql(scope, selection);
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok(Keyed { row: person_name(row)?, key: row.int("sort_key")? })).collect()
}

/// The statement of one page and its values.
pub(crate) fn page_sql(scope: &Scope, selection: &Selection<'_>) -> (String, Vec<Value>) {
    let by_due = match selection.view {
        View::Breaching | View::Unanswered => true,
        View::WaitingCustomer | View::Mentions(_) => false,
        View::Mine(_)
        | View::Unassigned
        | View::Department(_)
        | View::All
        | View::Tagged(_)
        | View::Snoozed
        | View::Saved(_)
        | View::Following(_) => {
            matches!(selection.group, Group::Open | Group::Snoozed)
        }
    };
    let (key, than, direction) = match selection.view {
        View::Mentions(_) => ("mentioned_at", "<", "DESC"),
        _ if by_due => ("due", ">", "ASC"),
        _ => ("touched_at", "<", "DESC"),
    };
    let mut values = Vec::new();
    let mut conditions = Vec::new();
    match selection.view {
        View::WaitingCustomer => {
            conditions.push(format!("c.state = {}", bind(&mut values, Value::from(State::WaitingCustomer.code()))));
        }
        View::Mine(staff) => {
            conditions.push(format!("c.assignee = {}", bind(&mut values, Value::from(staff.as_str()))))
        }
        View::Unassigned => conditions.push("c.assignee = ''".to_owned()),
        View::Department(id) => {
            conditions.push(format!("c.department = {}", bind(&mut values, Value::from(id.as_str()))))
        }
        View::Breaching => {
            conditions
                .push(format!("c.due < {}", bind(&mut values, Value::from(base::clock::to_micros(selection.soon)))));
        }
        // Whatever the state: an index holds these alone.
        View::Unanswered => conditions.push("c.unanswered = 1".to_owned()),
        View::Tagged(name) => {
            let folded = tags::fold(&tags::name(name).unwrap_or_default());
            let named = bind(&mut values, Value::from(folded));
            conditions.push(format!("g.tag = (SELECT id FROM tag WHERE folded = {named}) AND c.id = g.conversation"));
        }
        View::Following(staff) => {
            let mine = bind(&mut values, Value::from(staff.as_str()));
            conditions.push(format!("g.staff = {mine} AND g.follows = 1 AND c.id = g.conversation"));
        }
        View::Mentions(staff) => {
            let mine = bind(&mut values, Value::from(staff.as_str()));
            conditions.push(format!("g.staff = {mine} AND g.mentioned_at > 0 AND c.id = g.conversation"));
        }
        // A saved view has a statement of its own.
        View::All | View::Snoozed | View::Saved(_) => {}
    }
    // What is sorted by: the row of the conversation, or what the row of its tag or follower repeats of it.
    let (from, of, id) = match selection.view {
        View::Following(_) | View::Mentions(_) => ("following g CROSS JOIN conversation c", "g", "g.conversation"),
        View::Tagged(_) => ("tagged g CROSS JOIN conversation c", "g", "g.conversation"),
        _ => ("conversation c", "c", "c.id"),
    };
    if !matches!(selection.view, View::WaitingCustomer | View::Mentions(_) | View::Unanswered) {
        conditions.push(format!("{of}.grp = {}", bind(&mut values, Value::from(selection.group as i64))));
    }
    // Lists of tags and followers go by an index of their own, and look at the department of each row.
    let stretches = if of == "c" {
        stretches(scope, &mut values)
    } else {
        let (and, more) = within(scope, values.len() + 1);
        values.extend(more);
        vec![and]
    };
    if let Some(after) = &selection.after {
        let (last, last_id) =
            (bind(&mut values, Value::from(after.key)), bind(&mut values, Value::from(after.id.as_str())));
        conditions.push(format!("({of}.{key}, {id}) {than} ({last}, {last_id})"));
    }
    let most = bind(&mut values, Value::from(selection.most));
    let (columns, when) = (columns(), conditions.join(" AND "));
    let one = |reached: &String| {
        format!(
            "SELECT {columns}, {of}.{key} AS sort_key FROM {from} WHERE {when}{reached} \
             ORDER BY {of}.{key} {direction}, {id} {direction} LIMIT {most}"
        )
    };
    let all: Vec<String> = stretches.iter().map(one).collect();
    let sql = joined(&all, &format!("sort_key {direction}, id {direction}"), &most);
    (sql, values)
}

/// The scope as conditions on `c`, each of one stretch of an index: what several departments have is none, so each
/// department is read by itself, and [`joined`] puts them in order.
pub(super) fn stretches(scope: &Scope, values: &mut Vec<Value>) -> Vec<String> {
    let reaches = match scope {
        Scope::All => vec![String::new()],
        Scope::Own(person) => vec![format!(" AND c.person = {}", bind(values, Value::from(person.as_str())))],
        Scope::Departments(own) if own.is_empty() => vec![" AND 1 = 0".to_owned()],
        Scope::Departments(own) => {
            own.iter().map(|id| format!(" AND c.department = {}", bind(values, Value::from(id.as_str())))).collect()
        }
    };
    reaches.into_iter().map(|reach| format!("{reach} AND c.deleted_at IS NULL")).collect()
}

/// The first rows of several ordered statements that select the same. Of each no more than a page is read.
pub(super) fn joined(all: &[String], order: &str, most: &str) -> String {
    if let [one] = all {
        return one.clone();
    }
    let parts: Vec<String> =
        all.iter().enumerate().map(|(n, one)| format!("SELECT * FROM ({one}) AS part{n}")).collect();
    format!("SELECT * FROM ({}) AS parts ORDER BY {order} LIMIT {most}", parts.join(" UNION ALL "))
}

/// The place of one more value in a statement.
pub(super) fn bind(values: &mut Vec<Value>, value: Value) -> String {
    values.push(value);
    format!("${}", values.len())
}

/// A customer's conversations, newest first.
pub(crate) async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<ListRow>> {
    if matches!(scope, Scope::Own(own) if own != person.as_str()) {
        return Ok(Vec::new());
    }
    let (and, more) = within(scope, 3);
    let sql = format!(
        "SELECT {} FROM conversation c WHERE c.person = $1{and} ORDER BY c.touched_at DESC, c.id DESC LIMIT $2",
        columns()
    );
    let values = vals![person.as_str(), most].into_iter().chain(more).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(person_name).collect()
}

/// The conversations of an organisation's people, newest first. Only colleagues see organisations.
pub(crate) async fn of_organisation(
    conn: &mut Conn,
    scope: &Scope,
    id: &OrganisationId,
    most: i64,
) -> Result<Vec<ListRow>> {
    if matches!(scope, Scope::Own(_)) {
        return Ok(Vec::new());
    }
    let (and, more) = within(scope, 3);
    let sql = format!(
        "SELECT {} FROM conversation c WHERE c.person IN (SELECT p.id FROM person p WHERE p.organisation = $1){and} \
         ORDER BY c.touched_at DESC, c.id DESC LIMIT $2",
        columns()
    );
    let values = vals![id.as_str(), most].into_iter().chain(more).collect();
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(person_name).collect()
}

/// What the tally counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// In a state, and not snoozed.
    State(State),
    /// Whatever the state.
    Snoozed,
    /// Counted by its state, too.
    Unanswered,
}

/// How many conversations there are of one kind.
pub(crate) struct Tally {
    pub counted: Counted,
    pub assignee: Option<StaffId>,
    pub department: Option<DepartmentId>,
    pub n: i64,
}

/// The kept counts, as far as `scope` reaches.
pub(crate) async fn tallies(conn: &mut Conn, scope: &Scope) -> Result<Vec<Tally>> {
    if matches!(scope, Scope::Own(_)) {
        return Ok(Vec::new());
    }
    let (and, values) = reach(scope, 1);
    let sql = format!("SELECT state, assignee, department, n FROM tally WHERE n <> 0{and}");
    let rows = conn.all(&sql, values).await?;
    let mut tallies = Vec::with_capacity(rows.len());
    for row in rows {
        let counted = match row.text("state")?.as_str() {
            SNOOZED => Some(Counted::Snoozed),
            UNANSWERED => Some(Counted::Unanswered),
            code => State::from_code(code).map(Counted::State),
        };
        if let Some(counted) = counted {
            let (assignee, department) = (row.text("assignee")?.parse().ok(), row.text("department")?.parse().ok());
            tallies.push(Tally { counted, assignee, department, n: row.int("n")? });
        }
    }
    Ok(tallies)
}

/// How many open conversations are due before `until`, counted no further than `most`: the places of both in a statement,
/// and the scope as a condition.
pub(super) fn before_sql(until: &str, and: &str, most: &str) -> String {
    format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM conversation WHERE grp = 0 AND due < {until}{and} LIMIT {most}) \
         AS until_then"
    )
}

/// Open conversations that somebody has and that are due between the two; those behind the place `after` in the order of
/// when and of ids.
pub(crate) async fn due_between(
    conn: &mut Conn,
    (from, until): (Instant, Instant),
    after: Option<&(Instant, crate::ConversationId)>,
    most: i64,
) -> Result<Vec<crate::Conversation>> {
    let mut values = vals![from, until, most];
    let mut behind = "";
    if let Some((due, id)) = after {
        values.extend(vals![*due, id.as_str()]);
        behind = " AND (due, id) > ($4, $5)";
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM conversation WHERE grp = 0 AND due > $1 AND due <= $2 AND assignee <> ''{behind} \
         ORDER BY due, id LIMIT $3"
    );
    conn.all(&sql, values).await?.iter().map(read).collect()
}
