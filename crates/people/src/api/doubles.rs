//! Who looks like the same customer, for programs.

use axum::Json;
use axum::extract::Path;
use base::Action;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use super::customers::{Customer, customer, person_id};
use crate::PersonId;
use crate::merging::{self, Reason};

/// Customers who look like the same one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Doubles {
    /// A few at most, each with its reason.
    data: Vec<Double>,
}

/// A customer who may be the same one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Double {
    /// Names them.
    id: String,
    /// What to call them.
    name: String,
    /// Their address known longest.
    address: String,
    /// Why.
    reason: Likeness,
    /// What they share: the telephone, their address as it is compared, or the domain beside the same name.
    shared: String,
}

/// Why two look alike.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Likeness {
    /// The same telephone.
    SamePhone,
    /// Addresses that differ by dots or by what stands behind a plus.
    AlikeAddress,
    /// The same name, and addresses at the same domain.
    SameName,
}

/// Lists who looks like the same customer
///
/// Never merged by itself.
#[utoipa::path(get, path = "/customers/{id}/doubles", tag = "Customers", operation_id = "list_doubles",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Who looks like them.", body = Doubles)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Doubles>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let id = person_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    crate::person::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let found = merging::doubles(&mut conn, &scope, &id).await?;
    let double = |one: merging::Double| {
        let (reason, shared) = match one.reason {
            Reason::Phone(number) => (Likeness::SamePhone, number),
            Reason::Address(_, theirs) => (Likeness::AlikeAddress, theirs),
            Reason::Name(domain) => (Likeness::SameName, domain),
        };
        let person = one.customer.person;
        Double { id: person.id.to_string(), name: person.name, address: one.customer.address, reason, shared }
    };
    Ok(Json(Doubles { data: found.into_iter().map(double).collect() }))
}

/// Who is somebody else.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "other": "per_01kyf5b0000000000000000000" }))]
pub(super) struct Apart {
    /// The customer who only looks alike.
    other: String,
}

/// Says that two customers are two
///
/// They are not suggested again.
#[utoipa::path(post, path = "/customers/{id}/apart", tag = "Customers", operation_id = "leave_customers_apart",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Apart, responses((status = 200, description = "The customer.", body = Customer)))]
pub(super) async fn leave_apart(
    caller: Caller,
    Path(id): Path<String>,
    Body(apart): Body<Apart>,
) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let id = person_id(&id)?;
    let other: PersonId = apart.other.parse().map_err(|_| Problem::field("/other", "is not the id of a customer"))?;
    let mut tx = caller.p.begin().await?;
    merging::leave_apart(&mut tx, &caller.actor(), &id, &other).await?;
    tx.commit().await?;
    customer(&caller, &id).await
}
