//! `cargo xtask ci`: everything a change must pass, read as a list.

use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::steps::Steps;
use crate::test::{self, cargo};
use crate::{deny, exit_code};

struct Check {
    name: &'static str,
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

/// The house rules (`tidy`) are among the tests.
const CHECKS: &[Check] = &[
    Check { name: "formatting", arguments: &["fmt", "--all", "--", "--check"], environment: &[] },
    Check {
        name: "lints",
        arguments: &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
        environment: &[],
    },
    Check {
        name: "documentation",
        arguments: &["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
];

/// Runs every check, also after one failed, then the tests.
pub fn run(root: &Path, checks_only: bool) -> Result<ExitCode, Box<dyn Error>> {
    let mut steps = Steps::new()?;
    for check in CHECKS {
        let mut command = Command::new(cargo());
        command.current_dir(root).args(check.arguments).envs(check.environment.iter().copied());
        steps.run(check.name, &mut command)?;
    }
    println!("\n── dependencies");
    let began = std::time::Instant::now();
    let good = deny::run(root)?;
    steps.note("dependencies", if good { "passed" } else { "failed" }.to_owned(), good, began.elapsed());
    println!("\n{}", steps.summary());
    let good = steps.all_good();
    drop(steps);
    if checks_only || !good {
        return Ok(exit_code(good));
    }
    test::run(root, &[])
}
