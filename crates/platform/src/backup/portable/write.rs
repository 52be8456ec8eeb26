//! Writing an export beside a desk that is open.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base::Instant;
use sha2::{Digest as _, Sha256};

use super::super::Progress;
use super::super::catalogue::{Table, tables};
use super::super::rows::{Cell, Pages, Sum, unpack};
use super::place::Place;
use super::{BLOB, EDITION, FORMAT, LeftOut, Manifest, TableFile, lines, without_secrets};
use crate::Blobs;
use crate::blobs::digest;
use crate::db::{Db, applied};
use crate::fault::{Context, Fault, Result};
use crate::vals;

/// Writes everything but secrets into a new folder, which gets its name when it is whole.
///
/// # Errors
/// When the database or the disk fails, or when the folder exists. Nothing is left behind.
pub async fn write(
    db: &Db,
    blobs: &Blobs,
    at: Instant,
    to: &Path,
    left_out: LeftOut,
    progress: Progress,
) -> Result<Manifest> {
    is_free(to)?;
    let partial = beside(to, "partial");
    let place = Place::folder(&partial)?;
    let written = fill(db, blobs, at, place, left_out, &progress).await.and_then(|manifest| named_at(to, manifest));
    if written.is_err() {
        // Half an export is none.
        let _ = fs::remove_dir_all(&partial);
    }
    written
}

/// The same as one packed file (zip).
///
/// # Errors
/// As for [`write()`].
pub async fn pack(
    db: &Db,
    blobs: &Blobs,
    at: Instant,
    to: &Path,
    left_out: LeftOut,
    progress: Progress,
) -> Result<Manifest> {
    is_free(to)?;
    let partial = beside(to, "partial");
    let place = Place::packed(&partial)?;
    let written = fill(db, blobs, at, place, left_out, &progress).await.and_then(|manifest| named_at(to, manifest));
    if written.is_err() {
        let _ = fs::remove_file(&partial);
    }
    written
}

fn is_free(to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Fault::new(format!("{} exists already; choose another name", to.display())));
    }
    Ok(())
}

/// What lies beside it while it is written.
fn beside(to: &Path, what: &str) -> PathBuf {
    PathBuf::from(format!("{}.{what}", to.display()))
}

/// It is whole: it gets its name.
fn named_at(to: &Path, manifest: Manifest) -> Result<Manifest> {
    fs::rename(beside(to, "partial"), to).context(format!("cannot name the export {}", to.display()))?;
    Ok(manifest)
}

async fn fill(
    db: &Db,
    blobs: &Blobs,
    at: Instant,
    mut place: Place,
    left_out: LeftOut,
    progress: &Progress,
) -> Result<Manifest> {
    let mut conn = db.snapshot().await?;
    let mut manifest = Manifest {
        format: FORMAT.to_owned(),
        edition: EDITION,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        written_at: at.to_string(),
        steps: applied(&mut conn).await?,
        tables: BTreeMap::new(),
        files: 0,
        damaged: Vec::new(),
        gone: Vec::new(),
        left_out: named(left_out),
    };
    let all: Vec<Table> =
        tables(&mut conn).await?.into_iter().filter(|table| !left_out.tables.contains(&table.name.as_str())).collect();
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    for (done, table) in (0..).zip(&all) {
        progress(done, total);
        place.table(&table.name)?;
        let (mut out, mut large) = (Lines::default(), Vec::new());
        let mut pages = Pages::of(table);
        while let Some(page) = pages.next(&mut conn).await? {
            let rows = unpack(&page, table.columns.len(), &mut Sum::default()).context("a page that cannot be read")?;
            for mut row in rows {
                if stays(left_out, table, &row) {
                    continue;
                }
                for (cell, column) in row.iter_mut().zip(&table.columns) {
                    let plain = std::mem::replace(cell, Cell::Null);
                    *cell = without_secrets(left_out, &table.name, &column.name, plain);
                }
                if table.name == BLOB {
                    large.extend(look_at_bytes(table, &mut row, &mut manifest)?);
                }
                out.put(table, &row, &mut place)?;
            }
        }
        place.table_is_whole()?;
        manifest.tables.insert(table.name.clone(), out.end());
        for name in large {
            put_file(name, blobs, &mut place, &mut manifest)?;
        }
    }
    drop(conn);
    manifest.gone = gone_since(db, &manifest.damaged).await?;
    place.end(&serde_json::to_string_pretty(&manifest)?)?;
    progress(total, total);
    Ok(manifest)
}

