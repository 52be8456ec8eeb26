//! The OpenAPI document, made of what the handlers say about themselves: what is true of all of them (the
//! token, the problems, the limits) is added here, once, and so are examples for curl.
//!
//! The gate asks it what a request needs, so that what is written in it is what holds.

use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

use super::problem::Kind;
use super::{BASE, Level, example};
use crate::fault::{Context, Result};

/// One operation, as the gate and the readable page need it.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name in programs.
    pub id: String,
    /// `GET`, in capitals.
    pub method: String,
    /// Its address below the base, with gaps: `/customers/{id}`.
    pub path: String,
    /// The group it stands in.
    pub tag: String,
    /// What it does, in one line.
    pub summary: String,
    /// What else there is to say.
    pub description: String,
    /// What the token needs.
    pub level: Level,
    /// Parameters: name, whether in the address's query, what it is.
    pub parameters: Vec<Parameter>,
    /// Whether it takes a body.
    pub takes_body: bool,
    /// The statuses it answers with.
    pub statuses: Vec<u16>,
    /// How to call it from a terminal.
    pub curl: String,
    /// The name of what it answers, if that is a named thing.
    pub answers: Option<String>,
    /// The name of what it takes, if that is a named thing.
    pub takes: Option<String>,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Behind the `?`, or a gap in the address.
    pub in_query: bool,
    /// What it is.
    pub description: String,
}

/// The document. Cheap to clone.
///
/// It is made when somebody first asks it: all that handlers say takes several megabytes, and a business whose
/// programs ask nothing need not hold it.
#[derive(Clone)]
pub struct Document(Arc<Inner>);

struct Inner {
    handlers: Box<dyn Fn() -> OpenApi + Send + Sync>,
    url: String,
    /// Nothing when it could not be made.
    made: OnceLock<Option<Made>>,
}

/// What was made.
struct Made {
    json: Value,
    text: String,
    operations: Vec<Operation>,
}

impl Document {
    /// The document of what `handlers` say about themselves, for a Tillit that is reached at `url`.
    pub fn new(handlers: impl Fn() -> OpenApi + Send + Sync + 'static, url: &str) -> Self {
        Self(Arc::new(Inner { handlers: Box::new(handlers), url: url.to_owned(), made: OnceLock::new() }))
    }

    fn made(&self) -> Option<&Made> {
        let make = || {
            Made::new(&(self.0.handlers)(), &self.0.url)
                .inspect_err(|fault| tracing::error!(%fault, "the description of the API cannot be made"))
                .ok()
        };
        self.0.made.get_or_init(make).as_ref()
    }

    /// Whether it could be made. What handlers say is known when Tillit is built, so only a mistake of ours stands in
    /// the way; but then nobody knows what a request needs, and none may be let in.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.made().is_some()
    }

    /// The whole of it.
    #[must_use]
    pub fn json(&self) -> &Value {
        self.made().map_or(&Value::Null, |made| &made.json)
    }

    /// The whole of it as it is served.
    #[must_use]
    pub fn text(&self) -> &str {
        self.made().map_or("", |made| &made.text)
    }

    /// Every operation.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        self.made().map_or(&[], |made| &made.operations)
    }

    /// The operation behind a route, `path` with its gaps and the base before it.
    #[must_use]
    pub fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        let path = path.strip_prefix(BASE).unwrap_or(path);
        let method = if method == "HEAD" { "GET" } else { method };
        self.operations().iter().find(|operation| operation.path == path && operation.method == method)
    }
}

