//! A backup as a row of items, checked while it is read: its order, the digests of tables and files,
//! and that it ends where it says.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::frames::{self, Kind};
use super::rows::{Cell, Sum, unpack};
use super::{Contents, Header};
use crate::fault::{Context, Fault, Result};

/// A table as it is announced before its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TableHead {
    pub name: String,
    pub columns: Vec<String>,
}

/// A file as it is announced before its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileHead {
    pub digest: String,
}

/// The next piece of a backup.
pub(super) enum Item {
    Table(TableHead),
    Rows(Vec<Vec<Cell>>),
    File(FileHead),
    Data(Vec<u8>),
    /// All bytes of the file have been handed over; whether they are what the file is called by.
    FileEnd {
        digest: String,
        whole: bool,
    },
}

enum Inside {
    Nothing,
    Table(TableHead, Sum),
    File(FileHead, Box<Sha256>),
}

/// Reads a backup.
pub(super) struct Reader {
    frames: frames::Reader<BufReader<File>>,
    inside: Inside,
    seen: Contents,
    stated: Option<Contents>,
    held: Option<(Kind, Vec<u8>)>,
    pub header: Header,
    pub bytes: u64,
}

impl Reader {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).context(format!("cannot open {}", path.display()))?;
        let bytes = file.metadata()?.len();
        let mut frames = frames::Reader::new(BufReader::with_capacity(1 << 18, file))?;
        let (kind, plain) = frames.next()?;
        if kind != Kind::Header {
            return Err(disorder());
        }
        let header = serde_json::from_slice(&plain).context("the header of the backup cannot be read")?;
        let (inside, seen) = (Inside::Nothing, Contents::default());
        Ok(Self { frames, inside, seen, stated: None, held: None, header, bytes })
    }

    pub(super) fn position(&self) -> u64 {
        self.frames.position()
    }

    /// The next item; `None` once everything has been handed over.
    pub(super) fn next(&mut self) -> Result<Option<Item>> {
        if self.stated.is_some() {
            return Ok(None);
        }
        let (kind, plain) = match self.held.take() {
            Some(frame) => frame,
            None => self.frames.next()?,
        };
        match (kind, &mut self.inside) {
            (Kind::Rows, Inside::Table(table, sum)) => {
                let rows = unpack(&plain, table.columns.len(), sum).ok_or_else(disorder)?;
                Ok(Some(Item::Rows(rows)))
            }
            (Kind::Data, Inside::File(_, digest)) => {
                digest.update(&plain);
                Ok(Some(Item::Data(plain)))
            }
            (Kind::Table | Kind::File | Kind::End, _) => self.turn(kind, plain),
            _ => Err(disorder()),
        }
    }

    /// Ends what was read until now and begins the next thing.
    fn turn(&mut self, kind: Kind, plain: Vec<u8>) -> Result<Option<Item>> {
        match std::mem::replace(&mut self.inside, Inside::Nothing) {
            Inside::File(file, digest) => {
                let whole = data_encoding::HEXLOWER.encode(&digest.finalize()) == file.digest;
                if whole {
                    self.seen.files += 1;
                }
                self.held = Some((kind, plain));
                return Ok(Some(Item::FileEnd { digest: file.digest, whole }));
            }
            Inside::Table(table, sum) => {
                self.seen.rows += sum.rows;
                self.seen.tables.insert(table.name, sum.text());
            }
            Inside::Nothing => {}
        }
        match kind {
            Kind::Table => {
                let head: TableHead = serde_json::from_slice(&plain)?;
                self.inside = Inside::Table(head.clone(), Sum::default());
                Ok(Some(Item::Table(head)))
            }
            Kind::File => {
                let head: FileHead = serde_json::from_slice(&plain)?;
                if head.digest.len() != 64 || !head.digest.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return Err(disorder());
                }
                self.inside = Inside::File(head.clone(), Box::default());
                Ok(Some(Item::File(head)))
            }
            _ => {
                self.stated = Some(serde_json::from_slice(&plain)?);
                Ok(None)
            }
        }
    }

    /// Compares what was read with what the backup says it holds, and with the digest of all bytes.
    pub(super) fn finish(self) -> Result<Contents> {
        let stated = self.stated.context("the backup was not read to its end")?;
        self.frames.finish()?;
        let same = (&self.seen.tables, self.seen.rows, self.seen.files) == (&stated.tables, stated.rows, stated.files);
        if same { Ok(stated) } else { Err(differs(&self.seen.tables, &stated.tables)) }
    }
}

fn disorder() -> Fault {
    Fault::new("the backup is not in the order in which Tillit writes one")
}

/// Names the first table whose rows are not the ones that were written.
pub(super) fn differs(found: &BTreeMap<String, String>, stated: &BTreeMap<String, String>) -> Fault {
    let table = stated.iter().find(|(name, sum)| found.get(*name) != Some(sum)).map(|(name, _)| name.as_str());
    Fault::new(format!("the backup does not hold what it says: the rows of {} differ", table.unwrap_or("its files")))
}
