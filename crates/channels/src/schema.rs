//! The tables of channels: what came in, as it came, and what was refused.

use platform::Migration;

/// In order; tillit runs them after those of conversations.
pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "channels-001", sql: |_| FIRST.iter().map(|sql| (*sql).to_owned()).collect() }];

const FIRST: &[&str] = &[
    "CREATE TABLE inbound (id TEXT PRIMARY KEY, source TEXT NOT NULL, identity TEXT NOT NULL UNIQUE, blob TEXT NOT NULL, \
     envelope_from TEXT NOT NULL, envelope_to TEXT NOT NULL, peer TEXT NOT NULL, received_at BIGINT NOT NULL, \
     state TEXT NOT NULL, conversation TEXT, message TEXT, reason TEXT, copies BIGINT NOT NULL)",
    "CREATE INDEX inbound_waiting ON inbound (id) WHERE state = 'new'",
    "CREATE TABLE refused (id TEXT PRIMARY KEY, at BIGINT NOT NULL, peer TEXT NOT NULL, envelope_from TEXT NOT NULL, \
     size BIGINT NOT NULL, reason TEXT NOT NULL)",
];
