//! What must hold for the platform's tables.

use serde::de::IgnoredAny;

use super::{Check, Looking, Problem, Rule};
use crate::db::{Conn, Engine};
use crate::vals;

/// For damage that nothing else can undo.
pub(super) const RESTORE: &str = "stop Tillit, keep a copy of the data folder, and restore the newest backup into a \
     new one (tillit restore FILE --data NEW)";

/// SQLite's own look at its file.
pub(super) struct Integrity;

impl Check for Integrity {
    fn name(&self) -> &'static str {
        "the database file"
    }

    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a> {
        Box::pin(async move {
            if conn.engine() == Engine::Postgres {
                return Ok(Vec::new()); // PostgreSQL has checksums and tools of its own.
            }
            let mut problems = Vec::new();
            for row in conn.all("SELECT integrity_check AS said FROM pragma_integrity_check LIMIT 50", vals![]).await? {
                let said = row.text("said")?;
                if said != "ok" {
                    let what = "the database file is damaged".to_owned();
                    problems.push(Problem { what, place: said, mend: RESTORE.to_owned() });
                }
            }
            Ok(problems)
        })
    }
}

/// Rows that refer to rows which are not there. PostgreSQL never lets that happen.
pub(super) struct References;

impl Check for References {
    fn name(&self) -> &'static str {
        "references between tables"
    }

    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a> {
        Box::pin(async move {
            if conn.engine() == Engine::Postgres {
                return Ok(Vec::new());
            }
            let sql = "SELECT \"table\" || ' row ' || rowid AS place, parent FROM pragma_foreign_key_check LIMIT 50";
            let mut problems = Vec::new();
            for row in conn.all(sql, vals![]).await? {
                let what = format!("this refers to something in the table {} that is not there", row.text("parent")?);
                problems.push(Problem { what, place: row.text("place")?, mend: RESTORE.to_owned() });
            }
            Ok(problems)
        })
    }
}

/// Settings that can be read.
pub(super) struct Settings;

impl Check for Settings {
    fn name(&self) -> &'static str {
        "settings"
    }

    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a> {
        Box::pin(async move {
            let mut problems = Vec::new();
            for row in conn.all("SELECT key, value FROM setting ORDER BY key", vals![]).await? {
                if serde_json::from_str::<IgnoredAny>(&row.text("value")?).is_err() {
                    let (what, place) = ("this setting cannot be read".to_owned(), row.text("key")?);
                    let mend = format!(
                        "with Tillit stopped, run in the database: DELETE FROM setting WHERE key = '{place}'; \
                         then set it again in the desk"
                    );
                    problems.push(Problem { what, place, mend });
                }
            }
            Ok(problems)
        })
    }
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "jobs",
        sql: "SELECT id AS place FROM job WHERE status NOT IN (0, 1, 3) OR waits NOT IN (0, 1) OR attempts < 0",
        what: "this job is in a state that does not exist, and never runs",
        mend: "with Tillit stopped, run in the database: UPDATE job SET status = 0, waits = 0, attempts = 0, owner = NULL, \
               leased_until = NULL WHERE id = '{}'",
    },
    Rule {
        name: "jobs in hand",
        sql: "SELECT id AS place FROM job WHERE status = 1 AND (owner IS NULL OR leased_until IS NULL OR key IS NOT NULL)",
        what: "this job is taken by nobody who could lose it, so that it never ends",
        mend: "with Tillit stopped, run in the database: UPDATE job SET status = 0, owner = NULL, leased_until = NULL \
               WHERE id = '{}'",
    },
    Rule {
        name: "waiting jobs",
        sql: "SELECT id AS place FROM job WHERE status IN (0, 3) AND owner IS NOT NULL",
        what: "this job waits, and yet somebody is said to have it",
        mend: "with Tillit stopped, run in the database: UPDATE job SET owner = NULL, leased_until = NULL WHERE id = '{}'",
    },
    Rule {
        name: "readers of the log",
        sql: "SELECT reader AS place FROM event_cursor \
              WHERE seq < 0 OR seq > (SELECT COALESCE(MAX(event.seq), 0) FROM event)",
        what: "this reader stands behind the end of the log and would miss what comes",
        mend: "with Tillit stopped, run in the database: DELETE FROM event_cursor WHERE reader = '{}'; it then reads the \
               log from the beginning",
    },
    Rule {
        name: "stored bytes",
        sql: "SELECT digest AS place FROM blob WHERE data IS NOT NULL AND length(data) <> size",
        what: "these stored bytes have not the length they were kept with",
        mend: "restore the newest backup into a new data folder and compare: the bytes called {} are damaged here",
    },
    Rule {
        name: "the log",
        sql: "SELECT 'event ' || CAST(seq AS TEXT) AS place FROM event \
              WHERE kind = '' OR actor = '' OR version < 1 OR subject NOT LIKE '_%:_%'",
        what: "this event says not what happened, to what, or by whom",
        mend: "it cannot be shown in a history; if there are many, restore the newest backup into a new data folder",
    },
];
