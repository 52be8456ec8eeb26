//! Macros: found, arranged, copied, removed and brought back. Each colleague has their own beside everybody's.

mod fitting;
mod form;
mod pictures;
mod preview;
mod typed;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::DepartmentId;
use people::department::Department;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::{Asked as Saved, Wrong, may, page};
use crate::commands::{self, CommandError, reader};
use crate::rules::macros::Reader;
use crate::{Macro, MacroId, MacroKind, Visible, queries, settings};

pub use form::{create, edit, file, new, update};

const HERE: &str = "/settings/macros";
const HEAD: (&str, &str) = ("settings-macros", "macros-lead");

/// What the address of the list asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Words to look for.
    q: String,
    /// `saved`.
    done: String,
    /// A macro that was just removed.
    gone: String,
    /// `many`: there was no room for another.
    refused: String,
}

/// `GET /settings/macros`: `q` narrows the list down.
///
/// # Errors
/// When the reader may not, or macros cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    may(&who, Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let all = queries::macros(&mut conn, &who.staff).await?;
    let departments = people::department::all(&mut conn).await?;
    let gone = match asked.gone.parse() {
        Ok(id) => queries::removed_macro(&mut conn, &who.staff, &id).await?,
        Err(_) => None,
    };
    let zone = commands::zone_of(&settings::business(&mut conn).await?);
    drop(conn);
    let body = html! {
        @if let Some(gone) = &gone { (removed(&who.say, gone)) }
        @if asked.refused == "many" {
            div.callout data-tone="warn" role="alert" { (icon("alert")) p { (who.say.text("refusal-too-many-macros")) } }
        }
        (list(&who.say, &all, (&departments, &zone), asked.q.trim(), reader(&who.staff)))
    };
    let saved = Saved { done: asked.done, ..Saved::default() };
    page(&p, &who, HEAD, &Wrong::default(), &saved, &body).await
}

fn removed(say: &Say, gone: &Macro) -> Markup {
    html! {
        form.callout data-tone="ok" method="post" action={ (HERE) "/" (gone.id) "/restore" } {
            (icon("check"))
            div.row.wrap {
                p role="status" { (say.with("macros-removed", args![name = &gone.name])) }
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (icon("undo")) (say.text("word-undo")) }
            }
        }
    }
}

/// What the lines of the list name.
type Around<'a> = (&'a [Department], &'a TimeZone);

fn list(say: &Say, all: &[(Macro, queries::Uses)], around: Around<'_>, q: &str, reader: Reader<'_>) -> Markup {
    let wanted = q.to_lowercase();
    let found = |one: &Macro| {
        one.name.to_lowercase().contains(&wanted)
            || one.texts.values().any(|text| text.to_lowercase().contains(&wanted))
    };
    let shown: Vec<_> = all.iter().filter(|(one, _)| wanted.is_empty() || found(one)).collect();
    // Moved among all: in a part of them one would not see it.
    let arranged = wanted.is_empty();
    html! {
        div.row.wrap {
            @if !all.is_empty() {
                form.row role="search" method="get" action=(HERE) {
                    label.vh for="q" { (say.text("macros-find")) }
                    input.input #q type="search" name="q" value=(q) placeholder=(say.text("macros-find")) autocomplete="off";
                    button.btn { (icon("search")) (say.text("word-search")) }
                }
            }
            a.btn.primary.push href={ (HERE) "/new" } { (icon("plus")) (say.text("macros-new")) }
        }
        @if all.is_empty() {
            section.card.col.g-4 { p.w-550 { (say.text("macros-none")) } p.soft { (say.text("macros-none-why")) } }
        } @else if shown.is_empty() {
            p.soft role="status" { (say.with("macros-not-found", args![q = q])) " " a href=(HERE) { (say.text("macros-all")) } }
        } @else {
            section.card {
                ul.col.g-5 {
                    @for (at, (one, used)) in shown.iter().enumerate() {
                        li.row.wrap {
                            (line(say, one, used, around))
                            (verbs(say, one, reader, (arranged && at > 0, arranged && at + 1 < shown.len())))
                        }
                    }
                }
            }
        }
    }
}

