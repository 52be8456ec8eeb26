//! The tables of channels: what came in, as it came, what was refused, and the mailboxes.

use platform::Migration;

/// In order; tillit runs them after those of conversations.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "channels-001", sql: |_| FIRST.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-002", sql: |_| MAILBOXES.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-003", sql: |_| READERS.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-004", sql: |_| BY_MESSAGE.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-005", sql: |_| DEPARTMENTS.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-006", sql: |_| BY_BLOB.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "channels-080", sql: crate::moving::TABLES },
    Migration { id: "channels-100", sql: |_| BY_CONVERSATION.iter().map(|sql| (*sql).to_owned()).collect() },
];

const FIRST: &[&str] = &[
    "CREATE TABLE inbound (id TEXT PRIMARY KEY, source TEXT NOT NULL, identity TEXT NOT NULL UNIQUE, blob TEXT NOT NULL, \
     envelope_from TEXT NOT NULL, envelope_to TEXT NOT NULL, peer TEXT NOT NULL, received_at BIGINT NOT NULL, \
     state TEXT NOT NULL, conversation TEXT, message TEXT, reason TEXT, copies BIGINT NOT NULL)",
    "CREATE INDEX inbound_waiting ON inbound (id) WHERE state = 'new'",
    "CREATE TABLE refused (id TEXT PRIMARY KEY, at BIGINT NOT NULL, peer TEXT NOT NULL, envelope_from TEXT NOT NULL, \
     size BIGINT NOT NULL, reason TEXT NOT NULL)",
];

/// What is set lies apart from how reading goes: one is changed by people, the other by readers.
const MAILBOXES: &[&str] = &[
    "CREATE TABLE mailbox (id TEXT PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, sender_name TEXT NOT NULL, \
     signature TEXT NOT NULL, is_default BIGINT NOT NULL, enabled BIGINT NOT NULL, fetching TEXT NOT NULL, \
     sending TEXT NOT NULL, secrets TEXT NOT NULL, created_at BIGINT NOT NULL, removed_at BIGINT)",
    "CREATE TABLE mailbox_reading (mailbox TEXT PRIMARY KEY REFERENCES mailbox (id), uid_validity BIGINT, \
     last_uid BIGINT NOT NULL, old_below BIGINT NOT NULL, old_too BIGINT NOT NULL, last_read_at BIGINT, since BIGINT, \
     failing_since BIGINT, error_code TEXT, error_words TEXT, alarmed_at BIGINT, lease_owner TEXT, lease_until BIGINT)",
    "ALTER TABLE inbound ADD COLUMN mailbox TEXT",
];

/// When a reader must begin anew, who renews a token, and what was there before we came.
const READERS: &[&str] = &[
    "ALTER TABLE mailbox ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE mailbox ADD COLUMN renewing_until BIGINT",
    "ALTER TABLE mailbox_reading ADD COLUMN connected_at BIGINT",
];

/// Whose bytes are these? Asked when a conversation goes for good.
const BY_BLOB: &[&str] = &["CREATE INDEX inbound_blob ON inbound (blob)"];

/// How did this message come?
const BY_MESSAGE: &[&str] = &["CREATE INDEX inbound_message ON inbound (message) WHERE message IS NOT NULL"];

/// What came about a conversation and made no message of it? Asked when it goes for good.
const BY_CONVERSATION: &[&str] =
    &["CREATE INDEX inbound_about ON inbound (conversation) WHERE conversation IS NOT NULL AND message IS NULL"];

/// Whose mail a mailbox brings.
const DEPARTMENTS: &[&str] = &["ALTER TABLE mailbox ADD COLUMN department TEXT"];
