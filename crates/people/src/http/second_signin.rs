//! The step after the password, for who has a second factor. Between the two stands a token and no session: it says
//! whose password was right, for a few minutes and while that password holds.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Instant, Scope};
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::i18n::{self, Say};
use platform::throttle::{Key, Throttle};
use platform::tokens::Claims;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::{Peer, next::safe_next};
use platform::web::page::{self, Theme};
use platform::web::respond;
use platform::{Conn, Platform, Result, Tx, sessions};
use serde::Deserialize;

use super::fields::Field;
use super::{second as profile, signin};
use crate::second;
use crate::staff::{self, SignInEvent, Staff};

const PURPOSE: &str = "second";
/// Time to find the phone.
const LASTS: SignedDuration = SignedDuration::from_mins(10);
const HERE: &str = "/signin/second";

/// Lets somebody in whose password was right, or asks for the second factor first.
///
/// # Errors
/// When the tables cannot be used.
pub(super) async fn enter_or_ask(
    tx: &mut Tx,
    p: &Platform,
    staff: &Staff,
    (peer, headers): (Peer, &HeaderMap),
    stay: bool,
    next: &str,
) -> Result<Response> {
    if !second::is_on(tx, &staff.id).await? {
        return signin::enter(tx, p, staff, peer, headers, stay, next).await;
    }
    let expires = p.clock.machine().saturating_add(LASTS).unwrap_or(Instant::MAX);
    let claims =
        Claims { purpose: PURPOSE, object: password(staff), person: staff.id.to_string(), expires: Some(expires) };
    let half = Half { token: p.tokens.issue(&claims), next: next.to_owned(), stay: stay.then(|| "1".to_owned()) };
    Ok(respond::page(StatusCode::OK, ask(&p.i18n.to(i18n::of_request(headers)), &half, None)))
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Shown {
    #[serde(default)]
    code: String,
    #[serde(flatten)]
    half: Half,
}

/// What is known after the password.
#[derive(Deserialize)]
struct Half {
    #[serde(default)]
    token: String,
    #[serde(default)]
    next: String,
    stay: Option<String>,
}

/// Whoever comes here without a password begins there.
pub async fn show() -> Response {
    respond::see("/signin")
}

/// Judges the code, and lets in.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(shown): Form<Shown>,
) -> Result<Response, Error> {
    let say = p.i18n.to(i18n::of_request(&headers));
    let Some(staff) = whose(&mut p.db.read().await?, &p, &shown.half.token).await? else {
        return Ok(respond::page(StatusCode::GONE, too_late(&say)));
    };
    let account = profile::account(staff.id.as_str());
    let keys = [Key::Account(&account), Key::Peer(peer.0)];
    throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
    let mut tx = p.begin().await?;
    if second::check(&mut tx, &p, &staff, &shown.code).await?.is_none() {
        SignInEvent::failed(Some(&staff), peer.0.to_string()).record(&mut tx, None).await?;
        tx.commit().await?;
        let error = say.text("people-refused-wrong-code");
        return Ok(respond::page(StatusCode::UNPROCESSABLE_ENTITY, ask(&say, &shown.half, Some(error))));
    }
    throttle.succeed(&keys);
    let next = safe_next(&shown.half.next);
    let answer = signin::enter(&mut tx, &p, &staff, peer, &headers, shown.half.stay.is_some(), &next).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Whose password was right a moment ago and still is.
async fn whose(conn: &mut Conn, p: &Platform, token: &str) -> Result<Option<Staff>> {
    let Ok(claims) = p.tokens.read(PURPOSE, token, p.clock.machine()) else { return Ok(None) };
    let Ok(id) = claims.person.parse() else { return Ok(None) };
    let staff = staff::find(conn, &Scope::All, &id).await?;
    Ok(staff.filter(|staff| staff.disabled_at.is_none() && password(staff) == claims.object))
}

/// What changes when the password does.
fn password(staff: &Staff) -> String {
    sessions::digest(staff.password_hash.as_deref().unwrap_or_default())
}

fn ask(say: &Say, half: &Half, error: Option<String>) -> Markup {
    let field = Field {
        name: "code",
        label: say.text("signin-second-code"),
        kind: "text",
        value: "",
        autocomplete: "one-time-code",
        hint: Some(say.text("signin-second-hint")),
        error,
        large: true,
    };
    let title = say.text("signin-second-title");
    let main = html! {
        (page::greeting(&title, &say.text("signin-second-lead")))
        form.card.col.g-6.pad-card.lift method="post" action=(HERE) {
            input type="hidden" name="token" value=(half.token);
            input type="hidden" name="next" value=(half.next);
            @if half.stay.is_some() { input type="hidden" name="stay" value="1"; }
            (field.markup())
            button.btn.primary.large { (say.text("signin-submit")) }
        }
    };
    page::public(say, &title, Theme::System, "/signin", &main)
}

fn too_late(say: &Say) -> Markup {
    let title = say.text("signin-second-late");
    let main = html! {
        (page::greeting(&title, &say.text("signin-second-late-lead")))
        p.text-centre { a href="/signin" { (say.text("signin-title")) } }
    };
    page::public(say, &title, Theme::System, "/signin", &main)
}
