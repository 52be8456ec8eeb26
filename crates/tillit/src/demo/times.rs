//! When people write and when we answer: waking hours, hours of duty, weekdays and sums in words.

use base::{Instant, Language};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _, Zoned};

/// The zone our business lives in.
#[must_use]
pub fn oslo() -> TimeZone {
    zone(Language::Nb)
}

/// The zone a customer of that language lives in.
#[must_use]
pub fn zone(language: Language) -> TimeZone {
    let name = match language {
        Language::En => "Europe/London",
        Language::Nb => "Europe/Oslo",
        Language::Sv => "Europe/Stockholm",
        Language::Da => "Europe/Copenhagen",
        Language::Id => "Asia/Jakarta",
    };
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// `at` and so many minutes; the end of time when that is beyond it.
#[must_use]
pub fn plus_minutes(at: Instant, minutes: i64) -> Instant {
    at.checked_add(SignedDuration::from_secs(minutes.saturating_mul(60))).unwrap_or(at)
}

/// Minutes from `from` to `to`.
#[must_use]
pub fn minutes_between(from: Instant, to: Instant) -> i64 {
    to.duration_since(from).as_mins()
}

/// The moment when so many minutes of duty have passed since `from`: weekdays 8 to 20, weekends 10 to 14.
#[must_use]
pub fn on_duty(from: Instant, minutes: i64) -> Instant {
    let zone = oslo();
    let mut left = SignedDuration::from_secs(minutes.max(0).saturating_mul(60));
    let mut date = from.to_zoned(zone.clone()).date();
    for _ in 0..400 {
        let (open, close) = match date.weekday() {
            Weekday::Saturday | Weekday::Sunday => (10, 14),
            _ => (8, 20),
        };
        if let (Some(open), Some(close)) = (hour(date, open, &zone), hour(date, close, &zone)) {
            let begin = open.max(from);
            let span = close.duration_since(begin);
            if span > left {
                return begin.checked_add(left).unwrap_or(begin);
            }
            if span.is_positive() {
                left -= span;
            }
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    from
}

fn hour(date: Date, hour: i8, zone: &TimeZone) -> Option<Instant> {
    date.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
}

/// The same moment when customers of that language are awake (7 to 23), else a while after they got up.
#[must_use]
pub fn awake(at: Instant, language: Language) -> Instant {
    let local = at.to_zoned(zone(language));
    let up = |day: &Zoned| -> Option<Instant> {
        let seven = hour(day.date(), 7, &zone(language))?;
        // The minute of the hour spreads them out, so that not all write at seven sharp.
        Some(plus_minutes(seven, 3 + 2 * i64::from(local.minute()) + i64::from(local.hour() % 7)))
    };
    let moved = match local.hour() {
        0..7 => up(&local),
        23.. => local.checked_add(1.day()).ok().and_then(|next| up(&next)),
        _ => None,
    };
    moved.unwrap_or(at)
}

/// The name of the working day `days` working days after `at`, as it stands in a sentence.
#[must_use]
pub fn weekday_after(at: Instant, days: u8, language: Language) -> &'static str {
    let mut date = at.to_zoned(oslo()).date();
    let mut left = days;
    while left > 0 {
        let Ok(next) = date.tomorrow() else { break };
        date = next;
        if !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    weekday_name(date.weekday(), language)
}

/// A weekday in that language.
#[must_use]
pub fn weekday_name(day: Weekday, language: Language) -> &'static str {
    const NAMES: [[&str; 7]; 5] = [
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
        ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
        ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
        ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    ];
    let row = match language {
        Language::En => NAMES[0],
        Language::Nb => NAMES[1],
        Language::Sv => NAMES[2],
        Language::Da => NAMES[3],
        Language::Id => NAMES[4],
    };
    row.get(usize::try_from(day.to_monday_zero_offset()).unwrap_or(0)).copied().unwrap_or(row[0])
}

/// A price in kroner as customers of that language write it.
#[must_use]
pub fn money(kroner: u32, language: Language) -> String {
    match language {
        Language::En => format!("{} kroner", grouped(kroner, ',')),
        Language::Nb => format!("{} kroner", grouped(kroner, '\u{a0}')),
        Language::Sv => format!("{} kronor", grouped(kroner, '\u{a0}')),
        Language::Da => format!("{} kroner", grouped(kroner, '.')),
        Language::Id => format!("Rp\u{a0}{}", grouped(kroner.saturating_mul(1500), '.')),
    }
}

fn grouped(number: u32, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    #[test]
    fn duty_runs_on_over_nights_and_shorter_weekends() {
        // Friday 19:30 in Oslo and an hour: half of it on Saturday from ten.
        assert_eq!(on_duty(at("2026-11-13T18:30:00Z"), 60), at("2026-11-14T09:30:00Z"));
        assert_eq!(on_duty(at("2026-11-18T12:00:00Z"), 10), at("2026-11-18T12:10:00Z"));
        assert_eq!(on_duty(at("2026-11-18T02:00:00Z"), 0), at("2026-11-18T07:00:00Z"));
        // Sunday after closing: Monday at eight.
        assert_eq!(on_duty(at("2026-11-15T18:00:00Z"), 5), at("2026-11-16T07:05:00Z"));
    }

    #[test]
    fn nobody_writes_in_their_sleep() {
        let midnight = at("2026-11-18T23:30:00Z");
        assert_eq!(awake(midnight, Language::Id), at("2026-11-19T01:09:00Z"));
        assert_eq!(awake(at("2026-11-18T12:00:00Z"), Language::Nb), at("2026-11-18T12:00:00Z"));
        let late = awake(at("2026-11-18T22:10:00Z"), Language::Sv);
        assert_eq!(late, at("2026-11-19T06:25:00Z"));
    }

    #[test]
    fn sums_and_weekdays_are_written_as_people_write_them() {
        assert_eq!(money(38_900, Language::Da), "38.900 kroner");
        assert_eq!(money(649, Language::En), "649 kroner");
        assert_eq!(money(1_234_567, Language::En), "1,234,567 kroner");
        assert_eq!(money(649, Language::Id), "Rp\u{a0}973.500");
        assert_eq!(weekday_after(at("2026-11-13T12:00:00Z"), 1, Language::Sv), "måndag");
        assert_eq!(weekday_after(at("2026-11-18T12:00:00Z"), 2, Language::Id), "Jumat");
    }
}
