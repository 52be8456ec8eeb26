//! What can be done with customers.

use base::{Action, Actor, Language, Scope, allowed};
use platform::{Context, Result, Tx};

use super::events::PersonEvent;
use super::model::{Failing, Person};
use super::{found, rules, store};
use crate::PersonId;
use crate::organisation;
use crate::refusal::{Answer, Refusal};

/// Finds the customer who writes from `address`, or makes them; says whether they are new. Fills in a
/// name or a language that was not known before. Safe to repeat, and beside another open transaction
/// that resolves the same address.
///
/// # Errors
/// When the tables cannot be used.
pub async fn resolve(tx: &mut Tx, address: &str, name: &str, language: Option<Language>) -> Result<(PersonId, bool)> {
    let shown = shown(address);
    let clean = rules::clean_name(name, &shown);
    if let Some(known) = store::hold_by_address(tx, &shown).await? {
        return learn(tx, known, &shown, &clean, language).await;
    }
    let id = PersonId::next(&tx.ids(), tx.now());
    let now = tx.now();
    if !store::claim_address(tx, &shown, &id, now).await? {
        // Another transaction was quicker and has committed meanwhile.
        let known = store::hold_by_address(tx, &shown).await?;
        return learn(tx, known.context("an address without its person")?, &shown, &clean, language).await;
    }
    let name = if clean.name.is_empty() { shown.clone() } else { clean.name };
    let person = Person { id, name, name_doubtful: clean.doubtful, language, created_at: now };
    store::insert(tx, &person).await?;
    found::index(tx, &person.id).await?;
    let Person { id, name, .. } = person;
    let event =
        PersonEvent::PersonAppeared { person: id.clone(), name, address: shown.clone(), language, added: false };
    tx.record(&event, &Actor::Customer { id: id.to_string() }, None).await?;
    organisation::join_by_domain(tx, &id, &shown).await?;
    Ok((id, true))
}

async fn learn(
    tx: &mut Tx,
    known: Person,
    shown: &str,
    clean: &rules::CleanName,
    language: Option<Language>,
) -> Result<(PersonId, bool)> {
    let nameless = rules::fold_address(&known.name) == rules::fold_address(shown);
    if nameless && !clean.name.is_empty() && clean.name != known.name {
        store::set_name(tx, &known.id, &clean.name, clean.doubtful).await?;
        found::index(tx, &known.id).await?;
    }
    if let (None, Some(language)) = (known.language, language) {
        store::set_language(tx, &known.id, language).await?;
    }
    Ok((known.id, false))
}

/// Makes a customer who has not written yet; their name may be empty.
///
/// # Errors
/// Refused when the actor may not, when it is no address, or when it is somebody else's.
pub async fn add(tx: &mut Tx, actor: &Actor, name: &str, address: &str) -> Answer<PersonId> {
    let _all = allowed(actor, Action::EditPeople)?;
    let shown = shown(address);
    if !rules::looks_like_address(&shown) {
        return Err(Refusal::NotAnAddress.into());
    }
    let (id, now) = (PersonId::next(&tx.ids(), tx.now()), tx.now());
    if !store::claim_address(tx, &shown, &id, now).await? {
        return Err(Refusal::AddressTaken.into());
    }
    let name = rules::clean_name(name, &shown).name;
    let name = if name.is_empty() { shown.clone() } else { name };
    let person = Person { id, name, name_doubtful: false, language: None, created_at: now };
    store::insert(tx, &person).await?;
    found::index(tx, &person.id).await?;
    let Person { id, name, .. } = person;
    let event = PersonEvent::PersonAppeared { person: id.clone(), name, address: shown, language: None, added: true };
    tx.record(&event, actor, None).await?;
    organisation::join_by_domain(tx, &id, address).await?;
    Ok(id)
}

