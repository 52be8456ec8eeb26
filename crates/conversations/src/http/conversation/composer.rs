//! Where colleagues write: a reply to the customer, or a note for each other. Never one for the other.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::super::lens::Lens;
use crate::rules::states::Refusal;
use crate::{ConversationId, State};

/// What is being written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// To the customer.
    #[default]
    Reply,
    /// For colleagues.
    Note,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Note => "note",
        }
    }

    /// Reads the address; a reply unless it says note.
    pub fn from_code(code: &str) -> Self {
        if code == "note" { Self::Note } else { Self::Reply }
    }
}

/// What stands in a form, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The form that is shown.
    pub kind: Kind,
    /// Its text.
    pub body: String,
    /// Why it was not taken.
    pub refusal: Option<Refusal>,
}

/// To whom one writes here.
pub(super) struct To<'a> {
    /// The conversation.
    pub conversation: &'a ConversationId,
    /// The customer's name.
    pub name: &'a str,
    /// The address a reply goes to.
    pub address: &'a str,
    /// The customer's language.
    pub language: Option<base::Language>,
}

/// Both forms, one of them shown.
pub(super) fn composer(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    let empty = Draft::default();
    let of = |kind| if kind == draft.kind { draft } else { &empty };
    html! {
        t-composer data-draft=(to.conversation) hx-morph-skip {
            (form(lens, to, Kind::Reply, of(Kind::Reply), draft.kind == Kind::Reply))
            (form(lens, to, Kind::Note, of(Kind::Note), draft.kind == Kind::Note))
        }
    }
}

/// One form. `shown` is whether it is the one at hand.
pub(super) fn form(lens: Lens<'_>, to: &To<'_>, kind: Kind, draft: &Draft, shown: bool) -> Markup {
    let action = format!("/conversations/{}/{}", to.conversation, kind.code());
    let label = match kind {
        Kind::Reply => "composer-reply-label",
        Kind::Note => "composer-note-label",
    };
    let wrong = draft.refusal.is_some();
    html! {
        form.composer #(kind.code()) data-kind=(kind.code()) method="post" action=(action) hidden[!shown]
            enctype=[(kind == Kind::Reply).then_some("multipart/form-data")]
            hx-post=(action) hx-swap="outerHTML" hx-sync="this:drop" {
            div.sheet.mt data-tone=[(kind == Kind::Note).then_some("note")] {
                div.top {
                    (tabs(lens, kind))
                    @match kind {
                        Kind::Reply => span.quiet.cut { (lens.say.with("composer-to", args![address = to.address])) },
                        Kind::Note => span.soft { (lens.text("message-note-private")) },
                    }
                }
                textarea.text name="body" rows="3" aria-label=(lens.say.with(label, args![who = to.name]))
                    lang=[(kind == Kind::Reply).then_some(to.language.map(base::Language::code)).flatten()]
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("composer-error")]
                    autofocus[wrong || !draft.body.is_empty()] { (draft.body) }
                @if let Some(refusal) = draft.refusal {
                    p.pad-bar #composer-error {
                        span.row.sm { svg.ic.ic-s data-tone="bad" aria-hidden="true" { use href={ (platform::web::assets::url("icons.svg")) "#i-alert" } {} } (lens.text(refusal.message())) }
                    }
                }
                (tools(lens, kind))
            }
        }
    }
}

fn tabs(lens: Lens<'_>, kind: Kind) -> Markup {
    let tab = |of: Kind, text: &str, key: &str| {
        html! {
            a data-show=(of.code()) href={ "?compose=" (of.code()) "#" (of.code()) } data-key=(key)
                aria-keyshortcuts=(key.to_uppercase()) aria-current=[(of == kind).then_some("true")] {
                @if of == Kind::Note { (platform::web::assets::icon_small("lock")) }
                (lens.text(text)) " " kbd aria-hidden="true" { (key.to_uppercase()) }
            }
        }
    };
    html! {
        div.seg role="group" aria-label=(lens.text("composer-kind")) {
            (tab(Kind::Reply, "composer-reply", "r"))
            (tab(Kind::Note, "composer-note", "n"))
        }
    }
}

fn tools(lens: Lens<'_>, kind: Kind) -> Markup {
    let keys = html! { span.xs aria-hidden="true" { "Ctrl ↵" } };
    html! {
        @if kind == Kind::Reply {
            ul.files #reply-files aria-label=(lens.text("composer-files")) {
                template {
                    li.attach {
                        (icon("file")) span data-name {} " " span.quiet.xs data-size {}
                        button.btn.ghost.icon.small type="button" data-remove aria-label=(lens.text("composer-remove")) { (icon("x")) }
                    }
                }
            }
        }
        div.tools {
            @if kind == Kind::Reply {
                label.btn.ghost.icon.small title=(lens.text("composer-attach")) {
                    (icon("clip")) span.vh { (lens.text("composer-attach")) }
                    input.vh type="file" name="files" multiple data-files="reply-files";
                }
            }
            span.quiet.xs data-saved hidden { (lens.text("composer-saved")) }
            @match kind {
                Kind::Reply => {
                    span.split.push {
                        button.btn.primary name="then" value=(State::WaitingCustomer.code()) data-key="Ctrl+Enter"
                            aria-keyshortcuts="Control+Enter" { (lens.text("composer-send-wait")) " " (keys) }
                        button.btn.primary.icon type="button" popovertarget="send-menu" aria-label=(lens.text("composer-send-more")) {
                            (icon("down"))
                        }
                    }
                    div.menu #send-menu popover {
                        button.item name="then" value=(State::Open.code()) { (icon("send")) (lens.text("composer-send-open")) }
                        button.item name="then" value=(State::Solved.code()) data-key="Ctrl+Shift+Enter"
                            aria-keyshortcuts="Control+Shift+Enter" {
                            (icon("check")) (lens.text("composer-send-close")) kbd aria-hidden="true" { "Ctrl Shift ↵" }
                        }
                    }
                },
                Kind::Note => {
                    button.btn.tint.push data-tone="note" data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                        (icon("lock")) (lens.text("composer-save-note")) " " (keys)
                    }
                },
            }
        }
    }
}
