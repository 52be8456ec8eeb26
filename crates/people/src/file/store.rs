//! The tables of the customer's file. Reads take a [`Scope`].

use std::collections::HashSet;

use base::{Instant, Language, Scope};
use platform::db::Value;
use platform::{Conn, Result, Row, Tx, vals};

use super::model::{Blocked, Channel, Days, Details, File, Hours, Manner, Note, Phone, Preferences};
use crate::care;
use crate::ids::{NoteId, OrganisationId, PersonId};
use crate::person::{self, fold_name};

/// Notes shown of one customer.
const NOTES_MOST: i64 = 200;

fn may_see(scope: &Scope, person: &PersonId) -> bool {
    match scope {
        Scope::All => true,
        Scope::Own(id) => id == person.as_str(),
        // Customers belong to no department; who asks so sees none.
        Scope::Departments(_) => false,
    }
}

/// The whole file of a customer; an empty one for whom the scope leaves out.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn file(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<File> {
    if !may_see(scope, person) {
        return Ok(File::default());
    }
    let Some(known) = Known::find(conn, person).await? else { return Ok(File::default()) };
    Ok(File {
        details: known.details,
        organisation: known.organisation,
        phones: if known.phones { phones(conn, person).await? } else { Vec::new() },
        names: if known.names { names(conn, person).await? } else { Vec::new() },
        notes: if known.notes { notes(conn, person, false).await? } else { Vec::new() },
        care: if known.care { care::kept(conn, person).await? } else { Vec::new() },
    })
}

