//! The lines of a text: how deep each is quoted, and what a rule needs to know of it, looked at once.

use std::ops::Range;

use super::headers;
use crate::programs::{self, Field};

#[cfg(test)]
thread_local! {
    /// How often the rules looked at a line, to see that they look in proportion to the text.
    pub static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Longer lines are nobody's header and no program's words.
const LONGEST: usize = 600;

/// One line of a text.
#[derive(Clone, Debug)]
pub struct Line<'t> {
    /// Its bytes in the text, the line end included.
    pub range: Range<usize>,
    /// How many marks of quoting stand before it.
    pub depth: usize,
    /// What stands after the marks, without white space around it.
    pub words: &'t str,
    /// The same in small letters; empty when the line is too long to be a program's words.
    pub lower: String,
    /// The header that it is, if it is one.
    pub field: Option<Field>,
    /// What is found in it.
    pub finds: Finds,
}

/// What is found in a line that a program may have written.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says by itself what was seen in a line")]
pub struct Finds {
    /// A verb such as "wrote".
    pub verb: bool,
    /// The verb is its last word.
    pub verb_last: bool,
    /// A mail address.
    pub address: bool,
    /// A mail address in brackets.
    pub bracketed: bool,
    /// A year or a date in digits.
    pub date: bool,
    /// A time of day.
    pub time: bool,
    /// Some digit.
    pub digit: bool,
    /// Its first word opens a line above a quote, or is a number.
    pub opener: bool,
    /// A colon at its end.
    pub colon: bool,
}

impl Finds {
    /// What is found in two lines together, the other one above.
    pub fn below(self, above: Self) -> Self {
        Self {
            verb: self.verb || above.verb,
            verb_last: self.verb_last,
            address: self.address || above.address,
            bracketed: self.bracketed || above.bracketed,
            date: self.date || above.date,
            time: self.time || above.time,
            digit: self.digit || above.digit,
            opener: above.opener,
            colon: self.colon,
        }
    }
}

impl Line<'_> {
    /// Whether it says nothing and quotes nothing.
    pub fn is_blank(&self) -> bool {
        look();
        self.depth == 0 && self.words.is_empty()
    }

    /// Whether it is nothing but a ruled line of some length: dashes, underscores, equal signs, stars.
    pub fn is_rule(&self, least: usize) -> bool {
        look();
        let mut letters = self.words.chars().filter(|letter| !letter.is_whitespace());
        let Some(first) = letters.next().filter(|letter| is_ruling(*letter)) else { return false };
        let mut count = 1;
        letters.all(|letter| {
            count += 1;
            letter == first
        }) && count >= least
    }
}

const fn is_ruling(letter: char) -> bool {
    matches!(letter, '-' | '_' | '=' | '*' | '#' | '~' | '+' | '─')
}

/// Called by each rule for each line it looks at; only tests count.
pub fn look() {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
}

/// All lines of a text; their ranges follow each other without a gap.
pub fn of(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines: Vec<Line<'_>> = Vec::new();
    // Of the last line that says something: whether it holds an address, so that "> wrote:" closes its bracket.
    let mut open = false;
    for whole in text.split_inclusive('\n') {
        let range = start..start + whole.len();
        start = range.end;
        let (mut depth, words) = unquote(whole);
        let lower = if words.len() <= LONGEST { words.to_lowercase() } else { String::new() };
        let finds = find(&lower);
        if depth == 1 && open && finds.colon && words.len() < 40 && (finds.verb || words == ":") {
            depth = 0;
        }
        if !words.is_empty() {
            open = depth == 0 && finds.address && !lower.ends_with('>') || depth == 0 && words.contains("mailto:");
        }
        let field = headers::label(words).and_then(|(label, _)| programs::field(&label));
        lines.push(Line { range, depth, words, lower, field, finds });
    }
    supercite(&mut lines);
    lines
}

