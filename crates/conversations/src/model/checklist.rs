//! What is to be done in a conversation, one thing after the other.

use base::Instant;

use crate::ids::ItemId;

/// One thing that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// Its id.
    pub id: ItemId,
    /// What.
    pub text: String,
    /// When it was done, if it was.
    pub done_at: Option<Instant>,
    /// Who did it, as they are called.
    pub done_by: String,
}

/// What becomes of a thing on a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemChange {
    /// It is done.
    Done,
    /// It is not, after all.
    Undone,
    /// It goes before the one above it.
    Up,
    /// It goes behind the one below it.
    Down,
    /// It is taken off.
    Removed,
}

impl ItemChange {
    /// The name in forms and the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Up => "up",
            Self::Down => "down",
            Self::Removed => "removed",
        }
    }

    /// Reads [`ItemChange::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Done, Self::Undone, Self::Up, Self::Down, Self::Removed].into_iter().find(|one| one.code() == code)
    }
}
