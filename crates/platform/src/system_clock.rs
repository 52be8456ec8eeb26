//! The three clocks: the system's, one that tests set by hand, and the demo's movable one.
//!
//! Only this file reads the ambient time; everything else is handed a [`Clock`].

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::{Clock, Instant};
use jiff::SignedDuration;

/// Both readings from the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn business(&self) -> Instant {
        self.machine()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where the ambient clock is read")]
    fn machine(&self) -> Instant {
        Instant::now()
    }
}

/// Stands still until told otherwise; for tests.
#[derive(Debug)]
pub struct ManualClock {
    readings: Mutex<(Instant, Instant)>,
}

impl ManualClock {
    /// Both readings at `at`.
    #[must_use]
    pub fn new(at: Instant) -> Self {
        Self { readings: Mutex::new((at, at)) }
    }

    /// Moves business time to `at`, forward or back.
    pub fn set_business(&self, at: Instant) {
        held(&self.readings).0 = at;
    }

    /// Moves machine time to `at`, forward or back.
    pub fn set_machine(&self, at: Instant) {
        held(&self.readings).1 = at;
    }

    /// Lets business time alone go on.
    pub fn advance_business(&self, by: SignedDuration) {
        let mut readings = held(&self.readings);
        readings.0 = later(readings.0, by);
    }

    /// Lets machine time alone go on.
    pub fn advance_machine(&self, by: SignedDuration) {
        let mut readings = held(&self.readings);
        readings.1 = later(readings.1, by);
    }

    /// Lets both go on, as time does.
    pub fn advance(&self, by: SignedDuration) {
        self.advance_business(by);
        self.advance_machine(by);
    }
}

impl Clock for ManualClock {
    fn business(&self) -> Instant {
        held(&self.readings).0
    }

    fn machine(&self) -> Instant {
        held(&self.readings).1
    }
}

/// Business time that starts where it is told, goes on as fast as machine time, and can be paused
/// or moved. Machine time is never touched.
pub struct DemoClock {
    machine: Arc<dyn Clock>,
    state: Mutex<DemoState>,
}

#[derive(Clone, Copy)]
struct DemoState {
    /// Business time when machine time was `since`.
    business: Instant,
    since: Instant,
    paused: bool,
}

impl DemoClock {
    /// Business time `start` now, going on with the machine time of `machine`.
    #[must_use]
    pub fn new(machine: Arc<dyn Clock>, start: Instant) -> Self {
        let state = DemoState { business: start, since: machine.machine(), paused: false };
        Self { machine, state: Mutex::new(state) }
    }

    /// Stops business time, or lets it go on from where it stopped.
    pub fn pause(&self, paused: bool) {
        self.change(|state| state.paused = paused);
    }

    /// Whether business time stands still.
    #[must_use]
    pub fn paused(&self) -> bool {
        held(&self.state).paused
    }

    /// Moves business time by `by` and answers where it is now.
    pub fn advance(&self, by: SignedDuration) -> Instant {
        self.change(|state| state.business = later(state.business, by))
    }

    /// Moves business time to `at`.
    pub fn set(&self, at: Instant) {
        self.change(|state| state.business = at);
    }

    fn change(&self, change: impl FnOnce(&mut DemoState)) -> Instant {
        let mut state = held(&self.state);
        let now = self.machine.machine();
        state.business = state.at(now);
        state.since = now;
        change(&mut state);
        state.business
    }
}

impl DemoState {
    fn at(&self, machine: Instant) -> Instant {
        if self.paused {
            return self.business;
        }
        // A machine clock that is set back must not take business time with it.
        later(self.business, machine.duration_since(self.since).max(SignedDuration::ZERO))
    }
}

impl Clock for DemoClock {
    fn business(&self) -> Instant {
        held(&self.state).at(self.machine.machine())
    }

    fn machine(&self) -> Instant {
        self.machine.machine()
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn later(at: Instant, by: SignedDuration) -> Instant {
    at.checked_add(by).unwrap_or(if by.is_negative() { Instant::MIN } else { Instant::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: SignedDuration = SignedDuration::from_hours(1);

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    fn demo() -> (Arc<ManualClock>, DemoClock) {
        let machine = Arc::new(ManualClock::new(at("2030-01-01T00:00:00Z")));
        let demo = DemoClock::new(machine.clone(), at("2026-11-18T12:00:00Z"));
        (machine, demo)
    }

    #[test]
    fn the_system_clock_goes_on_and_has_one_time() {
        let first = SystemClock.machine();
        assert!(SystemClock.business() >= first);
        assert!(first > at("2020-01-01T00:00:00Z"));
    }

    #[test]
    fn a_manual_clock_moves_each_reading_alone() {
        let clock = ManualClock::new(at("2026-11-18T12:00:00Z"));
        clock.advance_business(HOUR);
        assert_eq!(clock.business(), at("2026-11-18T13:00:00Z"));
        assert_eq!(clock.machine(), at("2026-11-18T12:00:00Z"));
        clock.advance_machine(HOUR * 2);
        clock.advance(HOUR);
        assert_eq!(clock.business(), at("2026-11-18T14:00:00Z"));
        assert_eq!(clock.machine(), at("2026-11-18T15:00:00Z"));
        clock.set_business(at("2026-01-01T00:00:00Z"));
        clock.set_machine(at("2026-01-02T00:00:00Z"));
        assert_eq!(clock.business(), at("2026-01-01T00:00:00Z"));
        assert_eq!(clock.machine(), at("2026-01-02T00:00:00Z"));
    }

    #[test]
    fn the_demos_time_goes_on_with_the_machine_and_leaves_it_alone() {
        let (machine, demo) = demo();
        machine.advance_machine(HOUR);
        assert_eq!(demo.business(), at("2026-11-18T13:00:00Z"));
        assert_eq!(demo.machine(), at("2030-01-01T01:00:00Z"));
        assert_eq!(demo.advance(HOUR * 24), at("2026-11-19T13:00:00Z"));
        assert_eq!(demo.machine(), at("2030-01-01T01:00:00Z"));
        demo.set(at("2026-12-01T00:00:00Z"));
        machine.advance_machine(HOUR);
        assert_eq!(demo.business(), at("2026-12-01T01:00:00Z"));
    }

    #[test]
    fn a_paused_demo_stands_still_can_be_moved_and_goes_on_from_there() {
        let (machine, demo) = demo();
        demo.pause(true);
        machine.advance_machine(HOUR * 5);
        assert!(demo.paused());
        assert_eq!(demo.business(), at("2026-11-18T12:00:00Z"));
        demo.advance(HOUR);
        assert_eq!(demo.business(), at("2026-11-18T13:00:00Z"));
        demo.pause(false);
        machine.advance_machine(HOUR);
        assert_eq!(demo.business(), at("2026-11-18T14:00:00Z"));
    }

    #[test]
    fn a_machine_set_back_does_not_take_the_demo_with_it() {
        let (machine, demo) = demo();
        machine.advance_machine(HOUR * -3);
        assert_eq!(demo.business(), at("2026-11-18T12:00:00Z"));
    }

    #[test]
    fn time_ends_instead_of_overflowing() {
        let (_, demo) = demo();
        assert_eq!(demo.advance(SignedDuration::MAX), Instant::MAX);
        assert_eq!(demo.advance(SignedDuration::MIN), Instant::MIN);
    }
}
