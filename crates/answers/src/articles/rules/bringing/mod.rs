//! Articles out of files of elsewhere: Markdown, HTML, and what the help centres of Zendesk and Zammad give away. Every
//! file is told of, also one that cannot be read; nothing is left out in silence.

mod exports;
mod html;
mod pages;
#[cfg(test)]
mod tests;

use base::{Instant, Language};

use crate::articles::model::Draft;

pub use html::markdown as html_to_markdown;

/// A file of a folder: its path in it, with `/` between, and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// As `guides/nb/pump.md`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A text that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where it stood: a path, or a number of the other system.
    pub place: String,
    /// Names it and what it says: the same text has the same origin another time.
    pub origin: String,
    /// Texts of one article in several languages share it.
    pub family: String,
    /// Its language, where that was told and is one of ours.
    pub language: Option<Language>,
    /// Whether it is the one that the others were translated from.
    pub is_original: bool,
    /// What was written.
    pub draft: Draft,
    /// What its category is called.
    pub category: String,
    /// Who wrote it: a name or an address.
    pub author: String,
    /// When it was written or changed last.
    pub at: Option<Instant>,
    /// Words on it.
    pub tags: Vec<String>,
    /// Where it was read.
    pub source: String,
}

/// Why a file is none that can be brought along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its bytes are no text (UTF-8).
    NoText,
    /// Nothing is written in it.
    Empty,
    /// It is JSON, but damaged.
    Damaged,
    /// It is JSON, but no export that we know.
    Unknown,
    /// Its language is none of the five.
    Language,
}

impl Unfit {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::NoText, Self::Empty, Self::Damaged, Self::Unknown, Self::Language];

    /// The sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoText => "articles-bring-no-text",
            Self::Empty => "articles-bring-empty",
            Self::Damaged => "articles-bring-damaged",
            Self::Unknown => "articles-bring-unknown",
            Self::Language => "articles-bring-language",
        }
    }
}

/// A text, or where one could not be read and why.
pub type Row = Result<Found, (String, Unfit)>;

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file is taken for a text or an export; others may be pictures of texts.
#[must_use]
pub fn is_text(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    !hidden && matches!(ending(path).as_str(), "md" | "markdown" | "html" | "htm" | "json")
}

/// All texts in these files, in the order of their paths; originals before their translations.
#[must_use]
pub fn read(files: &[File]) -> Vec<Row> {
    let mut texts: Vec<&File> = files.iter().filter(|file| is_text(&file.path)).collect();
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    let mut rows = Vec::new();
    let mut exports = Vec::new();
    for file in texts {
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            rows.push(Err((file.path.clone(), Unfit::NoText)));
            continue;
        };
        let text = text.trim_start_matches('\u{feff}');
        match ending(&file.path).as_str() {
            "json" => exports.push((file.path.as_str(), text)),
            "md" | "markdown" => rows.push(pages::markdown(&file.path, text)),
            _ => rows.push(pages::html(&file.path, text)),
        }
    }
    rows.extend(exports::read(&exports));
    rows.sort_by_key(|row| row.as_ref().is_ok_and(|found| !found.is_original));
    rows
}

/// One of our languages by a code of any system: `en-us`, `nb_NO`, `no`.
fn language(code: &str) -> Option<Language> {
    let code = code.trim().to_ascii_lowercase();
    let first = code.split(['-', '_']).next().unwrap_or_default();
    let first = if matches!(first, "no" | "nn") { "nb" } else { first };
    Language::ALL.into_iter().find(|one| one.code() == first)
}

/// An instant as files have it: RFC 3339, or a day.
fn instant(text: &str) -> Option<Instant> {
    let text = text.trim().trim_matches(['"', '\'']);
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let day: jiff::civil::Date = text.get(..10)?.parse().ok()?;
    day.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|at| at.timestamp())
}
