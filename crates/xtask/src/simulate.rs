//! Many made-up lives of a business, one after the other: the product's own simulation, seed by seed.

use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use serde_json::{Value, json};

/// The test that lives the lives it is told to: only the product can open a database.
const LIVES: &str = "simulated::one_seed";
/// What every life that went well begins its line with.
const MARK: &str = "simulated {";

/// How many, and which.
#[derive(clap::Args)]
pub struct Options {
    /// How many lives
    #[arg(long, default_value_t = 50)]
    seeds: u64,
    /// The first seed
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// Steps of each life [default: 16 to 220, by its seed]
    #[arg(long)]
    steps: Option<u64>,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    json: bool,
}

/// Sums over all lives.
#[derive(Default)]
struct Sums {
    lives: u64,
    steps: u64,
    mails: u64,
    replies: u64,
    deaths: u64,
    postgres: u64,
}

impl Sums {
    fn add(&mut self, life: &Value) {
        let number = |name: &str| life.get(name).and_then(Value::as_u64).unwrap_or(0);
        self.lives += 1;
        self.steps += number("steps");
        self.mails += number("mails");
        self.replies += number("replies");
        self.deaths += number("deaths");
        self.postgres += u64::from(life.get("engine").and_then(Value::as_str) == Some("Postgres"));
    }
}

/// The life that a line tells of, if it does.
fn life(line: &str) -> Option<Value> {
    let at = line.find(MARK)? + MARK.len() - 1;
    serde_json::from_str(line.get(at..)?).ok()
}

/// Lives them. What goes wrong is printed as the product's test tells it: seed, step, acts, and how to see it again; the
/// lives behind it are lived all the same.
pub fn run(root: &Path, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let (mut sums, mut failed) = (Sums::default(), Vec::new());
    let end = options.from.saturating_add(options.seeds);
    let mut seed = options.from;
    while seed < end {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(root).args(["test", "--quiet", "--workspace", "--bin", "tillit", LIVES, "--", "--nocapture"]);
        cargo.env("TILLIT_SEED", seed.to_string()).env("TILLIT_SEEDS", (end - seed).to_string());
        if let Some(steps) = options.steps {
            cargo.env("TILLIT_STEPS", steps.to_string());
        }
        let mut lives = cargo.stdout(Stdio::piped()).spawn()?;
        let lines = lives.stdout.take().ok_or("no output")?;
        let before = sums.lives;
        for line in BufReader::new(lines).lines() {
            let line = line?;
            if let Some(life) = life(&line) {
                sums.add(&life);
                if !options.json && sums.lives.is_multiple_of(10) {
                    println!(
                        "{} lives, {} steps, {} mails, {} deaths",
                        sums.lives, sums.steps, sums.mails, sums.deaths
                    );
                }
            }
        }
        let ended = lives.wait()?;
        seed += sums.lives - before;
        if !ended.success() {
            failed.push(seed);
        } else if seed < end {
            return Err(format!("the simulation ended at seed {seed} without saying why").into());
        }
        seed += u64::from(!ended.success());
    }
    let Sums { lives, steps, mails, replies, deaths, postgres } = sums;
    let told = json!({
        "lives": lives, "steps": steps, "mails": mails, "replies": replies, "deaths": deaths, "postgres": postgres,
        "failed": failed,
    });
    println!("{told}");
    Ok(crate::exit_code(failed.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_is_read_from_its_line_whatever_stands_before() {
        let line = r#"test x ... simulated {"seed":5,"engine":"Postgres","steps":16,"mails":7,"deaths":2}"#;
        let mut sums = Sums::default();
        sums.add(&life(line).expect("a life"));
        assert_eq!((sums.lives, sums.steps, sums.mails, sums.deaths, sums.postgres), (1, 16, 7, 2, 1));
        assert!(life("running 1 test").is_none());
    }
}
