//! Praise of a colleague, for themselves alone.

use base::{Instant, Scope};
use people::StaffId;
use platform::{Conn, Result};
use words::reply;

use crate::ids::MessageId;
use crate::model::Conversation;
use crate::store;

/// Where a page goes on: behind the last of the one before.
pub type BehindPraise = (Instant, MessageId);

/// A customer praised somebody.
#[derive(Clone, Debug)]
pub struct Praise {
    /// In which message.
    pub message: MessageId,
    /// When.
    pub at: Instant,
    /// Its words.
    pub words: String,
    /// The conversation, as it is by now.
    pub conversation: Conversation,
    /// What its customer is called.
    pub customer: String,
}

/// What customers said of a colleague, the newest first, as far as the scope reaches, and where it goes on.
///
/// # Errors
/// When the database cannot be read.
pub async fn praise_of(
    conn: &mut Conn,
    scope: &Scope,
    staff: &StaffId,
    behind: Option<&BehindPraise>,
    most: i64,
) -> Result<(Vec<Praise>, Option<BehindPraise>)> {
    let rows = store::praise_of(conn, staff, behind, most).await?;
    let full = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= most;
    let next = rows.last().map(|last| (last.at, last.message.clone())).filter(|_| full);
    let mut ids: Vec<_> = rows.iter().map(|row| &row.conversation).collect();
    ids.sort();
    ids.dedup();
    let there = store::find_these(conn, scope, &ids).await?;
    let mut people: Vec<_> = there.values().map(|it| it.person.clone()).collect();
    people.sort();
    people.dedup();
    let names = people::person::names(conn, &people).await?;
    let all = rows.into_iter().filter_map(|row| {
        let conversation = there.get(&row.conversation)?.clone();
        let customer = names.get(&conversation.person).cloned().unwrap_or_default();
        Some(Praise {
            message: row.message,
            at: row.at,
            words: reply::split(&row.body).visible(),
            conversation,
            customer,
        })
    });
    Ok((all.collect(), next))
}
