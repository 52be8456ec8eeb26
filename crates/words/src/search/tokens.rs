//! Cuts a text into words, once through, and tells ids, numbers and addresses as wholes besides.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::fold;

/// Longest word that is kept, in characters; the rest of a longer one is cut off.
pub(super) const LONGEST: usize = 64;
/// Most words that a whole is made of.
const PARTS_MAX: usize = 12;

/// Whether a token is a word, or several written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Word,
    /// `kari@example.com`, `2026-11-18`, `TX-4711`; its parts come as words, too.
    Whole,
}

/// A piece of a text that it can be found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub part: Part,
    /// In lower case, composed, without what nobody sees.
    pub lower: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Token {
    /// As it is compared.
    pub fn folded(&self) -> String {
        let folded = fold(&self.lower);
        if folded.len() <= LONGEST { folded } else { folded.chars().take(LONGEST).collect() }
    }
}

/// The tokens of a text in their order; a whole comes after its parts.
pub(super) fn of(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0, run: Run::default(), held: None }
}

/// Words written without a gap.
#[derive(Default)]
struct Run {
    start: usize,
    end: usize,
    words: usize,
}

pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    run: Run,
    /// A word that the whole before it goes ahead of.
    held: Option<Token>,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(held) = self.held.take() {
            return Some(held);
        }
        let Some(range) = self.word() else {
            return self.end_run();
        };
        let gap = &self.text[self.run.end..range.start];
        let token = self.token(Part::Word, range.clone());
        if self.run.words > 0 && gap.len() <= 1 && gap.chars().all(joins) {
            self.run.end = range.end;
            self.run.words += 1;
            return Some(token);
        }
        let whole = self.end_run();
        self.run = Run { start: range.start, end: range.end, words: 1 };
        if whole.is_some() {
            self.held = Some(token);
            return whole;
        }
        Some(token)
    }
}

impl Tokens<'_> {
    /// The bytes of the next word.
    fn word(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.char_indices().find(|(_, c)| c.is_alphanumeric())?.0;
        let mut end = start;
        let mut before = None;
        let mut chars = self.text[start..].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().is_some_and(|(_, c)| c.is_alphanumeric());
            let goes_on = match c {
                _ if alone(c) => before.is_none(),
                _ if before.is_some_and(alone) => false,
                _ if c.is_alphanumeric() || is_combining_mark(c) || unseen(c) => true,
                _ => apostrophe(c) && next,
            };
            if !goes_on {
                break;
            }
            end = start + at + c.len_utf8();
            before = Some(c);
        }
        self.at = end;
        Some(start..end)
    }

    fn token(&self, part: Part, range: Range<usize>) -> Token {
        let written: String = self.text[range.clone()].chars().filter(|c| !unseen(*c)).take(LONGEST * 2).collect();
        let lower: String = written.nfc().flat_map(char::to_lowercase).collect();
        // Kari's is Kari, don't is dont.
        let owned =
            if part == Part::Word { lower.strip_suffix('s').and_then(|l| l.strip_suffix(apostrophe)) } else { None };
        let lower = owned.unwrap_or(&lower).chars().filter(|c| !apostrophe(*c)).collect();
        Token { part, lower, range }
    }

    /// What was written as one, if it is an address, an id or a number with parts.
    fn end_run(&mut self) -> Option<Token> {
        let run = std::mem::take(&mut self.run);
        if !(2..=PARTS_MAX).contains(&run.words) {
            return None;
        }
        let text = &self.text[run.start..run.end];
        let named = text.contains('@') || text.chars().any(|c| c.is_ascii_digit());
        (named && text.len() <= LONGEST).then(|| self.token(Part::Whole, run.start..run.end))
    }
}

/// What may stand within an address or an id.
const fn joins(c: char) -> bool {
    matches!(c, '@' | '.' | '_' | '-' | '+' | '/')
}

const fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Soft hyphens and characters without width: hidden in words by programs and by those who do not want to be found.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Scripts that put no space between words: each character is one.
const fn alone(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
