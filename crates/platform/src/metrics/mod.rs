//! Numbers for those who watch over a Tillit: what was asked of this process, and how the work stands.
//!
//! What happens is counted as it happens ([`Metrics`]); what stands in the database is asked when somebody looks
//! ([`Gauge`]). Labels name routes, lanes and readers, never people, and nothing that anybody wrote. Knows no capability:
//! each says its own gauges.

mod gauges;
pub mod http;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::{encode_eof, encode_registry};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge as Level;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::Platform;
use crate::fault::{Context, Result};

pub use gauges::{Counts, GAUGES, Gauge};

/// Upper ends of the buckets of durations, in seconds.
const BUCKETS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 15.0];

type Labels<const N: usize> = [(&'static str, String); N];

/// What is counted as it happens. Cheap to clone.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Labels<3>, Counter>,
    seconds: Family<Labels<1>, Histogram>,
    open: Level,
    refused: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("tillit");
        let requests = Family::default();
        registry.register("http_requests", "Requests by method, route and status", requests.clone());
        let seconds = Family::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> Histogram);
        registry.register("http_request_seconds", "How long requests took", seconds.clone());
        let (open, refused) = (Level::default(), Counter::default());
        registry.register("http_requests_open", "Requests in hand", open.clone());
        registry.register("http_requests_refused", "Requests refused because too many were in hand", refused.clone());
        let version = Family::<Labels<1>, Level>::default();
        version.get_or_create(&[("version", env!("CARGO_PKG_VERSION").to_owned())]).set(1);
        registry.register("build_info", "Which Tillit runs", version);
        Self { registry: Arc::new(registry), requests, seconds, open, refused }
    }
}

impl Metrics {
    /// A request came in; it is in hand until the answer is dropped.
    #[must_use]
    pub fn began(&self) -> InHand {
        self.open.inc();
        InHand(self.open.clone())
    }

    /// A request was answered. `route` is the route's template, never the path that was asked for.
    pub fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let asked = [("method", known(method).to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        self.requests.get_or_create(&asked).inc();
        self.seconds.get_or_create(&[("route", route.to_owned())]).observe(took.as_secs_f64());
    }

    /// A request was refused because too many were in hand.
    pub fn refused(&self) {
        self.refused.inc();
    }

    /// Everything as text: what was counted, then what `gauges` say of the database now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn text(&self, p: &Platform, gauges: &[Gauge]) -> Result<String> {
        let mut now = Registry::with_prefix("tillit");
        gauges::measure(p, gauges, &mut now).await?;
        let mut text = String::new();
        encode_registry(&mut text, &self.registry).context("the numbers cannot be written")?;
        encode_registry(&mut text, &now).context("the numbers cannot be written")?;
        encode_eof(&mut text).context("the numbers cannot be written")?;
        Ok(text)
    }
}

/// Counts down again when the request is done, whatever became of it.
#[derive(Debug)]
pub struct InHand(Level);

impl Drop for InHand {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// A level that may be a fraction, such as an age.
type Fraction = Level<f64, AtomicU64>;

/// Methods by name; what somebody made up is one more.
fn known(method: &str) -> &'static str {
    const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    METHODS.into_iter().find(|one| *one == method).unwrap_or("other")
}
