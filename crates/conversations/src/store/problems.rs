//! Rows of `problem`. What a problem comes to stands in its row, so that the list is read by its index; it is counted by
//! the links, see `problem_links.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base::{Language, Scope};
use people::{DepartmentId, StaffId};
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::reach;
use super::lists::bind;
use crate::ids::{ConversationId, ProblemId};
use crate::model::{Problem, ProblemCounts, ProblemState, ProblemText};
use crate::rules::tags::fold;
use crate::rules::views::patterns;

/// The tables.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE problem (id TEXT PRIMARY KEY, title TEXT NOT NULL, folded TEXT NOT NULL, known TEXT NOT NULL, \
     owner TEXT NOT NULL, department TEXT NOT NULL, state TEXT NOT NULL, solved BIGINT NOT NULL, \
     prevention TEXT NOT NULL, preventer TEXT NOT NULL, prevented_at BIGINT, made_at BIGINT NOT NULL, \
     solved_at BIGINT, solved_by TEXT, answers TEXT NOT NULL, linked_at BIGINT NOT NULL, customers BIGINT NOT NULL, \
     conversations BIGINT NOT NULL, waiting BIGINT NOT NULL, unhappy BIGINT NOT NULL, again BIGINT NOT NULL)",
    "CREATE INDEX problem_ranked ON problem (solved, waiting, unhappy, linked_at, id)",
    "CREATE TABLE problem_link (problem TEXT NOT NULL REFERENCES problem (id), \
     conversation TEXT NOT NULL REFERENCES conversation (id), person TEXT NOT NULL, waiting BIGINT NOT NULL, \
     unhappy BIGINT NOT NULL, live BIGINT NOT NULL, at BIGINT NOT NULL, again BIGINT NOT NULL, draft TEXT, \
     drafted_at BIGINT, language TEXT, PRIMARY KEY (problem, conversation))",
    "CREATE INDEX problem_link_of ON problem_link (conversation, problem)",
    "CREATE INDEX problem_link_rows ON problem_link (problem, waiting, conversation)",
    "CREATE INDEX problem_link_counts ON problem_link (problem, live, person, waiting, unhappy, again)",
];

const COLUMNS: &str = "id, title, folded, known, owner, department, state, solved, prevention, preventer, prevented_at, \
     made_at, solved_at, solved_by, answers, linked_at, customers, conversations, waiting, unhappy, again";

/// The columns of `r`, with the names that belong to them.
fn columns() -> String {
    let own: Vec<String> = COLUMNS.split(", ").map(|column| format!("r.{}", column.trim())).collect();
    format!(
        "{}, (SELECT s.name FROM staff s WHERE s.id = r.owner) AS owner_name, \
         (SELECT s.name FROM staff s WHERE s.id = r.preventer) AS preventer_name, \
         (SELECT d.name FROM department d WHERE d.id = r.department) AS department_name",
        own.join(", ")
    )
}

fn read(row: &Row) -> Result<Problem> {
    let some = |column: &str| -> Result<Option<String>> { Ok(Some(row.text(column)?).filter(|text| !text.is_empty())) };
    let name = |column: &str| -> Result<String> { Ok(row.opt_text(column)?.unwrap_or_default()) };
    let prevented_at = row.opt_at("prevented_at")?;
    Ok(Problem {
        id: row.id("id")?,
        of: ProblemText {
            title: row.text("title")?,
            known: row.text("known")?,
            owner: some("owner")?.map(|id| id.parse()).transpose().context("column owner")?,
            department: some("department")?.map(|id| id.parse()).transpose().context("column department")?,
            prevention: row.text("prevention")?,
            preventer: some("preventer")?.map(|id| id.parse()).transpose().context("column preventer")?,
            prevented: prevented_at.is_some(),
        },
        owner_name: name("owner_name")?,
        department_name: name("department_name")?,
        preventer_name: name("preventer_name")?,
        state: ProblemState::from_code(&row.text("state")?).context("column state")?,
        prevented_at,
        made_at: row.at("made_at")?,
        solved_at: row.opt_at("solved_at")?,
        solved_by: row.opt_id("solved_by")?,
        answers: serde_json::from_str::<BTreeMap<Language, String>>(&row.text("answers")?)?,
        linked_at: row.at("linked_at")?,
        counts: ProblemCounts {
            customers: row.int("customers")?,
            conversations: row.int("conversations")?,
            waiting: row.int("waiting")?,
            unhappy: row.int("unhappy")?,
            again: row.int("again")?,
        },
    })
}

