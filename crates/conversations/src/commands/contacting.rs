//! Calls and visits: what was said without a mail, written down for colleagues.

use base::{Action, Actor, Instant};
use people::PersonId;
use people::person::clean_line;
use platform::{Platform, Tx};

use super::beginning::SUBJECT_MAX;
use super::closing::{nothing_open, watch_quiet};
use super::posting::{self, staff_id};
use super::{Answer, CommandError, actor_name, clocks, load, promising, snippet, snoozing};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{
    Author, Clocks, Contact, Conversation, Mailbox, Message, MessageKind, PromiseChoices, State, Stated, WokenBy,
};
use crate::rules::contacts::{self, MINUTES_MAX};
use crate::rules::departments;
use crate::rules::promises::Found;
use crate::rules::states::{AfterReply, Refusal, TEXT_MAX};
use crate::store;

/// Longest name of whom one talked with, in characters.
const NAME_MAX: usize = 200;

/// A call or a visit about to be written down.
#[derive(Clone, Debug, Default)]
pub struct NewContact {
    /// What it was.
    pub contact: Contact,
    /// When, business time; without, now.
    pub at: Option<Instant>,
    /// What was said; may be empty.
    pub body: String,
    /// What becomes of the conversation, if it answers the customer.
    pub then: AfterReply,
    /// What became of the matter, where it closes.
    pub outcome: Option<Stated>,
    /// What its writer says of the promises in it, and which it keeps.
    pub promises: PromiseChoices,
}

/// Writes a call or a visit down. Who talked with the customer after their last mail has answered it.
///
/// # Errors
/// [`Refusal::NoTime`], [`Refusal::TooLong`]; when it is to close, [`Refusal::ChildrenOpen`],
/// [`Refusal::PromisesOpen`], [`Refusal::OutcomeNeeded`], [`Refusal::ComplaintOpen`] and [`Refusal::ReplyWaits`].
pub async fn log_contact(p: &Platform, actor: &Actor, id: &ConversationId, new: NewContact) -> Answer<MessageId> {
    let heard = promising::heard_in(p, id, text(&new)?, None).await?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let before = load(&mut tx, actor, id).await?;
    let message = log(p, &mut tx, actor, &before, (new, heard)).await?;
    tx.commit().await?;
    Ok(message)
}

/// The same as the beginning of a conversation with a customer.
///
/// # Errors
/// Those of [`log_contact`]; [`Refusal::NoSubject`].
pub async fn begin_contact(
    p: &Platform,
    actor: &Actor,
    person: &PersonId,
    subject: &str,
    new: NewContact,
) -> Answer<(ConversationId, MessageId)> {
    let scope = base::allowed(actor, Action::WorkConversations)?;
    let may = base::allowed(actor, Action::ReadPeople)?;
    let staff = staff_id(actor)?;
    let subject = clean_line(subject, SUBJECT_MAX);
    if subject.is_empty() {
        return Err(Refusal::NoSubject.into());
    }
    let known = people::person::find(&mut p.db.read().await?, &may, person).await?.and_then(|it| it.language);
    let heard = promising::heard(p, text(&new)?, known, None).await?;
    let mut tx = p.begin().await?;
    let person = people::person::find(&mut tx, &may, person).await?.ok_or(CommandError::NotFound)?;
    let now = tx.now();
    let conversation = Conversation {
        id: ConversationId::next(&p.ids, now),
        number: store::next_number(&mut tx).await?,
        subject,
        person: person.id.clone(),
        state: State::Open,
        label: None,
        assignee: Some(staff),
        language: person.language,
        created_at: now,
        touched_at: now,
        clocks: Clocks::default(),
        snippet: String::new(),
        unread: false,
        customer_spoke_last: false,
        close_reason: None,
        linked_from: None,
        department: departments::begins_in(&scope, None),
        snoozed: None,
        deleted: None,
        goes_by: None,
    };
    store::insert(&mut tx, &conversation).await?;
    let (id, number, by) = (conversation.id.clone(), conversation.number, actor_name(&mut tx, actor).await?);
    let event = ConversationEvent::Begun { conversation: id.clone(), number, person: person.id, by };
    tx.record(&event, actor, None).await?;
    let message = log(p, &mut tx, actor, &conversation, (new, heard)).await?;
    tx.commit().await?;
    Ok((id, message))
}

/// What was said, as it is kept.
fn text(new: &NewContact) -> Answer<&str> {
    let text = new.body.trim();
    if text.chars().count() > TEXT_MAX { Err(Refusal::TooLong.into()) } else { Ok(text) }
}

/// `heard`: what is promised in it.
async fn log(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    (new, heard): (NewContact, Vec<Found>),
) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let now = tx.now();
    let at = contacts::when(new.at.unwrap_or(now), now)?;
    let body = text(&new)?.to_owned();
    let minutes = new.contact.minutes.min(MINUTES_MAX);
    let contact = Contact { with: clean_line(&new.contact.with, NAME_MAX), minutes, ..new.contact };
    let by = actor_name(tx, actor).await?;
    let message = Message {
        at,
        from: Mailbox { name: by.clone(), address: String::new() },
        contact: Some(contact.clone()),
        ..posting::message(p, tx, &before.id, Author::Staff(staff), MessageKind::Contact, body)
    };
    store::add_message(tx, &message, None, &[]).await?;
    promising::keep_by(tx, actor, before, (&message.id, &new.promises.keeps, at)).await?;
    let wrote = store::wrote_last(tx, &before.id).await?;
    let mut after = before.clone();
    let answers = contacts::answers(&contact, at, wrote);
    if answers {
        after = settled(posting::take(tx, actor, before, &message).await?, at, new.then);
        if after.state == State::Solved {
            nothing_open(tx, before).await?;
            super::ending::may_end(tx, actor, before, new.outcome, (None, false)).await?;
            if !store::waiting_for_time(tx, &before.id).await?.is_empty() {
                return Err(Refusal::ReplyWaits.into());
            }
        }
    }
    after.touched_at = now;
    if !message.body.is_empty() {
        after.snippet = snippet(&message.body);
    }
    if before.state != after.state {
        after.label = None;
    }
    store::save(tx, before, &after).await?;
    clocks::watch(tx, &after).await?;
    let (conversation, id) = (before.id.clone(), message.id.clone());
    let (way, direction, spoke) = (contact.way, contact.direction, contact.spoke);
    let event = ConversationEvent::ContactLogged { conversation, message: id, by, way, direction, spoke, at, answers };
    tx.record(&event, actor, None).await?;
    // Only who reached somebody promised them something.
    promising::said(tx, actor, &after, &message, (heard, &new.promises, spoke), now).await?;
    if after.snoozed != before.snoozed {
        snoozing::woken(tx, actor, before, WokenBy::Colleague, None).await?;
    }
    if before.state != after.state {
        if after.state == State::Solved {
            watch_quiet(tx, &after).await?;
        }
        let (conversation, from, to) = (before.id.clone(), before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation, from, to, reason: String::new() };
        tx.record(&event, actor, None).await?;
    }
    if answers && after.state == State::Solved {
        super::ending::end(tx, actor, &after, new.outcome).await?;
    }
    Ok(message.id)
}

/// A conversation whose customer was answered by word of mouth.
fn settled(mut after: Conversation, at: Instant, then: AfterReply) -> Conversation {
    after.clocks = after.clocks.replied(at);
    after.state = then.state();
    after.unread = false;
    after.customer_spoke_last = false;
    after.close_reason = None;
    after.snoozed = None;
    after
}
