//! Mood (`words::mood`) asked by reference vectors. The topic is passed by the share of right moods a language.

use base::Language;
use serde_json::{Value, json};
use words::mood::{Mood, read};

use super::topic::{Case, Measure, Part, Question, Score, Topic};

/// Right moods of a language that are enough.
const RIGHT_LEAST: f64 = 0.80;

/// The mood of a customer's message.
pub struct Moods;

impl Topic for Moods {
    fn name(&self) -> &'static str {
        "mood"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let text = question.input["text"].as_str().ok_or("no text")?;
        let language = question.language.and_then(Language::from_code).ok_or("no language of ours")?;
        let mood = match read(text, language).mood {
            Mood::Negative => "negative",
            Mood::Neutral => "neutral",
            Mood::Positive => "positive",
        };
        Ok(json!({"mood": mood}))
    }

    fn score(&self, cases: &[Case<'_>]) -> Score {
        let mut score = Score::default();
        for case in cases {
            let expected = case.expect.get("mood").unwrap_or(&Value::Null);
            let wrong = match self.answer(&case.question) {
                Ok(answer) if &answer["mood"] == expected => None,
                Ok(answer) => Some(format!("mood should be {expected}, is {}", answer["mood"])),
                Err(error) => Some(error),
            };
            score.count(case, wrong);
        }
        for part in score.languages.values_mut() {
            part.measures = vec![Measure { name: "right moods", share: share(part), least: RIGHT_LEAST }];
        }
        score
    }
}

/// The share of cases that pass, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are small")]
pub fn share(part: &Part) -> f64 {
    if part.total == 0 { 1.0 } else { part.passed as f64 / part.total as f64 }
}
