//! Rows of `following`: which colleague follows which conversation, and where a note named them. `attention` keeps
//! their counts.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};
use serde::{Deserialize, Serialize};

use crate::ids::ConversationId;
use crate::model::{Conversation, Follower, Group};

/// How a colleague stands to a conversation. Rows without any of it are not kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Following {
    /// Whether they follow it.
    pub follows: bool,
    /// When a note named them last; 0 when none did.
    pub mentioned_at: i64,
    /// Whether they have not looked since.
    pub unseen: bool,
}

fn read(row: &Row) -> Result<Following> {
    Ok(Following { follows: row.flag("follows")?, mentioned_at: row.int("mentioned_at")?, unseen: row.flag("unseen")? })
}

/// Everybody who follows a conversation, by name, and whether a note names them that they have not looked at.
pub(crate) async fn followers(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Follower>> {
    let sql = "SELECT f.staff, f.follows, f.unseen, s.name FROM following f JOIN staff s ON s.id = f.staff \
               WHERE f.conversation = $1 ORDER BY s.name, f.staff";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let one = |row: &Row| {
        Ok(Follower {
            staff: row.id("staff")?,
            name: row.text("name")?,
            follows: row.flag("follows")?,
            unseen: row.flag("unseen")?,
        })
    };
    rows.iter().map(one).collect()
}

/// How each colleague stands to a conversation, in a fixed order.
pub(crate) async fn all_of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<(StaffId, Following)>> {
    let sql = "SELECT staff, follows, mentioned_at, unseen FROM following WHERE conversation = $1 ORDER BY staff";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("staff")?, read(row)?))).collect()
}

pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId, staff: &StaffId) -> Result<Following> {
    let sql = "SELECT follows, mentioned_at, unseen FROM following WHERE conversation = $1 AND staff = $2";
    let row = conn.one(sql, vals![conversation.as_str(), staff.as_str()]).await?;
    row.map_or(Ok(Following::default()), |row| read(&row))
}

/// Writes how a colleague stands to a conversation, and their counts with it. The caller holds the conversation.
pub(crate) async fn put(tx: &mut Tx, of: &Conversation, staff: &StaffId, after: Following) -> Result<()> {
    let before = self::of(tx, &of.id, staff).await?;
    if after == Following::default() {
        let sql = "DELETE FROM following WHERE conversation = $1 AND staff = $2";
        tx.run(sql, vals![of.id.as_str(), staff.as_str()]).await?;
    } else {
        let sql = "INSERT INTO following (conversation, staff, follows, mentioned_at, unseen, grp, due, touched_at) \
                   SELECT c.id, $2, $3, $4, $5, c.grp, c.due, c.touched_at FROM conversation c WHERE c.id = $1 \
                   ON CONFLICT (conversation, staff) DO UPDATE SET follows = excluded.follows, \
                   mentioned_at = excluded.mentioned_at, unseen = excluded.unseen";
        let values = vals![of.id.as_str(), staff.as_str(), after.follows, after.mentioned_at, after.unseen];
        tx.run(sql, values).await?;
    }
    let open = |it: Following| i64::from(it.follows && of.group() == Group::Open);
    let unseen = |it: Following| i64::from(it.unseen);
    count(tx, staff, open(after) - open(before), unseen(after) - unseen(before)).await
}

async fn count(tx: &mut Tx, staff: &StaffId, following: i64, mentions: i64) -> Result<()> {
    if (following, mentions) == (0, 0) {
        return Ok(());
    }
    let sql = "INSERT INTO attention (staff, following, mentions) VALUES ($1, $2, $3) ON CONFLICT (staff) DO UPDATE \
               SET following = attention.following + excluded.following, \
               mentions = attention.mentions + excluded.mentions";
    tx.run(sql, vals![staff.as_str(), following, mentions]).await?;
    Ok(())
}

/// The lists of those who follow it are sorted as all others, and their counts follow its way.
pub(super) async fn moved(tx: &mut Tx, before: &Conversation, c: &Conversation, due: i64) -> Result<()> {
    let sql = "UPDATE following SET grp = $2, due = $3, touched_at = $4 WHERE conversation = $1";
    let touched = tx.run(sql, vals![c.id.as_str(), super::conversations::grp(c), due, c.touched_at]).await?;
    let open = |it: &Conversation| i64::from(it.group() == Group::Open && it.deleted.is_none());
    let there = |it: &Conversation| i64::from(it.deleted.is_none());
    let (by, seen) = (open(c) - open(before), there(c) - there(before));
    if touched > 0 && (by, seen) != (0, 0) {
        for (staff, one) in all_of(tx, &c.id).await? {
            count(tx, &staff, by * i64::from(one.follows), seen * i64::from(one.unseen)).await?;
        }
    }
    Ok(())
}

/// Now, as `mentioned_at` has it.
pub(crate) fn mentioned_now(now: Instant) -> i64 {
    base::clock::to_micros(now).max(1)
}
