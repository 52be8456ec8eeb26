//! Nothing that is sent breaks it or is answered with what is not described (P20): random requests around what the
//! document says, right and wrong ones.

use platform::api::document::Operation;
use serde_json::{Value, json};

use super::*;

/// Requests for each operation.
const EACH: usize = 60;

const NASTY: &[&str] = &[
    "",
    " ",
    "\0",
    "\u{7f}",
    "x",
    "-1",
    "0",
    "18446744073709551616",
    "null",
    "true",
    "' OR 1=1 --",
    "%",
    "_",
    "../..",
    "<script>",
    "a@b.example",
    "kari@post.example\r\nBcc: x@y.example",
    "\u{202e}\u{feff}😀",
    "new",
    "nobody",
    "me",
    "now",
    "2026-13-45T99:99:99Z",
];

fn nasty(chance: &mut fastrand::Rng) -> String {
    match chance.usize(..12) {
        0 => "x".repeat(chance.usize(1..5000)),
        1 => (0..chance.usize(1..40)).map(|_| chance.char(..)).collect(),
        _ => NASTY[chance.usize(..NASTY.len())].to_owned(),
    }
}

/// A value changed somewhere.
fn bent(value: &Value, chance: &mut fastrand::Rng) -> Value {
    if chance.usize(..4) == 0 {
        return match chance.usize(..8) {
            0 => Value::Null,
            1 => json!(chance.i64(..)),
            2 => json!(chance.f64()),
            3 => json!(chance.bool()),
            4 => json!([]),
            5 => json!({ "a": value }),
            6 => json!([value, value]),
            _ => json!(nasty(chance)),
        };
    }
    match value {
        Value::Object(fields) => {
            let mut fields = fields.clone();
            let names: Vec<String> = fields.keys().cloned().collect();
            if !names.is_empty() {
                let name = &names[chance.usize(..names.len())];
                match chance.usize(..4) {
                    0 => drop(fields.remove(name)),
                    1 => drop(fields.insert(nasty(chance), json!(1))),
                    _ => drop(fields.insert(name.clone(), bent(&fields[name], chance))),
                }
            }
            Value::Object(fields)
        }
        Value::Array(all) => Value::Array(all.iter().map(|one| bent(one, chance)).collect()),
        other => other.clone(),
    }
}

/// An address of an operation: with ids that are there, and with some that are not.
fn path(operation: &Operation, ids: &[String], chance: &mut fastrand::Rng) -> String {
    let coded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let id = if chance.usize(..3) == 0 { nasty(chance) } else { ids[chance.usize(..ids.len())].clone() };
    // An empty gap is another address.
    let id = if id.is_empty() { "x".to_owned() } else { id };
    let mut path = operation.path.replace("{id}", &coded(&id).replace('+', "%20"));
    let mut mark = '?';
    for parameter in operation.parameters.iter().filter(|one| one.in_query) {
        if chance.usize(..3) == 0 {
            let value = if chance.bool() { nasty(chance) } else { chance.u8(1..101).to_string() };
            path.push_str(&format!("{mark}{}={}", parameter.name, coded(&value)));
            mark = '&';
        }
    }
    path
}

#[test]
fn whatever_is_sent_is_answered_as_described() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let house = House::build(test).await;
        story::tell(&house).await;
        let ids = story::ids(&house).await;
        let mut chance = fastrand::Rng::with_seed(20);
        for operation in house.document.operations() {
            let example: Value =
                serde_json::from_str(&story::example(&house.document, operation)).unwrap_or(Value::Null);
            for n in 0..EACH {
                let mut body = bent(&example, &mut chance).to_string();
                if chance.usize(..15) == 0 {
                    body.truncate(body.floor_char_boundary(body.len() / 2));
                }
                let path = path(operation, &ids, &mut chance);
                let key = format!("{}-{n}", operation.id);
                let key = chance.bool().then_some(key.as_str());
                let (method, token) = (operation.method.as_str(), Some(house.admin.as_str()));
                let sent = body.clone();
                let answer = ask(&house.routes, Asked { method, path: &path, token, kind: JSON, body, key }).await;
                let status = answer.status.as_u16();
                let told = format!("{method} {path} {sent}: {status} {}", answer.body);
                assert!(status < 500 && operation.statuses.contains(&status), "{told}");
                let kind = answer.headers.get("content-type");
                assert!(kind.is_some() || status == 204, "{told}");
                if kind.is_some_and(|kind| kind == JSON) {
                    let wrong = schema::misfits(house.document.json(), operation, status, &answer.body);
                    assert!(wrong.is_empty(), "{told}\n{wrong:?}");
                }
            }
        }
    });
}
