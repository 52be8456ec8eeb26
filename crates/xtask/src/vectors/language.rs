//! Language detection (`words::language`) asked by reference vectors.
//!
//! A case has one right answer (`language`) or several (`accept`), where `und` is “cannot tell” and `other` is
//! “none of the five”.

use serde_json::{Value, json};
use words::language::{Detected, detect};

use super::topic::{Question, Topic};

/// What a short text is written in.
pub struct Detection;

impl Topic for Detection {
    fn name(&self) -> &'static str {
        "language"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let text = question.input["text"].as_str().ok_or("no text")?;
        let said = match detect(text) {
            Detected::Known(language) => language.code(),
            Detected::Other => "other",
            Detected::Unknown => "und",
        };
        Ok(json!({"language": said}))
    }

    fn agrees(&self, field: &str, expected: &Value, answer: &Value) -> bool {
        let said = &answer["language"];
        match expected.as_array() {
            Some(several) if field == "accept" => several.contains(said),
            _ => field == "language" && expected == said,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_passes_with_its_one_answer_or_with_any_that_is_accepted() {
        let answer = json!({"language": "und"});
        let agrees = |field, expected| Detection.agrees(field, &expected, &answer);
        assert!(agrees("accept", json!(["nb", "und"])) && agrees("language", json!("und")));
        assert!(!agrees("accept", json!(["nb"])) && !agrees("language", json!("nb")) && !agrees("mood", json!("und")));
    }
}
