//! Full-text search in the database itself: written in the transaction of what it finds, so that what was written is
//! found by the very next request and nothing has to be repaired.
//!
//! Texts are cut and stemmed by [`words::search`]; both engines keep the same words and give the same hits, newest
//! first. Each capability puts its own texts in ([`put`]), asks with conditions of its own ([`Ask::only`]), rights
//! among them, and can say all its texts again ([`Source`]), from which the index is made anew at will.
//! It knows no word of customer care: a document has a shelf, a subject and the thread it belongs to.

mod any;
mod beside;
mod fts5;
mod mend;
mod place;
mod rebuild;
#[cfg(test)]
mod tests;
mod tsvector;
mod vocabulary;

use std::future::Future;
use std::pin::Pin;

use base::{Instant, Language};
use words::search::{Indexed, Wanted};

pub use any::{Answered, Question, any};
pub use beside::{Asker, Elsewhere, Group, Line, Look, Others};
pub use mend::{Mended, mend};
pub use rebuild::{Progress, Source, begin, begin_empty, is_ready, step, take_room};
pub use vocabulary::Words;

use crate::db::{Bind, Conn, Engine, Value};
use crate::fault::{Fault, Result};
use crate::tx::Tx;
use crate::vals;

/// A kind of thing that is searched by itself. The number is kept in the index and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What was said.
    Messages = 0,
    /// Who it was said with.
    People = 1,
    /// Where they belong.
    Organisations = 2,
    /// What is written to be found: articles, one document a language.
    Articles = 3,
    /// What is asked and brought in public, with what was answered.
    Topics = 4,
}

/// A text to be found.
#[derive(Clone, Debug)]
pub struct Document {
    /// Among what it is found.
    pub shelf: Shelf,
    /// The id of what it is the text of; one document each.
    pub subject: String,
    /// The id of what it is shown as part of.
    pub thread: String,
    /// By which it is sorted, newest first.
    pub at: Instant,
    /// Its language, where one is known.
    pub language: Option<Language>,
    /// The text.
    pub text: String,
    /// What it can be asked for by name: `("from", "Kari Moe kari@example.com")`.
    pub marks: Vec<(&'static str, String)>,
}

impl Document {
    fn indexed(&self) -> Indexed {
        let mut indexed = words::search::index(&self.text, self.language);
        indexed.also.extend(self.marks.iter().flat_map(|(mark, value)| words::search::marked(mark, value)));
        indexed.also.sort_unstable();
        indexed.also.dedup();
        indexed
    }
}

/// Conditions of a capability on documents, in SQL on `d.subject` and `d.thread`. Rights are among them.
#[derive(Clone, Debug, Default)]
pub struct Only {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Only {
    /// Binds a value; answers its place for the condition: `$3`.
    pub fn bind(&mut self, value: impl Bind) -> String {
        self.values.push(value.bind());
        format!("${}", self.values.len())
    }

    /// Adds a condition.
    pub fn holds(&mut self, sql: String) {
        self.sql.push(sql);
    }

    fn and(&self) -> String {
        self.sql.iter().map(|sql| format!(" AND ({sql})")).collect()
    }
}

/// A question to the index.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// What is looked for; nothing finds everything that the conditions allow.
    pub wanted: &'a Wanted,
    /// Where.
    pub shelf: Shelf,
    /// Not before this.
    pub since: Option<Instant>,
    /// Before this.
    pub until: Option<Instant>,
    /// Behind this hit.
    pub after: Option<Place>,
    /// What else must hold.
    pub only: &'a Only,
    /// Hits, at most.
    pub most: i64,
}

/// Where a document stands in the index: hits are sorted by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub i64);

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub place: Place,
    /// See [`Document::subject`].
    pub subject: String,
    /// See [`Document::thread`].
    pub thread: String,
}

/// An answer that is still to come.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// An index. Both databases are one; another engine would stand behind this.
pub trait Search: Send + Sync {
    /// Writes a document at a place; answers whether the place was free.
    fn write<'a>(&'a self, tx: &'a mut Tx, place: Place, doc: &'a Document, indexed: &'a Indexed) -> Later<'a, bool>;
    /// Takes out what stands at a place.
    fn erase<'a>(&'a self, tx: &'a mut Tx, place: Place) -> Later<'a, ()>;
    /// Takes out everything.
    fn clear<'a>(&'a self, tx: &'a mut Tx) -> Later<'a, ()>;
    /// Answers, newest first.
    fn find<'a>(&'a self, conn: &'a mut Conn, ask: &'a Ask<'a>) -> Later<'a, Vec<Hit>>;
    /// Those of `threads` that have an answer newer than [`Ask::after`].
    fn answered_before<'a>(
        &'a self,
        conn: &'a mut Conn,
        ask: &'a Ask<'a>,
        threads: &'a [String],
    ) -> Later<'a, Vec<String>>;
}

fn of(engine: Engine) -> &'static dyn Search {
    match engine {
        Engine::Sqlite => &fts5::Fts5,
        Engine::Postgres => &tsvector::TsVector,
    }
}

