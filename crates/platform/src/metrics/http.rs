//! `GET /metrics` on a listener of its own, so that what is for monitoring never stands beside the desk.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, StatusCode, header};
use subtle::ConstantTimeEq;

use super::{Gauge, Metrics};
use crate::Platform;

/// The text format, as scrapers ask for it.
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What the page needs.
#[derive(Clone)]
pub struct Page {
    /// The platform whose database is asked.
    pub platform: Platform,
    /// What was counted.
    pub metrics: Metrics,
    /// What is asked of the database.
    pub gauges: Vec<Gauge>,
    /// What a scraper must bear, if anything.
    pub token: Option<String>,
}

/// The one route.
pub fn routes(page: Page) -> Router {
    Router::new().route("/metrics", get(show)).with_state(page)
}

async fn show(State(page): State<Page>, headers: HeaderMap) -> Response {
    if !page.token.as_deref().is_none_or(|token| bears(&headers, token)) {
        return (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")]).into_response();
    }
    match page.metrics.text(&page.platform, &page.gauges).await {
        Ok(text) => ([(header::CONTENT_TYPE, KIND), (header::CACHE_CONTROL, "no-store")], text).into_response(),
        Err(fault) => {
            tracing::error!("the numbers cannot be read: {}", fault.chain());
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn bears(headers: &HeaderMap, token: &str) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    given
        .and_then(|value| value.strip_prefix("Bearer "))
        .is_some_and(|given| bool::from(given.as_bytes().ct_eq(token.as_bytes())))
}
