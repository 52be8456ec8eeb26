//! Conversations that are deleted: out of everything at once, to be put back for a while, then gone for good.
//!
//! What had become part of one goes and comes back with it. Gone for good means what erasing a customer means: no text,
//! file, mail or word of the index is left, and no word in the history; that a conversation of this number took place,
//! and when, stays.

use std::collections::HashSet;

use base::{Action, Actor, Instant, Scope, allowed};
use jiff::SignedDuration;
use people::privacy::{self, Holders};
use platform::backup::takeout;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, CommandError, PURGE_JOB, PURGE_LANE, actor_name, clocks, closing, promising, snoozing};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, StepId};
use crate::model::{Conversation, State};
use crate::rules::departments::reaches;
use crate::rules::redacting::MARK;
use crate::rules::states::Refusal;
use crate::{settings, store};

/// The least and most days for which what is deleted is kept.
pub const DELETED_DAYS: std::ops::RangeInclusive<i64> = 1..=3650;

/// Deletes a conversation, and what became part of it.
///
/// # Errors
/// [`Refusal::GoesOut`] while a reply waits or is on its way.
pub async fn delete(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Delete).await
}

/// Deletes it, as part of more.
pub(super) async fn remove(tx: &mut Tx, actor: &Actor, before: &Conversation) -> Answer<()> {
    let mut family = vec![before.clone()];
    let mut next = 0;
    while let Some(one) = family.get(next) {
        for (merged, _) in store::merged_into(tx, &one.id.clone()).await? {
            let known = family.iter().any(|other| other.id == merged);
            if let Some(one) = store::find_for_update(tx, &Scope::All, &merged).await?.filter(|_| !known) {
                family.push(one);
            }
        }
        next += 1;
    }
    let (now, by) = (tx.now(), actor_name(tx, actor).await?);
    let staff = actor.staff_id().unwrap_or_default().to_owned();
    for one in &family {
        if store::goes_out_of(tx, &one.id).await? {
            return Err(Refusal::GoesOut.into());
        }
        store::save(tx, one, &Conversation { deleted: Some(now), ..one.clone() }).await?;
        store::mark_deleted(tx, &one.id, &staff, &before.id).await?;
        let (conversation, number) = (one.id.clone(), one.number);
        tx.record(&ConversationEvent::Deleted { conversation, number, by: by.clone() }, actor, None).await?;
    }
    Ok(wait(tx, &before.id, now).await?)
}

/// Leaves a job for the time when it goes for good.
async fn wait(tx: &mut Tx, id: &ConversationId, deleted: Instant) -> Result<(), Fault> {
    let due = over(tx, deleted).await?;
    let job = NewJob::new(PURGE_LANE, PURGE_JOB).key(format!("{PURGE_JOB}:{id}")).payload(id.as_str());
    tx.enqueue(job.at_business_time(due)).await
}

/// When it goes for good.
async fn over(tx: &mut Tx, deleted: Instant) -> Result<Instant, Fault> {
    let days = settings::manners(tx).await?.deleted_days.clamp(*DELETED_DAYS.start(), *DELETED_DAYS.end());
    Ok(deleted.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Instant::MAX))
}

/// A deleted conversation that the actor may put back or let go.
async fn deleted(tx: &mut Tx, actor: &Actor, id: &ConversationId) -> Answer<Conversation> {
    let scope = allowed(actor, Action::DeleteConversations)?;
    let there = store::deleted_with(tx, id).await?.contains(id);
    let found = store::hold_even_deleted(tx, id).await?;
    let found = found.filter(|it| there && it.deleted.is_some() && reaches(&scope, it.department.as_ref()));
    found.ok_or(CommandError::NotFound)
}

/// Puts a deleted conversation back where it was.
///
/// # Errors
/// When the actor may not, or it is not there any more.
pub async fn restore(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let it = deleted(&mut tx, actor, id).await?;
    put_back(&mut tx, actor, &it).await?;
    Ok(tx.commit().await?)
}

