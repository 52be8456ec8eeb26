//! Who has to do with a customer, for programs.

use axum::Json;
use axum::extract::Path;
use base::Action;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use super::customers::person_id;
use crate::PersonId;
use crate::relation::{self, Tie};

/// Who has to do with a customer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RelatedCustomers {
    /// The tie known longest first.
    data: Vec<RelatedCustomer>,
}

/// Somebody who has to do with a customer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RelatedCustomer {
    /// Names them.
    id: String,
    /// What to call them.
    name: String,
    /// What they are to the customer: `family`, `colleague`, `assistant`, `assisted`, `spokesperson`, `spoken_for`.
    tie: String,
}

async fn shown(caller: &Caller, id: &PersonId) -> Result<Json<RelatedCustomers>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    crate::person::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let found = relation::of(&mut conn, &scope, id).await?;
    let one = |it: relation::Related| RelatedCustomer {
        id: it.person.id.to_string(),
        name: it.person.name,
        tie: it.tie.code().to_owned(),
    };
    Ok(Json(RelatedCustomers { data: found.into_iter().map(one).collect() }))
}

/// Lists who has to do with a customer
#[utoipa::path(get, path = "/customers/{id}/related", tag = "Customers", operation_id = "list_related",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Who has to do with them.", body = RelatedCustomers)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<RelatedCustomers>, Problem> {
    shown(&caller, &person_id(&id)?).await
}

/// What somebody is to a customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "customer": "per_01kyf5b0000000000000000000", "tie": "family" }))]
pub(super) struct NewTie {
    /// The other customer.
    customer: String,
    /// What the other is: `family`, `colleague`, `assistant`, `assisted`, `spokesperson`, `spoken_for`.
    tie: String,
}

fn other(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::field("/customer", "is not the id of a customer"))
}

/// Says what somebody is to a customer
///
/// Kept from both sides; what was said before gives way.
#[utoipa::path(post, path = "/customers/{id}/related", tag = "Customers", operation_id = "relate_customers",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = NewTie,
    responses((status = 200, description = "Who has to do with them.", body = RelatedCustomers)))]
pub(super) async fn relate(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewTie>,
) -> Result<Json<RelatedCustomers>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, other) = (person_id(&id)?, other(&new.customer)?);
    let tie = Tie::from_code(&new.tie).ok_or_else(|| Problem::field("/tie", "is no tie"))?;
    let mut tx = caller.p.begin().await?;
    relation::relate(&mut tx, &caller.actor(), &id, &other, tie).await?;
    tx.commit().await?;
    shown(&caller, &id).await
}

/// Two customers who have nothing to do with each other.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "customer": "per_01kyf5b0000000000000000000" }))]
pub(super) struct NoTie {
    /// The other customer.
    customer: String,
}

/// Says that two customers have nothing to do with each other
#[utoipa::path(post, path = "/customers/{id}/unrelated", tag = "Customers", operation_id = "unrelate_customers",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = NoTie,
    responses((status = 200, description = "Who has to do with them.", body = RelatedCustomers)))]
pub(super) async fn unrelate(
    caller: Caller,
    Path(id): Path<String>,
    Body(gone): Body<NoTie>,
) -> Result<Json<RelatedCustomers>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, other) = (person_id(&id)?, other(&gone.customer)?);
    let mut tx = caller.p.begin().await?;
    relation::unrelate(&mut tx, &caller.actor(), &id, &other).await?;
    tx.commit().await?;
    shown(&caller, &id).await
}
