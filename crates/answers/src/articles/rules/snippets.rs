//! Snippets in texts: `{{opening-hours}}` stands for what is written of that name.

use std::collections::BTreeMap;

/// Letters of a name.
pub const NAME_MAX: usize = 40;

/// Whether something can be the name of a snippet: small letters, digits and dashes.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= NAME_MAX && text.chars().all(fits)
}

/// A text with its snippets filled in. What stands for none stays as it was typed, and so does what looks like a
/// snippet within one: nothing is filled twice.
#[must_use]
pub fn fill(text: &str, with: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        let found = behind.split_once("}}").and_then(|(name, after)| Some((with.get(name.trim())?, after)));
        if let Some((filling, after)) = found {
            out.push_str(filling);
            rest = after;
        } else {
            out.push_str("{{");
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_are_filled_once_and_others_stay() {
        let with = BTreeMap::from([
            ("hours".to_owned(), "8 to 16".to_owned()),
            ("loop".to_owned(), "{{loop}} {{hours}}".to_owned()),
        ]);
        for (text, expected) in [
            ("Open {{hours}}.", "Open 8 to 16."),
            ("{{ hours }}{{hours}}", "8 to 168 to 16"),
            ("{{loop}}", "{{loop}} {{hours}}"),
            ("{{nothing}} {{hours}}", "{{nothing}} 8 to 16"),
            ("{{{{hours}}}}", "{{8 to 16}}"),
            ("{{hours", "{{hours"),
            ("", ""),
        ] {
            assert_eq!(fill(text, &with), expected, "{text}");
        }
    }

    #[test]
    fn names_are_plain() {
        for (name, fits) in
            [("hours", true), ("a-1", true), ("", false), ("Hours", false), ("a b", false), ("%", false)]
        {
            assert_eq!(is_name(name), fits, "{name}");
        }
        assert!(!is_name(&"a".repeat(NAME_MAX + 1)));
    }
}
