//! Our chores as Rust: `cargo xtask --help` lists them.
//!
//! Each chore is a module of its own that knows nothing of the others; `ci` is the list of them that must be
//! green before a change lands. To add a chore, add a module, a variant of [`Chore`] and its line in [`run`].
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

mod axe;
mod bench;
mod ci;
mod crash;
mod deny;
mod fuzz;
mod language_table;
mod load;
mod mails;
mod needs;
mod outage;
mod postgres;
mod power;
mod schemathesis;
mod screens;
mod simulate;
mod snapshot;
mod steps;
mod test;
mod tidy;
mod vectors;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Tillit's chores. Run them from anywhere inside the work tree as `cargo xtask CHORE`.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every test, on SQLite and on PostgreSQL, in a real browser where a browser is meant
    ///
    /// Installs what the tests need (Chromium and its driver, PostgreSQL 15 or newer; axe-core from npm), but only as
    /// root or with CI=true; otherwise it prints the one line to run and stops with status 2. PostgreSQL runs from a
    /// temporary folder, on a free port, for this run alone.
    #[command(
        after_help = "Examples:\n  cargo xtask test                      everything\n  cargo xtask test -p conversations     one crate\n  cargo xtask test -p tillit mail       tests of one crate with `mail` in their name"
    )]
    Test {
        /// Arguments for cargo nextest or cargo test; without -p, the whole workspace is tested
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Run everything a change must pass: formatting, lints, documentation, dependencies, tests
    Ci {
        /// Leave the tests out
        #[arg(long)]
        checks_only: bool,
    },
    /// Measure what must stay quick, beside a reference of the same run
    Bench(bench::Options),
    /// Kill the server under load again and again, and count what was lost or shown twice
    Crash(crash::Options),
    /// Check licences, banned crates and sources of all dependencies against deny.toml
    Deny,
    /// Throw damaged input at every parser that outsiders can reach, 30 s each
    Fuzz(fuzz::Options),
    /// Make the table by which languages are told apart, from translated programs unpacked below the folders
    LanguageTable {
        /// Folders; `crates/words/model/README.md` says what belongs there
        #[arg(required = true)]
        dirs: Vec<PathBuf>,
    },
    /// Ask for more than a server can do, and make it hold more than it should: overload (P12) and memory (P13)
    ///
    /// Takes an optimised server, and takes some minutes; on a machine that does nothing else.
    Load(load::Options),
    /// Measure what we make of real mails of which something is known, and list what is wrong
    ///
    /// Sources are folders with `expected.json` beside the mails; `auto_truth.tsv` lies above them. Each count is
    /// `passed` of `total`: also of panics, slow mails and false alarms it says how many mails were all right.
    Mails(mails::Options),
    /// Let disks become full and calls fail, and see that nobody is told otherwise (P03)
    ///
    /// The small disks take root, the failing calls strace; where either is missing it says so and leaves that out.
    FullDisk(outage::Options),
    /// Run two nodes on one PostgreSQL; kill one, let it stand still, restart the database (P15, P09)
    Nodes(outage::nodes::Options),
    /// Cut the power under load again and again: only what was synced is left, and nothing acknowledged may be missing
    ///
    /// Takes strace, and the right to trace; where either is missing it says so and does nothing.
    Power(power::Options),
    /// Throw made-up requests at every operation of the API, and compare each answer with its document
    ///
    /// Installs Schemathesis by pip into the build folder; where that cannot be reached it says so and does nothing.
    Schemathesis(schemathesis::Options),
    /// Take a picture of every page of the demo, wide and narrow, light and dark, into docs/screens
    Screens,
    /// Live made-up lives of a business, each from a seed, and compare it with a model after every step
    ///
    /// Those on PostgreSQL are lived where TILLIT_TEST_POSTGRES names a server.
    Simulate(simulate::Options),
    /// Keep today's schema and a small business in it as NAME, for tests of later upgrades
    ///
    /// Once for each release, before it is given away. Pairs that are there are never written again.
    Snapshot {
        /// Such as 0.2.0
        name: String,
    },
    /// Check the rules of the house: dependency directions, file headers and sizes, purity of rules
    Tidy,
    /// Compare our rules with the reference vectors in DIR
    Vectors {
        /// Folder with one JSON file a topic
        dir: PathBuf,
        /// Print one JSON object and nothing else on standard output
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().chore, &workspace_root()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore, root: &Path) -> Result<ExitCode, Box<dyn Error>> {
    match chore {
        Chore::Test { arguments } => test::run(root, &arguments),
        Chore::Ci { checks_only } => ci::run(root, checks_only),
        Chore::Bench(options) => Ok(exit_code(bench::run(root, &options)?)),
        Chore::Crash(options) => Ok(exit_code(crash::run(root, &options)?)),
        Chore::Schemathesis(options) => Ok(exit_code(schemathesis::run(root, &options)?)),
        Chore::Deny => Ok(exit_code(deny::run(root)?)),
        Chore::Fuzz(options) => Ok(exit_code(fuzz::run(root, &options)?)),
        Chore::LanguageTable { dirs } => {
            println!("{}", language_table::run(root, &dirs)?);
            Ok(ExitCode::SUCCESS)
        }
        Chore::Load(options) => Ok(exit_code(load::run(root, &options)?)),
        Chore::Mails(options) => Ok(exit_code(mails::run(&options)?)),
        Chore::FullDisk(options) => Ok(exit_code(outage::run(root, &options)?)),
        Chore::Nodes(options) => Ok(exit_code(outage::nodes::run(root, &options)?)),
        Chore::Power(options) => Ok(exit_code(power::run(root, &options)? != Some(false))),
        Chore::Screens => screens::run(root),
        Chore::Simulate(options) => simulate::run(root, &options),
        Chore::Snapshot { name } => snapshot::run(root, &name),
        Chore::Tidy => Ok(exit_code(tidy::run(root)?)),
        Chore::Vectors { dir, json } => Ok(exit_code(vectors::run(&dir, json)?)),
    }
}

fn exit_code(good: bool) -> ExitCode {
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The work tree we were started in; `cargo run` tells it, and a binary started by hand remembers its own.
fn workspace_root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut root = PathBuf::from(manifest);
    root.pop();
    root.pop();
    root
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn test_hands_unknown_arguments_on() {
        let arguments = Arguments::parse_from(["cargo xtask", "test", "-p", "people", "sign_in"]);
        let Chore::Test { arguments } = arguments.chore else { panic!("not the test chore") };
        assert_eq!(arguments, ["-p", "people", "sign_in"]);
    }

    #[test]
    fn the_root_holds_the_workspace_manifest() {
        assert!(workspace_root().join("crates/xtask").is_dir());
    }
}
