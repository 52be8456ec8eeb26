//! Where a macro is offered: ticked in its form, said in short in the list.

use base::Language;
use maud::{Markup, html};
use people::department::Department;
use platform::i18n::Say;

use super::super::{Field, Wrong};
use super::typed::Typed;
use crate::{HeardBy, MacroWhen};

/// What it is called.
pub(super) const fn channel(one: HeardBy) -> &'static str {
    match one {
        HeardBy::Writing => "macros-when-writing",
        HeardBy::Phone => "contact-phone",
        HeardBy::Visit => "contact-visit",
    }
}

/// The part of the form. A department that is closed by now stays as long as it is ticked.
pub(super) fn part(say: &Say, typed: &Typed, departments: &[Department], wrong: &Wrong) -> Markup {
    let when = &typed.when;
    let tags = Field {
        name: "on-tags",
        label: say.text("macros-when-tags"),
        hint: Some(say.text("macros-when-tags-hint")),
        value: &typed.when_tags,
        kind: "text",
    };
    let channels = HeardBy::ALL.map(|one| (one.code(), say.text(channel(one)), when.channels.contains(&one)));
    let departments =
        departments.iter().map(|one| (one.id.as_str(), one.name.clone(), when.departments.contains(&one.id)));
    let languages = Language::ALL.map(|one| (one.code(), one.own_name().to_owned(), when.languages.contains(&one)));
    html! {
        section.card.col.g-6 {
            div { h3 { (say.text("macros-when")) } p.sm.soft { (say.text("macros-when-hint")) } }
            (ticks(say, "on-channel", "macros-when-channel", channels.into_iter()))
            (ticks(say, "on-department", "macros-when-department", departments))
            (tags.markup(say, wrong))
            (ticks(say, "on-language", "macros-when-language", languages.into_iter()))
        }
    }
}

fn ticks<'a>(say: &Say, name: &str, legend: &str, all: impl Iterator<Item = (&'a str, String, bool)>) -> Markup {
    let all: Vec<_> = all.collect();
    html! {
        @if !all.is_empty() {
            fieldset.field {
                legend { (say.text(legend)) }
                div.row.wrap.g-4 {
                    @for (value, words, ticked) in &all {
                        label.check {
                            input.box type="checkbox" name=(name) value=(value) checked[*ticked];
                            span { (words) }
                        }
                    }
                }
            }
        }
    }
}

/// Where it is offered, in short; nothing for one that is offered everywhere.
pub(super) fn short(say: &Say, when: &MacroWhen, departments: &[Department]) -> Option<String> {
    if when.is_anywhere() {
        return None;
    }
    let named = when.departments.iter().filter_map(|id| departments.iter().find(|one| one.id == *id));
    let mut parts: Vec<String> = when.channels.iter().map(|one| say.text(channel(*one))).collect();
    parts.extend(named.map(|one| one.name.clone()));
    parts.extend(when.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(when.languages.iter().map(|language| language.own_name().to_owned()));
    Some(say.with("macros-when-short", platform::args![what = parts.join(" · ")]))
}
