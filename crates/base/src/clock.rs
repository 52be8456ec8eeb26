//! The one clock, with its two readings.

/// A point in time, UTC, microseconds.
pub type Instant = jiff::Timestamp;

/// Where the time comes from. Passed in as a value; nothing reads the ambient clock.
pub trait Clock: Send + Sync {
    /// *Business time*: service clocks, promises, calendars, what people see. A demo may move it.
    fn business(&self) -> Instant;
    /// *Machine time*: leases, timeouts, back-off, sessions, tokens, rate limits. Nobody moves it.
    fn machine(&self) -> Instant;
}

/// How an [`Instant`] lies in the database: microseconds since 1970, UTC.
#[must_use]
pub fn to_micros(at: Instant) -> i64 {
    at.as_microsecond()
}

/// Reads microseconds back; values outside jiff's range become its nearest end.
#[must_use]
pub fn from_micros(micros: i64) -> Instant {
    Instant::from_microsecond(micros).unwrap_or(if micros < 0 { Instant::MIN } else { Instant::MAX })
}
