//! What is logged and how: our own crates as loud as asked, the libraries of others never louder than `info`, because
//! what they say when asked for everything may hold what was sent through them.

use std::str::FromStr;

use clap::{Args, ValueEnum};
use platform::{Context, Result};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// The crates that speak as loud as asked, and the lines about requests.
const OURS: [&str; 11] = [
    "access",
    "base",
    "channels",
    "community",
    "conversations",
    "people",
    "platform",
    "portal",
    "reactions",
    "tillit",
    "words",
];

/// How logs are written.
#[derive(Args, Clone, Debug)]
pub struct Logging {
    /// What is logged: error, warn, info, debug or trace, or a list such as info,access=debug,channels=trace
    #[arg(long = "log", env = "TILLIT_LOG", global = true, default_value = "info", value_name = "LEVEL")]
    filter: String,
    /// How lines of the log look
    #[arg(long, env = "TILLIT_LOG_FORMAT", global = true, default_value = "text", value_name = "FORMAT")]
    log_format: Format,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

impl Logging {
    /// Begins to write to standard error.
    ///
    /// # Errors
    /// When the filter cannot be understood.
    pub fn begin(&self) -> Result<()> {
        let filter = EnvFilter::builder().parse(directives(&self.filter));
        let filter = filter.context(format!("--log {} is not understood", self.filter))?;
        let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
        match self.log_format {
            Format::Text => lines.init(),
            Format::Json => lines.json().init(),
        }
        Ok(())
    }
}

/// A bare level is for our own crates alone.
fn directives(filter: &str) -> String {
    match LevelFilter::from_str(filter.trim()) {
        Ok(level) if level > LevelFilter::INFO => {
            let ours: Vec<String> = OURS.iter().map(|name| format!("{name}={level}")).collect();
            format!("info,{}", ours.join(","))
        }
        _ => filter.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loud_level_is_for_our_own_crates_alone() {
        assert_eq!(directives("warn"), "warn");
        assert_eq!(directives("info,access=debug"), "info,access=debug");
        let loud = directives("trace");
        assert!(loud.starts_with("info,access=trace,") && loud.contains("platform=trace"), "{loud}");
        assert!(!loud.contains("hyper"), "{loud}");
    }
}
