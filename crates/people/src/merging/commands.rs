//! What colleagues can do with two customers who are one.

use base::{Action, Actor, Instant, Scope, allowed};
use platform::jobs::NewJob;
use platform::{Conn, Context, Tx};

use super::model::{Facts, Moved, Plan};
use super::{rules, store};
use crate::ids::{FieldId, PersonId};
use crate::person::{self, Person, PersonEvent, fold_name};
use crate::refusal::{Answer, Refusal};
use crate::relation::{self, Tie};
use crate::{care, field, file};

async fn both(conn: &mut Conn, scope: &Scope, target: &PersonId, source: &PersonId) -> Answer<(Person, Person)> {
    if target == source {
        return Err(Refusal::SamePerson.into());
    }
    let target = person::find(conn, scope, target).await?.ok_or(Refusal::NotFound)?;
    Ok((target, person::find(conn, scope, source).await?.ok_or(Refusal::NotFound)?))
}

/// What merging would do.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, or when both are the same.
pub async fn plan(conn: &mut Conn, actor: &Actor, target: &PersonId, source: &PersonId) -> Answer<Plan> {
    let scope = allowed(actor, Action::EditPeople)?;
    let (target, source) = both(conn, &scope, target, source).await?;
    let (mine, theirs) = (store::facts(conn, &target).await?, store::facts(conn, &source).await?);
    let (filled, kept) = rules::differences(&mine, &theirs);
    let known = store::phones(conn, &target.id).await?;
    let phones = store::phones(conn, &source.id).await?.into_iter().map(|phone| phone.number);
    let (own_filled, own_kept) = own_fields(conn, &target.id, &source.id).await?;
    let home = person::addresses(conn, &scope, &target.id).await?.into_iter().next();
    Ok(Plan {
        address: home.map(|it| it.shown).unwrap_or_default(),
        addresses: person::addresses(conn, &scope, &source.id).await?.into_iter().map(|it| it.shown).collect(),
        phones: phones.filter(|number| known.iter().all(|phone| phone.number != *number)).collect(),
        names: new_names(conn, &target, &source).await?.into_iter().map(|(name, _)| name).collect(),
        notes: store::note_ids(conn, &source.id).await?.len(),
        filled,
        kept,
        own_filled,
        own_kept,
        blocked: rules::united(&mine, &theirs).details.blocked,
        target,
        source,
    })
}

/// The names of the business's own fields that are filled, and of those that are kept.
async fn own_fields(conn: &mut Conn, target: &PersonId, source: &PersonId) -> Answer<(Vec<String>, Vec<String>)> {
    let mine = field::kept(conn, target.as_str()).await?;
    let (mut filled, mut kept) = (Vec::new(), Vec::new());
    for (field, theirs) in field::kept(conn, source.as_str()).await? {
        match mine.iter().find(|(own, _)| own.id == field.id) {
            None => filled.push(field.name),
            Some((_, text)) if *text != theirs => kept.push(field.name),
            Some(_) => {}
        }
    }
    Ok((filled, kept))
}

/// Names by which only the source is known, theirs first.
async fn new_names(conn: &mut Conn, target: &Person, source: &Person) -> Answer<Vec<(String, Instant)>> {
    let mut known: Vec<String> = vec![fold_name(&target.name)];
    known.extend(store::names(conn, &target.id).await?.iter().map(|(name, _)| fold_name(name)));
    let mut names = Vec::new();
    // Whoever never gave a name is called by their address, which comes along as one.
    let called = person::addresses(conn, &Scope::All, &source.id).await?.iter().all(|it| it.shown != source.name);
    let own = called.then(|| (source.name.clone(), source.created_at));
    for (name, at) in own.into_iter().chain(store::names(conn, &source.id).await?) {
        if !known.contains(&fold_name(&name)) {
            known.push(fold_name(&name));
            names.push((name, at));
        }
    }
    Ok(names)
}

