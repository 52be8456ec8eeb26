//! What can be asked about problems. Whoever sees a problem sees what it comes to as a whole; of its conversations, those
//! that they may see.

use base::Scope;
use platform::{Conn, Result, log};

use crate::events::ProblemEvent;
use crate::ids::{ConversationId, ProblemId};
use crate::model::{Happening, Problem, ProblemTelling};
use crate::rules::problems as rule;
use crate::store::{self, ProblemRow, ProblemsWanted};

/// Facts of the history of one.
const HISTORY_MOST: i64 = 200;

/// Which problems are asked for.
#[derive(Clone, Debug, Default)]
pub struct ProblemQuery {
    /// Those that are solved, or those that are not; all without.
    pub solved: Option<bool>,
    /// With all of these words in their title.
    pub words: String,
    /// Where the page begins: what the page before said; anything else begins at the first.
    pub after: String,
    /// How many.
    pub most: i64,
}

/// A page of problems.
#[derive(Clone, Debug, Default)]
pub struct ProblemPage {
    /// Those for which most wait first, then the unhappiest, then what was met last.
    pub rows: Vec<Problem>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Problems that the scope reaches, ranked.
///
/// # Errors
/// When the database cannot be read; so for all below.
pub async fn problems(conn: &mut Conn, scope: &Scope, query: &ProblemQuery) -> Result<ProblemPage> {
    let most = query.most.max(1);
    let (solved, words, after) = (query.solved, query.words.as_str(), behind(&query.after));
    let wanted = ProblemsWanted { solved, words, after, most: most.saturating_add(1) };
    let mut rows = store::problems_page(conn, scope, &wanted).await?;
    let more = rows.len() > usize::try_from(most).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|last| {
        let (waiting, unhappy, linked) = rule::rank(last);
        format!("{waiting}.{unhappy}.{linked}.{}", last.id)
    });
    Ok(ProblemPage { rows, next })
}

/// Reads the place of a page back.
fn behind(after: &str) -> Option<((i64, i64, i64), ProblemId)> {
    let mut parts = after.splitn(4, '.');
    let mut number = || parts.next()?.parse().ok();
    let place = (number()?, number()?, number()?);
    Some((place, parts.next()?.parse().ok()?))
}

/// One that the scope reaches.
///
/// # Errors
/// See [`problems`].
pub async fn problem(conn: &mut Conn, scope: &Scope, id: &ProblemId) -> Result<Option<Problem>> {
    store::find_problem(conn, scope, id).await
}

/// Those of a conversation that the scope reaches.
///
/// # Errors
/// See [`problems`].
pub async fn problems_of(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<Problem>> {
    store::problems_of(conn, scope, id).await
}

/// A page of the conversations of a problem.
#[derive(Clone, Debug, Default)]
pub struct ProblemRows {
    /// Whose customers wait first, then the newest.
    pub rows: Vec<ProblemRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Conversations of a problem that the scope reaches.
///
/// # Errors
/// See [`problems`].
pub async fn problem_rows(
    conn: &mut Conn,
    scope: &Scope,
    problem: &Problem,
    after: &str,
    most: i64,
) -> Result<ProblemRows> {
    let most = most.max(1);
    let after = after.split_once('.').and_then(|(waiting, id)| Some((waiting == "1", id.parse().ok()?)));
    let mut rows = store::problem_rows(conn, scope, problem, after, most.saturating_add(1)).await?;
    let more = rows.len() > usize::try_from(most).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more);
    let next = next.map(|last| format!("{}.{}", i64::from(last.waiting), last.link.conversation));
    Ok(ProblemRows { rows, next })
}

/// How far telling everybody has come.
///
/// # Errors
/// See [`problems`].
pub async fn problem_telling(conn: &mut Conn, problem: &Problem) -> Result<ProblemTelling> {
    store::problem_told(conn, problem).await
}

/// What happened to a problem, oldest first.
///
/// # Errors
/// See [`problems`].
pub async fn problem_history(conn: &mut Conn, id: &ProblemId) -> Result<Vec<Happening>> {
    let facts = log::history(conn, &format!("problem:{id}"), HISTORY_MOST).await?;
    let told = |fact: log::Recorded| {
        let event: ProblemEvent = fact.read()?;
        Some(Happening { at: fact.at, actor: fact.actor, sentence: base::Event::sentence(&event), kind: fact.kind })
    };
    Ok(facts.into_iter().filter_map(told).collect())
}

/// Which facts of the log are about problems of these departments: a condition on their subject, around a list of bound
/// ids. What belongs to no department is everybody's.
#[must_use]
pub fn problems_within(ids: &str) -> String {
    // Behind the eight letters of «problem:».
    format!(
        "EXISTS (SELECT 1 FROM problem r WHERE r.id = SUBSTR(event.subject, 9) \
         AND (r.department = '' OR r.department IN ({ids})))"
    )
}
