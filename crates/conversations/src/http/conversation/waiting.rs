//! Replies that go later: how they stand in the thread, and the buttons that change that.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::super::error;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, Answer, CommandError};
use crate::{ConversationId, Delivery, DeliveryState, HeldBecause, Message, MessageId, queries};

/// What stands under a reply that waits for its time or was held back; nothing under others.
pub(super) fn actions(lens: Lens<'_>, it: &Message, delivery: &Delivery) -> Markup {
    let held = match delivery.state {
        DeliveryState::Scheduled => false,
        DeliveryState::Held => true,
        _ => return html! {},
    };
    let (first, rest) = if !held {
        (lens.text("waiting-title"), Some(lens.text("waiting-body")))
    } else {
        let wrote = |who: &str| lens.say.with("waiting-held-wrote", args![who = who]);
        let reason = match HeldBecause::of_words(&delivery.words) {
            HeldBecause::SomebodyWrote => wrote(HeldBecause::who_wrote(&delivery.words).unwrap_or_default()),
            HeldBecause::Closed => lens.text("waiting-held-closed"),
            HeldBecause::Merged => lens.text("waiting-held-merged"),
        };
        (reason, None)
    };
    let send = if held { "waiting-send-anyway" } else { "waiting-send-now" };
    let button = |path: &str, class: &str, sign: &str, text: &str| {
        html! {
            form method="post" action={ "/messages/" (it.id) "/" (path) } {
                button class=(class) { (icon(sign)) (lens.text(text)) }
            }
        }
    };
    html! {
        div.callout.mt data-tone=(if held { "warn" } else { "info" }) {
            (icon(if held { "alert" } else { "clock" }))
            div.col.g-4 {
                p { b { (first) } @if let Some(rest) = rest { " " (rest) } }
                @if lens.works {
                    div.row.wrap {
                        (button("edit", "btn small", "undo", "waiting-edit"))
                        (button("send", "btn small", "send", send))
                        (button("cancel", "btn ghost small", "x", "waiting-cancel"))
                    }
                }
            }
        }
    }
}

/// `POST /messages/{id}/send`: sends now what waits for its time or was held back.
///
/// # Errors
/// When the reader may not, there is no such reply, or the database cannot be used; so for all.
pub async fn send(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = commands::send_now(&p, &who.actor(), &id).await;
    answer(&p, &who, &id, outcome, "").await
}

/// `POST /messages/{id}/cancel`: a reply that waits will not go.
///
/// # Errors
/// See [`send`].
pub async fn cancel(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = commands::cancel(&p, &who.actor(), &id).await;
    answer(&p, &who, &id, outcome, "").await
}

/// `POST /messages/{id}/edit`: a reply that waits comes back into the composer.
///
/// # Errors
/// See [`send`].
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = commands::edit(&p, &who.actor(), &id).await;
    answer(&p, &who, &id, outcome, "?back=reply#reply").await
}

fn parse(id: &str) -> Result<MessageId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn answer(
    p: &Platform,
    who: &Who,
    id: &MessageId,
    outcome: Answer<ConversationId>,
    then: &str,
) -> Result<Response, Error> {
    match outcome {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}{then}"))),
        Err(CommandError::Refused(refusal)) => {
            let scope = base::allowed(&who.actor(), base::Action::WorkConversations)?;
            let message = queries::message(&mut p.db.read().await?, &scope, id).await?.ok_or(Error::NotFound)?;
            refused(p, who, &message.conversation, refusal).await
        }
        Err(other) => Err(error(other)),
    }
}
