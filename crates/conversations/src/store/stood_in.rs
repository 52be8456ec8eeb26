//! Rows of `stood_in`: what somebody else has, or nobody, while its owner is away; so that it comes back.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};

use crate::ids::ConversationId;

/// The table. `deputy` is empty for what went to nobody.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE stood_in (conversation TEXT PRIMARY KEY, owner TEXT NOT NULL, deputy TEXT NOT NULL, at BIGINT NOT NULL)",
    "CREATE INDEX stood_in_for ON stood_in (owner, conversation)",
];

/// Whose something is, and who has it meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoodIn {
    /// Whose it is.
    pub owner: StaffId,
    /// Who has it; nobody without.
    pub deputy: Option<StaffId>,
}

fn stood_in(row: &Row) -> Result<StoodIn> {
    let deputy = if row.text("deputy")?.is_empty() { None } else { Some(row.id("deputy")?) };
    Ok(StoodIn { owner: row.id("owner")?, deputy })
}

/// Somebody has it while its owner is away. Whose it is stays when who stood in is away, too; what somebody else had by
/// then is theirs.
pub(crate) async fn stand_in(
    tx: &mut Tx,
    id: &ConversationId,
    owner: &StaffId,
    deputy: Option<&StaffId>,
    at: Instant,
) -> Result<()> {
    let sql = "INSERT INTO stood_in (conversation, owner, deputy, at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (conversation) DO UPDATE SET \
               owner = CASE WHEN stood_in.deputy = excluded.owner THEN stood_in.owner ELSE excluded.owner END, \
               deputy = excluded.deputy, at = excluded.at";
    let deputy = deputy.map_or("", StaffId::as_str);
    tx.run(sql, vals![id.as_str(), owner.as_str(), deputy, at]).await?;
    Ok(())
}

/// Who stands in for a conversation's owner.
pub(crate) async fn stood_in_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<StoodIn>> {
    let row = conn.one("SELECT owner, deputy FROM stood_in WHERE conversation = $1", vals![id.as_str()]).await?;
    row.map(|row| stood_in(&row)).transpose()
}

/// What others have of somebody's, behind one of them.
pub(crate) async fn stood_in_for(
    conn: &mut Conn,
    owner: &StaffId,
    after: &str,
    most: i64,
) -> Result<Vec<ConversationId>> {
    let sql = "SELECT conversation FROM stood_in WHERE owner = $1 AND conversation > $2 ORDER BY conversation LIMIT $3";
    let rows = conn.all(sql, vals![owner.as_str(), after, most]).await?;
    rows.iter().map(|row| row.id("conversation")).collect()
}

/// Nobody stands in any more.
pub(crate) async fn stands_in_no_more(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM stood_in WHERE conversation = $1", vals![id.as_str()]).await?;
    Ok(())
}
