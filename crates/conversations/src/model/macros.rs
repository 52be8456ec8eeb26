//! A macro: what is often written and done, kept to be used again.

use std::collections::BTreeMap;

use base::Language;
use people::{DepartmentId, StaffId};
use serde::{Deserialize, Serialize};

use super::{Ending, MacroWhen, State};
use crate::ids::{MacroFileId, MacroId};
use crate::rules::checklists::items;

/// What is often written and done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Macro {
    /// Its id.
    pub id: MacroId,
    /// What colleagues call it.
    pub name: String,
    /// What its text becomes.
    pub kind: MacroKind,
    /// Who sees it.
    pub visible: Visible,
    /// In which conversations it is offered.
    pub when: MacroWhen,
    /// What it writes, in each language that it has; none for one that only does something.
    pub texts: BTreeMap<Language, String>,
    /// What it does to the conversation.
    pub acts: Vec<MacroAct>,
    /// Files that go with its text.
    pub files: Vec<MacroFile>,
}

/// What the text of a macro becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MacroKind {
    /// A reply to the customer.
    #[default]
    Reply,
    /// A note for colleagues.
    Note,
}

impl MacroKind {
    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Note => "note",
        }
    }

    /// Reads [`MacroKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Reply, Self::Note].into_iter().find(|kind| kind.code() == code)
    }
}

/// Who sees a macro.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Visible {
    /// Every colleague.
    #[default]
    Everyone,
    /// Who works in this department, and whoever works on what belongs to it.
    Department(DepartmentId),
    /// Only this colleague.
    Own(StaffId),
}

/// A file that goes with the text of a macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacroFile {
    /// Its id.
    pub id: MacroFileId,
    /// Its name.
    pub name: String,
    /// As the browser declared it.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Digest of the bytes.
    pub blob: String,
    /// What it shows, for a picture that stands below the text of the message. Other files go beside it.
    pub alt: Option<String>,
}

/// To whom a macro gives a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GiveTo {
    /// To whoever uses it.
    Me,
    /// To this colleague.
    Colleague(StaffId),
    /// To nobody.
    Nobody,
}

/// One thing that a macro does to a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum MacroAct {
    /// Says where it stands.
    State(State),
    /// Gives it to somebody.
    Assign(GiveTo),
    /// Hands it to a department, or to none.
    HandTo(Option<DepartmentId>),
    /// Puts things to be done on its checklist.
    Checklist(Vec<String>),
    /// Puts a word on it.
    Tag(String),
    /// Takes a word off it.
    Untag(String),
    /// Puts it away for so many days.
    Snooze(u16),
    /// Puts it away until somebody writes.
    SnoozeUntilReply,
    /// Says what became of the matter, where the conversation is closed, or closes in the same step.
    Outcome(Ending),
}

impl MacroAct {
    /// What kind of thing it is: the first half of [`MacroAct::code`].
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Assign(_) => "assign",
            Self::HandTo(_) => "department",
            Self::Checklist(_) => "checklist",
            Self::Tag(_) => "tag",
            Self::Untag(_) => "untag",
            Self::Snooze(_) | Self::SnoozeUntilReply => "snooze",
            Self::Outcome(_) => "outcome",
        }
    }

    /// To what, whom or until when: the second half of [`MacroAct::code`].
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::State(state) => state.code().to_owned(),
            Self::Assign(GiveTo::Me) => "me".to_owned(),
            Self::Assign(GiveTo::Nobody) => "nobody".to_owned(),
            Self::Assign(GiveTo::Colleague(id)) => id.to_string(),
            Self::HandTo(to) => to.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string),
            Self::Checklist(items) => items.join("|"),
            Self::Tag(word) | Self::Untag(word) => word.clone(),
            Self::Snooze(days) => days.to_string(),
            Self::SnoozeUntilReply => "reply".to_owned(),
            Self::Outcome(ending) => ending.code().to_owned(),
        }
    }

    /// The name in tables and forms: `tag:motor`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}:{}", self.kind(), self.value())
    }

    /// Reads [`MacroAct::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (kind, value) = code.split_once(':')?;
        let word = || crate::rules::tags::name(value);
        Some(match kind {
            "state" => Self::State(State::from_code(value).filter(|to| !matches!(to, State::New | State::Closed))?),
            "assign" => Self::Assign(match value {
                "me" => GiveTo::Me,
                "nobody" => GiveTo::Nobody,
                id => GiveTo::Colleague(id.parse().ok()?),
            }),
            "department" if value == "none" => Self::HandTo(None),
            "department" => Self::HandTo(Some(value.parse().ok()?)),
            "checklist" => Self::Checklist(Some(items(value)).filter(|items| !items.is_empty())?),
            "tag" => Self::Tag(word()?),
            "untag" => Self::Untag(word()?),
            "outcome" => Self::Outcome(Ending::from_code(value)?),
            "snooze" if value == "reply" => Self::SnoozeUntilReply,
            "snooze" => Self::Snooze(value.parse().ok().filter(|days| (1..=365).contains(days))?),
            _ => return None,
        })
    }
}

