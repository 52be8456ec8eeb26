//! Connections of SQLite that no longer know whether they are in a transaction are thrown away.
//!
//! When the disk is full or fails, SQLite may end the whole transaction by itself. The ROLLBACK that follows then fails,
//! and the driver goes on counting that transaction as open: the next ones become savepoints, and after one of those
//! is rolled back, a transaction that nobody ever commits stays open around all others. What they commit is told to
//! be safe, seen by nobody, and gone at the end of the process.

use sea_orm::sqlx::pool::PoolOptions;
use sea_orm::sqlx::{Connection as _, Sqlite};

/// Hands out only connections that are in no transaction. Closing the others ends whatever they still had open.
pub(super) fn only_clean(pool: PoolOptions<Sqlite>) -> PoolOptions<Sqlite> {
    // What was dropped has been rolled back by now: a pool asks each connection that comes back whether it is well,
    // and the answer comes after all that was asked before.
    pool.before_acquire(|connection, _| {
        let is_clean = !connection.is_in_transaction();
        if !is_clean {
            tracing::warn!(
                "a connection lost its transaction, as happens when the disk is full or fails; it is replaced"
            );
        }
        Box::pin(std::future::ready(Ok(is_clean)))
    })
}

#[cfg(test)]
mod tests {
    use crate::db::Db;
    use crate::vals;

    const ALL: &str = "SELECT COUNT(*) AS n FROM kept";

    #[tokio::test]
    async fn after_a_full_disk_what_is_committed_is_committed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tillit.db");
        let db = Db::sqlite(&path).await.expect("opened");
        let mut tx = db.begin().await.expect("begun");
        tx.execute("CREATE TABLE kept (data BLOB)", vec![]).await.expect("made");
        tx.commit().await.expect("committed");

        let mut tx = db.begin().await.expect("begun");
        tx.one("PRAGMA max_page_count = 8", vec![]).await.expect("a small disk");
        let full = tx.execute("INSERT INTO kept (data) VALUES ($1)", vals![vec![1_u8; 100_000]]).await;
        let outage = full.expect_err("no room").outage();
        assert_eq!(outage, Some(crate::fault::Outage::NoRoom));
        drop(tx);
        // Somebody changes their mind, as happens all the time.
        drop(db.begin().await.expect("begun"));

        let mut tx = db.begin().await.expect("begun");
        tx.execute("INSERT INTO kept (data) VALUES ($1)", vals![vec![1_u8; 10]]).await.expect("room for that");
        tx.commit().await.expect("committed");
        assert_eq!(db.read().await.expect("read").number(ALL, vec![]).await.expect("counted"), 1, "seen by others");
        drop(db);
        let db = Db::sqlite(&path).await.expect("opened again");
        assert_eq!(db.read().await.expect("read").number(ALL, vec![]).await.expect("counted"), 1, "there for good");
    }
}
