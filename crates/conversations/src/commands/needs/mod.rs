//! What customers need: noted in their own words, met, declined, opened again. What is done for all who asked for the
//! same stands in `meeting.rs`.

mod meeting;

use base::{Action, Actor, Scope, allowed};
use jiff::civil::Date;
use platform::{Fault, Platform, Tx};

use super::{Answer, CommandError, actor_name, load_to, zone_of};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId, NeedId};
use crate::model::{Conversation, Message, MessageKind, Need, NeedChange, NeedSource, NeedState, NeedTold};
use crate::rules::needs as rule;
use crate::rules::states::Refusal;
use crate::{settings, store};

pub use meeting::{Meeting, Whom, meet};

/// A need about to be noted, or as it is to be from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewNeed {
    /// The customer's own words.
    pub words: String,
    /// What it is about; empty where nobody says.
    pub topic: String,
    /// The product it is about; may be empty.
    pub product: String,
    /// The message that it was said in; none for what was heard elsewhere.
    pub message: Option<MessageId>,
}

/// Notes a need as part of more; `conversation` is held. Whether the actor may is asked before.
///
/// # Errors
/// [`Refusal::Empty`] without words; [`CommandError::NotFound`] when the message stands elsewhere.
pub async fn note(tx: &mut Tx, actor: &Actor, conversation: &Conversation, new: &NewNeed) -> Answer<NeedId> {
    let words = rule::words(&new.words);
    if words.is_empty() {
        return Err(Refusal::Empty.into());
    }
    let message = match &new.message {
        Some(id) => Some(said_there(tx, conversation, id).await?),
        None => None,
    };
    let now = tx.now();
    let it = Need {
        id: NeedId::next(&tx.ids(), now),
        conversation: conversation.id.clone(),
        person: conversation.person.clone(),
        department: conversation.department.clone(),
        source: message.as_ref().map_or(NeedSource::Note, |message| source(message.kind)),
        said_at: message.as_ref().map_or(now, |message| message.at),
        message: message.map(|message| message.id),
        words,
        topic: rule::topic(&new.topic).0,
        product: rule::product(&new.product),
        state: NeedState::Open,
        reason: String::new(),
        noted_by: actor.staff_id().and_then(|id| id.parse().ok()),
        noted_by_name: String::new(),
        noted_at: now,
        ended_at: None,
        draft: None,
        told_in: None,
        told: NeedTold::No,
    };
    keep(tx, &it).await?;
    tell(tx, actor, &it, NeedChange::Noted).await?;
    Ok(it.id)
}

/// The message of a conversation.
async fn said_there(tx: &mut Tx, conversation: &Conversation, id: &MessageId) -> Answer<Message> {
    let found = store::find_message(tx, &Scope::All, id).await?;
    found.filter(|message| message.conversation == conversation.id).ok_or(CommandError::NotFound)
}

const fn source(kind: MessageKind) -> NeedSource {
    match kind {
        MessageKind::Contact => NeedSource::Call,
        MessageKind::Note => NeedSource::Note,
        MessageKind::Inbound
        | MessageKind::Reply
        | MessageKind::Forward
        | MessageKind::Receipt
        | MessageKind::SideOut
        | MessageKind::SideIn => NeedSource::Message,
    }
}

/// Notes a need of a conversation's customer.
///
/// # Errors
/// Those of [`note`].
pub async fn note_need(p: &Platform, actor: &Actor, id: &ConversationId, new: &NewNeed) -> Answer<NeedId> {
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &id).await?;
    let need = note(&mut tx, actor, &conversation, new).await?;
    tx.commit().await?;
    Ok(need)
}

/// Says otherwise what a need is: its words, topic and product. The message that it was said in stays.
///
/// # Errors
/// [`Refusal::Empty`]; forbidden for who neither noted it nor works on conversations.
pub async fn change_need(p: &Platform, actor: &Actor, id: &NeedId, new: &NewNeed) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, Action::NoteConversations, id).await?;
    own_or_works(actor, &it)?;
    let (words, topic, product) = (rule::words(&new.words), rule::topic(&new.topic).0, rule::product(&new.product));
    if words.is_empty() {
        return Err(Refusal::Empty.into());
    }
    let after = Need { words, topic, product, ..it.clone() };
    if after == it {
        return Ok(it.conversation);
    }
    keep(&mut tx, &after).await?;
    done(tx, actor, after, NeedChange::Changed).await
}

/// Says that there is now what was asked for.
///
/// # Errors
/// [`Refusal::NeedOver`].
pub async fn meet_need(p: &Platform, actor: &Actor, id: &NeedId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, Action::WorkConversations, id).await?;
    let after = rule::met(&it, tx.now())?;
    keep(&mut tx, &after).await?;
    done(tx, actor, after, NeedChange::Met).await
}

