//! Opening hours, worked out a second time and in another way: minute by minute, with the rule for summer time in Europe
//! written out. Shares nothing with `base::calendar`, so that both must be wrong in the same way to agree on it.

/// A minute, in microseconds, as all times here.
pub const MINUTE: i64 = 60_000_000;
/// An hour.
pub const HOUR: i64 = 60 * MINUTE;
/// A day of 24 hours.
pub const DAY: i64 = 24 * HOUR;

/// When a business is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Monday to Friday, 8 to 16.
    Office,
    /// Every night from 22 to 6: also through the hour that comes twice, or not at all.
    Nights,
    /// Always.
    Always,
}

/// How far Oslo is ahead, in seconds, at a second since 1970: from the last Sunday of March to that of October, each at
/// 01:00 UTC, it is two hours.
fn ahead(second: i64) -> i64 {
    let year = year_of(second.div_euclid(86_400));
    let change = |month: i64| {
        let last = days_until(year, month, 31);
        let sunday = last - (last + 4).rem_euclid(7);
        sunday * 86_400 + 3_600
    };
    if (change(3)..change(10)).contains(&second) { 7_200 } else { 3_600 }
}

/// Days from 1970-01-01 to a date (Gregorian).
pub fn days_until(year: i64, month: i64, day: i64) -> i64 {
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (1970..year).map(|year| if leap(year) { 366 } else { 365 }).sum();
    let months: i64 = lengths.iter().take(usize::try_from(month - 1).unwrap_or(0)).sum();
    years + months + day - 1
}

fn leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn year_of(mut days: i64) -> i64 {
    let mut year = 1970;
    loop {
        let length = if leap(year) { 366 } else { 365 };
        if days < length {
            return year;
        }
        days -= length;
        year += 1;
    }
}

/// The day in Oslo, counted from 1970-01-01, and the second of it that its clocks show.
pub fn wall(at: i64) -> (i64, i64) {
    let second = at.div_euclid(1_000_000);
    let local = second + ahead(second);
    (local.div_euclid(86_400), local.rem_euclid(86_400))
}

/// The first moment behind `after` at which clocks in Oslo show this hour of the morning.
pub fn next_morning(after: i64, hour: i64) -> i64 {
    let mut at = after - after.rem_euclid(MINUTE) + MINUTE;
    while wall(at).1 != hour * 3_600 {
        at += MINUTE;
    }
    at
}

impl Hours {
    fn open(self, at: i64) -> bool {
        let (day, second) = wall(at);
        let hour = second / 3_600;
        // 1970-01-01 was a Thursday; 0 is Monday.
        let weekday = (day + 3).rem_euclid(7);
        match self {
            Self::Office => weekday < 5 && (8..16).contains(&hour),
            Self::Nights => !(6..22).contains(&hour),
            Self::Always => true,
        }
    }

    /// Open time from one moment to another.
    pub fn elapsed(self, from: i64, to: i64) -> i64 {
        let (mut at, mut open) = (from, 0);
        while at < to {
            let next = (at - at.rem_euclid(MINUTE) + MINUTE).min(to);
            open += if self.open(at) { next - at } else { 0 };
            at = next;
        }
        open
    }

    /// The first moment with so much open time since `from`.
    pub fn due(self, from: i64, mut left: i64) -> i64 {
        let mut at = from;
        while left > 0 {
            let next = at - at.rem_euclid(MINUTE) + MINUTE;
            if self.open(at) {
                if left <= next - at {
                    return at + left;
                }
                left -= next - at;
            }
            at = next;
        }
        at
    }

    /// As the product is told.
    pub fn as_json(self) -> Option<String> {
        let week = |days: &str, hours: &str| {
            let days = days.split(' ').map(|day| format!(r#""{day}":{hours}"#));
            format!(r#"{{"tz":"Europe/Oslo","week":{{{}}}}}"#, days.collect::<Vec<_>>().join(","))
        };
        match self {
            Self::Office => Some(week("mon tue wed thu fri", r#"[["08:00","16:00"]]"#)),
            Self::Nights => Some(week("mon tue wed thu fri sat sun", r#"[["00:00","06:00"],["22:00","24:00"]]"#)),
            Self::Always => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i64 {
        base::clock::to_micros(text.parse().expect("a time"))
    }

    #[test]
    fn simulated_hours_know_weekends_and_both_changes_of_the_clock() {
        let friday = at("2026-11-20T14:00:00Z");
        assert_eq!(Hours::Office.due(friday, 2 * HOUR), at("2026-11-23T08:00:00Z"));
        assert_eq!(Hours::Office.due(friday, HOUR), at("2026-11-20T15:00:00Z"), "closing time itself");
        assert_eq!(Hours::Office.elapsed(friday, at("2026-11-23T08:30:00Z")), 2 * HOUR + HOUR / 2);
        let (before, after) = (at("2026-10-24T20:00:00Z"), at("2026-10-25T06:00:00Z"));
        assert_eq!(Hours::Nights.elapsed(before, after), 9 * HOUR, "the hour that comes twice counts twice");
        let (before, after) = (at("2027-03-27T20:00:00Z"), at("2027-03-28T06:00:00Z"));
        assert_eq!(Hours::Nights.elapsed(before, after), 7 * HOUR, "the hour that is missing does not count");
        assert_eq!(next_morning(at("2027-03-27T20:00:00Z"), 8), at("2027-03-28T06:00:00Z"));
        assert_eq!(wall(at("2026-11-18T12:48:00Z")), (days_until(2026, 11, 18), 13 * 3_600 + 48 * 60));
    }
}
