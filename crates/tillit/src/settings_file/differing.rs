//! What is different between the settings before and after.

use serde_json::Value;

use super::PARTS;
use super::pairing::{Same, paired, unpaired};

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was not there.
    Added,
    /// It is something else.
    Changed,
    /// It is not there any more.
    Removed,
    /// It is the same.
    Same,
}

impl What {
    /// For programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Same => "same",
        }
    }
}

/// One thing that is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The part of the file.
    pub part: &'static str,
    /// What it is called there: a field, or the names of one of a list.
    pub name: String,
    /// What became of it.
    pub what: What,
    /// What it was.
    pub from: Value,
    /// What it is.
    pub to: Value,
}

/// Every thing, part by part.
pub(super) fn lines(before: &Value, after: &Value) -> Vec<Line> {
    PARTS.into_iter().flat_map(|part| of_part(part, &before[part], &after[part])).collect()
}

fn of_part(part: &'static str, before: &Value, after: &Value) -> Vec<Line> {
    let (was, is) = (named(part, before), named(part, after));
    // Macros may share a name: what is the same is told as that, whatever else became of others of its name.
    let same: [Same<Named, Named>; 2] = [&|one, other| one == other, &|one, other| one.0 == other.0];
    let places = paired(&is, &was, &same);
    let mut lines = Vec::new();
    for ((name, to), place) in is.iter().zip(&places) {
        let from = place.map(|place| was[place].1);
        let what = match from {
            None => What::Added,
            Some(from) if from == *to => What::Same,
            Some(_) => What::Changed,
        };
        let (from, to) = shown(from.unwrap_or(&Value::Null), to, what);
        lines.push(Line { part, name: name.clone(), what, from, to });
    }
    for gone in unpaired(&places, was.len()) {
        let (name, from) = (was[gone].0.clone(), was[gone].1.clone());
        lines.push(Line { part, name, what: What::Removed, from, to: Value::Null });
    }
    lines
}

/// Of two objects only what differs.
fn shown(from: &Value, to: &Value, what: What) -> (Value, Value) {
    match (from, to) {
        (Value::Object(was), Value::Object(is)) if what == What::Changed => {
            let differs = |name: &str| was.get(name) != is.get(name);
            let some = |all: &serde_json::Map<String, Value>| -> Value {
                all.iter().filter(|(name, _)| differs(name)).map(|(name, it)| (name.clone(), it.clone())).collect()
            };
            (some(was), some(is))
        }
        _ => (from.clone(), to.clone()),
    }
}

/// A thing, and what it is called.
type Named<'a> = (String, &'a Value);

/// What a part holds: the fields of an object, the things of a list by what tells them apart.
fn named<'a>(part: &str, value: &'a Value) -> Vec<Named<'a>> {
    match value {
        Value::Object(all) => all.iter().map(|(name, it)| (name.clone(), it)).collect(),
        Value::Array(all) => all.iter().map(|one| (name_of(part, one), one)).collect(),
        Value::Null => Vec::new(),
        whole => vec![(String::new(), whole)],
    }
}

fn name_of(part: &str, one: &Value) -> String {
    let fields: &[&str] = match part {
        "fields" => &["about", "name"],
        "states" => &["state", "name"],
        "turns" => &["department"],
        "contact_forms" => &["slug"],
        "macros" => &["name", "kind", "department"],
        "views" => &["name", "department"],
        "recurring" => &["subject"],
        _ => &["name"],
    };
    let words = fields.iter().filter_map(|field| one[*field].as_str());
    words.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_thing_is_told_once_and_only_what_differs_of_it() {
        let before = json!({ "receipts": { "on": true }, "hours": null,
            "fields": [{ "about": "person", "name": "A", "choices": [], "retired": false }, { "about": "person", "name": "B" }],
            "departments": [{ "name": "Shop", "open": true }] });
        let after = json!({ "receipts": { "on": false }, "hours": { "tz": "Europe/Oslo" },
            "fields": [{ "about": "person", "name": "A", "choices": [], "retired": true }, { "about": "organisation", "name": "A" }],
            "departments": [{ "name": "Shop", "open": true }] });
        let told: Vec<_> = lines(&before, &after)
            .into_iter()
            .map(|line| format!("{}/{} {} {} {}", line.part, line.name, line.what.code(), line.from, line.to))
            .collect();
        assert_eq!(
            told,
            [
                r#"departments/Shop same {"name":"Shop","open":true} {"name":"Shop","open":true}"#,
                r#"fields/person · A changed {"retired":false} {"retired":true}"#,
                r#"fields/organisation · A added null {"about":"organisation","name":"A"}"#,
                r#"fields/person · B removed {"about":"person","name":"B"} null"#,
                r#"hours/tz added null "Europe/Oslo""#,
                "receipts/on changed true false",
            ]
        );
    }
}