/// Makes one customer part of another: addresses, telephones, names and notes. `more` is what others moved with it, in
/// their own words; undoing hands it back.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, or when both are the same.
pub async fn merge(tx: &mut Tx, actor: &Actor, target: &PersonId, source: &PersonId, more: String) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    store::hold(tx, target, source).await?;
    let (target, source) = both(tx, &scope, target, source).await?;
    let (mine, theirs) = (store::facts(tx, &target).await?, store::facts(tx, &source).await?);
    let after = rules::united(&mine, &theirs);
    let addresses = person::addresses(tx, &scope, &source.id).await?;
    let moved = Moved {
        addresses: addresses.into_iter().map(|it| it.address).collect(),
        new_phones: bring_phones(tx, &target, &source).await?,
        phones: store::phones(tx, &source.id).await?,
        new_names: bring_names(tx, &target, &source).await?,
        names: store::names(tx, &source.id).await?,
        new_fields: bring_fields(tx, &target, &source).await?,
        fields: fields_of(tx, &source.id).await?,
        related: ties_of(tx, &source.id).await?,
        new_related: bring_ties(tx, &target.id, &source.id).await?,
        notes: store::note_ids(tx, &source.id).await?,
        care: care::move_all(tx, &source.id, &target.id).await?,
        source: theirs,
        before: mine,
        after,
        more,
    };
    for address in &moved.addresses {
        store::move_address(tx, address, &source.id, &target.id).await?;
    }
    for note in &moved.notes {
        store::move_note(tx, note, &source.id, &target.id).await?;
    }
    field::forget(tx, source.id.as_str()).await?;
    store::take_away(tx, &source.id).await?;
    store::set_facts(tx, &target.id, &moved.after).await?;
    store::add(tx, &source.id, &target.id, &moved).await?;
    person::index(tx, &source.id).await?;
    person::index(tx, &target.id).await?;
    let event = PersonEvent::TookIn { person: target.id.clone(), from: source.id.clone(), name: source.name };
    tx.record(&event, actor, None).await?;
    follow(tx, &source.id, &target.id).await?;
    let event = PersonEvent::BecamePart { person: source.id, into: target.id, name: target.name };
    Ok(tx.record(&event, actor, None).await?)
}

/// The lane of [`FOLLOW_JOB`].
pub const LANE: &str = "merging";
/// The kind of job in which those above `people` who do not merge customers themselves do the same with what they keep;
/// its payload is a [`Followed`] as JSON.
pub const FOLLOW_JOB: &str = "people.merged";

/// Two customers who were made one, or taken apart: which of them holds is to be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Followed {
    /// Who became part of the other.
    pub source: PersonId,
    /// Who stayed.
    pub target: PersonId,
}

async fn follow(tx: &mut Tx, source: &PersonId, target: &PersonId) -> Answer<()> {
    let followed = Followed { source: source.clone(), target: target.clone() };
    let payload = serde_json::to_string(&followed).context("who was merged cannot be written")?;
    Ok(tx.enqueue(NewJob::new(LANE, FOLLOW_JOB).payload(payload)).await?)
}

async fn bring_phones(tx: &mut Tx, target: &Person, source: &Person) -> Answer<Vec<String>> {
    let mut new = Vec::new();
    for phone in store::phones(tx, &source.id).await? {
        if file::add_phone_row(tx, &target.id, &phone).await? {
            new.push(phone.number);
        }
    }
    Ok(new)
}

async fn bring_names(tx: &mut Tx, target: &Person, source: &Person) -> Answer<Vec<String>> {
    let mut new = Vec::new();
    for (name, at) in new_names(tx, target, source).await? {
        if file::add_name_row(tx, &target.id, &name, at).await? {
            new.push(name);
        }
    }
    Ok(new)
}

async fn fields_of(tx: &mut Tx, id: &PersonId) -> Answer<Vec<(FieldId, String)>> {
    let kept = field::kept(tx, id.as_str()).await?;
    Ok(kept.into_iter().map(|(field, text)| (field.id, text)).collect())
}

/// What stands in fields of the source alone stands with the target, too.
async fn bring_fields(tx: &mut Tx, target: &Person, source: &Person) -> Answer<Vec<FieldId>> {
    let known = fields_of(tx, &target.id).await?;
    let mut new = Vec::new();
    for (id, text) in fields_of(tx, &source.id).await? {
        if known.iter().all(|(own, _)| *own != id) {
            field::put(tx, target.id.as_str(), &id, &text).await?;
            new.push(id);
        }
    }
    Ok(new)
}

async fn ties_of(tx: &mut Tx, id: &PersonId) -> Answer<Vec<(PersonId, Tie)>> {
    let related = relation::of(tx, &Scope::All, id).await?;
    Ok(related.into_iter().map(|one| (one.person.id, one.tie)).collect())
}

