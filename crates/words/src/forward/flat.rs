//! Headers that a program wrote all on one line, without anything between them.

use crate::programs::{self, Field};
use crate::reply::headers::{self, Block};
use crate::reply::lines::Line;

/// Labels are no longer than this, in letters.
const LONGEST_LABEL: usize = 20;

/// The headers behind an announcement, on its own line: `----- Forwarded Message ----- From: … To: … Subject: …`.
pub fn headers(head: &[Line<'_>]) -> Block {
    let mut block = Block::default();
    let Some((_, rest)) = head.first().and_then(headers::announced) else { return block };
    let mut labels = labels(rest);
    let missing = !labels.iter().any(|label| label.field == Field::Subject);
    if let Some(label) = missing.then(|| subject_without_colon(rest)).flatten() {
        labels.push(label);
    }
    let ends = labels.iter().skip(1).map(|label| label.start).chain([rest.len()]);
    for (label, end) in labels.iter().zip(ends) {
        let value = rest.get(label.end..end).unwrap_or_default().trim();
        block.fields.push((label.field, value.to_owned()));
    }
    block
}

struct Label {
    field: Field,
    start: usize,
    end: usize,
}

/// Every known label with its colon, as far left as it can begin.
fn labels(text: &str) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut from = 0;
    for (colon, sign) in text.match_indices([':', '：']) {
        let near = text[from..colon].char_indices().rev().take(LONGEST_LABEL).map(|(at, _)| from + at);
        let known =
            near.filter(|at| text[*at..].starts_with(|letter: char| letter.is_uppercase() || letter > '\u{3000}'));
        let found =
            known.filter_map(|at| programs::field(text[at..colon].trim().to_lowercase().as_str()).map(|f| (at, f)));
        if let Some((start, field)) = found.last() {
            labels.push(Label { field, start, end: colon + sign.len() });
            from = colon + sign.len();
        }
    }
    labels
}

/// One language's program forgot the colon after the subject's label; a time zone may stand right before it.
fn subject_without_colon(text: &str) -> Option<Label> {
    let tail = text.rfind(':')?;
    let mut at = tail;
    for word in text[tail..].split_inclusive(char::is_whitespace) {
        let label = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let starts = label.char_indices().take(LONGEST_LABEL).filter(|(_, letter)| letter.is_uppercase());
        for (inside, _) in starts.filter(|(inside, _)| label.len() - inside <= LONGEST_LABEL) {
            if programs::field(&label[inside..].to_lowercase()) == Some(Field::Subject) {
                return Some(Label { field: Field::Subject, start: at + inside, end: at + label.len() });
            }
        }
        at += word.len();
    }
    None
}
