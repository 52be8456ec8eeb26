//! Choosing the language of pages before signing in: kept in a cookie.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base::Language;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::next::safe_next;
use platform::web::respond;
use platform::{Context, Platform, i18n};
use serde::Deserialize;

/// The language, and the page that is open.
#[derive(Deserialize)]
pub struct Choice {
    to: String,
    #[serde(default)]
    back: String,
}

/// Sets the cookie and goes back.
pub async fn update(State(p): State<Platform>, Form(choice): Form<Choice>) -> Result<Response, Error> {
    let language = Language::from_code(&choice.to).unwrap_or_default();
    let secure = if p.site.is_https() { "; Secure" } else { "" };
    let text = format!("{}={}; Path=/; SameSite=Lax; Max-Age=31536000{secure}", i18n::COOKIE, language.code());
    let cookie = HeaderValue::from_str(&text).context("a language that is no header")?;
    Ok(([(header::SET_COOKIE, cookie)], respond::see(&safe_next(&choice.back))).into_response())
}
