//! Which automatic backups stay: the newest of each of the last days and of the last weeks. Pure.

use std::collections::BTreeSet;

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What is wanted of automatic backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Whether one is made every day.
    pub daily: bool,
    /// Of how many days one is kept.
    pub days: u32,
    /// Of how many weeks one is kept.
    pub weeks: u32,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { daily: true, days: 7, weeks: 4 }
    }
}

const BEGIN: &str = "tillit-";
const END: &str = ".backup";
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// The name of an automatic backup that was begun at this moment; the time is told in UTC.
#[must_use]
pub fn name(at: Instant) -> String {
    format!("{BEGIN}{}{END}", at.strftime(TIME))
}

/// When the backup of this name was begun; nothing for any other file, which nobody touches.
#[must_use]
pub fn begun(name: &str) -> Option<Instant> {
    let time = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let at = jiff::civil::DateTime::strptime(TIME, time).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
    (self::name(at) == name).then_some(at)
}

/// Those of `all` that need not be kept. The newest always stays.
#[must_use]
pub fn surplus(all: &[Instant], wanted: Wanted) -> Vec<Instant> {
    let newest_first: BTreeSet<_> = all.iter().copied().map(std::cmp::Reverse).collect();
    let (mut days, mut weeks) = (Vec::new(), Vec::new());
    let mut gone = Vec::new();
    for (place, std::cmp::Reverse(at)) in newest_first.into_iter().enumerate() {
        let day = at.to_zoned(TimeZone::UTC).date();
        let first_of_day = counts(&mut days, day, wanted.days);
        let first_of_week = counts(&mut weeks, monday(day), wanted.weeks);
        if !(first_of_day || first_of_week || place == 0) {
            gone.push(at);
        }
    }
    gone
}

/// Whether this is the first of its period, and the period one of those that count.
fn counts(seen: &mut Vec<Date>, period: Date, most: u32) -> bool {
    let new = seen.last() != Some(&period);
    if new {
        seen.push(period);
    }
    new && seen.len() <= usize::try_from(most).unwrap_or(usize::MAX)
}

fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(since)).unwrap_or(day)
}

/// How old the last good backup may be before people are told.
pub const ALARM: jiff::SignedDuration = jiff::SignedDuration::from_hours(48);

/// Since when backups fail to come, if it is time to tell: `good` is the last one that is whole, `tried` when the first
/// was tried.
#[must_use]
pub fn late(wanted: Wanted, good: Option<Instant>, tried: Option<Instant>, now: Instant) -> Option<Instant> {
    let since = good.or(tried)?;
    (wanted.daily && now.duration_since(since) > ALARM).then_some(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().expect("a time")
    }

    #[test]
    fn a_name_tells_when_and_others_names_are_left_alone() {
        let moment = at("2026-11-22T03:04:05Z");
        assert_eq!(name(moment), "tillit-20261122T030405Z.backup");
        assert_eq!(begun(&name(moment)), Some(moment));
        for other in [
            "tillit-Mon.backup",
            "mine.backup",
            "tillit-20261322T030405Z.backup",
            "before-upgrade.backup",
            "tillit-20261122T030405Z.backup.partial",
            "tillit-.backup",
            "",
        ] {
            assert_eq!(begun(other), None, "{other}");
        }
    }

    #[test]
    fn one_a_day_for_a_week_and_one_a_week_for_a_month_stay() {
        let start = at("2026-08-01T03:00:00Z");
        let all: Vec<Instant> = (0..113).map(|day| start + jiff::SignedDuration::from_hours(24 * day)).collect();
        let gone = surplus(&all, Wanted::default());
        let kept: Vec<String> =
            all.iter().rev().filter(|one| !gone.contains(one)).map(|one| one.strftime("%m-%d").to_string()).collect();
        // Saturday 21 November and the six days before, and the Sundays of the weeks before.
        assert_eq!(kept, ["11-21", "11-20", "11-19", "11-18", "11-17", "11-16", "11-15", "11-08", "11-01"]);
    }

    #[test]
    fn several_of_a_day_are_one_and_the_newest_always_stays() {
        let all = ["2026-11-20T01:00:00Z", "2026-11-20T02:00:00Z", "2026-11-20T03:00:00Z"].map(at);
        assert_eq!(surplus(&all, Wanted::default()), [all[1], all[0]]);
        let none = Wanted { daily: true, days: 0, weeks: 0 };
        assert_eq!(surplus(&all, none), [all[1], all[0]]);
        assert_eq!(surplus(&[], none), []);
    }

    #[test]
    fn people_are_told_after_two_days_without_a_good_one() {
        let (then, soon, late_by) =
            (at("2026-11-20T03:00:00Z"), at("2026-11-22T03:00:00Z"), at("2026-11-22T03:00:01Z"));
        let on = Wanted::default();
        assert_eq!(late(on, Some(then), None, soon), None);
        assert_eq!(late(on, Some(then), None, late_by), Some(then));
        assert_eq!(late(on, None, Some(then), late_by), Some(then), "none was ever good");
        assert_eq!(late(on, Some(late_by), Some(then), late_by), None);
        assert_eq!(late(on, None, None, late_by), None, "none was tried yet");
        assert_eq!(late(Wanted { daily: false, ..on }, Some(then), None, late_by), None);
    }
}
