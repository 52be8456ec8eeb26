//! Time that is spent on a conversation, written down by hand.

use base::{Action, Actor};
use platform::Platform;

use super::posting::staff_id;
use super::{Answer, CommandError, actor_name, load_to};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, SpentId};
use crate::rules::states::Refusal;
use crate::{settings, store};

/// Minutes that are written down at once.
pub const SPENT_MAX: i64 = 24 * 60;

/// Writes down that the actor spent so many minutes on a conversation.
///
/// # Errors
/// [`Refusal::NoMinutes`] when it is none or more than a day; [`Refusal::NotTracked`] where nobody writes time down.
pub async fn spend(p: &Platform, actor: &Actor, id: &ConversationId, minutes: i64) -> Answer<SpentId> {
    let staff = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &id).await?.id;
    if !settings::manners(&mut tx).await?.track_time {
        return Err(Refusal::NotTracked.into());
    }
    if !(1..=SPENT_MAX).contains(&minutes) {
        return Err(Refusal::NoMinutes.into());
    }
    let (spent, now) = (SpentId::next(&tx.ids(), tx.now()), tx.now());
    store::add_spent(&mut tx, &conversation, &spent, &staff, (now, minutes)).await?;
    let by = actor_name(&mut tx, actor).await?;
    tx.record(&ConversationEvent::TimeSpent { conversation, by, minutes }, actor, None).await?;
    tx.commit().await?;
    Ok(spent)
}

/// Takes back what the actor wrote down.
///
/// # Errors
/// [`CommandError::NotFound`] when they wrote no such thing down there.
pub async fn unspend(p: &Platform, actor: &Actor, id: &ConversationId, spent: &SpentId) -> Answer<()> {
    let staff = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &id).await?.id;
    let all = store::spent_on(&mut tx, &conversation).await?;
    let own = all.into_iter().find(|one| one.id == *spent && one.staff == staff).ok_or(CommandError::NotFound)?;
    store::remove_spent(&mut tx, spent).await?;
    let by = actor_name(&mut tx, actor).await?;
    let minutes = -own.minutes;
    tx.record(&ConversationEvent::TimeSpent { conversation, by, minutes }, actor, None).await?;
    Ok(tx.commit().await?)
}
