//! `xtask fuzz`: throws damaged input at every parser that outsiders can reach, on the stable toolchain.
//!
//! Each target runs in a process of its own, so that an overflowing stack ends that process and not the hunt.
//! The input at hand lies in a file before it is tried; what breaks its target is kept in `target/fuzz`. For
//! guided fuzzing by hand, `fuzz/` offers the same targets to `cargo fuzz`.

mod mutate;
mod targets;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;

use mutate::Mutator;
use targets::{TARGETS, Target};

/// An input that takes longer counts as a failure: parsers are linear.
const TOO_SLOW: Duration = Duration::from_secs(1);
/// The longest input that is made.
const LONGEST: usize = 1 << 16;

/// Arguments of `fuzz`.
#[derive(Args)]
pub struct Options {
    /// How long each target is tried
    #[arg(long, default_value_t = 30, value_name = "S")]
    seconds: u64,
    /// Another seed tries other inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only these targets
    #[arg(value_name = "TARGET")]
    only: Vec<String>,
    /// Try this one file instead, such as one that was kept
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    /// Runs one target in this process; `fuzz` starts itself with it
    #[arg(long, hide = true, value_name = "FILE")]
    at_hand: Option<PathBuf>,
}

/// Tries every target; whether all held.
///
/// # Errors
/// When a target has no such name, or a process cannot be started.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    let chosen = chosen(&options.only)?;
    if let Some(file) = &options.input {
        let input = std::fs::read(file)?;
        chosen.iter().for_each(|target| (target.run)(&input));
        println!("{} held", file.display());
        return Ok(true);
    }
    if let (Some(file), [target]) = (&options.at_hand, chosen.as_slice()) {
        return hunt(target, options, file);
    }
    let mut good = true;
    for target in chosen {
        good &= watch(root, target, options)?;
    }
    Ok(good)
}

fn chosen(only: &[String]) -> Result<Vec<&'static Target>, Box<dyn Error>> {
    let known = |name: &str| TARGETS.iter().find(|target| target.name == name);
    if only.is_empty() {
        return Ok(TARGETS.iter().collect());
    }
    let names = || TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ");
    only.iter()
        .map(|name| known(name).ok_or_else(|| format!("no target {name}; there are {}", names()).into()))
        .collect()
}

/// Runs a target in a process of its own and keeps the input that ended it.
fn watch(root: &Path, target: &Target, options: &Options) -> Result<bool, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let at_hand = folder.path().join("input");
    let child = Command::new(std::env::current_exe()?)
        .args(["fuzz", target.name, "--seconds", &options.seconds.to_string(), "--seed", &options.seed.to_string()])
        .arg("--at-hand")
        .arg(&at_hand)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let ended = child.wait_with_output()?;
    print!("{}", String::from_utf8_lossy(&ended.stdout));
    if ended.status.success() {
        return Ok(true);
    }
    let kept = root.join("target/fuzz").join(format!("{}-{}", target.name, options.seed));
    std::fs::create_dir_all(root.join("target/fuzz"))?;
    std::fs::copy(&at_hand, &kept)?;
    eprintln!("{}: FAILED ({}), the input is kept as {}", target.name, ended.status, kept.display());
    let said = String::from_utf8_lossy(&ended.stderr);
    said.lines().take(12).for_each(|line| eprintln!("  {line}"));
    Ok(false)
}

/// Tries inputs until the time is over; `Ok(false)` when one was too slow.
fn hunt(target: &Target, options: &Options, at_hand: &Path) -> Result<bool, Box<dyn Error>> {
    let mut mutator = Mutator::new(options.seed, seeds(target), target.words, LONGEST);
    let (began, mut tried, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while began.elapsed() < Duration::from_secs(options.seconds) {
        let input = mutator.next_input();
        std::fs::write(at_hand, &input)?;
        let started = Instant::now();
        (target.run)(&input);
        slowest = slowest.max(started.elapsed());
        tried += 1;
        if slowest > TOO_SLOW {
            eprintln!("{} bytes took {slowest:?}", input.len());
            return Ok(false);
        }
    }
    println!("{:<12} {tried:>9} inputs, the slowest {slowest:?}", target.name);
    Ok(true)
}

/// Where mutation starts: our own few examples, and the real mails when they are there.
fn seeds(target: &Target) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = target.seeds.iter().map(|seed| seed.as_bytes().to_vec()).collect();
    if let (true, Some(corpus)) = (target.mails, std::env::var_os("TILLIT_CORPUS")) {
        collect(&PathBuf::from(corpus).join("mail"), &mut seeds);
    }
    seeds
}

fn collect(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, seeds);
        } else if let Ok(bytes) = std::fs::read(&path)
            && bytes.len() <= LONGEST
        {
            seeds.push(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_holds_on_its_seeds_and_their_first_children() {
        for target in TARGETS {
            let mut mutator = Mutator::new(7, seeds(target), target.words, 4096);
            for seed in target.seeds {
                (target.run)(seed.as_bytes());
            }
            for _ in 0..200 {
                (target.run)(&mutator.next_input());
            }
        }
    }

    #[test]
    fn what_breaks_a_target_is_found_and_kept() {
        let target = Target {
            name: "glass",
            seeds: &["stone"],
            words: &[],
            mails: false,
            run: |input| {
                if input.len() > 9 {
                    std::thread::sleep(TOO_SLOW + Duration::from_millis(20))
                }
            },
        };
        let folder = tempfile::tempdir().expect("a folder");
        let at_hand = folder.path().join("input");
        let options = Options { seconds: 20, seed: 3, only: vec![], input: None, at_hand: None };
        assert!(!hunt(&target, &options, &at_hand).expect("runs"), "a slow input is a failure");
        assert!(std::fs::read(at_hand).expect("kept").len() > 9);
    }

    #[test]
    fn an_unknown_target_is_told_with_the_known_ones() {
        let error = chosen(&["mimes".to_owned()]).err().expect("an error").to_string();
        assert!(error.contains("mimes") && error.contains("mime,"), "{error}");
    }
}
