//! Saved views: found, made of the list that is open or from nothing, changed, removed and brought back.

mod branch;
mod form;
pub mod tree;
mod typed;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::DepartmentId;
use people::department::Department;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::{Asked as Saved, Wrong, may, page};
use crate::commands::{self, reader};
use crate::rules::macros::Reader;
use crate::{SavedView, ViewId, Visible, queries};

pub use form::{create, edit, new, update};

const HERE: &str = "/settings/views";
const HEAD: (&str, &str) = ("settings-views", "views-lead");

/// What the address of the list asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `saved`.
    done: String,
    /// A view that was just removed.
    gone: String,
}

/// `GET /settings/views`.
///
/// # Errors
/// When the reader may not, or views cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    may(&who, Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let all = queries::views(&mut conn, &who.staff).await?;
    let departments = people::department::all(&mut conn).await?;
    let gone = match asked.gone.parse() {
        Ok(id) => queries::removed_view(&mut conn, &who.staff, &id).await?,
        Err(_) => None,
    };
    drop(conn);
    let body = html! {
        @if let Some(gone) = &gone { (removed(&who.say, gone)) }
        (list(&who.say, &all, &departments, reader(&who.staff)))
    };
    let saved = Saved { done: asked.done, ..Saved::default() };
    page(&p, &who, HEAD, &Wrong::default(), &saved, &body).await
}

fn removed(say: &Say, gone: &SavedView) -> Markup {
    html! {
        form.callout data-tone="ok" method="post" action={ (HERE) "/" (gone.id) "/restore" } {
            (icon("check"))
            div.row.wrap {
                p role="status" { (say.with("views-removed", args![name = &gone.name])) }
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (icon("undo")) (say.text("word-undo")) }
            }
        }
    }
}

fn list(say: &Say, all: &[SavedView], departments: &[Department], reader: Reader<'_>) -> Markup {
    let department =
        |id: &DepartmentId| departments.iter().find(|one| one.id == *id).map_or("", |one| one.name.as_str());
    html! {
        div.row { a.btn.primary.push href={ (HERE) "/new" } { (icon("plus")) (say.text("views-new")) } }
        @if all.is_empty() {
            section.card.col.g-4 { p.w-550 { (say.text("views-none")) } p.soft { (say.text("views-none-why")) } }
        } @else {
            section.card {
                ul.col.g-5 {
                    @for one in all {
                        li.row.wrap {
                            div.col.g-1 {
                                a.w-550 href={ (HERE) "/" (one.id) } { (one.name) }
                                span.sm.quiet { @match &one.visible {
                                    Visible::Everyone => (say.text("macros-for-everyone")),
                                    Visible::Department(id) => (department(id)),
                                    Visible::Own(_) => (say.text("macros-for-me")),
                                } }
                            }
                            (verbs(say, one, reader))
                        }
                    }
                }
            }
        }
    }
}

fn verbs(say: &Say, one: &SavedView, reader: Reader<'_>) -> Markup {
    let label = say.with("views-remove", args![name = &one.name]);
    html! {
        span.push.row.g-1 {
            a.btn.ghost.small href={ "/inbox?view=" (one.id) } { (icon("eye")) (say.text("views-open")) }
            @if reader.changes(&one.visible) {
                form method="post" action={ (HERE) "/" (one.id) "/remove" } {
                    button.btn.ghost.icon.small aria-label=(label) title=(label) { (icon("x")) }
                }
            }
        }
    }
}

/// `POST /settings/views/{id}/remove`.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ViewId = id.parse().map_err(|_| Error::NotFound)?;
    commands::remove_view(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("{HERE}?gone={id}")))
}

/// `POST /settings/views/{id}/restore`: takes a removal back.
///
/// # Errors
/// See [`show`].
pub async fn restore(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ViewId = id.parse().map_err(|_| Error::NotFound)?;
    commands::restore_view(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(HERE))
}
