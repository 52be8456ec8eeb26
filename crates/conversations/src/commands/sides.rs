//! Side threads, from our side: writing with others about a conversation without its customer.

use base::{Action, Actor, allowed};
use people::person::clean_line;
use platform::{Platform, Tx};

use super::answering::NewFile;
use super::beginning::SUBJECT_MAX;
use super::drafting::FIELD_MAX;
use super::forwarding::shown;
use super::posting::{self, Chosen, Written, kept_files, our_message, post, prepared, staff_id};
use super::{Answer, CommandError, actor_name, closing, load};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId, SideId};
use crate::model::{Conversation, DraftText, Message, MessageKind, Recipients, Side, State};
use crate::rules::sides;
use crate::rules::states::{self, Refusal, TEXT_MAX};
use crate::store::{self, Before};

/// What is about to be written in a side thread.
#[derive(Clone, Debug, Default)]
pub struct SideMessage {
    /// To whom; in one that is there, without, to all that it is with openly.
    pub recipients: Option<Recipients>,
    /// The text.
    pub body: String,
    /// Files that go with it.
    pub files: Vec<NewFile>,
    /// Files of the conversation that go along.
    pub keep: Vec<AttachmentId>,
    /// Whether the conversation waits for others from now on.
    pub wait: bool,
}

/// Begins a side thread under a heading of its own.
///
/// # Errors
/// [`Refusal::NoSubject`], [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::FilesTooLarge`], those of
/// [`sides::recipients`]; [`Refusal::FieldsMissing`] when it is to wait.
pub async fn begin_side(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    title: &str,
    new: SideMessage,
) -> Answer<(SideId, MessageId)> {
    let staff = staff_id(actor)?;
    let title = clean_line(title, SUBJECT_MAX);
    if title.is_empty() {
        return Err(Refusal::NoSubject.into());
    }
    let body = states::text(&new.body)?;
    let files = prepared(p, new.files).await?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let before = load(&mut tx, actor, id).await?;
    let to = others(&mut tx, &before, new.recipients.unwrap_or_default()).await?;
    let side = Side {
        id: SideId::next(&p.ids, tx.now()),
        number: store::next_side_number(&mut tx).await?,
        conversation: id.clone(),
        title,
        language: words::language::detect_known(&body, None),
        begun_at: tx.now(),
        begun_by: staff,
        closed_at: None,
        correspondents: Vec::new(),
        hidden: Vec::new(),
    };
    store::insert_side(&mut tx, &side).await?;
    let sent = Sent { to, body, files, keep: new.keep, wait: new.wait };
    let message = send(p, &mut tx, actor, &before, &side, sent).await?;
    let (side, message, conversation) = (side.id, message, id.clone());
    let (by, to) = (message.from.name.clone(), named(&message));
    let event = ConversationEvent::SideBegun { conversation, side: side.clone(), message: message.id.clone(), by, to };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok((side, message.id))
}

/// Writes on in a side thread; one that was closed is open again.
///
/// # Errors
/// See [`begin_side`].
pub async fn write_side(p: &Platform, actor: &Actor, id: &SideId, new: SideMessage) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = states::text(&new.body)?;
    let files = prepared(p, new.files).await?;
    let mut tx = p.begin().await?;
    let (side, before) = found(&mut tx, actor, id).await?;
    let given =
        new.recipients.unwrap_or_else(|| Recipients { to: side.correspondents.clone(), ..Recipients::default() });
    let to = others(&mut tx, &before, given).await?;
    if side.closed_at.is_some() {
        store::close_side(&mut tx, id, None).await?;
    }
    let sent = Sent { to, body, files, keep: new.keep, wait: new.wait };
    let message = send(p, &mut tx, actor, &before, &side, sent).await?;
    store::forget_side_draft(&mut tx, &staff, id).await?;
    let (conversation, by, to) = (before.id, message.from.name.clone(), named(&message));
    let event = ConversationEvent::SideWritten { conversation, side: id.clone(), message: message.id.clone(), by, to };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(message.id)
}

