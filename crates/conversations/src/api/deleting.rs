//! Deleting conversations, for owners and administrators: they can be put back until they go for good.

use axum::Json;
use axum::extract::{Extension, Path};
use base::{Action, clock};
use people::api::Caller;
use people::privacy::Holders;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::conversation_id;
use super::shapes::{self, Conversation, Someone};
use crate::{commands, queries};

/// What can be taken back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeleteStep {
    /// The step that takes it back, for half an hour; afterwards it can still be restored.
    step: Option<String>,
}

/// Deletes a conversation
///
/// It is in no list, count and search any more, and its customer sees it no more. Until its time is over it can be
/// restored; then it goes for good. Not while a reply waits or is on its way.
#[utoipa::path(delete, path = "/conversations/{id}", tag = "Conversations", operation_id = "delete_conversation",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "It is deleted.", body = DeleteStep)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<DeleteStep>, Problem> {
    caller.must(Action::DeleteConversations)?;
    let step = commands::delete(&caller.p, &caller.actor(), &conversation_id(&id)?).await?;
    Ok(Json(DeleteStep { step: step.map(|step| step.to_string()) }))
}

/// Which stretch of what is deleted.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DeletedStretch {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A conversation that is deleted.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeletedConversation {
    /// Names it.
    id: String,
    /// What people called it.
    number: i64,
    /// What it was about.
    subject: String,
    /// The customer.
    customer: Someone,
    /// Who deleted it; null for one who is not known any more.
    deleted_by: Option<Someone>,
    /// When.
    #[schema(format = DateTime)]
    deleted_at: String,
    /// When it goes for good.
    #[schema(format = DateTime)]
    erased_at: String,
}

/// Lists deleted conversations
///
/// What was deleted last comes first.
#[utoipa::path(get, path = "/deleted", tag = "Conversations", operation_id = "list_deleted", params(DeletedStretch),
    responses((status = 200, description = "A page of them.", body = Page<DeletedConversation>)))]
pub(super) async fn list(
    caller: Caller,
    Query(asked): Query<DeletedStretch>,
) -> Result<Json<Page<DeletedConversation>>, Problem> {
    let scope = caller.may(Action::DeleteConversations)?;
    let (listing, cursor) = (Listing::new("deleted", &()), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|(at, id)| format!("{at}.{id}")).unwrap_or_default();
    let most = api::limit(asked.limit)?;
    let page = queries::deleted(&mut caller.p.db.read().await?, &scope, &after, most).await?;
    let last = page.rows.last().filter(|_| page.next.is_some());
    let next = last.map(|(one, _)| cursor.seal(&listing, &(clock::to_micros(one.at), &one.row.conversation.id)));
    let shape = |(one, goes): (queries::DeletedRow, base::Instant)| DeletedConversation {
        id: one.row.conversation.id.to_string(),
        number: one.row.conversation.number,
        subject: one.row.conversation.subject,
        customer: Someone { id: one.row.conversation.person.to_string(), name: one.row.person_name },
        deleted_by: one.by.map(|id| Someone { id: id.to_string(), name: one.by_name.unwrap_or_default() }),
        deleted_at: time(one.at),
        erased_at: time(goes),
    };
    Ok(Json(Page { data: page.rows.into_iter().map(shape).collect(), next }))
}

/// Restores a deleted conversation
#[utoipa::path(post, path = "/deleted/{id}/restore", tag = "Conversations", operation_id = "restore_conversation",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The conversation, as it was.", body = Conversation)))]
pub(super) async fn restore(caller: Caller, Path(id): Path<String>) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::DeleteConversations)?;
    let id = conversation_id(&id)?;
    commands::restore(&caller.p, &caller.actor(), &id).await?;
    shapes::after(&caller, &id).await
}

/// What is gone.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GoneForGood {
    /// The conversation that it was.
    id: String,
}

/// Lets a deleted conversation go for good
///
/// Before its time: texts, files, mails and history. Nothing brings it back.
#[utoipa::path(delete, path = "/deleted/{id}", tag = "Conversations", operation_id = "erase_conversation",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "It is gone.", body = GoneForGood)))]
pub(super) async fn erase(
    caller: Caller,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
) -> Result<Json<GoneForGood>, Problem> {
    caller.must(Action::DeleteConversations)?;
    let id = conversation_id(&id)?;
    commands::erase_deleted(&caller.p, &caller.actor(), holders, &id).await?;
    Ok(Json(GoneForGood { id: id.to_string() }))
}

/// For how long what is deleted can be restored.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "days": 30 }))]
pub(super) struct DeletedDays {
    /// Days after which it goes for good.
    #[schema(minimum = 1, maximum = 3650)]
    days: i64,
}

async fn kept(caller: &Caller) -> Result<Json<DeletedDays>, Problem> {
    let days = crate::settings::manners(&mut caller.p.db.read().await?).await?.deleted_days;
    Ok(Json(DeletedDays { days }))
}

/// Shows for how long deleted conversations are kept
#[utoipa::path(get, path = "/settings/deleted", tag = "Settings", operation_id = "get_deleted_days",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = DeletedDays)))]
pub(super) async fn days(caller: Caller) -> Result<Json<DeletedDays>, Problem> {
    caller.must(Action::ManageSettings)?;
    kept(&caller).await
}

/// Sets for how long deleted conversations are kept
///
/// Also those that are deleted already.
#[utoipa::path(put, path = "/settings/deleted", tag = "Settings", operation_id = "set_deleted_days",
    security(("bearer" = ["admin"])), request_body = DeletedDays,
    responses((status = 200, description = "What is set now.", body = DeletedDays)))]
pub(super) async fn keep(caller: Caller, Body(new): Body<DeletedDays>) -> Result<Json<DeletedDays>, Problem> {
    caller.must(Action::ManageSettings)?;
    let within = commands::DELETED_DAYS;
    if !within.contains(&new.days) {
        return Err(Problem::field("/days", format!("must be between {} and {}", within.start(), within.end())));
    }
    commands::keep_deleted(&caller.p, &caller.actor(), new.days).await?;
    kept(&caller).await
}
