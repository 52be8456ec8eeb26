//! A disk as a power cut leaves it: of every file what was synced, of every folder the names that were synced, and of
//! the rest whatever chance leaves. Knows calls and no meaning; nothing here touches a real file but [`Disk::leave`].
//!
//! Stricter than most file systems: the sync of a file does not keep its name, and names of one folder that were not
//! synced are kept or lost one by one. Gaps of what was lost are zeros.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, DirBuilder, File};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use super::trace::{Call, Event};
use crate::crash::Outcome;
use crate::crash::ledger::marks;

/// What becomes of what was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// All of it is gone.
    Gone,
    /// All of it is there, as if only the process had died.
    Kept,
    /// Each write is there or not.
    Some,
    /// Each piece of so many bytes is there or not.
    Torn(usize),
}

type NodeId = usize;
type Names = BTreeMap<String, NodeId>;

#[derive(Clone, Default)]
struct Node {
    folder: bool,
    bytes: Vec<u8>,
    writes: Vec<Write>,
    size: u64,
    names: Names,
    now: Names,
    changes: Vec<Change>,
}

#[derive(Clone)]
struct Write {
    event: usize,
    done: Option<usize>,
    at: u64,
    what: Piece,
}

#[derive(Clone)]
enum Piece {
    Bytes(Vec<u8>),
    Cut,
}

#[derive(Clone)]
struct Change {
    done: usize,
    names: Vec<(String, Option<NodeId>)>,
}

struct Open {
    node: NodeId,
    at: u64,
    append: bool,
}

/// The disk below one folder.
pub struct Disk {
    root: String,
    nodes: Vec<Node>,
    open: HashMap<i64, Open>,
    written: BTreeSet<String>,
    safe: HashMap<String, BTreeSet<NodeId>>,
    unknown: BTreeSet<String>,
}

impl Disk {
    /// An empty folder, which is there for good.
    pub fn new(root: &Path) -> Self {
        let top = Node { folder: true, ..Node::default() };
        let root = root.to_string_lossy().into_owned();
        let (written, safe, unknown) = Default::default();
        Self { root, nodes: vec![top], open: HashMap::new(), written, safe, unknown }
    }

    /// A new process: no descriptor is open.
    pub fn new_process(&mut self) {
        self.open.clear();
    }

    /// Calls that may have changed it and that we have no picture of.
    pub fn unknown(&self) -> &BTreeSet<String> {
        &self.unknown
    }

    /// Whether bytes with this mark were ever written.
    pub fn was_written(&self, mark: &str) -> bool {
        self.written.contains(mark)
    }

    /// Whether bytes with this mark lie, synced, in a file whose names are synced up to the root.
    pub fn is_safe(&self, mark: &str) -> bool {
        let Some(homes) = self.safe.get(mark) else { return false };
        let mut reached = Vec::from([0]);
        while let Some(node) = reached.pop() {
            if homes.contains(&node) {
                return true;
            }
            reached.extend(self.nodes[node].names.values());
        }
        false
    }

    /// A call begins. Its bytes may reach the disk from now on.
    pub fn begin(&mut self, number: usize, event: &Event) {
        match &event.call {
            Call::Write { fd, at, bytes } => {
                let Some(open) = self.open.get_mut(fd) else { return };
                let node = &mut self.nodes[open.node];
                let place = at.unwrap_or(if open.append { node.size } else { open.at });
                if at.is_none() {
                    open.at = place + bytes.len() as u64;
                }
                node.size = node.size.max(place + bytes.len() as u64);
                self.written.extend(marks(&String::from_utf8_lossy(bytes)).map(str::to_owned));
                let what = Piece::Bytes(bytes.clone());
                node.writes.push(Write { event: number, done: None, at: place, what });
            }
            Call::Truncate(fd, length) => {
                if let Some(open) = self.open.get(fd) {
                    self.nodes[open.node].cut(number, None, *length);
                }
            }
            _ => {}
        }
    }

    /// A call has ended.
    pub fn end(&mut self, number: usize, event: &Event) {
        let good = event.result >= 0;
        match &event.call {
            Call::Write { fd, .. } | Call::Truncate(fd, _) => {
                let Some(open) = self.open.get(fd) else { return };
                let node = &mut self.nodes[open.node];
                if good {
                    let mine = node.writes.iter_mut().filter(|write| write.event == number);
                    mine.for_each(|write| write.done = Some(event.end));
                } else {
                    node.writes.retain(|write| write.event != number);
                }
            }
            Call::Sync(fd) if good => self.synced(*fd, event.begin),
            Call::Seek(fd) => {
                if let Some(open) = self.open.get_mut(fd) {
                    open.at = u64::try_from(event.result).unwrap_or(0);
                }
            }
            Call::Close(fd) => {
                self.open.remove(fd);
            }
            Call::Open { path, create, truncate, append } if good => {
                self.open.remove(&event.result);
                let Some((folder, name)) = self.place(path) else { return };
                let known = if name.is_empty() { Some(folder) } else { self.nodes[folder].now.get(&name).copied() };
                let node = match known {
                    Some(node) => node,
                    None if *create => self.make(false, folder, name, event.end),
                    None => return,
                };
                if *truncate {
                    self.nodes[node].cut(number, Some(event.end), 0);
                }
                self.open.insert(event.result, Open { node, at: 0, append: *append });
            }
            Call::Mkdir(path) if good => {
                if let Some((folder, name)) = self.place(path) {
                    self.make(true, folder, name, event.end);
                }
            }
            Call::Unlink(path) if good => {
                if let Some((folder, name)) = self.place(path) {
                    self.change(folder, event.end, vec![(name, None)]);
                }
            }
            Call::Rename(from, to) | Call::Link(from, to) if good => {
                let moves = matches!(event.call, Call::Rename(..));
                let (Some((old, from)), Some((new, to))) = (self.place(from), self.place(to)) else { return };
                let Some(node) = self.nodes[old].now.get(&from).copied() else { return };
                let (gone, there) = ((from, None), (to, Some(node)));
                match (moves, old == new) {
                    (true, true) => self.change(new, event.end, vec![gone, there]),
                    (true, false) => {
                        self.change(new, event.end, vec![there]);
                        self.change(old, event.end, vec![gone]);
                    }
                    (false, _) => self.change(new, event.end, vec![there]),
                }
            }
            Call::Unknown(name) => {
                self.unknown.insert(name.clone());
            }
            _ => {}
        }
    }

