//! Rules of the demo, made by the product's own commands: they hear of what happens from the newcomer's moment on.

use std::collections::BTreeMap;

use conversations::RuleAct;
use conversations::rules::views;
use people::staff::Staff;
use platform::{Context, Fault, Platform, Result};
use reactions::automation::{NewRule, Spec, Trigger, make as keep};

/// Name, what it waits for, lines of the tree, and what it does.
type Kept = (&'static str, &'static str, &'static [(usize, &'static str)], &'static [&'static str]);

const ALL: [Kept; 3] = [
    (
        "An unhappy customer wrote",
        "on:customer_wrote",
        &[(0, "all"), (1, "mood:negative"), (1, "none"), (2, "tag:unhappy")],
        &["tag:unhappy", "tell:owner"],
    ),
    ("It came back", "on:reopened", &[(0, "all")], &["tag:came back"]),
    (
        "A week without an answer",
        "time:us:7:days",
        &[(0, "all"), (1, "state:waiting_customer")],
        &["note:No answer for a week. Solved; it opens again when they write.", "state:solved"],
    ),
];

/// Makes them all, switched on.
///
/// # Errors
/// When the data cannot be written, or one of them is refused.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let actor = staff.get("ingrid").map(Staff::actor).context("nobody is called ingrid")?;
    for (name, trigger, lines, acts) in ALL {
        let lines: Vec<_> = lines.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
        let spec = Spec {
            name: name.to_owned(),
            trigger: Trigger::from_code(trigger).context(format!("the rule {name} waits for nothing"))?,
            when: views::tree(&lines).map_err(|refusal| Fault::new(format!("the rule {name}: {refusal}")))?,
            acts: acts.iter().filter_map(|code| RuleAct::from_code(code)).collect(),
        };
        let made = keep(p, &actor, NewRule { spec, enabled: true }).await;
        made.map_err(|failure| Fault::new(format!("the rule {name}: {failure:?}")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_demo_is_one() {
        for (name, trigger, lines, acts) in ALL {
            let lines: Vec<_> = lines.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
            assert!(Trigger::from_code(trigger).is_some() && views::tree(&lines).is_ok(), "{name}");
            assert!(acts.iter().all(|code| RuleAct::from_code(code).is_some()), "{name}");
        }
    }
}
