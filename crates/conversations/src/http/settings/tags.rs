//! The words on conversations, for everybody: their names and colours, two made one, one taken away.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::{chips, error};
use super::{Asked, AskedQuery, Wrong, may, page};
use crate::commands::{self, CommandError};
use crate::rules::tags::NAME_MAX;
use crate::{Tag, TagId, TagTone, queries};

const HEAD: (&str, &str) = ("settings-tags", "tags-lead");
const SAVED: &str = "/settings/tags?done=saved";
/// More than this nobody looks through.
const MOST: i64 = 500;

/// The fields of these forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Change {
    name: String,
    tone: String,
    into: String,
    sure: String,
}

/// `GET /settings/tags`: `ask` is a tag about to be removed.
///
/// # Errors
/// When the reader may not, or tags cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    shown(&p, &who, &asked, &Wrong::default(), None).await
}

async fn shown(p: &Platform, who: &Who, asked: &Asked, wrong: &Wrong, typed: Option<&Tag>) -> Result<Response, Error> {
    let mut tags = queries::tags(&mut p.db.read().await?, MOST).await?;
    tags.sort_by_cached_key(|(tag, _)| tag.name.to_lowercase());
    page(p, who, HEAD, wrong, asked, &list(&who.say, &tags, &asked.ask, wrong, typed)).await
}

/// `POST /settings/tags/{id}`: `name` and `tone`.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let id: TagId = id.parse().map_err(|_| Error::NotFound)?;
    let tone = TagTone::from_code(&change.tone).unwrap_or_default();
    match commands::change_tag(&p, &who.actor(), &id, &change.name, tone).await {
        Ok(()) => Ok(respond::see(SAVED)),
        Err(CommandError::Refused(refusal)) => {
            let mut wrong = Wrong::default();
            wrong.add(format!("name-{id}"), refusal.message());
            let typed = Tag { id, name: change.name, tone };
            shown(&p, &who, &Asked::default(), &wrong, Some(&typed)).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /settings/tags/{id}/merge`: what bears it bears `into` from now on.
///
/// # Errors
/// See [`show`].
pub async fn merge(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let id: TagId = id.parse().map_err(|_| Error::NotFound)?;
    let into: TagId = change.into.parse().map_err(|_| Error::NotFound)?;
    commands::merge_tags(&p, &who.actor(), &id, &into).await.map_err(error)?;
    Ok(respond::see(SAVED))
}

/// `POST /settings/tags/{id}/remove`: asks first when conversations bear it.
///
/// # Errors
/// See [`show`].
pub async fn remove(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let id: TagId = id.parse().map_err(|_| Error::NotFound)?;
    if change.sure.is_empty() {
        return Ok(respond::see(&format!("/settings/tags?ask={id}")));
    }
    commands::remove_tag(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(SAVED))
}

fn list(say: &Say, tags: &[(Tag, i64)], ask: &str, wrong: &Wrong, typed: Option<&Tag>) -> Markup {
    html! {
        @if let Some((tag, n)) = tags.iter().find(|(tag, _)| tag.id.as_str() == ask) { (sure(say, tag, *n)) }
        @if tags.is_empty() {
            p.quiet { (say.text("tags-none")) }
        } @else {
            section.card.col.g-5 {
                @for (tag, n) in tags {
                    @let now = typed.filter(|typed| typed.id == tag.id);
                    details.fold #(tag.id) open[now.is_some()] {
                        summary {
                            (icon("right")) (chips::tag(tag)) " "
                            span.quiet.sm { (say.with("tags-count", args![count = *n])) }
                        }
                        div.col.g-5.pad { (forms(say, tag, now.unwrap_or(tag), tags, wrong)) }
                    }
                }
            }
        }
    }
}

/// What can be done with one tag. `now` is as somebody typed it.
fn forms(say: &Say, tag: &Tag, now: &Tag, tags: &[(Tag, i64)], wrong: &Wrong) -> Markup {
    let (name, tone, into) = (format!("name-{}", tag.id), format!("tone-{}", tag.id), format!("into-{}", tag.id));
    let error = wrong.of(&name);
    let others = || tags.iter().map(|(other, _)| other).filter(|other| other.id != tag.id);
    html! {
        p { a href=(chips::tag_path(&tag.name)) { (say.text("tags-show")) } }
        form.tiles.min-s.end method="post" action={ "/settings/tags/" (tag.id) } {
            div.field {
                label for=(name) { (say.text("tags-name")) }
                input.input id=(name) name="name" value=(now.name) maxlength=(NAME_MAX) autocomplete="off" required
                    aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| format!("{name}-e"))];
                @if let Some(error) = error { p.error id={ (name) "-e" } { (icon_small("alert")) (say.text(error)) } }
            }
            div.field {
                label for=(tone) { (say.text("tags-tone")) }
                select.input id=(tone) name="tone" {
                    @for one in TagTone::ALL { option value=(one.code()) selected[one == now.tone] { (say.text(colour(one))) } }
                }
            }
            div { button.btn { (say.text("word-save")) } }
        }
        @if others().next().is_some() {
            form.tiles.min-s.end method="post" action={ "/settings/tags/" (tag.id) "/merge" } {
                div.field {
                    label for=(into) { (say.text("tags-merge-into")) }
                    select.input id=(into) name="into" aria-describedby={ (into) "-h" } {
                        @for other in others() { option value=(other.id) { (other.name) } }
                    }
                    p.hint id={ (into) "-h" } { (say.text("tags-merge-hint")) }
                }
                div { button.btn { (say.text("merge-do")) } }
            }
        }
        form method="post" action={ "/settings/tags/" (tag.id) "/remove" } {
            button.btn.ghost.small { (icon("x")) (say.text("tags-forget")) }
        }
    }
}

/// Removing a tag cannot be undone.
fn sure(say: &Say, tag: &Tag, n: i64) -> Markup {
    html! {
        form.callout data-tone="warn" method="post" action={ "/settings/tags/" (tag.id) "/remove" } {
            (icon("alert"))
            div.col.g-4 {
                p role="alert" { (say.with("tags-sure", args![tag = &tag.name, count = n])) }
                div.row.wrap {
                    button.btn.danger name="sure" value="1" { (say.text("tags-forget")) }
                    a.btn.ghost href="/settings/tags" { (say.text("word-cancel")) }
                }
            }
        }
    }
}

/// The message that names a colour.
const fn colour(tone: TagTone) -> &'static str {
    match tone {
        TagTone::Plain => "tags-tone-plain",
        TagTone::Accent => "tags-tone-accent",
        TagTone::Ok => "tags-tone-ok",
        TagTone::Warn => "tags-tone-warn",
        TagTone::Bad => "tags-tone-bad",
        TagTone::Info => "tags-tone-info",
    }
}
