//! Plain data: what a conversation, a message and an attachment are.

use base::{Instant, Language};
use people::{PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::rules::states::AfterReply;

/// Where a conversation stands. A business may give states names of its own; the six stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has taken it yet.
    New,
    /// Someone works on it, or should.
    Open,
    /// We answered; the customer has the word.
    WaitingCustomer,
    /// Someone else has the word: a supplier, a workshop.
    WaitingOthers,
    /// Done, unless the customer writes again.
    Solved,
    /// Done and quiet for long; a reply opens a linked conversation.
    Closed,
}

impl State {
    /// All, in the order of life.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Open, Self::WaitingCustomer, Self::WaitingOthers, Self::Solved, Self::Closed];

    /// The name in tables, forms and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::WaitingCustomer => "waiting_customer",
            Self::WaitingOthers => "waiting_others",
            Self::Solved => "solved",
            Self::Closed => "closed",
        }
    }

    /// Reads [`State::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Which of the three lists it lies in.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::New | Self::Open => Group::Open,
            Self::WaitingCustomer | Self::WaitingOthers => Group::Waiting,
            Self::Solved | Self::Closed => Group::Closed,
        }
    }
}

/// Open = new + open, Waiting = both waiting, Closed = solved + closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Waiting for us.
    Open = 0,
    /// Waiting for somebody else.
    Waiting = 1,
    /// Done.
    Closed = 2,
}

impl Group {
    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }

    /// Reads [`Group::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Waiting, Self::Closed].into_iter().find(|group| group.code() == code)
    }
}

/// A conversation: one matter of one customer.
#[derive(Clone, Debug)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// What people call it: `#48213`.
    pub number: i64,
    /// What it is about, in the customer's words.
    pub subject: String,
    /// The customer.
    pub person: PersonId,
    /// Where it stands.
    pub state: State,
    /// The business's own name for the state, if it uses one.
    pub label: Option<String>,
    /// Who has it.
    pub assignee: Option<StaffId>,
    /// The customer's language, when known.
    pub language: Option<Language>,
    /// When it began.
    pub created_at: Instant,
    /// When anybody last said anything.
    pub touched_at: Instant,
    /// The clocks that run.
    pub clocks: Clocks,
    /// Start of the newest message, for lists.
    pub snippet: String,
    /// Whether the newest message from outside has not been answered or read by its owner.
    pub unread: bool,
    /// Whether the newest public message is from the customer.
    pub customer_spoke_last: bool,
    /// Stated when it was closed without a reply.
    pub close_reason: Option<String>,
    /// The closed conversation that this one goes on from.
    pub linked_from: Option<ConversationId>,
}

/// The service clocks of one conversation. All instants are business time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clocks {
    /// When the first human reply is due: 24 real hours, never pausing. `None` once replied or when
    /// no reply is owed (automatic mail).
    pub first_due: Option<Instant>,
    /// When the first human reply was given.
    pub first_replied_at: Option<Instant>,
    /// When the next reply is due, by the business calendar. `None` while nothing is owed.
    pub next_due: Option<Instant>,
    /// Open time already used when the next-reply clock was paused, in µs. `None` while it runs.
    pub next_spent: Option<i64>,
    /// When the running next-reply clock was started or resumed.
    pub next_since: Option<Instant>,
    /// Whether a breach of the first clock is already in the log.
    pub first_breached: bool,
    /// Whether a breach of the running next clock is already in the log.
    pub next_breached: bool,
}

impl Clocks {
    /// The nearest instant at which something is due.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        match (self.first_due, self.next_due) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

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
}

impl MessageKind {
    /// The name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Forward => "forward",
        }
    }

    /// Reads [`MessageKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Inbound, Self::Reply, Self::Note, Self::Forward].into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it leaves the house.
    #[must_use]
    pub const fn goes_out(self) -> bool {
        matches!(self, Self::Reply | Self::Forward)
    }
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A customer (or a stranger who became one by writing).
    Person(PersonId),
    /// A colleague.
    Staff(StaffId),
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

/// Somebody who takes part in a conversation beside its customer, or would like to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub mailbox: Mailbox,
    /// How they stand.
    pub state: ParticipantState,
    /// When they were first seen there, business time.
    pub since: Instant,
}

/// How somebody beside the customer stands to a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantState {
    /// Takes part: what they write joins, and replies may go to them.
    Confirmed,
    /// Wrote into it without being known there. Is sent nothing until a colleague lets them in.
    NewHere,
    /// Taken out by a colleague.
    Removed,
}

impl ParticipantState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::NewHere, Self::Removed];

    /// The name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::NewHere => "new_here",
            Self::Removed => "removed",
        }
    }

    /// Reads [`ParticipantState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
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
    /// Its text; may be empty.
    pub body: String,
    /// How it is shown, when it came as HTML.
    pub document: Option<Document>,
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
    /// How it is on its way, for replies.
    pub delivery: Option<Delivery>,
    /// Its attachments.
    pub attachments: Vec<Attachment>,
}

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
}

impl HeldBecause {
    const WROTE: &str = "somebody_wrote ";
    const CLOSED: &str = "closed";

    /// As [`Delivery::words`] keep it, with who wrote.
    #[must_use]
    pub fn words(self, who: &str) -> String {
        match self {
            Self::SomebodyWrote => format!("{}{who}", Self::WROTE),
            Self::Closed => Self::CLOSED.to_owned(),
        }
    }

    /// Reads [`HeldBecause::words`] back: who wrote, unless it was closed.
    #[must_use]
    pub fn who_wrote(words: &str) -> Option<&str> {
        words.strip_prefix(Self::WROTE)
    }
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
}

/// A line of history: who did what, when and why.
#[derive(Clone, Debug)]
pub struct Happening {
    /// When.
    pub at: Instant,
    /// Who: see [`base::Actor::key`].
    pub actor: String,
    /// What, for people.
    pub sentence: base::event::Sentence,
    /// What, for icons: `conversation.assigned`.
    pub kind: String,
}
