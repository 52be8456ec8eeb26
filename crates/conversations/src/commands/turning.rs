//! Giving out by turns what comes in, where a department does so.

use base::{Action, Actor, allowed};
use people::{DepartmentId, StaffId};
use platform::{Platform, Result, Tx, settings as kept};

use super::Answer;
use crate::events::ConversationEvent;
use crate::model::{Conversation, GivenBecause, State};
use crate::rules::states::Refusal;
use crate::rules::turns::next;
use crate::{queries, settings, store};

/// Gives a conversation that begins, and is still to be written, to whoever is next. What is to be told of it is
/// answered, for after its beginning.
///
/// Numbers of turns are given out one after the other, so that of two mails at once the second sees what became of the
/// first.
pub(super) async fn take_turn(tx: &mut Tx, it: &mut Conversation) -> Result<Option<ConversationEvent>> {
    if it.assignee.is_some() {
        return Ok(None);
    }
    let Some((id, name)) = whose_turn(tx, it.department.as_ref()).await? else { return Ok(None) };
    it.assignee = Some(id);
    if it.state == State::New {
        it.state = State::Open;
    }
    let to = it.assignee.clone();
    Ok(Some(ConversationEvent::Assigned { conversation: it.id.clone(), to, name, why: Some(GivenBecause::Turn) }))
}

/// Who gets what comes to a department now, by id and name; it was their turn then. Nobody where it is not given out by
/// turns, or nobody can take it.
pub(super) async fn whose_turn(tx: &mut Tx, department: Option<&DepartmentId>) -> Result<Option<(StaffId, String)>> {
    if !settings::turns(tx).await?.of(department) {
        return Ok(None);
    }
    let (number, now) = (store::take_number(tx).await?, tx.now());
    let candidates = queries::candidates_of(tx, department, now).await?;
    let Some(who) = next(&candidates) else { return Ok(None) };
    store::keep_turn(tx, &who.id, number, now).await?;
    Ok(Some((who.id.clone(), who.name.clone())))
}

/// Says whether a department, or what belongs to none, gives out by turns what comes in.
///
/// # Errors
/// Refused when the actor may not; [`Refusal::NoSuchDepartment`] for one that is gone or closed.
pub async fn set_turns(p: &Platform, actor: &Actor, department: Option<&DepartmentId>, on: bool) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    // Whoever sets another department at the same time waits here.
    store::take_number(&mut tx).await?;
    if let Some(id) = department {
        let found = people::department::find(&mut tx, id).await?;
        found.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    }
    let mut turns = settings::turns(&mut tx).await?;
    let key = settings::Turns::key(department);
    let changed = if on { turns.on.insert(key.to_owned()) } else { turns.on.remove(key) };
    if changed {
        settings::set_turns(&mut tx, &turns).await?;
        kept::record_change(&mut tx, actor, "turns").await?;
    }
    Ok(tx.commit().await?)
}
