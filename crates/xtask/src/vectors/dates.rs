//! Dates in texts (`words::dates`) asked by reference vectors.
//!
//! A case has a text that names one date, or none. What is answered is the first that is found.

use base::Language;
use jiff::Zoned;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use words::dates::find;

use super::topic::{Question, Topic};

/// The date that a text names.
pub struct Dates;

impl Topic for Dates {
    fn name(&self) -> &'static str {
        "dates"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let of = |field: &str| question.input[field].as_str().ok_or_else(|| format!("no {field}"));
        let language = question.language.and_then(Language::from_code).ok_or("no language of ours")?;
        let now = local(of("now")?, of("tz")?)?;
        Ok(match find(of("text")?, language, &now).into_iter().next() {
            None => json!({"found": false}),
            Some(when) => json!({
                "found": true,
                "date": when.date.to_string(),
                "date_to": when.last.to_string(),
                "time": when.time.map(|time| time.strftime("%H:%M").to_string()),
            }),
        })
    }
}

/// A local time such as `2026-11-24T10:15+01:00` in its zone; the offset must be the zone's.
pub fn local(written: &str, zone: &str) -> Result<Zoned, String> {
    let zone = TimeZone::get(zone).map_err(|error| error.to_string())?;
    let (time, offset) = written.split_at_checked(16).ok_or("no local time")?;
    let time: DateTime = time.parse().map_err(|error: jiff::Error| error.to_string())?;
    let now = time.to_zoned(zone).map_err(|error| error.to_string())?;
    let said = now.strftime("%:z").to_string();
    if said == offset { Ok(now) } else { Err(format!("{written} is not the zone's own time ({said})")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(text: &str, language: Option<&str>) -> Result<Value, String> {
        let input = json!({"text": text, "now": "2026-11-24T10:15+01:00", "tz": "Europe/Oslo"});
        Dates.answer(&Question { op: "", language, calendar: None, input: &input })
    }

    #[test]
    fn the_first_date_is_answered_with_its_last_day_and_time() {
        let day = json!({"found": true, "date": "2026-11-27", "date_to": "2026-11-27", "time": "09:00"});
        assert_eq!(ask("fredag kl. 9, ikke lørdag", Some("nb")), Ok(day));
        let week = json!({"found": true, "date": "2026-11-30", "date_to": "2026-12-06", "time": null});
        assert_eq!(ask("uke 49", Some("nb")), Ok(week));
        assert_eq!(ask("takk", Some("nb")), Ok(json!({"found": false})));
    }

    #[test]
    fn a_language_we_do_not_speak_and_a_time_of_another_zone_are_errors() {
        assert!(ask("freitag", Some("de")).is_err() && ask("friday", None).is_err());
        assert!(local("2026-11-24T10:15-05:00", "Europe/Oslo").is_err() && local("today", "Europe/Oslo").is_err());
        assert!(local("2026-11-24T10:15+01:00", "Europe/Nowhere").is_err());
    }
}
