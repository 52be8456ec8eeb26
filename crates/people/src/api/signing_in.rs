//! How long one stays signed in.

use axum::Json;
use base::Action;
use platform::api::{Body, Problem};
use platform::sessions::{self, Days};
use platform::settings;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;

/// How long one stays signed in.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "days": 14 }))]
pub(super) struct SignInDays {
    /// Days after which a browser that is not used is signed out.
    #[schema(minimum = 1, maximum = 365)]
    days: i64,
}

async fn set(caller: &Caller) -> Result<Json<SignInDays>, Problem> {
    let days = sessions::days(&mut caller.p.db.read().await?).await?.get();
    Ok(Json(SignInDays { days }))
}

/// Shows how long one stays signed in
#[utoipa::path(get, path = "/settings/sign-in", tag = "Settings", operation_id = "get_sign_in_days",
    security(("bearer" = ["admin"])), responses((status = 200, description = "What is set.", body = SignInDays)))]
pub(super) async fn show(caller: Caller) -> Result<Json<SignInDays>, Problem> {
    caller.must(Action::ManageSettings)?;
    set(&caller).await
}

/// Sets how long one stays signed in
///
/// From the next use of a browser on. `--signin-days` of the server sets it anew at every start.
#[utoipa::path(put, path = "/settings/sign-in", tag = "Settings", operation_id = "set_sign_in_days",
    security(("bearer" = ["admin"])), request_body = SignInDays,
    responses((status = 200, description = "What is set now.", body = SignInDays)))]
pub(super) async fn update(caller: Caller, Body(new): Body<SignInDays>) -> Result<Json<SignInDays>, Problem> {
    caller.must(Action::ManageSettings)?;
    let within = Days::WITHIN;
    if !within.contains(&new.days) {
        return Err(Problem::field("/days", format!("must be between {} and {}", within.start(), within.end())));
    }
    let mut tx = caller.p.begin().await?;
    sessions::set_days(&mut tx, Days::new(new.days)).await?;
    settings::record_change(&mut tx, &caller.actor(), "sign-in").await?;
    tx.commit().await?;
    set(&caller).await
}
