//! A meeting that came with a message, as it is shown: what, when, where, who. Channels read it when a mail
//! comes in; pages show it; nobody answers it.

use base::Instant;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::model::Mailbox;

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// What is said of it.
    pub says: Says,
    /// What it is called; may be empty.
    #[serde(default)]
    pub title: String,
    /// Where; may be empty.
    #[serde(default)]
    pub place: String,
    /// When it begins.
    pub begins: When,
    /// When it ends, if that is said; a last day is within.
    #[serde(default)]
    pub ends: Option<When>,
    /// Whether it comes again.
    #[serde(default)]
    pub repeats: bool,
    /// Who calls it.
    #[serde(default)]
    pub organizer: Option<Mailbox>,
    /// Who is asked.
    #[serde(default)]
    pub guests: Vec<Mailbox>,
}

/// What a message says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Come.
    Invited,
    /// It will not be.
    Cancelled,
    /// The writer comes.
    Accepted,
    /// The writer does not come.
    Declined,
    /// The writer may come.
    Perhaps,
    /// That it is.
    Told,
}

/// A time as a calendar has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// A moment, the same everywhere.
    At(Instant),
    /// A whole day.
    Day(Date),
    /// What a clock shows in a zone that nobody here knows, or in none.
    Clock {
        /// What the clock shows.
        at: DateTime,
        /// What the sender calls the zone; may be empty.
        zone: String,
    },
}

impl Invite {
    /// As it lies in the table; what cannot be read is not shown.
    pub(crate) fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
