//! One storage layer for SQLite (default) and PostgreSQL 15+: one SQL text with `$1` on both.
//!
//! Columns are `BIGINT`, `TEXT` and blobs; instants are microseconds, truth values 0 and 1. What the
//! engines do differently is named in [`Engine`] and nowhere else. SeaORM carries the statements.

mod around;
mod clean;
mod conn;
mod kept;
mod migrate;
mod value;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, IsolationLevel,
};
use sea_orm::{SqliteTransactionMode, TransactionOptions, TransactionTrait};

pub use around::Around;
pub use conn::{Conn, Row};
pub(crate) use migrate::run_steps;
pub use migrate::{Migration, applied, migrate, to_come};
pub use value::{Bind, Value, tuples};

use crate::fault::{Context, Fault, Result};

/// The two databases Tillit runs on, and every way in which they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file, one writer, several readers.
    Sqlite,
    /// A server, several nodes.
    Postgres,
}

impl Engine {
    /// Column type for bytes.
    #[must_use]
    pub const fn blob(self) -> &'static str {
        match self {
            Self::Sqlite => "BLOB",
            Self::Postgres => "BYTEA",
        }
    }

    /// Column type of a number that the database counts up by itself.
    #[must_use]
    pub const fn serial(self) -> &'static str {
        match self {
            Self::Sqlite => "INTEGER PRIMARY KEY AUTOINCREMENT",
            Self::Postgres => "BIGSERIAL PRIMARY KEY",
        }
    }

    /// Ends a `SELECT` whose rows the transaction is about to change. SQLite's one writer needs none.
    #[must_use]
    pub const fn for_update(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE",
        }
    }

    /// The same for work queues: rows that another node holds are passed over.
    #[must_use]
    pub const fn skip_locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// SQL for the running transaction's number; 0 where commits are seen in order anyway.
    #[must_use]
    pub const fn transaction_number(self) -> &'static str {
        match self {
            Self::Sqlite => "0",
            Self::Postgres => "pg_current_xact_id()::text::bigint",
        }
    }

    /// SQL for the number below which every transaction has ended.
    #[must_use]
    pub const fn oldest_running(self) -> &'static str {
        match self {
            Self::Sqlite => "1",
            Self::Postgres => "pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        }
    }

    /// SQL for the events behind the place ($1, $2) that can no longer change their order. SQLite has one writer and so
    /// no transactions beside each other; told by the `+` not to go by the transaction, it goes to the number at once
    /// instead of reading over all that lies before it.
    #[must_use]
    pub const fn after_place(self) -> &'static str {
        match self {
            Self::Sqlite => "seq > $2 AND +xid >= $1",
            Self::Postgres => "(xid, seq) > ($1, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        }
    }

    /// SQL for the order of the log.
    #[must_use]
    pub const fn log_order(self) -> &'static str {
        match self {
            Self::Sqlite => "seq",
            Self::Postgres => "xid, seq",
        }
    }
}

/// Prepared statements that a connection keeps: more than are asked again and again, so that none of those is parsed twice.
const STATEMENTS_KEPT: usize = 256;
/// KiB of pages that the writer, and each reader, keeps; the rest lies in the system's memory, a copy away.
const WRITER_PAGES: &str = "-8000";
const READER_PAGES: &str = "-4000";

/// How long a transaction on PostgreSQL may ask for nothing, in ms: as long as a job is leased. Then it is ended.
const IDLE_IN_TRANSACTION: &str = "10000";

/// Connections to the one database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    readers: DatabaseConnection,
    writer: DatabaseConnection,
    /// Answers of before; `None` where somebody else may write unseen.
    kept: Option<Arc<kept::Kept>>,
    /// The transaction that all of this happens within: see [`Around`].
    around: Option<Arc<DatabaseTransaction>>,
}

impl Db {
    /// Opens (and if need be creates) the SQLite file at `path`.
    ///
    /// # Errors
    /// When the file cannot be opened or is not a database.
    pub async fn sqlite(path: &Path) -> Result<Self> {
        // Something is acknowledged by almost every commit: FULL, never NORMAL.
        Self::open_sqlite(path, SqliteSynchronous::Full).await
    }

    /// Like [`Db::sqlite`], for data that is thrown away when the program ends: nothing is synced.
    ///
    /// # Errors
    /// When the file cannot be opened or is not a database.
    pub async fn throw_away(path: &Path) -> Result<Self> {
        Self::open_sqlite(path, SqliteSynchronous::Off).await
    }

