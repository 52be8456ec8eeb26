//! Changes of the other names a customer goes by.

use axum::extract::{Path, State};
use axum::response::Response;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use serde::Deserialize;

use super::{finish, named};
use crate::file;
use crate::staff::Who;

/// Another name, and the one it takes the place of.
#[derive(Debug, Deserialize)]
pub struct Typed {
    name: String,
    #[serde(default)]
    before: String,
}

/// Adds another name.
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
    let answer = file::add_name(&mut tx, &who.actor(), &person, &new.name).await;
    finish(&p, &who, &person, tx, answer, ("also", &new.name)).await
}

/// Puts another name right.
///
/// # Errors
/// See [`add`].
pub async fn change(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = file::change_name(&mut tx, &who.actor(), &person, &new.before, &new.name).await;
    let form = format!("also-{}", new.before);
    finish(&p, &who, &person, tx, answer, (&form, &new.name)).await
}

/// Takes another name away.
///
/// # Errors
/// See [`add`].
pub async fn remove(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(gone): Form<Typed>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = file::remove_name(&mut tx, &who.actor(), &person, &gone.name).await;
    finish(&p, &who, &person, tx, answer, ("also", "")).await
}
