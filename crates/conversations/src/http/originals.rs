//! The original of a mail: its own HTML, cleaned by the channel, as a page that may only stand in a frame and
//! can do nothing there. Cookies play no part; a pass opens it.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use platform::web::errors::Error;
use platform::{Context, Platform};

use super::files::Mails;
use super::pass::{ORIGINAL, Passes, holder};
use super::pictures;
use crate::document::Source;
use crate::{Attachment, MessageId, queries};

/// What the frame may load and do: pictures of ours and looks; links open elsewhere; nothing else.
const POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self'; \
    style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/// Senders expect a white page, whatever colours the reader has chosen.
const BEFORE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">\
    <meta name=\"color-scheme\" content=\"light\"><title>Mail</title><style>body{margin:12px;background:#fff;color:#1b1b1b;\
    font:15px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}\
    pre{white-space:pre-wrap}blockquote{margin:0 0 0 8px;padding-left:10px;border-left:2px solid #bbb}</style></head><body>";

/// `GET /originals/{token}`.
///
/// # Errors
/// When the pass is no good, the mail has no HTML, or its bytes cannot be read.
pub async fn show(
    State(p): State<Platform>,
    Extension(mails): Extension<Mails>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let holder = holder(&p, &mut conn, ORIGINAL, &token).await?;
    let id: MessageId = holder.object.parse().map_err(|_| Error::NotFound)?;
    let message = queries::message(&mut conn, &holder.scope, &id).await?.ok_or(Error::NotFound)?;
    let (document, raw) = message.document.zip(message.raw).ok_or(Error::NotFound)?;
    let files = queries::files(&mut conn, &id).await?;
    let bytes = mails.html_bytes(&p, &mut conn, &raw, &document.origin).await?;
    drop(conn);
    let cleaning = tokio::task::spawn_blocking(move || {
        let passes = Passes::to(&p, holder.staff.as_str());
        mails.0.original(&bytes, &document.origin, &|source| match source {
            Source::Part(cid) => find(&files, cid).map(|file| passes.picture(&file.id)),
            Source::Remote(url) => message.pictures.then(|| passes.remote(&id, url)),
        })
    });
    let html = cleaning.await.context("cleaning a mail")?.ok_or(Error::NotFound)?;
    let headers: [(HeaderName, HeaderValue); 6] = [
        (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((headers, format!("{BEFORE}{html}</body></html>")).into_response())
}

/// The picture that the text calls by this name.
pub(super) fn find<'a>(files: &'a [Attachment], content_id: &str) -> Option<&'a Attachment> {
    let named = files.iter().find(|file| file.content_id.as_deref() == Some(content_id));
    named.filter(|file| pictures::is_shown(&file.content_type, file.size))
}
