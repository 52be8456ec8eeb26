//! What can be done with accounts.

use base::{Action, Actor, Language, Role, allowed};
use platform::backup::takeout;
use platform::web::page::Theme;
use platform::{Platform, Tx, sessions};

use super::events::StaffEvent;
use super::links::{self, Purpose};
use super::model::Staff;
use super::{rules, store};
use crate::StaffId;
use crate::person::{clean_line, looks_like_address};
use crate::refusal::{Answer, Refusal};

/// An account about to be made.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// What they are called.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language of their desk.
    pub language: Language,
    /// Their time zone, by its IANA name.
    pub zone: String,
}

/// Makes an account. It has no password yet: see [`invite`], [`set_password`] and [`links::issue`].
///
/// # Errors
/// Refused when the actor may not, or when name, address or zone will not do.
pub async fn add(tx: &mut Tx, actor: &Actor, new: NewStaff) -> Answer<Staff> {
    let _all = allowed(actor, Action::ManageStaff)?;
    rules::owners_are_for_owners(actor, new.role, new.role)?;
    let email = clean_line(&new.email, 254);
    if !looks_like_address(&email) {
        return Err(Refusal::NotAnAddress.into());
    }
    let staff = Staff {
        id: StaffId::next(&tx.ids(), tx.now()),
        email,
        name: name(&new.name)?,
        role: new.role,
        departments: Vec::new(),
        limited: false,
        language: new.language,
        theme: Theme::System,
        zone: rules::zone(&new.zone)?,
        letter_keys: true,
        password_hash: None,
        disabled_at: None,
        created_at: tx.now(),
    };
    if !store::insert(tx, &staff).await? {
        return Err(Refusal::AddressTaken.into());
    }
    let event = StaffEvent::StaffAdded { staff: staff.id.clone(), name: staff.name.clone(), role: staff.role };
    tx.record(&event, actor, None).await?;
    Ok(staff)
}

/// Makes a link to choose the first password; earlier links die. Answers the link, to be mailed.
///
/// # Errors
/// Refused when the actor may not, or when there is no such colleague.
pub async fn invite(tx: &mut Tx, platform: &Platform, actor: &Actor, id: &StaffId) -> Answer<(Staff, String)> {
    let scope = allowed(actor, Action::ManageStaff)?;
    let staff = store::find(tx, &scope, id).await?.filter(|staff| staff.disabled_at.is_none());
    let staff = staff.ok_or(Refusal::NotFound)?;
    rules::owners_are_for_owners(actor, staff.role, staff.role)?;
    links::end_all(tx, id).await?;
    let link = links::issue(tx, platform, id, Purpose::Invite).await?;
    tx.record(&StaffEvent::StaffInvited { staff: id.clone(), name: staff.name.clone() }, actor, None).await?;
    Ok((staff, link))
}

/// Sets a password, given as its hash. Every link dies, and every session but the one named `stays`.
///
/// # Errors
/// Refused when the actor may not, or when there is no such colleague.
pub async fn set_password(tx: &mut Tx, actor: &Actor, id: &StaffId, hash: &str, stays: Option<&str>) -> Answer<()> {
    let action = if actor.staff_id() == Some(id.as_str()) { Action::EditOwnProfile } else { Action::ManageStaff };
    let scope = allowed(actor, action)?;
    let staff = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    if action == Action::ManageStaff {
        rules::owners_are_for_owners(actor, staff.role, staff.role)?;
    }
    store::set_password(tx, id, hash).await?;
    links::end_all(tx, id).await?;
    sessions::end_all(tx, id.as_str(), stays).await?;
    Ok(tx.record(&StaffEvent::PasswordChanged { staff: staff.id, name: staff.name }, actor, None).await?)
}

/// Gives a colleague another role. What is being packed for one who is no owner any more is stopped.
///
/// # Errors
/// Refused when the actor may not, for oneself, and for the last owner.
pub async fn change_role(tx: &mut Tx, actor: &Actor, id: &StaffId, role: Role) -> Answer<()> {
    let staff = managed(tx, actor, id).await?;
    if staff.role == role {
        return Ok(());
    }
    rules::owners_are_for_owners(actor, staff.role, role)?;
    rules::an_owner_stays(&staff, store::count_owners(tx).await?)?;
    store::set_role(tx, id, role).await?;
    if role != Role::Owner {
        takeout::stop_for(tx, actor, id.as_str()).await?;
    }
    Ok(tx.record(&StaffEvent::RoleChanged { staff: staff.id, name: staff.name, role }, actor, None).await?)
}

/// Shuts a colleague out: every session and link of theirs dies with this transaction, and what is being packed for them
/// is stopped.
///
/// # Errors
/// Refused when the actor may not, for oneself, and for the last owner.
pub async fn disable(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<()> {
    let staff = managed(tx, actor, id).await?;
    if staff.disabled_at.is_some() {
        return Ok(());
    }
    rules::an_owner_stays(&staff, store::count_owners(tx).await?)?;
    let now = tx.now();
    store::set_disabled(tx, id, Some(now)).await?;
    links::end_all(tx, id).await?;
    sessions::end_all(tx, id.as_str(), None).await?;
    takeout::stop_for(tx, actor, id.as_str()).await?;
    Ok(tx.record(&StaffEvent::StaffDisabled { staff: staff.id, name: staff.name }, actor, None).await?)
}

/// Lets a colleague in again.
///
/// # Errors
/// Refused when the actor may not, or when there is no such colleague.
pub async fn enable(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<()> {
    let staff = managed(tx, actor, id).await?;
    if staff.disabled_at.is_none() {
        return Ok(());
    }
    store::set_disabled(tx, id, None).await?;
    Ok(tx.record(&StaffEvent::StaffEnabled { staff: staff.id, name: staff.name }, actor, None).await?)
}

pub(crate) async fn managed(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<Staff> {
    let scope = allowed(actor, Action::ManageStaff)?;
    // Locked before it is read, so that what is read stays true until the commit.
    store::count_owners(tx).await?;
    let staff = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    rules::not_oneself(actor, &staff)?;
    rules::owners_are_for_owners(actor, staff.role, staff.role)?;
    Ok(staff)
}

/// What colleagues may change about themselves.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What they are called.
    pub name: String,
    /// The language of their desk.
    pub language: Language,
    /// Light, dark, or as their system has it.
    pub theme: Theme,
    /// Their time zone, by its IANA name.
    pub zone: String,
    /// Whether single letters are keys.
    pub letter_keys: bool,
}

/// Changes a colleague's own profile.
///
/// # Errors
/// Refused for others than oneself, or when name or zone will not do.
pub async fn update_profile(tx: &mut Tx, actor: &Actor, id: &StaffId, profile: Profile) -> Answer<()> {
    let scope = allowed(actor, Action::EditOwnProfile)?;
    let before = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let after = Staff {
        name: name(&profile.name)?,
        language: profile.language,
        theme: profile.theme,
        zone: rules::zone(&profile.zone)?,
        letter_keys: profile.letter_keys,
        ..before.clone()
    };
    if after == before {
        return Ok(());
    }
    store::set_profile(tx, &after).await?;
    Ok(tx.record(&StaffEvent::ProfileChanged { staff: after.id, name: after.name }, actor, None).await?)
}

fn name(text: &str) -> Result<String, Refusal> {
    Some(clean_line(text, 80)).filter(|name| !name.is_empty()).ok_or(Refusal::NameMissing)
}