/// Who had to do with the source has to do with the target, as far as nobody said otherwise.
async fn bring_ties(tx: &mut Tx, target: &PersonId, source: &PersonId) -> Answer<Vec<PersonId>> {
    let known = ties_of(tx, target).await?;
    let (mut new, now) = (Vec::new(), tx.now());
    for (other, tie) in ties_of(tx, source).await? {
        relation::take(tx, source, &other).await?;
        if other != *target && known.iter().all(|(one, _)| *one != other) {
            relation::put(tx, target, &other, tie, now).await?;
            new.push(other);
        }
    }
    Ok(new)
}

/// Two who were one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenApart {
    /// Who stayed.
    pub target: PersonId,
    /// Who is there again.
    pub source: PersonId,
    /// When they had been merged.
    pub since: Instant,
    /// The addresses that went back, as they are compared.
    pub addresses: Vec<String>,
    /// What was handed in as `more`.
    pub more: String,
}

/// Takes apart who was merged last. What was changed since stays as it is; addresses that are still there go back.
///
/// # Errors
/// [`Refusal::MergeStays`] when something contradicts it: a later merge, or none of the addresses is still there.
/// Refused also when the actor may not, or when there was no such merge.
pub async fn undo(tx: &mut Tx, actor: &Actor, source: &PersonId) -> Answer<TakenApart> {
    let scope = allowed(actor, Action::EditPeople)?;
    let (target, _, _) = store::find(tx, source).await?.ok_or(Refusal::NotFound)?;
    store::hold(tx, &target, source).await?;
    // Whoever waited for another sees what is there now.
    let (target, since, moved) = store::find(tx, source).await?.ok_or(Refusal::NotFound)?;
    let merged = store::merged_into(tx, &target).await?;
    let target = person::find(tx, &scope, &target).await?.ok_or(Refusal::MergeStays)?;
    if !merged.iter().any(|it| it.source == *source && it.can_be_undone) {
        return Err(Refusal::MergeStays.into());
    }
    let addresses = store::still_there(tx, &target.id, &moved.addresses).await?;
    store::bring_back(tx, source, &moved.source).await?;
    for address in &addresses {
        store::move_address(tx, address, &target.id, source).await?;
    }
    give_back(tx, &target.id, source, &moved).await?;
    let now = store::facts(tx, &target).await?;
    let apart: Facts = rules::apart(&now, &moved.before, &moved.after);
    store::set_facts(tx, &target.id, &apart).await?;
    store::remove(tx, source).await?;
    person::index(tx, source).await?;
    person::index(tx, &target.id).await?;
    for (person, name) in [(&target.id, &moved.source.name), (source, &target.name)] {
        let event = PersonEvent::TakenApart { person: person.clone(), name: name.clone() };
        tx.record(&event, actor, None).await?;
    }
    follow(tx, source, &target.id).await?;
    let Moved { more, .. } = moved;
    Ok(TakenApart { target: target.id, source: source.clone(), since, addresses, more })
}

async fn give_back(tx: &mut Tx, target: &PersonId, source: &PersonId, moved: &Moved) -> Answer<()> {
    for number in &moved.new_phones {
        file::remove_phone_row(tx, target, number).await?;
    }
    for phone in &moved.phones {
        file::add_phone_row(tx, source, phone).await?;
    }
    for name in &moved.new_names {
        file::remove_name_row(tx, target, name).await?;
    }
    for (name, at) in &moved.names {
        file::add_name_row(tx, source, name, *at).await?;
    }
    let now = fields_of(tx, target).await?;
    for (id, text) in &moved.fields {
        field::put(tx, source.as_str(), id, text).await?;
        // What was changed since stays.
        if moved.new_fields.contains(id) && now.contains(&(id.clone(), text.clone())) {
            field::put(tx, target.as_str(), id, "").await?;
        }
    }
    for note in &moved.notes {
        store::move_note(tx, note, target, source).await?;
    }
    care::move_these(tx, &moved.care, target, source).await?;
    for other in &moved.new_related {
        relation::take(tx, target, other).await?;
    }
    let now = tx.now();
    for (other, tie) in &moved.related {
        // Who was erased or became part of somebody meanwhile stays away.
        let there = person::find(tx, &Scope::All, other).await?.is_some();
        if there && crate::privacy::erased(tx, other).await?.is_none() {
            relation::put(tx, source, other, *tie, now).await?;
        }
    }
    Ok(())
}
