//! Taking a file in, part by part, by the operations that pages and programs use. All that is wrong is gathered.

use std::collections::HashSet;

use axum::http::Method;
use serde_json::{Map, Value, json};

use super::hand::{Hand, Refused};
use super::pairing::{Same, paired, unpaired};
use super::reading::{a_macro, departments, is_personal, shared_macros};
use super::{EDITION, FORMAT, Failure, PARTS, Wrong};

mod automation;
mod lists;
mod service;
mod turning;

/// Things of one list of a file, but for tags.
const LISTED_MAX: usize = 1000;
/// Tags of a file.
const TAGS_MAX: usize = 10_000;
/// Parts in which several things may bear one name.
const PAIRED: [&str; 5] = ["macros", "contact_forms", "views", "recurring", "rules"];

/// Everything at work.
struct Work<'a> {
    hand: &'a Hand,
    file: &'a Map<String, Value>,
    now: &'a Value,
    remove: bool,
    wrong: Vec<Wrong>,
}

/// Takes it in.
pub(super) async fn take(hand: &Hand, file: &Value, now: &Value, remove: bool) -> Result<(), Failure> {
    let Some(file) = file.as_object() else {
        return Err(Failure::Wrong(vec![Wrong::at("", "must be a JSON object, as GET /settings/file gives it")]));
    };
    let mut work = Work { hand, file, now, remove, wrong: headed(file) };
    if work.wrong.is_empty() {
        work.departments().await?;
        work.skills().await?;
        work.fields().await?;
        work.states().await?;
        for (part, path) in [
            ("business", "/settings/business"),
            ("manners", "/settings/manners"),
            ("times", "/settings/times"),
            ("receipts", "/settings/receipts"),
            ("requests", "/settings/requests"),
            ("tone", "/settings/tone"),
            ("needs", "/settings/needs"),
            ("community", "/settings/community"),
            ("senders", "/settings/senders"),
            ("deleted", "/settings/deleted"),
            ("sign_in", "/settings/sign-in"),
        ] {
            work.whole(part, path).await?;
        }
        work.hours().await?;
        work.service().await?;
        work.turns().await?;
        work.of_departments("outcomes", "required", "/settings/outcomes").await?;
        work.of_departments("automatic_answers", "mail", "/settings/automatic-answers").await?;
        work.contact_forms().await?;
        work.macros().await?;
        work.tags().await?;
        work.turn_rules().await?;
        work.rota().await?;
        work.views().await?;
        work.recurring().await?;
        work.rules().await?;
        work.whole("rule_order", "/automation/order").await?;
        work.closing().await?;
        work.whole("second_factor", "/settings/second-factor").await?;
    }
    if work.wrong.is_empty() { Ok(()) } else { Err(Failure::Wrong(work.wrong)) }
}

/// What the file says of itself, and parts that there are not.
fn headed(file: &Map<String, Value>) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if file.get("format") != Some(&json!(FORMAT)) {
        wrong.push(Wrong::at("/format", format!("must be \"{FORMAT}\"")));
    }
    match file.get("edition").and_then(Value::as_i64) {
        Some(EDITION) => {}
        Some(newer) if newer > EDITION => wrong.push(Wrong::at("/edition", "was written by a newer Tillit")),
        _ => wrong.push(Wrong::at("/edition", format!("must be {EDITION}"))),
    }
    let known = |name: &str| PARTS.contains(&name) || ["format", "edition"].contains(&name);
    for name in file.keys().filter(|name| !known(name)) {
        wrong.push(Wrong::at(format!("/{}", pointed(name)), "is no part of the settings"));
    }
    wrong
}

/// As RFC 6901 writes a name within a pointer.
fn pointed(name: &str) -> String {
    name.chars().take(100).collect::<String>().replace('~', "~0").replace('/', "~1")
}

