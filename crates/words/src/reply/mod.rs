//! What a person newly wrote in a mail, apart from what they quoted and how they signed.
//!
//! A text is cut at line ends into pieces that put together again are the text, so nothing is lost: what is folded
//! can always be unfolded. Knows no mail format: plain text in, in which HTML was already read.

mod attribution;
pub(crate) mod headers;
pub(crate) mod lines;
pub(crate) mod marks;
mod quotes;
mod signature;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// What a piece of a mail's text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Newly written, or quoted on purpose between answers.
    Own,
    /// A signature: the writer's card, or what their program adds.
    Signature,
    /// An earlier mail, and the line that says whose it is.
    Quote,
}

/// A piece of a text: what it is, and where it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text; pieces follow each other without a gap.
    pub range: Range<usize>,
}

/// A text in pieces.
#[derive(Clone, Debug)]
pub struct Parts<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
}

impl<'t> Parts<'t> {
    /// The pieces in their order; neighbours are of different kinds.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The pieces with their words.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, &'t str)> + '_ {
        self.pieces.iter().map(|piece| (piece.kind, &self.text[piece.range.clone()]))
    }

    /// What the person newly wrote, without white space around it. Never empty where the text is not.
    pub fn visible(&self) -> String {
        self.of(Kind::Own).trim().to_owned()
    }

    /// All signatures, one after the other; empty when there is none.
    pub fn signature(&self) -> String {
        self.of(Kind::Signature).trim().to_owned()
    }

    /// All that is quoted; empty when nothing is.
    pub fn quoted(&self) -> String {
        self.of(Kind::Quote).trim_end().to_owned()
    }

    /// Whether all of the text is newly written, so that there is nothing to fold.
    pub fn is_whole(&self) -> bool {
        self.pieces.iter().all(|piece| piece.kind == Kind::Own)
    }

    fn of(&self, kind: Kind) -> String {
        self.iter().filter(|(of, _)| *of == kind).map(|(_, words)| words).collect()
    }
}

/// The text in pieces that [`split`] found in it before; none when they cannot be its own.
#[must_use]
pub fn again<'t>(text: &'t str, pieces: &[Piece]) -> Option<Parts<'t>> {
    let mut end = 0;
    for piece in pieces {
        if piece.range.start != end || text.get(piece.range.clone()).is_none() {
            return None;
        }
        end = piece.range.end;
    }
    (end == text.len()).then(|| Parts { text, pieces: pieces.to_vec() })
}

/// Cuts a text into what was newly written, signatures and quotes. Takes time in proportion to its length.
///
/// Never folds everything: where nothing would remain to read, all of it is one's own.
pub fn split(text: &str) -> Parts<'_> {
    let lines = lines::of(text);
    let mut kinds = quotes::kinds(&lines);
    if !lines.iter().zip(&kinds).any(|(line, kind)| *kind == Kind::Own && !line.is_blank()) {
        kinds.fill(Kind::Own);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (line, kind) in lines.iter().zip(kinds) {
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.range.end = line.range.end,
            _ => pieces.push(Piece { kind, range: line.range.clone() }),
        }
    }
    Parts { text, pieces }
}
