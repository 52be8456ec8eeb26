//! The parts that the pages about mailboxes are made of: fields, what is wrong with them, and the frame.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use crate::relay::Protection;

/// What needs another look: a field and the message that says why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong(pub Vec<(&'static str, &'static str)>);

impl Wrong {
    pub fn one(field: &'static str, message: &'static str) -> Self {
        Self(vec![(field, message)])
    }

    pub fn add(&mut self, field: &'static str, message: &'static str) {
        self.0.push((field, message));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn of(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, message)| *message)
    }

    /// At the top of a form: everything that is wrong, each leading to its field.
    pub fn summary(&self, say: &Say) -> Markup {
        html! {
            @if !self.is_empty() {
                div.callout data-tone="bad" role="alert" tabindex="-1" autofocus {
                    (icon("alert"))
                    h3 { (say.with("mail-wrong", args![count = self.0.len()])) }
                    ul { @for (field, message) in &self.0 { li { a href={ "#" (field) } { (say.text(message)) } } } }
                }
            }
        }
    }
}

/// The fields of one form.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub say: &'a Say,
    pub wrong: &'a Wrong,
}

impl Fields<'_> {
    /// One line of text, with the words `label` names and, if there is one, a hint under it.
    pub fn text(&self, name: &'static str, label: &str, value: &str, hint: Option<&str>) -> Markup {
        self.input(name, label, "text", value, hint)
    }

    /// A password; never filled in.
    pub fn password(&self, name: &'static str, label: &str, hint: Option<&str>) -> Markup {
        self.input(name, label, "password", "", hint)
    }

    /// An input of a kind of its own.
    pub fn input(&self, name: &'static str, label: &str, kind: &str, value: &str, hint: Option<&str>) -> Markup {
        let (error, described) = self.told(name, hint);
        html! {
            div.field {
                label for=(name) { (self.say.text(label)) }
                input.input id=(name) name=(name) type=(kind) value=(value) autocomplete="off"
                    aria-invalid=[error.map(|_| "true")] aria-describedby=[described];
                (self.under(name, hint, error))
            }
        }
    }

    /// Several lines.
    pub fn area(&self, name: &'static str, label: &str, value: &str, hint: Option<&str>) -> Markup {
        let (error, described) = self.told(name, hint);
        html! {
            div.field {
                label for=(name) { (self.say.text(label)) }
                textarea.input id=(name) name=(name) aria-invalid=[error.map(|_| "true")]
                    aria-describedby=[described] { (value) }
                (self.under(name, hint, error))
            }
        }
    }

    /// One among a few: value and words.
    pub fn select(&self, name: &'static str, label: &str, chosen: &str, options: &[(&str, String)]) -> Markup {
        html! {
            div.field {
                label for=(name) { (self.say.text(label)) }
                select.input id=(name) name=(name) {
                    @for (value, words) in options { option value=(value) selected[*value == chosen] { (words) } }
                }
            }
        }
    }

    /// How a connection is protected.
    pub fn protection(&self, name: &'static str, chosen: &str) -> Markup {
        let ways = [Protection::Implicit, Protection::StartTls, Protection::None];
        let words = ["mail-implicit", "mail-start-tls", "mail-none"].map(|words| self.say.text(words));
        let options: Vec<_> = ways.map(Protection::code).into_iter().zip(words).collect();
        self.select(name, "mail-protection", chosen, &options)
    }

    /// Ways, one of them chosen: value, words, explanation.
    pub fn radios(&self, name: &'static str, legend: &str, chosen: &str, ways: &[(&str, &str, &str)]) -> Markup {
        html! {
            fieldset.field {
                legend { (self.say.text(legend)) }
                div.col.g-4 {
                    @for (value, label, why) in ways {
                        label.check {
                            input.dot type="radio" name=(name) value=(value) checked[*value == chosen];
                            span { (self.say.text(label)) small { (self.say.text(why)) } }
                        }
                    }
                }
            }
        }
    }

    fn told(&self, name: &str, hint: Option<&str>) -> (Option<&'static str>, Option<String>) {
        let error = self.wrong.of(name);
        let described = [hint.map(|_| format!("{name}-h")), error.map(|_| format!("{name}-e"))];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (error, (!described.is_empty()).then_some(described))
    }

    fn under(&self, name: &str, hint: Option<&str>, error: Option<&str>) -> Markup {
        html! {
            @if let Some(hint) = hint { p.hint id={ (name) "-h" } { (self.say.text(hint)) } }
            @if let Some(error) = error {
                p.error id={ (name) "-e" } { (icon_small("alert")) (self.say.text(error)) }
            }
        }
    }
}

/// Settings → Mail, or a page within, around `body`.
pub(super) async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    (title, lead): (&str, &str),
    body: &Markup,
) -> Result<Response, Error> {
    let viewer = who.viewer()?;
    let main = viewer.settings(title, lead, body);
    Ok(respond::page(status, viewer.page(p, title, &main).await?))
}

/// A line that something was done.
pub(super) fn done(text: &str) -> Markup {
    html! { div.callout data-tone="ok" role="status" { (icon("check")) p { (text) } } }
}
