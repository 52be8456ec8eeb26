//! While a colleague is away, what customers write to them goes to who stands in, or back to nobody.

use base::Scope;
use people::absence::{self, StandIn};
use platform::{Result, Tx};

use crate::events::ConversationEvent;
use crate::model::{Conversation, GivenBecause};
use crate::rules::departments::works_on;

/// Gives a conversation that a customer writes to away from whoever is not there. What is to be told of it is answered,
/// for after the message.
pub(super) async fn while_away(tx: &mut Tx, after: &mut Conversation) -> Result<Option<ConversationEvent>> {
    let Some(owner) = after.assignee.clone() else { return Ok(None) };
    let now = tx.now();
    let away = absence::away(tx, now).await?;
    if !away.iter().any(|one| one.staff == owner) {
        return Ok(None);
    }
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?;
    let department = after.department.as_ref();
    let able = |id: &_| colleagues.iter().any(|one| one.id == *id && works_on(&one.actor(), department));
    let to = match absence::stand_in(&owner, &away, able) {
        StandIn::Stays => return Ok(None),
        StandIn::Deputy(deputy) => Some(deputy),
        StandIn::Nobody => None,
    };
    let name_of = |id: &_| colleagues.iter().find(|one| one.id == *id).map(|one| one.name.clone()).unwrap_or_default();
    let why = Some(GivenBecause::Away { owner: name_of(&owner) });
    let name = to.as_ref().map(name_of).unwrap_or_default();
    after.assignee.clone_from(&to);
    Ok(Some(ConversationEvent::Assigned { conversation: after.id.clone(), to, name, why }))
}
