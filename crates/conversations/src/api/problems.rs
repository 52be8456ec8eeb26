//! Causes that bring several conversations: what is known, who waits, and what everybody is told.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Language};
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem as Refused, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::conversation_id;
use super::shapes::Someone;
use crate::commands;
use crate::ids::ProblemId;
use crate::model::{self, ProblemState, ProblemText};
use crate::queries::{self, ProblemQuery};

/// How far a problem has come.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Stands {
    /// Known, and nobody looks after it yet.
    Open,
    /// Somebody is at it.
    Working,
    /// Its cause is gone.
    Solved,
}

impl From<ProblemState> for Stands {
    fn from(state: ProblemState) -> Self {
        match state {
            ProblemState::Open => Self::Open,
            ProblemState::Working => Self::Working,
            ProblemState::Solved => Self::Solved,
        }
    }
}

/// One cause that brings several conversations.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Cause {
    /// Names it.
    id: String,
    /// What it is called.
    title: String,
    /// What is known of it; may be empty.
    known: String,
    /// How far it has come.
    #[schema(inline)]
    state: Stands,
    /// Who looks after it.
    owner: Option<Someone>,
    /// Where it belongs; null for everywhere.
    department: Option<String>,
    /// What keeps it from coming back; may be empty.
    prevention: String,
    /// Who does that.
    preventer: Option<Someone>,
    /// When that was done.
    #[schema(format = DateTime)]
    prevented_at: Option<String>,
    /// Customers that it concerns.
    customers: i64,
    /// Conversations that are linked with it.
    conversations: i64,
    /// Customers who wait: one of their conversations is not closed.
    waiting: i64,
    /// Conversations in which what came in last was unhappy.
    unhappy: i64,
    /// Conversations that were linked after it was solved.
    came_back: i64,
    /// When it was made.
    #[schema(format = DateTime)]
    made_at: String,
    /// When a conversation was linked with it last.
    #[schema(format = DateTime)]
    linked_at: String,
    /// When it was solved last.
    #[schema(format = DateTime)]
    solved_at: Option<String>,
    /// What everybody who waits is told, by language.
    answers: BTreeMap<String, String>,
}

fn shape(it: model::Problem) -> Cause {
    let someone = |id: Option<people::StaffId>, name: String| id.map(|id| Someone { id: id.to_string(), name });
    Cause {
        id: it.id.to_string(),
        title: it.of.title,
        known: it.of.known,
        state: it.state.into(),
        owner: someone(it.of.owner, it.owner_name),
        department: it.of.department.map(|id| id.to_string()),
        prevention: it.of.prevention,
        preventer: someone(it.of.preventer, it.preventer_name),
        prevented_at: it.prevented_at.map(time),
        customers: it.counts.customers,
        conversations: it.counts.conversations,
        waiting: it.counts.waiting,
        unhappy: it.counts.unhappy,
        came_back: it.counts.again,
        made_at: time(it.made_at),
        linked_at: time(it.linked_at),
        solved_at: it.solved_at.map(time),
        answers: it.answers.into_iter().map(|(language, text)| (language.code().to_owned(), text)).collect(),
    }
}

fn named(text: &str) -> Result<ProblemId, Refused> {
    text.parse().map_err(|_| Refused::not_found())
}

async fn found(caller: &Caller, id: &ProblemId) -> Result<model::Problem, Refused> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    queries::problem(&mut conn, &scope, id).await?.ok_or_else(Refused::not_found)
}

async fn one(caller: &Caller, id: &ProblemId) -> Result<Json<Cause>, Refused> {
    Ok(Json(shape(found(caller, id).await?)))
}

/// Which problems.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedCauses {
    /// Those that are solved, or those that are not; all when not said.
    solved: Option<bool>,
    /// All of these words stand in their titles.
    #[param(max_length = 200)]
    q: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists problems
