//! What can become of a text, who may read what, and what wants another look.

use base::Instant;
use jiff::civil::Date;

use crate::articles::model::{Audience, Reader, State};

/// What somebody does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Writes.
    Save,
    /// Hands it in.
    Submit,
    /// Gives it back to whoever writes.
    GiveBack,
    /// Lets it be published later.
    Schedule,
    /// Publishes it.
    Publish,
    /// Takes it back.
    Withdraw,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Save, Self::Submit, Self::GiveBack, Self::Schedule, Self::Publish, Self::Withdraw];

    /// The name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Submit => "submit",
            Self::GiveBack => "give-back",
            Self::Schedule => "schedule",
            Self::Publish => "publish",
            Self::Withdraw => "withdraw",
        }
    }

    /// Reads [`Act::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether whoever writes may do it; the rest is for those who publish.
    #[must_use]
    pub const fn is_writing(self) -> bool {
        matches!(self, Self::Save | Self::Submit)
    }
}

/// What the working copy is after an act, or nothing where that makes no sense. `live` tells whether a version of it
/// is read outside.
#[must_use]
pub fn after(state: State, live: bool, act: Act) -> Option<State> {
    match act {
        // Writing begins anew, whatever it was; a text that waits in review stays there.
        Act::Save => Some(if state == State::Review { State::Review } else { State::Draft }),
        Act::Submit => matches!(state, State::Draft | State::Withdrawn).then_some(State::Review),
        Act::GiveBack => matches!(state, State::Review | State::Scheduled).then_some(State::Draft),
        Act::Schedule => (state != State::Published).then_some(State::Scheduled),
        Act::Publish => (state != State::Published).then_some(State::Published),
        Act::Withdraw => (live || state == State::Scheduled).then_some(State::Withdrawn),
    }
}

/// Whether what is live of an article for this audience is for this reader.
#[must_use]
pub const fn may_read(reader: Reader, audience: Audience) -> bool {
    match audience {
        Audience::Public => true,
        Audience::Customers => matches!(reader, Reader::Customer | Reader::Colleague),
        Audience::Internal => matches!(reader, Reader::Colleague),
    }
}

/// Whether a translation was saved before its original was published last.
#[must_use]
pub fn is_older(translation_saved: Instant, original_live: Option<Instant>) -> bool {
    original_live.is_some_and(|original| translation_saved < original)
}

/// Whether the day of review has come.
#[must_use]
pub fn is_stale(review_on: Option<Date>, today: Date) -> bool {
    review_on.is_some_and(|day| day <= today)
}
