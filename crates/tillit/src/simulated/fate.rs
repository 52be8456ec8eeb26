//! The clock and the chance of a simulated business, and the moment at which its server dies.
//!
//! A server that is to die does so at its n-th look at the clock or at chance, wherever in a command or a job that is, or
//! while somebody outside has its word. From then on every look unwinds, so that nothing of it does anything more; what
//! it had in memory is then dropped, and another life begins on the same data.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use base::{Clock, Instant, Random, clock};
use platform::random::SeededRandom;
use tokio::sync::Notify;

/// When this server dies, and whether it has.
#[derive(Default)]
pub struct Fate {
    /// Looks until then; 0 for never.
    left: AtomicI64,
    dead: AtomicBool,
    told: Notify,
}

impl Fate {
    /// It dies at the n-th look from now; 0 lets it live.
    pub fn arm(&self, looks: i64) {
        self.left.store(looks, Ordering::SeqCst);
    }

    /// Looks that are left to it; 0 for no end.
    pub fn armed(&self) -> i64 {
        self.left.load(Ordering::SeqCst).max(0)
    }

    /// It dies now; said by whoever it was talking to.
    pub fn strike(&self) {
        self.dead.store(true, Ordering::SeqCst);
        self.told.notify_one();
    }

    /// Whether it is dead.
    pub fn dead(&self) -> bool {
        self.dead.load(Ordering::SeqCst)
    }

    /// Returns when it dies.
    pub async fn ends(&self) {
        // A bell may still hang in the air of a death before.
        while !self.dead() {
            self.told.notified().await;
        }
    }

    /// Another life begins.
    pub fn reborn(&self) {
        self.arm(0);
        self.dead.store(false, Ordering::SeqCst);
    }

    fn look(&self) {
        if self.left.load(Ordering::SeqCst) > 0 && self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.strike();
        }
        if self.dead() {
            resume_unwind(Box::new("the simulated server died"));
        }
    }
}

/// Both readings, set by hand.
pub struct SimClock {
    readings: Mutex<(i64, i64)>,
    fate: Arc<Fate>,
}

impl SimClock {
    /// Both at `at`, microseconds.
    pub fn new(at: i64, fate: Arc<Fate>) -> Self {
        Self { readings: Mutex::new((at, at)), fate }
    }

    /// Business and machine time, without a look.
    pub fn now(&self) -> (i64, i64) {
        *self.readings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets both go on.
    pub fn advance(&self, micros: i64) {
        let mut readings = self.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.0 += micros;
        readings.1 += micros;
    }

    /// Lets machine time alone go on: somebody waits for leases to end.
    pub fn wait(&self, micros: i64) {
        self.readings.lock().unwrap_or_else(PoisonError::into_inner).1 += micros;
    }
}

impl Clock for SimClock {
    fn business(&self) -> Instant {
        self.fate.look();
        clock::from_micros(self.now().0)
    }

    fn machine(&self) -> Instant {
        self.fate.look();
        clock::from_micros(self.now().1)
    }
}

/// Chance from a seed.
pub struct SimRandom {
    chance: SeededRandom,
    fate: Arc<Fate>,
}

impl SimRandom {
    /// The same for the same `seed`.
    pub fn new(seed: u64, fate: Arc<Fate>) -> Self {
        Self { chance: SeededRandom::new(seed), fate }
    }
}

impl Random for SimRandom {
    fn fill(&self, bytes: &mut [u8]) {
        self.fate.look();
        self.chance.fill(bytes);
    }
}
