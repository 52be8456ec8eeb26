//! Praise that a customer gives a colleague: found as it comes, and taken away by whoever it was for.

use base::{Action, Actor, Scope, allowed};
use platform::{Platform, Result, Tx};
use words::reply;

use super::posting::staff_id;
use super::{Answer, CommandError, Inbound};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::rules::praise::{self, Colleague};
use crate::store;

/// Looks for praise in what a customer wrote. Where nobody is thanked warmly, nothing is read.
pub(super) async fn look(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    message: &MessageId,
    inbound: &Inbound,
) -> Result<()> {
    let Some(language) = inbound.language else { return Ok(()) };
    let by_machine = inbound.automatic.is_some() || inbound.unreadable.is_some();
    if by_machine || !praise::thanks_somebody(&inbound.text, language) {
        return Ok(());
    }
    // What they quote is ours, and so are the names in it.
    let said = reply::split(&inbound.text).visible();
    if !praise::is_warm(&said, language) {
        return Ok(());
    }
    let staff = people::staff::all(tx, &Scope::All).await?;
    let here = staff.into_iter().filter(|one| one.disabled_at.is_none());
    let colleagues: Vec<Colleague> = here.map(|one| Colleague { id: one.id, name: one.name }).collect();
    let answered = store::answered_by(tx, id, inbound.received_at).await?;
    let staff = praise::praised(&said, &colleagues, answered.as_ref());
    if staff.is_empty() {
        return Ok(());
    }
    for one in &staff {
        store::add_praise(tx, message, one, inbound.received_at).await?;
    }
    let event = ConversationEvent::Praised { conversation: id.clone(), message: message.clone(), staff };
    tx.record(&event, actor, None).await
}

/// Says that a message praises the actor not at all.
///
/// # Errors
/// Not found when it does not.
pub async fn not_praise(p: &Platform, actor: &Actor, message: &MessageId) -> Answer<()> {
    let staff = staff_id(actor)?;
    let scope = allowed(actor, Action::ReadConversations)?;
    let mut tx = p.begin().await?;
    let found = store::find_message(&mut tx, &scope, message).await?.ok_or(CommandError::NotFound)?;
    if !store::take_praise_away(&mut tx, &found.id, &staff).await? {
        return Err(CommandError::NotFound);
    }
    Ok(tx.commit().await?)
}
