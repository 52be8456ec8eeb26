//! Folders that are there for good. A new folder is a name in the one above it: until that one is synced, a power cut
//! takes the name, and with it whatever was synced below.

use std::fs::{DirBuilder, File};
use std::io::{ErrorKind, Result};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// Makes `folder` and what is missing above it, with this mode, and syncs every name on the way that could be new.
///
/// # Errors
/// When it cannot be made or synced.
pub fn make(folder: &Path, mode: u32) -> Result<()> {
    let mut unsynced = vec![above(folder)];
    while let Some(missing) = unsynced.last().filter(|folder| !folder.is_dir()) {
        unsynced.push(above(missing));
    }
    if !folder.is_dir() {
        DirBuilder::new().recursive(true).mode(mode).create(folder)?;
    }
    // From the top, so that at every moment what is safe hangs on what is safe. The name may be there already and
    // never have been synced, by somebody who died or who is at it right now.
    unsynced.iter().rev().try_for_each(|folder| sync(folder))
}

/// Syncs the names in a folder.
///
/// # Errors
/// When it cannot be synced. One that we may not read is not ours to sync, and some file systems keep names by
/// themselves and say that there is nothing to sync; these are passed over.
pub fn sync(folder: &Path) -> Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

fn above(folder: &Path) -> PathBuf {
    match folder.parent() {
        Some(above) if !above.as_os_str().is_empty() => above.to_owned(),
        Some(_) => PathBuf::from("."),
        None => folder.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn folders_are_made_with_all_that_is_missing_above_them() {
        let home = tempfile::tempdir().expect("a folder");
        let deep = home.path().join("a/b/c");
        make(&deep, 0o700).expect("made");
        make(&deep, 0o700).expect("there already");
        let mode = std::fs::metadata(&deep).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        std::fs::write(home.path().join("file"), "").expect("written");
        assert!(make(&home.path().join("file/below"), 0o700).is_err());
    }

    #[test]
    fn the_folder_above_is_known_for_every_path() {
        for (path, expected) in [("/a/b", "/a"), ("/a", "/"), ("/", "/"), ("a", "."), ("a/b", "a")] {
            assert_eq!(above(Path::new(path)), Path::new(expected), "{path}");
        }
    }
}
