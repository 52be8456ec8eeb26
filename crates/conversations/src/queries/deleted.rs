//! What is deleted and can be put back.

use base::{Instant, Scope};
use jiff::SignedDuration;
use platform::{Conn, Result};

use crate::ids::ConversationId;
use crate::store::{self, DeletedRow};

/// A page of what is deleted.
#[derive(Clone, Debug)]
pub struct DeletedPage {
    /// Its rows, each with when it goes for good.
    pub rows: Vec<(DeletedRow, Instant)>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// What is deleted in `scope`, what was deleted last first.
///
/// # Errors
/// When the database cannot be read.
pub async fn deleted(conn: &mut Conn, scope: &Scope, after: &str, most: i64) -> Result<DeletedPage> {
    let days = crate::settings::manners(conn).await?.deleted_days;
    let behind = after.split_once('.').and_then(|(at, id)| {
        let id: ConversationId = id.parse().ok()?;
        Some((at.parse().ok()?, id.to_string()))
    });
    let mut rows = store::deleted_page(conn, scope, behind, most + 1).await?;
    let more = rows.len() as i64 > most;
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let last = rows.last().filter(|_| more);
    let next = last.map(|one| format!("{}.{}", base::clock::to_micros(one.at), one.row.conversation.id));
    let goes = |at: Instant| at.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Instant::MAX);
    Ok(DeletedPage { rows: rows.into_iter().map(|one| (goes(one.at), one)).map(|(at, one)| (one, at)).collect(), next })
}

/// The number of what is deleted in `scope` and can be put back.
///
/// # Errors
/// When the database cannot be read.
pub async fn deleted_number(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<i64>> {
    let there = store::deleted_with(conn, id).await?.contains(id);
    let found = store::find_even_deleted(conn, id).await?.filter(|_| there);
    Ok(found.filter(|it| crate::rules::departments::reaches(scope, it.department.as_ref())).map(|it| it.number))
}
