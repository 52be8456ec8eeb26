//! Decisions about accounts. Pure.

use base::{Actor, Role};

use super::model::Staff;
use crate::refusal::Refusal;

/// Whether `actor` may take rights away from `staff` or give them: nobody does it to themselves.
pub(super) fn not_oneself(actor: &Actor, staff: &Staff) -> Result<(), Refusal> {
    if actor.staff_id() == Some(staff.id.as_str()) { Err(Refusal::OwnAccount) } else { Ok(()) }
}

/// Invariant: at least one admin can enter. `admins` counts those who can now.
pub(super) fn an_admin_stays(staff: &Staff, admins: usize) -> Result<(), Refusal> {
    let is_one = staff.role == Role::Admin && staff.disabled_at.is_none();
    if is_one && admins <= 1 { Err(Refusal::LastAdmin) } else { Ok(()) }
}

/// A zone that jiff knows, by its proper name.
pub(super) fn zone(name: &str) -> Result<String, Refusal> {
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
    fn the_last_admin_stays() {
        for (role, disabled, admins, answer) in [
            (Role::Admin, false, 1, Err(Refusal::LastAdmin)),
            (Role::Admin, false, 2, Ok(())),
            (Role::Admin, true, 1, Ok(())),
            (Role::Agent, false, 1, Ok(())),
        ] {
            assert_eq!(an_admin_stays(&staff(role, disabled), admins), answer, "{role:?} {disabled} {admins}");
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
