//! A unit of work: rows, events and jobs are written together or not at all.

use std::ops::{Deref, DerefMut};

use base::{Actor, Event, IdSource, Instant};

use crate::db::{Around, Conn, Engine, Value};
use crate::fault::Result;
use crate::jobs::NewJob;
use crate::wake::{CHANNEL, Places, Wake};
use crate::{Platform, jobs, log};

/// A running transaction. Dropped without [`Tx::commit`], it never happened.
pub struct Tx {
    conn: Conn,
    now: Instant,
    machine_now: Instant,
    ids: std::sync::Arc<IdSource>,
    wake: Wake,
    to_look_at: Places,
    because: Option<String>,
    facts: usize,
}

impl Platform {
    /// Begins a unit of work.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn begin(&self) -> Result<Tx> {
        let conn = self.db.begin().await?;
        Ok(Tx {
            conn,
            // Read after the write lock is held, so that times grow with the order of commits.
            now: self.clock.business(),
            machine_now: self.clock.machine(),
            ids: self.ids.clone(),
            wake: self.wake.clone(),
            to_look_at: Places::default(),
            because: None,
            facts: 0,
        })
    }
}

/// A transaction around the work of others: see [`Platform::around`].
pub struct AroundAll {
    around: Around,
    platform: Platform,
}

impl Platform {
    /// Begins a transaction around work that begins and commits transactions of its own by
    /// [`AroundAll::platform`]. Nobody may use this platform for writing until it ends: SQLite has one writer.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn around(&self) -> Result<AroundAll> {
        let around = self.db.around().await?;
        let platform = Self { db: around.db(), ..self.clone() };
        Ok(AroundAll { around, platform })
    }
}

impl AroundAll {
    /// The platform for the work within.
    #[must_use]
    pub fn platform(&self) -> Platform {
        self.platform.clone()
    }

    /// Writes beside the work within; answers how many rows were touched.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        self.around.conn().execute(sql, values).await
    }

    /// Asks within.
    #[must_use]
    pub fn conn(&self) -> Conn {
        self.around.conn()
    }

    /// Makes all of it true, then wakes whoever waits for it.
    ///
    /// # Errors
    /// When the commit failed: nothing was written.
    pub async fn commit(self) -> Result<()> {
        let wake = self.platform.wake.clone();
        drop(self.platform);
        self.around.commit().await?;
        wake.ring();
        Ok(())
    }
}

impl Tx {
    /// Business time, the same throughout the transaction.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Machine time, the same throughout the transaction.
    #[must_use]
    pub fn machine_now(&self) -> Instant {
        self.machine_now
    }

    /// Where new ids come from.
    #[must_use]
    pub fn ids(&self) -> std::sync::Arc<IdSource> {
        self.ids.clone()
    }

    /// Writes; answers how many rows were touched.
    ///
    /// # Errors
    /// What the database says, with the statement.
    pub async fn run(&mut self, sql: &str, values: Vec<Value>) -> Result<u64> {
        self.conn.execute(sql, values).await
    }

    /// Says what led to all that is written from now on, where a fact names nothing nearer.
    pub fn because(&mut self, cause: String) {
        self.because = Some(cause);
    }

    /// How many facts were written so far.
    #[must_use]
    pub const fn facts(&self) -> usize {
        self.facts
    }

    /// Writes a fact to the event log.
    ///
    /// # Errors
    /// When the log cannot be written.
    pub async fn record<E: Event>(&mut self, event: &E, actor: &Actor, cause: Option<&str>) -> Result<()> {
        self.to_look_at.log = true;
        self.facts += 1;
        let now = self.now;
        log::append(&mut self.conn, event, actor, cause.or(self.because.as_deref()), now).await
    }

    /// Leaves work to be done after the commit. A job whose key is already waiting is not added twice.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub async fn enqueue(&mut self, job: NewJob) -> Result<()> {
        self.to_look_at.add(job.lane());
        let (ids, now) = (self.ids.clone(), self.machine_now);
        jobs::insert(&mut self.conn, &ids, now, job).await
    }

    /// The same for a batch of jobs without keys, in one statement; a few hundred at most.
    ///
    /// # Errors
    /// When the table cannot be written, or one has a key.
    pub async fn enqueue_all(&mut self, all: Vec<NewJob>) -> Result<()> {
        all.iter().for_each(|job| self.to_look_at.add(job.lane()));
        let (ids, now) = (self.ids.clone(), self.machine_now);
        jobs::insert_all(&mut self.conn, &ids, now, all).await
    }

    /// Makes it all true, then wakes whoever waits for it.
    ///
    /// # Errors
    /// When the commit failed: nothing was written.
    pub async fn commit(mut self) -> Result<()> {
        if !self.to_look_at.is_empty() && self.conn.engine() == Engine::Postgres {
            self.conn.all("SELECT pg_notify($1, $2)", crate::vals![CHANNEL, self.to_look_at.told()]).await?;
        }
        self.conn.commit().await?;
        self.wake.ring_at(&self.to_look_at);
        Ok(())
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
