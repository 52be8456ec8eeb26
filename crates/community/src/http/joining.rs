//! Coming in from the community: a link is mailed, to whoever is a customer and to whoever becomes one by it. What is
//! answered is the same for all.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};
use platform::throttle::{Key, Throttle};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::{Platform, args};
use portal::entry;
use serde::Deserialize;

use super::{HERE, Hall};

/// Longest address.
const ADDRESS_MOST: usize = 254;

/// Whose.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Whose {
    email: String,
    website: String,
}

/// `GET /community/join`: asks for the address.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn show(State(p): State<Platform>, headers: HeaderMap) -> Result<Response, Error> {
    Ok(Hall::of(&p, &headers).await?.come_in())
}

/// `POST /community/join`: `email`. Whether anybody knows the address, the mail alone tells.
///
/// # Errors
/// See [`super::lists::index`]; and when somebody asks too often.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(whose): Form<Whose>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let email = one_line(&whose.email, ADDRESS_MOST);
    if !is_address(&email) {
        return Ok(hall.ask_in(StatusCode::UNPROCESSABLE_ENTITY, &email, true));
    }
    // The same doors as those of the requests, so that nobody tries twice as often.
    let account = format!("my {email}");
    throttle.check(&[Key::Account(&account), Key::Peer(peer.0)]).map_err(|retry| Error::TooMany(retry.0))?;
    if whose.website.trim().is_empty() {
        let mut tx = p.begin().await?;
        entry::ask_to_join(&mut tx, &email, hall.say.language()).await?;
        tx.commit().await?;
    }
    let say = &hall.say;
    let title = say.text("my-sent-title");
    let main = html! {
        div.shell.request.w-s {
            header.col.prose.g-4 {
                h1 { (title) }
                p.soft { (say.with("community-join-sent", args![email = &email])) }
                p { a href={ (HERE) "/join" } { (say.text("my-again")) } }
            }
        }
    };
    Ok(hall.page(StatusCode::OK, &title, HERE, &main))
}

/// Whether a mail could go there.
fn is_address(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    let host = |host: &str| host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    !text.contains(char::is_whitespace) && parts.is_some_and(|(name, there)| !name.is_empty() && host(there))
}

/// The form that asks for the address.
pub(super) fn form(hall: &Hall, address: &str, wrong: bool) -> Markup {
    let say = &hall.say;
    html! {
        form.card.col.g-6.pad-card method="post" action={ (HERE) "/join" } novalidate {
            div hidden { input name="website" tabindex="-1" autocomplete="off" aria-hidden="true"; }
            div.field {
                label for="email" { (say.text("my-email")) }
                input.input id="email" name="email" type="email" autocomplete="email" value=(address)
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("email-e")];
                @if wrong { p.error id="email-e" { (icon_small("alert")) (say.text("my-no-address")) } }
            }
            p { button.btn.primary { (icon("mail")) (say.text("community-sign-in")) } }
        }
    }
}
