//! How evenly turns went round.

use axum::Json;
use base::{Action, allowed};
use people::api::Caller;
use platform::api::{Page, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::queries::{self, SHARE_DAYS_MAX, Share, Shares};

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedShares {
    /// Of so many days, today among them; 30 unless told.
    #[param(minimum = 1, maximum = 365)]
    days: Option<i64>,
}

/// How turns went round in a department.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnShares {
    /// The department; null for what belongs to none.
    department: Option<String>,
    /// Its name; empty for what belongs to none.
    name: String,
    /// Turns that were given out.
    turns: i64,
    /// Jain's index of the turns for a whole position of everybody who counts: 1 when all got the same, 1/n when one got
    /// all. Null for who does not look after colleagues, and where nobody counts.
    jain: Option<f64>,
    /// How many count: who got a turn, or could have got one.
    n: usize,
    /// By name; one's own alone for who does not look after colleagues.
    colleagues: Vec<TurnShare>,
}

/// What a colleague got.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnShare {
    /// Who.
    id: String,
    /// What they are called.
    name: String,
    /// Which part of a whole position they fill, in hundredths.
    weight: i64,
    /// Turns they got.
    given: i64,
    /// Turns for a whole position.
    per_position: f64,
    /// Turns at which they were away.
    away: i64,
    /// Turns at which they had as much as they take.
    full: i64,
    /// Turns for which they did not write the language.
    language: i64,
    /// Turns for which they lacked a skill.
    skill: i64,
}

impl From<Share> for TurnShare {
    fn from(one: Share) -> Self {
        Self {
            id: one.id.to_string(),
            name: one.name,
            weight: one.weight,
            given: one.counted.given,
            per_position: one.per_position,
            away: one.counted.away,
            full: one.counted.full,
            language: one.counted.language,
            skill: one.counted.skill,
        }
    }
}

impl From<Shares> for TurnShares {
    fn from(one: Shares) -> Self {
        Self {
            department: one.department.as_ref().map(|one| one.id.to_string()),
            name: one.department.map(|one| one.name).unwrap_or_default(),
            turns: one.turns,
            jain: one.jain,
            n: one.n,
            colleagues: one.all.into_iter().map(TurnShare::from).collect(),
        }
    }
}

/// Lists how evenly turns went round
///
/// One entry for each department in which a turn was given out; there is one page.
#[utoipa::path(get, path = "/turns/shares", tag = "Settings", operation_id = "list_turn_shares", params(AskedShares),
    responses((status = 200, description = "Who got how many, and why others were passed over.", body = Page<TurnShares>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<AskedShares>) -> Result<Json<Page<TurnShares>>, Problem> {
    caller.must(Action::ReadStaff)?;
    let days = asked.days.unwrap_or(30);
    if !(1..=SHARE_DAYS_MAX).contains(&days) {
        return Err(Problem::parameter("days", format!("must be 1 to {SHARE_DAYS_MAX}")));
    }
    let actor = caller.actor();
    let leads = allowed(&actor, Action::ManageStaff).is_ok();
    let me = actor.staff_id().and_then(|id| id.parse().ok()).filter(|_| !leads);
    if !leads && me.is_none() {
        return Err(base::Forbidden.into());
    }
    let mut conn = caller.p.db.read().await?;
    let all = queries::turn_shares(&mut conn, caller.p.clock.business(), days, me.as_ref()).await?;
    Ok(Json(Page { data: all.into_iter().map(TurnShares::from).collect(), next: None }))
}