/// Makes a customer of whom no address is known.
///
/// # Errors
/// Refused when the actor may not, or when no name is left.
pub async fn add_unwritten(tx: &mut Tx, actor: &Actor, name: &str) -> Answer<PersonId> {
    let _all = allowed(actor, Action::EditPeople)?;
    let name = rules::clean_name(name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    let id = PersonId::next(&tx.ids(), tx.now());
    let person = Person { id, name, name_doubtful: false, language: None, created_at: tx.now() };
    store::insert(tx, &person).await?;
    found::index(tx, &person.id).await?;
    let Person { id, name, .. } = person;
    let event =
        PersonEvent::PersonAppeared { person: id.clone(), name, address: String::new(), language: None, added: true };
    tx.record(&event, actor, None).await?;
    Ok(id)
}

/// Gives a customer another address.
///
/// # Errors
/// Refused when the actor may not, when it is no address, or when it is somebody else's.
pub async fn add_address(tx: &mut Tx, actor: &Actor, id: &PersonId, address: &str) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    let person = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let shown = shown(address);
    if !rules::looks_like_address(&shown) {
        return Err(Refusal::NotAnAddress.into());
    }
    let now = tx.now();
    if store::claim_address(tx, &shown, &person.id, now).await? {
        found::index(tx, &person.id).await?;
        let event = PersonEvent::AddressAdded { person: person.id.clone(), address: shown.clone() };
        tx.record(&event, actor, None).await?;
        return Ok(organisation::join_by_domain(tx, &person.id, &shown).await?);
    }
    match store::by_address(tx, &Scope::All, &shown).await? {
        Some(owner) if owner.id == person.id => Ok(()),
        _ => Err(Refusal::AddressTaken.into()),
    }
}

/// Takes an address away from a customer: what comes from it is theirs no more. Nothing happens when it is not there.
///
/// # Errors
/// Refused when the actor may not, or when it is the last one.
pub async fn remove_address(tx: &mut Tx, actor: &Actor, id: &PersonId, address: &str) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    let person = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let known = store::addresses(tx, &scope, id).await?;
    let Some(gone) = known.iter().find(|known| known.address == rules::fold_address(address)) else { return Ok(()) };
    if known.len() == 1 {
        return Err(Refusal::LastAddress.into());
    }
    store::free_address(tx, &gone.address).await?;
    found::index(tx, &person.id).await?;
    let event = PersonEvent::AddressRemoved { person: person.id, address: gone.shown.clone() };
    Ok(tx.record(&event, actor, None).await?)
}

/// Puts an address right: the new one takes the place of the old one.
///
/// # Errors
/// Refused as by [`add_address`], and when the old one is not there.
pub async fn change_address(tx: &mut Tx, actor: &Actor, id: &PersonId, from: &str, to: &str) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    let known = store::addresses(tx, &scope, id).await?;
    let from = rules::fold_address(from);
    if !known.iter().any(|known| known.address == from) {
        return Err(Refusal::NotFound.into());
    }
    add_address(tx, actor, id, to).await?;
    if rules::fold_address(to) == from { Ok(()) } else { remove_address(tx, actor, id, &from).await }
}

/// Notes that an address is proved to be a customer's: a link that was mailed there was used. No fact of its own, since
/// it changes nothing but a sign beside the address.
///
/// # Errors
/// When the table cannot be used.
pub async fn prove_address(tx: &mut Tx, id: &PersonId, address: &str) -> Result<()> {
    store::prove_address(tx, id, address).await
}

/// Notes that mail to an address comes back, since nobody is there. Nothing happens to an address that no customer
/// has, or that is noted already.
///
/// # Errors
/// When the tables cannot be used.
pub async fn set_failing(tx: &mut Tx, address: &str, words: &str) -> Result<()> {
    let failing = Failing { since: tx.now(), words: rules::clean_line(words, 500) };
    let Some(person) = store::mark_failing(tx, address, Some(&failing)).await? else { return Ok(()) };
    let event = PersonEvent::AddressFailing { person, address: shown(address), words: failing.words };
    tx.record(&event, &Actor::System, None).await
}

/// Notes that an address works again: somebody wrote from it, or a server took mail for it.
///
/// # Errors
/// When the tables cannot be used.
pub async fn clear_failing(tx: &mut Tx, address: &str) -> Result<()> {
    let Some(person) = store::mark_failing(tx, address, None).await? else { return Ok(()) };
    tx.record(&PersonEvent::AddressWorks { person, address: shown(address) }, &Actor::System, None).await
}

/// Puts a customer's name right.
///
/// # Errors
/// Refused when the actor may not or when no name is left.
pub async fn rename(tx: &mut Tx, actor: &Actor, id: &PersonId, name: &str) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    let person = store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let name = rules::clean_name(name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    if name == person.name && !person.name_doubtful {
        return Ok(());
    }
    // A colleague's word: no longer in doubt.
    store::set_name(tx, id, &name, false).await?;
    found::index(tx, id).await?;
    let event = PersonEvent::PersonRenamed { person: person.id, from: person.name, to: name };
    Ok(tx.record(&event, actor, None).await?)
}

/// The address as people see it: what they wrote, without what nobody sees.
fn shown(address: &str) -> String {
    rules::clean_line(address, 320)
}
