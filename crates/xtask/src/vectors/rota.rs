//! Shared work (`conversations::rules`): who is next, how even it is, and the turn of the whole company.

use std::collections::BTreeMap;

use conversations::TurnOrder;
use conversations::rules::turns::{Candidate, next};
use conversations::rules::{fairness, rota};
use jiff::Timestamp;
use jiff::civil::Date;
use people::workload::Workload;
use serde_json::{Value, json};

use super::topic::{Question, Topic};

/// The least difference that counts, absolute or relative.
const TOLERANCE: f64 = 1e-6;

/// Who works when, and how fair that is.
pub struct Rota;

impl Topic for Rota {
    fn name(&self) -> &'static str {
        "rota"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        match question.op {
            "fairness" => {
                let hours = list(question.input, "hours_per_weight")?;
                let number = |value: &Value| value.as_f64().ok_or_else(|| format!("{value} is no number"));
                let hours: Vec<f64> = hours.iter().map(number).collect::<Result<_, _>>()?;
                Ok(json!({ "jain": fairness::jain(&hours) }))
            }
            "next_assignee" => {
                let people = list(question.input, "people")?.iter().enumerate();
                let all = people.map(|(at, person)| candidate(at, person)).collect::<Result<Vec<_>, _>>()?;
                Ok(json!({ "assignee": next(&all, TurnOrder::Least).map(|one| &one.name) }))
            }
            "every_other_week" => every_other_week(question.input),
            other => Err(format!("unknown operation “{other}”")),
        }
    }

    fn agrees(&self, field: &str, expected: &Value, answer: &Value) -> bool {
        let said = &answer[field];
        match (expected.as_f64(), said.as_f64()) {
            (Some(expected), Some(said)) => (expected - said).abs() <= TOLERANCE * expected.abs().max(1.0),
            _ => expected == said,
        }
    }
}

fn list<'a>(input: &'a Value, field: &str) -> Result<&'a Vec<Value>, String> {
    input[field].as_array().ok_or_else(|| format!("no {field}"))
}

/// Somebody as the rule takes them: parts of a position in hundredths, turns numbered by their second, any day for away.
fn candidate(at: usize, person: &Value) -> Result<Candidate, String> {
    let lacks = |field: &str| format!("no {field}");
    let number = |field: &str| person[field].as_f64().ok_or_else(|| lacks(field));
    let last = person["last_assigned"].as_str().and_then(|text| text.parse::<Timestamp>().ok());
    let hundredths = format!("{:.0}", number("weight")? * 100.0);
    Ok(Candidate {
        id: format!("stf_{at:026}").parse().map_err(|_| "too many people".to_owned())?,
        name: person["name"].as_str().ok_or_else(|| lacks("name"))?.to_owned(),
        open: person["open"].as_i64().ok_or_else(|| lacks("open"))?,
        workload: Workload {
            cap: person["max_open"].as_i64(),
            weight: hundredths.parse().map_err(|_| lacks("weight"))?,
        },
        last: last.map_or(0, Timestamp::as_second),
        away_until: (person["present"] != true).then_some(Date::MAX),
        able: true,
        skilled: person["skill"] == true,
        speaks: true,
    })
}

fn every_other_week(input: &Value) -> Result<Value, String> {
    let (people, absent) = (list(input, "people")?, list(input, "absent")?);
    let count = |field: &str| input[field].as_i64().ok_or_else(|| format!("no {field}"));
    let weeks = usize::try_from(count("weeks")?).map_err(|_| "fewer than no weeks".to_owned())?;
    let away = |one: usize, week: usize| absent.iter().any(|it| it[0] == people[one] && it[1] == json!(week));
    let rota = rota::every_other_week(people.len(), weeks, away);
    let named: Vec<Vec<&Value>> = rota.iter().map(|week| week.iter().map(|one| &people[*one]).collect()).collect();
    let hours = rota::hours(&rota, people.len(), count("hours")?);
    let hours: BTreeMap<&str, i64> = people.iter().filter_map(Value::as_str).zip(hours).collect();
    Ok(json!({ "on_duty": named, "hours": hours }))
}
