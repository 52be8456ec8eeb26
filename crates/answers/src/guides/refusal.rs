//! What people may mend: every reason why a command of guides says no.

use base::Forbidden;
use platform::Fault;

use super::rules::Flaw;

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// It is not there.
    #[error("not found")]
    NotFound,
    /// A name is needed.
    #[error("no name")]
    NameMissing,
    /// Nobody reads so much.
    #[error("too long")]
    TooLong,
    /// There are too many of these already.
    #[error("too many")]
    TooMany,
    /// Somebody else saved it meanwhile.
    #[error("saved by somebody else meanwhile")]
    Changed,
    /// Choices lead there, or it is the first.
    #[error("choices lead there")]
    InUse,
    /// It is not fit to be walked.
    #[error("the tree has flaws")]
    Flawed(Vec<Flaw>),
}

impl Refusal {
    /// The word for programs.
    #[must_use]
    pub fn code(&self) -> String {
        let message = self.message();
        let word = message.split_once("-refused-").map_or(message, |(_, word)| word);
        word.replace('-', "_")
    }

    /// The sentence for the person.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        match self {
            Self::Forbidden => "articles-refused-forbidden",
            Self::NotFound => "articles-refused-not-found",
            Self::NameMissing => "guides-refused-name-missing",
            Self::TooLong => "articles-refused-too-long",
            Self::TooMany => "articles-refused-too-many",
            Self::Changed => "guides-refused-changed",
            Self::InUse => "guides-refused-in-use",
            Self::Flawed(_) => "guides-refused-flawed",
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

/// What commands of guides answer.
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
