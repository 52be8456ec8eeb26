//! What was promised in a conversation, beside it and in the thread: asked about, kept, moved, let go, handed over.

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::refused;
use crate::commands::{self, CommandError, NewPromise};
use crate::queries::Thread;
use crate::rules::promises::{self as rule, Lateness, Standing, timing};
use crate::rules::states::REASON_MAX;
use crate::{ConversationId, Promise, PromiseDue, PromiseId, PromiseState};

/// Promises that are over and still shown beside the conversation.
const OVER_MOST: usize = 3;

/// By when, for people.
pub(in crate::http) fn day(lens: Lens<'_>, due: &PromiseDue) -> String {
    if due.timed {
        let zone = timing::zone_of(due);
        let near = due.latest.duration_since(lens.now).abs() < jiff::SignedDuration::from_hours(24 * 6);
        let day = if near { lens.say.weekday_time(due.latest, &zone) } else { lens.say.full(due.latest, &zone) };
        return day;
    }
    lens.say.day(due.day)
}

/// How late it is or was, if the customer was given a time.
pub(in crate::http) fn late(lens: Lens<'_>, it: &Promise) -> Option<String> {
    let zone = it.due.as_ref().map_or(TimeZone::UTC, timing::zone_of);
    let at = if it.state.is_open() { lens.now } else { it.ended_at? };
    Some(match timing::lateness(it.word?, at, &zone)? {
        Lateness::Days(n) => lens.say.with("promise-late-days", args![count = n]),
        Lateness::Minutes(n) if n < 60 => lens.say.with("promise-late-minutes", args![n = n.to_string()]),
        Lateness::Minutes(n) => lens.say.with("promise-late-hours", args![n = (n / 60).to_string()]),
    })
}

/// What becomes of it, in a word.
pub(in crate::http) fn state(lens: Lens<'_>, it: &Promise) -> String {
    lens.text(match it.state {
        PromiseState::Suggested => "promise-suggested",
        PromiseState::Open | PromiseState::Renegotiated => match rule::standing(it, lens.now) {
            Some(Standing::Late) => "promise-late",
            Some(Standing::Today) => "promise-today",
            Some(Standing::Coming) | None => "promise-coming",
        },
        PromiseState::Kept => "promise-kept",
        PromiseState::Broken => "promise-broken",
        PromiseState::Released => "promise-released",
    })
}

/// What may be a promise and nobody has spoken of: one press to track it or to drop it.
pub(super) fn cards(lens: Lens<'_>, thread: &Thread) -> Markup {
    let all = thread.promises.iter().filter(|one| one.state == PromiseState::Suggested);
    html! {
        @if lens.works {
            @for it in all {
                form.hintline data-tone="promise" id={ "suggested-" (it.id) } method="post" action={ "/promises/" (it.id) } {
                    (icon("promise"))
                    span.say { (lens.say.with("promise-ask", args![words = &it.words])) }
                    label.row.g-2.xs {
                        (lens.text("promise-by"))
                        (by(it.due.as_ref().map(rule::field).unwrap_or_default().as_str(), false))
                    }
                    button.btn.small.tint name="change" value="track" { (lens.text("look-track")) }
                    button.btn.small.ghost name="change" value="drop" formnovalidate { (lens.text("look-no")) }
                }
            }
        }
    }
}

/// A field for a day or a time.
fn by(value: &str, required: bool) -> Markup {
    html! {
        input.input name="by" value=(value) required[required] autocomplete="off"
            type=(if value.contains('T') { "datetime-local" } else { "date" });
    }
}

/// Promises beside the conversation.
pub(super) fn section(lens: Lens<'_>, thread: &Thread, staff: &[Colleague]) -> Markup {
    let open: Vec<&Promise> = open(thread).collect();
    let over = thread.promises.iter().rev().filter(|one| one.state.is_over()).take(OVER_MOST);
    html! {
        section #promises {
            header { h2 { (lens.text("promises-title")) } }
            @for it in &open { (card(lens, it, staff)) }
            @for it in over { (ended(lens, it)) }
            @if lens.works {
                form.row.wrap.g-3 method="post" action={ "/conversations/" (thread.conversation.id) "/promises" } {
                    label.vh for="promise-words" { (lens.text("promise-words")) }
                    input.input.grow #promise-words name="words" required maxlength=(rule::WORDS_MAX) autocomplete="off"
                        placeholder=(lens.text("promise-words"));
                    label.vh for="promise-new-by" { (lens.text("promise-by")) }
                    input.input #promise-new-by type="date" name="by";
                    @let add = lens.text("promise-make");
                    button.btn.ghost.small.icon aria-label=(add) title=(add) { (icon("plus")) }
                }
            }
        }
    }
}

