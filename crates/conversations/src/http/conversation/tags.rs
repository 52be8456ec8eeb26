//! The words on a conversation: shown, put on and taken off.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::lens::Lens;
use super::super::{chips, error, undoing};
use super::refused;
use crate::commands::{self, CommandError};
use crate::{Conversation, ConversationId, Tag};

/// Often used ones that are offered by a press of their own.
const OFFERED: usize = 6;

/// The words on it, each leading to all that bear it.
pub(in crate::http) fn shown(tags: &[Tag]) -> Markup {
    html! { @for tag in tags { (chips::tag_link(tag)) } }
}

/// A button that opens the words.
pub(in crate::http) fn button(lens: Lens<'_>) -> Markup {
    if !lens.works {
        return html! {};
    }
    html! {
        button.btn.ghost.small type="button" popovertarget="tag-menu" data-key="t" aria-keyshortcuts="T"
            title=(lens.text("conversation-tag")) {
            (icon("tag")) span.vh { (lens.text("conversation-tag")) } " " kbd aria-hidden="true" { "T" }
        }
    }
}

/// What the button opens: a field for words, those that are on it, and those that often are.
pub(in crate::http) fn menu(
    lens: Lens<'_>,
    it: &Conversation,
    on: &[Tag],
    known: &[Tag],
    back: Option<&str>,
) -> Markup {
    if !lens.works {
        return html! {};
    }
    let action = format!("/conversations/{}/tags", it.id);
    let offered: Vec<_> = known.iter().filter(|tag| !on.contains(tag)).take(OFFERED).collect();
    let hidden = html! { @if let Some(back) = back { input type="hidden" name="back" value=(back); } };
    html! {
        div.menu.scroll #tag-menu popover {
            form.row method="post" action=(action) {
                (hidden)
                (field(lens, "tag-add", "add", known))
                button.btn.small.nowrap { (lens.text("tags-add")) }
            }
            @if !on.is_empty() {
                p.head-s { (lens.text("tags-on-it")) }
                form method="post" action=(action) {
                    (hidden)
                    @for tag in on {
                        button.item name="remove" value=(tag.name)
                            aria-label=(lens.say.with("tags-take-off", args![tag = &tag.name])) {
                            (chips::tag(tag)) span.push { (icon("x")) }
                        }
                    }
                }
            }
            @if !offered.is_empty() {
                p.head-s { (lens.text("tags-often")) }
                form method="post" action=(action) {
                    (hidden)
                    @for tag in offered {
                        button.item name="add" value=(tag.name) { (chips::tag(tag)) span.push { (icon("plus")) } }
                    }
                }
            }
        }
    }
}

/// A field in which known words are offered as one types.
pub(in crate::http) fn field(lens: Lens<'_>, id: &str, name: &str, known: &[Tag]) -> Markup {
    html! {
        label.vh for=(id) { (lens.text("tags-field")) }
        input.input id=(id) name=(name) list={ (id) "-known" } placeholder=(lens.text("tags-field")) autocomplete="off"
            autocapitalize="off" maxlength="400" data-first;
        datalist id={ (id) "-known" } { @for tag in known { option value=(tag.name) {} } }
    }
}

/// The fields of these forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    add: String,
    remove: String,
    back: String,
}

/// `POST /conversations/{id}/tags`: `add` words with a comma between them, or `remove` them.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn tags(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let outcome = if asked.remove.is_empty() {
        commands::tag(&p, &who.actor(), &id, &[asked.add]).await
    } else {
        commands::untag(&p, &who.actor(), &id, &[asked.remove]).await
    };
    match outcome {
        Ok(step) => {
            let list = asked.back.starts_with("/inbox?");
            let to = if list { asked.back } else { format!("/conversations/{id}") };
            Ok(respond::see(&undoing::with_step(&to, step.as_ref())))
        }
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
