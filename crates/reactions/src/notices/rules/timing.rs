//! When a notice is mailed: at once, after quiet hours, with the digest, or never. Pure; the days are the business's.

use base::Instant;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};

/// Minutes of a day.
pub const DAY: u16 = 24 * 60;

/// How one is told something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = NoticeWay)]
pub enum Way {
    /// In the desk.
    Desk,
    /// In the desk, and by a mail of its own at once.
    Mail,
    /// In the desk, and in the digest.
    Digest,
    /// Not at all.
    Off,
}

impl Way {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Desk, Self::Mail, Self::Digest, Self::Off];

    /// The name in forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Mail => "mail",
            Self::Digest => "digest",
            Self::Off => "off",
        }
    }

    /// Reads [`Way::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// When nothing is mailed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quiet {
    /// Each day between these two minutes after midnight, also over midnight.
    pub hours: Option<(u16, u16)>,
    /// All day, on these days: 1 is Monday, 7 Sunday.
    pub days: Vec<i8>,
}

impl Quiet {
    /// Whether nothing is mailed at this moment.
    #[must_use]
    pub fn holds(&self, at: Instant, zone: &TimeZone) -> bool {
        let local = at.to_zoned(zone.clone());
        let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or_default();
        let by_hour = self.hours.is_some_and(|(from, until)| match from.cmp(&until) {
            std::cmp::Ordering::Less => from <= minute && minute < until,
            std::cmp::Ordering::Equal => false,
            std::cmp::Ordering::Greater => from <= minute || minute < until,
        });
        by_hour || self.days.contains(&local.weekday().to_monday_one_offset())
    }

    /// The first moment from `at` on when something is mailed.
    #[must_use]
    pub fn over(&self, at: Instant, zone: &TimeZone) -> Instant {
        if !self.holds(at, zone) {
            return at;
        }
        let day = at.to_zoned(zone.clone()).date();
        let ends = |day: Date| {
            let hour = self.hours.map(|(_, until)| until);
            [Some(0), hour].into_iter().flatten().filter_map(move |minute| on(day, minute, zone))
        };
        let mut days = vec![day];
        for n in 1..=8 {
            days.extend(day.checked_add(n.days()).ok());
        }
        let first = days.into_iter().flat_map(ends).filter(|end| *end > at && !self.holds(*end, zone)).min();
        // Whatever is chosen, a week and a day of silence is the most.
        first.unwrap_or_else(|| at.saturating_add(SignedDuration::from_hours(24 * 8)).unwrap_or(at))
    }
}

/// A minute of a day, there; the first moment behind it when clocks skip it.
fn on(day: Date, minute: u16, zone: &TimeZone) -> Option<Instant> {
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(day.to_datetime(time).to_zoned(zone.clone()).ok()?.timestamp())
}

