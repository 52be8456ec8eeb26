//! Rows of `problem_link`: which conversations have which cause. A link repeats of its conversation what a problem is
//! counted by: its customer, whether they wait, whether what came in last was unhappy, and whether it is deleted
//! (`live` is 0 then). The counts stand in the row of the problem.

use std::fmt::Write as _;

use base::{Instant, Language, Scope};
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::reach;
use super::lists::bind;
use super::messages::LAST_MOOD;
use crate::ids::{ConversationId, DraftId, ProblemId};
use crate::model::{Conversation, Group, Problem, ProblemLink, ProblemTelling, ProblemTold};
use crate::queries::ListRow;
use crate::rules::problems as rule;

fn read_link(row: &Row) -> Result<ProblemLink> {
    Ok(ProblemLink {
        problem: row.id("problem")?,
        conversation: row.id("conversation")?,
        person: row.id("linked_person")?,
        at: row.at("at")?,
        again: row.flag("again")?,
        draft: row.opt_id("draft")?,
        drafted_at: row.opt_at("drafted_at")?,
        language: row.opt_text("draft_language")?.as_deref().and_then(Language::from_code),
    })
}

const LINK: &str = "l.problem, l.conversation, l.person AS linked_person, l.at, l.again, l.draft, l.drafted_at, l.language AS draft_language";

