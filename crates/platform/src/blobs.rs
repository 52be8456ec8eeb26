//! Bytes that belong to rows: raw mails, uploads. Addressed by their digest, so that the same bytes
//! lie there once.
//!
//! Small ones live in the database, durable with the commit that mentions them. Large ones are files
//! in `files/`, synced with their folder *before* that commit, so that a row never points at bytes
//! that a power loss could take.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

use crate::db::{Conn, Engine, tuples};
use crate::erasing;
use crate::fault::{Context, Fault, Result};
use crate::folders;
use crate::jobs::NewJob;
use crate::tx::Tx;
use crate::vals;

/// Up to this many bytes live in the database.
pub const INLINE_MAX: usize = 256 * 1024;

/// Where large blobs lie.
#[derive(Clone)]
pub struct Blobs {
    folder: Arc<Path>,
}

/// Bytes ready to be mentioned by a transaction: already on disk when large.
pub struct Prepared {
    /// SHA-256 of the bytes, lower-case hex: their name.
    pub digest: String,
    size: i64,
    inline: Option<Vec<u8>>,
}

impl Blobs {
    /// Uses (and makes) `folder`.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(folder: &Path) -> Result<Self> {
        folders::make(folder, 0o777).context(format!("cannot make the folder {}", folder.display()))?;
        Ok(Self { folder: folder.into() })
    }

    /// Digests `bytes` and, when they are many, puts them on disk for good.
    ///
    /// # Errors
    /// When the disk does not take them. Nothing is acknowledged then.
    pub async fn prepare(&self, bytes: Vec<u8>) -> Result<Prepared> {
        let this = self.clone();
        tokio::task::spawn_blocking(move || this.prepare_now(bytes)).await.context("storing bytes was interrupted")?
    }

    fn prepare_now(&self, bytes: Vec<u8>) -> Result<Prepared> {
        let digest = digest(&bytes);
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        if bytes.len() <= INLINE_MAX {
            return Ok(Prepared { digest, size, inline: Some(bytes) });
        }
        let place = self.place(&digest);
        if place.exists() {
            // Another writer has renamed it into place but may not have synced its folders yet.
            let folder = place.parent().unwrap_or(&self.folder);
            folders::sync(&self.folder).and_then(|()| folders::sync(folder)).context("cannot keep a large file")?;
        } else {
            self.write(&place, &bytes).context("cannot keep a large file")?;
        }
        Ok(Prepared { digest, size, inline: None })
    }

    fn place(&self, digest: &str) -> PathBuf {
        self.folder.join(digest.get(..2).unwrap_or_default()).join(digest)
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> std::io::Result<()> {
        let folder = place.parent().unwrap_or(&self.folder);
        folders::make(folder, 0o777)?;
        // Two writers of the same bytes write two temporary files; the rename is atomic either way.
        let mut temporary = tempfile_in(folder)?;
        temporary.1.write_all(bytes)?;
        temporary.1.sync_all()?;
        fs::rename(&temporary.0, place)?;
        folders::sync(folder)
    }

    /// Mentions prepared bytes in a transaction, so that they can be read from its commit on.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub async fn keep(&self, tx: &mut Tx, prepared: &Prepared) -> Result<()> {
        self.keep_all(tx, &[prepared]).await
    }

    /// The same for a batch, in one statement; a few hundred at most.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub async fn keep_all(&self, tx: &mut Tx, all: &[&Prepared]) -> Result<()> {
        if all.is_empty() {
            return Ok(());
        }
        let places = tuples(all.len(), 3);
        let sql = format!("INSERT INTO blob (digest, size, data) VALUES {places} ON CONFLICT (digest) DO NOTHING");
        let values = all.iter().flat_map(|one| vals![one.digest.as_str(), one.size, one.inline.clone()]).collect();
        tx.run(&sql, values).await?;
        Ok(())
    }

    /// Says that prepared bytes are not kept after all: a file that nothing mentions is deleted again.
    ///
    /// # Errors
    /// When the tables cannot be used.
    pub async fn not_kept(&self, tx: &mut Tx, prepared: &Prepared) -> Result<()> {
        let kept = "SELECT COUNT(*) AS n FROM blob WHERE digest = $1";
        if prepared.inline.is_none() && tx.number(kept, vals![prepared.digest.as_str()]).await? == 0 {
            let job = NewJob::new(erasing::LANE, erasing::FILE_JOB).payload(prepared.digest.as_str());
            tx.enqueue(job).await?;
        }
        Ok(())
    }

    /// Lets go of bytes that nobody mentions any more; a file is deleted once this is committed.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub async fn let_go(&self, tx: &mut Tx, digest: &str) -> Result<()> {
        tx.run("DELETE FROM blob WHERE digest = $1", vals![digest]).await?;
        tx.enqueue(NewJob::new(erasing::LANE, erasing::FILE_JOB).payload(digest)).await
    }

    /// The bytes behind a digest.
    ///
    /// # Errors
    /// When there is no such blob, its file is missing, or it is not what was stored.
    pub async fn read(&self, conn: &mut Conn, digest: &str) -> Result<Vec<u8>> {
        let row = conn
            .one("SELECT data, size FROM blob WHERE digest = $1", vals![digest])
            .await?
            .context(format!("no stored bytes are called {digest}"))?;
        if let Some(bytes) = row.opt_bytes("data")? {
            return Ok(bytes);
        }
        let place = self.place(digest);
        let bytes =
            tokio::fs::read(&place).await.context(format!("cannot read the stored file {}", place.display()))?;
        if bytes.len() as i64 != row.int("size")? {
            return Err(Fault::new(format!("the stored file {} has changed its size", place.display())));
        }
        Ok(bytes)
    }

    /// Some of the bytes behind a digest, without reading the rest of a large one. A range that reaches beyond the
    /// end gives what there is.
    ///
    /// # Errors
    /// As for [`Blobs::read`].
    pub async fn read_range(&self, conn: &mut Conn, digest: &str, range: Range<usize>) -> Result<Vec<u8>> {
        let place = self.place(digest);
        let Ok(mut file) = tokio::fs::File::open(&place).await else {
            let bytes = self.read(conn, digest).await?;
            return Ok(bytes.get(range.start..range.end.min(bytes.len())).unwrap_or_default().to_vec());
        };
        let said = || format!("cannot read the stored file {}", place.display());
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(range.start as u64)).await.context(said())?;
        file.take(range.len() as u64).read_to_end(&mut bytes).await.context(said())?;
        Ok(bytes)
    }

    /// Where a large blob lies, for backups and checks.
    #[must_use]
    pub fn file(&self, digest: &str) -> PathBuf {
        self.place(digest)
    }

    /// The folder that large blobs lie in, each below the first two letters of its digest.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Those of these digests that stand in a column.
///
/// # Errors
/// When the table cannot be read.
pub async fn among(conn: &mut Conn, table: &str, column: &str, digests: &BTreeSet<String>) -> Result<Vec<String>> {
    let rows = match conn.engine() {
        Engine::Sqlite => "SELECT value FROM json_each($1)",
        Engine::Postgres => "SELECT value FROM json_array_elements_text(CAST($1 AS json)) AS value",
    };
    let sql = format!("SELECT DISTINCT {column} AS digest FROM {table} WHERE {column} IN ({rows})");
    let rows = conn.all(&sql, vals![serde_json::to_string(digests)?]).await?;
    rows.iter().map(|row| row.text("digest")).collect()
}

/// SHA-256 in lower-case hex.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// A file that nobody else writes: the process and a running number make its name, and leftovers of a dead process may be overwritten.
fn tempfile_in(folder: &Path) -> std::io::Result<(PathBuf, File)> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!(".incoming-{}-{number}", std::process::id()));
    let file = File::options().write(true).create(true).truncate(true).open(&path)?;
    Ok((path, file))
}
