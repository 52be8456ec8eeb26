//! Where somebody's signature begins: their card below a line of dashes or a closing, or what their program adds.

use super::lines::{Line, look};
use crate::programs;

/// A card below "-- " has no more lines than this; below a ruled line or a closing, fewer.
const MOST_BELOW_DASHES: usize = 25;
const MOST_IN_A_CARD: usize = 12;
/// Lines of a card are short.
const LONGEST_OF_A_CARD: usize = 80;

/// The first line of the signature that ends a piece of text; `last` when nothing but quotes follows below it.
pub fn start(lines: &[Line<'_>], last: bool) -> Option<usize> {
    let said: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].words.is_empty()).collect();
    let found = said.iter().enumerate().find(|(nth, at)| {
        look();
        let below = &said[nth + 1..];
        let card = below.len() <= MOST_IN_A_CARD && below.iter().all(|at| is_short(&lines[*at]));
        is_delimiter(&lines[**at]) && below.len() <= MOST_BELOW_DASHES
            || is_program(lines, **at) && (below.len() <= 2 && card || is_link(&lines[**at]))
            || last && card && (is_ruled_card(lines, **at, below) || is_closing(lines, **at, below))
    });
    let end = found.map_or(said.len(), |(nth, _)| nth);
    // Ruled lines and unseen marks right above it, or at the end, say nothing.
    let empty = |at: &&usize| lines[**at].is_rule(2) || lines[**at].words == "\u{1427}";
    let rules = said[..end].iter().rev().take_while(empty).last();
    rules.or(found.map(|(_, at)| at)).copied()
}

fn is_short(line: &Line<'_>) -> bool {
    look();
    line.words.len() <= LONGEST_OF_A_CARD
}

/// The line that mail programs agree on, dashes and a space, or its sister with underscores.
fn is_delimiter(line: &Line<'_>) -> bool {
    matches!(line.words, "--" | "__")
}

/// "Sent from my iPhone", "Hämta Outlook för iOS": the words of a program, on a line by themselves.
fn is_program(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let apart = at == 0 || lines[at - 1].words.is_empty() || programs::sent_by(&lines[at - 1].lower);
    if !apart || line.lower.is_empty() || line.words.chars().count() > 120 {
        return false;
    }
    let bare = line.lower.trim_start_matches(['*', '_', '[', '(', ' ', '-']);
    let mut words = bare.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    programs::sent_by(bare) && words.any(programs::device)
}

/// A program that advertises itself with a link writes right above the quote; some leave the quote unmarked.
fn is_link(line: &Line<'_>) -> bool {
    line.lower.contains("outlook") && line.lower.contains("://")
}

/// A ruled line above a card.
fn is_ruled_card(lines: &[Line<'_>], at: usize, below: &[usize]) -> bool {
    let line = &lines[at];
    let underscored = line.words.starts_with('_') && below.len() <= 1;
    line.is_rule(5) && !below.is_empty() && at > 0 && (underscored || below.iter().any(|at| is_contact(&lines[*at])))
}

/// "Best regards," above a name, or any closing above a name and how to reach them.
fn is_closing(lines: &[Line<'_>], at: usize, below: &[usize]) -> bool {
    let line = &lines[at];
    let bare = line.lower.trim_end_matches([',', '.', '!', '，', '！', ' ']);
    if !programs::closes(bare) {
        return false;
    }
    let Some(name) = below.first().map(|at| lines[*at].words) else { return false };
    let named = name.starts_with(|letter: char| letter.is_alphabetic() && !letter.is_lowercase());
    let reachable = below.len() >= 3 && below[1..].iter().any(|at| is_contact(&lines[*at]));
    named && (line.words.ends_with([',', '，']) || reachable)
}

/// A telephone number, an address, a site.
fn is_contact(line: &Line<'_>) -> bool {
    let digits = line.words.bytes().filter(u8::is_ascii_digit).count();
    line.finds.address || line.lower.contains("www.") || line.lower.contains("://") || digits >= 6
}
