//! Members: who bears which name, who is marked as somebody who knows well, who may not write any more.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::PersonId;
use people::api::Caller;
use platform::api::{Body, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{commands, store};

/// A customer in the community.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityMember)]
pub(super) struct Member {
    /// The customer.
    customer: String,
    /// What others read as their name.
    name: String,
    /// Since when.
    #[schema(format = DateTime)]
    joined_at: String,
    /// Whether the business says that they know well.
    expert: bool,
    /// Whether they may not write any more.
    blocked: bool,
    /// What of theirs was shown so far.
    published: i64,
    /// Answers of theirs that helped whoever asked.
    accepted: i64,
}

fn person(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn shown(caller: &Caller, id: &PersonId) -> Result<Json<Member>, Problem> {
    let it = store::member(&mut caller.p.db.read().await?, id).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(Member {
        customer: it.person.to_string(),
        name: it.name,
        joined_at: time(it.joined_at),
        expert: it.expert,
        blocked: it.blocked,
        published: it.published,
        accepted: it.accepted,
    }))
}

/// Tells who a customer is in the community
#[utoipa::path(get, path = "/community/members/{id}", tag = "Community", operation_id = "get_community_member",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The member.", body = Member)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Member>, Problem> {
    caller.must(Action::ReadPeople)?;
    shown(&caller, &person(&id)?).await
}

/// What is said of a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChangedCommunityMember, example = json!({ "expert": true, "blocked": false }))]
pub(super) struct Changed {
    /// Whether the business says that they know well.
    expert: bool,
    /// Whether they may not write any more.
    blocked: bool,
}

/// Marks a member, or blocks one
#[utoipa::path(put, path = "/community/members/{id}", tag = "Community", operation_id = "update_community_member",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Changed, responses((status = 200, description = "The member as they are now.", body = Member)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Changed>,
) -> Result<Json<Member>, Problem> {
    caller.must(Action::WorkConversations)?;
    let (id, actor) = (person(&id)?, caller.actor());
    commands::set_expert(&caller.p, &actor, &id, new.expert).await?;
    commands::set_blocked(&caller.p, &actor, &id, new.blocked).await?;
    shown(&caller, &id).await
}
