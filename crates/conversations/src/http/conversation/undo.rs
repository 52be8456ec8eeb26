//! Taking a reply back: a toast with the time left, and the text in the composer again.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Instant;
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::super::error;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, CommandError};
use crate::queries::{self, Thread};
use crate::{Author, DeliveryState, MessageId, MessageKind};

/// The toast for one's newest reply, while it can still be taken back.
pub(super) fn pending(lens: Lens<'_>, thread: &Thread, me: &StaffId, machine: Instant) -> Option<Markup> {
    let (message, delivery) = thread.messages.iter().rev().find_map(|message| {
        let delivery = message.delivery.as_ref()?;
        let mine = message.author == Author::Staff(me.clone());
        let held = delivery.state == DeliveryState::Waiting && delivery.attempts == 0;
        (mine && held && delivery.undo_until > machine).then_some((message, delivery))
    })?;
    let left = delivery.undo_until.duration_since(machine).as_millis();
    let seconds = i64::try_from(left).unwrap_or(0).div_euclid(1000) + i64::from(left % 1000 > 0);
    let whom = message.to.first().filter(|_| matches!(message.kind, MessageKind::Forward | MessageKind::SideOut));
    let name = match whom {
        Some(whom) if whom.name.is_empty() => whom.address.as_str(),
        Some(whom) => whom.name.as_str(),
        None => thread.person.name.as_str(),
    };
    let text = |count: i64| lens.say.with("undo-sending", args![count = count, who = name, n = "{n}"]);
    Some(html! {
        t-undo.toast #{ "undo-" (message.id) } data-tone="plain" data-seconds=(seconds) data-one=(text(1)) data-other=(text(2)) {
            (icon("send"))
            span data-text { (text(seconds).replace("{n}", &seconds.to_string())) }
            form method="post" action={ "/messages/" (message.id) "/undo" } {
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (lens.text("word-undo")) " " kbd.vh { "Z" } }
            }
            span.left {}
        }
    })
}

/// `POST /messages/{id}/undo`: the reply does not go, and its text comes back into the composer.
///
/// # Errors
/// When the reader may not, there is no such reply, or the database cannot be used.
pub async fn undo(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::undo_send(&p, &who.actor(), &id).await {
        Ok(crate::Message { side: Some(side), .. }) => Ok(respond::see(&format!("/sides/{side}?back=1#side-form"))),
        Ok(back) => {
            let shared = queries::shared_drafts(&mut p.db.read().await?, &back.conversation).await?;
            let mine = |one: &crate::SharedDraft| one.held.as_ref().is_some_and(|held| held.by == who.staff.id);
            // What was a shared draft is one again.
            if let Some(draft) = shared.iter().rev().find(|one| mine(one) && one.text.body == back.body) {
                return Ok(respond::see(&format!("/conversations/{}?draft={}#reply", back.conversation, draft.id)));
            }
            let kind = if back.kind == MessageKind::Forward { "forward" } else { "reply" };
            Ok(respond::see(&format!("/conversations/{}?back={kind}#{kind}", back.conversation)))
        }
        Err(CommandError::Refused(refusal)) => {
            let scope = base::allowed(&who.actor(), base::Action::WorkConversations)?;
            let message = queries::message(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
            refused(&p, &who, &message.conversation, refusal).await
        }
        Err(other) => Err(error(other)),
    }
}
