//! Examples for the document: a body by its schema, and how to call an operation from a terminal.

use serde_json::{Map, Value, json};

use super::BASE;

/// How deep an example goes.
const DEEP: usize = 6;

/// The name of the schema that this one refers to.
pub(super) fn name_of(schema: &Value) -> Option<String> {
    Some(schema["$ref"].as_str()?.rsplit('/').next()?.to_owned())
}

/// How to call an operation by curl.
pub(super) fn curl(operation: &Value, method: &str, path: &str, schemas: &Value, url: &str) -> String {
    let mut address = format!("{url}{BASE}{path}");
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if let (Some(name), "path") = (parameter["name"].as_str(), parameter["in"].as_str().unwrap_or_default()) {
            let example = parameter["example"].as_str().unwrap_or("…");
            address = address.replace(&format!("{{{name}}}"), example);
        }
    }
    let mut lines = vec![match method {
        "GET" => format!("curl {address}"),
        method => format!("curl -X {method} {address}"),
    }];
    lines.push("-H \"Authorization: Bearer $TILLIT_TOKEN\"".into());
    if method != "GET" {
        lines.push("-H \"Idempotency-Key: $(uuidgen)\"".into());
    }
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    if !body.is_null() {
        lines.push("-H 'Content-Type: application/json'".into());
        // An apostrophe ends a text in a shell.
        lines.push(format!("-d '{}'", of(body, schemas, 0).to_string().replace('\'', "'\\''")));
    }
    lines.join(" \\\n  ")
}

/// An example of a schema: its own where it has one, else one made of its parts.
fn of(schema: &Value, schemas: &Value, depth: usize) -> Value {
    let given = schema.get("example").or_else(|| schema["examples"].get(0));
    if let Some(given) = given {
        return given.clone();
    }
    if depth > DEEP {
        return Value::Null;
    }
    if let Some(name) = name_of(schema) {
        return of(&schemas[name], schemas, depth + 1);
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        let others = schema[choice].as_array().into_iter().flatten();
        if let Some(first) = others.into_iter().find(|one| one["type"] != "null") {
            return of(first, schemas, depth + 1);
        }
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or_default();
    match kind {
        "object" => {
            let properties = schema["properties"].as_object().cloned().unwrap_or_default();
            let made: Map<String, Value> =
                properties.iter().map(|(name, one)| (name.clone(), of(one, schemas, depth + 1))).collect();
            Value::Object(made)
        }
        "array" => json!([of(&schema["items"], schemas, depth + 1)]),
        "integer" | "number" => json!(1),
        "boolean" => json!(true),
        _ => json!("…"),
    }
}
