//! A side thread: what colleagues write with others about a conversation, without its customer.

use base::{Instant, Language};
use people::StaffId;

use super::Mailbox;
use crate::ids::{ConversationId, SideId};

/// A side thread of a conversation. Its messages are those of the conversation that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its id.
    pub id: SideId,
    /// Its own number: what its reply address bears.
    pub number: i64,
    /// The conversation that it belongs to now.
    pub conversation: ConversationId,
    /// What it is about: the subject of its mails.
    pub title: String,
    /// The language that it is written in, when known.
    pub language: Option<Language>,
    /// When it began, business time.
    pub begun_at: Instant,
    /// Who began it.
    pub begun_by: StaffId,
    /// When it was closed, while it is.
    pub closed_at: Option<Instant>,
    /// With whom it is: who was written to in it for all to see.
    pub correspondents: Vec<Mailbox>,
    /// Who got hidden copies only. They may answer, and nobody else is told of them.
    pub hidden: Vec<Mailbox>,
}

impl Side {
    /// Everybody who was written to in it.
    pub fn everybody(&self) -> impl Iterator<Item = &Mailbox> {
        self.correspondents.iter().chain(&self.hidden)
    }
}
