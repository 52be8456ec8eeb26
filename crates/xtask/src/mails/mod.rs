//! `xtask mails DIR`: runs what the server does with a mail over folders of mails of which something is known, and
//! counts what it gets right. Everything that is measured gets the bytes alone.
//!
//! To measure another kind, add it to `score`, and where it is a fact of one mail, to `facts`.

mod corpus;
pub(crate) mod desk;
mod exclusions;
mod facts;
mod placing;
mod score;
#[cfg(test)]
mod tests;
mod texts;

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use score::{Report, Tallies};

/// What is asked for.
#[derive(clap::Args)]
pub struct Options {
    /// A folder of sources, or one source (a folder with expected.json)
    dir: std::path::PathBuf,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    json: bool,
    /// List what was wrong of one kind: from, text, bounce …
    #[arg(long, value_name = "KIND")]
    failures: Option<String>,
}

/// Measures and prints; whether every kind reaches its bar.
///
/// # Errors
/// When the folder holds no mails, or the desk they are taken to cannot be opened.
pub fn run(options: &Options) -> Result<bool, Box<dyn Error>> {
    let report = measure(&options.dir)?;
    let mut out = io::stdout().lock();
    if options.json {
        serde_json::to_writer(&mut out, &report)?;
        writeln!(out)?;
    } else {
        report.print(&mut out)?;
        for rule in exclusions::RULES {
            writeln!(out, "excluded: {rule}")?;
        }
        if let Some(kind) = &options.failures {
            report.print_failures(kind, &mut out)?;
        }
    }
    Ok(report.holds())
}

fn measure(dir: &Path) -> Result<Report, Box<dyn Error>> {
    of(&corpus::read(dir)?)
}

fn of(sources: &[corpus::Source]) -> Result<Report, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut report = Report::default();
    for source in sources {
        let mut tallies = Tallies::default();
        facts::measure(source, &mut tallies, &mut report.failures);
        runtime.block_on(placing::measure(source, &mut tallies, &mut report.failures))?;
        report.totals.add(&tallies);
        report.sources.insert(source.name.clone(), tallies);
    }
    Ok(report)
}
