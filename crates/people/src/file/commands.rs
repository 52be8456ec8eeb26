//! What colleagues can do in a customer's file.

use base::{Action, Actor, Language, allowed};
use platform::Tx;

use super::events::{Detail, FileEvent};
use super::model::{Blocked, Channel, Manner, Note, Preferences};
use super::rules::hours::{Hours, written};
use super::rules::phones::{Country, normalise};
use super::rules::{LINE_MAX, clean_text};
use super::store;
use crate::ids::{NoteId, PersonId};
use crate::person::{self, Person, clean_line, clean_name, fold_name};
use crate::refusal::{Answer, Refusal};

/// Longest name of a telephone, in characters.
const LABEL_MAX: usize = 40;
/// Telephones and other names of one customer.
const MOST: usize = 50;

async fn load(tx: &mut Tx, actor: &Actor, id: &PersonId) -> Answer<Person> {
    let scope = allowed(actor, Action::EditPeople)?;
    Ok(person::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}

/// Adds a telephone. `home` is the country of numbers written without one.
///
/// # Errors
/// Refused when the actor may not, or when this is no number; so for all commands on telephones.
pub async fn add_phone(
    tx: &mut Tx,
    actor: &Actor,
    id: &PersonId,
    number: &str,
    home: Option<&Country>,
    label: &str,
) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    let number = normalise(number, home).ok_or(Refusal::NotAPhone)?;
    if store::phones(tx, &person).await?.len() >= MOST {
        return Err(Refusal::TooMany.into());
    }
    let now = tx.now();
    if !store::add_phone(tx, &person, &number, &clean_line(label, LABEL_MAX), now).await? {
        return Ok(());
    }
    Ok(tx.record(&FileEvent::PhoneAdded { person, number }, actor, None).await?)
}

/// Makes a telephone another number, or calls it otherwise.
///
/// # Errors
/// See [`add_phone`]; also when there is no such telephone.
pub async fn change_phone(
    tx: &mut Tx,
    actor: &Actor,
    id: &PersonId,
    before: &str,
    (number, home, label): (&str, Option<&Country>, &str),
) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    let number = normalise(number, home).ok_or(Refusal::NotAPhone)?;
    let old = store::phone(tx, &person, before).await?.ok_or(Refusal::NotFound)?;
    let label = clean_line(label, LABEL_MAX);
    if (old.number.as_str(), old.label.as_str()) == (number.as_str(), label.as_str()) {
        return Ok(());
    }
    store::remove_phone(tx, &person, &old.number).await?;
    store::add_phone(tx, &person, &number, &label, old.added_at).await?;
    let (from, to) = (labelled(&old.number, &old.label), labelled(&number, &label));
    Ok(tx.record(&FileEvent::PhoneChanged { person, from, to }, actor, None).await?)
}

fn labelled(number: &str, label: &str) -> String {
    if label.is_empty() { number.to_owned() } else { format!("{number} ({label})") }
}

/// Takes a telephone away; nothing happens when it is not there.
///
/// # Errors
/// See [`add_phone`].
pub async fn remove_phone(tx: &mut Tx, actor: &Actor, id: &PersonId, number: &str) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    if !store::remove_phone(tx, &person, number).await? {
        return Ok(());
    }
    Ok(tx.record(&FileEvent::PhoneRemoved { person, number: number.to_owned() }, actor, None).await?)
}

/// Notes that a customer goes by another name too.
///
/// # Errors
/// Refused when the actor may not, or when no name is left.
pub async fn add_name(tx: &mut Tx, actor: &Actor, id: &PersonId, name: &str) -> Answer<()> {
    let person = load(tx, actor, id).await?;
    let name = clean_name(name, "").name;
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    if store::names(tx, &person.id).await?.len() >= MOST {
        return Err(Refusal::TooMany.into());
    }
    let now = tx.now();
    if fold_name(&name) == fold_name(&person.name) || !store::add_name(tx, &person.id, &name, now).await? {
        return Ok(());
    }
    Ok(tx.record(&FileEvent::NameAdded { person: person.id, name }, actor, None).await?)
}

