//! The head of a file, and what colleagues must know before anything else.

use base::{Action, allowed};
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};

use super::Shown;
use crate::file::rules::phones::{Country, shown as phone_shown};
use crate::http::{card, customers};

pub(super) fn head(shown: &Shown<'_>) -> Markup {
    let (say, person, details) = (&shown.who.say, &shown.person, &shown.file.details);
    let since = say.date(person.created_at, &shown.who.zone);
    html! {
        header.page-head {
            (avatar(&person.name, person.id.as_str(), false, Size::Large))
            div.col.g-1 {
                h1 tabindex="-1" data-recent { (person.name) }
                p {
                    @if !details.title.is_empty() { (details.title) " · " }
                    @if let Some((id, name)) = &shown.file.organisation {
                        a.plain-link href={ "/organisations/" (id) } { (name) } " · "
                    }
                    (say.with("customers-since", args![when = &since]))
                    @if let Some(language) = details.preferences.language.or(person.language) {
                        " · " span lang=(language.code()) { (language.own_name()) }
                    }
                    @if let Some(reach) = card::reach(say, &details.preferences) { " · " (reach) }
                }
            }
            div.row.wrap.acts {
                (customers::doubt(shown.who, person))
                (card::marks(say, details))
                @if !shown.addresses.is_empty() && allowed(&shown.who.actor(), Action::WorkConversations).is_ok() {
                    a.btn href={ "/conversations/new?customer=" (person.id) } data-key="c" aria-keyshortcuts="C" {
                        (icon("mail")) (say.text("customers-write"))
                    }
                }
                @if shown.edits && allowed(&shown.who.actor(), Action::WorkConversations).is_ok() {
                    a.btn href={ "/customers/" (person.id) "/contact" } { (icon("plus")) (say.text("customers-log-contact")) }
                }
                @if let Some(phone) = shown.file.phones.first() {
                    a.btn href={ "tel:" (phone.number) } hx-boost="false"
                        title=(phone_shown(&phone.number, Country::speaking(say.language()))) {
                        (icon("phone")) (say.text("customers-call"))
                    }
                }
            }
        }
    }
}

/// Why they are blocked, and the notes that were pinned.
pub(super) fn known(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let pinned: Vec<_> = shown.file.notes.iter().filter(|note| note.pinned).collect();
    html! {
        @if let Some(blocked) = &shown.file.details.blocked {
            div.callout data-tone="bad" {
                (icon("shield"))
                h2 { (say.text("customers-blocked-title")) }
                p { (blocked.why) " " span.quiet { (say.date(blocked.since, &shown.who.zone)) } }
            }
        }
        @if !pinned.is_empty() {
            div.callout data-tone="info" {
                (icon("bulb"))
                h2 { (say.text("customers-known")) }
                @for note in pinned { p.pre { (note.body) } }
            }
        }
    }
}