/// Keeps one, new or changed, but for its counts, which `count` alone changes.
pub(crate) async fn put(tx: &mut Tx, it: &Problem) -> Result<()> {
    let marks: Vec<String> = (1..=21).map(|n| format!("${n}")).collect();
    let kept = ["customers", "conversations", "waiting", "unhappy", "again", "linked_at"];
    let set = COLUMNS.split(", ").map(str::trim).skip(1).filter(|column| !kept.contains(column));
    let set: Vec<String> = set.map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO problem ({COLUMNS}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        marks.join(", "),
        set.join(", ")
    );
    let (of, counts) = (&it.of, &it.counts);
    let values = vals![
        it.id.as_str(),
        of.title.as_str(),
        fold(&of.title),
        of.known.as_str(),
        of.owner.as_ref().map_or("", StaffId::as_str),
        of.department.as_ref().map_or("", DepartmentId::as_str),
        it.state.code(),
        it.state.is_solved(),
        of.prevention.as_str(),
        of.preventer.as_ref().map_or("", StaffId::as_str),
        it.prevented_at,
        it.made_at,
        it.solved_at,
        it.solved_by.as_ref().map(StaffId::as_str),
        serde_json::to_string(&it.answers)?,
        it.linked_at,
        counts.customers,
        counts.conversations,
        counts.waiting,
        counts.unhappy,
        counts.again,
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

/// The scope as a condition on `r`: what belongs to no department is everybody's.
fn seen(scope: &Scope, n: usize) -> (String, Vec<Value>) {
    match scope {
        Scope::Departments(_) => {
            let (and, values) = reach(scope, n);
            (format!(" AND (r.department = '' OR (1 = 1{}))", and.replace("department", "r.department")), values)
        }
        // Problems are colleagues' business.
        Scope::Own(_) => (" AND 1 = 0".to_owned(), Vec::new()),
        Scope::All => (String::new(), Vec::new()),
    }
}

/// One that the scope reaches.
pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &ProblemId) -> Result<Option<Problem>> {
    let (and, more) = seen(scope, 2);
    let sql = format!("SELECT {} FROM problem r WHERE r.id = $1{and}", columns());
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.as_ref().map(read).transpose()
}

/// Like [`find`], and nobody else may change it until the transaction ends. Whoever holds conversations, too, holds them
/// before.
pub(crate) async fn hold(tx: &mut Tx, scope: &Scope, id: &ProblemId) -> Result<Option<Problem>> {
    let sql = format!("SELECT id FROM problem WHERE id = $1{}", tx.engine().for_update());
    if tx.one(&sql, vals![id.as_str()]).await?.is_none() {
        return Ok(None);
    }
    find(tx, scope, id).await
}

/// Removes one, with its links; the conversations stay.
pub(crate) async fn remove(tx: &mut Tx, id: &ProblemId) -> Result<()> {
    tx.run("DELETE FROM problem_link WHERE problem = $1", vals![id.as_str()]).await?;
    tx.run("DELETE FROM problem WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Where a page of problems begins: behind this place, see [`crate::rules::problems::rank`].
pub(crate) type Behind = ((i64, i64, i64), ProblemId);

/// Which problems are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// Those that are solved, or those that are not; all without.
    pub solved: Option<bool>,
    /// With all of these words in their title.
    pub words: &'a str,
    /// Behind this one.
    pub after: Option<Behind>,
    /// How many.
    pub most: i64,
}

/// Words of one search.
const WORDS: usize = 6;

/// Problems, those for which most wait before the rest.
pub(crate) async fn page(conn: &mut Conn, scope: &Scope, wanted: &Wanted<'_>) -> Result<Vec<Problem>> {
    let mut values = Vec::new();
    let mut when = match wanted.solved {
        Some(solved) => format!("r.solved = {}", bind(&mut values, Value::from(i64::from(solved)))),
        None => "1 = 1".to_owned(),
    };
    for word in fold(&wanted.words.replace('\0', "")).split_whitespace().take(WORDS) {
        let any: Vec<String> = patterns(word)
            .into_iter()
            .map(|pattern| format!("r.folded LIKE {} ESCAPE '!'", bind(&mut values, Value::from(pattern))))
            .collect();
        let _ = write!(when, " AND ({})", any.join(" OR "));
    }
    if let Some(((waiting, unhappy, linked), id)) = &wanted.after {
        let marks: Vec<String> =
            [waiting, unhappy, linked].map(|part| bind(&mut values, Value::from(*part))).into_iter().collect();
        let id = bind(&mut values, Value::from(id.as_str()));
        let _ = write!(when, " AND (r.waiting, r.unhappy, r.linked_at, r.id) < ({}, {id})", marks.join(", "));
    }
    let (and, more) = seen(scope, values.len() + 1);
    values.extend(more);
    let most = bind(&mut values, Value::from(wanted.most));
    let sql = format!(
        "SELECT {} FROM problem r WHERE {when}{and} \
         ORDER BY r.waiting DESC, r.unhappy DESC, r.linked_at DESC, r.id DESC LIMIT {most}",
        columns()
    );
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// Those of a conversation, the first that was linked before the rest.
pub(crate) async fn of(conn: &mut Conn, scope: &Scope, conversation: &ConversationId) -> Result<Vec<Problem>> {
    let (and, more) = seen(scope, 2);
    let sql = format!(
        "SELECT {} FROM problem_link l JOIN problem r ON r.id = l.problem WHERE l.conversation = $1{and} \
         ORDER BY l.at, r.id",
        columns()
    );
    let values = vals![conversation.as_str()].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(read).collect()
}