    /// What had ended before the sync began is safe.
    fn synced(&mut self, fd: i64, begin: usize) {
        let Some(open) = self.open.get(&fd) else { return };
        let node = &mut self.nodes[open.node];
        let (safe, rest) = std::mem::take(&mut node.writes).into_iter().partition(|write: &Write| {
            write.done.is_some_and(|done| done < begin) // One that ran beside it may have come too late.
        });
        node.writes = rest;
        for write in safe {
            if let Piece::Bytes(bytes) = &write.what {
                for mark in marks(&String::from_utf8_lossy(bytes)) {
                    self.safe.entry(mark.to_owned()).or_default().insert(open.node);
                }
            }
            write.apply(&mut node.bytes);
        }
        let (safe, rest) = std::mem::take(&mut node.changes).into_iter().partition(|change| change.done < begin);
        node.changes = rest;
        for change in safe {
            change.apply(&mut node.names);
        }
    }

    /// The folder that a path lies in, and its name there; nothing for what lies elsewhere.
    fn place(&self, path: &str) -> Option<(NodeId, String)> {
        let below = path.strip_prefix(&self.root)?.strip_prefix('/').unwrap_or_default();
        let mut parts: Vec<&str> = below.split('/').filter(|part| !part.is_empty()).collect();
        let name = parts.pop().unwrap_or_default().to_owned();
        let folder = parts.iter().try_fold(0, |folder, part| self.nodes[folder].now.get(*part).copied())?;
        Some((folder, name))
    }

    fn make(&mut self, is_folder: bool, folder: NodeId, name: String, done: usize) -> NodeId {
        self.nodes.push(Node { folder: is_folder, ..Node::default() });
        let node = self.nodes.len() - 1;
        self.change(folder, done, vec![(name, Some(node))]);
        node
    }

    fn change(&mut self, folder: NodeId, done: usize, names: Vec<(String, Option<NodeId>)>) {
        let change = Change { done, names };
        change.apply(&mut self.nodes[folder].now);
        self.nodes[folder].changes.push(change);
    }

    /// Writes down, below `place`, what a power cut at this moment leaves.
    pub fn leave(&self, place: &Path, rest: Rest, chance: &mut fastrand::Rng) -> Outcome {
        self.leave_folder(0, place, rest, chance)
    }

    fn leave_folder(&self, folder: NodeId, place: &Path, rest: Rest, chance: &mut fastrand::Rng) -> Outcome {
        let mut names = self.nodes[folder].names.clone();
        for change in &self.nodes[folder].changes {
            if rest.keeps(chance) {
                change.apply(&mut names);
            }
        }
        for (name, node) in names {
            let place = place.join(name);
            if self.nodes[node].folder {
                DirBuilder::new().mode(0o700).create(&place)?;
                self.leave_folder(node, &place, rest, chance)?;
            } else {
                let bytes = self.nodes[node].left(rest, chance);
                File::options().write(true).create_new(true).mode(0o600).open(&place)?.write_all(&bytes)?;
            }
        }
        fs::File::open(place)?;
        Ok(())
    }
}

impl Rest {
    fn keeps(self, chance: &mut fastrand::Rng) -> bool {
        match self {
            Self::Gone => false,
            Self::Kept => true,
            Self::Some | Self::Torn(_) => chance.bool(),
        }
    }
}

impl Node {
    fn cut(&mut self, event: usize, done: Option<usize>, length: u64) {
        self.size = length;
        self.writes.push(Write { event, done, at: length, what: Piece::Cut });
    }

    fn left(&self, rest: Rest, chance: &mut fastrand::Rng) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        for write in &self.writes {
            match (rest, &write.what) {
                (Rest::Torn(piece), Piece::Bytes(data)) => {
                    let (mut from, start) = (0, usize::try_from(write.at).unwrap_or(0));
                    while from < data.len() {
                        let to = (from + piece - (start + from) % piece).min(data.len());
                        if chance.bool() {
                            put(&mut bytes, start + from, &data[from..to]);
                        }
                        from = to;
                    }
                }
                _ if rest.keeps(chance) => write.apply(&mut bytes),
                _ => {}
            }
        }
        bytes
    }
}

impl Write {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let at = usize::try_from(self.at).unwrap_or(0);
        match &self.what {
            Piece::Bytes(data) => put(bytes, at, data),
            Piece::Cut => bytes.resize(at, 0),
        }
    }
}

impl Change {
    fn apply(&self, names: &mut Names) {
        for (name, node) in &self.names {
            match node {
                Some(node) => names.insert(name.clone(), *node),
                None => names.remove(name),
            };
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, data: &[u8]) {
    let end = at + data.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(data);
}

#[cfg(test)]
mod tests;
