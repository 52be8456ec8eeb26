//! Plain data of ties.

use serde::{Deserialize, Serialize};

use crate::person::Person;

/// What somebody is to a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Of the same family.
    Family,
    /// They work together.
    Colleague,
    /// Assists them.
    Assistant,
    /// Is assisted by them.
    Assisted,
    /// Speaks for them: a guardian, a lawyer.
    Spokesperson,
    /// They speak for that one.
    SpokenFor,
}

impl Tie {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Family, Self::Colleague, Self::Assistant, Self::Assisted, Self::Spokesperson, Self::SpokenFor];

    /// The name in tables and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Colleague => "colleague",
            Self::Assistant => "assistant",
            Self::Assisted => "assisted",
            Self::Spokesperson => "spokesperson",
            Self::SpokenFor => "spoken_for",
        }
    }

    /// Reads [`Tie::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tie| tie.code() == code)
    }

    /// The same from the other side.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::Family => Self::Family,
            Self::Colleague => Self::Colleague,
            Self::Assistant => Self::Assisted,
            Self::Assisted => Self::Assistant,
            Self::Spokesperson => Self::SpokenFor,
            Self::SpokenFor => Self::Spokesperson,
        }
    }

    /// What people read beside the other's name.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Family => "related-family",
            Self::Colleague => "related-colleague",
            Self::Assistant => "related-assistant",
            Self::Assisted => "related-assisted",
            Self::Spokesperson => "related-spokesperson",
            Self::SpokenFor => "related-spoken-for",
        }
    }
}

/// Somebody who has to do with a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Who.
    pub person: Person,
    /// What they are to the customer.
    pub tie: Tie,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tie_is_itself_again_from_the_other_side_of_the_other_side() {
        for tie in Tie::ALL {
            assert_eq!((tie.back().back(), Tie::from_code(tie.code())), (tie, Some(tie)));
        }
    }
}
