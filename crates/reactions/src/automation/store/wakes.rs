//! Rows of `automation_wake`: when the time of a rule comes on a conversation. Only what is due is ever read.

use base::Instant;
use conversations::ConversationId;
use platform::{Conn, Result, Row, Tx, vals};

use super::super::RuleId;

/// The time of a rule on a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct WakeRow {
    pub rule: RuleId,
    pub conversation: ConversationId,
    /// From when it is counted, or the deadline before which.
    pub since: Instant,
    /// When it is to be looked at.
    pub due: Instant,
}

/// Keeps one; with `anew` in place of one that is there, else only where there is none.
pub(in super::super) async fn put(tx: &mut Tx, row: &WakeRow, anew: bool) -> Result<()> {
    let then = if anew { "UPDATE SET since = excluded.since, due = excluded.due" } else { "NOTHING" };
    let sql = format!(
        "INSERT INTO automation_wake (rule, conversation, since, due) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (rule, conversation) DO {then}"
    );
    tx.run(&sql, vals![row.rule.as_str(), row.conversation.as_str(), row.since, row.due]).await?;
    Ok(())
}

/// Takes one away.
pub(in super::super) async fn end(tx: &mut Tx, rule: &RuleId, conversation: &ConversationId) -> Result<()> {
    let sql = "DELETE FROM automation_wake WHERE rule = $1 AND conversation = $2";
    tx.run(sql, vals![rule.as_str(), conversation.as_str()]).await?;
    Ok(())
}

/// Takes this very one, as it was read; answers whether nobody else did, or moved it.
pub(in super::super) async fn take(tx: &mut Tx, row: &WakeRow) -> Result<bool> {
    let sql = "DELETE FROM automation_wake WHERE rule = $1 AND conversation = $2 AND since = $3 AND due = $4";
    Ok(tx.run(sql, vals![row.rule.as_str(), row.conversation.as_str(), row.since, row.due]).await? > 0)
}

/// Asks for what is due by `$1`, at most `$2` of it: a walk along an index that ends at the first that is not.
pub(in super::super) const DUE: &str =
    "SELECT rule, conversation, since, due FROM automation_wake WHERE due <= $1 ORDER BY due LIMIT $2";

/// What is due, the longest first.
pub(in super::super) async fn due(conn: &mut Conn, now: Instant, most: i64) -> Result<Vec<WakeRow>> {
    conn.all(DUE, vals![now, most]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<WakeRow> {
    Ok(WakeRow {
        rule: row.id("rule")?,
        conversation: row.id("conversation")?,
        since: row.at("since")?,
        due: row.at("due")?,
    })
}

/// Has all of a rule looked at anew, since it counts otherwise now.
pub(in super::super) async fn look_anew(tx: &mut Tx, rule: &RuleId) -> Result<()> {
    tx.run("UPDATE automation_wake SET due = 0 WHERE rule = $1", vals![rule.as_str()]).await?;
    Ok(())
}

/// Ends all of a rule.
pub(in super::super) async fn end_all(tx: &mut Tx, rule: &RuleId) -> Result<()> {
    tx.run("DELETE FROM automation_wake WHERE rule = $1", vals![rule.as_str()]).await?;
    Ok(())
}

/// Ends all that waits for a conversation; answers how much that was.
pub(in super::super) async fn forget(tx: &mut Tx, conversation: &str) -> Result<u64> {
    tx.run("DELETE FROM automation_wake WHERE conversation = $1", vals![conversation]).await
}
