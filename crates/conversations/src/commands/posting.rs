//! What all that we write has in common: the message, its files, its way out, and what it means for the
//! conversation.

use base::{Actor, Language, Scope};
use jiff::SignedDuration;
use people::StaffId;
use platform::blobs::Prepared;
use platform::jobs::NewJob;
use platform::{Context, Fault, Platform, Tx};

use super::answering::NewFile;
use super::closing::watch_quiet;
use super::{Answer, CommandError, SEND_JOB, SEND_LANE, clocks, snippet, snoozing};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId, SideId};
use crate::model::{
    Attachment, Author, Conversation, Delivery, DeliveryState, Mailbox, Message, MessageKind, ParticipantState,
    Recipients, State, WokenBy,
};
use crate::rules::states::{AfterReply, FILES_MAX, Refusal};
use crate::store::{self, Before, NewAttachmentRow};
use crate::{naming, settings};

/// The colleague who acts.
pub(super) fn staff_id(actor: &Actor) -> Answer<StaffId> {
    actor.staff_id().and_then(|id| id.parse().ok()).ok_or(CommandError::Forbidden)
}

/// A chosen file whose bytes are safe.
pub(super) struct Chosen {
    name: String,
    content_type: String,
    size: i64,
    bytes: Prepared,
}

/// Makes the bytes of chosen files safe, before the transaction that mentions them.
pub(super) async fn prepared(p: &Platform, files: Vec<NewFile>) -> Answer<Vec<Chosen>> {
    if files.iter().map(|file| file.bytes.len()).sum::<usize>() > FILES_MAX {
        return Err(Refusal::FilesTooLarge.into());
    }
    let mut chosen = Vec::with_capacity(files.len());
    for file in files {
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        let bytes = p.blobs.prepare(file.bytes).await?;
        chosen.push(Chosen { name: file.name, content_type: file.content_type, size, bytes });
    }
    Ok(chosen)
}

/// Nothing was said by others since `seen`, as far as its writer says what they have seen.
pub(super) async fn nothing_newer(
    tx: &mut Tx,
    id: &ConversationId,
    seen: Option<&MessageId>,
    me: &StaffId,
) -> Answer<()> {
    let Some(seen) = seen else { return Ok(()) };
    if store::newer(tx, id, seen, me.as_str()).await?.is_empty() { Ok(()) } else { Err(Refusal::SomethingNewer.into()) }
}

/// What a colleague wrote, and to whom.
pub(super) struct Written {
    pub kind: MessageKind,
    pub body: String,
    pub to: Recipients,
    pub about: Option<MessageId>,
    pub side: Option<SideId>,
    pub language: Option<Language>,
}

/// A message with a text and nothing else.
pub(super) fn message(
    p: &Platform,
    tx: &Tx,
    conversation: &ConversationId,
    author: Author,
    kind: MessageKind,
    body: String,
) -> Message {
    Message {
        id: MessageId::next(&p.ids, tx.now()),
        conversation: conversation.clone(),
        at: tx.now(),
        kind,
        author,
        from: Mailbox::default(),
        to: Vec::new(),
        cc: Vec::new(),
        bcc: Vec::new(),
        about: None,
        side: None,
        body,
        document: None,
        invite: None,
        pictures: false,
        language: None,
        automatic: None,
        warnings: Vec::new(),
        proof: None,
        unreadable: None,
        raw: None,
        contact: None,
        edited_at: None,
        redacted_at: None,
        mood: None,
        delivery: None,
        attachments: Vec::new(),
    }
}

