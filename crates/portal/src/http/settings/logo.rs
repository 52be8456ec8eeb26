//! The logo: chosen, shown and taken away under settings, and handed out to whoever sees the customers' pages.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::page::brand;
use platform::web::respond;

use super::page;
use crate::http::answer::broken;
use crate::logo::{self, Mark};
use crate::rules::logo::{BYTES_MAX, Unfit, judge};

/// Most bytes of the form; a little more than the picture may have, so that a page says that it was too much.
pub const BODY_MAX: usize = 8 * BYTES_MAX;

/// `GET /logo/{name}`: the picture, for everybody. Its name changes with it.
///
/// # Errors
/// When there is none of this name.
pub async fn show(State(p): State<Platform>, Path(name): Path<String>) -> Result<Response, Error> {
    let (mark, bytes) = logo::bytes(&mut p.db.read().await?, &name).await?.ok_or(Error::NotFound)?;
    let media = HeaderValue::from_str(&mark.media).map_err(|_| Error::NotFound)?;
    let keep = HeaderValue::from_static("public, max-age=31536000, immutable");
    Ok(([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, keep)], bytes).into_response())
}

/// `POST /settings/requests/logo` (multipart): `picture`, which may stay empty where there is one; `named` = `on`.
///
/// # Errors
/// When the sender may not, or settings cannot be written.
pub async fn update(State(p): State<Platform>, who: Who, mut form: Multipart) -> Result<Response, Error> {
    allowed(&who.actor(), Action::ManageSettings).map(|_| ())?;
    let (mut bytes, mut named) = (Vec::new(), false);
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name().unwrap_or_default() {
            "picture" => bytes = field.bytes().await.map_err(broken)?.to_vec(),
            "named" => named = field.text().await.map_err(broken)? == "on",
            _ => {}
        }
    }
    let mut tx = p.begin().await?;
    match judge(&bytes) {
        Ok(shape) => logo::set(&mut tx, &who.actor(), shape, &bytes, named).await?,
        Err(Unfit::Nothing) if logo::mark(&mut tx).await?.is_some() => {
            logo::set_named(&mut tx, &who.actor(), named).await?;
        }
        Err(unfit) => {
            drop(tx);
            return page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, "", Some(unfit)).await;
        }
    }
    tx.commit().await?;
    Ok(respond::see("/settings/requests?done=logo"))
}

/// `POST /settings/requests/logo/remove`.
///
/// # Errors
/// See [`update`].
pub async fn remove(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    allowed(&who.actor(), Action::ManageSettings).map(|_| ())?;
    let mut tx = p.begin().await?;
    logo::remove(&mut tx, &who.actor()).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/requests?done=no-logo"))
}

pub(super) fn card(say: &Say, mark: Option<&Mark>, unfit: Option<Unfit>) -> Markup {
    let invalid = unfit.map(|_| "true");
    let described = if unfit.is_some() { "picture-h picture-e" } else { "picture-h" };
    html! {
        section.card.col.g-6 aria-labelledby="logo-h" {
            h2 #logo-h { (say.text("logo-title")) }
            @if let Some(mark) = mark {
                figure.col.g-2 {
                    div.row { (brand(&say.text("logo-alone"), Some(&mark.logo()))) }
                    figcaption.hint { (say.text("logo-shown")) }
                }
            }
            form.col.g-6 method="post" action="/settings/requests/logo" enctype="multipart/form-data" novalidate {
                div.field {
                    label for="picture" { (say.text(if mark.is_some() { "logo-other" } else { "logo-picture" })) }
                    input.input id="picture" name="picture" type="file" accept="image/png,image/jpeg,image/webp"
                        aria-invalid=[invalid] aria-describedby=(described);
                    @if let Some(unfit) = unfit {
                        p.error id="picture-e" { (icon("alert")) (say.text(unfit.message())) }
                    }
                    p.hint id="picture-h" { (say.text("logo-hint")) }
                }
                label.check {
                    input type="checkbox" name="named" value="on" checked[mark.is_none_or(|mark| mark.named)];
                    span { (say.text("logo-named")) small { (say.text("logo-named-why")) } }
                }
                div.row.wrap {
                    button.btn { (say.text("logo-save")) }
                    @if mark.is_some() {
                        button.btn.ghost formaction="/settings/requests/logo/remove"
                            formenctype="application/x-www-form-urlencoded" { (say.text("logo-remove")) }
                    }
                }
            }
        }
    }
}
