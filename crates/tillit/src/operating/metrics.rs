//! The numbers of every capability, and the listener that hands them out.

use std::net::SocketAddr;

use platform::metrics::http::{Page, routes};
use platform::metrics::{GAUGES, Gauge, Metrics};
use platform::{Context, Fault, Platform, Result};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Shortest token that is taken for an address that others reach.
const TOKEN_LEAST: usize = 16;

/// Where numbers are handed out, and to whom.
#[derive(Clone, Debug)]
pub struct Place {
    /// The listener's address.
    pub address: SocketAddr,
    /// What a scraper must bear.
    pub token: Option<String>,
}

impl Place {
    /// A place that only those reach who should.
    ///
    /// # Errors
    /// When others reach the address and there is no token, or one that is easily guessed.
    pub fn new(address: SocketAddr, token: Option<String>) -> Result<Self> {
        let guarded = token.as_ref().is_some_and(|token| token.len() >= TOKEN_LEAST);
        if guarded || (address.ip().is_loopback() && token.is_none()) {
            return Ok(Self { address, token });
        }
        Err(Fault::new(format!(
            "--metrics {address} needs a --metrics-token of {TOKEN_LEAST} characters or more, because others than this \
             machine may reach it"
        )))
    }
}

/// Everything that is asked of the database.
#[must_use]
pub fn gauges() -> Vec<Gauge> {
    [GAUGES, channels::GAUGES, conversations::GAUGES].concat()
}

/// Hands out numbers until `stopped` becomes true. The address is bound before this returns.
///
/// # Errors
/// When the address cannot be had.
pub async fn listen(
    p: &Platform,
    metrics: &Metrics,
    place: &Place,
    mut stopped: watch::Receiver<bool>,
) -> Result<impl Future<Output = Result<()>> + Send + 'static + use<>> {
    let address = place.address;
    let listener = TcpListener::bind(address).await.context(format!("cannot hand out numbers at {address}"))?;
    tracing::info!(%address, "numbers for monitoring are at /metrics");
    let page = Page { platform: p.clone(), metrics: metrics.clone(), gauges: gauges(), token: place.token.clone() };
    Ok(async move {
        let server = axum::serve(listener, routes(page)).with_graceful_shutdown(async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        });
        server.await.context("the numbers stopped")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use platform::testing::on_both_engines;

    use super::*;

    #[test]
    fn an_address_that_others_reach_needs_a_token() {
        let place = |address: &str, token: Option<&str>| {
            Place::new(address.parse().expect("an address"), token.map(str::to_owned)).is_ok()
        };
        assert!(place("127.0.0.1:1", None) && place("[::1]:1", None));
        assert!(!place("0.0.0.0:1", None) && !place("192.0.2.1:1", Some("short")) && !place("127.0.0.1:1", Some("")));
        assert!(place("192.0.2.1:1", Some("sixteen letters!")));
    }

    #[test]
    fn every_number_can_be_asked_for_and_none_is_there_twice() {
        on_both_engines(&crate::open::migrations(), |test| async move {
            let text = Metrics::default().text(&test.platform, &gauges()).await.expect("numbers");
            let names: BTreeSet<&str> = gauges().iter().map(|gauge| gauge.name).collect();
            assert_eq!(names.len(), gauges().len());
            for gauge in gauges() {
                // One with labels says nothing where there is nothing.
                let told = usize::from(gauge.labels.is_empty());
                let lines = text.matches(&format!("# TYPE tillit_{} gauge", gauge.name)).count();
                assert_eq!(lines, told, "{}\n{text}", gauge.name);
            }
        });
    }
}