///
/// Those for which most customers wait come first, then the unhappiest, then what was met last.
#[utoipa::path(get, path = "/problems", tag = "Conversations", operation_id = "list_problems", params(AskedCauses),
    responses((status = 200, description = "A page of problems.", body = Page<Cause>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<AskedCauses>) -> Result<Json<Page<Cause>>, Refused> {
    let scope = caller.may(Action::ReadConversations)?;
    let (listing, cursor) = (Listing::new("problems", &(asked.solved, &asked.q)), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let query = ProblemQuery {
        solved: asked.solved,
        words: asked.q.unwrap_or_default(),
        after: after.unwrap_or_default(),
        most: api::limit(asked.limit)?,
    };
    let page = queries::problems(&mut caller.p.db.read().await?, &scope, &query).await?;
    let next = page.next.map(|next| cursor.seal(&listing, &next));
    Ok(Json(Page { data: page.rows.into_iter().map(shape).collect(), next }))
}

/// What is said of a problem. What is not named stays as it is, or is empty in a new one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "The motor stops in the rain", "known": "Water gets into the plug." }))]
pub(super) struct CauseText {
    /// What it is called: one line.
    #[schema(min_length = 1, max_length = 120)]
    title: Option<String>,
    /// What is known of it.
    #[schema(max_length = 10_000)]
    known: Option<String>,
    /// Who looks after it; empty for nobody.
    owner: Option<String>,
    /// Where it belongs; empty for everywhere.
    department: Option<String>,
    /// What keeps it from coming back.
    #[schema(max_length = 10_000)]
    prevention: Option<String>,
    /// Who does that; empty for nobody.
    preventer: Option<String>,
    /// Whether that is done.
    prevented: Option<bool>,
    /// `open` or `working`; to solve it is a request of its own.
    state: Option<String>,
}

/// An id that may be empty for none; without the field what was before.
fn id_or<T: std::str::FromStr>(text: Option<&str>, was: Option<T>, field: &str) -> Result<Option<T>, Refused> {
    match text {
        None => Ok(was),
        Some("") => Ok(None),
        Some(id) => id.parse().map(Some).map_err(|_| Refused::field(field, "is not such an id")),
    }
}

impl CauseText {
    fn over(&self, was: ProblemText) -> Result<ProblemText, Refused> {
        Ok(ProblemText {
            title: self.title.clone().unwrap_or(was.title),
            known: self.known.clone().unwrap_or(was.known),
            owner: id_or(self.owner.as_deref(), was.owner, "/owner")?,
            department: id_or(self.department.as_deref(), was.department, "/department")?,
            prevention: self.prevention.clone().unwrap_or(was.prevention),
            preventer: id_or(self.preventer.as_deref(), was.preventer, "/preventer")?,
            prevented: self.prevented.unwrap_or(was.prevented),
        })
    }

    fn moves(&self) -> Result<Option<ProblemState>, Refused> {
        let state = self.state.as_deref().map(|code| ProblemState::from_code(code).filter(|state| !state.is_solved()));
        match state {
            None => Ok(None),
            Some(Some(state)) => Ok(Some(state)),
            Some(None) => Err(Refused::field("/state", "is one of open, working")),
        }
    }
}

/// Makes a problem
#[utoipa::path(post, path = "/problems", tag = "Conversations", operation_id = "make_problem", request_body = CauseText,
    responses((status = 201, description = "The problem.", body = Cause)))]
pub(super) async fn make(caller: Caller, Body(new): Body<CauseText>) -> Result<(StatusCode, Json<Cause>), Refused> {
    caller.must(Action::WorkConversations)?;
    let (of, to) = (new.over(ProblemText::default())?, new.moves()?);
    let id = commands::make_problem(&caller.p, &caller.actor(), of).await?;
    if let Some(to) = to {
        commands::move_problem(&caller.p, &caller.actor(), &id, to).await?;
    }
    Ok((StatusCode::CREATED, one(&caller, &id).await?))
}

/// Shows a problem
#[utoipa::path(get, path = "/problems/{id}", tag = "Conversations", operation_id = "get_problem",
    params(("id" = String, Path, description = "The problem.", example = "prb_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The problem.", body = Cause)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Cause>, Refused> {
    one(&caller, &named(&id)?).await
}

/// Changes what is said of a problem, or opens it again
#[utoipa::path(patch, path = "/problems/{id}", tag = "Conversations", operation_id = "change_problem",
    params(("id" = String, Path, description = "The problem.", example = "prb_01kyf5b0000000000000000000")),
    request_body = CauseText, responses((status = 200, description = "The problem.", body = Cause)))]
pub(super) async fn change(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<CauseText>,
) -> Result<Json<Cause>, Refused> {
    caller.must(Action::WorkConversations)?;
    let id = named(&id)?;
    let (of, to) = (new.over(found(&caller, &id).await?.of)?, new.moves()?);
    commands::change_problem(&caller.p, &caller.actor(), &id, of).await?;
    if let Some(to) = to {
        commands::move_problem(&caller.p, &caller.actor(), &id, to).await?;
    }
    one(&caller, &id).await
}

/// Removes a problem
///
/// Its conversations stay as they are. Answers it as it was.
#[utoipa::path(delete, path = "/problems/{id}", tag = "Conversations", operation_id = "remove_problem",
    params(("id" = String, Path, description = "The problem.", example = "prb_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The problem, as it was.", body = Cause)))]
pub(super) async fn remove(caller: Caller, Path(id): Path<String>) -> Result<Json<Cause>, Refused> {
    caller.must(Action::WorkConversations)?;
    let id = named(&id)?;
    let before = one(&caller, &id).await?;
    commands::remove_problem(&caller.p, &caller.actor(), &id).await?;
    Ok(before)
}

