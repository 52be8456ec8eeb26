//! The offer to answer who wrote a forwarded mail, instead of who forwarded it. Nothing happens by itself.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::person::fold_address;
use people::staff::Who;
use platform::web::assets::icon;
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
use crate::rules::forwarded;
use crate::{Author, ConversationId, Mailbox, Message, MessageId, MessageKind};

/// Of how many of the newest mails it is asked whether they hand one on.
const LOOKED_AT: usize = 20;

/// A mail that was handed on, and who is the customer now.
struct Forwarded<'a> {
    message: &'a Message,
    writer: Mailbox,
    turned: bool,
}

fn find(thread: &Thread) -> Option<Forwarded<'_>> {
    let mails = thread.messages.iter().rev().filter(|message| message.kind == MessageKind::Inbound).take(LOOKED_AT);
    mails.into_iter().find_map(|message| {
        let writer = forwarded::writer(thread.first_subject(), message)?;
        let folded = fold_address(&writer.address);
        let turned = thread.addresses.iter().any(|address| fold_address(&address.shown) == folded);
        let offered = message.author == Author::Person(thread.person.id.clone());
        (turned || offered).then_some(Forwarded { message, writer, turned })
    })
}

/// Says who wrote the forwarded mail, and offers the other one.
pub(super) fn offer(lens: Lens<'_>, thread: &Thread) -> Markup {
    let Some(found) = find(thread).filter(|_| lens.works) else { return Markup::default() };
    let (writer, forwarder) = (&found.writer, &found.message.from);
    let named =
        |mailbox: &Mailbox| if mailbox.name.is_empty() { mailbox.address.clone() } else { mailbox.name.clone() };
    let (says, other, to) = match found.turned {
        false => ("forwarded-offer", named(writer), "writer"),
        true => ("forwarded-turned", named(forwarder), "forwarder"),
    };
    let wrote =
        thread.messages.iter().any(|message| fold_address(&message.from.address) == fold_address(&writer.address));
    html! {
        form.callout #forwarded method="post" action={ "/conversations/" (thread.conversation.id) "/customer" } {
            (icon("user"))
            div.col.g-4 {
                p { (lens.say.with(says, args![writer = named(writer), by = named(forwarder)])) }
                p.quiet {
                    span.mono { (writer.address) }
                    @if !wrote { " · " (lens.text("forwarded-unproved")) }
                }
                input type="hidden" name="message" value=(found.message.id);
                input type="hidden" name="to" value=(to);
                div.row { button.btn.small { (lens.say.with("forwarded-answer", args![name = other])) } }
            }
        }
    }
}

/// The fields of the offer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Choice {
    message: String,
    to: String,
}

/// `POST /conversations/{id}/customer`: `to` is `writer` or `forwarder` of the mail that `message` hands on.
///
/// # Errors
/// When the reader may not, or there is no such conversation or message.
pub async fn customer(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(choice): Form<Choice>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let message: MessageId = choice.message.parse().map_err(|_| Error::NotFound)?;
    let outcome = match choice.to.as_str() {
        "writer" => commands::answer_writer(&p, &who.actor(), &id, &message).await,
        "forwarder" => commands::answer_forwarder(&p, &who.actor(), &id, &message).await,
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    match outcome {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
