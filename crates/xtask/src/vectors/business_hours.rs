//! The service clock (`base::calendar`) asked by reference vectors.

use base::calendar::{Calendar, Pause, calendar_hours};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::topic::{Question, Topic};

/// Elapsed open time, due instants, working days.
pub struct BusinessHours;

impl Topic for BusinessHours {
    fn name(&self) -> &'static str {
        "business_hours"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let input = question.input;
        let calendar = || -> Result<Calendar, String> {
            let written = question.calendar.ok_or("no calendar")?;
            serde_json::from_value(written.clone()).map_err(|error| error.to_string())
        };
        let start = instant(&input["start"])?;
        match question.op {
            "elapsed" => Ok(minutes(calendar()?.elapsed(start, instant(&input["end"])?))),
            "elapsed_with_pauses" => {
                let pauses = pauses(&input["pauses"])?;
                Ok(minutes(calendar()?.elapsed_with_pauses(start, instant(&input["end"])?, &pauses)))
            }
            "due" => {
                let calendar = calendar()?;
                Ok(due(calendar.due(start, whole(&input["open_minutes"])?), calendar.zone()))
            }
            "due_with_pauses" => {
                let (calendar, pauses) = (calendar()?, pauses(&input["pauses"])?);
                Ok(due(calendar.due_with_pauses(start, whole(&input["open_minutes"])?, &pauses), calendar.zone()))
            }
            "calendar_hours" => {
                let name = input["tz"].as_str().ok_or("no tz")?;
                let zone = TimeZone::get(name).map_err(|error| error.to_string())?;
                Ok(due(Some(calendar_hours(start, whole(&input["hours"])?)), &zone))
            }
            "working_days" => {
                let days = u32::try_from(whole(&input["days"])?).map_err(|error| error.to_string())?;
                Ok(json!({"due_date": calendar()?.working_days(start, days).map(|date| date.to_string())}))
            }
            other => Err(format!("unknown operation “{other}”")),
        }
    }
}

fn instant(value: &Value) -> Result<Timestamp, String> {
    let text = value.as_str().ok_or("an instant is missing")?;
    text.parse().map_err(|error: jiff::Error| error.to_string())
}

fn whole(value: &Value) -> Result<i64, String> {
    value.as_i64().ok_or_else(|| format!("{value} is not a whole number"))
}

fn pauses(value: &Value) -> Result<Vec<Pause>, String> {
    let list = value.as_array().ok_or("no pauses")?;
    list.iter().map(|pair| Ok(Pause { from: instant(&pair[0])?, until: instant(&pair[1])? })).collect()
}

fn minutes(elapsed: SignedDuration) -> Value {
    json!({"open_minutes": elapsed.as_secs_f64() / 60.0})
}

fn due(at: Option<Timestamp>, zone: &TimeZone) -> Value {
    let local = at.map(|at| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
    json!({"due": at.map(|at| at.to_string()), "due_local": local})
}