/// What everybody who waits is told.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "answers": { "en": "Hi {{customer.first_name|there}}, the plug is sealed now." } }))]
pub(super) struct Solution {
    /// The words by language (`en`, `nb`, `sv`, `da`, `id`), one at least; `{{customer.first_name}}` and the like are
    /// filled in for each.
    answers: BTreeMap<String, String>,
}

/// Solves a problem
///
/// A draft of the answer is left in each conversation whose customer waits, in their language or else in that of the
/// business. Nothing is sent: a colleague reads and sends each.
#[utoipa::path(post, path = "/problems/{id}/solution", tag = "Conversations", operation_id = "solve_problem",
    params(("id" = String, Path, description = "The problem.", example = "prb_01kyf5b0000000000000000000")),
    request_body = Solution, responses((status = 200, description = "The problem.", body = Cause)))]
pub(super) async fn solve(
    caller: Caller,
    Path(id): Path<String>,
    Body(solution): Body<Solution>,
) -> Result<Json<Cause>, Refused> {
    caller.must(Action::WorkConversations)?;
    let id = named(&id)?;
    let mut answers = BTreeMap::new();
    for (code, text) in solution.answers {
        let language = Language::from_code(&code);
        let language = language.ok_or_else(|| Refused::field("/answers", "is by en, nb, sv, da or id"))?;
        answers.insert(language, text);
    }
    commands::solve_problem(&caller.p, &caller.actor(), &id, &answers).await?;
    one(&caller, &id).await
}

/// A conversation of a problem.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Concerned {
    /// The conversation.
    conversation: String,
    /// Its number.
    number: i64,
    /// Its customer.
    customer: String,
    /// Whether it is not closed.
    waiting: bool,
    /// Whether it was linked after the problem was solved.
    came_back: bool,
    /// `told` by an answer since it was solved, `drafted` while a draft waits, or `not_yet`; null before it is solved.
    told: Option<String>,
    /// When it was linked.
    #[schema(format = DateTime)]
    linked_at: String,
}

/// Which conversations of a problem.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedConcerned {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists the conversations of a problem
///
/// Those that you see: whose customers wait first, then the newest.
#[utoipa::path(get, path = "/problems/{id}/conversations", tag = "Conversations",
    operation_id = "list_problem_conversations", params(
        ("id" = String, Path, description = "The problem.", example = "prb_01kyf5b0000000000000000000"), AskedConcerned),
    responses((status = 200, description = "A page of them.", body = Page<Concerned>)))]
pub(super) async fn conversations(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<AskedConcerned>,
) -> Result<Json<Page<Concerned>>, Refused> {
    let scope = caller.may(Action::ReadConversations)?;
    let it = found(&caller, &named(&id)?).await?;
    let (listing, cursor) = (Listing::new("problem_conversations", &id), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let page = queries::problem_rows(&mut conn, &scope, &it, after.as_deref().unwrap_or_default(), most).await?;
    let concerned = |row: queries::ProblemRow| Concerned {
        conversation: row.link.conversation.to_string(),
        number: row.row.conversation.number,
        customer: row.row.conversation.person.to_string(),
        waiting: row.waiting,
        came_back: row.link.again,
        told: row.told.map(|told| told.code().to_owned()),
        linked_at: time(row.link.at),
    };
    let next = page.next.map(|next| cursor.seal(&listing, &next));
    Ok(Json(Page { data: page.rows.into_iter().map(concerned).collect(), next }))
}

/// Lists the problems of a conversation
#[utoipa::path(get, path = "/conversations/{id}/problems", tag = "Conversations", operation_id = "list_problems_in",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All that you see.", body = Page<Cause>)))]
pub(super) async fn of(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Cause>>, Refused> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Refused::not_found)?;
    let all = queries::problems_of(&mut conn, &scope, &id).await?;
    Ok(Json(Page { data: all.into_iter().map(shape).collect(), next: None }))
}

/// Whether a conversation has a cause.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "problem": "prb_01kyf5b0000000000000000000", "linked": true }))]
pub(super) struct SameCause {
    /// The problem.
    problem: String,
    /// Whether it is the cause of this conversation.
    linked: bool,
}

/// Links a conversation with a problem, or does so no more
#[utoipa::path(post, path = "/conversations/{id}/problems", tag = "Conversations", operation_id = "set_problem",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = SameCause, responses((status = 200, description = "Its problems.", body = Page<Cause>)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<SameCause>,
) -> Result<Json<Page<Cause>>, Refused> {
    caller.must(Action::NoteConversations)?;
    let conversation = conversation_id(&id)?;
    let problem: ProblemId =
        wish.problem.parse().map_err(|_| Refused::field("/problem", "is not the id of a problem"))?;
    if wish.linked {
        commands::link_problem(&caller.p, &caller.actor(), &conversation, &problem).await?;
    } else {
        commands::unlink_problem(&caller.p, &caller.actor(), &conversation, &problem).await?;
    }
    of(caller, Path(id)).await
}
