//! Where in a text an earlier mail begins.

use std::ops::Range;

use super::headers::{self, Announced, Block};
use super::lines::Line;
use super::{attribution, headers::announced};
use crate::programs;

/// The beginning of an earlier mail.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The lines that programs wrote: attribution, announcement, headers.
    pub lines: Range<usize>,
    /// What it is.
    pub by: By,
}

/// By what an earlier mail is introduced.
#[derive(Clone, Debug)]
pub enum By {
    /// A line that names the writer, above a marked quote.
    AttributionOfMarked,
    /// A line that names the writer, above a text without marks.
    Attribution,
    /// Headers, and what announces them.
    Headers(Option<Announced>, Block),
    /// A line asking to answer above it.
    Request,
}

/// The mark whose lines hold this line as the first one that can be recognised.
pub fn at(lines: &[Line<'_>], at: usize) -> Option<Mark> {
    let line = &lines[at];
    if line.words.is_empty() {
        return None;
    }
    if line.depth == 0 && is_request(line) {
        return Some(Mark { lines: at..at + 1, by: By::Request });
    }
    if let Some((announced, rest)) = announced(line) {
        let headers = (at + 1..lines.len()).take(4).find(|below| !lines[*below].words.is_empty());
        let block = headers.and_then(|below| headers::block(lines, below, true));
        let end = block.as_ref().map_or(at + 1, |block| block.end);
        // "Forwarded message:" in a sentence of its own is only words, unless headers follow.
        if block.is_some() || !rest.is_empty() || !line.words.ends_with(':') {
            return Some(Mark { lines: at..end, by: By::Headers(Some(announced), block.unwrap_or_default()) });
        }
    }
    if line.lower.is_empty() {
        return None;
    }
    if let Some(block) = headers::block(lines, at, false).or_else(|| dashed(lines, at)) {
        return Some(Mark { lines: at..block.end, by: By::Headers(None, block) });
    }
    let quoted = (at + 1..lines.len()).find(|below| !lines[*below].is_blank()).is_some_and(|at| lines[at].depth > 0);
    let first = attribution::start(lines, at, quoted)?;
    Some(Mark { lines: first..at + 1, by: if quoted { By::AttributionOfMarked } else { By::Attribution } })
}

/// "##- Please type your reply above this line -##" in whatever words, between marks.
fn is_request(line: &Line<'_>) -> bool {
    const MARKS: [char; 6] = ['#', '-', '=', '*', '~', '_'];
    let inner = line.lower.trim_start_matches(MARKS);
    line.lower.len() >= inner.len() + 2 && programs::above(inner)
}

/// Words of a language nobody told us between dashes, and headers below that hold an address.
fn dashed(lines: &[Line<'_>], at: usize) -> Option<Block> {
    let words = lines[at].words;
    let inner = words.trim_matches('-').trim();
    if !(words.starts_with("---") && words.ends_with("---") && !inner.is_empty()) {
        return None;
    }
    let below = (at + 1..lines.len()).take(3).find(|below| !lines[*below].words.is_empty())?;
    headers::block(lines, below, true)
}

/// Where an earlier mail begins, a ruled line above its first mark included.
pub fn above_the_rule(lines: &[Line<'_>], start: usize) -> usize {
    let above = (0..start).rev().take(4).find(|at| !lines[*at].words.is_empty());
    above.filter(|at| lines[*at].depth == 0 && lines[*at].is_rule(3)).unwrap_or(start)
}
