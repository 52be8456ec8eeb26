//! Words that are taken back after they were said: a note that is edited, and what must not stand there at all.
//!
//! What is redacted is gone for good: out of the text, its document and its files, out of the mail as it came, the
//! index, the lines of lists, the history, and what other programs were told and kept. That it was, by whom, when and
//! why stays.

use std::collections::{BTreeSet, HashSet};

use base::{Action, Actor, allowed};
use people::privacy::{self, Holders};
use platform::backup::takeout;
use platform::blobs::Prepared;
use platform::{Platform, Tx};

use super::posting::staff_id;
use super::said_beside::{self, Beside};
use super::{Answer, CommandError, actor_name, following, load, load_to, snippet};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{Attachment, Author, Contact, Conversation, DeliveryState, Message, MessageKind};
use crate::rules::redacting::{MARK, Taken, stands};
use crate::rules::states::{self, REASON_MAX, Refusal};
use crate::store;

/// Messages of one conversation that are gone through for card numbers.
const MESSAGES_MOST: i64 = 5000;

/// What is to be taken out of a message.
#[derive(Debug)]
pub struct Redaction {
    /// These words.
    pub taken: Taken,
    /// All that it says, with its files.
    pub whole: bool,
    /// These of its files.
    pub files: Vec<AttachmentId>,
    /// Why; it stays in the history.
    pub why: String,
}

/// The files of mails, each with bytes of its own: they stay when the mail as it came goes.
pub type CutOut = Vec<(AttachmentId, Prepared)>;

