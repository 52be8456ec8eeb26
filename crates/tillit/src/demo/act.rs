//! What can happen in the demo's life, as values. Knows nothing of how the desk performs it.

use base::Instant;

use super::deed::Deed;
use super::files::File;
use super::letter::Letter;

/// One matter of one customer, in the order the plots were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlotId(pub u32);

/// Something that happens at a moment of business time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    /// When.
    pub at: Instant,
    /// In which plot.
    pub plot: PlotId,
    /// What.
    pub act: Act,
}

/// What a reply leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum After {
    /// Stays with us: more is to come.
    Stay,
    /// Waits for the customer.
    Wait,
    /// Waits for somebody else, such as a carrier.
    WaitOthers,
    /// Solved.
    Close,
}

/// The acts. Colleagues are named by their key (see [`super::cast::COLLEAGUES`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A mail comes from outside.
    MailIn(Box<Letter>),
    /// A colleague answers the customer.
    Reply {
        /// Who writes.
        who: &'static str,
        /// What they write.
        text: String,
        /// What goes with it.
        files: Vec<File>,
        /// The state afterwards.
        then: After,
    },
    /// A colleague writes an answer that goes later.
    Later {
        /// Who writes.
        who: &'static str,
        /// What they write.
        text: String,
        /// When it goes.
        due: Instant,
    },
    /// A colleague begins an answer and leaves it.
    Draft {
        /// Who writes.
        who: &'static str,
        /// As far as they came.
        text: String,
    },
    /// A colleague passes the customer's newest mail on.
    Forward {
        /// Who does it.
        who: &'static str,
        /// To whom: an address.
        to: String,
        /// What they write above it.
        text: String,
    },
    /// A colleague leaves an internal note.
    Note {
        /// Who writes.
        who: &'static str,
        /// What they write.
        text: String,
    },
    /// A colleague gives the conversation to somebody, or takes it.
    Assign {
        /// Who does it.
        who: &'static str,
        /// Who has it now.
        to: &'static str,
    },
    /// A colleague puts words on it.
    Tag {
        /// Who does it.
        who: &'static str,
        /// The words, with a comma between them.
        words: String,
    },
    /// A colleague puts it away.
    Snooze {
        /// Who does it.
        who: &'static str,
        /// Until when; without, until somebody writes.
        until: Option<Instant>,
    },
    /// A colleague sets it to wait for somebody else, without writing.
    Wait {
        /// Who does it.
        who: &'static str,
    },
    /// A colleague closes it without a reply, and says why.
    Close {
        /// Who closes.
        who: &'static str,
        /// The stated reason.
        reason: String,
    },
    /// A colleague does something else with it.
    Do {
        /// Who does it.
        who: &'static str,
        /// What.
        deed: Deed,
    },
    /// A colleague opens it again.
    Reopen {
        /// Who does it.
        who: &'static str,
    },
}

impl Act {
    /// The colleague who acts; `None` when it comes from outside.
    #[must_use]
    pub fn who(&self) -> Option<&'static str> {
        match self {
            Self::MailIn(_) => None,
            Self::Reply { who, .. }
            | Self::Later { who, .. }
            | Self::Draft { who, .. }
            | Self::Forward { who, .. }
            | Self::Note { who, .. }
            | Self::Assign { who, .. }
            | Self::Tag { who, .. }
            | Self::Snooze { who, .. }
            | Self::Do { who, .. }
            | Self::Wait { who }
            | Self::Close { who, .. }
            | Self::Reopen { who } => Some(who),
        }
    }
}
