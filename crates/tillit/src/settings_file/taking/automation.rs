//! Rules. A new one comes to the end of its list; those that are there keep their place.

use axum::http::Method;
use serde_json::Value;

use super::super::Failure;
use super::super::pairing::{Same, paired, unpaired};
use super::super::reading::{ActBound, Names, a_rule, act_bound, rules};
use super::{Work, id, merged};

impl Work<'_> {
    pub(super) async fn rules(&mut self) -> Result<(), Failure> {
        let names = Names::read(self.hand).await?;
        let known = |one: Value| a_rule(&one, &names).map(|plain| (one, plain));
        let (there, plain): (Vec<Value>, Vec<Value>) = rules(self.hand).await?.into_iter().filter_map(known).unzip();
        let listed = self.listed("rules", &["name"]);
        // As macros, several may bear one name.
        let same: [Same<(String, Value), Value>; 2] =
            [&|(_, one), other| one == other, &|(_, one), other| one["name"] == other["name"]];
        let places = paired(&listed, &plain, &same);
        for ((at, one), place) in listed.iter().zip(&places) {
            let mut body = place.map_or_else(|| one.clone(), |place| merged(&plain[place], one, true));
            if place.is_some_and(|place| plain[place] == body) {
                continue;
            }
            let when = body["when"].clone();
            let Some(when) = self.conditions(&names, &when, &format!("{at}/when")) else { continue };
            let Some(acts) = self.rule_acts(&names, &body["acts"], &format!("{at}/acts")) else { continue };
            for (field, meant) in [("when", when), ("acts", acts)] {
                if !meant.is_null() {
                    body[field] = meant;
                }
            }
            let (method, path) = match place {
                Some(place) => (Method::PUT, format!("/automation/rules/{}", id(&there[*place]))),
                None => (Method::POST, "/automation/rules".to_owned()),
            };
            self.send(method, &path, &body, ("", at)).await?;
        }
        if self.removes("rules") {
            for gone in unpaired(&places, there.len()) {
                let path = format!("/automation/rules/{}", id(&there[gone]));
                self.send(Method::DELETE, &path, &Value::Null, ("", "/rules")).await?;
            }
        }
        Ok(())
    }

    /// What a rule does, with ids in place of names and addresses. What is no list is told by whoever takes it.
    fn rule_acts(&mut self, names: &Names, acts: &Value, at: &str) -> Option<Value> {
        let Some(all) = acts.as_array() else { return Some(acts.clone()) };
        let mut meant = Vec::with_capacity(all.len());
        for (number, act) in all.iter().enumerate() {
            let (mut act, at) = (act.clone(), format!("{at}/{number}/value"));
            match act_bound(&act) {
                Some(ActBound::Department) => act["value"] = self.department(&names.departments, &act["value"], &at)?,
                Some(ActBound::Colleague) => act["value"] = self.colleague(names, &act["value"], &at)?,
                Some(ActBound::Macro) => {
                    act["value"] = self.found(names.checklist(&act["value"]), &at, "is the name of no macro")?;
                }
                None => {}
            }
            meant.push(act);
        }
        Some(Value::Array(meant))
    }
}
