//! By when a promise is to be kept, when people are told of it, and how late one was. Pure.

use base::Instant;
use base::calendar::Calendar;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::super::states::Refusal;
use crate::model::{PromiseDue, PromiseSure};

/// Working days after which a promise without a day is looked at.
const CHECK_DAYS: u32 = 2;
/// All of the minute in which something is due still counts.
pub const MINUTE: SignedDuration = SignedDuration::from_mins(1);
/// Before a time, the keeper is reminded so long before.
const BEFORE: SignedDuration = SignedDuration::from_hours(1);
/// When a day begins where no opening hours say so.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// Nobody promises further ahead.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 366 * 2);
/// Days back within which a working day is looked for.
const NEAR: i64 = 21;

/// The hours and the zone of the business.
#[derive(Clone, Copy, Debug)]
pub struct Hours<'a> {
    /// Opening hours; without them every weekday is a working day.
    pub calendar: Option<&'a Calendar>,
    /// The zone in which days are meant.
    pub zone: &'a TimeZone,
}

impl Hours<'_> {
    /// Whether anybody works on this day.
    fn is_working(self, day: Date) -> bool {
        match self.calendar {
            Some(calendar) => !calendar.hours_on(day).is_empty(),
            None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }

    /// When work begins on this day.
    fn opening(self, day: Date) -> Option<Instant> {
        let first = self.calendar.and_then(|calendar| calendar.hours_on(day).first()).map(|one| one.from().minutes());
        let minutes = first.and_then(|minutes| i8::try_from(minutes / 60).ok().zip(i8::try_from(minutes % 60).ok()));
        let time = minutes.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()).unwrap_or(MORNING);
        let zone = self.calendar.map_or(self.zone, Calendar::zone);
        zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok()
    }

    /// The working day before this one.
    fn working_day_before(self, day: Date) -> Option<Date> {
        (1..=NEAR).filter_map(|n| day.checked_sub(n.days()).ok()).find(|day| self.is_working(*day))
    }
}

/// The last minute of a day.
#[must_use]
pub fn end_of(day: Date) -> DateTime {
    day.at(23, 59, 0, 0)
}

/// The zone in which a due was meant.
#[must_use]
pub fn zone_of(due: &PromiseDue) -> TimeZone {
    TimeZone::get(&due.zone).unwrap_or(TimeZone::UTC)
}

/// The moment from which what was due in the minute `latest` is late: all of that minute still counts.
#[must_use]
pub fn over_at(latest: Instant) -> Instant {
    latest.saturating_add(MINUTE).unwrap_or(Instant::MAX)
}

/// Whether the minute `latest` is over.
#[must_use]
pub fn is_over(latest: Instant, at: Instant) -> bool {
    at >= over_at(latest)
}

/// Whether somebody can promise this now.
///
/// # Errors
/// [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn lies_ahead(due: &PromiseDue, now: Instant) -> Result<(), Refusal> {
    if is_over(due.latest, now) {
        return Err(Refusal::TimePassed);
    }
    if due.latest.duration_since(now) > FURTHEST { Err(Refusal::TimeTooFar) } else { Ok(()) }
}

/// When a promise without a day is looked at: at the end of the second working day from now.
#[must_use]
pub fn check(now: Instant, hours: Hours<'_>) -> PromiseDue {
    let today = now.to_zoned(hours.zone.clone()).date();
    let by_calendar = hours.calendar.and_then(|calendar| calendar.working_days(now, CHECK_DAYS));
    let weekdays = || {
        let ahead = (1..=NEAR).filter_map(|n| today.checked_add(n.days()).ok());
        ahead.filter(|day| Hours { calendar: None, ..hours }.is_working(*day)).nth(1)
    };
    let day = by_calendar.or_else(weekdays).unwrap_or(today);
    let latest = hours.zone.to_ambiguous_timestamp(end_of(day)).compatible().unwrap_or(now);
    let zone = hours.zone.iana_name().unwrap_or("UTC").to_owned();
    PromiseDue { latest, day, timed: false, sure: PromiseSure::Check, zone }
}

/// When its keeper is reminded: an hour before a time; for a day when work begins on the working day before, or if that
/// is over, when it begins on the day itself. Nothing when none of these lies ahead.
#[must_use]
pub fn reminder(due: &PromiseDue, hours: Hours<'_>, now: Instant) -> Option<Instant> {
    let before = due.latest.saturating_sub(BEFORE).ok();
    if due.timed {
        return before.filter(|at| *at > now);
    }
    let day_before = hours.working_day_before(due.day).and_then(|day| hours.opening(day));
    let on_the_day = hours.opening(due.day).filter(|at| *at < due.latest);
    day_before.into_iter().chain(on_the_day).chain(before).find(|at| *at > now)
}

/// How late something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// On the same day, by so many minutes, at least one.
    Minutes(i64),
    /// So many days after the one that was said.
    Days(i64),
}

/// How late it is at `at` what was due in the minute `latest`; nothing when it is not.
#[must_use]
pub fn lateness(latest: Instant, at: Instant, zone: &TimeZone) -> Option<Lateness> {
    if !is_over(latest, at) {
        return None;
    }
    let day = |at: Instant| at.to_zoned(zone.clone()).date();
    let days = day(latest).until(day(at)).map_or(0, |span| i64::from(span.get_days()));
    if days > 0 {
        return Some(Lateness::Days(days));
    }
    Some(Lateness::Minutes(at.duration_since(latest).as_mins().max(1)))
}
