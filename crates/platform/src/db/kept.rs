//! Answers that are kept in memory: of tables that change rarely and are asked for every page and every mail.
//!
//! An answer holds until somebody of this process commits a change of one of its tables, and for [`AGE_MAX`] at most,
//! since commands at the terminal write to the same file. On PostgreSQL, where other nodes write, nothing is kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::{Row, Value};

/// How long another process's change may stay unseen.
const AGE_MAX: Duration = Duration::from_millis(500);
/// Answers kept at once; with one more, all are let go.
const ANSWERS_MAX: usize = 2000;

/// What an answer depends on: how often each of its tables was changed.
pub(super) type Versions = Vec<u64>;

struct Answer {
    versions: Versions,
    since: Instant,
    rows: Arc<Vec<Row>>,
}

#[derive(Default)]
struct Inner {
    /// Counts up with every change of any table that could not be named.
    all: u64,
    tables: HashMap<String, u64>,
    /// Changes that are being committed right now; nobody knows yet which answer is true.
    closing: Vec<Change>,
    /// What SQLite calls the state of the file that other processes left.
    elsewhere: i64,
    answers: HashMap<(String, String), Answer>,
}

impl Inner {
    fn versions(&self, tables: &[&str]) -> Versions {
        let one = |table: &&str| self.all + self.tables.get(*table).copied().unwrap_or(0);
        tables.iter().map(one).collect()
    }

    fn is_closing(&self, tables: &[&str]) -> bool {
        self.closing.iter().any(|change| change.touches(tables))
    }
}

/// The answers of one database.
#[derive(Default)]
pub(super) struct Kept(Mutex<Inner>);

/// What a statement changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing: it only asks.
    Nothing,
    /// One table.
    Of(String),
    /// It cannot be told from its first words.
    Anything,
}

impl Change {
    /// Read from the first words of a statement, as we write them.
    pub fn of(sql: &str) -> Self {
        let mut words = sql.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let table = match (first, second) {
            ("SELECT" | "EXPLAIN" | "SAVEPOINT" | "RELEASE" | "PRAGMA", _) => return Self::Nothing,
            ("INSERT" | "DELETE", "INTO" | "FROM") => words.next(),
            ("UPDATE", "OR") => None,
            ("UPDATE", table) => Some(table),
            _ => None,
        };
        let name = |table: &str| table.split('(').next().unwrap_or_default().trim_matches(['"', '`', ';']).to_owned();
        table.map_or(Self::Anything, |table| Self::Of(name(table)))
    }
}

impl Change {
    /// Whether an answer about these tables may be another one now.
    pub fn touches(&self, tables: &[&str]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Of(table) => tables.contains(&table.as_str()),
            Self::Anything => true,
        }
    }
}

/// Changes on their way: from before the commit until what it did is known.
pub(super) struct Closing {
    kept: Arc<Kept>,
    changes: Vec<Change>,
}

impl Closing {
    /// From now on nothing about their tables is answered from memory.
    pub fn begin(kept: Arc<Kept>, changes: Vec<Change>) -> Self {
        kept.inner().closing.extend(changes.iter().cloned());
        Self { kept, changes }
    }
}

impl Drop for Closing {
    fn drop(&mut self) {
        self.kept.changed(&self.changes);
        let mut inner = self.kept.inner();
        for change in &self.changes {
            if let Some(at) = inner.closing.iter().position(|one| one == change) {
                inner.closing.swap_remove(at);
            }
        }
    }
}

impl Kept {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer, if it still holds; else what it must be put under when it was asked anew.
    pub fn get(&self, key: &(String, String), tables: &[&str]) -> Result<Arc<Vec<Row>>, Versions> {
        let inner = self.inner();
        let versions = inner.versions(tables);
        match inner.answers.get(key) {
            Some(answer)
                if answer.versions == versions
                    && answer.since.elapsed() < AGE_MAX
                    && (inner.closing.is_empty() || !inner.is_closing(tables)) =>
            {
                Ok(answer.rows.clone())
            }
            _ => Err(versions),
        }
    }

    /// Keeps an answer that was asked for after `versions` had been looked up.
    pub fn put(&self, key: (String, String), versions: Versions, rows: Arc<Vec<Row>>) {
        let mut inner = self.inner();
        if inner.answers.len() >= ANSWERS_MAX {
            inner.answers.clear();
        }
        inner.answers.insert(key, Answer { versions, since: Instant::now(), rows });
    }

