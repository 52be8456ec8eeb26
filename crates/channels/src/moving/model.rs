//! Plain data about files of conversations that are taken in.

use base::Instant;
use conversations::{ConversationId, OldOutcome, OldRemark};
use people::StaffId;
use serde::{Deserialize, Serialize};

pub use people::import::State;

base::id!(
    /// Names one file of conversations that somebody takes in.
    MovingId,
    "mov_"
);

/// Longest name of another system.
const SOURCE_MAX: usize = 40;

/// How a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What the other system is called; numbers are those of this system.
    pub source: String,
    /// Of a table: in which characters it is written (`people::import::rules::charset`).
    pub charset: String,
    /// Of a table: what separates its cells.
    pub delimiter: u8,
    /// Of a table: its headings.
    pub heads: Vec<String>,
}

impl Plan {
    /// The name of a system as it is kept.
    #[must_use]
    pub fn clean_source(text: &str) -> String {
        people::person::clean_line(text, SOURCE_MAX)
    }
}

/// A record of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which record of the file.
    pub number: i64,
    /// What became of it.
    pub outcome: OldOutcome,
    /// What it was called there.
    pub old: String,
    /// The conversation here, and its number.
    pub conversation: Option<(ConversationId, i64)>,
    /// What was not taken in.
    pub remarks: Vec<OldRemark>,
}

/// How many records came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// See [`OldOutcome::Made`].
    pub made: i64,
    /// See [`OldOutcome::Joined`].
    pub joined: i64,
    /// See [`OldOutcome::Unchanged`].
    pub unchanged: i64,
    /// See [`OldOutcome::Refused`].
    pub refused: i64,
}

impl Counts {
    /// All records that were looked at.
    #[must_use]
    pub const fn records(self) -> i64 {
        self.made + self.joined + self.unchanged + self.refused
    }

    /// How many came out so.
    #[must_use]
    pub const fn of(self, outcome: OldOutcome) -> i64 {
        match outcome {
            OldOutcome::Made => self.made,
            OldOutcome::Joined => self.joined,
            OldOutcome::Unchanged => self.unchanged,
            OldOutcome::Refused => self.refused,
        }
    }

    /// One more.
    pub const fn count(&mut self, outcome: OldOutcome) {
        let sum = match outcome {
            OldOutcome::Made => &mut self.made,
            OldOutcome::Joined => &mut self.joined,
            OldOutcome::Unchanged => &mut self.unchanged,
            OldOutcome::Refused => &mut self.refused,
        };
        *sum += 1;
    }
}

/// A file of conversations that somebody takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    /// Names it.
    pub id: MovingId,
    /// Who; nobody for the command line.
    pub staff: Option<StaffId>,
    /// What the file is called.
    pub name: String,
    /// What it is (`super::shapes::Shape::code`).
    pub shape: String,
    /// Its bytes, without the files beside it.
    pub size: i64,
    /// Names its bytes.
    pub digest: String,
    /// How it is read.
    pub plan: Plan,
    /// How far it has come.
    pub state: State,
    /// Bytes that are done.
    pub place: i64,
    /// Records that are done; of a table with its headings, as table programs number rows.
    pub line: i64,
    /// Records that are done.
    pub counts: Counts,
    /// When it was brought.
    pub at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

impl Moving {
    /// Hundredths of it that are done.
    #[must_use]
    pub fn percent(&self) -> i64 {
        self.place.saturating_mul(100).checked_div(self.size).unwrap_or_default().clamp(0, 100)
    }
}

/// What somebody who brings a file can mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing is in it.
    #[error("nothing is in the file")]
    Empty,
    /// It is larger than files may be.
    #[error("the file is too large")]
    TooLarge,
    /// It is packed, and what is packed in it cannot be taken.
    #[error("the packed file cannot be read, or holds no single file of conversations")]
    Packed,
    /// Something packed in it leads out of it.
    #[error("a path in the packed file leads out of it")]
    OutOfFolder,
    /// It is a table without the columns that are needed.
    #[error("the table has no columns for number, date and text")]
    Columns,
    /// It has begun.
    #[error("it has begun already")]
    Begun,
}

impl Refusal {
    /// The sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "moving-empty",
            Self::TooLarge => "moving-too-large",
            Self::Packed => "moving-packed",
            Self::OutOfFolder => "moving-out-of-folder",
            Self::Columns => "moving-columns",
            Self::Begun => "moving-begun",
        }
    }
}
