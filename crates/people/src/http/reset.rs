//! Choosing a password by a link that was mailed: after an invitation, or when it was forgotten. Opening
//! the link uses nothing up, since scanners open links too; choosing does (T27).

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::Scope;
use maud::{Markup, html};
use platform::i18n::{self, Say};
use platform::password::{self, LEAST};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::page::{self, Theme};
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::fields::Field;
use super::second_signin;
use crate::staff::{self, Purpose, Staff};

const PURPOSES: &[Purpose] = &[Purpose::Invite, Purpose::Reset];

/// Asks for the new password.
pub async fn show(
    State(p): State<Platform>,
    Path(secret): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let found = staff::look(&mut p.db.read().await?, &secret, PURPOSES, p.clock.machine()).await?;
    let Some(staff) = found else { return Ok(gone(&p, &headers)) };
    Ok(respond::page(StatusCode::OK, choose(&p.i18n.to(staff.language), &staff, &secret, None)))
}

/// The new password.
#[derive(Deserialize)]
pub struct Chosen {
    password: String,
}

/// Takes the new password and signs in.
pub async fn update(
    State(p): State<Platform>,
    Path(secret): Path<String>,
    peer: Peer,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Error> {
    let found = staff::look(&mut p.db.read().await?, &secret, PURPOSES, p.clock.machine()).await?;
    let Some(staff) = found else { return Ok(gone(&p, &headers)) };
    if let Err(unfit) = password::check_new(&chosen.password, &staff.email) {
        let say = p.i18n.to(staff.language);
        let page = choose(&say, &staff, &secret, Some(unfit.explain(&say)));
        return Ok(respond::page(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let hash = p.passwords.hash(chosen.password).await?;
    let mut tx = p.begin().await?;
    // Two may have come this far with one link: only one of them goes on.
    let Some(staff) = staff::redeem(&mut tx, &secret, PURPOSES).await? else { return Ok(gone(&p, &headers)) };
    staff::set_password(&mut tx, &staff.actor(), &staff.id, &hash, None).await?;
    // The account as it is with the new password, to which the next step is bound.
    let staff = staff::find(&mut tx, &Scope::All, &staff.id).await?.unwrap_or(staff);
    let answer = second_signin::enter_or_ask(&mut tx, &p, &staff, (peer, &headers), false, "/").await?;
    tx.commit().await?;
    Ok(answer)
}

/// One answer for every link that does not work.
pub(super) fn gone(p: &Platform, headers: &HeaderMap) -> Response {
    let say = p.i18n.to(i18n::of_request(headers));
    let title = say.text("gone-title");
    let main = html! {
        (page::greeting(&title, &say.text("gone-lead")))
        p.text-centre { a href="/signin/forgotten" { (say.text("gone-again")) } }
    };
    respond::page(StatusCode::GONE, page::public(&say, &title, Theme::System, "/signin", &main))
}

fn choose(say: &Say, staff: &Staff, secret: &str, error: Option<String>) -> Markup {
    let title = say.text("reset-title");
    let lead = if staff.password_hash.is_none() { "reset-welcome-lead" } else { "reset-lead" };
    let here = format!("/signin/reset/{secret}");
    let password = Field {
        name: "password",
        label: say.text("reset-password"),
        kind: "password",
        value: "",
        autocomplete: "new-password",
        hint: Some(say.with("reset-hint", args![least = LEAST])),
        error,
        large: true,
    };
    let main = html! {
        (page::greeting(&say.with("reset-greeting", args![name = &staff.name]), &say.text(lead)))
        form.card.col.g-6.pad-card.lift method="post" action=(here) {
            // Password managers look for the account beside the password.
            input hidden type="text" name="username" autocomplete="username" value=(staff.email);
            (password.markup())
            button.btn.primary.large { (say.text("reset-submit")) }
        }
    };
    page::public(say, &title, Theme::System, &here, &main)
}
