//! What a tag may be called, and which names are one and the same.

use std::collections::HashSet;

use people::person::clean_line;

/// Longest name, in characters.
pub const NAME_MAX: usize = 40;
/// Tags that are taken at once; more were typed by nobody.
pub const MOST: usize = 50;

/// A name as it is kept: one clean line without the `#` that people write before it. `None` when nothing is left.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    let line = clean_line(&text.replace(is_between, " "), usize::MAX);
    let short: String = line.trim_start_matches(['#', ' ']).chars().take(NAME_MAX).collect();
    let name = short.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The form that names are compared by: whatever the case, it is one tag.
#[must_use]
pub fn fold(name: &str) -> String {
    name.to_lowercase()
}

/// The names in a field, a comma between them, each once.
#[must_use]
pub fn names(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    text.split(is_between).filter_map(name).filter(|name| seen.insert(fold(name))).take(MOST).collect()
}

const fn is_between(c: char) -> bool {
    matches!(c, ',' | ';' | '\n' | '\r' | '、' | '，')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_clean_line() {
        let table = [
            ("motor", Some("motor")),
            ("  Cargo   bike ", Some("Cargo bike")),
            ("#motor", Some("motor")),
            ("## motor", Some("motor")),
            ("tax #4", Some("tax #4")),
            ("a\u{202e}b\u{0}c\td", Some("abc d")),
            ("E\u{301}t\u{e9}", Some("\u{c9}t\u{e9}")),
            ("one, two", Some("one two")),
            ("", None),
            (" # \u{200b}", None),
        ];
        for (text, expected) in table {
            assert_eq!(name(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(name(&"å ".repeat(100)).map(|name| name.chars().count()), Some(NAME_MAX - 1), "no space at its end");
    }

    #[test]
    fn names_are_taken_once_whatever_their_case() {
        assert_eq!(names("Motor, motor; MOTOR\ncargo bike,,#Ære, ære"), ["Motor", "cargo bike", "Ære"]);
        assert_eq!(names(" , ;"), Vec::<String>::new());
        assert_eq!(names(&(0..200).map(|n| format!("t{n},")).collect::<String>()).len(), MOST);
    }

    #[test]
    fn a_long_text_takes_no_time() {
        assert_eq!(names(&"#".repeat(500_000)), Vec::<String>::new());
        assert_eq!(names(&"a,".repeat(500_000)), ["a"]);
    }
}
