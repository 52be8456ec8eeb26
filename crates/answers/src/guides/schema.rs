//! The tables of guides.

use platform::{Engine, Migration};

/// In order; tillit runs them after those of articles.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "answers-guides-010", sql: guides }];

fn guides(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE guide (id TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, draft TEXT NOT NULL, live BIGINT, \
         saved_at BIGINT NOT NULL)",
        "CREATE TABLE guide_version (guide TEXT NOT NULL, number BIGINT NOT NULL, tree TEXT NOT NULL, \
         at BIGINT NOT NULL, staff TEXT, PRIMARY KEY (guide, number))",
        // Counts by day; nobody is named.
        "CREATE TABLE guide_count (guide TEXT NOT NULL, version BIGINT NOT NULL, language TEXT NOT NULL, \
         day TEXT NOT NULL, what TEXT NOT NULL, node TEXT NOT NULL, n BIGINT NOT NULL, \
         PRIMARY KEY (guide, version, language, day, what, node))",
    ]
    .map(str::to_owned)
    .into()
}
