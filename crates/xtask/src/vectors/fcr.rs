//! First-contact resolution (`conversations::rules::fcr`) asked by reference vectors.

use base::Instant;
use conversations::rules::fcr::{Case, fcr};
use serde_json::{Value, json};

use super::topic::{Question, Topic};

/// The least difference that counts, absolute or relative.
const TOLERANCE: f64 = 1e-6;

/// How many cases one message was enough for.
pub struct FirstContact;

impl Topic for FirstContact {
    fn name(&self) -> &'static str {
        "fcr"
    }

    fn answer(&self, question: &Question<'_>) -> Result<Value, String> {
        if question.op != "fcr" {
            return Err(format!("unknown operation “{}”", question.op));
        }
        let input = question.input;
        let tickets = input["tickets"].as_array().ok_or("no tickets")?;
        let cases = tickets.iter().map(case).collect::<Result<Vec<_>, _>>()?;
        let sum = fcr(&cases, input["window_days"].as_i64().ok_or("no window_days")?);
        Ok(json!({ "eligible": sum.eligible, "first_contact_resolved": sum.resolved, "fcr": sum.percent() }))
    }

    fn agrees(&self, field: &str, expected: &Value, answer: &Value) -> bool {
        let said = &answer[field];
        match (expected.as_f64(), said.as_f64()) {
            (Some(expected), Some(said)) => (expected - said).abs() <= TOLERANCE * expected.abs().max(1.0),
            _ => expected == said,
        }
    }
}

fn case(ticket: &Value) -> Result<Case, String> {
    let time = |value: &Value| -> Result<Instant, String> {
        let text = value.as_str().ok_or_else(|| format!("{value} is no time"))?;
        text.parse().map_err(|error| format!("{text}: {error}"))
    };
    let text = |field: &str| ticket[field].as_str().map(str::to_owned);
    Ok(Case {
        customer: text("customer").ok_or("no customer")?,
        topic: text("topic"),
        opened_at: time(&ticket["opened_at"])?,
        resolved_at: (!ticket["resolved_at"].is_null()).then(|| time(&ticket["resolved_at"])).transpose()?,
        messages: ticket["customer_messages_before_resolution"].as_u64().ok_or("no count of messages")?,
        reopened: ticket["reopened"].as_bool().ok_or("no reopened")?,
        merged: !ticket["merged_into"].is_null(),
    })
}
