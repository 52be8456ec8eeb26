//! Changes of what colleagues wrote down about a customer.

use axum::extract::{Path, State};
use axum::response::Response;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use serde::Deserialize;

use super::{finish, named};
use crate::NoteId;
use crate::file;
use crate::staff::Who;

/// A note as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    body: String,
    pinned: Option<String>,
}

fn note_of(id: &str) -> Result<NoteId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// Writes something down.
///
/// # Errors
/// When there is no such customer or the reader may not; so for all changes.
pub async fn add(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = file::add_note(&mut tx, &who.actor(), &person, &new.body, new.pinned.is_some()).await;
    finish(&p, &who, &person, tx, answer, ("note", &new.body)).await
}

/// Changes what a note says.
///
/// # Errors
/// See [`add`].
pub async fn change(
    who: Who,
    State(p): State<Platform>,
    Path((id, note)): Path<(String, String)>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let (person, note) = (named(&id)?, note_of(&note)?);
    let mut tx = p.begin().await?;
    let answer = file::change_note(&mut tx, &who.actor(), &person, &note, &new.body).await;
    finish(&p, &who, &person, tx, answer, (&format!("note-{note}"), &new.body)).await
}

/// Shows a note beside every conversation, or no longer.
///
/// # Errors
/// See [`add`].
pub async fn pin(
    who: Who,
    State(p): State<Platform>,
    Path((id, note)): Path<(String, String)>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let (person, note) = (named(&id)?, note_of(&note)?);
    let mut tx = p.begin().await?;
    let pinned = new.pinned.is_some_and(|pinned| !pinned.is_empty());
    let answer = file::pin_note(&mut tx, &who.actor(), &person, &note, pinned).await;
    finish(&p, &who, &person, tx, answer, ("", "")).await
}

/// Takes a note away.
///
/// # Errors
/// See [`add`].
pub async fn remove(
    who: Who,
    State(p): State<Platform>,
    Path((id, note)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (person, note) = (named(&id)?, note_of(&note)?);
    let mut tx = p.begin().await?;
    let answer = file::remove_note(&mut tx, &who.actor(), &person, &note).await;
    finish(&p, &who, &person, tx, answer, ("", "")).await
}
