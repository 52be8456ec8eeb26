//! Planning absences and taking them back: one's own, or those of colleagues whom one looks after.

use base::{Action, Actor, Scope, allowed};
use jiff::civil::Date;
use platform::jobs::NewJob;
use platform::{Result, Tx};

use super::model::{Absence, AbsenceId};
use super::{rules, store};
use crate::StaffId;
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, Staff, StaffEvent};

/// The lane of [`OVER_JOB`]: that of clocks.
const OVER_LANE: &str = "clock";
/// Job: somebody may be back from being away. Payload: colleague id. Done by whoever has what is theirs.
pub const OVER_JOB: &str = "absence.over";

/// An absence about to be planned.
#[derive(Clone, Debug)]
pub struct NewAbsence {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Who stands in; nobody in particular without.
    pub deputy: Option<StaffId>,
}

/// Plans an absence.
///
/// # Errors
/// Refused when the actor may not, when the days are reversed, over or taken, or when the deputy cannot stand in.
pub async fn plan(tx: &mut Tx, actor: &Actor, id: &StaffId, new: NewAbsence) -> Answer<Absence> {
    let one = whose(tx, actor, id).await?;
    let now = tx.now();
    let (zone, today) = (store::zone(tx).await?, store::today(tx, now).await?);
    rules::fits(&store::of(tx, id, today).await?, (new.first, new.last), today)?;
    if let Some(deputy) = &new.deputy {
        let found = staff::find(tx, &Scope::All, deputy).await?;
        let able = |it: &Staff| it.disabled_at.is_none() && allowed(&it.actor(), Action::WorkConversations).is_ok();
        if deputy == id || !found.as_ref().is_some_and(able) {
            return Err(Refusal::NoDeputy.into());
        }
    }
    let absence = Absence {
        id: AbsenceId::next(&tx.ids(), now),
        staff: one.id,
        first: new.first,
        last: new.last,
        deputy: new.deputy,
    };
    store::insert(tx, &absence).await?;
    if let Some(back) = absence.last.tomorrow().ok().and_then(|day| day.to_zoned(zone).ok()) {
        let key = format!("{OVER_JOB}:{}", absence.id);
        let job = NewJob::new(OVER_LANE, OVER_JOB).key(key).payload(absence.staff.as_str());
        tx.enqueue(job.at_business_time(back.timestamp())).await?;
    }
    let event = StaffEvent::AbsencePlanned {
        staff: absence.staff.clone(),
        name: one.name,
        first: absence.first,
        last: absence.last,
        deputy: absence.deputy.clone(),
    };
    tx.record(&event, actor, None).await?;
    Ok(absence)
}

/// Takes an absence back; whoever is back early does so, too.
///
/// # Errors
/// Refused when the actor may not, or there is no such absence of theirs.
pub async fn cancel(tx: &mut Tx, actor: &Actor, id: &StaffId, absence: &AbsenceId) -> Answer<Absence> {
    let one = whose(tx, actor, id).await?;
    let gone = store::remove(tx, id, absence).await?.ok_or(Refusal::NotFound)?;
    let event = StaffEvent::AbsenceCancelled { staff: one.id, name: one.name, first: gone.first, last: gone.last };
    tx.record(&event, actor, None).await?;
    came_back(tx, &gone.staff).await?;
    Ok(gone)
}

/// Somebody may be back now.
async fn came_back(tx: &mut Tx, staff: &StaffId) -> Result<()> {
    tx.enqueue(NewJob::new(OVER_LANE, OVER_JOB).payload(staff.as_str())).await
}

/// The colleague, held until the end so that no two of their absences overlap; theirs are their own business, and that
/// of those who look after colleagues.
async fn whose(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<Staff> {
    let own = actor.staff_id() == Some(id.as_str());
    let scope = allowed(actor, if own { Action::EditOwnProfile } else { Action::ManageStaff })?;
    staff::hold(tx, id).await?;
    Ok(staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}
