//! The tables of automation: rules and what they were, what they did, and when their time comes. Who may see them,
//! commands and pages ask.

pub(super) mod hits;
pub(super) mod wakes;

use base::Instant;
use conversations::{Condition, ConversationId, RuleAct};
use people::StaffId;
use platform::{Conn, Context, Engine, Migration, Result, Row, Tx, vals};
use serde::{Deserialize, Serialize};

use super::{Rule, RuleId, Spec, Stopped, Trigger, Version};

/// In order.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "reactions-060", sql: first }];

fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE automation_rule (id TEXT PRIMARY KEY, list TEXT NOT NULL, place BIGINT NOT NULL, \
         enabled BIGINT NOT NULL, spec TEXT NOT NULL, behalf TEXT NOT NULL, version BIGINT NOT NULL, \
         created_at BIGINT NOT NULL, removed_at BIGINT, stopped_by TEXT, stopped_at BIGINT, stopped_in TEXT)",
        "CREATE TABLE automation_version (rule TEXT NOT NULL, version BIGINT NOT NULL, spec TEXT NOT NULL, \
         staff TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (rule, version))",
        // What makes that a rule acts on a fact once, whatever dies when.
        "CREATE TABLE automation_hit (rule TEXT NOT NULL, fact TEXT NOT NULL, conversation TEXT NOT NULL, \
         at BIGINT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (rule, fact))",
        "CREATE INDEX automation_hit_of ON automation_hit (rule, at)",
        "CREATE INDEX automation_hit_in ON automation_hit (conversation, rule, at)",
        "CREATE INDEX automation_hit_old ON automation_hit (at)",
        "CREATE TABLE automation_wake (rule TEXT NOT NULL, conversation TEXT NOT NULL, since BIGINT NOT NULL, \
         due BIGINT NOT NULL, PRIMARY KEY (rule, conversation))",
        "CREATE INDEX automation_wake_due ON automation_wake (due)",
        "CREATE INDEX automation_wake_of ON automation_wake (conversation)",
    ]
    .map(str::to_owned)
    .into()
}

/// A rule's own words, as they are kept.
#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    trigger: String,
    when: Vec<(usize, String)>,
    acts: Vec<String>,
}

fn written(spec: &Spec) -> Result<String> {
    let written = Written {
        name: spec.name.clone(),
        trigger: spec.trigger.code(),
        when: conversations::rules::views::lines(&spec.when),
        acts: spec.acts.iter().map(RuleAct::code).collect(),
    };
    Ok(serde_json::to_string(&written)?)
}

fn spec(text: &str) -> Result<Spec> {
    let written: Written = serde_json::from_str(text)?;
    let when = conversations::rules::views::tree(&written.when).ok();
    let when: Condition = when.context("a rule's conditions cannot be read")?;
    let acts: Option<Vec<RuleAct>> = written.acts.iter().map(|code| RuleAct::from_code(code)).collect();
    Ok(Spec {
        name: written.name,
        trigger: Trigger::from_code(&written.trigger).context("a rule's trigger cannot be read")?,
        when,
        acts: acts.context("what a rule does cannot be read")?,
    })
}

const COLUMNS: &str = "id, place, enabled, spec, behalf, version, created_at, stopped_by, stopped_at, stopped_in";

fn read(row: &Row) -> Result<Rule> {
    let stopped = match (row.opt_text("stopped_by")?, row.opt_at("stopped_at")?) {
        (Some(other), Some(at)) => {
            let conversation: Option<ConversationId> = row.opt_id("stopped_in")?;
            Some(Stopped { other, at, conversation })
        }
        _ => None,
    };
    Ok(Rule {
        id: row.id("id")?,
        spec: spec(&row.text("spec")?)?,
        enabled: row.flag("enabled")?,
        place: row.int("place")?,
        behalf: row.id("behalf")?,
        version: row.int("version")?,
        stopped,
        created_at: row.at("created_at")?,
    })
}

/// All of them, those for what happens first, each list in its order.
pub(super) async fn all(conn: &mut Conn) -> Result<Vec<Rule>> {
    let sql = format!("SELECT {COLUMNS} FROM automation_rule WHERE removed_at IS NULL ORDER BY list, place, id");
    conn.all(&sql, vec![]).await?.iter().map(read).collect()
}

/// Those that are on, in the same order.
pub(super) async fn enabled(conn: &mut Conn) -> Result<Vec<Rule>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM automation_rule WHERE removed_at IS NULL AND enabled = 1 ORDER BY list, place, id"
    );
    conn.all(&sql, vec![]).await?.iter().map(read).collect()
}

/// Whether any is on.
pub(super) async fn any_on(conn: &mut Conn) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM automation_rule WHERE enabled = 1 AND removed_at IS NULL LIMIT 1";
    Ok(!conn.all_kept(&["automation_rule"], sql, vec![]).await?.is_empty())
}

