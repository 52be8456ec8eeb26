//! Calls that fail: at a chosen one, `strace` answers in the system's place that the disk is full or broken, once or
//! from then on. On SQLite, whose calls are the server's own.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::full_disk::sums;
use super::probe::Probe;
use crate::crash::Outcome;
use crate::crash::count;
use crate::crash::server::{End, Server};
use crate::crash::sink::Sink;

/// What fails, how, and on which files of the data folder.
const KINDS: [(&str, &str, &[&str]); 7] = [
    ("pwrite64", "ENOSPC", &["tillit.db-wal"]),
    ("pwrite64", "EIO", &["tillit.db-wal"]),
    ("fsync,fdatasync", "EIO", &["tillit.db-wal"]),
    ("pwrite64", "EIO", &["tillit.db"]),
    ("fsync,fdatasync", "EIO", &["tillit.db"]),
    // Only large mails' files are made and renamed.
    ("mkdir", "ENOSPC", &[]),
    ("rename", "EIO", &[]),
];
const PATIENCE: Duration = Duration::from_secs(30);
const QUIET: Duration = Duration::from_secs(2);
const TRIES: usize = 24;

/// One life with failing calls, and one without in which everything must be there.
pub fn run(binary: &Path, round: usize, chance: &mut fastrand::Rng) -> Outcome<Value> {
    let (calls, error, files) = KINDS[round % KINDS.len()];
    let for_good = (round / KINDS.len()).is_multiple_of(2);
    let sink = Sink::start()?;
    let mut server = Server::prepare(binary, None, &sink.url())?;
    let link = server.add_colleague("ingrid")?;
    let first = match calls {
        "pwrite64" => chance.usize(1..400),
        "fsync,fdatasync" => chance.usize(1..40),
        _ => chance.usize(1..4),
    };
    server.start()?;
    let mut probe = Probe::begin(server.ports(), &link)?;
    for _ in 0..3 {
        probe.all(false);
    }
    server.end(End::Stop, PATIENCE)?;

    let when = format!("{first}{}", if for_good { "+" } else { "" });
    server.under(Some(words(&server.data(), calls, error, files, &when)));
    // A start that fails is an honest answer, too.
    let started = server.start().is_ok();
    if started {
        for number in 0..TRIES {
            probe.all(number % 4 == 0);
        }
    }
    let (dishonest, heard) = (probe.dishonest(), std::mem::take(&mut probe.heard));
    // Politely or not: it may be unable to end as it should.
    let ended = started.then(|| server.end(End::Stop, PATIENCE).is_ok());
    server.under(None);
    server.start()?;
    let back = probe.until_well(PATIENCE);
    let verdict = count::when_settled(&probe.ledger, &sink, server.ports().desk, probe.cookie(), QUIET)?;
    server.end(End::Stop, PATIENCE)?;
    let whole = server.check()?;
    let good = !verdict.is_bad() && whole && dishonest.is_empty() && back.is_some();
    if !good {
        eprintln!("{}\n{}", server.last_words(), verdict.details());
    }
    let mut figures = sums(&verdict);
    figures["what"] = json!(format!("{error} at {calls} {when} of {}", files.join(", ")));
    figures["answers"] = json!(heard);
    figures["dishonest"] = json!(dishonest);
    figures["started"] = json!(started);
    figures["ended_politely"] = json!(ended);
    figures["check"] = json!(whole);
    figures["good"] = json!(good);
    Ok(figures)
}

fn words(data: &Path, calls: &str, error: &str, files: &[&str], when: &str) -> Vec<OsString> {
    let mut words: Vec<OsString> = ["strace", "-D", "-f", "-qq", "-o", "/dev/null"].map(OsString::from).to_vec();
    for file in files {
        words.push("-P".into());
        words.push(data.join(file).into());
    }
    words.extend(["-e".into(), format!("trace={calls}").into()]);
    words.extend(["-e".into(), format!("inject={calls}:error={error}:when={when}").into()]);
    words
}
