//! What is done with a conversation beside writing. Each answers the conversation as it is then.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use people::api::Caller;
use platform::api::{BASE, Body, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::ending::Became;
use super::shapes::{self, Conversation, Standing};
use super::{at, conversation_id, message_id};
use crate::commands;
use crate::model::Stated;

/// To whom a conversation goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "assignee": "stf_01kyf5b0000000000000000000" }))]
pub(super) struct Assign {
    /// The colleague; null for nobody.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    assignee: Option<String>,
}

/// Gives a conversation to a colleague, or to nobody
#[utoipa::path(post, path = "/conversations/{id}/assign", tag = "Conversations", operation_id = "assign",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Assign, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn assign(
    caller: Caller,
    Path(id): Path<String>,
    Body(assign): Body<Assign>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let to = assign.assignee.map(|id| id.parse()).transpose();
    let to = to.map_err(|_| Problem::field("/assignee", "is not the id of a colleague"))?;
    let step = commands::assign(&caller.p, &caller.actor(), &id, to.as_ref()).await?;
    shapes::after_step(&caller, &id, step).await
}

/// Where a conversation is to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "state": "waiting_others" }))]
pub(super) struct ToState {
    /// `solved` and `closed` are as closing without a reason.
    #[schema(inline)]
    state: Standing,
    /// The id of a name of the business's own for the state.
    #[schema(max_length = 100)]
    label: Option<String>,
}

/// Says who has the word
#[utoipa::path(post, path = "/conversations/{id}/state", tag = "Conversations", operation_id = "set_state",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = ToState, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn state(
    caller: Caller,
    Path(id): Path<String>,
    Body(to): Body<ToState>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let state = to.state.into();
    let names = crate::settings::state_names(&mut caller.p.db.read().await?).await?;
    if let Some(label) = &to.label
        && !names.iter().any(|name| name.id == *label && name.state == state)
    {
        return Err(Problem::field("/label", "is not a name for this state"));
    }
    let step = commands::set_state(&caller.p, &caller.actor(), &id, state, to.label).await?;
    shapes::after_step(&caller, &id, step).await
}

/// What a conversation is to be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "subject": "Motor stops on hills" }))]
pub(super) struct ToSubject {
    /// One line.
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
}

/// Gives a conversation another subject
///
/// Lists, the customer's page and mails that leave from then on bear it. Where mails belong does not hang on it.
#[utoipa::path(post, path = "/conversations/{id}/subject", tag = "Conversations", operation_id = "change_subject",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = ToSubject, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn subject(
    caller: Caller,
    Path(id): Path<String>,
    Body(to): Body<ToSubject>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let step = commands::change_subject(&caller.p, &caller.actor(), &id, &to.subject).await;
    let step = step.map_err(|error| at("/subject", error))?;
    shapes::after_step(&caller, &id, step).await
}

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "Answered by phone." }))]
pub(super) struct Reason {
    /// Stays in the history.
    #[schema(max_length = 500)]
    reason: Option<String>,
}

impl Reason {
    fn text(&self) -> Option<&str> {
        self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
    }
}

/// How a conversation is closed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "Answered by phone." }))]
pub(super) struct Closing {
    /// Needed when the customer spoke last.
    #[schema(max_length = 500)]
    reason: Option<String>,
    /// Also while something that hangs on it is open.
    #[serde(default)]
    anyway: bool,
    /// What became of it; needed where its department wants to know.
    #[serde(default)]
    #[schema(inline)]
    outcome: Option<Became>,
    /// Whether its customer was known before; without, whether they had a conversation before.
    known_customer: Option<bool>,
    /// Also a complaint whose customer has not said yes, with a reason; for those who lead.
    #[serde(default)]
    despite_complaint: bool,
}

/// Closes a conversation
///
/// Nothing is closed without a reply since the customer last wrote, or a stated reason; nor, without `anyway`, while
/// something that hangs on it is open, nor without its `outcome` where its department wants to know it. A complaint is
/// closed with its customer's yes, or once they were tried to be reached on three days.
#[utoipa::path(post, path = "/conversations/{id}/close", tag = "Conversations", operation_id = "close",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Closing, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn close(
    caller: Caller,
    Path(id): Path<String>,
    Body(closing): Body<Closing>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let reason = closing.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let known = closing.known_customer;
    let how = commands::Closing {
        reason,
        anyway: closing.anyway,
        outcome: closing.outcome.map(|one| Stated { ending: one.into(), known }),
        despite: closing.despite_complaint,
    };
    let step = commands::close_with(&caller.p, &caller.actor(), &id, how).await?;
    shapes::after_step(&caller, &id, step).await
}

/// Opens a conversation again
#[utoipa::path(post, path = "/conversations/{id}/reopen", tag = "Conversations", operation_id = "reopen",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Reason, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn reopen(
    caller: Caller,
    Path(id): Path<String>,
    Body(why): Body<Reason>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let step = commands::reopen(&caller.p, &caller.actor(), &id, why.text()).await?;
    shapes::after_step(&caller, &id, step).await
}

/// What a conversation becomes part of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "into": 48213 }))]
pub(super) struct Merge {
    /// The other's number.
    into: i64,
}

/// Makes a conversation part of another
///
/// Answers the other one, which has all messages of both from now on.
#[utoipa::path(post, path = "/conversations/{id}/merge", tag = "Conversations", operation_id = "merge",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Merge, responses((status = 200, description = "The other conversation.", body = Conversation)))]
pub(super) async fn merge(
    caller: Caller,
    Path(id): Path<String>,
    Body(merge): Body<Merge>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    // What is not there is told before what it cannot become part of.
    drop(shapes::after(&caller, &id).await?);
    let into = commands::merge(&caller.p, &caller.actor(), &id, merge.into).await?;
    shapes::after(&caller, &into).await
}

/// Takes a merge apart
///
/// Possible until something new happens there.
#[utoipa::path(post, path = "/conversations/{id}/merge/undo", tag = "Conversations", operation_id = "undo_merge",
    params(("id" = String, Path, description = "The conversation that became part of another.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The conversation as it is again.", body = Conversation)))]
pub(super) async fn undo_merge(caller: Caller, Path(id): Path<String>) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    commands::undo_merge(&caller.p, &caller.actor(), &id).await?;
    shapes::after(&caller, &id).await
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Conversation>);

/// Makes a conversation of its own of a message
///
/// Of a message that somebody beside the customer wrote.
#[utoipa::path(post, path = "/messages/{id}/split", tag = "Messages", operation_id = "split",
    params(("id" = String, Path, description = "The message.", example = "msg_01kyf5b0000000000000000000")),
    responses((status = 201, description = "Its own conversation; `Location` is its address here.", body = Conversation)))]
pub(super) async fn split(caller: Caller, Path(id): Path<String>) -> Result<Created, Problem> {
    caller.must(Action::WorkConversations)?;
    let own = commands::split(&caller.p, &caller.actor(), &message_id(&id)?).await?;
    let location = [(header::LOCATION, format!("{BASE}/conversations/{own}"))];
    Ok((StatusCode::CREATED, location, shapes::after(&caller, &own).await?))
}
