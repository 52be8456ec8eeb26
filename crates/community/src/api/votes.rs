//! Who asked for an idea, or wants a question answered: those who pressed, and those who told us otherwise.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::PersonId;
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::topic_id;
use crate::commands;
use crate::store;

/// Somebody who asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityVote)]
pub(super) struct Vote {
    /// The customer.
    customer: String,
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists who asked for it
///
/// In no order that means anything. Who brought it is told with the idea itself.
#[utoipa::path(get, path = "/community/topics/{id}/votes", tag = "Community", operation_id = "list_community_votes",
    security(("bearer" = ["write"])), params(
        ("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000"), Asked),
    responses((status = 200, description = "A page of customers.", body = Page<Vote>)))]
pub(super) async fn list(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Vote>>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let (listing, cursor) = (Listing::new("community votes", &id.as_str()), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    store::topic(&mut conn, &id).await?.ok_or_else(Problem::not_found)?;
    let mut rows = store::voters(&mut conn, &id, &after.unwrap_or_default(), most.saturating_add(1)).await?;
    let shown = usize::try_from(most).unwrap_or(1);
    let more = rows.len() > shown;
    rows.truncate(shown);
    let next = rows.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.to_string()));
    Ok(Json(Page { data: rows.into_iter().map(|id| Vote { customer: id.to_string() }).collect(), next }))
}

/// Whom it is noted of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCommunityVote, example = json!({ "customer": "per_01kyf5b0000000000000000000" }))]
pub(super) struct New {
    /// The customer who wants it, too.
    customer: String,
}

fn person(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Notes that a customer wants it, too
///
/// For those who said so elsewhere: on the telephone, in a mail. They are told what becomes of it.
#[utoipa::path(post, path = "/community/topics/{id}/votes", tag = "Community", operation_id = "add_community_vote",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000")),
    request_body = New, responses((status = 201, description = "It is noted.", body = Vote)))]
pub(super) async fn add(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<New>,
) -> Result<(StatusCode, Json<Vote>), Problem> {
    caller.must(Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let customer = new.customer.parse().map_err(|_| Problem::field("/customer", "is the id of no customer"))?;
    commands::want(&caller.p, &caller.actor(), &id, &customer, true).await?;
    Ok((StatusCode::CREATED, Json(Vote { customer: customer.to_string() })))
}

/// Takes back that a customer wants it
#[utoipa::path(delete, path = "/community/topics/{id}/votes/{customer}", tag = "Community",
    operation_id = "remove_community_vote", security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000"),
        ("customer" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 204, description = "It is taken back.")))]
pub(super) async fn remove(
    caller: Caller,
    Path((id, customer)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    caller.must(Action::WorkConversations)?;
    commands::want(&caller.p, &caller.actor(), &topic_id(&id)?, &person(&customer)?, false).await?;
    Ok(StatusCode::NO_CONTENT)
}
