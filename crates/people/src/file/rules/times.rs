//! When a customer wants to be reached: on which days, between which hours, by which clock; and when that is next. Pure.

use base::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::hours::Hours;

/// When a day begins for whom any hour would do.
const MORNING: u16 = 8 * 60;
/// Days ahead in which a time is looked for: a week, and some for clocks that are turned.
const AHEAD: i32 = 15;

/// Days of the week. None of them and all of them both mean any day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days(u8);

impl Days {
    /// The days of a week, as they stand in forms and in the API.
    pub const NAMES: [(&'static str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];

    /// These days, by their names. `None` when one is no day.
    #[must_use]
    pub fn read<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut days = 0;
        for name in names {
            let place = Self::NAMES.iter().position(|(known, _)| *known == name)?;
            days |= 1 << place;
        }
        Some(Self::kept(i64::from(days)))
    }

    /// As kept: a bit for each day, Monday's the lowest.
    #[must_use]
    pub fn kept(bits: i64) -> Self {
        let days = u8::try_from(bits & 127).unwrap_or(0);
        Self(if days == 127 { 0 } else { days })
    }

    /// The bits of [`Days::kept`].
    #[must_use]
    pub fn bits(self) -> i64 {
        self.0.into()
    }

    /// Whether any day is as good as another.
    #[must_use]
    pub fn is_any(self) -> bool {
        self.0 == 0
    }

    /// Whether a day is one of them.
    #[must_use]
    pub fn has(self, day: Weekday) -> bool {
        let place = u32::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        self.is_any() || self.0 & 1_u8.checked_shl(place).unwrap_or(0) != 0
    }

    /// Their names; none for any day.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        let these = Self::NAMES.iter().filter(|(_, day)| !self.is_any() && self.has(*day));
        these.map(|(name, _)| *name).collect()
    }
}

/// Days and hours together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// On which days.
    pub days: Days,
    /// Between which hours.
    pub hours: Hours,
}

impl Times {
    /// Whether any time is as good as another.
    #[must_use]
    pub fn is_any(self) -> bool {
        self.days.is_any() && self.hours.is_any()
    }

    /// Whether a moment suits, by the clock of `zone`.
    #[must_use]
    pub fn suits(self, at: Instant, zone: &TimeZone) -> bool {
        let local = at.to_zoned(zone.clone());
        let minute = minute_of(local.time());
        self.days.has(local.weekday())
            && self.hours.from.is_none_or(|from| from <= minute)
            && self.hours.until.is_none_or(|until| minute <= until)
    }

    /// The next moment after `now` at which it begins to suit, by the clock of `zone`. `None` when it suits already, and when
    /// it never does.
    #[must_use]
    pub fn next(self, now: Instant, zone: &TimeZone) -> Option<Instant> {
        if self.suits(now, zone) {
            return None;
        }
        let today = now.to_zoned(zone.clone()).date();
        (0..AHEAD).find_map(|ahead| {
            let day = today.checked_add(ahead.days()).ok()?;
            let at = self.begins(day, zone)?;
            (at > now && self.suits(at, zone)).then_some(at)
        })
    }

    /// When a day's hours begin.
    fn begins(self, day: Date, zone: &TimeZone) -> Option<Instant> {
        let minute = match (self.hours.from, self.hours.until) {
            (Some(from), _) => from,
            (None, Some(until)) if until < MORNING => 0,
            (None, _) => MORNING,
        };
        let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
        let time = Time::new(hour, minute, 0, 0).ok()?;
        zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok()
    }
}

