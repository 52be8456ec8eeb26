//! The company's turns.

use axum::Json;
use base::{Action, Scope};
use people::api::Caller;
use people::staff::{self, Staff};
use platform::api::{Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::{self, RotaMember};
use crate::queries::{self, RotaWeek};
use crate::settings::{ROTA_EASY_MAX, ROTA_HOURS_MAX};

/// A week of the company's turns.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RotaWeekAhead {
    /// Its Monday.
    #[schema(format = Date)]
    week: String,
    /// How many hours everybody answers who is on duty.
    hours: i64,
    /// The colleagues who are on duty.
    on_duty: Vec<String>,
    /// Whose week it was to be, and who are away.
    away: Vec<String>,
}

fn shown(week: &RotaWeek, hours: i64) -> RotaWeekAhead {
    let ids = |all: &[people::StaffId]| all.iter().map(ToString::to_string).collect();
    RotaWeekAhead { week: week.monday.to_string(), hours, on_duty: ids(&week.on_duty), away: ids(&week.away) }
}

/// Lists who answers in which week
///
/// The company's turns of the next twelve weeks, this one first: everybody who takes part answers for a few hours every
/// other week. There is one page.
#[utoipa::path(get, path = "/rota", tag = "Settings", operation_id = "get_rota",
    responses((status = 200, description = "The weeks.", body = Page<RotaWeekAhead>)))]
pub(super) async fn show(caller: Caller) -> Result<Json<Page<RotaWeekAhead>>, Problem> {
    caller.must(Action::ReadStaff)?;
    let ahead = queries::rota_ahead(&mut caller.p.db.read().await?, caller.p.clock.business()).await?;
    let weeks = ahead.weeks.iter().map(|week| shown(week, ahead.rota.hours)).collect();
    Ok(Json(Page { data: weeks, next: None }))
}

/// How the company's turns are set.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "hours": 3, "easy": "easy", "members": [] }))]
pub(super) struct RotaSettings {
    /// How many hours somebody answers in their week.
    #[schema(minimum = 1, maximum = 40)]
    hours: i64,
    /// The tag of easy cases, which who is on duty begins with; empty for none.
    #[schema(max_length = 60)]
    easy: String,
    /// Who takes part; nobody: there are no such turns.
    #[schema(max_items = 1000)]
    members: Vec<TakesPart>,
}

/// Who takes part in the company's turns.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TakesPart {
    /// The colleague.
    colleague: String,
    /// Whether theirs are the odd weeks, counted through from the first Monday of 1970. Without, they keep theirs, or have
    /// those that fewer have.
    odd_weeks: Option<bool>,
}

/// Shows how the company's turns are set
#[utoipa::path(get, path = "/settings/rota", tag = "Settings", operation_id = "get_rota_settings",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = RotaSettings)))]
pub(super) async fn settings(caller: Caller) -> Result<Json<RotaSettings>, Problem> {
    caller.must(Action::ManageStaff)?;
    let set = queries::rota_ahead(&mut caller.p.db.read().await?, caller.p.clock.business()).await?.rota;
    let members = set.members.into_iter();
    let members = members.map(|(id, odd)| TakesPart { colleague: id.to_string(), odd_weeks: Some(odd) }).collect();
    Ok(Json(RotaSettings { hours: set.hours, easy: set.easy, members }))
}

/// Sets the company's turns
///
/// Who takes part is who is named, and nobody else.
#[utoipa::path(put, path = "/settings/rota", tag = "Settings", operation_id = "set_rota",
    security(("bearer" = ["admin"])), request_body = RotaSettings,
    responses((status = 200, description = "What is set now.", body = RotaSettings)))]
pub(super) async fn update_settings(
    caller: Caller,
    Body(new): Body<RotaSettings>,
) -> Result<Json<RotaSettings>, Problem> {
    caller.must(Action::ManageStaff)?;
    let staff = staff::all(&mut caller.p.db.read().await?, &Scope::All).await?;
    let members = members(&new, &staff)?;
    commands::set_rota(&caller.p, &caller.actor(), new.hours, &new.easy, &members).await?;
    settings(caller).await
}

/// Who is meant; every place that needs another look otherwise.
fn members(new: &RotaSettings, staff: &[Staff]) -> Result<Vec<RotaMember>, Problem> {
    let mut wrong = Vec::new();
    if !(1..=ROTA_HOURS_MAX).contains(&new.hours) {
        wrong.push(("/hours".to_owned(), format!("must be between 1 and {ROTA_HOURS_MAX}")));
    }
    if new.easy.chars().count() > ROTA_EASY_MAX {
        wrong.push(("/easy".to_owned(), format!("has more than {ROTA_EASY_MAX} letters")));
    }
    let mut members: Vec<RotaMember> = Vec::new();
    for (number, one) in new.members.iter().enumerate() {
        let at = format!("/members/{number}/colleague");
        match staff.iter().find(|it| it.id.as_str() == one.colleague && it.disabled_at.is_none()) {
            None => wrong.push((at, "is not the id of a colleague".to_owned())),
            Some(it) if members.iter().any(|(id, _)| *id == it.id) => {
                wrong.push((at, "stands there twice".to_owned()));
            }
            Some(it) => members.push((it.id.clone(), one.odd_weeks)),
        }
    }
    if wrong.is_empty() { Ok(members) } else { Err(Problem::fields(wrong)) }
}
