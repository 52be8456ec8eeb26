//! Changes of a customer's addresses.

use axum::extract::{Path, State};
use axum::response::Response;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use serde::Deserialize;

use super::{finish, named};
use crate::person;
use crate::staff::Who;

/// An address, and the one it takes the place of.
#[derive(Debug, Deserialize)]
pub struct Typed {
    address: String,
    #[serde(default)]
    before: String,
}

/// Adds an address, so that what comes from it is theirs.
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
    let answer = person::add_address(&mut tx, &who.actor(), &person, &new.address).await;
    finish(&p, &who, &person, tx, answer, ("address", &new.address)).await
}

/// Puts an address right.
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
    let answer = person::change_address(&mut tx, &who.actor(), &person, &new.before, &new.address).await;
    let form = format!("address-{}", person::fold_address(&new.before));
    finish(&p, &who, &person, tx, answer, (&form, &new.address)).await
}

/// Takes an address away.
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
    let answer = person::remove_address(&mut tx, &who.actor(), &person, &gone.address).await;
    let form = format!("address-{}", person::fold_address(&gone.address));
    finish(&p, &who, &person, tx, answer, (&form, &gone.address)).await
}
