//! Turns of phrase that jar whatever the goods and the house: sayings, and constructions with an open place in them.

use base::Language;

use super::table::Jars;

pub mod cold;
pub mod da;
pub mod doubtful;
pub mod en;
pub mod id;
pub mod nb;
pub mod sv;
pub mod warm;

/// Turns of phrase that jar where nothing kind stands beside them.
pub const fn doubtful(language: Language) -> Jars {
    match language {
        Language::En => doubtful::DOUBTFUL,
        Language::Id => id::DOUBTFUL,
        Language::Nb | Language::Sv | Language::Da => &[],
    }
}

/// What is kind enough for the doubtful to pass.
pub const fn kindly(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => doubtful::KINDLY,
        Language::Id => id::KINDLY,
        Language::Nb | Language::Sv | Language::Da => &[],
    }
}
