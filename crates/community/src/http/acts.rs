//! What members do with a press: vote, accept, flag, follow.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::{Hall, error, to, topic_id};
use crate::commands;
use crate::model::Subject;
use crate::rules::flags::Why;

/// What a button sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    subject: String,
    post: String,
    on: String,
    why: String,
}

fn subject(text: &str) -> Result<Subject, Error> {
    Subject::read(text).ok_or(Error::NotFound)
}

/// `POST /community/q/{id}/vote`: `subject`, `on` = `1` or `0`.
///
/// # Errors
/// When it is not there, or is their own; so for all here.
pub async fn vote(
    State(p): State<Platform>,
    headers: HeaderMap,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Error> {
    let (_, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = subject(&pressed.subject)?;
    let topic = commands::vote(&p, &person, &id, pressed.on == "1").await.map_err(error)?;
    Ok(respond::see(&format!("{}#{}", to(&topic), id.as_str())))
}

/// `POST /community/q/{id}/accept`: `post`.
///
/// # Errors
/// See [`vote`].
pub async fn accept(
    State(p): State<Platform>,
    headers: HeaderMap,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Error> {
    let (_, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = pressed.post.parse().map_err(|_| Error::NotFound)?;
    let topic = commands::accept(&p, &person, &id).await.map_err(error)?;
    Ok(respond::see(&format!("{}#{id}", to(&topic))))
}

/// `POST /community/q/{id}/flag`: `subject`, `why`.
///
/// # Errors
/// See [`vote`].
pub async fn flag(
    State(p): State<Platform>,
    headers: HeaderMap,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Error> {
    let (_, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = subject(&pressed.subject)?;
    let why = Why::from_code(&pressed.why).ok_or(Error::NotFound)?;
    let topic = commands::flag(&p, &person, &id, why).await.map_err(error)?;
    Ok(respond::see(&format!("{}?done=flagged", to(&topic))))
}

/// `POST /community/q/{id}/follow`: `on` = `1` or `0`.
///
/// # Errors
/// See [`vote`].
pub async fn follow(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Error> {
    let (_, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = topic_id(&id)?;
    commands::follow(&p, &person, &id, pressed.on == "1").await.map_err(error)?;
    Ok(respond::see(&to(&id)))
}