/// Takes another name away; nothing happens when it is not there.
///
/// # Errors
/// Refused when the actor may not.
pub async fn remove_name(tx: &mut Tx, actor: &Actor, id: &PersonId, name: &str) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    if !store::remove_name(tx, &person, name).await? {
        return Ok(());
    }
    Ok(tx.record(&FileEvent::NameRemoved { person, name: name.to_owned() }, actor, None).await?)
}

/// Puts another name right: the new one takes the place of the old one.
///
/// # Errors
/// Refused as by [`add_name`].
pub async fn change_name(tx: &mut Tx, actor: &Actor, id: &PersonId, from: &str, to: &str) -> Answer<()> {
    if fold_name(&clean_name(to, "").name) != fold_name(from) {
        add_name(tx, actor, id, to).await?;
        return remove_name(tx, actor, id, from).await;
    }
    remove_name(tx, actor, id, from).await?;
    add_name(tx, actor, id, to).await
}

/// Role and postal address, as typed.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Their role or title.
    pub title: String,
    /// Where letters go.
    pub postal: String,
}

/// Says what a customer does and where their letters go.
///
/// # Errors
/// Refused when the actor may not.
pub async fn set_about(tx: &mut Tx, actor: &Actor, id: &PersonId, about: &About) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    let before = store::details(tx, &person).await?;
    let (title, postal) = (clean_line(&about.title, LINE_MAX), clean_text(&about.postal));
    store::set_about(tx, &person, &title, &postal).await?;
    let changes = [(Detail::Title, before.title, title), (Detail::Postal, before.postal, postal)];
    tell(tx, actor, &person, changes).await
}

/// Says what a customer asked for, and whether they go before others.
///
/// # Errors
/// Refused when the actor may not, or when there is no such time zone.
pub async fn set_preferences(tx: &mut Tx, actor: &Actor, id: &PersonId, wanted: &Preferences, vip: bool) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    let before = store::details(tx, &person).await?;
    let zone = match wanted.zone.trim() {
        "" => String::new(),
        name => crate::staff::zone(name)?,
    };
    let wanted = Preferences { addressed: clean_line(&wanted.addressed, LINE_MAX), zone, ..wanted.clone() };
    store::set_preferences(tx, &person, &wanted, vip).await?;
    let language = |it: &Preferences| it.language.map(Language::own_name).unwrap_or_default().to_owned();
    let channel = |it: &Preferences| it.channel.map(Channel::code).unwrap_or_default().to_owned();
    let manner = |it: &Preferences| it.manner.map(Manner::code).unwrap_or_default().to_owned();
    let was = &before.preferences;
    let changes = [
        (Detail::Language, language(was), language(&wanted)),
        (Detail::Addressed, was.addressed.clone(), wanted.addressed.clone()),
        (Detail::Channel, channel(was), channel(&wanted)),
        (Detail::Hours, span(was.hours), span(wanted.hours)),
        (Detail::Manner, manner(was), manner(&wanted)),
        (Detail::Days, was.days.names().join(" "), wanted.days.names().join(" ")),
        (Detail::Zone, was.zone.clone(), wanted.zone.clone()),
    ];
    tell(tx, actor, &person, changes).await?;
    if before.vip != vip {
        tx.record(&FileEvent::VipChanged { person, vip }, actor, None).await?;
    }
    Ok(())
}

/// `16:00–`, `09:00–15:00`; empty for any time.
fn span(hours: Hours) -> String {
    if hours.is_any() { String::new() } else { format!("{}–{}", written(hours.from), written(hours.until)) }
}

