//! Putting a conversation away for a while: the times that are offered, and the way back.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::lens::Lens;
use super::super::{error, undoing};
use super::refused;
use crate::commands::{self, CommandError};
use crate::rules::states::Refusal;
use crate::rules::{later, snoozing};
use crate::{Conversation, ConversationId, Group, Snooze, StepId};

/// A button that opens the times, or brings back what was put away.
pub(in crate::http) fn button(lens: Lens<'_>, it: &Conversation, back: Option<&str>) -> Markup {
    if !lens.works {
        return html! {};
    }
    let key = html! { " " kbd aria-hidden="true" { "H" } };
    html! {
        @match it.group() {
            Group::Closed => {},
            Group::Snoozed => {
                form method="post" action={ "/conversations/" (it.id) "/wake" } {
                    (hidden_back(back))
                    button.btn.ghost.small data-key="h" aria-keyshortcuts="H" {
                        (icon("snooze")) (lens.text("snooze-wake")) (key)
                    }
                }
            },
            Group::Open | Group::Waiting => {
                button.btn.ghost.small type="button" popovertarget="snooze-menu" data-key="h" aria-keyshortcuts="H" {
                    (icon("snooze")) (lens.text("snooze-title")) (key)
                }
            },
        }
    }
}

/// What the button opens. `who` is the customer, and `liked` when they would next like to be reached.
pub(in crate::http) fn menu(
    lens: Lens<'_>,
    it: &Conversation,
    (who, liked): (&str, Option<Instant>),
    back: Option<&str>,
) -> Markup {
    let liked = liked.and_then(|at| later::on_the_minute(at, lens.now));
    html! {
        @if lens.works && matches!(it.group(), Group::Open | Group::Waiting) {
            div.menu.scroll #snooze-menu popover {
                form method="post" action={ "/conversations/" (it.id) "/snooze" } {
                    (hidden_back(back))
                    @if let Some(at) = liked {
                        button.item name="snooze" value=(later::field(at, lens.zone)) {
                            (icon("heart")) (lens.text("snooze-liked")) " " span.push.quiet { (lens.say.weekday_time(at, lens.zone)) }
                        }
                    }
                    (times(lens, "snooze-at", Some(who)))
                    (promise(lens, it))
                }
            }
        }
    }
}

/// The times, and one of one's own, as buttons of a form. `who` is the customer, where it is one.
pub(in crate::http) fn times(lens: Lens<'_>, id: &str, who: Option<&str>) -> Markup {
    let offered = snoozing::offered(lens.now, lens.zone);
    let item = |at: Instant, text: &str| {
        html! {
            button.item name="snooze" value=(later::field(at, lens.zone)) {
                (icon("snooze")) (lens.text(text)) " " span.push.quiet { (lens.say.weekday_time(at, lens.zone)) }
            }
        }
    };
    let reply = match who {
        Some(who) => lens.say.with("snooze-until-reply-of", args![who = who]),
        None => lens.text("snooze-until-reply"),
    };
    html! {
        @if let Some(at) = offered.later_today { (item(at, "snooze-later-today")) }
        @if let Some(at) = offered.tomorrow { (item(at, "snooze-tomorrow")) }
        @if let Some(at) = offered.next_week { (item(at, "snooze-next-week")) }
        button.item name="snooze" value="reply" { (icon("reply")) (reply) }
        div.pad-bar.col.g-2 {
            label.xs.quiet for=(id) { (lens.text("snooze-at")) }
            input.input id=(id) type="datetime-local" name="at" min=(later::field(lens.now, lens.zone));
            button.btn.small name="snooze" value="at" { (icon("snooze")) (lens.text("snooze-until-then")) }
        }
    }
}

/// What a reply that is due says to it.
fn promise(lens: Lens<'_>, it: &Conversation) -> Markup {
    let Some(due) = it.clocks.due() else { return html! {} };
    let when = args![when = lens.say.day_time(due, lens.now, lens.zone)];
    let text = match snoozing::latest(&it.clocks, lens.now) {
        Some(_) => lens.say.with("snooze-back-before-due", when),
        None if due < lens.now => lens.say.with("snooze-was-due", when),
        None => lens.say.with("snooze-due-anyway", when),
    };
    html! { p.hint.pad-bar { (text) } }
}

fn hidden_back(back: Option<&str>) -> Markup {
    html! { @if let Some(back) = back { input type="hidden" name="back" value=(back); } }
}

/// Until when it is put away, in words.
pub(in crate::http) fn until(lens: Lens<'_>, snooze: Snooze) -> String {
    match snooze {
        Snooze::Until(until) => {
            lens.say.with("snoozed-until", args![when = lens.say.day_time(until, lens.now, lens.zone)])
        }
        Snooze::NextReply => lens.text("snoozed-until-reply"),
    }
}

/// The fields of these forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    snooze: String,
    at: String,
    back: String,
}

impl Asked {
    /// To the list that it came from, or the conversation, with the way to take it back.
    fn to(&self, id: &ConversationId, step: Option<&StepId>) -> Response {
        let to = if self.back.starts_with("/inbox?") { self.back.clone() } else { format!("/conversations/{id}") };
        respond::see(&undoing::with_step(&to, step))
    }
}

/// What a form wishes: `reply`, a time in the zone of who asks, or `at` for the time in another field.
///
/// # Errors
/// Those of [`later::read`].
pub(in crate::http) fn wish(chosen: &str, at: &str, zone: &TimeZone, now: Instant) -> Result<Snooze, Refusal> {
    match chosen {
        "reply" => Ok(Snooze::NextReply),
        "at" => later::read(at, zone, now).map(Snooze::Until),
        time => later::read(time, zone, now).map(Snooze::Until),
    }
}

/// `POST /conversations/{id}/snooze`: see `wish`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for both.
pub async fn snooze(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let outcome = match wish(&asked.snooze, &asked.at, &who.zone, p.clock.business()) {
        Ok(wish) => commands::snooze(&p, &who.actor(), &id, wish).await,
        Err(refusal) => Err(refusal.into()),
    };
    match outcome {
        Ok(step) => Ok(asked.to(&id, step.as_ref())),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/wake`: it is to be seen again, as it was.
///
/// # Errors
/// See [`snooze`].
pub async fn wake(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let step = commands::wake(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(asked.to(&id, step.as_ref()))
}
