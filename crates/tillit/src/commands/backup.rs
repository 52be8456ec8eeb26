//! `tillit backup` and `tillit restore`: the whole business in one file, and back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use indicatif::ProgressBar;
use platform::backup::{self, Progress, Verified, Written};
use platform::{Blobs, Db, Fault, Result};

use super::visit;
use crate::cli::{Place, complain, say};
use crate::config::Config;
use crate::{open, progress};

/// Arguments of `backup`.
#[derive(Args)]
#[command(after_long_help = "The file holds one moment: all tables and \
                  all stored files, from SQLite or PostgreSQL. It is read back before it gets its name; an older backup \
                  of that name stays until then. Sessions are not in it, and neither is secret.key: keep a copy of that \
                  file somewhere else. Ends with 1 when stored files were missing or damaged; the rest is in the backup.")]
pub struct BackupArgs {
    #[command(flatten)]
    place: Place,
    /// The backup; its folder must exist
    file: PathBuf,
    /// Do not read the backup back after writing it
    #[arg(long)]
    no_verify: bool,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// Arguments of `restore`.
#[derive(Args)]
#[command(after_long_help = "The place must be empty: a new folder \
                  (--data) or a new database (--database). A backup from SQLite fits into PostgreSQL and the other way \
                  round. Every byte is checked before anything is written, and compared again before it counts. Put \
                  your copy of secret.key into the data folder before Tillit starts.")]
pub struct RestoreArgs {
    #[command(flatten)]
    place: Place,
    /// The backup
    file: PathBuf,
}

/// `backup`.
///
/// # Errors
/// When the data cannot be read or the file cannot be written; nothing is left behind then.
pub async fn backup(args: BackupArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    must_exist(&config)?;
    let p = visit(&config).await?.platform;
    let begun = Instant::now();
    let bar = progress::bar(0);
    let written = backup::write(&p.db, &p.blobs, p.clock.machine(), &args.file, !args.no_verify, towards(&bar)).await;
    bar.finish_and_clear();
    let written = written?;
    tell_written(&args, &written, begun.elapsed().as_secs_f64())?;
    let whole = written.contents.damaged.is_empty();
    if !whole {
        let count = written.contents.damaged.len();
        complain(&format!(
            "{count} stored files were missing or damaged and are not in the backup; see: tillit check --deep"
        ));
    }
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A wrong --data must not look like an empty business that is whole and well.
pub(super) fn must_exist(config: &Config) -> Result<()> {
    if config.database.is_none() && !config.data.join("tillit.db").exists() {
        return Err(Fault::new(format!(
            "there is no Tillit in {}; say where it is with --data",
            config.data.display()
        )));
    }
    Ok(())
}

fn tell_written(args: &BackupArgs, written: &Written, seconds: f64) -> Result<()> {
    let contents = &written.contents;
    if args.json {
        let answer = serde_json::json!({
            "file": args.file, "bytes": written.bytes, "tables": contents.tables.len(), "rows": contents.rows,
            "files": contents.files, "damaged": contents.damaged, "verified": written.verified, "seconds": seconds,
        });
        say(&serde_json::to_string_pretty(&answer)?);
        return Ok(());
    }
    let verified = if written.verified { "verified" } else { "not verified" };
    let (rows, files, size) = (contents.rows, contents.files, megabytes(written.bytes));
    say(&format!("{}: {rows} rows, {files} files, {size} MB, {verified}", args.file.display()));
    complain("secret.key is not in the backup; keep a copy of it somewhere else");
    Ok(())
}

/// `restore`.
///
/// # Errors
/// When the backup is not whole or newer than this Tillit, or the place is not empty.
pub async fn restore(args: RestoreArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    let verified = verify(&args.file).await?;
    let migrations = open::migrations();
    // Before a folder or a file is made.
    verified.fits(&migrations)?;
    open::make_folder(&config.data)?;
    let db = database(&config).await?;
    let blobs = Blobs::new(&config.data.join("files"))?;
    let bar = progress::bar(verified.bytes);
    bar.set_message("restoring");
    let restored = backup::restore(&verified, &db, &blobs, &migrations, towards(&bar)).await;
    bar.finish_and_clear();
    db.close().await?;
    let restored = restored?;
    say(&format!("{} rows and {} files are back in {}", restored.rows, restored.files, config.data.display()));
    tell_what_is_left(&config.data, &restored.damaged);
    Ok(ExitCode::SUCCESS)
}

async fn verify(file: &Path) -> Result<Verified> {
    let bar = progress::bar(0);
    bar.set_message("checking the backup");
    let verified = backup::verify(file, towards(&bar)).await;
    bar.finish_and_clear();
    verified
}

pub(super) async fn database(config: &Config) -> Result<Db> {
    match &config.database {
        Some(url) => Db::postgres(url).await,
        None => Db::sqlite(&config.data.join("tillit.db")).await,
    }
}

fn tell_what_is_left(data: &Path, damaged: &[String]) {
    if !damaged.is_empty() {
        complain(&format!(
            "{} stored files were missing when the backup was written; see: tillit check",
            damaged.len()
        ));
    }
    if !data.join("secret.key").exists() {
        complain(&format!(
            "put your copy of secret.key into {} before Tillit starts; without it a new key is made, and passwords \
             kept in Tillit must be entered again",
            data.display()
        ));
    }
    complain("nobody is signed in any more; colleagues sign in with their passwords as before");
}

/// Shows progress on `bar`.
pub(super) fn towards(bar: &ProgressBar) -> Progress {
    let bar = bar.clone();
    Arc::new(move |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    })
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}
