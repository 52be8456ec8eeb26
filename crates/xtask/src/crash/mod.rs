//! `cargo xtask crash`: kills the server under load, again and again, and counts what became of every mail, reply
//! and note that somebody was told is safe.
//!
//! Sees the product only from outside, as the people it serves do: mails by LMTP, the desk by HTTP, replies in a sink.
//! Shares no code with it, so that both cannot be wrong in the same way. `load` makes the work, `server` the ends of
//! the process, `count` the verdict.

pub mod count;
pub mod http;
pub mod ledger;
pub mod lmtp;
pub mod load;
pub mod server;
pub mod sink;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::postgres::Cluster;
use crate::test::{cargo, target_dir};
use count::Verdict;
use ledger::Ledger;
use load::Load;
use server::{End, Server};
use sink::Sink;

/// What goes wrong here; `?` takes anything.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// The promise: after any end, the server answers again within this time (P21).
const READY_MAX: Duration = Duration::from_secs(5);
/// The promise: a polite stop takes no longer (P14).
const DRAIN_MAX: Duration = Duration::from_secs(30);

/// On a file, whatever a dead server had claimed is free at the next start; on PostgreSQL other servers could be alive,
/// so a claim lasts a while (10 s), and what was claimed is done after that.
const QUIET_SQLITE: Duration = Duration::from_secs(3);
const QUIET_POSTGRES: Duration = Duration::from_secs(13);

/// Moments at which a life can be made to end exactly: their name, the system calls before which it ends, and up to
/// which of them. Each thread counts by itself, so that one number means many places.
const POINTS: [(&str, &str, usize); 5] = [
    ("before a sync", "fsync,fdatasync", 60),
    ("before a write to the disk", "pwrite64", 1500),
    ("before an answer", "sendto", 80),
    ("before a large mail has its name", "rename", 3),
    ("before a folder of large mails", "mkdir", 2),
];
/// How long to wait for such a moment.
const POINT_MAX: Duration = Duration::from_secs(6);

/// How to run.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How often the server is ended, on each engine
    #[arg(long, default_value_t = 20)]
    pub rounds: u32,
    /// The database to run on
    #[arg(long, value_enum, default_value_t = Engines::Both)]
    pub engine: Engines,
    /// Use the optimised build
    #[arg(long)]
    pub release: bool,
    /// A server that is built already
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    pub json: bool,
}

/// Which databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engines {
    /// The file in the data folder.
    Sqlite,
    /// A PostgreSQL server of its own.
    Postgres,
    /// One after the other.
    Both,
}

/// Runs all rounds on all engines; false when anything was lost, shown twice, or came back too late.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => build(root, options.release)?,
    };
    let mut results = Vec::new();
    if options.engine != Engines::Postgres {
        results.push(run_on("sqlite", &binary, None, options)?);
    }
    if options.engine != Engines::Sqlite {
        let cluster = Cluster::start()?;
        results.push(run_on("postgres", &binary, Some(cluster.url().to_owned()), options)?);
    }
    let good = results.iter().all(|(good, _)| *good);
    if options.json {
        let mut figures: Vec<Value> = results.into_iter().map(|(_, figures)| figures).collect();
        let all = if figures.len() == 1 { figures.remove(0) } else { together(&figures, good) };
        println!("{all:#}");
    }
    Ok(good)
}

fn run_on(
    engine: &str,
    binary: &Path,
    database: Option<String>,
    options: &Options,
) -> Result<(bool, Value), Box<dyn Error>> {
    let begun = Instant::now();
    let mut figures = rounds(engine, binary, database, options).map_err(|error| format!("{engine}: {error}"))?;
    let good = figures["good"] == true;
    figures["seconds"] = json!(begun.elapsed().as_secs());
    if !options.json {
        println!("{figures:#}");
    }
    Ok((good, figures))
}

