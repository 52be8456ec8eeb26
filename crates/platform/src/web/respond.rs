//! How a page leaves: whole, or only the part a script asked for; never kept by anybody on the way.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;

use super::guard::next::safe_next;

/// What the browser asked for, by htmx's headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    /// Only the element that asked, not the page around it.
    pub fragment: bool,
    /// A link or a form of an open page, whose content is replaced.
    pub boosted: bool,
    /// Path and query of the page that is open there, when htmx says it.
    pub open: Option<String>,
}

impl Wants {
    /// Reads the headers.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let restored = text("HX-History-Restore-Request") == Some("true");
        let boosted = text("HX-Boosted").is_some();
        let fragment = text("HX-Request-Type") == Some("partial") && !restored && !boosted;
        Self { fragment, boosted: boosted && !restored, open: text("HX-Current-URL").and_then(path_of) }
    }
}

/// Path and query of an absolute address, and nothing of where it lies.
fn path_of(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let start = rest.find('/')?;
    let path = rest[start..].split('#').next().unwrap_or_default();
    Some(path.to_owned())
}

impl<S: Send + Sync> FromRequestParts<S> for Wants {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

/// Sends a page or a fragment that only this reader, now, may see.
#[must_use]
pub fn page(status: StatusCode, markup: Markup) -> Response {
    let mut answer = (status, Html(markup.into_string())).into_response();
    seal(&mut answer);
    answer
}

/// Sends a page on which a secret stands that is shown once. Nobody packs it on the way, we neither: the length of what is
/// packed tells something of its content.
#[must_use]
pub fn page_with_secret(status: StatusCode, markup: Markup) -> Response {
    let mut answer = page(status, markup);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store, no-transform"));
    answer
}

/// Marks an answer as different for scripts and never to be kept.
pub fn seal(answer: &mut Response) {
    let headers = answer.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("HX-Request, HX-Request-Type, Cookie"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
}

/// After a form: go there and look (303). Anything but a path of ours leads to the start page.
#[must_use]
pub fn see(to: &str) -> Response {
    let mut answer = axum::response::Redirect::to(&safe_next(to)).into_response();
    seal(&mut answer);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(pairs: &[(&'static str, &'static str)]) -> Wants {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        Wants::of(&headers)
    }

    #[test]
    fn only_an_element_that_fetches_itself_gets_a_fragment() {
        assert!(wants(&[("HX-Request-Type", "partial")]).fragment);
        assert!(!wants(&[("HX-Request-Type", "full")]).fragment);
        assert!(!wants(&[("HX-Request-Type", "partial"), ("HX-Boosted", "true")]).fragment);
        assert!(!wants(&[("HX-Request-Type", "partial"), ("HX-History-Restore-Request", "true")]).fragment);
        assert!(!wants(&[]).fragment);
    }

    #[test]
    fn of_the_open_address_only_the_path_is_taken() {
        let open = |url| wants(&[("HX-Current-URL", url)]).open;
        assert_eq!(open("http://127.0.0.1:8400/inbox?view=all#top").as_deref(), Some("/inbox?view=all"));
        assert_eq!(open("https://other.example"), None);
        assert_eq!(open("nonsense"), None);
    }

    #[test]
    fn no_page_is_kept_on_the_way() {
        for answer in [page(StatusCode::OK, maud::html! { "x" }), see("/inbox")] {
            assert_eq!(answer.headers()[CACHE_CONTROL], "private, no-store");
            assert!(answer.headers()[VARY].to_str().expect("text").contains("HX-Request-Type"));
        }
        assert_eq!(see("/inbox").status(), StatusCode::SEE_OTHER);
        assert_eq!(see("//evil.example").headers()["location"], "/");
    }
}
