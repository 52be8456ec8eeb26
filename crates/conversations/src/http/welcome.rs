//! The first day: whoever follows the link from the operator's console makes the first account and names
//! the business, is signed in, and is led to connecting a mailbox.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Language, Role};
use maud::{Markup, html};
use people::http::fields::{self, Field, select};
use people::http::signin;
use people::staff::{self, NewStaff};
use people::{Failure, Refusal};
use platform::i18n::{self, Say};
use platform::password::{self, LEAST};
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::web::page::{self, Theme};
use platform::web::respond;
use platform::{Platform, Result, args};
use serde::Deserialize;

use crate::settings;

/// Where the first colleague is led.
const NEXT: &str = "/settings/mail/connect";

/// The form as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    email: String,
    password: String,
    business: String,
    language: String,
    zone: String,
}

/// What is wrong with the form: at most one thing a field.
#[derive(Default)]
struct Wrong(Vec<(&'static str, String)>);

impl Wrong {
    fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone())
    }
}

/// `GET /welcome/{secret}`.
///
/// # Errors
/// When the tables cannot be read.
pub async fn show(
    State(p): State<Platform>,
    Path(secret): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    if !staff::is_first_link(&mut p.db.read().await?, &secret).await? {
        return gone(&p, &headers).await;
    }
    let language = i18n::of_request(&headers);
    let typed = Typed { language: language.code().into(), zone: usual_zone(language).into(), ..Typed::default() };
    let page = form(&p.i18n.to(language), &secret, &typed, &Wrong::default(), true);
    Ok(respond::page(StatusCode::OK, page))
}

/// `POST /welcome/{secret}`: of two browsers with the link, one makes the account.
///
/// # Errors
/// When the tables cannot be used.
pub async fn create(
    State(p): State<Platform>,
    Path(secret): Path<String>,
    peer: Peer,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    if !staff::is_first_link(&mut p.db.read().await?, &secret).await? {
        return gone(&p, &headers).await;
    }
    let say = p.i18n.to(i18n::of_request(&headers));
    let mut wrong = Wrong::default();
    let business = one_line(&typed.business, 120);
    if business.is_empty() {
        wrong.0.push(("business", say.text("welcome-business-missing")));
    }
    if let Err(unfit) = password::check_new(&typed.password, &typed.email) {
        wrong.0.push(("password", unfit.explain(&say)));
    }
    let new = NewStaff {
        name: typed.name.clone(),
        email: typed.email.clone(),
        role: Role::Owner,
        language: Language::from_code(&typed.language).unwrap_or(say.language()),
        zone: typed.zone.clone(),
    };
    // Hashed before the transaction, which holds everybody else up.
    let hash = if wrong.0.is_empty() { p.passwords.hash(typed.password.clone()).await? } else { String::new() };
    let mut tx = p.begin().await?;
    let made = match staff::add_first(&mut tx, &secret, new, &hash).await {
        Ok(Some(staff)) => Some(staff),
        Ok(None) => {
            drop(tx);
            return gone(&p, &headers).await;
        }
        Err(Failure::Refused(refusal)) => {
            wrong.0.push((field_of(refusal), say.text(refusal.message())));
            None
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let Some(made) = made.filter(|_| wrong.0.is_empty()) else {
        drop(tx); // The link works on.
        return Ok(respond::page(StatusCode::UNPROCESSABLE_ENTITY, form(&say, &secret, &typed, &wrong, false)));
    };
    let mut settings = settings::business(&mut tx).await?;
    settings.name = business;
    settings.zone.clone_from(&made.zone);
    settings.language = made.language;
    settings::set_business(&mut tx, &settings).await?;
    let answer = signin::enter(&mut tx, &p, &made, peer, &headers, true, NEXT).await?;
    tx.commit().await?;
    Ok(answer)
}

const fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotAnAddress | Refusal::AddressTaken => "email",
        Refusal::UnknownZone => "zone",
        _ => "name",
    }
}

/// Where most who read this language are, until the browser says better.
const fn usual_zone(language: Language) -> &'static str {
    match language {
        Language::En | Language::Nb => "Europe/Oslo",
        Language::Sv => "Europe/Stockholm",
        Language::Da => "Europe/Copenhagen",
        Language::Id => "Asia/Jakarta",
    }
}

/// Says why the link does not work: somebody was faster, or a newer start made a newer link.
async fn gone(p: &Platform, headers: &HeaderMap) -> Result<Response, Error> {
    let nobody = staff::is_empty(&mut p.db.read().await?).await?;
    let say = p.i18n.to(i18n::of_request(headers));
    let lead = if nobody { "welcome-old-lead" } else { "welcome-taken-lead" };
    let title = say.text(if nobody { "welcome-old-title" } else { "welcome-taken-title" });
    let main = html! {
        (page::greeting(&title, &say.text(lead)))
        p.text-centre { a href="/signin" { (say.text("welcome-to-signin")) } }
    };
    Ok(respond::page(StatusCode::GONE, page::public(&say, &title, Theme::System, "/signin", &main)))
}

fn form(say: &Say, secret: &str, typed: &Typed, wrong: &Wrong, guess: bool) -> Markup {
    let title = say.text("welcome-title");
    let here = format!("/welcome/{secret}");
    let field = |name, kind, value, autocomplete, hint: Option<String>| Field {
        name,
        label: say.text(&format!("welcome-{name}")),
        kind,
        value,
        autocomplete,
        hint,
        error: wrong.of(name),
        large: true,
    };
    let chosen = Language::from_code(&typed.language).unwrap_or(say.language());
    let languages = Language::ALL.map(|l| (l.code(), l.own_name().to_owned(), l == chosen));
    let least = Some(say.with("reset-hint", args![least = LEAST]));
    let main = html! {
        (page::greeting(&title, &say.text("welcome-lead")))
        form.card.col.g-6.pad-card.lift method="post" action=(here) {
            (field("name", "text", &typed.name, "name", None).markup())
            (field("email", "email", &typed.email, "username", Some(say.text("welcome-email-hint"))).markup())
            (field("password", "password", "", "new-password", least).markup())
            (field("business", "text", &typed.business, "organization", Some(say.text("business-name-hint"))).markup())
            (select("language", &say.text("profile-language"), &languages))
            (fields::zone(say, &typed.zone, wrong.of("zone"), true, guess))
            button.btn.primary.large { (say.text("welcome-submit")) }
        }
    };
    page::public_with(say, &title, Theme::System, &here, &main, Some("zone.js"))
}
