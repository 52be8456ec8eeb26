//! Where a conversation belongs among the departments, and who reaches it. Pure.

use base::{Action, Actor, Scope, allowed};
use people::DepartmentId;

/// Whether `scope` reaches what belongs to `department`.
#[must_use]
pub fn reaches(scope: &Scope, department: Option<&DepartmentId>) -> bool {
    match scope {
        Scope::All => true,
        Scope::Own(_) => false,
        Scope::Departments(own) => department.is_some_and(|id| own.iter().any(|one| one == id.as_str())),
    }
}

/// Whether a colleague works on what belongs to `department`.
#[must_use]
pub fn works_on(colleague: &Actor, department: Option<&DepartmentId>) -> bool {
    allowed(colleague, Action::WorkConversations).is_ok_and(|scope| reaches(&scope, department))
}

/// Where a conversation begins that somebody with `scope` starts: in `wanted` if they see it there, else in the first
/// of theirs, so that nobody loses sight of what they began.
#[must_use]
pub fn begins_in(scope: &Scope, wanted: Option<DepartmentId>) -> Option<DepartmentId> {
    if reaches(scope, wanted.as_ref()) {
        return wanted;
    }
    match scope {
        Scope::Departments(own) => own.iter().find_map(|id| id.parse().ok()),
        Scope::All | Scope::Own(_) => wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> DepartmentId {
        format!("dep_{n:026}").parse().expect("an id")
    }

    #[test]
    fn who_is_limited_reaches_their_own_and_nothing_that_belongs_to_none() {
        let limited = Scope::Departments(vec![id(1).to_string(), id(2).to_string()]);
        for (scope, department, answer) in [
            (&Scope::All, None, true),
            (&Scope::All, Some(id(3)), true),
            (&limited, Some(id(2)), true),
            (&limited, Some(id(3)), false),
            (&limited, None, false),
            (&Scope::Departments(vec![]), Some(id(1)), false),
            (&Scope::Own("per_1".into()), Some(id(1)), false),
        ] {
            assert_eq!(reaches(scope, department.as_ref()), answer, "{scope:?} {department:?}");
        }
    }

    #[test]
    fn what_one_begins_one_sees() {
        let limited = Scope::Departments(vec![id(1).to_string(), id(2).to_string()]);
        for (scope, wanted, answer) in [
            (&Scope::All, None, None),
            (&Scope::All, Some(id(3)), Some(id(3))),
            (&limited, Some(id(2)), Some(id(2))),
            (&limited, Some(id(3)), Some(id(1))),
            (&limited, None, Some(id(1))),
        ] {
            assert_eq!(begins_in(scope, wanted.clone()), answer, "{scope:?} {wanted:?}");
        }
    }
}
