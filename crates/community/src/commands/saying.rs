//! What readers say with a press: that it helped them or whoever asked, that it should not stand there, that they want
//! to hear more, that they leave.

use people::PersonId;
use platform::Platform;

use super::{Answer, CommandError, customer, member, open, post, public_topic, save_post, save_topic, subject};
use crate::events::CommunityEvent;
use crate::ids::{PostId, TopicId};
use crate::model::{Post, Subject, Topic};
use crate::rules::flags::{self, Why};
use crate::rules::rights;
use crate::rules::rights::Refusal;
use crate::store;

/// Says that something helped, or takes that back. Each member has one voice.
///
/// # Errors
/// [`Refusal::NoName`], those of [`rights::may_vote`]; not found when it is not shown.
pub async fn vote(p: &Platform, person: &PersonId, id: &Subject, on: bool) -> Answer<TopicId> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let member = member(&mut tx, person).await?;
    let (topic, post) = subject(&mut tx, id).await?;
    shown(&topic, post.as_ref())?;
    let author = post.as_ref().map_or(topic.person.as_ref(), |post| post.person.as_ref());
    rights::may_vote(&member, author)?;
    if store::vote(&mut tx, id, person, on).await? {
        let by = if on { 1 } else { -1 };
        match post {
            Some(before) => {
                let after = Post { votes: before.votes + by, ..before.clone() };
                save_post(&mut tx, &topic, &before, &after).await?;
            }
            None => save_topic(&mut tx, &topic, &Topic { votes: topic.votes + by, ..topic.clone() }).await?,
        }
    }
    tx.commit().await?;
    Ok(topic.id)
}

fn shown(topic: &Topic, post: Option<&Post>) -> Answer<()> {
    if topic.is_public() && post.is_none_or(Post::is_public) { Ok(()) } else { Err(CommandError::NotFound) }
}

/// Says which answer helped, or, of the one that did, that it does not any more.
///
/// # Errors
/// Those of [`rights::may_accept`].
pub async fn accept(p: &Platform, person: &PersonId, id: &PostId) -> Answer<TopicId> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let (topic, post) = post(&mut tx, id).await?;
    rights::may_accept(person, &topic, &post)?;
    let before = match &topic.accepted {
        Some(before) => store::post(&mut tx, before).await?,
        None => None,
    };
    if let Some(author) = before.as_ref().and_then(|before| before.person.as_ref()).filter(|author| *author != person) {
        store::count_accepted(&mut tx, author, -1).await?;
    }
    let again = topic.accepted.as_ref() == Some(id);
    if let Some(author) = post.person.as_ref().filter(|author| !again && *author != person) {
        store::count_accepted(&mut tx, author, 1).await?;
    }
    let accepted = (!again).then(|| id.clone());
    store::save(&mut tx, &Topic { accepted, ..topic.clone() }).await?;
    if !again {
        let event = CommunityEvent::AnswerAccepted { topic: topic.id.clone(), post: id.clone() };
        tx.record(&event, &customer(person), None).await?;
    }
    tx.commit().await?;
    Ok(topic.id)
}

/// Says that something should not stand there. A colleague looks; what several flagged is out of sight until then.
///
/// # Errors
/// [`Refusal::NoName`], [`Refusal::Blocked`]; not found when it is not shown.
pub async fn flag(p: &Platform, person: &PersonId, id: &Subject, why: Why) -> Answer<TopicId> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    if member(&mut tx, person).await?.blocked {
        return Err(Refusal::Blocked.into());
    }
    let (topic, post) = subject(&mut tx, id).await?;
    shown(&topic, post.as_ref())?;
    if let Some(count) = store::flag(&mut tx, id, person, why.code()).await? {
        store::review(&mut tx, id, &topic.id, &[why.code()]).await?;
        let by_staff = post.as_ref().is_some_and(|post| post.staff.is_some());
        if flags::hides(count, by_staff, store::is_looked_at(&mut tx, id).await?) {
            match post {
                Some(before) => {
                    save_post(&mut tx, &topic, &before, &Post { waits: true, ..before.clone() }).await?;
                }
                None => save_topic(&mut tx, &topic, &Topic { waits: true, ..topic.clone() }).await?,
            }
        }
        let event = CommunityEvent::TopicFlagged { topic: topic.id.clone(), subject: id.as_str().to_owned() };
        tx.record(&event, &customer(person), None).await?;
    }
    tx.commit().await?;
    Ok(topic.id)
}

/// Wants to hear of what comes, or no more.
///
/// # Errors
/// [`Refusal::NoName`]; not found when it is not shown.
pub async fn follow(p: &Platform, person: &PersonId, id: &TopicId, on: bool) -> Answer<()> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    member(&mut tx, person).await?;
    public_topic(&mut tx, id).await?;
    store::follow(&mut tx, id, person, on).await?;
    Ok(tx.commit().await?)
}

/// Leaves: the name is gone, and what was written stays without it.
///
/// # Errors
/// When the database cannot be used; [`Refusal::Blocked`], or else who is blocked could come back as somebody new.
pub async fn leave(p: &Platform, person: &PersonId) -> Answer<()> {
    let mut tx = p.begin().await?;
    if store::member(&mut tx, person).await?.is_some_and(|member| member.blocked) {
        return Err(Refusal::Blocked.into());
    }
    store::anonymise(&mut tx, person).await?;
    Ok(tx.commit().await?)
}
