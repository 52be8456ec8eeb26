//! A connection and its rows. What SQL cannot say differently on the two engines, it says here.

use std::collections::HashMap;
use std::sync::Arc;

use base::Instant;
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, QueryResult, Statement};

use super::kept::{self, Change, Closing, Kept};
use super::{Engine, Value};
use crate::fault::{Context, Fault, Result};

enum Inner {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
    Shared(Arc<DatabaseTransaction>),
}

/// Something to ask: a reading connection, or the inside of a transaction.
pub struct Conn {
    inner: Inner,
    engine: Engine,
    /// Answers of before that may be used, unless what was written here changed their tables.
    kept: Option<Arc<Kept>>,
    /// What was written here and is not committed.
    changes: Vec<Change>,
}

impl Conn {
    pub(super) fn pooled(pool: DatabaseConnection, engine: Engine, kept: Option<Arc<Kept>>) -> Self {
        Self { inner: Inner::Pool(pool), engine, kept, changes: Vec::new() }
    }

    /// `kept` only where the transaction sees what was committed last, such as the one writer's.
    pub(super) fn within(tx: DatabaseTransaction, engine: Engine, kept: Option<Arc<Kept>>) -> Self {
        Self { inner: Inner::Transaction(tx), engine, kept, changes: Vec::new() }
    }

    pub(super) fn sharing(tx: Arc<DatabaseTransaction>, engine: Engine) -> Self {
        Self { inner: Inner::Shared(tx), engine, kept: None, changes: Vec::new() }
    }

    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        let backend = match self.engine {
            Engine::Sqlite => DbBackend::Sqlite,
            Engine::Postgres => DbBackend::Postgres,
        };
        Statement::from_sql_and_values(backend, sql, values)
    }

    /// Remembers what a statement changes; what is no transaction has done it already.
    fn note(&mut self, sql: &str) {
        let Some(kept) = &self.kept else { return };
        match Change::of(sql) {
            Change::Nothing => {}
            change if matches!(self.inner, Inner::Pool(_)) => kept.changed(&[change]),
            change if self.changes.contains(&change) => {}
            change => self.changes.push(change),
        }
    }

    /// Every row of the answer to a question about `tables` alone, which change rarely: mostly from memory.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn all_kept(&mut self, tables: &[&str], sql: &str, values: Vec<Value>) -> Result<Arc<Vec<Row>>> {
        let Some(kept) = self.kept.clone().filter(|_| !self.changes.iter().any(|change| change.touches(tables))) else {
            return Ok(Arc::new(self.all(sql, values).await?));
        };
        let key = kept::key(sql, &values);
        match kept.get(&key, tables) {
            Ok(rows) => Ok(rows),
            Err(versions) => {
                let rows = self.all(sql, values).await?;
                let Some(plain) = rows.iter().map(Row::plain).collect::<Option<Vec<_>>>() else {
                    return Ok(Arc::new(rows));
                };
                let rows = Arc::new(plain);
                kept.put(key, versions, rows.clone());
                Ok(rows)
            }
        }
    }

    /// Every row of the answer.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn all(&mut self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        let statement = self.statement(sql, values);
        let rows = match &self.inner {
            Inner::Pool(pool) => pool.query_all_raw(statement).await,
            Inner::Transaction(tx) => tx.query_all_raw(statement).await,
            Inner::Shared(tx) => tx.query_all_raw(statement).await,
        };
        self.note(sql);
        Ok(rows.context(sql)?.into_iter().map(|row| Row(Cells::Asked(row))).collect())
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn one(&mut self, sql: &str, values: Vec<Value>) -> Result<Option<Row>> {
        let statement = self.statement(sql, values);
        let row = match &self.inner {
            Inner::Pool(pool) => pool.query_one_raw(statement).await,
            Inner::Transaction(tx) => tx.query_one_raw(statement).await,
            Inner::Shared(tx) => tx.query_one_raw(statement).await,
        };
        self.note(sql);
        Ok(row.context(sql)?.map(|row| Row(Cells::Asked(row))))
    }

    /// The single number that a `SELECT … AS n` answers; 0 when it answers nothing.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn number(&mut self, sql: &str, values: Vec<Value>) -> Result<i64> {
        Ok(self.one(sql, values).await?.map(|row| row.opt_int("n")).transpose()?.flatten().unwrap_or(0))
    }

    pub(crate) async fn execute(&mut self, sql: &str, values: Vec<Value>) -> Result<u64> {
        let statement = self.statement(sql, values);
        let done = match &self.inner {
            Inner::Pool(pool) => pool.execute_raw(statement).await,
            Inner::Transaction(tx) => tx.execute_raw(statement).await,
            Inner::Shared(tx) => tx.execute_raw(statement).await,
        };
        self.note(sql);
        Ok(done.context(sql)?.rows_affected())
    }

    pub(crate) async fn execute_unprepared(&mut self, sql: &str) -> Result<()> {
        match &self.inner {
            Inner::Pool(pool) => pool.execute_unprepared(sql).await,
            Inner::Transaction(tx) => tx.execute_unprepared(sql).await,
            Inner::Shared(tx) => tx.execute_unprepared(sql).await,
        }
        .context(sql)?;
        // It may be several statements.
        self.note("");
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<()> {
        // Until it is let go, also when the commit fails or nobody waits for it any more, nothing is answered from memory.
        let _closing = self.kept.map(|kept| Closing::begin(kept, self.changes));
        match self.inner {
            Inner::Pool(_) | Inner::Shared(_) => Ok(()),
            Inner::Transaction(tx) => tx.commit().await.context("the transaction could not be committed"),
        }
    }
}

