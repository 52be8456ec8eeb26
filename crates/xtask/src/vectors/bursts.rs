//! Rising topics (`words::bursts`) asked by reference vectors.

use serde_json::{Value, json};
use words::bursts::{Batch, bursts, rise};

use super::topic::{Question, Topic};

/// The least difference that counts, absolute or relative.
const TOLERANCE: f64 = 1e-6;

/// When a topic bursts, and whether it rises.
pub struct Bursts;

impl Topic for Bursts {
    fn name(&self) -> &'static str {
        "bursts"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        let input = question.input;
        let count = |value: &Value| value.as_u64().ok_or_else(|| format!("{value} is no count"));
        let number = |field: &str| input[field].as_f64().ok_or_else(|| format!("no {field}"));
        match question.op {
            "kleinberg_two_state" => {
                let counts = |field: &str| -> Result<Vec<u64>, String> {
                    input[field].as_array().ok_or_else(|| format!("no {field}"))?.iter().map(count).collect()
                };
                let (topic, all) = (counts("topic_messages")?, counts("all_messages")?);
                if topic.len() != all.len() {
                    return Err("topic and all are not of one length".to_owned());
                }
                let batches: Vec<_> = topic.into_iter().zip(all).map(|(topic, all)| Batch { topic, all }).collect();
                let states = bursts(&batches, number("scale")?, number("gamma")?);
                Ok(json!({"state": states.into_iter().map(u8::from).collect::<Vec<_>>()}))
            }
            "rate_rise" => {
                let (before, now) = (count(&input["count_before"])?, count(&input["count_now"])?);
                let rise = rise(before, number("days_before")?, now, number("days_now")?);
                Ok(
                    json!({"p_rising": rise.map(|rise| rise.p_rising), "rate_ratio_of_means": rise.map(|rise| rise.ratio)}),
                )
            }
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
