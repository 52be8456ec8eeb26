//! What each line of a text is, once it is known where earlier mails begin and which lines are marked as quoted.

use std::ops::Range;

use super::Kind;
use super::lines::Line;
use super::marks::{self, By};
use super::signature;

/// A greeting has no more words than this.
const MOST_WORDS_OF_A_GREETING: usize = 5;

/// What a line was taken for at first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Found {
    Text,
    Signature,
    Marked,
    /// Written by a program: folded wherever it stands.
    Mark,
}

/// What each line is.
pub fn kinds(lines: &[Line<'_>]) -> Vec<Kind> {
    let (mut found, cut) = find(lines);
    join_over_blank_lines(lines, &mut found[..cut]);
    let mut last = true;
    for text in runs(&found[..cut], |found| found == Found::Text).into_iter().rev() {
        let said = lines[text.clone()].iter().position(|line| !line.words.is_empty());
        let signed = signature::start(&lines[text.clone()], last);
        if let Some(start) = signed {
            found[text.start + start..text.end].fill(Found::Signature);
        }
        last &= said.is_none() || signed == said;
    }
    // A text that is nothing but a signature is somebody's whole answer.
    if !found[..cut].iter().zip(lines).any(|(found, line)| *found == Found::Text && says(line)) {
        for found in &mut found[..cut] {
            if *found == Found::Signature {
                *found = Found::Text;
            }
        }
    }
    let mut kinds: Vec<Kind> = found.iter().map(|found| found.kind()).collect();
    keep_quotes_between_answers(lines, &found, cut, &mut kinds);
    kinds[cut..].fill(Kind::Quote);
    kinds
}

impl Found {
    const fn kind(self) -> Kind {
        match self {
            Self::Text => Kind::Own,
            Self::Signature => Kind::Signature,
            Self::Marked | Self::Mark => Kind::Quote,
        }
    }
}

/// What each line was taken for, and from where on all is an earlier mail without marks.
fn find(lines: &[Line<'_>]) -> (Vec<Found>, usize) {
    let mut found: Vec<Found> =
        lines.iter().map(|line| if line.depth > 0 { Found::Marked } else { Found::Text }).collect();
    let mut said = None;
    let mut at = 0;
    while at < lines.len() {
        let mark = if lines[at].depth == 0 { marks::at(lines, at) } else { None };
        let Some(mark) = mark else {
            if said.is_none() && lines[at].depth == 0 && !lines[at].words.is_empty() && !lines[at].is_rule(3) {
                said = Some(at);
            }
            at += 1;
            continue;
        };
        // An attribution reaches upward, into lines that were taken for text.
        said = said.filter(|said| *said < mark.lines.start);
        let start = marks::above_the_rule(lines, mark.lines.start);
        if said.is_some() && !matches!(mark.by, By::AttributionOfMarked) {
            return (found, start);
        }
        found[start..mark.lines.end].fill(Found::Mark);
        at = mark.lines.end;
    }
    (found, lines.len())
}

/// Empty lines inside a quote are part of it, also the ones between its attribution and its first line.
fn join_over_blank_lines(lines: &[Line<'_>], found: &mut [Found]) {
    let mut quote = None;
    for at in 0..found.len() {
        if found[at] != Found::Text {
            if let Some(quote) = quote {
                found[quote..at].fill(Found::Marked);
            }
            quote = Some(at + 1);
            continue;
        }
        if !lines[at].words.is_empty() {
            quote = None;
        }
    }
}

/// Whether somebody says something in a line: more than a ruled line.
fn says(line: &Line<'_>) -> bool {
    !line.words.is_empty() && !line.is_rule(2)
}

/// Quotes between answers are what is answered: they stay, only the line that names their writer goes.
fn keep_quotes_between_answers(lines: &[Line<'_>], found: &[Found], cut: usize, kinds: &mut [Kind]) {
    let mut texts = runs(&found[..cut], |found| found == Found::Text);
    texts.retain(|text| lines[text.clone()].iter().any(|line| !line.words.is_empty()));
    let Some(last) = texts.last() else { return };
    let greeted = texts.len() == 2 && is_greeting(&lines[texts[0].clone()]);
    let quotes = runs(&found[..last.start], |found| matches!(found, Found::Marked | Found::Mark));
    // One quote that a program wrote above the only answer: written below, as in old times.
    let below_one = texts.len() == 1 || greeted;
    for quote in quotes {
        let attributed = found[quote.clone()].contains(&Found::Mark);
        if below_one && attributed {
            continue;
        }
        for at in quote {
            if found[at] == Found::Marked {
                kinds[at] = Kind::Own;
            }
        }
    }
}

fn is_greeting(lines: &[Line<'_>]) -> bool {
    let mut said = lines.iter().filter(|line| !line.words.is_empty());
    let (Some(first), None) = (said.next(), said.next()) else { return false };
    first.words.ends_with([',', '!', ':']) && first.words.split_whitespace().count() <= MOST_WORDS_OF_A_GREETING
}

/// Runs of lines that are such.
fn runs(found: &[Found], such: fn(Found) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..found.len()).filter(|at| such(found[*at])) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}
