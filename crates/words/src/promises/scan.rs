//! Cuts a text into sentences of what was newly written, and sentences into units: words and short phrases that the
//! lexicon knows, dates as one unit each, and the marks between them. Words in quotation marks are left out.

use std::ops::Range;

use jiff::civil::Date;

use super::lexicon::{Class, Lexicon, Order, Set};
use crate::dates::When;
use crate::reply;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Word,
    /// A date, by its number; `past` says that it names something gone by.
    Day {
        number: usize,
        past: bool,
        /// The last minute it allows, in seconds, to tell which of two is earlier.
        latest: i64,
        /// Whether words beside it bound it (“by”, “within”).
        bound: bool,
        today: bool,
        /// Whether it is a time to work in rather than an end: “over the weekend”.
        range: bool,
    },
    Mark(char),
}

/// A word, a phrase, a date or a mark.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its bytes in the text.
    pub span: Range<usize>,
    pub sort: Sort,
    /// What the lexicon knows of it.
    pub set: Set,
    /// The words in small letters; empty for marks and dates.
    pub lower: String,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Unit {
    pub const fn has(&self, class: Class) -> bool {
        self.set.has(class)
    }

    pub fn is_word(&self) -> bool {
        self.sort == Sort::Word
    }

    pub const fn is_day(&self) -> bool {
        matches!(self.sort, Sort::Day { .. })
    }
}

/// A sentence with the mark that ends it.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub units: Vec<Unit>,
    pub asks: bool,
}

/// The sentences that the writer wrote themselves.
pub fn sentences(text: &str, lexicon: &Lexicon, days: &[When], today: Date) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for own in own(text) {
        let mut scanner =
            Scanner { text, lexicon, days, today, at: own.start, end: own.end, sentences: &mut sentences };
        scanner.run();
    }
    sentences
}

/// What was newly written, without lines that are marked as quoted wherever they stand.
fn own(text: &str) -> Vec<Range<usize>> {
    let mut own: Vec<Range<usize>> = Vec::new();
    for piece in reply::split(text).pieces().iter().filter(|piece| piece.kind == reply::Kind::Own) {
        let mut start = piece.range.start;
        for line in text.get(piece.range.clone()).unwrap_or_default().split_inclusive('\n') {
            let range = start..start + line.len();
            start = range.end;
            if line.trim_start().starts_with(['>', '|', '＞']) {
                continue;
            }
            match own.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => own.push(range),
            }
        }
    }
    own
}

struct Scanner<'s> {
    text: &'s str,
    lexicon: &'s Lexicon,
    days: &'s [When],
    today: Date,
    at: usize,
    end: usize,
    sentences: &'s mut Vec<Sentence>,
}

/// A short line ends its sentence even without a mark: greetings, items of a list.
const SHORT_LINE: usize = 50;
/// A sentence of more units is cut: nobody wrote it, and time must grow with the text alone.
const LONGEST_SENTENCE: usize = 300;
/// How many bytes words in quotation marks may have; a mark without its sister quotes nothing.
const LONGEST_QUOTE: usize = 600;