/// One engine: start, load, end, and again; then let everything drain, and count.
fn rounds(engine: &str, binary: &Path, database: Option<String>, options: &Options) -> Outcome<Value> {
    let sink = Sink::start()?;
    let ledger = Arc::new(Ledger::default());
    let quiet = if database.is_some() { QUIET_POSTGRES } else { QUIET_SQLITE };
    let mut server = Server::prepare(binary, database, &sink.url())?;
    let links = [server.add_colleague("ingrid")?, server.add_colleague("jonas")?];
    server.start()?;
    let ports = server.ports();
    let load = Load::start(&ledger, &sink, ports, &links)?;
    let mut chance = fastrand::Rng::new();
    let points = crate::power::why_not().is_none();
    let mut ended_at: BTreeMap<&str, u64> = BTreeMap::new();
    for round in 0..options.rounds {
        let during_start = round % 5 == 3;
        if !during_start {
            std::thread::sleep(Duration::from_millis(chance.u64(300..1800)));
        }
        let end = if round % 4 == 2 { End::Stop } else { End::Kill };
        if end == End::Stop {
            ledger.draining(true);
        }
        server.end(end, DRAIN_MAX)?;
        ledger.draining(false);
        if during_start {
            // The next life ends before it has begun to serve.
            server.launch()?;
            std::thread::sleep(Duration::from_millis(chance.u64(0..150)));
            server.end(End::Kill, DRAIN_MAX)?;
        }
        if points && round % 3 == 1 {
            let (name, calls, most) = POINTS[chance.usize(0..POINTS.len())];
            *ended_at.entry(name).or_default() += u64::from(server.die_at(calls, chance.usize(1..=most), POINT_MAX)?);
        }
        server.start()?;
    }
    let cookie = load.finish()?;
    let verdict = count::when_settled(&ledger, &sink, ports.desk, &cookie, quiet)?;
    server.end(End::Stop, DRAIN_MAX)?;
    let whole = server.check()?;
    if verdict.is_bad() || !whole {
        eprintln!("{}", server.last_words());
        eprintln!("{}", verdict.details());
    }
    let mut figures = report(engine, options.rounds, &verdict, &server, whole);
    figures["ended_at"] = if points { json!(ended_at) } else { json!("no strace") };
    Ok(figures)
}

fn report(engine: &str, rounds: u32, verdict: &Verdict, server: &Server, whole: bool) -> Value {
    let lives = server.lives();
    let in_time = lives.ready_max <= READY_MAX && lives.drain_max <= DRAIN_MAX;
    let good = !verdict.is_bad() && in_time && whole && verdict.resent_most <= lives.kills;
    let mut figures = json!({
        "engine": engine,
        "rounds": rounds,
        "acknowledged": verdict.acknowledged(),
        "present": verdict.present(),
        "lost": verdict.lost.len(),
        "duplicated": verdict.duplicated.len(),
        "resent": verdict.resent,
        "kills": lives.kills,
        "drains": lives.drains,
        "broken_in_drain": verdict.broken_in_drain,
        "ready_ms_max": lives.ready_max.as_millis(),
        "drain_ms_max": lives.drain_max.as_millis(),
        "check": whole,
        "good": good,
    });
    figures["mails"] = json!({
        "acknowledged": verdict.mails.acknowledged, "present": verdict.mails.present,
        "offered_again": verdict.offered_again, "answers_joined": verdict.joined, "answers_astray": verdict.astray.len(),
    });
    figures["replies"] = json!({ "acknowledged": verdict.replies.acknowledged, "in_sink": verdict.replies.present });
    figures["notes"] = json!({ "acknowledged": verdict.notes.acknowledged, "present": verdict.notes.present });
    figures
}

/// Sums over the engines, with each engine's own figures beside them.
fn together(figures: &[Value], good: bool) -> Value {
    let sum = |name: &str| figures.iter().filter_map(|one| one[name].as_u64()).sum::<u64>();
    let most = |name: &str| figures.iter().filter_map(|one| one[name].as_u64()).max().unwrap_or(0);
    let mut all = json!({ "engine": "both", "good": good, "engines": figures });
    for name in ["rounds", "acknowledged", "present", "lost", "duplicated", "resent", "kills", "drains"] {
        all[name] = json!(sum(name));
    }
    for name in ["ready_ms_max", "drain_ms_max"] {
        all[name] = json!(most(name));
    }
    all
}

/// Builds the server.
pub fn build(root: &Path, release: bool) -> Result<PathBuf, Box<dyn Error>> {
    let mut command = Command::new(cargo());
    command.current_dir(root).args(["build", "--quiet", "--package", "tillit", "--bin", "tillit"]);
    if release {
        command.arg("--release");
    }
    if !command.status()?.success() {
        return Err("the server cannot be built".into());
    }
    Ok(target_dir(root)?.join(if release { "release" } else { "debug" }).join("tillit"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_summed_and_the_slowest_counts() {
        let one = json!({ "acknowledged": 3, "lost": 0, "ready_ms_max": 40 });
        let other = json!({ "acknowledged": 4, "lost": 1, "ready_ms_max": 30 });
        let all = together(&[one, other], false);
        assert_eq!((&all["acknowledged"], &all["lost"], &all["ready_ms_max"]), (&json!(7), &json!(1), &json!(40)));
        assert_eq!(all["engines"].as_array().map(Vec::len), Some(2));
        assert_eq!(all["good"], false);
    }
}
