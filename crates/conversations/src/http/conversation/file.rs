//! The customer beside the conversation: who they are and what was said before.

use maud::{Markup, html};
use people::StaffId;
use people::http::card;
use platform::web::assets::icon_labelled;
use platform::web::avatar::{Size, avatar};

use super::super::chips;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::{
    Shown, Turn, checklist, ending, fields, following, known, liking, linking, needing, problems, promises, sides,
    spending, tags, taking_part,
};
use crate::queries::ListRow;

/// The right column.
pub(super) fn file(lens: Lens<'_>, shown: &Shown, turn: &Turn, me: &StaffId) -> Markup {
    let (thread, others) = (&shown.thread, &shown.others);
    let person = &thread.person;
    let language = person.language.or(thread.conversation.language);
    html! {
        aside.file.scroll #file aria-label=(lens.text("file-label")) tabindex="0" data-pane {
            header.row {
                (avatar(&person.name, person.id.as_str(), false, Size::Large))
                div.col.g-1 {
                    a.b.plain-link.t-md href={ "/customers/" (person.id) } { b { (person.name) } }
                    @if let Some(first) = thread.addresses.first() { @if first.shown != person.name { span.soft.cut { (first.shown) } } }
                }
            }
            (known::card(lens, shown))
            dl.facts {
                (card::facts(lens.say, &shown.card))
                @if let Some(language) = language {
                    dt { (lens.text("file-language")) }
                    dd lang=(language.code()) { (language.own_name()) }
                }
                dt { (lens.text("file-since")) }
                dd { (lens.time(person.created_at)) }
                @if thread.addresses.len() > 1 {
                    dt { (lens.text("file-addresses")) }
                    dd { ul { @for address in &thread.addresses { li { (address.shown) } } } }
                }
            }
            (ending::section(lens, thread, &shown.staff))
            (promises::section(lens, thread, &shown.staff))
            (needing::section(lens, thread))
            @if !thread.tags.is_empty() {
                section {
                    header { h2 { (lens.text("inbox-tags")) } }
                    div.row.wrap.g-3 { (tags::shown(&thread.tags)) }
                }
            }
            (fields::section(lens, shown, turn))
            (taking_part::people(lens, thread))
            (following::section(lens, thread, me))
            (checklist::section(lens, thread))
            (spending::section(lens, thread, me))
            (sides::section(lens, thread))
            (problems::section(lens, thread))
            (liking::section(lens, &thread.conversation.id))
            (linking::section(lens, thread, others))
            section {
                header { h2 { (lens.text("file-conversations")) } }
                (conversations(lens, others, false))
            }
        }
    }
}

/// Conversations of one customer, with their state where there is room for it.
pub(super) fn conversations(lens: Lens<'_>, others: &[ListRow], states: bool) -> Markup {
    html! {
        @if others.is_empty() {
            p.quiet { (lens.text(if states { "inbox-nothing-title" } else { "file-first" })) }
        } @else {
            ul.col.g-4 {
                @for row in others {
                    @let it = &row.conversation;
                    li.row {
                        (icon_labelled("mail", &lens.text("channel-email"), None))
                        a.cut.plain-link href={ "/conversations/" (it.id) } lang=[it.language.map(base::Language::code)] {
                            (subject(lens, &it.subject))
                        }
                        span.push.row.g-4 {
                            @if states { (chips::state(lens, it)) }
                            (lens.quiet_time(it.touched_at))
                        }
                    }
                }
            }
        }
    }
}
