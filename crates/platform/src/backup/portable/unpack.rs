//! A packed export made a folder again. What is in it is believed no further than its shape: whether it is what was
//! written, [`super::load`] finds out.

use std::fs::{self, File};
use std::io::{BufReader, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::{MANIFEST, path_of_file, path_of_table};
use crate::fault::{Context, Fault, Result};

/// Unpacks an export into a folder that is there and empty.
///
/// # Errors
/// When it is no packed file, when something else than an export is in it, or when the disk takes no more.
pub fn unpack(packed: &Path, into: &Path) -> Result<()> {
    let said = || format!("cannot unpack {}; is this an export?", packed.display());
    let file = BufReader::new(File::open(packed).context(format!("cannot read {}", packed.display()))?);
    let mut archive = ZipArchive::new(file).context(said())?;
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).context(said())?;
        let name = entry.name().context(said())?.into_owned();
        if entry.is_dir() {
            continue;
        }
        if !entry.is_file() || !belongs(&name) {
            return Err(Fault::new(format!("{} holds {name}, which is no part of an export", packed.display())));
        }
        let path = into.join(&name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut to = File::create_new(&path).context(format!("cannot write {}", path.display()))?;
        std::io::copy(&mut entry.by_ref(), &mut to).context(format!("cannot unpack {name}"))?;
    }
    Ok(())
}

/// Whether an export has a file of this name. Nothing else is written, so nothing leads out of the folder.
fn belongs(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    let table = last.strip_suffix(".jsonl").filter(|table| !table.is_empty() && plain(table));
    name == MANIFEST
        || table.is_some_and(|table| name == path_of_table(table))
        || (last.len() == 64 && last.bytes().all(|b| b.is_ascii_hexdigit()) && name == path_of_file(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_export_holds_is_unpacked() {
        let digest = "ab".repeat(32);
        for name in ["manifest.json", "tables/person.jsonl", &format!("files/ab/{digest}")] {
            assert!(belongs(name), "{name}");
        }
        for name in [
            "",
            "/manifest.json",
            "../manifest.json",
            "tables/../person.jsonl",
            "tables/a/person.jsonl",
            "tables/.jsonl",
            "tables/Person.jsonl",
            "files/ac/x",
            &format!("files/ac/{digest}"),
            &format!("files/{digest}"),
            "secret.key",
        ] {
            assert!(!belongs(name), "{name}");
        }
    }
}
