//! Writing an export beside a desk that is open.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use base::Instant;
use sha2::{Digest as _, Sha256};

use super::super::Progress;
use super::super::catalogue::{Table, tables};
use super::super::rows::{Cell, Pages, Sum, unpack};
use super::place::Place;
use super::{EDITION, FORMAT, LeftOut, Manifest, TableFile, lines, without_secrets};
use crate::Blobs;
use crate::blobs::{INLINE_MAX, digest};
use crate::db::{Db, applied};
use crate::fault::{Context, Fault, Result};

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
    let (partial, lines) = (beside(to, "partial"), beside(to, "lines"));
    let place = Place::packed(&partial, &lines)?;
    let written = fill(db, blobs, at, place, left_out, &progress).await.and_then(|manifest| named_at(to, manifest));
    if written.is_err() {
        let _ = (fs::remove_file(&partial), fs::remove_file(&lines));
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
        left_out: named(left_out),
    };
    let all: Vec<Table> =
        tables(&mut conn).await?.into_iter().filter(|table| !left_out.tables.contains(&table.name.as_str())).collect();
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    for (done, table) in (0..).zip(&all) {
        progress(done, total);
        let mut out = Lines::begin(&place.table(&table.name))?;
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
                if table.name == "blob" {
                    put_file(table, &row, blobs, &mut place, &mut manifest)?;
                }
                out.put(table, row)?;
            }
        }
        manifest.tables.insert(table.name.clone(), out.end()?);
        place.table_is_whole(&table.name)?;
    }
    place.end(&serde_json::to_string_pretty(&manifest)?)?;
    progress(total, total);
    Ok(manifest)
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

/// The lines of one table on their way.
struct Lines {
    file: BufWriter<File>,
    digest: Sha256,
    sum: Sum,
}

impl Lines {
    fn begin(path: &Path) -> Result<Self> {
        let file = File::create(path).context(format!("cannot write {}", path.display()))?;
        Ok(Self { file: BufWriter::with_capacity(1 << 18, file), digest: Sha256::new(), sum: Sum::default() })
    }

    fn put(&mut self, table: &Table, mut row: Vec<Cell>) -> Result<()> {
        self.sum.add_row(&row);
        if table.name == "blob" {
            // The bytes lie in a file of their own.
            for (cell, column) in row.iter_mut().zip(&table.columns) {
                if column.name == "data" {
                    *cell = Cell::Null;
                }
            }
        }
        let mut line = lines::line(table, &row);
        line.push('\n');
        self.digest.update(&line);
        Ok(self.file.write_all(line.as_bytes())?)
    }

    fn end(self) -> Result<TableFile> {
        let file =
            self.file.into_inner().map_err(|error| Fault::because("a table cannot be written", error.into_error()))?;
        file.sync_all().context("a table cannot be written")?;
        let sha256 = data_encoding::HEXLOWER.encode(&self.digest.finalize());
        Ok(TableFile { rows: self.sum.rows, sha256, sum: self.sum.text() })
    }
}

/// The bytes of a row of `blob`, each below the first two letters of their digest.
fn put_file(table: &Table, row: &[Cell], blobs: &Blobs, place: &mut Place, manifest: &mut Manifest) -> Result<()> {
    let cell = |name: &str| table.columns.iter().zip(row).find(|(column, _)| column.name == name).map(|(_, cell)| cell);
    let Some(Cell::Text(name)) = cell("digest") else { return Err(Fault::new("bytes without a digest")) };
    let bytes = match cell("data") {
        Some(Cell::Bytes(bytes)) => Some(bytes.clone()),
        _ => fs::read(blobs.file(name)).ok(),
    };
    let Some(bytes) = bytes.filter(|bytes| digest(bytes) == *name) else {
        manifest.damaged.push(name.clone());
        return Ok(());
    };
    debug_assert!(bytes.len() > INLINE_MAX || matches!(cell("data"), Some(Cell::Bytes(_))), "large bytes are files");
    place.file(name, &bytes)?;
    manifest.files += 1;
    Ok(())
}
