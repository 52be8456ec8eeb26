//! Whether an answer fits its schema: as much of JSON Schema as the document uses.

use axum::http::StatusCode;
use platform::api::document::Operation;
use serde_json::Value;

use super::Answer;

/// What does not fit, each with its place.
pub(super) fn misfits(document: &Value, operation: &Operation, status: u16, body: &Value) -> Vec<String> {
    let described = &document["paths"][&operation.path][operation.method.to_lowercase()];
    let schema = &described["responses"][status.to_string()]["content"]["application/json"]["schema"];
    let mut wrong = Vec::new();
    look(document, schema, body, "", &mut wrong);
    wrong
}

/// Says what is wrong with the content type of an answer: it must be one that the document names for its status, and
/// where there is nothing to be read (204) there is none.
pub(super) fn misnamed(document: &Value, operation: &Operation, answer: &Answer) -> Option<String> {
    let kind = answer.headers.get("content-type").map(|kind| kind.to_str().unwrap_or_default());
    let described = &document["paths"][&operation.path][operation.method.to_lowercase()];
    let named = &described["responses"][answer.status.as_u16().to_string()]["content"];
    match kind {
        None if answer.status == StatusCode::NO_CONTENT => None,
        Some(kind) if answer.status == StatusCode::NO_CONTENT => Some(format!("{kind} of nothing")),
        None => Some("no content type".to_owned()),
        Some(kind) => {
            let essence = kind.split(';').next().unwrap_or_default().trim();
            named.get(essence).is_none().then(|| format!("{kind} is not among {named}"))
        }
    }
}

fn look(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or_default();
        return look(document, &document["components"]["schemas"][name], value, at, wrong);
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(all) = schema[choice].as_array() {
            let fits = |one: &Value| {
                let mut inner = Vec::new();
                look(document, one, value, at, &mut inner);
                inner.is_empty()
            };
            if !all.iter().any(fits) {
                wrong.push(format!("{at}: {value} fits none of {choice}"));
            }
            return;
        }
    }
    if let Some(all) = schema["enum"].as_array()
        && !all.contains(value)
    {
        wrong.push(format!("{at}: {value} is not one of {all:?}"));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        Value::String(one) => vec![one],
        _ => return,
    };
    if !kinds.contains(&kind(value)) {
        return wrong.push(format!("{at}: {value} is not of {kinds:?}"));
    }
    match value {
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                look(document, &schema["items"], one, &format!("{at}/{n}"), wrong);
            }
        }
        Value::Object(_) if schema["properties"].is_object() => object(document, schema, value, at, wrong),
        Value::String(text) if schema["format"] == "date-time" && text.parse::<base::Instant>().is_err() => {
            wrong.push(format!("{at}: {text} is no time"));
        }
        _ => {}
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// What must be there is, and nothing that is not described.
fn object(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            wrong.push(format!("{at}/{name} is missing"));
        }
    }
    for (name, one) in value.as_object().into_iter().flatten() {
        match &schema["properties"][name] {
            Value::Null => wrong.push(format!("{at}/{name} is not described")),
            described => look(document, described, one, &format!("{at}/{name}"), wrong),
        }
    }
}
