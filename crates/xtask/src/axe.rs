//! Fetches axe-core, the accessibility checker, from npm into the target folder.
//!
//! The version is pinned by the lock file beside the browser tests; the work tree stays clean.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFESTS: &str = "crates/tillit/tests/it/browser";
const SCRIPT: &str = "node_modules/axe-core/axe.min.js";
const STAMP: &str = "installed-from.json";

/// The path of `axe.min.js`; runs `npm ci` only when the lock file changed since the last time.
pub fn fetch(root: &Path, target: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let manifests = root.join(MANIFESTS);
    let home = target.join("xtask/axe");
    let script = home.join(SCRIPT);
    let lock = fs::read(manifests.join("package-lock.json"))?;
    if script.is_file() && fs::read(home.join(STAMP)).is_ok_and(|installed| installed == lock) {
        return Ok(script);
    }
    fs::create_dir_all(&home)?;
    fs::copy(manifests.join("package.json"), home.join("package.json"))?;
    fs::copy(manifests.join("package-lock.json"), home.join("package-lock.json"))?;
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&home);
    let status = npm.status()?;
    if !status.success() {
        return Err(format!("npm ci failed in {} ({status})", home.display()).into());
    }
    fs::write(home.join(STAMP), lock)?;
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_installed_from_the_same_lock_file_is_used_again() {
        let dir = tempfile::tempdir().expect("a folder");
        let (root, target) = (dir.path().join("tree"), dir.path().join("target"));
        fs::create_dir_all(root.join(MANIFESTS)).expect("made");
        fs::write(root.join(MANIFESTS).join("package-lock.json"), "{}").expect("written");
        let home = target.join("xtask/axe");
        fs::create_dir_all(home.join("node_modules/axe-core")).expect("made");
        fs::write(home.join(SCRIPT), "").expect("written");
        fs::write(home.join(STAMP), "{}").expect("written");
        assert_eq!(fetch(&root, &target).expect("nothing to fetch"), home.join(SCRIPT));
        fs::write(root.join(MANIFESTS).join("package-lock.json"), "{ }").expect("written");
        assert!(fetch(&root, &target).is_err(), "a changed lock file must be installed again");
    }

    #[test]
    fn the_lock_file_holds_no_addresses() {
        let lock = fs::read_to_string(crate::workspace_root().join(MANIFESTS).join("package-lock.json"));
        assert!(!lock.expect("the lock file is there").contains("\"resolved\""));
    }
}
