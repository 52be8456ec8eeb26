//! Numbers of payment cards in texts: 13 to 19 digits, with single spaces or hyphens between them, that keep the
//! check of card numbers (Luhn). It knows no issuers beyond the first digit.

use std::ops::Range;

/// What stands before the last four digits of a number that was masked.
const MASK: &str = "•••• •••• •••• ";
/// Lengths, the likeliest first: of several that fit at one place this one is taken.
const LENGTHS: [usize; 7] = [16, 15, 14, 13, 17, 18, 19];

/// Where card numbers stand.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(groups) = next_run(text, &mut from) {
        within(text, &groups, &mut found);
    }
    found
}

/// What stands in place of a number.
#[must_use]
pub fn mask(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("{MASK}{}", &digits[digits.len().saturating_sub(4)..])
}

/// Groups of digits with one space or hyphen between them, the next ones behind `from`. A run that a letter, a sign of
/// a telephone number or another digit's comma touches is none.
fn next_run(text: &str, from: &mut usize) -> Option<Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    let start = *from + bytes[*from..].iter().position(u8::is_ascii_digit)?;
    let mut groups = Vec::new();
    let mut at = start;
    loop {
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |n| at + n);
        groups.push(at..end);
        let gap = text[end..].chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{2011}' | '\u{2009}'));
        let Some(gap) = gap else { break };
        at = end + gap.len_utf8();
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            break;
        }
    }
    *from = groups.last().map_or(start, |last| last.end);
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '+');
    if touches(text[..start].chars().next_back()) {
        groups.remove(0);
    }
    if touches(text[*from..].chars().next()) {
        groups.pop();
    }
    Some(groups)
}

/// The numbers among groups that stand together, none of them twice.
fn within(text: &str, groups: &[Range<usize>], found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < groups.len() {
        match number(text, &groups[at..]) {
            Some(taken) => {
                found.push(groups[at].start..groups[at + taken - 1].end);
                at += taken;
            }
            None => at += 1,
        }
    }
}

/// How many of these groups are a card number, if the first ones are one.
fn number(text: &str, groups: &[Range<usize>]) -> Option<usize> {
    if !text[groups.first()?.start..].starts_with(['2', '3', '4', '5', '6']) {
        return None;
    }
    LENGTHS.into_iter().find_map(|length| {
        let mut digits = 0;
        let taken = groups.iter().take(length).position(|group| {
            digits += group.len();
            digits >= length
        })?;
        let span = groups[0].start..groups[taken].end;
        (digits == length && keeps_check(&text[span])).then_some(taken + 1)
    })
}

/// Luhn: every second digit from the right counts double.
fn keeps_check(text: &str) -> bool {
    let digits = text.bytes().rev().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let counted = digits.enumerate().map(|(place, digit)| match (place % 2, digit * 2) {
        (0, _) => digit,
        (_, double) if double > 9 => double - 9,
        (_, double) => double,
    });
    counted.sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_are_found_however_they_are_written() {
        for (text, expected) in [
            ("4111111111111111", vec!["4111111111111111"]),
            ("My card: 4111 1111 1111 1111, thanks", vec!["4111 1111 1111 1111"]),
            ("5500-0000-0000-0004.", vec!["5500-0000-0000-0004"]),
            ("Amex 3782 822463 10005 ok", vec!["3782 822463 10005"]),
            ("4222222222222", vec!["4222222222222"]),
            ("4111\u{a0}1111\u{a0}1111\u{a0}1111", vec!["4111\u{a0}1111\u{a0}1111\u{a0}1111"]),
            ("4111 1111 1111 1111 123 12/27", vec!["4111 1111 1111 1111"]),
            ("nr 12 4111 1111 1111 1111", vec!["4111 1111 1111 1111"]),
            ("4111 1111 1111 1111 and 5555555555554444", vec!["4111 1111 1111 1111", "5555555555554444"]),
            ("4111 1111 1111 1111 5555 5555 5555 4444", vec!["4111 1111 1111 1111", "5555 5555 5555 4444"]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        for text in [
            "",
            "4111 1111 1111 1112",
            "1111 1111 1111 1117",
            "4111  1111  1111  1111",
            "order A4111111111111111",
            "4111111111111111x",
            "+4111111111111111",
            "41111111111111111111111111",
            "tel. 22 33 44 55",
            "2026-11-18 13:42",
            "é4111111111111111é",
        ] {
            assert_eq!(numbers(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn of_a_masked_number_the_last_four_digits_are_left_and_it_is_found_no_more() {
        assert_eq!(mask("3782-822463-10005"), "•••• •••• •••• 0005");
        assert_eq!(mask("12"), "•••• •••• •••• 12");
        assert!(find(&format!("a {} b", mask("4111 1111 1111 1111"))).is_empty());
    }

    #[test]
    fn a_text_of_nothing_but_digits_and_gaps_is_gone_through_once() {
        for unit in ["4", "4 ", "41 ", "4-é", "4111 1111 1111 1112 "] {
            assert!(find(&unit.repeat(200_000)).len() < 200_000);
        }
    }
}
