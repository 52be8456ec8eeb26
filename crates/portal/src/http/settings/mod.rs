//! Settings of the customer's side: whether mails bear the link, and in which colour and with which logo its pages
//! stand. Also in which typeface all pages do, the desk's too.

pub mod logo;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use conversations::settings::{self, Requests};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::web::typeface::{self, Typeface};
use serde::Deserialize;

use crate::rules::logo::Unfit;

/// Hues that are offered, with their names. Steps of ten, as the styles have them.
const HUES: &[(&str, &str)] = &[
    ("", "hue-ours"),
    ("20", "hue-red"),
    ("60", "hue-amber"),
    ("130", "hue-green"),
    ("220", "hue-sea"),
    ("260", "hue-blue"),
    ("300", "hue-violet"),
    ("350", "hue-rose"),
];

/// `?done=saved`, `logo`, `no-logo`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    links: String,
    hue: String,
    typeface: String,
}

/// `GET /settings/requests`.
///
/// # Errors
/// When the reader may not, or settings cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    allowed(&who.actor(), Action::ManageSettings).map(|_| ())?;
    page(&p, &who, StatusCode::OK, &asked.done, None).await
}

/// The page, also when a picture was refused.
async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    done: &str,
    unfit: Option<Unfit>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let set = settings::requests(&mut conn).await?;
    let typeface = typeface::chosen(&mut conn).await?;
    let mark = crate::logo::mark(&mut conn).await?;
    drop(conn);
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("settings-requests");
    let main = html! {
        @if let Some(done) = said(done) {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text(done)) } }
        }
        (body(say, &set, typeface))
        (logo::card(say, mark.as_ref(), unfit))
    };
    let main = viewer.settings(&title, &say.text("requests-lead"), &main);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn said(done: &str) -> Option<&'static str> {
    match done {
        "saved" => Some("settings-saved"),
        "logo" => Some("logo-saved"),
        "no-logo" => Some("logo-removed"),
        _ => None,
    }
}

/// `POST /settings/requests`: `links` = `on` or anything else, `hue` one of the offered, `typeface` = `inter` or
/// anything else.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    allowed(&who.actor(), Action::ManageSettings).map(|_| ())?;
    let offered = HUES.iter().any(|(value, _)| *value == typed.hue);
    let hue = typed.hue.parse().ok().filter(|_| offered);
    let mut tx = p.begin().await?;
    settings::set_requests(&mut tx, &Requests { links: typed.links == "on", hue }).await?;
    typeface::choose(&mut tx, Typeface::from_code(&typed.typeface).unwrap_or_default()).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "requests").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/requests?done=saved"))
}

fn body(say: &Say, set: &Requests, typeface: Typeface) -> Markup {
    let way = |value: &str, chosen: bool, label: &str, why: &str| {
        html! {
            label.check {
                input.dot type="radio" name="links" value=(value) checked[chosen];
                span { (say.text(label)) small { (say.text(why)) } }
            }
        }
    };
    let hue = set.hue.map(|hue| hue.to_string()).unwrap_or_default();
    html! {
        form.col.g-7 method="post" action="/settings/requests" novalidate {
            section.card.col.g-6 {
                fieldset.field {
                    legend { (say.text("requests-links")) }
                    div.col.g-4 {
                        (way("on", set.links, "requests-on", "requests-on-why"))
                        (way("off", !set.links, "requests-off", "requests-off-why"))
                    }
                }
                div.field {
                    label for="hue" { (say.text("requests-hue")) }
                    select.input id="hue" name="hue" aria-describedby="hue-h" {
                        @for (value, name) in HUES { option value=(value) selected[*value == hue] { (say.text(name)) } }
                    }
                    p.hint id="hue-h" { (say.text("requests-hue-hint")) }
                }
                div.field {
                    label for="typeface" { (say.text("requests-typeface")) }
                    select.input id="typeface" name="typeface" aria-describedby="typeface-h" {
                        @for one in Typeface::ALL {
                            option value=(one.code()) selected[one == typeface] {
                                (say.text(&format!("typeface-{}", one.code())))
                            }
                        }
                    }
                    p.hint id="typeface-h" { (say.text("requests-typeface-hint")) }
                }
            }
            (save_bar(say, None))
        }
    }
}
