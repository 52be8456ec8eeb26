//! Plain text as people write it → paragraphs, lists, quotes and links, for the HTML form of a
//! mail.
//!
//! Links are recognised by a closed list of schemes (T16); everything else stays text.

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block<'a> {
    /// Lines that belong together.
    Paragraph(Vec<&'a str>),
    /// `- one`, `• two`.
    Bullets(Vec<&'a str>),
    /// `1. one`, `2. two`, with the number of the first.
    Numbers(u32, Vec<&'a str>),
    /// Lines that began with `>`, without it.
    Quote(Vec<&'a str>),
}

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    /// Just text.
    Text(&'a str),
    /// A link: what is shown, and where it leads.
    Link(&'a str, String),
}

/// Splits a text with `\n` line breaks.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut after_blank = true;
    for line in text.lines() {
        if line.trim().is_empty() {
            after_blank = true;
            continue;
        }
        let fresh = kind(line);
        match (blocks.last_mut().filter(|_| !after_blank), fresh) {
            (Some(Block::Paragraph(lines)), Block::Paragraph(more))
            | (Some(Block::Bullets(lines)), Block::Bullets(more))
            | (Some(Block::Numbers(_, lines)), Block::Numbers(_, more))
            | (Some(Block::Quote(lines)), Block::Quote(more)) => lines.extend(more),
            (_, fresh) => blocks.push(fresh),
        }
        after_blank = false;
    }
    blocks
}

fn kind(line: &str) -> Block<'_> {
    let trimmed = line.trim();
    if let Some(quoted) = trimmed.strip_prefix('>') {
        return Block::Quote(vec![quoted.strip_prefix(' ').unwrap_or(quoted)]);
    }
    if let Some(item) = ["- ", "* ", "• ", "– "].iter().find_map(|mark| trimmed.strip_prefix(mark)) {
        return Block::Bullets(vec![item.trim()]);
    }
    let number = trimmed.split_once(['.', ')']).filter(|(number, _)| number.len() <= 3);
    if let Some((number, item)) = number
        && let Ok(number) = number.parse::<u32>()
        && let Some(item) = item.strip_prefix(' ')
    {
        return Block::Numbers(number, vec![item.trim()]);
    }
    Block::Paragraph(vec![line.trim_end()])
}

/// Finds the links of one line.
pub(super) fn spans(line: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    for word in line.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        let body = word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let (start, shown) = without_punctuation(body);
        if let Some(target) = target(shown) {
            if text_from < at + start {
                spans.push(Span::Text(&line[text_from..at + start]));
            }
            spans.push(Span::Link(shown, target));
            text_from = at + start + shown.len();
        }
        at += word.len();
    }
    if text_from < line.len() {
        spans.push(Span::Text(&line[text_from..]));
    }
    spans
}

/// The word without what stands around it in a sentence, and where it starts.
fn without_punctuation(word: &str) -> (usize, &str) {
    let start = word.len() - word.trim_start_matches(['(', '[', '\'', '“', '«', '„']).len();
    let mut inner = &word[start..];
    loop {
        let shorter = inner.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '”', '»', '…', ']']);
        // A closing bracket belongs to the address when it was opened there.
        let shorter = if shorter.ends_with(')') && shorter.matches(')').count() > shorter.matches('(').count() {
            &shorter[..shorter.len() - 1]
        } else {
            shorter
        };
        if shorter.len() == inner.len() {
            return (start, inner);
        }
        inner = shorter;
    }
}

/// Where a word leads, when it is an address of a kind that is safe to follow.
fn target(word: &str) -> Option<String> {
    if word.chars().any(|c| c.is_control() || c == '\\') {
        return None;
    }
    let has_scheme = |scheme: &str| word.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if has_scheme("http://") || has_scheme("https://") {
        let url = url::Url::parse(word).ok()?;
        return (url.has_host() && url.username().is_empty() && url.password().is_none()).then(|| url.to_string());
    }
    if has_scheme("tel:") {
        let number: String = word[4..].chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        return (number.len() >= 3).then(|| format!("tel:{number}"));
    }
    let address = if has_scheme("mailto:") { &word[7..] } else { word };
    is_plain_address(address).then(|| format!("mailto:{address}"))
}

/// Only addresses that need no escaping in a link.
fn is_plain_address(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    !local.is_empty()
        && local.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
        && domain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(line: &str) -> Vec<(String, String)> {
        let found = spans(line).into_iter().filter_map(|span| match span {
            Span::Link(shown, target) => Some((shown.to_owned(), target)),
            Span::Text(_) => None,
        });
        found.collect()
    }

    #[test]
    fn only_safe_addresses_become_links() {
        let cases: [(&str, &[(&str, &str)]); 20] = [
            ("see https://shop.example/a?b=c&d.", &[("https://shop.example/a?b=c&d", "https://shop.example/a?b=c&d")]),
            ("(https://shop.example)", &[("https://shop.example", "https://shop.example/")]),
            ("https://shop.example/a_(b)!", &[("https://shop.example/a_(b)", "https://shop.example/a_(b)")]),
            (
                "<http://x.example> and anna@x.example,",
                &[("http://x.example", "http://x.example/"), ("anna@x.example", "mailto:anna@x.example")],
            ),
            ("mailto:a+b@x.example", &[("mailto:a+b@x.example", "mailto:a+b@x.example")]),
            ("tel:+47-22-00-00", &[("tel:+47-22-00-00", "tel:+47220000")]),
            ("HTTPS://X.example", &[("HTTPS://X.example", "https://x.example/")]),
            ("https://x.example/\u{e5}", &[("https://x.example/\u{e5}", "https://x.example/%C3%A5")]),
            (
                "https://x.example/'onmouseover='y",
                &[("https://x.example/'onmouseover='y", "https://x.example/'onmouseover='y")],
            ),
            ("https://x.example/\"onmouseover=\"y", &[("https://x.example/", "https://x.example/")]),
            ("javascript:alert(1)", &[]),
            ("JaVaScRiPt://x.example/%0aalert(1)", &[]),
            ("java\tscript:alert(1)", &[]),
            ("data:text/html,x", &[]),
            ("https://user:pw@x.example", &[]),
            ("https://", &[]),
            ("https:\\\\x.example", &[]),
            ("vbscript:x file:///etc/passwd ftp://x.example", &[]),
            ("a@b and @c.example and a@.example", &[]),
            ("mailto:a@x.example?bcc=y@z.example", &[]),
        ];
        for (line, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            assert_eq!(links(line), expected, "{line}");
            let whole: String = spans(line)
                .iter()
                .map(|span| match span {
                    Span::Text(text) | Span::Link(text, _) => *text,
                })
                .collect();
            assert_eq!(whole, line, "no word is lost");
        }
    }

    #[test]
    fn text_falls_into_paragraphs_lists_and_quotes() {
        let text = "Hei Anna,\nto linjer\n\n- en\n- to\n1. a\n2. b\n> sitat\n> mer\nslutt\n\n\n2026. was a year\n1) x";
        let expected = [
            Block::Paragraph(vec!["Hei Anna,", "to linjer"]),
            Block::Bullets(vec!["en", "to"]),
            Block::Numbers(1, vec!["a", "b"]),
            Block::Quote(vec!["sitat", "mer"]),
            Block::Paragraph(vec!["slutt"]),
            Block::Paragraph(vec!["2026. was a year"]),
            Block::Numbers(1, vec!["x"]),
        ];
        assert_eq!(blocks(text), expected);
    }
}
