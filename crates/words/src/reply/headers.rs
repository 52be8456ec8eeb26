//! The few header lines that programs write above an earlier mail, and the line that announces them.

use super::lines::{Line, look};
use crate::programs::{self, Field};

/// How many lines a header's value goes on for at most.
const MOST_MORE: usize = 4;
/// How many header lines are looked at.
const MOST_HEADERS: usize = 16;

/// A program may write all headers on the line of the announcement.
const LONGEST_ANNOUNCED: usize = 8000;
const LONGEST_PHRASE: usize = 120;

/// Header lines of an earlier mail.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The line after them.
    pub end: usize,
    /// What they say, in their order.
    pub fields: Vec<(Field, String)>,
}

impl Block {
    /// What one header says.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.fields.iter().find(|(of, _)| *of == field).map(|(_, value)| value.as_str())
    }

    fn believable(&self, announced: bool, dated: bool) -> bool {
        let has = |field| self.get(field).is_some();
        let address = self.fields.iter().any(|(_, value)| value.contains('@'));
        if announced {
            return self.fields.len() >= 2 && (address || has(Field::From) && has(Field::Subject));
        }
        // Three lines "From, To, Date" may be a journey that a customer asks about.
        has(Field::From)
            && has(Field::Sent)
            && (has(Field::To) || has(Field::Subject))
            && (address || has(Field::Subject) || dated)
    }
}

/// What a line announces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Announced {
    /// An earlier mail.
    Original,
    /// A forwarded mail.
    Forwarded,
}

const DECORATION: [char; 9] = ['-', '_', '=', '*', '#', '~', '—', '–', ' '];
/// What may end a phrase that announces.
const COLONS: [char; 5] = [':', '：', ' ', '\u{a0}', '*'];

/// Whether a line, without marks of quoting, may announce an earlier mail or be a header: `false` for almost every line
/// that somebody wrote, and found without looking at all of its words.
pub fn may_introduce(words: &str) -> bool {
    let inner = words.trim_start_matches(DECORATION);
    words.len() - inner.len() >= 2
        || inner.trim_end_matches(DECORATION).trim_end().ends_with(COLONS)
        || label(words).is_some_and(|(label, _)| programs::field(&label).is_some())
}

/// What a line announces, and what stands on it behind: "-----Original Message-----", "Begin forwarded message:".
pub fn announced<'l>(line: &'l Line<'_>) -> Option<(Announced, &'l str)> {
    if line.words.len() > LONGEST_ANNOUNCED {
        return None;
    }
    let inner = line.words.trim_start_matches(DECORATION);
    let before = line.words.len() - inner.len();
    let (phrase, rest) = match inner.find("---") {
        Some(end) if before > 2 => (&inner[..end], inner[end..].trim_start_matches(DECORATION)),
        _ => (inner.trim_end_matches(DECORATION), ""),
    };
    if phrase.len() > LONGEST_PHRASE {
        return None;
    }
    let bare = phrase.trim().trim_end_matches(COLONS);
    if before < 2 && bare.len() == phrase.trim().len() {
        return None;
    }
    let bare = bare.to_lowercase().replace('’', "'");
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if programs::forwarded(&bare) {
        Some((Announced::Forwarded, rest))
    } else if programs::original(&bare) {
        Some((Announced::Original, rest))
    } else {
        None
    }
}

/// The header lines that begin at this line. Where they were announced, less of them is believed.
pub fn block(lines: &[Line<'_>], first: usize, announced: bool) -> Option<Block> {
    let depth = lines.get(first)?.depth;
    let mut block = Block { end: first, ..Block::default() };
    let mut dated = false;
    for _ in 0..MOST_HEADERS {
        let Some(line) = lines.get(block.end).filter(|line| line.depth == depth) else { break };
        let Some((field, value)) = header(line, announced) else { break };
        // The headers of the next mail, or nobody's.
        if field != Field::Other && block.get(field).is_some() {
            break;
        }
        dated |= field == Field::Sent && line.finds.time;
        block.fields.push((field, value.to_owned()));
        block.end += 1;
        let Some(next) = next_label(lines, block.end, depth, announced) else { break };
        if let Some((_, value)) = block.fields.last_mut() {
            for more in &lines[block.end..next] {
                if !more.words.is_empty() {
                    value.push(' ');
                    value.push_str(more.words);
                }
            }
        }
        block.end = next;
    }
    block.believable(announced, dated).then_some(block)
}

/// The next header line below, if it is near: after what the value goes on with, or after one empty line.
fn next_label(lines: &[Line<'_>], from: usize, depth: usize, announced: bool) -> Option<usize> {
    for (at, line) in lines.iter().enumerate().skip(from).take(MOST_MORE) {
        if line.depth != depth {
            return None;
        }
        // Whatever has a colon may stand in a value or in the body; only a known header goes on after other lines.
        if header(line, announced && at == from).is_some() {
            return Some(at);
        }
        if line.words.is_empty() && at > from {
            return None;
        }
    }
    None
}

/// The header of a line and its value. With `any`, unknown labels pass as other headers.
fn header<'t>(line: &Line<'t>, any: bool) -> Option<(Field, &'t str)> {
    look();
    if line.field.is_none() && !any {
        return None;
    }
    let (label, value) = label(line.words)?;
    let short = !label.is_empty() && label.split_whitespace().count() <= 3 && !value.starts_with("//");
    line.field.or_else(|| (any && short).then_some(Field::Other)).map(|field| (field, value))
}

/// What stands before the colon of a line, in small letters, and what behind it.
pub fn label(words: &str) -> Option<(String, &str)> {
    const DECORATION: [char; 6] = ['*', '_', '|', '#', '\u{200e}', '\u{feff}'];
    let words = words.trim_start_matches(DECORATION);
    let (end, colon) = words.char_indices().take(34).find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let label = words[..end].trim_matches(DECORATION).trim().to_lowercase();
    let value = words[end + colon.len_utf8()..].trim_start_matches(DECORATION).trim();
    Some((label, if words.ends_with('*') { value.trim_end_matches('*') } else { value }))
}
