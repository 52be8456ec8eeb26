//! Rows of `automation_hit`: each time that a rule's conditions held, once for each fact.

use std::collections::HashMap;

use base::Instant;
use conversations::ConversationId;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::super::{Counted, Hit, Outcome, RuleId};

/// Notes what became of a rule on a fact; answers whether that was not known. Nobody else notes the same meanwhile.
pub(in super::super) async fn add(tx: &mut Tx, rule: &RuleId, fact: &str, hit: &Hit) -> Result<bool> {
    let sql = "INSERT INTO automation_hit (rule, fact, conversation, at, outcome, reason) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (rule, fact) DO NOTHING";
    let (id, conversation) = (rule.as_str(), hit.conversation.as_str());
    let values = vals![id, fact, conversation, hit.at, hit.outcome.code(), hit.reason.as_str()];
    Ok(tx.run(sql, values).await? > 0)
}

/// Whether a rule has done its part on a fact.
pub(in super::super) async fn is_known(conn: &mut Conn, rule: &RuleId, fact: &str) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM automation_hit WHERE rule = $1 AND fact = $2";
    Ok(conn.one(sql, vals![rule.as_str(), fact]).await?.is_some())
}

/// How often a rule acted on a conversation since then.
pub(in super::super) async fn since(
    conn: &mut Conn,
    rule: &RuleId,
    conversation: &ConversationId,
    at: Instant,
) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM automation_hit \
               WHERE conversation = $1 AND rule = $2 AND at >= $3 AND outcome = 'done'";
    conn.number(sql, vals![conversation.as_str(), rule.as_str(), at]).await
}

/// The newest of a rule.
pub(in super::super) async fn of(conn: &mut Conn, rule: &RuleId, most: i64) -> Result<Vec<Hit>> {
    let sql = "SELECT conversation, at, outcome, reason FROM automation_hit WHERE rule = $1 \
               ORDER BY at DESC, LENGTH(fact) DESC, fact DESC LIMIT $2";
    conn.all(sql, vals![rule.as_str(), most]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Hit> {
    let outcome = row.text("outcome")?;
    Ok(Hit {
        conversation: row.id("conversation")?,
        at: row.at("at")?,
        outcome: Outcome::from_code(&outcome).context(format!("unknown outcome {outcome}"))?,
        reason: row.text("reason")?,
    })
}

/// What each rule did since then, and when it last did anything.
pub(in super::super) async fn counted(conn: &mut Conn, from: Instant) -> Result<HashMap<RuleId, Counted>> {
    let sql = "SELECT rule, SUM(CASE WHEN outcome IN ('done', 'nothing') THEN 1 ELSE 0 END) AS hits, \
               SUM(CASE WHEN outcome IN ('failed', 'stopped', 'too_often') THEN 1 ELSE 0 END) AS failures \
               FROM automation_hit WHERE at >= $1 GROUP BY rule";
    let sql = sql.replace("SUM(", "CAST(SUM(").replace("END)", "END) AS BIGINT)");
    let mut all: HashMap<RuleId, Counted> = HashMap::new();
    for row in conn.all(&sql, vals![from]).await? {
        let counted = Counted { hits: row.int("hits")?, failures: row.int("failures")?, last: None };
        all.insert(row.id("rule")?, counted);
    }
    let sql = "SELECT id, (SELECT MAX(h.at) FROM automation_hit h WHERE h.rule = r.id) AS last \
               FROM automation_rule r WHERE r.removed_at IS NULL";
    for row in conn.all(sql, vec![]).await? {
        all.entry(row.id("id")?).or_default().last = row.opt_at("last")?;
    }
    Ok(all)
}

/// Forgets what was done before.
pub(in super::super) async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    tx.run("DELETE FROM automation_hit WHERE at < $1", vals![before]).await?;
    Ok(())
}

/// Forgets what was done to a conversation; answers how much that was.
pub(in super::super) async fn forget(tx: &mut Tx, conversation: &str) -> Result<u64> {
    tx.run("UPDATE automation_rule SET stopped_in = NULL WHERE stopped_in = $1", vals![conversation]).await?;
    tx.run("DELETE FROM automation_hit WHERE conversation = $1", vals![conversation]).await
}

/// The conversations of a customer on which rules acted or wait, also those that are deleted.
pub(in super::super) async fn conversations_of(conn: &mut Conn, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT c.id FROM conversation c WHERE c.person = $1 AND (\
               EXISTS (SELECT 1 FROM automation_hit h WHERE h.conversation = c.id) OR \
               EXISTS (SELECT 1 FROM automation_wake w WHERE w.conversation = c.id)) ORDER BY c.id";
    conn.all(sql, vals![person]).await?.iter().map(|row| row.text("id")).collect()
}