/// The links of a conversation.
pub(crate) async fn links(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<ProblemLink>> {
    let sql = format!("SELECT {LINK} FROM problem_link l WHERE l.conversation = $1 ORDER BY l.at, l.problem");
    conn.all(&sql, vals![conversation.as_str()]).await?.iter().map(read_link).collect()
}

/// Whether its customer waits, and what counts.
fn counted(c: &Conversation) -> (bool, bool) {
    let live = c.deleted.is_none();
    (live && c.state.group() != Group::Closed, live)
}

/// Keeps a link, new or changed; its problem is counted anew afterwards, see [`count`].
pub(crate) async fn put_link(tx: &mut Tx, link: &ProblemLink, c: &Conversation) -> Result<()> {
    let (waiting, live) = counted(c);
    let sql = format!(
        "INSERT INTO problem_link (problem, conversation, person, waiting, unhappy, live, at, again, draft, drafted_at, \
         language) \
         VALUES ($1, $2, $3, $4, (SELECT CASE WHEN {LAST_MOOD} = 'negative' THEN 1 ELSE 0 END FROM conversation c \
         WHERE c.id = $2), $5, $6, $7, $8, $9, $10) \
         ON CONFLICT (problem, conversation) DO UPDATE SET person = excluded.person, waiting = excluded.waiting, \
         unhappy = excluded.unhappy, live = excluded.live, at = excluded.at, again = excluded.again, \
         draft = excluded.draft, drafted_at = excluded.drafted_at, language = excluded.language"
    );
    let values = vals![
        link.problem.as_str(),
        c.id.as_str(),
        c.person.as_str(),
        i64::from(waiting),
        i64::from(live),
        link.at,
        i64::from(link.again),
        link.draft.as_ref().map(DraftId::as_str),
        link.drafted_at,
        link.language.map(Language::code),
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

/// One link, if there is it.
pub(crate) async fn link(
    conn: &mut Conn,
    problem: &ProblemId,
    conversation: &ConversationId,
) -> Result<Option<ProblemLink>> {
    let sql = format!("SELECT {LINK} FROM problem_link l WHERE l.problem = $1 AND l.conversation = $2");
    conn.one(&sql, vals![problem.as_str(), conversation.as_str()]).await?.as_ref().map(read_link).transpose()
}

/// Conversations whose customers wait and for whom no answer was drafted, behind one, in the order of their ids; those
/// that were linked until then alone, if that is said.
pub(crate) async fn to_tell(
    conn: &mut Conn,
    problem: &ProblemId,
    (until, after): (Option<Instant>, &str),
    most: i64,
) -> Result<Vec<ConversationId>> {
    let sql = "SELECT conversation FROM problem_link WHERE problem = $1 AND waiting = 1 AND conversation > $2 \
               AND draft IS NULL AND at <= $4 ORDER BY conversation LIMIT $3";
    let until = until.map_or(i64::MAX, base::clock::to_micros);
    let rows = conn.all(sql, vals![problem.as_str(), after, most, until]).await?;
    rows.iter().map(|row| row.id("conversation")).collect()
}

/// Answers are to be drafted anew, but where a draft still waits to be sent.
pub(crate) async fn tell_anew(tx: &mut Tx, problem: &ProblemId) -> Result<()> {
    let sql = format!(
        "UPDATE problem_link SET draft = NULL, drafted_at = NULL, language = NULL \
         WHERE problem = $1 AND draft IS NOT NULL AND NOT {}",
        drafted("problem_link")
    );
    tx.run(&sql, vals![problem.as_str()]).await?;
    Ok(())
}

/// The reply that this draft became was taken back and is another draft now.
pub(crate) async fn drafted_again(tx: &mut Tx, was: &DraftId, draft: &DraftId) -> Result<()> {
    let sql = "UPDATE problem_link SET draft = $2 WHERE draft = $1";
    tx.run(sql, vals![was.as_str(), draft.as_str()]).await?;
    Ok(())
}

/// Whether the draft of a link still waits in its conversation.
fn drafted(link: &str) -> String {
    format!("EXISTS (SELECT 1 FROM shared_draft d WHERE d.id = {link}.draft AND d.gone_at IS NULL)")
}

/// Whether the customer of `l` was answered since `$n`: what waits for its time was not said yet.
fn answered(n: usize) -> String {
    format!(
        "EXISTS (SELECT 1 FROM message m WHERE m.conversation = l.conversation AND m.at >= ${n} AND m.kind = 'reply' \
         AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message = m.id AND d.state IN ('undone', 'scheduled', 'held', 'failed', 'bounced')))"
    )
}

/// A conversation of a problem, and how far telling its customer has come.
#[derive(Clone, Debug)]
pub struct ProblemRow {
    /// The conversation, as lists have it.
    pub row: ListRow,
    /// How it is linked.
    pub link: ProblemLink,
    /// Whether its customer waits.
    pub waiting: bool,
    /// How far telling them has come; nothing as long as the problem was never solved.
    pub told: Option<ProblemTold>,
}

/// Conversations of a problem that the scope reaches: who waits first, then the newest.
pub(crate) async fn rows(
    conn: &mut Conn,
    scope: &Scope,
    problem: &Problem,
    after: Option<(bool, ConversationId)>,
    most: i64,
) -> Result<Vec<ProblemRow>> {
    let since = problem.solved_at.unwrap_or(Instant::MAX);
    let mut values = vals![problem.id.as_str(), base::clock::to_micros(since)];
    let mut when = "l.problem = $1 AND c.deleted_at IS NULL".to_owned();
    if let Some((waiting, id)) = after {
        let (waiting, id) =
            (bind(&mut values, Value::from(i64::from(waiting))), bind(&mut values, Value::from(id.as_str())));
        let _ = write!(when, " AND (l.waiting, l.conversation) < ({waiting}, {id})");
    }
    let (and, more) = reach(scope, values.len() + 1);
    values.extend(more);
    let most = bind(&mut values, Value::from(most));
    let and = and.replace(" department ", " c.department ").replace(" person ", " c.person ");
    let sql = format!(
        "SELECT {}, {LINK}, l.waiting AS waits, CAST(CASE WHEN {} THEN 1 ELSE 0 END AS BIGINT) AS draft_there, \
         CAST(CASE WHEN {} THEN 1 ELSE 0 END AS BIGINT) AS answered FROM problem_link l JOIN conversation c ON c.id = l.conversation \
         WHERE {when}{and} ORDER BY l.waiting DESC, l.conversation DESC LIMIT {most}",
        super::lists::columns(),
        drafted("l"),
        answered(2)
    );
    conn.all(&sql, values).await?.iter().map(|row| read_row(row, problem)).collect()
}

fn read_row(row: &Row, problem: &Problem) -> Result<ProblemRow> {
    let link = read_link(row)?;
    let (there, answered) = (row.int("draft_there")? != 0, row.int("answered")? != 0);
    let told = problem.solved_at.is_some().then(|| rule::told(there, link.draft.is_some(), answered));
    Ok(ProblemRow { row: super::lists::person_name(row)?, link, waiting: row.flag("waits")?, told })
}

/// How many conversations there are whose customer is told, has a draft waiting, and neither, once it was solved: those
/// that wait, and those that something was drafted for.
pub(crate) async fn told(conn: &mut Conn, problem: &Problem) -> Result<ProblemTelling> {
    let Some(since) = problem.solved_at else { return Ok(ProblemTelling::default()) };
    let sql = format!(
        "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(draft_there), 0) AS BIGINT) AS drafted, \
         CAST(COALESCE(SUM(CASE WHEN draft_there = 0 AND answered = 1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS told FROM \
         (SELECT CAST(CASE WHEN {} THEN 1 ELSE 0 END AS BIGINT) AS draft_there, CAST(CASE WHEN {} THEN 1 ELSE 0 END AS BIGINT) AS answered \
         FROM problem_link l WHERE l.problem = $1 AND l.live = 1 AND (l.waiting = 1 OR l.draft IS NOT NULL)) AS each_one",
        drafted("l"),
        answered(2)
    );
    let row = conn.one(&sql, vals![problem.id.as_str(), since]).await?.context("counts without a row")?;
    let (all, drafted, told) = (row.int("n")?, row.int("drafted")?, row.int("told")?);
    Ok(ProblemTelling { told, drafted, not_yet: all.saturating_sub(drafted).saturating_sub(told) })
}

/// Takes a link away; answers whether there was one.
pub(crate) async fn remove_link(tx: &mut Tx, problem: &ProblemId, conversation: &ConversationId) -> Result<bool> {
    let sql = "DELETE FROM problem_link WHERE problem = $1 AND conversation = $2";
    Ok(tx.run(sql, vals![problem.as_str(), conversation.as_str()]).await? > 0)
}

/// Counts what a problem comes to anew. Two who do so at once wait for each other.
pub(crate) async fn count(tx: &mut Tx, problem: &ProblemId) -> Result<()> {
    let held = format!("SELECT id FROM problem WHERE id = $1{}", tx.engine().for_update());
    if tx.one(&held, vals![problem.as_str()]).await?.is_none() {
        return Ok(());
    }
    let sql = "SELECT COUNT(*) AS conversations, COUNT(DISTINCT person) AS customers, \
               COUNT(DISTINCT CASE WHEN waiting = 1 THEN person END) AS waiting, \
               CAST(COALESCE(SUM(unhappy), 0) AS BIGINT) AS unhappy, CAST(COALESCE(SUM(again), 0) AS BIGINT) AS again \
               FROM problem_link WHERE problem = $1 AND live = 1";
    let row = tx.one(sql, vals![problem.as_str()]).await?.context("counts without a row")?;
    let sql =
        "UPDATE problem SET customers = $2, conversations = $3, waiting = $4, unhappy = $5, again = $6 WHERE id = $1";
    let values = vals![
        problem.as_str(),
        row.int("customers")?,
        row.int("conversations")?,
        row.int("waiting")?,
        row.int("unhappy")?,
        row.int("again")?,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// A conversation was linked then: it counts for the rank.
pub(crate) async fn met(tx: &mut Tx, problem: &ProblemId, at: Instant) -> Result<()> {
    let sql = "UPDATE problem SET linked_at = $2 WHERE id = $1 AND linked_at < $2";
    tx.run(sql, vals![problem.as_str(), at]).await?;
    Ok(())
}

/// Holds the problems of two conversations, or of one given twice, always in one order and before their links: whoever
/// solves or removes a problem holds it before its links, too.
pub(crate) async fn hold_of(tx: &mut Tx, one: &ConversationId, other: &ConversationId) -> Result<()> {
    let sql = format!(
        "SELECT id FROM problem WHERE id IN (SELECT problem FROM problem_link WHERE conversation IN ($1, $2)) \
         ORDER BY id{}",
        tx.engine().for_update()
    );
    tx.all(&sql, vals![one.as_str(), other.as_str()]).await?;
    Ok(())
}

/// Links follow their conversation: to its customer, out of the counts when it is deleted, and whether they wait.
pub(super) async fn follow(tx: &mut Tx, before: &Conversation, c: &Conversation) -> Result<()> {
    let place = |it: &Conversation| (it.person.clone(), counted(it));
    if place(before) == place(c) {
        return Ok(());
    }
    hold_of(tx, &c.id, &c.id).await?;
    let (waiting, live) = counted(c);
    let sql = "UPDATE problem_link SET person = $2, waiting = $3, live = $4 WHERE conversation = $1 RETURNING problem";
    let values = vals![c.id.as_str(), c.person.as_str(), i64::from(waiting), i64::from(live)];
    let rows = tx.all(sql, values).await?;
    count_all(tx, &rows).await
}

/// What came in last in a conversation has a mood.
pub(crate) async fn felt(tx: &mut Tx, conversation: &ConversationId, unhappy: bool) -> Result<()> {
    hold_of(tx, conversation, conversation).await?;
    let sql = "UPDATE problem_link SET unhappy = $2 WHERE conversation = $1 AND unhappy <> $2 RETURNING problem";
    let rows = tx.all(sql, vals![conversation.as_str(), i64::from(unhappy)]).await?;
    count_all(tx, &rows).await
}

async fn count_all(tx: &mut Tx, rows: &[Row]) -> Result<()> {
    let mut ids: Vec<ProblemId> = rows.iter().map(|row| row.id("problem")).collect::<Result<_>>()?;
    // Always in one order: two who count the same wait for each other and never both.
    ids.sort();
    for id in &ids {
        count(tx, id).await?;
    }
    Ok(())
}

/// What was one customer's is another's, once their conversations are that one's.
pub(crate) async fn hand_over(tx: &mut Tx, from: &people::PersonId, to: &people::PersonId) -> Result<()> {
    let sql = format!(
        "SELECT id FROM problem WHERE id IN (SELECT l.problem FROM problem_link l \
         JOIN conversation c ON c.id = l.conversation WHERE c.person = $1) ORDER BY id{}",
        tx.engine().for_update()
    );
    tx.all(&sql, vals![to.as_str()]).await?;
    let sql = "UPDATE problem_link SET person = $2 WHERE person = $1 \
               AND conversation IN (SELECT id FROM conversation WHERE person = $2) RETURNING problem";
    let rows = tx.all(sql, vals![from.as_str(), to.as_str()]).await?;
    let mut ids: Vec<ProblemId> = rows.iter().map(|row| row.id("problem")).collect::<Result<_>>()?;
    ids.sort();
    ids.dedup();
    for id in &ids {
        count(tx, id).await?;
    }
    Ok(())
}

/// A conversation whose words are gone has no cause in common with others any more.
pub(crate) async fn forget(tx: &mut Tx, conversation: &ConversationId) -> Result<()> {
    hold_of(tx, conversation, conversation).await?;
    let sql = "DELETE FROM problem_link WHERE conversation = $1 RETURNING problem";
    let rows = tx.all(sql, vals![conversation.as_str()]).await?;
    count_all(tx, &rows).await
}
