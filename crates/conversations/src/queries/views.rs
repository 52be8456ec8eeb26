//! What can be asked about saved views. Each colleague sees those for everybody, for where they work, and their own.

use std::collections::HashSet;

use base::{Instant, Scope};
use people::StaffId;
use people::staff::Staff;
use platform::{Conn, Result};

use super::{Lately, ListRow, OPEN_TAGGED_MOST};
use crate::commands::reader;
use crate::ids::{ConversationId, ViewId};
use crate::model::{Condition, Listing, SavedView};
use crate::rules::views::BESIDE;
use crate::store::{self, Looking};

/// A saved view with whoever looks at it: what is theirs is told by who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The view.
    pub view: SavedView,
    /// Who looks.
    pub me: StaffId,
}

/// A saved view beside the ready-made ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfView {
    /// Which.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// How many there are, no further than [`OPEN_TAGGED_MOST`]. Where it looks for words nothing is counted but in
    /// its own list.
    pub n: Option<i64>,
}

/// All views that a colleague sees, by name.
///
/// # Errors
/// See [`super::list`].
pub async fn views(conn: &mut Conn, me: &Staff) -> Result<Vec<SavedView>> {
    let all = store::all_views(conn).await?.into_iter();
    Ok(all.filter(|one| reader(me).sees(&one.visible)).collect())
}

/// One view that a colleague sees.
///
/// # Errors
/// See [`super::list`].
pub async fn find_view(conn: &mut Conn, me: &Staff, id: &ViewId) -> Result<Option<SavedView>> {
    Ok(store::find_view(conn, id).await?.filter(|one| reader(me).sees(&one.visible)))
}

/// A view that was removed and that a colleague may bring back.
///
/// # Errors
/// See [`super::list`].
pub async fn removed_view(conn: &mut Conn, me: &Staff, id: &ViewId) -> Result<Option<SavedView>> {
    Ok(store::removed_view(conn, id).await?.filter(|one| reader(me).changes(&one.visible)))
}

/// How many a view lists, no further than [`OPEN_TAGGED_MOST`].
///
/// # Errors
/// See [`super::list`].
pub async fn count_view(conn: &mut Conn, scope: &Scope, me: &StaffId, of: &Listing, now: Instant) -> Result<i64> {
    store::count_saved(conn, &Looking { scope, me, now }, of, OPEN_TAGGED_MOST).await
}

/// Which of these conversations a tree of conditions holds for, when `me` looks at `now`: those that a view of the same
/// tree lists. A few hundred at most.
///
/// # Errors
/// See [`super::list`].
pub async fn meeting(
    conn: &mut Conn,
    (scope, me): (&Scope, &StaffId),
    when: &Condition,
    ids: &[ConversationId],
    now: Instant,
) -> Result<HashSet<ConversationId>> {
    store::meeting(conn, &Looking { scope, me, now }, when, ids).await
}

/// The same of the view that somebody looks at: counted anew, as its rows are, and remembered for what stands beside it.
///
/// # Errors
/// See [`super::list`].
pub async fn count_opened(
    conn: &mut Conn,
    scope: &Scope,
    kept: &Kept,
    now: Instant,
    lately: Option<&Lately>,
) -> Result<i64> {
    let begun = lately.map(|lately| (lately, lately.stretch()));
    let n = count_view(conn, scope, &kept.me, &kept.view.of, now).await?;
    if let Some((lately, stretch)) = begun {
        lately.keep(&kept.view, scope, &kept.me, (n, stretch));
    }
    Ok(n)
}

/// How many a view lists, as it was a moment ago if that is known.
async fn count_beside(
    conn: &mut Conn,
    scope: &Scope,
    me: &StaffId,
    view: &SavedView,
    now: Instant,
    lately: Option<&Lately>,
) -> Result<i64> {
    let Some(lately) = lately else { return count_view(conn, scope, me, &view.of, now).await };
    if let Some(n) = lately.find(view, scope, me) {
        return Ok(n);
    }
    let stretch = lately.stretch();
    let n = count_view(conn, scope, me, &view.of, now).await?;
    lately.keep(view, scope, me, (n, stretch));
    Ok(n)
}

/// Those that stand beside the ready-made lists for a colleague: what fits where they work.
pub(super) async fn beside(
    conn: &mut Conn,
    scope: &Scope,
    me: &Staff,
    now: Instant,
    lately: Option<&Lately>,
) -> Result<Vec<OfView>> {
    let all = store::all_views(conn).await?;
    let mut found = Vec::new();
    for one in all.into_iter().filter(|one| reader(me).fits(&one.visible, None)).take(BESIDE) {
        let counted = !one.of.when.has_words();
        let n = if counted { Some(count_beside(conn, scope, &me.id, &one, now, lately).await?) } else { None };
        found.push(OfView { id: one.id, name: one.name, n });
    }
    Ok(found)
}

/// One page of a view, and where the next begins.
pub(super) async fn rows(
    conn: &mut Conn,
    looking: &Looking<'_>,
    of: &Listing,
    after: Option<&str>,
    most: i64,
) -> Result<(Vec<ListRow>, Option<String>)> {
    let mut rows = store::saved_page(conn, looking, of, after, most + 1).await?;
    let more = i64::try_from(rows.len()).is_ok_and(|found| found > most);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|(_, key)| key.clone());
    Ok((rows.into_iter().map(|(found, _)| found.row).collect(), next))
}
