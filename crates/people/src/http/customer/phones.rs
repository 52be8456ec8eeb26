//! Changes of a customer's telephones.

use axum::extract::{Path, State};
use axum::response::Response;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use serde::Deserialize;

use super::{finish, named};
use crate::file;
use crate::file::rules::phones::Country;
use crate::staff::Who;

/// A number, where it belongs when it does not say so, and the one it takes the place of.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    number: String,
    country: String,
    label: String,
    before: String,
}

/// Adds a telephone.
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
    let home = Country::of(&new.country);
    let answer = file::add_phone(&mut tx, &who.actor(), &person, &new.number, home, &new.label).await;
    finish(&p, &who, &person, tx, answer, ("phone", &new.number)).await
}

/// Puts a telephone right.
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
    let to = (new.number.as_str(), Country::of(&new.country), new.label.as_str());
    let answer = file::change_phone(&mut tx, &who.actor(), &person, &new.before, to).await;
    let form = format!("phone-{}", new.before);
    finish(&p, &who, &person, tx, answer, (&form, &new.number)).await
}

/// Takes a telephone away.
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
    let answer = file::remove_phone(&mut tx, &who.actor(), &person, &gone.number).await;
    finish(&p, &who, &person, tx, answer, ("phone", "")).await
}
