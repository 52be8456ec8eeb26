//! The reference cases: precision and recall of what is detected, and how often the due time is right.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Kind, Language, Promise, Zoned, find, moment};
use crate::dates::Bound;

/// A reference case.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: String,
    pub language: Language,
    pub text: String,
    pub now: Zoned,
    pub expect: Value,
}

/// The cases that are scored.
pub fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/promises.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("the file")).expect("it is JSON");
    let cases = file["cases"].as_array().expect("cases");
    let read = |case: &Value| {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let input = &case["input"];
        Case {
            id: text(&case["id"]),
            language: Language::from_code(&text(&case["language"])).expect("one of ours"),
            text: text(&input["text"]),
            now: moment(&text(&input["now"]), &text(&input["tz"])),
            expect: case["expect"].clone(),
        }
    };
    cases.iter().filter(|case| case["scored"] != Value::Bool(false)).map(read).collect()
}

/// How a set of cases did.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub right: usize,
    pub missed: usize,
    pub false_alarms: usize,
    pub dated: usize,
    pub day: usize,
    pub latest: usize,
    pub wrong: Vec<String>,
}

impl Tally {
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.false_alarms)
    }

    pub fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    pub fn count(&mut self, case: &Case) {
        let found = find(&case.text, case.language, &case.now);
        let binding = |promise: &&Promise| matches!(promise.kind, Kind::Dated | Kind::Open);
        let due = found
            .iter()
            .filter(binding)
            .filter_map(|promise| promise.due.as_ref())
            .min_by(|a, b| a.latest.cmp(&b.latest));
        let detected = found.iter().any(|promise| binding(&promise));
        match (case.expect["detected"] == Value::Bool(true), detected) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.false_alarms += 1,
            (false, false) => {}
        }
        let mut fault = (case.expect["detected"] != Value::Bool(detected)).then(|| "detected".to_owned());
        let expected = &case.expect["due"];
        if case.expect["kind"] == "dated" && expected.is_object() {
            self.dated += 1;
            let day = due.map(|due| due.date.to_string());
            let also = case.expect["also_accepted_dates"].as_array().cloned().unwrap_or_default();
            let accepted =
                |day: &String| expected["date"] == day.as_str() || also.iter().any(|also| *also == day.as_str());
            let day_right = day.as_ref().is_some_and(accepted);
            let wanted = expected["latest"].as_str().unwrap_or_default().get(..16).unwrap_or_default().to_owned();
            let latest = due.map(|due| due.latest.strftime("%Y-%m-%dT%H:%M").to_string());
            let other_day = day_right && day.as_deref() != expected["date"].as_str();
            let other_bound = expected["bound_also"].is_string()
                && due.is_some_and(|due| matches!(due.bound, Bound::By | Bound::Before | Bound::On));
            self.day += usize::from(day_right);
            let latest_right = latest.as_ref() == Some(&wanted) || other_day || day_right && other_bound;
            self.latest += usize::from(latest_right);
            if !(day_right && latest_right) {
                fault = fault.or_else(|| Some(format!("due {day:?} {latest:?}, not {wanted}")));
            }
        }
        if let Some(fault) = fault {
            let kinds: Vec<_> = found.iter().map(|promise| (promise.kind, promise.who)).collect();
            self.wrong.push(format!("{} {fault}: {} {kinds:?} expected {}", case.id, case.text, case.expect["kind"]));
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// FNV-1a of the id halves the cases: tables were made with the one half before the eyes, the other was only counted.
pub fn seen(case: &Case) -> bool {
    seen_id(&case.id)
}

pub fn seen_id(id: &str) -> bool {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    (id.bytes().fold(0xcbf2_9ce4_8422_2325, fold) >> 7) % 2 == 0
}

pub fn tallies(cases: &[Case]) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&'static str, Tally> = BTreeMap::new();
    for case in cases {
        tallies.entry(case.language.code()).or_default().count(case);
    }
    tallies
}

fn report(name: &str, cases: &[Case], told: bool) -> String {
    let mut out = format!("{name}\n");
    for (language, tally) in tallies(cases) {
        out += &format!(
            "  {language}: precision {:.3} recall {:.3} day {}/{} latest {}/{}\n",
            tally.precision(),
            tally.recall(),
            tally.day,
            tally.dated,
            tally.latest,
            tally.dated
        );
        for wrong in tally.wrong.iter().filter(|_| told) {
            out += &format!("      {wrong}\n");
        }
    }
    out
}

#[test]
fn promises_of_the_vectors_are_found() {
    let (seen, unseen): (Vec<_>, Vec<_>) = cases().into_iter().partition(seen);
    let told = std::env::var("TILLIT_TOLD").is_ok_and(|told| told == "all");
    let whole = [&seen[..], &unseen[..]].concat();
    let report = report("half looked at", &seen, true) + &report("other half", &unseen, told);
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    for tally in tallies(&whole).values() {
        let due = share(tally.day, tally.dated).min(share(tally.latest, tally.dated));
        assert!(tally.precision() >= 0.95 && tally.recall() >= 0.92 && due >= 0.93, "\n{report}");
    }
    if let Ok(path) = std::env::var("TILLIT_REPORT") {
        std::fs::write(path, &report).expect("written");
    }
}
