//! The settings of the community.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::settings::{self, Community};

/// How the community is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommunitySettings, example = json!({ "on": true, "members_only": false, "hours": 4, "by_the_clock": false,
    "first_wait": 1, "new_an_hour": 3, "an_hour": 20 }))]
pub(super) struct Set {
    /// Whether its pages are there.
    on: bool,
    /// Whether only customers who are signed in may read.
    members_only: bool,
    /// Hours after which a question that nobody answered becomes a conversation; 0 for never.
    #[schema(minimum = 0, maximum = 336)]
    hours: i64,
    /// Whether these are hours of the clock on the wall; otherwise hours in which we are open.
    by_the_clock: bool,
    /// First things of a member that wait for a look.
    #[schema(minimum = 0, maximum = 20)]
    first_wait: i64,
    /// Things that somebody new may write within an hour.
    #[schema(minimum = 1, maximum = 100)]
    new_an_hour: i64,
    /// Things that anybody else may, at least as many.
    #[schema(minimum = 1, maximum = 200)]
    an_hour: i64,
}

impl From<Community> for Set {
    fn from(it: Community) -> Self {
        Self {
            on: it.on,
            members_only: it.members_only,
            hours: it.hours,
            by_the_clock: it.by_the_clock,
            first_wait: it.first_wait,
            new_an_hour: it.new_an_hour,
            an_hour: it.an_hour,
        }
    }
}

impl From<&Set> for Community {
    fn from(it: &Set) -> Self {
        Self {
            on: it.on,
            members_only: it.members_only,
            hours: it.hours,
            by_the_clock: it.by_the_clock,
            first_wait: it.first_wait,
            new_an_hour: it.new_an_hour,
            an_hour: it.an_hour,
        }
    }
}

/// Tells how the community is
#[utoipa::path(get, path = "/settings/community", tag = "Settings", operation_id = "get_community_settings",
    security(("bearer" = ["admin"])), responses((status = 200, description = "What is set.", body = Set)))]
pub(super) async fn show(caller: Caller) -> Result<Json<Set>, Problem> {
    caller.must(Action::ManageSettings)?;
    Ok(Json(settings::community(&mut caller.p.db.read().await?).await?.into()))
}

/// Says how the community is
#[utoipa::path(put, path = "/settings/community", tag = "Settings", operation_id = "set_community_settings",
    security(("bearer" = ["admin"])), request_body = Set,
    responses((status = 200, description = "What is set now.", body = Set)))]
pub(super) async fn update(caller: Caller, Body(new): Body<Set>) -> Result<Json<Set>, Problem> {
    caller.must(Action::ManageSettings)?;
    let wanted = Community::from(&new);
    let bounded = wanted.clone().bounded();
    let numbers = [
        ("/hours", wanted.hours, bounded.hours),
        ("/first_wait", wanted.first_wait, bounded.first_wait),
        ("/new_an_hour", wanted.new_an_hour, bounded.new_an_hour),
        ("/an_hour", wanted.an_hour, bounded.an_hour),
    ];
    let unfit = numbers.into_iter().filter(|(_, wanted, bounded)| wanted != bounded);
    let unfit: Vec<(String, String)> =
        unfit.map(|(at, _, nearest)| (at.to_owned(), format!("is out of bounds; the nearest is {nearest}"))).collect();
    if !unfit.is_empty() {
        return Err(Problem::fields(unfit));
    }
    let mut tx = caller.p.begin().await?;
    settings::set(&mut tx, &caller.actor(), wanted.clone()).await?;
    tx.commit().await?;
    Ok(Json(wanted.into()))
}
