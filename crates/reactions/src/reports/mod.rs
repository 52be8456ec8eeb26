//! Reports: how much came in, how soon it was answered, what is still open, and what was missed.
//!
//! `reading.rs` goes through the log with a durable cursor. Of every conversation that something happened to, it
//! draws what counts anew from its whole history (`rules/facts.rs`) and writes that down: an entry for each thing
//! that counts, and, for each day, a sheet with the sums (`rules/sheet.rs`). So nothing is counted twice, whatever
//! dies when, and all of it can be made again from the log. Pages and the API read sheets and entries alone, never
//! messages. Keeps no words of customers.

pub mod api;
pub mod asking;
pub mod http;
pub mod names;
pub mod queries;
pub mod reading;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use conversations::Ending;
use conversations::events::ClockKind;

pub use store::MIGRATIONS;

/// The cursor of the reader.
const READER: &str = "reports";

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A customer began a conversation.
    Opened,
    /// A customer wrote; machines do not count.
    Received,
    /// A colleague answered a customer.
    Replied,
    /// The first answer of a colleague, and how long it took.
    First,
    /// A further answer, and how long the customer had waited for it.
    Next,
    /// It was solved or closed.
    Closed,
    /// It was solved or closed for the last time so far, and how long that took from its beginning.
    Resolved,
    /// It was open again after that.
    Reopened,
    /// First answered within 24 hours.
    InTime,
    /// Not answered within 24 hours.
    Late,
    /// The deadline of a first answer was missed, and for how long.
    LapseFirst,
    /// The deadline of a further answer was missed, and for how long.
    LapseNext,
    /// It is one more of those that are open.
    Enter,
    /// It is one less.
    Leave,
    /// This became of it when it was solved or closed for the last time so far; whether its customer was known before.
    Ended(Ending, bool),
    /// One message of its customer was enough for it, and they began nothing on the same topic for a week after.
    FirstContact,
    /// A service policy asked for this, and it came before the deadline.
    Kept(ClockKind),
    /// A service policy asked for this, and the deadline passed before it came.
    Missed(ClockKind),
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 31] = [
        Self::Opened,
        Self::Received,
        Self::Replied,
        Self::First,
        Self::Next,
        Self::Closed,
        Self::Resolved,
        Self::Reopened,
        Self::InTime,
        Self::Late,
        Self::LapseFirst,
        Self::LapseNext,
        Self::Enter,
        Self::Leave,
        Self::Ended(Ending::Righted, false),
        Self::Ended(Ending::Righted, true),
        Self::Ended(Ending::Informed, false),
        Self::Ended(Ending::Informed, true),
        Self::Ended(Ending::Ordered, false),
        Self::Ended(Ending::Ordered, true),
        Self::Ended(Ending::Lost, false),
        Self::Ended(Ending::Lost, true),
        Self::Ended(Ending::Other, false),
        Self::Ended(Ending::Other, true),
        Self::FirstContact,
        Self::Kept(ClockKind::First),
        Self::Kept(ClockKind::Next),
        Self::Kept(ClockKind::Resolution),
        Self::Missed(ClockKind::First),
        Self::Missed(ClockKind::Next),
        Self::Missed(ClockKind::Resolution),
    ];

    /// The name in tables and in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Received => "received",
            Self::Replied => "replied",
            Self::First => "first",
            Self::Next => "next",
            Self::Closed => "closed",
            Self::Resolved => "resolved",
            Self::Reopened => "reopened",
            Self::InTime => "in_time",
            Self::Late => "late",
            Self::LapseFirst => "lapse_first",
            Self::LapseNext => "lapse_next",
            Self::Enter => "enter",
            Self::Leave => "leave",
            Self::Ended(Ending::Righted, false) => "righted_new",
            Self::Ended(Ending::Righted, true) => "righted_known",
            Self::Ended(Ending::Informed, false) => "informed_new",
            Self::Ended(Ending::Informed, true) => "informed_known",
            Self::Ended(Ending::Ordered, false) => "ordered_new",
            Self::Ended(Ending::Ordered, true) => "ordered_known",
            Self::Ended(Ending::Lost, false) => "lost_new",
            Self::Ended(Ending::Lost, true) => "lost_known",
            Self::Ended(Ending::Other, false) => "other_new",
            Self::Ended(Ending::Other, true) => "other_known",
            Self::FirstContact => "first_contact",
            Self::Kept(ClockKind::First) => "kept_first",
            Self::Kept(ClockKind::Next) => "kept_next",
            Self::Kept(ClockKind::Resolution) => "kept_solution",
            Self::Missed(ClockKind::First) => "missed_first",
            Self::Missed(ClockKind::Next) => "missed_next",
            Self::Missed(ClockKind::Resolution) => "missed_solution",
        }
    }

    /// Reads [`Measure::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// By what figures are told apart. The department stands beside each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dim {
    /// By nothing: everything together.
    All,
    /// By colleague.
    Staff,
    /// By the mailbox it came by.
    Mailbox,
    /// By the customer's language.
    Language,
    /// By tag.
    Tag,
    /// By the service policy that it goes by; what such a policy asked for, by the one that held then.
    Policy,
}

impl Dim {
    /// All of them.
    pub const EVERY: [Self; 6] = [Self::All, Self::Staff, Self::Mailbox, Self::Language, Self::Tag, Self::Policy];

    /// The name in tables and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Staff => "staff",
            Self::Mailbox => "mailbox",
            Self::Language => "language",
            Self::Tag => "tag",
            Self::Policy => "policy",
        }
    }

    /// Reads [`Dim::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|one| one.code() == code)
    }
}
