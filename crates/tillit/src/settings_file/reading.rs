//! What is set, as a file. Names stand in place of ids; lists stand in the order of their names.

use serde_json::{Map, Value, json};

use super::hand::Hand;
use super::{EDITION, FORMAT, Failure};

/// All of it.
pub(super) async fn all(hand: &Hand) -> Result<Value, Failure> {
    let mut file = Map::new();
    file.insert("format".into(), json!(FORMAT));
    file.insert("edition".into(), json!(EDITION));
    let set = hand.get("/settings").await?;
    for part in ["business", "manners", "times", "requests"] {
        file.insert(part.into(), set[part].clone());
    }
    // Nobody has said yet who they are.
    if ["name", "address"].iter().any(|field| set["business"][*field] == "") {
        file.remove("business");
    }
    file.insert("hours".into(), without(set["hours"].clone(), &["version"]));
    file.insert("receipts".into(), json!({ "on": set["receipts"] }));
    file.insert("states".into(), each(&set["state_names"], |one| without(one, &["id"])));
    file.insert("senders".into(), hand.get("/settings/senders").await?);
    file.insert("deleted".into(), hand.get("/settings/deleted").await?);
    file.insert("sign_in".into(), hand.get("/settings/sign-in").await?);
    file.insert("second_factor".into(), hand.get("/settings/second-factor").await?);
    let departments = departments(hand).await?;
    let open = |one: Value| json!({ "name": one["name"], "open": one["closed_at"].is_null() });
    file.insert("departments".into(), by(each(&departments, open), &["name"]));
    let turns = hand.get("/turns").await?;
    let turns =
        each(&turns["data"], |one| json!({ "department": name_of(&departments, &one["department"]), "on": one["on"] }));
    file.insert("turns".into(), by(turns, &["department"]));
    let fields = hand.get("/fields").await?;
    file.insert("fields".into(), by(each(&fields["data"], |one| without(one, &["id"])), &["about", "name"]));
    let forms = hand.get("/contact-forms").await?;
    let form = |mut one: Value| {
        one["department"] = name_of(&departments, &one["department"]);
        one
    };
    file.insert("contact_forms".into(), by(each(&forms["data"], form), &["slug"]));
    let macros = shared_macros(hand).await?;
    let macros = each(&macros, |one| a_macro(one, &departments));
    file.insert("macros".into(), by(macros, &["name", "kind", "department"]));
    let tags = each(&tags(hand).await?, |one| without(one, &["id", "conversations", "borne"]));
    file.insert("tags".into(), by(tags, &["name"]));
    let views = each(&shared_views(hand).await?, |one| a_view(one, &departments));
    file.insert("views".into(), by(views, &["name", "department", "when"]));
    Ok(sorted(Value::Object(file)))
}

/// Every department as the API shows it.
pub(super) async fn departments(hand: &Hand) -> Result<Value, Failure> {
    Ok(hand.get("/departments").await?["data"].take())
}

/// The macros that are not one's own, as the API shows them.
pub(super) async fn shared_macros(hand: &Hand) -> Result<Value, Failure> {
    let all = hand.get("/macros").await?;
    let shared = all["data"].as_array().into_iter().flatten().filter(|one| one["own"] != true);
    Ok(shared.cloned().collect())
}

/// A macro without ids, files and colleagues.
pub(super) fn a_macro(one: Value, departments: &Value) -> Value {
    let mut one = without(one, &["id", "files", "own"]);
    one["department"] = name_of(departments, &one["department"]);
    let acts = one["acts"].as_array().into_iter().flatten().filter(|act| !is_personal(act)).map(|act| {
        let mut act = act.clone();
        if act["kind"] == "department" && act["value"] != "none" {
            act["value"] = name_of(departments, &act["value"]);
        }
        act
    });
    one["acts"] = acts.collect();
    one
}

/// Whether something that a macro does names a colleague.
pub(super) fn is_personal(act: &Value) -> bool {
    act["kind"] == "assign" && act["value"] != "me" && act["value"] != "nobody"
}

/// Every tag as the API shows it.
pub(super) async fn tags(hand: &Hand) -> Result<Value, Failure> {
    let (mut all, mut path) = (Vec::new(), "/tags".to_owned());
    loop {
        let mut page = hand.get(&path).await?;
        if let Value::Array(more) = page["data"].take() {
            all.extend(more);
        }
        let Some(next) = page["next"].as_str() else { return Ok(Value::Array(all)) };
        path = format!("/tags?cursor={next}");
    }
}

/// What groups of conditions of a view are called.
pub(super) const GROUPS: [&str; 3] = ["all", "any", "none"];

/// The views that are not one's own and name neither a colleague nor a mailbox, as the API shows them.
pub(super) async fn shared_views(hand: &Hand) -> Result<Value, Failure> {
    let all = hand.get("/views").await?;
    let shared = all["data"].as_array().into_iter().flatten();
    Ok(shared.filter(|one| one["own"] != true && !names_elsewhere(&one["when"])).cloned().collect())
}

/// A view without ids.
pub(super) fn a_view(one: Value, departments: &Value) -> Value {
    let mut one = without(one, &["id", "own"]);
    one["department"] = name_of(departments, &one["department"]);
    one["when"] = with_names(&one["when"], departments);
    one
}

/// Conditions with names of departments in place of their ids.
fn with_names(when: &Value, departments: &Value) -> Value {
    let mut all = when.clone();
    for group in GROUPS {
        if let Some(parts) = when[group].as_array() {
            all[group] = parts.iter().map(|part| with_names(part, departments)).collect();
        }
    }
    if when["field"] == "department" && when["value"] != "none" {
        all["value"] = name_of(departments, &when["value"]);
    }
    all
}

/// Whether any of these conditions means nothing in another business.
fn names_elsewhere(when: &Value) -> bool {
    let mut parts = GROUPS.iter().filter_map(|group| when[*group].as_array()).flatten();
    is_bound(when) || parts.any(names_elsewhere)
}

/// Whether a condition names a colleague or a mailbox.
pub(super) fn is_bound(test: &Value) -> bool {
    let colleague = test["field"] == "owner" && test["value"] != "me" && test["value"] != "nobody";
    colleague || test["field"] == "mailbox"
}

/// The name of a department; null for none.
fn name_of(departments: &Value, id: &Value) -> Value {
    let all = departments.as_array().into_iter().flatten();
    all.filter(|_| id.is_string()).find(|one| one["id"] == *id).map_or(Value::Null, |one| one["name"].clone())
}

fn each(all: &Value, what: impl Fn(Value) -> Value) -> Value {
    all.as_array().into_iter().flatten().cloned().map(what).collect()
}

/// In the order of what stands in these fields.
fn by(all: Value, fields: &[&str]) -> Value {
    let Value::Array(mut all) = all else { return all };
    all.sort_by_cached_key(|one| fields.iter().map(|field| one[*field].to_string()).collect::<Vec<_>>());
    Value::Array(all)
}

fn without(mut value: Value, fields: &[&str]) -> Value {
    if let Value::Object(all) = &mut value {
        all.retain(|name, _| !fields.contains(&name.as_str()));
    }
    value
}

/// The same with the names of all objects in order.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(all) => all.into_iter().map(sorted).collect(),
        Value::Object(all) => {
            let mut all: Vec<(String, Value)> = all.into_iter().map(|(name, it)| (name, sorted(it))).collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(all.into_iter().collect())
        }
        plain => plain,
    }
}
