//! Promises (`words::promises`) asked by reference vectors.
//!
//! A case passes whole when it is detected as it should be and, where it is dated, when its day and its last minute
//! are right. The topic is passed by four shares a language: precision and recall of what is detected, and how many of
//! the dated cases get the right day and the right last minute.

use std::collections::BTreeMap;

use base::Language;
use serde_json::{Map, Value, json};
use words::promises::{Kind, find};

use super::dates::local;
use super::topic::{Case, Measure, Question, Score, Topic};

/// What is promised, and by when.
pub struct Promises;

impl Topic for Promises {
    fn name(&self) -> &'static str {
        "promises"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let text = |field: &str| question.input[field].as_str().ok_or_else(|| format!("no {field}"));
        let language = question.language.and_then(Language::from_code).ok_or("no language of ours")?;
        let found = find(text("text")?, language, &local(text("now")?, text("tz")?)?);
        let binding = || found.iter().filter(|promise| matches!(promise.kind, Kind::Dated | Kind::Open));
        let due = binding().filter_map(|promise| promise.due.as_ref()).min_by(|a, b| a.latest.cmp(&b.latest));
        let due = due.map(|due| {
            let latest = due.latest.strftime("%Y-%m-%dT%H:%M%:z").to_string();
            json!({"date": due.date.to_string(), "latest": latest})
        });
        Ok(json!({"detected": binding().next().is_some(), "due": due}))
    }

    fn score(&self, cases: &[Case<'_>]) -> Score {
        let mut score = Score::default();
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for case in cases {
            let tally = tallies.entry(case.question.language.unwrap_or_default()).or_default();
            let wrong = match self.answer(&case.question) {
                Ok(answer) => tally.count(case.expect, &answer),
                Err(error) => Some(error),
            };
            score.count(case, wrong);
        }
        for (language, part) in &mut score.languages {
            part.measures = tallies.get(language.as_str()).map(Tally::measures).unwrap_or_default();
        }
        score
    }
}

/// The cases of one language, counted.
#[derive(Debug, Default)]
struct Tally {
    right: usize,
    missed: usize,
    false_alarms: usize,
    dated: usize,
    right_day: usize,
    right_latest: usize,
}

impl Tally {
    /// Counts an answer; what is wrong with it, if anything is.
    fn count(&mut self, expect: &Map<String, Value>, answer: &Value) -> Option<String> {
        let mut wrong = None;
        let (wanted, said) = (expect.get("detected") == Some(&json!(true)), answer["detected"] == true);
        match (wanted, said) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.false_alarms += 1,
            (false, false) => {}
        }
        if wanted != said {
            wrong = Some(format!("detected should be {wanted}, is {said}"));
        }
        if expect.get("kind") == Some(&json!("dated")) && expect.get("due").is_some_and(Value::is_object) {
            let (day, latest) = due_is_right(expect, &answer["due"]);
            self.dated += 1;
            self.right_day += usize::from(day);
            self.right_latest += usize::from(latest);
            if !(day && latest) {
                wrong = wrong.or_else(|| Some(format!("due should be {}, is {}", expect["due"], answer["due"])));
            }
        }
        wrong
    }

    fn measures(&self) -> Vec<Measure> {
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        let measure = |name, share, least| Measure { name, share, least };
        vec![
            measure("precision", share(self.right, self.right + self.false_alarms), 0.95),
            measure("recall", share(self.right, self.right + self.missed), 0.92),
            measure("day", share(self.right_day, self.dated), 0.93),
            measure("latest", share(self.right_latest, self.dated), 0.93),
        ]
    }
}

/// Whether day and last minute are right. Another accepted day has a last minute of its own; where another bound
/// counts as well, so does the day's own last minute and the one of the day before.
fn due_is_right(expect: &Map<String, Value>, said: &Value) -> (bool, bool) {
    let due = &expect["due"];
    let is_the_day = due["date"] == said["date"];
    let is_accepted =
        expect.get("also_accepted_dates").and_then(Value::as_array).is_some_and(|days| days.contains(&said["date"]));
    let day = !said.is_null() && (is_the_day || is_accepted);
    let latest = day && (due["latest"] == said["latest"] || !is_the_day || due.get("bound_also").is_some());
    (day, latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(expect: Value, answer: &Value) -> (Tally, Option<String>) {
        let mut tally = Tally::default();
        let wrong = tally.count(expect.as_object().expect("an object"), answer);
        (tally, wrong)
    }

    #[test]
    fn a_dated_case_needs_its_day_and_its_last_minute() {
        let due = json!({"date": "2026-11-27", "latest": "2026-11-27T23:59+01:00"});
        let expect = json!({"detected": true, "kind": "dated", "due": due, "also_accepted_dates": ["2026-12-04"]});
        let answer = |date: &str, latest: &str| json!({"detected": true, "due": {"date": date, "latest": latest}});
        let right = |date, latest| count(expect.clone(), &answer(date, latest)).1.is_none();
        assert!(right("2026-11-27", "2026-11-27T23:59+01:00") && right("2026-12-04", "2026-12-04T23:59+01:00"));
        assert!(!right("2026-11-27", "2026-11-26T23:59+01:00") && !right("2026-11-28", "2026-11-28T23:59+01:00"));
        assert!(count(expect, &json!({"detected": false, "due": null})).1.is_some());
    }

    #[test]
    fn what_is_missed_and_what_is_made_up_lower_different_shares() {
        let (missed, wrong) =
            count(json!({"detected": true, "kind": "open"}), &json!({"detected": false, "due": null}));
        assert!(wrong.is_some() && missed.measures()[1].share < 0.5 && missed.measures()[0].share > 0.5);
        let (made_up, _) = count(json!({"detected": false, "kind": "none"}), &json!({"detected": true, "due": null}));
        assert!(made_up.measures()[0].share < 0.5 && made_up.measures()[1].share > 0.5);
    }
}