/// Writes one's own note otherwise. What stood there before is kept.
///
/// # Errors
/// [`CommandError::Forbidden`] for whoever did not write it; [`Refusal::Empty`], [`Refusal::TooLong`].
pub async fn edit_note(p: &Platform, actor: &Actor, id: &MessageId, body: &str) -> Answer<ConversationId> {
    let staff = staff_id(actor)?;
    let body = states::text(body)?;
    let mut tx = p.begin().await?;
    let scope = allowed(actor, Action::NoteConversations)?;
    let note = store::find_message(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &note.conversation).await?;
    if note.kind != MessageKind::Note {
        return Err(CommandError::NotFound);
    }
    if note.author != Author::Staff(staff.clone()) {
        return Err(CommandError::Forbidden);
    }
    if note.body == body {
        return Ok(conversation.id);
    }
    let now = tx.now();
    store::edit_note(&mut tx, &note, &staff, &body, now).await?;
    following::mention(&mut tx, actor, &conversation, &staff, &body).await?;
    let by = actor_name(&mut tx, actor).await?;
    let event = ConversationEvent::NoteEdited { conversation: conversation.id.clone(), message: note.id, by };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

/// Takes words, files or everything out of a message, for good; words also out of what was written of the conversation
/// beside its messages. One's own may be redacted by whoever works on the
/// conversation, others' by who answers for privacy.
///
/// # Errors
/// [`Refusal::WhyMissing`]; [`Refusal::NotGoneYet`] as long as it is on its way; [`Refusal::NothingRedacted`].
pub async fn redact(
    p: &Platform,
    actor: &Actor,
    holders: Holders,
    id: &MessageId,
    (redaction, cut): (Redaction, CutOut),
) -> Answer<ConversationId> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let message = store::find_message(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let before = load(&mut tx, actor, &message.conversation).await?;
    if !may_redact(actor, &message) {
        return Err(CommandError::Forbidden);
    }
    let why: String = redaction.why.trim().chars().take(REASON_MAX).collect();
    if why.is_empty() {
        return Err(Refusal::WhyMissing.into());
    }
    let mut gone = Gone::default();
    let found = without(p, &mut tx, &message, &redaction, &cut, &mut gone).await?;
    // What customers wrote is for who answers for privacy alone, and so are words that this message does not say.
    let privacy = allowed(actor, Action::ManagePrivacy).is_ok();
    let mut after = before.clone();
    let mut beside = Beside::default();
    if !redaction.taken.is_empty() && (found || privacy) {
        beside = said_beside::without(&mut tx, &mut after, &redaction.taken, privacy).await?;
    }
    if !found && beside.is_empty() {
        return Err(Refusal::NothingRedacted.into());
    }
    gone.besides.extend(beside.ids);
    let conversation = before.id.clone();
    forget(p, &mut tx, (&before, after), gone, holders).await?;
    let by = actor_name(&mut tx, actor).await?;
    let event = ConversationEvent::Redacted { conversation: conversation.clone(), message: id.clone(), by, why };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(conversation)
}

/// Leaves of every card number in a conversation its last four digits. Answers how many messages held one.
///
/// # Errors
/// [`Refusal::NotGoneYet`] as long as one of them is on its way; [`Refusal::NothingRedacted`].
pub async fn mask_cards(
    p: &Platform,
    actor: &Actor,
    holders: Holders,
    id: &ConversationId,
    cut: CutOut,
) -> Answer<usize> {
    let mut tx = p.begin().await?;
    let before = load(&mut tx, actor, id).await?;
    let (mut gone, mut count) = (Gone::default(), 0);
    for message in store::thread(&mut tx, id, MESSAGES_MOST).await? {
        let cards = Redaction { taken: Taken::Cards, whole: false, files: Vec::new(), why: String::new() };
        count += usize::from(without(p, &mut tx, &message, &cards, &cut, &mut gone).await?);
    }
    let mut after = before.clone();
    gone.names = store::mask_names(&mut tx, id).await?;
    let beside = said_beside::without(&mut tx, &mut after, &Taken::Cards, true).await?;
    let any_beside = !beside.is_empty();
    gone.besides.extend(beside.ids);
    if let Some(subject) = Taken::Cards.out_of(&before.subject) {
        after.subject = subject;
        gone.messages = store::message_ids(&mut tx, id).await?;
        gone.names.push(id.to_string());
    } else if count == 0 && gone.names.is_empty() && gone.besides.is_empty() && !any_beside {
        return Err(Refusal::NothingRedacted.into());
    }
    forget(p, &mut tx, (&before, after), gone, holders).await?;
    let event = ConversationEvent::CardsMasked { conversation: id.clone(), by: actor_name(&mut tx, actor).await? };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(count)
}

/// Whether the actor may take something out of a message.
#[must_use]
pub fn may_redact(actor: &Actor, message: &Message) -> bool {
    let own = match &message.author {
        Author::Staff(id) => actor.staff_id() == Some(id.as_str()),
        Author::Person(_) | Author::System => false,
    };
    own && allowed(actor, Action::WorkConversations).is_ok() || allowed(actor, Action::ManagePrivacy).is_ok()
}

/// What was let go of.
#[derive(Default)]
struct Gone {
    messages: Vec<MessageId>,
    /// Ids of promises and needs that said it.
    besides: Vec<String>,
    blobs: BTreeSet<String>,
    /// Ids of conversations and side threads that were called otherwise: both stay.
    names: Vec<String>,
}

/// Takes it out of one message; answers whether there was anything.
async fn without(
    p: &Platform,
    tx: &mut Tx,
    message: &Message,
    redaction: &Redaction,
    cut: &CutOut,
    gone: &mut Gone,
) -> Answer<bool> {
    let files = store::files_of(tx, &message.id).await?;
    let goes = |id: &AttachmentId| redaction.whole || redaction.files.contains(id);
    let called = |name: &str| redaction.taken.out_of(name);
    let mut after = said_without(message, redaction);
    let shows = |file: &Attachment| file.alt.as_deref().and_then(called);
    let held = after.is_some()
        || files.iter().any(|(file, ..)| goes(&file.id) || called(&file.name).is_some() || shows(file).is_some());
    if !held {
        return Ok(false);
    }
    let on_its_way = store::delivery(tx, &message.id).await?.is_some_and(|(delivery, _)| is_on_its_way(delivery.state));
    if on_its_way {
        return Err(Refusal::NotGoneYet.into());
    }
    // The words that only this message had leave the index for good.
    let found = store::findable(tx, &message.id).await?;
    store::unfind(tx, &found.into_iter().collect::<Vec<_>>()).await?;
    for (file, blob, part) in &files {
        if goes(&file.id) {
            store::remove_file(tx, &file.id).await?;
            gone.blobs.insert(blob.clone());
            continue;
        }
        if part.is_some() {
            let own = cut.iter().find(|(id, _)| *id == file.id).ok_or(CommandError::NotFound)?;
            p.blobs.keep(tx, &own.1).await?;
            store::own_bytes(tx, &file.id, &own.1.digest).await?;
        }
        if let Some(name) = called(&file.name) {
            store::rename_file(tx, &file.id, &name).await?;
        }
        if let Some(alt) = shows(file) {
            store::describe_file(tx, &file.id, &alt).await?;
        }
    }
    gone.blobs.extend(message.raw.clone());
    let after = after.take().unwrap_or_else(|| message.clone());
    let now = tx.now();
    store::redact(tx, &after, now).await?;
    for (id, words) in store::promise_words(tx, &message.id).await? {
        let taken = redaction.taken.out_of(&words).filter(|_| !redaction.whole);
        // What no longer stands in the text stands in no promise either, also where the stretch only touched it.
        if let Some(clean) = taken.or_else(|| (!stands(&after.body, &words)).then(|| MARK.to_owned())) {
            store::set_promise_words(tx, &id, &clean).await?;
            gone.besides.push(id.to_string());
        }
    }
    let (taken, whole) = (&redaction.taken, redaction.whole);
    // A whole message goes with whatever was drafted out of it; what is said of it elsewhere loses these words alone.
    for link in store::problem_links(tx, &message.conversation).await? {
        let whole = whole && message.kind == MessageKind::Inbound;
        if let Some(draft) = link.draft.filter(|_| whole || !redaction.whole) {
            store::lose_shared(tx, &draft, Some(taken).filter(|_| !whole)).await?;
        }
    }
    for need in store::need_texts(tx, &message.conversation).await? {
        let its = need.message.as_ref() == Some(&message.id);
        if let Some(draft) = need.draft.as_ref().filter(|_| its || !whole) {
            store::lose_shared(tx, draft, Some(taken).filter(|_| !whole)).await?;
        }
        if !its {
            continue;
        }
        // Words that were quoted go with what they were quoted from; a colleague's own lose what is taken out.
        let quoted = |text: &str| stands(&message.body, text) && !stands(&after.body, text);
        let out = |text: &str| taken.out_of(text).filter(|_| !whole);
        let words = out(&need.words).or_else(|| (whole || quoted(&need.words)).then(|| MARK.to_owned()));
        let beside = |text: &str| out(text).or_else(|| (!text.is_empty() && (whole || quoted(text))).then(String::new));
        let (product, reason) = (beside(&need.product), beside(&need.reason));
        // What others ask for as well is about the same still.
        let topic = out(&need.topic).or_else(|| quoted(&need.topic).then(String::new));
        if words.is_none() && product.is_none() && reason.is_none() && topic.is_none() {
            continue;
        }
        gone.besides.push(need.id.to_string());
        let clean = store::NeedTexts {
            words: words.unwrap_or(need.words),
            product: product.unwrap_or(need.product),
            reason: reason.unwrap_or(need.reason),
            topic: topic.unwrap_or(need.topic),
            id: need.id,
            message: need.message,
            draft: need.draft,
        };
        store::set_need_texts(tx, &clean).await?;
    }
    if redaction.whole {
        // Nobody is praised by words that are gone.
        store::forget_praise(tx, &message.id).await?;
    }
    // What was put into a draft of another customer is the same words.
    if after.body != message.body {
        store::forget_copies(tx, std::slice::from_ref(&message.id)).await?;
    }
    gone.messages.push(message.id.clone());
    Ok(true)
}

/// The message without its words; nothing when they do not stand in it.
fn said_without(message: &Message, redaction: &Redaction) -> Option<Message> {
    if redaction.whole {
        let contact = message.contact.clone().map(|contact| Contact { with: String::new(), ..contact });
        return Some(Message {
            body: MARK.to_owned(),
            document: None,
            invite: None,
            contact,
            mood: None,
            ..message.clone()
        });
    }
    let taken = &redaction.taken;
    let body = taken.out_of(&message.body);
    let document = message.document.as_ref().and_then(|document| taken.out_of_document(document));
    let meeting = message.invite.as_ref().and_then(|invite| serde_json::to_string(invite).ok());
    let meeting = meeting.is_some_and(|meeting| taken.out_of(&meeting).is_some());
    let with = message.contact.as_ref().and_then(|contact| taken.out_of(&contact.with));
    if body.is_none() && document.is_none() && with.is_none() && !meeting {
        return None;
    }
    let mut after = message.clone();
    after.body = body.unwrap_or(after.body);
    after.document = document.unwrap_or(after.document);
    if let (Some(contact), Some(with)) = (&mut after.contact, with) {
        contact.with = with;
    }
    // A meeting is not changed: it would be another one.
    after.invite = after.invite.filter(|_| !meeting);
    Some(after)
}

const fn is_on_its_way(state: DeliveryState) -> bool {
    matches!(state, DeliveryState::Waiting | DeliveryState::Sending | DeliveryState::Scheduled | DeliveryState::Held)
}

/// Nothing that stood beside these messages says it any more.
async fn forget(
    p: &Platform,
    tx: &mut Tx,
    (before, mut after): (&Conversation, Conversation),
    gone: Gone,
    holders: Holders,
) -> Answer<()> {
    let id = &before.id;
    let mut ids: HashSet<String> = gone.messages.iter().map(ToString::to_string).collect();
    ids.extend(gone.besides.iter().cloned());
    store::forget_said(tx, id, &ids).await?;
    store::empty_snippets(tx, id).await?;
    let rest = store::thread(tx, id, 100).await?;
    let last = rest.iter().rev().find(|one| !one.kind.is_internal() || one.kind == MessageKind::Contact);
    after.snippet = last.map(|last| snippet(&last.body)).unwrap_or_default();
    store::save(tx, before, &after).await?;
    store::find_again(tx, &gone.messages).await?;
    privacy::forget(p, tx, (ids, gone.names.into_iter().collect()), gone.blobs, holders).await?;
    Ok(takeout::erased(tx).await?)
}