/// When a notice of `at` is mailed, if it is. `digest` is the hour of the digest.
#[must_use]
pub fn mailed(way: Way, at: Instant, quiet: &Quiet, digest: u8, zone: &TimeZone) -> Option<Instant> {
    match way {
        Way::Desk | Way::Off => None,
        Way::Mail => Some(quiet.over(at, zone)),
        Way::Digest => {
            let day = at.to_zoned(zone.clone()).date();
            let hour = |day: Date| on(day, u16::from(digest.min(23)) * 60, zone).filter(|when| *when > at);
            let next = hour(day).or_else(|| hour(day.checked_add(1.days()).ok()?))?;
            Some(quiet.over(next, zone))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn oslo() -> TimeZone {
        TimeZone::get("Europe/Oslo").expect("a zone")
    }

    fn at(text: &str) -> Instant {
        let local: jiff::civil::DateTime = text.parse().expect("a time");
        local.to_zoned(oslo()).expect("a time").timestamp()
    }

    fn nights(days: &[i8]) -> Quiet {
        Quiet { hours: Some((17 * 60, 8 * 60)), days: days.to_vec() }
    }

    /// 18 November 2026 is a Wednesday.
    #[test]
    fn what_falls_into_quiet_hours_is_mailed_afterwards() {
        let lunch = Quiet { hours: Some((11 * 60 + 30, 12 * 60)), days: vec![] };
        for (quiet, from, until) in [
            (Quiet::default(), "2026-11-18T03:00", "2026-11-18T03:00"),
            (nights(&[]), "2026-11-18T12:00", "2026-11-18T12:00"),
            (nights(&[]), "2026-11-18T16:59", "2026-11-18T16:59"),
            (nights(&[]), "2026-11-18T17:00", "2026-11-19T08:00"),
            (nights(&[]), "2026-11-19T07:59", "2026-11-19T08:00"),
            (nights(&[]), "2026-11-19T08:00", "2026-11-19T08:00"),
            (nights(&[6, 7]), "2026-11-20T18:00", "2026-11-23T08:00"),
            (nights(&[6, 7]), "2026-11-21T12:00", "2026-11-23T08:00"),
            (Quiet { hours: None, days: vec![6, 7] }, "2026-11-21T12:00", "2026-11-23T00:00"),
            (lunch.clone(), "2026-11-18T11:45", "2026-11-18T12:00"),
            (Quiet { days: vec![3], ..lunch }, "2026-11-18T11:45", "2026-11-19T00:00"),
            (Quiet { hours: Some((600, 600)), days: vec![] }, "2026-11-18T10:00", "2026-11-18T10:00"),
            // Every day: silence has an end all the same.
            (Quiet { hours: None, days: (1..=7).collect() }, "2026-11-18T12:00", "2026-11-26T12:00"),
        ] {
            assert_eq!(quiet.over(at(from), &oslo()), at(until), "{quiet:?} from {from}");
        }
    }

    #[test]
    fn the_digest_comes_at_its_hour_and_after_quiet_hours() {
        for (quiet, digest, from, until) in [
            (Quiet::default(), 9, "2026-11-18T08:59", "2026-11-18T09:00"),
            (Quiet::default(), 9, "2026-11-18T09:00", "2026-11-19T09:00"),
            (Quiet::default(), 0, "2026-11-18T09:00", "2026-11-19T00:00"),
            (nights(&[]), 20, "2026-11-18T09:00", "2026-11-19T08:00"),
            (nights(&[6, 7]), 9, "2026-11-20T12:00", "2026-11-23T08:00"),
        ] {
            let found = mailed(Way::Digest, at(from), &quiet, digest, &oslo());
            assert_eq!(found, Some(at(until)), "{quiet:?} {digest} from {from}");
        }
        let noon = at("2026-11-18T12:00");
        assert_eq!(mailed(Way::Mail, noon, &Quiet::default(), 9, &oslo()), Some(noon));
        assert_eq!(mailed(Way::Desk, noon, &Quiet::default(), 9, &oslo()), None);
        assert_eq!(mailed(Way::Off, noon, &Quiet::default(), 9, &oslo()), None);
    }

    #[test]
    fn quiet_hours_never_end_before_they_begin_and_nothing_is_mailed_in_them() {
        // Over the nights when clocks change as well: 25 October 2026 and 28 March 2027.
        for start in ["2026-10-24T00:00", "2027-03-27T00:00", "2026-11-16T00:00"] {
            for (from, until) in [(0, 1439), (1320, 360), (150, 170), (60, 1380)] {
                for days in [vec![], vec![6, 7], vec![1, 3, 5]] {
                    let quiet = Quiet { hours: Some((from, until)), days };
                    for n in 0..(4 * 24 * 3) {
                        let moment = at(start) + SignedDuration::from_mins(15 * n);
                        let over = quiet.over(moment, &oslo());
                        assert!(over >= moment && !quiet.holds(over, &oslo()), "{quiet:?} {moment} {over}");
                        assert_eq!(over == moment, !quiet.holds(moment, &oslo()));
                    }
                }
            }
        }
    }
}
