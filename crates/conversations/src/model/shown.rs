//! What was shown to a customer by itself.

use serde::{Deserialize, Serialize};

/// An article that an answer by itself was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownArticle {
    /// The id of its text.
    pub text: String,
    /// What it was called.
    pub title: String,
    /// Which version of it was shown.
    pub version: i64,
}
