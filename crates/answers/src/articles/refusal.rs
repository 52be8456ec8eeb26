//! What people may mend: every reason why a command of articles says no.

use base::Forbidden;
use platform::Fault;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// It is not there.
    #[error("not found")]
    NotFound,
    /// A title is needed.
    #[error("no title")]
    TitleMissing,
    /// Nothing is written yet.
    #[error("no text")]
    TextMissing,
    /// Nobody reads so much.
    #[error("too long")]
    TooLong,
    /// That makes no sense for a text in this state.
    #[error("not in this state")]
    NotNow,
    /// The moment lies behind, or years ahead.
    #[error("not a moment ahead")]
    NotAhead,
    /// Somebody else saved it meanwhile.
    #[error("saved by somebody else meanwhile")]
    Changed,
    /// Articles stand in the category.
    #[error("articles stand in it")]
    CategoryInUse,
    /// A name is needed.
    #[error("no name")]
    NameMissing,
    /// There are too many of these already.
    #[error("too many")]
    TooMany,
    /// There is no such category.
    #[error("no such category")]
    CategoryUnknown,
    /// There is no such colleague.
    #[error("no such colleague")]
    OwnerUnknown,
    /// That is no day.
    #[error("no day")]
    NoDay,
    /// It is to answer by itself before it was measured how well it would.
    #[error("not measured yet")]
    Unmeasured,
    /// So many answers by themselves a day are none, or too many.
    #[error("not from 1 to 10 a day")]
    ADay,
    /// There is no such department.
    #[error("no such department")]
    DepartmentUnknown,
    /// It is no picture that we know, or damaged.
    #[error("no picture")]
    NoPicture,
    /// A picture has too many bytes or points.
    #[error("picture too large")]
    PictureTooLarge,
    /// A snippet is named by small letters, digits and dashes.
    #[error("no name for a snippet")]
    SnippetName,
    /// Nothing came, or nothing that can be read at all.
    #[error("no file")]
    NoFile,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Forbidden,
        Self::NotFound,
        Self::TitleMissing,
        Self::TextMissing,
        Self::TooLong,
        Self::NotNow,
        Self::NotAhead,
        Self::Changed,
        Self::CategoryInUse,
        Self::NameMissing,
        Self::TooMany,
        Self::CategoryUnknown,
        Self::OwnerUnknown,
        Self::NoDay,
        Self::Unmeasured,
        Self::ADay,
        Self::DepartmentUnknown,
        Self::NoPicture,
        Self::PictureTooLarge,
        Self::SnippetName,
        Self::NoFile,
    ];

    /// The word for programs.
    #[must_use]
    pub fn code(self) -> String {
        self.message().trim_start_matches("articles-refused-").replace('-', "_")
    }

    /// The sentence for the person.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Forbidden => "articles-refused-forbidden",
            Self::NotFound => "articles-refused-not-found",
            Self::TitleMissing => "articles-refused-title-missing",
            Self::TextMissing => "articles-refused-text-missing",
            Self::TooLong => "articles-refused-too-long",
            Self::NotNow => "articles-refused-not-now",
            Self::NotAhead => "articles-refused-not-ahead",
            Self::Changed => "articles-refused-changed",
            Self::CategoryInUse => "articles-refused-category-in-use",
            Self::NameMissing => "articles-refused-name-missing",
            Self::TooMany => "articles-refused-too-many",
            Self::CategoryUnknown => "articles-refused-category-unknown",
            Self::OwnerUnknown => "articles-refused-owner-unknown",
            Self::NoDay => "articles-refused-no-day",
            Self::Unmeasured => "articles-refused-unmeasured",
            Self::ADay => "articles-refused-a-day",
            Self::DepartmentUnknown => "articles-refused-department-unknown",
            Self::NoPicture => "articles-refused-no-picture",
            Self::PictureTooLarge => "articles-refused-picture-too-large",
            Self::SnippetName => "articles-refused-snippet-name",
            Self::NoFile => "articles-refused-no-file",
        }
    }
}

/// How a command fails.
#[derive(Debug)]
pub enum Failure {
    /// The person can mend it.
    Refused(Refusal),
    /// We cannot.
    Fault(Fault),
}

/// What commands of articles answer.
pub type Answer<T> = Result<T, Failure>;

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Forbidden> for Failure {
    fn from(_: Forbidden) -> Self {
        Self::Refused(Refusal::Forbidden)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
