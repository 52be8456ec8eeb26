//! Plain data about files of customers that are taken in.

use base::Instant;
use serde::{Deserialize, Serialize};

use super::rules::charset::Charset;
use super::rules::columns::Column;
use crate::ids::{PersonId, StaffId};

base::id!(
    /// Names one file of customers that somebody takes in.
    ImportId,
    "imp_"
);

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table (CSV).
    Table,
    /// Cards (vCard).
    Cards,
}

impl Form {
    /// The name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Cards => "cards",
        }
    }

    /// Reads [`Form::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code == "cards" { Self::Cards } else { Self::Table }
    }

    /// What a file that begins so is.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let start = bytes.trim_ascii_start().get(..11).unwrap_or_default();
        if start.eq_ignore_ascii_case(b"BEGIN:VCARD") { Self::Cards } else { Self::Table }
    }
}

/// How a file is to be read, and what may be changed by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// In which characters it is written ([`Charset::code`]).
    pub charset: String,
    /// What separates the cells of a table.
    pub delimiter: u8,
    /// Whether its first row is headings.
    pub heading: bool,
    /// The headings, or nothing.
    pub heads: Vec<String>,
    /// What the columns are.
    pub columns: Vec<Column>,
    /// Whether what colleagues typed gives way to what stands in the file.
    pub overwrite: bool,
    /// The country of telephones written without one; may be empty.
    pub country: String,
}

impl Plan {
    /// The set of characters.
    #[must_use]
    pub fn charset(&self) -> Charset {
        Charset::from_code(&self.charset).unwrap_or_default()
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits to be looked at and begun.
    Waiting,
    /// Is taken in.
    Running,
    /// All of it is taken in.
    Done,
    /// A colleague stopped it, or lost the right to it.
    Stopped,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Running, Self::Done, Self::Stopped];

    /// The name in tables and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// Reads [`State::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The word for it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Waiting => "imports-state-waiting",
            Self::Running => "imports-state-running",
            Self::Done => "imports-state-done",
            Self::Stopped => "imports-state-stopped",
        }
    }
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A customer was made.
    Added,
    /// A customer who was there is known better now.
    Filled,
    /// All of it was known.
    Same,
    /// Nothing was taken in.
    Refused,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Added, Self::Filled, Self::Same, Self::Refused];

    /// The name in tables and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Filled => "filled",
            Self::Same => "unchanged",
            Self::Refused => "refused",
        }
    }

    /// Reads [`Outcome::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The word for it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Added => "imports-outcome-added",
            Self::Filled => "imports-outcome-filled",
            Self::Same => "imports-outcome-same",
            Self::Refused => "imports-outcome-refused",
        }
    }
}

/// Why something of a row was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is no mail address.
    NotAnAddress,
    /// It is no telephone, or one without its country.
    NotAPhone,
    /// It is none of the five languages.
    NotALanguage,
    /// It does not fit into the field.
    Unfit,
    /// There is nothing by which to know anybody.
    Nobody,
    /// The row cannot be read.
    Broken,
    /// It names two customers, or more.
    Several,
    /// There are too many of these already.
    TooMany,
}

impl Why {
    /// The sentence for people; it names a column where there is one.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotAnAddress => "imports-why-address",
            Self::NotAPhone => "imports-why-phone",
            Self::NotALanguage => "imports-why-language",
            Self::Unfit => "imports-why-unfit",
            Self::Nobody => "imports-why-nobody",
            Self::Broken => "imports-why-broken",
            Self::Several => "imports-why-several",
            Self::TooMany => "imports-why-too-many",
        }
    }
}

/// Something of a row that was not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Why.
    pub why: Why,
    /// The heading of the column; empty for the whole row. What stands there is not kept: it may be anything.
    pub column: String,
}

/// A row of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which row of the file, as table programs number them; which card.
    pub number: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// Who it is.
    pub person: Option<PersonId>,
    /// What was not taken in.
    pub remarks: Vec<Remark>,
}

/// How many rows came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// See [`Outcome::Added`].
    pub added: i64,
    /// See [`Outcome::Filled`].
    pub filled: i64,
    /// See [`Outcome::Same`].
    pub same: i64,
    /// See [`Outcome::Refused`].
    pub refused: i64,
}

impl Counts {
    /// All rows that were looked at.
    #[must_use]
    pub const fn rows(self) -> i64 {
        self.added + self.filled + self.same + self.refused
    }

    /// How many came out so.
    #[must_use]
    pub const fn of(self, outcome: Outcome) -> i64 {
        match outcome {
            Outcome::Added => self.added,
            Outcome::Filled => self.filled,
            Outcome::Same => self.same,
            Outcome::Refused => self.refused,
        }
    }

    /// One more.
    pub const fn count(&mut self, outcome: Outcome) {
        let sum = match outcome {
            Outcome::Added => &mut self.added,
            Outcome::Filled => &mut self.filled,
            Outcome::Same => &mut self.same,
            Outcome::Refused => &mut self.refused,
        };
        *sum += 1;
    }
}

/// A file of customers that somebody takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Names it.
    pub id: ImportId,
    /// Who.
    pub staff: StaffId,
    /// What the file is called.
    pub name: String,
    /// What it is.
    pub form: Form,
    /// Its bytes.
    pub size: i64,
    /// How it is read.
    pub plan: Plan,
    /// How far it has come.
    pub state: State,
    /// Bytes that are done.
    pub place: i64,
    /// Rows that are done, headings and empty ones with them: as table programs number them.
    pub line: i64,
    /// Rows that are done.
    pub counts: Counts,
    /// When it was brought.
    pub at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
}
