//! How what comes in is given out by turns: in which order, what it needs, and what becomes of it when nobody has that.

use base::Language;
use people::skill::SkillId;
use serde::{Deserialize, Serialize};

/// In which order colleagues have their turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnOrder {
    /// Least open work for their part of a position first.
    #[default]
    #[serde(rename = "least_open")]
    Least,
    /// One after the other, whatever they have.
    #[serde(rename = "round_robin")]
    Round,
}

impl TurnOrder {
    /// The name in forms and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Least => "least_open",
            Self::Round => "round_robin",
        }
    }

    /// Reads [`TurnOrder::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Least, Self::Round].into_iter().find(|order| order.code() == code)
    }
}

/// What becomes of what nobody can take now who has all that it needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lacking {
    /// Somebody who writes the language gets it, though they lack the skill; nobody who does not write it.
    Language,
    /// It waits for somebody who has both.
    Wait,
    /// Whoever is next gets it; who writes the language goes before who has the skill.
    #[default]
    Anyone,
}

impl Lacking {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::Language, Self::Wait, Self::Anyone];

    /// The name in forms and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Wait => "wait",
            Self::Anyone => "anyone",
        }
    }

    /// Reads [`Lacking::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lacking| lacking.code() == code)
    }
}

/// What it is of that something needs a skill.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "by", content = "of", rename_all = "snake_case")]
pub enum TurnNeedOf {
    /// It belongs to the department of this id.
    Department(String),
    /// It came by this mailbox, by the channel's name for it.
    Mailbox(String),
    /// It bears this tag, by its name.
    Tag(String),
}

impl TurnNeedOf {
    /// The name of its kind, and what it is of that kind.
    #[must_use]
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Department(of) => ("department", of),
            Self::Mailbox(of) => ("mailbox", of),
            Self::Tag(of) => ("tag", of),
        }
    }

    /// Reads [`TurnNeedOf::parts`] back.
    #[must_use]
    pub fn of(by: &str, of: String) -> Option<Self> {
        match by {
            "department" => Some(Self::Department(of)),
            "mailbox" => Some(Self::Mailbox(of)),
            "tag" => Some(Self::Tag(of)),
            _ => None,
        }
    }
}

/// That something needs a skill.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TurnNeed {
    /// What.
    #[serde(flatten)]
    pub of: TurnNeedOf,
    /// The skill.
    pub skill: SkillId,
}

/// What nobody had who could take something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The language.
    Language(Language),
    /// A skill: the names of those that are needed, as they were called.
    Skill(String),
}
