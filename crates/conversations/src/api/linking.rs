//! Conversations that belong together: seen, linked, and linked no more.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes::{self, Standing};
use crate::commands;
use crate::ids::ConversationId;
use crate::model::LinkKind;
use crate::queries;

/// What another conversation is to this one.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Bond {
    /// About the same.
    Related,
    /// The larger matter that this one is a part of.
    Parent,
    /// A part of this one.
    Child,
}

impl From<LinkKind> for Bond {
    fn from(kind: LinkKind) -> Self {
        match kind {
            LinkKind::Related => Self::Related,
            LinkKind::Parent => Self::Parent,
            LinkKind::Child => Self::Child,
        }
    }
}

impl From<Bond> for LinkKind {
    fn from(bond: Bond) -> Self {
        match bond {
            Bond::Related => Self::Related,
            Bond::Parent => Self::Parent,
            Bond::Child => Self::Child,
        }
    }
}

/// Another conversation that this one is linked with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Link {
    /// What the other is to this one.
    #[schema(inline)]
    kind: Bond,
    /// The other.
    id: String,
    /// The other's number.
    number: i64,
    /// What the other is about.
    subject: String,
    /// Where the other stands.
    #[schema(inline)]
    state: Standing,
}

/// How two conversations are to be linked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": 48213, "kind": "child" }))]
pub(super) struct NewLink {
    /// The other's number.
    number: i64,
    /// What the other is to this one; null to link them no more.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(inline, required)]
    kind: Option<Bond>,
}

async fn all(caller: &Caller, id: &ConversationId) -> Result<Json<Page<Link>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let links = queries::links(&mut conn, &scope, id).await?;
    let link = |one: crate::model::Linked| Link {
        kind: one.kind.into(),
        id: one.conversation.id.to_string(),
        number: one.conversation.number,
        subject: one.conversation.subject,
        state: one.conversation.state.into(),
    };
    Ok(Json(Page { data: links.into_iter().map(link).collect(), next: None }))
}

/// Lists what a conversation is linked with
#[utoipa::path(get, path = "/conversations/{id}/links", tag = "Conversations", operation_id = "list_links",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of its links.", body = Page<Link>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Link>>, Problem> {
    all(&caller, &conversation_id(&id)?).await
}

/// Links a conversation with another
///
/// In place of how the two were linked before. A conversation with open children is not closed without `anyway`.
#[utoipa::path(post, path = "/conversations/{id}/links", tag = "Conversations", operation_id = "set_link",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewLink, responses((status = 200, description = "All of its links.", body = Page<Link>)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewLink>,
) -> Result<Json<Page<Link>>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    match new.kind {
        Some(kind) => commands::link(&caller.p, &caller.actor(), &id, new.number, kind.into()).await?,
        None => commands::unlink(&caller.p, &caller.actor(), &id, new.number).await?,
    }
    all(&caller, &id).await
}
