//! What is personal in a text, taken out before it becomes an article: names of those who wrote, addresses, telephone
//! and other numbers. It would rather take too much: what was taken is shown before anything is saved.

use std::ops::Range;

use words::search::fold;

/// What stands where something was taken out.
pub const GAP: &str = "…";
/// Digits of a number that is somebody's.
const DIGITS: usize = 4;
/// Digits of a telephone number, at least.
const PHONE: usize = 7;
/// Letters of a part of a name, at least.
const NAME: usize = 2;
/// Words of a line that is only a greeting or a signature, at most.
const GREETING: usize = 5;
/// How streets end, in five languages; folded.
const STREETS: [&str; 15] = [
    "veien", "vegen", "gata", "gaten", "gate", "vei", "vej", "vejen", "gade", "vaegen", "gatan", "street", "road",
    "avenue", "lane",
];
/// What streets begin with.
const STREET_BEFORE: [&str; 2] = ["jalan", "jl"];

/// What something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A name of somebody who takes part.
    Name,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A street, or a place with its postal code.
    Address,
    /// Another number: of an order, a card, an id.
    Number,
    /// A link that may let somebody in.
    Link,
}

/// Something that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it was.
    pub kind: Kind,
    /// As it stood there.
    pub text: String,
}

/// A text without what is personal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stripped {
    /// What is left.
    pub text: String,
    /// What was taken out, each once, in its order.
    pub taken: Vec<Taken>,
}

/// Takes out what is personal. `known` are names and addresses of those who take part.
#[must_use]
pub fn strip(text: &str, known: &[String]) -> Stripped {
    let names = names(known);
    let mut stripped = Stripped::default();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let found = personal(line, &names);
        let named = found.iter().any(|(_, kind)| *kind == Kind::Name);
        for (range, kind) in &found {
            let one = Taken { kind: *kind, text: line.get(range.clone()).unwrap_or_default().to_owned() };
            if !stripped.taken.contains(&one) {
                stripped.taken.push(one);
            }
        }
        // "Hi Kari," and the name below a letter are no part of an answer.
        if !(named && line.split_whitespace().count() <= GREETING) {
            lines.push(without(line, &found));
        }
    }
    stripped.text = lines.join("\n").trim().to_owned();
    stripped
}

/// The parts of names by which people are known, folded.
fn names(known: &[String]) -> Vec<String> {
    let parts = known.iter().filter(|one| !one.contains('@')).flat_map(|one| one.split_whitespace());
    let parts = parts.map(|part| fold(part.trim_matches(|c: char| !c.is_alphanumeric())));
    parts.filter(|part| part.chars().count() >= NAME && !part.chars().any(|c| c.is_ascii_digit())).collect()
}

/// Words of a line, with their places and without the marks around them.
fn cut(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in line.split(char::is_whitespace) {
        let begin = at;
        at +=
            word.len() + line.get(begin + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let mark = |c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#');
        let front = word.len() - word.trim_start_matches(mark).len();
        let inner = word.trim_matches(mark);
        if !inner.is_empty() {
            words.push(begin + front..begin + front + inner.len());
        }
    }
    words
}

fn personal(line: &str, names: &[String]) -> Vec<(Range<usize>, Kind)> {
    let mut found: Vec<(Range<usize>, Kind)> =
        words::private::find(line).into_iter().map(|one| (one.span, Kind::Number)).collect();
    let words = cut(line);
    let of = |at: usize| words.get(at).and_then(|range| line.get(range.clone())).unwrap_or_default();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let mut at = 0;
    while at < words.len() {
        let Some(range) = words.get(at).cloned() else { break };
        let word = of(at);
        let lower = fold(word);
        let bare = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(&lower);
        let whole = |last: usize| range.start..words.get(last).map_or(range.end, |one| one.end);
        // A number may be written in several groups.
        let mut last = at;
        while last + 1 < words.len() && is_number(of(last)) && is_number(of(last + 1)) {
            last += 1;
        }
        let in_all: usize = (at..=last).map(|one| digits(of(one))).sum();
        let street = digits(of(at + 1)) > 0 && STREETS.iter().any(|end| bare.ends_with(end));
        let upper = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        let begins_street =
            upper(word) && STREET_BEFORE.contains(&bare.trim_end_matches('.')) && !of(at + 1).is_empty();
        let postal = is_number(word) && (4..=5).contains(&digits(word)) && upper(of(at + 1)) && last == at;
        let (kind, last) = if word.contains("://") && (digits(word) >= DIGITS || word.contains("/r/")) {
            (Kind::Link, at)
        } else if word.contains("://") {
            at += 1;
            continue;
        } else if word.contains('@') && word.contains('.') {
            (Kind::Mail, at)
        } else if street || begins_street {
            let numbered = if begins_street && digits(of(at + 2)) > 0 { at + 2 } else { at + 1 };
            (Kind::Address, numbered)
        } else if postal {
            (Kind::Address, at + 1)
        } else if is_number(word) && in_all >= PHONE {
            (Kind::Phone, last)
        } else if digits(word) >= DIGITS || (word.starts_with('#') && digits(word) > 0) {
            (Kind::Number, at)
        } else if upper(word) && names.iter().any(|name| name == bare) {
            (Kind::Name, at)
        } else {
            at += 1;
            continue;
        };
        found.push((whole(last), kind));
        at = last + 1;
    }
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    let mut apart: Vec<(Range<usize>, Kind)> = Vec::new();
    for (range, kind) in found {
        match apart.last_mut() {
            Some((before, _)) if range.start < before.end => before.end = before.end.max(range.end),
            _ => apart.push((range, kind)),
        }
    }
    apart
}

/// Digits with what people write between them.
fn is_number(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | '/'))
}

