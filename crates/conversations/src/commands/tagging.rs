//! Words that colleagues put on conversations, and what becomes of the words themselves.

use std::collections::BTreeSet;

use base::{Action, Actor, allowed};
use platform::{Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, CommandError, service};
use crate::events::{ConversationEvent, TagEvent};
use crate::ids::{ConversationId, StepId, TagId};
use crate::model::{Conversation, Tag, TagTone};
use crate::rules::states::Refusal;
use crate::rules::tags;
use crate::store;

/// Puts words on a conversation; a word that is new is a new tag from then on.
///
/// # Errors
/// [`Refusal::NoTag`] without one.
pub async fn tag(p: &Platform, actor: &Actor, id: &ConversationId, names: &[String]) -> Answer<Option<StepId>> {
    retag(p, actor, id, names, &[]).await
}

/// Takes words off a conversation and puts others on it, in one step.
///
/// # Errors
/// [`Refusal::NoTag`] without any.
pub async fn retag(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    add: &[String],
    remove: &[String],
) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Tags { add, remove }).await
}

/// Takes words off and puts others on, as part of more.
pub(super) async fn sort(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    add: &[String],
    remove: &[String],
) -> Answer<()> {
    let add: Vec<String> = add.iter().flat_map(|name| tags::names(name)).take(tags::MOST).collect();
    let remove: Vec<String> = remove.iter().flat_map(|name| tags::names(name)).collect();
    if add.is_empty() && remove.is_empty() {
        return Err(Refusal::NoTag.into());
    }
    take_off(tx, actor, id, remove).await?;
    put(tx, actor, id, add).await.map(drop)
}

/// Puts on it what stands in `wanted` and takes off what does not, where it bears `now`.
///
/// # Errors
/// [`Refusal::ChangedSince`] when a tag that it bore is there no more.
pub(super) async fn set(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    now: &BTreeSet<TagId>,
    wanted: &BTreeSet<TagId>,
) -> Answer<()> {
    let (mut on, mut off) = (Vec::new(), Vec::new());
    for tag in wanted.difference(now) {
        on.push(store::find_tag(tx, tag).await?.ok_or(Refusal::ChangedSince)?.name);
        store::put_tag(tx, id, tag).await?;
    }
    for tag in now.difference(wanted) {
        off.extend(store::find_tag(tx, tag).await?.map(|tag| tag.name));
        store::take_off_tag(tx, id, tag).await?;
    }
    told_off(tx, actor, id, off).await?;
    tell(tx, actor, id, on).await
}

/// Puts these words on it; answers those that were not there.
pub(super) async fn put(tx: &mut Tx, actor: &Actor, id: &ConversationId, names: Vec<String>) -> Answer<Vec<TagId>> {
    let (mut new, mut said) = (Vec::new(), Vec::new());
    for name in names {
        let tag = Tag { id: TagId::next(&tx.ids(), tx.now()), name, tone: TagTone::default() };
        let folded = tags::fold(&tag.name);
        let tag = store::make_tag(tx, &tag, &folded).await?;
        if store::put_tag(tx, id, &tag.id).await? {
            new.push(tag.id);
            said.push(tag.name);
        }
    }
    tell(tx, actor, id, said).await?;
    Ok(new)
}

/// Takes words off a conversation, by name. What it does not bear, it does not bear.
///
/// # Errors
/// [`Refusal::NoTag`] without one.
pub async fn untag(p: &Platform, actor: &Actor, id: &ConversationId, names: &[String]) -> Answer<Option<StepId>> {
    retag(p, actor, id, &[], names).await
}

/// Takes these words off it; answers those that were there.
pub(super) async fn take_off(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    names: Vec<String>,
) -> Answer<Vec<TagId>> {
    let (mut gone, mut said) = (Vec::new(), Vec::new());
    for name in names {
        let Some(tag) = store::tag_named(tx, &tags::fold(&name)).await? else { continue };
        if store::take_off_tag(tx, id, &tag.id).await? {
            gone.push(tag.id);
            said.push(tag.name);
        }
    }
    told_off(tx, actor, id, said).await?;
    Ok(gone)
}

async fn told_off(tx: &mut Tx, actor: &Actor, conversation: &ConversationId, tags: Vec<String>) -> Answer<()> {
    if tags.is_empty() {
        return Ok(());
    }
    let event = ConversationEvent::Untagged { conversation: conversation.clone(), tags };
    Ok(tx.record(&event, actor, None).await?)
}

async fn tell(tx: &mut Tx, actor: &Actor, conversation: &ConversationId, tags: Vec<String>) -> Answer<()> {
    if tags.is_empty() {
        return Ok(());
    }
    let event = ConversationEvent::Tagged { conversation: conversation.clone(), tags };
    Ok(tx.record(&event, actor, None).await?)
}

