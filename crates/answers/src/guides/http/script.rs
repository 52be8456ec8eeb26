//! Guides beside a conversation: a script for the telephone. What was done becomes an internal note.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use conversations::commands::{self as desk, CommandError};
use conversations::{ConversationId, queries};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::{label, said, told};
use crate::guides::model::Version;
use crate::guides::rules::{self, Walk, read_path, written};
use crate::guides::store;

/// Where a colleague stands.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    guide: String,
    v: String,
    path: String,
    note: String,
}

fn to(here: &str, address: &str, version: &Version, path: &[usize]) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("guide", address).append_pair("v", &version.number.to_string());
    format!("{here}?{}", query.append_pair("path", &written(path)).finish())
}

/// `GET /conversations/{id}/guides?guide=…&v=…&path=…`: the guides, or a place of one.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the tables cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let scope = allowed(&who.actor(), Action::NoteConversations)?;
    let mut conn = p.db.read().await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let all = store::live(&mut conn).await?;
    drop(conn);
    let (say, viewer) = (&who.say, who.viewer()?);
    let (back, here) = (format!("/conversations/{id}"), format!("/conversations/{id}/guides"));
    let chosen = all.iter().find(|(address, _)| *address == asked.guide);
    let path = chosen.filter(|(_, one)| one.number.to_string() == asked.v).map(|_| read_path(&asked.path));
    let path = path.unwrap_or_default();
    let walk = chosen.and_then(|(_, one)| rules::walk(&one.tree, &path, ""));
    let title = say.text("guides-script");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page.col.g-6 {
                header.page-head { h1 tabindex="-1" { (title) } }
                p { a href=(back) { (icon("back")) "#" (it.number) " " (it.subject) } }
                @if let (Some((address, version)), Some(walk)) = (chosen, &walk) {
                    (place(&who, &here, (address, version), walk))
                } @else {
                    @if all.is_empty() { p.quiet { (say.text("guides-none")) } }
                    ul.col.g-3 {
                        @for (address, version) in &all {
                            li { a href=(to(&here, address, version, &[])) {
                                (version.tree.names.shown(say.language(), version.tree.original))
                            } }
                        }
                    }
                }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn place(who: &Who, here: &str, (address, version): (&str, &Version), walk: &Walk<'_>) -> Markup {
    let (say, tree) = (&who.say, &version.tree);
    let node = walk.at;
    let lang = tree.spoken(say.language()).code();
    html! {
        section.card.col.g-4 aria-labelledby="place-h" {
            h2 #place-h lang=(lang) { (node.titles.shown(say.language(), tree.original)) }
            div lang=(lang) { (said(say, tree, node)) }
            @if node.kind.ending().is_some() { p { (say.text(&format!("guides-kind-{}", node.kind.code()))) } }
            div.row.wrap {
                @for (number, choice) in node.choices.iter().enumerate() {
                    @if node.kind.ending().is_none() {
                        a.btn lang=(lang) href=(to(here, address, version, &[walk.path.as_slice(), &[number]].concat())) {
                            (label(say, tree, choice))
                            @if !choice.product.is_empty() { " (" (choice.product) ")" }
                        }
                    }
                }
            }
            p.row.wrap {
                @if let Some((_, before)) = walk.path.split_last() {
                    a.sm href=(to(here, address, version, before)) { (icon("back")) (say.text("guides-back")) }
                }
                a.sm href=(here) { (say.text("guides-others")) }
            }
        }
        form.card.col.g-4 method="post" action=(here) {
            div.field {
                label for="note" { (say.text("guides-note")) }
                textarea.input #note name="note" rows="8" { (told(say, tree, walk)) }
            }
            p { button.btn.primary { (say.text("guides-keep-note")) } }
        }
    }
}

/// `POST /conversations/{id}/guides`: `note` becomes an internal note.
///
/// # Errors
/// See [`show`]; and when there is nothing in it.
pub async fn keep(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match desk::note(&p, &who.actor(), &id, &typed.note).await {
        Ok(_) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::NotFound) => Err(Error::NotFound),
        Err(CommandError::Forbidden) => Err(Error::Forbidden),
        Err(CommandError::Refused(refusal)) => Err(Error::invalid(refusal.message())),
        Err(CommandError::Fault(fault)) => Err(Error::Fault(fault)),
    }
}
