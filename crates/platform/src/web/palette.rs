//! The palette: a dialog with one field that leads anywhere. Without scripts it is the form of a search; with them
//! `web/js/palette.js` fills its list from the page at hand, the sidebar, and what the server finds.

use maud::{Markup, html};

use super::assets::icon;
use super::desk::{Link, Viewer};
use crate::args;

/// The button in the sidebar that opens it.
pub(super) fn opener(viewer: &Viewer) -> Markup {
    html! {
        button.btn.find type="button" command="show-modal" commandfor="palette" data-key="Ctrl+k"
            aria-keyshortcuts="Control+K Meta+K" {
            (icon("search")) span { (viewer.say.text("palette-open")) } kbd aria-hidden="true" { "Ctrl K" }
        }
    }
}

/// The dialog. `pages` are those that the sidebar does not show.
pub(super) fn dialog(viewer: &Viewer, pages: &[Link]) -> Markup {
    let say = &viewer.say;
    let text = |id: &str| say.text(id);
    html! {
        dialog.palette #palette aria-label=(text("palette-title")) {
            form.search role="search" method="get" action="/search" {
                (icon("search"))
                input type="text" name="q" role="combobox" aria-expanded="true" aria-controls="palette-list"
                    aria-autocomplete="list" aria-label=(text("palette-label")) placeholder=(text("palette-label"))
                    maxlength="500" autocomplete="off" spellcheck="false" autofocus;
                kbd aria-hidden="true" { "Esc" }
            }
            div.list #palette-list role="listbox" aria-label=(text("palette-list")) tabindex="-1"
                data-page=(text("palette-page")) data-go=(text("palette-go")) data-recent=(text("palette-recent"))
                data-search=(say.with("palette-everywhere", args![q = "{q}"])) {}
            template { (icon("search")) (icon("right")) @for link in pages { (link.markup()) } }
            footer aria-hidden="true" {
                span { kbd { "↑" } " " kbd { "↓" } " " (text("palette-move")) }
                span { kbd { "↵" } " " (text("palette-choose")) }
                span { kbd { ">" } " " (text("palette-commands")) }
                span { kbd { "@" } " " (text("palette-people")) }
                span { kbd { "#" } " " (text("palette-conversations")) }
            }
        }
    }
}
