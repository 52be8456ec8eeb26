//! What may answer a contact form before it is sent: passages of articles, handed in by whoever knows them.

use std::sync::Arc;

use base::{Instant, Language};
use platform::Platform;
use platform::web::desk::Later;

/// A passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Names the text it is from.
    pub id: String,
    /// What the article is called.
    pub title: String,
    /// Where it is read.
    pub href: String,
    /// Which version of it.
    pub version: i64,
    /// Since when that is read.
    pub at: Instant,
    /// The passage in pieces; `true` marks what was asked.
    pub pieces: Vec<(String, bool)>,
}

/// Who knows passages.
pub trait Offering: Send + Sync {
    /// Those that surely answer a text, best first; none where it is not sure, or that is not wanted.
    fn offers<'a>(
        &'a self,
        p: &'a Platform,
        is_customer: bool,
        language: Language,
        text: &'a str,
    ) -> Later<'a, Vec<Offer>>;

    /// Those of these ids, without their words, to write down what was shown.
    fn shown<'a>(&'a self, p: &'a Platform, is_customer: bool, ids: &'a [String]) -> Later<'a, Vec<Offer>>;
}

/// Them, as an extension of the request.
#[derive(Clone)]
pub struct Offers(pub Arc<dyn Offering>);
