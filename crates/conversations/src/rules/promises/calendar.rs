//! Promises as a calendar that programs subscribe to (RFC 5545). Pure.
//!
//! A day is a day, a time the moment itself. What people wrote is escaped, and lines are folded between characters, so
//! that no text can become a property of its own.

use base::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::Promise;

/// Most bytes of one line, without its end.
const LINE_MOST: usize = 75;

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The promise; one without a day is left out.
    pub promise: &'a Promise,
    /// To whom, and where it was made.
    pub about: String,
    /// Where it is seen.
    pub url: String,
}

/// A week in which somebody is on duty by the company's turns.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Its Monday; it ends with the Friday.
    pub monday: Date,
    /// What it is called.
    pub summary: String,
    /// Where it is seen.
    pub url: String,
}

/// All entries and weeks on duty as one calendar of this name.
#[must_use]
pub fn calendar(name: &str, entries: &[Entry<'_>], duties: &[Duty], now: Instant) -> String {
    let mut out = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tillit//Promises//EN", "METHOD:PUBLISH"] {
        line(&mut out, text);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for entry in entries {
        event(&mut out, entry, now);
    }
    for duty in duties {
        week(&mut out, duty, now);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn week(out: &mut String, duty: &Duty, now: Instant) {
    // The last day of an entry of whole days is the one after it.
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    for text in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:rota-{}@tillit", duty.monday),
        format!("DTSTAMP:{}", moment(now)),
        format!("DTSTART;VALUE=DATE:{}", day(duty.monday)),
        format!("DTEND;VALUE=DATE:{}", day(duty.monday.saturating_add(5.days()))),
        format!("SUMMARY:{}", escaped(&duty.summary)),
        format!("URL:{}", duty.url.replace(char::is_control, "")),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ] {
        line(out, &text);
    }
}

fn event(out: &mut String, entry: &Entry<'_>, now: Instant) {
    let Some(due) = &entry.promise.due else { return };
    let starts = if due.timed {
        format!("DTSTART:{}", moment(due.latest))
    } else {
        format!("DTSTART;VALUE=DATE:{}", due.day.strftime("%Y%m%d"))
    };
    for text in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@tillit", entry.promise.id),
        format!("DTSTAMP:{}", moment(now)),
        starts,
        format!("SUMMARY:{}", escaped(&entry.promise.words)),
        format!("DESCRIPTION:{}", escaped(&entry.about)),
        format!("URL:{}", entry.url.replace(char::is_control, "")),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ] {
        line(out, &text);
    }
}

/// A moment in UTC.
fn moment(at: Instant) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value: nothing in it ends the value or the line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' | '\r' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// Adds a line, folded so that no piece is longer than a program must read; no character is cut.
pub fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for sign in text.chars() {
        if length + sign.len_utf8() > LINE_MOST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(sign);
        length += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{due, suggested};
    use super::*;

    fn now() -> Instant {
        "2026-11-23T12:00:00Z".parse().expect("an instant")
    }

    #[test]
    fn a_day_is_a_day_and_a_time_the_moment_itself() {
        let whole = Promise { words: "Ring, takk; \\o/".into(), ..suggested(Some(due("2026-11-27"))) };
        let timed = suggested(Some(due("2026-11-27T15:00")));
        let none = suggested(None);
        let entry = |promise| Entry { promise, about: "Kari\n#1001".into(), url: "https://desk.example/c/1".into() };
        let out = calendar("Mine", &[entry(&whole), entry(&timed), entry(&none)], &[], now());
        assert!(out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && out.ends_with("END:VCALENDAR\r\n"), "{out}");
        assert_eq!(out.matches("BEGIN:VEVENT").count(), 2, "{out}");
        for line in [
            "DTSTART;VALUE=DATE:20261127",
            "DTSTART:20261127T140000Z",
            "DTSTAMP:20261123T120000Z",
            "SUMMARY:Ring\\, takk\\; \\\\o/",
            "DESCRIPTION:Kari\\n#1001",
            "URL:https://desk.example/c/1",
        ] {
            assert!(out.contains(&format!("{line}\r\n")), "{line} in {out}");
        }
    }

    #[test]
    fn a_week_on_duty_is_five_whole_days() {
        let monday = jiff::civil::date(2026, 11, 30);
        let duty = Duty { monday, summary: "Answer; 3 hours".into(), url: "https://desk.example/rota".into() };
        let out = calendar("Mine", &[], &[duty], now());
        for line in [
            "UID:rota-2026-11-30@tillit",
            "DTSTART;VALUE=DATE:20261130",
            "DTEND;VALUE=DATE:20261205",
            "SUMMARY:Answer\\; 3 hours",
        ] {
            assert!(out.contains(&format!("{line}\r\n")), "{out}");
        }
    }

    proptest! {
        #[test]
        fn no_text_becomes_a_property_and_no_line_is_too_long(words in any::<String>(), about in "\\PC{0,300}|[\r\n:;,\\\\]{0,40}") {
            let promise = Promise { words: words.clone(), ..suggested(Some(due("2026-11-27"))) };
            let entry = Entry { promise: &promise, about, url: "https://desk.example/c/1".into() };
            let out = calendar(&words, &[entry], &[], now());
            for line in out.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE_MOST && !line.chars().any(char::is_control), "{line:?}");
            }
            let whole = out.replace("\r\n ", "");
            prop_assert_eq!(whole.split_terminator("\r\n").count(), 15);
            prop_assert_eq!(whole.matches("\r\nSUMMARY:").count(), 1);
        }
    }
}
