//! Why a reader thinks that something should not stand there.

/// The reasons that are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Advertising.
    Spam,
    /// It hurts somebody.
    Rude,
    /// It tells what is private.
    Private,
    /// It is wrong and could do harm.
    Wrong,
}

/// Readers who must flag something before it is out of sight until somebody looks.
pub const ENOUGH: i64 = 3;

impl Why {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Spam, Self::Rude, Self::Private, Self::Wrong];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spam => "flag-spam",
            Self::Rude => "flag-rude",
            Self::Private => "flag-private",
            Self::Wrong => "flag-wrong",
        }
    }

    /// Reads [`Why::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }

    /// The message that says so.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Spam => "community-flag-spam",
            Self::Rude => "community-flag-rude",
            Self::Private => "community-flag-private",
            Self::Wrong => "community-flag-wrong",
        }
    }
}

/// Whether what so many readers flagged is out of sight until a colleague has looked. What a colleague wrote stays,
/// and so does what one has looked at already.
#[must_use]
pub const fn hides(flags: i64, by_staff: bool, looked_at: bool) -> bool {
    flags >= ENOUGH && !by_staff && !looked_at
}
