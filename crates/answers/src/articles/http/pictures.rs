//! Pictures of articles: brought in at the desk, shown to whoever may read an article in which they stand.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::{self, Who};
use platform::Platform;
use platform::args;
use platform::web::errors::Error;
use portal::http::visitor::Visitor;

use super::desk::{HERE, page, refused};
use super::{broken, error};
use crate::articles::commands;
use crate::articles::model::{Picture, Reader};
use crate::articles::refusal::{Failure, Refusal};
use crate::articles::rules::markdown::PICTURES;
use crate::articles::rules::pictures::BYTES_MAX;
use crate::articles::store;

/// Largest body with a picture in it; a little more than one may have, so that a page says that it was too much.
pub const BODY_MAX: usize = 2 * BYTES_MAX;

/// `GET /help/pictures/{name}`: what strangers may see may be kept on the way for an hour, everything else by nobody.
///
/// # Errors
/// When there is none of this name for this reader, or the tables cannot be read.
pub async fn show(State(p): State<Platform>, headers: HeaderMap, Path(name): Path<String>) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let open = store::find_picture(&mut conn, Reader::Stranger, &name).await?;
    let (picture, keep) = if let Some(picture) = open {
        (picture, "public, max-age=3600")
    } else {
        let colleague = staff::reading(&p, &mut conn, &headers).await?;
        let reads = colleague.is_some_and(|staff| allowed(&staff.actor(), Action::ReadArticles).is_ok());
        drop(conn);
        let reader = if reads {
            Reader::Colleague
        } else if Visitor::find(&p, &headers).await?.is_some() {
            Reader::Customer
        } else {
            return Err(Error::NotFound);
        };
        conn = p.db.read().await?;
        (store::find_picture(&mut conn, reader, &name).await?.ok_or(Error::NotFound)?, "private, no-store")
    };
    let bytes = p.blobs.read(&mut conn, &picture.blob).await?;
    let mut answer = (StatusCode::OK, bytes).into_response();
    let out = answer.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_str(&picture.media).map_err(|_| Error::NotFound)?);
    out.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    out.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    out.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    Ok(answer)
}

/// `GET /settings/articles/pictures`: the form for a picture.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn index(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    shown(&p, &who, None, None).await
}

async fn shown(
    p: &Platform,
    who: &Who,
    refusal: Option<Refusal>,
    taken: Option<(&Picture, &str)>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let say = &who.say;
    let invalid = refusal.map(|_| "true");
    let body = html! {
        (refused(who, refusal))
        @if let Some((picture, alt)) = taken { (done(who, picture, alt)) }
        form.card.col.g-5 method="post" action={ (HERE) "/pictures" } enctype="multipart/form-data" novalidate {
            p.soft { (say.text("articles-pictures-why")) }
            div.field {
                label for="picture" { (say.text("articles-picture")) }
                input.input #picture type="file" name="picture" accept="image/png,image/jpeg,image/gif,image/webp"
                    aria-invalid=[invalid] aria-describedby="picture-h";
                p.hint #picture-h { (say.with("articles-picture-hint", args![n = BYTES_MAX / 1_048_576])) }
            }
            div.field {
                label for="alt" { (say.text("articles-picture-alt")) }
                input.input #alt name="alt" maxlength="200" aria-describedby="alt-h";
                p.hint #alt-h { (say.text("articles-picture-alt-hint")) }
            }
            p { button.btn.primary { (say.text("articles-picture-add")) } }
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(p, who, status, &say.text("articles-pictures"), &body).await
}

/// The picture that came in, and the line that shows it in an article.
fn done(who: &Who, picture: &Picture, alt: &str) -> Markup {
    let say = &who.say;
    let alt = alt.replace(['[', ']', '\n', '\r'], " ");
    html! {
        section.card.col.g-4 aria-labelledby="taken-h" {
            h3 #taken-h { (say.text("articles-picture-taken")) }
            p { img.taken src={ (PICTURES) (picture.name) } alt=(alt) width=(picture.width.min(480)); }
            div.field {
                label for="line" { (say.text("articles-picture-line")) }
                input.input.mono #line readonly value={ "![" (alt.trim()) "](" (PICTURES) (picture.name) ")" };
            }
        }
    }
}

/// `POST /settings/articles/pictures` (multipart): `picture`, `alt`. The answer shows the line for the article.
///
/// # Errors
/// See [`index`].
pub async fn create(State(p): State<Platform>, who: Who, mut form: Multipart) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let (mut bytes, mut alt) = (Vec::new(), String::new());
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        match field.name().unwrap_or_default() {
            "picture" => bytes = field.bytes().await.map_err(|error| broken(&error))?.to_vec(),
            "alt" => alt = field.text().await.map_err(|error| broken(&error))?.chars().take(200).collect(),
            _ => {}
        }
    }
    match commands::add_picture(&p, &who.actor(), bytes).await {
        Ok(picture) => shown(&p, &who, None, Some((&picture, &alt))).await,
        Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => shown(&p, &who, Some(refusal), None).await,
        Err(failure) => Err(error(failure)),
    }
}
