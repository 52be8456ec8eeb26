//! Which messages the source code asks for: finds ids that no file defines, and ids nobody uses.
//!
//! Reads Rust source as text; understands just enough of it to tell string literals from comments.
//! A message chosen at run time counts as used when its whole id stands in the code as a literal,
//! or when a `format!` literal with its gaps filled would give it (`"date-{day}-{length}"`).

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::Path,
};

use super::{Locales, check::ids};

/// What some source code says.
#[derive(Debug, Default)]
pub struct Used {
    /// Ids handed to `text(…)`, `with(…)`, `Error::invalid(…)` or `Sentence { message: … }`, and where.
    pub called: BTreeMap<String, String>,
    /// Every string literal that could be an id or, with `{}` gaps, make one.
    pub literals: BTreeSet<String>,
}

impl Used {
    fn covers(&self, id: &str) -> bool {
        self.literals.contains(id)
            || self.literals.iter().any(|literal| {
                // `{topic}-{name}` would cover everything, so the topic must be spelt out.
                literal.split_once('{').is_some_and(|(topic, _)| topic.contains('-')) && fits(literal, id)
            })
    }
}

/// Reads every `.rs` file below `folder`.
pub fn used_keys(folder: &Path) -> io::Result<Used> {
    let mut used = Used::default();
    read_folder(folder, &mut used)?;
    Ok(used)
}

/// Compares the source below `folders` with all files: ids that are asked for but not defined, and
/// ids that nobody asks for. One sentence each; empty when all is well.
pub fn audit(folders: &[&Path], all: &[Locales]) -> io::Result<Vec<String>> {
    let mut used = Used::default();
    for folder in folders {
        read_folder(folder, &mut used)?;
    }
    let mut problems = Vec::new();
    let defined: BTreeMap<String, &str> =
        all.iter().flat_map(|locales| ids(locales).into_iter().map(|id| (id, locales.owner))).collect();
    for (id, place) in &used.called {
        let known = if id.contains('{') { defined.keys().any(|d| fits(id, d)) } else { defined.contains_key(id) };
        if !known {
            problems.push(format!("{place}: {id} is defined nowhere"));
        }
    }
    for (id, owner) in &defined {
        if !used.covers(id) {
            problems.push(format!("{owner}: {id} is used nowhere"));
        }
    }
    Ok(problems)
}

fn read_folder(folder: &Path, used: &mut Used) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Tests say things to nobody.
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        if path.is_dir() {
            read_folder(&path, used)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            read_source(&std::fs::read_to_string(&path)?, &path.display().to_string(), used);
        }
    }
    Ok(())
}

fn read_source(source: &str, file: &str, used: &mut Used) {
    let bytes = source.as_bytes();
    let (mut at, mut line) = (0, 1);
    // The code just before the literal, without white space or comments.
    let mut before = String::new();
    while at < bytes.len() {
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += source[at..].find('\n').unwrap_or(source.len() - at);
                continue;
            }
            // A quote as a character, not the start of a literal.
            b'\'' if bytes.get(at + 1) == Some(&b'"') => at += 1,
            b'\'' if bytes[at + 1..].starts_with(b"\\\"") => at += 2,
            b'"' => {
                let end = match raw_marks(&before) {
                    Some(marks) => raw_end(source, at + 1, marks),
                    None => literal_end(bytes, at + 1),
                };
                let literal = &source[at + 1..end.min(source.len())];
                note(literal, &before, || format!("{file}:{line}"), used);
                line += literal.bytes().filter(|b| *b == b'\n').count();
                before.clear();
                at = end;
            }
            b'\n' => line += 1,
            b if b.is_ascii_whitespace() => {}
            b => {
                before.push(if b.is_ascii() { char::from(b) } else { '?' });
            }
        }
        at += 1;
    }
}

/// How many `#` a raw literal has that follows this code; `None` for a usual one.
fn raw_marks(before: &str) -> Option<usize> {
    let code = before.trim_end_matches('#');
    code.ends_with('r').then_some(before.len() - code.len())
}

