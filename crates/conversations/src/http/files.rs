//! Files and raw mails: always a download, never a page of ours (T15). The bytes of a part of a mail
//! are cut out by the channel that knows mails, which hands in [`RawMails`].

use std::ops::Range;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use people::staff::Who;
use platform::web::errors::Error;
use platform::{Conn, Context, Platform};

use crate::commands::CutOut;
use crate::document::Source;
use crate::queries::{self, StoredAttachment};
use crate::{AttachmentId, MessageId};

/// Knows how mails are written. Must not panic on any bytes.
pub trait RawMails: Send + Sync {
    /// Which bytes of the raw mail hold this part; `None` when all of them are needed to find it.
    fn range(&self, part: &str) -> Option<Range<usize>>;
    /// The decoded bytes of a part, from its [`RawMails::range`] or else from the whole mail.
    fn part(&self, bytes: &[u8], part: &str) -> Option<Vec<u8>>;
    /// Which bytes of the raw mail hold its HTML, by `Document::origin`; `None` when all of them are needed.
    fn html_range(&self, origin: &str) -> Option<Range<usize>>;
    /// The mail's own HTML, cleaned of everything that runs, moves, submits or calls out, from those bytes. The
    /// pictures are where the caller says, at addresses that begin with a slash, or not there at all.
    fn original(&self, bytes: &[u8], origin: &str, pictures: &dyn Fn(&Source) -> Option<String>) -> Option<String>;
}

/// The channel that knows mails, as an extension of the request.
#[derive(Clone)]
pub struct Mails(pub Arc<dyn RawMails>);

impl Mails {
    /// The bytes that the mail's HTML is read from.
    pub(super) async fn html_bytes(
        &self,
        p: &Platform,
        conn: &mut Conn,
        raw: &str,
        origin: &str,
    ) -> Result<Vec<u8>, Error> {
        Ok(match self.0.html_range(origin) {
            Some(range) => p.blobs.read_range(conn, raw, range).await?,
            None => p.blobs.read(conn, raw).await?,
        })
    }

    /// A stored file: as it lies, or cut out of its mail without reading more of that than needed.
    ///
    /// # Errors
    /// When the bytes cannot be read, or are not there.
    pub async fn content(&self, p: &Platform, conn: &mut Conn, stored: &StoredAttachment) -> Result<Vec<u8>, Error> {
        let Some(part) = stored.part.clone() else { return Ok(p.blobs.read(conn, &stored.blob).await?) };
        let bytes = match self.0.range(&part) {
            Some(range) => p.blobs.read_range(conn, &stored.blob, range).await?,
            None => p.blobs.read(conn, &stored.blob).await?,
        };
        let mails = self.0.clone();
        let cut = tokio::task::spawn_blocking(move || mails.part(&bytes, &part)).await;
        cut.context("cutting out a part")?.ok_or(Error::NotFound)
    }
}

impl Mails {
    /// The files of these messages that lie in the mails as they came, each with bytes of its own. What cannot be cut
    /// out of its mail is empty.
    ///
    /// # Errors
    /// When the bytes cannot be read or kept.
    pub(crate) async fn cut_out(&self, p: &Platform, messages: &[MessageId]) -> Result<CutOut, Error> {
        let mut cut = CutOut::new();
        let mut conn = p.db.read().await?;
        for stored in queries::in_mails(&mut conn, messages).await? {
            let bytes = match self.content(p, &mut conn, &stored).await {
                Err(Error::NotFound) => Vec::new(),
                other => other?,
            };
            cut.push((stored.attachment.id, p.blobs.prepare(bytes).await?));
        }
        Ok(cut)
    }
}

/// `GET /attachments/{id}`.
///
/// # Errors
/// When there is no such file for the reader, or its bytes cannot be read.
pub async fn attachment(
    State(p): State<Platform>,
    who: Who,
    Extension(mails): Extension<Mails>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: AttachmentId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let stored = queries::attachment(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let bytes = mails.content(&p, &mut conn, &stored).await?;
    Ok(download(&stored.attachment.name, &stored.attachment.content_type, bytes))
}

/// `GET /messages/{id}/raw.eml`: the mail as it came.
///
/// # Errors
/// When there is no such mail for the reader, or its bytes cannot be read.
pub async fn raw(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let message = queries::message(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let digest = message.raw.ok_or(Error::NotFound)?;
    let bytes = p.blobs.read(&mut conn, &digest).await?;
    Ok(download(&format!("{id}.eml"), "message/rfc822", bytes))
}

/// A download that runs nowhere: not under our origin, not as another type than it says.
#[must_use]
pub fn download(name: &str, declared: &str, bytes: Vec<u8>) -> Response {
    let mut answer = (StatusCode::OK, bytes).into_response();
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(harmless(declared)));
    let disposition = HeaderValue::try_from(disposition(name)).unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(CONTENT_DISPOSITION, disposition);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    answer
}

/// The few types that are passed on; everything else is only bytes.
fn harmless(declared: &str) -> &'static str {
    let kind = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    ["image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "application/pdf"]
        .into_iter()
        .find(|known| *known == kind)
        .unwrap_or("application/octet-stream")
}

/// RFC 6266: a name in plain letters for old browsers, and the whole one (RFC 8187).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " .-_()".contains(c) { c } else { '_' })
        .take(150)
        .collect();
    let mut whole = String::new();
    for byte in name.bytes().take(600) {
        if byte.is_ascii_alphanumeric() || b".-_~".contains(&byte) {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_file_says_it_is_it_only_downloads() {
        for declared in ["image/svg+xml", "text/html", "text/xml", "application/xhtml+xml", "", "x\r\ny", "text/plain2"]
        {
            let answer = download("a.svg", declared, vec![1]);
            assert_eq!(answer.headers()[CONTENT_TYPE], "application/octet-stream", "{declared}");
        }
        let answer = download("a.pdf", "Application/PDF; name=x", vec![]);
        assert_eq!(answer.headers()[CONTENT_TYPE], "application/pdf");
        for (name, value) in [
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
            (CACHE_CONTROL, "private, no-store"),
        ] {
            assert_eq!(answer.headers()[name], value);
        }
    }

    #[test]
    fn names_neither_break_out_of_their_header_nor_get_lost() {
        assert_eq!(
            disposition("å \"x\"\r\nSet-Cookie: a=b;.pdf"),
            "attachment; filename=\"_ _x___Set-Cookie_ a_b_.pdf\"; filename*=UTF-8''%C3%A5%20%22x%22%0D%0ASet-Cookie%3A%20a%3Db%3B.pdf"
        );
        assert!(
            download(&"å".repeat(5000), "", vec![]).headers()[CONTENT_DISPOSITION]
                .to_str()
                .expect("text")
                .starts_with("attachment; filename=\"___")
        );
    }
}
