//! A need: what a customer wishes for or cannot do without, in their own words.

use base::Instant;
use people::{DepartmentId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, DraftId, MessageId, NeedId};

/// What has become of a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedState {
    /// Nobody has met it yet.
    #[default]
    Open,
    /// There is now what was asked for.
    Met,
    /// It will not be met, for a reason.
    Declined,
}

impl NeedState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Met, Self::Declined];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met => "met",
            Self::Declined => "declined",
        }
    }

    /// Reads [`NeedState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Where a need was heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedSource {
    /// In a message.
    Message,
    /// In a talk: on the phone, in person.
    Call,
    /// A colleague wrote it down.
    #[default]
    Note,
}

impl NeedSource {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Message, Self::Call, Self::Note];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Call => "call",
            Self::Note => "note",
        }
    }

    /// Reads [`NeedSource::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}

/// How far telling a customer has come that their need is met. It is read off the draft and the reply, never kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedTold {
    /// Nobody has written to them.
    #[default]
    No,
    /// A draft waits in their conversation.
    Drafted,
    /// A reply is on its way, or waits for its time.
    Going,
    /// The reply has gone.
    Yes,
}

impl NeedTold {
    /// The name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Drafted => "drafted",
            Self::Going => "going",
            Self::Yes => "yes",
        }
    }
}

/// What a customer wishes for or cannot do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Names it.
    pub id: NeedId,
    /// Where it was said.
    pub conversation: ConversationId,
    /// Whose it is.
    pub person: PersonId,
    /// Where its conversation belongs.
    pub department: Option<DepartmentId>,
    /// The message that it was said in; none for what was heard elsewhere.
    pub message: Option<MessageId>,
    /// The customer's own words.
    pub words: String,
    /// Where it was heard.
    pub source: NeedSource,
    /// What it is about, as it was typed; empty where nobody said.
    pub topic: String,
    /// The product it is about, as it was typed; may be empty.
    pub product: String,
    /// What has become of it.
    pub state: NeedState,
    /// Why it will not be met; empty else.
    pub reason: String,
    /// Who noted it; none for what a rule or the business's Tillit did.
    pub noted_by: Option<StaffId>,
    /// What they are called.
    pub noted_by_name: String,
    /// When it was noted, business time.
    pub noted_at: Instant,
    /// When the customer said it, business time; figures go by this.
    pub said_at: Instant,
    /// When it was met or declined, business time.
    pub ended_at: Option<Instant>,
    /// The draft by which its customer is to be told.
    pub draft: Option<DraftId>,
    /// The reply by which they were told, or are to be.
    pub told_in: Option<MessageId>,
    /// How far telling them has come.
    pub told: NeedTold,
}

/// What happened to a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedChange {
    /// Somebody noted it.
    Noted,
    /// It says something else, or is about something else.
    Changed,
    /// It is met.
    Met,
    /// It will not be met.
    Declined,
    /// It is open after all.
    Reopened,
    /// It was none.
    Removed,
}

/// Needs of one topic in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedTopic {
    /// The form that topics are compared by.
    pub key: String,
    /// As it was typed.
    pub name: String,
    /// Needs.
    pub needs: i64,
    /// Customers who said them, each once.
    pub customers: i64,
    /// Those that are open.
    pub open: i64,
    /// Those that are met.
    pub met: i64,
    /// Those that will not be met.
    pub declined: i64,
}
