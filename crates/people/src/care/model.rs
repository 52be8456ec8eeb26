//! Plain data of care flags.

use base::Instant;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, StaffId};

base::id!(
    /// Names one care flag.
    CareId,
    "car_"
);

/// What a customer goes through. The first are the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CareKind {
    /// Somebody close to them has died.
    Bereavement,
    /// They, or somebody close to them, are ill.
    Illness,
    /// They have little money.
    Hardship,
    /// A child was born.
    NewBaby,
    /// A disability, or help that they need.
    Help,
    /// Something else.
    Other,
}

impl CareKind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 6] =
        [Self::Bereavement, Self::Illness, Self::Hardship, Self::NewBaby, Self::Help, Self::Other];

    /// The name in tables, forms and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bereavement => "bereavement",
            Self::Illness => "illness",
            Self::Hardship => "hardship",
            Self::NewBaby => "new_baby",
            Self::Help => "help",
            Self::Other => "other",
        }
    }

    /// Reads [`CareKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What people call it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Bereavement => "care-bereavement",
            Self::Illness => "care-illness",
            Self::Hardship => "care-hardship",
            Self::NewBaby => "care-new-baby",
            Self::Help => "care-help",
            Self::Other => "care-other",
        }
    }

    /// How to write to them, for whoever does.
    #[must_use]
    pub const fn manner(self) -> &'static str {
        match self {
            Self::Bereavement => "care-manner-bereavement",
            Self::Illness => "care-manner-illness",
            Self::Hardship => "care-manner-hardship",
            Self::NewBaby => "care-manner-new-baby",
            Self::Help => "care-manner-help",
            Self::Other => "care-manner-other",
        }
    }
}

/// That a customer is treated with care, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareFlag {
    /// Names it.
    pub id: CareId,
    /// Who.
    pub person: PersonId,
    /// What they go through.
    pub kind: CareKind,
    /// More about it, in a colleague's words: `Lost her husband in October`.
    pub why: String,
    /// When it was set, business time.
    pub since: Instant,
    /// When it ends by itself: the end of its last day, business time.
    pub ends_at: Instant,
    /// Who set it, or changed it last.
    pub set_by: Option<StaffId>,
}

impl CareFlag {
    /// Whether it holds: it ends by itself, and nobody needs to take it away.
    #[must_use]
    pub fn holds(&self, now: Instant) -> bool {
        now < self.ends_at
    }
}
