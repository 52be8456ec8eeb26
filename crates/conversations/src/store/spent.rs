//! Rows of `time_spent`: minutes that colleagues spent on conversations.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Tx, vals};

use crate::ids::{ConversationId, SpentId};
use crate::model::Spent;

/// What was spent on a conversation, in the order it was written down.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Spent>> {
    let sql = "SELECT t.id, t.staff, t.at, t.minutes, (SELECT s.name FROM staff s WHERE s.id = t.staff) AS name \
               FROM time_spent t WHERE t.conversation = $1 ORDER BY t.id";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Spent {
                id: row.id("id")?,
                staff: row.id("staff")?,
                name: row.opt_text("name")?.unwrap_or_default(),
                at: row.at("at")?,
                minutes: row.int("minutes")?,
            })
        })
        .collect()
}

pub(crate) async fn add(
    tx: &mut Tx,
    conversation: &ConversationId,
    id: &SpentId,
    staff: &StaffId,
    (at, minutes): (Instant, i64),
) -> Result<()> {
    let sql = "INSERT INTO time_spent (id, conversation, staff, at, minutes) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, vals![id.as_str(), conversation.as_str(), staff.as_str(), at, minutes]).await?;
    Ok(())
}

pub(crate) async fn remove(tx: &mut Tx, id: &SpentId) -> Result<()> {
    tx.run("DELETE FROM time_spent WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// These belong to another conversation from now on.
pub(crate) async fn bring(tx: &mut Tx, ids: &[SpentId], to: &ConversationId) -> Result<()> {
    for id in ids {
        tx.run("UPDATE time_spent SET conversation = $2 WHERE id = $1", vals![id.as_str(), to.as_str()]).await?;
    }
    Ok(())
}
