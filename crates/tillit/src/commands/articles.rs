//! `tillit import-articles`: articles of another help centre out of files.

use std::path::PathBuf;
use std::process::ExitCode;

use answers::articles::commands::{Became, bring};
use answers::articles::rules::bringing::File;
use answers::articles::unpacking::unpacked;
use answers::articles::{Failure, Refusal};
use base::{Actor, Language};
use clap::Args;
use platform::{Context, Fault, Result};

use super::moving::collect;
use super::visit;
use crate::cli::{Place, say};

/// Bytes of all files together.
const ALL_MAX: u64 = 512 * 1024 * 1024;

/// Arguments of `import-articles`.
#[derive(Args)]
#[command(
    after_long_help = "Takes Markdown and HTML with the pictures beside them, and the JSON exports of the help centres of \
                  Zendesk and Zammad: files, folders, or packed folders (zip). Every article comes in as a draft. What \
                  was brought before is known again. docs/import.md says what is read of which file."
)]
pub struct ArticlesArgs {
    #[command(flatten)]
    place: Place,
    /// Files and folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The language of what names none
    #[arg(long, default_value = "en")]
    language: String,
    /// Say what would become of everything, and write nothing
    #[arg(long)]
    preview: bool,
    /// The language of the report
    #[arg(long, default_value = "en")]
    report_language: String,
}

/// `import-articles`: a line for every text and every file that is none.
///
/// # Errors
/// When a file cannot be read, nothing in them can be, or the data cannot be opened. What was taken in stays.
pub async fn run(args: ArticlesArgs) -> Result<ExitCode> {
    let said = "the language is en, nb, sv, da or id";
    let usual = Language::from_code(&args.language).context(said)?;
    let words = Language::from_code(&args.report_language).context(said)?;
    let files = files(&args.paths)?;
    let p = visit(&args.place.config()?).await?.platform;
    let say_in = p.i18n.to(words);
    let refused = |refusal: Refusal| Fault::new(say_in.text(refusal.message()));
    let files = unpacked(files).map_err(refused)?;
    let all = match bring(&p, &Actor::System, &files, usual, args.preview).await {
        Ok(all) => all,
        Err(Failure::Refused(refusal)) => return Err(refused(refusal)),
        Err(Failure::Fault(fault)) => return Err(fault),
    };
    for one in &all {
        let without = if one.without > 0 {
            format!(" {}", say_in.with("articles-bring-without", platform::args![n = one.without]))
        } else {
            String::new()
        };
        let language = one.language.map_or("", Language::code);
        say(&format!("{}\t{language}\t{}\t{}{without}", one.place, one.title, say_in.text(one.became.message())));
    }
    let refused = all.iter().filter(|one| matches!(one.became, Became::Refused(_))).count();
    let known = all.iter().filter(|one| one.became == Became::Known).count();
    let taken = all.len() - refused - known;
    say(&say_in.with("articles-bring-counts", platform::args![taken = taken, known = known, refused = refused]));
    Ok(ExitCode::SUCCESS)
}

fn files(paths: &[PathBuf]) -> Result<Vec<File>> {
    let (mut all, mut left) = (Vec::new(), ALL_MAX);
    for path in paths {
        let mut found = Vec::new();
        if path.is_dir() {
            collect(path, "", 0, &mut found)?;
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.push((name, path.clone()));
        }
        for (name, place) in found {
            let size = std::fs::metadata(&place).context(format!("cannot read {}", place.display()))?.len();
            left = left.checked_sub(size).context("there is too much in these files")?;
            let bytes = std::fs::read(&place).context(format!("cannot read {}", place.display()))?;
            all.push(File { path: name, bytes });
        }
    }
    Ok(all)
}
