//! Everything that can happen in the community. What a customer does is asked of their own id, which comes from their
//! session; what a colleague does is asked of [`base::allowed`].

mod falling;
mod merging;
mod moving;
mod offering;
mod reviewing;
mod saying;
mod telling;
mod writing;

use base::Actor;
use people::PersonId;
use platform::{Fault, Tx};

use crate::ids::{PostId, TopicId};
use crate::model::{Member, Post, Subject, Topic};
use crate::rules::rights::Refusal;
use crate::settings::{Community, community};
use crate::store;

pub use falling::{Door, JOB as FALL_JOB, fall, take_over};
pub use merging::follow_merge;
pub use moving::{reshape, want};
pub use offering::{Choice, Offer, OfferState, Proposed, look_at, offer, propose, settle};
pub use reviewing::{Decision, decide, decide_idea, lock, merge, set_blocked, set_expert};
pub use saying::{accept, flag, follow, leave, vote};
pub use telling::{JOB as TELL_JOB, tell};
pub use writing::{Came, NewPost, NewTopic, answer, answer_as_staff, ask, edit_post, edit_topic, join};

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// It is not there, or not for this one.
    #[error("not found")]
    NotFound,
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// Something that people can mend.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Our fault.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<base::Forbidden> for CommandError {
    fn from(_: base::Forbidden) -> Self {
        Self::Forbidden
    }
}

/// What a command answers.
pub type Answer<T> = Result<T, CommandError>;

fn customer(person: &PersonId) -> Actor {
    Actor::Customer { id: person.to_string() }
}

/// How the community is, where there is one.
async fn open(tx: &mut Tx) -> Answer<Community> {
    Some(community(tx).await?).filter(|community| community.on).ok_or(CommandError::NotFound)
}

async fn member(tx: &mut Tx, person: &PersonId) -> Answer<Member> {
    Ok(store::member(tx, person).await?.ok_or(Refusal::NoName)?)
}

async fn topic(tx: &mut Tx, id: &TopicId) -> Answer<Topic> {
    store::lock(tx, id).await?.ok_or(CommandError::NotFound)
}

/// A topic that readers see.
async fn public_topic(tx: &mut Tx, id: &TopicId) -> Answer<Topic> {
    Some(topic(tx, id).await?).filter(Topic::is_public).ok_or(CommandError::NotFound)
}

/// A post, and its topic, which is held.
async fn post(tx: &mut Tx, id: &PostId) -> Answer<(Topic, Post)> {
    let found = store::post(tx, id).await?.ok_or(CommandError::NotFound)?;
    let topic = topic(tx, &found.topic).await?;
    // Its topic may have become part of another until it was held; then it is read anew.
    let found = store::post(tx, id).await?.filter(|post| post.topic == topic.id).ok_or(CommandError::NotFound)?;
    Ok((topic, found))
}

/// Of a subject: its topic, which is held, and the post, if it is one.
async fn subject(tx: &mut Tx, id: &Subject) -> Answer<(Topic, Option<Post>)> {
    match id {
        Subject::Topic(id) => Ok((topic(tx, id).await?, None)),
        Subject::Post(id) => post(tx, id).await.map(|(topic, post)| (topic, Some(post))),
    }
}

/// Keeps a topic as it is now, with what follows from whether it is shown.
async fn save_topic(tx: &mut Tx, before: &Topic, after: &Topic) -> Answer<()> {
    store::save(tx, after).await?;
    if let (Some(person), by @ (-1 | 1)) = (&after.person, i64::from(after.is_public()) - i64::from(before.is_public()))
    {
        store::count_published(tx, person, by).await?;
    }
    Ok(())
}

/// The same of a post; how many answers its topic has is counted anew.
async fn save_post(tx: &mut Tx, topic: &Topic, before: &Post, after: &Post) -> Answer<()> {
    store::save_post(tx, after).await?;
    if let (Some(person), by @ (-1 | 1)) = (&after.person, i64::from(after.is_public()) - i64::from(before.is_public()))
    {
        store::count_published(tx, person, by).await?;
    }
    recount(tx, topic).await
}

async fn recount(tx: &mut Tx, topic: &Topic) -> Answer<()> {
    let answers = store::count_answers(tx, &topic.id).await?;
    // What helped must be there to be read.
    let stays = match &topic.accepted {
        Some(accepted) => {
            store::post(tx, accepted).await?.is_some_and(|post| post.is_public() && post.topic == topic.id)
        }
        None => true,
    };
    let accepted = topic.accepted.clone().filter(|_| stays);
    if topic.answers != answers || topic.accepted != accepted {
        store::save(tx, &Topic { answers, accepted, ..topic.clone() }).await?;
    }
    Ok(())
}
