//! What a conversation is called, to be copied: its number, with its title, with its address.

use maud::{Markup, html};
use platform::web::assets::icon;

use super::super::inbox::subject;
use super::super::lens::Lens;
use crate::Conversation;

/// How much is copied.
#[derive(Clone, Copy)]
enum Much {
    Number = 1,
    Title = 2,
    Link = 3,
}

fn button(lens: Lens<'_>, it: &Conversation, much: Much, class: &str, inner: &Markup) -> Markup {
    html! {
        button class=(class) type="button" data-copy=(much as u8) data-number={ "#" (it.number) } data-title=(subject(lens, &it.subject))
            data-path={ "/c/" (it.number) } title=(lens.text("copy-hint")) { (inner) }
    }
}

/// The number, which is copied by a press, and what is said then.
pub(in crate::http) fn number(lens: Lens<'_>, it: &Conversation) -> Markup {
    let inner = html! { span.vh { (lens.text("copy-number")) " " } "#" (it.number) };
    html! {
        (button(lens, it, Much::Number, "chip line", &inner))
        template #toast-copied {
            t-toast.toast data-tone="ok" data-seconds="3" {
                (icon("check"))
                span { (lens.text("copy-done")) " " b data-text {} }
                button.btn.small.icon type="button" data-dismiss aria-label=(lens.text("word-close")) { (icon("x")) }
            }
        }
    }
}

/// The other two, for the menu.
pub(super) fn items(lens: Lens<'_>, it: &Conversation) -> Markup {
    let item = |much, text: &str, key: &str| {
        button(lens, it, much, "item", &html! { (icon("link")) (lens.text(text)) " " kbd aria-hidden="true" { (key) } })
    };
    html! {
        (item(Much::Title, "copy-title", ".."))
        (item(Much::Link, "copy-link", "..."))
    }
}
