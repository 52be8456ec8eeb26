//! What in a text may belong to somebody else: mail addresses and telephone numbers that it names. Whose they are a look-up
//! tells; here they are only found. Pure.

use people::file::rules::phones::{Country, normalise};
use people::person::{fold_address, looks_like_address};

/// So many of each are looked up; a text with more is a list.
const MOST: usize = 10;
/// A number has so many pieces at most: `+47 22 12 34 56`.
const PIECES_MOST: usize = 6;
/// So many numbers as they may be meant: where one ends and the next begins is not always told.
const MEANT_MOST: usize = 60;

/// The mail addresses in a text, as they are written, each once.
#[must_use]
pub fn addresses(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || "<>()[]\\,;:\"'«»“”‘’|*".contains(c);
    let mut found: Vec<String> = Vec::new();
    for word in text.split(apart).filter(|word| word.contains('@')) {
        let word = word.trim_matches(['.', '!', '?', '…', '-', '/']);
        let known = found.iter().any(|one| fold_address(one) == fold_address(word));
        if found.len() < MOST && !known && looks_like_address(word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// What may be telephone numbers in a text: as they are written, and as they are kept. `home` is the country of numbers
/// written without one. One run of digits can be meant in several ways; all of them are told.
#[must_use]
pub fn numbers(text: &str, home: Option<&Country>) -> Vec<(String, String)> {
    let dialled = |c: char| c.is_ascii_digit() || " \u{a0}+-./()\u{2010}\u{2011}\u{2012}\u{2013}".contains(c);
    let mut found: Vec<(String, String)> = Vec::new();
    for run in text.split(|c: char| !dialled(c)) {
        let pieces: Vec<&str> = run.split([' ', '\u{a0}']).filter(|piece| !piece.is_empty()).collect();
        for from in 0..pieces.len() {
            for to in from + 1..=pieces.len().min(from + PIECES_MOST) {
                let written = pieces.get(from..to).unwrap_or_default().join(" ");
                let written =
                    written.trim_start_matches(['(', ')', '.', '-', '/']).trim_end_matches(['.', '-', '/', '(']);
                let Some(number) = normalise(written, home) else { continue };
                if found.iter().all(|(_, known)| *known != number) {
                    found.push((written.to_owned(), number));
                }
                if found.len() == MEANT_MOST {
                    return found;
                }
            }
        }
    }
    found
}

/// How a private number ends, which tells its writer which one is meant and nobody else what it is.
#[must_use]
pub fn ending(number: &str) -> String {
    const LAST: usize = 4;
    let signs: Vec<char> = number.chars().filter(|sign| sign.is_alphanumeric()).collect();
    signs.get(signs.len().saturating_sub(LAST)..).unwrap_or_default().iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_among_what_stands_around_them() {
        let text =
            "Write to <Per@Example.com>, or per@example.com. «ola.nord@post.example»! a@b, @x, mailto:s@t.example";
        assert_eq!(addresses(text), ["Per@Example.com", "ola.nord@post.example", "s@t.example"]);
        let many: Vec<String> = (0..99).map(|n| format!("a{n}@post.example")).collect();
        assert_eq!(addresses(&many.join("\n")).len(), MOST);
    }

    #[test]
    fn numbers_are_read_in_every_way_they_can_be_meant() {
        let kept = |text: &str| -> Vec<String> {
            numbers(text, Country::of("NO")).into_iter().map(|(_, number)| number).collect()
        };
        for (text, number) in [
            ("Ring 912 34 567.", "+4791234567"),
            ("kl. 12 på +47 912 34 567, takk", "+4791234567"),
            ("18.11.2026 91234567", "+4791234567"),
            ("(+46 70-123 45 67)", "+46701234567"),
        ] {
            assert!(kept(text).contains(&number.to_owned()), "{text}: {:?}", kept(text));
        }
        assert!(kept("kr 499 og 12 dager").is_empty());
        assert!(kept(&"1 ".repeat(9999)).len() <= MEANT_MOST);
    }

    #[test]
    fn of_a_number_only_its_end_is_told() {
        for (number, end) in [("4111 1111 1111 1234", "1234"), ("811218-9876", "9876"), ("12", "12"), ("", "")] {
            assert_eq!(ending(number), end);
        }
    }
}
