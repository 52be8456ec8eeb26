//! Mails out of archives: an mbox file, a maildir, a folder of `.eml` files.
//!
//! Every mail goes through the journal, as if it came today, and is known there by its identity: an
//! import that was broken off is simply run again. Archives are read as streams; only a few mails
//! are in memory at a time. What is in the mails is not looked at here.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use futures_util::future::join_all;
use platform::{Context, Fault, Result};
use tokio::sync::mpsc;

use crate::journal::{self, Arrival, Journal, Source};

/// Mails handed to the journal together.
const TOGETHER_MOST: usize = 50;
/// Bytes handed to the journal together.
const TOGETHER_BYTES: usize = 16 * 1024 * 1024;
/// Folders within folders that are looked into.
const DEPTH_MAX: usize = 20;

/// The mails of an archive.
#[derive(Debug)]
pub struct Mails {
    files: VecDeque<Archive>,
    total: u64,
}

/// A file of an archive.
#[derive(Debug)]
enum Archive {
    /// One mail.
    Single(PathBuf),
    /// Many mails, each behind a line that starts with "From ".
    Mbox(PathBuf),
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Mails taken in.
    pub new: u64,
    /// Mails that were here already.
    pub known: u64,
    /// Mails larger than may be; they are listed among the refused.
    pub too_large: u64,
}

/// Looks what there is at `path` and counts it. The order is that of the names, and within an mbox
/// that of the file.
///
/// # Errors
/// When it cannot be read or holds no mail.
pub fn open(path: &Path) -> Result<Mails> {
    let kind = std::fs::metadata(path).context(format!("cannot read {}", path.display()))?;
    let mut files = Vec::new();
    if kind.is_dir() {
        collect(path, 0, &mut files)?;
    } else {
        files.push(path.to_owned());
    }
    let mut mails = Mails { files: VecDeque::new(), total: 0 };
    for file in files {
        let (archive, count) = look(file)?;
        mails.total += count;
        mails.files.push_back(archive);
    }
    if mails.total == 0 {
        return Err(Fault::new(format!("there is no mail in {}", path.display())));
    }
    Ok(mails)
}

impl Mails {
    /// How many there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }
}

/// Takes all mails in; `progress` hears after each handful how many are done.
///
/// # Errors
/// When a file cannot be read or the journal does not take a mail. What was taken stays; running
/// again goes on.
pub async fn run(journal: &Journal, mails: Mails, mail_max: usize, mut progress: impl FnMut(u64)) -> Result<Report> {
    let (handfuls, mut ready) = mpsc::channel(1);
    let reading = tokio::task::spawn_blocking(move || read_all(mails, mail_max, &handfuls));
    let mut report = Report::default();
    while let Some(handful) = ready.recv().await {
        take_in(journal, handful, &mut report).await?;
        progress(report.new + report.known + report.too_large);
    }
    reading.await.context("reading the archive was interrupted")??;
    Ok(report)
}

/// A mail of an archive, or the size of one that is too large.
struct Found {
    mail: Result<Vec<u8>, usize>,
    /// The file it was in.
    origin: String,
}

async fn take_in(journal: &Journal, handful: Vec<Found>, report: &mut Report) -> Result<()> {
    let arrival = |origin: &str| Arrival {
        source: Source::Import,
        envelope_from: String::new(),
        envelope_to: Vec::new(),
        peer: origin.to_owned(),
        mailbox: None,
    };
    let mut accepting = Vec::with_capacity(handful.len());
    for found in handful {
        match found.mail {
            // Polled in this order, so the journal has them in this order.
            Ok(bytes) => accepting.push(journal.accept(bytes, arrival(&found.origin))),
            Err(size) => {
                journal.refuse(&arrival(&found.origin), size, journal::TOO_LARGE).await?;
                report.too_large += 1;
            }
        }
    }
    for kept in join_all(accepting).await {
        let kept = kept?;
        report.known += u64::from(kept.known);
        report.new += u64::from(!kept.known);
    }
    Ok(())
}

fn read_all(mails: Mails, mail_max: usize, to: &mpsc::Sender<Vec<Found>>) -> Result<()> {
    let mut handful = Handful { mails: Vec::new(), bytes: 0, to };
    for archive in mails.files {
        let (Archive::Single(path) | Archive::Mbox(path)) = &archive;
        let origin = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let context = || format!("cannot read {}", path.display());
        let mut reader = BufReader::new(File::open(path).context(context())?);
        let mut sink = |mail: Collected| handful.add(Found { mail: mail.finish(), origin: origin.clone() });
        let going_on = match archive {
            Archive::Single(_) => read_single(&mut reader, mail_max, &mut sink),
            Archive::Mbox(_) => read_mbox(&mut reader, mail_max, &mut sink),
        };
        if !going_on.context(context())? {
            return Ok(());
        }
    }
    handful.pass_on();
    Ok(())
}

/// Mails on their way to the journal.
struct Handful<'a> {
    mails: Vec<Found>,
    bytes: usize,
    to: &'a mpsc::Sender<Vec<Found>>,
}

