//! What colleagues can do with organisations, and how customers join by themselves.

use base::{Action, Actor, allowed};
use platform::jobs::NewJob;
use platform::{Result, Tx};

use super::events::OrganisationEvent;
use super::model::Organisation;
use super::rules::{domain_of, fold_domain, is_public};
use super::{found, store};
use crate::PersonId;
use crate::file::FileEvent;
use crate::ids::OrganisationId;
use crate::person::{self, Person, clean_name};
use crate::refusal::{Answer, Refusal};

/// Customers who join at once when an organisation begins to let them.
const AT_ONCE: i64 = 500;
/// The lane of [`MEMBER_JOB`]: that of work on many rows.
const MEMBER_LANE: &str = "purge";
/// Job: somebody belongs elsewhere now. Payload: customer id. Done by whoever goes by where customers belong.
pub const MEMBER_JOB: &str = "organisation.member";

async fn load(tx: &mut Tx, actor: &Actor, id: &OrganisationId) -> Answer<Organisation> {
    let scope = allowed(actor, Action::EditPeople)?;
    Ok(store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}

async fn load_person(tx: &mut Tx, actor: &Actor, id: &PersonId) -> Answer<Person> {
    let scope = allowed(actor, Action::EditPeople)?;
    Ok(person::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}

/// Makes an organisation, or finds the one of that name.
///
/// # Errors
/// Refused when the actor may not, or when no name is left.
pub async fn create(tx: &mut Tx, actor: &Actor, name: &str) -> Answer<OrganisationId> {
    let _all = allowed(actor, Action::EditPeople)?;
    let name = clean_name(name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    if let Some(known) = store::by_name(tx, &name).await? {
        return Ok(known.id);
    }
    let (organisation, now) = (OrganisationId::next(&tx.ids(), tx.now()), tx.now());
    store::insert(tx, &organisation, &name, now).await?;
    let event = OrganisationEvent::OrganisationAdded { organisation: organisation.clone(), name };
    tx.record(&event, actor, None).await?;
    found::index(tx, &organisation).await?;
    Ok(organisation)
}

/// Calls an organisation otherwise.
///
/// # Errors
/// Refused when the actor may not, when no name is left, or when another one is called so.
pub async fn rename(tx: &mut Tx, actor: &Actor, id: &OrganisationId, name: &str) -> Answer<()> {
    let before = load(tx, actor, id).await?;
    let name = clean_name(name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    if store::by_name(tx, &name).await?.is_some_and(|other| other.id != *id) {
        return Err(Refusal::NameTaken.into());
    }
    if name == before.name {
        return Ok(());
    }
    store::set_name(tx, id, &name).await?;
    found::index(tx, id).await?;
    let event = OrganisationEvent::OrganisationRenamed { organisation: id.clone(), from: before.name, to: name };
    Ok(tx.record(&event, actor, None).await?)
}

/// Says that an organisation's people write from a domain.
///
/// # Errors
/// Refused when the actor may not, when it is no domain, when everybody may write from it, or when it is another's.
pub async fn add_domain(tx: &mut Tx, actor: &Actor, id: &OrganisationId, domain: &str) -> Answer<()> {
    let organisation = load(tx, actor, id).await?;
    let domain = fold_domain(domain).ok_or(Refusal::NotADomain)?;
    if is_public(&domain) {
        return Err(Refusal::PublicDomain.into());
    }
    if !store::add_domain(tx, id, &domain).await? {
        let owner = store::by_domain(tx, &domain).await?;
        return if owner.is_some_and(|owner| owner.id == *id) { Ok(()) } else { Err(Refusal::DomainTaken.into()) };
    }
    found::index(tx, id).await?;
    let event = OrganisationEvent::DomainAdded { organisation: id.clone(), domain };
    tx.record(&event, actor, None).await?;
    if organisation.joins_by_itself { all_join(tx, actor, &organisation).await } else { Ok(()) }
}

/// Says that they do not. Who belongs already stays.
///
/// # Errors
/// Refused when the actor may not.
pub async fn remove_domain(tx: &mut Tx, actor: &Actor, id: &OrganisationId, domain: &str) -> Answer<()> {
    load(tx, actor, id).await?;
    if !store::remove_domain(tx, id, domain).await? {
        return Ok(());
    }
    found::index(tx, id).await?;
    let event = OrganisationEvent::DomainRemoved { organisation: id.clone(), domain: domain.to_owned() };
    Ok(tx.record(&event, actor, None).await?)
}

/// Makes these the domains of an organisation: adds what is new and takes away what is not among them.
///
/// # Errors
/// Refused as by [`add_domain`].
pub async fn set_domains(tx: &mut Tx, actor: &Actor, id: &OrganisationId, domains: &[String]) -> Answer<()> {
    load(tx, actor, id).await?;
    let mut wanted = Vec::with_capacity(domains.len());
    for domain in domains {
        wanted.push(fold_domain(domain).ok_or(Refusal::NotADomain)?);
    }
    for gone in store::domains(tx, id).await?.iter().filter(|known| !wanted.contains(known)) {
        remove_domain(tx, actor, id, gone).await?;
    }
    for domain in &wanted {
        add_domain(tx, actor, id, domain).await?;
    }
    Ok(())
}

/// Says whether those who write from its domains join by themselves; if so, those who are there join at once.
///
/// # Errors
/// Refused when the actor may not.
pub async fn set_joining(tx: &mut Tx, actor: &Actor, id: &OrganisationId, by_itself: bool) -> Answer<()> {
    let organisation = load(tx, actor, id).await?;
    if organisation.joins_by_itself == by_itself {
        return Ok(());
    }
    store::set_joining(tx, id, by_itself).await?;
    let event = OrganisationEvent::JoiningChanged { organisation: id.clone(), by_itself };
    tx.record(&event, actor, None).await?;
    if by_itself { all_join(tx, actor, &organisation).await } else { Ok(()) }
}

async fn all_join(tx: &mut Tx, actor: &Actor, organisation: &Organisation) -> Answer<()> {
    let scope = allowed(actor, Action::ReadPeople)?;
    for member in store::suggested(tx, &scope, &organisation.id, AT_ONCE).await? {
        put(tx, actor, &member.id, organisation).await?;
    }
    Ok(())
}

/// Makes somebody belong somewhere, or nowhere, and leaves word of it.
async fn moves(tx: &mut Tx, person: &PersonId, of: Option<&OrganisationId>) -> Result<()> {
    store::set_member(tx, person, of).await?;
    let key = format!("{MEMBER_JOB}:{person}");
    tx.enqueue(NewJob::new(MEMBER_LANE, MEMBER_JOB).key(key).payload(person.as_str())).await
}

async fn put(tx: &mut Tx, actor: &Actor, person: &PersonId, organisation: &Organisation) -> Result<()> {
    moves(tx, person, Some(&organisation.id)).await?;
    store::set_declined(tx, person, &organisation.id, false).await?;
    let (organisation, name) = (organisation.id.clone(), organisation.name.clone());
    tx.record(&FileEvent::JoinedOrganisation { person: person.clone(), organisation, name }, actor, None).await
}

/// Makes a customer belong to an organisation; they belong to one at a time.
///
/// # Errors
/// Refused when the actor may not, or when either is not there.
pub async fn join(tx: &mut Tx, actor: &Actor, person: &PersonId, id: &OrganisationId) -> Answer<()> {
    let person = load_person(tx, actor, person).await?.id;
    let organisation = load(tx, actor, id).await?;
    let before = store::organisation_of(tx, &person).await?;
    if before.as_ref().is_some_and(|before| before.id == organisation.id) {
        return Ok(());
    }
    Ok(put(tx, actor, &person, &organisation).await?)
}

/// The same by name; an organisation of a new name is made, with the domain that the customer writes from.
///
/// # Errors
/// Refused when the actor may not, or when no name is left.
pub async fn join_named(tx: &mut Tx, actor: &Actor, person: &PersonId, name: &str) -> Answer<OrganisationId> {
    let who = load_person(tx, actor, person).await?.id;
    let organisation = create(tx, actor, name).await?;
    if store::domains(tx, &organisation).await?.is_empty() {
        let scope = allowed(actor, Action::ReadPeople)?;
        let known = person::addresses(tx, &scope, &who).await?;
        if let Some(domain) = known.iter().find_map(|address| domain_of(&address.address))
            && store::by_domain(tx, &domain).await?.is_none()
            && fold_domain(&domain).is_some()
        {
            add_domain(tx, actor, &organisation, &domain).await?;
        }
    }
    join(tx, actor, &who, &organisation).await?;
    Ok(organisation)
}

/// Makes a customer belong nowhere; where they belonged is not suggested again.
///
/// # Errors
/// Refused when the actor may not.
pub async fn leave(tx: &mut Tx, actor: &Actor, person: &PersonId) -> Answer<()> {
    let person = load_person(tx, actor, person).await?.id;
    let Some(before) = store::organisation_of(tx, &person).await? else { return Ok(()) };
    moves(tx, &person, None).await?;
    store::set_declined(tx, &person, &before.id, true).await?;
    let event = FileEvent::LeftOrganisation { person, organisation: before.id, name: before.name };
    Ok(tx.record(&event, actor, None).await?)
}

/// Says that a customer does not belong to an organisation that was suggested.
///
/// # Errors
/// Refused when the actor may not, or when either is not there.
pub async fn decline(tx: &mut Tx, actor: &Actor, person: &PersonId, id: &OrganisationId) -> Answer<()> {
    let person = load_person(tx, actor, person).await?.id;
    let organisation = load(tx, actor, id).await?;
    Ok(store::set_declined(tx, &person, &organisation.id, true).await?)
}

/// Lets whoever writes from an address join the organisation of its domain, where that says so.
pub(crate) async fn join_by_domain(tx: &mut Tx, person: &PersonId, address: &str) -> Result<()> {
    let Some(domain) = domain_of(address) else { return Ok(()) };
    let Some(organisation) = store::by_domain(tx, &domain).await? else { return Ok(()) };
    if !organisation.joins_by_itself
        || store::organisation_of(tx, person).await?.is_some()
        || store::is_declined(tx, person, &organisation.id).await?
    {
        return Ok(());
    }
    put(tx, &Actor::Rule { id: "domain".to_owned() }, person, &organisation).await
}
