//! Asking for the pictures of a mail that lie on other computers. It is one decision for all colleagues: once
//! they were fetched, their sender knows.

use base::{Action, Actor, allowed};
use platform::Platform;

use super::{Answer, CommandError};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::store;

/// Lets the pictures of a message be fetched from now on; answers where it is. A second time changes nothing.
///
/// # Errors
/// When there is no such message for the actor, or the database cannot be used.
pub async fn show_pictures(p: &Platform, actor: &Actor, id: &MessageId) -> Answer<ConversationId> {
    let scope = allowed(actor, Action::ReadConversations)?;
    let mut tx = p.begin().await?;
    let message = store::find_message(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let conversation = message.conversation;
    if !message.pictures {
        store::show_pictures(&mut tx, id).await?;
        let event = ConversationEvent::PicturesShown { conversation: conversation.clone(), message: id.clone() };
        tx.record(&event, actor, None).await?;
        tx.commit().await?;
    }
    Ok(conversation)
}
