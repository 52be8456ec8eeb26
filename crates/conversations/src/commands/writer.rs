//! Answering the writer of a forwarded mail instead of who forwarded it, and back: always a person's decision.

use base::{Actor, Scope};
use platform::{Fault, Platform, Tx};

use super::{Answer, CommandError, load};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Author, Conversation, Mailbox, Message, ParticipantState};
use crate::rules::forwarded;
use crate::rules::states::Refusal;
use crate::store;

/// Messages that are looked through for one of the former customer's.
const MESSAGES_MOST: i64 = 200;

/// Makes the writer of a forwarded mail the customer of the conversation. Who forwarded it takes part from then on.
///
/// The writer's address stands in the forwarder's text and nowhere else, so it is kept as unproved.
///
/// # Errors
/// [`Refusal::NoWriter`] when the message hands nothing on; not found when it is not of this conversation.
pub async fn answer_writer(p: &Platform, actor: &Actor, id: &ConversationId, message: &MessageId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let message = message_of(&mut tx, id, message).await?;
    let writer = writer_of(&mut tx, &before, &message).await?;
    let (person, _) = people::person::resolve(&mut tx, &writer.address, &writer.name, None).await?;
    if person == before.person {
        return Ok(());
    }
    stays(&mut tx, &before, &message.from).await?;
    let after = Conversation { person, ..before.clone() };
    turn(&mut tx, actor, &before, &after).await?;
    Ok(tx.commit().await?)
}

/// Makes who forwarded a mail the customer again. The writer takes part if they have written meanwhile.
///
/// # Errors
/// See [`answer_writer`].
pub async fn answer_forwarder(p: &Platform, actor: &Actor, id: &ConversationId, message: &MessageId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let message = message_of(&mut tx, id, message).await?;
    writer_of(&mut tx, &before, &message).await?;
    let Author::Person(person) = message.author else { return Err(Refusal::NoWriter.into()) };
    if person == before.person {
        return Ok(());
    }
    let messages = store::thread(&mut tx, id, MESSAGES_MOST).await?;
    let own = messages.into_iter().rev().find(|said| said.author == Author::Person(before.person.clone()));
    if let Some(own) = own {
        stays(&mut tx, &before, &own.from).await?;
    }
    let after = Conversation { person, ..before.clone() };
    turn(&mut tx, actor, &before, &after).await?;
    Ok(tx.commit().await?)
}

/// Who wrote the mail that a message hands on, by what its conversation was called when it came.
async fn writer_of(tx: &mut Tx, before: &Conversation, message: &Message) -> Answer<Mailbox> {
    let came_as = store::came_as(tx, &before.id).await?;
    let subject = came_as.as_deref().unwrap_or(&before.subject);
    Ok(forwarded::writer(subject, message).ok_or(Refusal::NoWriter)?)
}

async fn message_of(tx: &mut Tx, id: &ConversationId, message: &MessageId) -> Answer<Message> {
    let message = store::find_message(tx, &Scope::All, message).await?;
    message.filter(|message| message.conversation == *id).ok_or(CommandError::NotFound)
}

/// The former customer is still known in the conversation: what they write joins it.
async fn stays(tx: &mut Tx, before: &Conversation, mailbox: &Mailbox) -> Result<(), Fault> {
    let now = tx.now();
    store::put_participant(tx, &before.id, mailbox, ParticipantState::Confirmed, now).await
}

async fn turn(tx: &mut Tx, actor: &Actor, before: &Conversation, after: &Conversation) -> Result<(), Fault> {
    store::save(tx, before, after).await?;
    let person = people::person::find(tx, &Scope::All, &after.person).await?;
    let event = ConversationEvent::CustomerChanged {
        conversation: after.id.clone(),
        from: before.person.clone(),
        to: after.person.clone(),
        name: person.map(|person| person.name).unwrap_or_default(),
    };
    tx.record(&event, actor, None).await?;
    super::service::look_again(tx, &after.id).await
}
