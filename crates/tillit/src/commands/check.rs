//! `tillit check`: is the data whole, and if not, what is to be done?

use std::process::ExitCode;

use clap::Args;
use platform::Result;
use platform::check::{Check, Found, boxed, run as look};

use super::backup::must_exist;
use super::visit;
use crate::cli::{Place, complain, say};
use crate::progress;

/// Arguments of `check`.
#[derive(Args)]
#[command(after_long_help = "Only reads; the desk may stay open. Ends with 0 \
                  when everything is whole, with 1 when something is not. Each problem says where it is and what to do.")]
pub struct CheckArgs {
    #[command(flatten)]
    place: Place,
    /// Read every stored byte and compare it with its digest; takes as long as reading the disk
    #[arg(long)]
    deep: bool,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// Runs `check`.
///
/// # Errors
/// When the data cannot be opened.
pub async fn run(args: CheckArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    must_exist(&config)?;
    let p = visit(&config).await?.platform;
    let mut checks: Vec<Box<dyn Check>> = platform::check::checks(&p.blobs, args.deep);
    checks.extend(boxed(conversations::check::RULES));
    checks.extend(boxed(channels::check::RULES));
    let bar = progress::bar(checks.len() as u64);
    let found = look(&p.db, &checks, |done| bar.set_position(done as u64)).await?;
    bar.finish_and_clear();
    let whole = found.is_empty();
    if args.json {
        let answer = serde_json::json!({ "whole": whole, "checks": checks.len(), "problems": found });
        say(&serde_json::to_string_pretty(&answer)?);
    } else {
        found.iter().for_each(tell);
        match found.len() {
            0 => say(&format!("{} checks: everything is whole", checks.len())),
            1 => complain("there is 1 problem"),
            many => complain(&format!("there are {many} problems")),
        }
    }
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(found: &Found) {
    let problem = &found.problem;
    say(&format!("{}: {}\n  where: {}\n  to do: {}", found.check, problem.what, problem.place, problem.mend));
}
