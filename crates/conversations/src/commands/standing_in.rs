//! While a colleague is away, what would be theirs goes to who stands in, or to nobody; and what becomes open work again,
//! solved, waited for or put away before, does not come back to somebody who has as much as they take. What went to
//! somebody else since its owner was away comes back with them.

use base::{Actor, Scope};
use people::absence::{self, StandIn};
use people::{StaffId, workload};
use platform::jobs::{self, Failure, Job};
use platform::{Fault, Platform, Result, Tx};

use super::turning::{self, Matter};
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

/// Who has something instead of `owner`; nothing while they have it. `opens` says that it becomes open
/// work again only now: then it is not theirs either while they have as much as they take. Nor does it go to a deputy who
/// has. What nobody has then is given out by turns, where the department does so.
pub(super) async fn instead_of(
    tx: &mut Tx,
    owner: &StaffId,
    matter: Matter<'_>,
    opens: bool,
) -> Result<Option<Instead>> {
    let department = matter.department;
    let now = tx.now();
    let away = absence::away(tx, now).await?;
    if !away.iter().any(|one| one.staff == *owner) {
        return if opens { instead_of_full(tx, owner, matter).await } else { Ok(None) };
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
        None => turning::whose_turn(tx, matter).await?.to().map(|(id, _)| id),
    };
    let name = to.as_ref().map(name_of).unwrap_or_default();
    Ok(Some(Instead { to, name, why }))
}

/// Who has it instead of an owner who has as much as they take: whose turn it is, or nobody.
async fn instead_of_full(tx: &mut Tx, owner: &StaffId, matter: Matter<'_>) -> Result<Option<Instead>> {
    if !is_full(tx, owner).await? {
        return Ok(None);
    }
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?;
    let owner = colleagues.into_iter().find(|one| one.id == *owner).map(|one| one.name).unwrap_or_default();
    let (to, name) = turning::whose_turn(tx, matter).await?.to().unzip();
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
    let instead = instead_of(tx, &owner, Matter::of(after), opens(before, after)).await?;
    if let Some(Instead { to, why: GivenBecause::Away { .. }, .. }) = &instead {
        let now = tx.now();
        store::stand_in(tx, &after.id, &owner, to.as_ref(), now).await?;
    }
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
    let instead = instead_of_full(tx, &owner, Matter::of(after)).await?;
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

/// So many at once come back with somebody.
const AT_ONCE: i64 = 200;

/// Job: somebody is back from being away. What others have of theirs comes back, unless it is done, somebody gave it to
/// somebody else, or they have as much as they take.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn come_back(p: &Platform, job: &Job) -> std::result::Result<(), Failure> {
    let who: StaffId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("the job names no colleague")))?;
    let mut conn = p.db.read().await?;
    let away = absence::away(&mut conn, p.clock.business()).await?;
    let mut after = String::new();
    // Who is away again is back another day: the job of those days does it.
    while !away.iter().any(|one| one.staff == who) {
        let theirs = store::stood_in_for(&mut conn, &who, &after, AT_ONCE).await?;
        let Some(last) = theirs.last() else { break };
        after = last.to_string();
        for id in &theirs {
            let mut tx = p.begin().await?;
            give_back(&mut tx, id, &job.id).await?;
            tx.commit().await?;
        }
    }
    drop(conn);
    let mut tx = p.begin().await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Gives one back, if it still lies with who stood in.
async fn give_back(tx: &mut Tx, id: &ConversationId, cause: &str) -> Result<()> {
    let found = store::find_for_update(tx, &Scope::All, id).await?;
    let stood_in = store::stood_in_of(tx, id).await?;
    store::stands_in_no_more(tx, id).await?;
    let (Some(before), Some(stood_in)) = (found, stood_in) else { return Ok(()) };
    if before.assignee != stood_in.deputy || before.state.group() == Group::Closed || before.deleted.is_some() {
        return Ok(());
    }
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?;
    let named = |id: &StaffId| colleagues.iter().find(|one| one.id == *id);
    let owner = named(&stood_in.owner).filter(|one| works_on(&one.actor(), before.department.as_ref()));
    let Some(owner) = owner else { return Ok(()) };
    if before.group() == Group::Open && is_full(tx, &owner.id).await? {
        return Ok(());
    }
    let after = Conversation { assignee: Some(owner.id.clone()), ..before.clone() };
    store::save(tx, &before, &after).await?;
    let deputy = stood_in.deputy.as_ref().and_then(named).map(|one| one.name.clone()).unwrap_or_default();
    let event = ConversationEvent::Assigned {
        conversation: id.clone(),
        to: after.assignee,
        name: owner.name.clone(),
        why: Some(GivenBecause::Back { deputy }),
    };
    tx.record(&event, &Actor::System, Some(cause)).await
}