impl Scanner<'_> {
    fn run(&mut self) {
        let mut units: Vec<Unit> = Vec::new();
        let mut next_day = self.days.partition_point(|when| when.span.end <= self.at);
        let mut line = self.at;
        while self.at < self.end {
            while self.days.get(next_day).is_some_and(|when| when.span.end <= self.at) {
                next_day += 1;
            }
            if units.len() >= LONGEST_SENTENCE {
                self.close(&mut units, false);
            }
            if let Some(when) = self.days.get(next_day).filter(|when| when.span.start <= self.at) {
                let end = when.span.end.min(self.end);
                units.push(self.day(next_day, when, end));
                self.at = end;
                continue;
            }
            let Some(letter) = self.rest().chars().next() else { break };
            let start = self.at;
            if letter.is_alphanumeric() {
                let until = self.days.get(next_day).map_or(self.end, |when| when.span.start.min(self.end));
                self.word(&mut units, until);
                continue;
            }
            self.at += letter.len_utf8();
            match letter {
                '\n' => {
                    if self.line_ends(&units, start - line.min(start)) {
                        self.close(&mut units, false);
                    }
                    line = self.at;
                }
                '?' | '!' => self.close(&mut units, letter == '?'),
                '.' if self.stops(&units) => self.close(&mut units, false),
                '"' | '«' | '“' | '”' | '„' | '»' => {
                    if let Some(length) = self.quoted(letter) {
                        self.at += length;
                        units.push(self.mark('"', start..self.at));
                    }
                }
                '\'' | '’' | '‘' if self.opens_quote(start) => {
                    if let Some(length) = self.quoted('\'') {
                        self.at += length;
                        units.push(self.mark('"', start..self.at));
                    }
                }
                ',' | ';' | ':' | '(' | ')' | '–' | '—' | '…' => units.push(self.mark(letter, start..self.at)),
                '-' if self.rest().starts_with(' ') => units.push(self.mark('–', start..self.at)),
                _ => {}
            }
        }
        self.close(&mut units, false);
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn mark(&self, mark: char, span: Range<usize>) -> Unit {
        Unit { span, sort: Sort::Mark(mark), set: Set::default(), lower: String::new(), capital: false }
    }

    fn day(&self, number: usize, when: &When, end: usize) -> Unit {
        let bound = when.bound != crate::dates::Bound::On;
        // Only which of two is earlier matters here, so any zone will do.
        let minutes = when.time.map_or(1439, |time| i64::from(time.hour()) * 60 + i64::from(time.minute()));
        let day = i64::from(when.last.year()) * 366 + i64::from(when.last.day_of_year());
        let sort = Sort::Day {
            number,
            past: when.past,
            latest: day * 1440 + minutes,
            bound,
            today: when.last == self.today,
            range: !bound && when.last != when.date,
        };
        Unit { span: self.at..end, sort, set: Set::default(), lower: String::new(), capital: false }
    }

    /// Takes the word here, with the words behind it where the lexicon knows them together.
    fn word(&mut self, units: &mut Vec<Unit>, until: usize) {
        let (start, first) = (self.at, self.one(self.at, until));
        let mut lower = small(self.text.get(start..first).unwrap_or_default());
        let mut end = first;
        let reach = self.lexicon.reach(&lower);
        let mut set = self.lexicon.get(&lower);
        let mut phrase = lower.clone();
        let mut last = first;
        for _ in 1..reach {
            let Some(next) = self.next_word(last, until) else { break };
            let word_end = self.one(next, until);
            phrase.push(' ');
            phrase.push_str(&small(self.text.get(next..word_end).unwrap_or_default()));
            last = word_end;
            if let Some(found) = self.lexicon.get(&phrase) {
                (set, end) = (Some(found), word_end);
                lower.clone_from(&phrase);
            }
        }
        let capital = self.text.get(start..end).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
        let set = set.unwrap_or_else(|| self.lexicon.guess(&lower));
        units.push(Unit { span: start..end, sort: Sort::Word, set, lower, capital });
        self.at = end.max(start + 1);
    }

    /// Where the word ends that begins here. English short forms come apart: “we|'ll”.
    fn one(&self, from: usize, until: usize) -> usize {
        let text = self.text.get(from..until).unwrap_or_default();
        let mut letters = text.char_indices().peekable();
        let mut end = text.len();
        while let Some((at, letter)) = letters.next() {
            let joins = matches!(letter, '-' | '\'' | '’' | ':' | '.' | '@' | '/' | '_');
            if letter.is_alphanumeric() {
                continue;
            }
            let inside = at > 0 && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !(joins && inside) {
                end = at;
                break;
            }
            if matches!(letter, '\'' | '’') {
                let tail = text.get(at + letter.len_utf8()..).unwrap_or_default();
                if self.lexicon.order() == Order::SubjectFirst && short_form(tail) {
                    end = at;
                    break;
                }
            }
        }
        from + end
    }

    /// Where the next word begins when nothing but blanks, or the mark of a short form, stand before it.
    fn next_word(&self, from: usize, until: usize) -> Option<usize> {
        let text = self.text.get(from..until)?;
        let gap = text.len() - text.trim_start_matches([' ', '\u{a0}', '\n', '\r']).len();
        let more = text.get(gap..)?;
        let blank_line = text.get(..gap)?.matches('\n').count() > 1;
        (gap > 0 && !blank_line && more.starts_with(char::is_alphanumeric)).then_some(from + gap)
    }

    /// How long the quotation is that this mark opens, its end mark included.
    fn quoted(&self, open: char) -> Option<usize> {
        let closes: &[char] = match open {
            '«' => &['»'],
            '»' => &['«', '»'],
            '“' | '„' | '”' => &['”', '“', '"'],
            '\'' => &['\'', '’'],
            _ => &['"', '”'],
        };
        let rest = self.rest();
        rest.char_indices()
            .take_while(|(at, letter)| *at <= LONGEST_QUOTE && *letter != '\n')
            .find(|(at, letter)| {
                let after = rest.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
                closes.contains(letter) && (open != '\'' || !after.is_some_and(char::is_alphanumeric))
            })
            .map(|(at, letter)| at + letter.len_utf8())
    }

    /// Whether an apostrophe opens a quotation: a blank before it and a capital behind.
    fn opens_quote(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(char::is_whitespace) && self.rest().starts_with(char::is_uppercase)
    }

    /// Whether a full stop ends the sentence: not in “kl. 9”, “1. desember”, “Mr. Lee”.
    fn stops(&self, units: &[Unit]) -> bool {
        let rest = self.rest();
        let Some(next) = rest.trim_start().chars().next() else { return true };
        if !rest.starts_with(char::is_whitespace) {
            return false;
        }
        let short = units.last().is_some_and(|unit| {
            let word = unit.lower.as_str();
            unit.is_word()
                && (word.chars().all(|letter| letter.is_ascii_digit()) && !next.is_uppercase()
                    || ABBREVIATIONS.contains(&word)
                    || word.chars().count() == 1 && unit.capital && !unit.has(Class::I))
        });
        !short && (!next.is_lowercase() || rest.trim_start_matches([' ', '\r']).starts_with("\n\n"))
            || next.is_lowercase() && units.last().is_some_and(|unit| !short && unit.lower.chars().count() > 3)
            || units.last().is_some_and(Unit::is_day) && !next.is_numeric()
    }

    /// Whether a line end ends the sentence: an empty line, a short line, a list below.
    fn line_ends(&self, units: &[Unit], length: usize) -> bool {
        let next = self.rest().trim_start_matches([' ', '\t', '\r']).chars().next();
        let Some(next) = next else { return true };
        let Some(last) = units.last() else { return true };
        let open = matches!(last.sort, Sort::Mark(mark) if mark != ':');
        if next == '\n' || matches!(next, '-' | '*' | '•' | '–' | '>') {
            return true;
        }
        let greeting = open && units.len() <= 6 && !units.iter().any(|unit| unit.is_day() || unit.has(Class::If));
        greeting || !open && length < SHORT_LINE && !next.is_lowercase()
    }

    fn close(&mut self, units: &mut Vec<Unit>, asks: bool) {
        if units.iter().any(|unit| unit.is_word() && !unit.set.is_empty()) {
            self.sentences.push(Sentence { units: std::mem::take(units), asks });
        }
        units.clear();
    }
}

const ABBREVIATIONS: [&str; 24] = [
    "kl", "mr", "mrs", "ms", "dr", "ca", "tlf", "nr", "no", "st", "bl.a", "f.eks", "t.ex", "d", "inkl", "evt", "pkl",
    "tgl", "approx", "tel", "max", "min", "jl", "hr",
];

/// What stands behind the apostrophe of “we'll”, “I'm”, “that's”.
fn short_form(tail: &str) -> bool {
    let word = tail.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    ["ll", "m", "re", "ve", "d", "s"].iter().any(|form| word.eq_ignore_ascii_case(form))
}

fn small(word: &str) -> String {
    word.replace('’', "'").to_lowercase()
}
