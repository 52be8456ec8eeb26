//! Setting workloads, by those who look after colleagues.

use base::{Action, Actor, allowed};
use platform::Tx;

use super::model::Workload;
use super::store;
use crate::StaffId;
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, StaffEvent};

/// Says how much a colleague takes.
///
/// # Errors
/// Refused when the actor may not, there is no such colleague, or it cannot be so much.
pub async fn set(tx: &mut Tx, actor: &Actor, id: &StaffId, workload: Workload) -> Answer<()> {
    let scope = allowed(actor, Action::ManageStaff)?;
    let workload = workload.checked()?;
    staff::hold(tx, id).await?;
    let one = staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    if store::of(tx, id).await? == workload {
        return Ok(());
    }
    store::put(tx, id, workload).await?;
    let Workload { cap, weight } = workload;
    let event = StaffEvent::WorkloadChanged { staff: one.id, name: one.name, cap, weight };
    Ok(tx.record(&event, actor, None).await?)
}