    /// Told the state that other processes left the file in: with another one, nothing that was kept holds.
    pub fn seen(&self, elsewhere: i64) {
        let mut inner = self.inner();
        if inner.elsewhere != elsewhere {
            inner.elsewhere = elsewhere;
            inner.all += 1;
        }
    }

    /// Says that changes are to be seen from now on.
    pub fn changed(&self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        let mut inner = self.inner();
        for change in changes {
            match change {
                Change::Nothing => {}
                Change::Of(table) => *inner.tables.entry(table.clone()).or_default() += 1,
                Change::Anything => inner.all += 1,
            }
        }
    }
}

/// What values are told apart by.
pub(super) fn key(sql: &str, values: &[Value]) -> (String, String) {
    (sql.to_owned(), if values.is_empty() { String::new() } else { format!("{values:?}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_changes_is_told_by_its_first_words() {
        let of = |table: &str| Change::Of(table.to_owned());
        for (sql, change) in [
            ("SELECT 1 AS n FROM setting", Change::Nothing),
            ("INSERT INTO setting (key, value) VALUES ($1, $2)", of("setting")),
            ("INSERT INTO\n  tag(id) SELECT 1", of("tag")),
            ("UPDATE staff SET name = $1", of("staff")),
            ("DELETE FROM department WHERE id = $1", of("department")),
            ("INSERT OR IGNORE INTO tag (id) VALUES (1)", Change::Anything),
            ("UPDATE OR IGNORE tag SET n = 1", Change::Anything),
            ("DELETE FROM \"setting\";", of("setting")),
            ("WITH x AS (SELECT 1) UPDATE tag SET n = 1", Change::Anything),
            ("", Change::Anything),
        ] {
            assert_eq!(Change::of(sql), change, "{sql}");
        }
    }

    #[test]
    fn an_answer_holds_until_one_of_its_tables_changes() {
        let kept = Kept::default();
        let asked = || key("SELECT", &[]);
        let there = |tables: &[&str]| kept.get(&asked(), tables).is_ok();
        let put =
            |tables: &[&str]| kept.put(asked(), kept.get(&asked(), tables).err().expect("not yet"), Arc::default());
        put(&["a", "b"]);
        assert!(there(&["a", "b"]));
        kept.changed(&[Change::Of("c".into()), Change::Nothing]);
        assert!(there(&["a", "b"]));
        kept.changed(&[Change::Of("b".into())]);
        assert!(!there(&["a", "b"]));
        put(&["a", "b"]);
        kept.changed(&[Change::Anything]);
        assert!(!there(&["a", "b"]));
        // Asked for before a change, put after it: never handed out.
        let before = kept.get(&asked(), &["a"]).err().expect("not yet");
        kept.changed(&[Change::Of("a".into())]);
        kept.put(asked(), before, Arc::default());
        assert!(!there(&["a"]));
    }

    #[test]
    fn nothing_is_answered_from_memory_while_a_change_is_on_its_way() {
        let kept = Arc::new(Kept::default());
        let asked = || key("SELECT", &[]);
        let put = || kept.put(asked(), kept.get(&asked(), &["a"]).err().expect("not yet"), Arc::default());
        put();
        let closing = Closing::begin(kept.clone(), vec![Change::Of("a".into())]);
        assert!(kept.get(&asked(), &["a"]).is_err());
        // Asked for while it is on its way: true or not, nobody gets it.
        put();
        assert!(kept.get(&asked(), &["a"]).is_err());
        drop(closing);
        assert!(kept.get(&asked(), &["a"]).is_err());
        put();
        assert!(kept.get(&asked(), &["a"]).is_ok());
        kept.seen(7);
        assert!(kept.get(&asked(), &["a"]).is_err(), "another process wrote");
        put();
        kept.seen(7);
        assert!(kept.get(&asked(), &["a"]).is_ok());
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let kept = Kept::default();
        for n in 0..=ANSWERS_MAX {
            let key = key(&n.to_string(), &[]);
            let versions = kept.get(&key, &["a"]).err().expect("not yet");
            kept.put(key, versions, Arc::default());
        }
        assert_eq!(kept.inner().answers.len(), 1);
    }
}