impl Handful<'_> {
    /// Adds a mail; false when nobody takes them any more.
    fn add(&mut self, found: Found) -> bool {
        self.bytes += found.mail.as_ref().map_or(0, Vec::len);
        self.mails.push(found);
        if self.mails.len() < TOGETHER_MOST && self.bytes < TOGETHER_BYTES { true } else { self.pass_on() }
    }

    fn pass_on(&mut self) -> bool {
        self.bytes = 0;
        let mails = std::mem::take(&mut self.mails);
        mails.is_empty() || self.to.blocking_send(mails).is_ok()
    }
}

/// A mail while it is read: no more of it is kept than may be.
struct Collected {
    bytes: Vec<u8>,
    size: usize,
    most: usize,
}

impl Collected {
    fn new(most: usize) -> Self {
        Self { bytes: Vec::new(), size: 0, most }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.size += bytes.len();
        if self.size <= self.most {
            self.bytes.extend_from_slice(bytes);
        } else {
            self.bytes = Vec::new();
        }
    }

    fn is_blank(&self) -> bool {
        self.size <= self.most && self.bytes.trim_ascii().is_empty()
    }

    fn finish(self) -> Result<Vec<u8>, usize> {
        if self.size > self.most { Err(self.size) } else { Ok(self.bytes) }
    }
}

fn read_single(
    reader: &mut impl Read,
    mail_max: usize,
    sink: &mut impl FnMut(Collected) -> bool,
) -> std::io::Result<bool> {
    let mut mail = Collected::new(mail_max);
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match reader.read(&mut chunk)? {
            0 => return Ok(mail.is_blank() || sink(mail)),
            count => mail.add(&chunk[..count]),
        }
    }
}

/// Hands each mail of an mbox to `sink`, in order. Lines that were marked because they look like the
/// start of a mail (`>From `) lose one mark.
fn read_mbox(
    reader: &mut impl BufRead,
    mail_max: usize,
    sink: &mut impl FnMut(Collected) -> bool,
) -> std::io::Result<bool> {
    let mut mail = Collected::new(mail_max);
    for_each_line(reader, |line, starts_mail| {
        if starts_mail {
            let whole = std::mem::replace(&mut mail, Collected::new(mail_max));
            return whole.is_blank() || sink(whole);
        }
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        let is_marked = marks > 0 && line[marks..].starts_with(b"From ");
        mail.add(if is_marked { &line[1..] } else { line });
        true
    })
    .map(|going_on| going_on && (mail.is_blank() || sink(mail)))
}

/// Goes over the lines of an mbox; a very long line comes in pieces. False when `each` said stop.
fn for_each_line(reader: &mut impl BufRead, mut each: impl FnMut(&[u8], bool) -> bool) -> std::io::Result<bool> {
    const PIECE_BYTES: u64 = 64 * 1024;
    let mut line = Vec::new();
    let (mut at_line_start, mut after_blank) = (true, true);
    loop {
        line.clear();
        if reader.by_ref().take(PIECE_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(true);
        }
        let starts_mail = at_line_start && after_blank && line.starts_with(b"From ");
        if !each(&line, starts_mail) {
            return Ok(false);
        }
        after_blank = at_line_start && line.trim_ascii().is_empty();
        at_line_start = line.ends_with(b"\n");
    }
}

/// The files of a folder that hold mail: all in `cur` and `new` of a maildir, else `.eml` and `.mbox`.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    let context = || format!("cannot read the folder {}", folder.display());
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).context(context())?.collect::<Result<_, _>>().context(context())?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let is_maildir = folder.join("cur").is_dir() && folder.join("new").is_dir();
    let in_maildir = folder.file_name().is_some_and(|name| name == "cur" || name == "new")
        && folder.parent().is_some_and(|parent| parent.join("cur").is_dir() && parent.join("new").is_dir());
    for entry in entries {
        let path = entry.path();
        // Links are not followed: they may lead back here.
        let kind = entry.file_type().context(context())?;
        if kind.is_dir() {
            let is_unfinished = is_maildir && path.ends_with("tmp");
            if depth < DEPTH_MAX && !is_unfinished {
                collect(&path, depth + 1, files)?;
            }
        } else if kind.is_file() && (in_maildir || has_mail_name(&path)) {
            files.push(path);
        }
    }
    Ok(())
}

fn has_mail_name(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("eml") || end.eq_ignore_ascii_case("mbox"))
}

/// What a file is, and how many mails are in it.
fn look(path: PathBuf) -> Result<(Archive, u64)> {
    let context = || format!("cannot read {}", path.display());
    let mut reader = BufReader::new(File::open(&path).context(context())?);
    if !reader.fill_buf().context(context())?.starts_with(b"From ") {
        return Ok((Archive::Single(path), 1));
    }
    let mut count = 0;
    for_each_line(&mut reader, |_, starts_mail| {
        count += u64::from(starts_mail);
        true
    })
    .context(context())?;
    Ok((Archive::Mbox(path), count))
}

#[cfg(test)]
mod tests;
