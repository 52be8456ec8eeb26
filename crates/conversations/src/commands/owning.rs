//! Who has a conversation, and that they have seen it.

use base::{Actor, Scope};
use people::StaffId;
use platform::Platform;

use super::{Answer, load};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::State;
use crate::rules::states::Refusal;
use crate::store;

/// Gives a conversation to a colleague, or to nobody. Taking a new one opens it.
///
/// # Errors
/// [`Refusal::NoSuchColleague`] for one who is gone or disabled.
pub async fn assign(p: &Platform, actor: &Actor, id: &ConversationId, to: Option<&StaffId>) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let name = match to {
        None => String::new(),
        Some(to) => {
            let staff = people::staff::find(&mut tx, &Scope::All, to).await?;
            staff.filter(|staff| staff.disabled_at.is_none()).ok_or(Refusal::NoSuchColleague)?.name
        }
    };
    if before.assignee.as_ref() == to {
        return Ok(());
    }
    let mut after = before.clone();
    after.assignee = to.cloned();
    if to.is_some() && after.state == State::New {
        after.state = State::Open;
    }
    store::save(&mut tx, &before, &after).await?;
    tx.record(&ConversationEvent::Assigned { conversation: id.clone(), to: to.cloned(), name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Notes that somebody has seen the newest message.
///
/// # Errors
/// When the actor may not work on it.
pub async fn read(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    if !before.unread {
        return Ok(());
    }
    let mut after = before.clone();
    after.unread = false;
    store::save(&mut tx, &before, &after).await?;
    tx.record(&ConversationEvent::Read { conversation: id.clone() }, actor, None).await?;
    Ok(tx.commit().await?)
}
