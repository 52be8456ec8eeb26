//! What can be done with second factors. Machine time counts: phones know no other.

use base::{Action, Actor, allowed};
use platform::{Platform, Result, Tx};

use super::rules::{self, CODE_BYTES, CODES};
use super::store;
use crate::StaffId;
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, Staff, StaffEvent};

/// What a colleague showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// A code of the app.
    App,
    /// A recovery code, which is used up.
    Recovery,
}

/// Begins to set it up: a fresh secret, which counts for nothing until its first code comes.
///
/// # Errors
/// Refused when it is on already.
pub async fn begin(tx: &mut Tx, p: &Platform, actor: &Actor, id: &StaffId) -> Answer<()> {
    own(tx, actor, id).await?;
    if store::is_on(tx, id).await? {
        return Err(Refusal::SecondOn.into());
    }
    Ok(store::begin(tx, p, id).await?)
}

/// Turns it on with a first code; answers the recovery codes, which are never told again.
///
/// # Errors
/// Refused when nothing was begun, or the code is not right.
pub async fn confirm(tx: &mut Tx, p: &Platform, actor: &Actor, id: &StaffId, code: &str) -> Answer<Vec<String>> {
    let staff = own(tx, actor, id).await?;
    let secret = store::pending(tx, p, id).await?.ok_or(Refusal::NotFound)?;
    let step = rules::step_of(&secret, code, tx.machine_now()).ok_or(Refusal::WrongCode)?;
    if !store::use_step(tx, id, step).await? {
        return Err(Refusal::WrongCode.into());
    }
    store::confirm(tx, id, tx.now()).await?;
    let codes = new_codes(tx, p, id).await?;
    tx.record(&StaffEvent::SecondTurnedOn { staff: staff.id, name: staff.name }, actor, None).await?;
    Ok(codes)
}

/// Judges what somebody showed after their password, and uses it up.
///
/// # Errors
/// When the tables cannot be used.
pub async fn check(tx: &mut Tx, p: &Platform, staff: &Staff, shown: &str) -> Result<Option<Passed>> {
    let Some(secret) = store::secret(tx, p, &staff.id).await? else { return Ok(None) };
    if let Some(step) = rules::step_of(&secret, shown, tx.machine_now()) {
        return Ok(store::use_step(tx, &staff.id, step).await?.then_some(Passed::App));
    }
    let Some(letters) = rules::recovery_letters(shown) else { return Ok(None) };
    if !store::use_code(tx, p, &staff.id, &letters).await? {
        return Ok(None);
    }
    let event = StaffEvent::RecoveryUsed { staff: staff.id.clone(), name: staff.name.clone() };
    tx.record(&event, &staff.actor(), None).await?;
    Ok(Some(Passed::Recovery))
}

/// Makes new recovery codes in place of the old ones, for who shows a code.
///
/// # Errors
/// Refused when the code is not right.
pub async fn renew(tx: &mut Tx, p: &Platform, actor: &Actor, id: &StaffId, shown: &str) -> Answer<Vec<String>> {
    let staff = own(tx, actor, id).await?;
    check(tx, p, &staff, shown).await?.ok_or(Refusal::WrongCode)?;
    let codes = new_codes(tx, p, id).await?;
    tx.record(&StaffEvent::RecoveryRenewed { staff: staff.id, name: staff.name }, actor, None).await?;
    Ok(codes)
}

/// Turns it off: one's own by showing a code, a colleague's by whoever manages accounts.
///
/// # Errors
/// Refused when the actor may not, when one's own role must have it, when the code is not right, and when it is not on.
pub async fn turn_off(tx: &mut Tx, p: &Platform, actor: &Actor, id: &StaffId, shown: Option<&str>) -> Answer<()> {
    let staff = match shown {
        Some(shown) => {
            let staff = own(tx, actor, id).await?;
            if super::obliged(tx).await?.binds(staff.role) {
                return Err(Refusal::SecondObliged.into());
            }
            check(tx, p, &staff, shown).await?.ok_or(Refusal::WrongCode)?;
            staff
        }
        None => staff::managed(tx, actor, id).await?,
    };
    if !store::forget(tx, id).await? {
        return Err(Refusal::NotFound.into());
    }
    Ok(tx.record(&StaffEvent::SecondTurnedOff { staff: staff.id, name: staff.name }, actor, None).await?)
}

async fn own(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<Staff> {
    let scope = allowed(actor, Action::EditOwnProfile)?;
    Ok(staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}

async fn new_codes(tx: &mut Tx, p: &Platform, id: &StaffId) -> Result<Vec<String>> {
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let mut random = [0; CODE_BYTES];
        p.random.fill(&mut random);
        codes.push(rules::recovery_code(random));
    }
    let letters: Vec<String> = codes.iter().filter_map(|code| rules::recovery_letters(code)).collect();
    store::set_codes(tx, p, id, &letters).await?;
    Ok(codes)
}
