//! A draft that colleagues share: written by one, seen by all who see its conversation, sent by whoever may.

use base::Instant;
use people::StaffId;
use serde::{Deserialize, Serialize};

use super::DraftText;
use crate::ids::{ConversationId, DraftId};

/// A reply that is not sent yet and stands in its conversation for every colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedDraft {
    /// Its id.
    pub id: DraftId,
    /// The conversation that it would answer.
    pub conversation: ConversationId,
    /// Whose words they were first.
    pub author: StaffId,
    /// What its author is called.
    pub author_name: String,
    /// The words, and to whom they would go.
    pub text: DraftText,
    /// Counts up with every change of the words.
    pub version: i64,
    /// Since when it is shared, business time.
    pub shared_at: Instant,
    /// When the words were last changed, business time.
    pub changed_at: Instant,
    /// Who changed them last.
    pub changed_by: StaffId,
    /// What they are called.
    pub changed_by_name: String,
    /// Who has it open, if somebody has.
    pub held: Option<Held>,
}

/// Who has a shared draft open. One writes at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub by: StaffId,
    /// What they are called.
    pub name: String,
    /// Until when, machine time, unless they write on.
    pub until: Instant,
    /// The version that they opened. All later ones are theirs.
    pub since: i64,
}

/// What became of a shared draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftEnd {
    /// A colleague sent it.
    Sent,
    /// Its author took it back to themself.
    Taken,
    /// It was thrown away.
    ThrownAway,
    /// It was brought back after that.
    BroughtBack,
}
