//! What the tests need from the machine, and how it gets there.
//!
//! Installs by apt alone, and only as root or in CI; elsewhere it says which one line to run. Services that come
//! with a package are kept from starting, for a developer's machine is not ours to fill.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::postgres;

/// One program (under any of its names) and the Debian package that brings it.
struct Need {
    what: &'static str,
    package: &'static str,
    is_there: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need { what: "Chromium", package: "chromium", is_there: || on_path(&["chromium", "chromium-browser"]) },
    Need { what: "ChromeDriver", package: "chromium-driver", is_there: || on_path(&["chromedriver"]) },
    Need { what: "PostgreSQL 15 or newer", package: "postgresql", is_there: || postgres::programs().is_some() },
    Need { what: "Node.js with npm", package: "npm", is_there: || on_path(&["npm"]) },
    // Not everybody's path leads to where servers lie.
    Need {
        what: "Dovecot",
        package: "dovecot-imapd",
        is_there: || Path::new("/usr/sbin/dovecot").exists() || on_path(&["dovecot"]),
    },
    Need {
        what: "Postfix",
        package: POSTFIX,
        is_there: || Path::new("/usr/sbin/postfix").exists() || on_path(&["postfix"]),
    },
];

const POSTFIX: &str = "postfix";
/// What its package asks; the answer leaves the machine's own mail as it is.
const POSTFIX_ANSWER: &str = "postfix postfix/main_mailer_type select No configuration\n";

/// What stands between us and the tests.
pub enum Readiness {
    /// Everything is there.
    Ready,
    /// Something is missing, and installing it is not for us to do; the text says what and how.
    Missing(String),
}

/// Looks for what is needed, installs what is missing where that is allowed.
pub fn ensure() -> Result<Readiness, Box<dyn Error>> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(Readiness::Ready);
    }
    let root = rustix::process::geteuid().is_root();
    if !may_install(root, std::env::var("CI").ok().as_deref()) || !on_path(&["apt-get"]) {
        return Ok(Readiness::Missing(advice(&missing, root)));
    }
    install(&missing, root)?;
    let still: Vec<_> = self::missing();
    if still.is_empty() { Ok(Readiness::Ready) } else { Ok(Readiness::Missing(advice(&still, root))) }
}

fn missing() -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !(need.is_there)()).collect()
}

fn may_install(root: bool, ci: Option<&str>) -> bool {
    root || ci == Some("true")
}

fn advice(missing: &[&Need], root: bool) -> String {
    let what: Vec<_> = missing.iter().map(|need| need.what).collect();
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    let sudo = if root { "" } else { "sudo " };
    format!(
        "The tests need {}. Install it with this line (or your system's own), then try again:\n\n    \
         {sudo}apt-get update && {sudo}apt-get install -y {}\n",
        what.join(", "),
        packages.join(" "),
    )
}

fn install(missing: &[&Need], root: bool) -> Result<(), Box<dyn Error>> {
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    println!("installing {}", packages.join(", "));
    let _services_rest = NoServices::begin(root)?;
    apt(root, &["update", "-qq"])?;
    if packages.contains(&POSTFIX) {
        answer(root, POSTFIX_ANSWER)?;
    }
    // Another mail server that is there already is not ours to take away.
    let install = ["install", "-y", "-qq", "--no-install-recommends", "--no-remove", "-o", "Dpkg::Use-Pty=0"];
    apt(root, &[&install[..], &packages[..]].concat())
}

fn apt(root: bool, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut command = as_root(root, "env");
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments).stdin(Stdio::null());
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("apt-get {} failed ({status})", arguments.join(" ")).into()) }
}

/// Answers what a package will ask, before it is asked.
fn answer(root: bool, words: &str) -> Result<(), Box<dyn Error>> {
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), words)?;
    must(as_root(root, "debconf-set-selections").arg(file.path()))
}

fn as_root(root: bool, program: &str) -> Command {
    if root {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

/// While it lives, packages may not start their services; Debian asks this file (status 101 means no).
struct NoServices {
    root: bool,
    had_one: bool,
}

const POLICY: &str = "/usr/sbin/policy-rc.d";
const POLICY_ASIDE: &str = "/usr/sbin/policy-rc.d.before-tillit";

impl NoServices {
    fn begin(root: bool) -> Result<Self, Box<dyn Error>> {
        let had_one = Path::new(POLICY).exists();
        if had_one {
            must(as_root(root, "mv").args([POLICY, POLICY_ASIDE]))?;
        }
        let guard = Self { root, had_one };
        let ours = tempfile::NamedTempFile::new()?;
        fs::write(ours.path(), "#!/bin/sh\nexit 101\n")?;
        fs::set_permissions(ours.path(), fs::Permissions::from_mode(0o755))?;
        must(as_root(root, "cp").arg("-p").arg(ours.path()).arg(POLICY))?;
        Ok(guard)
    }
}

impl Drop for NoServices {
    fn drop(&mut self) {
        let restored = if self.had_one {
            must(as_root(self.root, "mv").args([POLICY_ASIDE, POLICY]))
        } else {
            must(as_root(self.root, "rm").args(["-f", POLICY]))
        };
        if let Err(error) = restored {
            eprintln!("warning: {POLICY} could not be put back: {error}");
        }
    }
}

fn must(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed ({status})").into()) }
}

/// True when any of the names is an executable file on the path.
pub fn on_path(names: &[&str]) -> bool {
    names.iter().any(|name| find_on_path(name).is_some())
}

/// Where a program lies, looking through `PATH` as a shell would.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    find_in(&std::env::var_os("PATH")?, name)
}

fn find_in(path: &OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path)
        .map(|dir| dir.join(name))
        .find(|file| fs::metadata(file).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_root_or_ci_may_install() {
        assert!(may_install(true, None));
        assert!(may_install(false, Some("true")));
        assert!(!may_install(false, None));
        assert!(!may_install(false, Some("false")));
    }

    #[test]
    fn the_advice_is_one_line_with_only_what_is_missing() {
        let text = advice(&[&NEEDS[0], &NEEDS[2]], false);
        assert!(text.contains("sudo apt-get update && sudo apt-get install -y chromium postgresql\n"), "{text}");
        assert!(!text.contains("chromium-driver"), "{text}");
        assert!(!advice(&[&NEEDS[0]], true).contains("sudo"));
    }

    #[test]
    fn a_program_is_found_only_when_it_can_be_run() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("tool");
        fs::write(&file, "#!/bin/sh\n").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("set");
        assert_eq!(find_in(dir.path().as_os_str(), "tool"), None);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("set");
        assert_eq!(find_in(dir.path().as_os_str(), "tool"), Some(file));
        assert_eq!(find_in(dir.path().as_os_str(), "other"), None);
    }
}