/// What the one bears goes to the other when it becomes part of it. Answers what the one bore, and what is new there.
pub(super) async fn bring(
    tx: &mut Tx,
    actor: &Actor,
    source: &Conversation,
    target: &Conversation,
) -> Answer<(Vec<TagId>, Vec<TagId>)> {
    let (mut bore, mut brought, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for tag in store::tags_of(tx, &source.id).await? {
        store::take_off_tag(tx, &source.id, &tag.id).await?;
        if store::put_tag(tx, &target.id, &tag.id).await? {
            brought.push(tag.id.clone());
            names.push(tag.name);
        }
        bore.push(tag.id);
    }
    tell(tx, actor, &target.id, names).await?;
    Ok((bore, brought))
}

/// Gives it back, as far as the tags are still there.
pub(super) async fn take_back(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
    bore: &[TagId],
    brought: &[TagId],
) -> Answer<()> {
    for tag in brought {
        store::take_off_tag(tx, &target.id, tag).await?;
    }
    for tag in bore {
        store::put_tag(tx, &source.id, tag).await?;
    }
    Ok(())
}

/// Makes a tag that nothing bears yet.
///
/// # Errors
/// [`Refusal::NoTag`] without a name, [`Refusal::TagTaken`] when another is called so.
pub async fn make_tag(p: &Platform, actor: &Actor, name: &str, tone: TagTone) -> Answer<TagId> {
    let _ = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let name = tags::name(name).ok_or(Refusal::NoTag)?;
    let folded = tags::fold(&name);
    let tag = Tag { id: TagId::next(&tx.ids(), tx.now()), name, tone };
    if store::make_tag(&mut tx, &tag, &folded).await?.id != tag.id {
        return Err(Refusal::TagTaken.into());
    }
    let event = TagEvent::Made { tag: tag.id.clone(), name: tag.name };
    told(tx, actor, &event).await?;
    Ok(tag.id)
}

/// Gives a tag another name or colour, on everything that bears it.
///
/// # Errors
/// [`Refusal::NoTag`] without a name, [`Refusal::TagTaken`] when another is called so.
pub async fn change_tag(p: &Platform, actor: &Actor, id: &TagId, name: &str, tone: TagTone) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = of_settings(&mut tx, actor, id).await?;
    let name = tags::name(name).ok_or(Refusal::NoTag)?;
    let folded = tags::fold(&name);
    if store::tag_named(&mut tx, &folded).await?.is_some_and(|other| other.id != *id) {
        return Err(Refusal::TagTaken.into());
    }
    let after = Tag { id: id.clone(), name, tone };
    if after == before {
        return Ok(());
    }
    store::change_tag(&mut tx, &after, &folded).await?;
    let event = TagEvent::Changed { tag: id.clone(), from: before.name, to: after.name };
    told(tx, actor, &event).await
}

/// Makes one tag of two: what bears the one bears the other.
///
/// # Errors
/// When there is no such tag, or they are the same.
pub async fn merge_tags(p: &Platform, actor: &Actor, id: &TagId, into: &TagId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let from = of_settings(&mut tx, actor, id).await?;
    let into = of_settings(&mut tx, actor, into).await?;
    if from == into {
        return Err(CommandError::NotFound);
    }
    store::merge_tags(&mut tx, &from.id, &into.id).await?;
    let event = TagEvent::Merged { tag: from.id, name: from.name, into: into.name };
    told(tx, actor, &event).await
}

/// Takes a tag off everything and forgets it.
///
/// # Errors
/// When there is no such tag.
pub async fn remove_tag(p: &Platform, actor: &Actor, id: &TagId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let tag = of_settings(&mut tx, actor, id).await?;
    store::remove_tag(&mut tx, &tag.id).await?;
    told(tx, actor, &TagEvent::Removed { tag: tag.id, name: tag.name }).await
}

/// A tag that the actor may change for everybody.
async fn of_settings(tx: &mut Tx, actor: &Actor, id: &TagId) -> Answer<Tag> {
    let _ = allowed(actor, Action::ManageSettings)?;
    store::find_tag(tx, id).await?.ok_or(CommandError::NotFound)
}

/// Writes down what was done to a tag, and that somebody changed this page of the settings.
async fn told(mut tx: Tx, actor: &Actor, event: &TagEvent) -> Answer<()> {
    tx.record(event, actor, None).await?;
    platform::settings::record_change(&mut tx, actor, "tags").await?;
    if !matches!(event, TagEvent::Made { .. }) {
        service::look_at_all_again(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}
