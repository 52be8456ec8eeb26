//! A line of several conversations that are looked at as one.

use base::Instant;

use super::MessageKind;
use crate::ids::ConversationId;

/// A message as it would stand among those of other conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woven {
    /// The conversation that it is in now.
    pub conversation: ConversationId,
    /// When it was said.
    pub at: Instant,
    /// What it is.
    pub kind: MessageKind,
    /// The name or the address of who wrote it.
    pub by: String,
    /// How its text begins.
    pub words: String,
}
