//! What colleagues write: replies to the customer, notes for each other.

use base::{Actor, Scope};
use jiff::SignedDuration;
use people::StaffId;
use platform::jobs::NewJob;
use platform::{Context, Fault, Platform, Tx};

use super::closing::watch_quiet;
use super::{Answer, CommandError, SEND_JOB, SEND_LANE, actor_name, clocks, load, snippet};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{Attachment, Author, Conversation, Delivery, DeliveryState, Mailbox, Message, MessageKind, State};
use crate::rules::states::{self, AfterReply, FILES_MAX, Refusal};
use crate::store::{self, Before, NewAttachmentRow};
use crate::{naming, settings};

/// A reply about to be sent.
#[derive(Clone, Debug, Default)]
pub struct NewReply {
    /// Its text.
    pub body: String,
    /// What becomes of the conversation.
    pub then: AfterReply,
    /// Files that go with it.
    pub files: Vec<NewFile>,
}

/// A file chosen by a colleague.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// As the browser declares it.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes to the customer. The reply is kept at once and leaves after the undo window.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::FilesTooLarge`], [`Refusal::NoAddress`].
pub async fn reply(p: &Platform, actor: &Actor, id: &ConversationId, new: NewReply) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = states::text(&new.body)?;
    if new.files.iter().map(|file| file.bytes.len()).sum::<usize>() > FILES_MAX {
        return Err(Refusal::FilesTooLarge.into());
    }
    let mut prepared = Vec::new();
    for file in new.files {
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        prepared.push((file.name, file.content_type, size, p.blobs.prepare(file.bytes).await?));
    }
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let message = reply_message(p, &mut tx, &before, &staff, body).await?;
    let mail_id = naming::message_id(p, &message.id, &settings::business(&mut tx).await?);
    store::add_message(&mut tx, &message, Some(&mail_id), &[]).await?;
    let mut files = Vec::new();
    for (name, content_type, size, bytes) in &prepared {
        p.blobs.keep(&mut tx, bytes).await?;
        let id = AttachmentId::next(&tx.ids(), tx.now());
        let name = people::person::clean_line(name, 200);
        let content_type = content_type.clone();
        let attachment = Attachment { id, name, content_type, size: *size, inline: false, content_id: None };
        files.push(NewAttachmentRow { attachment, blob: bytes.digest.clone(), part: None });
    }
    store::add_attachments(&mut tx, &message.id, &files).await?;
    post(&mut tx, &message.id, &before).await?;
    answered(&mut tx, actor, &before, &message, &staff, new.then).await?;
    tx.commit().await?;
    Ok(message.id)
}

fn staff_id(actor: &Actor) -> Answer<StaffId> {
    actor.staff_id().and_then(|id| id.parse().ok()).ok_or(CommandError::Forbidden)
}

async fn reply_message(
    p: &Platform,
    tx: &mut Tx,
    conversation: &Conversation,
    staff: &StaffId,
    body: String,
) -> Answer<Message> {
    let business = settings::business(tx).await?;
    let colleague = people::staff::find(tx, &Scope::All, staff).await?.ok_or(CommandError::Forbidden)?;
    let to = address_of_customer(tx, conversation).await?.ok_or(Refusal::NoAddress)?;
    Ok(Message {
        id: MessageId::next(&p.ids, tx.now()),
        conversation: conversation.id.clone(),
        at: tx.now(),
        kind: MessageKind::Reply,
        author: Author::Staff(staff.clone()),
        from: Mailbox { name: colleague.name, address: business.address },
        to: vec![to],
        cc: Vec::new(),
        body,
        document: None,
        pictures: false,
        language: conversation.language,
        automatic: None,
        warnings: Vec::new(),
        unreadable: None,
        raw: None,
        delivery: None,
        attachments: Vec::new(),
    })
}

/// The address the customer wrote from last, else the first one known.
async fn address_of_customer(tx: &mut Tx, conversation: &Conversation) -> Result<Option<Mailbox>, Fault> {
    let person = people::person::find(tx, &Scope::All, &conversation.person).await?;
    let name = person.map(|person| person.name).unwrap_or_default();
    let messages = store::thread(tx, &conversation.id, 100).await?;
    let last = messages
        .into_iter()
        .rev()
        .find(|m| m.kind == MessageKind::Inbound && m.author == Author::Person(conversation.person.clone()))
        .map(|m| m.from.address);
    let address = match last {
        Some(address) => Some(address),
        None => {
            people::person::addresses(tx, &Scope::All, &conversation.person).await?.into_iter().next().map(|a| a.shown)
        }
    };
    let writable = |address: &String| people::person::looks_like_address(address) && !address.ends_with(".invalid");
    Ok(address.filter(writable).map(|address| Mailbox { name, address }))
}

