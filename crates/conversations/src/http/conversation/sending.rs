//! The composer's lowest line: files, signature, and the ways to send, now or later.

use base::Instant;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::super::lens::Lens;
use super::composer::{Kind, To};
use super::draft::Draft;
use super::{ending, following, macros, shared, speaking};
use crate::State;
use crate::rules::later;

/// Files, the signature, what is kept, and the buttons.
pub(super) fn tools(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    let kind = draft.kind;
    let files = format!("{}-files", kind.code());
    html! {
        @if kind != Kind::Note {
            (speaking::signature(lens, to.signature))
            ul.files id=(files) aria-label=(lens.text("composer-files")) {
                template {
                    li.attach {
                        (icon("file")) span data-name {} " " span.quiet.xs data-size {}
                        button.btn.ghost.icon.small type="button" data-remove aria-label=(lens.text("composer-remove")) { (icon("x")) }
                    }
                }
            }
        }
        div.tools {
            @if kind != Kind::Note {
                label.btn.ghost.icon.small title=(lens.text("composer-attach")) {
                    (icon("clip")) span.vh { (lens.text("composer-attach")) }
                    input.vh type="file" name="files" multiple data-files=(files);
                }
            }
            @if kind == Kind::Note { (following::colleagues(lens, to.staff)) }
            (macros::menu(lens, to, kind))
            span.quiet.xs data-saved hidden[!draft.kept] { (lens.text("composer-saved")) }
            @if draft.shared.is_none() {
                button.btn.ghost.small type="submit" form={ "discard-" (kind.code()) } data-discard hidden[!draft.kept] {
                    (lens.text("composer-discard"))
                }
            }
            @match kind {
                Kind::Reply => {
                    @match &draft.shared {
                        Some(open) => (shared::give_back(lens, open, !lens.works)),
                        None => (shared::share(lens, to, !lens.works)),
                    }
                    @if lens.works { (reply(lens, to, draft)) }
                },
                Kind::Note => {
                    button.btn.tint.push data-tone="note" data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                        (icon("lock")) (lens.text("composer-save-note")) " " (keys())
                    }
                },
                Kind::Forward => {
                    button.btn.primary.push data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                        (icon("forward")) (lens.text("composer-forward-send")) " " (keys())
                    }
                },
            }
        }
    }
}

/// The forms that forget a draft: beside the composer's own, which carry files.
pub(super) fn discards(to: &To<'_>) -> Markup {
    html! {
        @for kind in [Kind::Reply, Kind::Note, Kind::Forward] {
            form hidden id={ "discard-" (kind.code()) } data-kind=(kind.code()) method="post"
                action={ "/conversations/" (to.conversation) "/drafts/" (kind.code()) "/discard" } {}
        }
    }
}

fn keys() -> Markup {
    html! { span.xs aria-hidden="true" { "Ctrl ↵" } }
}

/// The usual way to send, and the button for the others.
pub(super) fn send(lens: Lens<'_>, text: &str, then: &str) -> Markup {
    html! {
        span.split.push #reply-send {
            button.btn.primary name="then" value=(then) data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                (lens.text(text)) " " (keys())
            }
            button.btn.primary.icon type="button" popovertarget="send-menu" aria-label=(lens.text("composer-send-more")) {
                (icon("down"))
            }
        }
    }
}

fn reply(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    let acts = !draft.text.also.acts.is_empty();
    let text = match (draft.newer.is_empty(), acts) {
        (false, _) => "waiting-send-anyway",
        (true, true) => "macros-send",
        (true, false) => "composer-send-wait",
    };
    html! {
        (send(lens, text, if acts { "acts" } else { State::WaitingCustomer.code() }))
        div.menu #send-menu popover {
            button.item name="then" value=(State::Open.code()) { (icon("send")) (lens.text("composer-send-open")) }
            button.item name="then" value=(State::Solved.code()) data-key="Ctrl+Shift+Enter"
                aria-keyshortcuts="Control+Shift+Enter" {
                (icon("check")) (lens.text("composer-send-close")) kbd aria-hidden="true" { "Ctrl Shift ↵" }
            }
            div.pad-bar.col.g-2 {
                label.xs.quiet for="send-outcome" { (lens.text("outcome-what")) }
                (ending::choice(lens, "send-outcome", None, false))
            }
            (later(lens, to))
        }
    }
}

/// The times that are offered, and one of one's own.
fn later(lens: Lens<'_>, to: &To<'_>) -> Markup {
    let (tomorrow, monday) = later::offered(lens.now, to.zone);
    let liked = to.known.and_then(|file| file.details.preferences.next_time(lens.now, to.zone));
    let liked =
        liked.and_then(|at| later::on_the_minute(at, lens.now)).filter(|at| ![tomorrow, monday].contains(&Some(*at)));
    let item = |at: Instant, text: String| {
        html! { button.item name="later" value=(later::field(at, to.zone)) { (icon("clock")) (text) } }
    };
    html! {
        p.head-s { (lens.text("composer-later")) }
        @if let Some(at) = tomorrow {
            (item(at, lens.say.with("composer-later-tomorrow", args![time = lens.say.time(at, to.zone)])))
        }
        @if let Some(at) = monday { (item(at, lens.say.weekday_time(at, to.zone))) }
        @if let Some(at) = liked { (item(at, lens.say.with("composer-later-liked", args![when = lens.say.weekday_time(at, to.zone)]))) }
        div.pad-bar.col.g-2 {
            label.xs.quiet for="later-at" {
                (lens.say.with("composer-later-at", args![zone = to.zone.iana_name().unwrap_or("UTC")]))
            }
            input.input #later-at type="datetime-local" name="at" min=(later::field(lens.now, to.zone));
            button.btn.small name="later" value="at" { (icon("clock")) (lens.text("composer-later-send")) }
        }
    }
}