/// Puts it back, as part of more, with all that was deleted with it.
pub(super) async fn put_back(tx: &mut Tx, actor: &Actor, it: &Conversation) -> Answer<()> {
    let _ = allowed(actor, Action::DeleteConversations)?;
    let by = actor_name(tx, actor).await?;
    for id in store::deleted_with(tx, &it.id).await? {
        let Some(before) = store::hold_even_deleted(tx, &id).await? else { continue };
        let after = Conversation { deleted: None, ..before.clone() };
        store::save(tx, &before, &after).await?;
        // If its time is over by now, it wakes at once, with all that belongs to it.
        snoozing::watch(tx, &after).await?;
        store::unmark_deleted(tx, &id).await?;
        clocks::watch(tx, &after).await?;
        promising::watch_all(tx, &id).await?;
        if after.state == State::Solved {
            closing::watch_quiet(tx, &after).await?;
        }
        let number = after.number;
        tx.record(&ConversationEvent::Restored { conversation: id, number, by: by.clone() }, actor, None).await?;
    }
    Ok(())
}

/// Lets a deleted conversation go for good, before its time.
///
/// # Errors
/// See [`restore`].
pub async fn erase_deleted(p: &Platform, actor: &Actor, holders: Holders, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let it = deleted(&mut tx, actor, id).await?;
    erase(p, &mut tx, actor, holders, &it).await?;
    takeout::erased(&mut tx).await?;
    Ok(tx.commit().await?)
}

async fn erase(p: &Platform, tx: &mut Tx, actor: &Actor, holders: Holders, it: &Conversation) -> Answer<()> {
    let (now, by) = (tx.now(), actor_name(tx, actor).await?);
    let family = store::deleted_with(tx, &it.id).await?;
    let (mut ids, mut blobs, mut documents) = (HashSet::new(), std::collections::BTreeSet::new(), Vec::new());
    let mut messages = Vec::new();
    for id in &family {
        messages.extend(store::message_ids(tx, id).await?);
    }
    for message in &messages {
        documents.extend(store::findable(tx, message).await?);
    }
    for message in &messages {
        blobs.extend(store::empty_message(tx, message, MARK).await?.0);
        ids.insert(message.to_string());
    }
    store::forget_copies(tx, &messages).await?;
    for id in &family {
        for tag in store::tags_of(tx, id).await? {
            store::take_off_tag(tx, id, &tag.id).await?;
        }
        store::empty_conversation(tx, id, MARK).await?;
        store::mark_erased(tx, id, now).await?;
        ids.insert(id.to_string());
    }
    store::unfind(tx, &documents).await?;
    for id in &family {
        store::empty_history(tx, id, &|_| true).await?;
    }
    privacy::forget(p, tx, (ids, HashSet::new()), blobs, holders).await?;
    let (conversation, number) = (it.id.clone(), it.number);
    Ok(tx.record(&ConversationEvent::Erased { conversation, number, by }, actor, None).await?)
}

/// Job: a deleted conversation's time may be over.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn purge_deleted(p: &Platform, job: &Job, holders: Holders) -> Result<(), Failure> {
    let id: ConversationId =
        job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no conversation")))?;
    let mut tx = p.begin().await?;
    // Put back meanwhile, it stays; deleted anew, or kept for longer, it has another time.
    match deleted(&mut tx, &Actor::System, &id).await {
        Ok(it) => {
            let at = it.deleted.unwrap_or(Instant::MAX);
            if over(&mut tx, at).await? <= tx.now() {
                // What was packed before stays: its own time is over soon, and this happens every day.
                erase(p, &mut tx, &Actor::System, holders, &it).await.map_err(Fault::from)?;
            } else {
                wait(&mut tx, &id, at).await?;
            }
        }
        Err(CommandError::NotFound) => {}
        Err(other) => return Err(Fault::from(other).into()),
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Keeps what is deleted for so many days, also what is deleted already.
///
/// # Errors
/// When the actor may not, or the database cannot be used.
pub async fn keep_deleted(p: &Platform, actor: &Actor, days: i64) -> Answer<()> {
    let _ = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let mut manners = settings::manners(&mut tx).await?;
    manners.deleted_days = days.clamp(*DELETED_DAYS.start(), *DELETED_DAYS.end());
    settings::set_manners(&mut tx, &manners).await?;
    for (id, at) in store::all_deleted(&mut tx).await? {
        wait(&mut tx, &id, at).await?;
    }
    platform::settings::record_change(&mut tx, actor, "deleted").await?;
    Ok(tx.commit().await?)
}
