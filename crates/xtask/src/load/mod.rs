//! `cargo xtask load`: more than a server can do, and more than it should hold (P12, P13).
//!
//! Sees the product only from outside, on loopback. `requests` sends pages' requests at a fixed pace whether or not
//! they are answered (an open loop, as people are) and a burst of mails; `memory` opens what asks for nothing, reads
//! nothing, or is very large, and looks at the memory of the process. Both judge against the promises; the figures of
//! a debug build mean little, and load and server share the machine.

mod memory;
mod requests;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde_json::json;

use crate::crash::Outcome;
use crate::crash::load::sign_in;
use crate::crash::server::{End, Server};
use crate::crash::sink::Sink;
use crate::test::{cargo, target_dir};

/// How to run.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// A server that is built already; else the optimised one is built
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// Seconds of each pace
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
    /// Mails of the burst
    #[arg(long, default_value_t = 50_000)]
    pub mails: usize,
    /// Connections that say nothing
    #[arg(long, default_value_t = 10_000)]
    pub sockets: usize,
    /// Open pages that read nothing of what they are told
    #[arg(long, default_value_t = 1_000)]
    pub readers: usize,
    /// Mails of 25 MiB
    #[arg(long, default_value_t = 100)]
    pub large: usize,
    /// Print one JSON object and nothing else on standard output
    #[arg(long)]
    pub json: bool,
}

/// Measures both; false when a promise is broken.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => build(root)?,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let now = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: now.maximum, maximum: now.maximum })?;
    measure(&runtime, &binary, options).map_err(|error| -> Box<dyn Error> { error })
}

fn measure(runtime: &tokio::runtime::Runtime, binary: &Path, options: &Options) -> Outcome<bool> {
    let sink = Sink::start()?;
    let mut server = Server::prepare(binary, None, &sink.url())?;
    let link = server.add_colleague("ingrid")?;
    server.start()?;
    let cookie = sign_in(server.ports().desk, &link)?;
    let desk = requests::Desk { at: server.ports().desk, lmtp: server.ports().lmtp, cookie };
    let overload = runtime.block_on(requests::overload(&desk, options))?;
    let burst = requests::burst(runtime, &desk, options.mails)?;
    server.end(End::Stop, std::time::Duration::from_secs(60))?;
    // A fresh process: its memory is its own.
    server.start()?;
    let process = server.process().ok_or("the server does not run")?;
    let memory = memory::measure(runtime, &desk, process, options)?;
    server.end(End::Stop, std::time::Duration::from_secs(60))?;
    let whole = server.check()?;
    let good = whole && [&overload, &burst, &memory].iter().all(|one| one["good"] == true);
    let all = json!({ "overload": overload, "burst": burst, "memory": memory, "check": whole, "good": good });
    println!("{all:#}");
    if !good && !options.json {
        eprintln!("{}", server.last_words());
    }
    Ok(good)
}

fn build(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut command = Command::new(cargo());
    command.current_dir(root).args(["build", "--quiet", "--release", "--package", "tillit", "--bin", "tillit"]);
    if !command.status()?.success() {
        return Err("the server cannot be built".into());
    }
    Ok(target_dir(root)?.join("release").join("tillit"))
}