impl TryFrom<String> for MacroAct {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_code(&code).ok_or(code)
    }
}

impl From<MacroAct> for String {
    fn from(act: MacroAct) -> Self {
        act.code()
    }
}

/// What macros add to a message, or do without one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Also {
    /// The macros that were used.
    pub macros: Vec<MacroId>,
    /// What is done to the conversation.
    pub acts: Vec<MacroAct>,
    /// Files of macros that go along.
    pub files: Vec<MacroFileId>,
}

impl Also {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.macros.is_empty() && self.acts.is_empty() && self.files.is_empty()
    }

    /// Adds what another macro brings, nothing twice. Of things that exclude each other the later one counts.
    pub fn add(&mut self, other: Self) {
        for id in other.macros {
            if !self.macros.contains(&id) {
                self.macros.push(id);
            }
        }
        for act in other.acts {
            let excludes = |known: &MacroAct| {
                *known == act || known.kind() == act.kind() && !matches!(act.kind(), "tag" | "untag" | "checklist")
            };
            self.acts.retain(|known| !excludes(known));
            self.acts.push(act);
        }
        for file in other.files {
            if !self.files.contains(&file) {
                self.files.push(file);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_macro_does_is_read_back_as_it_was_written() {
        for code in [
            "state:open",
            "state:waiting_customer",
            "state:waiting_others",
            "state:solved",
            "assign:me",
            "assign:nobody",
            "assign:stf_00000000000000000000000000",
            "department:none",
            "department:dep_00000000000000000000000000",
            "checklist:Call Kari|Order the part",
            "tag:cargo bike",
            "untag:a: b",
            "snooze:reply",
            "snooze:365",
            "outcome:righted",
            "outcome:other",
        ] {
            assert_eq!(MacroAct::from_code(code).map(|act| act.code()).as_deref(), Some(code));
        }
        for bad in [
            "",
            "state",
            "state:new",
            "state:closed",
            "assign:",
            "assign:x",
            "tag:",
            "checklist: | ",
            "tag: # ",
            "snooze:0",
            "snooze:366",
            "snooze:-1",
            "department:",
            "outcome:",
            "outcome:well",
            "run:rm",
        ] {
            assert_eq!(MacroAct::from_code(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_second_macro_adds_and_has_the_last_word() {
        let act = |code: &str| MacroAct::from_code(code).expect(code);
        let of = |acts: &[&str]| Also { acts: acts.iter().map(|code| act(code)).collect(), ..Also::default() };
        let mut all = of(&["tag:motor", "state:open", "snooze:3", "outcome:lost"]);
        all.add(of(&["tag:motor", "tag:saddle", "state:solved", "snooze:reply", "outcome:righted"]));
        assert_eq!(all, of(&["tag:motor", "tag:saddle", "state:solved", "snooze:reply", "outcome:righted"]));
        assert!(!all.is_empty() && Also::default().is_empty());
    }
}
