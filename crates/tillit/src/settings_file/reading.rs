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
    for part in ["business", "manners", "times", "requests", "tone", "needs"] {
        file.insert(part.into(), set[part].clone());
    }
    // Nobody has said yet who they are.
    if ["name", "address"].iter().any(|field| set["business"][*field] == "") {
        file.remove("business");
    }
    file.insert("hours".into(), without(set["hours"].clone(), &["version"]));
    file.insert("receipts".into(), json!({ "on": set["receipts"] }));
    file.insert("states".into(), each(&set["state_names"], |one| without(one, &["id"])));
    file.insert("community".into(), hand.get("/settings/community").await?);
    file.insert("senders".into(), hand.get("/settings/senders").await?);
    file.insert("deleted".into(), hand.get("/settings/deleted").await?);
    file.insert("sign_in".into(), hand.get("/settings/sign-in").await?);
    file.insert("second_factor".into(), hand.get("/settings/second-factor").await?);
    let names = Names::read(hand).await?;
    file.insert("service".into(), service(&hand.get("/settings/service").await?, &names));
    let departments = &names.departments;
    let open = |one: Value| json!({ "name": one["name"], "open": one["closed_at"].is_null() });
    file.insert("departments".into(), by(each(departments, open), &["name"]));
    let turns = hand.get("/turns").await?;
    let turn = |one: Value| json!({ "department": name_of(departments, &one["department"]), "on": one["on"], "order": one["order"] });
    let turns = each(&turns["data"], turn);
    file.insert("turns".into(), by(turns, &["department"]));
    let skills = hand.get("/skills").await?["data"].take();
    file.insert("skills".into(), by(each(&skills, |one| without(one, &["id"])), &["name"]));
    let needs = hand.get("/turns/rules").await?;
    file.insert("turn_rules".into(), turn_rules(needs, &names, &skills));
    file.insert("rota".into(), rota(&hand.get("/settings/rota").await?, &names));
    file.insert("outcomes".into(), outcomes(&hand.get("/settings/outcomes").await?, departments));
    file.insert("automatic_answers".into(), automatic(&hand.get("/settings/automatic-answers").await?, departments));
    let fields = hand.get("/fields").await?;
    file.insert("fields".into(), by(each(&fields["data"], |one| without(one, &["id"])), &["about", "name"]));
    let forms = hand.get("/contact-forms").await?;
    let form = |mut one: Value| {
        one["department"] = name_of(departments, &one["department"]);
        one
    };
    file.insert("contact_forms".into(), by(each(&forms["data"], form), &["slug"]));
    let macros = shared_macros(hand).await?;
    let macros = each(&macros, |one| a_macro(one, departments));
    file.insert("macros".into(), by(macros, &["name", "kind", "department"]));
    let tags = each(&tags(hand).await?, |one| without(one, &["id", "conversations", "borne"]));
    file.insert("tags".into(), by(tags, &["name"]));
    let views = each(&shared_views(hand, &names).await?, |one| a_view(one, &names));
    file.insert("views".into(), by(views, &["name", "department", "when"]));
    let recurring = each(&shared_recurring(hand).await?, |one| a_recurring(&one, &names));
    file.insert("recurring".into(), by(recurring, &["subject", "every", "at", "text"]));
    let rules = rules(hand).await?.iter().filter_map(|one| a_rule(one, &names)).collect();
    file.insert("rules".into(), by(rules, &["name", "trigger", "when", "acts"]));
    file.insert("rule_order".into(), hand.get("/automation/order").await?);
    Ok(sorted(Value::Object(file)))
}

/// What bears another name in a file than here: departments and macros are called by their name there, colleagues and
/// mailboxes by their address.
pub(super) struct Names {
    pub departments: Value,
    colleagues: Value,
    mailboxes: Value,
    macros: Value,
}

impl Names {
    pub async fn read(hand: &Hand) -> Result<Self, Failure> {
        Ok(Self {
            departments: departments(hand).await?,
            colleagues: hand.get("/colleagues").await?["data"].take(),
            mailboxes: hand.get("/mailboxes").await?["data"].take(),
            macros: shared_macros(hand).await?,
        })
    }

    /// What a condition asks for, as a file calls it; null when there is no such one any more.
    fn told(&self, test: &Value) -> Value {
        match bound(test) {
            Some(Bound::Department) => name_of(&self.departments, &test["value"]),
            Some(Bound::Colleague) => other(&self.colleagues, "id", &test["value"], "email"),
            Some(Bound::Mailbox) => other(&self.mailboxes, "id", &test["value"], "address"),
            None => test["value"].clone(),
        }
    }

    /// The id of the colleague of this address.
    pub fn colleague(&self, address: &Value) -> Option<Value> {
        by_address(&self.colleagues, "email", address)
    }

    /// The id of the mailbox of this address.
    pub fn mailbox(&self, address: &Value) -> Option<Value> {
        by_address(&self.mailboxes, "address", address)
    }

