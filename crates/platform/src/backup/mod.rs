//! Backups: the whole business in one file, written while the desk is open, and read back to prove it.
//!
//! [`write()`] reads every table within one moment of the database, then the files that the rows of that
//! moment mention. [`verify`] reads a backup and finds any byte that has changed. `restore` makes
//! an empty database, of either engine, hold the same again; [`digest`] says whether it does.
//!
//! The key of `secret.key` is never part of it: what is sealed stays sealed, and whoever finds the
//! file cannot open it. Sessions stay out, too. Knows tables only as the database lists them.

pub mod automatic;
mod catalogue;
mod frames;
pub mod portable;
mod reading;
mod restore;
pub mod rotation;
mod rows;
pub mod takeout;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::db::{Engine, Migration};
use crate::fault::{Context, Fault, Result};

pub use restore::{Restored, restore};
pub use rows::digest;
pub use write::{Written, write};

/// Is told how far the work has come: done, of how much.
pub type Progress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// What a backup says of itself before its first row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The Tillit that wrote it.
    pub version: String,
    /// The engine it was read from: `sqlite` or `postgres`.
    pub engine: String,
    /// The steps of the schema that its rows fit.
    pub steps: Vec<String>,
    /// When it was begun, machine time in microseconds.
    pub written_at: i64,
}

/// What a backup says of itself behind its last byte.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Each table with the digest of its rows.
    pub tables: BTreeMap<String, String>,
    /// Rows of all tables.
    pub rows: u64,
    /// Files that lie beside the database, whole.
    pub files: u64,
    /// Files that were missing or damaged when the backup was written, by digest. Not restored.
    pub damaged: Vec<String>,
}

/// A backup of which every byte has been read and found to be what was written.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Where it is.
    pub path: PathBuf,
    /// What it says of itself.
    pub header: Header,
    /// What it holds.
    pub contents: Contents,
    /// Its size.
    pub bytes: u64,
    /// Digests of the files in it.
    files: std::collections::BTreeSet<String>,
}

impl Verified {
    /// Whether a Tillit with these migrations understands its rows.
    ///
    /// # Errors
    /// When a newer Tillit has written it.
    pub fn fits(&self, migrations: &[Migration]) -> Result<()> {
        match self.header.steps.iter().find(|step| migrations.iter().all(|migration| migration.id != **step)) {
            None => Ok(()),
            Some(step) => Err(Fault::new(format!(
                "this backup was written by a newer Tillit ({}, which knows the step «{step}»). Nothing was changed. \
                 Restore it with that version or a later one",
                self.header.version
            ))),
        }
    }
}

/// Reads a backup from its first byte to its last.
///
/// # Errors
/// When it is no backup, or not the one that was written: then it is of no use as it is.
pub async fn verify(path: &Path, progress: Progress) -> Result<Verified> {
    let path = path.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        let mut reader = reading::Reader::open(&path)?;
        let mut files = std::collections::BTreeSet::new();
        while let Some(item) = reader.next()? {
            if let reading::Item::FileEnd { digest, whole: true } = item {
                files.insert(digest);
            }
            progress(reader.position(), reader.bytes);
        }
        let (header, bytes) = (reader.header.clone(), reader.bytes);
        Ok(Verified { path, header, contents: reader.finish()?, bytes, files })
    });
    reading.await.context("reading the backup was interrupted")?
}

fn engine_name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    }
}
