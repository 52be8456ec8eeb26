//! `tillit search`: the index, made anew while the desk is open.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use platform::Result;
use platform::search::{begin, step, take_room};

use super::backup::must_exist;
use super::visit;
use crate::cli::{Place, complain, say};
use crate::open::SOURCES;
use crate::progress;

/// Arguments of `search`.
#[derive(Args)]
pub struct SearchArgs {
    #[command(subcommand)]
    command: SearchCommand,
}

#[derive(Subcommand)]
enum SearchCommand {
    /// Make the index anew from all messages and customers, the newest first
    ///
    /// The desk may stay open: what comes meanwhile is found at once. Stopped in the middle, the same command goes on
    /// where it was.
    Rebuild(RebuildArgs),
}

#[derive(Args)]
struct RebuildArgs {
    #[command(flatten)]
    place: Place,
}

/// Runs `search`.
///
/// # Errors
/// When the data cannot be opened or written.
pub async fn run(args: SearchArgs) -> Result<ExitCode> {
    let SearchCommand::Rebuild(args) = args.command;
    let config = args.place.config()?;
    must_exist(&config)?;
    let p = visit(&config).await?.platform;
    if begin(&p).await? {
        complain("going on where it was stopped");
    }
    take_room(&p).await?;
    let mut all = 0;
    for source in SOURCES {
        all += source.count(&mut p.db.read().await?).await?;
    }
    let bar = progress::bar(u64::try_from(all).unwrap_or(0));
    let mut written = 0;
    loop {
        let progress = step(&p, SOURCES).await?;
        written += progress.written;
        bar.set_position(written as u64);
        if progress.done {
            break;
        }
    }
    bar.finish_and_clear();
    say(&format!("the search is made anew: {written} texts"));
    Ok(ExitCode::SUCCESS)
}