    async fn open_sqlite(path: &Path, synchronous: SqliteSynchronous) -> Result<Self> {
        let url = format!("sqlite://{}?mode=rwc", path.display());
        let open = async |most: u32, pages: &'static str| {
            let mut options = ConnectOptions::new(url.clone());
            options
                .max_connections(most)
                .min_connections(1)
                .acquire_timeout(Duration::from_secs(30))
                .sqlx_logging(false)
                // A file does not hang up: asking whether it is there would cost each read a second way
                // to the connection's thread and back.
                .test_before_acquire(false)
                .map_sqlx_sqlite_pool_opts(clean::only_clean)
                .map_sqlx_sqlite_opts(move |sqlite| {
                    sqlite
                        .journal_mode(SqliteJournalMode::Wal)
                        .synchronous(synchronous)
                        .statement_cache_capacity(STATEMENTS_KEPT)
                        .foreign_keys(true)
                        .busy_timeout(Duration::from_secs(15))
                        .pragma("cache_size", pages)
                        .pragma("temp_store", "2")
                        // What is deleted is overwritten: erasing is for good.
                        .pragma("secure_delete", "1")
                        .pragma("journal_size_limit", "67108864")
                });
            Database::connect(options).await.context(format!("cannot open the database {}", path.display()))
        };
        let writer = open(1, WRITER_PAGES).await?;
        let readers = open(6, READER_PAGES).await?;
        Ok(Self { engine: Engine::Sqlite, readers, writer, kept: Some(Arc::default()), around: None })
    }

    /// Connects to a PostgreSQL database, `postgres://user@host/name`.
    ///
    /// # Errors
    /// When the server does not answer, refuses, or is older than 15.
    pub async fn postgres(url: &str) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(16).acquire_timeout(Duration::from_secs(15)).sqlx_logging(false);
        // A node that stands still in the middle of a transaction must not hold its rows, and the log, from the others.
        options.map_sqlx_postgres_opts(|postgres| {
            postgres.options([("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION)])
        });
        let pool = Database::connect(options).await.context("cannot connect to PostgreSQL")?;
        let db = Self { engine: Engine::Postgres, readers: pool.clone(), writer: pool, kept: None, around: None };
        let version = db.read().await?.one("SELECT current_setting('server_version_num') AS v", vec![]).await?;
        let number: i64 = version.context("PostgreSQL said nothing")?.text("v")?.parse().unwrap_or(0);
        if number < 150_000 {
            return Err(Fault::new(format!("PostgreSQL 15 or newer is needed; this server says {number}")));
        }
        Ok(db)
    }

    /// Which of the two this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A connection for reading. Each statement sees its own moment.
    ///
    /// # Errors
    /// Never now; the signature leaves room for pools that must wait.
    #[expect(clippy::unused_async, reason = "callers await: a pool may have to wait one day")]
    pub async fn read(&self) -> Result<Conn> {
        if let Some(around) = &self.around {
            return Ok(Conn::sharing(around.clone(), self.engine));
        }
        Ok(Conn::pooled(self.readers.clone(), self.engine, self.kept.clone()))
    }

    /// A connection whose statements all see one and the same moment (backup, reports).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn snapshot(&self) -> Result<Conn> {
        if let Some(around) = &self.around {
            return Ok(Conn::sharing(around.clone(), self.engine));
        }
        let options = match self.engine {
            Engine::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
                ..Default::default()
            },
            Engine::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        };
        let tx = self.readers.begin_with_options(options).await.context("cannot begin reading")?;
        if self.engine == Engine::Postgres {
            // It holds nothing that others wait for, and whoever reads may have much to do between two questions.
            tx.execute_unprepared("SET LOCAL idle_in_transaction_session_timeout = 0").await?;
        }
        Ok(Conn::within(tx, self.engine, None))
    }

    /// Begins to write. SQLite takes its one write lock at once, so that a transaction never has to
    /// give up in the middle.
    pub(crate) async fn begin(&self) -> Result<Conn> {
        if let Some(around) = &self.around {
            let step = around.begin().await.context("cannot begin a step")?;
            return Ok(Conn::within(step, self.engine, None));
        }
        let mut conn = Conn::within(self.begin_writing().await?, self.engine, self.kept.clone());
        // Whoever waited here for a command at the terminal must not decide by what was true before it.
        if let Some(kept) = &self.kept {
            kept.seen(conn.number("SELECT data_version AS n FROM pragma_data_version", vec![]).await?);
        }
        Ok(conn)
    }

    async fn begin_writing(&self) -> Result<DatabaseTransaction> {
        let options = match self.engine {
            Engine::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            },
            Engine::Postgres => TransactionOptions::default(),
        };
        self.writer.begin_with_options(options).await.context("cannot begin writing")
    }

    /// The pool below, for `LISTEN` only. `None` on SQLite.
    pub(crate) fn postgres_pool(&self) -> Option<&sea_orm::sqlx::PgPool> {
        (self.engine == Engine::Postgres).then(|| self.writer.get_postgres_connection_pool())
    }

    /// Connections that are open, and how many of them nobody uses, over all pools.
    #[must_use]
    pub fn connections(&self) -> (usize, usize) {
        let (open, idle) = match self.engine {
            Engine::Sqlite => [&self.readers, &self.writer]
                .map(|pool| pool.get_sqlite_connection_pool())
                .map(|pool| (pool.size(), pool.num_idle()))
                .into_iter()
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
            Engine::Postgres => {
                let pool = self.writer.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        };
        (usize::try_from(open).unwrap_or(usize::MAX), idle)
    }

    /// Runs statements that cannot be prepared or must stay outside a transaction (`VACUUM INTO`).
    ///
    /// # Errors
    /// What the database says.
    pub async fn outside_transaction(&self, sql: &str) -> Result<()> {
        self.readers.execute_unprepared(sql).await?;
        Ok(())
    }

    /// Closes every connection; SQLite folds its write-ahead log into the file.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn close(self) -> Result<()> {
        self.readers.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}
