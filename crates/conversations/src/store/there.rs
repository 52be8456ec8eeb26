//! What hangs on a conversation, asked at once: most of it is rarely there, and what is not there is not read.

use platform::{Conn, Result, vals};

use crate::ids::ConversationId;

/// What there is of a conversation beside what is said in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct There {
    /// Others became part of it.
    pub merged: bool,
    /// A merge is offered.
    pub offers: bool,
    /// It is linked.
    pub links: bool,
    /// Others than its customer take part, or would like to.
    pub participants: bool,
    /// Colleagues write with others about it.
    pub sides: bool,
    /// It bears tags.
    pub tags: bool,
    /// Something is to be done, or done.
    pub checklist: bool,
    /// Time was spent on it.
    pub spent: bool,
    /// Somebody follows it, or a note names them.
    pub followers: bool,
    /// It comes from another system.
    pub origin: bool,
    /// A draft is shared in it, or was until somebody threw it away.
    pub drafts: bool,
    /// Something was promised in it, or may have been.
    pub promises: bool,
    /// Somebody noted what its customer needs.
    pub needs: bool,
    /// Something was promised to its customer, here or elsewhere, and is open or was broken.
    pub promised: bool,
    /// Somebody has it while its owner is away.
    pub stood_in: bool,
    /// How it ended, or whether it is a complaint, was said.
    pub ended: bool,
    /// It has a cause in common with others.
    pub problems: bool,
    /// What it was called when it came, once it is called otherwise.
    pub came_as: Option<String>,
    /// By which mailbox it came, by the channel's name for it.
    pub mailbox: Option<String>,
}

/// Each by a look into an index.
const PARTS: [(&str, &str); 17] = [
    ("merged", "merge WHERE target = $1"),
    ("offers", "merge_offer WHERE open = 1 AND (first = $1 OR second = $1)"),
    ("links", "conversation_link WHERE one = $1"),
    ("participants", "participant WHERE conversation = $1"),
    ("sides", "side_thread WHERE conversation = $1"),
    ("tags", "tagged WHERE conversation = $1"),
    ("checklist", "checklist_item WHERE conversation = $1"),
    ("spent", "time_spent WHERE conversation = $1"),
    ("followers", "following WHERE conversation = $1"),
    ("origin", "conversation_origin WHERE conversation = $1 AND number <> ''"),
    ("drafts", "shared_draft WHERE conversation = $1"),
    ("promises", "promise WHERE conversation = $1"),
    ("needs", "need WHERE conversation = $1"),
    ("promised", "promise r WHERE r.person = c.person AND r.state IN ('open', 'renegotiated', 'broken')"),
    ("stood_in", "stood_in WHERE conversation = $1"),
    (
        "ended",
        "outcome WHERE conversation = $1 UNION ALL SELECT 1 FROM complaint WHERE conversation = $1 \
         UNION ALL SELECT 1 FROM opinion WHERE conversation = $1",
    ),
    ("problems", "problem_link WHERE conversation = $1"),
];

/// What there is of a conversation.
pub(crate) async fn of(conn: &mut Conn, id: &ConversationId) -> Result<There> {
    let one = |(name, rows): (&str, &str)| {
        format!("CAST(CASE WHEN EXISTS (SELECT 1 FROM {rows}) THEN 1 ELSE 0 END AS BIGINT) AS {name}")
    };
    let sql = format!("SELECT c.mailbox, c.came_as, {} FROM conversation c WHERE c.id = $1", PARTS.map(one).join(", "));
    let Some(row) = conn.one(&sql, vals![id.as_str()]).await? else { return Ok(There::default()) };
    Ok(There {
        merged: row.flag("merged")?,
        offers: row.flag("offers")?,
        links: row.flag("links")?,
        participants: row.flag("participants")?,
        sides: row.flag("sides")?,
        tags: row.flag("tags")?,
        checklist: row.flag("checklist")?,
        spent: row.flag("spent")?,
        followers: row.flag("followers")?,
        origin: row.flag("origin")?,
        drafts: row.flag("drafts")?,
        promises: row.flag("promises")?,
        needs: row.flag("needs")?,
        promised: row.flag("promised")?,
        stood_in: row.flag("stood_in")?,
        ended: row.flag("ended")?,
        problems: row.flag("problems")?,
        came_as: row.opt_text("came_as")?,
        mailbox: row.opt_text("mailbox")?,
    })
}
