//! What can be done with fields: administrators say which there are, colleagues what stands in them.

use std::collections::HashMap;

use base::{Action, Actor, Scope, allowed};
use platform::{Result, Tx, settings};

use super::model::{About, Changed, Field, Kind, NewField, Owner, SAVED};
use super::rules::{self, Unfit};
use super::store;
use crate::file::FileEvent;
use crate::ids::FieldId;
use crate::organisation::{self, OrganisationEvent};
use crate::person::{self, clean_name};
use crate::refusal::{Answer, Refusal};

/// Fields of all kinds together.
const MOST: usize = 60;
/// What changes of fields are called in the history of settings.
const PAGE: &str = "fields";

/// Makes a field.
///
/// # Errors
/// Refused when the actor may not, without a name, for a choice without words, or when there are too many.
pub async fn add(tx: &mut Tx, actor: &Actor, new: &NewField) -> Answer<FieldId> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let known = store::all(tx).await?;
    if known.len() >= MOST {
        return Err(Refusal::TooMany.into());
    }
    let id = FieldId::next(&tx.ids(), tx.now());
    let field = wanted(id, new)?;
    if known.iter().any(|other| same_name(other, &field)) {
        return Err(Refusal::NameTaken.into());
    }
    let now = tx.now();
    store::insert(tx, &field, now).await?;
    settings::record_change(tx, actor, PAGE).await?;
    Ok(field.id)
}

fn wanted(id: FieldId, new: &NewField) -> std::result::Result<Field, Refusal> {
    let name = clean_name(&new.name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing);
    }
    let choices = if new.kind == Kind::Choice { rules::choices(&new.choices) } else { Vec::new() };
    if new.kind == Kind::Choice && choices.is_empty() {
        return Err(Refusal::ChoicesMissing);
    }
    let required = new.about.steps().iter().filter(|step| new.required.iter().any(|wanted| wanted == *step));
    let required = required.map(|step| (*step).to_owned()).collect();
    Ok(Field { id, about: new.about, name, kind: new.kind, choices, required, retired: false })
}

fn same_name(a: &Field, b: &Field) -> bool {
    a.id != b.id && a.about == b.about && a.name.to_lowercase() == b.name.to_lowercase()
}

/// Changes a field's name, words and whether it must be filled. What it is about and of what kind stays, since things
/// stand in it; so do words that are choices no more.
///
/// # Errors
/// Refused as by [`add`], and when there is no such field.
pub async fn change(tx: &mut Tx, actor: &Actor, id: &FieldId, new: &NewField) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let before = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    let new = NewField { about: before.about, kind: before.kind, ..new.clone() };
    let field = Field { retired: before.retired, ..wanted(id.clone(), &new)? };
    if store::all(tx).await?.iter().any(|other| same_name(other, &field)) {
        return Err(Refusal::NameTaken.into());
    }
    if field == before {
        return Ok(());
    }
    store::save(tx, &field).await?;
    Ok(settings::record_change(tx, actor, PAGE).await?)
}

/// Asks for a field no more, or again. What stands in it stays.
///
/// # Errors
/// Refused when the actor may not, or when there is no such field.
pub async fn retire(tx: &mut Tx, actor: &Actor, id: &FieldId, retired: bool) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let before = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    if before.retired == retired {
        return Ok(());
    }
    store::save(tx, &Field { retired, ..before }).await?;
    Ok(settings::record_change(tx, actor, PAGE).await?)
}

/// Puts a field before the one in front of it, or behind the next.
///
/// # Errors
/// Refused when the actor may not, or when there is no such field.
pub async fn arrange(tx: &mut Tx, actor: &Actor, id: &FieldId, up: bool) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let field = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    let mut order = store::of(tx, field.about).await?;
    let Some(here) = order.iter().position(|one| one.id == *id) else { return Ok(()) };
    let there = if up { here.checked_sub(1) } else { Some(here + 1).filter(|there| *there < order.len()) };
    let Some(there) = there else { return Ok(()) };
    order.swap(here, there);
    for (place, one) in order.iter().enumerate() {
        store::set_place(tx, &one.id, i64::try_from(place).unwrap_or(i64::MAX)).await?;
    }
    Ok(settings::record_change(tx, actor, PAGE).await?)
}

/// Says what stands in the fields of a customer or an organisation. `typed` is by id; a field that it does not name
/// stays as it is. Nothing is kept when one does not fit: the first such field and why is the inner error.
///
/// # Errors
/// Refused when the actor may not, or when there is no such customer or organisation.
pub async fn set_values(
    tx: &mut Tx,
    actor: &Actor,
    owner: &Owner,
    typed: &HashMap<String, String>,
) -> Answer<std::result::Result<(), (FieldId, Unfit)>> {
    let scope = allowed(actor, Action::EditPeople)?;
    exists(tx, &scope, owner).await?;
    let changes = match write(tx, owner.about(), owner.id(), typed).await? {
        Ok(changes) => changes,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let any = !changes.is_empty();
    for Changed { name, from, to } in changes {
        match owner.clone() {
            Owner::Person(person) => {
                tx.record(&FileEvent::FieldChanged { person, name, from, to }, actor, None).await?;
            }
            Owner::Organisation(organisation) => {
                let event = OrganisationEvent::FieldChanged { organisation, name, from, to };
                tx.record(&event, actor, None).await?;
            }
        }
    }
    match owner {
        Owner::Person(id) if any => person::index(tx, id).await?,
        Owner::Organisation(id) if any => organisation::index(tx, id).await?,
        Owner::Person(_) | Owner::Organisation(_) => {}
    }
    Ok(Ok(()))
}

/// Writes what stands in fields, for a capability that asks for rights and tells the facts itself. `typed` is by id; a
/// field that it does not name stays as it is. Nothing is kept when one does not fit.
///
/// # Errors
/// When the tables cannot be used. Which field does not fit, and why, is the inner error.
pub async fn write(
    tx: &mut Tx,
    about: About,
    owner: &str,
    typed: &HashMap<String, String>,
) -> Result<std::result::Result<Vec<Changed>, (FieldId, Unfit)>> {
    let mut changes = Vec::new();
    for value in store::values_of(tx, about, owner).await? {
        let Some(text) = typed.get(value.field.id.as_str()) else { continue };
        // A word that is a choice no more may stay where it stands.
        if *text == value.text && !(text.is_empty() && value.field.is_required(SAVED)) {
            continue;
        }
        match rules::read(&value.field, text) {
            Ok(text) if text == value.text => {}
            Ok(text) => changes.push((value, text)),
            Err(unfit) => return Ok(Err((value.field.id, unfit))),
        }
    }
    let mut told = Vec::with_capacity(changes.len());
    for (value, to) in changes {
        store::put(tx, owner, &value.field.id, &to).await?;
        told.push(Changed { name: value.field.name, from: value.text, to });
    }
    Ok(Ok(told))
}

async fn exists(tx: &mut Tx, scope: &Scope, owner: &Owner) -> Answer<()> {
    let there = match owner {
        Owner::Person(id) => person::find(tx, scope, id).await?.is_some(),
        Owner::Organisation(id) => organisation::find(tx, scope, id).await?.is_some(),
    };
    if there { Ok(()) } else { Err(Refusal::NotFound.into()) }
}
