//! Finds addresses in plain text that may become links: http, https, mailto and tel, nothing else.
//!
//! Works on text alone and never builds HTML; what it returns is escaped like any other text.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// An address, shown as it was written.
    Link(&'a str),
}

const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
/// Longer ones are no addresses that anybody meant to be opened.
const LONGEST: usize = 2000;

/// Cuts `text` into words and links; put together again it is the same text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut looked = 0;
    while let Some(start) = next_scheme(rest, looked) {
        let Some(length) = link_length(&rest[start..]) else {
            // Nothing within these letters is an address either, so that each is looked at once.
            looked = start + rest[start..].find(ends_address).unwrap_or(rest.len() - start);
            continue;
        };
        let end = start + length;
        if start > 0 {
            found.push(Piece::Text(&rest[..start]));
        }
        found.push(Piece::Link(&rest[start..end]));
        rest = &rest[end..];
        looked = 0;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// Where the next scheme begins that does not stand within a word.
fn next_scheme(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // Every scheme has a colon, and few lines have one.
    let mut seen = from;
    while let Some(colon) = text.get(seen..).and_then(|rest| rest.find(':')).map(|at| seen + at) {
        let begins = SCHEMES.into_iter().filter_map(|scheme| colon.checked_sub(scheme.find(':')?));
        let found = begins.filter(|at| *at >= from).find(|&at| {
            scheme_at(bytes, at).is_some() && !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
        });
        if found.is_some() {
            return found;
        }
        seen = colon + 1;
    }
    None
}

fn scheme_at(bytes: &[u8], at: usize) -> Option<&'static str> {
    SCHEMES.into_iter().find(|scheme| {
        bytes.get(at..at + scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()))
    })
}

/// How much of `text`, which begins with a scheme, is one address, if it is one.
fn link_length(text: &str) -> Option<usize> {
    let scheme = scheme_at(text.as_bytes(), 0)?;
    let mut end = text.find(ends_address).unwrap_or(text.len());
    if end > LONGEST {
        return None;
    }
    end = trim_end(&text[..end]);
    let body = text.get(scheme.len()..end).unwrap_or_default();
    let good = match scheme {
        "mailto:" => good_mailbox(body),
        "tel:" => {
            body.bytes().any(|b| b.is_ascii_digit())
                && body.bytes().all(|b| b.is_ascii_digit() || b"+-.()".contains(&b))
        }
        _ => good_place(body),
    };
    good.then_some(end)
}

/// Characters that cannot be part of an address, or that hide or reorder what is read.
fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '}' | '|' | '«' | '»' | '“' | '”')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The sentence's own marks at the end do not belong to the address; a bracket does when it was opened in it.
fn trim_end(text: &str) -> usize {
    let count = |mark: char| text.matches(mark).count();
    let (mut round, mut square) = (count(')').saturating_sub(count('(')), count(']').saturating_sub(count('[')));
    let mut left = text;
    while let Some(last) = left.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '*' | '_' => {}
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            _ => break,
        }
        left = &left[..left.len() - last.len_utf8()];
    }
    left.len()
}

/// A web address with a host and without a user name, which would only serve to deceive.
fn good_place(body: &str) -> bool {
    let host = body.split(['/', '?', '#']).next().unwrap_or_default();
    !host.contains('@') && host.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '[')
}

/// One mailbox, without a ready-made text or hidden recipients.
fn good_mailbox(body: &str) -> bool {
    let Some((local, domain)) = body.split_once('@') else { return false };
    !local.is_empty() && domain.contains('.') && !body.contains(['?', '&', '%', ',', ';', '/', '#', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<&str> {
        let pieces = pieces(text);
        let whole: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Link(text) => *text,
            })
            .collect();
        assert_eq!(whole, text, "nothing is lost or added");
        pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Link(link) => Some(link),
                Piece::Text(_) => None,
            })
            .collect()
    }

    #[test]
    fn addresses_in_sentences_are_found_without_the_sentences_marks() {
        let table: [(&str, &[&str]); 14] = [
            ("See https://tillit.example/a.", &["https://tillit.example/a"]),
            (
                "HTTP://X.example, and http://y.example/?q=1&r=2#z!",
                &["HTTP://X.example", "http://y.example/?q=1&r=2#z"],
            ),
            ("(https://a.example/wiki/Oslo_(by))", &["https://a.example/wiki/Oslo_(by)"]),
            ("<https://a.example>", &["https://a.example"]),
            ("«https://ø.example/å»", &["https://ø.example/å"]),
            ("mailto:kari@post.example;", &["mailto:kari@post.example"]),
            ("tel:+47-900-00-000.", &["tel:+47-900-00-000"]),
            ("https://[::1]:80/x", &["https://[::1]:80/x"]),
            ("https://a.example/\u{202e}gpj.exe", &["https://a.example/"]),
            ("nothing here", &[]),
            ("", &[]),
            ("https://", &[]),
            ("https://https://a.example", &["https://https://a.example"]),
            ("xhttps://a.example", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(links(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_that_runs_or_deceives_becomes_a_link() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt://%0aalert(1)",
            "java\tscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://a.example",
            "//a.example",
            "https://bank.example@evil.example/",
            "https://user:pass@evil.example",
            "mailto:a@b.example?bcc=c@d.example",
            "mailto:nobody",
            "mailto:a@b.example,c@d.example",
            "tel:javascript",
            "http:/\\evil.example",
            "http://?x",
            "https://\"onmouseover=alert(1)",
        ] {
            assert_eq!(links(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_quote_or_a_bracket_ends_the_address() {
        assert_eq!(links("https://a.example/\"onclick=\"x"), ["https://a.example/"]);
        assert_eq!(links("https://a.example/<b>"), ["https://a.example/"]);
        assert_eq!(links("https://a.example/\tx"), ["https://a.example/"]);
    }

    #[test]
    fn a_text_made_of_schemes_takes_no_time() {
        let text = "http://".repeat(50_000);
        assert!(pieces(&text).len() <= 2);
        assert!(links(&format!("https://a.example/{}", "x".repeat(LONGEST))).is_empty());
    }
}
