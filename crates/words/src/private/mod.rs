//! What ought not to stand in a reply: numbers of payment cards, and the national ids of five countries. By their
//! form, their date and their control digits alone; it asks no register.

pub mod cards;
mod ids;

#[cfg(test)]
mod tests;

use std::ops::Range;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A payment card's number.
    Card,
    /// A Norwegian *fødselsnummer* or D-number.
    Norwegian,
    /// A Swedish *personnummer* or *samordningsnummer*.
    Swedish,
    /// A Danish CPR number.
    Danish,
    /// An Indonesian NIK.
    Indonesian,
    /// A social security number of the United States.
    American,
}

/// Something private, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Private {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Everything private in a text, in its order. Takes time in proportion to the text.
#[must_use]
pub fn find(text: &str) -> Vec<Private> {
    let cards = cards::find(text).into_iter().map(|span| Private { kind: Kind::Card, span });
    let mut found: Vec<Private> = cards.collect();
    for id in ids::find(text) {
        if found.iter().all(|card| card.span.end <= id.span.start || id.span.end <= card.span.start) {
            found.push(id);
        }
    }
    found.sort_by_key(|private| private.span.start);
    found
}
