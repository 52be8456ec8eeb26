//! The business's own fields of a conversation, for programs.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::{Caller, Fields, NewValues, unfit};
use people::field::{self, About, Value};
use platform::api::{Body, Problem};

use super::conversation_id;
use crate::ids::ConversationId;
use crate::{commands, store};

async fn shown(caller: &Caller, id: &ConversationId) -> Result<Vec<Value>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    let id = store::where_merged(&mut conn, id).await?;
    store::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    Ok(field::values_of(&mut conn, About::Conversation, id.as_str()).await?)
}

/// Shows what stands in a conversation's fields
#[utoipa::path(get, path = "/conversations/{id}/fields", tag = "Fields", operation_id = "get_conversation_fields",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The fields.", body = Fields)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Fields>, Problem> {
    Ok(Json(shown(&caller, &conversation_id(&id)?).await?.into()))
}

/// Writes into a conversation's fields
///
/// Everything or nothing. A conversation is not closed before what is required then stands there.
#[utoipa::path(put, path = "/conversations/{id}/fields", tag = "Fields", operation_id = "set_conversation_fields",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewValues, responses((status = 200, description = "The fields as they are now.", body = Fields)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewValues>,
) -> Result<Json<Fields>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let typed = new.typed(&shown(&caller, &id).await?)?;
    commands::set_fields(&caller.p, &caller.actor(), &id, &typed).await?.map_err(|wrong| unfit(&wrong))?;
    Ok(Json(shown(&caller, &id).await?.into()))
}
