//! Times, numbers, sizes and durations as each language writes them (after CLDR, 24-hour clock).
//!
//! Weekday and month names are messages; only the marks between digits are here. Zones come in as
//! values, for a reader's zone is known only to the page.

use base::{Instant, Language};
use jiff::civil::{Date, Weekday};
use jiff::{Zoned, tz::TimeZone};

use super::{Arg, Say};

const NO_BREAK_SPACE: char = '\u{a0}';

impl Say {
    /// The clock time: `13:36`, in Danish and Indonesian `13.36`.
    #[must_use]
    pub fn time(&self, at: Instant, zone: &TimeZone) -> String {
        self.clock(&at.to_zoned(zone.clone()))
    }

    /// A time near `now`: `today 13:36`, `Mon 10:26`, `12 Nov`, `12 Nov 2024`.
    #[must_use]
    pub fn day_time(&self, at: Instant, now: Instant, zone: &TimeZone) -> String {
        let (at, now) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
        let days = at.date().since(now.date()).map_or(i32::MAX, |span| span.get_days());
        let time = self.clock(&at);
        match days {
            0 => self.with("date-today", crate::args![time = time]),
            -1 => self.with("date-yesterday", crate::args![time = time]),
            1 => self.with("date-tomorrow", crate::args![time = time]),
            -6..=6 => self.with("date-weekday-time", crate::args![weekday = self.weekday(&at, "short"), time = time]),
            _ if at.year() == now.year() => {
                self.with("date-day-month", crate::args![day = i32::from(at.day()), month = self.month(&at, "short")])
            }
            _ => self.with("date-day-month-year", &self.date_args(&at, "short")),
        }
    }

    /// The day, for what lasts: `18 Nov 2026`.
    #[must_use]
    pub fn date(&self, at: Instant, zone: &TimeZone) -> String {
        self.with("date-day-month-year", &self.date_args(&at.to_zoned(zone.clone()), "short"))
    }

    /// A day that lies in no zone: `18 Nov 2026`.
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let args = crate::args![
            day = i32::from(day.day()),
            month = self.text(&format!("date-month-{}-short", day.month())),
            year = i32::from(day.year())
        ];
        self.with("date-day-month-year", args)
    }

    /// A time within its day: `Fri 15:00` today or any other day, for what is due.
    #[must_use]
    pub fn weekday_time(&self, at: Instant, zone: &TimeZone) -> String {
        let at = at.to_zoned(zone.clone());
        self.with("date-weekday-time", crate::args![weekday = self.weekday(&at, "short"), time = self.clock(&at)])
    }

    /// The whole date and time, for titles and screen readers.
    #[must_use]
    pub fn full(&self, at: Instant, zone: &TimeZone) -> String {
        let at = at.to_zoned(zone.clone());
        let mut args = self.date_args(&at, "long");
        args.push(("weekday", self.weekday(&at, "long").into()));
        args.push(("time", self.clock(&at).into()));
        self.with("date-full", &args)
    }

    /// A time to come, within a sentence: `today before 15:00`, `tomorrow, Thursday 19 November, before 15:00`,
    /// `on Monday 23 November before 09:00`. Without `now` the day is named by its date alone, for readers to
    /// whom it may be another day.
    #[must_use]
    pub fn before(&self, at: Instant, now: Option<Instant>, zone: &TimeZone) -> String {
        let at = at.to_zoned(zone.clone());
        let (day, time) = match (at.hour(), at.minute(), at.yesterday()) {
            // Nobody reads "before 00:00" as the end of the day before.
            (0, 0, Ok(day_before)) => (day_before, self.clock(&at).replacen("00", "24", 1)),
            _ => (at.clone(), self.clock(&at)),
        };
        let now = now.map(|now| now.to_zoned(zone.clone()).date());
        let days = now.and_then(|now| day.date().since(now).ok()).map(|span| span.get_days());
        let mut args = self.date_args(&day, "long");
        args.push(("weekday", self.weekday(&day, "long").into()));
        args.push(("time", time.as_str().into()));
        match days {
            Some(0) => self.with("date-before-today", crate::args![time = time.as_str()]),
            Some(1) => self.with("date-before-tomorrow", &args),
            _ => self.with("date-before", &args),
        }
    }

    /// Time left or passed, in one unit, rounded down: `12 min`, `5 h`, `2 d`.
    #[must_use]
    pub fn duration_short(&self, minutes: i64) -> String {
        let minutes = minutes.unsigned_abs();
        let (id, count) = match minutes {
            0..60 => ("duration-minutes", minutes),
            60..2880 => ("duration-hours", minutes / 60),
            _ => ("duration-days", minutes / 1440),
        };
        self.with(id, crate::args![count = i64::try_from(count).unwrap_or(i64::MAX)])
    }

    /// A size: `512 B`, `340 kB`, `1,2 MB`. Decimal units, one decimal below ten.
    #[must_use]
    pub fn bytes(&self, size: u64) -> String {
        if size < 1000 {
            return format!("{size}{NO_BREAK_SPACE}B");
        }
        let units = ["kB", "MB", "GB", "TB", "PB", "EB"];
        let (mut tenths, mut unit) = (tenths_of(size, 1000), 0);
        while tenths >= 10_000 && unit + 1 < units.len() {
            unit += 1;
            tenths = tenths_of(size, 1000_u64.pow(u32::try_from(unit).unwrap_or(0) + 1));
        }
        let mark = if self.language() == Language::En { '.' } else { ',' };
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let number = match (whole, tenth) {
            (0..10, 1..) => format!("{whole}{mark}{tenth}"),
            // Rounded from the tenths, so that 99,6 reads 100.
            _ => ((tenths + 5) / 10).to_string(),
        };
        format!("{number}{NO_BREAK_SPACE}{}", units[unit])
    }

    /// A whole number with its thousands apart: `12,345`, `12 345`, `12.345`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        let separator = match self.language() {
            Language::En => ',',
            Language::Nb | Language::Sv => NO_BREAK_SPACE,
            Language::Da | Language::Id => '.',
        };
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 2 + 3);
        if number < 0 {
            text.push('−');
        }
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    fn clock(&self, at: &Zoned) -> String {
        let mark = if matches!(self.language(), Language::Da | Language::Id) { '.' } else { ':' };
        format!("{:02}{mark}{:02}", at.hour(), at.minute())
    }

    fn date_args(&self, at: &Zoned, length: &str) -> Vec<(&'static str, Arg<'static>)> {
        vec![
            ("day", i32::from(at.day()).into()),
            ("month", self.month(at, length).into()),
            ("year", i32::from(at.year()).into()),
        ]
    }

    fn weekday(&self, at: &Zoned, length: &str) -> String {
        let day = match at.weekday() {
            Weekday::Monday => "monday",
            Weekday::Tuesday => "tuesday",
            Weekday::Wednesday => "wednesday",
            Weekday::Thursday => "thursday",
            Weekday::Friday => "friday",
            Weekday::Saturday => "saturday",
            Weekday::Sunday => "sunday",
        };
        self.text(&format!("date-{day}-{length}"))
    }

    fn month(&self, at: &Zoned, length: &str) -> String {
        self.text(&format!("date-month-{}-{length}", at.month()))
    }
}

/// Tenths of a unit, rounded to the nearest; saturates instead of overflowing.
fn tenths_of(size: u64, unit: u64) -> u64 {
    u64::try_from((u128::from(size) * 10 + u128::from(unit) / 2) / u128::from(unit)).unwrap_or(u64::MAX)
}
