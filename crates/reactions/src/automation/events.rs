//! What happens to rules.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::RuleId;

/// A fact about one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum RuleEvent {
    /// It was made.
    RuleMade {
        /// Which.
        rule: RuleId,
        /// What it is called.
        name: String,
    },
    /// It waits for, asks or does something else.
    RuleChanged {
        /// Which.
        rule: RuleId,
        /// What it is called now.
        name: String,
        /// Its version from then on.
        version: i64,
    },
    /// It was switched on or off.
    RuleSwitched {
        /// Which.
        rule: RuleId,
        /// What it is called.
        name: String,
        /// Whether it is on now.
        on: bool,
    },
    /// It was stopped, since it and another led to each other.
    RuleStopped {
        /// Which.
        rule: RuleId,
        /// What it is called.
        name: String,
        /// What the other is called.
        other: String,
    },
    /// It is no more.
    RuleRemoved {
        /// Which.
        rule: RuleId,
        /// What it was called.
        name: String,
    },
}

impl RuleEvent {
    fn parts(&self) -> (&'static str, &'static str, &RuleId, &str) {
        match self {
            Self::RuleMade { rule, name } => ("rule.made", "event-rule-made", rule, name),
            Self::RuleChanged { rule, name, .. } => ("rule.changed", "event-rule-changed", rule, name),
            Self::RuleSwitched { rule, name, on: true } => ("rule.switched", "event-rule-on", rule, name),
            Self::RuleSwitched { rule, name, on: false } => ("rule.switched", "event-rule-off", rule, name),
            Self::RuleStopped { rule, name, .. } => ("rule.stopped", "event-rule-halted", rule, name),
            Self::RuleRemoved { rule, name } => ("rule.removed", "event-rule-removed", rule, name),
        }
    }
}

impl Event for RuleEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("rule", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, name) = self.parts();
        let mut args = vec![("name", name.to_owned())];
        if let Self::RuleStopped { other, .. } = self {
            args.push(("other", other.clone()));
        }
        Sentence { message, args }
    }

    fn public(&self) -> Value {
        let (_, _, rule, name) = self.parts();
        json!({ "rule": rule, "name": name })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
