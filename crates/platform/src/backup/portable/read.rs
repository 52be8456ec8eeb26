//! Making an empty database hold what an export holds. Everything is checked before anything is written, and compared
//! again before it counts.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::super::catalogue::{Table, names, tables};
use super::super::restore::{Insert, continue_numbers};
use super::super::rows::{Cell, digest};
use super::super::{Progress, Restored};
use super::{BLOB, MANIFEST, Manifest, TableFile, lines, path_of_file, path_of_table};
use crate::Blobs;
use crate::blobs::INLINE_MAX;
use crate::db::{Conn, Db, Engine, Migration, run_steps};
use crate::fault::{Context, Fault, Result};

/// Rows handed to the database together.
const TOGETHER: usize = 500;
/// Longest manifest.
const MANIFEST_MAX: u64 = 64 * 1024 * 1024;

/// Fills an empty database and its folder of files from an export.
///
/// # Errors
/// When the database holds anything, when the export is not whole or of a newer Tillit, or when what was written does
/// not equal it. The database is left empty then.
pub async fn load(
    from: &Path,
    db: &Db,
    blobs: &Blobs,
    migrations: &[Migration],
    progress: Progress,
) -> Result<(Manifest, Restored)> {
    let manifest = manifest(from)?;
    manifest.fits(migrations)?;
    for (name, stated) in &manifest.tables {
        is_whole(from, name, stated)?;
    }
    let mut conn = db.begin().await?;
    if let Some(table) = names(&mut conn).await?.first() {
        return Err(Fault::new(format!(
            "the database is not empty: it has a table called {table}. Nothing was changed. Take the export into a new \
             data folder (--data) or a new database (--database)"
        )));
    }
    let known = |migration: &&Migration| manifest.steps.iter().any(|step| step == migration.id);
    let steps: Vec<Migration> = migrations.iter().filter(known).copied().collect();
    run_steps(&mut conn, &steps).await?;
    let targets = tables(&mut conn).await?;
    for table in targets.iter().rev() {
        conn.execute(&format!("DELETE FROM \"{}\"", table.name), vec![]).await?;
    }
    if let Some(unknown) = manifest.tables.keys().find(|name| targets.iter().all(|table| table.name != **name)) {
        return Err(Fault::new(format!("the export has a table called {unknown}, which this Tillit does not know")));
    }
    let (mut rows, mut files) = (0, 0);
    let total = u64::try_from(targets.len()).unwrap_or(u64::MAX);
    for (done, table) in (0..).zip(&targets) {
        progress(done, total);
        if let Some(stated) = manifest.tables.get(&table.name) {
            files += take(&mut conn, from, table, blobs, &manifest.damaged).await?;
            rows += stated.rows;
        }
    }
    if conn.engine() == Engine::Postgres {
        continue_numbers(&mut conn, &targets).await?;
    }
    equals(&mut conn, &manifest).await?;
    conn.commit().await?;
    progress(total, total);
    let damaged = manifest.damaged.clone();
    Ok((manifest, Restored { rows, files, damaged }))
}

fn manifest(from: &Path) -> Result<Manifest> {
    let path = from.join(MANIFEST);
    let file = File::open(&path).context(format!("cannot read {}; is this an export?", path.display()))?;
    let mut text = String::new();
    file.take(MANIFEST_MAX).read_to_string(&mut text).context("the manifest cannot be read")?;
    serde_json::from_str(&text).context("the manifest cannot be read")
}

fn path_of(from: &Path, table: &str) -> Result<std::path::PathBuf> {
    // Nothing of an export is ever taken into a path or a statement by itself.
    let plain = table.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if plain { Ok(from.join(path_of_table(table))) } else { Err(Fault::new("a table of an odd name")) }
}

fn is_whole(from: &Path, name: &str, stated: &TableFile) -> Result<()> {
    let path = path_of(from, name)?;
    let mut file = File::open(&path).context(format!("cannot read {}", path.display()))?;
    let (mut known, mut chunk) = (Sha256::new(), vec![0; 256 * 1024]);
    loop {
        match file.read(&mut chunk)? {
            0 => break,
            count => known.update(&chunk[..count]),
        }
    }
    if data_encoding::HEXLOWER.encode(&known.finalize()) == stated.sha256 {
        return Ok(());
    }
    Err(Fault::new(format!("{} is not as it was written. Nothing was changed", path.display())))
}

/// Takes the rows of a table; answers how many files came with them.
async fn take(conn: &mut Conn, from: &Path, table: &Table, blobs: &Blobs, damaged: &[String]) -> Result<u64> {
    let path = path_of(from, &table.name)?;
    let reader = BufReader::new(File::open(&path).context(format!("cannot read {}", path.display()))?);
    let insert = Insert::of(table);
    let (mut waiting, mut bytes, mut files) = (Vec::new(), 0, 0);
    for line in reader.lines() {
        let line = line.context(format!("cannot read {}", path.display()))?;
        bytes += line.len();
        let mut row = lines::row(table, &line)?;
        if table.name == BLOB && bring_file(table, &mut row, from, blobs, damaged).await? {
            files += 1;
            bytes += row.iter().map(|cell| if let Cell::Bytes(bytes) = cell { bytes.len() } else { 0 }).sum::<usize>();
        }
        waiting.push(row);
        if waiting.len() >= TOGETHER || bytes > 8 << 20 {
            insert.rows(conn, std::mem::take(&mut waiting)).await?;
            bytes = 0;
        }
    }
    insert.rows(conn, waiting).await?;
    Ok(files)
}

/// Brings the bytes that a row of `blob` is about, out of its line or its file: into the row when they are few, else to
/// their place on disk.
async fn bring_file(table: &Table, row: &mut [Cell], from: &Path, blobs: &Blobs, damaged: &[String]) -> Result<bool> {
    let place = |name: &str| table.columns.iter().position(|column| column.name == name).context("no such column");
    let (named, data) = (place("digest")?, place("data")?);
    let Cell::Text(name) = &row[named] else { return Err(Fault::new("bytes without a digest")) };
    if damaged.contains(name) {
        return Ok(false);
    }
    if name.len() != 64 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Fault::new("bytes with an odd digest"));
    }
    let path = path_of_file(name);
    let bytes = match &row[data] {
        Cell::Bytes(bytes) => bytes.clone(),
        _ => fs::read(from.join(&path)).context(format!("cannot read {path}"))?,
    };
    let kept = if bytes.len() <= INLINE_MAX { Cell::Bytes(bytes.clone()) } else { Cell::Null };
    if blobs.prepare(bytes).await?.digest != *name {
        return Err(Fault::new(format!("{path} is not as it was written. Nothing was changed")));
    }
    row[data] = kept;
    Ok(true)
}

/// Proves that the database holds what the manifest says, and nothing in tables that stayed behind.
async fn equals(conn: &mut Conn, manifest: &Manifest) -> Result<()> {
    for (name, sum) in digest(conn).await? {
        let stated = manifest.tables.get(&name).map(|stated| stated.sum.as_str());
        let empty = sum.starts_with("0:");
        if stated != Some(sum.as_str()) && !(stated.is_none() && empty) {
            return Err(Fault::new(format!("the rows of {name} are not equal to the export. Nothing was changed")));
        }
    }
    Ok(())
}
