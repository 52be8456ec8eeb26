//! `cargo xtask nodes`: two nodes on one PostgreSQL, of which one dies, one stands still, and the database goes away
//! (P15, P09). Whoever is left goes on, takes over what the other had in hand, and does nothing twice.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use rustix::process::Signal;
use serde_json::{Value, json};

use super::full_disk::sums;
use super::probe::Probe;
use crate::crash::count;
use crate::crash::ledger::Ledger;
use crate::crash::load::Load;
use crate::crash::server::{End, Server};
use crate::crash::sink::Sink;
use crate::crash::{self, Outcome};
use crate::postgres::{self, Cluster};

const COLLEAGUES: [&str; 2] = ["ingrid", "jonas"];
/// The promise: whoever is left has done what was in hand within this time.
const BACK_MAX: Duration = Duration::from_secs(15);
const PATIENCE: Duration = Duration::from_secs(90);
const DRAIN_MAX: Duration = Duration::from_secs(30);
/// A claim lasts ten seconds; what a node had claimed is done after that, and would be doubled after that.
const QUIET: Duration = Duration::from_secs(13);

/// How to run.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How often each kind of trouble comes
    #[arg(long, default_value_t = 2)]
    pub rounds: u32,
    /// Seconds that a node stands still
    #[arg(long, default_value_t = 60)]
    pub frozen: u64,
    /// A server that is built already
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug)]
enum Trouble {
    Killed,
    Frozen,
    DatabaseRestarted,
    DatabaseCrashed,
}

/// Runs all rounds; false when a promise is broken.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    if postgres::programs().is_none() {
        println!("skipped: two nodes (PostgreSQL 15 or newer is not installed)");
        return Ok(true);
    }
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => crash::build(root, false)?,
    };
    let cluster = Cluster::start()?;
    both(&binary, cluster, options).map_err(|error| -> Box<dyn Error> { error })
}

fn both(binary: &Path, mut cluster: Cluster, options: &Options) -> Outcome<bool> {
    let (begun, sink) = (Instant::now(), Sink::start()?);
    let mut one = Server::prepare(binary, Some(cluster.url().to_owned()), &sink.url())?;
    let link = one.add_colleague("kari")?;
    for name in COLLEAGUES {
        one.add_colleague(name)?;
    }
    one.start()?;
    let mut other = one.beside()?;
    other.start()?;
    let ledger = Arc::new(Ledger::default());
    let mut probe = Probe::beside(Arc::clone(&ledger), other.ports(), &link)?;
    let mut chance = fastrand::Rng::new();
    let mut rounds = Vec::new();
    for _ in 0..options.rounds {
        for trouble in [Trouble::Killed, Trouble::Frozen, Trouble::DatabaseRestarted, Trouble::DatabaseCrashed] {
            // Half of the work comes to the node that will be troubled, half to the other.
            let link = |name: &str| other.link(&format!("{name}@crash.example"));
            let loads = [
                Load::start(&ledger, &sink, one.ports(), &[link(COLLEAGUES[0])?])?,
                Load::start(&ledger, &sink, other.ports(), &[link(COLLEAGUES[1])?])?,
            ];
            std::thread::sleep(Duration::from_millis(chance.u64(1500..2500)));
            rounds.push(round(trouble, &mut one, &mut cluster, &mut probe, &ledger, &loads, options)?);
            for load in loads {
                load.finish()?;
            }
        }
    }
    let desk = other.ports().desk;
    let all = count::when_settled(&ledger, &sink, desk, probe.cookie(), QUIET)?;
    one.end(End::Stop, DRAIN_MAX)?;
    other.end(End::Stop, DRAIN_MAX)?;
    let whole = other.check()?;
    let good = !all.is_bad() && whole && rounds.iter().all(|round| round["good"] == true);
    if !good {
        eprintln!("{}\n---\n{}\n{}", one.last_words(), other.last_words(), all.details());
    }
    let most = rounds.iter().filter_map(|round| round["done_ms"].as_u64()).max();
    let figures = json!({
        "all": sums(&all), "probe_heard": probe.heard, "troubles": rounds,
        "done_ms_max": most, "check": whole, "seconds": begun.elapsed().as_secs(), "good": good,
    });
    println!("{figures:#}");
    Ok(good)
}

fn round(
    trouble: Trouble,
    one: &mut Server,
    cluster: &mut Cluster,
    probe: &mut Probe,
    ledger: &Ledger,
    loads: &[Load],
    options: &Options,
) -> Outcome<Value> {
    let begun = Instant::now();
    // What had been acknowledged by now must be done soon, whoever had it in hand.
    let due: Vec<String> =
        ledger.all().into_iter().filter(|(_, entry)| entry.acknowledged).map(|(mark, _)| mark).collect();
    match trouble {
        Trouble::Killed => one.end(End::Kill, DRAIN_MAX)?,
        Trouble::Frozen => one.freeze(true),
        Trouble::DatabaseRestarted => cluster.restart(Signal::INT).map_err(|error| error.to_string())?,
        Trouble::DatabaseCrashed => cluster.restart(Signal::QUIT).map_err(|error| error.to_string())?,
    }
    let answers = probe.until_well(PATIENCE);
    // What follows takes as long as it takes; it shall not be more and more.
    loads.iter().for_each(Load::pause);
    let done = until_shown(probe, &due, begun)?;
    match trouble {
        Trouble::Killed => one.start()?,
        Trouble::Frozen => {
            // The others must not be held up for as long as it stands still.
            while begun.elapsed() < Duration::from_secs(options.frozen) {
                probe.all(false);
                std::thread::sleep(Duration::from_millis(500));
            }
            one.freeze(false);
        }
        Trouble::DatabaseRestarted | Trouble::DatabaseCrashed => {}
    }
    let in_time = |time: Option<Duration>| time.is_some_and(|time| time <= BACK_MAX);
    Ok(json!({
        "trouble": format!("{trouble:?}"),
        "answers_ms": answers.map(|time| time.as_millis()),
        "done_ms": done.map(|time| time.as_millis()),
        "due": due.len(),
        "good": in_time(answers) && in_time(done),
    }))
}

fn until_shown(probe: &Probe, due: &[String], begun: Instant) -> Outcome<Option<Duration>> {
    loop {
        if let Ok(pages) = count::look(probe.ports().desk, probe.cookie())
            && due.iter().all(|mark| pages.contains_key(mark))
        {
            return Ok(Some(begun.elapsed()));
        }
        if begun.elapsed() > PATIENCE {
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}
