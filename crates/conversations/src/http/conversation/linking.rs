//! What a conversation is linked with: shown beside it, made by number or from the customer's others, taken away.

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

use super::super::chips;
use super::super::error;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, CommandError};
use crate::queries::{ListRow, Thread};
use crate::{Conversation, ConversationId, Group, LinkKind, Linked};

/// The links, in the file of the conversation, and the form to add one.
pub(super) fn section(lens: Lens<'_>, thread: &Thread, others: &[ListRow]) -> Markup {
    let id = &thread.conversation.id;
    let text = lens.text("link-add");
    html! {
        section {
            header {
                h2 { (lens.text("link-title")) }
                @if lens.works {
                    button.btn.ghost.small.icon.push type="button" popovertarget="link-menu" aria-label=(text) title=(text) { (icon("plus")) }
                }
            }
            @if !thread.links.is_empty() {
                ul.col.g-4 { @for link in &thread.links { (line(lens, id, link)) } }
            }
            @if lens.works { (menu(lens, id, others)) }
        }
    }
}

fn line(lens: Lens<'_>, id: &ConversationId, link: &Linked) -> Markup {
    let it = &link.conversation;
    let remove = lens.say.with("link-remove", args![number = it.number.to_string()]);
    html! {
        li.row {
            span.xs.quiet.nowrap { (lens.text(kind_text(link.kind))) }
            a.cut.plain-link href={ "/conversations/" (it.id) } lang=[it.language.map(base::Language::code)] {
                "#" (it.number) " " (subject(lens, &it.subject))
            }
            span.push.row.g-3 {
                (chips::state(lens, it))
                @if lens.works { form method="post" action={ "/conversations/" (id) "/links" } {
                    input type="hidden" name="number" value=(it.number);
                    button.btn.ghost.small.icon name="kind" value="none" aria-label=(remove) title=(remove) { (icon("x")) }
                } }
            }
        }
    }
}

fn menu(lens: Lens<'_>, id: &ConversationId, others: &[ListRow]) -> Markup {
    html! {
        div.menu #link-menu popover {
            form.col.g-4.pad-bar method="post" action={ "/conversations/" (id) "/links" } {
                div.field {
                    label for="link-number" { (lens.text("link-number")) }
                    input.input.num #link-number name="number" inputmode="numeric" placeholder="48213" required autocomplete="off"
                        list="link-others" data-first;
                    datalist #link-others {
                        @for row in others { option value=(row.conversation.number) { (subject(lens, &row.conversation.subject)) } }
                    }
                }
                div.field {
                    label for="link-kind" { (lens.text("link-kind")) }
                    select.input #link-kind name="kind" {
                        @for kind in LinkKind::ALL { option value=(kind.code()) { (lens.text(kind_text(kind))) } }
                    }
                }
                button.btn.small { (icon("link")) (lens.text("link-add")) }
            }
        }
    }
}

/// What another is to this one.
const fn kind_text(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Related => "link-related",
        LinkKind::Parent => "link-parent",
        LinkKind::Child => "link-child",
    }
}

/// Its parts that are not done yet.
pub(super) fn open(thread: &Thread) -> impl Iterator<Item = &Conversation> {
    let open = |link: &&Linked| link.kind == LinkKind::Child && link.conversation.state.group() != Group::Closed;
    thread.links.iter().filter(open).map(|link| &link.conversation)
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    number: String,
    kind: String,
}

/// `POST /conversations/{id}/links`: `number` is `related`, `parent` or `child` by `kind`, or `none` of it.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn links(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let number = asked.number.trim().trim_start_matches('#').parse().unwrap_or(0);
    let outcome = match LinkKind::from_code(&asked.kind) {
        Some(kind) => commands::link(&p, &who.actor(), &id, number, kind).await,
        None => commands::unlink(&p, &who.actor(), &id, number).await,
    };
    match outcome {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