impl Made {
    fn new(openapi: &OpenApi, url: &str) -> Result<Self> {
        let mut json = serde_json::to_value(openapi)?;
        json["info"] = json!({
            "title": "Tillit",
            "version": "1",
            "description": "Everything that colleagues do at the desk, for programs. How to begin: docs/api.md.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        });
        json["servers"] = json!([{ "url": format!("{url}{BASE}") }]);
        let components = object(&mut json, "components");
        components.insert(
            "securitySchemes".into(),
            json!({ "bearer": { "type": "http", "scheme": "bearer",
            "description": "A token made in Settings → API." } }),
        );
        components.insert("responses".into(), problems());
        let schemas = components.entry("schemas").or_insert_with(|| json!({}));
        schemas["Problem"] = problem_schema();
        join_words(&mut json);
        let schemas = json["components"]["schemas"].clone();
        let mut operations = Vec::new();
        for (path, methods) in json["paths"].as_object_mut().context("the document has no paths")? {
            for (method, operation) in methods.as_object_mut().into_iter().flatten() {
                operations.push(finish(operation, method, path, &schemas, url)?);
            }
        }
        let text = serde_json::to_string_pretty(&json)?;
        Ok(Self { json, text, operations })
    }
}

fn object<'a>(json: &'a mut Value, name: &str) -> &'a mut Map<String, Value> {
    if !json[name].is_object() {
        json[name] = json!({});
    }
    json[name].as_object_mut().expect("made an object above")
}

