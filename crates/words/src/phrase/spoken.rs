//! A text as its writer speaks in it: words and sentences, without what is quoted. Gone through once.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::reply::{self, Kind};

/// Quotation marks are looked for within so many bytes; farther apart they are a slip of the hand.
const QUOTE_MAX: usize = 1500;
/// Letters of one word that are looked at.
const LONGEST: usize = 64;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// In small letters, or of mixed ones.
    Lower,
    /// With a capital first.
    Capital,
    /// All in capitals, two letters or more.
    Capitals,
    /// Without letters, or with digits or signs among them.
    Other,
}

/// A word that its writer says.
#[derive(Clone, Debug)]
pub struct Word {
    /// In small letters, composed, without apostrophes, with letters that are drawn out (`sooo`) once.
    pub lower: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// How it is written.
    pub case: Case,
    /// Whether signs stand for letters in it.
    pub veiled: bool,
    /// Whether a comma, a dash, a colon or the sentence's end follows.
    pub pauses: bool,
    /// The sentence it stands in.
    pub sentence: usize,
}

/// A sentence, or a line that stands alone.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its words, by their places; empty where a sentence is nothing but signs.
    pub words: Range<usize>,
    /// Its bytes in the text, with the signs that end it.
    pub range: Range<usize>,
    /// How many `!` end it.
    pub cries: usize,
    /// How many `?` end it.
    pub asks: usize,
}

/// The words of a text that are its writer's own.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// In order.
    pub words: Vec<Word>,
    /// In order, none without words.
    pub sentences: Vec<Sentence>,
}

impl Spoken {
    /// Reads a text. What stands between quotation marks, in lines that begin with `>`, and in earlier mails below is
    /// not the writer's. Takes time in proportion to the text.
    pub fn of(text: &str) -> Self {
        let mut reading = Reading { text, spoken: Self::default(), sentence: Sentence::default() };
        for piece in reply::split(text).pieces() {
            if piece.kind == Kind::Quote {
                reading.end_sentence(piece.range.start);
            } else {
                reading.piece(piece.range.clone());
            }
        }
        reading.end_sentence(text.len());
        reading.spoken
    }

    /// The words of one sentence.
    pub fn of_sentence(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    /// The bytes that a run of words covers.
    pub fn span(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(0, |word| word.range.start);
        let end = words.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }
}

struct Reading<'t> {
    text: &'t str,
    spoken: Spoken,
    sentence: Sentence,
}

impl Reading<'_> {
    fn piece(&mut self, piece: Range<usize>) {
        let mut at = piece.start;
        for line in self.text[piece].split_inclusive('\n') {
            let range = at..at + line.len();
            at = range.end;
            let said = line.trim_start();
            // A line that was wrapped goes on in small letters.
            if said.is_empty() || !said.starts_with(char::is_lowercase) {
                self.end_sentence(range.start);
            }
            if !said.starts_with('>') {
                self.line(range);
            }
        }
    }

    fn line(&mut self, line: Range<usize>) {
        let text = &self.text[..line.end];
        let mut at = line.start;
        let mut before = None;
        while let Some(c) = text[at..].chars().next() {
            if let Some(end) = quoted(text, at, c, before) {
                before = text[..end].chars().next_back();
                at = end;
                continue;
            }
            if c.is_alphanumeric() || (matches!(c, '$' | '@') && goes_on(&text[at + 1..])) {
                let end = end_of_word(text, at);
                self.word(at..end);
                before = text[..end].chars().next_back();
                at = end;
                continue;
            }
            let next = at + c.len_utf8();
            self.sign(c, next, text[next..].chars().next());
            before = Some(c);
            at = next;
        }
    }

    fn word(&mut self, range: Range<usize>) {
        // A sentence that ended begins anew with the next word.
        if self.sentence.cries + self.sentence.asks > 0 || self.sentence.range.end > self.sentence.range.start {
            self.end_sentence(range.start);
        }
        let written = &self.text[range.clone()];
        if self.sentence.words.is_empty() {
            let place = self.spoken.words.len();
            self.sentence.words = place..place;
            self.sentence.range = range.start..range.start;
        }
        let word = Word {
            lower: lower(written),
            case: case(written),
            veiled: written.chars().any(veil),
            pauses: false,
            sentence: self.spoken.sentences.len(),
            range,
        };
        self.spoken.words.push(word);
        self.sentence.words.end = self.spoken.words.len();
    }

    fn sign(&mut self, sign: char, end: usize, next: Option<char>) {
        if self.sentence.words.is_empty() {
            return;
        }
        match sign {
            '!' | '\u{ff01}' => self.sentence.cries += 1,
            '?' | '\u{ff1f}' => self.sentence.asks += 1,
            '.' | '…' if next.is_none_or(|next| !next.is_alphanumeric()) => {}
            ',' | ';' | ':' | '–' | '—' | '(' | ')' => return self.pause(),
            '-' if next.is_none_or(char::is_whitespace) => return self.pause(),
            _ => return,
        }
        self.pause();
        self.sentence.range.end = end;
    }

    fn pause(&mut self) {
        if let Some(word) = self.spoken.words.last_mut() {
            word.pauses = true;
        }
    }

    fn end_sentence(&mut self, at: usize) {
        let mut sentence = std::mem::take(&mut self.sentence);
        if sentence.words.is_empty() {
            return;
        }
        self.pause();
        let last = self.spoken.words.last().map_or(at, |word| word.range.end);
        sentence.range.end = sentence.range.end.max(last);
        self.spoken.sentences.push(sentence);
    }
}

