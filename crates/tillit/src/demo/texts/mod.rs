//! The plots and phrases in five languages, and how a template becomes a text.
//!
//! One file a language. `## key kind mood` opens a plot: `S:` is its subject, then `C:` (the
//! customer), `A:` (our answer) and so on in turn, `F: word` hangs a file on the part before.
//! `@@ name` opens a list of phrases parted by `--`. In all of them `{a|b}` is a choice and
//! `{word}` a blank; both nest.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use base::Language;
use fastrand::Rng;

/// Who speaks in a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The customer.
    Customer,
    /// We.
    Us,
}

/// One message of a plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beat {
    /// Who speaks.
    pub side: Side,
    /// The template, without greeting and closing.
    pub body: String,
    /// The word of a file that goes with it.
    pub file: Option<&'static str>,
}

/// A small story: a question and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The same in every language.
    pub key: &'static str,
    /// Which products it can be about: a kind, `small`, `boxed` or `any`.
    pub kind: &'static str,
    /// `calm`, `happy`, `worried` or `upset`.
    pub mood: &'static str,
    /// Template of the subject.
    pub subject: &'static str,
    /// Turns, the customer's first.
    pub beats: Vec<Beat>,
}

/// All texts of one language.
#[derive(Debug, Default)]
pub struct Texts {
    /// The plots.
    pub plots: Vec<Plot>,
    lists: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Texts {
    /// The texts of `language`, read once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Texts>; 5] = [const { OnceLock::new() }; 5];
        let (slot, source) = match language {
            Language::En => (&ALL[0], include_str!("en.txt")),
            Language::Nb => (&ALL[1], include_str!("nb.txt")),
            Language::Sv => (&ALL[2], include_str!("sv.txt")),
            Language::Da => (&ALL[3], include_str!("da.txt")),
            Language::Id => (&ALL[4], include_str!("id.txt")),
        };
        slot.get_or_init(|| read(source))
    }

    /// All phrases of a list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[&'static str] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// One phrase of a list, filled.
    #[must_use]
    pub fn phrase(&self, name: &str, blanks: &Blanks, rng: &mut Rng) -> String {
        let template = rng.choice(self.list(name).iter()).copied().unwrap_or_default();
        fill(template, blanks, rng)
    }
}

/// The internal note that belongs to a plot; the same in all languages.
#[must_use]
pub fn note(plot: &str) -> Option<&'static str> {
    include_str!("notes.txt")
        .lines()
        .filter_map(|line| line.split_once(" | "))
        .find_map(|(key, text)| (key == plot).then_some(text))
}

fn read(source: &'static str) -> Texts {
    let mut texts = Texts::default();
    let mut list: Option<&'static str> = None;
    let mut open: Option<(Side, usize)> = None;
    let mut offset = 0;
    for raw in source.split_inclusive('\n') {
        let (from, line) = (offset, raw.trim_end());
        offset += raw.len();
        let marker = line.starts_with("## ")
            || line.starts_with("@@ ")
            || ["C:", "A:"].contains(&line)
            || line.starts_with("F: ")
            || (line == "--" && list.is_some());
        if marker {
            close(&mut texts, source, list, open.take(), from);
        }
        if let Some(head) = line.strip_prefix("## ") {
            list = None;
            let mut words = head.split(' ');
            let mut next = || words.next().unwrap_or_default();
            texts.plots.push(Plot { key: next(), kind: next(), mood: next(), subject: "", beats: Vec::new() });
        } else if let Some(name) = line.strip_prefix("@@ ") {
            list = Some(name);
            open = Some((Side::Us, offset));
        } else if line == "--" && list.is_some() {
            open = Some((Side::Us, offset));
        } else if line == "C:" {
            open = Some((Side::Customer, offset));
        } else if line == "A:" {
            open = Some((Side::Us, offset));
        } else if let (Some(subject), Some(plot), None) = (line.strip_prefix("S: "), texts.plots.last_mut(), list) {
            plot.subject = subject;
        } else if let (Some(file), Some(beat)) =
            (line.strip_prefix("F: "), texts.plots.last_mut().and_then(|plot| plot.beats.last_mut()))
        {
            beat.file = Some(file);
        }
    }
    close(&mut texts, source, list, open, source.len());
    texts
}

/// Ends the message or phrase that began at `open` just before `to`.
fn close(texts: &mut Texts, source: &'static str, list: Option<&'static str>, open: Option<(Side, usize)>, to: usize) {
    let Some((side, from)) = open else { return };
    let body = source.get(from..to).unwrap_or_default().trim();
    match (list, texts.plots.last_mut()) {
        (Some(name), _) => texts.lists.entry(name).or_default().push(body),
        (None, Some(plot)) => plot.beats.push(Beat { side, body: body.to_owned(), file: None }),
        (None, None) => {}
    }
}

/// What the blanks of a template are filled with.
pub type Blanks = BTreeMap<&'static str, String>;

/// Chooses among the choices and fills the blanks; an unknown blank stays as it is.
#[must_use]
pub fn fill(template: &str, blanks: &Blanks, rng: &mut Rng) -> String {
    let filled = expand(template, blanks, rng, 0);
    let paragraphs: Vec<String> = filled.split("\n\n").map(capital).collect();
    paragraphs.join("\n\n")
}

fn expand(template: &str, blanks: &Blanks, rng: &mut Rng, depth: u8) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        let Some(end) = closing(&rest[start..]) else {
            rest = &rest[start..];
            break;
        };
        let inner = &rest[start + 1..start + end];
        rest = &rest[start + end + 1..];
        let choices = parts(inner);
        if choices.len() > 1 && depth < 4 {
            let choice = rng.choice(choices).unwrap_or_default();
            out.push_str(&expand(choice, blanks, rng, depth + 1));
        } else if let Some(value) = blanks.get(inner) {
            out.push_str(value);
        } else if inner.contains('{') && depth < 4 {
            out.push_str(&expand(inner, blanks, rng, depth + 1));
        } else {
            out.push('{');
            out.push_str(inner);
            out.push('}');
        }
    }
    out.push_str(rest);
    out
}

/// Where the brace that opens `text` is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(at),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The choices between bars that no inner brace holds.
fn parts(inner: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                found.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&inner[from..]);
    found
}

fn capital(paragraph: &str) -> String {
    let mut letters = paragraph.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