/// Keeps a message that is to leave, under the Message-ID that it has for ever.
pub(super) async fn our_message(
    p: &Platform,
    tx: &mut Tx,
    conversation: &ConversationId,
    staff: &StaffId,
    written: Written,
) -> Answer<Message> {
    let business = settings::business(tx).await?;
    let colleague = people::staff::find(tx, &Scope::All, staff).await?.ok_or(CommandError::Forbidden)?;
    let message = Message {
        from: Mailbox { name: colleague.name, address: business.address.clone() },
        to: written.to.to,
        cc: written.to.cc,
        bcc: written.to.bcc,
        about: written.about,
        side: written.side,
        language: written.language,
        ..message(p, tx, conversation, Author::Staff(staff.clone()), written.kind, written.body)
    };
    let mail_id = naming::message_id(p, &message.id, &business);
    store::add_message(tx, &message, Some(&mail_id), &[]).await?;
    Ok(message)
}

/// Keeps the files of a message: the chosen ones, and those of earlier messages that go along.
pub(super) async fn kept_files(
    p: &Platform,
    tx: &mut Tx,
    message: &Message,
    chosen: &[Chosen],
    along: &[AttachmentId],
) -> Answer<()> {
    let mut rows = store::copyable(tx, &message.conversation, along).await?;
    // To others a picture of ours goes as the file that it is.
    for row in &mut rows {
        (row.attachment.inline, row.attachment.alt) = (false, None);
    }
    kept_rows(p, tx, message, chosen, rows).await
}

/// Keeps the files of a message: the chosen ones, and those whose bytes are there already.
pub(super) async fn kept_rows(
    p: &Platform,
    tx: &mut Tx,
    message: &Message,
    chosen: &[Chosen],
    mut rows: Vec<NewAttachmentRow>,
) -> Answer<()> {
    for row in &mut rows {
        row.attachment.id = AttachmentId::next(&tx.ids(), tx.now());
    }
    for file in chosen {
        p.blobs.keep(tx, &file.bytes).await?;
        let attachment = Attachment {
            id: AttachmentId::next(&tx.ids(), tx.now()),
            name: people::person::clean_line(&file.name, 200),
            content_type: file.content_type.clone(),
            size: file.size,
            inline: false,
            content_id: None,
            alt: None,
        };
        rows.push(NewAttachmentRow { attachment, blob: file.bytes.digest.clone(), part: None });
    }
    let whole = rows.iter().fold(0_i64, |sum, row| sum.saturating_add(row.attachment.size));
    if usize::try_from(whole).unwrap_or(usize::MAX) > FILES_MAX {
        return Err(Refusal::FilesTooLarge.into());
    }
    Ok(store::add_attachments(tx, &message.id, &rows).await?)
}

/// The addresses by which the customer is known.
pub(super) async fn addresses_of_customer(tx: &mut Tx, conversation: &Conversation) -> Result<Vec<String>, Fault> {
    let known = people::person::addresses(tx, &Scope::All, &conversation.person).await?;
    Ok(known.into_iter().map(|address| address.shown).collect())
}

/// The address the customer wrote from last, else the first one known.
pub(super) async fn address_of_customer(tx: &mut Tx, conversation: &Conversation) -> Result<Option<Mailbox>, Fault> {
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
        None => addresses_of_customer(tx, conversation).await?.into_iter().next(),
    };
    let writable = |address: &String| people::person::looks_like_address(address) && !address.ends_with(".invalid");
    Ok(address.filter(writable).map(|address| Mailbox { name, address }))
}

/// When a message leaves that goes now: after the undo window, unless it was waited for already.
async fn window(tx: &mut Tx, undo: bool) -> Answer<base::Instant> {
    let seconds = if undo { settings::manners(tx).await?.undo_seconds.clamp(0, 600) } else { 0 };
    Ok(tx.machine_now().saturating_add(SignedDuration::from_secs(seconds)).context("the clock is off")?)
}

async fn send_at(tx: &mut Tx, message: &MessageId, until: base::Instant) -> Answer<()> {
    let job = NewJob::new(SEND_LANE, SEND_JOB).payload(message.as_str()).at_machine_time(until).attempts_max(30);
    Ok(tx.enqueue(job).await?)
}

