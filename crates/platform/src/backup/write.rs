//! Writing a backup beside a desk that is open.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Read as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use base::Instant;
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc;

use super::catalogue::{Table, tables};
use super::frames::{Kind, MAGIC, Writer};
use super::reading::{FileHead, TableHead};
use super::rows::Pages;
use super::{Contents, Header, Progress, engine_name, verify};
use crate::Blobs;
use crate::db::{Conn, Db, applied};
use crate::fault::{Context, Fault, Result};
use crate::vals;

/// Bytes of a file in one frame.
const CHUNK: usize = 1024 * 1024;
/// Pages read ahead of the disk.
const AHEAD: usize = 4;

/// A backup that lies on disk, for good.
#[derive(Clone, Debug)]
pub struct Written {
    /// What it holds.
    pub contents: Contents,
    /// Its size.
    pub bytes: u64,
    /// Whether it was read back after writing.
    pub verified: bool,
}

/// Writes everything that the database and its files hold at this moment to `to`, as `to.partial`
/// until it is whole. `prove` reads it back before it takes the name.
///
/// # Errors
/// When the database or the disk fails, or when `to` exists and is no backup. Nothing is left behind.
pub async fn write(db: &Db, blobs: &Blobs, at: Instant, to: &Path, prove: bool, progress: Progress) -> Result<Written> {
    keep_what_is_no_backup(to)?;
    let partial = PathBuf::from(format!("{}.partial", to.display()));
    let file = begin(&partial)?;
    // The lock holds until the name is taken.
    let _alone = file.try_clone().context("the backup cannot be locked")?;
    let written = fill(db, blobs, at, file, &partial, prove, progress).await;
    let kept = written.and_then(|written| {
        fs::rename(&partial, to).context(format!("cannot name the backup {}", to.display()))?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).context("the folder of the backup cannot be synced")?;
        Ok(written)
    });
    if kept.is_err() {
        // Half a backup is none; an older one of that name stays.
        let _ = fs::remove_file(&partial);
    }
    kept
}

fn keep_what_is_no_backup(to: &Path) -> Result<()> {
    let mut begins = [0; MAGIC.len()];
    match File::open(to).and_then(|mut file| file.read_exact(&mut begins)) {
        Ok(()) if begins == *MAGIC => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        _ => Err(Fault::new(format!("{} exists and is no backup; choose another name", to.display()))),
    }
}

/// Opens the partial file for this process alone.
fn begin(partial: &Path) -> Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(partial);
    let file = file.context(format!("cannot write {}", partial.display()))?;
    // Whoever was faster may have finished between the two lines above: then this is their backup by now.
    let same = |named: fs::Metadata, open: fs::Metadata| (named.dev(), named.ino()) == (open.dev(), open.ino());
    let ours = file.try_lock().is_ok()
        && fs::metadata(partial).is_ok_and(|named| file.metadata().is_ok_and(|open| same(named, open)));
    if !ours {
        return Err(Fault::new(format!("another backup is writing {} just now", partial.display())));
    }
    file.set_len(0)?;
    file.set_permissions(fs::Permissions::from_mode(0o600))?;
    Ok(file)
}

async fn fill(
    db: &Db,
    blobs: &Blobs,
    at: Instant,
    file: File,
    partial: &Path,
    prove: bool,
    progress: Progress,
) -> Result<Written> {
    let (queue, waiting) = mpsc::channel(AHEAD);
    let writing = tokio::task::spawn_blocking(move || write_frames(file, waiting));
    let read = read_all(db, blobs, at, &queue, &progress).await;
    drop(queue);
    let written = writing.await.context("writing the backup was interrupted")?;
    // When the disk fails, reading ends because nobody takes the rows: the disk's words say more.
    let (contents, bytes) = match (written, read) {
        (Err(disk), _) => return Err(disk),
        (Ok(_), Err(fault)) => return Err(fault),
        (Ok(done), Ok(())) => done.context("the backup was not written to its end")?,
    };
    if prove {
        let proved = verify(partial, progress).await?;
        if proved.contents != contents {
            return Err(Fault::new("the backup does not read back as it was written"));
        }
    }
    Ok(Written { contents, bytes, verified: prove })
}

/// What the reading side hands to the writing side.
enum Piece {
    Frame(Kind, Vec<u8>),
    File { digest: String, path: PathBuf },
    End(Contents),
}

