//! Asking for a link to choose a new password. The answer is the same for every address (T25).

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::html;
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::web::page::{self, Theme};
use platform::web::respond;
use platform::{Platform, args, i18n};
use serde::Deserialize;

use super::fields::Field;
use crate::staff;

const HERE: &str = "/signin/forgotten";

/// Asks for the address.
pub async fn show(State(p): State<Platform>, headers: HeaderMap) -> Response {
    let say = p.i18n.to(i18n::of_request(&headers));
    let email = Field {
        name: "email",
        label: say.text("signin-email"),
        kind: "email",
        value: "",
        autocomplete: "username",
        hint: None,
        error: None,
        large: true,
    };
    let main = html! {
        (page::greeting(&say.text("forgotten-title"), &say.text("forgotten-lead")))
        form.card.col.g-6.pad-card.lift method="post" action=(HERE) {
            (email.markup())
            button.btn.primary.large { (say.text("forgotten-submit")) }
        }
        p.sm.text-centre { a href="/signin" { (say.text("forgotten-back")) } }
    };
    respond::page(StatusCode::OK, page::public(&say, &say.text("forgotten-title"), Theme::System, HERE, &main))
}

/// Whose password is forgotten.
#[derive(Deserialize)]
pub struct Whose {
    email: String,
}

/// Takes the wish; whether there is such an account, the mail alone tells.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(whose): Form<Whose>,
) -> Result<Response, Error> {
    let email = one_line(&whose.email, 254);
    // Counted apart from sign-in: asking for help must not shut anybody out.
    let account = format!("forgotten {email}");
    throttle.check(&[Key::Account(&account), Key::Peer(peer.0)]).map_err(|retry| Error::TooMany(retry.0))?;
    let mut tx = p.begin().await?;
    staff::ask_for_reset(&mut tx, &email).await?;
    tx.commit().await?;
    let say = p.i18n.to(i18n::of_request(&headers));
    let title = say.text("forgotten-sent-title");
    let main = html! {
        (page::greeting(&title, &say.with("forgotten-sent-lead", args![email = &email])))
        p.sm.text-centre { a href="/signin" { (say.text("forgotten-back")) } }
    };
    Ok(respond::page(StatusCode::OK, page::public(&say, &title, Theme::System, HERE, &main)))
}
