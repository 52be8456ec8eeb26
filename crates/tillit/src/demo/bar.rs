//! The slim bar above every desk page of the demo: business time, and the buttons that move it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use base::clock::to_micros;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::system_clock::DemoClock;
use platform::web::assets::icon;
use platform::web::desk::{DemoBar, Later};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use platform::{Fault, Platform};
use serde::Deserialize;
use tokio::sync::{mpsc, oneshot};

use super::director::{Order, Request};
use super::times;

/// The bar, and the way to the one who moves time.
pub struct Bar {
    clock: Arc<DemoClock>,
    orders: mpsc::Sender<Request>,
}

impl Bar {
    /// A bar for that clock.
    #[must_use]
    pub fn new(clock: Arc<DemoClock>, orders: mpsc::Sender<Request>) -> Self {
        Self { clock, orders }
    }

    fn markup(&self, p: &Platform, say: &Say) -> Markup {
        let now = p.clock.business();
        let paused = self.clock.paused();
        let (still, still_text) = if paused { ("run", "demo-run") } else { ("pause", "demo-pause") };
        html! {
            div.demobar #demobar data-tone="info" role="region" aria-label=(say.text("demo-name"))
                data-now=(to_micros(now)) data-paused[paused]
                hx-get="/demo/bar" hx-trigger="clock from:body, resync from:body" hx-swap="outerMorph" hx-target="this" {
                (icon("clock"))
                time datetime=(now.to_string()) { (say.full(now, &times::oslo())) }
                form method="post" action="/demo/clock" {
                    button.btn.small name="do" value=(still) { (say.text(still_text)) }
                    @for (order, text) in [("hour", "demo-hour"), ("day", "demo-day"), ("next", "demo-next")] {
                        button.btn.small name="do" value=(order) { (say.text(text)) }
                    }
                }
            }
        }
    }
}

impl DemoBar for Bar {
    fn bar<'a>(&'a self, p: &'a Platform, say: &'a Say) -> Later<'a, Markup> {
        Box::pin(async move { Ok(self.markup(p, say)) })
    }

    fn paused(&self) -> bool {
        self.clock.paused()
    }
}

/// The routes of the bar.
pub fn routes(bar: Arc<Bar>) -> Router<Platform> {
    Router::new().route("/demo/bar", get(show)).route("/demo/clock", post(turn)).layer(Extension(bar))
}

/// `GET /demo/bar`: the bar alone, for pages that stay open.
async fn show(State(p): State<Platform>, Extension(bar): Extension<Arc<Bar>>, who: Who) -> Response {
    respond::page(StatusCode::OK, bar.markup(&p, &who.say))
}

#[derive(Deserialize)]
struct Turn {
    #[serde(rename = "do")]
    order: String,
}

/// `POST /demo/clock`: moves business time, then shows the page again.
async fn turn(
    Extension(bar): Extension<Arc<Bar>>,
    _: Who,
    wants: Wants,
    headers: HeaderMap,
    Form(turn): Form<Turn>,
) -> Result<Response, Error> {
    let order = match turn.order.as_str() {
        "pause" => Order::Pause,
        "run" => Order::Run,
        "hour" => Order::Hour,
        "day" => Order::Day,
        "next" => Order::Next,
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    let (done, when_done) = oneshot::channel();
    let gone = || Error::Fault(Fault::new("nobody moves the demo's time any more"));
    bar.orders.send((order, done)).await.map_err(|_| gone())?;
    when_done.await.map_err(|_| gone())?;
    let before = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(path);
    Ok(respond::see(&wants.open.or(before).unwrap_or_else(|| "/".to_owned())))
}

/// Path and query of the page the form stood on.
fn path(referer: &str) -> Option<String> {
    let url = url::Url::parse(referer).ok()?;
    Some(url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_before_is_a_path_of_ours_and_no_more() {
        assert_eq!(path("http://127.0.0.1:8400/inbox?view=all#top").as_deref(), Some("/inbox?view=all"));
        assert_eq!(path("nonsense"), None);
    }
}
