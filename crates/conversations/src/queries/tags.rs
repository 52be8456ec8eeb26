//! What can be asked about tags. Their names are known to every colleague; which conversation bears one is asked
//! with the conversation.

use std::collections::{HashMap, HashSet};

use base::Scope;
use platform::{Conn, Result};

use super::OPEN_TAGGED_MOST;
use crate::ids::{ConversationId, TagId};
use crate::model::Tag;
use crate::{rules, store};

/// The tags there are, those of most conversations first, each with how many.
///
/// # Errors
/// See [`super::list`].
pub async fn tags(conn: &mut Conn, most: i64) -> Result<Vec<(Tag, i64)>> {
    store::known_tags(conn, most).await
}

/// The same behind one of them, by how many bear it and its folded name; from the first without one.
///
/// # Errors
/// See [`super::list`].
pub(crate) async fn tags_behind(conn: &mut Conn, after: Option<&(i64, String)>, most: i64) -> Result<Vec<(Tag, i64)>> {
    match after {
        Some(after) => store::known_tags_behind(conn, after, most).await,
        None => store::known_tags(conn, most).await,
    }
}

/// One tag, with how many conversations bear it that are not deleted, and whether it stands on anything at all.
///
/// # Errors
/// See [`super::list`].
pub(crate) async fn tag_looked_at(conn: &mut Conn, id: &TagId) -> Result<Option<(Tag, i64, bool)>> {
    store::tag_looked_at(conn, id).await
}

/// The tags that stand on anything, also on what is deleted and may be put back.
///
/// # Errors
/// See [`super::list`].
pub async fn borne_tags(conn: &mut Conn) -> Result<HashSet<TagId>> {
    store::borne_tags(conn).await
}

/// One tag.
///
/// # Errors
/// See [`super::list`].
pub async fn tag(conn: &mut Conn, id: &TagId) -> Result<Option<Tag>> {
    store::find_tag(conn, id).await
}

/// The tags of several conversations that the reader has before them, by name.
///
/// # Errors
/// See [`super::list`].
pub async fn tags_of(conn: &mut Conn, these: &[&ConversationId]) -> Result<HashMap<ConversationId, Vec<Tag>>> {
    let mut all: HashMap<ConversationId, Vec<Tag>> = HashMap::new();
    for (conversation, tag) in store::tags_of_all(conn, these).await? {
        all.entry(conversation).or_default().push(tag);
    }
    Ok(all)
}

/// How many open conversations bear the tag of this name, counted no further than [`OPEN_TAGGED_MOST`]. Only
/// colleagues have lists.
///
/// # Errors
/// See [`super::list`].
pub async fn open_tagged(conn: &mut Conn, scope: &Scope, name: &str) -> Result<i64> {
    if matches!(scope, Scope::Own(_)) {
        return Ok(0);
    }
    let name = rules::tags::name(name).unwrap_or_default();
    store::open_tagged(conn, scope, &rules::tags::fold(&name), OPEN_TAGGED_MOST).await
}