/// Those of these stored bytes that nothing names any more, while the rows of here are as they were at the beginning.
async fn gone_since(db: &Db, names: &[String]) -> Result<Vec<String>> {
    let mut conn = db.read().await?;
    let mut gone = Vec::new();
    for name in names {
        let there = "SELECT COUNT(*) AS n FROM blob WHERE digest = $1";
        if conn.number(there, vals![name.as_str()]).await? == 0 {
            gone.push(name.clone());
        }
    }
    Ok(gone)
}

/// Whether this row does not leave.
fn stays(left_out: LeftOut, table: &Table, row: &[Cell]) -> bool {
    left_out.rows.iter().filter(|(of, ..)| *of == table.name).any(|(_, column, text)| {
        let mut cells = table.columns.iter().zip(row);
        cells.any(|(one, cell)| one.name == *column && matches!(cell, Cell::Text(it) if it == text))
    })
}

/// For people: tables, columns, rows, and what is sealed.
fn named(left_out: LeftOut) -> Vec<String> {
    let columns = left_out.columns.iter().map(|(table, column)| format!("{table}.{column}"));
    let tables = left_out.tables.iter().map(|name| (*name).to_owned());
    let rows = left_out.rows.iter().map(|(table, column, text)| format!("{table} where {column} is {text}"));
    tables.chain(columns).chain(rows).chain(["sealed passwords and keys".to_owned()]).collect()
}

/// What is known of the lines of one table so far.
#[derive(Default)]
struct Lines {
    digest: Sha256,
    sum: Sum,
}

impl Lines {
    fn put(&mut self, table: &Table, row: &[Cell], place: &mut Place) -> Result<()> {
        self.sum.add_row(row);
        let mut line = lines::line(table, row);
        line.push('\n');
        self.digest.update(&line);
        place.line(line.as_bytes())
    }

    fn end(self) -> TableFile {
        let sha256 = data_encoding::HEXLOWER.encode(&self.digest.finalize());
        TableFile { rows: self.sum.rows, sha256, sum: self.sum.text() }
    }
}

/// Looks at the bytes in a row of `blob`, which stay in its line; answers the digest of those that lie in a file.
fn look_at_bytes(table: &Table, row: &mut [Cell], manifest: &mut Manifest) -> Result<Option<String>> {
    let place = |name: &str| table.columns.iter().position(|column| column.name == name).context("no such column");
    let (named, data) = (place("digest")?, place("data")?);
    let Cell::Text(name) = &row[named] else { return Err(Fault::new("bytes without a digest")) };
    let name = name.clone();
    let Cell::Bytes(bytes) = &row[data] else { return Ok(Some(name)) };
    if digest(bytes) == name {
        manifest.files += 1;
    } else {
        manifest.damaged.push(name);
        row[data] = Cell::Null;
    }
    Ok(None)
}

/// A stored file, below the first two letters of its digest.
fn put_file(name: String, blobs: &Blobs, place: &mut Place, manifest: &mut Manifest) -> Result<()> {
    let Some(bytes) = fs::read(blobs.file(&name)).ok().filter(|bytes| digest(bytes) == name) else {
        manifest.damaged.push(name);
        return Ok(());
    };
    place.file(&name, &bytes)?;
    manifest.files += 1;
    Ok(())
}
