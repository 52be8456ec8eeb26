//! How several conversations would read as one.

use base::Scope;
use platform::{Conn, Result};

use crate::model::{Conversation, Woven};
use crate::store;

/// Messages that are shown, the newest ones.
pub const WOVEN_MOST: usize = 200;

/// Conversations as one, should they be merged.
#[derive(Clone, Debug)]
pub struct AsOne {
    /// The one that stays.
    pub into: Conversation,
    /// Those that become part of it.
    pub from: Vec<Conversation>,
    /// Their messages in the order in which they would stand, oldest first; at most [`WOVEN_MOST`].
    pub messages: Vec<Woven>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// The names of customers who would take part in the one that stays, which is of another.
    pub others: Vec<String>,
}

/// How the conversations with these numbers would read as part of the one with `into`. Nothing where there is no such one
/// in scope, or none beside it. Who became part of another counts as that one.
///
/// # Errors
/// See [`super::list`].
pub async fn as_one(conn: &mut Conn, scope: &Scope, into: i64, numbers: &[i64]) -> Result<Option<AsOne>> {
    let Some(stays) = now(conn, scope, into).await? else { return Ok(None) };
    let mut from: Vec<Conversation> = Vec::new();
    for number in numbers {
        let one = now(conn, scope, *number).await?;
        from.extend(one.filter(|one| one.id != stays.id && from.iter().all(|known| known.id != one.id)));
    }
    if from.is_empty() {
        return Ok(None);
    }
    let ids: Vec<_> = std::iter::once(&stays).chain(&from).map(|one| one.id.clone()).collect();
    let most = i64::try_from(WOVEN_MOST).unwrap_or(i64::MAX);
    let mut messages = store::woven(conn, &ids, most.saturating_add(1)).await?;
    let more = messages.len() > WOVEN_MOST;
    if more {
        messages.remove(0);
    }
    let rows: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows = super::these(conn, scope, &rows).await?;
    let mut others: Vec<String> = Vec::new();
    for one in from.iter().filter(|one| one.person != stays.person) {
        let name = rows.iter().find(|row| row.conversation.id == one.id).map(|row| row.person_name.clone());
        others.extend(name.filter(|name| !others.contains(name)));
    }
    Ok(Some(AsOne { into: stays, from, messages, more, others }))
}

/// The conversation of this number, or what it became part of.
async fn now(conn: &mut Conn, scope: &Scope, number: i64) -> Result<Option<Conversation>> {
    let Some(found) = store::find_by_number(conn, scope, number).await? else { return Ok(None) };
    let at = store::where_merged(conn, &found.id).await?;
    if at == found.id { Ok(Some(found)) } else { store::find(conn, scope, &at).await }
}