/// Puts a document into the index, in place of what stood there for the same subject.
///
/// # Errors
/// What the database says; so for all below.
pub async fn put(tx: &mut Tx, doc: &Document) -> Result<()> {
    let indexed = doc.indexed();
    forget(tx, &doc.subject).await?;
    let search = of(tx.engine());
    for place in place::candidates(doc) {
        if search.write(tx, place, doc, &indexed).await? {
            let new: Vec<&str> = words::search::vocabulary(&indexed).into_iter().collect();
            return vocabulary::learn(tx, &new).await;
        }
    }
    Err(Fault::new("the index has no place left at this second"))
}

/// Takes the document of a subject out of the index.
///
/// # Errors
/// See [`put`].
pub async fn forget(tx: &mut Tx, subject: &str) -> Result<()> {
    match tx.one("SELECT id FROM search_doc WHERE subject = $1", vals![subject]).await? {
        Some(row) => of(tx.engine()).erase(tx, Place(row.int("id")?)).await,
        None => Ok(()),
    }
}

/// Takes documents out of the index for good: with the words that only they had. What the index keeps of them on
/// SQLite until its parts are merged, [`crate::erasing::purge`] takes away.
///
/// # Errors
/// See [`put`].
pub async fn erase(tx: &mut Tx, documents: &[Document]) -> Result<()> {
    let mut words = std::collections::BTreeSet::new();
    for document in documents {
        let indexed = document.indexed();
        words.extend(words::search::vocabulary(&indexed).into_iter().map(str::to_owned));
        forget(tx, &document.subject).await?;
    }
    vocabulary::unlearn(tx, &words).await
}

/// The document of a subject belongs to another thread from now on.
///
/// # Errors
/// See [`put`].
pub async fn moved(tx: &mut Tx, subject: &str, thread: &str) -> Result<()> {
    tx.run("UPDATE search_doc SET thread = $1 WHERE subject = $2", vals![thread, subject]).await?;
    Ok(())
}

/// What is found, newest first.
///
/// # Errors
/// See [`put`].
pub async fn find(conn: &mut Conn, ask: &Ask<'_>) -> Result<Vec<Hit>> {
    of(conn.engine()).find(conn, ask).await
}

/// What is found, one hit for each thread: the newest. Threads that have an answer before [`Ask::after`] were told
/// already and are left out.
///
/// # Errors
/// See [`put`].
pub async fn find_threads(conn: &mut Conn, ask: &Ask<'_>) -> Result<Vec<Hit>> {
    let most = usize::try_from(ask.most).unwrap_or(usize::MAX);
    let mut found: Vec<Hit> = Vec::new();
    let mut next = Ask { most: ask.most.saturating_mul(2), ..*ask };
    // Long threads that answer again and again end somewhere.
    for _ in 0..20 {
        let hits = find(conn, &next).await?;
        let Some(last) = hits.last().map(|hit| hit.place) else { break };
        let whole = i64::try_from(hits.len()).unwrap_or(i64::MAX) < next.most;
        let mut new: Vec<Hit> = Vec::new();
        for hit in hits {
            if !found.iter().chain(&new).any(|known| known.thread == hit.thread) {
                new.push(hit);
            }
        }
        if ask.after.is_some() && !new.is_empty() {
            let threads: Vec<String> = new.iter().map(|hit| hit.thread.clone()).collect();
            let told = of(conn.engine()).answered_before(conn, ask, &threads).await?;
            new.retain(|hit| !told.contains(&hit.thread));
        }
        found.append(&mut new);
        if whole || found.len() >= most {
            break;
        }
        next.after = Some(last);
    }
    found.truncate(most);
    Ok(found)
}

fn hit(row: &crate::db::Row) -> Result<Hit> {
    Ok(Hit { place: Place(row.int("id")?), subject: row.text("subject")?, thread: row.text("thread")? })
}

/// The tables. They are no part of a backup: everything in them is made from what they find.
pub(crate) fn tables(engine: Engine) -> Vec<String> {
    let mut all = match engine {
        Engine::Sqlite => vec![
            "CREATE TABLE search_doc (id INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, thread TEXT NOT NULL)",
            fts5::TABLE,
            "CREATE TABLE search_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
        ],
        Engine::Postgres => vec![
            "CREATE TABLE search_doc (id BIGINT PRIMARY KEY, subject TEXT NOT NULL UNIQUE, thread TEXT NOT NULL, \
             words TSVECTOR NOT NULL)",
            // A short list of what is not sorted in yet: each question reads it.
            "CREATE INDEX search_doc_words ON search_doc USING gin (words) WITH (gin_pending_list_limit = 512)",
            "CREATE TABLE search_word (id BIGSERIAL PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
        ],
    };
    all.push("CREATE INDEX search_doc_thread ON search_doc (thread, id)");
    all.push("CREATE TABLE search_state (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    all.into_iter().map(str::to_owned).collect()
}
