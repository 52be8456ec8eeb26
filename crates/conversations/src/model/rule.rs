//! What a rule that people wrote can do to a conversation by itself, and what became of it.

use people::StaffId;
use serde::{Deserialize, Serialize};

use super::{GiveTo, MacroAct};
use crate::ids::{MacroId, MessageId};

/// Whom a rule tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TellTo {
    /// Whoever has the conversation; nobody where nobody has it.
    Owner,
    /// This colleague.
    Colleague(StaffId),
}

/// One thing that a rule does to a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum RuleAct {
    /// What a macro could do; nothing that names whoever acts, for nobody does.
    Macro(MacroAct),
    /// Writes this note.
    Note(String),
    /// Tells a colleague of it.
    Tell(TellTo),
    /// Has a colleague follow it.
    Follow(StaffId),
    /// Writes what this macro says to the customer.
    Reply(MacroId),
}

impl RuleAct {
    /// The kinds, as forms offer them.
    pub const KINDS: [&'static str; 12] = [
        "tag",
        "untag",
        "assign",
        "department",
        "state",
        "outcome",
        "snooze",
        "checklist",
        "note",
        "tell",
        "follow",
        "reply",
    ];
    /// Characters of a note.
    pub const NOTE_MAX: usize = 2000;

    /// What kind of thing it is: the first half of [`RuleAct::code`].
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Macro(act) => act.kind(),
            Self::Note(_) => "note",
            Self::Tell(_) => "tell",
            Self::Follow(_) => "follow",
            Self::Reply(_) => "reply",
        }
    }

    /// To what or whom: the second half of [`RuleAct::code`].
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Macro(act) => act.value(),
            Self::Note(text) => text.clone(),
            Self::Tell(TellTo::Owner) => "owner".to_owned(),
            Self::Tell(TellTo::Colleague(id)) | Self::Follow(id) => id.to_string(),
            Self::Reply(id) => id.to_string(),
        }
    }

    /// The name in tables and forms: `tag:motor`, `tell:owner`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}:{}", self.kind(), self.value())
    }

    /// Reads [`RuleAct::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (kind, value) = code.split_once(':')?;
        Some(match kind {
            "note" => {
                let text = value.replace(['\0', '\r'], "");
                let text: String = text.trim().chars().take(Self::NOTE_MAX).collect();
                Self::Note(Some(text).filter(|text| !text.is_empty())?)
            }
            "tell" if value == "owner" => Self::Tell(TellTo::Owner),
            "tell" => Self::Tell(TellTo::Colleague(value.parse().ok()?)),
            "follow" => Self::Follow(value.parse().ok()?),
            "reply" => Self::Reply(value.parse().ok()?),
            _ => match MacroAct::from_code(code)? {
                MacroAct::Assign(GiveTo::Me) => return None,
                act => Self::Macro(act),
            },
        })
    }
}

impl TryFrom<String> for RuleAct {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_code(&code).ok_or(code)
    }
}

impl From<RuleAct> for String {
    fn from(act: RuleAct) -> Self {
        act.code()
    }
}

/// Why a rule wrote nothing to a customer, though it was to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// They are treated with care: nothing goes to them that no person writes.
    Care,
    /// A machine wrote last: two machines would answer each other for ever.
    Machine,
    /// Something went to this customer by itself within a day.
    Lately,
    /// Nobody knows whether the address is the writer's, and no colleague has answered them yet.
    Unproved,
    /// The customer has no address that can be written to.
    NoAddress,
    /// The macro says nothing that could be sent, or is gone.
    NoText,
}

impl Unsent {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Care, Self::Machine, Self::Lately, Self::Unproved, Self::NoAddress, Self::NoText];

    /// The name in tables and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Care => "care",
            Self::Machine => "machine",
            Self::Lately => "lately",
            Self::Unproved => "unproved",
            Self::NoAddress => "no_address",
            Self::NoText => "no_text",
        }
    }
}

/// What a rule did to a conversation, as far as its history tells it beside the facts that it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RuleDid {
    /// What facts of their own tell.
    Acted,
    /// It wrote to the customer.
    Replied {
        /// What.
        message: MessageId,
    },
    /// It told colleagues.
    Told {
        /// Whom.
        staff: Vec<StaffId>,
    },
    /// It was stopped, since it and another, or itself, led to each other without end.
    Stopped {
        /// The other's name; its own where it led to itself.
        other: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_rule_does_is_read_back_as_it_was_written() {
        for code in [
            "tag:cargo bike",
            "untag:motor",
            "assign:nobody",
            "assign:stf_00000000000000000000000000",
            "department:none",
            "state:solved",
            "snooze:3",
            "checklist:Call|Order",
            "note:Look at this: soon",
            "tell:owner",
            "tell:stf_00000000000000000000000000",
            "follow:stf_00000000000000000000000000",
            "reply:mac_00000000000000000000000000",
        ] {
            assert_eq!(RuleAct::from_code(code).map(|act| act.code()).as_deref(), Some(code));
        }
        for bad in ["", "note", "note: \n", "assign:me", "tell:", "tell:me", "follow:owner", "reply:x", "run:rm"] {
            assert_eq!(RuleAct::from_code(bad), None, "{bad}");
        }
        let long = RuleAct::from_code(&format!("note:{}", "x".repeat(9999))).expect("cut");
        assert_eq!(long.value().len(), RuleAct::NOTE_MAX);
    }
}
