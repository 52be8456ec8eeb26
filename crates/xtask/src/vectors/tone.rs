//! Tone (`words::tone`) asked by reference vectors.
//!
//! A case passes when its verdict is right; the fault that is named is a second score and not a mark. The topic is
//! passed by the share of right verdicts a language, and by how few good texts of all languages are warned of.

use base::Language;
use serde_json::{Value, json};
use words::tone::{House, Verdict, look};

use super::topic::{Case, Measure, Question, Score, Topic};

/// Right verdicts of a language that are enough.
const RIGHT_LEAST: f64 = 0.90;
/// Good texts that pass, over all languages: at most three in a hundred are warned of.
const QUIET_LEAST: f64 = 0.97;

/// Whether a reply may go out as it is.
pub struct Tone;

impl Topic for Tone {
    fn name(&self) -> &'static str {
        "tone"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let text = question.input["text"].as_str().ok_or("no text")?;
        let language = question.language.and_then(Language::from_code).ok_or("no language of ours")?;
        let tone = look(text, language, &House::default());
        let verdict = match tone.verdict() {
            Verdict::Ok => "ok",
            Verdict::Warn => "warn",
        };
        Ok(json!({"verdict": verdict, "issue": tone.gravest().map(|issue| issue.name())}))
    }

    fn score(&self, cases: &[Case<'_>]) -> Score {
        let mut score = Score::default();
        let (mut good, mut quiet) = (0_u32, 0_u32);
        for case in cases {
            let expected = case.expect.get("verdict").unwrap_or(&Value::Null);
            let wrong = match self.answer(&case.question) {
                Ok(answer) => {
                    let said = &answer["verdict"];
                    good += u32::from(expected == "ok");
                    quiet += u32::from(expected == "ok" && said == "ok");
                    (said != expected).then(|| format!("verdict should be {expected}, is {said}"))
                }
                Err(error) => Some(error),
            };
            score.count(case, wrong);
        }
        let quiet = if good == 0 { 1.0 } else { f64::from(quiet) / f64::from(good) };
        for part in score.languages.values_mut() {
            let share = super::mood::share(part);
            part.measures = vec![
                Measure { name: "right verdicts", share, least: RIGHT_LEAST },
                Measure { name: "good texts that pass, all languages", share: quiet, least: QUIET_LEAST },
            ];
        }
        score
    }
}