/// Puts a reply on its way: it waits for the undo window.
async fn post(tx: &mut Tx, message: &MessageId, before: &Conversation) -> Answer<()> {
    let seconds = settings::manners(tx).await?.undo_seconds.clamp(0, 600);
    let until = tx.machine_now().saturating_add(SignedDuration::from_secs(seconds)).context("the clock is off")?;
    let now = tx.now();
    let delivery =
        Delivery { state: DeliveryState::Waiting, undo_until: until, at: now, words: String::new(), attempts: 0 };
    store::insert_delivery(tx, message, &delivery, &Before::of(before)).await?;
    let job = NewJob::new(SEND_LANE, SEND_JOB).payload(message.as_str()).at_machine_time(until).attempts_max(30);
    Ok(tx.enqueue(job).await?)
}

async fn answered(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    message: &Message,
    staff: &StaffId,
    then: AfterReply,
) -> Answer<()> {
    let mut after = before.clone();
    let now = tx.now();
    after.clocks = after.clocks.replied(now);
    after.state = then.state();
    after.touched_at = now;
    after.snippet = snippet(&message.body);
    after.unread = false;
    after.customer_spoke_last = false;
    after.close_reason = None;
    if before.state != after.state {
        after.label = None;
    }
    let by = message.from.name.clone();
    if after.assignee.is_none() {
        after.assignee = Some(staff.clone());
        let to = Some(staff.clone());
        let event = ConversationEvent::Assigned { conversation: after.id.clone(), to, name: by.clone() };
        tx.record(&event, actor, None).await?;
    }
    store::save(tx, before, &after).await?;
    clocks::watch(tx, &after).await?;
    if after.state == State::Solved {
        watch_quiet(tx, &after).await?;
    }
    let (conversation, snippet) = (after.id.clone(), after.snippet.clone());
    let event = ConversationEvent::ReplySent { conversation, message: message.id.clone(), by, snippet };
    tx.record(&event, actor, None).await?;
    if before.state != after.state {
        let (from, to) = (before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation: after.id, from, to, reason: String::new() };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Takes a reply back before it goes, and answers its text, so that nothing typed is lost. The
/// conversation stands as it did before, clocks included.
///
/// # Errors
/// [`Refusal::TooLate`] once the window is over or a sender has it.
pub async fn undo_send(p: &Platform, actor: &Actor, message: &MessageId) -> Answer<(ConversationId, String)> {
    let mut tx = p.begin().await?;
    let scope = base::allowed(actor, base::Action::WorkConversations)?;
    let reply = store::find_message(&mut tx, &scope, message).await?.ok_or(CommandError::NotFound)?;
    let before = load(&mut tx, actor, &reply.conversation).await?;
    let (mut delivery, stood) = store::delivery(&mut tx, message).await?.ok_or(CommandError::NotFound)?;
    if delivery.state != DeliveryState::Waiting || delivery.attempts > 0 || tx.machine_now() >= delivery.undo_until {
        return Err(Refusal::TooLate.into());
    }
    delivery.state = DeliveryState::Undone;
    delivery.at = tx.now();
    store::set_delivery(&mut tx, message, &delivery).await?;
    let mut after = before.clone();
    after.clocks = stood.clocks();
    after.state = stood.state;
    after.customer_spoke_last = stood.customer_spoke_last || before.customer_spoke_last;
    after.snippet = stood.snippet;
    store::save(&mut tx, &before, &after).await?;
    clocks::watch(&mut tx, &after).await?;
    let event = ConversationEvent::ReplyUndone { conversation: after.id.clone(), message: message.clone() };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok((after.id, reply.body))
}

/// Writes a note that only colleagues see. It stops no clock.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`].
pub async fn note(p: &Platform, actor: &Actor, id: &ConversationId, body: &str) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = states::text(body)?;
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let by = actor_name(&mut tx, actor).await?;
    let message = Message {
        id: MessageId::next(&p.ids, tx.now()),
        conversation: id.clone(),
        at: tx.now(),
        kind: MessageKind::Note,
        author: Author::Staff(staff),
        from: Mailbox { name: by.clone(), address: String::new() },
        to: Vec::new(),
        cc: Vec::new(),
        body,
        document: None,
        pictures: false,
        language: None,
        automatic: None,
        warnings: Vec::new(),
        unreadable: None,
        raw: None,
        delivery: None,
        attachments: Vec::new(),
    };
    store::add_message(&mut tx, &message, None, &[]).await?;
    let mut after = before.clone();
    after.touched_at = tx.now();
    store::save(&mut tx, &before, &after).await?;
    let event = ConversationEvent::NoteAdded { conversation: id.clone(), message: message.id.clone(), by };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(message.id)
}
