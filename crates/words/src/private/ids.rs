//! National ids by their form, date and control digits.
//!
//! Sources: Skatteetaten, *Fødselsnummer* (weights 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2, modulo 11); Skatteverket,
//! SKV 704 (Luhn over nine digits); CPR-kontoret, *Personnummeret i CPR* (the control digit is no longer kept for
//! numbers given since 2007, so a hyphen is asked for where it does not hold); the Social Security Administration's
//! rules since 2011 (no area 000, 666 or 9xx, no group 00, no serial 0000).

use super::{Kind, Private};

/// Digits that belong together, with the signs between them.
struct Run<'t> {
    written: &'t str,
    start: usize,
    digits: Vec<u32>,
}

pub fn find(text: &str) -> Vec<Private> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(run) = next(text, &mut at) {
        if let Some(kind) = kind(&run) {
            found.push(Private { kind, span: run.start..run.start + run.written.len() });
        }
    }
    found
}

/// The next digits behind `at`; single spaces, hyphens and a `+` may stand between them, letters beside them may not.
fn next<'t>(text: &'t str, at: &mut usize) -> Option<Run<'t>> {
    let bytes = text.as_bytes();
    loop {
        let start = *at + bytes.get(*at..)?.iter().position(u8::is_ascii_digit)?;
        let mut end = start;
        let mut digits = Vec::new();
        while let Some(byte) = bytes.get(end) {
            let joins = matches!(byte, b' ' | b'-' | b'+') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            match byte {
                b'0'..=b'9' => digits.push(u32::from(byte - b'0')),
                _ if joins => {}
                _ => break,
            }
            end += 1;
        }
        *at = end;
        let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '-' | '/'));
        if !touches(text[..start].chars().next_back()) && !touches(text[end..].chars().next()) {
            return Some(Run { written: &text[start..end], start, digits });
        }
    }
}

fn kind(run: &Run<'_>) -> Option<Kind> {
    let signs: Vec<(usize, char)> = run.written.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let gap =
        |place: usize, allowed: &[char]| matches!(signs[..], [(at, sign)] if at == place && allowed.contains(&sign));
    let bare = signs.is_empty();
    let digits = &run.digits[..];
    match digits.len() {
        11 if (bare || gap(6, &[' ', '-'])) && norwegian(digits) => Some(Kind::Norwegian),
        10 if (bare || gap(6, &['-', ' '])) && danish(digits, true) => Some(Kind::Danish),
        12 if (bare || gap(8, &['-', '+'])) && swedish(digits.get(2..)?) && century(digits) => Some(Kind::Swedish),
        10 if (bare || gap(6, &['-', '+'])) && swedish(digits) => Some(Kind::Swedish),
        10 if gap(6, &['-']) && danish(digits, false) => Some(Kind::Danish),
        16 if bare && indonesian(digits) => Some(Kind::Indonesian),
        9 if matches!(signs[..], [(3, '-'), (6, '-')]) && american(digits) => Some(Kind::American),
        _ => None,
    }
}

fn two(digits: &[u32], at: usize) -> u32 {
    digits.get(at).copied().unwrap_or(0) * 10 + digits.get(at + 1).copied().unwrap_or(0)
}

fn date(day: u32, month: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn century(digits: &[u32]) -> bool {
    matches!(two(digits, 0), 18..=20)
}

/// Whether the weighted sum of the digits can be divided by eleven.
fn eleven(digits: &[u32], weights: &[u32]) -> bool {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0
}

fn norwegian(digits: &[u32]) -> bool {
    // D-numbers add 40 to the day.
    let day = two(digits, 0);
    let day = if day > 40 { day - 40 } else { day };
    date(day, two(digits, 2))
        && eleven(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
        && eleven(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
}

fn swedish(digits: &[u32]) -> bool {
    // Coordination numbers add 60 to the day.
    let day = two(digits, 4);
    let day = if day > 60 { day - 60 } else { day };
    let counted = digits.iter().enumerate().map(|(place, digit)| match (place % 2, digit * 2) {
        (0, double) if double > 9 => double - 9,
        (0, double) => double,
        _ => *digit,
    });
    date(day, two(digits, 2)) && counted.sum::<u32>() % 10 == 0
}

fn danish(digits: &[u32], checked: bool) -> bool {
    date(two(digits, 0), two(digits, 2)) && (!checked || eleven(digits, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]))
}

fn indonesian(digits: &[u32]) -> bool {
    // Women's days have 40 added; provinces are numbered from 11 to 97.
    let day = two(digits, 6);
    let day = if day > 40 { day - 40 } else { day };
    let place = matches!(two(digits, 0), 11..=97) && two(digits, 2) > 0 && two(digits, 4) > 0;
    place && date(day, two(digits, 8)) && (two(digits, 12) > 0 || two(digits, 14) > 0)
}

fn american(digits: &[u32]) -> bool {
    let area = two(digits, 0) * 10 + digits.get(2).copied().unwrap_or(0);
    area != 0 && area != 666 && area < 900 && two(digits, 3) != 0 && (two(digits, 5) > 0 || two(digits, 7) > 0)
}
