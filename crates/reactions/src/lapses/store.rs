//! Rows of `lapse_reason`: what somebody wrote beside a lapse, by conversation and the moment that was missed.

use std::collections::HashMap;

use base::Instant;
use platform::db::Value;
use platform::{Conn, Engine, Migration, Result, Tx, vals};

use super::Reason;

/// In order.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "reactions-020", sql: first }];

fn first(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE lapse_reason (conversation TEXT NOT NULL, at BIGINT NOT NULL, reason TEXT NOT NULL, \
         staff TEXT NOT NULL, written_at BIGINT NOT NULL, PRIMARY KEY (conversation, at))"
            .to_owned(),
    ]
}

/// The reasons beside lapses of these conversations.
pub(super) async fn reasons(conn: &mut Conn, ids: &[String]) -> Result<HashMap<(String, Instant), Reason>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT conversation, at, reason, staff, written_at FROM lapse_reason WHERE conversation IN ({})",
        places.join(", ")
    );
    let rows = conn.all(&sql, ids.iter().map(|id| Value::from(id.as_str())).collect()).await?;
    let read = rows.iter().map(|row| {
        let reason = Reason { text: row.text("reason")?, staff: row.text("staff")?, at: row.at("written_at")? };
        Ok(((row.text("conversation")?, row.at("at")?), reason))
    });
    read.collect()
}

/// The conversations of a customer beside which there are reasons, also those that are deleted.
pub(super) async fn conversations_of(conn: &mut Conn, person: &str) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT conversation FROM lapse_reason WHERE conversation IN \
               (SELECT id FROM conversation WHERE person = $1) ORDER BY conversation";
    let rows = conn.all(sql, vals![person]).await?;
    rows.iter().map(|row| row.text("conversation")).collect()
}

/// Keeps a reason, or forgets it when it has no words.
pub(super) async fn put(tx: &mut Tx, id: &str, at: Instant, reason: &str, staff: &str) -> Result<()> {
    if reason.is_empty() {
        tx.run("DELETE FROM lapse_reason WHERE conversation = $1 AND at = $2", vals![id, at]).await?;
        return Ok(());
    }
    let now = tx.now();
    let sql = "INSERT INTO lapse_reason (conversation, at, reason, staff, written_at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (conversation, at) DO UPDATE SET reason = excluded.reason, staff = excluded.staff, \
               written_at = excluded.written_at";
    tx.run(sql, vals![id, at, reason, staff, now]).await?;
    Ok(())
}

/// Forgets all reasons of a conversation.
pub(super) async fn forget(tx: &mut Tx, id: &str) -> Result<u64> {
    tx.run("DELETE FROM lapse_reason WHERE conversation = $1", vals![id]).await
}
