//! `xtask vectors DIR`: compares our rules with the reference vectors, topic by topic.
//!
//! A topic file is `{topic, cases: [{id, op?, language?, calendar?, input, expect, note?}], …}`. The rules see a
//! `Question` and nothing else of it. To build a topic, add a module with its [`Topic`] and a line in [`BUILT`];
//! topics without one are reported as not built.

mod bursts;
mod business_hours;
mod dates;
mod fcr;
mod language;
mod mood;
mod promises;
mod rota;
mod tone;
mod topic;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use topic::{Score, Topic, TopicFile};

/// The topics we have rules for.
const BUILT: &[&dyn Topic] = &[
    &business_hours::BusinessHours,
    &language::Detection,
    &dates::Dates,
    &promises::Promises,
    &tone::Tone,
    &mood::Moods,
    &bursts::Bursts,
    &rota::Rota,
    &fcr::FirstContact,
];

/// What is printed with `--json`.
#[derive(Debug, Serialize)]
struct Report {
    topics: BTreeMap<String, Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    built: bool,
    #[serde(flatten)]
    score: Score,
}

/// Compares our rules with every topic file in `dir` and prints the result; whether all built topics pass whole.
///
/// # Errors
/// When the folder has no topic files, or one of them is not of the form.
pub fn run(dir: &Path, json: bool) -> Result<bool, Box<dyn Error>> {
    let report = Report::of(&read(dir)?)?;
    let mut out = io::stdout().lock();
    if json {
        serde_json::to_writer(&mut out, &report)?;
        writeln!(out)?;
        // Standard output holds the object alone; what failed is still told.
        report.topics.values().flat_map(|line| &line.score.failures).for_each(|failure| eprintln!("{failure}"));
    } else {
        report.print(&mut out)?;
    }
    Ok(report.all_pass())
}

/// The topic files of a folder.
fn read(dir: &Path) -> Result<Vec<TopicFile>, Box<dyn Error>> {
    let mut files = Vec::new();
    let listing = std::fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    for entry in listing {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.push(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    // A mistyped folder must not look like success.
    if files.is_empty() { Err(format!("{}: no topic files (*.json)", dir.display()).into()) } else { Ok(files) }
}

impl Report {
    fn of(files: &[TopicFile]) -> Result<Self, Box<dyn Error>> {
        let mut topics = BTreeMap::new();
        for file in files {
            let rules = BUILT.iter().find(|topic| topic.name() == file.topic);
            let score = match rules {
                Some(topic) => topic.score(&file.cases()?),
                None => Score { total: file.cases.len(), ..Score::default() },
            };
            let line = Line { built: rules.is_some(), score };
            if topics.insert(file.topic.clone(), line).is_some() {
                return Err(format!("topic “{}” is in two files", file.topic).into());
            }
        }
        Ok(Self { topics })
    }

    fn all_pass(&self) -> bool {
        self.topics.values().all(|line| !line.built || line.score.is_enough())
    }

    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        for (name, Line { built, score }) in &self.topics {
            let Score { passed, total, .. } = score;
            match built {
                true => writeln!(out, "{name:<16} {passed:>4} of {total:>4} pass")?,
                false => writeln!(out, "{name:<16}    – of {total:>4} (not built)")?,
            }
            for (language, part) in &score.languages {
                write!(out, "    {language:<12} {:>4} of {:>4}", part.passed, part.total)?;
                for measure in &part.measures {
                    let short = if measure.share < measure.least { " (too few)" } else { "" };
                    write!(out, "  {} {:.3}{short}", measure.name, measure.share)?;
                }
                writeln!(out)?;
            }
            for failure in &score.failures {
                writeln!(out, "    {failure}")?;
            }
        }
        Ok(())
    }
}

/// Whether an answer's field is what was expected. Numbers are compared by value: 120 is 120.0.
fn same(expected: &Value, said: &Value) -> bool {
    match (expected.as_f64(), said.as_f64()) {
        (Some(expected), Some(said)) => expected == said,
        _ => expected == said,
    }
}

#[cfg(test)]
mod tests;
