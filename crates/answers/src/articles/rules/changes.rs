//! What differs between two versions: by lines, and by words within lines that were changed.

use similar::{ChangeTag, TextDiff};

/// Lines that are compared; beyond, all is told as one change.
const LINES_MAX: usize = 4_000;
/// Bytes of a changed stretch that are compared by words.
const WORDS_MAX: usize = 6_000;

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is in both.
    Same,
    /// It was there before.
    Gone,
    /// It is new.
    New,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What became of it.
    pub kind: Kind,
    /// Its words.
    pub text: String,
}

/// What leads from `before` to `now`. All that is not new, put together, is `before`; all that is not gone is `now`.
#[must_use]
pub fn between(before: &str, now: &str) -> Vec<Stretch> {
    let mut all = Vec::new();
    if before.lines().count().max(now.lines().count()) > LINES_MAX {
        push(&mut all, Kind::Gone, before);
        push(&mut all, Kind::New, now);
        return all;
    }
    let (mut gone, mut new) = (String::new(), String::new());
    let lines = TextDiff::from_lines(before, now);
    for change in lines.iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => gone.push_str(change.value()),
            ChangeTag::Insert => new.push_str(change.value()),
            ChangeTag::Equal => {
                words(&mut all, &mut gone, &mut new);
                push(&mut all, Kind::Same, change.value());
            }
        }
    }
    words(&mut all, &mut gone, &mut new);
    all
}

/// A changed stretch, word by word where it is short enough for that to be read.
fn words(all: &mut Vec<Stretch>, gone: &mut String, new: &mut String) {
    let (gone, new) = (std::mem::take(gone), std::mem::take(new));
    if gone.is_empty() || new.is_empty() || gone.len() + new.len() > WORDS_MAX {
        push(all, Kind::Gone, &gone);
        push(all, Kind::New, &new);
        return;
    }
    let words = TextDiff::from_words(gone.as_str(), new.as_str());
    for change in words.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Delete => Kind::Gone,
            ChangeTag::Insert => Kind::New,
            ChangeTag::Equal => Kind::Same,
        };
        push(all, kind, change.value());
    }
}

fn push(all: &mut Vec<Stretch>, kind: Kind, text: &str) {
    if text.is_empty() {
        return;
    }
    match all.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => all.push(Stretch { kind, text: text.to_owned() }),
    }
}