    /// The id of a macro of this name that all see.
    pub fn checklist(&self, name: &Value) -> Option<Value> {
        let found = other(&self.macros, "name", name, "id");
        found.is_string().then_some(found)
    }
}

/// Of the one in whose field `is` this stands, what stands in another field; null when there is none.
fn other(all: &Value, field: &str, is: &Value, wanted: &str) -> Value {
    let mut all = all.as_array().into_iter().flatten().filter(|_| is.is_string());
    all.find(|one| one[field] == *is).map_or(Value::Null, |one| one[wanted].clone())
}

/// The id of the one of this address, in whatever case it is written.
fn by_address(all: &Value, field: &str, address: &Value) -> Option<Value> {
    let folded = |one: &Value| one.as_str().map(|text| text.trim().to_lowercase());
    let wanted = folded(address)?;
    let mut all = all.as_array().into_iter().flatten();
    all.find(|one| folded(&one[field]).as_ref() == Some(&wanted)).map(|one| one["id"].clone())
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

/// A macro without ids, files, colleagues and how often it was used.
pub(super) fn a_macro(one: Value, departments: &Value) -> Value {
    let mut one = without(one, &["id", "files", "own", "uses", "last_used_at"]);
    let named = one["when"]["departments"].as_array().into_iter().flatten().map(|id| name_of(departments, id));
    one["when"]["departments"] = named.collect();
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

/// The views that are not one's own and name nothing that is gone, as the API shows them.
pub(super) async fn shared_views(hand: &Hand, names: &Names) -> Result<Value, Failure> {
    let all = hand.get("/views").await?;
    let shared = all["data"].as_array().into_iter().flatten();
    Ok(shared.filter(|one| one["own"] != true && !names_what_is_gone(&one["when"], names)).cloned().collect())
}

/// A view without ids.
pub(super) fn a_view(one: Value, names: &Names) -> Value {
    let mut one = without(one, &["id", "own"]);
    one["department"] = name_of(&names.departments, &one["department"]);
    one["when"] = with_names(&one["when"], names);
    one
}

/// Conditions with names and addresses in place of ids.
fn with_names(when: &Value, names: &Names) -> Value {
    let mut all = when.clone();
    for group in GROUPS {
        if let Some(parts) = when[group].as_array() {
            all[group] = parts.iter().map(|part| with_names(part, names)).collect();
        }
    }
    if bound(when).is_some() {
        all["value"] = names.told(when);
    }
    all
}

/// Whether any of these conditions asks for a colleague or a mailbox that is not there any more.
fn names_what_is_gone(when: &Value, names: &Names) -> bool {
    let gone = matches!(bound(when), Some(Bound::Colleague | Bound::Mailbox)) && names.told(when).is_null();
    let mut parts = GROUPS.iter().filter_map(|group| when[*group].as_array()).flatten();
    gone || parts.any(|part| names_what_is_gone(part, names))
}

/// What a condition names by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Department,
    Colleague,
    Mailbox,
}

/// What a condition names, if it names anything.
pub(super) fn bound(test: &Value) -> Option<Bound> {
    let value = test["value"].as_str().unwrap_or_default();
    match (test["field"].as_str()?, value) {
        ("department", "none") | ("owner", "me" | "nobody") => None,
        ("department", _) => Some(Bound::Department),
        ("owner", _) => Some(Bound::Colleague),
        ("mailbox", _) => Some(Bound::Mailbox),
        _ => None,
    }
}

/// What recurs and is no customer's, as the API shows it: a file of settings tells nothing of customers.
pub(super) async fn shared_recurring(hand: &Hand) -> Result<Value, Failure> {
    let all = hand.get("/recurring").await?;
    let shared = all["data"].as_array().into_iter().flatten();
    Ok(shared.filter(|one| one["what"]["customer"].is_null()).cloned().collect())
}

/// What recurs, with names and addresses in place of ids.
pub(super) fn a_recurring(one: &Value, names: &Names) -> Value {
    let mut what = without(one["what"].clone(), &["customer"]);
    what["assignee"] = other(&names.colleagues, "id", &what["assignee"], "email");
    what["department"] = name_of(&names.departments, &what["department"]);
    what["checklist"] = other(&names.macros, "id", &what["checklist"], "name");
    what
}

/// Service policies that tell nothing of customers and name nothing that is gone, and the hours that they count.
fn service(levels: &Value, names: &Names) -> Value {
    let policies: Value =
        levels["policies"].as_array().into_iter().flatten().filter_map(|one| a_policy(one, names)).collect();
    let hours = each(&levels["hours"], |mut one| {
        one["calendar"] = without(one["calendar"].take(), &["version"]);
        one
    });
    json!({ "policies": policies, "hours": hours })
}

/// A service policy with names and addresses in place of ids; nothing for one that is left out of files.
pub(super) fn a_policy(one: &Value, names: &Names) -> Option<Value> {
    let named = |field: &str, all: &Value, wanted: &str| -> Option<Value> {
        let ids = one[field].as_array().into_iter().flatten();
        let found: Vec<Value> = ids.map(|id| other(all, "id", id, wanted)).collect();
        (!found.iter().any(Value::is_null)).then(|| found.into())
    };
    let of_customers =
        ["organisations", "customers"].iter().any(|of| one[*of].as_array().is_some_and(|all| !all.is_empty()));
    let mut policy = without(one.clone(), &["id", "version", "organisations", "customers"]);
    policy["departments"] = named("departments", &names.departments, "name")?;
    policy["mailboxes"] = named("mailboxes", &names.mailboxes, "address")?;
    policy["late_assignee"] = other(&names.colleagues, "id", &one["late_assignee"], "email");
    (!of_customers).then_some(policy)
}
/// What turns need, with names and addresses in place of ids; without what is gone.
pub(super) fn turn_rules(mut rules: Value, names: &Names, skills: &Value) -> Value {
    let needs = each(&rules["needs"], |mut one| {
        one["of"] = match one["by"].as_str() {
            Some("department") => name_of(&names.departments, &one["of"]),
            Some("mailbox") => other(&names.mailboxes, "id", &one["of"], "address"),
            _ => one["of"].clone(),
        };
        one["skill"] = other(skills, "id", &one["skill"], "name");
        one
    });
    let there = needs.as_array().into_iter().flatten().filter(|one| one["of"].is_string() && one["skill"].is_string());
    rules["needs"] = by(there.cloned().collect(), &["by", "of", "skill"]);
    rules
}

/// The company's turns, with addresses in place of ids.
fn rota(set: &Value, names: &Names) -> Value {
    let members = each(&set["members"], |mut one| {
        one["colleague"] = other(&names.colleagues, "id", &one["colleague"], "email");
        one
    });
    json!({ "hours": set["hours"], "easy": set["easy"], "members": by(members, &["colleague"]) })
}

/// Rules as the API shows them.
pub(super) async fn rules(hand: &Hand) -> Result<Vec<Value>, Failure> {
    Ok(hand.get("/automation/rules").await?["data"].as_array().cloned().unwrap_or_default())
}

/// A rule, with names and addresses in place of ids; nothing for one that names what is gone.
pub(super) fn a_rule(one: &Value, names: &Names) -> Option<Value> {
    if names_what_is_gone(&one["when"], names) {
        return None;
    }
    let acts: Option<Vec<Value>> = one["acts"].as_array()?.iter().map(|act| an_act(act, names)).collect();
    let when = with_names(&one["when"], names);
    Some(
        json!({ "name": one["name"], "trigger": one["trigger"], "when": when, "acts": acts?, "enabled": one["enabled"] }),
    )
}

/// What a rule does, as a file calls it; nothing when it names what is gone.
fn an_act(act: &Value, names: &Names) -> Option<Value> {
    let named = match act_bound(act) {
        None => return Some(act.clone()),
        Some(ActBound::Department) => name_of(&names.departments, &act["value"]),
        Some(ActBound::Colleague) => other(&names.colleagues, "id", &act["value"], "email"),
        Some(ActBound::Macro) => other(&names.macros, "id", &act["value"], "name"),
    };
    named.is_string().then(|| json!({ "kind": act["kind"], "value": named }))
}

/// What an act of a rule names by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ActBound {
    Department,
    Colleague,
    Macro,
}

