//! What became of the matter of a conversation, what its customer says of that, and whether it is a complaint.

use base::Instant;
use people::StaffId;
use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, OpinionId};

/// What became of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Something had gone wrong and was put right.
    Righted,
    /// They know now what they wanted to know.
    Informed,
    /// They ordered.
    Ordered,
    /// They, or their order, were lost.
    Lost,
    /// None of these.
    Other,
}

impl Ending {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Righted, Self::Informed, Self::Ordered, Self::Lost, Self::Other];

    /// The name in tables, forms and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Righted => "righted",
            Self::Informed => "informed",
            Self::Ordered => "ordered",
            Self::Lost => "lost",
            Self::Other => "other",
        }
    }

    /// Reads [`Ending::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What became of the matter, and whose it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Outcome {
    /// What became of it.
    pub ending: Ending,
    /// Whether the customer was known before; else they were new.
    pub known: bool,
}

/// An outcome as it is stated: who does not say whether the customer was known leaves that to what is kept of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What became of it.
    pub ending: Ending,
    /// Whether the customer was known before.
    pub known: Option<bool>,
}

impl From<Outcome> for Stated {
    fn from(outcome: Outcome) -> Self {
        Self { ending: outcome.ending, known: Some(outcome.known) }
    }
}

/// Whether it was what the customer wanted, in their own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Exactly that.
    Exactly,
    /// Something was missing.
    Almost,
    /// It was not.
    No,
}

impl Said {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Exactly, Self::Almost, Self::No];

    /// The name in tables, forms and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::Almost => "almost",
            Self::No => "no",
        }
    }

    /// Reads [`Said::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a customer said once their request was solved. There is one for each time it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Its id.
    pub id: OpinionId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// When, business time.
    pub at: Instant,
    /// Their word.
    pub said: Said,
    /// What they added: what was missing, if anything.
    pub comment: String,
    /// Whether it is about how the conversation stands now: they can still change it.
    pub open: bool,
}

/// What colleagues hold a conversation for, where somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Whether it is a complaint; else somebody said that it is none.
    pub is: bool,
    /// When that was said, business time.
    pub since: Instant,
    /// That the customer is content, if they said so.
    pub yes: Option<Yes>,
}

/// That the customer of a complaint is content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yes {
    /// When they said it, business time.
    pub at: Instant,
    /// To whom; nobody where they said it on the page of their request.
    pub to: Option<StaffId>,
    /// How they said it, in the colleague's words.
    pub how: String,
}

/// What happened to a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintChange {
    /// A colleague said that it is one.
    Marked,
    /// A colleague said that it is none.
    Cleared,
    /// The customer said that they are content, to a colleague or on the page of their request.
    Content,
    /// Somebody who leads closed it without that.
    Overridden,
}

impl ComplaintChange {
    /// The stable name of the fact.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Marked => "conversation.complaint_marked",
            Self::Cleared => "conversation.complaint_cleared",
            Self::Content => "conversation.complaint_content",
            Self::Overridden => "conversation.complaint_overridden",
        }
    }
}
