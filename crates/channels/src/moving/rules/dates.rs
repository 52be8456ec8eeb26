//! Dates as other systems write them. What has no zone is meant in that of the business; days go before months, except
//! where a year goes first. Pure.

use base::Instant;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// Reads a date.
#[must_use]
pub fn read(text: &str, zone: &TimeZone) -> Option<Instant> {
    let text = text.trim();
    if text.len() > 60 {
        return None;
    }
    if let Ok(at) = text.parse::<Instant>() {
        return Some(at);
    }
    seconds(text).or_else(|| with_zone(text)).or_else(|| civil(text, zone)).or_else(|| mail(text))
}

/// Seconds or thousandths of them since 1970.
fn seconds(text: &str) -> Option<Instant> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    match text.len() {
        9..=10 => Instant::from_second(number).ok(),
        12..=13 => Instant::from_millisecond(number).ok(),
        _ => None,
    }
}

/// `2024-03-01 10:22:05 +0100`, `2024-03-01 10:22:05 UTC`.
fn with_zone(text: &str) -> Option<Instant> {
    let (rest, zone) = text.rsplit_once(' ')?;
    let at = civil_time(rest)?;
    if matches!(zone.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "Z") {
        return at.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    }
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest.replace(':', "")),
        ("-", rest) => (-1, rest.replace(':', "")),
        _ => return None,
    };
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let minutes = digits[..2].parse::<i32>().ok()? * 60 + digits[2..].parse::<i32>().ok()?;
    let offset = jiff::tz::Offset::from_seconds(sign * minutes * 60).ok()?;
    offset.to_timestamp(at).ok()
}

fn civil(text: &str, zone: &TimeZone) -> Option<Instant> {
    civil_time(text)?.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
}

/// As mails write it: `Fri, 01 Mar 2024 10:22:05 +0100`.
fn mail(text: &str) -> Option<Instant> {
    jiff::fmt::rfc2822::parse(text).ok().map(|zoned| zoned.timestamp())
}

fn civil_time(text: &str) -> Option<DateTime> {
    let text = text.trim().trim_end_matches(['Z', 'z']);
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (day, time.trim()),
        None => (text, ""),
    };
    Some(DateTime::from_parts(date(day.trim_end_matches(','))?, clock(time)?))
}

fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() <= 4);
    let (first, second, third) = (number(first)?, number(second)?, number(third)?);
    let (year, month, day) = if first >= 1000 { (first, second, third) } else { (third, second, first) };
    // Two digits mean this century; nobody had such a system in the last.
    let year = if (0..100).contains(&year) { year + 2000 } else { year };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn clock(text: &str) -> Option<Time> {
    if text.is_empty() {
        return Some(Time::midnight());
    }
    let text = text.split_once('.').filter(|_| text.contains(':')).map_or(text, |(whole, _)| whole);
    let parts: Option<Vec<i8>> = text.split([':', '.']).map(|part| part.parse().ok()).collect();
    match parts?.as_slice() {
        [hour, minute] => Time::new(*hour, *minute, 0, 0).ok(),
        [hour, minute, second] => Time::new(*hour, *minute, *second, 0).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_other_systems_write_them() {
        let oslo = TimeZone::get("Europe/Oslo").expect("Oslo");
        let table = [
            ("2024-03-01T10:22:05Z", "2024-03-01T10:22:05Z"),
            ("2024-03-01T10:22:05.250+01:00", "2024-03-01T09:22:05.25Z"),
            ("2024-03-01 10:22:05 UTC", "2024-03-01T10:22:05Z"),
            ("2024-03-01 10:22:05 -0500", "2024-03-01T15:22:05Z"),
            ("2024-03-01 10:22", "2024-03-01T09:22:00Z"),
            ("2024-03-01T10:22:05.123", "2024-03-01T09:22:05Z"),
            ("01.07.2024 10.22", "2024-07-01T08:22:00Z"),
            ("1/7/24 10:22", "2024-07-01T08:22:00Z"),
            ("2024-07-01", "2024-06-30T22:00:00Z"),
            ("1709288525", "2024-03-01T10:22:05Z"),
            ("1709288525000", "2024-03-01T10:22:05Z"),
            ("Fri, 01 Mar 2024 10:22:05 +0100", "2024-03-01T09:22:05Z"),
        ];
        for (text, at) in table {
            assert_eq!(read(text, &oslo).map(|at| at.to_string()).as_deref(), Some(at), "{text}");
        }
        for text in ["", "yesterday", "2024-13-01", "31.02.2024", "12", "10:22", "2024-03-01 25:00", &"1".repeat(80)] {
            assert_eq!(read(text, &oslo), None, "{text}");
        }
    }
}
