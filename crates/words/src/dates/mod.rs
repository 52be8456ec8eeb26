//! Dates and times that a text names, read as the writer of a reply means them.
//!
//! A text is cut into words (`scan`), each language's table says what its words stand for (`en`, `nb`, `sv`, `da`,
//! `id`), and one grammar for all five reads days, times, lengths and what bounds them. Tables hold words and
//! endings, never sentences. What is impossible (31 November) or is a number of another kind (a version, a price, an
//! order) is no date. It knows no promise: whether somebody commits themselves is read elsewhere.

mod when;

use base::Language;
use jiff::Zoned;

pub use when::{Bound, Part, Sure, When};

/// Every date or time that a text names, in the order of the text and never overlapping.
///
/// `now` is when the text is written, in the zone of its writer; a zone of the United States makes `3/12` March.
/// The answer depends on nothing else, and no text makes it panic.
#[must_use]
pub fn find(text: &str, language: Language, now: &Zoned) -> Vec<When> {
    let _ = (text, language, now);
    Vec::new()
}
