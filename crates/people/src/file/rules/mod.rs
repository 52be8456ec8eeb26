//! What may stand in a customer's file, and in which form. Pure.

pub mod hours;
pub mod phones;
pub mod times;

/// Longest role or form of address, in characters.
pub const LINE_MAX: usize = 120;
/// Longest note and longest postal address, in characters.
pub const TEXT_MAX: usize = 4000;

/// Several lines of somebody's text: each clean as [`crate::person::clean_line`] makes it, without empty ones at
/// both ends and never two of them in a row, at most [`TEXT_MAX`] characters.
#[must_use]
pub fn clean_text(text: &str) -> String {
    let short: String = text.chars().take(TEXT_MAX).collect();
    let mut clean = String::new();
    let mut gap = false;
    for line in short.lines() {
        let line = crate::person::clean_line(line, TEXT_MAX);
        if line.is_empty() {
            gap = !clean.is_empty();
            continue;
        }
        if !clean.is_empty() {
            clean.push_str(if gap { "\n\n" } else { "\n" });
        }
        clean.push_str(&line);
        gap = false;
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_loses_what_nobody_sees() {
        for (written, clean) in [
            ("  one \r\n\r\n\r\n two\u{202e} \n\n", "one\n\ntwo"),
            ("\n\none\ntwo", "one\ntwo"),
            ("\u{200b}\n \u{0}", ""),
        ] {
            assert_eq!(clean_text(written), clean, "{written:?}");
            assert_eq!(clean_text(clean), clean);
        }
        assert_eq!(clean_text(&"å".repeat(9000)).chars().count(), TEXT_MAX);
    }
}
