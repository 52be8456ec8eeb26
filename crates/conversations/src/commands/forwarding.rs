//! Passing a message on to somebody else. The customer is not answered by it: state and clocks stay.

use base::{Actor, Scope};
use platform::Platform;

use super::answering::NewFile;
use super::posting::{self, Written, kept_files, our_message, post, prepared, staff_id};
use super::{Answer, load};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{Mailbox, MessageKind, Recipients};
use crate::rules::recipients;
use crate::rules::states::{self, Refusal};
use crate::store;

/// A message about to be passed on.
#[derive(Clone, Debug)]
pub struct NewForward {
    /// The message of this conversation that is passed on.
    pub about: MessageId,
    /// To whom.
    pub recipients: Recipients,
    /// What is said above it; may be empty.
    pub body: String,
    /// Files that go with it.
    pub files: Vec<NewFile>,
    /// Which of the message's own files go along.
    pub keep: Vec<AttachmentId>,
}

/// Passes a message on. Whoever gets it takes part from now on: their answer joins the conversation.
///
/// # Errors
/// [`Refusal::NothingToForward`], [`Refusal::TooLong`], [`Refusal::FilesTooLarge`], those of
/// [`recipients::checked`].
pub async fn forward(p: &Platform, actor: &Actor, id: &ConversationId, new: NewForward) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = match states::text(&new.body) {
        Err(Refusal::Empty) => String::new(),
        other => other?,
    };
    let to = recipients::checked(new.recipients)?;
    let files = prepared(p, new.files).await?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let before = load(&mut tx, actor, id).await?;
    let original = store::find_message(&mut tx, &Scope::All, &new.about).await?;
    // What colleagues told each other never leaves the house.
    let public = |kind| matches!(kind, MessageKind::Inbound | MessageKind::Reply);
    original.filter(|it| it.conversation == *id && public(it.kind)).ok_or(Refusal::NothingToForward)?;
    let named = shown(&to);
    let about = Some(new.about);
    let written = Written { kind: MessageKind::Forward, body, to, about, side: None, language: before.language };
    let message = our_message(p, &mut tx, id, &staff, written).await?;
    kept_files(p, &mut tx, &message, &files, &new.keep).await?;
    post(&mut tx, &message.id, &before, true).await?;
    posting::takes_part(&mut tx, &before, &message).await?;
    let mut after = before.clone();
    after.touched_at = tx.now();
    store::save(&mut tx, &before, &after).await?;
    let (conversation, by) = (id.clone(), message.from.name.clone());
    let event = ConversationEvent::Forwarded { conversation, message: message.id.clone(), by, to: named };
    tx.record(&event, actor, None).await?;
    store::forget_draft(&mut tx, &staff, id, MessageKind::Forward).await?;
    tx.commit().await?;
    Ok(message.id)
}

/// The recipients, as the history names them.
pub(super) fn shown(to: &Recipients) -> String {
    let name = |mailbox: &Mailbox| {
        if mailbox.name.is_empty() { mailbox.address.clone() } else { mailbox.name.clone() }
    };
    to.to.iter().chain(&to.cc).map(name).collect::<Vec<_>>().join(", ")
}