/// Adds what holds for every operation, and reads what the gate needs.
fn finish(operation: &mut Value, method: &str, path: &str, schemas: &Value, url: &str) -> Result<Operation> {
    let method = method.to_uppercase();
    let reads = method == "GET";
    let scopes = operation["security"].as_array().into_iter().flatten().find_map(|one| one["bearer"].get(0));
    let level = scopes.and_then(Value::as_str).and_then(Level::from_code);
    let level = level.unwrap_or(if reads { Level::Read } else { Level::Write });
    operation["security"] = json!([{ "bearer": [] }]);
    operation["x-level"] = json!(level.code());
    if !reads {
        let key = json!({ "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "Any text of your own: the same request under the same key happens once.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" } });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(key),
            None => operation["parameters"] = json!([key]),
        }
    }
    let parameters = parameters(operation);
    let takes_body = operation["requestBody"].is_object();
    add_problems(operation, &parameters, takes_body, reads);
    // Also where a token that reads is enough: the colleague whose token it is may not be let see it.
    add_problem(object(operation, "responses"), Kind::Forbidden);
    let curl = example::curl(operation, &method, path, schemas, url);
    operation["x-codeSamples"] = json!([{ "lang": "Shell", "label": "curl", "source": curl }]);
    let text = |name: &str| operation[name].as_str().unwrap_or_default().to_owned();
    let responses = operation["responses"].as_object().context("an operation without answers")?;
    let statuses: Vec<u16> = responses.keys().filter_map(|status| status.parse().ok()).collect();
    let good = responses.iter().find(|(status, _)| status.starts_with('2'));
    let answers = good.and_then(|(_, answer)| example::name_of(&answer["content"]["application/json"]["schema"]));
    let takes = example::name_of(&operation["requestBody"]["content"]["application/json"]["schema"]);
    let tag = operation["tags"][0].as_str().unwrap_or_default().to_owned();
    let (id, summary, description) = (text("operationId"), text("summary"), text("description"));
    let path = path.to_owned();
    Ok(Operation {
        id,
        method,
        path,
        tag,
        summary,
        description,
        level,
        parameters,
        takes_body,
        statuses,
        curl,
        answers,
        takes,
    })
}

/// Makes one schema of a field that `utoipa` writes as two, what it is and what is said of it: the second claims an
/// object, which no word of an enum is.
fn join_words(json: &mut Value) {
    if let Some(one) = json.as_object_mut() {
        let parts = one.get("allOf").and_then(Value::as_array).filter(|parts| parts.len() == 2);
        if let Some([Value::Object(what), Value::Object(said)]) = parts.map(Vec::as_slice)
            && said.keys().all(|key| ["type", "description"].contains(&key.as_str()))
        {
            let mut joined = what.clone();
            joined.extend(said.get("description").map(|text| ("description".to_owned(), text.clone())));
            one.remove("allOf");
            one.extend(joined);
        }
    }
    match json {
        Value::Object(one) => one.values_mut().for_each(join_words),
        Value::Array(all) => all.iter_mut().for_each(join_words),
        _ => {}
    }
}

fn parameters(operation: &Value) -> Vec<Parameter> {
    let listed = operation["parameters"].as_array().into_iter().flatten();
    let read = |one: &Value| Parameter {
        name: one["name"].as_str().unwrap_or_default().to_owned(),
        in_query: one["in"] == "query",
        description: one["description"].as_str().unwrap_or_default().to_owned(),
    };
    listed.filter(|one| one["in"] != "header").map(read).collect()
}

fn add_problems(operation: &mut Value, parameters: &[Parameter], takes_body: bool, reads: bool) {
    let mut kinds = vec![Kind::Unauthorized, Kind::Invalid, Kind::TooMany, Kind::Busy, Kind::Fault];
    if parameters.iter().any(|parameter| !parameter.in_query) {
        kinds.push(Kind::NotFound);
    }
    if takes_body {
        kinds.extend([Kind::Malformed, Kind::MediaType, Kind::TooLarge]);
    } else if !reads {
        // With a key, whatever is sent is read.
        kinds.push(Kind::TooLarge);
    }
    let responses = object(operation, "responses");
    for kind in kinds {
        add_problem(responses, kind);
    }
}

fn add_problem(responses: &mut Map<String, Value>, kind: Kind) {
    let status = kind.status().as_u16().to_string();
    responses.entry(status).or_insert_with(|| json!({ "$ref": format!("#/components/responses/{}", kind.name()) }));
}

fn problems() -> Value {
    let headers = json!({
        "RateLimit": { "description": "How many requests are left, and for how many seconds.", "schema": { "type": "string" } },
        "RateLimit-Policy": { "description": "How many requests there are in how many seconds.", "schema": { "type": "string" } },
    });
    let one = |kind: Kind| {
        let answer = json!({
            "description": kind.title(),
            "headers": headers,
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        });
        (kind.name().to_owned(), answer)
    };
    Value::Object(Kind::ALL.into_iter().map(one).collect())
}

fn problem_schema() -> Value {
    json!({
        "type": "object",
        "description": "Why a request was not done (RFC 9457).",
        "required": ["type", "title", "status"],
        "properties": {
            "type": { "type": "string", "description": "Which kind of problem; leads to where it is described." },
            "title": { "type": "string", "description": "The same for every problem of the kind." },
            "status": { "type": "integer", "description": "The answer's status." },
            "detail": { "type": "string", "description": "What is wrong this time." },
            "instance": { "type": "string", "description": "For faults: the reference to find it by in the log." },
            "errors": { "type": "array", "description": "Each thing that needs another look.", "items": {
                "type": "object", "required": ["detail"], "properties": {
                    "pointer": { "type": "string", "description": "The field of the body, as a JSON pointer." },
                    "parameter": { "type": "string", "description": "The parameter of the address." },
                    "code": { "type": "string", "description": "The rule that was not met; stable." },
                    "detail": { "type": "string", "description": "What is wrong with it." },
                },
            } },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_is_written_as_two_schemas_becomes_one() {
        let kind = json!({ "type": "string", "enum": ["text", "date"] });
        let bounds = json!({ "allOf": [kind, { "type": "object", "required": ["x"] }] });
        let mut all = json!({ "Filled": { "properties": {
            "kind": { "allOf": [kind, { "type": "object", "description": "What may stand in it." }] },
            "both": bounds,
        } } });
        join_words(&mut all);
        let properties = &all["Filled"]["properties"];
        let wanted = json!({ "type": "string", "enum": ["text", "date"], "description": "What may stand in it." });
        assert_eq!(properties["kind"], wanted);
        assert_eq!(properties["both"], bounds, "a real pair stays");
    }
}
