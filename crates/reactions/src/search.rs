//! Makes the search's index anew where it is missing: after an upgrade, after a restore. Knows no text itself: each
//! capability says its own.

use platform::search::{self, Source};
use platform::{Platform, Result};
use tokio::sync::watch;

/// Runs until the index is whole or the server stops; what is left is done at the next start.
///
/// # Errors
/// When the database cannot be used.
pub async fn run(p: Platform, sources: &'static [&'static dyn Source], stopped: watch::Receiver<bool>) -> Result<()> {
    if !search::is_ready(&mut p.db.read().await?).await? {
        tracing::info!("the search is made ready; the newest is found first");
        search::begin(&p).await?;
        while !*stopped.borrow() && !search::step(&p, sources).await?.done {}
    }
    let mut stopped = stopped;
    // An error means that nobody can tell us any more: stop as well.
    let _ = stopped.wait_for(|stop| *stop).await;
    Ok(())
}
