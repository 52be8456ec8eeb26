//! The fields for recipients, folded behind the line that says to whom one writes.

use maud::{Markup, html};
use platform::args;

use super::super::lens::Lens;
use super::composer::{Kind, To};
use super::draft::{Draft, Problem};
use crate::rules::recipients;

/// To, Cc and Bcc. Open when there is something to see or to mend.
pub(super) fn fields(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    let forward = draft.kind == Kind::Forward;
    let text = &draft.text;
    let copied = !text.cc.is_empty() || !text.bcc.is_empty();
    let usual = if forward { "" } else { to.address };
    let first = if text.to.is_empty() { usual } else { &text.to };
    let open = forward || copied || matches!(draft.problem, Some(Problem::BadAddress(_)));
    let all = recipients::write(&to.others);
    let field = |name: &str, label: &str, value: &str| {
        let id = format!("{}-{name}", draft.kind.code());
        html! {
            label.quiet for=(id) { (lens.text(label)) }
            input.input #(id) name=(name) value=(value) autocomplete="off" autocapitalize="off" spellcheck="false"
                inputmode="email" aria-describedby=[matches!(draft.problem, Some(Problem::BadAddress(_))).then_some("composer-error")];
        }
    };
    html! {
        details.recipients open[open] {
            summary.quiet.cut {
                @if forward { (lens.text("composer-forward-to")) }
                @else { (lens.say.with("composer-to", args![address = first])) }
                @if copied { " " (lens.text("composer-and-copies")) }
            }
            div.fields {
                (field("to", "composer-field-to", first))
                (field("cc", "composer-field-cc", &text.cc))
                (field("bcc", "composer-field-bcc", &text.bcc))
            }
            p.xs.quiet { (lens.text("composer-fields-hint")) }
        }
        @if !forward && !all.is_empty() && text.cc.is_empty() {
            a.btn.ghost.small data-copy=(all) href="?compose=reply&all=1#reply" {
                (lens.say.with("composer-reply-all", args![count = to.others.len()]))
            }
        }
    }
}
