//! Builds Brekkesund up to the moment the newcomer comes in.

use std::sync::Arc;

use channels::journal::Journal;
use conversations::commands::PURGE_LANE;
use jiff::SignedDuration;
use platform::jobs::Workers;
use platform::system_clock::DemoClock;
use platform::{Context, Platform, Result};
use tokio::sync::watch;

use super::beside::Beside;
use super::driver::{self, Driver, Way};
use super::life::Life;
use super::truth::Outcome;
use super::{START, Size, automation, forms, guides, known, looks, macros, moved, service, sink, team, views};

/// For how long Brekkesund has sent receipts when the newcomer comes in.
pub(super) const RECEIPTS_FOR: SignedDuration = SignedDuration::from_hours(36);

/// Takes in what was brought along, and lives the past up to [`START`].
///
/// # Errors
/// When an act was refused.
pub async fn past(driver: &mut Driver, life: &mut Life) -> Result<()> {
    moved::take_in(driver).await?;
    let mut beside = Beside::new()?;
    beside.live(driver, life, START - RECEIPTS_FOR).await?;
    driver::believe_mail_server(driver.platform()).await?;
    // What happened before is no news to anybody; of the rest the newcomer is told when the server runs.
    reactions::notices::reading::begin(driver.platform()).await?;
    beside.live(driver, life, START).await
}

/// Makes the business and lives its past at once. Business time then stands still at [`START`].
/// `workers` are those of the server, which must not run yet.
///
/// # Errors
/// When the data cannot be written, or an act was refused.
pub async fn build(
    p: &Platform,
    clock: Arc<DemoClock>,
    seed: u64,
    size: Size,
    workers: Workers,
    stop: watch::Receiver<bool>,
) -> Result<(Driver, Life)> {
    let mut life = Life::new(seed, size);
    clock.pause(true);
    clock.set(life.next_at().context("a life without acts")?);
    let (address, sent) = sink::open(stop).await?;
    let staff = driver::found(p, address).await?;
    // Nobody takes back what was written in the past.
    driver::undo_seconds(p, 0).await?;
    let way = Way::AtOnce { journal: Box::new(Journal::start(p.clone())), workers };
    let mut driver = Driver::new(p.clone(), clock, staff, sent, way);
    past(&mut driver, &mut life).await?;
    known::fill(p, driver.staff()).await?;
    driver.settle(people::merging::LANE).await?;
    // Who has joined an organisation so far is looked at before there are policies: nothing changes by it.
    driver.settle(PURGE_LANE).await?;
    macros::make(p, driver.staff()).await?;
    let workshop = team::plan(p, driver.staff()).await?;
    forms::make(p, driver.staff(), &workshop).await?;
    guides::make(p, driver.staff()).await?;
    looks::set(p, driver.staff()).await?;
    views::make(p, driver.staff()).await?;
    service::set(p, driver.staff(), &workshop).await?;
    automation::make(p, driver.staff()).await?;
    // What is open goes by the policies from the first moment on.
    driver.settle(PURGE_LANE).await?;
    driver::undo_seconds(p, 10).await?;
    let count = |what: fn(Outcome) -> bool| life.truths().values().filter(|truth| what(truth.outcome)).count();
    let (all, open, waiting) = (life.truths().len(), count(Outcome::is_open), count(Outcome::is_waiting));
    tracing::info!(all, open, waiting, "the past is there");
    Ok((driver, life))
}