/// Says that it will not be met, for a reason.
///
/// # Errors
/// [`Refusal::NeedOver`], [`Refusal::WhyMissing`].
pub async fn decline_need(p: &Platform, actor: &Actor, id: &NeedId, why: &str) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, Action::WorkConversations, id).await?;
    let after = rule::declined(&it, why, tx.now())?;
    keep(&mut tx, &after).await?;
    done(tx, actor, after, NeedChange::Declined).await
}

/// Says that a need is open after all.
///
/// # Errors
/// [`Refusal::NeedOver`] for one that is open.
pub async fn reopen_need(p: &Platform, actor: &Actor, id: &NeedId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, Action::WorkConversations, id).await?;
    let after = rule::reopened(&it)?;
    keep(&mut tx, &after).await?;
    done(tx, actor, after, NeedChange::Reopened).await
}

/// Takes a need back: it was none.
///
/// # Errors
/// Forbidden for who neither noted it nor works on conversations.
pub async fn remove_need(p: &Platform, actor: &Actor, id: &NeedId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, Action::NoteConversations, id).await?;
    own_or_works(actor, &it)?;
    store::remove_need(&mut tx, &it.id).await?;
    done(tx, actor, it, NeedChange::Removed).await
}

/// Says otherwise what a need is, as part of more; its conversation is held. Whether the actor may is asked before.
///
/// # Errors
/// When the database cannot be used.
pub(super) async fn say_otherwise(tx: &mut Tx, actor: &Actor, it: &Need) -> Answer<()> {
    keep(tx, it).await?;
    Ok(tell(tx, actor, it, NeedChange::Changed).await?)
}

/// Takes a need back, as part of more; see [`say_otherwise`].
///
/// # Errors
/// See [`say_otherwise`].
pub(super) async fn take_back(tx: &mut Tx, actor: &Actor, it: &Need) -> Answer<()> {
    store::remove_need(tx, &it.id).await?;
    Ok(tell(tx, actor, it, NeedChange::Removed).await?)
}

/// Begins a change of a need; its conversation is held until it ends.
async fn begin(p: &Platform, actor: &Actor, action: Action, id: &NeedId) -> Answer<(Tx, Need)> {
    let scope: Scope = allowed(actor, action)?;
    let mut tx = p.begin().await?;
    let found = store::find_need(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let it = held(&mut tx, actor, action, &found).await?;
    Ok((tx, it))
}

/// The need as it is once its conversation is held: whoever changed it while we waited was first.
async fn held(tx: &mut Tx, actor: &Actor, action: Action, found: &Need) -> Answer<Need> {
    let scope: Scope = allowed(actor, action)?;
    load_to(tx, actor, action, &found.conversation).await?;
    let it = store::find_need(tx, &scope, &found.id).await?.ok_or(CommandError::NotFound)?;
    if it.conversation == found.conversation { Ok(it) } else { Err(CommandError::NotFound) }
}

fn own_or_works(actor: &Actor, it: &Need) -> Answer<()> {
    let own = it.noted_by.as_ref().is_some_and(|id| actor.staff_id() == Some(id.as_str()));
    if own || allowed(actor, Action::WorkConversations).is_ok() { Ok(()) } else { Err(CommandError::Forbidden) }
}

/// Writes it as it is now.
async fn keep(tx: &mut Tx, it: &Need) -> Result<(), Fault> {
    let zone = zone_of(&settings::business(tx).await?);
    let week = days(rule::week(it.said_at, &zone));
    store::put_need(tx, it, week).await
}

/// Days since 1970.
pub(crate) fn days(date: Date) -> i64 {
    let since = date.since(Date::constant(1970, 1, 1)).map(|span| i64::from(span.get_days()));
    since.unwrap_or_default()
}

/// Tells what became of it, and ends the change.
async fn done(mut tx: Tx, actor: &Actor, after: Need, change: NeedChange) -> Answer<ConversationId> {
    tell(&mut tx, actor, &after, change).await?;
    tx.commit().await?;
    Ok(after.conversation)
}

/// Tells what happened to it.
async fn tell(tx: &mut Tx, actor: &Actor, it: &Need, change: NeedChange) -> Result<(), Fault> {
    let by = actor_name(tx, actor).await?;
    let event = ConversationEvent::NeedChanged {
        conversation: it.conversation.clone(),
        need: it.id.clone(),
        change,
        message: it.message.clone(),
        words: it.words.clone(),
        topic: it.topic.clone(),
        reason: it.reason.clone(),
        by,
    };
    tx.record(&event, actor, None).await
}
