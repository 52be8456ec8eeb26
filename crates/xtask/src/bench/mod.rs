//! Measures what must stay quick, each row beside a reference measured in the same run, so that two machines can be
//! compared. Never part of the tests: a busy machine makes every figure wrong.

mod bare;
mod browser;
mod copies;
mod data;
mod house;
mod mails;
mod process;
mod rows;
mod search;
mod waiting_rules;

use std::error::Error;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::crash::Outcome;
use crate::test::{cargo, target_dir};
use bare::Bare;
use house::{House, Sizes};
use rows::{Bar, Row};

/// What is measured.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    row: Option<Only>,
    #[command(flatten)]
    whole: Whole,
}

/// The whole bench.
#[derive(Args)]
struct Whole {
    /// A server that is built already; else the optimised one is built
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// Conversations of the small business
    #[arg(long, default_value_t = 10_000)]
    small: usize,
    /// Conversations of the large one; 0 leaves it out
    #[arg(long, default_value_t = 1_000_000)]
    large: usize,
    /// Mails of each kind that are taken in
    #[arg(long, default_value_t = 600)]
    mails: usize,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Only {
    /// Search: exact, stem, beginning and mistyped, newest first
    ///
    /// On SQLite, and on PostgreSQL where TILLIT_TEST_POSTGRES names a server. Build with --release to judge.
    Search(search::Options),
    /// Serve the bare page that others are compared with
    #[command(hide = true)]
    BarePage {
        /// Where
        #[arg(long)]
        listen: SocketAddr,
    },
}

/// Measures; false when a figure is not as it must be.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    match &options.row {
        Some(Only::Search(options)) => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            runtime.block_on(search::run(options))?;
            Ok(true)
        }
        Some(Only::BarePage { listen }) => {
            bare::serve(*listen).map_err(|error| -> Box<dyn Error> { error })?;
            Ok(true)
        }
        None => whole(root, &options.whole).map_err(|error| -> Box<dyn Error> { error }),
    }
}

fn whole(root: &Path, options: &Whole) -> Outcome<bool> {
    let target = target_dir(root).map_err(|error| error.to_string())?;
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => build(root, &target)?,
    };
    let below = target.join("bench");
    let mut all: Vec<(String, Vec<Row>)> = vec![("the program".to_owned(), vec![size(&binary)?])];
    let small = measure(&binary, &below, options.small, options.mails, &mut all)?;
    if options.large > 0 {
        let large = measure(&binary, &below, options.large, options.mails, &mut all)?;
        all.push((format!("{} against {}", options.large, options.small), compared(&small, &large)));
    }
    let good = all.iter().all(|(_, rows)| rows.iter().all(Row::good));
    if options.json {
        let parts: Vec<Value> = all
            .iter()
            .map(|(of, rows)| json!({ "of": of, "rows": rows.iter().map(Row::json).collect::<Vec<_>>() }))
            .collect();
        println!("{:#}", json!({ "parts": parts, "good": good }));
    }
    Ok(good)
}

/// One size, everything of it.
fn measure(
    binary: &Path,
    below: &Path,
    conversations: usize,
    mails: usize,
    all: &mut Vec<(String, Vec<Row>)>,
) -> Outcome<Sizes> {
    let folder = data::business(binary, below, conversations)?;
    // Once for what is done only once, such as reading the log to its end.
    House::open(binary, &folder)?.close()?;
    let house = House::open(binary, &folder)?;
    let mut rows = vec![Row::new("ready after the start", house.ready, "s", Bar::Most(1.0))];
    rows.push(Row::new("memory, idle", house.memory()?, "MiB", Bar::Most(50.0)));
    let bare = Bare::start()?;
    let mut sizes = Sizes { views: house.views(&bare, &mut rows)?, ..Sizes::default() };
    house.answers(&bare, &mut rows)?;
    drop(bare);
    house.wire(&mut rows)?;
    let commits = house.commits()?;
    rows.push(Row::new("reference: commits of one connection", commits, "a second", Bar::None));
    sizes.mail = house.intake(commits, mails, &mut rows)?;
    sizes.reply = house.replies(commits, 200, &mut rows)?;
    house.look(&mut rows)?;
    house.while_mail_comes(&mut rows)?;
    house.growth(&mut rows)?;
    house.close()?;
    sizes.rule = of_rules(binary, &folder, &mut rows)?;
    let name = format!("{conversations} conversations");
    eprintln!("{name}");
    for row in &rows {
        eprintln!("  {}", row.line());
    }
    all.push((name, rows));
    Ok(sizes)
}

/// Rules while one of them waits in every conversation.
fn of_rules(binary: &Path, folder: &Path, rows: &mut Vec<Row>) -> Outcome<f64> {
    waiting_rules::plant(folder)?;
    let measured = House::open(binary, folder).and_then(|house| {
        let each = house.rules(rows);
        house.close()?;
        each
    });
    waiting_rules::clear(folder)?;
    measured
}

/// A hundred times more is hardly slower.
fn compared(small: &Sizes, large: &Sizes) -> Vec<Row> {
    let mut rows = Vec::new();
    for (place, name) in ["list of 50", "conversation of 20 messages", "customer file"].into_iter().enumerate() {
        rows.push(Row::new(name, large.views[place] / small.views[place], "x", Bar::Most(1.3)));
    }
    rows.push(Row::new("text taken in", large.mail / small.mail, "x", Bar::Most(1.6)));
    rows.push(Row::new("reply", large.reply / small.reply, "x", Bar::Most(1.6)));
    rows.push(Row::new("rule whose time comes", large.rule / small.rule, "x", Bar::Most(1.6)));
    for row in &rows {
        eprintln!("  {}", row.line());
    }
    rows
}

/// The program as it would be handed out.
fn size(binary: &Path) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let bare = folder.path().join("tillit");
    let stripped = Command::new("strip").arg("-o").arg(&bare).arg(binary).status().is_ok_and(|status| status.success());
    let bytes = std::fs::metadata(if stripped { &bare } else { binary })?.len();
    let row = Row::new("the program, stripped", bytes as f64 / f64::from(1 << 20), "MiB", Bar::Most(60.0));
    eprintln!("  {}", row.line());
    Ok(row)
}

fn build(root: &Path, target: &Path) -> Outcome<PathBuf> {
    let mut command = Command::new(cargo());
    command.current_dir(root).args(["build", "--quiet", "--release", "--package", "tillit", "--bin", "tillit"]);
    if !command.status()?.success() {
        return Err("the server cannot be built".into());
    }
    Ok(target.join("release").join("tillit"))
}
