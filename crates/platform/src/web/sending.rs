//! Sending a large file piece by piece, whole or from where an earlier try broke off (RFC 9110, 14). For files that are
//! only fetched, never shown.

use std::io::SeekFrom;
use std::path::Path;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::stream::try_unfold;
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

use crate::fault::{Context, Result};

/// Bytes of one piece.
const PIECE: u64 = 128 * 1024;

/// What is sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// Where it lies.
    pub path: &'a Path,
    /// What it is called where it is saved; plain letters.
    pub name: &'a str,
    /// What it is.
    pub kind: &'static str,
    /// Its digest: another file has another.
    pub digest: &'a str,
}

/// Which bytes are asked for: the first and the last, or all when nothing that we understand is.
fn asked(headers: &HeaderMap, digest: &str, length: u64) -> Option<(u64, u64)> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if text(header::IF_RANGE).is_some_and(|tag| tag.trim_matches('"') != digest) {
        return None;
    }
    let (from, to) = text(header::RANGE)?.strip_prefix("bytes=")?.split_once('-')?;
    let last = length.checked_sub(1)?;
    let (first, last) = match (from.is_empty(), to.is_empty()) {
        (true, false) => (length.saturating_sub(to.parse::<u64>().ok().filter(|count| *count > 0)?), last),
        (false, true) => (from.parse().ok()?, last),
        _ => (from.parse().ok()?, to.parse::<u64>().ok()?.min(last)),
    };
    (first <= last).then_some((first, last))
}

/// The file as an answer; none when it is not there.
///
/// # Errors
/// When it is there and cannot be read.
pub async fn send(headers: &HeaderMap, sent: Sent<'_>) -> Result<Option<Response>> {
    let mut file = match File::open(sent.path).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        file => file.context(format!("cannot read {}", sent.path.display()))?,
    };
    let length = file.metadata().await?.len();
    let part = asked(headers, sent.digest, length);
    let (first, count) = part.map_or((0, length), |(first, last)| (first, last - first + 1));
    file.seek(SeekFrom::Start(first)).await?;
    let pieces = try_unfold((file, count), |(mut file, left)| async move {
        let mut piece = vec![0; usize::try_from(left.min(PIECE)).unwrap_or_default()];
        if piece.is_empty() {
            return Ok::<_, std::io::Error>(None);
        }
        file.read_exact(&mut piece).await?;
        let left = left - piece.len() as u64;
        Ok(Some((Bytes::from(piece), (file, left))))
    });
    let mut answer = Response::new(Body::from_stream(pieces));
    let head = answer.headers_mut();
    let mut put = |name, text: String| HeaderValue::try_from(text).map(|value| head.insert(name, value));
    let told = [
        put(header::CONTENT_TYPE, sent.kind.to_owned()),
        put(header::CONTENT_LENGTH, count.to_string()),
        put(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", sent.name)),
        put(header::ETAG, format!("\"{}\"", sent.digest)),
        put(header::ACCEPT_RANGES, "bytes".to_owned()),
        put(header::CACHE_CONTROL, "private, no-store".to_owned()),
        put(header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        put(header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
    ];
    told.into_iter().collect::<Result<Vec<_>, _>>().context("a name that no header takes")?;
    if let Some((first, last)) = part {
        *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
        let range = HeaderValue::try_from(format!("bytes {first}-{last}/{length}"));
        answer.headers_mut().insert(header::CONTENT_RANGE, range.context("a range that no header takes")?);
    }
    Ok(Some(answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(range: &str, tag: &str, length: u64) -> Option<(u64, u64)> {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().expect("a value"));
        if !tag.is_empty() {
            headers.insert(header::IF_RANGE, tag.parse().expect("a value"));
        }
        asked(&headers, "d1", length)
    }

    #[test]
    fn a_part_is_sent_when_it_is_one_of_the_same_file() {
        for (range, tag, length, expected) in [
            ("bytes=0-", "", 10, Some((0, 9))),
            ("bytes=4-6", "", 10, Some((4, 6))),
            ("bytes=4-600", "", 10, Some((4, 9))),
            ("bytes=-3", "", 10, Some((7, 9))),
            ("bytes=-30", "", 10, Some((0, 9))),
            ("bytes=9-9", "\"d1\"", 10, Some((9, 9))),
            ("bytes=4-", "\"d2\"", 10, None),
            ("bytes=10-", "", 10, None),
            ("bytes=6-4", "", 10, None),
            ("bytes=-0", "", 10, None),
            ("bytes=-", "", 10, None),
            ("bytes=0-1,3-4", "", 10, None),
            ("lines=1-2", "", 10, None),
            ("bytes=0-", "", 0, None),
            ("bytes=99999999999999999999-", "", 10, None),
        ] {
            assert_eq!(of(range, tag, length), expected, "{range} {tag}");
        }
        assert_eq!(asked(&HeaderMap::new(), "d1", 10), None);
    }

    #[tokio::test]
    async fn what_is_sent_is_what_lies_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.zip");
        let bytes: Vec<u8> = (0..300_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        std::fs::write(&path, &bytes).expect("written");
        let sent = Sent { path: &path, name: "a.zip", kind: "application/zip", digest: "d1" };
        let whole = send(&HeaderMap::new(), sent).await.expect("sent").expect("is there");
        assert_eq!(
            (whole.status(), &whole.headers()[header::CONTENT_LENGTH]),
            (StatusCode::OK, &HeaderValue::from(300_000))
        );
        assert_eq!(axum::body::to_bytes(whole.into_body(), 1 << 20).await.expect("a body"), bytes);
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, HeaderValue::from_static("bytes=131072-299999"));
        let rest = send(&headers, sent).await.expect("sent").expect("is there");
        assert_eq!(
            (rest.status(), &rest.headers()[header::CONTENT_RANGE]),
            (StatusCode::PARTIAL_CONTENT, &HeaderValue::from_static("bytes 131072-299999/300000"))
        );
        assert_eq!(axum::body::to_bytes(rest.into_body(), 1 << 20).await.expect("a body"), bytes[131_072..]);
        let gone = Sent { path: &folder.path().join("b.zip"), ..sent };
        assert!(send(&headers, gone).await.expect("asked").is_none());
    }
}
