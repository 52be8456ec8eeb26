//! Settings of the community: whether there is one, who reads it, when we take over, how much the new may write.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{Done, error};
use crate::settings::{self, Community};

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    on: String,
    members_only: String,
    hours: String,
    by_the_clock: String,
    first_wait: String,
    new_an_hour: String,
    an_hour: String,
}

/// `GET /settings/community`.
///
/// # Errors
/// When the reader may not, or settings cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(done): Query<Done>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let set = settings::community(&mut p.db.read().await?).await?;
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("settings-community");
    let main = html! {
        (super::parts::said(say, &done.done))
        (body(say, &set))
    };
    let main = viewer.settings(&title, &say.text("community-settings-lead"), &main);
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

/// `POST /settings/community`. What is no number, or out of bounds, becomes the nearest that is.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let before = settings::community(&mut tx).await?;
    let number = |text: &str, was: i64| text.trim().parse().unwrap_or(was);
    let wanted = Community {
        on: typed.on == "on",
        members_only: typed.members_only == "on",
        hours: number(&typed.hours, before.hours),
        by_the_clock: typed.by_the_clock == "on",
        first_wait: number(&typed.first_wait, before.first_wait),
        new_an_hour: number(&typed.new_an_hour, before.new_an_hour),
        an_hour: number(&typed.an_hour, before.an_hour),
    };
    settings::set(&mut tx, &who.actor(), wanted).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see("/settings/community?done=saved"))
}

fn body(say: &Say, set: &Community) -> Markup {
    let tick = |name: &str, on: bool, label: &str, why: &str| {
        html! {
            label.check {
                input.box id=(name) type="checkbox" name=(name) value="on" checked[on];
                span { (say.text(label)) small { (say.text(why)) } }
            }
        }
    };
    let number = |name: &str, value: i64, most: i64, label: &str, hint: &str| {
        html! {
            div.field {
                label for=(name) { (say.text(label)) }
                input.input id=(name) name=(name) type="number" min="0" max=(most) value=(value) aria-describedby={ (name) "-h" };
                p.hint id={ (name) "-h" } { (say.text(hint)) }
            }
        }
    };
    html! {
        form.col.g-7 method="post" action="/settings/community" novalidate {
            section.card.col.g-6 {
                (tick("on", set.on, "community-on", "community-on-why"))
                (tick("members_only", set.members_only, "community-members-only", "community-members-only-why"))
                (number("hours", set.hours, 336, "community-hours", "community-hours-hint"))
                (tick("by_the_clock", set.by_the_clock, "community-by-the-clock", "community-by-the-clock-why"))
                (number("first_wait", set.first_wait, 20, "community-first-wait", "community-first-wait-hint"))
                (number("new_an_hour", set.new_an_hour, 100, "community-new-an-hour", "community-new-an-hour-hint"))
                (number("an_hour", set.an_hour, 200, "community-an-hour", "community-an-hour-hint"))
                p.row.wrap {
                    a.btn href="/desk/community" { (icon("forum")) (say.text("community-desk")) }
                    @if set.on { a.btn.ghost href="/community" { (say.text("community-title")) } }
                }
            }
            (save_bar(say, None))
        }
    }
}
