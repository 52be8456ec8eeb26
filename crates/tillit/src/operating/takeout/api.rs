//! The whole business as a packed file, for programs of owners.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::Action;
use people::api::Caller;
use platform::Platform;
use platform::api::{Problem, time};
use platform::backup::takeout::{self, State, Takeout, TakeoutId};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(create)).routes(routes!(show, delete)).routes(routes!(file))
}

/// The whole business as one packed file.
#[derive(Debug, Serialize, ToSchema)]
struct BusinessExport {
    /// Names it.
    id: String,
    /// How far it has come: `running`, `done`, `failed`, `removed`.
    state: String,
    /// Why it failed (`room`, `interrupted`, `fault`) or was removed (`hand`, `time`, `erased`, `account`);
    /// empty otherwise.
    reason: String,
    /// Hundredths of its tables that are written.
    percent: i64,
    /// Its size in bytes.
    size: i64,
    /// SHA-256 of the file, in hexadecimal letters; empty until it is done.
    sha256: String,
    /// Rows in it.
    rows: i64,
    /// Stored files in it.
    files: i64,
    /// Stored files that were missing or damaged already, by their digest; they are not in it.
    damaged: Vec<String>,
    /// What stayed behind: tables, columns and what is secret.
    left_out: Vec<String>,
    /// When it was asked for.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was whole, failed or was removed.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
    /// Until when it is kept.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

impl From<Takeout> for BusinessExport {
    fn from(it: Takeout) -> Self {
        Self {
            percent: if it.state == State::Done { 100 } else { it.percent() },
            id: it.id.to_string(),
            state: it.state.code().to_owned(),
            reason: it.reason.code().to_owned(),
            size: it.bytes,
            sha256: it.digest,
            rows: it.rows,
            files: it.files,
            damaged: it.damaged,
            left_out: it.left_out,
            created_at: time(it.at),
            ended_at: it.ended_at.map(time),
            expires_at: it.expires_at.map(time),
        }
    }
}

fn number(id: &str) -> Result<TakeoutId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn shown(caller: &Caller, id: &TakeoutId) -> Result<BusinessExport, Problem> {
    Ok(takeout::load(&mut caller.p.db.read().await?, &caller.actor(), id).await?.into())
}

/// Packs the whole business
///
/// For owners. A job writes what `tillit export` writes as one file (zip); one at a time. It is kept for 48 hours, and
/// removed when a customer is erased or words are taken out. Passwords, keys and sessions are not in it.
#[utoipa::path(post, path = "/exports", tag = "Settings", operation_id = "create_export", security(("bearer" = ["admin"])),
    responses((status = 202, description = "It has begun.", body = BusinessExport)))]
async fn create(caller: Caller) -> Result<(StatusCode, Json<BusinessExport>), Problem> {
    caller.must(Action::MoveBusiness)?;
    let mut tx = caller.p.begin().await?;
    let id = takeout::begin(&mut tx, &caller.actor()).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&caller, &id).await?)))
}

/// Shows how far packing has come
#[utoipa::path(get, path = "/exports/{id}", tag = "Settings", operation_id = "get_export",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "tko_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file.", body = BusinessExport)))]
async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<BusinessExport>, Problem> {
    caller.must(Action::MoveBusiness)?;
    Ok(Json(shown(&caller, &number(&id)?).await?))
}

/// Downloads the whole business
///
/// Refused as long as it is not done, and when it was removed.
#[utoipa::path(get, path = "/exports/{id}/file", tag = "Settings", operation_id = "download_export",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "tko_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file's bytes.", body = Vec<u8>, content_type = "application/zip")))]
async fn file(caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    caller.must(Action::MoveBusiness)?;
    // Always whole: the document knows no parts.
    let sent = super::fetched(&caller.p, &caller.actor(), &number(&id)?, &HeaderMap::new()).await?;
    sent.ok_or_else(|| takeout::Failure::NotThere.into())
}

/// Removes a packed business
///
/// One that is being written is stopped.
#[utoipa::path(delete, path = "/exports/{id}", tag = "Settings", operation_id = "delete_export",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "tko_01kyf5b0000000000000000000")),
    responses((status = 200, description = "What is left of it: that it was there.", body = BusinessExport)))]
async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<BusinessExport>, Problem> {
    caller.must(Action::MoveBusiness)?;
    let id = number(&id)?;
    let mut tx = caller.p.begin().await?;
    takeout::remove(&mut tx, &caller.actor(), &id).await?;
    tx.commit().await?;
    Ok(Json(shown(&caller, &id).await?))
}
