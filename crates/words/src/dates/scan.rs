//! Cuts a text into words, numbers and marks, each with its place.
//!
//! A number keeps its inner signs (`3/12`, `14:30`, `2026-12-03`), so that what it is can be told from its form. A
//! number that hangs on other letters or signs (`v1.12`, `#2026`, `A-17`) is `coded`: it names something, never a day.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The most parts a number is read with; more of them are a telephone number or an address.
const PARTS_MAX: usize = 4;

/// Where a word may be broken where a line ends; it is no letter of the word.
const SOFT_HYPHEN: char = '\u{ad}';

/// A piece of a text.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its bytes.
    pub span: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// Nothing stands between it and the piece before it.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether an empty line stands before it.
    pub apart: bool,
}

/// The sort of a piece.
#[derive(Clone, Debug)]
pub enum Sort {
    /// A word in small letters, composed, without the dots of an abbreviation of single letters (`p.m.`).
    Word(String),
    /// A number with its inner signs.
    Number(Number),
    /// Any other character that is not white.
    Mark(char),
}

/// The value of some digits, and how many they are.
pub type Part = (u32, usize);

/// Digits with signs between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The parts.
    pub parts: Vec<Part>,
    /// The signs between the parts.
    pub signs: Vec<char>,
    /// A full stop follows at once.
    pub dot: bool,
    /// Written as the number of a place: `3:e`, and by its word `3rd`.
    pub ordinal: bool,
    /// It hangs on letters or signs and names something.
    pub coded: bool,
}

impl Number {
    /// The value of a number of one part.
    pub fn whole(&self) -> Option<u32> {
        match self.parts.as_slice() {
            [(value, _)] if !self.coded => Some(*value),
            _ => None,
        }
    }

    /// Both parts of a number such as `8-10`, with its sign.
    pub fn pair(&self) -> Option<(Part, char, Part)> {
        match (self.parts.as_slice(), self.signs.as_slice()) {
            ([first, second], [sign]) if !self.coded => Some((*first, *sign, *second)),
            _ => None,
        }
    }
}

/// All pieces of a text in order.
pub fn scan(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut at, mut lines, mut glued) = (0, 0, false);
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        // Signs of emphasis stand between words of one date and mean nothing: “on **Friday** at 9”.
        if first.is_whitespace() || matches!(first, '*' | '_' | '\u{200b}' | '\u{feff}') {
            lines += usize::from(first == '\n');
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let (sort, end) = if first.is_ascii_digit() {
            number(text, at)
        } else if first.is_alphabetic() {
            word(text, at)
        } else {
            (Sort::Mark(first), at + first.len_utf8())
        };
        tokens.push(Token { span: at..end, sort, glued, capital: first.is_uppercase(), apart: lines > 1 });
        (at, lines, glued) = (end, 0, true);
    }
    tokens
}

fn after(text: &str, at: usize) -> impl Iterator<Item = char> + '_ {
    text.get(at..).unwrap_or_default().chars()
}

fn before(text: &str, at: usize) -> impl Iterator<Item = char> + '_ {
    text.get(..at).unwrap_or_default().chars().rev()
}

fn is_inner(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter) || letter == SOFT_HYPHEN
}

fn word(text: &str, start: usize) -> (Sort, usize) {
    let mut end = start;
    // Single letters with dots are one word: a.m., f.m.
    let dotted = |at: usize| {
        let mut next = after(text, at);
        next.next().is_some_and(char::is_alphabetic) && next.next() == Some('.')
    };
    if dotted(start) {
        let mut letters = String::new();
        while dotted(end) {
            let letter = after(text, end).next().unwrap_or_default();
            letters.extend(letter.to_lowercase());
            end += letter.len_utf8() + 1;
        }
        if letters.chars().count() > 1 {
            return (Sort::Word(letters), end);
        }
        end = start;
    }
    loop {
        let mut next = after(text, end);
        match next.next() {
            Some(letter) if is_inner(letter) => end += letter.len_utf8(),
            Some(sign @ ('\'' | '’')) if next.next().is_some_and(char::is_alphabetic) => end += sign.len_utf8(),
            _ => break,
        }
    }
    let low = text.get(start..end).unwrap_or_default().to_lowercase().replace('’', "'").replace(SOFT_HYPHEN, "");
    (Sort::Word(if low.is_ascii() { low } else { low.nfc().collect() }), end)
}

fn number(text: &str, start: usize) -> (Sort, usize) {
    let mut number = Number::default();
    let mut at = start;
    loop {
        let from = at;
        at += after(text, at).take_while(char::is_ascii_digit).count();
        let digits = text.get(from..at).unwrap_or_default();
        // Ten digits and more are no day and no count of days.
        number.parts.push((digits.parse().unwrap_or(u32::MAX), digits.len()));
        let mut next = after(text, at);
        match (next.next(), next.next()) {
            (Some(sign @ ('-' | '–' | '/' | '.' | ':' | ',' | 'x' | 'X' | '×')), Some('0'..='9')) => {
                number.signs.push(if sign == '–' { '-' } else { sign });
                at += sign.len_utf8();
            }
            _ => break,
        }
    }
    let mut next = after(text, at);
    match (next.next(), next.next(), next.next()) {
        (Some(':'), Some('e' | 'a'), third) if !third.is_some_and(char::is_alphanumeric) => {
            number.ordinal = true;
            at += 2;
        }
        (Some('.'), ..) => number.dot = true,
        _ => {}
    }
    number.coded = number.parts.len() > PARTS_MAX || hangs(text, start);
    (Sort::Number(number), at)
}

/// Whether what stands right before a number makes it a part of something else.
fn hangs(text: &str, start: usize) -> bool {
    let mut back = before(text, start);
    match back.next() {
        None => false,
        Some('#' | '+' | '@' | '=' | '\\' | '/' | '&' | '$' | '€' | '£' | '²') => true,
        // “kl9”, “v49” and “jam9” are told by their word; the reader sees to it.
        Some('_') => back.next().is_some_and(char::is_alphanumeric),
        Some('-' | '–' | '.' | ':' | ',') => match back.next() {
            Some('0'..='9') => true,
            Some(letter) if letter.is_alphabetic() => !before_is_short(text, start),
            _ => false,
        },
        Some(letter) => letter.is_alphabetic() && !before_is_short(text, start),
    }
}

/// Words that numbers hang on without being named by them: “kl.9”, “ke-49”, “v49”, “d.3/12”, months and days.
fn before_is_short(text: &str, start: usize) -> bool {
    let word: String =
        before(text, start).skip_while(|sign| !sign.is_alphabetic()).take_while(|sign| sign.is_alphabetic()).collect();
    let word: String = word.chars().rev().flat_map(char::to_lowercase).collect();
    let dot = before(text, start).next() == Some('.');
    matches!(word.as_str(), "am" | "pm" | "kl" | "ke" | "uke" | "uge" | "jam" | "pukul" | "pk" | "tgl")
        || dot && word != "v"
}
