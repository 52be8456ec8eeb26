//! What colleagues decide about a member.

use base::{Event, Subject, event::Sentence};
use people::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A fact about one member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum MemberEvent {
    /// Others see beside their name that they know well, or no more.
    Marked {
        /// Who.
        person: PersonId,
        /// Whether they are an expert now.
        expert: bool,
    },
    /// They may not write any more, or may again.
    Blocked {
        /// Who.
        person: PersonId,
        /// Whether they are blocked now.
        blocked: bool,
    },
}

impl Event for MemberEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::Marked { .. } => "community.member_marked",
            Self::Blocked { .. } => "community.member_blocked",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::Marked { person, .. } | Self::Blocked { person, .. }) = self;
        Subject::new("person", person)
    }

    fn sentence(&self) -> Sentence {
        let message = match self {
            Self::Marked { expert: true, .. } => "event-community-expert",
            Self::Marked { expert: false, .. } => "event-community-expert-no-more",
            Self::Blocked { blocked: true, .. } => "event-community-blocked",
            Self::Blocked { blocked: false, .. } => "event-community-unblocked",
        };
        Sentence { message, args: Vec::new() }
    }

    fn public(&self) -> Value {
        match self {
            Self::Marked { person, expert } => json!({ "person": person, "expert": expert }),
            Self::Blocked { person, blocked } => json!({ "person": person, "blocked": blocked }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
