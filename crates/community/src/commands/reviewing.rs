//! What colleagues do: look at what waits, lock, merge, mark who knows well, decide about ideas.

use base::{Action, Actor, allowed};
use people::PersonId;
use people::person::clean_line;
use platform::Platform;

use super::{Answer, CommandError, falling, public_topic, save_post, save_topic, subject, telling, topic};
use crate::events::CommunityEvent;
use crate::ids::TopicId;
use crate::marked::MemberEvent;
use crate::model::{Idea, Kind, Post, Subject, Topic, TopicState};
use crate::rules::rights::Refusal;
use crate::settings::community;
use crate::store;

/// Longest reason for declining an idea, in characters.
const REASON_MOST: usize = 500;

/// What a colleague who looked decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It stands there.
    Show,
    /// It does not.
    Hide,
    /// It does not, and whoever wrote it writes no more.
    Block,
}

impl Decision {
    /// Reads what a form sends: `show`, `hide`, `block`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "show" => Some(Self::Show),
            "hide" => Some(Self::Hide),
            "block" => Some(Self::Block),
            _ => None,
        }
    }
}

/// Decides about something, whether it waited for a look or not.
///
/// # Errors
/// Not found when it is not there or part of another by now; refused when the actor may not.
pub async fn decide(p: &Platform, actor: &Actor, id: &Subject, decision: Decision) -> Answer<TopicId> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let (topic, post) = subject(&mut tx, id).await?;
    if topic.state == TopicState::Merged && post.is_none() {
        return Err(CommandError::NotFound);
    }
    let shown = decision == Decision::Show;
    let author = post.as_ref().map_or(topic.person.clone(), |post| post.person.clone());
    match &post {
        Some(before) => {
            let after = Post { waits: false, hidden: !shown, ..before.clone() };
            save_post(&mut tx, &topic, before, &after).await?;
            if shown && !before.is_public() && topic.is_public() {
                telling::about(&mut tx, &topic.id, before.person.as_ref()).await?;
            }
        }
        None => {
            let state = match (shown, topic.state) {
                (false, _) => TopicState::Hidden,
                (true, TopicState::Hidden) => TopicState::Open,
                (true, state) => state,
            };
            let mut after = Topic { waits: false, state, ..topic.clone() };
            if shown {
                let it = community(&mut tx).await?;
                falling::watch(&mut tx, &it, &mut after).await?;
            }
            save_topic(&mut tx, &topic, &after).await?;
        }
    }
    if let (Decision::Block, Some(author)) = (decision, &author) {
        store::set_blocked(&mut tx, author, true).await?;
        tx.record(&MemberEvent::Blocked { person: author.clone(), blocked: true }, actor, None).await?;
    }
    if shown {
        store::looked_at(&mut tx, id).await?;
    }
    store::clear_review(&mut tx, id).await?;
    let event = CommunityEvent::TopicReviewed { topic: topic.id.clone(), subject: id.as_str().to_owned(), shown };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(topic.id)
}

/// Locks a topic, or lets everybody write again.
///
/// # Errors
/// Not found when it is not shown; refused when the actor may not.
pub async fn lock(p: &Platform, actor: &Actor, id: &TopicId, locked: bool) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let before = public_topic(&mut tx, id).await?;
    let state = if locked { TopicState::Locked } else { TopicState::Open };
    if before.state != state {
        save_topic(&mut tx, &before, &Topic { state, ..before.clone() }).await?;
        tx.record(&CommunityEvent::TopicLocked { topic: id.clone(), locked }, actor, None).await?;
    }
    Ok(tx.commit().await?)
}

