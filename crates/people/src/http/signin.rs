//! Signing in and out. An unknown address and a wrong password cost the same work and look the same
//! (T25); attempts are counted by account and by true peer (T26); every sign-in has a new session (T28).

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::Scope;
use maud::{Markup, html};
use platform::i18n::{self, Say};
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::{Peer, next::safe_next};
use platform::web::page::{self, Theme};
use platform::web::respond;
use platform::{Platform, Result, Tx, args, sessions};
use serde::Deserialize;

use super::fields::Field;
use super::{browser, reset, second_signin};
use crate::staff::{self, MaybeWho, Purpose, SignInEvent, Staff};

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
pub struct Aim {
    #[serde(default)]
    next: String,
}

/// The sign-in page; who is signed in already goes on.
pub async fn show(
    MaybeWho(who): MaybeWho,
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(aim): Query<Aim>,
) -> Result<Response, Error> {
    let next = safe_next(&aim.next);
    if who.is_some() {
        return Ok(respond::see(&next));
    }
    let say = p.i18n.to(i18n::of_request(&headers));
    let nobody = staff::is_empty(&mut p.db.read().await?).await?;
    let page = if nobody { nobody_yet(&say) } else { sign_in_page(&say, &next, "", None) };
    Ok(respond::page(StatusCode::OK, page))
}

/// Says where the link for the first account is to be found.
fn nobody_yet(say: &Say) -> Markup {
    let main = html! {
        (page::greeting(&say.text("signin-first-title"), &say.text("signin-first-lead")))
        div.card.col.g-5.pad-card.lift {
            p { (say.text("signin-first-where")) }
            p.quiet { (say.text("signin-first-again")) }
        }
    };
    page::public(say, &say.text("signin-first-title"), Theme::System, "/signin", &main)
}

/// What the sign-in form sends.
#[derive(Deserialize)]
pub struct Attempt {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
    stay: Option<String>,
}

/// Signs in.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(attempt): Form<Attempt>,
) -> Result<Response, Error> {
    let keys = [Key::Account(&attempt.email), Key::Peer(peer.0)];
    throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
    let next = safe_next(&attempt.next);
    let (known, right) = judge(&p, &attempt).await?;
    let Some(staff) = known.clone().filter(|_| right) else {
        let mut tx = p.begin().await?;
        SignInEvent::failed(known.as_ref(), peer.0.to_string()).record(&mut tx, None).await?;
        tx.commit().await?;
        let say = p.i18n.to(i18n::of_request(&headers));
        let error = say.with("signin-mismatch", args![left = i64::from(throttle.left(keys[0]))]);
        return Ok(respond::page(
            StatusCode::UNPROCESSABLE_ENTITY,
            sign_in_page(&say, &next, &attempt.email, Some(error)),
        ));
    };
    throttle.succeed(&keys);
    let mut tx = p.begin().await?;
    let from = (peer, &headers);
    let answer = second_signin::enter_or_ask(&mut tx, &p, &staff, from, attempt.stay.is_some(), &next).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The colleague whose address this is, and whether the password is theirs. The same work for everybody.
async fn judge(p: &Platform, attempt: &Attempt) -> Result<(Option<Staff>, bool)> {
    let staff = staff::by_email(&mut p.db.read().await?, &attempt.email).await?;
    let staff = staff.filter(|staff| staff.disabled_at.is_none());
    let password = attempt.password.clone();
    match staff.as_ref().and_then(|staff| staff.password_hash.as_deref()) {
        Some(hash) => {
            let right = p.passwords.verify(password, hash).await?;
            Ok((staff, right))
        }
        None => p.passwords.verify_absent(password).await.map(|()| (staff, false)),
    }
}

/// Begins a session under a new id, ends the one the browser came with, and goes on to `next`.
///
/// # Errors
/// When the sessions cannot be written.
pub async fn enter(
    tx: &mut Tx,
    p: &Platform,
    staff: &Staff,
    peer: Peer,
    headers: &HeaderMap,
    stay: bool,
    next: &str,
) -> Result<Response> {
    leave(tx, p, headers).await?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (peer, browser) = (peer.0.to_string(), browser::name(agent));
    let secret = sessions::start(tx, &*p.random, staff.id.as_str(), &peer, &browser).await?;
    SignInEvent::came(staff, peer).record(tx, Some(staff)).await?;
    Ok(([(header::SET_COOKIE, sessions::cookie(&p.site, &secret, stay))], respond::see(next)).into_response())
}

/// Ends the session that the browser came with, and answers whose it was.
async fn leave(tx: &mut Tx, p: &Platform, headers: &HeaderMap) -> Result<Option<Staff>> {
    let Some(secret) = sessions::from_headers(&p.site, headers) else { return Ok(None) };
    let now = tx.machine_now();
    let Some(session) = sessions::find(tx, secret, now).await? else { return Ok(None) };
    sessions::end(tx, &session.staff, &session.digest).await?;
    let Ok(id) = session.staff.parse() else { return Ok(None) };
    staff::find(tx, &Scope::All, &id).await
}

/// Signs out.
pub async fn destroy(State(p): State<Platform>, headers: HeaderMap) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    if let Some(staff) = leave(&mut tx, &p, &headers).await? {
        let (id, name) = (staff.id.clone(), staff.name.clone());
        SignInEvent::SignedOut { staff: id, name }.record(&mut tx, Some(&staff)).await?;
    }
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, sessions::no_cookie(&p.site))], respond::see("/signin")).into_response())
}

/// Signs in by a link from the operator's console, which works once. Only links for this purpose act on
/// GET: nobody mails them, so no scanner opens them.
pub async fn by_link(
    State(p): State<Platform>,
    Path(secret): Path<String>,
    peer: Peer,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    let Some(staff) = staff::redeem(&mut tx, &secret, &[Purpose::Console]).await? else {
        return Ok(reset::gone(&p, &headers));
    };
    let answer = enter(&mut tx, &p, &staff, peer, &headers, true, "/").await?;
    tx.commit().await?;
    Ok(answer)
}

fn sign_in_page(say: &Say, next: &str, email: &str, error: Option<String>) -> Markup {
    let field = |name, kind, value, autocomplete, error| Field {
        name,
        label: say.text(&format!("signin-{name}")),
        kind,
        value,
        autocomplete,
        hint: None,
        error,
        large: true,
    };
    let forgot = html! { a.push.w-400 href="/signin/forgotten" { (say.text("signin-forgot")) } };
    let main = html! {
        (page::greeting(&say.text("signin-greeting"), &say.text("signin-lead")))
        form.card.col.g-6.pad-card.lift method="post" action="/signin" {
            input type="hidden" name="next" value=(next);
            (field("email", "email", email, "username", None).markup())
            (field("password", "password", "", "current-password", error).beside(&forgot))
            label.check { input.box type="checkbox" name="stay" value="1" checked; span { (say.text("signin-stay")) } }
            button.btn.primary.large { (say.text("signin-submit")) }
        }
    };
    let query: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    page::public(say, &say.text("signin-title"), Theme::System, &format!("/signin?next={query}"), &main)
}
