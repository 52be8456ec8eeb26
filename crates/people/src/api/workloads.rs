//! How much work colleagues take.

use axum::Json;
use axum::extract::Path;
use base::Action;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::{StaffId, staff, workload};

/// How much a colleague takes by turns.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "cap": 12, "weight": 50 }))]
pub(super) struct Workload {
    /// Open conversations at most; null for any number.
    #[schema(minimum = 1, maximum = 1000)]
    cap: Option<i64>,
    /// Which part of a whole position they fill, in hundredths.
    #[schema(minimum = 1, maximum = 100)]
    weight: i64,
}

async fn shown(caller: &Caller, id: &StaffId) -> Result<Json<Workload>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let mut conn = caller.p.db.read().await?;
    staff::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let workload::Workload { cap, weight } = workload::of(&mut conn, id).await?;
    Ok(Json(Workload { cap, weight }))
}

/// Tells how much a colleague takes
#[utoipa::path(get, path = "/colleagues/{id}/workload", tag = "Colleagues", operation_id = "get_workload",
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    responses((status = 200, description = "How much.", body = Workload)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Workload>, Problem> {
    shown(&caller, &id.parse().map_err(|_| Problem::not_found())?).await
}

/// Says how much a colleague takes
///
/// What is given out by turns goes to whoever has least open work for their part of a position, and to nobody who has
/// as much as they take. What they have stays with them.
#[utoipa::path(put, path = "/colleagues/{id}/workload", tag = "Colleagues", operation_id = "set_workload",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    request_body = Workload, responses((status = 200, description = "How much.", body = Workload)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Workload>,
) -> Result<Json<Workload>, Problem> {
    caller.must(Action::ManageStaff)?;
    let id: StaffId = id.parse().map_err(|_| Problem::not_found())?;
    let mut tx = caller.p.begin().await?;
    let new = workload::Workload { cap: new.cap, weight: new.weight };
    workload::set(&mut tx, &caller.actor(), &id, new).await?;
    tx.commit().await?;
    shown(&caller, &id).await
}
