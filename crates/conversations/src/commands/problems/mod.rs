//! Problems: made, changed, solved, removed. How conversations are linked with one stands in `linking.rs`, how everybody
//! who waits is told in `telling.rs`.
//!
//! Whoever holds conversations and a problem holds the conversations first; several problems in the order of their ids.

mod linking;
mod telling;

use std::collections::BTreeMap;

use base::{Action, Actor, Language, Scope, allowed};
use people::department;
use platform::{Fault, Platform, Tx};

use super::posting::staff_id;
use super::{Answer, CommandError, load};
use crate::events::ProblemEvent;
use crate::ids::{ConversationId, ProblemId};
use crate::model::{Problem, ProblemChange, ProblemCounts, ProblemState, ProblemText};
use crate::rules::departments::works_on;
use crate::rules::problems as rule;
use crate::rules::states::Refusal;
use crate::store;

pub(super) use linking::{bring, take_back};
pub use linking::{link_problem, unlink_problem};
pub use telling::{draft_answers, draft_problem_answers};

/// Makes a problem that no conversation is linked with yet.
///
/// # Errors
/// [`Refusal::NoProblemTitle`], [`Refusal::TooLong`], [`Refusal::NoSuchColleague`], [`Refusal::NoSuchDepartment`].
pub async fn make_problem(p: &Platform, actor: &Actor, of: ProblemText) -> Answer<ProblemId> {
    let mut tx = p.begin().await?;
    let it = made(&mut tx, actor, of).await?;
    tx.commit().await?;
    Ok(it.id)
}

/// Makes a problem of the cause of a conversation, which is linked with it.
///
/// # Errors
/// See [`make_problem`]; not found when there is no such conversation for the actor.
pub async fn make_problem_of(p: &Platform, actor: &Actor, id: &ConversationId, of: ProblemText) -> Answer<ProblemId> {
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load(&mut tx, actor, &id).await?;
    let it = made(&mut tx, actor, of).await?;
    linking::put(&mut tx, actor, &conversation, &it).await?;
    tx.commit().await?;
    Ok(it.id)
}

async fn made(tx: &mut Tx, actor: &Actor, of: ProblemText) -> Answer<Problem> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let of = checked(tx, &scope, of, None).await?;
    let now = tx.now();
    let it = Problem {
        id: ProblemId::next(&tx.ids(), now),
        prevented_at: of.prevented.then_some(now),
        of,
        owner_name: String::new(),
        department_name: String::new(),
        preventer_name: String::new(),
        state: ProblemState::Open,
        made_at: now,
        solved_at: None,
        solved_by: None,
        answers: BTreeMap::new(),
        linked_at: now,
        counts: ProblemCounts::default(),
    };
    store::put_problem(tx, &it).await?;
    tell(tx, actor, &it, ProblemChange::Made, None).await?;
    Ok(it)
}

/// Says something else of a problem.
///
/// # Errors
/// See [`make_problem`]; not found when there is none for the actor.
pub async fn change_problem(p: &Platform, actor: &Actor, id: &ProblemId, of: ProblemText) -> Answer<()> {
    let (mut tx, scope, before) = begin(p, actor, id).await?;
    let of = checked(&mut tx, &scope, of, Some(&before.of)).await?;
    let now = tx.now();
    let Some((after, change)) = rule::changed(&before, of, now) else { return Ok(()) };
    done(tx, actor, &after, change).await
}

/// Says that somebody is at it, or that it is open, again or still.
///
/// # Errors
/// [`Refusal::ProblemNeedsAnswer`] for solved: see [`solve_problem`].
pub async fn move_problem(p: &Platform, actor: &Actor, id: &ProblemId, to: ProblemState) -> Answer<()> {
    let (tx, _, before) = begin(p, actor, id).await?;
    match rule::moved(&before, to)? {
        Some((after, change)) => done(tx, actor, &after, change).await,
        None => Ok(()),
    }
}

