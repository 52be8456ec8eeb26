//! Who takes part in a conversation beside its customer: people copied by somebody proved, and whom
//! colleagues let in. Who is new here is sent nothing until then (T03).

use base::{Action, Actor, Scope, allowed};
use people::person::{fold_address, looks_like_address};
use platform::{Platform, Result, Tx};

use super::inbound::Inbound;
use super::{Answer, CommandError, clocks, load, snippet};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Author, Clocks, Conversation, LinkKind, Mailbox, Message, MessageKind, ParticipantState, State};
use crate::rules::placing::{Place, Step};
use crate::rules::recipients;
use crate::{settings, store};

/// People that one mail can let in.
const COPIED_MOST: usize = 20;

/// The people that a mail was copied to and who may take part by it: only when its sender is proved and
/// takes part, and only if they are few. Tells the trace.
pub(super) async fn copied(
    tx: &mut Tx,
    inbound: &Inbound,
    place: &Place,
    trace: &mut Vec<Step>,
) -> Result<Vec<Mailbox>> {
    let ours = settings::own_addresses(tx).await?;
    let sender = fold_address(&inbound.from.address);
    let mut copied: Vec<Mailbox> = Vec::new();
    for mailbox in inbound.to.iter().chain(&inbound.cc) {
        let address = fold_address(&mailbox.address);
        let ours = recipients::is_ours(&mailbox.address, &ours)
            || people::staff::by_email(tx, &mailbox.address).await?.is_some();
        let known = address == sender || copied.iter().any(|one| fold_address(&one.address) == address);
        if !ours && !known && looks_like_address(&mailbox.address) && copied.len() <= COPIED_MOST {
            copied.push(mailbox.clone());
        }
    }
    if copied.is_empty() || inbound.automatic.is_some() {
        return Ok(Vec::new());
    }
    let may = inbound.is_proved() && !matches!(place, Place::JoinNewHere(..)) && copied.len() <= COPIED_MOST;
    if !may {
        trace.push(Step::new("copied_not_added").with("count", copied.len()));
        return Ok(Vec::new());
    }
    let who = copied.iter().map(|one| one.address.as_str()).collect::<Vec<_>>().join(", ");
    trace.push(Step::new("copied_take_part").with("who", who));
    Ok(copied)
}

/// Lets people in, and tells of those who were not.
pub(super) async fn welcome(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &ConversationId,
    mailboxes: &[Mailbox],
) -> Result<()> {
    let now = tx.now();
    for mailbox in mailboxes {
        if store::welcome_participant(tx, conversation, mailbox, now).await? {
            changed(tx, actor, conversation, mailbox, ParticipantState::Confirmed).await?;
        }
    }
    Ok(())
}

pub(super) async fn changed(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &ConversationId,
    mailbox: &Mailbox,
    state: ParticipantState,
) -> Result<()> {
    let who = if mailbox.name.is_empty() { &mailbox.address } else { &mailbox.name };
    let event = ConversationEvent::ParticipantChanged { conversation: conversation.clone(), who: who.clone(), state };
    tx.record(&event, actor, None).await
}

/// A colleague lets somebody take part, or takes them out.
///
/// # Errors
/// [`CommandError::NotFound`] when nobody of that address was seen there.
pub async fn set_participant(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    address: &str,
    state: ParticipantState,
) -> Answer<()> {
    let mut tx = p.begin().await?;
    let conversation = load(&mut tx, actor, id).await?;
    let folded = fold_address(address);
    let known = store::participants_of(&mut tx, &conversation.id).await?;
    let one = known.into_iter().find(|one| fold_address(&one.mailbox.address) == folded);
    let one = one.ok_or(CommandError::NotFound)?;
    if one.state != state {
        store::put_participant(&mut tx, id, &one.mailbox, state, one.since).await?;
        changed(&mut tx, actor, id, &one.mailbox, state).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Makes a conversation of its own of a message that somebody beside the customer wrote.
///
/// # Errors
/// [`CommandError::NotFound`] when it is no such message, or the only one there.
pub async fn split(p: &Platform, actor: &Actor, message: &MessageId) -> Answer<ConversationId> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let message = store::find_message(&mut tx, &scope, message).await?.ok_or(CommandError::NotFound)?;
    let before = load(&mut tx, actor, &message.conversation).await?;
    let Author::Person(person) = message.author.clone() else { return Err(CommandError::NotFound) };
    let alone = store::message_ids(&mut tx, &before.id).await?.len() < 2;
    if message.kind != MessageKind::Inbound || person == before.person || alone {
        return Err(CommandError::NotFound);
    }
    let own = own_conversation(p, &mut tx, &before, &message, person).await?;
    store::insert(&mut tx, &own).await?;
    store::move_messages(&mut tx, std::slice::from_ref(&message.id), &own.id).await?;
    store::needs_go_with(&mut tx, &message.id, &before.id, &own).await?;
    clocks::watch(&mut tx, &own).await?;
    left_behind(&mut tx, &before, &message).await?;
    let event = ConversationEvent::Opened {
        conversation: own.id.clone(),
        number: own.number,
        person: own.person.clone(),
        channel: "email".to_owned(),
        linked_from: None,
    };
    tx.record(&event, actor, None).await?;
    let event = ConversationEvent::Split { conversation: before.id.clone(), message: message.id, number: own.number };
    tx.record(&event, actor, None).await?;
    store::put_link(&mut tx, &before.id, &own.id, Some(LinkKind::Related)).await?;
    tx.commit().await?;
    Ok(own.id)
}

async fn own_conversation(
    p: &Platform,
    tx: &mut Tx,
    before: &Conversation,
    message: &Message,
    person: people::PersonId,
) -> Result<Conversation> {
    let policy = settings::clock_policy(tx).await?.targets();
    let automatic = message.automatic.is_some();
    let clocks = Clocks::default();
    Ok(Conversation {
        id: ConversationId::next(&p.ids, tx.now()),
        number: store::next_number(tx).await?,
        person,
        state: State::New,
        label: None,
        assignee: None,
        language: message.language,
        created_at: message.at,
        touched_at: message.at,
        clocks: if automatic { clocks } else { clocks.customer_wrote(&policy, message.at) },
        snippet: snippet(&message.body),
        unread: true,
        customer_spoke_last: !automatic,
        close_reason: None,
        linked_from: None,
        snoozed: None,
        deleted: None,
        goes_by: None,
        ..before.clone()
    })
}

/// The conversation that a message was taken out of shows what it has, and forgets who left.
async fn left_behind(tx: &mut Tx, before: &Conversation, message: &Message) -> Result<()> {
    let rest = store::thread(tx, &before.id, 200).await?;
    if !rest.iter().any(|one| one.author == message.author) {
        store::remove_participant(tx, &before.id, &message.from.address).await?;
    }
    let mut after = before.clone();
    if let Some(last) = rest.iter().rev().find(|one| !one.kind.is_internal() || one.kind == MessageKind::Contact) {
        after.snippet = snippet(&last.body);
    }
    store::save(tx, before, &after).await
}

/// The addresses by which a conversation's customer may write.
pub(super) async fn customers_mailboxes(tx: &mut Tx, conversation: &Conversation) -> Result<Vec<Mailbox>> {
    let person = people::person::find(tx, &Scope::All, &conversation.person).await?;
    let name = person.map(|person| person.name).unwrap_or_default();
    let addresses = people::person::addresses(tx, &Scope::All, &conversation.person).await?;
    Ok(addresses.into_iter().map(|one| Mailbox { name: name.clone(), address: one.shown }).collect())
}
