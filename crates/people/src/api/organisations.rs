//! Organisations: found, made, changed; who belongs to them. The same commands as at the desk.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use platform::Conn;
use platform::api::{self, BASE, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Caller;
use super::customers::{self, Customer, person_id};
use crate::ids::OrganisationId;
use crate::organisation;

/// An organisation that customers belong to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Organisation {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
    /// What stands behind the `@` of its people.
    domains: Vec<String>,
    /// Whether customers who write from one of its domains join by themselves.
    joins_by_itself: bool,
    /// How many customers belong to it.
    members: i64,
    /// When it became known.
    #[schema(format = DateTime)]
    created_at: String,
}

async fn whole(conn: &mut Conn, it: organisation::Organisation) -> Result<Organisation, Problem> {
    Ok(Organisation {
        domains: organisation::domains(conn, &it.id).await?,
        id: it.id.to_string(),
        name: it.name,
        joins_by_itself: it.joins_by_itself,
        members: it.members,
        created_at: time(it.created_at),
    })
}

async fn one(caller: &Caller, id: &OrganisationId) -> Result<Json<Organisation>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    let found = organisation::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(whole(&mut conn, found).await?))
}

fn organisation_id(text: &str) -> Result<OrganisationId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Which organisations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only those whose name or domain begins so.
    search: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists organisations
///
/// By name. `search` finds by the beginning of the name, or of a domain.
#[utoipa::path(get, path = "/organisations", tag = "Organisations", operation_id = "list_organisations", params(Asked),
    responses((status = 200, description = "A page of organisations.", body = Page<Organisation>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Organisation>>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let search = asked.search.unwrap_or_default();
    let (listing, cursor) = (Listing::new("organisations", &search), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("cursor", "is not a cursor"))?;
    let most = usize::try_from(api::limit(asked.limit)?).unwrap_or(1);
    let mut conn = caller.p.db.read().await?;
    let page = organisation::list(&mut conn, &scope, &search, after.as_ref(), most).await?;
    let mut data = Vec::with_capacity(page.organisations.len());
    for found in page.organisations {
        data.push(whole(&mut conn, found).await?);
    }
    Ok(Json(Page { data, next: page.next.map(|id| cursor.seal(&listing, &id)) }))
}

/// An organisation about to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Havn og Hei Arkitekter", "domains": ["havnoghei.example"] }))]
pub(super) struct NewOrganisation {
    /// What it is called.
    #[schema(max_length = 1000)]
    name: String,
    /// What stands behind the `@` of its people; none that everybody may write from, and none of another's.
    #[serde(default)]
    domains: Vec<String>,
}

type Created<T> = (StatusCode, [(HeaderName, String); 1], Json<T>);

/// Makes an organisation
///
/// One of that name that is there already is answered as it is.
#[utoipa::path(post, path = "/organisations", tag = "Organisations", operation_id = "create_organisation",
    request_body = NewOrganisation,
    responses((status = 201, description = "The organisation; `Location` is its address here.", body = Organisation)))]
pub(super) async fn create(caller: Caller, Body(new): Body<NewOrganisation>) -> Result<Created<Organisation>, Problem> {
    caller.must(Action::EditPeople)?;
    let mut tx = caller.p.begin().await?;
    let id = organisation::create(&mut tx, &caller.actor(), &new.name).await?;
    for domain in &new.domains {
        organisation::add_domain(&mut tx, &caller.actor(), &id, domain).await?;
    }
    tx.commit().await?;
    let location = [(header::LOCATION, format!("{BASE}/organisations/{id}"))];
    Ok((StatusCode::CREATED, location, one(&caller, &id).await?))
}

/// Shows an organisation
#[utoipa::path(get, path = "/organisations/{id}", tag = "Organisations", operation_id = "get_organisation",
    params(("id" = String, Path, description = "The organisation.", example = "org_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The organisation.", body = Organisation)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Organisation>, Problem> {
    one(&caller, &organisation_id(&id)?).await
}

/// What to change about an organisation; what is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Havn og Hei", "joins_by_itself": true }))]
pub(super) struct ChangeOrganisation {
    /// What it is called.
    #[schema(max_length = 1000)]
    name: Option<String>,
    /// All of its domains: what is not among them is taken away.
    domains: Option<Vec<String>>,
    /// Whether customers who write from one of its domains join by themselves.
    joins_by_itself: Option<bool>,
}

/// Changes an organisation
#[utoipa::path(patch, path = "/organisations/{id}", tag = "Organisations", operation_id = "update_organisation",
    params(("id" = String, Path, description = "The organisation.", example = "org_01kyf5b0000000000000000000")),
    request_body = ChangeOrganisation,
    responses((status = 200, description = "The organisation as it is now.", body = Organisation)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(change): Body<ChangeOrganisation>,
) -> Result<Json<Organisation>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, actor) = (organisation_id(&id)?, caller.actor());
    let mut tx = caller.p.begin().await?;
    if let Some(name) = change.name {
        organisation::rename(&mut tx, &actor, &id, &name).await?;
    }
    if let Some(by_itself) = change.joins_by_itself {
        organisation::set_joining(&mut tx, &actor, &id, by_itself).await?;
    }
    if let Some(domains) = change.domains {
        organisation::set_domains(&mut tx, &actor, &id, &domains).await?;
    }
    tx.commit().await?;
    one(&caller, &id).await
}

/// Which of its customers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Members {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists the customers of an organisation
///
/// By name.
#[utoipa::path(get, path = "/organisations/{id}/customers", tag = "Organisations",
    operation_id = "list_organisation_customers",
    params(("id" = String, Path, description = "The organisation.", example = "org_01kyf5b0000000000000000000"), Members),
    responses((status = 200, description = "A page of customers.", body = Page<Customer>)))]
pub(super) async fn members(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Members>,
) -> Result<Json<Page<Customer>>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let id = organisation_id(&id)?;
    let (listing, cursor) = (Listing::new("members", &id), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("cursor", "is not a cursor"))?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    organisation::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let mut found = organisation::members(&mut conn, &scope, &id, after.as_ref(), most + 1).await?;
    let more = i64::try_from(found.len()).is_ok_and(|found| found > most);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.id));
    let mut data = Vec::with_capacity(found.len());
    for member in found {
        data.extend(customers::known(&mut conn, &scope, &member.id).await?);
    }
    Ok(Json(Page { data, next }))
}

/// Where a customer belongs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "organisation": "org_01kyf5b0000000000000000000" }))]
pub(super) struct Belonging {
    /// The organisation; null for none.
    organisation: Option<String>,
}

/// Says where a customer belongs
///
/// One organisation at a time.
#[utoipa::path(put, path = "/customers/{id}/organisation", tag = "Customers", operation_id = "set_customer_organisation",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Belonging, responses((status = 200, description = "The customer as it is now.", body = Customer)))]
pub(super) async fn belong(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<Belonging>,
) -> Result<Json<Customer>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, actor) = (person_id(&id)?, caller.actor());
    let mut tx = caller.p.begin().await?;
    match wanted.organisation {
        Some(organisation) => {
            let wrong = || Problem::field("/organisation", "is not the id of an organisation");
            let organisation: OrganisationId = organisation.parse().map_err(|_| wrong())?;
            organisation::join(&mut tx, &actor, &id, &organisation).await?;
        }
        None => organisation::leave(&mut tx, &actor, &id).await?,
    }
    tx.commit().await?;
    customers::customer(&caller, &id).await
}
