//! Whether an answer fits its schema: as much of JSON Schema as the document uses.

use platform::api::document::Operation;
use serde_json::Value;

/// What does not fit, each with its place.
pub(super) fn misfits(document: &Value, operation: &Operation, status: u16, body: &Value) -> Vec<String> {
    let described = &document["paths"][&operation.path][operation.method.to_lowercase()];
    let schema = &described["responses"][status.to_string()]["content"]["application/json"]["schema"];
    let mut wrong = Vec::new();
    look(document, schema, body, "", &mut wrong);
    wrong
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
