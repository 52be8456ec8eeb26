//! Who may ask for a change: only pages of our own site (T30).
//!
//! Browsers say where a request comes from, in a header that no page can forge. So no form needs a
//! hidden field, and no route can forget one.

use http::{HeaderMap, Method, header};
use url::{Origin, Url};

/// Whether this request may change something: it cannot (GET), or it comes from a page of ours.
/// `site` is the configured URL.
#[must_use]
pub fn is_own(method: &Method, headers: &HeaderMap, site: &str) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    // `none`: the person's own doing, such as reloading. `same-site` is a neighbour, not us.
    match headers.get("sec-fetch-site").map(|value| value.as_bytes()) {
        Some(b"same-origin" | b"none") => return true,
        Some(_) => return false,
        None => {}
    }
    // Older browsers, and plain http on anything but loopback, do not say it so directly.
    match (headers.get(header::ORIGIN), headers.get(header::REFERER)) {
        (Some(from), _) | (None, Some(from)) => {
            from.to_str().is_ok_and(|from| is_origin(from, site) || is_host(from, headers))
        }
        (None, None) => false,
    }
}

fn is_origin(from: &str, site: &str) -> bool {
    match (origin(from), origin(site)) {
        (Some(from), Some(site)) => from == site,
        _ => false,
    }
}

/// Whether `from` has the host and port that this very request was sent to. What a proxy says the
/// host was does not count.
fn is_host(from: &str, headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
    ["http", "https"].iter().any(|scheme| is_origin(from, &format!("{scheme}://{host}")))
}

fn origin(text: &str) -> Option<Origin> {
    let url = Url::parse(text).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "https://desk.example";

    fn own(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().expect("a header"));
        }
        is_own(&Method::POST, &headers, SITE)
    }

    #[test]
    fn what_cannot_change_anything_needs_no_origin() {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            assert!(is_own(&method, &HeaderMap::new(), SITE));
        }
        for method in ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "get"] {
            assert!(!is_own(&method.parse().expect("a method"), &HeaderMap::new(), SITE), "{method}");
        }
    }

    #[test]
    fn the_browsers_own_word_decides() {
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(own(&[("sec-fetch-site", "none")]));
        for word in ["cross-site", "same-site", "", "Same-Origin"] {
            assert!(!own(&[("sec-fetch-site", word), ("origin", SITE), ("host", "desk.example")]), "{word}");
        }
    }

    #[test]
    fn else_the_origin_must_be_the_site_or_the_host_used() {
        assert!(own(&[("origin", "https://desk.example")]));
        assert!(own(&[("origin", "https://desk.example:443")]));
        assert!(own(&[("origin", "http://127.0.0.1:8400"), ("host", "127.0.0.1:8400")]));
        assert!(own(&[("referer", "https://desk.example/inbox?x")]));
        for origin in [
            "https://evil.example",
            "http://desk.example",
            "https://desk.example:8443",
            "https://desk.example.evil.example",
            "https://desk.example@evil.example",
            "null",
            "",
            "file://",
        ] {
            let host = [("host", "127.0.0.1:8400")];
            assert!(!own(&[("origin", origin), host[0]]), "{origin}");
            assert!(!own(&[("origin", origin), ("referer", SITE), host[0]]), "{origin}");
        }
        assert!(!own(&[("referer", "https://evil.example/?https://desk.example")]));
        assert!(!own(&[]));
    }

    #[test]
    fn what_a_proxy_says_the_host_was_does_not_count() {
        let evil = "https://evil.example";
        assert!(!own(&[("origin", evil), ("host", "desk.example"), ("x-forwarded-host", "evil.example")]));
    }
}
