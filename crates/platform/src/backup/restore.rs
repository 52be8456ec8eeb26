//! Making an empty database hold what a backup holds.
//!
//! Rows appear in one transaction, after the files they mention: a restore that is killed leaves an
//! empty database, and can simply be run again.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tokio::sync::mpsc;

use super::catalogue::{Table, names, tables};
use super::reading::{FileHead, Item, Reader, TableHead, differs};
use super::rows::{Cell, digest};
use super::{Contents, Progress, Verified};
use crate::Blobs;
use crate::db::{Conn, Db, Engine, Migration, Value, run_steps};
use crate::fault::{Context, Fault, Result};
use crate::vals;

/// Values in one statement; SQLite takes 32766, PostgreSQL 65535.
const VALUES_MOST: usize = 20_000;
/// Rows in one statement.
const ROWS_MOST: usize = 500;

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Rows of all tables.
    pub rows: u64,
    /// Files beside the database.
    pub files: u64,
    /// Files that were missing or damaged already when the backup was written.
    pub damaged: Vec<String>,
}

/// Fills an empty database and its folder of files from a verified backup. The schema is the
/// backup's; later steps run when Tillit starts.
///
/// # Errors
/// When the database holds anything, the folder holds other files, the backup comes from a newer
/// Tillit, or what was written does not equal the backup. The database is left empty then.
pub async fn restore(
    backup: &Verified,
    db: &Db,
    blobs: &Blobs,
    migrations: &[Migration],
    progress: Progress,
) -> Result<Restored> {
    backup.fits(migrations)?;
    refuse_other_files(backup, blobs)?;
    let mut conn = db.begin().await?;
    if let Some(table) = names(&mut conn).await?.first() {
        return Err(Fault::new(format!(
            "the database is not empty: it has a table called {table}. Nothing was changed. \
             Restore into a new data folder (--data) or a new database (--database)"
        )));
    }
    let known = |migration: &&Migration| backup.header.steps.iter().any(|step| step == migration.id);
    let steps: Vec<Migration> = migrations.iter().filter(known).copied().collect();
    run_steps(&mut conn, &steps).await?;
    let targets = tables(&mut conn).await?;
    for table in targets.iter().rev() {
        conn.execute(&format!("DELETE FROM \"{}\"", table.name), vec![]).await?;
    }
    let contents = load(&mut conn, backup, blobs, &targets, progress).await?;
    if conn.engine() == Engine::Postgres {
        continue_numbers(&mut conn, &targets).await?;
    }
    let held = digest(&mut conn).await?;
    if held != contents.tables {
        return Err(differs(&held, &contents.tables));
    }
    conn.commit().await?;
    Ok(Restored { rows: contents.rows, files: contents.files, damaged: contents.damaged })
}

/// Files of an interrupted restore of the same backup may lie there; anybody else's may not.
fn refuse_other_files(backup: &Verified, blobs: &Blobs) -> Result<()> {
    for folder in fs::read_dir(blobs.folder())? {
        let folder = folder?.path();
        let inner = if folder.is_dir() { fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()? } else { Vec::new() };
        let here = inner.into_iter().map(|entry| entry.path()).chain(Some(folder).filter(|path| !path.is_dir()));
        for path in here {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !name.starts_with(".incoming-") && !backup.files.contains(name) {
                return Err(Fault::new(format!(
                    "{} is not part of this backup. Nothing was changed. Restore into a new data folder (--data)",
                    path.display()
                )));
            }
        }
    }
    Ok(())
}

/// What the reading side hands to the database.
enum Load {
    Table(TableHead),
    Rows(Vec<Vec<Cell>>),
}

async fn load(
    conn: &mut Conn,
    backup: &Verified,
    blobs: &Blobs,
    targets: &[Table],
    progress: Progress,
) -> Result<Contents> {
    let (queue, mut waiting) = mpsc::channel(4);
    let (path, blobs) = (backup.path.clone(), blobs.clone());
    let reading = tokio::task::spawn_blocking(move || read(&path, &blobs, &queue, &progress));
    let mut insert: Option<Insert> = None;
    while let Some(load) = waiting.recv().await {
        match (load, &insert) {
            (Load::Table(head), _) => insert = Some(Insert::into(targets, &head)?),
            (Load::Rows(rows), Some(insert)) => insert.rows(conn, rows).await?,
            (Load::Rows(_), None) => return Err(Fault::new("rows without a table")),
        }
    }
    reading.await.context("reading the backup was interrupted")?
}

