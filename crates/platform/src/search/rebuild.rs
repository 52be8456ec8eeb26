//! Makes the index anew from what it finds, newest first, a few hundred documents at a time, while the desk is open.
//! May be stopped at any moment and goes on where it was.

use super::{Document, Later, put};
use crate::db::{Conn, Engine};
use crate::fault::Result;
use crate::tx::Tx;
use crate::{Platform, vals};

/// What the index looks like; raised when texts are cut in another way, so that it is made anew.
const VERSION: &str = "1";
/// Documents of one transaction.
const STEP: i64 = 200;

/// A capability that has texts to be found.
pub trait Source: Send + Sync {
    /// Its name, kept while the index is made.
    fn name(&self) -> &'static str;
    /// How many documents it has, about.
    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64>;
    /// The next documents behind `after`, newest first, with where to go on. What they are made of is held until the
    /// transaction ends.
    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)>;
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Documents written by this step.
    pub written: usize,
    /// Whether the index is whole.
    pub done: bool,
}

async fn state(conn: &mut Conn, name: &str) -> Result<Option<String>> {
    let row = conn.one("SELECT value FROM search_state WHERE name = $1", vals![name]).await?;
    row.map(|row| row.text("value")).transpose()
}

async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO search_state (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2";
    tx.run(sql, vals![name, value]).await?;
    Ok(())
}

/// Whether the index is whole. What is new is found also while it is not.
///
/// # Errors
/// When the tables cannot be read.
pub async fn is_ready(conn: &mut Conn) -> Result<bool> {
    Ok(state(conn, "made").await?.as_deref() == Some(VERSION))
}

/// Nothing was said yet: the index of new data is whole.
///
/// # Errors
/// When the tables cannot be written.
pub async fn begin_empty(tx: &mut Tx) -> Result<()> {
    set(tx, "made", VERSION).await
}

/// Begins to make the index anew, unless that was begun and not ended; answers whether it goes on.
///
/// # Errors
/// When the tables cannot be written.
pub async fn begin(p: &Platform) -> Result<bool> {
    let mut tx = p.begin().await?;
    if state(&mut tx, "making").await?.as_deref() == Some(VERSION) {
        return Ok(true);
    }
    super::of(tx.engine()).clear(&mut tx).await?;
    tx.run("DELETE FROM search_word", vals![]).await?;
    tx.run("DELETE FROM search_state", vals![]).await?;
    set(&mut tx, "making", VERSION).await?;
    tx.commit().await?;
    Ok(false)
}

/// Takes room for making the index, for a program that does nothing else: at a million conversations what the writer
/// otherwise keeps of the index is read again and again, a hundred million times in all.
///
/// # Errors
/// When the database cannot be used.
pub async fn take_room(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    if tx.engine() == Engine::Sqlite {
        tx.run("PRAGMA cache_size = -131072", vals![]).await?;
    }
    tx.commit().await
}

/// Writes the next documents.
///
/// # Errors
/// When the tables cannot be used.
pub async fn step(p: &Platform, sources: &[&dyn Source]) -> Result<Progress> {
    let mut tx = p.begin().await?;
    // Two nodes that both make it take turns.
    let sql = format!("SELECT value FROM search_state WHERE name = 'making'{}", tx.engine().for_update());
    if tx.one(&sql, vals![]).await?.is_none() {
        return Ok(Progress { written: 0, done: true });
    }
    for source in sources {
        let key = format!("after {}", source.name());
        let after = state(&mut tx, &key).await?;
        if after.as_deref() == Some("") {
            continue;
        }
        let (mut documents, next) = source.page(&mut tx, after.as_deref(), STEP).await?;
        // In the order of the index: so it is written once and not for each document.
        documents.sort_by_key(|doc| doc.at);
        for doc in &documents {
            put(&mut tx, doc).await?;
        }
        set(&mut tx, &key, &next.unwrap_or_default()).await?;
        tx.commit().await?;
        return Ok(Progress { written: documents.len(), done: false });
    }
    tx.run("DELETE FROM search_state", vals![]).await?;
    set(&mut tx, "made", VERSION).await?;
    tx.commit().await?;
    Ok(Progress { written: 0, done: true })
}
