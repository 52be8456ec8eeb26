//! `cargo xtask power`: cuts the power, again and again, and counts what became of everything that somebody had been
//! told is safe (P02).
//!
//! A killed process leaves the system's memory behind, a power cut does not. So `record` has `strace` write down what
//! a server at work does to its disk and says to others, `disk` knows what of it was synced at any moment, and `cut`
//! starts the real server on what would be left. On the way it is seen of each answer whether what it promises was
//! synced before it left. On SQLite, which is ours to sync; what PostgreSQL acknowledges is PostgreSQL's.

mod cut;
mod disk;
mod record;
mod talk;
pub mod trace;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use crate::crash::{self, Outcome};
use cut::Found;
use disk::{Disk, Rest};
pub use record::why_not;
use record::{Record, Step};

/// Cuts of one record; then another is made, since each knows only its own moments.
const CUTS_A_RECORD: usize = 50;

/// How to run.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How often the power is cut
    #[arg(long, default_value_t = 300)]
    pub rounds: usize,
    /// Seconds of work that are recorded, twice for each record
    #[arg(long, default_value_t = 4)]
    pub seconds: u64,
    /// A server that is built already
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// What chance begins with, to try the same choices once more on another record
    #[arg(long)]
    pub seed: Option<u64>,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    pub json: bool,
}

/// Runs all rounds; false when anything was lost, doubled, damaged, or told too early. `None` when nothing can be
/// recorded here; it has said why.
pub fn run(root: &Path, options: &Options) -> Result<Option<bool>, Box<dyn Error>> {
    if let Some(why) = record::why_not() {
        println!("skipped: power cuts ({why})");
        return Ok(None);
    }
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => crash::build(root, false)?,
    };
    let good = rounds(&binary, options).map_err(|error| -> Box<dyn Error> { error })?;
    Ok(Some(good))
}

#[derive(Default)]
struct Sum {
    calls: usize,
    told: Told,
    ways: BTreeMap<String, u64>,
    found: Vec<Found>,
    unknown: BTreeSet<String>,
}

/// Answers by which somebody was told that something is safe.
#[derive(Default)]
struct Told {
    synced: usize,
    early: BTreeSet<String>,
    /// Their words were never seen whole in one write; the cuts alone judge them.
    unseen: usize,
}

fn rounds(binary: &Path, options: &Options) -> Outcome<bool> {
    let begun = Instant::now();
    let seed = options.seed.unwrap_or_else(|| fastrand::u64(..));
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut sum, mut records) = (Sum::default(), 0);
    while sum.found.len() < options.rounds {
        let record = record::record(binary, Duration::from_secs(options.seconds))?;
        let cuts = CUTS_A_RECORD.min(options.rounds - sum.found.len());
        replay(binary, &record, cuts, &mut chance, &mut sum).map_err(|error| format!("seed {seed}: {error}"))?;
        records += 1;
    }
    let total = |count: fn(&Found) -> usize| sum.found.iter().map(count).sum::<usize>();
    let (acknowledged, lost) = (total(|one| one.acknowledged), total(|one| one.lost.len()));
    let (duplicated, damaged) = (total(|one| one.duplicated.len()), total(|one| usize::from(!one.whole)));
    let told = sum.told.synced + sum.told.early.len() + sum.told.unseen;
    let good = lost + duplicated + damaged + sum.told.early.len() == 0
        && sum.unknown.is_empty()
        && sum.told.unseen * 50 <= told
        && acknowledged > 0;
    let figures = json!({
        "rounds": sum.found.len(), "records": records, "calls": sum.calls, "left": sum.ways,
        "acknowledged": acknowledged, "present": acknowledged - lost, "lost": lost, "duplicated": duplicated,
        "resent": sum.found.iter().map(|one| one.resent).sum::<u64>(), "damaged": damaged,
        "answers": { "all": told, "synced_before": sum.told.synced, "too_early": sum.told.early, "not_seen": sum.told.unseen },
        "calls_not_understood": sum.unknown,
        "ready_ms_max": sum.found.iter().map(|one| one.ready.as_millis()).max(),
        "seed": seed, "seconds": begun.elapsed().as_secs(), "good": good,
    });
    println!("{figures:#}");
    Ok(good)
}

/// Goes through the record once, and stops at every chosen moment to cut the power.
fn replay(binary: &Path, record: &Record, cuts: usize, chance: &mut fastrand::Rng, sum: &mut Sum) -> Outcome {
    let moments = moments(record, cuts, chance)?;
    let mut told: Vec<(usize, &String)> = record.acknowledged.iter().map(|(mark, at)| (*at, mark)).collect();
    told.sort_unstable();
    let mut told = told.into_iter().peekable();
    let mut disk = Disk::new(&record.root);
    let mut taken = 0;
    for moment in moments {
        while taken < moment {
            match record.steps[taken] {
                Step::Process => disk.new_process(),
                Step::Begins(number) => disk.begin(number, &record.events[number]),
                Step::Ended(number) => disk.end(number, &record.events[number]),
            }
            taken += 1;
            while let Some((_, mark)) = told.next_if(|(at, _)| *at <= taken) {
                if disk.is_safe(mark) {
                    sum.told.synced += 1;
                } else if disk.was_written(mark) {
                    sum.told.early.insert(mark.clone());
                } else {
                    sum.told.unseen += 1;
                }
            }
        }
        let rest = [Rest::Gone, Rest::Kept, Rest::Some, Rest::Torn(512), Rest::Torn(4096)][chance.usize(0..5)];
        *sum.ways.entry(format!("{rest:?}").to_lowercase()).or_default() += 1;
        let found = cut::cut(binary, record, &disk, taken, rest, chance);
        sum.found.push(found.map_err(|error| format!("cut at step {taken} with {rest:?}: {error}"))?);
    }
    sum.calls += record.events.len();
    sum.unknown.extend(disk.unknown().iter().cloned());
    Ok(())
}

/// Half of them where somebody was just told, the others anywhere; the last is the end.
fn moments(record: &Record, cuts: usize, chance: &mut fastrand::Rng) -> Outcome<Vec<usize>> {
    let told: Vec<usize> = record.acknowledged.values().copied().collect();
    if told.is_empty() {
        return Err("nothing was acknowledged while it was recorded".into());
    }
    let mut moments: Vec<usize> = (1..cuts)
        .map(
            |number| {
                if number % 2 == 0 { told[chance.usize(0..told.len())] } else { chance.usize(1..record.steps.len()) }
            },
        )
        .collect();
    moments.push(record.steps.len());
    moments.sort_unstable();
    Ok(moments)
}
