//! Time spent on a conversation, beside it: how much in all, by whom, and a field for more.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::StaffId;
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
use crate::commands::{self, CommandError, SPENT_MAX};
use crate::queries::Thread;
use crate::rules::states::Refusal;
use crate::{ConversationId, SpentId, spent_by};

/// The time, in the file of the conversation; nothing where nobody writes it down and nobody has.
pub(super) fn section(lens: Lens<'_>, thread: &Thread, me: &StaffId) -> Markup {
    let (id, all) = (&thread.conversation.id, &thread.spent);
    if !thread.tracks_time && all.is_empty() {
        return html! {};
    }
    let sum = all.iter().fold(0_i64, |sum, one| sum.saturating_add(one.minutes));
    let add = lens.text("spent-add");
    html! {
        section #spent {
            header {
                h2 { (lens.text("spent-title")) }
                @if sum > 0 { span.push.xs.quiet { (minutes(lens, sum)) } }
            }
            @if !all.is_empty() {
                dl.facts { @for (name, sum) in spent_by(all) { dt { (name) } dd { (minutes(lens, sum)) } } }
            }
            @if let Some(last) = all.iter().rev().find(|one| one.staff == *me) {
                form.row.xs.quiet method="post" action={ "/conversations/" (id) "/time" } {
                    (lens.say.with("spent-last", args![time = minutes(lens, last.minutes)]))
                    button.btn.ghost.small name="remove" value=(last.id) { (lens.say.text("word-undo")) }
                }
            }
            @if thread.tracks_time {
                form.row.g-3 method="post" action={ "/conversations/" (id) "/time" } {
                    label.vh for="spent-minutes" { (lens.text("contact-how-long")) }
                    input.input.num #spent-minutes type="number" name="minutes" min="1" max=(SPENT_MAX) required placeholder=(lens.text("contact-how-long"));
                    button.btn.ghost.small.icon aria-label=(add) title=(add) { (icon("plus")) }
                }
            }
        }
    }
}

/// `75`: 1 h 15 min.
fn minutes(lens: Lens<'_>, all: i64) -> String {
    let (hours, minutes) = ((all / 60).to_string(), (all % 60).to_string());
    match all {
        ..60 => lens.say.with("contact-minutes", args![n = minutes]),
        _ => lens.say.with("spent-hours", args![hours = hours, minutes = minutes]),
    }
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    minutes: String,
    remove: String,
}

/// `POST /conversations/{id}/time`: `minutes` that were spent, or `remove`, what one wrote down.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn spend(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let outcome = match asked.remove.parse::<SpentId>() {
        Ok(spent) => commands::unspend(&p, &who.actor(), &id, &spent).await,
        Err(_) => {
            let minutes = asked.minutes.trim().parse().unwrap_or(0);
            commands::spend(&p, &who.actor(), &id, minutes).await.map(drop)
        }
    };
    match outcome {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}#spent"))),
        // It is gone already.
        Err(CommandError::NotFound) if !asked.remove.is_empty() => {
            Ok(respond::see(&format!("/conversations/{id}#spent")))
        }
        Err(CommandError::Refused(refusal @ (Refusal::NoMinutes | Refusal::NotTracked))) => {
            refused(&p, &who, &id, refusal).await
        }
        Err(other) => Err(error(other)),
    }
}