async fn read_all(db: &Db, blobs: &Blobs, at: Instant, queue: &mpsc::Sender<Piece>, progress: &Progress) -> Result<()> {
    let mut conn = db.snapshot().await?;
    let header = Header {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        engine: engine_name(conn.engine()).to_owned(),
        steps: applied(&mut conn).await?,
        written_at: base::clock::to_micros(at),
    };
    send(queue, Piece::Frame(Kind::Header, serde_json::to_vec(&header)?)).await?;
    let tables = tables(&mut conn).await?;
    let total = how_much(&mut conn, &tables).await?;
    let mut contents = Contents::default();
    for table in &tables {
        let columns = table.columns.iter().map(|column| column.name.clone()).collect();
        let head = TableHead { name: table.name.clone(), columns };
        send(queue, Piece::Frame(Kind::Table, serde_json::to_vec(&head)?)).await?;
        let mut pages = Pages::of(table);
        while let Some(page) = pages.next(&mut conn).await? {
            send(queue, Piece::Frame(Kind::Rows, page)).await?;
            progress(contents.rows + pages.sum.rows, total);
        }
        contents.rows += pages.sum.rows;
        contents.tables.insert(table.name.clone(), pages.sum.text());
    }
    read_files(&mut conn, blobs, queue, contents.rows, total, progress).await?;
    send(queue, Piece::End(contents)).await
}

/// Rows and files to come, for people who wait.
async fn how_much(conn: &mut Conn, tables: &[Table]) -> Result<u64> {
    let mut total = conn.number("SELECT COUNT(*) AS n FROM blob WHERE data IS NULL", vec![]).await?;
    for table in tables {
        total += conn.number(&format!("SELECT COUNT(*) AS n FROM \"{}\"", table.name), vec![]).await?;
    }
    Ok(total.unsigned_abs())
}

async fn read_files(
    conn: &mut Conn,
    blobs: &Blobs,
    queue: &mpsc::Sender<Piece>,
    mut done: u64,
    total: u64,
    progress: &Progress,
) -> Result<()> {
    let mut last = String::new();
    loop {
        let sql = "SELECT digest FROM blob WHERE data IS NULL AND digest > $1 ORDER BY digest LIMIT 500";
        let rows = conn.all(sql, vals![last.as_str()]).await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in rows {
            last = row.text("digest")?;
            send(queue, Piece::File { path: blobs.file(&last), digest: last.clone() }).await?;
            done += 1;
            progress(done, total);
        }
    }
}

async fn send(queue: &mpsc::Sender<Piece>, piece: Piece) -> Result<()> {
    queue.send(piece).await.ok().context("the backup can no longer be written")
}

fn write_frames(file: File, mut waiting: mpsc::Receiver<Piece>) -> Result<Option<(Contents, u64)>> {
    let mut out = Writer::new(BufWriter::with_capacity(1 << 18, file))?;
    let (mut files, mut damaged) = (0, Vec::new());
    while let Some(piece) = waiting.blocking_recv() {
        match piece {
            Piece::Frame(kind, plain) => out.put(kind, &plain)?,
            Piece::File { digest, path } => {
                if write_file(&mut out, &digest, &path)? {
                    files += 1;
                } else {
                    damaged.push(digest);
                }
            }
            Piece::End(contents) => {
                let contents = Contents { files, damaged, ..contents };
                out.put(Kind::End, &serde_json::to_vec(&contents)?)?;
                let (file, bytes) = out.finish()?;
                let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
                file.sync_all().context("the backup could not be synced to the disk")?;
                return Ok(Some((contents, bytes)));
            }
        }
    }
    Ok(None)
}

/// Answers whether the file was what its name says. One that is missing or damaged is no reason to
/// leave everything else without a backup.
fn write_file<W: std::io::Write>(out: &mut Writer<W>, digest: &str, path: &Path) -> Result<bool> {
    let Ok(mut file) = File::open(path) else { return Ok(false) };
    let head = FileHead { digest: digest.to_owned() };
    out.put(Kind::File, &serde_json::to_vec(&head)?)?;
    let mut known = Sha256::new();
    loop {
        let mut chunk = Vec::new();
        if file.by_ref().take(CHUNK as u64).read_to_end(&mut chunk).is_err() {
            return Ok(false);
        }
        if chunk.is_empty() {
            return Ok(data_encoding::HEXLOWER.encode(&known.finalize()) == digest);
        }
        known.update(&chunk);
        out.put(Kind::Data, &chunk)?;
    }
}
