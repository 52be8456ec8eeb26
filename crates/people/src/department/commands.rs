//! What can be done with departments.

use base::{Action, Actor, Scope, allowed};
use platform::Tx;

use super::events::DepartmentEvent;
use super::model::Department;
use super::{rules, store};
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, StaffEvent};
use crate::{DepartmentId, StaffId};

/// Makes a department, without anybody in it.
///
/// # Errors
/// [`Refusal::NameMissing`], [`Refusal::DepartmentTaken`], [`Refusal::TooManyDepartments`].
pub async fn make(tx: &mut Tx, actor: &Actor, name: &str) -> Answer<Department> {
    let _all = allowed(actor, Action::ManageStaff)?;
    let all = store::lock(tx).await?;
    if all.len() >= rules::MOST {
        return Err(Refusal::TooManyDepartments.into());
    }
    let name = rules::name(name, None, &all)?;
    let department = Department { id: DepartmentId::next(&tx.ids(), tx.now()), name, closed_at: None };
    store::insert(tx, &department).await?;
    let event = DepartmentEvent::DepartmentMade { department: department.id.clone(), name: department.name.clone() };
    tx.record(&event, actor, None).await?;
    Ok(department)
}

/// Names a department, and says who works in it: those, and nobody else.
///
/// # Errors
/// [`Refusal::NameMissing`], [`Refusal::DepartmentTaken`], [`Refusal::NoDepartment`] when somebody who sees their
/// own departments alone would have none left.
pub async fn set(tx: &mut Tx, actor: &Actor, id: &DepartmentId, name: &str, members: &[StaffId]) -> Answer<()> {
    let before = managed(tx, actor, id).await?;
    let name = rules::name(name, Some(id), &store::all(tx).await?)?;
    let mut changed = name != before.name;
    if changed {
        store::rename(tx, id, &name).await?;
    }
    for one in staff::all(tx, &Scope::All).await? {
        let after = rules::after(&one.departments, id, members, &one.id);
        if after != one.departments {
            if one.limited {
                rules::something_is_left(&after)?;
            }
            staff::set_departments(tx, &one.id, &after).await?;
            changed = true;
        }
    }
    if changed {
        let event = DepartmentEvent::DepartmentChanged { department: id.clone(), name };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Nothing new comes to it; what it had stays.
///
/// # Errors
/// When the actor may not, or there is no such department.
pub async fn close(tx: &mut Tx, actor: &Actor, id: &DepartmentId) -> Answer<()> {
    let before = managed(tx, actor, id).await?;
    if before.closed_at.is_none() {
        let now = tx.now();
        store::set_closed(tx, id, Some(now)).await?;
        let event = DepartmentEvent::DepartmentClosed { department: id.clone(), name: before.name };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// It takes new things again.
///
/// # Errors
/// See [`close`].
pub async fn open(tx: &mut Tx, actor: &Actor, id: &DepartmentId) -> Answer<()> {
    let before = managed(tx, actor, id).await?;
    if before.closed_at.is_some() {
        store::set_closed(tx, id, None).await?;
        let event = DepartmentEvent::DepartmentOpened { department: id.clone(), name: before.name };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Whether a colleague sees the conversations of their departments alone.
///
/// # Errors
/// [`Refusal::NoDepartment`] when they are in none; refused when the actor may not, or there is no such colleague.
pub async fn limit(tx: &mut Tx, actor: &Actor, id: &StaffId, limited: bool) -> Answer<()> {
    let scope = allowed(actor, Action::ManageStaff)?;
    store::lock(tx).await?;
    let before = staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    if before.limited == limited {
        return Ok(());
    }
    if limited {
        rules::something_is_left(&before.departments)?;
    }
    staff::set_limited(tx, id, limited).await?;
    let event = StaffEvent::ReachChanged { staff: before.id, name: before.name, limited };
    Ok(tx.record(&event, actor, None).await?)
}

async fn managed(tx: &mut Tx, actor: &Actor, id: &DepartmentId) -> Answer<Department> {
    let _all = allowed(actor, Action::ManageStaff)?;
    store::lock(tx).await?;
    Ok(store::find(tx, id).await?.ok_or(Refusal::NotFound)?)
}
