//! One's own profile: name, language, looks, time zone, keys; beside it the password and the sessions.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::Language;
use maud::{Markup, html};
use platform::sessions::Session;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::page::Theme;
use platform::web::respond;
use platform::{Platform, sessions};
use serde::Deserialize;

use super::fields::{self, Field, select};
use super::{abilities, absences, on_form, password, second, sessions as here, toast};
use crate::refusal::Refusal;
use crate::staff::{self, Profile, Who};

/// The page.
pub async fn show(who: Who, State(p): State<Platform>, Query(done): Query<toast::Query>) -> Result<Response, Error> {
    let profile = Shown { done, ..Shown::default() };
    page(&p, &who, StatusCode::OK, profile).await
}

/// What the form sends. What nobody may change about themselves has no field here (T33).
#[derive(Clone, Debug, Deserialize)]
pub struct Fields {
    name: String,
    language: String,
    theme: String,
    zone: String,
    letter_keys: Option<String>,
}

/// Saves the profile.
pub async fn update(who: Who, State(p): State<Platform>, Form(fields): Form<Fields>) -> Result<Response, Error> {
    let profile = Profile {
        name: fields.name.clone(),
        language: Language::from_code(&fields.language).unwrap_or(who.staff.language),
        theme: Theme::from_code(&fields.theme),
        zone: fields.zone.clone(),
        letter_keys: fields.letter_keys.is_some(),
    };
    let mut tx = p.begin().await?;
    if let Err(failure) = staff::update_profile(&mut tx, &who.actor(), &who.staff.id, profile).await {
        let shown = Shown { typed: Some((fields, on_form(failure)?)), ..Shown::default() };
        return page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    tx.commit().await?;
    Ok(respond::see("/profile?done=saved"))
}

/// What differs from the plain page.
#[derive(Default)]
pub(super) struct Shown {
    pub done: toast::Query,
    pub typed: Option<(Fields, Refusal)>,
    pub password: password::Errors,
    pub absence: Option<absences::Wrong>,
}

pub(super) async fn page(p: &Platform, who: &Who, status: StatusCode, shown: Shown) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let id = who.staff.id.as_str();
    let mut conn = p.db.read().await?;
    let open: Vec<Session> = sessions::of_staff(&mut conn, id, p.clock.machine()).await?;
    let standing = crate::second::standing(&mut conn, &who.staff.id).await?;
    let away = absences::Planned::of(&mut conn, &who.staff.id, p.clock.business()).await?;
    let can = abilities::Known::of(&mut conn, &who.staff.id).await?;
    drop(conn);
    let body = html! {
        (form(who, shown.typed.as_ref()))
        (abilities::own(&who.say, &can))
        (absences::card(&who.say, &away, "/profile/absences", shown.absence.as_ref()))
        (password::form(who, &shown.password))
        (second::summary(who, standing, p.clock.business()))
        (here::list(who, &open, p.clock.machine()))
    };
    let title = say.text("profile-title");
    let main = viewer.settings(&title, &say.text("profile-lead"), &body);
    let whole = viewer.page_with(p, &title, &main, shown.done.toast(say)).await?;
    Ok(respond::page(status, whole))
}

/// Not boosted: language and looks change the whole page.
fn form(who: &Who, typed: Option<&(Fields, Refusal)>) -> Markup {
    let (say, staff) = (&who.say, &who.staff);
    let error = |wanted| typed.filter(|t| t.1 == wanted).map(|t| say.text(t.1.message()));
    let name = Field {
        name: "name",
        label: say.text("profile-name"),
        kind: "text",
        value: typed.map_or(&staff.name, |t| &t.0.name),
        autocomplete: "name",
        hint: None,
        error: error(Refusal::NameMissing),
        large: false,
    };
    let zone = typed.map_or(&staff.zone, |t| &t.0.zone);
    let language = typed.and_then(|t| Language::from_code(&t.0.language)).unwrap_or(staff.language);
    let theme = typed.map_or(staff.theme, |t| Theme::from_code(&t.0.theme));
    let keys = typed.map_or(staff.letter_keys, |t| t.0.letter_keys.is_some());
    let languages = Language::ALL.map(|l| (l.code(), l.own_name().to_owned(), l == language));
    let themes = Theme::ALL.map(|t| (t.code(), say.text(&format!("profile-theme-{}", t.code())), t == theme));
    html! {
        form.card.col.g-6 method="post" action="/profile" hx-boost="false" {
            (name.markup())
            (select("language", &say.text("profile-language"), &languages))
            (select("theme", &say.text("profile-theme"), &themes))
            (fields::zone(say, zone, error(Refusal::UnknownZone), false, false))
            div.row.g-6 {
                label for="letter_keys" {
                    span.w-550 { (say.text("profile-keys")) }
                    br;
                    span.sm.quiet { (say.text("profile-keys-hint")) }
                }
                input.switch.push #letter_keys type="checkbox" role="switch" name="letter_keys" value="1"
                    checked[keys];
            }
            div.row.end-x { button.btn.primary data-key="Ctrl+s" { (say.text("word-save")) } }
        }
    }
}
