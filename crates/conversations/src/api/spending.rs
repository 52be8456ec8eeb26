//! Time spent on conversations.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes::{self, Someone};
use crate::commands::{self, SPENT_MAX};
use crate::ids::ConversationId;
use crate::{queries, store};

/// Time that somebody spent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Spent {
    /// Names it.
    id: String,
    /// Who spent it.
    by: Someone,
    /// When it was written down.
    #[schema(format = DateTime)]
    at: String,
    /// How much.
    minutes: i64,
}

/// Time to be written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "minutes": 15 }))]
pub(super) struct Spend {
    /// How much.
    #[schema(minimum = 1, maximum = 1440)]
    minutes: i64,
}

async fn all(caller: &Caller, id: &ConversationId) -> Result<Json<Page<Spent>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let spent = |one: crate::Spent| Spent {
        id: one.id.to_string(),
        by: Someone { id: one.staff.to_string(), name: one.name },
        at: time(one.at),
        minutes: one.minutes,
    };
    Ok(Json(Page { data: store::spent_on(&mut conn, id).await?.into_iter().map(spent).collect(), next: None }))
}

/// Lists the time spent on a conversation
#[utoipa::path(get, path = "/conversations/{id}/time", tag = "Conversations", operation_id = "list_time",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of it.", body = Page<Spent>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Spent>>, Problem> {
    all(&caller, &conversation_id(&id)?).await
}

/// Writes down time that you spent
#[utoipa::path(post, path = "/conversations/{id}/time", tag = "Conversations", operation_id = "spend_time",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Spend, responses((status = 200, description = "All of it.", body = Page<Spent>)))]
pub(super) async fn spend(
    caller: Caller,
    Path(id): Path<String>,
    Body(spend): Body<Spend>,
) -> Result<Json<Page<Spent>>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    if !(1..=SPENT_MAX).contains(&spend.minutes) {
        return Err(Problem::field("/minutes", "is not between 1 and 1440"));
    }
    commands::spend(&caller.p, &caller.actor(), &id, spend.minutes).await?;
    all(&caller, &id).await
}
