//! Whether every stored byte is where its row says, and still what it was.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{Check, Looking, Problem};
use crate::db::{Conn, Row};
use crate::fault::{Context, Result};
use crate::{Blobs, blobs, vals};

/// Bytes read at once.
const CHUNK: usize = 256 * 1024;

pub(super) struct Files {
    pub blobs: Blobs,
    /// Whether to read all bytes and compare them with their digests.
    pub deep: bool,
}

impl Check for Files {
    fn name(&self) -> &'static str {
        "files"
    }

    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a> {
        Box::pin(async move {
            let mut problems = Vec::new();
            let mut last = String::new();
            loop {
                let rows = self.page(conn, &last).await?;
                let Some(end) = rows.last() else { return Ok(problems) };
                last = end.text("digest")?;
                for row in &rows {
                    problems.extend(self.look(row).await?);
                }
            }
        })
    }
}

impl Files {
    async fn page(&self, conn: &mut Conn, after: &str) -> Result<Vec<Row>> {
        let sql = if self.deep {
            "SELECT digest, size, data FROM blob WHERE digest > $1 ORDER BY digest LIMIT 32"
        } else {
            "SELECT digest, size, NULL AS data FROM blob WHERE digest > $1 AND data IS NULL ORDER BY digest LIMIT 500"
        };
        conn.all(sql, vals![after]).await
    }

    async fn look(&self, row: &Row) -> Result<Option<Problem>> {
        let (digest, size) = (row.text("digest")?, row.int("size")?);
        let inline = if self.deep { row.opt_bytes("data")? } else { None };
        if let Some(bytes) = inline {
            let bad = blobs::digest(&bytes) != digest;
            return Ok(bad.then(|| problem("stored bytes in the database have changed", &digest, &digest)));
        }
        let (path, deep) = (self.blobs.file(&digest), self.deep);
        let place = path.display().to_string();
        let named = digest.clone();
        let looking = tokio::task::spawn_blocking(move || look_at(&path, size, deep, &named));
        let what = looking.await.context("looking at files was interrupted")?;
        Ok(what.map(|what| problem(what, &place, &digest)))
    }
}

fn look_at(path: &Path, size: i64, deep: bool, digest: &str) -> Option<&'static str> {
    match fs::metadata(path) {
        Err(_) => Some("a stored file is missing"),
        Ok(found) if i64::try_from(found.len()) != Ok(size) => {
            Some("a stored file has another length than it was kept with")
        }
        Ok(_) if deep && digest_of(path).as_deref() != Some(digest) => Some("a stored file has changed"),
        Ok(_) => None,
    }
}

/// `None` when it cannot be read to its end.
fn digest_of(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let (mut known, mut chunk) = (Sha256::new(), vec![0; CHUNK]);
    loop {
        match file.read(&mut chunk).ok()? {
            0 => return Some(data_encoding::HEXLOWER.encode(&known.finalize())),
            read => known.update(&chunk[..read]),
        }
    }
}

fn problem(what: &str, place: &str, digest: &str) -> Problem {
    let mend = format!(
        "restore the newest backup into a new data folder and copy what is called {digest} from there; files are named \
         by their content, so that the right one always fits"
    );
    Problem { what: what.to_owned(), place: place.to_owned(), mend }
}
