//! Reckoning with days: the next Friday, the next 3 December, five working days on, Easter.
//!
//! Gregorian calendar, ISO weeks, working days Monday to Friday. Weekdays are numbers from 0, Monday. What is beyond
//! the calendar or impossible is `None`.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::atoms::Feast;

/// The longest length in days that is taken for a promise and not for a number.
const DAYS_MAX: i64 = 40_000;

/// So many days on, or back.
pub fn plus(date: Date, days: i64) -> Option<Date> {
    (-DAYS_MAX..=DAYS_MAX).contains(&days).then(|| date.checked_add(days.days()).ok())?
}

/// So many months on; the last day of a shorter month.
pub fn plus_months(date: Date, months: i64) -> Option<Date> {
    (-1200..=1200).contains(&months).then(|| date.checked_add(Span::new().months(months)).ok())?
}

/// 0 for Monday to 6 for Sunday.
pub fn weekday_of(date: Date) -> i8 {
    date.weekday().to_monday_zero_offset()
}

/// The weekday of the week that lies so many weeks on.
pub fn in_week(today: Date, weeks: i64, weekday: i8) -> Option<Date> {
    plus(today, 7 * weeks + i64::from(weekday - weekday_of(today)))
}

/// The next such weekday, a week ahead if today is one.
pub fn upcoming(today: Date, weekday: i8) -> Option<Date> {
    plus(today, i64::from((weekday - weekday_of(today) + 6).rem_euclid(7) + 1))
}

/// The last such weekday before today.
pub fn gone(today: Date, weekday: i8) -> Option<Date> {
    plus(today, -i64::from((weekday_of(today) - weekday + 6).rem_euclid(7) + 1))
}

/// So many working days on (or back), not counting today.
pub fn workdays(today: Date, days: i64) -> Option<Date> {
    (days.abs() <= DAYS_MAX).then_some(())?;
    let step = days.signum();
    let mut date = today;
    // Whole weeks at once: five working days are seven days from any day.
    let mut left = days.abs();
    if left > 10 && weekday_of(date) < 5 {
        date = plus(date, step * 7 * (left / 5))?;
        left %= 5;
    }
    while left > 0 {
        date = plus(date, step)?;
        left -= i64::from(weekday_of(date) < 5);
    }
    Some(date)
}

/// The next such day of a year, today included; 29 February waits for its leap year.
pub fn occurrence(today: Date, month: i8, day: i8) -> Option<Date> {
    let year = today.year();
    (year..=year.saturating_add(8)).filter_map(|year| Date::new(year, month, day).ok()).find(|date| *date >= today)
}

/// The next such day of a month, today included.
pub fn day_of_month(today: Date, day: i8) -> Option<Date> {
    let first = today.first_of_month();
    (0..=12).find_map(|months| {
        let month = plus_months(first, months)?;
        Date::new(month.year(), month.month(), day).ok().filter(|date| *date >= today)
    })
}

/// First and last day of the next such month, of the one we are in as well.
pub fn month(today: Date, month: i8, year: Option<i16>) -> Option<(Date, Date)> {
    let ahead = i16::from(month < today.month());
    let first = Date::new(year.unwrap_or(today.year().checked_add(ahead)?), month, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// Monday to Sunday of the next week of that number, of the one we are in as well.
pub fn week(today: Date, week: i8, year: Option<i16>) -> Option<(Date, Date)> {
    let of = |year: i16| {
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Some((monday, plus(monday, 6)?))
    };
    let this = today.iso_week_date().year();
    match year {
        Some(year) => of(year),
        None => (this..=this.saturating_add(6)).filter_map(of).find(|(_, last)| *last >= today),
    }
}

/// The next day of that name, today included.
pub fn feast(today: Date, feast: Feast) -> Option<Date> {
    let of = |year: i16| match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Easter(days) => plus(easter(year)?, i64::from(days)),
        Feast::From(month, day, weekday) => upcoming(Date::new(year, month, day).ok()?.yesterday().ok()?, weekday),
    };
    [today.year(), today.year().saturating_add(1)].into_iter().filter_map(of).find(|date| *date >= today)
}

/// Easter Sunday of a Gregorian year, by the anonymous algorithm (Nature, 1876; Meeus, *Astronomical Algorithms*).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
