//! `cargo xtask test`: the second command of the README.
//!
//! Brings what the tests need, gives them a PostgreSQL of their own, runs them and says at the end what ran and what
//! was skipped. How a test uses these things is in `crates/tillit/tests/it/harness`.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::needs::{self, Readiness, on_path};
use crate::postgres::Cluster;
use crate::steps::Steps;
use crate::{axe, crash, exit_code, power, schemathesis};

const STATUS_MISSING: u8 = 2;

/// Runs the tests; status 2 when the machine lacks something that is not for us to install.
pub fn run(root: &Path, arguments: &[String]) -> Result<ExitCode, Box<dyn Error>> {
    let mut steps = Steps::new()?;
    match steps.time("what the tests need", needs::ensure)? {
        Readiness::Missing(advice) => {
            eprintln!("{advice}");
            Ok(ExitCode::from(STATUS_MISSING))
        }
        Readiness::Ready => Ok(exit_code(run_prepared(root, arguments, &mut steps)?)),
    }
}

fn run_prepared(root: &Path, arguments: &[String], steps: &mut Steps) -> Result<bool, Box<dyn Error>> {
    let axe = steps.time("axe-core from npm", || axe::fetch(root, &target_dir(root)?))?;
    let own = std::env::var("TILLIT_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    let cluster = match own {
        Some(_) => None,
        None => Some(steps.time("PostgreSQL for this run", Cluster::start)?),
    };
    let skips = tempfile::NamedTempFile::new()?;

    let nextest = on_path(&["cargo-nextest"]);
    let mut tests = Command::new(cargo());
    tests.current_dir(root).args(test_arguments(nextest, arguments));
    tests.env("TILLIT_AXE", &axe).env("TILLIT_REQUIRE_ALL", "1").env("TILLIT_SKIPS", skips.path());
    if let Some(cluster) = &cluster {
        tests.env("TILLIT_TEST_POSTGRES", cluster.url());
    }
    let mut passed = steps.run(if nextest { "tests (nextest)" } else { "tests" }, &mut tests)?;
    drop(cluster);
    if passed && !is_chosen(arguments) {
        passed = steps.time("kills under load", || kill_under_load(root))?;
        passed &= steps.time("power cuts", || cut_power(root))?;
        passed &= steps.time("made-up requests at the API", || make_up_requests(root))?;
    }
    println!("\n{}{}", steps.summary(), skipped(&fs::read_to_string(skips.path())?));
    Ok(passed)
}

/// A few kills on each engine, with the server that the tests have just built.
fn kill_under_load(root: &Path) -> Result<bool, Box<dyn Error>> {
    let binary = Some(target_dir(root)?.join("debug/tillit"));
    crash::run(root, &crash::Options { rounds: 4, engine: crash::Engines::Both, release: false, binary, json: false })
}

/// A few power cuts of one short record; where nobody may trace, it says so.
fn cut_power(root: &Path) -> Result<bool, Box<dyn Error>> {
    let binary = Some(target_dir(root)?.join("debug/tillit"));
    let options = power::Options { rounds: 5, seconds: 1, binary, seed: None, json: false };
    Ok(power::run(root, &options)? != Some(false))
}

/// A short round of requests that no program of ours would send, at the server that the tests have just built.
fn make_up_requests(root: &Path) -> Result<bool, Box<dyn Error>> {
    let binary = Some(target_dir(root)?.join("debug/tillit"));
    schemathesis::run(
        root,
        &schemathesis::Options { quick: true, binary, seed: schemathesis::SEED, ..Default::default() },
    )
}

/// Whether one crate was asked for, not everything.
fn is_chosen(arguments: &[String]) -> bool {
    arguments.iter().any(|argument| argument.starts_with("-p") || argument.starts_with("--package"))
}

fn test_arguments(nextest: bool, more: &[String]) -> Vec<String> {
    let mut arguments: Vec<&str> = if nextest { vec!["nextest", "run"] } else { vec!["test"] };
    if !is_chosen(more) {
        arguments.push("--workspace");
    }
    if !more.iter().any(|argument| argument == "--no-fail-fast") {
        arguments.push("--no-fail-fast");
    }
    arguments.into_iter().map(str::to_owned).chain(more.iter().cloned()).collect()
}

/// Tests write why they skipped, one line each; many skip for the same reason.
fn skipped(lines: &str) -> String {
    let reasons: BTreeSet<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
    if reasons.is_empty() {
        return "  nothing was skipped\n".to_owned();
    }
    reasons.iter().map(|reason| format!("  skipped: {reason}\n")).collect()
}

/// The cargo that started us, so that both agree on the toolchain.
pub fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// Where cargo puts what it builds.
pub fn target_dir(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut command = Command::new(cargo());
    let output = command.current_dir(root).args(["metadata", "--no-deps", "--format-version", "1"]).output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let dir = metadata["target_directory"].as_str().ok_or("cargo metadata names no target folder")?;
    Ok(dir.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(nextest: bool, more: &[&str]) -> String {
        test_arguments(nextest, &more.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>()).join(" ")
    }

    #[test]
    fn without_a_package_the_whole_workspace_is_tested() {
        assert_eq!(arguments(true, &[]), "nextest run --workspace --no-fail-fast");
        assert_eq!(arguments(false, &["sign_in"]), "test --workspace --no-fail-fast sign_in");
    }

    #[test]
    fn a_chosen_package_is_tested_alone() {
        assert_eq!(arguments(true, &["-p", "people"]), "nextest run --no-fail-fast -p people");
        assert_eq!(arguments(true, &["--package=people"]), "nextest run --no-fail-fast --package=people");
    }

    #[test]
    fn each_reason_for_skipping_is_told_once() {
        assert_eq!(skipped("no corpus\nno corpus\n"), "  skipped: no corpus\n");
        assert_eq!(skipped(""), "  nothing was skipped\n");
    }
}
