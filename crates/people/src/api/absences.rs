//! When colleagues are away.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use jiff::civil::Date;
use platform::api::{Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::StaffId;
use crate::absence::{self, NewAbsence};
use crate::staff;

/// Days on which a colleague is away.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Absence {
    /// Names it.
    id: String,
    /// The first day, in the time zone of the business.
    #[schema(format = Date)]
    first: String,
    /// The last day; they are away on it.
    #[schema(format = Date)]
    last: String,
    /// The colleague who takes what customers write meanwhile; null for nobody.
    deputy: Option<String>,
}

impl From<absence::Absence> for Absence {
    fn from(one: absence::Absence) -> Self {
        Self {
            id: one.id.to_string(),
            first: one.first.to_string(),
            last: one.last.to_string(),
            deputy: one.deputy.map(|id| id.to_string()),
        }
    }
}

/// An absence to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "first": "2027-07-05", "last": "2027-07-23" }))]
pub(super) struct NewDaysAway {
    /// The first day.
    #[schema(format = Date)]
    first: String,
    /// The last day.
    #[schema(format = Date)]
    last: String,
    /// Who stands in: the id of a colleague who answers customers. What customers write goes back to nobody without.
    deputy: Option<String>,
}

fn named(id: &str) -> Result<StaffId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Whose absences the caller plans: their own, or everybody's with a token that looks after colleagues.
fn may_plan(caller: &Caller, id: &StaffId) -> Result<(), Problem> {
    if *id == caller.staff.id { Ok(()) } else { caller.must(Action::ManageStaff) }
}

fn day(typed: &str, pointer: &str) -> Result<Date, Problem> {
    typed.parse().map_err(|_| Problem::field(pointer, "is not a day such as 2027-07-05"))
}

/// Lists when a colleague is away
///
/// What is over is left out; there is one page.
#[utoipa::path(get, path = "/colleagues/{id}/absences", tag = "Colleagues", operation_id = "list_absences",
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Absences, the next first.", body = Page<Absence>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Absence>>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let id = named(&id)?;
    let mut conn = caller.p.db.read().await?;
    staff::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let today = absence::today(&mut conn, caller.p.clock.business()).await?;
    let all = absence::of(&mut conn, &id, today).await?;
    Ok(Json(Page { data: all.into_iter().map(Absence::from).collect(), next: None }))
}

/// Says when a colleague is away
///
/// One's own, or a colleague's with a token that looks after colleagues. While they are away, what they have and a
/// customer writes to goes to their deputy, or back to nobody.
#[utoipa::path(post, path = "/colleagues/{id}/absences", tag = "Colleagues", operation_id = "plan_absence",
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    request_body = NewDaysAway, responses((status = 201, description = "The absence.", body = Absence)))]
pub(super) async fn plan(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewDaysAway>,
) -> Result<(StatusCode, Json<Absence>), Problem> {
    let id = named(&id)?;
    may_plan(&caller, &id)?;
    let deputy = new.deputy.as_deref().map(str::parse).transpose();
    let mut tx = caller.p.begin().await?;
    staff::find(&mut tx, &caller.may(Action::ReadStaff)?, &id).await?.ok_or_else(Problem::not_found)?;
    let new = NewAbsence {
        first: day(&new.first, "/first")?,
        last: day(&new.last, "/last")?,
        deputy: deputy.map_err(|_| Problem::field("/deputy", "is not the id of a colleague"))?,
    };
    let made = absence::plan(&mut tx, &caller.actor(), &id, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Takes an absence back
///
/// Whoever is back early does so, too.
#[utoipa::path(delete, path = "/colleagues/{id}/absences/{absence}", tag = "Colleagues", operation_id = "cancel_absence",
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000"),
        ("absence" = String, Path, description = "The absence.", example = "abs_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The absence as it was.", body = Absence)))]
pub(super) async fn cancel(
    caller: Caller,
    Path((id, absence)): Path<(String, String)>,
) -> Result<Json<Absence>, Problem> {
    let (id, absence) = (named(&id)?, absence.parse().map_err(|_| Problem::not_found())?);
    may_plan(&caller, &id)?;
    let mut tx = caller.p.begin().await?;
    let gone = absence::cancel(&mut tx, &caller.actor(), &id, &absence).await?;
    tx.commit().await?;
    Ok(Json(gone.into()))
}
