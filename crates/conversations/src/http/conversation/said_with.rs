//! What was said with a customer, or with the people of an organisation: fragments for their own pages.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::respond;

use super::super::lens::Lens;
use super::file;
use crate::{queries, settings};

/// Conversations on a page of somebody else's.
const MOST: i64 = 100;

/// `GET /customers/{id}/conversations`: what was said with a customer, for their own page.
///
/// # Errors
/// When the reader may not, or the database cannot be read.
pub async fn of_person(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let rows = queries::of_person(&mut conn, &scope, &id, MOST).await?;
    let names = settings::state_names(&mut conn).await?;
    Ok(respond::page(StatusCode::OK, file::conversations(Lens::of(&p, &who, &names), &rows, true)))
}

/// `GET /organisations/{id}/conversations`: what was said with its people, for its own page.
///
/// # Errors
/// When the reader may not, or the database cannot be read.
pub async fn of_organisation(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let rows = queries::of_organisation(&mut conn, &scope, &id, MOST).await?;
    let names = settings::state_names(&mut conn).await?;
    Ok(respond::page(StatusCode::OK, file::conversations(Lens::of(&p, &who, &names), &rows, true)))
}
