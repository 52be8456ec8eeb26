//! Reads what somebody typed: words, "phrases", `-without`, `key:value`. Anything can be typed; what is no sign is a
//! word.

/// Characters of a query that are read; the rest is passed over.
pub const LENGTH_MAX: usize = 500;
/// Parts of a query that are read.
const PARTS_MAX: usize = 24;

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word, as typed.
    Word {
        /// It must not be there.
        not: bool,
        /// As typed.
        text: String,
    },
    /// Words that stand together.
    Phrase {
        /// They must not be there.
        not: bool,
        /// Without the quotes.
        text: String,
    },
    /// `key:value`, of the keys that are known.
    Field {
        /// It must not be so.
        not: bool,
        /// In lower case.
        key: String,
        /// Without quotes.
        value: String,
    },
}

/// Reads a query with the `keys` that mean something. Also answers whether its last word may still be going on.
#[must_use]
pub fn parse(text: &str, keys: &[&str]) -> (Vec<Part>, bool) {
    let short: String =
        text.chars().take(LENGTH_MAX).map(|c| if matches!(c, '“' | '”' | '„' | '«' | '»') { '"' } else { c }).collect();
    let mut rest = short.trim_start();
    let mut parts = Vec::new();
    let mut open = false;
    while !rest.is_empty() && parts.len() < PARTS_MAX {
        let (part, after) = part(rest, keys);
        open = after.is_empty() && matches!(part, Some(Part::Word { not: false, .. }));
        parts.extend(part);
        rest = after.trim_start();
    }
    (parts, open)
}

fn part<'t>(text: &'t str, keys: &[&str]) -> (Option<Part>, &'t str) {
    let (not, body) = match text.strip_prefix('-') {
        Some(body) if body.starts_with(|c: char| !c.is_whitespace() && c != '-') => (true, body),
        _ => (false, text),
    };
    if let Some((inside, after)) = quoted(body) {
        let phrase = (!inside.trim().is_empty()).then(|| Part::Phrase { not, text: inside.trim().to_owned() });
        return (phrase, after);
    }
    let end = body.find(char::is_whitespace).unwrap_or(body.len());
    if let Some((key, value)) = body[..end].split_once(':') {
        let key = key.to_ascii_lowercase();
        if keys.contains(&key.as_str()) && !value.is_empty() {
            let from = key.len() + 1;
            let (value, after) = quoted(&body[from..]).unwrap_or((value, &body[end..]));
            let value = value.trim().to_owned();
            return ((!value.is_empty()).then_some(Part::Field { not, key, value }), after);
        }
    }
    let word = body[..end].to_owned();
    ((!word.is_empty()).then_some(Part::Word { not, text: word }), &body[end..])
}

/// What stands in quotes at the beginning, and what follows. A quote that nobody closes is none.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}
