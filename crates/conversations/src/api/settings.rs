//! What a business has set about its conversations.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shapes::Standing;
use crate::settings::{self, Receipts};

/// What is set.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Settings {
    /// The business, as customers see it.
    business: Business,
    /// How conversations behave.
    manners: Manners,
    /// Whether new enquiries get a receipt.
    receipts: bool,
    /// The business's own names of states.
    state_names: Vec<StateName>,
}

/// The business, as customers see it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Business {
    /// Its name.
    name: String,
    /// The address customers write to.
    address: String,
    /// Stands under every reply.
    signature: String,
    /// Its time zone, by its IANA name.
    zone: String,
    /// What it speaks with customers whose own language is not known.
    language: String,
}

/// How conversations behave.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Manners {
    /// Quiet days after which solved becomes closed.
    quiet_days: i64,
    /// Seconds in which a reply can be taken back.
    undo_seconds: i64,
}

/// A name of the business's own for a state.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StateName {
    /// Names it; conversations have it as `label`.
    id: String,
    /// The state it means.
    #[schema(inline)]
    state: Standing,
    /// What people read.
    name: String,
}

async fn all(conn: &mut Conn) -> Result<Json<Settings>, Problem> {
    let business = settings::business(conn).await?;
    let manners = settings::manners(conn).await?;
    let receipts = settings::receipts(conn).await?.on;
    let name = |one: settings::StateName| StateName { id: one.id, state: one.state.into(), name: one.name };
    let state_names = settings::state_names(conn).await?.into_iter().map(name).collect();
    let business = Business {
        name: business.name,
        address: business.address,
        signature: business.signature,
        zone: business.zone,
        language: business.language.code().to_owned(),
    };
    let manners = Manners { quiet_days: manners.quiet_days, undo_seconds: manners.undo_seconds };
    Ok(Json(Settings { business, manners, receipts, state_names }))
}

/// Shows settings
#[utoipa::path(get, path = "/settings", tag = "Settings", operation_id = "get_settings", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = Settings)))]
pub(super) async fn show(caller: Caller) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    all(&mut caller.p.db.read().await?).await
}

/// Whether new enquiries get a receipt.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "on": true }))]
pub(super) struct Switch {
    /// Whether they do.
    on: bool,
}

/// Switches receipts on or off
#[utoipa::path(put, path = "/settings/receipts", tag = "Settings", operation_id = "set_receipts",
    security(("bearer" = ["admin"])), request_body = Switch,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(super) async fn update_receipts(caller: Caller, Body(to): Body<Switch>) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut tx = caller.p.begin().await?;
    settings::set_receipts(&mut tx, &Receipts { on: to.on }).await?;
    platform::settings::record_change(&mut tx, &caller.actor(), "receipts").await?;
    tx.commit().await?;
    all(&mut caller.p.db.read().await?).await
}
