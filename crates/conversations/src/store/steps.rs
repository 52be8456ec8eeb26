//! Rows of `step`: what colleagues did and can take back for a while.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};

use crate::ids::{ConversationId, StepId};
use crate::model::Step;

const COLUMNS: &str = "id, conversation, staff, kind, at, happened, before_it, set_to, settled";

fn read(row: &Row) -> Result<Step> {
    Ok(Step {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        staff: row.id("staff")?,
        kind: serde_json::from_str(&row.text("kind")?)?,
        at: row.at("at")?,
        happened: row.at("happened")?,
        before: serde_json::from_str(&row.text("before_it")?)?,
        set: serde_json::from_str(&row.text("set_to")?)?,
        settled: row.flag("settled")?,
    })
}

/// Keeps what was done. What the same act did to the same conversation before is part of it.
pub(crate) async fn add(tx: &mut Tx, step: &Step) -> Result<()> {
    let sql = format!(
        "INSERT INTO step ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (id, conversation) DO UPDATE SET set_to = excluded.set_to"
    );
    let values = vals![
        step.id.as_str(),
        step.conversation.as_str(),
        step.staff.as_str(),
        serde_json::to_string(&step.kind)?,
        step.at,
        step.happened,
        serde_json::to_string(&step.before)?,
        serde_json::to_string(&step.set)?,
        step.settled,
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

/// An act of this colleague, conversation by conversation.
pub(crate) async fn of(conn: &mut Conn, staff: &StaffId, id: &StepId) -> Result<Vec<Step>> {
    let sql = format!("SELECT {COLUMNS} FROM step WHERE id = $1 AND staff = $2 ORDER BY conversation");
    conn.all(&sql, vals![id.as_str(), staff.as_str()]).await?.iter().map(read).collect()
}

/// From now on it cannot be taken back; answers whether it could until now.
pub(crate) async fn settle(tx: &mut Tx, id: &StepId, conversation: &ConversationId) -> Result<bool> {
    let sql = "UPDATE step SET settled = 1 WHERE id = $1 AND conversation = $2 AND settled = 0";
    Ok(tx.run(sql, vals![id.as_str(), conversation.as_str()]).await? > 0)
}

/// Forgets what was done before `until`, machine time.
pub(crate) async fn sweep(tx: &mut Tx, until: Instant) -> Result<()> {
    tx.run("DELETE FROM step WHERE at <= $1", vals![until]).await?;
    Ok(())
}

/// Forgets what was done to a conversation.
pub(crate) async fn forget(tx: &mut Tx, conversation: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM step WHERE conversation = $1", vals![conversation.as_str()]).await?;
    Ok(())
}