/// One row of an answer; columns by name.
pub struct Row(Cells);

enum Cells {
    /// As the driver has it, which one thread at a time may read.
    Asked(QueryResult),
    /// Taken out of the driver's hands, for many to read at once.
    Plain(HashMap<String, Cell>),
}

/// One value, without the driver.
enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// What can be read from a [`Cell`]; `None` when it is of another type.
trait FromCell: Sized {
    fn from_cell(cell: &Cell) -> Option<Self>;
}

impl FromCell for i64 {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Int(number) = cell { Some(*number) } else { None }
    }
}

impl FromCell for String {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Text(text) = cell { Some(text.clone()) } else { None }
    }
}

impl FromCell for Vec<u8> {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Bytes(bytes) = cell { Some(bytes.clone()) } else { None }
    }
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if matches!(cell, Cell::Null) { Some(None) } else { T::from_cell(cell).map(Some) }
    }
}

impl Row {
    /// The same row without the driver; `None` when a column is of a type that we do not use.
    fn plain(&self) -> Option<Self> {
        use sea_orm::sqlx::{Column as _, Row as _};
        let Cells::Asked(row) = &self.0 else { return None };
        let row = row.try_as_sqlite_row()?;
        let mut cells = HashMap::with_capacity(row.columns().len());
        for (at, column) in row.columns().iter().enumerate() {
            let cell = if let Ok(number) = row.try_get::<Option<i64>, _>(at) {
                number.map(Cell::Int)
            } else if let Ok(text) = row.try_get::<Option<String>, _>(at) {
                text.map(Cell::Text)
            } else {
                row.try_get::<Option<Vec<u8>>, _>(at).ok()?.map(Cell::Bytes)
            };
            cells.insert(column.name().to_owned(), cell.unwrap_or(Cell::Null));
        }
        Some(Self(Cells::Plain(cells)))
    }

    fn get<T: sea_orm::TryGetable + FromCell>(&self, column: &str) -> Result<T> {
        match &self.0 {
            Cells::Asked(row) => row.try_get_by(column).context(format!("column {column}")),
            Cells::Plain(cells) => {
                cells.get(column).and_then(T::from_cell).ok_or_else(|| Fault::new(format!("column {column}")))
            }
        }
    }

    /// Text that is always there.
    ///
    /// # Errors
    /// When the column is missing, empty or of another type; so for all readers below.
    pub fn text(&self, column: &str) -> Result<String> {
        self.get(column)
    }

    /// Text, or nothing.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn opt_text(&self, column: &str) -> Result<Option<String>> {
        self.get(column)
    }

    /// A whole number.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn int(&self, column: &str) -> Result<i64> {
        self.get(column)
    }

    /// A whole number, or nothing.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>> {
        self.get(column)
    }

    /// A truth value kept as 0 or 1.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn flag(&self, column: &str) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    /// Bytes.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>> {
        self.get(column)
    }

    /// Bytes, or nothing.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn opt_bytes(&self, column: &str) -> Result<Option<Vec<u8>>> {
        self.get(column)
    }

    /// An instant kept as microseconds.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn at(&self, column: &str) -> Result<Instant> {
        self.int(column).map(base::clock::from_micros)
    }

    /// An instant, or nothing.
    ///
    /// # Errors
    /// See [`Row::text`].
    pub fn opt_at(&self, column: &str) -> Result<Option<Instant>> {
        Ok(self.opt_int(column)?.map(base::clock::from_micros))
    }

    /// An id, checked for its kind.
    ///
    /// # Errors
    /// See [`Row::text`]; also when the text is no id of the kind.
    pub fn id<I: std::str::FromStr<Err = base::id::NotAnId>>(&self, column: &str) -> Result<I> {
        self.text(column)?.parse().context(format!("column {column}"))
    }

    /// An id, or nothing.
    ///
    /// # Errors
    /// See [`Row::id`].
    pub fn opt_id<I: std::str::FromStr<Err = base::id::NotAnId>>(&self, column: &str) -> Result<Option<I>> {
        self.opt_text(column)?.map(|text| text.parse().context(format!("column {column}"))).transpose()
    }
}
