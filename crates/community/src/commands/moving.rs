//! Where something is listed, and who wants it that said so elsewhere.

use base::{Action, Actor, allowed};
use people::{PersonId, person};
use platform::Platform;

use super::{Answer, CommandError, falling, open, public_topic, save_topic};
use crate::events::CommunityEvent;
use crate::ids::TopicId;
use crate::model::{Idea, Kind, Subject, Topic};
use crate::rules::rights::{self, Refusal};
use crate::store;

/// Lists a topic as another kind, and under these tags alone. A question that becomes an idea has no accepted answer any
/// more; an idea that becomes a question waits for one from now on.
///
/// # Errors
/// Not found when it is not shown; refused when the actor may not.
pub async fn reshape(p: &Platform, actor: &Actor, id: &TopicId, kind: Kind, tags: &str) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let before = public_topic(&mut tx, id).await?;
    let (tags, had) = (rights::tags(tags), store::tags(&mut tx, id).await?);
    let same = tags.len() == had.len() && tags.iter().all(|tag| had.contains(tag));
    if before.kind == kind && same {
        return Ok(tx.commit().await?);
    }
    if before.kind != kind {
        let mut after = Topic { kind, idea: Idea::New, reason: String::new(), accepted: None, ..before.clone() };
        match kind {
            Kind::Idea => after.due = None,
            Kind::Question => {
                let it = open(&mut tx).await?;
                falling::watch(&mut tx, &it, &mut after).await?;
            }
        }
        save_topic(&mut tx, &before, &after).await?;
    }
    store::set_tags(&mut tx, id, &tags).await?;
    tx.record(&CommunityEvent::TopicMoved { topic: id.clone(), kind }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Notes that a customer wants it, too, who said so elsewhere; or takes that back. They need no name in the community:
/// nobody but colleagues reads who wants what.
///
/// # Errors
/// [`Refusal::Own`]; not found when the topic is not shown or there is no such customer; refused when the actor may not.
pub async fn want(p: &Platform, actor: &Actor, id: &TopicId, customer: &PersonId, on: bool) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let scope = allowed(actor, Action::ReadPeople)?;
    let mut tx = p.begin().await?;
    let before = public_topic(&mut tx, id).await?;
    if on {
        person::find(&mut tx, &scope, customer).await?.ok_or(CommandError::NotFound)?;
        if before.person.as_ref() == Some(customer) {
            return Err(Refusal::Own.into());
        }
    }
    if store::vote(&mut tx, &Subject::Topic(id.clone()), customer, on).await? {
        let votes = store::count_votes(&mut tx, id).await?;
        save_topic(&mut tx, &before, &Topic { votes, ..before.clone() }).await?;
    }
    Ok(tx.commit().await?)
}
