//! Settings of conversations: the business, its hours, its reply times, its names of states, and what
//! failed. Only for those who may change them; a form that needs another look comes back as typed.

pub mod business;
pub mod finding;
pub mod hours;
pub mod macros;
pub mod needs;
pub mod operations;
pub mod outcomes;
pub mod receipts;
pub mod recurring;
pub mod service;
pub mod states;
pub mod tags;
pub mod times;
pub mod tone;
pub mod turns;
pub mod views;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;

/// `?done=saved` of pages that forms lead back to, and `?ask=…` for what is to be confirmed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
    ask: String,
}

/// `GET /settings`: the first page that the reader may open.
///
/// # Errors
/// Never so far.
pub async fn index(who: Who) -> Result<Response, Error> {
    let to = if allowed(&who.actor(), Action::ManageSettings).is_ok() { "/settings/business" } else { "/profile" };
    Ok(respond::see(to))
}

/// What needs another look: a field and the message that says why.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wrong(Vec<(String, &'static str)>);

impl Wrong {
    fn add(&mut self, field: impl Into<String>, message: &'static str) {
        self.0.push((field.into(), message));
    }

    fn of(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| *message)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One page of the settings with its form.
async fn page(
    p: &Platform,
    who: &Who,
    (title, lead): (&'static str, &'static str),
    wrong: &Wrong,
    asked: &Asked,
    body: &Markup,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let body = html! {
        @if asked.done == "saved" {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("settings-saved")) } }
        }
        @if !wrong.is_empty() { (summary(say, wrong)) }
        (body)
    };
    let title = say.text(title);
    let main = viewer.settings(&title, &say.text(lead), &body);
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn summary(say: &Say, wrong: &Wrong) -> Markup {
    html! {
        div.callout data-tone="bad" role="alert" tabindex="-1" autofocus {
            (icon("alert"))
            h3 { (say.with("settings-wrong", platform::args![count = wrong.0.len()])) }
            ul { @for (field, message) in &wrong.0 { li { a href={ "#" (field) } { (say.text(message)) } } } }
        }
    }
}

/// A labelled field with its hint and, if need be, what to put right.
struct Field<'a> {
    name: &'a str,
    label: String,
    hint: Option<String>,
    value: &'a str,
    /// `text`, `email`, `number`, `area`.
    kind: &'static str,
}

impl Field<'_> {
    fn markup(&self, say: &Say, wrong: &Wrong) -> Markup {
        let name = self.name;
        let error = wrong.of(name);
        let described = [self.hint.as_ref().map(|_| format!("{name}-h")), error.map(|_| format!("{name}-e"))];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let described = (!described.is_empty()).then_some(described);
        let invalid = error.map(|_| "true");
        html! {
            div.field {
                label for=(name) { (self.label) }
                @match self.kind {
                    "area" => textarea.input id=(name) name=(name) aria-invalid=[invalid] aria-describedby=[described] { (self.value) },
                    "number" => input.input.num id=(name) name=(name) inputmode="numeric" value=(self.value)
                        aria-invalid=[invalid] aria-describedby=[described];,
                    kind => input.input id=(name) name=(name) type=(kind) value=(self.value) autocomplete="off"
                        aria-invalid=[invalid] aria-describedby=[described];,
                }
                @if let Some(hint) = &self.hint { p.hint id={ (name) "-h" } { (hint) } }
                @if let Some(error) = error { p.error id={ (name) "-e" } { (icon_small("alert")) (say.text(error)) } }
            }
        }
    }
}

/// A choice of one among a few: value, words.
fn select(
    say: &Say,
    name: &str,
    (label, hint): (&str, Option<&str>),
    chosen: &str,
    options: &[(String, String)],
) -> Markup {
    select_or_wrong(say, name, (label, hint), chosen, options, None)
}

/// The same, with what to put right if need be.
fn select_or_wrong(
    say: &Say,
    name: &str,
    (label, hint): (&str, Option<&str>),
    chosen: &str,
    options: &[(String, String)],
    wrong: Option<&str>,
) -> Markup {
    let described = [hint.map(|_| format!("{name}-h")), wrong.map(|_| format!("{name}-e"))];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    html! {
        div.field {
            label for=(name) { (say.text(label)) }
            select.input id=(name) name=(name) aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described] {
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
            @if let Some(hint) = hint { p.hint id={ (name) "-h" } { (say.text(hint)) } }
            @if let Some(wrong) = wrong { p.error id={ (name) "-e" } { (icon_small("alert")) (say.text(wrong)) } }
        }
    }
}

/// Two or three ways, one of them chosen: value, label, explanation.
fn radios(say: &Say, name: &str, legend: &str, chosen: &str, options: &[(&str, &str, &str)]) -> Markup {
    html! {
        fieldset.field {
            legend { (say.text(legend)) }
            div.col.g-4 {
                @for (value, label, why) in options {
                    label.check {
                        input.dot type="radio" name=(name) value=(value) checked[*value == chosen];
                        span { (say.text(label)) small { (say.text(why)) } }
                    }
                }
            }
        }
    }
}

/// A whole number within bounds.
fn number(text: &str, least: i64, most: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

/// The asked page, for those who may; every page begins so.
fn may(who: &Who, action: Action) -> Result<(), Error> {
    Ok(allowed(&who.actor(), action).map(|_| ())?)
}

type AskedQuery = Query<Asked>;
