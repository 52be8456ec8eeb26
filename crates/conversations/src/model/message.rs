//! A message, who wrote it to whom, its files, and what is typed before it is one.

use base::{Instant, Language};
use people::{PersonId, StaffId};
use serde::{Deserialize, Serialize};

use super::{Also, Contact, Delivery};
use crate::document::Document;
use crate::ids::{AttachmentId, ConversationId, MessageId, SideId};

/// What kind of thing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Came from outside.
    Inbound,
    /// We wrote to the customer.
    Reply,
    /// Only colleagues see it.
    Note,
    /// We passed a message on to somebody else; the customer is not answered by it.
    Forward,
    /// A call or a visit that a colleague wrote down; only colleagues see it.
    Contact,
    /// We told the customer by ourselves that their enquiry has come, and when to expect an answer.
    Receipt,
    /// We wrote to somebody else in a side thread; only colleagues and they see it.
    SideOut,
    /// Somebody answered in a side thread; only colleagues see it.
    SideIn,
}

impl MessageKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Inbound,
        Self::Reply,
        Self::Note,
        Self::Forward,
        Self::Contact,
        Self::Receipt,
        Self::SideOut,
        Self::SideIn,
    ];

    /// The name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Forward => "forward",
            Self::Contact => "contact",
            Self::Receipt => "receipt",
            Self::SideOut => "side_out",
            Self::SideIn => "side_in",
        }
    }

    /// Reads [`MessageKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is between colleagues, or between them and others: never for the customer.
    #[must_use]
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Note | Self::Contact | Self::SideOut | Self::SideIn)
    }

    /// Whether it came from outside.
    #[must_use]
    pub const fn came_in(self) -> bool {
        matches!(self, Self::Inbound | Self::SideIn)
    }

    /// Whether it leaves the house.
    #[must_use]
    pub const fn goes_out(self) -> bool {
        matches!(self, Self::Reply | Self::Forward | Self::Receipt | Self::SideOut)
    }
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A customer (or a stranger who became one by writing).
    Person(PersonId),
    /// A colleague.
    Staff(StaffId),
    /// Tillit itself: nobody.
    System,
}

/// A mail address with the name that stood beside it, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// As written by its owner; may be empty.
    pub name: String,
    /// `kari@post.example`.
    pub address: String,
}

/// Whether a message comes from whom it says, as a server that we trust found or as we found ourselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The finding.
    pub verdict: Verdict,
    /// By what: `dmarc`, `dkim`, `spf`; empty when nothing was found.
    pub by: String,
    /// The domain that it holds for.
    pub domain: String,
}

/// What was found about a sender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is from that domain.
    Proved,
    /// Nobody knows.
    #[default]
    Unproved,
    /// It is not: the domain itself says so.
    Failed,
}

/// One message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Its conversation.
    pub conversation: ConversationId,
    /// When it was received or written, business time.
    pub at: Instant,
    /// What kind.
    pub kind: MessageKind,
    /// Who wrote it.
    pub author: Author,
    /// Sender as the message says.
    pub from: Mailbox,
    /// Recipients as the message says.
    pub to: Vec<Mailbox>,
    /// Copies as the message says.
    pub cc: Vec<Mailbox>,
    /// Copies that only colleagues know of; never in a header.
    pub bcc: Vec<Mailbox>,
    /// The message that this one passes on.
    pub about: Option<MessageId>,
    /// The side thread that it belongs to, if it does.
    pub side: Option<SideId>,
    /// Its text; may be empty.
    pub body: String,
    /// How it is shown, when it came as HTML.
    pub document: Option<Document>,
    /// A meeting that it brought.
    pub invite: Option<crate::invite::Invite>,
    /// Whether colleagues asked for its pictures on other computers.
    pub pictures: bool,
    /// Language of the text, when known.
    pub language: Option<Language>,
    /// Why a machine is taken to have sent it, if so: `auto_submitted`, `list`, `bounce` …
    pub automatic: Option<String>,
    /// What the reader must know: `unproved_staff`, `name_holds_address` …
    pub warnings: Vec<String>,
    /// Whether it comes from whom it says, for messages from outside.
    pub proof: Option<Proof>,
    /// Why the bytes could not be read, if so. The raw mail is kept and offered.
    pub unreadable: Option<String>,
    /// Digest of the raw bytes in the blob store.
    pub raw: Option<String>,
    /// What it was, for a call or a visit.
    pub contact: Option<Contact>,
    /// When its writer changed it, if they did.
    pub edited_at: Option<Instant>,
    /// When words were taken out of it, if they were.
    pub redacted_at: Option<Instant>,
    /// How its writer feels, as far as it was read: a guess, for what came in.
    pub mood: Option<words::mood::Mood>,
    /// How it is on its way, for replies.
    pub delivery: Option<Delivery>,
    /// Its attachments.
    pub attachments: Vec<Attachment>,
}

/// What stood in a note before it was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Until when.
    pub until: Instant,
    /// The text.
    pub body: String,
}

/// To whom a message goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recipients {
    /// To whom it speaks.
    pub to: Vec<Mailbox>,
    /// Who may read it too, for all to see.
    pub cc: Vec<Mailbox>,
    /// Who may read it too, seen by nobody else.
    pub bcc: Vec<Mailbox>,
}

impl Recipients {
    /// Everybody, in this order.
    pub fn all(&self) -> impl Iterator<Item = &Mailbox> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }
}

/// What a colleague has typed and not sent, as they left it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftText {
    /// The text.
    pub body: String,
    /// What stood in the fields for addresses; may be half an address.
    pub to: String,
    /// See `to`.
    pub cc: String,
    /// See `to`.
    pub bcc: String,
    /// Files of earlier messages that go along.
    pub keep: Vec<AttachmentId>,
    /// The message that is passed on.
    pub about: Option<MessageId>,
    /// What macros add to it.
    pub also: Also,
    /// The answer of another case that it began as. It is not sent before its writer has looked at what differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like: Option<MessageId>,
}

impl DraftText {
    /// Whether there is nothing worth keeping.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.trim().is_empty()
    }
}

/// A file that came or goes with a message.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// A safe name for people and downloads.
    pub name: String,
    /// As declared by the sender; only ever shown, never trusted.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Whether the text shows it in place.
    pub inline: bool,
    /// What the text calls it by.
    pub content_id: Option<String>,
    /// What it shows, for a picture that stands below the text of a message of ours.
    pub alt: Option<String>,
}
