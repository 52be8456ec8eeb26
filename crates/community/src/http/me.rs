//! A member's own page: the name that others read, what they brought, and leaving.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::html;
use platform::Platform;
use platform::web::assets::icon_small;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::{Done, HERE, Hall, error, on_form, parts};
use crate::commands;
use crate::model::Topic;
use crate::rules::rights::NAME_MOST;
use crate::store;

/// Of what they brought, so much is shown: the newest.
const MOST: i64 = 100;

/// The name, and where they wanted to go.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    then: String,
}

/// `GET /community/me`.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn show(State(p): State<Platform>, headers: HeaderMap, Query(done): Query<Done>) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let mine = store::mine(&mut p.db.read().await?, &person, MOST).await?;
    let name = hall.member.as_ref().map(|member| member.name.clone()).unwrap_or_default();
    Ok(page(&hall, StatusCode::OK, &mine, &name, None, &done.done))
}

/// `POST /community/me`: `name`; `then` = `ask` goes on to asking.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn update(
    State(p): State<Platform>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    if let Err(failure) = commands::join(&p, &person, &typed.name).await {
        let message = on_form(failure)?;
        let mine = store::mine(&mut p.db.read().await?, &person, MOST).await?;
        return Ok(page(&hall, StatusCode::UNPROCESSABLE_ENTITY, &mine, &typed.name, Some(message), &typed.then));
    }
    Ok(respond::see(if typed.then == "ask" { "/community/ask" } else { "/community/me?done=saved" }))
}

/// `POST /community/me/leave`: what they wrote stays, without their name.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn leave(State(p): State<Platform>, headers: HeaderMap) -> Result<Response, Error> {
    let (_, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    commands::leave(&p, &person).await.map_err(error)?;
    Ok(respond::see("/community?done=left"))
}

/// The page; who has no name yet chooses one. `then` is what was done, or where they wanted to go.
pub(super) fn page(
    hall: &Hall,
    status: StatusCode,
    mine: &[Topic],
    name: &str,
    wrong: Option<&str>,
    then: &str,
) -> Response {
    let (say, here) = (&hall.say, format!("{HERE}/me"));
    let joined = hall.member.is_some();
    let title = say.text(if joined { "community-me" } else { "community-join" });
    let main = html! {
        div.shell.request {
            div.col.g-7 {
                (parts::said(say, then))
                header.col.prose.g-4 { h1 { (title) } }
                form.card.col.g-6.pad-card method="post" action=(here) novalidate {
                    @if then == "ask" { input type="hidden" name="then" value="ask"; }
                    div.field {
                        label for="name" { (say.text("community-name")) }
                        input.input id="name" name="name" maxlength=(NAME_MOST) value=(name) autocomplete="nickname"
                            aria-invalid=[wrong.map(|_| "true")]
                            aria-describedby=(if wrong.is_some() { "name-e" } else { "name-h" });
                        @if let Some(wrong) = wrong { p.error id="name-e" { (icon_small("alert")) (say.text(wrong)) } }
                        p.hint id="name-h" { (say.text("community-name-hint")) }
                    }
                    p { button.btn.primary { (say.text("word-save")) } }
                }
                @if joined {
                    section.col.g-4 aria-labelledby="mine" {
                        h2 #mine { (say.text("community-mine")) }
                        @if mine.is_empty() { p.soft { (say.text("community-mine-none")) } } @else { (parts::lines(hall, mine)) }
                    }
                    section.card.col.g-4 aria-labelledby="leave" {
                        h2 #leave { (say.text("community-leave")) }
                        p.soft { (say.text("community-leave-lead")) }
                        form method="post" action="/community/me/leave" { button.btn { (say.text("community-leave-go")) } }
                    }
                }
            }
        }
    };
    hall.page(status, &title, &here, &main)
}
