//! Tags, the views that more than one colleague sees, and what recurs.

use std::collections::{HashMap, HashSet};

use axum::http::Method;
use serde_json::{Value, json};

use super::super::Failure;
use super::super::pairing::{Same, paired, unpaired};
use super::super::reading::{Bound, GROUPS, Names, a_recurring, a_view, bound, shared_recurring, shared_views, tags};
use super::{Work, id, merged};

impl Work<'_> {
    pub(super) async fn tags(&mut self) -> Result<(), Failure> {
        let there = tags(self.hand).await?;
        // However it is written, large or small, it is one tag. There may be thousands: each is looked up once.
        let folded = |one: &Value| one["name"].as_str().unwrap_or_default().to_lowercase();
        let known: HashMap<String, &Value> =
            there.as_array().into_iter().flatten().map(|one| (folded(one), one)).collect();
        let listed = self.listed("tags", &["name"]);
        let wanted: HashSet<String> = listed.iter().map(|(_, one)| folded(one)).collect();
        for (at, one) in listed {
            let Some(known) = known.get(&folded(&one)) else {
                self.send(Method::POST, "/tags", &one, ("", &at)).await?;
                continue;
            };
            let was = json!({ "name": known["name"], "tone": known["tone"] });
            let body = merged(&was, &one, true);
            if body != was {
                self.send(Method::PUT, &format!("/tags/{}", id(known)), &body, ("", &at)).await?;
            }
        }
        // What stands on conversations, also on deleted ones, stays: nothing could put it back on them.
        let left = there.as_array().into_iter().flatten().filter(|one| !wanted.contains(&folded(one)));
        let removes = self.removes("tags");
        for gone in left.filter(|one| removes && one["borne"] == false) {
            self.send(Method::DELETE, &format!("/tags/{}", id(gone)), &Value::Null, ("", "/tags")).await?;
        }
        Ok(())
    }

    pub(super) async fn views(&mut self) -> Result<(), Failure> {
        let names = Names::read(self.hand).await?;
        let there: Vec<Value> = shared_views(self.hand, &names).await?.as_array().cloned().unwrap_or_default();
        let plain: Vec<Value> = there.iter().map(|one| a_view(one.clone(), &names)).collect();
        let listed = self.listed("views", &["name"]);
        // As macros, several may bear one name.
        let same: [Same<(String, Value), Value>; 2] =
            [&|(_, one), other| one == other, &|(_, one), other| are_alike(one, other)];
        let places = paired(&listed, &plain, &same);
        for ((at, one), place) in listed.iter().zip(&places) {
            let mut body = place.map_or_else(|| one.clone(), |place| merged(&plain[place], one, true));
            if place.is_some_and(|place| plain[place] == body) {
                continue;
            }
            let department = self.department(&names.departments, &body["department"], &format!("{at}/department"));
            let when = body["when"].clone();
            let Some(when) = self.conditions(&names, &when, &format!("{at}/when")) else { continue };
            let Some(department) = department else { continue };
            body["department"] = department;
            if !when.is_null() {
                body["when"] = when;
            }
            let (method, path) = match place {
                Some(place) => (Method::PUT, format!("/views/{}", id(&there[*place]))),
                None => (Method::POST, "/views".to_owned()),
            };
            self.send(method, &path, &body, ("", at)).await?;
        }
        if self.removes("views") {
            for gone in unpaired(&places, there.len()) {
                let path = format!("/views/{}", id(&there[gone]));
                self.send(Method::DELETE, &path, &Value::Null, ("", "/views")).await?;
            }
        }
        Ok(())
    }

    /// What a view asks for, with ids in place of names and addresses.
    pub(super) fn conditions(&mut self, names: &Names, when: &Value, at: &str) -> Option<Value> {
        let mut all = when.clone();
        for group in GROUPS {
            let Some(parts) = when[group].as_array() else { continue };
            let mut meant = Vec::with_capacity(parts.len());
            for (number, part) in parts.iter().enumerate() {
                meant.push(self.conditions(names, part, &format!("{at}/{group}/{number}"))?);
            }
            all[group] = Value::Array(meant);
        }
        let at = format!("{at}/value");
        match bound(when) {
            Some(Bound::Department) => all["value"] = self.department(&names.departments, &when["value"], &at)?,
            Some(Bound::Colleague) => all["value"] = self.colleague(names, &when["value"], &at)?,
            Some(Bound::Mailbox) => {
                all["value"] = self.found(names.mailbox(&when["value"]), &at, "is the address of no mailbox")?
            }
            None => {}
        }
        Some(all)
    }

    /// The id of the colleague of this address; null for none.
    pub(super) fn colleague(&mut self, names: &Names, address: &Value, at: &str) -> Option<Value> {
        if address.is_null() {
            return Some(Value::Null);
        }
        self.found(names.colleague(address), at, "is the address of no colleague")
    }

    /// What was looked up, or where it was not found.
    pub(super) fn found(&mut self, found: Option<Value>, at: &str, why: &str) -> Option<Value> {
        if found.is_none() {
            self.wrong_at(at, why);
        }
        found
    }

    pub(super) async fn recurring(&mut self) -> Result<(), Failure> {
        let names = Names::read(self.hand).await?;
        let there: Vec<Value> = shared_recurring(self.hand).await?.as_array().cloned().unwrap_or_default();
        let plain: Vec<Value> = there.iter().map(|one| a_recurring(one, &names)).collect();
        let listed = self.listed("recurring", &["subject"]);
        // As macros, several may bear one name.
        let same: [Same<(String, Value), Value>; 2] =
            [&|(_, one), other| one == other, &|(_, one), other| one["subject"] == other["subject"]];
        let places = paired(&listed, &plain, &same);
        for ((at, one), place) in listed.iter().zip(&places) {
            let mut body = place.map_or_else(|| one.clone(), |place| merged(&plain[place], one, true));
            if place.is_some_and(|place| plain[place] == body) {
                continue;
            }
            let department = self.department(&names.departments, &body["department"], &format!("{at}/department"));
            let assignee = self.colleague(&names, &body["assignee"], &format!("{at}/assignee"));
            let name = body["checklist"].clone();
            let checklist = match place.filter(|place| plain[*place]["checklist"] == name) {
                // As it is, also when it is of a macro that stands in no file.
                Some(place) => Some(there[place]["what"]["checklist"].clone()),
                None if name.is_null() => Some(Value::Null),
                None => self.found(names.checklist(&name), &format!("{at}/checklist"), "is the name of no macro"),
            };
            let (Some(department), Some(assignee), Some(checklist)) = (department, assignee, checklist) else {
                continue;
            };
            (body["department"], body["assignee"], body["checklist"]) = (department, assignee, checklist);
            let (method, path) = match place {
                Some(place) => (Method::PUT, format!("/recurring/{}", id(&there[*place]))),
                None => (Method::POST, "/recurring".to_owned()),
            };
            self.send(method, &path, &body, ("", at)).await?;
        }
        if self.removes("recurring") {
            for gone in unpaired(&places, there.len()) {
                let path = format!("/recurring/{}", id(&there[gone]));
                self.send(Method::DELETE, &path, &Value::Null, ("", "/recurring")).await?;
            }
        }
        Ok(())
    }
}

/// Whether two views are told apart by nothing that people see in a list.
fn are_alike(one: &Value, other: &Value) -> bool {
    ["name", "department"].iter().all(|field| one[*field] == other[*field])
}