fn without(line: &str, found: &[(Range<usize>, Kind)]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for (range, _) in found {
        out.push_str(line.get(at..range.start).unwrap_or_default());
        out.push_str(GAP);
        at = range.end;
    }
    out.push_str(line.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stripped(text: &str) -> (String, Vec<(Kind, String)>) {
        let known = ["Kari Solheim", "kari@post.example", "Jonas Lie"].map(str::to_owned);
        let found = strip(text, &known);
        (found.text, found.taken.into_iter().map(|one| (one.kind, one.text)).collect())
    }

    #[test]
    fn names_addresses_and_numbers_go_and_what_helps_stays() {
        for (text, left, taken) in [
            ("Hi Kari,\nSend it back.\nJonas", "Send it back.", vec![(Kind::Name, "Kari"), (Kind::Name, "Jonas")]),
            ("As Kari said, we pay back in 5 days.", "As … said, we pay back in 5 days.", vec![(Kind::Name, "Kari")]),
            ("Write to kari@post.example.", "Write to ….", vec![(Kind::Mail, "kari@post.example")]),
            ("Call +47 900 00 123 now", "Call … now", vec![(Kind::Phone, "+47 900 00 123")]),
            ("Order 48213 and #77", "Order … and …", vec![(Kind::Number, "48213"), (Kind::Number, "#77")]),
            (
                "It lies at Storgata 14, 0155 Oslo.",
                "It lies at …, ….",
                vec![(Kind::Address, "Storgata 14"), (Kind::Address, "0155 Oslo")],
            ),
            ("Kirim ke Jalan Melati 7", "Kirim ke …", vec![(Kind::Address, "Jalan Melati 7")]),
            ("See https://help.example/help/en/returns", "See https://help.example/help/en/returns", vec![]),
            ("See https://x.example/r/48.abc", "See …", vec![(Kind::Link, "https://x.example/r/48.abc")]),
            ("Error E21 means 14 days and 79 kroner", "Error E21 means 14 days and 79 kroner", vec![]),
            ("the lie of the land", "the lie of the land", vec![]),
            ("", "", vec![]),
        ] {
            let (found, gone) = stripped(text);
            let gone: Vec<(Kind, &str)> = gone.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
            assert_eq!((found.as_str(), gone), (left, taken), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_personal_is_left_wherever_it_stands(
            before in "[a-zæøå ,.]{0,30}", after in "[a-zæøå ,.]{0,30}"
        ) {
            let text = format!("{before} Kari Solheim kari@post.example 4711-0815 {after}");
            let (left, _) = stripped(&text);
            for gone in ["Kari", "Solheim", "@", "4711", "0815"] {
                prop_assert!(!left.contains(gone), "{left}");
            }
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            let _ = stripped(&text);
        }
    }
}
