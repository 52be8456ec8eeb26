//! The buttons of a conversation: who has it, where it stands, closing and opening it again.

use base::{Action, allowed};
use maud::{Markup, html};
use people::department::Department;
use people::staff::Colleague;
use platform::web::assets::icon;

use super::super::chips;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::super::staff_items;
use super::{Shown, checklist, contacting, copying, ending, linking, promises, renaming, sides, taking_part};
use crate::rules::departments::reaches;
use crate::rules::states::REASON_MAX;
use crate::{Conversation, Group, State};

/// A button that opens the colleagues.
pub(in crate::http) fn assign(lens: Lens<'_>, it: &Conversation, staff: &[Colleague], back: Option<&str>) -> Markup {
    if !lens.works {
        return html! {};
    }
    html! {
        button.btn.ghost.small type="button" popovertarget="assign-menu" data-key="a" aria-keyshortcuts="A" {
            (icon("user")) (lens.text("conversation-assign")) " " kbd aria-hidden="true" { "A" }
        }
        div.menu #assign-menu popover { (assign_form(lens, it, staff, back)) }
    }
}

fn assign_form(lens: Lens<'_>, it: &Conversation, staff: &[Colleague], back: Option<&str>) -> Markup {
    // Only to those who would see it.
    let sees = |one: &&Colleague| {
        allowed(&one.actor(), Action::WorkConversations).is_ok_and(|scope| reaches(&scope, it.department.as_ref()))
    };
    let staff: Vec<Colleague> = staff.iter().filter(sees).cloned().collect();
    html! {
        form method="post" action={ "/conversations/" (it.id) "/assign" } {
            (hidden_back(back))
            (staff_items(lens, &staff, "to", Some(it.assignee.as_ref())))
        }
    }
}

/// A button that closes, or opens again what is closed.
pub(in crate::http) fn close(lens: Lens<'_>, it: &Conversation, back: Option<&str>) -> Markup {
    if !lens.works {
        return html! {};
    }
    let (path, sign, text) = close_parts(it);
    html! {
        form method="post" action={ "/conversations/" (it.id) "/" (path) } {
            (hidden_back(back))
            button.btn.ghost.small data-key="e" aria-keyshortcuts="E" {
                (icon(sign)) (lens.text(text)) " " kbd aria-hidden="true" { "E" }
            }
        }
    }
}

const fn close_parts(it: &Conversation) -> (&'static str, &'static str, &'static str) {
    match it.state.group() {
        Group::Closed => ("reopen", "undo", "conversation-reopen"),
        Group::Open | Group::Waiting | Group::Snoozed => ("close", "check", "conversation-close"),
    }
}

/// Where the action came from and leads back to.
fn hidden_back(back: Option<&str>) -> Markup {
    html! { @if let Some(back) = back { input type="hidden" name="back" value=(back); } }
}

/// Everything in one menu: for narrow windows, and for the states.
pub(super) fn menu(lens: Lens<'_>, it: &Conversation, staff: &[Colleague], departments: &[Department]) -> Markup {
    if !lens.works {
        return html! {};
    }
    let (path, sign, text) = close_parts(it);
    html! {
        button.btn.ghost.icon type="button" popovertarget="convo-menu" aria-label=(lens.text("conversation-more")) { (icon("more")) }
        div.menu.scroll #convo-menu popover {
            form method="post" action={ "/conversations/" (it.id) "/" (path) } {
                button.item { (icon(sign)) (lens.text(text)) }
            }
            (contacting::item(lens, &it.id))
            (sides::item(lens, &it.id))
            (renaming::item(lens))
            button.item type="button" popovertarget="tag-menu" { (icon("tag")) (lens.text("conversation-tag")) }
            @match it.group() {
                Group::Closed => {},
                Group::Snoozed => {
                    form method="post" action={ "/conversations/" (it.id) "/wake" } {
                        button.item { (icon("snooze")) (lens.text("snooze-wake")) }
                    }
                },
                Group::Open | Group::Waiting => {
                    button.item type="button" popovertarget="snooze-menu" { (icon("snooze")) (lens.text("snooze-title")) }
                },
            }
            (states(lens, it))
            p.head-s { (lens.text("conversation-assign-to")) }
            (assign_form(lens, it, staff, None))
            @if !departments.is_empty() { (hand_to(lens, it, departments)) }
            (copying::items(lens, it))
            a.item href={ "/conversations/" (it.id) "/clocks" } { (icon("clock")) (lens.text("trail-link")) }
            form method="post" action={ "/conversations/" (it.id) "/link/withdraw" } {
                button.item { (icon("lock")) (lens.text("conversation-withdraw-link")) }
            }
            @if lens.community {
                a.item href={ "/desk/community/from/" (it.id) } { (icon("forum")) (lens.text("conversation-make-public")) }
            }
            (taking_part::merge_form(lens, it))
            @if lens.deletes {
                form method="post" action={ "/conversations/" (it.id) "/delete" } {
                    button.item { (icon("x")) (lens.text("conversation-delete")) }
                }
            }
        }
    }
}

