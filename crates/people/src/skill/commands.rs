//! The list of skills, and what colleagues can: by those who look after colleagues; which languages one writes, by
//! oneself, too.

use base::{Action, Actor, Language, allowed};
use platform::{Tx, settings};

use super::model::{Skill, SkillId};
use super::{rules, store};
use crate::StaffId;
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, Staff, StaffEvent};

/// Puts a skill on the list. Nobody has it at first.
///
/// # Errors
/// [`Refusal::NameMissing`], [`Refusal::NameTaken`], [`Refusal::TooMany`]; refused when the actor may not.
pub async fn make(tx: &mut Tx, actor: &Actor, name: &str) -> Answer<Skill> {
    let all = listed(tx, actor).await?;
    if all.len() >= rules::MOST {
        return Err(Refusal::TooMany.into());
    }
    let skill = Skill { id: SkillId::next(&tx.ids(), tx.now()), name: rules::name(name, None, &all)? };
    store::insert(tx, &skill).await?;
    settings::record_change(tx, actor, "skills").await?;
    Ok(skill)
}

/// Calls a skill otherwise. Who has it keeps it.
///
/// # Errors
/// [`Refusal::NameMissing`], [`Refusal::NameTaken`]; refused when the actor may not, or there is no such skill.
pub async fn rename(tx: &mut Tx, actor: &Actor, id: &SkillId, name: &str) -> Answer<()> {
    let all = listed(tx, actor).await?;
    let before = all.iter().find(|one| one.id == *id).ok_or(Refusal::NotFound)?;
    let name = rules::name(name, Some(id), &all)?;
    if before.name == name {
        return Ok(());
    }
    store::rename(tx, id, &name).await?;
    Ok(settings::record_change(tx, actor, "skills").await?)
}

/// Takes a skill off the list, and away from everybody who has it. What needed it needs it no more.
///
/// # Errors
/// Refused when the actor may not, or there is no such skill.
pub async fn remove(tx: &mut Tx, actor: &Actor, id: &SkillId) -> Answer<()> {
    listed(tx, actor).await?.iter().find(|one| one.id == *id).ok_or(Refusal::NotFound)?;
    store::remove(tx, id).await?;
    Ok(settings::record_change(tx, actor, "skills").await?)
}

/// Says which skills a colleague has: those, and no others.
///
/// # Errors
/// Refused when the actor may not, or there is no such colleague.
pub async fn set_skills(tx: &mut Tx, actor: &Actor, id: &StaffId, wanted: &[SkillId]) -> Answer<()> {
    let scope = allowed(actor, Action::ManageStaff)?;
    staff::hold(tx, id).await?;
    let one = staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let all = store::all(tx).await?;
    let chosen = rules::chosen(&all, wanted);
    let before = store::abilities_of(tx, id).await?.skills;
    if chosen.len() == before.len() && chosen.iter().all(|skill| before.contains(&skill.id)) {
        return Ok(());
    }
    store::put_skills(tx, id, &chosen).await?;
    let skills = chosen.iter().map(|skill| skill.name.clone()).collect();
    Ok(tx.record(&StaffEvent::SkillsChanged { staff: one.id, name: one.name, skills }, actor, None).await?)
}

/// Says which languages a colleague writes: one's own, or those of somebody whom one looks after. None stands for all.
///
/// # Errors
/// Refused when the actor may not, or there is no such colleague.
pub async fn set_writes(tx: &mut Tx, actor: &Actor, id: &StaffId, wanted: &[Language]) -> Answer<()> {
    let one = whose(tx, actor, id).await?;
    let writes: Vec<Language> = Language::ALL.into_iter().filter(|language| wanted.contains(language)).collect();
    if store::abilities_of(tx, id).await?.writes == writes {
        return Ok(());
    }
    store::put_writes(tx, id, &writes).await?;
    Ok(tx.record(&StaffEvent::WritesChanged { staff: one.id, name: one.name, writes }, actor, None).await?)
}

/// The list, held until the transaction ends, for those who may change it.
async fn listed(tx: &mut Tx, actor: &Actor) -> Answer<Vec<Skill>> {
    let _all = allowed(actor, Action::ManageStaff)?;
    Ok(store::lock(tx).await?)
}

/// The colleague, held until the end.
async fn whose(tx: &mut Tx, actor: &Actor, id: &StaffId) -> Answer<Staff> {
    let own = actor.staff_id() == Some(id.as_str());
    let scope = allowed(actor, if own { Action::EditOwnProfile } else { Action::ManageStaff })?;
    staff::hold(tx, id).await?;
    Ok(staff::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}
