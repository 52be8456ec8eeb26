//! What sorts conversations: words on them, departments, who follows, and putting them away for a while. Each answers the
//! conversation as it is then.

use axum::Json;
use axum::extract::Path;
use base::{Action, Instant};
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes::{self, Conversation};
use crate::commands;
use crate::model::Snooze;

/// Until when a conversation is put away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "until": "2027-06-01T07:00:00Z" }))]
pub(super) struct PutAway {
    /// The time; null until somebody writes.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, format = DateTime)]
    until: Option<String>,
}

/// Puts a conversation away
///
/// No clock stops for it: it comes back before a reply is due, and at once when somebody writes.
#[utoipa::path(post, path = "/conversations/{id}/snooze", tag = "Conversations", operation_id = "snooze",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = PutAway, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn snooze(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<PutAway>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let until: Option<Instant> = wish
        .until
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| Problem::field("/until", "is not a time such as 2026-11-19T07:00:00Z"))?;
    let wish = until.map_or(Snooze::NextReply, Snooze::Until);
    let step = commands::snooze(&caller.p, &caller.actor(), &id, wish).await?;
    shapes::after_step(&caller, &id, step).await
}

/// Brings back a conversation that was put away
#[utoipa::path(post, path = "/conversations/{id}/wake", tag = "Conversations", operation_id = "wake",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn wake(caller: Caller, Path(id): Path<String>) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let step = commands::wake(&caller.p, &caller.actor(), &id).await?;
    shapes::after_step(&caller, &id, step).await
}

/// Whether the owner of the token follows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "follows": true }))]
pub(super) struct Follow {
    /// Whether from now on.
    follows: bool,
}

/// Follows a conversation, or does not any more
///
/// For the colleague whose token it is.
#[utoipa::path(post, path = "/conversations/{id}/follow", tag = "Conversations", operation_id = "follow",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Follow, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn follow(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<Follow>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = conversation_id(&id)?;
    commands::follow(&caller.p, &caller.actor(), &id, wish.follows).await?;
    shapes::after(&caller, &id).await
}

/// Words to be put on or taken off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "add": ["delivery"], "remove": [] }))]
pub(super) struct Words {
    /// Put on; a word that is new is a new tag from then on.
    #[serde(default)]
    #[schema(max_items = 50)]
    add: Vec<String>,
    /// Taken off; what is not on it is passed over.
    #[serde(default)]
    #[schema(max_items = 50)]
    remove: Vec<String>,
}

/// Puts words on a conversation, and takes some off
#[utoipa::path(post, path = "/conversations/{id}/tags", tag = "Conversations", operation_id = "tag",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Words, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn tag(
    caller: Caller,
    Path(id): Path<String>,
    Body(words): Body<Words>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    if words.add.len().max(words.remove.len()) > 50 {
        return Err(Problem::field("/add", "no more than 50 at once"));
    }
    // What is not there is told before what is wrong with the words.
    drop(shapes::after(&caller, &id).await?);
    if words.remove.is_empty() && words.add.is_empty() {
        return shapes::after(&caller, &id).await;
    }
    let step = commands::retag(&caller.p, &caller.actor(), &id, &words.add, &words.remove).await?;
    shapes::after_step(&caller, &id, step).await
}

/// Whose a conversation is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "department": null }))]
pub(super) struct HandTo {
    /// The department; null for none.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    department: Option<String>,
}

/// Hands a conversation to a department, or to none
///
/// Its owner keeps it, unless they would not see it any more.
#[utoipa::path(post, path = "/conversations/{id}/department", tag = "Conversations", operation_id = "hand_to",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = HandTo, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn hand_to(
    caller: Caller,
    Path(id): Path<String>,
    Body(to): Body<HandTo>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let to = to.department.map(|id| id.parse()).transpose();
    let to = to.map_err(|_| Problem::field("/department", "is not the id of a department"))?;
    let step = commands::hand_to(&caller.p, &caller.actor(), &id, to.as_ref()).await?;
    shapes::after_step(&caller, &id, step).await
}
