//! Care flags, for programs of colleagues: what sends by itself asks here, too.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use jiff::civil::Date;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use super::customers::person_id;
use crate::PersonId;
use crate::care::{self, CareId, CareKind, MaySend, NewCare, Sending, may_send};

/// That a customer is treated with care, for a while.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CareFlag {
    /// Names it.
    id: String,
    /// What they go through: `bereavement`, `illness`, `hardship`, `new_baby`, `help` or `other`.
    kind: String,
    /// More about it, in a colleague's words. Never for the customer.
    why: String,
    /// When it was set.
    #[schema(format = DateTime)]
    since: String,
    /// When it ends by itself: the end of its last day.
    #[schema(format = DateTime)]
    ends_at: String,
    /// Who set it, or changed it last: the id of a colleague; null when nobody did.
    set_by: Option<String>,
    /// Whether offers, news, surveys and reminders are held back because of it.
    holds_back: bool,
}

impl From<care::CareFlag> for CareFlag {
    fn from(one: care::CareFlag) -> Self {
        Self {
            id: one.id.to_string(),
            kind: one.kind.code().to_owned(),
            why: one.why,
            since: time(one.since),
            ends_at: time(one.ends_at),
            set_by: one.set_by.map(|id| id.to_string()),
            holds_back: may_send(Sending::Offer, &[one.kind]) != MaySend::Send,
        }
    }
}

/// A care flag to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "bereavement", "why": "Lost her husband in October", "until": null }))]
pub(super) struct NewCareFlag {
    /// What they go through: `bereavement`, `illness`, `hardship`, `new_baby`, `help` or `other`.
    kind: String,
    /// More about it, in one's own words.
    #[schema(max_length = 500)]
    why: String,
    /// Its last day in the time zone of the business, a year ahead at most; without one as long as is usual.
    #[schema(format = Date)]
    until: Option<String>,
}

impl NewCareFlag {
    fn read(self) -> Result<NewCare, Problem> {
        let until = self.until.as_deref().map(str::parse::<Date>).transpose();
        Ok(NewCare {
            kind: CareKind::from_code(&self.kind).ok_or_else(|| Problem::field("/kind", "is no kind of care flag"))?,
            why: self.why,
            until: until.map_err(|_| Problem::field("/until", "is not a day such as 2027-07-05"))?,
        })
    }
}

fn flag_id(id: &str) -> Result<CareId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn of(caller: &Caller, id: &PersonId) -> Result<Vec<care::CareFlag>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    crate::person::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    Ok(care::holding(&mut conn, &scope, id, caller.p.clock.business()).await?)
}

async fn one(caller: &Caller, id: &PersonId, flag: &CareId) -> Result<Json<CareFlag>, Problem> {
    let found = of(caller, id).await?.into_iter().find(|one| one.id == *flag);
    Ok(Json(found.ok_or_else(Problem::not_found)?.into()))
}

/// Lists the care flags of a customer
///
/// Those that hold; a flag ends by itself with its last day. Whatever a program sends by itself should ask here first.
#[utoipa::path(get, path = "/customers/{id}/care", tag = "Customers", operation_id = "list_care_flags",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Care flags, the gravest first.", body = Page<CareFlag>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<CareFlag>>, Problem> {
    let all = of(&caller, &person_id(&id)?).await?;
    Ok(Json(Page { data: all.into_iter().map(CareFlag::from).collect(), next: None }))
}

/// Sets a care flag
///
/// There is one of a kind: a second becomes the first, changed.
#[utoipa::path(post, path = "/customers/{id}/care", tag = "Customers", operation_id = "set_care_flag",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = NewCareFlag, responses((status = 201, description = "The flag.", body = CareFlag)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewCareFlag>,
) -> Result<(StatusCode, Json<CareFlag>), Problem> {
    caller.must(Action::EditPeople)?;
    let (id, new) = (person_id(&id)?, new.read()?);
    let mut tx = caller.p.begin().await?;
    let flag = care::set(&mut tx, &caller.actor(), &id, &new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, one(&caller, &id, &flag).await?))
}

/// Changes a care flag
#[utoipa::path(put, path = "/customers/{id}/care/{flag}", tag = "Customers", operation_id = "change_care_flag",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000"),
        ("flag" = String, Path, description = "The flag.", example = "car_01kyf5b0000000000000000000")),
    request_body = NewCareFlag, responses((status = 200, description = "The flag as it is now.", body = CareFlag)))]
pub(super) async fn change(
    caller: Caller,
    Path((id, flag)): Path<(String, String)>,
    Body(new): Body<NewCareFlag>,
) -> Result<Json<CareFlag>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, flag, new) = (person_id(&id)?, flag_id(&flag)?, new.read()?);
    let mut tx = caller.p.begin().await?;
    care::change(&mut tx, &caller.actor(), &id, &flag, &new).await?;
    tx.commit().await?;
    one(&caller, &id, &flag).await
}

/// Ends a care flag before its day
///
/// Its words go with it.
#[utoipa::path(delete, path = "/customers/{id}/care/{flag}", tag = "Customers", operation_id = "end_care_flag",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000"),
        ("flag" = String, Path, description = "The flag.", example = "car_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The flags that are left.", body = Page<CareFlag>)))]
pub(super) async fn end(
    caller: Caller,
    Path((id, flag)): Path<(String, String)>,
) -> Result<Json<Page<CareFlag>>, Problem> {
    caller.must(Action::EditPeople)?;
    let (person, flag) = (person_id(&id)?, flag_id(&flag)?);
    let mut tx = caller.p.begin().await?;
    care::end(&mut tx, &caller.actor(), &person, &flag).await?;
    tx.commit().await?;
    list(caller, Path(id)).await
}
