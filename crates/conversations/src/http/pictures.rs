//! Pictures of mails: those that came with them, and those on other computers, which we fetch only when a
//! colleague asked for them and hand on ourselves, so that no sender learns who reads what and from where.
//!
//! What is a picture is decided by its bytes, never by what anybody says of it.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use people::staff::Who;
use platform::Platform;
use platform::outbound::{Outbound, Outgoing};
use platform::picture::{Kind, kind};
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;
use tokio::sync::Semaphore;
use url::Url;

use super::error;
use super::files::Mails;
use super::pass::{self, PICTURE, REMOTE, holder};
use crate::{AttachmentId, MacroFileId, MessageId, commands, queries};

/// Largest picture of a mail that is shown in place; larger ones are downloads.
pub(super) const SHOWN_MAX: i64 = 12 * 1024 * 1024;
/// From the first question to the last byte, redirects included (T24).
const DEADLINE: Duration = Duration::from_secs(30);
/// Most redirects, each judged like the first address (T23).
const REDIRECTS_MAX: usize = 3;
/// Most pictures that are fetched at the same time; others wait, within the deadline.
const AT_ONCE: usize = 12;

/// Fetches pictures from other computers, as an extension of the request.
#[derive(Clone)]
pub struct RemotePictures {
    outbound: Outbound,
    places: Arc<Semaphore>,
}

impl RemotePictures {
    /// By this client and through its gate.
    #[must_use]
    pub fn new(outbound: Outbound) -> Self {
        Self { outbound, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// The picture at this address, with its kind. Whatever stands in the way, there is none.
    async fn fetch(&self, url: &str) -> Option<(&'static str, Vec<u8>)> {
        tokio::time::timeout(DEADLINE, self.follow(url)).await.ok().flatten()
    }

    async fn follow(&self, url: &str) -> Option<(&'static str, Vec<u8>)> {
        let _place = self.places.acquire().await.ok()?;
        let mut url = Url::parse(url).ok()?;
        for _ in 0..=REDIRECTS_MAX {
            let answer = self.outbound.send(Outgoing::get(url.clone())).await.ok()?;
            if answer.status.is_redirection() {
                url = url.join(answer.headers.get(LOCATION)?.to_str().ok()?).ok()?;
                continue;
            }
            let kind = kind(&answer.body).map(Kind::media).filter(|_| answer.status == StatusCode::OK)?;
            return Some((kind, answer.body));
        }
        None
    }
}

/// Whether a file that says it is of this type may be a picture that we show.
pub(super) fn is_shown(content_type: &str, size: i64) -> bool {
    size <= SHOWN_MAX && ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"].contains(&content_type)
}

/// `GET /pictures/{token}`: a picture of a message, or of a macro.
///
/// # Errors
/// When the pass is no good, the file is gone or no picture, or its bytes cannot be read.
pub async fn picture(
    State(p): State<Platform>,
    Extension(mails): Extension<Mails>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let holder = holder(&p, &mut conn, PICTURE, &token).await?;
    let bytes = match holder.object.parse::<MacroFileId>() {
        Ok(id) if holder.works => {
            let file = queries::picture_of_macro(&mut conn, &id).await?.ok_or(Error::NotFound)?;
            p.blobs.read(&mut conn, &file.blob).await?
        }
        Ok(_) => return Err(Error::NotFound),
        Err(_) => {
            let id: AttachmentId = holder.object.parse().map_err(|_| Error::NotFound)?;
            let stored = queries::attachment(&mut conn, &holder.scope, &id).await?.ok_or(Error::NotFound)?;
            if stored.attachment.size > SHOWN_MAX {
                return Err(Error::NotFound);
            }
            mails.content(&p, &mut conn, &stored).await?
        }
    };
    let kind = kind(&bytes).ok_or(Error::NotFound)?.media();
    Ok(shown(kind, bytes, "private, no-store"))
}

/// The address that a pass was made for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    url: String,
}

/// `GET /pictures/remote/{token}?url=…`: a picture on another computer, fetched by us.
///
/// # Errors
/// When the pass is no good, nobody asked for the pictures of this mail, or there is none at the address.
pub async fn remote(
    State(p): State<Platform>,
    Extension(pictures): Extension<RemotePictures>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let holder = holder(&p, &mut conn, REMOTE, &token).await?;
    let id = holder.object.split(':').next().unwrap_or_default();
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    if pass::remote_object(&id, &asked.url) != holder.object {
        return Err(Error::NotFound);
    }
    let message = queries::message(&mut conn, &holder.scope, &id).await?.filter(|message| message.pictures);
    message.ok_or(Error::NotFound)?;
    drop(conn); // Another computer may take its time; the database is not kept waiting.
    let (kind, bytes) = pictures.fetch(&asked.url).await.ok_or(Error::NotFound)?;
    Ok(shown(kind, bytes, "private, max-age=3600"))
}

/// A picture that runs nowhere and may stand in a frame without an origin.
fn shown(kind: &'static str, bytes: Vec<u8>, keep: &'static str) -> Response {
    let headers: [(HeaderName, HeaderValue); 7] = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
        (CACHE_CONTROL, HeaderValue::from_static(keep)),
    ];
    (headers, bytes).into_response()
}

/// `POST /messages/{id}/pictures`: from now on the pictures of this mail are fetched.
///
/// # Errors
/// When there is no such message for the reader, or the database cannot be used.
pub async fn show(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    let conversation = commands::show_pictures(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{conversation}#m-{id}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_it_is_a_picture_may_be_shown_up_to_a_size() {
        assert!(is_shown("image/png", 10) && !is_shown("image/png", SHOWN_MAX + 1) && !is_shown("image/svg+xml", 10));
    }
}
