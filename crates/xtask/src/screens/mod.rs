//! `cargo xtask screens`: a picture of every page into `docs/screens`.
//!
//! The pages are listed where the browser is, in `crates/tillit/tests/it/journeys/screens.rs`; here are only the
//! needs of that run, and the sizes of what comes out of it.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::needs::{self, Readiness};
use crate::test::{cargo, target_dir};
use crate::{axe, exit_code};

const FOLDER: &str = "docs/screens";
const TEST: &str = "journeys::screens";
const PALETTE: &str = "crates/xtask/src/screens/palette.mjs";
const STATUS_MISSING: u8 = 2;
/// Pictures must not make the repository heavy.
const BYTES_MAX: u64 = 150_000;
const PICTURES_MAX: usize = 120;

/// Takes the pictures; status 2 when the machine lacks something that is not for us to install.
pub fn run(root: &Path) -> Result<ExitCode, Box<dyn Error>> {
    if let Readiness::Missing(advice) = needs::ensure()? {
        eprintln!("{advice}");
        return Ok(ExitCode::from(STATUS_MISSING));
    }
    let axe = axe::fetch(root, &target_dir(root)?)?;
    let mut tests = Command::new(cargo());
    tests.current_dir(root).args(["test", "-p", "tillit", "--test", "it", TEST]);
    tests.env("TILLIT_AXE", axe).env("TILLIT_SCREENS", root.join(FOLDER)).env("TILLIT_REQUIRE_ALL", "1");
    if !tests.status()?.success() {
        return Ok(ExitCode::FAILURE);
    }
    let pictures = pictures(&root.join(FOLDER))?;
    let shrunk = Command::new("node").arg(root.join(PALETTE)).args(&pictures).status()?.success();
    let heavy = heavy(&pictures)?;
    heavy.iter().for_each(|line| eprintln!("{line}"));
    Ok(exit_code(shrunk && heavy.is_empty()))
}

fn pictures(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    Ok(files.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "png")).collect())
}

/// What is too much to keep.
fn heavy(pictures: &[PathBuf]) -> Result<Vec<String>, Box<dyn Error>> {
    let mut heavy = Vec::new();
    for picture in pictures {
        let bytes = fs::metadata(picture)?.len();
        if bytes > BYTES_MAX {
            heavy.push(format!("{} has {bytes} bytes; {BYTES_MAX} are enough", picture.display()));
        }
    }
    if pictures.len() > PICTURES_MAX {
        heavy.push(format!("{} pictures; {PICTURES_MAX} are enough", pictures.len()));
    }
    Ok(heavy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heavy_pictures_are_named_and_other_files_are_none() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("small.png"), [0; 10]).expect("written");
        fs::write(folder.path().join("large.png"), vec![0; 150_001]).expect("written");
        fs::write(folder.path().join("notes.txt"), vec![0; 150_001]).expect("written");
        let heavy = heavy(&pictures(folder.path()).expect("read")).expect("measured");
        assert_eq!(heavy.len(), 1, "{heavy:?}");
        assert!(heavy[0].contains("large.png"), "{heavy:?}");
    }
}
