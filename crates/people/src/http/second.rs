//! One's second factor in the profile: setting it up, recovery codes, turning it off.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::Instant;
use maud::{Markup, html};
use platform::throttle::{Key, Throttle};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::page;
use platform::web::respond;
use platform::{Platform, args};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;

use super::fields::Field;
use super::on_form;
use crate::refusal::{Answer, Refusal};
use crate::second::{self, Standing};
use crate::staff::Who;

const HERE: &str = "/profile/second";
/// Light modules around a code, as scanners want them.
const QUIET: i32 = 4;

/// The page: how it stands, or the picture for the app.
pub async fn show(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    shown(&p, &who, StatusCode::OK, Shown::default()).await
}

/// Begins to set it up.
pub async fn begin(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    second::begin(&mut tx, &p, &who.actor(), &who.staff.id).await?;
    tx.commit().await?;
    Ok(respond::see(HERE))
}

/// A code of the app, or a recovery code.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    code: String,
    /// Which of the buttons beside it.
    #[serde(default)]
    then: String,
}

/// On with the first code, off, or new recovery codes: each for a code. Tries are counted.
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let account = account(who.staff.id.as_str());
    let keys = [Key::Account(&account), Key::Peer(peer.0)];
    throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
    let (actor, id) = (who.actor(), &who.staff.id);
    let mut tx = p.begin().await?;
    let done = match typed.then.as_str() {
        "on" => second::confirm(&mut tx, &p, &actor, id, &typed.code).await,
        "off" => second::turn_off(&mut tx, &p, &actor, id, Some(&typed.code)).await.map(|()| Vec::new()),
        _ => second::renew(&mut tx, &p, &actor, id, &typed.code).await,
    };
    let codes = match told(done)? {
        Ok(codes) => codes,
        Err(refusal) => return refused(&p, &who, refusal).await,
    };
    throttle.succeed(&keys);
    tx.commit().await?;
    if codes.is_empty() {
        return Ok(respond::see("/profile?done=second_off"));
    }
    shown(&p, &who, StatusCode::OK, Shown { codes, ..Shown::default() }).await
}

/// Under which name guesses at a colleague's codes are counted; guesses at the password have their own.
pub(super) fn account(staff: &str) -> String {
    format!("second factor of {staff}")
}

fn told<T>(done: Answer<T>) -> Result<Result<T, Refusal>, Error> {
    done.map_or_else(|failure| on_form(failure).map(Err), |done| Ok(Ok(done)))
}

async fn refused(p: &Platform, who: &Who, refusal: Refusal) -> Result<Response, Error> {
    shown(p, who, StatusCode::UNPROCESSABLE_ENTITY, Shown { wrong: Some(refusal), ..Shown::default() }).await
}

#[derive(Default)]
struct Shown {
    codes: Vec<String>,
    wrong: Option<Refusal>,
}

async fn shown(p: &Platform, who: &Who, status: StatusCode, shown: Shown) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let standing = second::standing(&mut conn, &who.staff.id).await?;
    let pending = second::pending(&mut conn, p, &who.staff.id).await?;
    drop(conn);
    let wrong = shown.wrong.map(|refusal| say.text(refusal.message()));
    let body = html! {
        @if !shown.codes.is_empty() {
            (codes(who, &shown.codes))
        } @else if let Some(standing) = standing {
            (state(who, standing, p.clock.business()))
            (manage(who, wrong))
        } @else if let Some(secret) = &pending {
            (set_up(p, who, secret, wrong))
        } @else {
            section.card.col.g-6 { (begin_form(who, "btn primary")) }
        }
        @if !who.must_set_up { p { a.btn href="/profile" { (icon("back")) (say.text("profile-title")) } } }
    };
    let title = say.text("second-title");
    let is_secret = pending.is_some() || !shown.codes.is_empty();
    let send = if is_secret { respond::page_with_secret } else { respond::page };
    if who.must_set_up {
        return Ok(send(status, before_all_else(who, &title, &body)));
    }
    let main = viewer.settings(&title, &say.text("second-lead"), &body);
    Ok(send(status, viewer.page(p, &title, &main).await?))
}

/// For whom nothing else is open yet: without the desk around it, whose parts would ask for what is shut.
fn before_all_else(who: &Who, title: &str, body: &Markup) -> Markup {
    let say = &who.say;
    let main = html! {
        (page::greeting(title, &say.text("second-led-lead")))
        (body)
        form.text-centre method="post" action="/signout" { button.btn.ghost { (say.text("word-sign-out")) } }
    };
    page::public(say, title, who.staff.theme, HERE, &main)
}

