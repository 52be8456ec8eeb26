//! What a topic of reference vectors is: its cases, how rules are asked, how answers are scored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::same;

/// Rules that answer the cases of one topic file.
pub trait Topic {
    /// The `topic` of its file.
    fn name(&self) -> &'static str;

    /// What our rules say. It calls the very functions the server calls.
    ///
    /// # Errors
    /// When the question is not one the rules can be asked; the case then fails.
    fn answer(&self, question: &Question<'_>) -> Result<Value, String>;

    /// Whether the answer is right in one field that is expected.
    fn agrees(&self, field: &str, expected: &Value, answer: &Value) -> bool {
        answer.get(field).is_some_and(|said| same(expected, said))
    }

    /// Asks every case. One passes when every field that is expected is in the answer as expected.
    fn score(&self, cases: &[Case<'_>]) -> Score {
        let mut score = Score::default();
        for case in cases {
            let wrong = match self.answer(&case.question) {
                Ok(answer) => case.difference(&answer, |field, expected| self.agrees(field, expected, &answer)),
                Err(error) => Some(error),
            };
            score.count(case, wrong);
        }
        score
    }
}

/// All that rules learn of a case.
#[derive(Debug)]
pub struct Question<'a> {
    /// The operation, where a topic has several.
    pub op: &'a str,
    /// The calendar the case names, as written in the file.
    pub calendar: Option<&'a Value>,
    /// The code of the language that its text is written in, where a topic has texts.
    pub language: Option<&'a str>,
    /// The input.
    pub input: &'a Value,
}

/// A case as the runner sees it.
#[derive(Debug)]
pub struct Case<'a> {
    id: &'a str,
    /// What is expected, field by field.
    pub expect: &'a Map<String, Value>,
    /// What is asked.
    pub question: Question<'a>,
}

impl Case<'_> {
    fn difference(&self, answer: &Value, agrees: impl Fn(&str, &Value) -> bool) -> Option<String> {
        let (field, expected) = self.expect.iter().find(|(field, expected)| !agrees(field, expected))?;
        let said = answer.get(field).map_or_else(|| "nothing".to_owned(), Value::to_string);
        Some(format!("{field} should be {expected}, is {said}"))
    }
}

/// How a topic did.
#[derive(Debug, Default, Serialize)]
pub struct Score {
    /// Cases that pass.
    pub passed: usize,
    /// All cases.
    pub total: usize,
    /// The same by the language of the cases, for topics that have languages.
    pub languages: BTreeMap<String, Part>,
    /// What is wrong with those that do not pass.
    #[serde(skip)]
    pub failures: Vec<String>,
}

/// How one language of a topic did.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    /// Cases that pass.
    pub passed: usize,
    /// All cases.
    pub total: usize,
    /// Shares with a mark to reach, for topics that are not passed case by case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}

/// A share and the mark it has to reach.
#[derive(Debug, Serialize)]
pub struct Measure {
    /// What is counted.
    pub name: &'static str,
    /// The share, 0 to 1; 1 where there is nothing to count.
    pub share: f64,
    /// The least that is enough.
    pub least: f64,
}

impl Score {
    /// Whether that is enough: every measure reaches its mark, or, where a topic has none, every case passes.
    pub fn is_enough(&self) -> bool {
        let mut measures = self.languages.values().flat_map(|part| &part.measures).peekable();
        match measures.peek() {
            Some(_) => measures.all(|measure| measure.share >= measure.least),
            None => self.passed == self.total,
        }
    }

    /// Counts a case, with what is wrong with it if anything is.
    pub fn count(&mut self, case: &Case<'_>, wrong: Option<String>) {
        let passed = usize::from(wrong.is_none());
        self.passed += passed;
        self.total += 1;
        if let Some(language) = case.question.language {
            let part = self.languages.entry(language.to_owned()).or_default();
            part.passed += passed;
            part.total += 1;
        }
        self.failures.extend(wrong.map(|wrong| format!("{} ({}): {wrong}", case.id, case.question.op)));
    }
}

/// A topic file as it is read.
#[derive(Debug, Clone, Deserialize)]
pub struct TopicFile {
    /// Its topic.
    pub topic: String,
    /// Its cases as written.
    pub cases: Vec<Value>,
    #[serde(default)]
    calendars: BTreeMap<String, Value>,
}

impl TopicFile {
    /// The cases that are scored, taken apart.
    ///
    /// # Errors
    /// When one has no input, no expected fields, or names a calendar the file does not have.
    pub fn cases(&self) -> Result<Vec<Case<'_>>, String> {
        let scored = self.cases.iter().filter(|case| case.get("scored") != Some(&Value::Bool(false)));
        scored.map(|case| self.case(case)).collect()
    }

    fn case<'a>(&'a self, case: &'a Value) -> Result<Case<'a>, String> {
        let text = |field| case.get(field).and_then(Value::as_str);
        let id = text("id").unwrap_or_default();
        let lacks = |what: &str| format!("{}, case “{id}”: {what}", self.topic);
        let calendar = match text("calendar") {
            Some(name) => Some(self.calendars.get(name).ok_or_else(|| lacks("its calendar is not in the file"))?),
            None => None,
        };
        let input = case.get("input").ok_or_else(|| lacks("no input"))?;
        let expect = case.get("expect").and_then(Value::as_object).ok_or_else(|| lacks("nothing expected"))?;
        let question = Question { op: text("op").unwrap_or_default(), language: text("language"), calendar, input };
        Ok(Case { id, expect, question })
    }
}
