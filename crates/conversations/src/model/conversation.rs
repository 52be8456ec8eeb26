//! A conversation, where it stands, its clocks, its history, and who takes part.

use base::{Instant, Language};
use jiff::civil::Date;
use people::{DepartmentId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use super::{GoesBy, Mailbox, Missing, TurnOrder};
use crate::ids::ConversationId;

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

/// Open = new + open, Waiting = both waiting, Closed = solved + closed; whatever the state, what is snoozed lies apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Waiting for us.
    Open = 0,
    /// Waiting for somebody else.
    Waiting = 1,
    /// Done.
    Closed = 2,
    /// Not to be seen for a while.
    Snoozed = 3,
}

impl Group {
    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
            Self::Snoozed => "snoozed",
        }
    }

    /// Reads [`Group::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Waiting, Self::Closed, Self::Snoozed].into_iter().find(|group| group.code() == code)
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
    /// The department it belongs to.
    pub department: Option<DepartmentId>,
    /// Not to be seen for a while.
    pub snoozed: Option<Snooze>,
    /// When it was deleted, business time; such a one is found by nothing but what is about deleted ones.
    pub deleted: Option<Instant>,
    /// The service policy that it goes by; without, the usual times.
    pub goes_by: Option<GoesBy>,
}

impl Conversation {
    /// Which list it lies in.
    #[must_use]
    pub const fn group(&self) -> Group {
        if self.snoozed.is_some() { Group::Snoozed } else { self.state.group() }
    }

    /// Its clocks are as they once were: they are set anew by its policy, which may have changed since.
    pub fn bring_clocks_back(&mut self, clocks: Clocks) {
        self.clocks = clocks;
        if let Some(by) = &mut self.goes_by {
            by.version = 0;
        }
    }

    /// Whether somebody wrote and nobody has answered. Only an answer, or a stated reason when it is closed, ends
    /// that: not a snooze, nor waiting for somebody else.
    #[must_use]
    pub const fn is_unanswered(&self) -> bool {
        self.customer_spoke_last && self.deleted.is_none() && !matches!(self.state.group(), Group::Closed)
    }
}

/// Until when a conversation is not to be seen. Whatever is chosen, a message of the customer ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// Until then, business time.
    Until(Instant),
    /// Until somebody writes.
    NextReply,
}

/// What ended a snooze.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WokenBy {
    /// Its time.
    Time,
    /// Something came in, or came back.
    Message,
    /// A colleague.
    Colleague,
}

/// Why a conversation got its owner, or lost them, without a colleague's doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum GivenBecause {
    /// Whoever had it is away, and the customer wrote.
    Away {
        /// Who had it, as shown.
        owner: String,
        /// Who stands in for them and has as much as they take, as shown; empty for nobody.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        deputy: String,
    },
    /// Whoever had it has as much as they take, and it was to become open work again.
    Full {
        /// Who had it, as shown.
        owner: String,
    },
    /// It was their turn.
    Turn {
        /// In which order turns go there; nothing in what was told before there were two.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<TurnOrder>,
        /// Open conversations that they had then.
        #[serde(default)]
        open: i64,
        /// What nobody had who could take it, and they have not either.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        without: Option<Missing>,
        /// The first day on which somebody is back who has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        back: Option<Date>,
    },
    /// Whoever had it is back from being away.
    Back {
        /// Who had it meanwhile, as shown.
        deputy: String,
    },
}

impl GivenBecause {
    /// The name for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Away { .. } => "away",
            Self::Full { .. } => "full",
            Self::Turn { .. } => "turn",
            Self::Back { .. } => "back",
        }
    }
}

/// Which service clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// To the first human reply.
    First,
    /// To the next one.
    Next,
    /// To its solution.
    Resolution,
}

impl ClockKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::First, Self::Next, Self::Resolution];
}

/// The service clocks of one conversation. All instants are business time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// When the running first-reply clock was started; unknown where it has run since before that was kept.
    #[serde(default)]
    pub first_since: Option<Instant>,
    /// When it is to be solved. `None` while that clock stands still, and where no policy asks for it.
    #[serde(default)]
    pub resolve_due: Option<Instant>,
    /// Time already used when the resolution clock last stood still, in µs of its hours.
    #[serde(default)]
    pub resolve_spent: Option<i64>,
    /// When the running resolution clock was started or resumed.
    #[serde(default)]
    pub resolve_since: Option<Instant>,
    /// Whether a breach of the resolution clock is already in the log.
    #[serde(default)]
    pub resolve_breached: bool,
    /// Which of them were warned of: first, next, resolution.
    #[serde(default)]
    pub warned: [bool; 3],
}

impl Clocks {
    /// The nearest instant at which something is due.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        self.reply_due().into_iter().chain(self.resolve_due).min()
    }

    /// The nearest instant at which a reply is due.
    #[must_use]
    pub fn reply_due(&self) -> Option<Instant> {
        self.first_due.into_iter().chain(self.next_due).min()
    }
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

/// A colleague who follows a conversation, or whom a note in it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower {
    /// Who.
    pub staff: StaffId,
    /// Their name.
    pub name: String,
    /// Whether they follow it.
    pub follows: bool,
    /// Whether a note names them that they have not looked at.
    pub unseen: bool,
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
