//! Who gives out by turns, the list of skills, and what turns need.

use axum::http::Method;
use serde_json::{Value, json};

use super::super::Failure;
use super::super::reading::{Names, departments};
use super::{Work, id};

impl Work<'_> {
    pub(super) async fn turns(&mut self) -> Result<(), Failure> {
        let there = departments(self.hand).await?;
        for (at, one) in self.listed("turns", &[]) {
            let Some(id) = self.department(&there, &one["department"], &format!("{at}/department")) else { continue };
            let now = self.now["turns"]
                .as_array()
                .into_iter()
                .flatten()
                .find(|other| other["department"] == one["department"]);
            let (on, order) = now.map_or((&Value::Bool(false), &Value::Null), |now| (&now["on"], &now["order"]));
            // What the file does not say of the order stays.
            let wanted = if one["order"].is_null() { order } else { &one["order"] };
            let goes_otherwise = one["on"] == true && wanted != order;
            if *on != one["on"] || goes_otherwise {
                let body = json!({ "department": id, "on": one["on"], "order": wanted });
                self.send(Method::PUT, "/turns", &body, ("", &at)).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn skills(&mut self) -> Result<(), Failure> {
        let there = self.hand.get("/skills").await?["data"].take();
        let folded = |one: &Value| one["name"].as_str().unwrap_or_default().to_lowercase();
        for (at, one) in self.listed("skills", &["name"]) {
            let known = there.as_array().into_iter().flatten().find(|other| folded(other) == folded(&one));
            match known {
                None => {
                    self.send(Method::POST, "/skills", &one, ("", &at)).await?;
                }
                Some(known) if known["name"] != one["name"] => {
                    self.send(Method::PUT, &format!("/skills/{}", id(known)), &one, ("", &at)).await?;
                }
                Some(_) => {}
            }
        }
        for gone in self.left("skills", &there, |one, other| folded(one) == folded(other)) {
            self.send(Method::DELETE, &format!("/skills/{}", id(&gone)), &Value::Null, ("", "/skills")).await?;
        }
        Ok(())
    }

    /// What turns need: as a whole, but that what the file does not name of it stays.
    pub(super) async fn turn_rules(&mut self) -> Result<(), Failure> {
        let Some(wanted) = self.file.get("turn_rules") else { return Ok(()) };
        let Some(wanted) = wanted.as_object() else {
            self.wrong_at("/turn_rules", "must be an object");
            return Ok(());
        };
        let mut body = self.now["turn_rules"].clone();
        for (name, value) in wanted {
            body[name] = value.clone();
        }
        // What the file takes away, a skill, takes its needs along.
        if body == self.now["turn_rules"] && !self.remove {
            return Ok(());
        }
        if wanted.contains_key("needs") {
            let Some(needs) = body["needs"].as_array().cloned() else {
                self.wrong_at("/turn_rules/needs", "must be a list");
                return Ok(());
            };
            body["needs"] = self.turn_needs(&needs).await?;
        } else {
            // As they are, without those of a skill that the file has taken away by now.
            body["needs"] = self.hand.get("/turns/rules").await?["needs"].take();
        }
        if self.wrong.is_empty() {
            self.send(Method::PUT, "/turns/rules", &body, ("", "/turn_rules")).await?;
        }
        Ok(())
    }

    /// The company's turns: as a whole, but that what the file does not name of them stays.
    pub(super) async fn rota(&mut self) -> Result<(), Failure> {
        let Some(wanted) = self.file.get("rota") else { return Ok(()) };
        let Some(wanted) = wanted.as_object() else {
            self.wrong_at("/rota", "must be an object");
            return Ok(());
        };
        let mut body = self.now["rota"].clone();
        for (name, value) in wanted {
            body[name] = value.clone();
        }
        if body == self.now["rota"] {
            return Ok(());
        }
        // What is no list is told of by the operation.
        if let Some(members) = body["members"].as_array().cloned() {
            let names = Names::read(self.hand).await?;
            let mut known = Vec::with_capacity(members.len());
            for (number, mut one) in members.iter().cloned().enumerate() {
                let at = format!("/rota/members/{number}");
                if !one.is_object() {
                    self.wrong_at(at, "must be an object");
                    continue;
                }
                let at = format!("{at}/colleague");
                if let Some(id) = self.found(names.colleague(&one["colleague"]), &at, "is the address of no colleague")
                {
                    one["colleague"] = id;
                    known.push(one);
                }
            }
            if known.len() < members.len() {
                return Ok(());
            }
            body["members"] = known.into();
        }
        self.send(Method::PUT, "/settings/rota", &body, ("", "/rota")).await.map(|_| ())
    }

    /// What needs a skill, with ids in place of names and addresses; what is not there is told at its place.
    async fn turn_needs(&mut self, wanted: &[Value]) -> Result<Value, Failure> {
        let names = Names::read(self.hand).await?;
        let skills = self.hand.get("/skills").await?["data"].take();
        let mut needs = Vec::new();
        for (number, need) in wanted.iter().enumerate() {
            let at = format!("/turn_rules/needs/{number}");
            let of = match need["by"].as_str() {
                Some("department") => self.department(&names.departments, &need["of"], &format!("{at}/of")),
                Some("mailbox") => {
                    let found = names.mailbox(&need["of"]);
                    if found.is_none() {
                        self.wrong_at(format!("{at}/of"), "is the address of no mailbox");
                    }
                    found
                }
                _ => Some(need["of"].clone()),
            };
            let skill = skills.as_array().into_iter().flatten().find(|one| one["name"] == need["skill"]);
            if skill.is_none() {
                self.wrong_at(format!("{at}/skill"), "is the name of no skill");
            }
            if let (Some(of), Some(skill)) = (of, skill) {
                needs.push(json!({ "by": need["by"], "of": of, "skill": skill["id"] }));
            }
        }
        Ok(needs.into())
    }
}
