//! What is noted of every request, outermost of all: its id, in the answer and in every line of the log that is written
//! meanwhile; how long it took and how it ended, by route. Paths stay out of it: some of them are keys.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use base::{Clock, Random};
use data_encoding::BASE32_NOPAD;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;

use crate::metrics::Metrics;

/// The header that bears a request's id.
const ID: HeaderName = HeaderName::from_static("x-request-id");
/// What stands for requests that no route takes: their paths are anybody's words.
const NO_ROUTE: &str = "none";

/// What the layer needs.
#[derive(Clone)]
pub struct Watch {
    /// How long something took.
    pub clock: Arc<dyn Clock>,
    /// Where ids of requests come from.
    pub random: Arc<dyn Random>,
    /// Where it is counted.
    pub metrics: Metrics,
}

/// The template of a request's route: `/conversations/{id}`.
#[must_use]
pub fn route(request: &Request) -> &str {
    request.extensions().get::<MatchedPath>().map_or(NO_ROUTE, MatchedPath::as_str)
}

/// A layer for routes within others, which leaves their template in the answer for [`layer`].
pub async fn within(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().cloned();
    let mut answer = next.run(request).await;
    if let Some(path) = path {
        answer.extensions_mut().insert(path);
    }
    answer
}

/// The layer around everything.
pub async fn layer(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let began = watch.clock.machine();
    let in_hand = watch.metrics.began();
    let mut bytes = [0; 10];
    watch.random.fill(&mut bytes);
    let id = BASE32_NOPAD.encode(&bytes).to_lowercase();
    let (method, route) = (request.method().clone(), route(&request).to_owned());
    let span = tracing::info_span!("request", id = %id);
    let mut answer = next.run(request).instrument(span.clone()).await;
    // Routes that are made late know their template only within: they leave it in the answer.
    let within = answer.extensions_mut().remove::<MatchedPath>();
    let route = within.map_or(route, |path| path.as_str().to_owned());
    let status = answer.status().as_u16();
    let took = Duration::try_from(watch.clock.machine().duration_since(began)).unwrap_or_default();
    watch.metrics.answered(method.as_str(), &route, status, took);
    drop(in_hand);
    span.in_scope(|| tracing::debug!(target: "access", %method, route, status, millis = took.as_millis()));
    if let Ok(id) = HeaderValue::from_str(&id) {
        answer.headers_mut().insert(ID, id);
    }
    answer
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;
    use crate::testing::on_both_engines;

    #[test]
    fn every_answer_bears_an_id_and_is_counted_by_its_route() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let p = test.platform;
            let metrics = Metrics::default();
            let watch = Watch { clock: p.clock.clone(), random: p.random.clone(), metrics: metrics.clone() };
            let routes = Router::new().route("/signin/link/{secret}", get(|| async { "in" }));
            let routes = routes.layer(from_fn_with_state(watch, layer));
            let mut ids = Vec::new();
            for (path, status) in [("/signin/link/tea?x=secret", 200), ("/signin/link/coffee", 200), ("/kari", 404)] {
                let request =
                    Request::get(path).header("x-request-id", "theirs").body(Body::empty()).expect("a request");
                let answer = routes.clone().oneshot(request).await.expect("an answer");
                assert_eq!(answer.status(), status);
                ids.push(answer.headers()["x-request-id"].clone());
            }
            assert!(ids.iter().all(|id| id.len() == 16) && ids[0] != ids[1], "{ids:?}");
            let text = metrics.text(&p, &[]).await.expect("text");
            assert!(text.contains("{method=\"GET\",route=\"/signin/link/{secret}\",status=\"200\"} 2"), "{text}");
            assert!(!text.contains("tea") && !text.contains("kari"), "{text}");
        });
    }
}