fn line(say: &Say, one: &Macro, used: &queries::Uses, (departments, zone): Around<'_>) -> Markup {
    let department =
        |id: &DepartmentId| departments.iter().find(|one| one.id == *id).map_or("", |one| one.name.as_str());
    html! {
        div.col.g-1 {
            span.row.g-3 {
                @if one.kind == MacroKind::Note { (icon_small("lock")) }
                a.w-550 href={ (HERE) "/" (one.id) } { (one.name) }
            }
            span.sm.quiet.row.wrap.g-4 {
                span { @match &one.visible {
                    Visible::Everyone => (say.text("macros-for-everyone")),
                    Visible::Department(id) => (department(id)),
                    Visible::Own(_) => (say.text("macros-for-me")),
                } }
                @for language in one.texts.keys() { span lang=(language.code()) { (language.own_name()) } }
                @if !one.files.is_empty() { span { (icon_small("clip")) (say.with("macros-files-count", args![count = one.files.len()])) } }
                @if let Some(when) = fitting::short(say, &one.when, departments) { span { (when) } }
                span { (say.with("macros-uses", args![count = used.n])) }
                @if let Some(last) = used.last { span { (say.with("macros-used-last", args![day = say.date(last, zone)])) } }
            }
        }
    }
}

/// What can be done with one. `moves` is whether there is a place above it and below it.
fn verbs(say: &Say, one: &Macro, reader: Reader<'_>, moves: (bool, bool)) -> Markup {
    let changes = reader.changes(&one.visible);
    let name = &one.name;
    let path = |verb: &str| format!("{HERE}/{}/{verb}", one.id);
    let verb = |verb: &str, value: &str, sign: &str, text: &str| {
        let label = say.with(text, args![name = name]);
        html! {
            form method="post" action=(path(verb)) {
                button.btn.ghost.icon.small name="by" value=(value) aria-label=(label) title=(label) { (icon(sign)) }
            }
        }
    };
    html! {
        span.push.row.g-1 {
            @if changes && moves.0 { (verb("move", "up", "up", "macros-up")) }
            @if changes && moves.1 { (verb("move", "down", "down", "macros-down")) }
            (verb("copy", "", "plus", "macros-copy"))
            @if changes { (verb("remove", "", "x", "macros-remove")) }
        }
    }
}

/// The field of the form that moves one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Move {
    by: String,
}

/// `POST /settings/macros/{id}/move`: `by` is `up` or `down`.
///
/// # Errors
/// See [`show`].
pub async fn arrange(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(to): Form<Move>,
) -> Result<Response, Error> {
    let id: MacroId = id.parse().map_err(|_| Error::NotFound)?;
    commands::move_macro(&p, &who.actor(), &id, to.by == "up").await.map_err(error)?;
    Ok(respond::see(HERE))
}

/// `POST /settings/macros/{id}/copy`: leads to the copy.
///
/// # Errors
/// See [`show`].
pub async fn copy(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MacroId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::copy_macro(&p, &who.actor(), &id).await {
        Ok(copy) => Ok(respond::see(&format!("{HERE}/{copy}"))),
        Err(CommandError::Refused(_)) => Ok(respond::see(&format!("{HERE}?refused=many"))),
        Err(other) => Err(error(other)),
    }
}

/// `POST /settings/macros/{id}/remove`.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MacroId = id.parse().map_err(|_| Error::NotFound)?;
    commands::remove_macro(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("{HERE}?gone={id}")))
}

/// `POST /settings/macros/{id}/restore`: takes a removal back.
///
/// # Errors
/// See [`show`].
pub async fn restore(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MacroId = id.parse().map_err(|_| Error::NotFound)?;
    commands::restore_macro(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(HERE))
}