fn minute_of(time: Time) -> u16 {
    u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    fn times(days: &str, from: &str, until: &str) -> Times {
        let days = Days::read(days.split_whitespace()).expect("days");
        Times { days, hours: Hours::read(from, until).expect("hours") }
    }

    #[test]
    fn days_are_read_and_kept_the_same_and_all_of_them_are_any() {
        let week = Days::read(["mon", "wed", "sun"]).expect("days");
        assert_eq!((week.bits(), week.names()), (0b100_0101, vec!["mon", "wed", "sun"]));
        assert_eq!(Days::kept(week.bits()), week);
        assert!(week.has(Weekday::Sunday) && !week.has(Weekday::Tuesday));
        let all = Days::read(Days::NAMES.map(|(name, _)| name)).expect("days");
        assert!(all.is_any() && all == Days::default() && all.has(Weekday::Friday) && all.names().is_empty());
        assert_eq!((Days::read(["noon"]), Days::kept(-1), Days::kept(128)), (None, Days::default(), Days::default()));
    }

    #[test]
    fn the_next_time_is_when_their_hours_begin() {
        let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
        // A Monday.
        for (wanted, now, next) in [
            // Any time suits.
            (times("", "", ""), "2026-11-23T02:00:00Z", None),
            // After four: at 13:00 in Oslo not yet, at 17:00 it does, and at midnight it is the next day's.
            (times("", "16:00", ""), "2026-11-23T12:00:00Z", Some("2026-11-23T15:00:00Z")),
            (times("", "16:00", ""), "2026-11-23T16:00:00Z", None),
            (times("", "16:00", ""), "2026-11-23T23:30:00Z", Some("2026-11-24T15:00:00Z")),
            // The last minute is theirs, the one behind it is not.
            (times("", "09:00", "11:00"), "2026-11-23T10:00:59Z", None),
            (times("", "09:00", "11:00"), "2026-11-23T10:01:00Z", Some("2026-11-24T08:00:00Z")),
            // On Thursdays: in the morning, not at midnight, unless they are early.
            (times("thu", "", ""), "2026-11-23T10:00:00Z", Some("2026-11-26T07:00:00Z")),
            (times("thu", "", "06:00"), "2026-11-23T10:00:00Z", Some("2026-11-25T23:00:00Z")),
            // On Mondays: this one's hours are over.
            (times("mon", "08:00", "09:00"), "2026-11-23T10:00:00Z", Some("2026-11-30T07:00:00Z")),
            // On Sundays in the hour that is left out when clocks are turned: the Sunday after.
            (times("sun", "02:15", "02:45"), "2026-03-28T12:00:00Z", Some("2026-04-05T00:15:00Z")),
        ] {
            assert_eq!(wanted.next(at(now), &oslo), next.map(at), "{wanted:?} {now}");
        }
    }

    proptest! {
        #[test]
        fn what_is_next_suits_lies_ahead_and_leaves_no_day_out(
            bits in 0_i64..128,
            from in proptest::option::of(0_i64..1440),
            until in proptest::option::of(0_i64..1440),
            second in 1_700_000_000_i64..1_900_000_000,
            zone in prop_oneof![Just("Europe/Oslo"), Just("Asia/Jakarta"), Just("America/St_Johns"), Just("UTC")],
        ) {
            let zone = TimeZone::get(zone).expect("a zone");
            let now = Instant::from_second(second).expect("an instant");
            let (from, until) = match (from, until) {
                (Some(from), Some(until)) if from >= until => (Some(until), None),
                other => other,
            };
            let wanted = Times { days: Days::kept(bits), hours: Hours::kept(from, until) };
            let next = wanted.next(now, &zone);
            prop_assert_eq!(next.is_none(), wanted.suits(now, &zone), "there is always a time");
            if let Some(next) = next {
                prop_assert!(next > now && wanted.suits(next, &zone));
                prop_assert!(wanted.next(next, &zone).is_none());
                let second_before = next - jiff::SignedDuration::from_secs(1);
                // Where clocks are turned an hour can be left out; everywhere else it begins on the minute.
                let on_the_minute = Some(minute_of(next.to_zoned(zone.clone()).time())) == wanted.hours.from;
                prop_assert!(!on_the_minute || wanted.hours.from == Some(0) || !wanted.suits(second_before, &zone));
                // Noon of each day between was no day of theirs.
                let (today, day) = (now.to_zoned(zone.clone()).date(), next.to_zoned(zone.clone()).date());
                for between in today.tomorrow().expect("a day").series(1.day()).take_while(|one| *one < day) {
                    let turned = between.weekday() == Weekday::Sunday || between.weekday() == Weekday::Saturday;
                    prop_assert!(turned || !wanted.days.has(between.weekday()), "{between} was left out");
                }
            }
        }
    }
}
