//! JSON lines: a line is one conversation with its messages.

use conversations::{Mailbox, OldRemark, OldWhy};
use people::import::rules::draft::{Draft, language};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::sheet::message;
use super::{About, Cut, Heard, Said, Shape, line};
use crate::moving::model::Plan;
use crate::moving::rules::{dates, fields};

/// JSON lines.
pub struct Lines;

/// Longest line.
const LINE_MAX: usize = 16 * 1024 * 1024;
/// Messages of one line that are taken in.
const MESSAGES_MAX: usize = 10_000;

/// A line. A number may be one or a text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Line {
    number: Value,
    #[serde(deserialize_with = "or_nothing")]
    subject: String,
    #[serde(deserialize_with = "or_nothing")]
    state: String,
    created_at: Value,
    closed_at: Value,
    #[serde(deserialize_with = "or_nothing")]
    owner: String,
    #[serde(deserialize_with = "or_nothing")]
    department: String,
    #[serde(deserialize_with = "or_nothing")]
    tags: Vec<String>,
    #[serde(deserialize_with = "or_nothing")]
    language: String,
    #[serde(deserialize_with = "or_nothing")]
    customer: Customer,
    #[serde(deserialize_with = "or_nothing")]
    messages: Vec<Message>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Customer {
    #[serde(deserialize_with = "or_nothing")]
    name: String,
    #[serde(deserialize_with = "or_nothing")]
    email: String,
    #[serde(deserialize_with = "or_nothing")]
    phone: String,
    #[serde(deserialize_with = "or_nothing")]
    organisation: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Message {
    id: Value,
    #[serde(deserialize_with = "or_nothing")]
    kind: String,
    at: Value,
    #[serde(deserialize_with = "or_nothing")]
    author: Author,
    #[serde(deserialize_with = "or_nothing")]
    text: String,
    #[serde(deserialize_with = "or_nothing")]
    files: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Author {
    #[serde(deserialize_with = "or_nothing")]
    name: String,
    #[serde(deserialize_with = "or_nothing")]
    email: String,
}

/// What other systems write as `null` is as if it were not there.
fn or_nothing<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

impl Shape for Lines {
    fn code(&self) -> &'static str {
        "jsonl"
    }

    fn begins(&self, start: &[u8]) -> bool {
        start.trim_ascii_start().first() == Some(&b'{')
    }

    fn cut(&self, bytes: &[u8], at_end: bool, _plan: &Plan) -> Option<Cut> {
        line(bytes, at_end, LINE_MAX)
    }

    fn read(&self, record: &[u8], about: &About<'_>) -> Said {
        if record.trim_ascii().is_empty() {
            return Said::Nothing;
        }
        match serde_json::from_str(&String::from_utf8_lossy(record)) {
            Ok(line) => Said::Conversation(Box::new(heard(line, about))),
            Err(_) => Said::Broken,
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn heard(line: Line, about: &About<'_>) -> Heard {
    let mut heard = Heard::default();
    let mut remarks = Vec::new();
    let number = people::person::clean_line(&text(&line.number), 60);
    let mut remark = |why: OldWhy, field: &str| remarks.push(OldRemark::new(why, field));
    let state = fields::state(&line.state);
    if state.is_none() && !line.state.is_empty() {
        remark(OldWhy::NotAState, "state");
    }
    let spoken = language(&line.language);
    if spoken.is_none() && !line.language.is_empty() {
        remark(OldWhy::NotALanguage, "language");
    }
    let mut moment = |field: &str, value: &Value| {
        let read = dates::read(&text(value), about.zone);
        if read.is_none() && !value.is_null() {
            remark(OldWhy::NoDate, field);
        }
        read
    };
    let (began, ended) = (moment("created_at", &line.created_at), moment("closed_at", &line.closed_at));
    let who = &line.customer;
    let customer = Draft::of([&who.name, &who.email, &who.phone, &who.organisation], None);
    if !customer.remarks.is_empty() {
        remark(OldWhy::NotAnAddress, "customer");
    }
    for (place, one) in line.messages.into_iter().take(MESSAGES_MAX).enumerate() {
        let (at, kind) = (dates::read(&text(&one.at), about.zone), fields::kind(&one.kind));
        let (Some(at), Some(kind)) = (at, kind) else {
            let (why, field) = if at.is_none() { (OldWhy::NoDate, "at") } else { (OldWhy::NotAKind, "kind") };
            remark(why, &format!("messages/{place}/{field}"));
            continue;
        };
        let name = people::person::clean_line(&one.author.name, 200);
        let from = Mailbox { name, address: people::person::clean_line(&one.author.email, 320) };
        let message_place = heard.old.said.len();
        heard.files.extend(one.files.into_iter().map(|path| (message_place, path)));
        heard.old.said.push(message(&number, &text(&one.id), kind, at, from, &one.text));
    }
    let old = &mut heard.old;
    old.remarks = remarks;
    old.key.clone_from(&number);
    old.number = number;
    (old.subject, old.owner, old.department, old.tags) = (line.subject, line.owner, line.department, line.tags);
    (old.state, old.began, old.ended, old.language, old.customer) = (state, began, ended, spoken, customer);
    heard
}
