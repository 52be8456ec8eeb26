//! What ought not to be public in the words of a customer: names, addresses, numbers, links. By their form alone; a
//! colleague reads the rest, and the customer decides.

use std::ops::Range;

/// Stands where something was taken out.
pub const INSTEAD: &str = "[…]";
/// Digits from which on a run of them is a number of somebody or something.
const DIGITS: usize = 5;
/// The same within a word with letters or signs: an order, an invoice.
const DIGITS_IN_A_WORD: usize = 4;
/// Shorter parts of names are words of their own too often.
const NAME_LEAST: usize = 3;

/// A text without its personal parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stripped {
    /// What is left.
    pub text: String,
    /// What was taken out, each once, in its order.
    pub taken: Vec<String>,
}

/// Takes out of a text what is personal by its form, and the parts of these names.
#[must_use]
pub fn strip(text: &str, names: &[&str]) -> Stripped {
    let mut spans: Vec<Range<usize>> = words::private::find(text).into_iter().map(|found| found.span).collect();
    spans.extend(numbers(text));
    let names = parts(names);
    for span in tokens(text) {
        let Some(word) = text.get(span.clone()) else { continue };
        if is_personal(word) || names.contains(&word.to_lowercase()) {
            spans.push(span);
        }
    }
    for span in name_words(text) {
        if text.get(span.clone()).is_some_and(|word| names.contains(&word.to_lowercase())) {
            spans.push(span);
        }
    }
    cut(text, spans)
}

fn cut(text: &str, mut spans: Vec<Range<usize>>) -> Stripped {
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let (mut out, mut at) = (Stripped::default(), 0);
    let mut open: Option<Range<usize>> = None;
    let take = |out: &mut Stripped, at: &mut usize, span: Range<usize>| {
        out.text.push_str(text.get(*at..span.start).unwrap_or_default());
        out.text.push_str(INSTEAD);
        let taken = text.get(span.clone()).unwrap_or_default().trim().to_owned();
        if !out.taken.contains(&taken) {
            out.taken.push(taken);
        }
        *at = span.end;
    };
    for span in spans {
        open = Some(match open.take() {
            Some(before) if span.start <= before.end => before.start..before.end.max(span.end),
            Some(before) => {
                take(&mut out, &mut at, before);
                span
            }
            None => span,
        });
    }
    if let Some(last) = open {
        take(&mut out, &mut at, last);
    }
    out.text.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Parts of names as they are compared.
fn parts(names: &[&str]) -> Vec<String> {
    let words = names.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.chars().count() >= NAME_LEAST).map(str::to_lowercase).collect()
}

/// Where runs of what `keep` holds lie.
fn runs(text: &str, keep: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match (keep(c), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    found.extend(from.map(|start| start..text.len()));
    found
}

/// Words as they stand between spaces, without the marks around them.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let trim = |span: Range<usize>| {
        let word = text.get(span.clone())?;
        let core = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '#'));
        let start = span.start + word.find(core)?;
        (!core.is_empty()).then(|| start..start + core.len())
    };
    runs(text, |c| !c.is_whitespace()).into_iter().filter_map(trim).collect()
}

fn name_words(text: &str) -> Vec<Range<usize>> {
    runs(text, char::is_alphanumeric)
}

/// An address, a link, the number of an order.
fn is_personal(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let lower = word.to_lowercase();
    let numbered = digits >= DIGITS_IN_A_WORD && word.chars().any(|c| c.is_alphabetic() || c == '#' || c == '-');
    let address = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    address || numbered || lower.contains("://") || lower.starts_with("www.")
}

/// Telephone numbers and whatever else is a run of digits, also with signs between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let runs = runs(text, |c| c.is_ascii_digit() || " +-./()\u{a0}".contains(c));
    let trim = |span: Range<usize>| {
        let run = text.get(span.clone())?;
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let core = run.trim_matches(|c: char| !(c.is_ascii_digit() || c == '+'));
        let start = span.start + run.find(core)?;
        (digits >= DIGITS && !core.is_empty()).then(|| start..start + core.len())
    };
    runs.into_iter().filter_map(trim).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_personal_goes_and_the_question_stays() {
        let names = ["Kari Solheim"];
        for (text, left, taken) in [
            ("Does the lid fit?", "Does the lid fit?", vec![]),
            ("Write to kari@post.example, please.", "Write to […], please.", vec!["kari@post.example"]),
            ("Call +47 912 34 567 now", "Call […] now", vec!["+47 912 34 567"]),
            ("Order #10482 and BS-2024-118.", "Order […] and […].", vec!["#10482", "BS-2024-118"]),
            ("My name is Kari Solheim.", "My name is […] […].", vec!["Kari", "Solheim"]),
            ("Greetings, KARI", "Greetings, […]", vec!["KARI"]),
            ("Bought in 2024, 3 of 4 work", "Bought in 2024, 3 of 4 work", vec![]),
            ("See https://desk.example/r/7.abc!", "See […]!", vec!["https://desk.example/r/7.abc"]),
            ("Twice: a@b.example a@b.example", "Twice: […] […]", vec!["a@b.example"]),
            ("Blåbær og kariert", "Blåbær og kariert", vec![]),
        ] {
            let expected = Stripped { text: left.into(), taken: taken.into_iter().map(str::to_owned).collect() };
            assert_eq!(strip(text, &names), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it_and_nothing_is_left_at_the_second_time(text in ".{0,300}") {
            let once = strip(&text, &["Kari Solheim"]);
            prop_assert!(once.taken.is_empty() == (once.text == text) || once.text.contains(INSTEAD));
            prop_assert!(!once.text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| word == "solheim"));
        }

        #[test]
        fn no_address_is_left(before in "[a-zæøå ]{0,20}", name in "[a-z]{1,9}", after in "[ ,.!a-z]{0,20}") {
            let left = strip(&format!("{before} {name}@post.example {after}"), &[]).text;
            prop_assert!(!left.contains('@'), "{}", left);
        }
    }
}
