//! Two customers who are one, and two again.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::PersonId;
use people::api::{Caller, Customer, customer};
use platform::api::{Body, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::commands;

/// Into whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "into": "per_01kyf5b0000000000000000000" }))]
pub(super) struct MergeCustomer {
    /// The customer who stays.
    into: String,
}

/// Makes a customer part of another
///
/// Answers the other one, who has all conversations, addresses, telephones, names and notes of both from now on. Of
/// what there is once, the other one keeps theirs and gets what was not known.
#[utoipa::path(post, path = "/customers/{id}/merge", tag = "Customers", operation_id = "merge_customer",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = MergeCustomer, responses((status = 200, description = "The other customer.", body = Customer)))]
pub(super) async fn merge(
    caller: Caller,
    Path(id): Path<String>,
    Body(merge): Body<MergeCustomer>,
) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let source = person_id(&id)?;
    let target: PersonId = merge.into.parse().map_err(|_| Problem::field("/into", "is not the id of a customer"))?;
    let mut tx = caller.p.begin().await?;
    commands::merge_customers(&mut tx, &caller.actor(), &target, &source).await?;
    tx.commit().await?;
    customer(&caller, &target).await
}

/// Takes two customers apart again
///
/// Of those who became part of one customer, the last one; what was changed since stays as it is.
#[utoipa::path(post, path = "/customers/{id}/merge/undo", tag = "Customers", operation_id = "undo_merge_customer",
    params(("id" = String, Path, description = "The customer who became part of another.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The customer as they are again.", body = Customer)))]
pub(super) async fn undo(caller: Caller, Path(id): Path<String>) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let source = person_id(&id)?;
    let mut tx = caller.p.begin().await?;
    commands::undo_merge_customers(&mut tx, &caller.actor(), &source).await?;
    tx.commit().await?;
    customer(&caller, &source).await
}

fn person_id(text: &str) -> Result<PersonId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}