/// What an act of a rule names, if it names anything.
pub(super) fn act_bound(act: &Value) -> Option<ActBound> {
    match (act["kind"].as_str()?, act["value"].as_str().unwrap_or_default()) {
        ("assign", "nobody") | ("department", "none") | ("tell", "owner") => None,
        ("assign" | "tell" | "follow", _) => Some(ActBound::Colleague),
        ("department", _) => Some(ActBound::Department),
        ("reply", _) => Some(ActBound::Macro),
        _ => None,
    }
}

/// The name of a department; null for none.
fn name_of(departments: &Value, id: &Value) -> Value {
    other(departments, "id", id, "name")
}

/// What is asked when conversations are closed, by the names of departments that are open.
fn outcomes(set: &Value, departments: &Value) -> Value {
    json!({ "required": open_ones(&set["required"], departments), "ask_customers": set["ask_customers"] })
}

/// The names of those departments that take something, and null for none of them.
fn open_ones(ids: &Value, departments: &Value) -> Vec<Value> {
    let is_open = |id: &Value| {
        let mut all = departments.as_array().into_iter().flatten();
        id.is_null() || all.any(|one| one["id"] == *id && one["closed_at"].is_null())
    };
    let ids = ids.as_array().into_iter().flatten().filter(|id| is_open(id));
    let mut names: Vec<Value> = ids.map(|id| name_of(departments, id)).collect();
    names.sort_by_cached_key(ToString::to_string);
    names
}

/// Without what was measured: that is of this business's own conversations.
fn automatic(set: &Value, departments: &Value) -> Value {
    let mail = open_ones(&set["mail"], departments);
    json!({ "forms": set["forms"], "threshold": set["threshold"], "mail": mail, "a_day": set["a_day"] })
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
