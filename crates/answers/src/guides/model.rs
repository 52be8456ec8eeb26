//! Plain data of guides.

use base::{Instant, Language};
use people::StaffId;
use serde::{Deserialize, Serialize};

use crate::articles::Names;

base::id!(
    /// Names one guide.
    GuideId,
    "gui_"
);

/// What a place of a tree is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something is asked; every choice leads on.
    #[default]
    Question,
    /// Something is to be done; it leads on by one choice.
    Step,
    /// The end: it is solved.
    Solved,
    /// The end: a person is needed.
    Person,
    /// The end: an article says it.
    Article,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Question, Self::Step, Self::Solved, Self::Person, Self::Article];

    /// The name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Step => "step",
            Self::Solved => "solved",
            Self::Person => "person",
            Self::Article => "article",
        }
    }

    /// Reads [`Kind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// How a walk ends here; nothing where it goes on.
    #[must_use]
    pub const fn ending(self) -> Option<Ending> {
        match self {
            Self::Question | Self::Step => None,
            Self::Solved => Some(Ending::Solved),
            Self::Person => Some(Ending::Person),
            Self::Article => Some(Ending::Article),
        }
    }
}

/// How a walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It is solved.
    Solved,
    /// A person is needed.
    Person,
    /// An article says it.
    Article,
}

impl Ending {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Solved, Self::Person, Self::Article];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Person => "person",
            Self::Article => "article",
        }
    }

    /// Reads [`Ending::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A way on from a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The key of the place it leads to.
    pub to: String,
    /// Its words; a step may have none and says *next*.
    pub labels: Names,
    /// The product it is for, as the address of a walk names it; empty for all.
    pub product: String,
}

/// One place of a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Node {
    /// Names it within its tree: small letters, digits and dashes.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// The question, or what the step is called.
    pub titles: Names,
    /// What is said of it: Markdown, may be empty.
    pub bodies: Names,
    /// The address of a picture of the help centre; may be empty.
    pub picture: String,
    /// The ways on.
    pub choices: Vec<Choice>,
    /// Of an end by an article: the last part of its address by language.
    pub articles: Names,
}

/// A path that is walked before a tree goes live, and how it has to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tested {
    /// The choices taken, counted from nothing.
    pub path: Vec<usize>,
    /// The product it is walked for; may be empty.
    #[serde(default)]
    pub product: String,
    /// How it has to end.
    pub ends: Ending,
}

/// All of a guide. Its first place is where a walk begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tree {
    /// The language it was written in first.
    pub original: Language,
    /// What it is called. The languages that have a name are those the guide is shown in.
    pub names: Names,
    /// What it is for, in a sentence.
    pub leads: Names,
    /// Its places.
    pub nodes: Vec<Node>,
    /// What is tried before it goes live.
    pub tests: Vec<Tested>,
}

impl Tree {
    /// The place of a key.
    #[must_use]
    pub fn node(&self, key: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.key == key)
    }

    /// The language to show it in to somebody who reads `language`.
    #[must_use]
    pub fn spoken(&self, language: Language) -> Language {
        if self.names.of(language).is_empty() { self.original } else { language }
    }
}

/// A guide as the desk has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Names it.
    pub id: GuideId,
    /// The last part of the address of its pages; stays.
    pub address: String,
    /// The working copy.
    pub draft: Tree,
    /// The version that is walked.
    pub live: Option<i64>,
    /// When the working copy was saved last.
    pub saved_at: Instant,
}

/// A tree as it went live once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counted from one.
    pub number: i64,
    /// What stood there.
    pub tree: Tree,
    /// When it went live.
    pub at: Instant,
    /// Who did that.
    pub by: Option<StaffId>,
}
