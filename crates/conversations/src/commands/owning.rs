//! Who has a conversation, which department it belongs to, and that somebody has seen it.

use base::{Action, Actor, Scope, allowed};
use people::staff::Staff;
use people::{DepartmentId, StaffId};
use platform::{Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, following, load_to, posting, promising};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, PromiseId, StepId};
use crate::model::{Conversation, State, Stood};
use crate::rules::departments::works_on;
use crate::rules::states::Refusal;
use crate::store;

/// Gives a conversation to a colleague, or to nobody. Taking a new one opens it. Answers by what it can be taken back;
/// so for all acts on one conversation.
///
/// # Errors
/// [`Refusal::NoSuchColleague`] for one who is gone, disabled or does not answer customers.
pub async fn assign(p: &Platform, actor: &Actor, id: &ConversationId, to: Option<&StaffId>) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Assign(to)).await
}

/// Gives it to a colleague, or to nobody, as part of more. Answers the promises that went along.
pub(super) async fn give(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    to: Option<&StaffId>,
) -> Answer<Vec<PromiseId>> {
    let name = colleague(tx, to, before.department.as_ref()).await?;
    if before.assignee.as_ref() == to {
        return Ok(Vec::new());
    }
    let mut after = before.clone();
    after.assignee = to.cloned();
    if to.is_some() && after.state == State::New {
        after.state = State::Open;
    }
    store::save(tx, before, &after).await?;
    // Somebody decided whose it is: it comes back to nobody.
    store::stands_in_no_more(tx, &before.id).await?;
    let event = ConversationEvent::Assigned { conversation: before.id.clone(), to: to.cloned(), name, why: None };
    tx.record(&event, actor, None).await?;
    let Some(to) = to else { return Ok(Vec::new()) };
    Ok(promising::go_with(tx, actor, before, to).await?)
}

/// The name of a colleague who is to have what belongs to `department`; none for nobody.
async fn colleague(tx: &mut Tx, to: Option<&StaffId>, department: Option<&DepartmentId>) -> Answer<String> {
    let Some(to) = to else { return Ok(String::new()) };
    let staff = people::staff::find(tx, &Scope::All, to).await?;
    let able = |staff: &Staff| staff.disabled_at.is_none() && works_on(&staff.actor(), department);
    Ok(staff.filter(able).ok_or(Refusal::NoSuchColleague)?.name)
}

/// The name of a department that takes conversations; none for none.
async fn open_department(tx: &mut Tx, to: Option<&DepartmentId>) -> Answer<String> {
    let Some(to) = to else { return Ok(String::new()) };
    let department = people::department::find(tx, to).await?;
    Ok(department.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?.name)
}

/// The name of the owner that `wanted` brings back to what stands like `now`.
pub(super) async fn owner_name(tx: &mut Tx, wanted: &Stood, now: &Stood) -> Answer<String> {
    if wanted.owner == now.owner {
        return Ok(String::new());
    }
    colleague(tx, wanted.owner.as_ref(), wanted.department.as_ref()).await
}

/// The name of the department that `wanted` brings back to what stands like `now`.
pub(super) async fn department_name(tx: &mut Tx, wanted: &Stood, now: &Stood) -> Answer<String> {
    if wanted.department == now.department {
        return Ok(String::new());
    }
    open_department(tx, wanted.department.as_ref()).await
}

/// Hands a conversation to a department, or to none. Its owner keeps it, unless they would not see it any more.
///
/// # Errors
/// [`Refusal::NoSuchDepartment`] for one that is gone or closed.
pub async fn hand_to(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    to: Option<&DepartmentId>,
) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::HandTo(to)).await
}

/// Hands it to a department, or to none, as part of more.
pub(super) async fn hand(tx: &mut Tx, actor: &Actor, before: &Conversation, to: Option<&DepartmentId>) -> Answer<()> {
    let name = open_department(tx, to).await?;
    if before.department.as_ref() == to {
        return Ok(());
    }
    let mut after = before.clone();
    after.department = to.cloned();
    if let Some(owner) = &before.assignee {
        let owner = people::staff::find(tx, &Scope::All, owner).await?;
        after.assignee = owner.filter(|owner| works_on(&owner.actor(), to)).map(|owner| owner.id);
    }
    store::save(tx, before, &after).await?;
    let conversation = before.id.clone();
    let event = ConversationEvent::HandedTo { conversation: conversation.clone(), to: to.cloned(), name };
    tx.record(&event, actor, None).await?;
    if before.assignee != after.assignee {
        store::stands_in_no_more(tx, &before.id).await?;
        let event = ConversationEvent::Assigned { conversation, to: None, name: String::new(), why: None };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Notes that somebody has seen the newest message: it is read once its owner has, and a mention once who is named has.
///
/// # Errors
/// When the actor may not see it; or may not work on it, and no note names them.
pub async fn read(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = load_to(&mut tx, actor, Action::NoteConversations, id).await?;
    let me = posting::staff_id(actor)?;
    let mentioned = following::seen(&mut tx, &before, &me).await?;
    let works = allowed(actor, Action::WorkConversations);
    if let (false, Err(forbidden)) = (mentioned, &works) {
        return Err((*forbidden).into());
    }
    let mine = before.assignee.as_ref().is_none_or(|owner| *owner == me);
    let reads = before.unread && mine && works.is_ok();
    if !reads && !mentioned {
        return Ok(());
    }
    if reads {
        let after = Conversation { unread: false, ..before.clone() };
        store::save(&mut tx, &before, &after).await?;
    }
    tx.record(&ConversationEvent::Read { conversation: id.clone() }, actor, None).await?;
    Ok(tx.commit().await?)
}
