//! Promises and messages: what was found in one is written with it, what it keeps is kept with it, and what is taken back
//! takes both back.

use base::{Actor, Instant, Language, Scope};
use platform::{Fault, Platform, Tx};

use super::{Answer, blank, ended, kept_and_told, tell};
use crate::ids::{ConversationId, MessageId, PromiseId};
use crate::model::{Conversation, Message, Promise, PromiseChange, PromiseChoices, PromiseState};
use crate::queries;
use crate::rules::promises::{self as rule, Found};
use crate::store;

/// What a text promises that is said at `when`, or now. Called before a transaction begins: how long looking takes is up to
/// the text, and while one is held all others wait. `known` is what its conversation is written in.
pub(in crate::commands) async fn heard(
    p: &Platform,
    text: &str,
    known: Option<Language>,
    when: Option<Instant>,
) -> Result<Vec<Found>, Fault> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let house = queries::house(&mut p.db.read().await?).await?;
    let language = language_of(text, known);
    Ok(rule::found(text, language, house.hours(), when.unwrap_or_else(|| p.clock.business())))
}

/// The same of what is written in a conversation.
pub(in crate::commands) async fn heard_in(
    p: &Platform,
    id: &ConversationId,
    text: &str,
    when: Option<Instant>,
) -> Result<Vec<Found>, Fault> {
    let there = store::find(&mut p.db.read().await?, &Scope::All, id).await?;
    heard(p, text, there.and_then(|it| it.language), when).await
}

/// Keeps the promises that were [`heard`] in a message that is said at `when`: from there its days count. `asks` says
/// whether what its writer said nothing of is kept as suggested. Nothing in it stands in the way of the message.
pub(in crate::commands) async fn said(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    message: &Message,
    (found, choices, asks): (Vec<Found>, &PromiseChoices, bool),
    when: Instant,
) -> Result<(), Fault> {
    if found.is_empty() || (!asks && !choices.tracks()) {
        return Ok(());
    }
    let house = queries::house(tx).await?;
    let staff = actor.staff_id().and_then(|id| id.parse().ok());
    for (one, tracks) in rule::chosen(found, choices, asks, house.hours(), when) {
        let it = Promise {
            message: Some(message.id.clone()),
            words: rule::words(&one.words),
            kind: one.kind,
            // What one writes oneself one keeps oneself, whoever has the conversation.
            owner: staff.clone(),
            made_by: staff.clone().filter(|_| tracks),
            due: one.due,
            made_at: when,
            ..blank(tx, conversation)
        };
        match rule::tracked(&it, None, house.hours(), when) {
            Ok(open) if tracks => kept_and_told(tx, actor, &open, PromiseChange::Made).await?,
            _ => kept_and_told(tx, actor, &it, PromiseChange::Suggested).await?,
        }
    }
    Ok(())
}

/// The language that something is written in: what it says of itself, else what is `known`.
#[must_use]
pub fn language_of(text: &str, known: Option<Language>) -> Language {
    words::language::detect_known(text, known).unwrap_or_default()
}

/// Marks those open promises of a conversation as kept that a message of `when` keeps: a call that is written down later
/// kept them when it was made.
pub(in crate::commands) async fn keep_by(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    (by, asked, when): (&MessageId, &[PromiseId], Instant),
) -> Answer<()> {
    if asked.is_empty() {
        return Ok(());
    }
    let all = store::these_promises(tx, &conversation.id, asked).await?;
    for it in rule::to_keep(&all, asked) {
        let after = rule::kept(it, Some(by.clone()), when)?;
        kept_and_told(tx, actor, &after, ended(&after)).await?;
    }
    Ok(())
}

/// Notes which open promises of a conversation a message keeps that waits for its time: they are kept when it goes, see
/// [`gone`].
pub(in crate::commands) async fn will_keep(
    tx: &mut Tx,
    conversation: &Conversation,
    (by, asked): (&MessageId, &[PromiseId]),
) -> Result<(), Fault> {
    if asked.is_empty() {
        return Ok(());
    }
    let all = store::these_promises(tx, &conversation.id, asked).await?;
    for it in rule::to_keep(&all, asked) {
        store::put_promise(tx, &Promise { kept_in: Some(by.clone()), ..it.clone() }).await?;
    }
    Ok(())
}

/// A message goes that waited for its time: what it was to keep, it keeps now, unless that is over.
pub(in crate::commands) async fn gone(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    message: &MessageId,
) -> Answer<()> {
    let now = tx.now();
    for it in store::promises_around(tx, &conversation.id, message).await? {
        if it.state.is_open() && it.kept_in.as_ref() == Some(message) {
            let after = rule::kept(&it, Some(message.clone()), now)?;
            kept_and_told(tx, actor, &after, ended(&after)).await?;
        }
    }
    Ok(())
}

/// A message was taken back before it went: what it promised was not said, what it kept is to be kept.
pub(in crate::commands) async fn taken_back(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    message: &MessageId,
) -> Answer<()> {
    for it in store::promises_around(tx, &conversation.id, message).await? {
        if it.message.as_ref() == Some(message) {
            store::remove_promise(tx, &it.id).await?;
            tell(tx, actor, &it, PromiseChange::Dropped, None).await?;
        } else if it.kept_in.as_ref() == Some(message) {
            put_back(tx, actor, &it).await?;
        }
    }
    Ok(())
}

/// It is to be kept after all.
async fn put_back(tx: &mut Tx, actor: &Actor, it: &Promise) -> Answer<()> {
    if it.state.is_open() {
        // The message never went: nothing was kept yet.
        return Ok(store::put_promise(tx, &Promise { kept_in: None, ..it.clone() }).await?);
    }
    if !matches!(it.state, PromiseState::Kept | PromiseState::Broken) {
        return Ok(());
    }
    let house = queries::house(tx).await?;
    let after = rule::reopened(it, house.hours(), tx.now())?;
    Ok(kept_and_told(tx, actor, &after, PromiseChange::Reopened).await?)
}