/// Makes a topic part of another: its answers move there, and its address leads there.
///
/// # Errors
/// [`Refusal::NoMerge`] with itself, with another kind, or with what is not shown; refused when the actor may not.
pub async fn merge(p: &Platform, actor: &Actor, id: &TopicId, into: &TopicId) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    if id == into {
        return Err(Refusal::NoMerge.into());
    }
    let mut tx = p.begin().await?;
    // Held in the order of their ids, so that two merges crosswise do not wait for each other.
    let (first, second) = if id < into { (id, into) } else { (into, id) };
    let (first, second) = (topic(&mut tx, first).await?, topic(&mut tx, second).await?);
    let (from, to) = if first.id == *id { (first, second) } else { (second, first) };
    if !to.is_public() || from.state == TopicState::Merged || from.kind != to.kind {
        return Err(Refusal::NoMerge.into());
    }
    store::move_posts(&mut tx, id, into).await?;
    let after = Topic {
        state: TopicState::Merged,
        merged_into: Some(into.clone()),
        answers: 0,
        accepted: None,
        waits: false,
        ..from.clone()
    };
    save_topic(&mut tx, &from, &after).await?;
    // Whoever wanted the one wants the other, and hears what becomes of it.
    store::move_wishes(&mut tx, id, into).await?;
    if let Some(person) = &from.person {
        store::follow(&mut tx, into, person, true).await?;
        if to.person.as_ref() != Some(person) {
            store::vote(&mut tx, &Subject::Topic(into.clone()), person, true).await?;
        }
    }
    if let Some(person) = &to.person {
        // Nobody votes for their own.
        store::vote(&mut tx, &Subject::Topic(into.clone()), person, false).await?;
    }
    let votes = store::count_votes(&mut tx, into).await?;
    let to = Topic { votes, ..to };
    store::save(&mut tx, &to).await?;
    super::recount(&mut tx, &to).await?;
    store::clear_review(&mut tx, &Subject::Topic(id.clone())).await?;
    tx.record(&CommunityEvent::TopicMerged { topic: id.clone(), into: into.clone() }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Says whether a member knows well: others see it beside their name.
///
/// # Errors
/// Not found when they are no member; refused when the actor may not.
pub async fn set_expert(p: &Platform, actor: &Actor, person: &PersonId, expert: bool) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let before = store::member(&mut tx, person).await?.ok_or(CommandError::NotFound)?;
    if before.expert != expert {
        store::set_expert(&mut tx, person, expert).await?;
        tx.record(&MemberEvent::Marked { person: person.clone(), expert }, actor, None).await?;
    }
    Ok(tx.commit().await?)
}

/// Says whether a member may not write any more.
///
/// # Errors
/// See [`set_expert`].
pub async fn set_blocked(p: &Platform, actor: &Actor, person: &PersonId, blocked: bool) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let before = store::member(&mut tx, person).await?.ok_or(CommandError::NotFound)?;
    if before.blocked != blocked {
        store::set_blocked(&mut tx, person, blocked).await?;
        tx.record(&MemberEvent::Blocked { person: person.clone(), blocked }, actor, None).await?;
    }
    Ok(tx.commit().await?)
}

/// Decides what becomes of an idea; who brought it and who follows it is told.
///
/// # Errors
/// [`Refusal::NoReason`]; not found when it is no idea that is shown; refused when the actor may not.
pub async fn decide_idea(p: &Platform, actor: &Actor, id: &TopicId, idea: Idea, reason: &str) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let reason = clean_line(reason, REASON_MOST);
    if idea == Idea::Declined && reason.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    let mut tx = p.begin().await?;
    let before = Some(public_topic(&mut tx, id).await?).filter(|topic| topic.kind == Kind::Idea);
    let before = before.ok_or(CommandError::NotFound)?;
    if (before.idea, before.reason.as_str()) != (idea, reason.as_str()) {
        save_topic(&mut tx, &before, &Topic { idea, reason, ..before.clone() }).await?;
        telling::decided(&mut tx, id).await?;
        tx.record(&CommunityEvent::IdeaDecided { topic: id.clone(), idea }, actor, None).await?;
    }
    Ok(tx.commit().await?)
}
