//! The service clock: measuring open time and finding due instants.
//!
//! Everything is counted on the line of instants. A zone is cut into stretches of one UTC offset each; within a
//! stretch wall time and real time run alike, so local hours become instants by one subtraction, and clipping to the
//! stretch settles every gap, repeated hour and skipped date without a rule of its own.

use std::ops::ControlFlow;

use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::Calendar;
use crate::clock::{Instant, from_micros, to_micros};

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// How far ahead due times are looked for. Longer than any goal; keeps an absurd one from running for long.
const HORIZON: i64 = 50 * 366 * DAY;

/// A time during which a clock stands still, `from` included, `until` left out; one that has not ended yet ends at
/// [`Instant::MAX`]. One that ends before it starts is empty. Pauses may overlap; they count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When the clock stops.
    pub from: Instant,
    /// When it runs again.
    pub until: Instant,
}

/// The instant `hours` real hours after `start`: what “within 24 hours” means on any day, in any zone.
#[must_use]
pub fn calendar_hours(start: Instant, hours: i64) -> Instant {
    from_micros(to_micros(start).saturating_add(hours.saturating_mul(60 * MINUTE)))
}

impl Calendar {
    /// The open time within [start, end); nothing when `end` is not after `start`.
    #[must_use]
    pub fn elapsed(&self, start: Instant, end: Instant) -> SignedDuration {
        self.elapsed_with_pauses(start, end, &[])
    }

    /// The open time within [start, end) that lies in none of the pauses.
    #[must_use]
    pub fn elapsed_with_pauses(&self, start: Instant, end: Instant, pauses: &[Pause]) -> SignedDuration {
        let pauses = union(pauses);
        let mut total = 0;
        self.walk(to_micros(start), to_micros(end), |_, open| {
            total += running(open, &pauses).map(Span::length).sum::<i64>();
            ControlFlow::<()>::Continue(())
        });
        SignedDuration::from_micros(total)
    }

    /// The first instant at which `open_minutes` open minutes have passed since `start`; it may be exactly closing
    /// time. No minutes are over at once, even when closed. `None` when it never comes (nothing open, or not within
    /// fifty years).
    #[must_use]
    pub fn due(&self, start: Instant, open_minutes: i64) -> Option<Instant> {
        self.due_with_pauses(start, open_minutes, &[])
    }

    /// The same with the time within pauses not counted. `None` also while a pause without an end holds the clock.
    #[must_use]
    pub fn due_with_pauses(&self, start: Instant, open_minutes: i64, pauses: &[Pause]) -> Option<Instant> {
        self.due_after(start, SignedDuration::from_micros(open_minutes.saturating_mul(MINUTE)), pauses)
    }

    /// The same for any open time, to the microsecond.
    #[must_use]
    pub fn due_after(&self, start: Instant, open: SignedDuration, pauses: &[Pause]) -> Option<Instant> {
        let mut left = i64::try_from(open.as_micros().max(0)).unwrap_or(i64::MAX);
        if left <= 0 {
            return Some(start);
        }
        let pauses = union(pauses);
        let from = to_micros(start);
        let horizon = from.saturating_add(HORIZON);
        // A clock that is held to the horizon and beyond needs no search of the years in between.
        let held = pauses.last().filter(|last| last.until >= horizon).map_or(horizon, |last| last.from);
        self.walk(from, horizon.min(held), |_, open| {
            for piece in running(open, &pauses) {
                if left <= piece.length() {
                    return ControlFlow::Break(from_micros(piece.from + left));
                }
                left -= piece.length();
            }
            ControlFlow::Continue(())
        })
    }

    /// The local date that is `days` working days after the one of `start`, which is not counted itself. A working
    /// day is a date on which anything is open, if only for half a day. `None` when it never comes.
    #[must_use]
    pub fn working_days(&self, start: Instant, days: u32) -> Option<Date> {
        let mut last = self.zone().to_datetime(start).date();
        if days == 0 {
            return Some(last);
        }
        let from = to_micros(start);
        let mut left = days;
        self.walk(from, from.saturating_add(HORIZON), |date, _| {
            // Dates may come twice, where clocks go back over midnight.
            if date > last {
                last = date;
                left -= 1;
            }
            if left == 0 { ControlFlow::Break(date) } else { ControlFlow::Continue(()) }
        })
    }

    /// Shows every open span within [from, until) with its local date, in order, until `see` breaks.
    fn walk<B>(&self, from: i64, until: i64, mut see: impl FnMut(Date, Span) -> ControlFlow<B>) -> Option<B> {
        let until = until.min(to_micros(Instant::MAX));
        let mut at = from;
        while at < until {
            let stretch = self.stretch(at, until);
            let local = at + stretch.offset;
            let mut midnight = local.div_euclid(DAY) * DAY - stretch.offset;
            let mut date = Offset::UTC.to_datetime(from_micros(local)).date();
            while midnight < stretch.until {
                if !self.may_open_around(date) {
                    return None;
                }
                for hours in self.hours_on(date) {
                    let at_local = |time: super::LocalTime| midnight + i64::from(time.minutes()) * MINUTE;
                    let open =
                        Span { from: at_local(hours.from()).max(at), until: at_local(hours.to()).min(stretch.until) };
                    if open.length() > 0
                        && let ControlFlow::Break(found) = see(date, open)
                    {
                        return Some(found);
                    }
                }
                midnight += DAY;
                date = date.tomorrow().ok()?;
            }
            at = stretch.until;
        }
        None
    }

    /// The offset in force at `at`, and until when it is, but no further than `limit`.
    fn stretch(&self, at: i64, limit: i64) -> Stretch {
        let instant = from_micros(at);
        let next = self.zone().following(instant).next().map_or(i64::MAX, |change| to_micros(change.timestamp()));
        let offset = i64::from(self.zone().to_offset(instant).seconds()) * 1_000_000;
        Stretch { offset, until: next.min(limit) }
    }
}

/// A time of one UTC offset, in microseconds.
struct Stretch {
    offset: i64,
    until: i64,
}

/// [from, until) in microseconds since 1970.
#[derive(Clone, Copy)]
struct Span {
    from: i64,
    until: i64,
}

impl Span {
    fn length(self) -> i64 {
        self.until - self.from
    }
}

/// The pauses without overlaps and empty ones, in order.
fn union(pauses: &[Pause]) -> Vec<Span> {
    let spans = pauses.iter().map(|pause| Span { from: to_micros(pause.from), until: to_micros(pause.until) });
    let mut spans: Vec<Span> = spans.filter(|span| span.length() > 0).collect();
    spans.sort_unstable_by_key(|span| span.from);
    spans.dedup_by(|later, kept| {
        let joined = later.from <= kept.until;
        if joined {
            kept.until = kept.until.max(later.until);
        }
        joined
    });
    spans
}

/// The parts of an open span outside the pauses (which are in order and apart).
fn running(open: Span, pauses: &[Span]) -> impl Iterator<Item = Span> {
    let ends = pauses.iter().map(move |pause| pause.from.min(open.until)).chain([open.until]);
    let starts = [open.from].into_iter().chain(pauses.iter().map(move |pause| pause.until.max(open.from)));
    starts.zip(ends).map(|(from, until)| Span { from, until }).filter(|piece| piece.length() > 0)
}
