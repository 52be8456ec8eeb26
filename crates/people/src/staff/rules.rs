//! Decisions about accounts. Pure.

use base::{Action, Actor, Forbidden, Role, allowed};

use super::model::Staff;
use crate::refusal::Refusal;

/// Whether `actor` may take rights away from `staff` or give them: nobody does it to themselves.
pub(super) fn not_oneself(actor: &Actor, staff: &Staff) -> Result<(), Refusal> {
    if actor.staff_id() == Some(staff.id.as_str()) { Err(Refusal::OwnAccount) } else { Ok(()) }
}

/// Only owners make owners, and only they change one.
pub(super) fn owners_are_for_owners(actor: &Actor, staff: Role, new: Role) -> Result<(), Forbidden> {
    if staff == Role::Owner || new == Role::Owner { allowed(actor, Action::ManageOwners).map(drop) } else { Ok(()) }
}

/// Invariant: at least one owner can enter. `owners` counts those who can now.
pub(super) fn an_owner_stays(staff: &Staff, owners: usize) -> Result<(), Refusal> {
    let is_one = staff.role == Role::Owner && staff.disabled_at.is_none();
    if is_one && owners <= 1 { Err(Refusal::LastOwner) } else { Ok(()) }
}

/// A zone that jiff knows, by its proper name.
pub(crate) fn zone(name: &str) -> Result<String, Refusal> {
    let zone = jiff::tz::TimeZone::get(name.trim()).map_err(|_| Refusal::UnknownZone)?;
    zone.iana_name().map(str::to_owned).ok_or(Refusal::UnknownZone)
}

#[cfg(test)]
mod tests {
    use base::Language;

    use platform::web::page::Theme;

    use super::*;

    fn staff(role: Role, disabled: bool) -> Staff {
        Staff {
            id: "stf_00000000000000000000000001".parse().expect("an id"),
            email: "a@example.com".into(),
            name: "A".into(),
            role,
            departments: Vec::new(),
            limited: false,
            language: Language::En,
            theme: Theme::System,
            zone: "UTC".into(),
            letter_keys: true,
            password_hash: None,
            disabled_at: disabled.then_some(base::Instant::UNIX_EPOCH),
            created_at: base::Instant::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_last_owner_stays() {
        for (role, disabled, owners, answer) in [
            (Role::Owner, false, 1, Err(Refusal::LastOwner)),
            (Role::Owner, false, 2, Ok(())),
            (Role::Owner, true, 1, Ok(())),
            (Role::Admin, false, 1, Ok(())),
        ] {
            assert_eq!(an_owner_stays(&staff(role, disabled), owners), answer, "{role:?} {disabled} {owners}");
        }
    }

    #[test]
    fn owners_are_made_and_changed_by_owners_alone() {
        let by = |role| staff(role, false).actor();
        for (actor, from, to, may) in [
            (by(Role::Owner), Role::Agent, Role::Owner, true),
            (by(Role::Owner), Role::Owner, Role::Light, true),
            (by(Role::Admin), Role::Agent, Role::Owner, false),
            (by(Role::Admin), Role::Owner, Role::Agent, false),
            (by(Role::Admin), Role::Agent, Role::Admin, true),
            (Actor::System, Role::Owner, Role::Agent, true),
        ] {
            assert_eq!(owners_are_for_owners(&actor, from, to).is_ok(), may, "{actor:?} {from:?} {to:?}");
        }
    }

    #[test]
    fn nobody_changes_their_own_rights() {
        let me = staff(Role::Admin, false);
        assert_eq!(not_oneself(&me.actor(), &me), Err(Refusal::OwnAccount));
        assert_eq!(not_oneself(&Actor::System, &me), Ok(()));
    }

    #[test]
    fn zones_are_real_ones() {
        assert_eq!(zone(" europe/oslo "), Ok("Europe/Oslo".into()));
        assert_eq!(zone("Mars/Olympus"), Err(Refusal::UnknownZone));
        assert_eq!(zone(""), Err(Refusal::UnknownZone));
    }
}