/// The end of a quotation that begins here.
fn quoted(text: &str, at: usize, open: char, before: Option<char>) -> Option<usize> {
    let close: &[char] = match open {
        '"' => &['"', '”', '“'],
        '“' | '„' | '”' => &['”', '“', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‘' | '’' | '\'' if before.is_none_or(|before| !before.is_alphanumeric()) => &['’', '\'', '‘'],
        _ => return None,
    };
    let single = close.contains(&'\'');
    let from = at + open.len_utf8();
    let mut last = None;
    for (offset, c) in text[from..].char_indices() {
        if offset > QUOTE_MAX {
            return None;
        }
        let end = from + offset + c.len_utf8();
        let ends = !single || text[end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        // 'tis is no quotation, and nobody quotes nothing.
        if close.contains(&c) && ends && last.is_some() {
            return Some(end);
        }
        last = Some(c);
    }
    None
}

/// Whether a word goes on here, so that a sign in front of it stands for its letter.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphabetic() || veil(c))
}

fn end_of_word(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let within = next.is_some_and(|next| next.is_alphanumeric() || veil(next));
        let goes = c.is_alphanumeric()
            || is_combining_mark(c)
            || (apostrophe(c) && next.is_some_and(char::is_alphanumeric))
            || c == '*'
            || (veil(c) && (within || offset == 0));
        if !goes {
            break;
        }
        end = start + offset + c.len_utf8();
    }
    end
}

/// Signs that stand for letters in words nobody wants to write out.
const fn veil(c: char) -> bool {
    matches!(c, '*' | '@' | '$' | '#' | '%' | '_')
}

const fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

fn lower(written: &str) -> String {
    let written = written.chars().filter(|c| !apostrophe(*c)).take(LONGEST);
    let mut lower: String = written.nfc().flat_map(char::to_lowercase).collect();
    let mut letters: Vec<char> = Vec::new();
    let drawn = |c: char, letters: &[char]| {
        c.is_alphabetic() && letters.len() >= 2 && letters[letters.len() - 2..].iter().all(|before| *before == c)
    };
    let mut cut = false;
    for c in lower.chars() {
        if drawn(c, &letters) {
            cut = true;
            letters.pop();
            letters.pop();
            letters.push(c);
            continue;
        }
        // What goes on being drawn out after it was cut down to one letter.
        if cut && c.is_alphabetic() && letters.last() == Some(&c) {
            continue;
        }
        letters.push(c);
    }
    if cut {
        lower = letters.into_iter().collect();
    }
    lower
}

fn case(written: &str) -> Case {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    if letters == 0 || written.chars().any(char::is_numeric) {
        Case::Other
    } else if letters >= 2 && capitals == letters {
        Case::Capitals
    } else if written.starts_with(char::is_uppercase) {
        Case::Capital
    } else {
        Case::Lower
    }
}
