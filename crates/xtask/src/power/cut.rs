//! One power cut: the data folder as it would be found, the real server on it, and what became of everything that
//! somebody had been told is safe.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::time::{Duration, Instant};

use super::disk::{Disk, Rest};
use super::record::{COLLEAGUES, Record};
use crate::crash::load::sign_in;
use crate::crash::server::{End, Server};
use crate::crash::sink::{Reply, Sink};
use crate::crash::{Outcome, count};

/// How long what was acknowledged may take to come through.
const SETTLE_MAX: Duration = Duration::from_secs(30);
/// How long to look for late doubles.
const QUIET: Duration = Duration::from_millis(200);
const DRAIN_MAX: Duration = Duration::from_secs(30);

/// What one cut left.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many somebody had been told of.
    pub acknowledged: usize,
    /// Marks of those that are not there.
    pub lost: BTreeSet<String>,
    /// Marks of what is there twice, or was sent under two Message-IDs.
    pub duplicated: BTreeSet<String>,
    /// Replies that were sent once more under their Message-ID.
    pub resent: u64,
    /// Whether the product finds its data whole.
    pub whole: bool,
    /// From the start to the first good answer.
    pub ready: Duration,
}

/// Cuts the power when so many steps of the record have been taken; the disk has taken them.
pub fn cut(
    binary: &Path,
    record: &Record,
    disk: &Disk,
    at: usize,
    rest: Rest,
    chance: &mut fastrand::Rng,
) -> Outcome<Found> {
    let sink = Sink::start()?;
    let mut server = Server::prepare(binary, None, &sink.url())?;
    disk.leave(server.home(), rest, chance)?;
    let link = if record.colleagues.first().is_some_and(|told| *told <= at) {
        // They were told that they are in: they must be.
        server
            .link(&format!("{}@crash.example", COLLEAGUES[0]))
            .map_err(|error| format!("a colleague is lost: {error}"))?
    } else {
        server.add_colleague("kari")?
    };
    server.start()?;
    let desk = server.ports().desk;
    let cookie = sign_in(desk, &link)?;
    let due: BTreeSet<&String> = before(&record.acknowledged, at);
    let handed_on = before(&record.handed_on, at);
    let begun = Instant::now();
    let mut quiet_since = None;
    let (pages, kept, lost) = loop {
        let (pages, kept) = (count::look(desk, &cookie)?, sink.kept());
        let again: BTreeSet<&String> = kept.iter().map(|reply| &reply.mark).collect();
        let is_there = |mark: &String| {
            let sent = !mark.starts_with("mark-r") || handed_on.contains(mark) || again.contains(mark);
            pages.contains_key(mark) && sent
        };
        let lost: BTreeSet<String> = due.iter().filter(|mark| !is_there(mark)).map(|mark| (*mark).clone()).collect();
        let is_quiet = lost.is_empty() && quiet_since.get_or_insert_with(Instant::now).elapsed() >= QUIET;
        if is_quiet || begun.elapsed() > SETTLE_MAX {
            break (pages, kept, lost);
        }
        std::thread::sleep(Duration::from_millis(if lost.is_empty() { 200 } else { 50 }));
    };
    let mut duplicated: BTreeSet<String> =
        pages.iter().filter(|(_, places)| places.len() > 1).map(|(mark, _)| mark.clone()).collect();
    duplicated.extend(renamed(&record.sink, &kept));
    let resent = kept.iter().filter(|reply| handed_on.contains(&reply.mark)).count() as u64;
    let ready = server.lives().ready_max;
    server.end(End::Stop, DRAIN_MAX)?;
    let whole = server.check()?;
    if !lost.is_empty() || !duplicated.is_empty() || !whole {
        eprintln!("cut at step {at} with {rest:?}: lost {lost:?}, duplicated {duplicated:?}\n{}", server.last_words());
    }
    Ok(Found { acknowledged: due.len(), lost, duplicated, resent, whole, ready })
}

fn before(all: &HashMap<String, usize>, at: usize) -> BTreeSet<&String> {
    all.iter().filter(|(_, told)| **told <= at).map(|(mark, _)| mark).collect()
}

/// Replies whose Message-ID is another one after the cut.
fn renamed(before: &[Reply], after: &[Reply]) -> Vec<String> {
    let known: HashMap<&String, &String> = before.iter().map(|reply| (&reply.mark, &reply.message_id)).collect();
    let is_other = |reply: &&Reply| known.get(&reply.mark).is_some_and(|id| **id != reply.message_id);
    after.iter().filter(is_other).map(|reply| reply.mark.clone()).collect()
}
