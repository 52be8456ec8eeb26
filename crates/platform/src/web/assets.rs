//! The front end inside the binary: styles, scripts and icons, bundled by `build.rs`, each under a name
//! that carries its hash, so that a browser keeps it for ever. It does not know what is in the files.

use axum::{
    body::Body,
    extract::Path,
    http::{
        HeaderMap, HeaderValue, Response, StatusCode,
        header::{
            ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
            X_CONTENT_TYPE_OPTIONS,
        },
    },
};
use maud::{Markup, html};

/// One file of the bundle.
#[derive(Debug)]
struct Asset {
    name: &'static str,
    path: &'static str,
    kind: &'static str,
    digest: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
    brotli: &'static [u8],
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/web/assets.rs"));

/// The address of a file of the bundle: `url("desk.css")` is `/assets/desk.<hash>.css`.
///
/// A name that is not there is a mistake of ours: it stops a debug build, so that any test that renders
/// the page finds it, and is an address that answers 404 in a release.
pub fn url(name: &'static str) -> &'static str {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.map_or("/assets/missing", |asset| asset.path)
}

/// An icon of the sprite at text size, hidden from screen readers: the words beside it say the same.
pub fn icon(name: &str) -> Markup {
    html! { svg.ic aria-hidden="true" { use href=(reference(name)) {} } }
}

/// A smaller [`icon`], for use within lines of text.
pub fn icon_small(name: &str) -> Markup {
    html! { svg.ic.ic-s aria-hidden="true" { use href=(reference(name)) {} } }
}

/// A small icon that stands for a word of its own, which is then its `label` ("E-mail", "Mood: upset").
pub fn icon_labelled(name: &str, label: &str, tone: Option<&str>) -> Markup {
    html! { svg.ic.ic-s role="img" aria-label=(label) data-tone=[tone] { use href=(reference(name)) {} } }
}

fn reference(name: &str) -> String {
    debug_assert!(is_drawn(name), "no icon is called {name}");
    format!("{}#i-{name}", url("icons.svg"))
}

fn is_drawn(name: &str) -> bool {
    let sprite = ASSETS.iter().find(|asset| asset.name == "icons.svg").map_or(&[][..], |asset| asset.plain);
    let wanted = format!("id=\"i-{name}\"");
    sprite.windows(wanted.len()).any(|part| part == wanted.as_bytes())
}

/// Serves the bundle at `/assets/{*path}`, already compressed. Needs no state and never touches the disk.
///
/// A content security policy for all answers must say `worker-src 'self'; connect-src 'self'` also here:
/// the live worker obeys the policy its own file came with.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response<Body> {
    let found = ASSETS.iter().find(|asset| asset.path.strip_prefix("/assets/") == Some(file.as_str()));
    let Some(asset) = found else { return missing() };
    let encoding = Encoding::best(&headers, asset);
    let tag = format!("\"{}{}\"", asset.digest, encoding.suffix());
    let unchanged = matches(&headers, &tag);

    let bytes = if unchanged { &[][..] } else { encoding.bytes(asset) };
    let mut answer = Response::new(Body::from(bytes));
    if unchanged {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let out = answer.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    out.insert(CACHE_CONTROL, HeaderValue::from_static(keep(asset)));
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(ETAG, tag);
    }
    if let Some(name) = encoding.name() {
        out.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    answer
}

/// Names with a hash never change what they mean; the others may with the next release.
fn keep(asset: &Asset) -> &'static str {
    if asset.path.contains(asset.digest) { "public, max-age=31536000, immutable" } else { "public, max-age=3600" }
}

fn missing() -> Response<Body> {
    let mut answer = Response::new(Body::from("Not found\n"));
    *answer.status_mut() = StatusCode::NOT_FOUND;
    let out = answer.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    out.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    out.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

/// True when the browser's copy, under any of the tags it names, is the one we would send.
fn matches(headers: &HeaderMap, tag: &str) -> bool {
    let lists = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl Encoding {
    /// The smallest form of the file that the browser takes.
    fn best(headers: &HeaderMap, asset: &Asset) -> Self {
        [Self::Brotli, Self::Gzip, Self::Plain]
            .into_iter()
            .filter(|encoding| encoding.name().is_none_or(|name| accepts(headers, name)))
            // A font is packed as it is; it has no other form.
            .filter(|encoding| *encoding == Self::Plain || !encoding.bytes(asset).is_empty())
            .min_by_key(|encoding| encoding.bytes(asset).len())
            .unwrap_or(Self::Plain)
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gzip",
            Self::Brotli => "-br",
        }
    }

    fn bytes(self, asset: &Asset) -> &'static [u8] {
        match self {
            Self::Plain => asset.plain,
            Self::Gzip => asset.gzip,
            Self::Brotli => asset.brotli,
        }
    }
}

/// Whether `Accept-Encoding` names this coding without refusing it by `q=0`. Only names count, not `*`:
/// who sends `*` alone is no browser, and plain bytes are never wrong.
pub(super) fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let lists = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|item| {
        let (name, parameters) = item.split_once(';').unwrap_or((item, ""));
        let weight = parameters.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
        name.trim().eq_ignore_ascii_case(coding) && weight > 0.0
    })
}

