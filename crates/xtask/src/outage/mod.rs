//! `cargo xtask full-disk`: what Tillit depends on is out of order for a while (P03). Nobody may be told that something
//! is kept which is not, every refusal must be an honest *not now*, and all must be well soon after.
//!
//! `full_disk` fills small disks, `inject` has calls fail, `probe` is the customer and the colleague who go on; `nodes`
//! is a command of its own.

mod full_disk;
mod inject;
pub mod nodes;
mod probe;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use serde_json::{Value, json};

use crate::crash::{self, Outcome};
use crate::power;

/// How to run.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How many lives have failing calls
    #[arg(long, default_value_t = 28)]
    pub rounds: usize,
    /// A server that is built already
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    pub json: bool,
}

/// Tries everything that this machine lets us; false when a promise is broken.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => crash::build(root, false)?,
    };
    all(&binary, options).map_err(|error| -> Box<dyn Error> { error })
}

fn all(binary: &Path, options: &Options) -> Outcome<bool> {
    let begun = Instant::now();
    let (mut results, mut skipped) = (Vec::new(), Vec::new());
    for postgres in [false, true] {
        match full_disk::run(binary, postgres)? {
            Some(figures) => results.push(figures),
            None => skipped.push("full disks: we may not mount here".to_owned()),
        }
    }
    let mut chance = fastrand::Rng::new();
    match power::why_not() {
        Some(why) => skipped.push(format!("failing calls: {why}")),
        None => {
            for round in 0..options.rounds {
                results.push(inject::run(binary, round, &mut chance)?);
            }
        }
    }
    skipped.dedup();
    let good = results.iter().all(|one| one["good"] == true);
    let sum = |name: &str| results.iter().filter_map(|one| one[name].as_u64()).sum::<u64>();
    let mut figures = json!({ "good": good, "skipped": skipped, "seconds": begun.elapsed().as_secs() });
    for name in ["acknowledged", "present", "lost", "duplicated", "resent"] {
        figures[name] = json!(sum(name));
    }
    figures["dishonest"] = json!(results.iter().filter(|one| one["dishonest"] != json!([])).count());
    figures["tried"] = Value::Array(results);
    println!("{figures:#}");
    Ok(good)
}
