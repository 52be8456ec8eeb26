//! Keeps today's schema and a small business in it, so that every later Tillit is tested on them.

use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The test of the product that writes the files: only it can open a database.
const WRITES: &str = "upgrades::a_snapshot_is_written_when_one_is_asked_for";

/// Writes `crates/tillit/tests/schema/NAME.json` and `NAME.backup`; refuses a name that is there.
pub fn run(root: &Path, name: &str) -> Result<ExitCode, Box<dyn Error>> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)) {
        return Err(format!("{name:?} is no name for a schema; letters, digits, points and hyphens are").into());
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root).args(["test", "-p", "tillit", "--bin", "tillit", WRITES]);
    let ended = cargo.env("TILLIT_SNAPSHOT", name).env_remove("TILLIT_REQUIRE_ALL").status()?;
    if !ended.success() {
        return Ok(ExitCode::FAILURE);
    }
    println!("the schema is kept as crates/tillit/tests/schema/{name}.json and .backup");
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_none_is_refused_before_anything_runs() {
        for name in ["", "../x", "a b", "æ"] {
            assert!(run(Path::new("/nowhere"), name).is_err(), "{name}");
        }
    }
}
