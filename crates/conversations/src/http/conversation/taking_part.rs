//! Who takes part beside the customer, and conversations that belong together: what is offered and what
//! one can do.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::person::fold_address;
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, CommandError};
use crate::queries::Thread;
use crate::rules::states::Refusal;
use crate::{Conversation, ConversationId, Message, MessageId, MessageKind, Participant, ParticipantState};

/// What stands on a message of somebody who is new here: colleagues decide about them.
pub(super) fn new_here(lens: Lens<'_>, it: &Message, participants: &[Participant]) -> Markup {
    let address = fold_address(&it.from.address);
    let mine = |one: &&Participant| fold_address(&one.mailbox.address) == address;
    let found = participants.iter().find(mine).filter(|one| one.state == ParticipantState::NewHere);
    let Some(one) = found.filter(|_| it.kind == MessageKind::Inbound && lens.works) else { return html! {} };
    let who = if one.mailbox.name.is_empty() { &one.mailbox.address } else { &one.mailbox.name };
    html! {
        div.callout.mb data-tone="info" {
            (icon("user"))
            div.col.g-4 {
                p { (lens.say.with("new-here", args![who = who])) }
                div.row.wrap {
                    (standing(lens, &it.conversation, &one.mailbox.address, ParticipantState::Confirmed, "new-here-let-in"))
                    form method="post" action={ "/messages/" (it.id) "/split" } {
                        button.btn.ghost.small { (lens.text("new-here-split")) }
                    }
                }
            }
        }
    }
}

/// A button that changes how somebody stands.
fn standing(lens: Lens<'_>, id: &ConversationId, address: &str, to: ParticipantState, text: &str) -> Markup {
    html! {
        form method="post" action={ "/conversations/" (id) "/participants" } {
            input type="hidden" name="address" value=(address);
            button.btn.ghost.small name="state" value=(to.code()) { (lens.text(text)) }
        }
    }
}

/// Everybody beside the customer, in the file of the conversation.
pub(super) fn people(lens: Lens<'_>, thread: &Thread) -> Markup {
    let id = &thread.conversation.id;
    html! {
        @if !thread.participants.is_empty() {
            section {
                header { h2 { (lens.text("people-title")) } }
                ul.col.g-4 {
                    @for one in &thread.participants {
                        li.row.wrap {
                            span.cut { (one.mailbox.address) }
                            @if lens.works { span.push { (let_in_or_out(lens, id, one)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The button that changes how one of them stands.
fn let_in_or_out(lens: Lens<'_>, id: &ConversationId, one: &Participant) -> Markup {
    let address = &one.mailbox.address;
    match one.state {
        ParticipantState::Confirmed => standing(lens, id, address, ParticipantState::Removed, "people-take-out"),
        ParticipantState::NewHere | ParticipantState::Removed => {
            standing(lens, id, address, ParticipantState::Confirmed, "people-let-in")
        }
    }
}

/// What a message linked, to be merged or left apart; and the last merge, to be undone.
pub(super) fn belonging(lens: Lens<'_>, thread: &Thread) -> Markup {
    if !lens.works {
        return html! {};
    }
    let id = &thread.conversation.id;
    let number = |value: i64| html! { input type="hidden" name="number" value=(value); };
    html! {
        @for other in &thread.offers {
            div.callout data-tone="info" {
                (icon("link"))
                div.col.g-4 {
                    p {
                        (lens.text("merge-offer")) " "
                        a href={ "/conversations/" (other.id) } { "#" (other.number) " " (subject(lens, &other.subject)) }
                    }
                    div.row.wrap {
                        form method="post" action={ "/conversations/" (id) "/merge" } {
                            (number(other.number))
                            button.btn.small { (lens.say.with("merge-into", args![number = other.number.to_string()])) }
                        }
                        form method="post" action={ "/conversations/" (id) "/apart" } {
                            (number(other.number))
                            button.btn.ghost.small { (lens.text("merge-leave")) }
                        }
                    }
                }
            }
        }
        @if let Some((source, merged)) = &thread.merged {
            div.callout data-tone="info" {
                (icon("link"))
                div.row.wrap {
                    p { (lens.say.with("merge-done", args![number = merged.to_string()])) }
                    form method="post" action={ "/conversations/" (source) "/merge/undo" } {
                        button.btn.ghost.small { (lens.text("merge-undo")) }
                    }
                }
            }
        }
    }
}

/// The form that asks into which, in the menu of the conversation; how the two would read as one is shown first.
pub(super) fn merge_form(lens: Lens<'_>, it: &Conversation) -> Markup {
    html! {
        p.head-s { (icon_small("link")) (lens.text("merge-title")) }
        form.row method="get" action="/inbox/several" {
            input type="hidden" name="n" value=(it.number);
            label.vh for="merge-number" { (lens.text("merge-number")) }
            input.input.num #merge-number name="into" inputmode="numeric" placeholder="48213" required autocomplete="off";
            button.btn.small { (lens.text("merge-do")) }
        }
    }
}

/// The fields of these forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    address: String,
    state: String,
    number: String,
}

impl Asked {
    /// As people write it: `48213` or `#48213`.
    fn number(&self) -> i64 {
        self.number.trim().trim_start_matches('#').parse().unwrap_or(0)
    }
}

fn parse(id: &str) -> Result<ConversationId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

fn here(id: &ConversationId) -> Response {
    respond::see(&format!("/conversations/{id}"))
}

/// `POST /conversations/{id}/participants`: `address` takes part or does not.
///
/// # Errors
/// When the reader may not, or there is no such thing; so for all handlers here.
pub async fn participants(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let state = ParticipantState::from_code(&asked.state).ok_or_else(|| Error::invalid("problem-invalid-body"))?;
    commands::set_participant(&p, &who.actor(), &id, &asked.address, state).await.map_err(error)?;
    Ok(here(&id))
}

/// `POST /messages/{id}/split`: the message becomes a conversation of its own.
///
/// # Errors
/// See [`participants`].
pub async fn split(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    Ok(here(&commands::split(&p, &who.actor(), &id).await.map_err(error)?))
}

/// `POST /conversations/{id}/merge`: it becomes part of the one with `number`.
///
/// # Errors
/// See [`participants`].
pub async fn merge(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    match commands::merge(&p, &who.actor(), &id, asked.number()).await {
        Ok(target) => Ok(here(&target)),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/merge/undo`: what it became part of gives it back.
///
/// # Errors
/// See [`participants`].
pub async fn undo_merge(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    match commands::undo_merge(&p, &who.actor(), &id).await {
        Ok(()) => Ok(here(&id)),
        Err(CommandError::Refused(refusal @ Refusal::MergeStays)) => {
            let target = crate::queries::where_merged(&mut p.db.read().await?, &id).await?;
            refused(&p, &who, &target, refusal).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/apart`: an offered merge is turned down.
///
/// # Errors
/// See [`participants`].
pub async fn leave_apart(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    match commands::leave_apart(&p, &who.actor(), &id, asked.number()).await {
        Ok(()) => Ok(here(&id)),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