/// One that is to be kept.
pub(in crate::http) fn card(lens: Lens<'_>, it: &Promise, staff: &[Colleague]) -> Markup {
    let owner = if it.owner_name.is_empty() { lens.text("promise-leads") } else { it.owner_name.clone() };
    let deputy = super::super::away(lens, it.owner.as_ref(), staff);
    let is_late = rule::standing(it, lens.now) == Some(Standing::Late);
    html! {
        div.promise.sm id={ "p-" (it.id) } data-tone=(if is_late { "bad" } else { "promise" }) {
            (icon("promise"))
            p { (it.words) }
            small {
                (owner) @if let Some(due) = &it.due { ", " (day(lens, due)) }
                " · " (late(lens, it).unwrap_or_else(|| state(lens, it)))
                @if let Some(away) = deputy { " · " (away) }
            }
            @if lens.works {
                form method="post" action={ "/promises/" (it.id) } {
                    button.btn.small name="change" value="keep" { (lens.text("promise-keep")) }
                }
            }
        }
        @if lens.works { (more(lens, it, staff)) }
    }
}

/// What else can become of it.
fn more(lens: Lens<'_>, it: &Promise, staff: &[Colleague]) -> Markup {
    let action = format!("/promises/{}", it.id);
    let field = it.due.as_ref().map(rule::field).unwrap_or_default();
    html! {
        details.fold {
            summary { (icon_small("right")) (lens.text("promise-more")) span.vh { " " (it.words) } }
            div.col.g-4 {
                form.row.wrap.g-3 method="post" action=(action) {
                    label.row.g-2.xs { (lens.text("promise-by")) (by(&field, true)) }
                    label.attach { input.box type="checkbox" name="told" value="1" checked; (lens.text("promise-told")) }
                    button.btn.small name="change" value="move" { (lens.text("promise-move")) }
                }
                form.row.wrap.g-3 method="post" action=(action) {
                    label.row.g-2.xs.grow {
                        (lens.text("promise-why"))
                        input.input name="reason" required maxlength=(REASON_MAX) autocomplete="off";
                    }
                    button.btn.small name="change" value="release" { (lens.text("promise-release")) }
                }
                form.row.wrap.g-3 method="post" action=(action) {
                    label.row.g-2.xs {
                        (lens.text("promise-to"))
                        select.input name="to" {
                            @for one in staff.iter().filter(|one| one.takes_work()) {
                                option value=(one.id) selected[it.owner.as_ref() == Some(&one.id)] { (one.name) }
                            }
                        }
                    }
                    button.btn.small name="change" value="hand" { (lens.text("promise-hand")) }
                }
            }
        }
    }
}

/// One that is over.
fn ended(lens: Lens<'_>, it: &Promise) -> Markup {
    let kept = it.state == PromiseState::Kept;
    html! {
        p.row.xs.quiet.g-2 #{ "p-" (it.id) } {
            (icon_small(if kept { "check" } else { "x" }))
            span.grow { (it.words) " · " (late(lens, it).unwrap_or_else(|| state(lens, it))) }
            @if lens.works {
                form method="post" action={ "/promises/" (it.id) } {
                    button.btn.ghost.small name="change" value="reopen" { (lens.text("promise-reopen")) }
                }
            }
        }
    }
}

/// What is still to be kept.
pub(super) fn open(thread: &Thread) -> impl Iterator<Item = &Promise> {
    thread.promises.iter().filter(|one| one.state.is_open())
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    change: String,
    words: String,
    by: String,
    /// Anything: the customer knows of the new day.
    told: String,
    reason: String,
    to: String,
    /// A list that one comes from.
    back: String,
}

/// `POST /conversations/{id}/promises`: makes one of `words`, to be kept `by` a day.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all.
pub async fn make_promise(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let new = NewPromise { words: asked.words, by: asked.by, owner: None };
    match commands::make_promise(&p, &who.actor(), &id, new).await {
        Ok(_) => Ok(respond::see(&format!("/conversations/{id}#promises"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /promises/{id}`: `change` says what becomes of it: `track` (`by`), `drop`, `keep`, `move` (`by`, `told`),
/// `release` (`reason`), `hand` (`to`), `reopen`.
///
/// # Errors
/// See [`make_promise`].
pub async fn change_promise(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: PromiseId = id.parse().map_err(|_| Error::NotFound)?;
    let actor = who.actor();
    let scope = base::allowed(&actor, base::Action::WorkConversations)?;
    let found = crate::queries::promise(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    let outcome = match asked.change.as_str() {
        "track" => commands::track_promise(&p, &actor, &id, &asked.by).await,
        "drop" => commands::drop_promise(&p, &actor, &id).await,
        "keep" => commands::keep_promise(&p, &actor, &id).await,
        "move" => commands::move_promise(&p, &actor, &id, (&asked.by, !asked.told.is_empty())).await,
        "release" => commands::release_promise(&p, &actor, &id, &asked.reason).await,
        "hand" => {
            let to: StaffId = asked.to.parse().map_err(|_| Error::NotFound)?;
            commands::hand_promise(&p, &actor, &id, &to).await
        }
        "reopen" => commands::reopen_promise(&p, &actor, &id).await,
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    match outcome {
        Ok(_) if asked.back.starts_with("/promises") => Ok(respond::see(&asked.back)),
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &found.conversation, refusal).await,
        Err(other) => Err(error(other)),
    }
}
