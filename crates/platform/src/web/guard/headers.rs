//! The headers that every answer carries, so that no page can be framed, sniffed or kept.

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

/// What a page of ours may load: nothing but our own files, no inline script or style. Proved in
/// Chromium with htmx and its worker.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types htmx";

const ALWAYS: &[(&str, &str)] = &[
    ("content-security-policy", PAGE_POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()",
    ),
    ("cache-control", "private, no-store"),
];

/// Adds what the handler has not set itself: files have their own policy, assets may be kept.
pub fn add(answer: &mut Response, https: bool) {
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        set(headers, name, value);
    }
    if https {
        set(headers, "strict-transport-security", "max-age=31536000");
    }
    if headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        set(headers, "vary", "HX-Request, HX-Request-Type, Cookie");
    }
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
