//! What a conversation and its side threads are called: changed by a colleague, for all to see from then on, and brought
//! back.

use base::{Action, Actor, Scope, allowed};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Context, Platform, Tx, log};

use super::stepping::{self, Act};
use super::{Answer, CommandError, INDEX_JOB, PURGE_LANE, actor_name};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId, SideId, StepId};
use crate::model::Conversation;
use crate::rules::subjects;
use crate::store;

/// The newest facts of a conversation that are gone through for what it was called.
const FACTS_MOST: i64 = 2000;

/// Gives a conversation another subject. Lists, the customer's page and mails that leave from then on bear it; where
/// mails belong does not hang on it.
///
/// # Errors
/// Those of [`subjects::typed`].
pub async fn change_subject(p: &Platform, actor: &Actor, id: &ConversationId, subject: &str) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Subject(subject)).await
}

/// Gives a side thread another subject. Answers its conversation beside what takes it back.
///
/// # Errors
/// Those of [`subjects::typed`]; not found when there is none for the actor.
pub async fn change_side_subject(
    p: &Platform,
    actor: &Actor,
    id: &SideId,
    subject: &str,
) -> Answer<(ConversationId, Option<StepId>)> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let side = store::find_side(&mut p.db.read().await?, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let step = stepping::take(p, actor, &side.conversation, None, Act::SideSubject(id, subject)).await?;
    Ok((side.conversation, step))
}

/// Calls a conversation so, as somebody typed it.
pub(super) async fn call(tx: &mut Tx, actor: &Actor, before: &Conversation, typed: &str) -> Answer<()> {
    let subject = subjects::typed(typed)?;
    called(tx, actor, before, &subject).await.map(drop)
}

/// Calls a conversation so; answers it as it is then.
pub(super) async fn called(tx: &mut Tx, actor: &Actor, before: &Conversation, subject: &str) -> Answer<Conversation> {
    if before.subject == subject {
        return Ok(before.clone());
    }
    store::keep_came_as(tx, &before.id, &before.subject).await?;
    let after = Conversation { subject: subject.to_owned(), ..before.clone() };
    store::save(tx, before, &after).await?;
    // Each message is found by what its conversation is called.
    let messages = store::message_ids(tx, &before.id).await?;
    index(tx, &before.id, &messages, &before.subject).await?;
    let by = actor_name(tx, actor).await?;
    let (conversation, from, to) = (before.id.clone(), before.subject.clone(), after.subject.clone());
    tx.record(&ConversationEvent::SubjectChanged { conversation, from, to, by }, actor, None).await?;
    Ok(after)
}

/// Calls a side thread so, as somebody typed it.
pub(super) async fn call_side(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    id: &SideId,
    typed: &str,
) -> Answer<()> {
    let title = subjects::typed(typed)?;
    called_side(tx, actor, before, id, &title).await
}

/// Calls a side thread so, if it belongs to this conversation.
pub(super) async fn called_side(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    id: &SideId,
    title: &str,
) -> Answer<()> {
    let side = store::find_side(tx, &Scope::All, id).await?.filter(|side| side.conversation == before.id);
    let side = side.ok_or(CommandError::NotFound)?;
    if side.title == title {
        return Ok(());
    }
    store::rename_side(tx, id, title).await?;
    let messages = store::side_message_ids(tx, id).await?;
    index(tx, &before.id, &messages, &side.title).await?;
    let by = actor_name(tx, actor).await?;
    let (conversation, side, from, to) = (before.id.clone(), id.clone(), side.title, title.to_owned());
    Ok(tx.record(&ConversationEvent::SideRenamed { conversation, side, from, to, by }, actor, None).await?)
}

/// Messages were found by `words`, and are by others now. Of many, the first and the newest are at once, and a job sees
/// to the rest: nobody else waits for thousands of them.
async fn index(tx: &mut Tx, id: &ConversationId, messages: &[MessageId], words: &str) -> Answer<()> {
    if messages.len() <= store::AT_ONCE {
        return Ok(store::index_without(tx, messages, words).await?);
    }
    let newest = messages.iter().skip(messages.len() - store::AT_ONCE);
    let at_once: Vec<MessageId> = messages.iter().take(1).chain(newest).cloned().collect();
    store::find_again(tx, &at_once).await?;
    let job = NewJob::new(PURGE_LANE, INDEX_JOB).key(format!("{INDEX_JOB}:{id}")).payload(id.as_str());
    Ok(tx.enqueue(job).await?)
}

/// Job: what a conversation and its side threads are called now finds all of its messages, and what they were called
/// before finds none. In steps, each a transaction of its own.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn index_anew(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id: ConversationId = job.payload.parse().context("the job names no conversation")?;
    let messages = store::message_ids(&mut p.db.read().await?, &id).await?;
    for some in messages.chunks(store::AT_ONCE) {
        let mut tx = p.begin().await?;
        // Nobody calls it otherwise between reading and writing.
        store::hold_even_deleted(&mut tx, &id).await?;
        store::find_again(&mut tx, some).await?;
        tx.commit().await?;
    }
    let mut tx = p.begin().await?;
    let subject = format!("conversation:{id}");
    let facts = log::history(&mut tx, &subject, FACTS_MOST).await?;
    let before = facts.iter().filter_map(|fact| match fact.read::<ConversationEvent>()? {
        ConversationEvent::SubjectChanged { from, .. } | ConversationEvent::SideRenamed { from, .. } => Some(from),
        _ => None,
    });
    let before = before.collect::<Vec<_>>().join("\n");
    store::forget_words(&mut tx, &before).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}
