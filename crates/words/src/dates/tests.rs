//! Dates against the reference vectors, against everyday expressions of our own, and against noise.

mod da;
mod doubts;
mod en;
mod id;
mod nb;
mod noise;
mod sv;
mod systematic;
mod vectors;

use base::Language;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::*;

/// Tuesday, 24 November 2026, a quarter past ten, where the language is at home.
fn now(language: Language) -> Zoned {
    at(language, "2026-11-24T10:15")
}

fn at(language: Language, time: &str) -> Zoned {
    let zone = match language {
        Language::En => "America/New_York",
        Language::Nb => "Europe/Oslo",
        Language::Sv => "Europe/Stockholm",
        Language::Da => "Europe/Copenhagen",
        Language::Id => "Asia/Jakarta",
    };
    let zone = TimeZone::get(zone).expect("a zone");
    time.parse::<DateTime>().expect("a time").to_zoned(zone).expect("in the calendar")
}

/// A reading in short: `12-03`, `11-30..12-04` for a range, a time, the bound unless it is “on”, `past`.
fn short(when: &When) -> String {
    let day = |date: jiff::civil::Date| {
        let year = if date.year() == 2026 { String::new() } else { format!("{}-", date.year()) };
        format!("{year}{:02}-{:02}", date.month(), date.day())
    };
    let mut said = day(when.date);
    if when.last != when.date {
        said = format!("{said}..{}", day(when.last));
    }
    if let Some(time) = when.time {
        said = format!("{said} {:02}:{:02}", time.hour(), time.minute());
    }
    said += match when.bound {
        Bound::On => "",
        Bound::By => " by",
        Bound::Before => " before",
        Bound::Within => " within",
    };
    if when.past { said + " past" } else { said }
}

/// Asks every expression; those without a date expect nothing, those with two have a semicolon.
fn ask(language: Language, cases: &[(&str, &str)]) {
    let now = now(language);
    let wrong = cases.iter().filter_map(|(text, expected)| {
        let said = find(text, language, &now).iter().map(short).collect::<Vec<_>>().join("; ");
        (said != *expected).then(|| format!("“{text}” should be “{expected}”, is “{said}”"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
