//! What is made on the fly (pages, figures, what programs ask for) leaves packed when the reader takes it; files of the
//! bundle are packed when they are built (`assets`). An answer that grows while it is read, such as the live stream, is
//! never held back to be packed, and neither is one that says of itself how it is to be read: part of a file, a kept copy.
//!
//! A page that shows a secret is sent as it is (`respond::page_with_secret`), so that its length tells nothing of it.

use std::io::Write as _;

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::assets::accepts;
use crate::fault::{Context as _, Result};

/// What becomes much smaller; pictures and files have been packed by whoever made them.
const KINDS: [&str; 5] = ["text/html", "text/plain", "text/csv", "application/json", "application/problem+json"];
/// Below this many bytes an answer is one packet either way.
const LEAST: u64 = 1024;
/// Above this many bytes it is packed less tightly, and where it keeps no other request waiting.
const MUCH: usize = 256 * 1024;
/// How tightly: 6 takes more than twice the time for a sixth less (docs/decisions/5).
const TIGHT: Compression = Compression::new(3);
/// The same for what is large.
const QUICK: Compression = Compression::new(2);

/// The layer around everything that answers.
pub async fn layer(request: Request, next: Next) -> Response {
    let takes = accepts(request.headers(), "gzip");
    let mut answer = next.run(request).await;
    if !is_worth_it(&answer) {
        return answer;
    }
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !takes {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    match pack(body).await {
        Ok(packed) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(parts, Body::from(packed))
        }
        Err(fault) => {
            tracing::error!("{}", fault.chain());
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn pack(body: Body) -> Result<Vec<u8>> {
    let plain = to_bytes(body, usize::MAX).await.context("an answer broke off")?;
    let packed = if plain.len() < MUCH {
        packed(&plain, TIGHT)
    } else {
        tokio::task::spawn_blocking(move || packed(&plain, QUICK)).await.context("packing broke off")?
    };
    packed.context("packing failed")
}

/// Whether it is whole, of a kind that becomes smaller, long enough, and not to be left as it is.
fn is_worth_it(answer: &Response) -> bool {
    let as_it_is = [header::CONTENT_ENCODING, header::CONTENT_RANGE, header::ACCEPT_RANGES, header::ETAG];
    let headers = answer.headers();
    let kind = said(headers, header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim();
    KINDS.contains(&kind)
        && !as_it_is.iter().any(|name| headers.contains_key(name))
        && !said(headers, header::CACHE_CONTROL).contains("no-transform")
        && answer.body().size_hint().exact().is_some_and(|length| length >= LEAST)
}

fn said(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn packed(plain: &[u8], how: Compression) -> std::io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::with_capacity(plain.len() / 4), how);
    packer.write_all(plain)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io::Read as _;

    use axum::Router;
    use axum::middleware::from_fn;
    use axum::response::Html;
    use axum::response::sse::{Event, Sse};
    use axum::routing::get;
    use flate2::read::GzDecoder;
    use http::Method;
    use tower::ServiceExt as _;

    use super::*;
    use crate::web::{assets, respond};

    /// Longer than what is packed at once, so that both ways are taken.
    const MANY: usize = 30_000;

    fn long(times: usize) -> String {
        "<p>It keeps its word.</p>".repeat(times)
    }

    fn app() -> Router {
        let kind = |kind: &'static str| {
            get(move || async move { ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], long(100)) })
        };
        let stream = || async {
            let beats =
                futures_util::stream::iter((0..200).map(|n| Ok::<_, Infallible>(Event::default().data(n.to_string()))));
            Sse::new(beats)
        };
        Router::new()
            .route("/page", get(|| async { respond::page(StatusCode::OK, maud::PreEscaped(long(100))) }))
            .route("/secret", get(|| async { respond::page_with_secret(StatusCode::OK, maud::PreEscaped(long(100))) }))
            .route("/large", get(|| async { Html(long(MANY)) }))
            .route("/small", get(|| async { Html("<p>") }))
            .route("/wrong", get(|| async { (StatusCode::UNPROCESSABLE_ENTITY, Html(long(100))) }))
            .route("/figures.csv", kind("text/csv; charset=utf-8"))
            .route("/api", kind("application/json"))
            .route("/picture", kind("image/png"))
            .route("/file", kind("application/octet-stream"))
            .route("/part", get(|| async { ([(header::ACCEPT_RANGES, "bytes")], Html(long(100))) }))
            .route("/live", get(stream))
            .route("/assets/{*path}", get(assets::serve))
            .layer(from_fn(layer))
    }

    struct Got {
        status: StatusCode,
        headers: HeaderMap,
        body: Vec<u8>,
    }

    impl Got {
        fn is_packed(&self) -> bool {
            self.headers.get(header::CONTENT_ENCODING).is_some_and(|how| how == "gzip")
        }

        fn varies(&self) -> bool {
            let mut all = self.headers.get_all(header::VARY).iter().filter_map(|value| value.to_str().ok());
            all.any(|value| value.contains("accept-encoding"))
        }

        fn length(&self) -> usize {
            said(&self.headers, header::CONTENT_LENGTH).parse().expect("a length")
        }
    }

    async fn fetch(method: Method, path: &str, accept: &str) -> Got {
        let request = Request::builder().method(method).uri(path).header("accept-encoding", accept);
        let request = request.body(Body::empty()).expect("a request");
        let (parts, body) = app().oneshot(request).await.expect("an answer").into_parts();
        let body = to_bytes(body, 1 << 24).await.expect("a body").to_vec();
        Got { status: parts.status, headers: parts.headers, body }
    }

    fn unpacked(bytes: &[u8]) -> String {
        let mut text = String::new();
        GzDecoder::new(bytes).read_to_string(&mut text).expect("packed whole");
        text
    }

    #[tokio::test]
    async fn what_is_packed_says_so_and_is_the_same_unpacked() {
        for path in ["/page", "/large", "/wrong", "/figures.csv", "/api"] {
            let plain = fetch(Method::GET, path, "identity").await;
            let packed = fetch(Method::GET, path, "gzip, deflate, br, zstd").await;
            assert!(packed.is_packed() && !plain.is_packed() && packed.varies() && plain.varies(), "{path}");
            assert_eq!(unpacked(&packed.body).into_bytes(), plain.body, "{path}");
            assert!(packed.body.len() * 5 < plain.body.len(), "{path}");
            assert_eq!((packed.length(), packed.status), (packed.body.len(), plain.status), "{path}");
            assert_eq!(packed.headers.get(header::CONTENT_TYPE), plain.headers.get(header::CONTENT_TYPE), "{path}");
        }
        let page = fetch(Method::GET, "/page", "gzip").await;
        assert_eq!(page.headers[header::VARY], "HX-Request, HX-Request-Type, Cookie", "what was said before stays");
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
    }

    #[tokio::test]
    async fn who_does_not_take_it_gets_it_plain() {
        for accept in ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "deflate, GZIP;q=0"] {
            let page = fetch(Method::GET, "/page", accept).await;
            assert!(!page.is_packed(), "{accept}");
            assert_eq!(page.body, long(100).into_bytes(), "{accept}");
        }
        assert!(fetch(Method::GET, "/page", "deflate, GZIP;q=0.5").await.is_packed());
    }

    #[tokio::test]
    async fn what_grows_or_is_small_packed_already_or_a_secret_is_left_as_it_is() {
        for path in ["/small", "/secret", "/picture", "/file", "/part", "/live"] {
            let got = fetch(Method::GET, path, "gzip").await;
            assert!(!got.is_packed() && !got.body.is_empty(), "{path}");
            assert!(!got.varies(), "{path}");
        }
        let live = fetch(Method::GET, "/live", "gzip").await;
        assert!(live.body.starts_with(b"data: 0"), "{:?}", live.body);
        let secret = fetch(Method::GET, "/secret", "gzip").await;
        assert_eq!(secret.headers[header::CACHE_CONTROL], "private, no-store, no-transform");
        let sheet = fetch(Method::GET, assets::url("desk.css"), "gzip").await;
        assert!(unpacked(&sheet.body).contains("--font"), "packed once, when it was built");
    }

    #[tokio::test]
    async fn head_tells_the_length_that_get_has() {
        for accept in ["gzip", "identity"] {
            let (head, get) = (fetch(Method::HEAD, "/page", accept).await, fetch(Method::GET, "/page", accept).await);
            assert!(head.body.is_empty() && head.is_packed() == get.is_packed(), "{accept}");
            assert_eq!(head.length(), get.body.len(), "{accept}");
        }
    }
}