fn read(path: &Path, blobs: &Blobs, queue: &mpsc::Sender<Load>, progress: &Progress) -> Result<Contents> {
    let mut reader = Reader::open(path)?;
    let mut file = None;
    while let Some(item) = reader.next()? {
        let send = |load| queue.blocking_send(load).ok().context("the database takes no more rows");
        match (item, &mut file) {
            (Item::Table(head), _) => send(Load::Table(head))?,
            (Item::Rows(rows), _) => send(Load::Rows(rows))?,
            (Item::File(head), _) => file = Some(Incoming::begin(blobs, &head)?),
            (Item::Data(bytes), Some(incoming)) => incoming.file.write_all(&bytes)?,
            (Item::Data(_), None) => return Err(Fault::new("bytes without a file")),
            (Item::FileEnd { whole, .. }, _) => file.take().context("the end of no file")?.end(whole)?,
        }
        progress(reader.position(), reader.bytes);
    }
    reader.finish()
}

/// A file on its way to its place.
struct Incoming {
    file: File,
    temporary: PathBuf,
    place: PathBuf,
}

impl Incoming {
    fn begin(blobs: &Blobs, head: &FileHead) -> Result<Self> {
        let place = blobs.file(&head.digest);
        let folder = place.parent().context("a file without a folder")?;
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            File::open(blobs.folder())?.sync_all()?;
        }
        let temporary = folder.join(".incoming-restore");
        let file = File::create(&temporary).context(format!("cannot write {}", temporary.display()))?;
        Ok(Self { file, temporary, place })
    }

    /// Puts it in place for good, or away when it is not what its name says.
    fn end(self, whole: bool) -> Result<()> {
        if !whole {
            return Ok(fs::remove_file(&self.temporary)?);
        }
        self.file.sync_all().context("a file could not be synced to the disk")?;
        fs::rename(&self.temporary, &self.place)?;
        let folder = self.place.parent().context("a file without a folder")?;
        Ok(File::open(folder)?.sync_all()?)
    }
}

/// Writes rows into one table, whose columns the database confirmed: nothing of a backup is ever
/// taken into a statement by itself.
pub(super) struct Insert {
    table: Table,
}

impl Insert {
    /// Into a table as the database lists it.
    pub(super) fn of(table: &Table) -> Self {
        Self { table: table.clone() }
    }

    fn into(targets: &[Table], head: &TableHead) -> Result<Self> {
        let table = targets.iter().find(|table| table.name == head.name);
        let table = table.filter(|table| table.columns.iter().map(|column| &column.name).eq(&head.columns));
        let table = table.context(format!("the table {} of the backup does not fit this Tillit", head.name))?;
        Ok(Self { table: table.clone() })
    }

    pub(super) async fn rows(&self, conn: &mut Conn, rows: Vec<Vec<Cell>>) -> Result<()> {
        let most = (VALUES_MOST / self.table.columns.len()).clamp(1, ROWS_MOST);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut values: Vec<Value> = Vec::new();
            let mut count = 0;
            for row in rows.by_ref().take(most) {
                count += 1;
                for (cell, column) in row.into_iter().zip(&self.table.columns) {
                    values.push(cell.bind(column.kind)?);
                }
            }
            let written = conn.execute(&self.statement(count), values).await;
            written.map_err(|fault| Fault::because(format!("rows of {} were not taken", self.table.name), fault))?;
        }
        Ok(())
    }

    fn statement(&self, rows: usize) -> String {
        let columns: Vec<String> = self.table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let width = columns.len();
        let tuples = (0..rows).map(|row| {
            let marks: Vec<String> = (1..=width).map(|n| format!("${}", row * width + n)).collect();
            format!("({})", marks.join(", "))
        });
        let tuples: Vec<String> = tuples.collect();
        format!("INSERT INTO \"{}\" ({}) VALUES {}", self.table.name, columns.join(", "), tuples.join(", "))
    }
}

/// Numbers that PostgreSQL counts up by itself go on behind the highest one. SQLite sees to it alone.
pub(super) async fn continue_numbers(conn: &mut Conn, tables: &[Table]) -> Result<()> {
    let pairs = tables.iter().flat_map(|table| table.columns.iter().map(|column| (&table.name, &column.name)));
    for (table, column) in pairs {
        let sql = "SELECT pg_get_serial_sequence(quote_ident($1), $2) AS sequence";
        let row = conn.one(sql, vals![table.as_str(), column.as_str()]).await?.context("no answer")?;
        if let Some(sequence) = row.opt_text("sequence")? {
            let sql =
                format!("SELECT setval($1::regclass, COALESCE(MAX(\"{column}\"), 0) + 1, false) AS n FROM \"{table}\"");
            conn.one(&sql, vals![sequence]).await?;
        }
    }
    Ok(())
}