/// In the profile: how it stands, and the way to this page.
pub(super) fn summary(who: &Who, standing: Option<Standing>, now: Instant) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-6 aria-labelledby="second-t" {
            div { h3 #second-t { (say.text("second-title")) } p.sm.quiet { (say.text("second-lead")) } }
            @if let Some(standing) = standing {
                div.row.wrap {
                    span { (since(who, standing, now)) }
                    a.btn.push href=(HERE) { (say.text("second-change")) }
                }
            } @else { (begin_form(who, "btn")) }
        }
    }
}

fn begin_form(who: &Who, class: &str) -> Markup {
    html! {
        form.row.end-x method="post" action={ (HERE) "/begin" } hx-boost="false" {
            button class=(class) { (who.say.text("second-begin")) }
        }
    }
}

fn since(who: &Who, standing: Standing, now: Instant) -> String {
    who.say.with("second-is-on", args![when = who.say.day_time(standing.since, now, &who.zone)])
}

fn state(who: &Who, standing: Standing, now: Instant) -> Markup {
    let tone = if standing.codes_left < 3 { "warn" } else { "ok" };
    html! {
        div.callout data-tone=(tone) {
            (icon("shield"))
            p { b { (since(who, standing, now)) } }
            p { (who.say.with("second-left", args![left = standing.codes_left])) }
        }
    }
}

fn code_field(who: &Who, label: &str, hint: &str, error: Option<String>) -> Markup {
    let say = &who.say;
    let (label, hint) = (say.text(label), Some(say.text(hint)));
    let field = Field {
        name: "code",
        label,
        kind: "text",
        value: "",
        autocomplete: "one-time-code",
        hint,
        error,
        large: false,
    };
    field.markup()
}

fn manage(who: &Who, wrong: Option<String>) -> Markup {
    let say = &who.say;
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" {
            (code_field(who, "second-proof", "second-proof-hint", wrong))
            div.row.wrap.end-x {
                button.btn name="then" value="off" { (say.text("second-turn-off")) }
                button.btn.primary name="then" value="renew" { (say.text("second-new-codes")) }
            }
        }
    }
}

fn set_up(p: &Platform, who: &Who, secret: &[u8], wrong: Option<String>) -> Markup {
    let say = &who.say;
    let site = url::Url::parse(&p.site.url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let address = second::setup_address(secret, &site, &who.staff.email).ok();
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="scan-t" {
            div { h3 #scan-t { (say.text("second-scan")) } p.sm.quiet { (say.text("second-scan-lead")) } }
            @if let Some(address) = &address { (picture(address, &say.text("second-qr"))) }
            div.field {
                label for="key" { (say.text("second-key")) }
                input.input.mono #key readonly value=(second::grouped(secret)) autocomplete="off";
            }
            (code_field(who, "second-code", "second-code-hint", wrong))
            div.row.end-x { button.btn.primary name="then" value="on" { (say.text("second-confirm")) } }
        }
    }
}

/// Dark on light whatever the page looks like: scanners want it so.
fn picture(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y));
    let path: String = dark.map(|(x, y)| format!("M{x},{y}h1v1h-1z")).collect();
    let (whole, edge) = (size + 2 * QUIET, -QUIET);
    html! {
        svg role="img" aria-label=(label) width="240" height="240" viewBox={ (edge) " " (edge) " " (whole) " " (whole) }
            shape-rendering="crispEdges" {
            rect x=(edge) y=(edge) width=(whole) height=(whole) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

fn codes(who: &Who, codes: &[String]) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-6 aria-labelledby="codes-t" {
            div.callout data-tone="ok" role="status" {
                (icon("shield"))
                h3 #codes-t { (say.text("second-codes")) }
                p { (say.text("second-codes-lead")) }
            }
            ol.col.g-2.mono { @for code in codes { li { (code) } } }
            div.row.end-x { a.btn.primary href=(HERE) { (say.text("second-codes-kept")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_a_light_edge_and_the_three_corners_scanners_look_for() {
        let out = picture("otpauth://totp/Tillit:ingrid?secret=GEZDGNBVGY3TQOJQ", "QR").into_string();
        assert!(out.contains("viewBox=\"-4 -4 ") && out.contains("fill=\"#fff\""), "{out}");
        assert!(out.contains("M0,0h1v1h-1z") && !out.contains("style="), "{out}");
        assert_eq!(picture(&"x".repeat(10_000), "QR").into_string(), "", "too much for any code");
    }
}
