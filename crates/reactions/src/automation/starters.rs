//! Rules to begin with: what many houses want, ready to be looked at, changed and saved. Nothing is on by itself.

use conversations::RuleAct;
use conversations::rules::views;
use platform::i18n::Say;

use super::{Spec, Trigger};

/// A rule to begin with.
#[derive(Clone, Copy, Debug)]
pub struct Starter {
    /// Its name in addresses.
    pub code: &'static str,
    /// What it is called: a message.
    pub name: &'static str,
    /// What it is good for: a message.
    pub why: &'static str,
    trigger: &'static str,
    when: &'static [(usize, &'static str)],
    acts: &'static [&'static str],
}

/// All of them, as they are offered.
pub const ALL: [Starter; 5] = [
    Starter {
        code: "unhappy",
        name: "rules-starter-unhappy",
        why: "rules-starter-unhappy-why",
        trigger: "on:customer_wrote",
        when: &[(0, "all"), (1, "mood:negative")],
        acts: &["tag:unhappy", "tell:owner"],
    },
    Starter {
        code: "waiting",
        name: "rules-starter-waiting",
        why: "rules-starter-waiting-why",
        trigger: "time:customer:4:open_hours",
        when: &[(0, "all"), (1, "status:open")],
        acts: &["tag:waiting", "tell:owner"],
    },
    Starter {
        code: "due",
        name: "rules-starter-due",
        why: "rules-starter-due-why",
        trigger: "time:deadline:2:hours",
        when: &[(0, "all"), (1, "owner:nobody")],
        acts: &["tag:due soon"],
    },
    Starter {
        code: "quiet",
        name: "rules-starter-quiet",
        why: "rules-starter-quiet-why",
        trigger: "time:us:7:days",
        when: &[(0, "all"), (1, "state:waiting_customer")],
        acts: &["state:solved"],
    },
    Starter {
        code: "reopened",
        name: "rules-starter-reopened",
        why: "rules-starter-reopened-why",
        trigger: "on:reopened",
        when: &[(0, "all")],
        acts: &["tag:came back"],
    },
];

/// The one of this name.
#[must_use]
pub fn find(code: &str) -> Option<&'static Starter> {
    const OFFERED: &[Starter] = &ALL;
    OFFERED.iter().find(|one| one.code == code)
}

impl Starter {
    /// As a rule that could be saved, called as its reader's language has it.
    #[must_use]
    pub fn spec(&self, say: &Say) -> Spec {
        let lines: Vec<_> = self.when.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
        let usual = Spec::default();
        Spec {
            name: say.text(self.name),
            trigger: Trigger::from_code(self.trigger).unwrap_or(usual.trigger),
            when: views::tree(&lines).unwrap_or(usual.when),
            acts: self.acts.iter().filter_map(|code| RuleAct::from_code(code)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_all_that_it_says() {
        for one in ALL {
            assert!(Trigger::from_code(one.trigger).is_some(), "{}", one.code);
            let lines: Vec<_> = one.when.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
            assert!(views::tree(&lines).is_ok(), "{}", one.code);
            assert!(one.acts.iter().all(|code| RuleAct::from_code(code).is_some()), "{}", one.code);
            assert_eq!(find(one.code).map(|found| found.name), Some(one.name));
        }
    }
}
