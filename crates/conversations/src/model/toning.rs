//! How replies sounded, in numbers of the whole desk.

use base::Language;
use words::tone::Issue;

/// How often replies were sent with something that their writer had been told jars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneOverrides {
    /// What jars.
    pub issue: Issue,
    /// The language of the replies.
    pub language: Language,
    /// How often.
    pub count: i64,
}