#[cfg(test)]
mod tests {
    use axum::{
        Router,
        body::to_bytes,
        http::{Method, Request},
        routing::get,
    };
    use tower::ServiceExt;

    use super::*;

    async fn fetch(method: Method, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).expect("a good request");
        let app: Router = Router::new().route("/assets/{*path}", get(serve));
        let answer = app.oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a whole body");
        (parts.status, parts.headers, bytes.to_vec())
    }

    async fn encoding(accept: &str) -> Option<String> {
        let (_, headers, _) = fetch(Method::GET, url("desk.css"), &[("accept-encoding", accept)]).await;
        headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok()).map(str::to_owned)
    }

    fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
        headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    #[tokio::test]
    async fn every_file_is_served_whole_with_its_type_for_ever() {
        for asset in ASSETS {
            let (status, headers, body) = fetch(Method::GET, asset.path, &[]).await;
            assert_eq!(status, StatusCode::OK, "{}", asset.path);
            assert_eq!(body, asset.plain, "{}", asset.path);
            assert!(!body.is_empty(), "{}", asset.path);
            assert_eq!(header(&headers, "content-type"), asset.kind);
            assert_eq!(header(&headers, "x-content-type-options"), "nosniff");
            assert_eq!(header(&headers, "vary"), "accept-encoding");
            assert_eq!(headers.get(CONTENT_ENCODING), None);
            let forever = asset.name != "licences.txt";
            assert_eq!(header(&headers, "cache-control").contains("immutable"), forever, "{}", asset.path);
        }
    }

    #[tokio::test]
    async fn the_smallest_form_that_the_browser_takes_is_sent() {
        assert_eq!(encoding("gzip, deflate, br, zstd").await.as_deref(), Some("br"));
        assert_eq!(encoding("gzip, deflate").await.as_deref(), Some("gzip"));
        assert_eq!(encoding("GZIP;q=0.5").await.as_deref(), Some("gzip"));
        assert_eq!(encoding("br;q=0, gzip").await.as_deref(), Some("gzip"));
        assert_eq!(encoding("br; q=nonsense").await, None);
        assert_eq!(encoding("identity").await, None);
        assert_eq!(encoding("").await, None);
    }

    #[tokio::test]
    async fn a_font_is_sent_as_it_is() {
        let (_, headers, body) = fetch(Method::GET, url("inter-latin.woff2"), &[("accept-encoding", "gzip, br")]).await;
        assert_eq!((header(&headers, "content-type"), headers.get(CONTENT_ENCODING)), ("font/woff2", None));
        assert_eq!(&body[..4], b"wOF2");
    }

    #[tokio::test]
    async fn compressed_forms_are_smaller_and_begin_as_they_must() {
        let (_, _, body) = fetch(Method::GET, url("desk.js"), &[("accept-encoding", "gzip")]).await;
        let (_, _, plain) = fetch(Method::GET, url("desk.js"), &[]).await;
        assert_eq!(&body[..2], &[0x1f, 0x8b]);
        assert!(body.len() * 2 < plain.len());
    }

    #[tokio::test]
    async fn a_copy_the_browser_has_is_not_sent_again() {
        let (_, headers, _) = fetch(Method::GET, url("desk.css"), &[]).await;
        let tag = header(&headers, "etag").to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let (status, headers, body) = fetch(Method::GET, url("desk.css"), &[("if-none-match", &known)]).await;
            assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0), "{known}");
            assert_eq!(header(&headers, "etag"), tag);
        }
        let (status, _, _) = fetch(Method::GET, url("desk.css"), &[("if-none-match", "\"other\"")]).await;
        assert_eq!(status, StatusCode::OK);
        let packed = [("accept-encoding", "br"), ("if-none-match", tag.as_str())];
        let (status, headers, _) = fetch(Method::GET, url("desk.css"), &packed).await;
        assert_eq!(status, StatusCode::OK, "a plain copy is not the packed one");
        assert_ne!(header(&headers, "etag"), tag);
    }

    #[tokio::test]
    async fn what_is_not_in_the_bundle_is_not_found() {
        for path in ["/assets/desk.css", "/assets/../Cargo.toml", "/assets/%2e%2e/x", "/assets/desk.000000000000.css"] {
            let (status, headers, _) = fetch(Method::GET, path, &[]).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(header(&headers, "cache-control"), "no-store");
        }
    }

    #[tokio::test]
    async fn head_answers_without_a_body() {
        let (status, headers, body) = fetch(Method::HEAD, url("icons.svg"), &[]).await;
        assert_eq!((status, body.len()), (StatusCode::OK, 0));
        assert_eq!(header(&headers, "content-type"), "image/svg+xml");
    }

    #[test]
    fn icons_point_into_the_sprite() {
        let expected =
            format!("<svg class=\"ic\" aria-hidden=\"true\"><use href=\"{}#i-mail\"></use></svg>", url("icons.svg"));
        assert_eq!(icon("mail").into_string(), expected);
        assert!(icon_small("lock").into_string().contains("class=\"ic ic-s\""));
        let labelled = icon_labelled("upset", "Mood: \"upset\"", Some("bad")).into_string();
        assert!(labelled.contains("aria-label=\"Mood: &quot;upset&quot;\" data-tone=\"bad\""), "{labelled}");
        assert!(is_drawn("promise"));
        assert!(!is_drawn("promis"));
    }

    #[test]
    #[should_panic(expected = "no asset is called")]
    fn a_name_that_is_not_in_the_bundle_stops_a_debug_build() {
        url("dsk.css");
    }

    #[test]
    fn the_bundle_keeps_its_promises() {
        let text = |name: &str| {
            let asset = ASSETS.iter().find(|asset| asset.name == name).expect("in the bundle");
            String::from_utf8_lossy(asset.plain).into_owned()
        };
        assert!(text("desk.css").len() < 48_000, "a page has at most 48 KB of styles");
        assert!(text("public.css").len() < 48_000, "a page has at most 48 KB of styles");
        assert!(text("portal.css").len() < 48_000, "a page has at most 48 KB of styles");
        for name in ["desk.css", "public.css", "portal.css"] {
            assert!(!text(name).contains("data:"), "the policy forbids data: pictures");
            assert!(text(name).contains(url("select.svg")));
            assert!(!text(name).contains("@font-face"), "only who chose a typeface fetches one");
        }
        assert!(text("inter.css").contains(url("inter-latin.woff2")));
        assert!(text("icons.svg").contains("viewBox=\"0 0 32 32\""), "the sprite is the icon of the tab as well");
        for name in ["desk.js", "live-worker.js"] {
            assert!(!text(name).contains("sourceMappingURL"), "{name}");
        }
        assert!(text("licences.txt").contains("htmx.org 4.0.1"));
        assert!(text("licences.txt").contains("SIL OPEN FONT LICENSE"));
        assert!(text("licences.txt").contains("THE SOFTWARE IS PROVIDED"));
    }
}
