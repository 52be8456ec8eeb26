//! Contact forms: what a business asks of those who write to it on its pages.

use std::collections::BTreeMap;

use base::Language;
use people::DepartmentId;
use serde::{Deserialize, Serialize};

/// One text in the languages it was written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<Language, String>);

impl Texts {
    /// In `language`; where it is missing in `usual`, the business's own; else in any there is.
    #[must_use]
    pub fn shown(&self, language: Language, usual: Language) -> &str {
        let found = self.0.get(&language).or_else(|| self.0.get(&usual)).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// As it was written in this language; empty when it was not.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        self.0.get(&language).map_or("", String::as_str)
    }

    /// Whether nothing was written in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A way to write to the business.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactForm {
    /// Its place in the address of its page; stays the same for ever, since links lead there.
    pub slug: String,
    /// What it is called.
    pub names: Texts,
    /// What stands above it.
    #[serde(default)]
    pub leads: Texts,
    /// Whose matter it is.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// What is asked besides name, address, subject and words.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Whether its page is there for customers.
    #[serde(default)]
    pub open: bool,
}

/// One thing that a form asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub labels: Texts,
    /// What an answer is.
    #[serde(default)]
    pub kind: Kind,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// What may be chosen, for [`Kind::Choice`]: in each language as many, in the same order.
    #[serde(default)]
    pub choices: BTreeMap<Language, Vec<String>>,
}

impl Question {
    /// What may be chosen, as a reader sees it.
    #[must_use]
    pub fn offered(&self, language: Language, usual: Language) -> &[String] {
        let of = |language| self.choices.get(&language).filter(|all| !all.is_empty());
        of(language).or_else(|| of(usual)).or_else(|| self.choices.values().next()).map_or(&[], Vec::as_slice)
    }
}

/// What an answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A few words.
    #[default]
    Line,
    /// Several lines.
    Text,
    /// A number, with a point or a comma.
    Number,
    /// A day.
    Date,
    /// One of a list.
    Choice,
    /// Yes, by a tick.
    Tick,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Line, Self::Text, Self::Number, Self::Date, Self::Choice, Self::Tick];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Tick => "tick",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
