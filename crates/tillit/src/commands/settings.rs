//! `tillit settings export` and `tillit settings import`: the settings as one file, and back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base::{Role, Scope};
use clap::{Args, Subcommand};
use people::api::Caller;
use people::staff;
use platform::api::Problem;
use platform::{Context, Fault, Platform, Result};
use serde_json::{Value, json};

use super::backup::must_exist;
use super::visit;
use crate::cli::{Place, complain, say};
use crate::settings_file::{self, FILE_MAX, Failure, How, What, Wrong};

/// Arguments of `settings`.
#[derive(Args)]
pub struct SettingsArgs {
    #[command(subcommand)]
    command: SettingsCommand,
}

#[derive(Subcommand)]
enum SettingsCommand {
    /// Write all settings into one file; «-» for standard output
    ///
    /// No passwords, keys, mailboxes and servers, and nothing about colleagues.
    Export(ExportArgs),
    /// Take settings in from a file: all of it or nothing
    ///
    /// What a file's lists do not name stays, unless --remove says otherwise. Every error points at its place in the
    /// file. With 1 when something in it needs another look; nothing is changed then.
    Import(ImportArgs),
}

#[derive(Args)]
struct ExportArgs {
    #[command(flatten)]
    place: Place,
    /// The file
    file: PathBuf,
}

#[derive(Args)]
struct ImportArgs {
    #[command(flatten)]
    place: Place,
    /// The file
    file: PathBuf,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
    /// Close departments, retire fields and remove the rest that the file's lists do not name
    #[arg(long)]
    remove: bool,
    /// The owner in whose name it is done; the first one when not said
    #[arg(long, value_name = "ADDRESS")]
    owner: Option<String>,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// `settings`.
///
/// # Errors
/// When the data or the file cannot be read or written.
pub async fn run(args: SettingsArgs) -> Result<ExitCode> {
    match args.command {
        SettingsCommand::Export(args) => export(args).await,
        SettingsCommand::Import(args) => import(args).await,
    }
}

/// The owner in whose name it is done.
async fn owner(p: &Platform, address: Option<&str>) -> Result<Caller> {
    let all = staff::all(&mut p.db.read().await?, &Scope::All).await?;
    let mut owners = all.into_iter().filter(|one| one.role == Role::Owner && one.disabled_at.is_none());
    let found = match address {
        Some(address) => owners.find(|one| one.email.eq_ignore_ascii_case(address)),
        None => owners.min_by(|one, other| one.id.cmp(&other.id)),
    };
    let found =
        found.context("there is no such owner; make the first account at the link that `tillit serve` prints")?;
    Ok(Caller::from_within(found, p))
}

async fn export(args: ExportArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    must_exist(&config)?;
    let p = visit(&config).await?.platform;
    let file = settings_file::read(&owner(&p, None).await?).await.map_err(fault)?;
    let text = settings_file::text(&file);
    if args.file == Path::new("-") {
        say(text.trim_end());
    } else {
        std::fs::write(&args.file, text).context(format!("cannot write {}", args.file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn fault(failure: Failure) -> Fault {
    Fault::new(format!("{:?}", Problem::from(failure)))
}

async fn import(args: ImportArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    must_exist(&config)?;
    let length = std::fs::metadata(&args.file).context(format!("cannot read {}", args.file.display()))?.len();
    if length > FILE_MAX as u64 {
        return Err(Fault::new("the file is too large for settings"));
    }
    let text = std::fs::read(&args.file).context(format!("cannot read {}", args.file.display()))?;
    let file: Value = serde_json::from_slice(&text).context(format!("{} is no JSON", args.file.display()))?;
    let p = visit(&config).await?.platform;
    let caller = owner(&p, args.owner.as_deref()).await?;
    match settings_file::take(&caller, &file, How { dry_run: args.dry_run, remove: args.remove }).await {
        Ok(taken) => {
            let changed: Vec<_> = taken.lines.iter().filter(|line| line.what != What::Same).collect();
            if args.json {
                let one = |line: &&settings_file::Line| json!({ "part": line.part, "name": line.name, "what": line.what.code(), "from": line.from, "to": line.to });
                let changes: Vec<Value> = changed.iter().map(one).collect();
                let unchanged = taken.lines.len() - changed.len();
                let answer = json!({ "dry_run": args.dry_run, "changes": changes, "unchanged": unchanged, "before": taken.before });
                say(&serde_json::to_string_pretty(&answer)?);
            } else {
                for line in &changed {
                    say(&format!("{} {}/{}: {} → {}", line.what.code(), line.part, line.name, line.from, line.to));
                }
                let (many, same) = (changed.len(), taken.lines.len() - changed.len());
                complain(&format!(
                    "{many} changed, {same} as before{}",
                    if args.dry_run { "; only tried" } else { "" }
                ));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(Failure::Wrong(all)) => {
            wrong(&all, args.json)?;
            Ok(ExitCode::FAILURE)
        }
        Err(failure) => Err(fault(failure)),
    }
}

fn wrong(all: &[Wrong], as_json: bool) -> Result<()> {
    if as_json {
        let errors: Vec<Value> =
            all.iter().map(|one| json!({ "pointer": one.pointer, "detail": one.detail })).collect();
        say(&serde_json::to_string_pretty(&json!({ "errors": errors }))?);
    } else {
        for one in all {
            complain(&format!("{}: {}", if one.pointer.is_empty() { "/" } else { &one.pointer }, one.detail));
        }
        complain("nothing was changed");
    }
    Ok(())
}
