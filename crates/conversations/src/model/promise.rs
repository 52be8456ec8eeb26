//! A promise: what we said that we would do for a customer, and by when.

use base::Instant;
use jiff::civil::Date;
use people::{DepartmentId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, MessageId, PromiseId};

/// What has become of a promise. That it is due today or late is read off the clock and never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    /// Found in what somebody wrote; nobody has said yet whether it is one.
    Suggested,
    /// To be kept.
    Open,
    /// To be kept by another day than was said first; the customer knows.
    Renegotiated,
    /// Kept in time.
    Kept,
    /// Kept too late, or given up when it was late already.
    Broken,
    /// The customer needs it no more.
    Released,
}

impl PromiseState {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Suggested, Self::Open, Self::Renegotiated, Self::Kept, Self::Broken, Self::Released];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Open => "open",
            Self::Renegotiated => "renegotiated",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Released => "released",
        }
    }

    /// Reads [`PromiseState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it is still to be kept.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Renegotiated)
    }

    /// Whether nothing is to be done for it any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Kept | Self::Broken | Self::Released)
    }
}

/// How a promise was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseKind {
    /// With a day or a time.
    Dated,
    /// Without.
    #[default]
    Open,
    /// Only if something happens first.
    Conditional,
    /// Half: hoped for, tried.
    Hedged,
}

impl PromiseKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Dated, Self::Open, Self::Conditional, Self::Hedged];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Open => "open",
            Self::Conditional => "conditional",
            Self::Hedged => "hedged",
        }
    }

    /// Reads [`PromiseKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How sure it is that a day was meant so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseSure {
    /// The words can mean another day, too.
    Ask,
    /// A rule had to choose.
    Likely,
    /// The words, or a person, leave nothing open.
    #[default]
    Certain,
    /// Nobody said a day: it is looked at then.
    Check,
}

impl PromiseSure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ask, Self::Likely, Self::Certain, Self::Check];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Likely => "likely",
            Self::Certain => "certain",
            Self::Check => "check",
        }
    }

    /// Reads [`PromiseSure::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sure| sure.code() == code)
    }
}

/// By when we mean to keep a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseDue {
    /// The last minute at which it still counts as kept, business time.
    pub latest: Instant,
    /// The day, in `zone`.
    pub day: Date,
    /// Whether a time of that day was said.
    pub timed: bool,
    /// How sure it is.
    pub sure: PromiseSure,
    /// The zone in which it was meant, by its IANA name.
    pub zone: String,
}

/// What we said that we would do for a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Names it.
    pub id: PromiseId,
    /// Where it was made.
    pub conversation: ConversationId,
    /// To whom.
    pub person: PersonId,
    /// The message that it stands in; none for one made by hand.
    pub message: Option<MessageId>,
    /// What is to be kept, in the words of whoever wrote it.
    pub words: String,
    /// How it was said.
    pub kind: PromiseKind,
    /// Who keeps it; without, those who lead there.
    pub owner: Option<StaffId>,
    /// What they are called; empty for nobody.
    pub owner_name: String,
    /// Where it belongs: where its conversation does.
    pub department: Option<DepartmentId>,
    /// By when we mean to keep it; none only while it is suggested.
    pub due: Option<PromiseDue>,
    /// The last minute that the customer was given; none where nobody gave one.
    pub word: Option<Instant>,
    /// What has become of it.
    pub state: PromiseState,
    /// Who made it; none where Tillit found it.
    pub made_by: Option<StaffId>,
    /// When, business time.
    pub made_at: Instant,
    /// When it was kept or given up, business time.
    pub ended_at: Option<Instant>,
    /// Why it was given up; empty else.
    pub reason: String,
    /// The message by which it was kept, if it was by one; of an open one, that which keeps it once it goes.
    pub kept_in: Option<MessageId>,
    /// When its keeper is to be reminded, business time; nothing once they were.
    pub remind_at: Option<Instant>,
    /// When those who lead are to be told that it is late, business time; nothing once they were.
    pub alert_at: Option<Instant>,
}

/// What happened to a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseChange {
    /// It was found in what somebody wrote.
    Suggested,
    /// It was none, or what it stood in was taken back.
    Dropped,
    /// Somebody made it, or said that what was found is one.
    Made,
    /// It is to be kept by another day; the customer does not know.
    Moved,
    /// It is to be kept by another day; the customer knows.
    Renegotiated,
    /// Somebody else is to keep it.
    Handed,
    /// Its keeper was reminded.
    Reminded,
    /// Its time is over and it is not kept.
    Late,
    /// It was kept in time.
    Kept,
    /// It was kept too late, or given up when it was late.
    Broken,
    /// The customer needs it no more.
    Released,
    /// It is to be kept after all.
    Reopened,
}

/// How many promises were kept in time, and how many were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseRecord {
    /// Kept in time.
    pub kept: i64,
    /// Broken.
    pub broken: i64,
    /// Still to be kept.
    pub open: i64,
}

impl PromiseRecord {
    /// How many are over, those that were released left out.
    #[must_use]
    pub const fn all(self) -> i64 {
        self.kept.saturating_add(self.broken)
    }
}

/// How many promises are to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    /// By whoever asks: late ones, today's, and those to come.
    pub mine: [i64; 3],
    /// In the departments of whoever asks, the same.
    pub theirs: [i64; 3],
}

/// What somebody who writes says about words in which a promise was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseAnswer {
    /// Nothing yet.
    #[default]
    Later,
    /// It is one, to be kept.
    Track,
    /// It is none.
    No,
}

/// What somebody who writes says about promises in what they write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromiseChoices {
    /// About these words, with a day that they chose themselves.
    pub about: Vec<PromiseChoice>,
    /// Promises of this conversation that are kept by it.
    pub keeps: Vec<PromiseId>,
}

impl PromiseChoices {
    /// Whether they say that something in it is a promise.
    #[must_use]
    pub fn tracks(&self) -> bool {
        self.about.iter().any(|one| one.answer == PromiseAnswer::Track)
    }
}

impl PromiseAnswer {
    /// The name in forms and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Track => "track",
            Self::No => "no",
        }
    }

    /// Reads [`PromiseAnswer::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Later, Self::Track, Self::No].into_iter().find(|answer| answer.code() == code)
    }
}

/// What somebody says about the promise in these words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromiseChoice {
    /// The words, as they stand in the text.
    pub words: String,
    /// What they say.
    pub answer: PromiseAnswer,
    /// By when, as a field of a form has it, in the zone of the business; empty as it was read.
    pub by: String,
}
