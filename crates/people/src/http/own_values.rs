//! What stands in the business's own fields: the card of a customer's or an organisation's page, with its form.

use std::collections::HashMap;

use base::{Instant, Language};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon;

use super::customer::entry::{Input, choice};
use crate::field::{Kind, SAVED, Unfit, Value};
use crate::ids::FieldId;

/// What was typed and did not fit: in which field, and why.
pub struct Wrong {
    /// All that was typed, by field.
    pub typed: HashMap<String, String>,
    /// The field that it does not fit into.
    pub field: FieldId,
    /// Why.
    pub unfit: Unfit,
}

/// The card; nothing where the business keeps no such fields.
pub(super) fn card(say: &Say, action: &str, values: &[Value], wrong: Option<&Wrong>, edits: bool) -> Markup {
    html! {
        @if !values.is_empty() {
            section.card.col.g-5 #fields aria-labelledby="fields-t" {
                header { h2 #fields-t { (say.text("fields-card")) } }
                (list(say, action, values, wrong, edits))
            }
        }
    }
}

/// What stands in them, and the form that changes it for who may.
#[must_use]
pub fn list(say: &Say, action: &str, values: &[Value], wrong: Option<&Wrong>, edits: bool) -> Markup {
    html! {
        dl.facts {
            @for value in values {
                dt { (value.field.name) }
                dd { @if value.text.is_empty() { span.quiet { "–" } } @else { (shown(say, value)) } }
            }
        }
        @if edits {
            details open[wrong.is_some()] {
                summary.btn.small { (icon("edit")) (say.text("fields-change")) }
                form.col.g-4.mt method="post" action=(action) hx-morph-skip {
                    (inputs(say, values.iter(), wrong))
                    div.row.end-x { button.btn { (say.text("word-save")) } }
                }
            }
        }
    }
}

/// The inputs alone, for a form that asks for some of them.
pub fn inputs<'a>(say: &Say, values: impl Iterator<Item = &'a Value>, wrong: Option<&Wrong>) -> Markup {
    html! { @for value in values { (input(say, value, wrong)) } }
}

/// As the reader's language writes it.
fn shown(say: &Say, value: &Value) -> Markup {
    let text = &value.text;
    match value.field.kind {
        Kind::Date => match day(text) {
            Some(at) => html! { time datetime=(text) { (say.date(at, &TimeZone::UTC)) } },
            None => html! { (text) },
        },
        Kind::YesNo => html! { (say.text(if text == "yes" { "fields-yes" } else { "fields-no" })) },
        Kind::Link => html! { a.cut href=(text) target="_blank" rel="noopener noreferrer" { (text) } },
        Kind::Number => html! { (number(say, text)) },
        Kind::Text | Kind::Choice => html! { (text) },
    }
}

fn number(say: &Say, text: &str) -> String {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let Ok(number) = whole.parse::<i64>() else { return text.to_owned() };
    // A number between zero and minus one has its sign before a zero.
    let sign = if number == 0 && whole.starts_with('-') { "−" } else { "" };
    let mark = if say.language() == Language::En { '.' } else { ',' };
    let whole = say.number(number);
    if part.is_empty() { whole } else { format!("{sign}{whole}{mark}{part}") }
}

fn day(text: &str) -> Option<Instant> {
    let date: Date = text.parse().ok()?;
    Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

fn input(say: &Say, value: &Value, wrong: Option<&Wrong>) -> Markup {
    let field = &value.field;
    let id = field.id.as_str();
    let typed = wrong.and_then(|wrong| wrong.typed.get(id)).map_or(value.text.as_str(), String::as_str);
    let required = field.is_required(SAVED);
    let label = if required { format!("{} *", field.name) } else { field.name.clone() };
    let empty = || ("", "–".to_owned(), typed.is_empty());
    match field.kind {
        Kind::Choice => {
            // What stands there stays, also when it is a choice no more.
            let gone = Some(typed).filter(|typed| !typed.is_empty() && !field.choices.iter().any(|one| one == typed));
            let words = field.choices.iter().map(String::as_str).chain(gone);
            let options: Vec<_> =
                std::iter::once(empty()).chain(words.map(|word| (word, word.to_owned(), word == typed))).collect();
            choice(id, id, &label, &options)
        }
        Kind::YesNo => {
            let options = [
                empty(),
                ("yes", say.text("fields-yes"), typed == "yes"),
                ("no", say.text("fields-no"), typed == "no"),
            ];
            choice(id, id, &label, &options)
        }
        Kind::Text | Kind::Number | Kind::Date | Kind::Link => Input {
            id,
            name: id,
            label,
            kind: if field.kind == Kind::Date { "date" } else { "text" },
            value: typed,
            required,
            hint: None,
            error: wrong.filter(|wrong| wrong.field == field.id).map(|wrong| say.text(wrong.unfit.message())),
        }
        .markup(),
    }
}
