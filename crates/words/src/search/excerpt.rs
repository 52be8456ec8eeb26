//! The part of a text that shows why it was found, with what was looked for marked.

use std::collections::BTreeSet;
use std::ops::Range;

use base::Language;

use super::{Match, Wanted, stem, tokens};

/// Tokens that are looked through.
const TOKENS_MAX: usize = 20_000;
/// Bytes before the first mark, and of the whole, about.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// A piece of a text in pieces: marked or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The pieces in order; `true` marks what was looked for.
    pub pieces: Vec<(String, bool)>,
    /// Whether anything is marked.
    pub found: bool,
}

/// Cuts out the first part of `text` that answers what is wanted; its beginning where nothing does.
#[must_use]
pub fn excerpt(text: &str, language: Option<Language>, wanted: &Wanted) -> Excerpt {
    let asked = Asked::of(wanted);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for token in tokens::of(text).take(TOKENS_MAX) {
        if marks.first().is_some_and(|first| token.range.start > first.start + LENGTH) {
            break;
        }
        if asked.is(&token, language) {
            // A whole comes after its parts, which are marked already.
            while marks.last().is_some_and(|last| last.start >= token.range.start) {
                marks.pop();
            }
            marks.push(token.range);
        }
    }
    let range = window(text, marks.first().map_or(0, |mark| mark.start));
    pieces(text, &range, &marks)
}

struct Asked<'w> {
    words: BTreeSet<&'w str>,
    beginnings: Vec<&'w str>,
}

impl<'w> Asked<'w> {
    fn of(wanted: &'w Wanted) -> Self {
        let mut asked = Self { words: BTreeSet::new(), beginnings: Vec::new() };
        for way in wanted.all.iter().flat_map(|term| &term.any) {
            match way {
                Match::Word(word) => {
                    asked.words.insert(word);
                }
                Match::Prefix(start) => asked.beginnings.push(start),
                Match::Phrase(words) => asked.words.extend(words.iter().map(String::as_str)),
            }
        }
        asked
    }

    fn is(&self, token: &tokens::Token, language: Option<Language>) -> bool {
        let folded = token.folded();
        self.words.contains(folded.as_str())
            || self.beginnings.iter().any(|start| folded.starts_with(start))
            || token.part == tokens::Part::Word
                && stem::stems(&token.lower, language).any(|stem| self.words.contains(stem.as_str()))
    }
}

/// About [`LENGTH`] bytes around `at`, from a word's beginning to a word's end.
fn window(text: &str, at: usize) -> Range<usize> {
    let rough = text.floor_char_boundary(at.saturating_sub(BEFORE));
    let start = if rough == 0 {
        0
    } else {
        let gap = text[rough..at].find(char::is_whitespace);
        gap.map_or(rough, |gap| rough + gap)
    };
    let rough = text.floor_char_boundary(start.saturating_add(LENGTH).min(text.len()));
    let end = if rough == text.len() {
        rough
    } else {
        text[start..rough].rfind(char::is_whitespace).filter(|gap| start + gap > at).map_or(rough, |gap| start + gap)
    };
    start..end
}

fn pieces(text: &str, range: &Range<usize>, marks: &[Range<usize>]) -> Excerpt {
    let mut all: Vec<(String, bool)> = Vec::new();
    let mut at = range.start;
    for mark in marks.iter().filter(|mark| mark.end <= range.end && mark.start >= range.start) {
        all.push((one_line(&text[at..mark.start]), false));
        all.push((text[mark.clone()].to_owned(), true));
        at = mark.end;
    }
    all.push((one_line(&text[at..range.end]), false));
    if let Some((first, _)) = all.first_mut() {
        *first = first.trim_start().to_owned();
        if range.start > 0 {
            first.insert_str(0, "… ");
        }
    }
    if let Some((last, _)) = all.last_mut() {
        *last = last.trim_end().to_owned();
        if range.end < text.len() {
            last.push_str(" …");
        }
    }
    all.retain(|(piece, _)| !piece.is_empty());
    let found = all.iter().any(|(_, marked)| *marked);
    Excerpt { pieces: all, found }
}

/// White space single, without what nobody sees; a space at either end stays.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }) {
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    line
}
