//! What is to be done in a conversation, beside it: ticked off, put in order, added to.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, CommandError};
use crate::queries::Thread;
use crate::rules::checklists::TEXT_MAX;
use crate::{ChecklistItem, ConversationId, ItemChange, ItemId};

/// The checklist, in the file of the conversation.
pub(super) fn section(lens: Lens<'_>, thread: &Thread) -> Markup {
    let (id, items) = (&thread.conversation.id, &thread.checklist);
    let done = items.iter().filter(|one| one.done_at.is_some()).count();
    html! {
        section #checklist {
            header {
                h2 { (lens.text("checklist-title")) }
                @if !items.is_empty() {
                    span.push.xs.quiet { (lens.say.with("checklist-count", args![done = done.to_string(), all = items.len().to_string()])) }
                }
            }
            @if !items.is_empty() {
                ul.col.g-3 { @for (n, item) in items.iter().enumerate() { (line(lens, id, item, (n > 0, n + 1 < items.len()))) } }
            }
            form.row.g-3 method="post" action={ "/conversations/" (id) "/checklist" } {
                label.vh for="checklist-text" { (lens.text("checklist-add")) }
                input.input #checklist-text name="text" maxlength=(TEXT_MAX) required placeholder=(lens.text("checklist-add")) autocomplete="off";
                @let add = lens.text("checklist-add");
                button.btn.ghost.small.icon aria-label=(add) title=(add) { (icon("plus")) }
            }
        }
    }
}

fn line(lens: Lens<'_>, id: &ConversationId, item: &ChecklistItem, (up, down): (bool, bool)) -> Markup {
    let done = item.done_at.is_some();
    let tick = lens.say.with(if done { "checklist-untick" } else { "checklist-tick" }, args![item = &item.text]);
    let button = |change: ItemChange, sign: &str, label: &str| {
        let label = lens.say.with(label, args![item = &item.text]);
        html! { button.btn.ghost.small.icon name="change" value=(change.code()) aria-label=(label) title=(label) { (icon(sign)) } }
    };
    html! {
        li {
            form.row.g-3 method="post" action={ "/conversations/" (id) "/checklist" } {
                input type="hidden" name="item" value=(item.id);
                button.btn.small.icon name="change" value=(if done { "undone" } else { "done" }) aria-pressed=(if done { "true" } else { "false" })
                    aria-label=(tick) title=(tick) { @if done { (icon("check")) } @else { span.vh { (tick) } } }
                span.grow {
                    @if done { s.quiet { (item.text) } } @else { (item.text) }
                    @if let Some(at) = item.done_at {
                        span.row.xs.quiet.g-2 { (icon_small("check")) (item.done_by) " " (lens.time(at)) }
                    }
                }
                @if up { (button(ItemChange::Up, "up", "checklist-up")) }
                @if down { (button(ItemChange::Down, "down", "checklist-down")) }
                (button(ItemChange::Removed, "x", "checklist-remove"))
            }
        }
    }
}

/// What is not done yet.
pub(super) fn open(thread: &Thread) -> impl Iterator<Item = &ChecklistItem> {
    thread.checklist.iter().filter(|one| one.done_at.is_none())
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    text: String,
    item: String,
    change: String,
}

/// `POST /conversations/{id}/checklist`: `text` to add (one thing a line), or `item` and what becomes of it by `change`.
///
/// # Errors
/// When the reader may not, there is no such conversation or thing, or the database cannot be used.
pub async fn checklist(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let outcome = match ItemChange::from_code(&asked.change) {
        Some(change) => {
            let item: ItemId = asked.item.parse().map_err(|_| Error::NotFound)?;
            commands::change_item(&p, &who.actor(), &item, change).await.map(drop)
        }
        None => commands::add_items(&p, &who.actor(), &id, &asked.text).await.map(drop),
    };
    match outcome {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}#checklist"))),
        // Somebody took it off meanwhile.
        Err(CommandError::NotFound) if !asked.change.is_empty() => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
