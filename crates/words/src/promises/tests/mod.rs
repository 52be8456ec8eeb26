//! Promises in tables, in the reference cases, in cases that a generator has changed, and in any text at all.

mod any_text;
mod generator;
mod own;
mod vectors;

use base::Language;
use jiff::Zoned;

use super::{Kind, Promise, find};

/// A moment in the zone of a writer.
fn moment(local: &str, zone: &str) -> Zoned {
    let local = local.get(..16).unwrap_or(local);
    let at: jiff::civil::DateTime = local.parse().expect("a local time");
    at.in_tz(zone).expect("a zone")
}

#[test]
fn look() {
    let Ok(text) = std::env::var("TILLIT_LOOK") else { return };
    let (code, text) = text.split_once(' ').expect("two");
    let language = Language::from_code(code).expect("a language");
    let now = moment("2026-11-24T10:15", "Europe/Oslo");
    let days = crate::dates::find(text, language, &now);
    let lexicon = super::lexicon::of(language);
    for sentence in super::scan::sentences(text, lexicon, &days, now.date()) {
        for clause in super::clauses::split(&sentence.units, lexicon) {
            let units = &sentence.units[clause.units.clone()];
            println!("{:?} {:?}", clause.opener, super::subject::find(units, lexicon));
            for unit in units {
                println!("    {:?} {:?} {}", unit.sort, unit.lower, unit.set);
            }
        }
    }
    println!("{:#?}", find(text, language, &now));
}
#[test]
fn look_days() {
    let Ok(text) = std::env::var("TILLIT_LOOK") else { return };
    let (code, text) = text.split_once(' ').expect("two");
    for when in crate::dates::find(text, Language::from_code(code).expect("a language"), &moment("2026-11-24T10:15", "Europe/Oslo")) {
        println!("{:?} {} {:?} {:?}", &text[when.span.clone()], when.last, when.time, when.bound);
    }
}
#[test]
fn look_speed() {
    if std::env::var("TILLIT_LOOK").is_err() { return; }
    let now = moment("2026-11-24T10:15", "Europe/Oslo");
    let text = "Thank you for the photos, I have passed them on to our workshop and they will call you tomorrow morning. ".repeat(105);
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let days = crate::dates::find(&text, Language::En, &now);
        let dates = start.elapsed();
        let split = { let start = std::time::Instant::now(); crate::reply::split(&text); start.elapsed() };
        let found = find(&text, Language::En, &now);
        println!("{} words, {} days {dates:?}, split {split:?}, all {:?}, {} found", text.split(' ').count(), days.len(), start.elapsed() - dates - split, found.len());
    }
}
