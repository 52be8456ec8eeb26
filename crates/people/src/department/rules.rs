//! Decisions about departments. Pure.

use super::model::Department;
use crate::person::clean_line;
use crate::refusal::Refusal;
use crate::{DepartmentId, StaffId};

/// More than this nobody can choose among.
pub(super) const MOST: usize = 60;
const NAME_MAX: usize = 60;

/// A name for `of` (a new one without), free among `all` however it is written.
pub(super) fn name(text: &str, of: Option<&DepartmentId>, all: &[Department]) -> Result<String, Refusal> {
    let name = clean_line(text, NAME_MAX);
    if name.is_empty() {
        return Err(Refusal::NameMissing);
    }
    let taken = |one: &Department| Some(&one.id) != of && one.name.to_lowercase() == name.to_lowercase();
    if all.iter().any(taken) { Err(Refusal::DepartmentTaken) } else { Ok(name) }
}

/// Whether somebody with these departments may be limited to them.
pub(super) fn something_is_left(departments: &[DepartmentId]) -> Result<(), Refusal> {
    if departments.is_empty() { Err(Refusal::NoDepartment) } else { Ok(()) }
}

/// The departments of a colleague after the members of one were chosen anew.
pub(super) fn after(
    departments: &[DepartmentId],
    one: &DepartmentId,
    members: &[StaffId],
    staff: &StaffId,
) -> Vec<DepartmentId> {
    let mut after: Vec<DepartmentId> = departments.iter().filter(|id| *id != one).cloned().collect();
    if members.contains(staff) {
        after.push(one.clone());
        after.sort();
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> DepartmentId {
        format!("dep_{:026}", n).parse().expect("an id")
    }

    #[test]
    fn names_are_one_however_they_are_written() {
        let all = [Department { id: id(1), name: "Versted".into(), closed_at: None }];
        for (text, of, answer) in [
            (" VERSTED ", None, Err(Refusal::DepartmentTaken)),
            ("versted", Some(id(1)), Ok("versted".to_owned())),
            ("Lager", None, Ok("Lager".to_owned())),
            (" \u{200b} ", None, Err(Refusal::NameMissing)),
        ] {
            assert_eq!(name(text, of.as_ref(), &all), answer, "{text}");
        }
    }

    #[test]
    fn choosing_members_changes_this_department_alone() {
        let me: StaffId = format!("stf_{:026}", 1).parse().expect("an id");
        assert_eq!(after(&[id(1), id(3)], &id(2), std::slice::from_ref(&me), &me), [id(1), id(2), id(3)]);
        assert_eq!(after(&[id(1), id(2)], &id(2), std::slice::from_ref(&me), &me), [id(1), id(2)]);
        assert_eq!(after(&[id(1), id(2)], &id(2), &[], &me), [id(1)]);
    }
}
