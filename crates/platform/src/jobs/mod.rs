//! Work that must happen, also if the process dies: one table, claimed with a lease.
//!
//! A job is written in the transaction of the change that wants it, run at least once (so every
//! handler is idempotent), and finished in the transaction of its result. A worker that dies or
//! freezes loses its lease and another takes over; what fails again and again becomes a dead letter
//! that people see and can retry.

mod store;
#[cfg(test)]
mod tests;
mod worker;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use base::Instant;

use crate::fault::Fault;

pub use store::{busy, dead, finish, next_due, retry};
pub(crate) use store::{insert, insert_all};
pub use worker::{Handler, Lane, Outcome, Workers};

/// How long a claimed job is its worker's alone without a sign of life.
pub const LEASE_SECONDS: i64 = 10;
/// How often a worker says that it is alive.
pub const RENEW_SECONDS: u64 = 3;

/// Which reading of the clock a job waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Machine time: retries, undo windows.
    Machine = 0,
    /// Business time: service clocks, quiet periods, promises.
    Business = 1,
}

/// A job about to be written.
#[derive(Clone, Debug)]
pub struct NewJob {
    lane: &'static str,
    kind: &'static str,
    key: Option<String>,
    payload: String,
    due: Option<Instant>,
    waits: Waits,
    attempts_max: i64,
}

impl NewJob {
    /// Work of `kind` for the workers of `lane`, as soon as possible.
    #[must_use]
    pub fn new(lane: &'static str, kind: &'static str) -> Self {
        Self { lane, kind, key: None, payload: String::new(), due: None, waits: Waits::Machine, attempts_max: 20 }
    }

    /// Whose workers do it.
    pub(crate) const fn lane(&self) -> &'static str {
        self.lane
    }

    /// What the handler needs to know: ids, not copies.
    #[must_use]
    pub fn payload(mut self, payload: impl Into<String>) -> Self {
        self.payload = payload.into();
        self
    }

    /// At most one waiting job bears a key; a later one with the same key moves its due time.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Not before this machine time.
    #[must_use]
    pub fn at_machine_time(mut self, due: Instant) -> Self {
        self.due = Some(due);
        self.waits = Waits::Machine;
        self
    }

    /// Not before this business time.
    #[must_use]
    pub fn at_business_time(mut self, due: Instant) -> Self {
        self.due = Some(due);
        self.waits = Waits::Business;
        self
    }

    /// After how many failures people must look; 20 unless told.
    #[must_use]
    pub fn attempts_max(mut self, attempts: i64) -> Self {
        self.attempts_max = attempts;
        self
    }
}

/// A job in a worker's hands.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What to do.
    pub kind: String,
    /// What the handler needs to know.
    pub payload: String,
    /// Which attempt this is, from 1.
    pub attempt: i64,
    /// After how many it dies.
    pub attempts_max: i64,
    pub(crate) owner: String,
    pub(crate) claimed_at: tokio::time::Instant,
    /// Set within the handler's transaction: a handler that answers well after that has committed it.
    pub(crate) finished: Arc<AtomicBool>,
}

#[cfg(any(test, feature = "testing"))]
impl Job {
    /// A job that a test has claimed by hand.
    #[must_use]
    pub fn for_tests(id: &str, kind: &str, payload: &str, owner: &str) -> Self {
        let (id, kind, payload, owner) = (id.into(), kind.into(), payload.into(), owner.into());
        Self {
            id,
            kind,
            payload,
            attempt: 1,
            attempts_max: 3,
            owner,
            claimed_at: tokio::time::Instant::now(),
            finished: Arc::default(),
        }
    }
}

/// A job that failed too often.
#[derive(Clone, Debug)]
pub struct DeadJob {
    /// Its id, for retrying.
    pub id: String,
    /// What it should have done.
    pub kind: String,
    /// What it was about.
    pub payload: String,
    /// What went wrong last.
    pub error: String,
    /// How often it was tried.
    pub attempts: i64,
}

/// Why a job did not finish.
#[derive(Debug)]
pub enum Failure {
    /// Worth another try, later.
    Again(Fault),
    /// No use trying again: goes to the dead letters at once.
    Never(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Again(fault)
    }
}

/// How long to wait before attempt `attempt + 1`: doubling from 5 s up to 6 h, with ±20 % jitter so
/// that a thousand jobs that failed together do not come back together. `noise` is in 0..=255.
#[must_use]
pub fn back_off(attempt: i64, noise: u8) -> jiff::SignedDuration {
    let doublings = u32::try_from(attempt.clamp(1, 14)).unwrap_or(1) - 1;
    let millis = (5_000_i64 << doublings).min(6 * 3_600_000);
    jiff::SignedDuration::from_millis(millis * (800 + i64::from(noise) * 400 / 255) / 1000)
}
