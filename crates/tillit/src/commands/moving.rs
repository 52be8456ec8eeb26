//! `tillit import-conversations`: conversations of another system out of a file, with the files beside it.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use base::{Actor, Language};
use channels::moving::{self, JOBS_LANE, Moving, State, Upload};
use clap::{Args, ValueEnum};
use conversations::OldOutcome;
use platform::{Context, Fault, Platform, Result};
use sha2::{Digest as _, Sha256};

use super::visit;
use crate::cli::{Place, complain, say};
use crate::{progress, serve};

/// Folders within folders that are looked into.
const DEPTH_MAX: usize = 20;
/// Bytes of all files beside the file.
const FILES_MAX: u64 = 4 * 1024 * 1024 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table
    Csv,
    /// JSON lines
    Jsonl,
    /// An archive of mails
    Mbox,
}

impl Format {
    const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Mbox => "mbox",
        }
    }
}

/// Arguments of `import-conversations`.
#[derive(Args)]
#[command(
    after_long_help = "docs/import.md describes the files. What was taken in before is known again, so that a run that \
                  was broken off is simply started again. Nobody is written to, and no clock runs. A server may run \
                  meanwhile."
)]
pub struct MovingArgs {
    #[command(flatten)]
    place: Place,
    /// The file, of at most 64 MiB; may be packed (zip) with the files of its messages
    file: PathBuf,
    /// What it is; told by looking when left out
    #[arg(long)]
    format: Option<Format>,
    /// What the other system is called; stands beside the old numbers
    #[arg(long, default_value = "")]
    source: String,
    /// The folder that paths of files are meant in
    #[arg(long)]
    files: Option<PathBuf>,
    /// Say what would become of the first records, and write nothing
    #[arg(long)]
    preview: bool,
    /// Where to write what became of every record (CSV)
    #[arg(long)]
    report: Option<PathBuf>,
    /// The language of the report
    #[arg(long, default_value = "en")]
    language: String,
}

/// `import-conversations`.
///
/// # Errors
/// When the file cannot be read or taken, or the data cannot be opened. What was taken in stays.
pub async fn run(args: MovingArgs) -> Result<ExitCode> {
    let language = Language::from_code(&args.language).context("the language is en, nb, sv, da or id")?;
    let config = args.place.config()?;
    let mut bytes = Vec::new();
    let file = std::fs::File::open(&args.file).context(format!("cannot read {}", args.file.display()))?;
    file.take(moving::FILE_MAX as u64 + 1).read_to_end(&mut bytes).context("the file cannot be read")?;
    let p = visit(&config).await?.platform;
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
    let same = moving::find_same(&mut p.db.read().await?, &Actor::System, &digest).await?;
    let it = match same.filter(|_| !args.preview) {
        // One that was broken off goes on.
        Some(it) => it,
        None => brought(&p, &args, &bytes).await?,
    };
    drop(bytes);
    let words = p.i18n.to(language);
    if args.preview {
        for one in moving::rehearse(&p, &Actor::System, &it).await? {
            let why: Vec<String> = one.line.remarks.iter().map(|one| words.text(one.why.message())).collect();
            let becomes = words.text(one.line.outcome.message());
            say(&format!("{}\t{becomes}\t{}\t{}\t{}", one.line.number, one.line.old, one.subject, why.join("; ")));
        }
        let mut tx = p.begin().await?;
        moving::stop(&mut tx, &Actor::System, &it.id).await?;
        tx.commit().await?;
        return Ok(ExitCode::SUCCESS);
    }
    if it.state == State::Waiting {
        let mut tx = p.begin().await?;
        moving::start(&mut tx, &Actor::System, &it.id).await?;
        tx.commit().await?;
    }
    let it = followed(&p, it).await?;
    let count = |outcome: OldOutcome| format!("{} {}", it.counts.of(outcome), outcome.code());
    say(&format!("{} records: {}", it.counts.records(), OldOutcome::ALL.map(count).join(", ")));
    if let Some(to) = &args.report {
        let text = moving::http::csv(&p, &Actor::System, &words, &it).await?;
        std::fs::write(to, text).context(format!("cannot write {}", to.display()))?;
    }
    if it.state == State::Stopped {
        complain("it was stopped before its end");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

async fn brought(p: &Platform, args: &MovingArgs, bytes: &[u8]) -> Result<Moving> {
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut upload = Upload::begin(p, &Actor::System, &name, &args.source).await?;
    if let Some(folder) = &args.files {
        let (mut all, mut left) = (Vec::new(), FILES_MAX);
        collect(folder, "", 0, &mut all)?;
        for (path, place) in all {
            let size = std::fs::metadata(&place)?.len();
            left = left.checked_sub(size).context("the files beside it are too many")?;
            let bytes = std::fs::read(&place).context(format!("cannot read {}", place.display()))?;
            if let Err(failure) = upload.beside(&path, &bytes).await {
                complain(&format!("{path}: {failure}; it is left out"));
            }
        }
    }
    upload.push(bytes).await?;
    Ok(upload.end(args.format.map(Format::code)).await?)
}

/// The files of a folder with their paths in it. Links are not followed: they may lead out.
pub(super) fn collect(folder: &Path, within: &str, depth: usize, all: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let entries = std::fs::read_dir(folder).context(format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if within.is_empty() { name } else { format!("{within}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() && depth < DEPTH_MAX {
            collect(&entry.path(), &path, depth + 1, all)?;
        } else if kind.is_file() {
            all.push((path, entry.path()));
        }
    }
    Ok(())
}

/// Does the work, beside a server that may do it too, until it has ended.
async fn followed(p: &Platform, mut it: Moving) -> Result<Moving> {
    let (workers, bar) = (serve::workers(), progress::bar(100));
    loop {
        let done = workers.run_due(p, JOBS_LANE).await?;
        it = moving::load(&mut p.db.read().await?, &Actor::System, &it.id).await.map_err(Fault::from)?;
        bar.set_position(u64::try_from(it.percent()).unwrap_or_default());
        if it.state != State::Running {
            bar.finish_and_clear();
            return Ok(it);
        }
        if done == 0 {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}
