//! Does to customers what a row says.

use std::collections::HashMap;

use base::{Action, Actor, Scope, allowed};
use platform::Tx;

use super::model::{Line, Outcome, Remark, Why};
use super::rules::deciding::{self, Known, Step};
use super::rules::draft::Draft;
use super::store;
use crate::field::{self, Owner};
use crate::ids::PersonId;
use crate::refusal::{Answer, Failure, Refusal};
use crate::{file, organisation, person};

/// Whom a row is about.
enum Whom {
    Known(PersonId),
    New,
    /// More than one.
    Several,
}

/// Makes the customer whom `draft` is about, or fills in what is not known of them yet, as a row of a file does.
///
/// # Errors
/// When the actor may not, or the database cannot be used.
pub async fn take(tx: &mut Tx, actor: &Actor, draft: Draft) -> Answer<Line> {
    let _all = allowed(actor, Action::EditPeople)?;
    apply(tx, actor, draft, 0, false).await
}

/// Takes a row in, as if `actor` typed it.
pub(super) async fn apply(tx: &mut Tx, actor: &Actor, draft: Draft, number: i64, overwrite: bool) -> Answer<Line> {
    let mut remarks = draft.remarks.clone();
    if draft.is_nobody() {
        return Ok(refused(number, Why::Nobody, remarks));
    }
    let (person, is_new) = match whom(tx, &draft).await? {
        Whom::Several => return Ok(refused(number, Why::Several, remarks)),
        Whom::Known(person) => (person, false),
        Whom::New => (make(tx, actor, &draft).await?, true),
    };
    let known = known(tx, &person).await?;
    let mut changed = is_new;
    // A customer who is new has nothing that anybody typed.
    for step in deciding::steps(&draft, &known, overwrite || is_new) {
        match self::step(tx, actor, &person, step).await {
            Ok(()) => changed = true,
            Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => {
                let why = match refusal {
                    Refusal::AddressTaken => Why::Several,
                    Refusal::TooMany => Why::TooMany,
                    _ => Why::Unfit,
                };
                remarks.push(Remark { why, column: String::new() });
            }
            Err(failure) => return Err(failure),
        }
    }
    let outcome = match (is_new, changed) {
        (true, _) => Outcome::Added,
        (false, true) => Outcome::Filled,
        (false, false) => Outcome::Same,
    };
    Ok(Line { number, outcome, person: Some(person), remarks })
}

/// A row that nothing comes of.
pub(super) fn refused(number: i64, why: Why, mut remarks: Vec<Remark>) -> Line {
    remarks.insert(0, Remark { why, column: String::new() });
    Line { number, outcome: Outcome::Refused, person: None, remarks }
}

/// By an address; else by a telephone, when the names do not contradict; else, when there is nothing but a name, by
/// that of somebody of whom there is nothing but a name either.
async fn whom(tx: &mut Tx, draft: &Draft) -> Answer<Whom> {
    let mut found: Vec<PersonId> = Vec::new();
    for address in &draft.addresses {
        if let Some(owner) = person::by_address(tx, &Scope::All, address).await?
            && !found.contains(&owner.id)
        {
            found.push(owner.id);
        }
    }
    if found.is_empty() && !draft.phones.is_empty() {
        for candidate in store::by_phones(tx, &draft.phones).await? {
            let theirs = known(tx, &candidate).await?;
            if deciding::is_same_by_phone(draft, &theirs) {
                found.push(candidate);
            }
        }
    }
    if found.is_empty() && draft.addresses.is_empty() && draft.phones.is_empty() {
        found.extend(store::by_name_alone(tx, &draft.name).await?);
    }
    let mut found = found.into_iter();
    Ok(match (found.next(), found.next()) {
        (None, _) => Whom::New,
        (Some(one), None) => Whom::Known(one),
        (Some(_), Some(_)) => Whom::Several,
    })
}

async fn make(tx: &mut Tx, actor: &Actor, draft: &Draft) -> Answer<PersonId> {
    match draft.addresses.first() {
        Some(address) => person::add(tx, actor, &draft.name, address).await,
        None => {
            let name = if draft.name.is_empty() { draft.phones.first() } else { Some(&draft.name) };
            person::add_unwritten(tx, actor, name.map_or("", String::as_str)).await
        }
    }
}

async fn known(tx: &mut Tx, id: &PersonId) -> Answer<Known> {
    let person = person::find(tx, &Scope::All, id).await?.ok_or(Refusal::NotFound)?;
    let addresses = person::addresses(tx, &Scope::All, id).await?;
    let file = file::file(tx, &Scope::All, id).await?;
    let values = field::values(tx, &Scope::All, &Owner::Person(id.clone())).await?;
    Ok(Known {
        name: person.name,
        addresses: addresses.into_iter().map(|address| address.shown).collect(),
        phones: file.phones.into_iter().map(|phone| phone.number).collect(),
        organisation: file.organisation.map(|(_, name)| name).unwrap_or_default(),
        title: file.details.title,
        postal: file.details.postal,
        language: file.details.preferences.language,
        notes: file.notes.into_iter().map(|note| note.body).collect(),
        fields: values.into_iter().map(|value| (value.field.id, value.text)).collect(),
    })
}

async fn step(tx: &mut Tx, actor: &Actor, person: &PersonId, step: Step) -> Answer<()> {
    match step {
        Step::Rename(name) => person::rename(tx, actor, person, &name).await,
        Step::Address(address) => person::add_address(tx, actor, person, &address).await,
        Step::Phone(phone) => file::add_phone(tx, actor, person, &phone, None, "").await,
        Step::Join(name) => {
            // Without the domain that they write from: of many rows nobody looks whose it is.
            let organisation = organisation::create(tx, actor, &name).await?;
            organisation::join(tx, actor, person, &organisation).await
        }
        Step::About(title, postal) => file::set_about(tx, actor, person, &file::About { title, postal }).await,
        Step::Language(language) => {
            let details = file::details(tx, person).await?;
            let wanted = file::Preferences { language: Some(language), ..details.preferences };
            file::set_preferences(tx, actor, person, &wanted, details.vip).await
        }
        Step::Note(body) => file::add_note(tx, actor, person, &body, false).await.map(|_| ()),
        Step::Field(id, text) => {
            let typed = HashMap::from([(id.to_string(), text)]);
            let owner = Owner::Person(person.clone());
            // What does not fit was left out when the row was read.
            field::set_values(tx, actor, &owner, &typed).await.map(|_| ())
        }
    }
}
