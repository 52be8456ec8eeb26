//! Taking back what was done to conversations.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::{self, CommandError};

/// What is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "step": "stp_01kyf5b0000000000000000000" }))]
pub(super) struct TakeBack {
    /// The `step` of the answer to what was done.
    step: String,
}

/// What became of one conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BackOutcome {
    /// The conversation.
    id: String,
    /// Whether it is as it was before.
    done: bool,
    /// Why not: `changed_since` when somebody changed since what was set, the name of another rule, or `not_found`.
    code: Option<String>,
}

/// What became of each conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BackOutcomes {
    /// One for each that it was done to.
    results: Vec<BackOutcome>,
}

/// Takes back what was done to conversations
///
/// Owner, department, state, words, subject and being put away, by whoever did it, once, within half an hour. A
/// conversation that somebody changed since stays as it is.
#[utoipa::path(post, path = "/undo", tag = "Conversations", operation_id = "undo", request_body = TakeBack,
    responses((status = 200, description = "What became of each conversation.", body = BackOutcomes)))]
pub(super) async fn undo(caller: Caller, Body(asked): Body<TakeBack>) -> Result<Json<BackOutcomes>, Problem> {
    caller.must(Action::WorkConversations)?;
    let none = || Problem::field("/step", "is no step of yours that can be taken back");
    let step = asked.step.parse().map_err(|_| none())?;
    let all = match commands::undo(&caller.p, &caller.actor(), &step).await {
        Err(CommandError::NotFound) => return Err(none()),
        all => all?,
    };
    let results = all.into_iter().map(|one| BackOutcome {
        id: one.conversation.to_string(),
        done: one.left.is_none(),
        code: one.left.map(|why| why.map_or("not_found", |why| why.code()).to_owned()),
    });
    Ok(Json(BackOutcomes { results: results.collect() }))
}
