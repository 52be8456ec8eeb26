//! Text that can be stored and shown: no NUL (PostgreSQL refuses it), no control characters, one
//! kind of line break, bounded length.

/// Longest subject, name or id kept, in characters.
const LINE_CHARS_MAX: usize = 1_000;

/// One line: control characters and line breaks become spaces, runs of white space one space.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LINE_CHARS_MAX));
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(word);
        if out.len() > LINE_CHARS_MAX * 4 {
            break;
        }
    }
    match out.char_indices().nth(LINE_CHARS_MAX) {
        Some((cut, _)) => {
            out.truncate(cut);
            out.push('…');
            out
        }
        None => out,
    }
}

/// A text of several lines: line breaks become `\n`, other control characters but tabs go, and so
/// do blank lines at both ends.
pub(crate) fn many_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
        after_return = c == '\r';
    }
    let from =
        out.find(|c: char| !c.is_whitespace()).map_or(out.len(), |at| out[..at].rfind('\n').map_or(0, |at| at + 1));
    out.drain(..from);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(one_line(" a\r\n\t b\0c\u{85}d "), "a b c d");
        assert_eq!(one_line("x".repeat(5_000).as_str()).chars().count(), 1_001);
        assert_eq!(one_line("å ".repeat(5_000).as_str()).chars().count(), 1_001);
        assert_eq!(one_line(""), "");
    }

    #[test]
    fn lines_have_one_kind_of_break_and_no_control_characters() {
        assert_eq!(many_lines("\r\n \r\n  a\r\nb\rc\n\nd\0\u{7}\te \r\n\r\n"), "  a\nb\nc\n\nd\te");
        assert_eq!(many_lines("\n \n"), "");
        assert_eq!(many_lines("a\r\r\nb"), "a\n\nb");
    }
}