impl Work<'_> {
    fn wrong_at(&mut self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.wrong.push(Wrong::at(pointer, detail));
    }

    /// Sends something; what is wrong with it is told at its place in the file: `within` there is what `cut` is in what
    /// was sent.
    async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: &Value,
        (cut, within): (&str, &str),
    ) -> Result<Option<Value>, Failure> {
        match self.hand.ask(method, path, Some(body)).await {
            Ok(answer) => Ok(Some(answer)),
            Err(Refused::Failure(failure)) => Err(failure),
            Err(Refused::Wrong(all)) => {
                for wrong in all {
                    let rest = wrong.pointer.strip_prefix(cut).unwrap_or(&wrong.pointer);
                    self.wrong_at(format!("{within}{rest}"), wrong.detail);
                }
                Ok(None)
            }
        }
    }

    /// A part that is set as a whole. What the file does not name of it stays.
    async fn whole(&mut self, part: &str, path: &str) -> Result<(), Failure> {
        let Some(wanted) = self.file.get(part) else { return Ok(()) };
        let Some(wanted) = wanted.as_object() else {
            self.wrong_at(format!("/{part}"), "must be an object");
            return Ok(());
        };
        let mut body = self.now[part].clone();
        for (name, value) in wanted {
            body[name] = value.clone();
        }
        if body != self.now[part] {
            self.send(Method::PUT, path, &body, ("", &format!("/{part}"))).await?;
        }
        Ok(())
    }

    async fn hours(&mut self) -> Result<(), Failure> {
        let Some(wanted) = self.file.get("hours") else { return Ok(()) };
        if *wanted != self.now["hours"] {
            let body = json!({ "hours": wanted });
            self.send(Method::PUT, "/settings/hours", &body, ("", "")).await?;
        }
        Ok(())
    }

    /// The things of a list, each with its place; each must be an object and bear these names.
    fn listed(&mut self, part: &str, names: &[&str]) -> Vec<(String, Value)> {
        let Some(all) = self.file.get(part) else { return Vec::new() };
        let Some(all) = all.as_array() else {
            self.wrong_at(format!("/{part}"), "must be a list");
            return Vec::new();
        };
        // Each may be made anew while nobody else can write.
        let most = if part == "tags" { TAGS_MAX } else { LISTED_MAX };
        if all.len() > most {
            self.wrong_at(format!("/{part}"), format!("holds more than {most}"));
            return Vec::new();
        }
        let mut listed: Vec<(String, Value)> = Vec::new();
        let mut named = HashSet::new();
        for (number, one) in all.iter().enumerate() {
            let at = format!("/{part}/{number}");
            let lacks = names.iter().find(|name| !one[**name].is_string());
            let tells_apart = !names.is_empty() && !PAIRED.contains(&part);
            if !one.is_object() {
                self.wrong_at(at, "must be an object");
            } else if let Some(name) = lacks {
                self.wrong_at(format!("{at}/{name}"), "must be a text");
            } else if tells_apart && !named.insert(names.iter().map(|name| one[*name].to_string()).collect::<Vec<_>>())
            {
                self.wrong_at(at, "stands there twice");
            } else {
                listed.push((at, one.clone()));
            }
        }
        listed
    }

    /// Whether what a part does not name is to go.
    fn removes(&self, part: &str) -> bool {
        self.remove && self.file.get(part).is_some_and(Value::is_array)
    }

    /// What is there and the file does not name, if such things are to go.
    fn left(&self, part: &str, there: &Value, same: impl Fn(&Value, &Value) -> bool) -> Vec<Value> {
        let Some(wanted) = self.file.get(part).and_then(Value::as_array).filter(|_| self.remove) else {
            return Vec::new();
        };
        let there = there.as_array().into_iter().flatten();
        there.filter(|one| !wanted.iter().any(|other| same(one, other))).cloned().collect()
    }

    async fn departments(&mut self) -> Result<(), Failure> {
        let there = departments(self.hand).await?;
        for (at, one) in self.listed("departments", &["name"]) {
            let same = there.as_array().into_iter().flatten().find(|other| other["name"] == one["name"]);
            let open = match &one["open"] {
                Value::Null => true,
                Value::Bool(open) => *open,
                _ => {
                    self.wrong_at(format!("{at}/open"), "must be true or false");
                    continue;
                }
            };
            if let Some(unknown) =
                one.as_object().and_then(|all| all.keys().find(|it| !["name", "open"].contains(&it.as_str())))
            {
                self.wrong_at(format!("{at}/{}", pointed(unknown)), "is not known here");
                continue;
            }
            let same = match same {
                Some(same) => Some(same.clone()),
                None => self.send(Method::POST, "/departments", &json!({ "name": one["name"] }), ("", &at)).await?,
            };
            // What is closed takes nothing: that comes last.
            if let Some(same) = same.filter(|same| open && !same["closed_at"].is_null()) {
                self.open(&same, true, &at).await?;
            }
        }
        Ok(())
    }

    /// Closes what the file says is closed, once everything of it is there.
    async fn closing(&mut self) -> Result<(), Failure> {
        let there = departments(self.hand).await?;
        let wanted = self.file.get("departments").and_then(Value::as_array).cloned().unwrap_or_default();
        for (number, one) in wanted.iter().enumerate().filter(|(_, one)| one["open"] == false) {
            let same = there.as_array().into_iter().flatten().find(|other| other["name"] == one["name"]);
            if let Some(same) = same.filter(|same| same["closed_at"].is_null()) {
                self.open(same, false, &format!("/departments/{number}")).await?;
            }
        }
        for gone in self.left("departments", &there, |one, other| one["name"] == other["name"]) {
            if gone["closed_at"].is_null() {
                self.open(&gone, false, "/departments").await?;
            }
        }
        Ok(())
    }

    async fn open(&mut self, one: &Value, open: bool, at: &str) -> Result<(), Failure> {
        let body = json!({ "name": one["name"], "members": one["members"], "open": open });
        self.send(Method::PUT, &format!("/departments/{}", id(one)), &body, ("", at)).await.map(|_| ())
    }

    async fn fields(&mut self) -> Result<(), Failure> {
        let there = self.hand.get("/fields").await?["data"].take();
        let same = |one: &Value, other: &Value| one["about"] == other["about"] && one["name"] == other["name"];
        for (at, one) in self.listed("fields", &["about", "name", "kind"]) {
            let (mut made, mut body) = (one.clone(), one.clone());
            if let (Value::Object(made), Value::Object(body)) = (&mut made, &mut body) {
                made.remove("retired");
                for fixed in ["about", "kind", "name"] {
                    body.remove(fixed);
                }
            }
            let known = there.as_array().into_iter().flatten().find(|other| same(&one, other)).cloned();
            let known = match known {
                Some(known) if known["kind"] != one["kind"] => {
                    self.wrong_at(
                        format!("{at}/kind"),
                        "is another than that of the field of this name; it stays for ever",
                    );
                    continue;
                }
                Some(known) => known,
                None => match self.send(Method::POST, "/fields", &made, ("", &at)).await? {
                    Some(known) => known,
                    None => continue,
                },
            };
            let differs = body.as_object().into_iter().flatten().any(|(name, value)| known[name] != *value);
            if differs {
                self.send(Method::PATCH, &format!("/fields/{}", id(&known)), &body, ("", &at)).await?;
            }
        }
        for gone in self.left("fields", &there, same) {
            if gone["retired"] == false {
                let body = json!({ "retired": true });
                self.send(Method::PATCH, &format!("/fields/{}", id(&gone)), &body, ("", "/fields")).await?;
            }
        }
        Ok(())
    }

    async fn states(&mut self) -> Result<(), Failure> {
        if !self.file.contains_key("states") {
            return Ok(());
        }
        let there = self.hand.get("/settings").await?["state_names"].take();
        let there: Vec<Value> = there.as_array().cloned().unwrap_or_default();
        let same = |one: &Value, other: &Value| one["state"] == other["state"] && one["name"] == other["name"];
        let mut names = Vec::new();
        for (_, mut one) in self.listed("states", &["state", "name"]) {
            if let Some(known) = there.iter().find(|other| same(&one, other)) {
                one["id"] = known["id"].clone();
            }
            names.push(one);
        }
        if !self.remove {
            names.extend(
                there.iter().filter(|one| !names.iter().any(|other| same(one, other))).cloned().collect::<Vec<_>>(),
            );
        }
        if names != there && self.wrong.is_empty() {
            let body = json!({ "names": names });
            self.send(Method::PUT, "/settings/states", &body, ("/names", "/states")).await?;
        }
        Ok(())
    }

    /// The id of the department of this name; null for none.
    fn department(&mut self, there: &Value, name: &Value, at: &str) -> Option<Value> {
        if name.is_null() {
            return Some(Value::Null);
        }
        let found = there.as_array().into_iter().flatten().find(|one| one["name"] == *name);
        if found.is_none() {
            self.wrong_at(at, "is the name of no department");
        }
        found.map(|one| one["id"].clone())
    }

    /// A part that is set as a whole, with names of departments in the list `within` it.
    async fn of_departments(&mut self, part: &str, within: &str, path: &str) -> Result<(), Failure> {
        let Some(wanted) = self.file.get(part) else { return Ok(()) };
        let Some(wanted) = wanted.as_object().cloned() else {
            self.wrong_at(format!("/{part}"), "must be an object");
            return Ok(());
        };
        let mut body = self.now[part].clone();
        for (name, value) in wanted {
            body[name] = value;
        }
        if body == self.now[part] {
            return Ok(());
        }
        let there = departments(self.hand).await?;
        // What is no list is told of by the operation.
        if let Some(names) = body[within].as_array().cloned() {
            let mut ids = Vec::with_capacity(names.len());
            for (number, name) in names.iter().enumerate() {
                ids.extend(self.department(&there, name, &format!("/{part}/{within}/{number}")));
            }
            body[within] = Value::Array(ids);
        }
        if self.wrong.is_empty() {
            self.send(Method::PUT, path, &body, ("", &format!("/{part}"))).await?;
        }
        Ok(())
    }

    async fn contact_forms(&mut self) -> Result<(), Failure> {
        let departments = departments(self.hand).await?;
        let there: Vec<Value> = self.now["contact_forms"].as_array().cloned().unwrap_or_default();
        let listed = self.listed("contact_forms", &["slug"]);
        // Elsewhere a form may have come to another address than where it was made.
        let same: [Same<(String, Value), Value>; 2] =
            [&|(_, one), other| one["slug"] == other["slug"], &|(_, one), other| one["names"] == other["names"]];
        let places = paired(&listed, &there, &same);
        for ((at, one), place) in listed.iter().zip(&places) {
            let known = place.map(|place| &there[place]);
            let mut body = known.map_or_else(|| one.clone(), |known| merged(known, one, self.remove));
            let slug = known.map(|known| &known["slug"]);
            if let Some(slug) = slug {
                body["slug"] = slug.clone();
            }
            if known == Some(&body) {
                continue;
            }
            let department = self.department(&departments, &body["department"], &format!("{at}/department"));
            let Some(department) = department else { continue };
            body["department"] = department;
            if let Value::Object(body) = &mut body {
                body.remove("slug");
            }
            let (method, path) = match slug {
                Some(slug) => (Method::PUT, format!("/contact-forms/{}", slug.as_str().unwrap_or_default())),
                None => (Method::POST, "/contact-forms".to_owned()),
            };
            self.send(method, &path, &body, ("", at)).await?;
        }
        if self.removes("contact_forms") {
            for gone in unpaired(&places, there.len()) {
                let path = format!("/contact-forms/{}", there[gone]["slug"].as_str().unwrap_or_default());
                self.send(Method::DELETE, &path, &Value::Null, ("", "/contact_forms")).await?;
            }
        }
        Ok(())
    }

    async fn macros(&mut self) -> Result<(), Failure> {
        let departments = departments(self.hand).await?;
        let there: Vec<Value> = shared_macros(self.hand).await?.as_array().cloned().unwrap_or_default();
        let plain: Vec<Value> = there.iter().map(|one| a_macro(one.clone(), &departments)).collect();
        let listed = self.listed("macros", &["name"]);
        // Several may bear one name: those that are the same already are left alone, whatever else is changed.
        let same: [Same<(String, Value), Value>; 2] =
            [&|(_, one), other| one == other, &|(_, one), other| are_alike(one, other)];
        let places = paired(&listed, &plain, &same);
        for ((at, one), place) in listed.iter().zip(&places) {
            let mut body = place.map_or_else(|| one.clone(), |place| merged(&plain[place], one, self.remove));
            if one["acts"].is_null() {
                body["acts"] = place.map_or_else(|| json!([]), |place| plain[place]["acts"].clone());
            }
            if place.is_some_and(|place| plain[place] == body) {
                continue;
            }
            let department = self.department(&departments, &body["department"], &format!("{at}/department"));
            let Some(acts) = self.acts(&departments, &body["acts"], at) else { continue };
            let Some(department) = department else { continue };
            let Some(when) = self.when(&departments, &body["when"], at) else { continue };
            let (method, path, acts) = match place.map(|place| (&there[place], &plain[place])) {
                Some((known, was)) => {
                    let path = format!("/macros/{}", id(known));
                    let had = known["acts"].as_array().cloned().unwrap_or_default();
                    // Whom it gives conversations to stands in no file, and stays.
                    let personal = had.iter().filter(|act| is_personal(act)).cloned();
                    let acts =
                        if was["acts"] == body["acts"] { had } else { acts.into_iter().chain(personal).collect() };
                    (Method::PUT, path, acts)
                }
                None => (Method::POST, "/macros".to_owned(), acts),
            };
            (body["department"], body["acts"], body["when"]) = (department, Value::Array(acts), when);
            self.send(method, &path, &body, ("", at)).await?;
        }
        if self.removes("macros") {
            for gone in unpaired(&places, there.len()) {
                let path = format!("/macros/{}", id(&there[gone]));
                self.send(Method::DELETE, &path, &Value::Null, ("", "/macros")).await?;
            }
        }
        Ok(())
    }

    /// Where a macro is offered, with ids of departments in place of their names.
    fn when(&mut self, departments: &Value, when: &Value, at: &str) -> Option<Value> {
        let mut all = if when.is_null() { json!({}) } else { when.clone() };
        for (number, one) in all.get_mut("departments").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
        {
            *one = self.department(departments, one, &format!("{at}/when/departments/{number}"))?;
        }
        Some(all)
    }

    /// What a macro does, with ids of departments in place of their names.
    fn acts(&mut self, departments: &Value, acts: &Value, at: &str) -> Option<Vec<Value>> {
        let Some(mut all) = acts.as_array().cloned() else {
            self.wrong_at(format!("{at}/acts"), "must be a list");
            return None;
        };
        for (number, act) in all.iter_mut().enumerate() {
            if act["kind"] == "department" && act["value"] != "none" {
                let name = act["value"].clone();
                act["value"] = self.department(departments, &name, &format!("{at}/acts/{number}/value"))?;
            }
        }
        Some(all)
    }
}

/// Whether two macros are told apart by nothing that people see in a list. One whose kind is not named is a reply.
fn are_alike(one: &Value, other: &Value) -> bool {
    let kind = |it: &Value| it["kind"].as_str().unwrap_or("reply").to_owned();
    kind(one) == kind(other) && ["name", "department"].iter().all(|name| one[*name] == other[*name])
}

/// What is there, with what the file names of it in its place. Of texts by language those stay that the file does not
/// name, unless such things are to go.
fn merged(there: &Value, wanted: &Value, remove: bool) -> Value {
    let mut all = there.clone();
    for (name, value) in wanted.as_object().into_iter().flatten() {
        match (&mut all[name], value) {
            (Value::Object(was), Value::Object(is)) if !remove => was.extend(is.clone()),
            (was, is) => *was = is.clone(),
        }
    }
    all
}

fn id(one: &Value) -> &str {
    one["id"].as_str().unwrap_or_default()
}
