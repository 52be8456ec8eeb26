//! `format=flowed` (RFC 3676): joins the lines that a mail program broke for narrow screens.

/// Joins soft line breaks; `delete_space` when the break left a space that was not in the text.
pub(super) fn unfold(text: &str, delete_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let content = &line[depth..];
        let content = content.strip_prefix(' ').unwrap_or(content);
        if open != Some(depth) {
            if !out.is_empty() || open.is_some() {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            if depth > 0 && !content.is_empty() {
                out.push(' ');
            }
        }
        // A line of quote marks alone is an empty line, also where a mark stands behind a space.
        let says_something = content.contains(|c| !matches!(c, '>' | ' '));
        let is_soft = content.ends_with(' ') && says_something && content != "-- ";
        out.push_str(if is_soft && delete_space { &content[..content.len() - 1] } else { content });
        open = is_soft.then_some(depth);
        if !is_soft {
            open = None;
        }
        if out.is_empty() {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unfold;

    #[test]
    fn soft_breaks_are_joined_and_hard_ones_kept() {
        let cases = [
            ("one \ntwo\nthree", false, "one two\nthree"),
            ("one \ntwo", true, "onetwo"),
            ("> a \n> b\n>> c\nd", false, "> a b\n>> c\nd"),
            ("> a \nb", false, "> a \nb"),
            (" >not a quote\n From x", false, ">not a quote\nFrom x"),
            ("bye\n-- \nAnna", false, "bye\n-- \nAnna"),
            ("a\n\n\nb", false, "a\n\n\nb"),
            ("a \r\nb\r\n", false, "a b"),
            (">> > \n>> > a", false, ">> > \n>> > a"),
            ("", false, ""),
        ];
        for (text, delete_space, expected) in cases {
            assert_eq!(unfold(text, delete_space).trim_start_matches('\n'), expected, "{text:?}");
        }
    }
}
