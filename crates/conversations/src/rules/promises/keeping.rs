//! Who keeps a promise, and who sees how others kept theirs. Pure.
//!
//! A promise belongs to its owner for good; while they are away it is whoever stands in for them who keeps it, and when
//! nobody does, or they left, those who lead there. Nothing is moved for that: when they are back, it is theirs.

use base::Role;
use people::absence::{self, Absence, StandIn};
use people::{DepartmentId, StaffId};

/// Who keeps a promise right now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// Its owner.
    Owner,
    /// Who stands in for its owner.
    Deputy(StaffId),
    /// Those who lead there.
    Leads,
}

/// Who keeps what `owner` promised, while these are `away`; `able` says who is there at all and may.
#[must_use]
pub fn keeper(owner: Option<&StaffId>, away: &[Absence], able: impl Fn(&StaffId) -> bool) -> Keeper {
    let Some(owner) = owner.filter(|owner| able(owner)) else { return Keeper::Leads };
    match absence::stand_in(owner, away, &able) {
        StandIn::Stays => Keeper::Owner,
        StandIn::Deputy(deputy) => Keeper::Deputy(deputy),
        StandIn::Nobody => Keeper::Leads,
    }
}

/// Whether somebody answers for what belongs to `department`: they run the business, and work there or nowhere.
#[must_use]
pub fn leads(role: Role, works_in: &[DepartmentId], department: Option<&DepartmentId>) -> bool {
    let runs = matches!(role, Role::Owner | Role::Admin);
    let there = department.is_none_or(|one| works_in.contains(one));
    runs && (works_in.is_empty() || there)
}

/// Whether somebody may see how a colleague, who works in these departments, kept their promises: their own, and those
/// of whom they lead.
#[must_use]
pub fn sees_record(
    me: &StaffId,
    (role, works_in): (Role, &[DepartmentId]),
    of: &StaffId,
    their_departments: &[DepartmentId],
) -> bool {
    if me == of {
        return true;
    }
    if their_departments.is_empty() {
        return leads(role, works_in, None);
    }
    their_departments.iter().any(|department| leads(role, works_in, Some(department)))
}
