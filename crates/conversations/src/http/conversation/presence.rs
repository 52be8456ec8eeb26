//! Who else has a conversation open, and who writes in it: above the composer, and a small mark in lists.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::presence::{Beat, Doing, Present};
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::lens::Lens;
use crate::{ConversationId, queries};

/// Colleagues whose names are said; the others are counted.
const NAMED: usize = 4;

/// Who is there beside the reader.
pub(in crate::http) fn others(p: &Platform, who: &Who, id: &ConversationId) -> Vec<Present> {
    let mut there = p.presence.at(id.as_str(), p.clock.machine());
    there.retain(|one| one.who != who.staff.id.as_str());
    there
}

/// Who writes there beside the reader.
pub(in crate::http) fn writer(p: &Platform, who: &Who, id: &ConversationId) -> Option<String> {
    others(p, who, id).into_iter().find(|one| one.doing.writes()).map(|one| one.name)
}

/// The line above the composer. It fetches itself when somebody comes, goes, begins or stops; the script beats for it:
/// at once, or in passing, where one may only leaf through, once one stays for a moment.
pub(in crate::http) fn line(lens: Lens<'_>, id: &ConversationId, there: &[Present], passing: bool) -> Markup {
    let path = format!("/conversations/{id}/presence");
    let again = format!("{path}{}", if passing { "?passing=1" } else { "" });
    html! {
        div.presence #presence role="status" data-beat=(path) data-passing[passing] hx-get=(again) hx-swap="outerMorph"
            hx-trigger={ "presence-" (id) " from:body, resync from:body" } {
            @if !there.is_empty() {
                div.row.wrap.pad-bar.sm.g-5 {
                    @for one in there.iter().take(NAMED) {
                        @let text = lens.say.with(words(one.doing), args![name = &one.name]);
                        @if one.doing.writes() {
                            span.chip data-tone="info" { (icon("edit")) span.cut { (text) } }
                        } @else {
                            span.row.g-3.quiet { (avatar(&one.name, &one.who, true, Size::Small)) span.cut { (text) } }
                        }
                    }
                    @if there.len() > NAMED { span.quiet { "+" (there.len() - NAMED) } }
                }
            }
        }
    }
}

const fn words(doing: Doing) -> &'static str {
    match doing {
        Doing::Looking => "presence-looking",
        Doing::Noting => "presence-noting",
        Doing::Replying => "presence-replying",
    }
}

/// The mark in a row: somebody writes there. It fetches itself alone, not the list.
pub(in crate::http) fn mark(lens: Lens<'_>, id: &ConversationId, writer: Option<&str>) -> Markup {
    html! {
        span #{ "w-" (id) } hx-get={ "/conversations/" (id) "/writing" } hx-swap="outerMorph"
            hx-trigger={ "writing-" (id) " from:body" } {
            @if let Some(name) = writer {
                span.chip data-tone="info" {
                    (icon("edit")) span.cut { (lens.say.with("presence-writing", args![name = name])) }
                }
            }
        }
    }
}

/// A conversation that the reader may see.
async fn seen(p: &Platform, who: &Who, id: &str) -> Result<ConversationId, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    queries::find(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    Ok(id)
}

/// What the line asks for when it fetches itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shown {
    passing: String,
}

/// `GET /conversations/{id}/presence`: the line alone.
///
/// # Errors
/// When there is no such conversation for the reader, or the database cannot be read.
pub async fn presence(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Error> {
    let id = seen(&p, &who, &id).await?;
    let there = others(&p, &who, &id);
    let passing = !shown.passing.is_empty();
    Ok(respond::page(StatusCode::OK, line(Lens::of(&p, &who, &[]), &id, &there, passing)))
}

/// `GET /conversations/{id}/writing`: the mark in a row alone.
///
/// # Errors
/// See [`presence`].
pub async fn writing(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = seen(&p, &who, &id).await?;
    let writer = writer(&p, &who, &id);
    Ok(respond::page(StatusCode::OK, mark(Lens::of(&p, &who, &[]), &id, writer.as_deref())))
}

/// What a page says while it is open.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `looking`, `replying`, `noting`; anything else: they leave.
    doing: String,
    /// Tells the pages of one colleague apart.
    page: String,
}

/// `POST /conversations/{id}/presence`: the page says that it is open, and whether somebody types.
///
/// # Errors
/// See [`presence`].
pub async fn beat(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let doing = Doing::from_code(&asked.doing);
    // Who leaves says nothing of what they leave: it may have been deleted a moment ago.
    let place = match doing {
        Some(_) => seen(&p, &who, &id).await?,
        None => id.parse().map_err(|_| Error::NotFound)?,
    };
    let place = place.to_string();
    let (id, name) = (who.staff.id.to_string(), who.staff.name.clone());
    p.beat(Beat { place, page: asked.page, who: id, name, doing }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
