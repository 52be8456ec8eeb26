//! Which mail a mail hands on: who wrote it first, to whom, about what.
//!
//! Mail programs write the original mail below a line of their own, with a few header lines. Knows no mail format:
//! subject and plain text in. Nothing that is found here is proved: whoever forwards can write any name.

mod flat;
mod people;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

use crate::programs::{self, Field, Prefix};
use crate::reply::headers::{Announced, Block};
use crate::reply::lines::{self, Line};
use crate::reply::marks::{self, By, Mark};

/// A person named in a forwarded mail.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Person {
    /// The name, if there is one.
    pub name: Option<String>,
    /// The address as it stands there, if there is one.
    pub address: Option<String>,
}

/// A forwarded mail as its forwarder's mail program wrote it down.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Forwarded {
    /// What the forwarder wrote above; empty when nothing.
    pub note: String,
    /// Who wrote the original.
    pub from: Option<Person>,
    /// To whom.
    pub to: Vec<Person>,
    /// Who got a copy.
    pub cc: Vec<Person>,
    /// The original's subject.
    pub subject: Option<String>,
    /// When it was written, in the words of the mail program.
    pub date: Option<String>,
    /// The original's text.
    pub body: String,
}

/// Whether a subject says that a mail is forwarded (`Fwd:`, `VS:`, `Tr:`, …).
pub fn says_forwarded(subject: &str) -> bool {
    matches!(programs::prefix(subject), Some((Prefix::Forward, _)))
}

/// Whether a mail that carries another mail as a file hands it on: its subject says so, or it says nothing itself.
///
/// Who wrote the original is then read from the file, better than from any text.
pub fn attached(subject: &str, text: &str) -> bool {
    says_forwarded(subject) || text.trim().is_empty()
}

/// Whether the text itself says that it hands a mail on (`---------- Forwarded message ---------`).
pub fn is_announced(text: &str) -> bool {
    lines::may_introduce(text) && announces(text)
}

fn announces(text: &str) -> bool {
    let lines = lines::of(text);
    first(&lines, false).is_some_and(|mark| matches!(mark.by, By::Headers(Some(Announced::Forwarded), _)))
}

/// The forwarded mail in a text, if the mail hands one on. Takes time in proportion to the text.
///
/// Some programs announce it, some write only the headers that they write above a quote as well: then the subject
/// decides, and where there is none or nobody wrote above, it is taken for a forwarded one. An answer is never one.
pub fn read(subject: &str, text: &str) -> Option<Forwarded> {
    let prefix = programs::prefix(subject);
    let forward = matches!(prefix, Some((Prefix::Forward, _)));
    // Without that word in the subject, only what programs wrote into the text says so.
    if !forward && !lines::may_introduce(text) {
        return None;
    }
    let lines = lines::of(text);
    let mark = first(&lines, forward)?;
    let start = marks::above_the_rule(&lines, mark.lines.start);
    let note = text[..lines[start].range.start].trim();
    let unsaid = prefix.is_none() && (subject.trim().is_empty() || note.is_empty());
    let head = &lines[mark.lines.clone()];
    let mut found = match mark.by {
        By::Headers(Some(Announced::Forwarded), block) => from_headers(head, block),
        By::Headers(_, block) if forward || unsaid => from_headers(head, block),
        By::Attribution | By::AttributionOfMarked if forward => Forwarded {
            from: people::in_attribution(&head.iter().map(|line| line.words).collect::<Vec<_>>().join(" ")),
            ..Forwarded::default()
        },
        _ => return None,
    };
    found.note = note.to_owned();
    found.body = body(text, head, &lines[mark.lines.end..]);
    let outer = prefix.map_or(subject.trim(), |(_, rest)| rest);
    found.subject = found.subject.or_else(|| (!outer.is_empty()).then(|| outer.to_owned()));
    Some(found)
}

/// The first earlier mail in a text. One inside a quote is nobody's to hand on, unless the quote is all of it.
fn first(lines: &[Line<'_>], forward: bool) -> Option<Mark> {
    let mut quoted = false;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.words.is_empty()) {
        let begins = line.depth == 0 || !quoted;
        quoted = line.depth > 0;
        if let Some(mark) = begins.then(|| marks::at(lines, at)).flatten() {
            return Some(mark);
        }
        if quoted && begins && !forward {
            return None;
        }
    }
    None
}

fn from_headers(head: &[Line<'_>], block: Block) -> Forwarded {
    let block = if block.fields.is_empty() { flat::headers(head) } else { block };
    let people = |field| block.get(field).map(people::list).unwrap_or_default();
    let words = |field| block.get(field).filter(|value| !value.is_empty()).map(str::to_owned);
    Forwarded {
        from: block.get(Field::From).and_then(people::one),
        to: people(Field::To),
        cc: people(Field::Cc),
        subject: words(Field::Subject),
        date: words(Field::Sent),
        ..Forwarded::default()
    }
}

/// The original's text, without the marks of quoting that forwarding put before it.
fn body(text: &str, head: &[Line<'_>], below: &[Line<'_>]) -> String {
    let quoted = head.last().is_some_and(|line| line.depth > 0)
        || below.iter().find(|line| !line.words.is_empty()).is_some_and(|line| line.depth > 0);
    let mut body = String::new();
    for line in below {
        let whole = &text[line.range.clone()];
        let bare = whole.trim_start().strip_prefix('>').filter(|_| quoted && line.depth > 0);
        body.push_str(bare.map_or(whole, |bare| bare.strip_prefix(' ').unwrap_or(bare)));
    }
    body.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').to_owned()
}