/// Closes a side thread, or opens it again. An answer opens it, too.
///
/// # Errors
/// When the actor may not, or there is none.
pub async fn close_side(p: &Platform, actor: &Actor, id: &SideId, open: bool) -> Answer<ConversationId> {
    let mut tx = p.begin().await?;
    let (side, before) = found(&mut tx, actor, id).await?;
    if side.closed_at.is_none() == open {
        return Ok(before.id);
    }
    let closed_at = (!open).then(|| tx.now());
    store::close_side(&mut tx, id, closed_at).await?;
    let by = actor_name(&mut tx, actor).await?;
    let (conversation, side) = (before.id.clone(), id.clone());
    tx.record(&ConversationEvent::SideChanged { conversation, side, open, by }, actor, None).await?;
    tx.commit().await?;
    Ok(before.id)
}

/// Keeps what a colleague has typed in a side thread; without a text it is forgotten.
///
/// # Errors
/// [`Refusal::TooLong`].
pub async fn save_side_draft(p: &Platform, actor: &Actor, id: &SideId, draft: &DraftText) -> Answer<()> {
    let staff = staff_id(actor)?;
    let fields = [&draft.to, &draft.cc, &draft.bcc];
    if draft.body.chars().count() > TEXT_MAX || fields.into_iter().any(|field| field.len() > FIELD_MAX) {
        return Err(Refusal::TooLong.into());
    }
    let mut tx = p.begin().await?;
    found(&mut tx, actor, id).await?;
    // What is kept as one types may arrive after what was sent.
    let said = store::side_messages(&mut tx, id, 1).await?;
    let typed = states::text(&draft.body).ok();
    if draft.is_empty() || said.last().is_some_and(|last| typed.as_ref() == Some(&last.body)) {
        store::forget_side_draft(&mut tx, &staff, id).await?;
    } else {
        store::keep_side_draft(&mut tx, &staff, id, draft).await?;
    }
    Ok(tx.commit().await?)
}

/// A side thread with its conversation, which nobody else changes meanwhile.
async fn found(tx: &mut Tx, actor: &Actor, id: &SideId) -> Answer<(Side, Conversation)> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let side = store::find_side(tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let before = load(tx, actor, &side.conversation).await?;
    Ok((side, before))
}

/// The recipients, the customer not among them.
async fn others(tx: &mut Tx, conversation: &Conversation, given: Recipients) -> Answer<Recipients> {
    let customer = posting::addresses_of_customer(tx, conversation).await?;
    Ok(sides::recipients(given, &customer)?)
}

struct Sent {
    to: Recipients,
    body: String,
    files: Vec<Chosen>,
    keep: Vec<AttachmentId>,
    wait: bool,
}

/// Keeps a message and puts it on its way. The customer is not answered by it: no clock of theirs stops by this alone.
async fn send(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    side: &Side,
    sent: Sent,
) -> Answer<Message> {
    let staff = staff_id(actor)?;
    let all = sent.to.clone();
    let written = Written {
        kind: MessageKind::SideOut,
        body: sent.body,
        to: sent.to,
        about: None,
        side: Some(side.id.clone()),
        language: side.language,
    };
    let message = our_message(p, tx, &before.id, &staff, written).await?;
    kept_files(p, tx, &message, &sent.files, &sent.keep).await?;
    post(tx, &message.id, before, true).await?;
    store::correspond(tx, &side.id, &all).await?;
    let mut after = before.clone();
    after.touched_at = tx.now();
    store::save(tx, before, &after).await?;
    if sent.wait && before.state != State::WaitingOthers {
        closing::stand(tx, actor, &after, State::WaitingOthers, None).await?;
        // What is taken back takes back this waiting, and nobody else's.
        let mut stood = Before::of(before);
        stood.waits = true;
        store::set_before(tx, &message.id, &stood).await?;
    }
    Ok(message)
}

/// To whom, as the history names them.
fn named(message: &Message) -> String {
    shown(&Recipients { to: message.to.clone(), cc: message.cc.clone(), bcc: Vec::new() })
}