/// Says that the cause of a problem is gone, and in which words everybody who waits is told. A draft of them is left in
/// each of their conversations by a job; a colleague reads and sends it.
///
/// # Errors
/// [`Refusal::ProblemNeedsAnswer`] without a text; [`Refusal::TooLong`], [`Refusal::UnknownVariable`].
pub async fn solve_problem(
    p: &Platform,
    actor: &Actor,
    id: &ProblemId,
    answers: &BTreeMap<Language, String>,
) -> Answer<()> {
    let by = staff_id(actor)?;
    let answers = rule::answers(answers)?;
    let (mut tx, _, before) = begin(p, actor, id).await?;
    let after = rule::solved(&before, answers, &by, tx.now());
    if !before.state.is_solved() {
        store::tell_problem_anew(&mut tx, id).await?;
    }
    telling::wait(&mut tx, id, telling::Whom::Waited, "").await?;
    let change = if before.state.is_solved() { ProblemChange::Changed } else { ProblemChange::Solved };
    done(tx, actor, &after, change).await
}

/// Removes a problem. Its conversations stay as they are, and what was drafted stays in them.
///
/// # Errors
/// Not found when there is none for the actor.
pub async fn remove_problem(p: &Platform, actor: &Actor, id: &ProblemId) -> Answer<()> {
    let (mut tx, _, before) = begin(p, actor, id).await?;
    store::remove_problem(&mut tx, id).await?;
    tell(&mut tx, actor, &before, ProblemChange::Removed, None).await?;
    Ok(tx.commit().await?)
}

/// Begins a change of a problem that the actor may change; nobody else changes it until it ends.
async fn begin(p: &Platform, actor: &Actor, id: &ProblemId) -> Answer<(Tx, Scope, Problem)> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let it = store::hold_problem(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    Ok((tx, scope, it))
}

/// Writes what became of it, and ends the change.
async fn done(mut tx: Tx, actor: &Actor, after: &Problem, change: ProblemChange) -> Answer<()> {
    store::put_problem(&mut tx, after).await?;
    tell(&mut tx, actor, after, change, None).await?;
    Ok(tx.commit().await?)
}

/// What somebody says of it, if it can be so. Who stands there already may stay, also when they are gone by now.
async fn checked(tx: &mut Tx, scope: &Scope, of: ProblemText, was: Option<&ProblemText>) -> Answer<ProblemText> {
    let of = rule::checked(of)?;
    if let Some(id) = of.department.as_ref().filter(|_| was.is_none_or(|was| was.department != of.department)) {
        let known = department::find(tx, id).await?.filter(|one| one.closed_at.is_none());
        known.ok_or(Refusal::NoSuchDepartment)?;
        // Who sees some departments gives it to none that they would not see it in.
        if !crate::rules::departments::reaches(scope, Some(id)) {
            return Err(Refusal::NoSuchDepartment.into());
        }
    }
    for (who, before) in [(&of.owner, was.map(|was| &was.owner)), (&of.preventer, was.map(|was| &was.preventer))] {
        let Some(id) = who.as_ref().filter(|_| before != Some(who)) else { continue };
        let found = people::staff::find(tx, &Scope::All, id).await?.filter(|one| one.disabled_at.is_none());
        // What belongs to no department is everybody's who works.
        let works = |one: &people::staff::Staff| match &of.department {
            Some(there) => works_on(&one.actor(), Some(there)),
            None => allowed(&one.actor(), Action::WorkConversations).is_ok(),
        };
        found.filter(works).ok_or(Refusal::NoSuchColleague)?;
    }
    Ok(of)
}

/// Tells what happened to it; with the number of a conversation, if it was by one.
async fn tell(
    tx: &mut Tx,
    actor: &Actor,
    it: &Problem,
    change: ProblemChange,
    number: Option<i64>,
) -> Result<(), Fault> {
    let event = ProblemEvent { problem: it.id.clone(), change, title: it.of.title.clone(), number };
    tx.record(&event, actor, None).await
}