async fn tell<const N: usize>(
    tx: &mut Tx,
    actor: &Actor,
    person: &PersonId,
    changes: [(Detail, String, String); N],
) -> Answer<()> {
    for (detail, from, to) in changes.into_iter().filter(|(_, from, to)| from != to) {
        let event = FileEvent::DetailChanged { person: person.clone(), detail, from, to };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Blocks a customer: what they write is kept, and answered by nobody.
///
/// # Errors
/// Refused when the actor may not, or without a reason.
pub async fn block(tx: &mut Tx, actor: &Actor, id: &PersonId, why: &str) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    let why = clean_line(why, 500);
    if why.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    if store::is_blocked(tx, &person).await? {
        return Ok(());
    }
    let blocked = Blocked { since: tx.now(), why };
    store::set_blocked(tx, &person, Some(&blocked)).await?;
    Ok(tx.record(&FileEvent::Blocked { person, why: blocked.why }, actor, None).await?)
}

/// Lets a customer be answered again.
///
/// # Errors
/// Refused when the actor may not.
pub async fn unblock(tx: &mut Tx, actor: &Actor, id: &PersonId) -> Answer<()> {
    let person = load(tx, actor, id).await?.id;
    if !store::is_blocked(tx, &person).await? {
        return Ok(());
    }
    store::set_blocked(tx, &person, None).await?;
    Ok(tx.record(&FileEvent::Unblocked { person }, actor, None).await?)
}

/// Writes something down about a customer.
///
/// # Errors
/// Refused when the actor may not, or when nothing is written.
pub async fn add_note(tx: &mut Tx, actor: &Actor, id: &PersonId, body: &str, pinned: bool) -> Answer<NoteId> {
    let person = load(tx, actor, id).await?.id;
    let body = written_down(body)?;
    let author = actor.staff_id().and_then(|id| id.parse().ok());
    let (note, at) = (NoteId::next(&tx.ids(), tx.now()), tx.now());
    let row = Note { id: note.clone(), person: person.clone(), author, at, changed_at: None, body, pinned };
    store::insert_note(tx, &row).await?;
    tx.record(&FileEvent::NoteAdded { person, note: note.clone() }, actor, None).await?;
    Ok(note)
}

fn written_down(body: &str) -> Result<String, Refusal> {
    let body = clean_text(body);
    if body.is_empty() { Err(Refusal::NoteEmpty) } else { Ok(body) }
}

async fn load_note(tx: &mut Tx, actor: &Actor, id: &PersonId, note: &NoteId) -> Answer<Note> {
    let person = load(tx, actor, id).await?.id;
    Ok(store::find_note(tx, &person, note).await?.ok_or(Refusal::NotFound)?)
}

/// Changes the text of a note; what it said before stays in the history.
///
/// # Errors
/// Refused when the actor may not, when there is no such note, or when nothing is left.
pub async fn change_note(tx: &mut Tx, actor: &Actor, id: &PersonId, note: &NoteId, body: &str) -> Answer<()> {
    let mut row = load_note(tx, actor, id, note).await?;
    let body = written_down(body)?;
    if row.body == body {
        return Ok(());
    }
    let before = std::mem::replace(&mut row.body, body);
    row.changed_at = Some(tx.now());
    store::save_note(tx, &row).await?;
    let event = FileEvent::NoteChanged { person: row.person, note: row.id, before };
    Ok(tx.record(&event, actor, None).await?)
}

/// Takes a note away; what it said stays in the history.
///
/// # Errors
/// Refused when the actor may not, or when there is no such note.
pub async fn remove_note(tx: &mut Tx, actor: &Actor, id: &PersonId, note: &NoteId) -> Answer<()> {
    let row = load_note(tx, actor, id, note).await?;
    store::delete_note(tx, &row).await?;
    let event = FileEvent::NoteRemoved { person: row.person, note: row.id, before: row.body };
    Ok(tx.record(&event, actor, None).await?)
}

/// Shows a note beside every conversation, or no longer.
///
/// # Errors
/// Refused when the actor may not, or when there is no such note.
pub async fn pin_note(tx: &mut Tx, actor: &Actor, id: &PersonId, note: &NoteId, pinned: bool) -> Answer<()> {
    let mut row = load_note(tx, actor, id, note).await?;
    if row.pinned == pinned {
        return Ok(());
    }
    row.pinned = pinned;
    store::save_note(tx, &row).await?;
    let event = FileEvent::NotePinned { person: row.person, note: row.id, pinned };
    Ok(tx.record(&event, actor, None).await?)
}
