//! The preview beside the list: the newest of a conversation, and what is most often done with it.

use maud::{Markup, html};
use people::staff::Colleague;
use platform::presence::Present;
use platform::web::assets::icon_small;
use platform::{args, web::assets::icon};

use super::super::chips;
use super::super::conversation::{actions, copying, messages, presence, snoozing, tags};
use super::super::lens::Lens;
use super::{Look, list};
use crate::Tag;
use crate::queries::Thread;

/// Messages shown; the others are counted.
const SHOWN: usize = 3;

/// The right pane. A conversation comes with who else has it open.
pub(super) fn pane(
    lens: Lens<'_>,
    look: &Look,
    thread: Option<(&Thread, &[Present])>,
    staff: &[Colleague],
    known: &[Tag],
) -> Markup {
    let Some((thread, there)) = thread else {
        return html! { section.pane #peek aria-label=(lens.text("peek-label")) { (bones()) } };
    };
    let it = &thread.conversation;
    let id = it.id.as_str();
    let said = messages::shown(&thread.messages);
    let before = said.len().saturating_sub(SHOWN);
    let back = format!("/inbox?{}", look.query());
    let names = messages::Names::of(thread, staff);
    html! {
        section.pane #peek aria-labelledby="peek-h" data-pane tabindex="-1" hx-swap="outerMorph"
            hx-get={ "/inbox/peek/" (id) "?" (look.query()) }
            hx-trigger={ "conversation-" (id) " from:body, resync from:body" } {
            (bones())
            header.bar {
                (actions::assign(lens, it, staff, Some(&back)))
                (tags::button(lens))
                (tags::menu(lens, it, &thread.tags, known, Some(&back)))
                (snoozing::button(lens, it, Some(&back)))
                (snoozing::menu(lens, it, (&thread.person.name, None), Some(&back)))
                (actions::close(lens, it, Some(&back)))
                a.btn.small.push href={ "/conversations/" (id) } { (lens.text("peek-open")) " " kbd aria-hidden="true" { "↵" } }
            }
            div.scroll.thread tabindex="0" role="region" aria-label=(lens.text("peek-label")) {
                div.col.g-4 {
                    div.row.wrap.g-3 {
                        (chips::snoozed(lens, it))
                        (chips::time_left(lens, it, Some(&thread.person.name)))
                        (chips::state(lens, it))
                        (copying::number(lens, it))
                        (tags::shown(&thread.tags))
                    }
                    h2.t-xl #peek-h lang=[it.language.map(base::Language::code)] { (list::subject(lens, &it.subject)) }
                    div.row.wrap.sm.soft {
                        b { (thread.person.name) }
                        span { (lens.text("file-since")) " " (lens.time(thread.person.created_at)) }
                    }
                }
                @if before > 0 {
                    p.event {
                        (icon_small("right"))
                        a href={ "/conversations/" (id) } { (lens.say.with("peek-before", args![count = before])) }
                    }
                }
                @for message in said.iter().skip(before) { (messages::message(lens, message, &names)) }
            }
            (presence::line(lens, &it.id, there, true))
            p.composer { (write(lens, id, &thread.person.name)) }
        }
    }
}

/// The way to the composer.
fn write(lens: Lens<'_>, id: &str, name: &str) -> Markup {
    html! {
        @if lens.works {
            a.btn.row.mt href={ "/conversations/" (id) "?compose=reply#reply" } data-key="r" aria-keyshortcuts="R" {
                (icon("reply")) (lens.say.with("peek-reply", args![who = name])) " " kbd aria-hidden="true" { "R" }
            }
        } @else {
            a.btn.row.mt href={ "/conversations/" (id) "#note" } data-key="n" aria-keyshortcuts="N" {
                (icon("lock")) (lens.text("composer-note")) " " kbd aria-hidden="true" { "N" }
            }
        }
    }
}

/// The shape of a conversation, shown over the pane when the next one takes more than a moment.
fn bones() -> Markup {
    html! {
        div.bones aria-hidden="true" {
            @for width in ["v-40", "v-70", "v-90", "v-80", "v-95", "v-60"] { span.bone.(width) {} }
        }
    }
}
