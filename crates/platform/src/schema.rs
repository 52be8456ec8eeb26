//! The tables that belong to nobody's capability.

use crate::db::{Engine, Migration};

/// In order; tillit runs them before any other crate's.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "platform-001", sql: first },
    Migration { id: "platform-002", sql: crate::search::tables },
    Migration { id: "platform-003", sql: answers },
    Migration { id: "platform-014", sql: backups },
    Migration { id: "platform-015", sql: few_facts },
    Migration { id: "platform-030", sql: crate::backup::takeout::tables },
    Migration { id: "platform-031", sql: crate::settings_files::tables },
    Migration { id: "platform-240", sql: proofs },
    Migration { id: "platform-390", sql: looked_for },
];

/// When somebody last proved in a session that it is they: see `sessions.rs`.
fn proofs(_: Engine) -> Vec<String> {
    vec!["ALTER TABLE session ADD COLUMN proved_at BIGINT".into()]
}

/// What was answered to requests that may come twice: see `api/once.rs`.
fn answers(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE api_answer (caller TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, \
         status BIGINT NOT NULL, location TEXT, body TEXT NOT NULL, kept_until BIGINT NOT NULL, \
         PRIMARY KEY (caller, key))"
            .into(),
        "CREATE INDEX api_answer_by_end ON api_answer (kept_until)".into(),
    ]
}

/// Most facts are about conversations; looking back for one of the others must not read over them.
fn few_facts(_: Engine) -> Vec<String> {
    let condition = crate::log::BESIDE_CONVERSATIONS;
    vec![format!("CREATE INDEX event_beside_conversations ON event (seq) WHERE {condition}")]
}

/// The same, with what tells that a conversation was deleted.
fn looked_for(_: Engine) -> Vec<String> {
    vec![
        "DROP INDEX event_beside_conversations".into(),
        format!("CREATE INDEX event_looked_for ON event (seq) WHERE {}", crate::log::looked_for()),
    ]
}

/// Each try to write a backup by itself: see `backup/automatic.rs`.
fn backups(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE backup_run (id TEXT PRIMARY KEY, at BIGINT NOT NULL, file TEXT NOT NULL, bytes BIGINT NOT NULL, \
         rows BIGINT NOT NULL, damaged BIGINT NOT NULL, error TEXT NOT NULL)"
            .into(),
    ]
}

fn first(engine: Engine) -> Vec<String> {
    let (serial, blob) = (engine.serial(), engine.blob());
    vec![
        format!(
            "CREATE TABLE event (seq {serial}, xid BIGINT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, \
             subject TEXT NOT NULL, actor TEXT NOT NULL, cause TEXT, payload TEXT NOT NULL, version BIGINT NOT NULL)"
        ),
        "CREATE INDEX event_in_order ON event (xid, seq)".into(),
        "CREATE INDEX event_by_subject ON event (subject, seq)".into(),
        "CREATE TABLE event_cursor (reader TEXT PRIMARY KEY, xid BIGINT NOT NULL, seq BIGINT NOT NULL)".into(),
        "CREATE TABLE job (id TEXT PRIMARY KEY, lane TEXT NOT NULL, kind TEXT NOT NULL, key TEXT UNIQUE, \
         payload TEXT NOT NULL, due BIGINT NOT NULL, waits BIGINT NOT NULL, attempts BIGINT NOT NULL, \
         attempts_max BIGINT NOT NULL, status BIGINT NOT NULL, owner TEXT, leased_until BIGINT, last_error TEXT)"
            .into(),
        "CREATE INDEX job_waiting ON job (lane, waits, due, id) WHERE status = 0".into(),
        "CREATE INDEX job_claimed ON job (lane, leased_until) WHERE status = 1".into(),
        "CREATE INDEX job_dead ON job (id) WHERE status = 3".into(),
        format!("CREATE TABLE blob (digest TEXT PRIMARY KEY, size BIGINT NOT NULL, data {blob})"),
        "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)".into(),
        "CREATE TABLE session (digest TEXT PRIMARY KEY, staff TEXT NOT NULL, created_at BIGINT NOT NULL, \
         expires_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, peer TEXT NOT NULL, browser TEXT NOT NULL)"
            .into(),
        "CREATE INDEX session_by_staff ON session (staff)".into(),
        "CREATE INDEX session_by_end ON session (expires_at)".into(),
    ]
}
