//! All texts of the product as its message files have them, and what on a page is not as they want it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::harness::Outcome;

/// The languages that the message files exist in.
pub const LANGUAGES: [&str; 5] = ["en", "nb", "sv", "da", "id"];

/// Every message in every language.
pub struct Words {
    /// By language, then by id: the text as it stands in the file.
    texts: BTreeMap<&'static str, BTreeMap<String, String>>,
    topics: BTreeSet<String>,
}

impl Words {
    /// Reads the message files of all crates.
    pub fn read() -> Outcome<Self> {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut texts: BTreeMap<&'static str, BTreeMap<String, String>> = BTreeMap::new();
        for entry in std::fs::read_dir(crates)? {
            for language in LANGUAGES {
                let file = entry.as_ref().map_err(ToString::to_string)?.path().join(format!("locales/{language}.ftl"));
                if let Ok(text) = std::fs::read_to_string(file) {
                    texts.entry(language).or_default().extend(messages(&text));
                }
            }
        }
        let topics =
            texts["en"].keys().filter_map(|id| id.split_once('-')).map(|(topic, _)| topic.to_owned()).collect();
        Ok(Self { texts, topics })
    }

    /// The texts on a page in `language` that are ids, or English where a translation exists.
    pub fn missing<'a>(&self, language: &str, seen: &'a [String]) -> Vec<&'a str> {
        seen.iter().map(String::as_str).filter(|text| self.is_id(text) || self.is_english(language, text)).collect()
    }

    /// A message that nobody wrote shows its id.
    fn is_id(&self, text: &str) -> bool {
        let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let known = text.split_once('-').is_some_and(|(topic, _)| self.topics.contains(topic));
        known && text.split('-').all(part) && !self.texts["en"].values().any(|value| value == text)
    }

    fn is_english(&self, language: &str, text: &str) -> bool {
        if language == "en" || !text.chars().any(char::is_alphabetic) {
            return false;
        }
        let Some(own) = self.texts.get(language) else { return true };
        // The same words may be right in both languages, in this message or in another.
        let right = own.values().any(|value| fits(value, text));
        !right && self.texts["en"].values().any(|value| fits(value, text))
    }
}

/// Whether a text could be this message with its arguments filled in. Too little of its own proves nothing.
fn fits(message: &str, text: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { return false };
        parts.push(before);
        rest = after;
    }
    parts.push(rest);
    if parts.len() == 1 {
        return message == text;
    }
    let letters = parts.iter().flat_map(|part| part.chars()).filter(|c| c.is_alphabetic()).count();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if letters < 6 || !text.starts_with(first) || !text.ends_with(last) || text.len() < first.len() + last.len() {
        return false;
    }
    let mut middle = &text[first.len()..text.len() - last.len()];
    parts[1..parts.len() - 1].iter().all(|part| {
        let found = middle.split_once(part);
        middle = found.map_or(middle, |(_, after)| after);
        found.is_some()
    })
}

/// Ids and texts. Of a message with variants each variant counts as a text of its own.
fn messages(file: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('=') {
            Some((id, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                all.push((id.trim().to_owned(), text.trim().to_owned()));
            }
            _ => {
                let variant = line.trim().split_once(']').filter(|(key, _)| key.starts_with(['[', '*']));
                let Some((id, text)) = all.last().map(|(id, _)| id.clone()).zip(variant) else { continue };
                all.push((format!("{id}.{}", text.0), text.1.trim().to_owned()));
            }
        }
    }
    all.retain(|(_, text)| !text.is_empty() && !text.ends_with("->"));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&text| text.to_owned()).collect()
    }

    #[test]
    fn an_id_and_a_text_in_the_wrong_language_are_found() {
        let words = Words::read().expect("the message files are there");
        let page = seen(&["inbox-no-such-message", "All answered", "Innboks", "e-mail", "Kari Moen", "#1001"]);
        assert_eq!(words.missing("nb", &page), ["inbox-no-such-message", "All answered", "e-mail"]);
        assert_eq!(words.missing("en", &page), ["inbox-no-such-message"]);
    }

    #[test]
    fn arguments_and_variants_are_seen_through() {
        assert!(fits("Reply to { $who }", "Reply to Ines"));
        assert!(!fits("Reply to { $who }", "Svar til Ines"));
        assert!(!fits("{ $n } h", "23 h"), "too little to tell languages apart");
        let file = "a-b = { $n ->\n    [one] One thing\n   *[other] { $n } things here\n}\nc-d = Word\n";
        let all = messages(file);
        assert_eq!(
            all.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            ["One thing", "{ $n } things here", "Word"]
        );
    }
}
