//! The head of a conversation: what it is about, where it stands, its buttons; and why something was not done.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::super::inbox::subject;
use super::super::lens::Lens;
use super::super::{away, chips};
use super::{Shown, actions, copying, renaming, snoozing, tags, zone};
use crate::rules::states::Refusal;

pub(super) fn head(lens: Lens<'_>, shown: &Shown) -> Markup {
    let it = &shown.thread.conversation;
    let liked = shown.card.details.preferences.next_time(lens.now, &zone(shown));
    let owner = shown.thread.assignee_name.clone().unwrap_or_else(|| lens.text("conversation-nobody"));
    html! {
        header.bar {
            a.btn.ghost.icon href="/inbox" data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
            div.col.g-0.grow {
                div.row.g-1 {
                    h1.cut.vt-convo #convo-h tabindex="-1" data-recent lang=[it.language.map(base::Language::code)] { (subject(lens, &it.subject)) }
                    (renaming::pen(lens, &format!("/conversations/{}", it.id), &it.subject))
                }
                div.row.xs.quiet.cut.g-4 {
                    (copying::number(lens, it))
                    @if let Some(origin) = &shown.thread.origin {
                        span.cut title=(lens.text("origin-hint")) { span.vh { (lens.text("origin-hint")) " " } (origin.called()) }
                    }
                    span { (chips::state_name(lens, it)) } span.cut { (owner) }
                    @if let Some(owner) = &shown.thread.stood_in_for {
                        span.chip data-tone="plain" { (lens.say.with("conversation-stands-in", args![name = owner])) }
                    }
                    @if shown.thread.ended.complaint.as_ref().is_some_and(|one| one.is) {
                        span.chip data-tone="warn" { (lens.text("complaint-is")) }
                    }
                    @if let Some(away) = away(lens, it.assignee.as_ref(), &shown.staff) { span.chip data-tone="warn" { (away) } }
                    @if let Some(department) = &shown.thread.department_name { span.cut { (department) } }
                }
            }
            (chips::snoozed(lens, it))
            (chips::time_left(lens, it, Some(&shown.thread.person.name)))
            span.row.wide.g-1 {
                (actions::assign(lens, it, &shown.staff, None))
                (tags::button(lens))
                (snoozing::button(lens, it, None))
                (actions::close(lens, it, None))
            }
            (tags::menu(lens, it, &shown.thread.tags, &shown.known, None))
            (snoozing::menu(lens, it, (&shown.thread.person.name, liked), None))
            button.btn.ghost.icon.file-toggle type="button" data-toggle aria-label=(lens.text("file-label"))
                aria-expanded="false" aria-controls="file" { (icon("user")) }
            (actions::menu(Lens { community: shown.community, ..lens }, it, &shown.staff, &shown.departments))
        }
    }
}

/// Why something was not done. Outside the conversation, which fetches itself anew and would take it away unread.
pub(super) fn notice(lens: Lens<'_>, refusal: Refusal) -> Markup {
    html! {
        div.notices { div.callout #notice data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(refusal.message())) } } }
    }
}
