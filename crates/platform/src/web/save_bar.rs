//! The bar at the end of a form: what is not saved yet, and the button that saves.

use maud::{Markup, html};

use crate::i18n::Say;

/// The bar with its button; `more` stands before the button, such as a test of what was entered.
///
/// A script shows that something is not saved, and a button that takes it back, once something was changed.
#[must_use]
pub fn save_bar(say: &Say, more: Option<Markup>) -> Markup {
    html! {
        div.savebar {
            span.sm.soft.if-changed { (say.text("form-unsaved")) }
            span.push {}
            button.btn.ghost.if-changed type="reset" { (say.text("form-discard")) }
            @if let Some(more) = more { (more) }
            button.btn.primary data-key="Ctrl+s" aria-keyshortcuts="Control+S" { (say.text("word-save")) }
        }
    }
}
