//! Automation: rules that people write, done by themselves when something happens or time passes.
//!
//! `reading.rs` goes through the log with a durable cursor and `waking.rs` does what is due; `acting.rs` asks whether a
//! rule's conditions hold, by the very statement that lists a saved view, and has it done, once for each fact, in the
//! transaction that moves the cursor. `rules/` decides what is waited for, when a time comes, and when rules that lead
//! to each other are stopped. `trying.rs` tells what a rule would have done, and does nothing.

mod acting;
pub(crate) mod api;
mod commands;
mod events;
mod holding;
pub mod http;
pub mod reading;
mod rules;
pub mod starters;
mod store;
#[cfg(test)]
mod tests;
mod trying;
mod waking;

use base::Instant;
use conversations::{Condition, ConversationId, Mode, RuleAct};
use people::StaffId;
use serde::{Deserialize, Serialize};

pub use commands::{
    Answer, Failure, NewRule, Refusal, bring_back, change, make, move_rule, order, remove, restore, set_order, switch,
};
pub use events::RuleEvent;
pub use holding::Hits;
pub use rules::triggers::{Since, Trigger, Unit, When};
pub use store::MIGRATIONS;
pub use trying::{Tried, TriedOn, try_out};

base::id!(
    /// Names one rule.
    RuleId,
    "rul_"
);

/// The cursor of the reader.
const READER: &str = "automation";
/// More rules than anybody oversees.
const MOST: usize = 200;
/// Things that one rule does.
const ACTS_MAX: usize = 20;

/// What a rule is: what people write of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// What it is called.
    pub name: String,
    /// What it waits for.
    pub trigger: Trigger,
    /// What must hold of the conversation then: a group, as in a saved view.
    pub when: Condition,
    /// What it does.
    pub acts: Vec<RuleAct>,
}

impl Default for Spec {
    fn default() -> Self {
        let when = Condition::Group(Mode::All, Vec::new());
        Self { name: String::new(), trigger: Trigger::On(When::Opened), when, acts: Vec::new() }
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Names it.
    pub id: RuleId,
    /// What it is.
    pub spec: Spec,
    /// Whether it does anything.
    pub enabled: bool,
    /// Its place in its list; smaller goes first.
    pub place: i64,
    /// Who saved it last and answers for it: it may what they may.
    pub behalf: StaffId,
    /// Counts its changes, from 1.
    pub version: i64,
    /// Why it was stopped, if it was and nobody has switched it on again.
    pub stopped: Option<Stopped>,
    /// When it was made, business time.
    pub created_at: Instant,
}

/// That a rule was stopped, since it and another led to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The name of the other, as it was; its own where it led to itself.
    pub other: String,
    /// When, business time.
    pub at: Instant,
    /// In which conversation.
    pub conversation: Option<ConversationId>,
}

/// A rule as it was at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which, from 1.
    pub version: i64,
    /// What it was.
    pub spec: Spec,
    /// Who saved it.
    pub by: StaffId,
    /// When, business time.
    pub at: Instant,
}

/// How rules for what happens are gone through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Each of them that fits acts.
    #[default]
    All,
    /// The first that fits acts, and no other after it.
    First,
}

impl Order {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::First];

    /// The name in forms and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::First => "first",
        }
    }

    /// Reads [`Order::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What became of a rule whose conditions held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It changed something.
    Done,
    /// All was so already.
    Nothing,
    /// It was left alone there, since it acted so often.
    TooOften,
    /// It could not be done; nothing of it was.
    Failed,
    /// It was stopped there.
    Stopped,
}

impl Outcome {
    const ALL: [Self; 5] = [Self::Done, Self::Nothing, Self::TooOften, Self::Failed, Self::Stopped];

    /// The name in tables, messages and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Nothing => "nothing",
            Self::TooOften => "too_often",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// One time that a rule's conditions held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// On which conversation.
    pub conversation: ConversationId,
    /// When, business time.
    pub at: Instant,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was not done, or why nothing was written to the customer; empty else. See `rules-why-…`.
    pub reason: String,
}

/// What lists show beside a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How often it acted within the last seven days.
    pub hits: i64,
    /// How often it could not, within the same.
    pub failures: i64,
    /// When it acted last.
    pub last: Option<Instant>,
}