/// Puts a new message on its way.
pub(super) async fn post(tx: &mut Tx, message: &MessageId, before: &Conversation, undo: bool) -> Answer<()> {
    let undo_until = window(tx, undo).await?;
    let delivery = Delivery {
        state: DeliveryState::Waiting,
        undo_until,
        at: tx.now(),
        words: String::new(),
        attempts: 0,
        later: None,
        subject: None,
    };
    store::insert_delivery(tx, message, &delivery, &Before::of(before)).await?;
    send_at(tx, message, undo_until).await
}

/// Puts a reply on its way that waited for its time.
pub(super) async fn post_waiting(
    tx: &mut Tx,
    message: &MessageId,
    mut delivery: Delivery,
    stood: &Before,
    undo: bool,
) -> Answer<()> {
    delivery.state = DeliveryState::Waiting;
    delivery.undo_until = window(tx, undo).await?;
    delivery.at = tx.now();
    delivery.words = String::new();
    store::set_delivery(tx, message, &delivery).await?;
    store::set_before(tx, message, stood).await?;
    send_at(tx, message, delivery.undo_until).await
}

/// Whoever writes takes what nobody has: the conversation as it will be, still to be saved.
pub(super) async fn take(tx: &mut Tx, actor: &Actor, before: &Conversation, message: &Message) -> Answer<Conversation> {
    let (None, Author::Staff(staff)) = (&before.assignee, &message.author) else { return Ok(before.clone()) };
    let mut after = before.clone();
    after.assignee = Some(staff.clone());
    let (conversation, name) = (after.id.clone(), message.from.name.clone());
    let event = ConversationEvent::Assigned { conversation, to: Some(staff.clone()), name, why: None };
    tx.record(&event, actor, None).await?;
    Ok(after)
}

/// What a reply that goes now means for a conversation, `before` and as it is to be: nothing is owed any
/// more, and the customer has the word.
pub(super) async fn answered(
    tx: &mut Tx,
    actor: &Actor,
    (before, mut after): (&Conversation, Conversation),
    message: &Message,
    then: AfterReply,
    cause: Option<&str>,
) -> Answer<()> {
    let now = tx.now();
    after.clocks = after.clocks.replied(now);
    after.state = then.state();
    after.touched_at = now;
    after.snippet = snippet(&message.body);
    after.unread = false;
    after.customer_spoke_last = false;
    after.close_reason = None;
    after.snoozed = None;
    if before.state != after.state {
        after.label = None;
    }
    store::save(tx, before, &after).await?;
    clocks::watch(tx, &after).await?;
    snoozing::woken(tx, actor, before, WokenBy::Colleague, cause).await?;
    if after.state == State::Solved {
        watch_quiet(tx, &after).await?;
    }
    let (conversation, snippet, by) = (after.id.clone(), after.snippet.clone(), message.from.name.clone());
    let event = ConversationEvent::ReplySent { conversation, message: message.id.clone(), by, snippet };
    tx.record(&event, actor, cause).await?;
    if before.state != after.state {
        let (from, to) = (before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation: after.id, from, to, reason: String::new() };
        tx.record(&event, actor, cause).await?;
    }
    Ok(())
}

/// Whoever a colleague writes to beside the customer takes part from now on: their answers join.
pub(super) async fn takes_part(tx: &mut Tx, conversation: &Conversation, message: &Message) -> Answer<()> {
    let customer = addresses_of_customer(tx, conversation).await?;
    let customer: Vec<String> = customer.iter().map(|address| people::person::fold_address(address)).collect();
    let now = tx.now();
    for mailbox in message.to.iter().chain(&message.cc).chain(&message.bcc) {
        if !customer.contains(&people::person::fold_address(&mailbox.address)) {
            store::put_participant(tx, &conversation.id, mailbox, ParticipantState::Confirmed, now).await?;
        }
    }
    Ok(())
}
