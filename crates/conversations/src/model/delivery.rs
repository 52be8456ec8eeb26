//! How far a message of ours has come on its way out.

use base::Instant;
use serde::{Deserialize, Serialize};

use crate::rules::states::AfterReply;

/// How far a reply has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Kept back for the undo window, or for another try.
    Waiting,
    /// A sender has it in hand.
    Sending,
    /// The customer's server took it.
    Sent,
    /// Given up: people must look.
    Failed,
    /// The customer's server took it and sent it back later: people must look.
    Bounced,
    /// Taken back before it went.
    Undone,
    /// Goes at a time somebody chose.
    Scheduled,
    /// Did not go at its time, since something came between: people must look.
    Held,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Sending,
        Self::Sent,
        Self::Failed,
        Self::Bounced,
        Self::Undone,
        Self::Scheduled,
        Self::Held,
    ];

    /// The name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Bounced => "bounced",
            Self::Undone => "undone",
            Self::Scheduled => "scheduled",
            Self::Held => "held",
        }
    }

    /// Reads [`DeliveryState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A reply on its way.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// How far.
    pub state: DeliveryState,
    /// Machine time until which it can be taken back.
    pub undo_until: Instant,
    /// When the state last changed, business time.
    pub at: Instant,
    /// What the other server said last, or why it is held back.
    pub words: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The time that was chosen for it, if one was.
    pub later: Option<Later>,
    /// What the mail is called since its first attempt, until it is sent: every attempt calls it so.
    pub subject: Option<String>,
}

/// A time chosen for a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// When it goes, business time.
    pub due: Instant,
    /// What becomes of the conversation then.
    pub then: AfterReply,
}

/// Why a reply did not go at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldBecause {
    /// The customer, or somebody else who takes part, wrote meanwhile.
    SomebodyWrote,
    /// Somebody closed the conversation meanwhile.
    Closed,
    /// Its conversation became part of another customer's.
    Merged,
}

impl HeldBecause {
    const WROTE: &str = "somebody_wrote ";
    const CLOSED: &str = "closed";
    const MERGED: &str = "merged";

    /// As [`Delivery::words`] keep it, with who wrote.
    #[must_use]
    pub fn words(self, who: &str) -> String {
        match self {
            Self::SomebodyWrote => format!("{}{who}", Self::WROTE),
            Self::Closed => Self::CLOSED.to_owned(),
            Self::Merged => Self::MERGED.to_owned(),
        }
    }

    /// Reads [`HeldBecause::words`] back.
    #[must_use]
    pub fn of_words(words: &str) -> Self {
        match words {
            Self::MERGED => Self::Merged,
            _ if Self::who_wrote(words).is_some() => Self::SomebodyWrote,
            _ => Self::Closed,
        }
    }

    /// Reads who wrote out of [`HeldBecause::words`], if that was the reason.
    #[must_use]
    pub fn who_wrote(words: &str) -> Option<&str> {
        words.strip_prefix(Self::WROTE)
    }
}
