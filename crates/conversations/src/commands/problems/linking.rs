//! Which conversations have a cause in common: linked, linked no more, and what becomes of it when two become one.

use base::{Action, Actor, Scope, allowed};
use platform::{Fault, Platform, Tx};

use super::tell;
use crate::commands::{Answer, CommandError, load_to};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, ProblemId};
use crate::model::{Conversation, Problem, ProblemChange, ProblemLink};
use crate::rules::problems::OF_CONVERSATION_MOST;
use crate::rules::states::Refusal;
use crate::store::{self, MovedProblem};

/// Says that a conversation has this cause, too. One that comes after the problem was solved is told as its return.
///
/// # Errors
/// [`Refusal::NoSuchProblem`] when there is none for the actor, [`Refusal::TooManyProblems`].
pub async fn link_problem(p: &Platform, actor: &Actor, id: &ConversationId, problem: &ProblemId) -> Answer<()> {
    let (mut tx, conversation, it) = both(p, actor, id, problem).await?;
    put(&mut tx, actor, &conversation, &it).await?;
    Ok(tx.commit().await?)
}

/// Links the two, which are held, and tells of it; nothing happens where they are linked.
pub(super) async fn put(tx: &mut Tx, actor: &Actor, conversation: &Conversation, it: &Problem) -> Answer<()> {
    let problem = &it.id;
    let links = store::problem_links(tx, &conversation.id).await?;
    if links.iter().any(|link| link.problem == *problem) {
        return Ok(());
    }
    if links.len() >= OF_CONVERSATION_MOST {
        return Err(Refusal::TooManyProblems.into());
    }
    let (now, again) = (tx.now(), it.state.is_solved());
    let link = ProblemLink {
        problem: problem.clone(),
        conversation: conversation.id.clone(),
        person: conversation.person.clone(),
        at: now,
        again,
        draft: None,
        drafted_at: None,
        language: None,
    };
    store::put_problem_link(tx, &link, conversation).await?;
    store::count_problem(tx, problem).await?;
    store::met_problem(tx, problem, now).await?;
    let change = if again { ProblemChange::CameBack } else { ProblemChange::Linked };
    tell(tx, actor, it, change, Some(conversation.number)).await?;
    Ok(told(tx, actor, &conversation.id, it, Some(again)).await?)
}

/// Says that it has another cause.
///
/// # Errors
/// [`Refusal::NoSuchProblem`] when there is none for the actor.
pub async fn unlink_problem(p: &Platform, actor: &Actor, id: &ConversationId, problem: &ProblemId) -> Answer<()> {
    let (mut tx, conversation, it) = both(p, actor, id, problem).await?;
    if !store::remove_problem_link(&mut tx, problem, &conversation.id).await? {
        return Ok(());
    }
    store::count_problem(&mut tx, problem).await?;
    tell(&mut tx, actor, &it, ProblemChange::Unlinked, Some(conversation.number)).await?;
    told(&mut tx, actor, &conversation.id, &it, None).await?;
    Ok(tx.commit().await?)
}

/// The conversation, which whoever writes notes there may link, and the problem; both are held.
async fn both(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    problem: &ProblemId,
) -> Answer<(Tx, Conversation, Problem)> {
    let scope: Scope = allowed(actor, Action::NoteConversations)?;
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, &id).await?;
    let it = store::hold_problem(&mut tx, &scope, problem).await?;
    let it = it.ok_or(CommandError::Refused(Refusal::NoSuchProblem))?;
    Ok((tx, conversation, it))
}

/// The same as its conversation tells it: linked, after it was solved or before; or linked no more.
async fn told(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &ConversationId,
    it: &Problem,
    linked: Option<bool>,
) -> Result<(), Fault> {
    let event = ConversationEvent::ProblemLinked {
        conversation: conversation.clone(),
        problem: it.id.clone(),
        title: it.of.title.clone(),
        linked: linked.is_some(),
        again: linked.unwrap_or_default(),
    };
    tx.record(&event, actor, None).await
}

/// What the one has in common with others the other has when it becomes part of it. Answers what to bring back.
pub(in crate::commands) async fn bring(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
) -> Result<Vec<MovedProblem>, Fault> {
    let mut links = store::problem_links(tx, &source.id).await?;
    links.sort_by(|one, other| one.problem.cmp(&other.problem));
    let mut moved = Vec::new();
    for link in links {
        let there = store::problem_link(tx, &link.problem, &target.id).await?;
        if there.is_none() {
            store::put_problem_link(tx, &ProblemLink { conversation: target.id.clone(), ..link.clone() }, target)
                .await?;
        }
        store::remove_problem_link(tx, &link.problem, &source.id).await?;
        store::count_problem(tx, &link.problem).await?;
        moved.push(MovedProblem { problem: link.problem, at: link.at, again: link.again, new: there.is_none() });
    }
    Ok(moved)
}

/// Brings it back, as far as the problems are still there. What was drafted meanwhile stays where its draft is.
pub(in crate::commands) async fn take_back(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
    moved: &[MovedProblem],
) -> Result<(), Fault> {
    for one in moved {
        if store::hold_problem(tx, &Scope::All, &one.problem).await?.is_none() {
            continue;
        }
        let there = store::problem_link(tx, &one.problem, &target.id).await?;
        let draft = there.filter(|_| one.new);
        if one.new {
            store::remove_problem_link(tx, &one.problem, &target.id).await?;
        }
        let link = ProblemLink {
            problem: one.problem.clone(),
            conversation: source.id.clone(),
            person: source.person.clone(),
            at: one.at,
            again: one.again,
            draft: draft.as_ref().and_then(|link| link.draft.clone()),
            drafted_at: draft.as_ref().and_then(|link| link.drafted_at),
            language: draft.and_then(|link| link.language),
        };
        store::put_problem_link(tx, &link, source).await?;
        store::count_problem(tx, &one.problem).await?;
    }
    Ok(())
}
