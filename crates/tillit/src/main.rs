//! Tillit: customer support that keeps its word. One program: the desk, the mail, the chores.
//!
//! Start with `serve.rs` for what runs, `routes.rs` for every address of the desk, `api.rs` for the API, `open.rs` for how
//! the data is opened. No rule of customer care lives here.

#[cfg(test)]
mod access;
mod answers;
mod api;
mod cli;
mod commands;
mod config;
mod demo;
#[cfg(test)]
mod erased;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod moved;
mod one_core;
mod open;
mod operating;
mod progress;
mod routes;
mod serve;
mod settings_file;
#[cfg(test)]
mod simulated;
#[cfg(test)]
mod upgrades;

use std::process::ExitCode;

/// A page is thousands of small texts: the system's allocator took a seventh of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
