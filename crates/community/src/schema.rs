//! The tables of the community, in the order they are made.

use platform::{Engine, Migration};

/// In order; tillit runs them after those of portal.
pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "community-010", sql: first }, Migration { id: "community-020", sql: second }];

fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE community_member (person TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, \
         joined_at BIGINT NOT NULL, expert BIGINT NOT NULL, blocked BIGINT NOT NULL, published BIGINT NOT NULL, \
         accepted BIGINT NOT NULL)",
        // Whether it is public is kept beside what it follows from, so that lists go by an index alone.
        "CREATE TABLE community_topic (id TEXT PRIMARY KEY, kind TEXT NOT NULL, person TEXT, title TEXT NOT NULL, \
         body TEXT NOT NULL, language TEXT, state TEXT NOT NULL, waits BIGINT NOT NULL, public BIGINT NOT NULL, \
         idea TEXT NOT NULL, reason TEXT NOT NULL, created_at BIGINT NOT NULL, edited_at BIGINT, \
         answers BIGINT NOT NULL, votes BIGINT NOT NULL, accepted TEXT, merged_into TEXT, due BIGINT, \
         conversation TEXT)",
        "CREATE INDEX community_topic_newest ON community_topic (kind, id) WHERE public = 1",
        "CREATE INDEX community_topic_bare ON community_topic (kind, id) WHERE public = 1 AND answers = 0",
        "CREATE INDEX community_topic_of ON community_topic (person, id) WHERE person IS NOT NULL",
        "CREATE INDEX community_topic_merged ON community_topic (merged_into) WHERE merged_into IS NOT NULL",
        "CREATE TABLE community_post (id TEXT PRIMARY KEY, topic TEXT NOT NULL, under TEXT, person TEXT, staff TEXT, \
         body TEXT NOT NULL, language TEXT, waits BIGINT NOT NULL, hidden BIGINT NOT NULL, \
         created_at BIGINT NOT NULL, edited_at BIGINT, votes BIGINT NOT NULL)",
        "CREATE INDEX community_post_of ON community_post (topic, id)",
        "CREATE INDEX community_post_by ON community_post (person, id) WHERE person IS NOT NULL",
        "CREATE TABLE community_vote (subject TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (subject, person))",
        "CREATE INDEX community_vote_by ON community_vote (person)",
        "CREATE TABLE community_follow (topic TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (topic, person))",
        "CREATE INDEX community_follow_by ON community_follow (person)",
        "CREATE TABLE community_tag (topic TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (topic, tag))",
        "CREATE INDEX community_tag_named ON community_tag (tag, topic)",
        "CREATE TABLE community_stem (stem TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (stem, topic))",
        "CREATE INDEX community_stem_of ON community_stem (topic)",
        "CREATE TABLE community_edit (id TEXT PRIMARY KEY, subject TEXT NOT NULL, title TEXT NOT NULL, \
         body TEXT NOT NULL, until_at BIGINT NOT NULL)",
        "CREATE INDEX community_edit_of ON community_edit (subject, id)",
        "CREATE TABLE community_flag (subject TEXT NOT NULL, person TEXT NOT NULL, why TEXT NOT NULL, \
         at BIGINT NOT NULL, PRIMARY KEY (subject, person))",
        "CREATE INDEX community_flag_by ON community_flag (person)",
        "CREATE TABLE community_review (subject TEXT PRIMARY KEY, topic TEXT NOT NULL, since BIGINT NOT NULL, \
         reasons TEXT NOT NULL)",
        "CREATE INDEX community_review_oldest ON community_review (since, subject)",
        "CREATE TABLE community_looked (subject TEXT PRIMARY KEY)",
    ]
    .map(str::to_owned)
    .into()
}

/// What customers are asked to let be public, and what went along when two of them became one.
fn second(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE community_offer (id TEXT PRIMARY KEY, conversation TEXT NOT NULL, person TEXT NOT NULL, \
         staff TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, asked_at BIGINT NOT NULL, state TEXT NOT NULL, \
         topic TEXT)",
        "CREATE INDEX community_offer_of ON community_offer (conversation)",
        "CREATE INDEX community_offer_to ON community_offer (person)",
        "CREATE INDEX community_offer_open ON community_offer (asked_at) WHERE state = 'asked'",
        "CREATE INDEX community_topic_from ON community_topic (conversation) WHERE conversation IS NOT NULL",
        "CREATE TABLE community_merge (source TEXT PRIMARY KEY, target TEXT NOT NULL, moved TEXT NOT NULL)",
        "CREATE INDEX community_merge_into ON community_merge (target)",
    ]
    .map(str::to_owned)
    .into()
}
