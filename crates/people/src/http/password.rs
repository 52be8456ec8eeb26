//! Changing one's own password, with the one of now. Every other browser is signed out.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use platform::password::{self, LEAST};
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::fields::Field;
use super::profile::{self, Shown};
use crate::staff::{self, Who};

/// The password of now (for who has one) and the new one.
#[derive(Deserialize)]
pub struct Change {
    #[serde(default)]
    current: String,
    password: String,
}

/// What to put right.
#[derive(Default)]
pub(super) struct Errors {
    current: Option<String>,
    password: Option<String>,
}

/// Changes it.
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let errors = judge(&p, &who, &throttle, peer, &change).await?;
    if errors.current.is_some() || errors.password.is_some() {
        let shown = Shown { password: errors, ..Shown::default() };
        return profile::page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    let hash = p.passwords.hash(change.password).await?;
    let mut tx = p.begin().await?;
    staff::set_password(&mut tx, &who.actor(), &who.staff.id, &hash, Some(&who.session.digest)).await?;
    tx.commit().await?;
    Ok(respond::see("/profile?done=password"))
}

/// A stolen session must not become a guessing machine: tries count as those of sign-in do.
async fn judge(p: &Platform, who: &Who, throttle: &Throttle, peer: Peer, change: &Change) -> Result<Errors, Error> {
    let mut errors = Errors::default();
    if let Some(hash) = &who.staff.password_hash {
        let keys = [Key::Account(&who.staff.email), Key::Peer(peer.0)];
        throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
        if p.passwords.verify(change.current.clone(), hash).await? {
            throttle.succeed(&keys);
        } else {
            errors.current = Some(who.say.text("profile-password-wrong"));
        }
    }
    let unfit = password::check_new(&change.password, &who.staff.email).err();
    errors.password = unfit.map(|unfit| unfit.explain(&who.say));
    Ok(errors)
}

pub(super) fn form(who: &Who, errors: &Errors) -> Markup {
    let say = &who.say;
    let field = |name, label: &str, autocomplete, hint, error: &Option<String>| Field {
        name,
        label: say.text(label),
        kind: "password",
        value: "",
        autocomplete,
        hint,
        error: error.clone(),
        large: false,
    };
    let hint = say.with("reset-hint", args![least = LEAST]);
    html! {
        form.card.col.g-6 method="post" action="/profile/password" hx-boost="false" aria-labelledby="password-t" {
            div { h3 #password-t { (say.text("profile-password")) } p.sm.quiet { (say.text("profile-password-lead")) } }
            input hidden type="text" name="username" autocomplete="username" value=(who.staff.email);
            @if who.staff.password_hash.is_some() {
                (field("current", "profile-password-now", "current-password", None, &errors.current).markup())
            }
            (field("password", "profile-password-new", "new-password", Some(hint), &errors.password).markup())
            div.row.end-x { button.btn { (say.text("profile-password-save")) } }
        }
    }
}
