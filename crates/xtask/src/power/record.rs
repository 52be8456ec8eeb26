//! One record: a business is begun and works, ends politely and begins again, is killed, and `strace` writes down all
//! that it did to its disk and said to others.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::talk::{Talk, Told};
use super::trace::{self, CALLS, Call, Event};
use crate::crash::Outcome;
use crate::crash::ledger::Ledger;
use crate::crash::load::Load;
use crate::crash::server::{End, Server};
use crate::crash::sink::{Reply, Sink};

/// The colleagues, in the order in which they come.
pub const COLLEAGUES: [&str; 2] = ["ingrid", "jonas"];

const PATIENCE: Duration = Duration::from_secs(60);
/// More than any single write here.
const LONGEST: &str = "4194304";

/// A step of the record, in order: a call begins, or has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another process goes on.
    Process,
    /// The call with this number begins.
    Begins(usize),
    /// It has ended.
    Ended(usize),
}

/// What was recorded.
pub struct Record {
    /// The folder above the data folder, as the record names it.
    pub root: PathBuf,
    /// Every call.
    pub events: Vec<Event>,
    /// The same in order.
    pub steps: Vec<Step>,
    /// What the customers' mail server had at the end.
    pub sink: Vec<Reply>,
    /// How many steps had been taken when each colleague's command had ended.
    pub colleagues: Vec<usize>,
    /// From which step on a mark was acknowledged.
    pub acknowledged: HashMap<String, usize>,
    /// From which step on a reply was known to have been handed on.
    pub handed_on: HashMap<String, usize>,
}

/// Why nothing can be recorded here, if so.
pub fn why_not() -> Option<String> {
    let mut strace = Command::new("strace");
    strace.args(["-D", "-f", "--seccomp-bpf", "-e", "trace=close", "-o", "/dev/null", "true"]);
    match strace.stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => None,
        Ok(_) => Some("strace may not trace here, or is older than 5.3".to_owned()),
        Err(_) => Some("strace is not installed".to_owned()),
    }
}

/// Records a business at work for twice this long.
pub fn record(binary: &Path, work: Duration) -> Outcome<Record> {
    let sink = Sink::start()?;
    let ledger = Arc::new(Ledger::default());
    let mut server = Server::prepare(binary, None, &sink.url())?;
    let (root, traces) = (server.home().to_owned(), tempfile::tempdir()?);
    let trace = |name: &str| traces.path().join(name);
    let mut links = Vec::new();
    for name in COLLEAGUES {
        server.under(Some(words(&trace(name))));
        links.push(server.add_colleague(name)?);
    }
    server.under(Some(words(&trace("first"))));
    server.start()?;
    let load = Load::start(&ledger, &sink, server.ports(), &links)?;
    std::thread::sleep(work);
    server.end(End::Stop, PATIENCE)?;
    server.under(Some(words(&trace("second"))));
    server.start()?;
    std::thread::sleep(work);
    load.finish()?;
    server.end(End::Kill, PATIENCE)?;
    let mut record = Record {
        root,
        events: Vec::new(),
        steps: Vec::new(),
        sink: sink.kept(),
        colleagues: Vec::new(),
        acknowledged: HashMap::new(),
        handed_on: HashMap::new(),
    };
    for name in COLLEAGUES {
        record.take(&trace(name))?;
        record.colleagues.push(record.steps.len());
    }
    record.take(&trace("first"))?;
    record.take(&trace("second"))?;
    Ok(record)
}

/// How to run a program so that all it does is written to `file`.
fn words(file: &Path) -> Vec<OsString> {
    let mut words: Vec<OsString> =
        ["strace", "-D", "-f", "--seccomp-bpf", "-q", "-xx", "-s", LONGEST, "-e"].map(OsString::from).to_vec();
    words.push(format!("trace={CALLS}").into());
    words.extend(["-o".into(), file.as_os_str().to_owned()]);
    words
}

impl Record {
    /// One process more.
    fn take(&mut self, trace: &Path) -> Outcome {
        let text = whole(trace)?;
        let first =
            self.events.iter().map(|event| event.begin.max(if event.end == usize::MAX { 0 } else { event.end }));
        let first = first.max().map_or(0, |last| last + 1);
        let known = self.events.len();
        self.events.extend(trace::read(&text, first));
        self.steps.push(Step::Process);
        let mut order: Vec<(usize, bool, usize)> = Vec::new();
        for (number, event) in self.events.iter().enumerate().skip(known) {
            order.push((event.begin, true, number));
            if event.end != usize::MAX {
                order.push((event.end, false, number));
            }
        }
        // What takes one line begins and then ends.
        order.sort_by_key(|&(line, begins, number)| (line, !begins, number));
        let mut talk = Talk::default();
        let mut files = std::collections::HashSet::new();
        for (_, begins, number) in order {
            let (event, at) = (&self.events[number], self.steps.len());
            self.steps.push(if begins { Step::Begins(number) } else { Step::Ended(number) });
            match &event.call {
                Call::Open { .. } if !begins && event.result >= 0 => {
                    files.insert(event.result);
                }
                Call::Close(fd) if !begins => {
                    files.remove(fd);
                }
                Call::Write { fd, .. } if files.contains(fd) => continue,
                _ => {}
            }
            for told in if begins { talk.says(event) } else { talk.ended(event) } {
                let (marks, mark) = match told {
                    Told::Acknowledged(mark) => (&mut self.acknowledged, mark),
                    Told::HandedOn(mark) => (&mut self.handed_on, mark),
                };
                marks.entry(mark).or_insert(at + 1);
            }
        }
        Ok(())
    }
}

/// A record is whole when the process it began with has ended.
fn whole(trace: &Path) -> Outcome<String> {
    let begun = Instant::now();
    loop {
        let text = fs::read_to_string(trace).unwrap_or_default();
        let first = text.split(' ').next().unwrap_or_default();
        let last = text.lines().next_back().unwrap_or_default();
        if !first.is_empty() && last.starts_with(first) && last.contains("+++ ") {
            return Ok(text);
        }
        if begun.elapsed() > PATIENCE {
            return Err(format!("strace wrote no end: {}", last.chars().take(200).collect::<String>()).into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}
