//! The commands of the command line, one file each. They do nothing that the desk could not: they call
//! the same public commands.

pub mod articles;
pub mod backup;
pub mod check;
pub mod demo;
pub mod export;
pub mod mail;
pub mod moving;
pub mod search;
pub mod settings;
pub mod user;

use std::sync::Arc;

use platform::Result;
use platform::random::SystemRandom;
use platform::system_clock::SystemClock;

use crate::config::Config;
use crate::open::{Opened, Purpose, open};

/// Opens existing data beside a server that may be running.
///
/// # Errors
/// As [`open`].
pub async fn visit(config: &Config) -> Result<Opened> {
    open(config, Arc::new(SystemClock), Arc::new(SystemRandom), Purpose::Visit).await
}
