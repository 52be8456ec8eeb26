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
mod tests {
    use base::calendar::Week;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn plan(every: Every, closed: WhenClosed) -> Plan {
        Plan { every, at: time(8, 0, 0, 0), closed }
    }

    /// Open on weekdays, but for Christmas.
    fn calendar() -> Calendar {
        let written = serde_json::json!({ "tz": "Europe/Oslo",
            "week": { "mon": [["08:00", "16:00"]], "tue": [["08:00", "16:00"]], "wed": [["08:00", "16:00"]],
                "thu": [["08:00", "16:00"]], "fri": [["08:00", "16:00"]] },
            "holidays": ["2026-12-24", "2026-12-25", "2027-01-01"] });
        serde_json::from_value(written).expect("a calendar")
    }

    fn days(plan: &Plan, after: Date, n: usize) -> Vec<String> {
        let first = next_after(plan, Some(&calendar()), after);
        let all = std::iter::successors(first, |day| next_after(plan, Some(&calendar()), *day));
        all.take(n).map(|day| day.to_string()).collect()
    }

    #[test]
    fn months_and_years_that_are_shorter_end_earlier() {
        let last = plan(Every::Month { day: 31 }, WhenClosed::Leave);
        assert_eq!(days(&last, date(2027, 12, 31), 4), ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
        let leap = plan(Every::Year { month: 2, day: 29 }, WhenClosed::Leave);
        assert_eq!(days(&leap, date(2026, 11, 23), 3), ["2027-02-28", "2028-02-29", "2029-02-28"]);
    }

    #[test]
    fn closed_days_give_way_and_what_falls_together_is_one() {
        let daily = |closed| plan(Every::Day, closed);
        let fri = date(2026, 12, 18);
        assert_eq!(days(&daily(WhenClosed::Leave), fri, 3), ["2026-12-19", "2026-12-20", "2026-12-21"]);
        assert_eq!(days(&daily(WhenClosed::Next), fri, 4), ["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-28"]);
        assert_eq!(days(&daily(WhenClosed::Previous), fri, 2), ["2026-12-21", "2026-12-22"]);
        let christmas = |closed| plan(Every::Year { month: 12, day: 25 }, closed);
        assert_eq!(days(&christmas(WhenClosed::Next), fri, 1), ["2026-12-28"]);
        assert_eq!(days(&christmas(WhenClosed::Previous), fri, 1), ["2026-12-23"]);
        // The first of the year gives way to the last year.
        let new_year = plan(Every::Month { day: 1 }, WhenClosed::Previous);
        assert_eq!(days(&new_year, date(2026, 12, 1), 2), ["2026-12-31", "2027-02-01"]);
    }

    #[test]
    fn what_makes_no_sense_never_comes() {
        for every in [
            Every::Week { days: vec![] },
            Every::Week { days: vec![0] },
            Every::Week { days: vec![2, 1] },
            Every::Week { days: vec![1, 1] },
            Every::Month { day: 0 },
            Every::Month { day: 32 },
            Every::Year { month: 2, day: 30 },
            Every::Year { month: 13, day: 1 },
        ] {
            assert!(!every.makes_sense(), "{every:?}");
            assert_eq!(next_after(&plan(every, WhenClosed::Leave), Some(&calendar()), date(2026, 1, 1)), None);
        }
    }

    #[test]
    fn skipped_hours_come_when_they_are_over_and_repeated_ones_first() {
        let zone = TimeZone::get("Europe/Oslo").expect("a zone");
        let night = Plan { every: Every::Day, at: time(2, 30, 0, 0), closed: WhenClosed::Leave };
        let told = |day| moment(&night, &zone, day).expect("a moment").to_string();
        assert_eq!(told(date(2027, 3, 28)), "2027-03-28T01:30:00Z");
        assert_eq!(told(date(2027, 10, 31)), "2027-10-31T00:30:00Z");
    }

    #[test]
    fn what_was_missed_is_made_up_for_once() {
        let zone = TimeZone::get("Europe/Oslo").expect("a zone");
        let weekly = plan(Every::Week { days: vec![1] }, WhenClosed::Leave);
        let now: Instant = "2026-11-25T12:00:00Z".parse().expect("a time");
        let due = date(2026, 10, 5);
        assert_eq!(latest(&weekly, Some(&calendar()), &zone, due, now), date(2026, 11, 23));
        assert_eq!(latest(&weekly, Some(&calendar()), &zone, date(2026, 11, 23), now), date(2026, 11, 23));
        assert_eq!(
            latest(&weekly, Some(&calendar()), &zone, date(1999, 1, 4), now),
            date(2026, 11, 23),
            "however long ago"
        );
        let (day, at) = to_come(&weekly, Some(&calendar()), &zone, None, now).expect("goes on");
        assert_eq!((day, at.to_string().as_str()), (date(2026, 11, 30), "2026-11-30T07:00:00Z"));
        let early: Instant = "2026-11-23T06:59:59Z".parse().expect("a time");
        assert_eq!(to_come(&weekly, Some(&calendar()), &zone, None, early).map(|one| one.0), Some(date(2026, 11, 23)));
        assert_eq!(
            to_come(&weekly, Some(&calendar()), &zone, Some(date(2026, 11, 23)), early).map(|one| one.0),
            Some(date(2026, 11, 30)),
            "not twice on one day"
        );
    }

    fn any_every() -> impl Strategy<Value = Every> {
        prop_oneof![
            Just(Every::Day),
            proptest::collection::btree_set(1..=7_i8, 1..=7)
                .prop_map(|days| Every::Week { days: days.into_iter().collect() }),
            (1..=31_i8).prop_map(|day| Every::Month { day }),
            (1..=12_i8, 1..=29_i8).prop_map(|(month, day)| Every::Year { month, day: day.min(longest(month)) }),
        ]
    }

    fn any_plan() -> impl Strategy<Value = Plan> {
        (any_every(), 0..24_i8, 0..60_i8, 0..3_usize).prop_map(|(every, hour, minute, closed)| Plan {
            every,
            at: time(hour, minute, 0, 0),
            closed: WhenClosed::ALL[closed],
        })
    }

    fn any_calendar() -> impl Strategy<Value = Calendar> {
        (proptest::collection::vec(any::<bool>(), 7), proptest::collection::vec(0..800_i64, 0..30)).prop_map(
            |(open, closed)| {
                let hours = || "[[\"08:00\",\"16:00\"]]";
                let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
                let week = names.iter().zip(open).filter(|(_, open)| *open);
                let week: Vec<String> = week.map(|(name, _)| format!("\"{name}\":{}", hours())).collect();
                let week: Week = serde_json::from_str(&format!("{{{}}}", week.join(","))).expect("a week");
                let holidays = closed.into_iter().map(|n| date(2026, 1, 1).saturating_add(n.days()));
                Calendar::new("Europe/Oslo", week).expect("a calendar").with_holidays(holidays)
            },
        )
    }

    proptest! {
        #[test]
        fn days_and_moments_only_go_forward(
            plan in any_plan(), calendar in any_calendar(), from in 0..700_i64,
            zone in proptest::sample::select(vec!["Europe/Oslo", "Asia/Jakarta", "America/Sao_Paulo", "Pacific/Apia"]),
        ) {
            let zone = TimeZone::get(zone).expect("a zone");
            let after = date(2026, 1, 1).saturating_add(from.days());
            let mut last = after;
            let mut moments = None;
            for _ in 0..12 {
                let Some(day) = next_after(&plan, Some(&calendar), last) else { panic!("no day after {last}") };
                prop_assert!(day > last, "{day} {last}");
                // No day between the two begins it, either.
                let between = next_after(&plan, Some(&calendar), day.yesterday().expect("a day"));
                prop_assert_eq!(between, Some(day));
                let at = moment(&plan, &zone, day).expect("a moment");
                prop_assert!(moments.is_none_or(|before| before < at));
                if plan.closed == WhenClosed::Leave {
                    prop_assert!(plan.every.names(day));
                }
                (last, moments) = (day, Some(at));
            }
        }

        #[test]
        fn an_open_day_is_found_where_one_is_near(plan in any_plan(), calendar in any_calendar(), from in 0..700_i64) {
            let after = date(2026, 1, 1).saturating_add(from.days());
            let day = next_after(&plan, Some(&calendar), after).expect("a day");
            let open = |day: Date| !calendar.hours_on(day).is_empty();
            let near = (0..=NEAR).any(|n| open(day.saturating_add(n.days())) || open(day.saturating_sub(n.days())));
            prop_assert!(plan.closed == WhenClosed::Leave || open(day) || !near || plan.every.names(day));
        }
    }
}