/// Where the raw literal's closing quote is (or the end of the file).
fn raw_end(source: &str, from: usize, marks: usize) -> usize {
    let close = format!("\"{}", "#".repeat(marks));
    source[from..].find(&close).map_or(source.len(), |length| from + length)
}

/// Where the literal's closing quote is (or the end of the file).
fn literal_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn note(literal: &str, before: &str, place: impl FnOnce() -> String, used: &mut Used) {
    let like_id = !literal.is_empty()
        && literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-{}_".contains(&b));
    if !like_id {
        return;
    }
    used.literals.insert(literal.to_owned());
    let call = before.trim_end_matches('&').trim_end_matches("format!(").trim_end_matches('&');
    let asked = call.ends_with(".text(")
        || call.ends_with(".with(")
        || call.ends_with("message:")
        || call.ends_with("Error::invalid(");
    // Column names, too, are read by `row.text("…")`; but no column has a dash, and every id has.
    if asked && (literal.contains('-') || call.ends_with("say.text(") || call.ends_with("say.with(")) {
        used.called.entry(literal.to_owned()).or_insert_with(place);
    }
}

/// Whether `id` comes out when the gaps of `pattern` are filled.
fn fits(pattern: &str, id: &str) -> bool {
    match pattern.split_once('{') {
        None => pattern == id,
        Some((head, rest)) => {
            let Some(remaining) = id.strip_prefix(head) else { return false };
            let Some((_, tail)) = rest.split_once('}') else { return false };
            // A gap is never empty.
            (1..=remaining.len()).any(|n| remaining.is_char_boundary(n) && fits(tail, &remaining[n..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Locales = Locales {
        owner: "test",
        en: "inbox-title = Inbox\ninbox-late-short = Late\nevent-moved = Moved\ninbox-old = Old",
        nb: "",
        sv: "",
        da: "",
        id: "",
    };

    fn problems(source: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("http")).expect("a folder in it");
        std::fs::write(folder.path().join("http/page.rs"), source).expect("a file");
        let root = format!("{}/", folder.path().display());
        audit(&[folder.path()], &[FILES])
            .expect("a readable folder")
            .into_iter()
            .map(|problem| problem.replace(&root, ""))
            .collect()
    }

    const GOOD: &str = r#"
        // say.text("inbox-comment") is no call; it's a comment
        let a = say.text("inbox-title"); let c = '"'; let x = row.text("plain_column"); let d = '\"';
        let b = say.with(
            &format!("inbox-{kind}-short"), &[]);
        let e = Sentence { message: "event-moved", args: vec![] };
        let key = if old { "inbox-old" } else { "not \" an-id" };"#;

    #[test]
    fn calls_sentences_and_composed_ids_all_count_as_use() {
        assert_eq!(problems(GOOD), Vec::<String>::new());
    }

    #[test]
    fn an_undefined_id_is_told_with_its_place() {
        let source = format!("{GOOD}\nlet t = self.say.text(\n\"inbox-titel\");");
        assert_eq!(problems(&source), ["http/page.rs:9: inbox-titel is defined nowhere"]);
        let refused = format!("{GOOD} return Err(Error::invalid(\"inbox-none\"));");
        assert_eq!(problems(&refused).len(), 1);
        let dashless = format!("{GOOD} let t = say.text(\"inbox\");");
        assert_eq!(problems(&dashless).len(), 1);
    }

    #[test]
    fn raw_literals_are_read_to_their_own_end() {
        let source = format!("let j = r#\"one \" quote\"#; let r = r\"a-b\"; {GOOD}");
        assert_eq!(problems(&source), Vec::<String>::new());
    }

    #[test]
    fn a_literal_that_is_all_gaps_covers_nothing() {
        assert_eq!(problems(&GOOD.replace("\"inbox-old\"", "format!(\"{a}-{b}\")")).len(), 1);
    }

    #[test]
    fn an_id_that_nobody_asks_for_is_told() {
        assert_eq!(problems(&GOOD.replace("inbox-old", "inbox old")), ["test: inbox-old is used nowhere"]);
    }
}
