//! `tillit export` and `tillit import`: the whole business as files that any program reads, and back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use platform::backup::portable;
use platform::{Blobs, Context, Result};
use tempfile::TempDir;

use super::backup::{database, must_exist, towards};
use super::visit;
use crate::cli::{Place, complain, say};
use crate::{open, progress};

/// Arguments of `export`.
#[derive(Args)]
#[command(
    after_long_help = "One folder with a line of JSON for each row, the stored files as they are, and a manifest \
                  with digests; docs/export.md describes it. The desk may stay open. Passwords, second factors, API \
                  tokens, sessions and links by which somebody signs in are not in it; whoever takes it in sets passwords \
                  anew. For backups use `tillit backup`."
)]
pub struct ExportArgs {
    #[command(flatten)]
    place: Place,
    /// The folder to write; it must not exist
    folder: PathBuf,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// Arguments of `import`.
#[derive(Args)]
#[command(
    after_long_help = "The place must be empty: a new folder (--data) or a new database (--database). Every byte is \
                  checked before anything is written, and the tables are compared with the export before they count. \
                  Ids, numbers and dates stay. `tillit user link ADDRESS` lets a colleague in."
)]
pub struct ImportArgs {
    #[command(flatten)]
    place: Place,
    /// The folder of an export, or the packed file (zip) that the desk made
    folder: PathBuf,
}

/// `export`.
///
/// # Errors
/// When the data cannot be read or the folder cannot be written; nothing is left behind then.
pub async fn export(args: ExportArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    must_exist(&config)?;
    let p = visit(&config).await?.platform;
    let bar = progress::bar(0);
    let written =
        portable::write(&p.db, &p.blobs, p.clock.machine(), &args.folder, open::LEFT_OUT, towards(&bar)).await;
    bar.finish_and_clear();
    let manifest = written?;
    let (rows, lost) = (manifest.tables.values().map(|table| table.rows).sum::<u64>(), manifest.lost());
    if args.json {
        let answer = serde_json::json!({
            "folder": args.folder, "tables": manifest.tables.len(), "rows": rows, "files": manifest.files,
            "damaged": lost, "gone": manifest.gone, "left_out": manifest.left_out,
        });
        say(&serde_json::to_string_pretty(&answer)?);
    } else {
        say(&format!("{}: {rows} rows, {} files", args.folder.display(), manifest.files));
        complain(&format!("not in it: {}", manifest.left_out.join(", ")));
    }
    let count = lost.len();
    if count == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    complain(&format!(
        "{count} stored files were missing or damaged and are not in the export; see: tillit check --deep"
    ));
    Ok(ExitCode::FAILURE)
}

/// `import`.
///
/// # Errors
/// When the export is not whole or newer than this Tillit, or the place is not empty.
pub async fn import(args: ImportArgs) -> Result<ExitCode> {
    let config = args.place.config()?;
    open::make_folder(&config.data)?;
    let db = database(&config).await?;
    let blobs = Blobs::new(&config.data.join("files"))?;
    let unpacked = unpacked(&config.data, &args.folder)?;
    let from = unpacked.as_ref().map_or(args.folder.as_path(), TempDir::path);
    let bar = progress::bar(0);
    let done = portable::load(from, &db, &blobs, &open::migrations(), towards(&bar)).await;
    bar.finish_and_clear();
    db.close().await?;
    let (manifest, restored) = done?;
    say(&format!("{} rows and {} files are in {}", restored.rows, restored.files, config.data.display()));
    complain(&format!("not in the export: {}", manifest.left_out.join(", ")));
    complain(
        "passwords of mailboxes are entered again in Settings, Mail; colleagues get in by: tillit user link ADDRESS",
    );
    Ok(ExitCode::SUCCESS)
}

/// A packed file made a folder again, beside the data, for as long as it is read.
fn unpacked(data: &Path, from: &Path) -> Result<Option<TempDir>> {
    if !from.is_file() {
        return Ok(None);
    }
    let folder = tempfile::Builder::new().prefix("import-").tempdir_in(data);
    let folder = folder.context(format!("cannot make a folder in {}", data.display()))?;
    portable::unpack(from, folder.path())?;
    Ok(Some(folder))
}
