//! Taking back what one just did: a toast that says what it was, and the way back.

use axum::extract::State;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, args};
use serde::Deserialize;

use super::inbox::Outcome;
use super::lens::Lens;
use super::{conversation, error};
use crate::commands::{self, CommandError};
use crate::queries::{self, Done};
use crate::rules::states::Refusal;
use crate::{ConversationId, SideId, StepId};

/// How long the toast stands there; taking it back is possible for longer.
const SECONDS: i64 = 15;

/// An address with the act that can be taken back there.
pub(super) fn with_step(to: &str, step: Option<&StepId>) -> String {
    match step {
        Some(step) if to.contains('?') => format!("{to}&step={step}"),
        Some(step) => format!("{to}?step={step}"),
        None => to.to_owned(),
    }
}

/// The act that the address names, if it is the reader's and can be taken back.
pub(super) async fn asked(p: &Platform, conn: &mut Conn, who: &Who, step: &str) -> platform::Result<Option<Done>> {
    match step.parse() {
        Ok(id) => queries::step(conn, &who.staff.id, &id, p.clock.machine()).await,
        Err(_) => Ok(None),
    }
}

/// What was done, and the way back; `back` is the page that it stands on.
pub(super) fn toast(lens: Lens<'_>, done: &Done, back: &str) -> Markup {
    let text = match done.conversations.as_slice() {
        [(_, number)] => {
            let deleted = done.deleted.then(|| lens.text("deleted-toast"));
            let mut said: Vec<String> = done.said.iter().map(|one| lens.say.sentence(one)).collect();
            said.extend(deleted);
            said.extend(done.snoozed.map(|snooze| conversation::snoozing::until(lens, snooze)));
            let number = number.map(|number| format!("#{number} ")).unwrap_or_default();
            format!("{number}{}", said.join(" · "))
        }
        several => lens.say.with("inbox-bulk-done", args![count = several.len()]),
    };
    html! {
        t-toast.toast #{ "did-" (done.id) } data-tone="plain" data-seconds=(SECONDS) {
            (icon("check"))
            span { (text) }
            form method="post" action="/undo" {
                input type="hidden" name="step" value=(done.id);
                input type="hidden" name="back" value=(back);
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (lens.text("word-undo")) " " kbd.vh { "Z" } }
            }
            button.btn.small.icon type="button" data-dismiss aria-label=(lens.text("word-close")) { (icon("x")) }
        }
    }
}

/// That it is as it was before.
pub(super) fn taken_back(lens: Lens<'_>) -> Markup {
    html! {
        t-toast.toast #taken-back data-tone="plain" data-seconds="8" {
            (icon("undo"))
            span { (lens.say.with("step-undone", args![count = 1])) }
            button.btn.small.icon type="button" data-dismiss aria-label=(lens.text("word-close")) { (icon("x")) }
        }
    }
}

/// The fields of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    step: String,
    back: String,
}

/// `POST /undo`: takes back the act `step`, and leads to `back`: a list, a conversation or a side thread. Of each
/// conversation is said what became of it.
///
/// # Errors
/// When the reader did no such thing or may not, it is too late, or the database cannot be used.
pub async fn undo(State(p): State<Platform>, who: Who, Form(asked): Form<Asked>) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::WorkConversations)?;
    let step: StepId = asked.step.parse().map_err(|_| Error::NotFound)?;
    let here: Option<ConversationId> = asked.back.strip_prefix("/conversations/").and_then(|id| id.parse().ok());
    let aside: Option<SideId> = asked.back.strip_prefix("/sides/").and_then(|id| id.parse().ok());
    let list = if asked.back.starts_with("/inbox?") { asked.back.as_str() } else { "/inbox?" };
    let all = match commands::undo(&p, &who.actor(), &step).await {
        Ok(all) => all,
        // It is a second press: it is as was wished.
        Err(CommandError::Refused(Refusal::AlreadyUndone)) => {
            return Ok(respond::see(if here.is_some() || aside.is_some() { &asked.back } else { list }));
        }
        Err(CommandError::Refused(refusal)) => match &here {
            Some(id) => return conversation::refused(&p, &who, id, refusal).await,
            None => return Err(Error::invalid(refusal.message())),
        },
        Err(other) => return Err(error(other)),
    };
    if let Some(id) = &here {
        return match all.iter().find_map(|one| one.left.flatten()) {
            Some(refusal) => conversation::refused(&p, &who, id, refusal).await,
            None => Ok(respond::see(&format!("/conversations/{id}?done=undone"))),
        };
    }
    if let Some(id) = &aside {
        let left = all.iter().find_map(|one| Some((&one.conversation, one.left.flatten()?)));
        return match left {
            Some((id, refusal)) => conversation::refused(&p, &who, id, refusal).await,
            None => Ok(respond::see(&format!("/sides/{id}?done=undone"))),
        };
    }
    let mut outcome = Outcome::default();
    for one in all {
        match (one.number, one.left) {
            (Some(number), None) => outcome.done.push(number),
            (Some(number), Some(why)) => outcome.left.push((number, why)),
            (None, _) => {}
        }
    }
    Ok(respond::see(&format!("{list}&{}&undone=1", outcome.query())))
}
