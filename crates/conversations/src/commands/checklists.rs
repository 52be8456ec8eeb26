//! What is to be done in a conversation: put down, ticked off, put in order.

use base::{Action, Actor};
use platform::{Platform, Tx};

use super::{Answer, CommandError, load_to};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, ItemId};
use crate::model::ItemChange;
use crate::rules::checklists::{ITEMS_MAX, items};
use crate::rules::states::Refusal;
use crate::store;

/// Puts things on the checklist of a conversation, one a line.
///
/// # Errors
/// [`Refusal::Empty`]; [`Refusal::TooManyItems`].
pub async fn add_items(p: &Platform, actor: &Actor, id: &ConversationId, lines: &str) -> Answer<Vec<ItemId>> {
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &id).await?;
    let texts = items(lines);
    if texts.is_empty() {
        return Err(Refusal::Empty.into());
    }
    let added = put(&mut tx, actor, &conversation.id, texts).await?;
    tx.commit().await?;
    Ok(added)
}

/// Puts things on it, as part of more.
pub(super) async fn put(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &ConversationId,
    texts: Vec<String>,
) -> Answer<Vec<ItemId>> {
    if store::checklist(tx, conversation).await?.len() + texts.len() > ITEMS_MAX {
        return Err(Refusal::TooManyItems.into());
    }
    let mut added = Vec::new();
    for text in &texts {
        let id = ItemId::next(&tx.ids(), tx.now());
        store::add_item(tx, conversation, &id, text).await?;
        added.push(id);
    }
    let event = ConversationEvent::ItemsAdded { conversation: conversation.clone(), items: texts };
    tx.record(&event, actor, None).await?;
    Ok(added)
}

/// Ticks a thing off, takes that back, moves it or takes it off. Answers where it is.
///
/// # Errors
/// [`CommandError::NotFound`] when it is not there any more.
pub async fn change_item(p: &Platform, actor: &Actor, id: &ItemId, change: ItemChange) -> Answer<ConversationId> {
    let mut tx = p.begin().await?;
    let place = store::place_of_item(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &place).await?;
    let list = store::checklist(&mut tx, &conversation.id).await?;
    let at = list.iter().position(|one| one.id == *id).ok_or(CommandError::NotFound)?;
    let item = &list[at];
    let now = tx.now();
    match change {
        ItemChange::Done if item.done_at.is_some() => return Ok(conversation.id),
        ItemChange::Undone if item.done_at.is_none() => return Ok(conversation.id),
        ItemChange::Done => {
            let by = actor.staff_id().and_then(|id| id.parse().ok());
            store::tick_item(&mut tx, id, Some((now, by.as_ref()))).await?;
        }
        ItemChange::Undone => store::tick_item(&mut tx, id, None).await?,
        ItemChange::Removed => store::remove_item(&mut tx, id).await?,
        ItemChange::Up | ItemChange::Down => {
            let to = if change == ItemChange::Up { at.checked_sub(1) } else { Some(at + 1) };
            let Some(to) = to.filter(|to| *to < list.len()) else { return Ok(conversation.id) };
            let mut order: Vec<&ItemId> = list.iter().map(|one| &one.id).collect();
            order.swap(at, to);
            store::arrange_items(&mut tx, &order).await?;
        }
    }
    let (conversation, item) = (conversation.id, item.text.clone());
    let change = change.code().to_owned();
    let event = ConversationEvent::ItemChanged { conversation: conversation.clone(), change, item };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(conversation)
}
