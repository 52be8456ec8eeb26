//! The whole business as files that any program reads: a line of JSON for each row, the stored files beside them, and
//! a manifest with the digests of all of it. Made to leave Tillit, and to come back: what comes back is equal.
//!
//! Secrets stay behind ([`LeftOut`]), so that whoever finds an export signs in nowhere. The format is described in
//! `docs/export.md`.

mod lines;
mod place;
mod read;
#[cfg(test)]
mod tests;
mod unpack;
mod write;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rows::Cell;
use crate::db::Migration;
use crate::fault::{Fault, Result};

pub use read::load;
pub use unpack::unpack;
pub use write::{pack, write};

/// What an export calls itself.
const FORMAT: &str = "tillit-export";
/// The edition of the format that we write; a newer one is refused. In the first, all stored bytes were files.
const EDITION: i64 = 2;
/// The table of stored bytes. What lives in the database stands in its line, for a file of its own for each mail would
/// be too many of them; what is large is a file.
const BLOB: &str = "blob";
/// The file that says what is in the others.
const MANIFEST: &str = "manifest.json";

/// Where the lines of a table lie.
fn path_of_table(name: &str) -> String {
    format!("tables/{name}.jsonl")
}

/// Where a stored file lies: below the first two letters of its digest.
fn path_of_file(digest: &str) -> String {
    format!("files/{}/{digest}", digest.get(..2).unwrap_or_default())
}

/// What stays behind beside what is sealed; the wiring names it.
#[derive(Clone, Copy, Debug)]
pub struct LeftOut {
    /// Tables, such as of keys by which somebody comes in.
    pub tables: &'static [&'static str],
    /// Columns that come empty, each with its table.
    pub columns: &'static [(&'static str, &'static str)],
    /// Rows, by table, column and what stands there.
    pub rows: &'static [(&'static str, &'static str, &'static str)],
}

/// How what is sealed begins (`platform::secrets`), and how long it is at least.
const SEALED: (&str, usize) = ("x1.", 54);

/// What an export says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `tillit-export`.
    pub format: String,
    /// Of the format.
    pub edition: i64,
    /// The Tillit that wrote it.
    pub version: String,
    /// When it was written, RFC 3339.
    pub written_at: String,
    /// The steps of the schema that its rows fit.
    pub steps: Vec<String>,
    /// Its tables.
    pub tables: BTreeMap<String, TableFile>,
    /// Stored bytes, in lines of `blob` and in files, each called by its digest (SHA-256).
    pub files: u64,
    /// Stored files that were missing or damaged already, and those of `gone`: they are not in it.
    pub damaged: Vec<String>,
    /// Those of them that nothing names any more: they went for good, for their time was over, while this was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// What stayed behind.
    pub left_out: Vec<String>,
}

/// A table of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFile {
    /// Its rows.
    pub rows: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The sum of its rows, whatever their order: by this an import proves that it is equal.
    pub sum: String,
}

impl Manifest {
    /// Stored files that should be in it and are not: missing or damaged. What went by its time meanwhile is no loss.
    #[must_use]
    pub fn lost(&self) -> Vec<String> {
        self.damaged.iter().filter(|name| !self.gone.contains(name)).cloned().collect()
    }

    /// Whether a Tillit with these migrations understands it.
    ///
    /// # Errors
    /// When it is none, or when a newer Tillit has written it.
    pub fn fits(&self, migrations: &[Migration]) -> Result<()> {
        if self.format != FORMAT {
            return Err(Fault::new("this is no export of Tillit"));
        }
        let unknown = self.steps.iter().find(|step| migrations.iter().all(|migration| migration.id != **step));
        if unknown.is_some() || self.edition > EDITION {
            return Err(Fault::new(format!(
                "this export was written by a newer Tillit ({}). Nothing was changed. Take it in with that version or a \
                 later one",
                self.version
            )));
        }
        Ok(())
    }
}

/// A cell without what is secret in it.
fn without_secrets(left_out: LeftOut, table: &str, column: &str, cell: Cell) -> Cell {
    if left_out.columns.contains(&(table, column)) {
        return Cell::Null;
    }
    match cell {
        Cell::Text(text) if is_sealed(&text) => Cell::Text(String::new()),
        // Settings are JSON, with something sealed in a field of it.
        Cell::Text(text) if table == "setting" && text.contains(SEALED.0) => Cell::Text(unsealed_fields(&text)),
        cell => cell,
    }
}

fn is_sealed(text: &str) -> bool {
    let (start, length) = SEALED;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    text.strip_prefix(start).is_some_and(|rest| rest.len() >= length && rest.bytes().all(plain))
}

fn unsealed_fields(json: &str) -> String {
    fn empty(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) if is_sealed(text) => text.clear(),
            serde_json::Value::Array(all) => all.iter_mut().for_each(empty),
            serde_json::Value::Object(all) => all.values_mut().for_each(empty),
            _ => {}
        }
    }
    let Ok(mut value) = serde_json::from_str(json) else { return json.to_owned() };
    empty(&mut value);
    value.to_string()
}
