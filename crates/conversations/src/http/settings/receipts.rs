//! Receipts to new enquiries: whether they go, what they say in each language, and who never gets one.

use axum::extract::{Query, State};
use axum::response::Response;
use base::{Action, Language};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::text::text;
use super::{AskedQuery, Wrong, may, page, radios};
use crate::commands;
use crate::rules::receipts::PER_HOUR;
use crate::settings::{self, Receipts};

const HEAD: (&str, &str) = ("settings-receipts", "receipts-lead");

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    receipts: String,
}

/// `GET /settings/receipts`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let receipts = settings::receipts(&mut conn).await?;
    let mut previews = Vec::new();
    for language in Language::ALL {
        let words = commands::preview(&mut conn, &p.i18n.to(language), p.clock.business()).await?;
        previews.push((language, words));
    }
    drop(conn);
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body(&who.say, &receipts, &previews)).await
}

/// `POST /settings/receipts`: `receipts` = `on` or anything else.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    settings::set_receipts(&mut tx, &Receipts { on: typed.receipts == "on" }).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "receipts").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/receipts?done=saved"))
}

fn body(say: &Say, receipts: &Receipts, previews: &[(Language, String)]) -> Markup {
    let chosen = if receipts.on { "on" } else { "off" };
    html! {
        form.col.g-7 method="post" action="/settings/receipts" novalidate {
            section.card.col.g-6 {
                (radios(say, "receipts", "receipts-title", chosen, &[
                    ("on", "receipts-on", "receipts-on-why"),
                    ("off", "receipts-off", "receipts-off-why"),
                ]))
            }
            (save_bar(say, None))
        }
        section.card.col.g-4 {
            h3 { (say.text("receipts-when-title")) }
            p { (say.text("receipts-when")) " " a href="/settings/times" { (say.text("settings-times")) } ", "
                a href="/settings/hours" { (say.text("settings-hours")) } }
        }
        section.card.col.g-4 {
            h3 { (say.text("receipts-never-title")) }
            ul {
                li { (say.text("receipts-never-unproved")) " " a href="/settings/senders" { (say.text("settings-senders")) } }
                li { (say.text("receipts-never-machines")) }
                li { (say.text("receipts-never-old")) }
                li { (say.with("receipts-never-many", args![count = PER_HOUR])) }
            }
        }
        section.card.col.g-4 {
            h3 { (say.text("receipts-preview")) }
            p.sm.soft { (say.text("receipts-preview-hint")) }
            @for (language, words) in previews { (preview(say, *language, words)) }
        }
    }
}

/// One language; the reader's own is open.
fn preview(say: &Say, language: Language, words: &str) -> Markup {
    html! {
        details.fold open[language == say.language()] {
            summary lang=(language.code()) { (language.own_name()) }
            div lang=(language.code()) { (text(say, words, Some(language))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::{NASTY, say};

    #[test]
    fn the_choice_is_shown_as_it_is_and_each_language_in_its_own() {
        let previews = Language::ALL.map(|language| (language, format!("{} {NASTY}", language.code())));
        for on in [true, false] {
            let out = body(&say(Language::Nb), &Receipts { on }, &previews).into_string();
            let checked = format!("value=\"{}\" checked", if on { "on" } else { "off" });
            assert!(out.contains(&checked) && !out.contains("<img"), "{out}");
            assert_eq!(out.matches("<details").count(), 5);
            assert_eq!(out.matches("open>").count(), 1, "the reader's own");
        }
    }
}
