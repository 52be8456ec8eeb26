//! Folders of mails with what is known of each, as they lie on disk: one folder a source, `expected.json` beside the
//! files, `auto_truth.tsv` above the sources. Names of files end here: what is measured never sees them.

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Files that are about mails, and no mails themselves.
const ABOUT: &[&str] = &["json", "tsv", "md"];

/// A folder of mails from one place.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its files.
    pub items: Vec<Item>,
}

/// A file and what is known of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// For people who look into a failure; nothing else may read it.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its entry in `expected.json`, or null.
    pub facts: Value,
    /// Whether a machine wrote it, where that is known.
    pub automatic: Option<bool>,
}

impl Item {
    /// A fact: the one at the top level, else the one on which other parsers agree.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        let known = |value: &Value| !value.is_null();
        let top = self.facts.get(name).filter(|value| known(value));
        top.or_else(|| self.facts.get("agreed")?.get(name).filter(|value| known(value)))
    }

    /// A fact at the top level alone.
    pub fn own_fact(&self, name: &str) -> Option<&Value> {
        self.facts.get(name).filter(|value| !value.is_null())
    }

    /// Whether the file is a mail, and not a text or a calendar.
    pub fn is_mail(&self) -> bool {
        self.facts.get("kind").is_none_or(|kind| kind == "mail")
    }
}

/// The sources below `dir`, or `dir` itself when it is one.
///
/// # Errors
/// When there are none, or a file of theirs cannot be read.
pub fn read(dir: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    let truth = truth(dir)?;
    let mut sources = Vec::new();
    if dir.join("expected.json").is_file() {
        sources.push(source(dir, &truth)?);
    } else {
        for folder in listed(dir)?.into_iter().filter(|path| path.is_dir()) {
            sources.push(source(&folder, &truth)?);
        }
    }
    sources.retain(|source| !source.items.is_empty());
    // A mistyped folder must not look like success.
    if sources.is_empty() { Err(format!("{}: no mails", dir.display()).into()) } else { Ok(sources) }
}

fn listed(dir: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let listing = std::fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let mut paths = listing.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn source(folder: &Path, truth: &HashMap<String, bool>) -> Result<Source, Box<dyn Error>> {
    let canonical = folder.canonicalize()?;
    let name = canonical.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let expected = folder.join("expected.json");
    let facts: Value = match std::fs::read(&expected) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", expected.display()))?,
        Err(_) => Value::Null,
    };
    let mut items = Vec::new();
    for path in listed(folder)?.into_iter().filter(|path| path.is_file()) {
        if path.extension().is_some_and(|extension| ABOUT.iter().any(|about| extension == *about)) {
            continue;
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let facts = facts.get(&file).cloned().unwrap_or_default();
        let automatic = truth.get(&format!("{name}/{file}")).copied().or_else(|| labelled(&facts));
        items.push(Item { bytes: std::fs::read(&path)?, file, facts, automatic });
    }
    Ok(Source { name, items })
}

/// What `auto_truth.tsv` says, beside the sources: `source/file`, 0 or 1, why.
fn truth(dir: &Path) -> Result<HashMap<String, bool>, Box<dyn Error>> {
    let places = [dir.join("auto_truth.tsv"), dir.join("..").join("auto_truth.tsv")];
    let Some(path) = places.iter().find(|path| path.is_file()) else { return Ok(HashMap::new()) };
    let text = std::fs::read_to_string(path)?;
    let rows = text.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?.to_owned(), columns.next()? == "1"))
    });
    Ok(rows.collect())
}

/// Without a table of truth, the labels tell of machines; nothing tells surely of people.
fn labelled(facts: &Value) -> Option<bool> {
    let labels = ["is_bounce", "is_auto_reply", "is_feedback_report", "is_read_receipt"];
    labels.iter().any(|label| facts[*label] == true).then_some(true)
}