/// The departments it can be handed to.
fn hand_to(lens: Lens<'_>, it: &Conversation, departments: &[Department]) -> Markup {
    let choice = |value: &str, current: bool, sign: &str, name: &str| {
        html! { button.item name="to" value=(value) aria-current=[current.then_some("true")] { (icon(sign)) (name) } }
    };
    let now = it.department.as_ref();
    html! {
        p.head-s { (lens.text("conversation-department")) }
        form method="post" action={ "/conversations/" (it.id) "/department" } {
            @for one in departments { (choice(one.id.as_str(), now == Some(&one.id), "box", &one.name)) }
            (choice("", now.is_none(), "x", &lens.text("conversation-department-none")))
        }
    }
}

/// The states one may choose by hand, under our names and the business's own.
fn states(lens: Lens<'_>, it: &Conversation) -> Markup {
    let choice = |state: State, label: &str, name: String| {
        let current = it.state == state && it.label.as_deref().unwrap_or_default() == label;
        html! {
            button.item name="state" value={ (state.code()) ":" (label) } aria-current=[current.then_some("true")] {
                (icon(chips::state_icon(state))) (name)
            }
        }
    };
    html! {
        p.head-s { (lens.text("conversation-state")) }
        form method="post" action={ "/conversations/" (it.id) "/state" } {
            @for state in [State::Open, State::WaitingCustomer, State::WaitingOthers] {
                (choice(state, "", lens.text(chips::state_text(state))))
                @for own in chips::names_of(lens.names, state) { (choice(state, &own.id, own.name.clone())) }
            }
        }
    }
}

/// Closing although something that hangs on it is open is asked about; it is named.
pub(super) fn anyway(lens: Lens<'_>, shown: &Shown) -> Markup {
    let (thread, it) = (&shown.thread, &shown.thread.conversation);
    html! {
        form.callout #open-form data-tone="warn" method="post" action={ "/conversations/" (it.id) "/close" } hx-morph-skip {
            (icon("info"))
            div.col.g-4 {
                @if linking::open(thread).next().is_some() {
                    p { (lens.text("link-children-open")) }
                    ul { @for part in linking::open(thread) {
                        li { a href={ "/conversations/" (part.id) } { "#" (part.number) " " (subject(lens, &part.subject)) } }
                    } }
                }
                @if checklist::open(thread).next().is_some() {
                    p { (lens.text("checklist-open")) }
                    ul { @for item in checklist::open(thread) { li { (item.text) } } }
                }
                @if promises::open(thread).next().is_some() {
                    p { (lens.text("promise-open")) }
                    ul { @for it in promises::open(thread) { li { a href={ "#p-" (it.id) } { (it.words) } } } }
                }
                (ending::fields(lens, shown, "open-outcome", false))
                div.row.wrap {
                    button.btn.primary name="anyway" value="1" { (lens.text("close-anyway")) }
                    a.btn.ghost href={ "/conversations/" (it.id) } { (lens.text("word-cancel")) }
                }
            }
        }
    }
}

/// Closing without an answer needs a reason; it stays in the history.
pub(super) fn reason(lens: Lens<'_>, shown: &Shown, fragment: bool) -> Markup {
    let id = &shown.thread.conversation.id;
    html! {
        form.callout #reason-form data-tone="warn" method="post" action={ "/conversations/" (id) "/close" } hx-morph-skip {
            (icon("info"))
            div.col.g-4 {
                div.field {
                    label for="reason" { (lens.text("close-reason")) }
                    // Never in what refreshes itself: it would take the focus each time.
                    input.input #reason name="reason" required maxlength=(REASON_MAX) aria-describedby="reason-why" autofocus[!fragment];
                    p.hint #reason-why { (lens.text("close-reason-why")) }
                }
                (ending::fields(lens, shown, "reason-outcome", false))
                div.row.wrap {
                    // Whoever comes here has been asked about what is open.
                    input type="hidden" name="anyway" value="1";
                    button.btn.primary { (lens.text("conversation-close")) }
                    a.btn.ghost href={ "/conversations/" (id) } { (lens.text("word-cancel")) }
                }
            }
        }
    }
}