/// What to know before one writes: the file with pinned notes alone.
///
/// # Errors
/// See [`file()`].
pub async fn card(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<File> {
    if !may_see(scope, person) {
        return Ok(File::default());
    }
    let Some(known) = Known::find(conn, person).await? else { return Ok(File::default()) };
    Ok(File {
        details: known.details,
        organisation: known.organisation,
        phones: if known.phones { phones(conn, person).await? } else { Vec::new() },
        names: Vec::new(),
        notes: if known.pinned { notes(conn, person, true).await? } else { Vec::new() },
        care: if known.care { care::kept(conn, person).await? } else { Vec::new() },
    })
}

/// Whether nobody answers this customer.
///
/// # Errors
/// See [`file()`].
pub async fn is_blocked(conn: &mut Conn, person: &PersonId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM person WHERE id = $1 AND blocked_at IS NOT NULL";
    Ok(conn.number(sql, vals![person.as_str()]).await? > 0)
}

/// Those of these customers whom nobody answers.
///
/// # Errors
/// See [`file()`].
pub async fn blocked_among(conn: &mut Conn, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let places: Vec<String> = (1..=people.len()).map(|n| format!("${n}")).collect();
    let sql = format!("SELECT id FROM person WHERE blocked_at IS NOT NULL AND id IN ({})", places.join(", "));
    let rows = conn.all(&sql, people.iter().map(|id| Value::from(id.as_str())).collect()).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

/// The language that a customer asked to be written to in, whatever they write themselves.
///
/// # Errors
/// See [`file()`].
pub async fn preferred_language(conn: &mut Conn, person: &PersonId) -> Result<Option<Language>> {
    let row = conn.one("SELECT prefers_language FROM person WHERE id = $1", vals![person.as_str()]).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(row.opt_text("prefers_language")?.as_deref().and_then(Language::from_code))
}

/// Whether a customer goes before others; nobody does whom the scope leaves out.
///
/// # Errors
/// See [`file()`].
pub async fn is_vip(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<bool> {
    Ok(may_see(scope, person) && details(conn, person).await?.vip)
}

/// What a customer asked for; nothing for whom the scope leaves out.
///
/// # Errors
/// See [`file()`].
pub async fn preferences(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<Preferences> {
    if may_see(scope, person) { Ok(details(conn, person).await?.preferences) } else { Ok(Preferences::default()) }
}

pub(crate) async fn details(conn: &mut Conn, person: &PersonId) -> Result<Details> {
    let sql = format!("SELECT {DETAILS} FROM person p WHERE p.id = $1");
    conn.one(&sql, vals![person.as_str()]).await?.map_or_else(|| Ok(Details::default()), |row| read_details(&row))
}

const DETAILS: &str = "p.title, p.postal, p.prefers_language, p.addressed, p.manner, p.channel, p.reach_from, p.reach_until, \
     p.reach_days, p.reach_zone, p.vip, p.blocked_at, p.blocked_why";

fn read_details(row: &Row) -> Result<Details> {
    Ok(Details {
        title: row.text("title")?,
        postal: row.text("postal")?,
        preferences: Preferences {
            language: row.opt_text("prefers_language")?.as_deref().and_then(Language::from_code),
            addressed: row.text("addressed")?,
            channel: row.opt_text("channel")?.as_deref().and_then(Channel::from_code),
            manner: row.opt_text("manner")?.as_deref().and_then(Manner::from_code),
            hours: Hours::kept(row.opt_int("reach_from")?, row.opt_int("reach_until")?),
            days: Days::kept(row.int("reach_days")?),
            zone: row.text("reach_zone")?,
        },
        vip: row.flag("vip")?,
        blocked: match row.opt_at("blocked_at")? {
            Some(since) => Some(Blocked { since, why: row.opt_text("blocked_why")?.unwrap_or_default() }),
            None => None,
        },
    })
}

/// All details at once.
pub(crate) async fn set_details(tx: &mut Tx, person: &PersonId, details: &Details) -> Result<()> {
    set_about(tx, person, &details.title, &details.postal).await?;
    set_preferences(tx, person, &details.preferences, details.vip).await?;
    set_blocked(tx, person, details.blocked.as_ref()).await
}

/// What there is once of a customer, and of what there may be several, whether there is any: that is read only then.
struct Known {
    details: Details,
    organisation: Option<(OrganisationId, String)>,
    phones: bool,
    names: bool,
    notes: bool,
    pinned: bool,
    care: bool,
}

impl Known {
    async fn find(conn: &mut Conn, person: &PersonId) -> Result<Option<Self>> {
        let any = |(name, rows): (&str, &str)| {
            format!("CAST(CASE WHEN EXISTS (SELECT 1 FROM {rows}) THEN 1 ELSE 0 END AS BIGINT) AS {name}")
        };
        let parts = [
            ("phones", "person_phone x WHERE x.person = p.id"),
            ("names", "person_name x WHERE x.person = p.id"),
            ("notes", "person_note x WHERE x.person = p.id"),
            ("pinned", "person_note x WHERE x.person = p.id AND x.pinned = 1"),
            ("care", "care_flag x WHERE x.person = p.id"),
        ];
        let sql = format!(
            "SELECT {DETAILS}, o.id AS organisation, o.name AS organisation_name, {} FROM person p \
             LEFT JOIN organisation o ON o.id = p.organisation WHERE p.id = $1",
            parts.map(any).join(", ")
        );
        let Some(row) = conn.one(&sql, vals![person.as_str()]).await? else { return Ok(None) };
        let name = row.opt_text("organisation_name")?.unwrap_or_default();
        Ok(Some(Self {
            details: read_details(&row)?,
            organisation: row.opt_id("organisation")?.map(|id| (id, name)),
            phones: row.flag("phones")?,
            names: row.flag("names")?,
            notes: row.flag("notes")?,
            pinned: row.flag("pinned")?,
            care: row.flag("care")?,
        }))
    }
}

pub(super) async fn set_about(tx: &mut Tx, person: &PersonId, title: &str, postal: &str) -> Result<()> {
    tx.run("UPDATE person SET title = $2, postal = $3 WHERE id = $1", vals![person.as_str(), title, postal]).await?;
    Ok(())
}

pub(super) async fn set_preferences(tx: &mut Tx, person: &PersonId, wanted: &Preferences, vip: bool) -> Result<()> {
    let sql = "UPDATE person SET prefers_language = $2, addressed = $3, channel = $4, reach_from = $5, \
               reach_until = $6, vip = $7, manner = $8, reach_days = $9, reach_zone = $10 WHERE id = $1";
    let (language, channel) = (wanted.language.map(Language::code), wanted.channel.map(Channel::code));
    let (manner, days) = (wanted.manner.map(Manner::code), wanted.days.bits());
    let (from, until) = (wanted.hours.from.map(i64::from), wanted.hours.until.map(i64::from));
    let (id, addressed, zone) = (person.as_str(), wanted.addressed.as_str(), wanted.zone.as_str());
    tx.run(sql, vals![id, language, addressed, channel, from, until, vip, manner, days, zone]).await?;
    Ok(())
}

pub(super) async fn set_blocked(tx: &mut Tx, person: &PersonId, blocked: Option<&Blocked>) -> Result<()> {
    let (since, why) = (blocked.map(|it| it.since), blocked.map(|it| it.why.as_str()));
    let sql = "UPDATE person SET blocked_at = $2, blocked_why = $3 WHERE id = $1";
    tx.run(sql, vals![person.as_str(), since, why]).await?;
    Ok(())
}

pub(crate) async fn phones(conn: &mut Conn, person: &PersonId) -> Result<Vec<Phone>> {
    let sql = "SELECT number, label, added_at FROM person_phone WHERE person = $1 ORDER BY added_at, number";
    let rows = conn.all(sql, vals![person.as_str()]).await?;
    let phone =
        |row: &Row| Ok(Phone { number: row.text("number")?, label: row.text("label")?, added_at: row.at("added_at")? });
    rows.iter().map(phone).collect()
}

/// Which of these numbers, as they are kept, somebody else has and `person` has not. Whose they are is not told.
///
/// # Errors
/// See [`file()`].
pub async fn phones_of_others(
    conn: &mut Conn,
    scope: &Scope,
    person: &PersonId,
    numbers: &[String],
) -> Result<Vec<String>> {
    if numbers.is_empty() || *scope != Scope::All {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (2..numbers.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT DISTINCT o.number AS number FROM person_phone o WHERE o.person <> $1 AND o.number IN ({}) \
         AND NOT EXISTS (SELECT 1 FROM person_phone m WHERE m.person = $1 AND m.number = o.number)",
        places.join(", ")
    );
    let mut values = vals![person.as_str()];
    values.extend(numbers.iter().map(|number| Value::from(number.as_str())));
    conn.all(&sql, values).await?.iter().map(|row| row.text("number")).collect()
}

/// Answers whether it was new.
pub(super) async fn add_phone(tx: &mut Tx, person: &PersonId, number: &str, label: &str, at: Instant) -> Result<bool> {
    let phone = Phone { number: number.to_owned(), label: label.to_owned(), added_at: at };
    let changed = add_phone_row(tx, person, &phone).await?;
    person::index(tx, person).await?;
    Ok(changed)
}

/// The row alone; answers whether it was new.
pub(crate) async fn add_phone_row(tx: &mut Tx, person: &PersonId, phone: &Phone) -> Result<bool> {
    let sql = "INSERT INTO person_phone (person, number, label, added_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (person, number) DO NOTHING";
    let (number, label) = (phone.number.as_str(), phone.label.as_str());
    Ok(tx.run(sql, vals![person.as_str(), number, label, phone.added_at]).await? > 0)
}

pub(super) async fn phone(conn: &mut Conn, person: &PersonId, number: &str) -> Result<Option<Phone>> {
    Ok(phones(conn, person).await?.into_iter().find(|phone| phone.number == number))
}

pub(super) async fn remove_phone(tx: &mut Tx, person: &PersonId, number: &str) -> Result<bool> {
    let changed = remove_phone_row(tx, person, number).await?;
    person::index(tx, person).await?;
    Ok(changed)
}

/// The row alone; answers whether it was there.
pub(crate) async fn remove_phone_row(tx: &mut Tx, person: &PersonId, number: &str) -> Result<bool> {
    let sql = "DELETE FROM person_phone WHERE person = $1 AND number = $2";
    Ok(tx.run(sql, vals![person.as_str(), number]).await? > 0)
}

pub(super) async fn names(conn: &mut Conn, person: &PersonId) -> Result<Vec<String>> {
    let sql = "SELECT name FROM person_name WHERE person = $1 ORDER BY added_at, name";
    let rows = conn.all(sql, vals![person.as_str()]).await?;
    rows.iter().map(|row| row.text("name")).collect()
}

/// Answers whether it was new.
pub(super) async fn add_name(tx: &mut Tx, person: &PersonId, name: &str, at: Instant) -> Result<bool> {
    let changed = add_name_row(tx, person, name, at).await?;
    person::index(tx, person).await?;
    Ok(changed)
}

/// The row alone; answers whether it was new.
pub(crate) async fn add_name_row(tx: &mut Tx, person: &PersonId, name: &str, at: Instant) -> Result<bool> {
    let sql = "INSERT INTO person_name (person, folded, name, added_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (person, folded) DO NOTHING";
    Ok(tx.run(sql, vals![person.as_str(), fold_name(name), name, at]).await? > 0)
}

pub(super) async fn remove_name(tx: &mut Tx, person: &PersonId, name: &str) -> Result<bool> {
    let changed = remove_name_row(tx, person, name).await?;
    person::index(tx, person).await?;
    Ok(changed)
}

/// The row alone; answers whether it was there.
pub(crate) async fn remove_name_row(tx: &mut Tx, person: &PersonId, name: &str) -> Result<bool> {
    let sql = "DELETE FROM person_name WHERE person = $1 AND folded = $2";
    Ok(tx.run(sql, vals![person.as_str(), fold_name(name)]).await? > 0)
}

const NOTE: &str = "id, person, author, at, changed_at, body, pinned";

async fn notes(conn: &mut Conn, person: &PersonId, pinned: bool) -> Result<Vec<Note>> {
    let only = if pinned { " AND pinned = 1" } else { "" };
    let sql = format!(
        "SELECT {NOTE} FROM person_note WHERE person = $1{only} ORDER BY pinned DESC, at DESC, id DESC LIMIT $2"
    );
    let rows = conn.all(&sql, vals![person.as_str(), NOTES_MOST]).await?;
    rows.iter().map(note).collect()
}

fn note(row: &Row) -> Result<Note> {
    Ok(Note {
        id: row.id("id")?,
        person: row.id("person")?,
        author: row.opt_id("author")?,
        at: row.at("at")?,
        changed_at: row.opt_at("changed_at")?,
        body: row.text("body")?,
        pinned: row.flag("pinned")?,
    })
}

pub(super) async fn find_note(conn: &mut Conn, person: &PersonId, id: &NoteId) -> Result<Option<Note>> {
    let sql = format!("SELECT {NOTE} FROM person_note WHERE id = $1 AND person = $2");
    conn.one(&sql, vals![id.as_str(), person.as_str()]).await?.map(|row| note(&row)).transpose()
}

pub(super) async fn insert_note(tx: &mut Tx, note: &Note) -> Result<()> {
    let sql = "INSERT INTO person_note (id, person, author, at, changed_at, body, pinned) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let author = note.author.as_ref().map(|id| id.as_str());
    let (id, person) = (note.id.as_str(), note.person.as_str());
    tx.run(sql, vals![id, person, author, note.at, note.changed_at, note.body.as_str(), note.pinned]).await?;
    person::index(tx, &note.person).await
}

pub(super) async fn save_note(tx: &mut Tx, note: &Note) -> Result<()> {
    let sql = "UPDATE person_note SET changed_at = $2, body = $3, pinned = $4 WHERE id = $1";
    tx.run(sql, vals![note.id.as_str(), note.changed_at, note.body.as_str(), note.pinned]).await?;
    person::index(tx, &note.person).await
}

pub(super) async fn delete_note(tx: &mut Tx, note: &Note) -> Result<()> {
    tx.run("DELETE FROM person_note WHERE id = $1", vals![note.id.as_str()]).await?;
    person::index(tx, &note.person).await
}
