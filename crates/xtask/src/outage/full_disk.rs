//! A full disk: the data folder's, and PostgreSQL's. Both are small file systems in memory, which takes root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::process::Signal;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::probe::{Probe, fill};
use crate::crash::Outcome;
use crate::crash::count::{self, Verdict};
use crate::crash::server::{End, Server};
use crate::crash::sink::Sink;
use crate::postgres::Cluster;

/// The promise: once there is room, all is well within this time.
const BACK_MAX: Duration = Duration::from_secs(10);
/// How long we look on before we give up.
const PATIENCE: Duration = Duration::from_secs(60);
const QUIET: Duration = Duration::from_secs(2);
/// A server wants 64 MiB free to call itself well, and PostgreSQL begins with 40.
const MEBIBYTES: u32 = 200;
/// How often everything is tried while there is no room; every fifth mail is large.
const TRIES: usize = 40;

/// A small file system, gone at the end.
pub struct Small {
    folder: TempDir,
}

impl Small {
    /// Nothing where we may not mount.
    pub fn mount() -> Outcome<Option<Self>> {
        let folder = tempfile::Builder::new().prefix("tillit-small-").tempdir()?;
        let size = format!("size={MEBIBYTES}m,mode=755");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path());
        let mounted = mount.stdout(Stdio::null()).stderr(Stdio::null()).status();
        Ok(mounted.is_ok_and(|status| status.success()).then_some(Self { folder }))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// One engine, on a disk that becomes full and free again.
pub fn run(binary: &Path, postgres: bool) -> Outcome<Option<Value>> {
    let Some(small) = Small::mount()? else { return Ok(None) };
    let sink = Sink::start()?;
    let mut cluster =
        if postgres { Some(Cluster::start_in(small.path()).map_err(|error| error.to_string())?) } else { None };
    let database = cluster.as_ref().map(|cluster| cluster.url().to_owned());
    let mut server = Server::prepare(binary, database, &sink.url())?;
    if !postgres {
        server.put_data(&small.path().join("data"));
    }
    let link = server.add_colleague("ingrid")?;
    server.start()?;
    let mut probe = Probe::begin(server.ports(), &link)?;
    for _ in 0..5 {
        probe.all(false);
    }
    let before = probe.ledger.all().values().filter(|entry| entry.acknowledged).count();

    let filler: PathBuf = fill(small.path())?;
    for number in 0..TRIES {
        probe.all(number % 5 == 0);
    }
    let (dishonest, heard) = (probe.dishonest(), std::mem::take(&mut probe.heard));
    let refused = heard.iter().filter(|(asked, _)| !asked.ends_with("250") && !asked.ends_with("303")).count();
    std::fs::remove_file(filler)?;
    let database_ended = cluster.as_mut().is_some_and(Cluster::has_ended);
    if let Some(cluster) = cluster.as_mut().filter(|_| database_ended) {
        // As its service manager would.
        cluster.restart(Signal::INT).map_err(|error| error.to_string())?;
    }
    let back = probe.until_well(PATIENCE);
    let verdict = count::when_settled(&probe.ledger, &sink, server.ports().desk, probe.cookie(), QUIET)?;
    let ended = server.end(End::Stop, PATIENCE);
    let whole = server.check()?;
    let good = !verdict.is_bad()
        && whole
        && ended.is_ok()
        && dishonest.is_empty()
        && refused > 0
        && back.is_some_and(|back| back <= BACK_MAX);
    if !good {
        eprintln!("{}\n{}", server.last_words(), verdict.details());
    }
    let mut figures = sums(&verdict);
    figures["what"] = json!(if postgres { "PostgreSQL's disk is full" } else { "the data folder's disk is full" });
    figures["acknowledged_before"] = json!(before);
    figures["answers_while_full"] = json!(heard);
    figures["dishonest"] = json!(dishonest);
    figures["database_ended"] = json!(database_ended);
    figures["back_ms"] = json!(back.map(|back| back.as_millis()));
    figures["check"] = json!(whole);
    figures["good"] = json!(good);
    Ok(Some(figures))
}

/// What became of everything.
pub fn sums(verdict: &Verdict) -> Value {
    json!({
        "acknowledged": verdict.acknowledged(), "present": verdict.present(), "lost": verdict.lost.len(),
        "duplicated": verdict.duplicated.len(), "resent": verdict.resent,
    })
}
