//! While a colleague is away, what would be theirs goes to who stands in, or to nobody; and what becomes open work again,
//! solved, waited for or put away before, does not come back to somebody who has as much as they take.

use base::Scope;
use people::absence::{self, StandIn};
use people::{DepartmentId, StaffId, workload};
use platform::{Result, Tx};

use super::turning;
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, GivenBecause, Group};
use crate::rules::departments::works_on;
use crate::store;

/// Who has something instead of its owner, and why.
pub(super) struct Instead {
    /// Who; nobody without.
    pub to: Option<StaffId>,
    name: String,
    why: GivenBecause,
}

impl Instead {
    /// What is to be told of it.
    pub fn event(self, conversation: ConversationId) -> ConversationEvent {
        ConversationEvent::Assigned { conversation, to: self.to, name: self.name, why: Some(self.why) }
    }
}

/// Who has what belongs to `department` instead of `owner`; nothing while they have it. `opens` says that it becomes open
/// work again only now: then it is not theirs either while they have as much as they take. Nor does it go to a deputy who
/// has. What nobody has then is given out by turns, where the department does so.
pub(super) async fn instead_of(
    tx: &mut Tx,
    owner: &StaffId,
    department: Option<&DepartmentId>,
    opens: bool,
) -> Result<Option<Instead>> {
    let now = tx.now();
    let away = absence::away(tx, now).await?;
    if !away.iter().any(|one| one.staff == *owner) {
        return if opens { instead_of_full(tx, owner, department).await } else { Ok(None) };
    }
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?;
    let name_of = |id: &_| colleagues.iter().find(|one| one.id == *id).map(|one| one.name.clone()).unwrap_or_default();
    let owner_name = name_of(owner);
    let able = |id: &_| colleagues.iter().any(|one| one.id == *id && works_on(&one.actor(), department));
    let (to, why) = match absence::stand_in(owner, &away, able) {
        StandIn::Stays => return Ok(None),
        StandIn::Deputy(deputy) if is_full(tx, &deputy).await? => {
            (None, GivenBecause::Away { owner: owner_name, deputy: name_of(&deputy) })
        }
        StandIn::Deputy(deputy) => (Some(deputy), GivenBecause::Away { owner: owner_name, deputy: String::new() }),
        StandIn::Nobody => (None, GivenBecause::Away { owner: owner_name, deputy: String::new() }),
    };
    let to = match to {
        Some(to) => Some(to),
        None => turning::whose_turn(tx, department).await?.map(|(id, _)| id),
    };
    let name = to.as_ref().map(name_of).unwrap_or_default();
    Ok(Some(Instead { to, name, why }))
}

/// Who has it instead of an owner who has as much as they take: whose turn it is, or nobody.
async fn instead_of_full(tx: &mut Tx, owner: &StaffId, department: Option<&DepartmentId>) -> Result<Option<Instead>> {
    if !is_full(tx, owner).await? {
        return Ok(None);
    }
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?;
    let owner = colleagues.into_iter().find(|one| one.id == *owner).map(|one| one.name).unwrap_or_default();
    let (to, name) = turning::whose_turn(tx, department).await?.unzip();
    Ok(Some(Instead { to, name: name.unwrap_or_default(), why: GivenBecause::Full { owner } }))
}

/// Whether somebody has as much as they take. Until the transaction ends nobody is given anything by turns, so that it
/// stays so.
async fn is_full(tx: &mut Tx, staff: &StaffId) -> Result<bool> {
    let Some(cap) = workload::of(tx, staff).await?.cap else { return Ok(false) };
    store::take_number(tx).await?;
    let open = store::open_work(tx).await?;
    Ok(open.get(staff.as_str()).is_some_and(|open| *open >= cap))
}

/// Gives a conversation that a customer writes to, or takes up, away from whoever is not there, or cannot have it as open
/// work again. What is to be told of it is answered, for after the message.
pub(super) async fn while_away(
    tx: &mut Tx,
    before: &Conversation,
    after: &mut Conversation,
) -> Result<Option<ConversationEvent>> {
    let Some(owner) = after.assignee.clone() else { return Ok(None) };
    let instead = instead_of(tx, &owner, after.department.as_ref(), opens(before, after)).await?;
    Ok(given(instead, after))
}

/// The same for what becomes open work again without its customer: whoever is away keeps it, whoever has as much as they
/// take does not.
pub(super) async fn while_full(
    tx: &mut Tx,
    before: &Conversation,
    after: &mut Conversation,
) -> Result<Option<ConversationEvent>> {
    let Some(owner) = after.assignee.clone().filter(|_| opens(before, after)) else { return Ok(None) };
    let instead = instead_of_full(tx, &owner, after.department.as_ref()).await?;
    Ok(given(instead, after))
}

/// Whether it becomes open work only now: it was solved, waited for somebody else, or was put away.
fn opens(before: &Conversation, after: &Conversation) -> bool {
    before.group() != Group::Open && after.group() == Group::Open
}

fn given(instead: Option<Instead>, after: &mut Conversation) -> Option<ConversationEvent> {
    let instead = instead?;
    after.assignee.clone_from(&instead.to);
    Some(instead.event(after.id.clone()))
}
