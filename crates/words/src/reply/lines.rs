//! The lines of a text, and how deep each is quoted.

use std::ops::Range;

/// One line of a text.
#[derive(Clone, Debug)]
pub struct Line<'t> {
    /// Its bytes in the text, the line end included.
    pub range: Range<usize>,
    /// How many marks of quoting stand before it.
    pub depth: usize,
    /// What stands after the marks, without white space around it.
    pub words: &'t str,
}

impl Line<'_> {
    /// Whether it says nothing and quotes nothing.
    pub fn is_blank(&self) -> bool {
        self.depth == 0 && self.words.is_empty()
    }
}

/// All lines of a text; their ranges follow each other without a gap.
pub fn of(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|whole| {
        let range = start..start + whole.len();
        start = range.end;
        let (depth, words) = unquote(whole);
        Line { range, depth, words }
    });
    lines.collect()
}

/// Takes the marks of quoting from a line.
fn unquote(line: &str) -> (usize, &str) {
    let mut rest = line.trim();
    let mut depth = 0;
    while let Some(after) = rest.strip_prefix('>') {
        depth += 1;
        rest = after.trim_start();
    }
    (depth, rest)
}
