//! Measures what must stay quick, each row beside a reference measured in the same run, so that two machines can be
//! compared.

mod search;

use std::error::Error;

use clap::{Args, Subcommand};

/// What is measured.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    row: Row,
}

#[derive(Subcommand)]
enum Row {
    /// Search: exact, stem, beginning and mistyped, newest first
    ///
    /// On SQLite, and on PostgreSQL where TILLIT_TEST_POSTGRES names a server. Build with --release to judge.
    Search(search::Options),
}

/// Measures.
pub fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let Row::Search(options) = &options.row;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(search::run(options))
}
