//! Customers: found, made, renamed, given addresses. The same commands as at the desk.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Scope};
use platform::Conn;
use platform::api::{self, BASE, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Caller;
use crate::PersonId;
use crate::organisation;
use crate::person::{self, Person};

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Customer {
    /// Names them.
    id: String,
    /// What to call them.
    name: String,
    /// The language they write, once known: `en`, `nb`, `sv`, `da`, `id`.
    language: Option<String>,
    /// When they first wrote or were made.
    #[schema(format = DateTime)]
    created_at: String,
    /// Their addresses, the one known longest first.
    addresses: Vec<Address>,
    /// Where they belong, if anywhere.
    organisation: Option<Belongs>,
}

/// An organisation that a customer belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Belongs {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
}

/// A mail address of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Address {
    /// As they write it.
    address: String,
    /// Since when it is known.
    #[schema(format = DateTime)]
    added_at: String,
    /// Since when mail to it comes back; null when it does not.
    #[schema(format = DateTime)]
    failing_since: Option<String>,
}

async fn whole(conn: &mut Conn, scope: &Scope, person: Person) -> Result<Customer, Problem> {
    let addresses = person::addresses(conn, scope, &person.id).await?;
    let belongs = organisation::of(conn, scope, &person.id).await?;
    let address = |one: person::Address| Address {
        address: one.shown,
        added_at: time(one.added_at),
        failing_since: one.failing.map(|failing| time(failing.since)),
    };
    Ok(Customer {
        id: person.id.to_string(),
        name: person.name,
        language: person.language.map(|language| language.code().to_owned()),
        created_at: time(person.created_at),
        addresses: addresses.into_iter().map(address).collect(),
        organisation: belongs.map(|it| Belongs { id: it.id.to_string(), name: it.name }),
    })
}

/// A customer by id, if they are there for this scope.
pub(super) async fn known(conn: &mut Conn, scope: &Scope, id: &PersonId) -> Result<Option<Customer>, Problem> {
    match person::find(conn, scope, id).await? {
        Some(person) => Ok(Some(whole(conn, scope, person).await?)),
        None => Ok(None),
    }
}

/// A customer as they are now; of one who became part of another, the other.
///
/// # Errors
/// When there is no such customer for the caller.
pub async fn customer(caller: &Caller, id: &PersonId) -> Result<Json<Customer>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    let id = crate::merging::where_merged(&mut conn, id).await?;
    known(&mut conn, &scope, &id).await?.map(Json).ok_or_else(Problem::not_found)
}

/// Which customers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only those with a word of the name or an address that begins so.
    search: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists customers
///
/// By name. `search` finds by the beginning of a word of the name, or of an address.
#[utoipa::path(get, path = "/customers", tag = "Customers", operation_id = "list_customers", params(Asked),
    responses((status = 200, description = "A page of customers.", body = Page<Customer>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Customer>>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let search = asked.search.unwrap_or_default();
    let (listing, cursor) = (Listing::new("customers", &search), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("cursor", "is not a cursor"))?;
    let most = usize::try_from(api::limit(asked.limit)?).unwrap_or(1);
    let mut conn = caller.p.db.read().await?;
    let page = person::list(&mut conn, &scope, &search, after.as_ref(), most).await?;
    let mut data = Vec::with_capacity(page.customers.len());
    for customer in page.customers {
        data.push(whole(&mut conn, &scope, customer.person).await?);
    }
    Ok(Json(Page { data, next: page.next.map(|id| cursor.seal(&listing, &id)) }))
}

/// A customer about to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Kari Solheim", "address": "kari@post.example" }))]
pub(super) struct NewCustomer {
    /// What to call them.
    #[schema(max_length = 1000)]
    name: String,
    /// Their mail address, which nobody else has.
    #[schema(max_length = 320)]
    address: String,
}

type Created<T> = (StatusCode, [(HeaderName, String); 1], Json<T>);

/// Makes a customer
#[utoipa::path(post, path = "/customers", tag = "Customers", operation_id = "create_customer", request_body = NewCustomer,
    responses((status = 201, description = "The customer; `Location` is their address here.", body = Customer)))]
pub(super) async fn create(caller: Caller, Body(new): Body<NewCustomer>) -> Result<Created<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let mut tx = caller.p.begin().await?;
    let id = person::add(&mut tx, &caller.actor(), &new.name, &new.address).await?;
    tx.commit().await?;
    let location = [(header::LOCATION, format!("{BASE}/customers/{id}"))];
    Ok((StatusCode::CREATED, location, customer(&caller, &id).await?))
}

/// Shows a customer
///
/// Of one who became part of another, the other.
#[utoipa::path(get, path = "/customers/{id}", tag = "Customers", operation_id = "get_customer",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The customer.", body = Customer)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Customer>, Problem> {
    customer(&caller, &person_id(&id)?).await
}

/// What to change about a customer; what is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Kari Solheim" }))]
pub(super) struct Change {
    /// What to call them.
    #[schema(max_length = 1000)]
    name: Option<String>,
}

/// Changes a customer
#[utoipa::path(patch, path = "/customers/{id}", tag = "Customers", operation_id = "update_customer",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Change, responses((status = 200, description = "The customer as it is now.", body = Customer)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(change): Body<Change>,
) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let id = person_id(&id)?;
    if let Some(name) = change.name {
        let mut tx = caller.p.begin().await?;
        person::rename(&mut tx, &caller.actor(), &id, &name).await?;
        tx.commit().await?;
    }
    customer(&caller, &id).await
}

/// Another address of a customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "address": "kari.solheim@work.example" }))]
pub(super) struct NewAddress {
    /// The mail address, which nobody else has.
    #[schema(max_length = 320)]
    address: String,
}

/// Gives a customer another address
///
/// An address that is theirs already stays as it is.
#[utoipa::path(post, path = "/customers/{id}/addresses", tag = "Customers", operation_id = "add_customer_address",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = NewAddress, responses((status = 200, description = "The customer as it is now.", body = Customer)))]
pub(super) async fn add_address(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewAddress>,
) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let id = person_id(&id)?;
    let mut tx = caller.p.begin().await?;
    person::add_address(&mut tx, &caller.actor(), &id, &new.address).await?;
    tx.commit().await?;
    customer(&caller, &id).await
}

/// What is no id names nobody.
pub(super) fn person_id(text: &str) -> Result<PersonId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}
