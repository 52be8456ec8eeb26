//! On which days something that recurs begins, and at which moments. Pure.
//!
//! A plan names days of the calendar; a day on which the business is closed may give way to the next or the one before
//! that is open. What falls on one day begins once, so a day is all that has to be remembered.

use base::Instant;
use base::calendar::Calendar;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Which days a plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "snake_case")]
pub enum Every {
    /// Every day.
    Day,
    /// These days of the week, 1 = Monday to 7 = Sunday.
    Week {
        /// In order, each once.
        days: Vec<i8>,
    },
    /// That day of each month; its last where it is shorter.
    Month {
        /// 1 to 31.
        day: i8,
    },
    /// That day of each year; the last of its month where that is shorter.
    Year {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
}

/// What becomes of a day on which the business is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenClosed {
    /// It stays.
    #[default]
    Leave,
    /// The next open day takes its place.
    Next,
    /// The open day before takes its place.
    Previous,
}

impl WhenClosed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Leave, Self::Next, Self::Previous];

    /// The name in forms and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Next => "next",
            Self::Previous => "previous",
        }
    }

    /// Reads [`WhenClosed::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// When something recurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Which days.
    #[serde(flatten)]
    pub every: Every,
    /// The time of day, in the zone of the business.
    pub at: Time,
    /// What becomes of closed days.
    pub closed: WhenClosed,
}

/// Days around one of a plan that are looked at for an open one; where none is, the day stays.
const NEAR: i64 = 21;
/// Days ahead within which every plan has a day: a year, and what gives way.
const AHEAD: i64 = 366 + 2 * NEAR;

impl Every {
    /// Whether there are such days at all.
    #[must_use]
    pub fn makes_sense(&self) -> bool {
        match self {
            Self::Day => true,
            Self::Week { days } => {
                !days.is_empty() && days.iter().all(|day| (1..=7).contains(day)) && days.is_sorted_by(|a, b| a < b)
            }
            Self::Month { day } => (1..=31).contains(day),
            Self::Year { month, day } => (1..=12).contains(month) && (1..=longest(*month)).contains(day),
        }
    }

    fn names(&self, date: Date) -> bool {
        match self {
            Self::Day => true,
            Self::Week { days } => days.contains(&date.weekday().to_monday_one_offset()),
            Self::Month { day } => date.day() == (*day).min(date.days_in_month()),
            Self::Year { month, day } => date.month() == *month && date.day() == (*day).min(date.days_in_month()),
        }
    }
}

/// Days of a month in a year in which it is longest.
const fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day that takes the place of one of the plan.
fn placed(plan: &Plan, calendar: Option<&Calendar>, date: Date) -> Date {
    let step = match plan.closed {
        WhenClosed::Leave => return date,
        WhenClosed::Next => 1,
        WhenClosed::Previous => -1,
    };
    let mut near = (0..=NEAR).filter_map(|n| date.checked_add((n * step).days()).ok());
    near.find(|day| calendar.is_none_or(|it| !it.hours_on(*day).is_empty())).unwrap_or(date)
}

/// The first day after `after` on which it begins; nothing only at the end of time.
#[must_use]
pub fn next_after(plan: &Plan, calendar: Option<&Calendar>, after: Date) -> Option<Date> {
    if !plan.every.makes_sense() {
        return None;
    }
    let (mut day, mut best) = (after.saturating_sub(NEAR.days()), None::<Date>);
    for _ in 0..AHEAD {
        if best.is_some_and(|best| day > best.saturating_add(NEAR.days())) {
            break;
        }
        if plan.every.names(day) {
            let on = placed(plan, calendar, day);
            if on > after && best.is_none_or(|best| on < best) {
                best = Some(on);
            }
        }
        day = day.tomorrow().ok()?;
    }
    best
}

/// The moment at which it begins on a day. A time that clocks skip comes when they have; one that they show twice, first.
#[must_use]
pub fn moment(plan: &Plan, zone: &TimeZone, day: Date) -> Option<Instant> {
    Some(day.to_datetime(plan.at).to_zoned(zone.clone()).ok()?.timestamp())
}

/// The next day to come after `now`, having begun last on `last`, and its moment.
#[must_use]
pub fn to_come(
    plan: &Plan,
    calendar: Option<&Calendar>,
    zone: &TimeZone,
    last: Option<Date>,
    now: Instant,
) -> Option<(Date, Instant)> {
    let yesterday = now.to_zoned(zone.clone()).date().yesterday().ok()?;
    let mut day = last.map_or(yesterday, |last| last.max(yesterday));
    loop {
        day = next_after(plan, calendar, day)?;
        let at = moment(plan, zone, day)?;
        if at > now {
            return Some((day, at));
        }
    }
}

/// The day that takes the place of `planned` and its moment, now that opening hours or the zone are others. `was`: the
/// calendar by which it was planned; what began by that one does not begin again. A moment that has passed by the new
/// reckoning is answered all the same: nothing of the plan is lost because somebody set the clock of the house.
#[must_use]
pub fn planned_anew(
    plan: &Plan,
    (was, is): (Option<&Calendar>, Option<&Calendar>),
    zone: &TimeZone,
    last: Option<Date>,
    planned: Date,
) -> Option<(Date, Instant)> {
    if !plan.every.makes_sense() {
        return None;
    }
    let (mut day, mut best) = (planned.saturating_sub(NEAR.days()), None::<Date>);
    for _ in 0..AHEAD + NEAR {
        if best.is_some_and(|best| day > best.saturating_add(NEAR.days())) {
            break;
        }
        if plan.every.names(day) && placed(plan, was, day) >= planned {
            let on = placed(plan, is, day);
            // Where it falls on a day that has begun, that one stands for both.
            if last.is_none_or(|last| on > last) && best.is_none_or(|best| on < best) {
                best = Some(on);
            }
        }
        day = day.tomorrow().ok()?;
    }
    let day = best?;
    Some((day, moment(plan, zone, day)?))
}

/// Of the days that have come since it was to begin on `due`, the latest: what was missed is made up for once.
#[must_use]
pub fn latest(plan: &Plan, calendar: Option<&Calendar>, zone: &TimeZone, due: Date, now: Instant) -> Date {
    let came = |day: Date| moment(plan, zone, day).is_some_and(|at| at <= now);
    // Nobody counts the days of years.
    let recently = now.to_zoned(zone.clone()).date().saturating_sub((2 * AHEAD).days());
    let mut latest = due;
    let mut day = due.max(recently);
    while let Some(next) = next_after(plan, calendar, day).filter(|day| came(*day)) {
        (latest, day) = (next, next);
    }
    latest
}

/// The next so many days after `after`, with their moments.
#[must_use]
pub fn preview(
    plan: &Plan,
    calendar: Option<&Calendar>,
    zone: &TimeZone,
    now: Instant,
    most: usize,
) -> Vec<(Date, Instant)> {
    let first = to_come(plan, calendar, zone, None, now);
    let following = |(day, _): &(Date, Instant)| {
        let day = next_after(plan, calendar, *day)?;
        Some((day, moment(plan, zone, day)?))
    };
    std::iter::successors(first, following).take(most).collect()
}

#[cfg(test)]
mod tests;
