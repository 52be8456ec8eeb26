//! How conversations belong together without being one.

use serde::{Deserialize, Serialize};

use super::Conversation;

/// What another conversation is to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// About the same.
    Related,
    /// The larger matter that this one is a part of.
    Parent,
    /// A part of this one.
    Child,
}

impl LinkKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Related, Self::Parent, Self::Child];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Parent => "parent",
            Self::Child => "child",
        }
    }

    /// Reads [`LinkKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What this one is to the other.
    #[must_use]
    pub const fn seen_from_there(self) -> Self {
        match self {
            Self::Related => Self::Related,
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
        }
    }
}

/// Another conversation and what it is to this one.
#[derive(Clone, Debug)]
pub struct Linked {
    /// What it is.
    pub kind: LinkKind,
    /// The other.
    pub conversation: Conversation,
}
