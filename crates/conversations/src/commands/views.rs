//! Saved views: made, changed, removed and brought back.

use base::{Action, Actor, Scope, allowed};
use jiff::SignedDuration;
use people::staff::Staff;
use platform::{Platform, Tx};

use super::macros::reader;
use super::posting::staff_id;
use super::{Answer, CommandError};
use crate::events::ViewEvent;
use crate::ids::ViewId;
use crate::model::{Listing, SavedView, Visible};
use crate::rules::states::Refusal;
use crate::rules::views;
use crate::store;

/// How long a removal can be taken back.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A view as somebody wants it.
#[derive(Clone, Debug, Default)]
pub struct NewView {
    /// What colleagues call it.
    pub name: String,
    /// Who sees it.
    pub visible: Visible,
    /// What it lists.
    pub of: Listing,
}

/// The colleague who acts, who sees conversations.
async fn myself(tx: &mut Tx, actor: &Actor) -> Answer<Staff> {
    let _ = allowed(actor, Action::ReadConversations)?;
    let id = staff_id(actor)?;
    people::staff::find(tx, &Scope::All, &id).await?.ok_or(CommandError::Forbidden)
}

fn changeable(me: &Staff, found: Option<SavedView>) -> Answer<SavedView> {
    let found = found.filter(|one| reader(me).sees(&one.visible)).ok_or(CommandError::NotFound)?;
    if reader(me).changes(&found.visible) { Ok(found) } else { Err(CommandError::Forbidden) }
}

/// The view that somebody wants, if there can be such a one and it is theirs to make.
async fn wanted(tx: &mut Tx, me: &Staff, id: ViewId, new: NewView) -> Answer<SavedView> {
    if !reader(me).changes(&new.visible) {
        return Err(CommandError::Forbidden);
    }
    if let Visible::Department(id) = &new.visible {
        let known = people::department::find(tx, id).await?;
        known.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    }
    let mut of = Listing { when: views::checked(&new.of.when)?, ..new.of };
    let mut columns = Vec::new();
    for column in of.columns {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    of.columns = columns;
    Ok(SavedView { id, name: views::name(&new.name)?, visible: new.visible, of })
}

/// Makes a view.
///
/// # Errors
/// [`Refusal::NoViewName`], [`Refusal::BadCondition`], [`Refusal::ViewTooLarge`], [`Refusal::NoSuchDepartment`],
/// [`Refusal::TooManyViews`]; forbidden for others than oneself where that is not one's work.
pub async fn make_view(p: &Platform, actor: &Actor, new: NewView) -> Answer<ViewId> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let id = ViewId::next(&tx.ids(), tx.now());
    let made = wanted(&mut tx, &me, id, new).await?;
    if store::all_views(&mut tx).await?.len() >= views::MOST {
        return Err(Refusal::TooManyViews.into());
    }
    store::insert_view(&mut tx, &made).await?;
    tx.record(&ViewEvent::Made { id: made.id.clone(), name: made.name }, actor, None).await?;
    tx.commit().await?;
    Ok(made.id)
}

/// Makes a view list something else, or lets others see it.
///
/// # Errors
/// See [`make_view`].
pub async fn change_view(p: &Platform, actor: &Actor, id: &ViewId, new: NewView) -> Answer<()> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let before = changeable(&me, store::find_view(&mut tx, id).await?)?;
    let after = wanted(&mut tx, &me, id.clone(), new).await?;
    if after == before {
        return Ok(());
    }
    store::save_view(&mut tx, &after).await?;
    tx.record(&ViewEvent::Changed { id: after.id, name: after.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Removes a view. For a month that can be taken back.
///
/// # Errors
/// When there is no such view, or the actor may not change it.
pub async fn remove_view(p: &Platform, actor: &Actor, id: &ViewId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let gone = changeable(&me, store::find_view(&mut tx, id).await?)?;
    store::remove_view(&mut tx, id).await?;
    let before = tx.now().checked_sub(KEPT).unwrap_or(base::Instant::MIN);
    store::forget_views(&mut tx, before).await?;
    tx.record(&ViewEvent::Removed { id: gone.id, name: gone.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Takes the removal of a view back.
///
/// # Errors
/// When it was not removed, or is forgotten by now, or the actor may not change it.
pub async fn restore_view(p: &Platform, actor: &Actor, id: &ViewId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let back = changeable(&me, store::removed_view(&mut tx, id).await?)?;
    store::restore_view(&mut tx, id).await?;
    tx.record(&ViewEvent::Restored { id: back.id, name: back.name }, actor, None).await?;
    Ok(tx.commit().await?)
}
