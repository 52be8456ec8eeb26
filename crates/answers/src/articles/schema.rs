//! The tables of articles.

use platform::{Engine, Migration};

/// In order; tillit runs them after those of portal.
pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "answers-010", sql: articles }, Migration { id: "answers-020", sql: within }];

/// What stands within texts, and where those came from that were brought along.
fn within(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE article_picture (name TEXT PRIMARY KEY, blob TEXT NOT NULL, media TEXT NOT NULL, \
         width BIGINT NOT NULL, height BIGINT NOT NULL, staff TEXT, created_at BIGINT NOT NULL)",
        "CREATE INDEX article_picture_by_blob ON article_picture (blob)",
        // Which pictures the live version of a text shows: who may read it may see them.
        "CREATE TABLE article_shows (picture TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (picture, text))",
        "CREATE INDEX article_shows_by_text ON article_shows (text)",
        "CREATE TABLE article_snippet (name TEXT PRIMARY KEY, texts TEXT NOT NULL, saved_at BIGINT NOT NULL)",
        // What was brought along, so that bringing it again makes nothing twice.
        "CREATE TABLE article_origin (origin TEXT PRIMARY KEY, family TEXT NOT NULL, language TEXT NOT NULL, \
         article TEXT NOT NULL)",
        "CREATE INDEX article_origin_by_family ON article_origin (family)",
    ]
    .map(str::to_owned)
    .into()
}

fn articles(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE article_category (id TEXT PRIMARY KEY, place BIGINT NOT NULL, address TEXT NOT NULL UNIQUE, \
         names TEXT NOT NULL, leads TEXT NOT NULL, dated BIGINT NOT NULL)",
        "CREATE TABLE article (id TEXT PRIMARY KEY, category TEXT, audience TEXT NOT NULL, owner TEXT, \
         original TEXT NOT NULL, sources TEXT NOT NULL, tags TEXT NOT NULL, review_on TEXT, created_at BIGINT NOT NULL)",
        "CREATE INDEX article_by_category ON article (category)",
        "CREATE INDEX article_by_review ON article (review_on)",
        "CREATE TABLE article_text (id TEXT PRIMARY KEY, article TEXT NOT NULL, language TEXT NOT NULL, \
         address TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, \
         live BIGINT, live_at BIGINT, due_at BIGINT, saved_at BIGINT NOT NULL, UNIQUE (article, language), \
         UNIQUE (language, address))",
        "CREATE INDEX article_text_by_saving ON article_text (saved_at, id)",
        "CREATE INDEX article_text_by_living ON article_text (language, live_at)",
        "CREATE TABLE article_version (text TEXT NOT NULL, number BIGINT NOT NULL, title TEXT NOT NULL, \
         summary TEXT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL, staff TEXT, PRIMARY KEY (text, number))",
        // Every address that ever led to a text, so that old links go on leading there.
        "CREATE TABLE article_address (language TEXT NOT NULL, address TEXT NOT NULL, article TEXT NOT NULL, \
         PRIMARY KEY (language, address))",
        // Counts by day; nobody is named.
        "CREATE TABLE article_count (day TEXT NOT NULL, text TEXT NOT NULL, what TEXT NOT NULL, n BIGINT NOT NULL, \
         PRIMARY KEY (day, text, what))",
        "CREATE INDEX article_count_by_text ON article_count (text, day)",
        "CREATE TABLE article_missing (language TEXT NOT NULL, query TEXT NOT NULL, n BIGINT NOT NULL, \
         last_at BIGINT NOT NULL, PRIMARY KEY (language, query))",
    ]
    .map(str::to_owned)
    .into()
}
