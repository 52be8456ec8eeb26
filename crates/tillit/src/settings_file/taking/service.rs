//! Service policies, in their order, and the hours that they count.

use axum::http::Method;
use serde_json::{Value, json};

use super::super::Failure;
use super::super::reading::{Names, a_policy};
use super::Work;

impl Work<'_> {
    /// Policies about single customers or organisations are in no file; they stay, before those of the file. So do others
    /// that it does not name, behind them, and hours, unless such things are to go.
    pub(super) async fn service(&mut self) -> Result<(), Failure> {
        let Some(wanted) = self.file.get("service") else { return Ok(()) };
        if *wanted == self.now["service"] {
            return Ok(());
        }
        let lists = (wanted["policies"].as_array().cloned(), wanted["hours"].as_array().cloned());
        let (Some(listed), Some(mut hours)) = lists else {
            self.wrong_at("/service", "must be an object with lists of policies and of hours");
            return Ok(());
        };
        let names = Names::read(self.hand).await?;
        let there = self.hand.get("/settings/service").await?;
        let there: (Vec<Value>, Vec<Value>) = (
            there["policies"].as_array().cloned().unwrap_or_default(),
            there["hours"].as_array().cloned().unwrap_or_default(),
        );
        let (others, own): (Vec<Value>, Vec<Value>) =
            there.0.into_iter().partition(|one| a_policy(one, &names).is_some());
        let first = own.len();
        let mut policies = own;
        for (number, one) in listed.iter().enumerate() {
            let at = format!("/service/policies/{number}");
            if let Some(policy) = self.policy(&names, one, &at) {
                policies.push(policy);
            }
        }
        let lacks = |all: &[Value], one: &Value| !all.iter().any(|other| other["name"] == one["name"]);
        if !self.remove {
            policies.extend(others.into_iter().filter(|one| lacks(&listed, one)));
        }
        if !self.remove || first > 0 {
            let stay: Vec<Value> = there.1.into_iter().filter(|one| lacks(&hours, one)).collect();
            hours.extend(stay);
        }
        if !self.wrong.is_empty() {
            return Ok(());
        }
        let body = json!({ "policies": policies, "hours": hours });
        self.send(Method::PUT, "/settings/service", &body, ("", "/service")).await?;
        // Those of the file stand behind those that are in none.
        for wrong in &mut self.wrong {
            let Some(rest) = wrong.pointer.strip_prefix("/service/policies/") else { continue };
            let (number, rest) =
                rest.split_once('/').map_or((rest, String::new()), |(number, rest)| (number, format!("/{rest}")));
            if let Ok(number) = number.parse::<usize>() {
                wrong.pointer = format!("/service/policies/{}{rest}", number.saturating_sub(first));
            }
        }
        Ok(())
    }

    /// A policy with ids in place of names and addresses.
    fn policy(&mut self, names: &Names, one: &Value, at: &str) -> Option<Value> {
        if !one.is_object() {
            self.wrong_at(at, "must be an object");
            return None;
        }
        let mut policy = one.clone();
        if let Some(all) = one["departments"].as_array() {
            let mut ids = Vec::with_capacity(all.len());
            for (n, name) in all.iter().enumerate() {
                ids.push(self.department(&names.departments, name, &format!("{at}/departments/{n}"))?);
            }
            policy["departments"] = ids.into();
        }
        if let Some(all) = one["mailboxes"].as_array() {
            let mut ids = Vec::with_capacity(all.len());
            for (n, address) in all.iter().enumerate() {
                let at = format!("{at}/mailboxes/{n}");
                ids.push(self.found(names.mailbox(address), &at, "is the address of no mailbox")?);
            }
            policy["mailboxes"] = ids.into();
        }
        policy["late_assignee"] = self.colleague(names, &one["late_assignee"], &format!("{at}/late_assignee"))?;
        Some(policy)
    }
}
