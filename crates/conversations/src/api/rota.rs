//! The company's turns.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Page, Problem};
use serde::Serialize;
use utoipa::ToSchema;

use crate::queries::{self, RotaWeek};

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