pub(super) async fn find(conn: &mut Conn, id: &RuleId) -> Result<Option<Rule>> {
    let sql = format!("SELECT {COLUMNS} FROM automation_rule WHERE id = $1 AND removed_at IS NULL");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// A rule, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, id: &RuleId) -> Result<Option<Rule>> {
    let lock = tx.engine().for_update();
    let sql = format!("SELECT {COLUMNS} FROM automation_rule WHERE id = $1 AND removed_at IS NULL{lock}");
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// One that was removed and is still known.
pub(super) async fn removed(conn: &mut Conn, id: &RuleId) -> Result<Option<Rule>> {
    let sql = format!("SELECT {COLUMNS} FROM automation_rule WHERE id = $1 AND removed_at IS NOT NULL");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

pub(super) async fn insert(tx: &mut Tx, rule: &Rule) -> Result<()> {
    let sql = "INSERT INTO automation_rule (id, list, place, enabled, spec, behalf, version, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, list) = (rule.id.as_str(), rule.spec.trigger.list());
    let spec = written(&rule.spec)?;
    let values = vals![id, list, rule.place, rule.enabled, spec, rule.behalf.as_str(), rule.version, rule.created_at];
    tx.run(sql, values).await?;
    keep_version(tx, rule).await
}

/// Keeps what a rule is now, and that as one of its versions.
pub(super) async fn save(tx: &mut Tx, rule: &Rule) -> Result<()> {
    let sql = "UPDATE automation_rule SET list = $2, spec = $3, behalf = $4, version = $5 WHERE id = $1";
    let (id, list) = (rule.id.as_str(), rule.spec.trigger.list());
    tx.run(sql, vals![id, list, written(&rule.spec)?, rule.behalf.as_str(), rule.version]).await?;
    keep_version(tx, rule).await
}

async fn keep_version(tx: &mut Tx, rule: &Rule) -> Result<()> {
    let sql = "INSERT INTO automation_version (rule, version, spec, staff, at) VALUES ($1, $2, $3, $4, $5)";
    let at = tx.now();
    tx.run(sql, vals![rule.id.as_str(), rule.version, written(&rule.spec)?, rule.behalf.as_str(), at]).await?;
    Ok(())
}

/// Switches it; on, it is forgotten why it was stopped.
pub(super) async fn switch(tx: &mut Tx, id: &RuleId, on: bool) -> Result<()> {
    let sql = "UPDATE automation_rule SET enabled = $2, stopped_by = NULL, stopped_at = NULL, stopped_in = NULL \
               WHERE id = $1";
    tx.run(sql, vals![id.as_str(), on]).await?;
    Ok(())
}

/// Stops it; answers whether it was on.
pub(super) async fn stop(tx: &mut Tx, id: &RuleId, other: &str, conversation: &ConversationId) -> Result<bool> {
    let sql = "UPDATE automation_rule SET enabled = 0, stopped_by = $2, stopped_at = $3, stopped_in = $4 \
               WHERE id = $1 AND enabled = 1";
    let at = tx.now();
    Ok(tx.run(sql, vals![id.as_str(), other, at, conversation.as_str()]).await? > 0)
}

pub(super) async fn set_place(tx: &mut Tx, id: &RuleId, place: i64) -> Result<()> {
    tx.run("UPDATE automation_rule SET place = $2 WHERE id = $1", vals![id.as_str(), place]).await?;
    Ok(())
}

/// Puts it away, switched off.
pub(super) async fn remove(tx: &mut Tx, id: &RuleId) -> Result<()> {
    let at = tx.now();
    let sql = "UPDATE automation_rule SET enabled = 0, removed_at = $2 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), at]).await?;
    tx.run("DELETE FROM automation_wake WHERE rule = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Brings it back, switched off.
pub(super) async fn restore(tx: &mut Tx, id: &RuleId) -> Result<()> {
    tx.run("UPDATE automation_rule SET removed_at = NULL WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Forgets for good what was removed before.
pub(super) async fn forget(tx: &mut Tx, before: Instant) -> Result<()> {
    let gone = "SELECT id FROM automation_rule WHERE removed_at < $1";
    for sql in [
        format!("DELETE FROM automation_version WHERE rule IN ({gone})"),
        format!("DELETE FROM automation_hit WHERE rule IN ({gone})"),
        "DELETE FROM automation_rule WHERE removed_at < $1".to_owned(),
    ] {
        tx.run(&sql, vals![before]).await?;
    }
    Ok(())
}

/// What a rule was, the newest first.
pub(super) async fn versions(conn: &mut Conn, id: &RuleId, most: i64) -> Result<Vec<Version>> {
    let sql = "SELECT version, spec, staff, at FROM automation_version WHERE rule = $1 ORDER BY version DESC LIMIT $2";
    conn.all(sql, vals![id.as_str(), most]).await?.iter().map(version).collect()
}

pub(super) async fn find_version(conn: &mut Conn, id: &RuleId, which: i64) -> Result<Option<Version>> {
    let sql = "SELECT version, spec, staff, at FROM automation_version WHERE rule = $1 AND version = $2";
    conn.one(sql, vals![id.as_str(), which]).await?.map(|row| version(&row)).transpose()
}

fn version(row: &Row) -> Result<Version> {
    let by: StaffId = row.id("staff")?;
    Ok(Version { version: row.int("version")?, spec: spec(&row.text("spec")?)?, by, at: row.at("at")? })
}
