//! The pages of guides: walked in the help centre and beside a conversation, made in the settings.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /help/guides/{address}` | [`walking::show`], [`walking::step`] |
//! | `GET /help/guides` | [`walking::index`] |
//! | `GET`, `POST /conversations/{id}/guides` | [`script::show`], [`script::keep`] |
//! | `GET`, `POST /settings/guides` | [`desk::index`], [`desk::create`] |
//! | `GET`, `POST /settings/guides/{id}` | [`desk::show`], [`desk::update`] |
//! | `POST /settings/guides/{id}/state` | [`desk::turn`] |
//! | `POST /settings/guides/{id}/tests` | [`desk::test`] |
//! | `GET`, `POST /settings/guides/{id}/nodes/{key}` | [`node::show`], [`node::update`] |

pub mod desk;
mod hall;
pub mod node;
pub mod script;
pub mod walking;

use maud::{Markup, PreEscaped, html};
use platform::i18n::Say;
use platform::web::errors::Error;

use super::model::{Node, Tree};
use super::refusal::{Failure, Refusal};
use super::rules::Walk;
use crate::articles::rules::markdown;

/// What a handler does about a command that the person cannot mend where they are.
fn error(failure: Failure) -> Error {
    match failure {
        Failure::Refused(Refusal::Forbidden) => Error::Forbidden,
        Failure::Refused(Refusal::NotFound) => Error::NotFound,
        Failure::Refused(refusal) => Error::invalid(refusal.message()),
        Failure::Fault(fault) => Error::Fault(fault),
    }
}

/// What a place says, with its picture.
fn said(say: &Say, tree: &Tree, node: &Node) -> Markup {
    let titles = ["help-note", "help-tip", "help-important", "help-warning", "help-caution"].map(|id| say.text(id));
    let body = node.bodies.shown(say.language(), tree.original);
    html! {
        @if !body.is_empty() { div.written { (PreEscaped(markdown::show(body, &titles).html)) } }
        @if !node.picture.is_empty() { p { img src=(node.picture) alt="" loading="lazy"; } }
    }
}

/// The words of a choice.
pub(super) fn label(say: &Say, tree: &Tree, choice: &super::Choice) -> String {
    let label = choice.labels.shown(say.language(), tree.original);
    if label.is_empty() { say.text("guides-next") } else { label.to_owned() }
}

/// What was done so far, a line for each place: what it said, and what was chosen.
pub(super) fn told(say: &Say, tree: &Tree, walk: &Walk<'_>) -> String {
    let name = tree.names.shown(say.language(), tree.original);
    let mut text = say.with("guides-tried", platform::args![name = name]);
    for (node, choice) in &walk.taken {
        let title = node.titles.shown(say.language(), tree.original);
        text.push_str(&format!("\n- {title}: {}", label(say, tree, choice)));
    }
    text.push_str(&format!("\n- {}", walk.at.titles.shown(say.language(), tree.original)));
    text
}