/// Whether an earlier mail may begin anywhere in a text by what announces it or by headers; most texts say at a glance
/// that none does.
pub fn may_introduce(text: &str) -> bool {
    text.split_inclusive('\n').any(|line| {
        let (_, words) = unquote(line);
        // Old programs write initials before what they quote.
        !initials(words).is_empty() || headers::may_introduce(words)
    })
}

/// Takes the marks of quoting from a line.
fn unquote(line: &str) -> (usize, &str) {
    let mut rest = trim(line);
    // How a mail box file hides a line that begins with this word; nobody quoted it.
    if rest.starts_with(">From ") {
        return (0, rest);
    }
    let mut depth = 0;
    while let Some(after) =
        rest.strip_prefix('>').or_else(|| rest.strip_prefix("&gt;")).or_else(|| rest.strip_prefix('＞'))
    {
        depth += 1;
        rest = after.trim_start();
    }
    (depth, rest)
}

/// Without white space and without the marks that are not seen.
fn trim(line: &str) -> &str {
    line.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
    })
}

/// Old programs quote with the writer's initials, `AB> `; only two such lines together are believed.
fn supercite(lines: &mut [Line<'_>]) {
    let mut before = "";
    for at in 0..lines.len() {
        let initials = if lines[at].depth == 0 { initials(lines[at].words) } else { "" };
        if !initials.is_empty() && initials == before {
            for line in &mut lines[at - 1..=at] {
                line.depth = 1;
                line.words = line.words.strip_prefix(initials).unwrap_or(line.words);
                line.words = line.words.strip_prefix('>').unwrap_or(line.words).trim_start();
            }
        }
        before = initials;
    }
}

fn initials(words: &str) -> &str {
    match words.find('>') {
        Some(end @ 1..=4) if words[..end].bytes().all(|byte| byte.is_ascii_uppercase()) => &words[..end],
        _ => "",
    }
}

fn find(lower: &str) -> Finds {
    let mut finds = Finds { verb: programs::verb_within(lower), ..Finds::default() };
    let bare = lower.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '*' | '_'));
    finds.colon = bare.ends_with([':', '：']);
    finds.verb_last = finds.verb;
    for (at, token) in lower.split_whitespace().enumerate() {
        let word =
            token.trim_matches(|letter: char| matches!(letter, ':' | ',' | '.' | '"' | '*' | '-' | '>' | '_' | '：'));
        if at == 0 {
            finds.opener = programs::opens(word) || word.starts_with(|letter: char| letter.is_ascii_digit());
        }
        let verb = programs::verb(word);
        finds.verb |= verb;
        if !word.is_empty() {
            finds.verb_last = verb || finds.verb && programs::verb_within(token);
        }
        if let Some((name, host)) = token.split_once('@')
            && name.chars().next_back().is_some_and(char::is_alphanumeric)
            && host.starts_with(char::is_alphanumeric)
        {
            finds.address = true;
        }
    }
    finds.bracketed = finds.address && lower.contains(['<', '(', '[', '>']) || lower.contains("&lt;");
    numbers(lower, &mut finds);
    finds
}

/// Looks for dates and times: numbers that stand together with points, colons, strokes or dashes between them.
fn numbers(lower: &str, finds: &mut Finds) {
    let bytes = lower.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut lengths = Vec::with_capacity(3);
        let (start, mut colons, mut dots) = (at, false, true);
        loop {
            let from = at;
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            lengths.push(at - from);
            let joins = matches!(bytes.get(at), Some(b':' | b'.' | b'/' | b'-'));
            if !joins || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                break;
            }
            colons |= bytes[at] == b':';
            dots &= bytes[at] == b'.';
            at += 1;
        }
        finds.digit = true;
        let two = lengths.iter().all(|length| *length <= 2);
        finds.time |= two && (colons || dots && matches!(lengths.len(), 2 | 3));
        finds.date |= match lengths.as_slice() {
            [4] => matches!(&bytes[start..start + 2], b"19" | b"20"),
            [_, _, _] => !colons && (two || lengths.contains(&4)),
            _ => false,
        };
    }
}
