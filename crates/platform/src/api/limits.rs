//! How many requests a caller may make: so many in a minute, counted by machine time in this process's memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::response::Response;
use base::{Clock, Instant};
use http::HeaderValue;
use jiff::SignedDuration;

/// Requests a minute when the operator says nothing.
pub const USUAL: u32 = 600;
/// Seconds of a window.
const WINDOW: i64 = 60;
/// Callers remembered before those whose window has passed are forgotten.
const MOST: usize = 10_000;

/// Counts requests. Cheap to clone.
#[derive(Clone)]
pub struct Limits {
    clock: Arc<dyn Clock>,
    most: u32,
    windows: Arc<Mutex<HashMap<String, Window>>>,
}

#[derive(Clone, Copy)]
struct Window {
    until: Instant,
    used: u32,
}

/// What is left after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Whether this one was within the limit.
    pub within: bool,
    /// Requests a window.
    pub most: u32,
    /// How many are left in it.
    pub left: u32,
    /// Seconds until it is whole again.
    pub seconds: u64,
}

impl Limits {
    /// So many requests a minute for each caller.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, most: u32) -> Self {
        Self { clock, most, windows: Arc::default() }
    }

    /// Counts one request of `caller`.
    #[must_use]
    pub fn take(&self, caller: &str) -> Left {
        let now = self.clock.machine();
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= MOST {
            windows.retain(|_, window| window.until > now);
        }
        let until = now.saturating_add(SignedDuration::from_secs(WINDOW)).unwrap_or(Instant::MAX);
        let window = windows.entry(caller.to_owned()).or_insert(Window { until, used: 0 });
        if window.until <= now {
            *window = Window { until, used: 0 };
        }
        window.used = window.used.saturating_add(1);
        let passing = window.until.duration_since(now).max(SignedDuration::ZERO).unsigned_abs();
        Left {
            within: window.used <= self.most,
            most: self.most,
            left: self.most.saturating_sub(window.used),
            seconds: passing.as_secs() + u64::from(passing.subsec_nanos() > 0),
        }
    }
}

impl Left {
    /// How long to wait when nothing is left.
    #[must_use]
    pub fn wait(self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    /// Tells the caller, as draft-ietf-httpapi-ratelimit-headers has it.
    pub fn tell(self, answer: &mut Response) {
        let lines = [
            ("ratelimit-policy", format!("\"minute\";q={};w={WINDOW}", self.most)),
            ("ratelimit", format!("\"minute\";r={};t={}", self.left, self.seconds)),
        ];
        for (name, line) in lines {
            if let Ok(line) = HeaderValue::try_from(line) {
                answer.headers_mut().insert(name, line);
            }
        }
    }
}
