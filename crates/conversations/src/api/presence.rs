//! Who is at a conversation right now.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem};
use platform::presence::{Beat, Doing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes::Someone;
use crate::ids::ConversationId;
use crate::queries;

/// What a colleague does at a conversation.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Does {
    /// They read.
    Looking,
    /// They write a note.
    Noting,
    /// They write to the customer.
    Replying,
}

impl From<Doing> for Does {
    fn from(doing: Doing) -> Self {
        match doing {
            Doing::Looking => Self::Looking,
            Doing::Noting => Self::Noting,
            Doing::Replying => Self::Replying,
        }
    }
}

impl From<Does> for Doing {
    fn from(does: Does) -> Self {
        match does {
            Does::Looking => Self::Looking,
            Does::Noting => Self::Noting,
            Does::Replying => Self::Replying,
        }
    }
}

/// A colleague who is at a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ThereNow {
    /// Who.
    who: Someone,
    /// What they do.
    #[schema(inline)]
    doing: Does,
}

/// What you do at a conversation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "doing": "looking" }))]
pub(super) struct BeThere {
    /// What you do; null when you leave.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, inline)]
    doing: Option<Does>,
}

async fn all(caller: &Caller, id: &ConversationId) -> Result<Json<Page<ThereNow>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    queries::find(&mut caller.p.db.read().await?, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let there = caller.p.presence.at(id.as_str(), caller.p.clock.machine()).into_iter();
    let data = there.map(|one| ThereNow { who: Someone { id: one.who, name: one.name }, doing: one.doing.into() });
    Ok(Json(Page { data: data.collect(), next: None }))
}

/// Lists who is at a conversation right now
///
/// Those who write come first. Nothing of it is kept.
#[utoipa::path(get, path = "/conversations/{id}/presence", tag = "Conversations", operation_id = "list_presence",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of them.", body = Page<ThereNow>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<ThereNow>>, Problem> {
    all(&caller, &conversation_id(&id)?).await
}

/// Says that you are at a conversation
///
/// You are seen there for 30 seconds, and writing for 5: say it again as long as it is so.
#[utoipa::path(post, path = "/conversations/{id}/presence", tag = "Conversations", operation_id = "be_present",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = BeThere,
    responses((status = 200, description = "Who is there now.", body = Page<ThereNow>)))]
pub(super) async fn say(
    caller: Caller,
    Path(id): Path<String>,
    Body(be): Body<BeThere>,
) -> Result<Json<Page<ThereNow>>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = conversation_id(&id)?;
    drop(all(&caller, &id).await?);
    let beat = Beat {
        place: id.to_string(),
        page: caller.token.id.to_string(),
        who: caller.staff.id.to_string(),
        name: caller.staff.name.clone(),
        doing: be.doing.map(Into::into),
    };
    caller.p.beat(beat).await?;
    all(&caller, &id).await
}
