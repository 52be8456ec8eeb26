//! Dates and times that a text names, read as the writer of a reply means them.
//!
//! A text is cut into words (`scan`), each language's table says what its words stand for (`en`, `nb`, `sv`, `da`,
//! `id`), and one grammar for all five reads days, times, lengths and what bounds them. Tables hold words and
//! endings, never sentences. What is impossible (31 November) or is a number of another kind (a version, a price, an
//! order) is no date. It knows no promise: whether somebody commits themselves is read elsewhere.

mod atoms;
mod calendar;
mod clocks;
mod counted;
mod da;
mod days;
mod en;
mod id;
mod lengths;
mod lexicon;
mod links;
mod nb;
mod reader;
mod reading;
mod scan;
mod stretches;
mod sv;
mod when;
mod written;

use base::Language;
use jiff::Zoned;

use reader::Reader;
use reading::Here;
pub use when::{Bound, Part, Sure, When};

/// Every date or time that a text names, in the order of the text and never overlapping.
///
/// `now` is when the text is written, in the zone of its writer; in English, a zone of the United States makes `3/12`
/// March. The answer depends on nothing else, and no text makes it panic.
#[must_use]
pub fn find(text: &str, language: Language, now: &Zoned) -> Vec<When> {
    let lexicon = lexicon::lexicon(language);
    let items = lexicon.items(&scan::scan(text));
    let month_first = language == Language::En && written::is_american(now.time_zone());
    let reader = Reader { items: &items, lexicon, now, today: now.date(), month_first };
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        at = match reader.reading(at) {
            Here::Read(when, end) => {
                found.push(*when);
                end
            }
            Here::Skip(end) => end,
            Here::Nothing => at + 1,
        };
    }
    found
}

#[cfg(test)]
mod tests;
