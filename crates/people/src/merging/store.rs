//! Rows of `person_merge` and `person_apart`, and of a customer as a whole.

use base::{Instant, Scope};
use platform::{Conn, Engine, Result, Tx, vals};

use super::model::{Facts, Merged, Moved};
use super::rules::Known;
use crate::file::{self, Phone};
use crate::ids::{NoteId, PersonId};
use crate::organisation;
use crate::person::{self, Address, Person, fold_name};

/// Merges in a row that are followed.
const STEPS_MOST: usize = 20;

/// Holds both customers for this transaction, in one order for whoever merges at once.
pub(crate) async fn hold(tx: &mut Tx, one: &PersonId, other: &PersonId) -> Result<()> {
    let sql = format!("SELECT id FROM person WHERE id IN ($1, $2) ORDER BY id{}", tx.engine().for_update());
    tx.all(&sql, vals![one.as_str(), other.as_str()]).await?;
    Ok(())
}

pub(super) async fn facts(conn: &mut Conn, person: &Person) -> Result<Facts> {
    Ok(Facts {
        name: person.name.clone(),
        name_doubtful: person.name_doubtful,
        language: person.language,
        created_at: person.created_at,
        organisation: organisation::organisation_of(conn, &person.id).await?.map(|it| it.id),
        details: file::details(conn, &person.id).await?,
    })
}

/// Writes all of which a customer has one, for a customer who is there.
pub(super) async fn set_facts(tx: &mut Tx, id: &PersonId, facts: &Facts) -> Result<()> {
    let sql = "UPDATE person SET name = $2, name_folded = $3, name_doubtful = $4, language = $5, created_at = $6 \
               WHERE id = $1";
    let language = facts.language.map(base::Language::code);
    let (name, folded) = (facts.name.as_str(), fold_name(&facts.name));
    tx.run(sql, vals![id.as_str(), name, folded, facts.name_doubtful, language, facts.created_at]).await?;
    organisation::set_member(tx, id, facts.organisation.as_ref()).await?;
    file::set_details(tx, id, &facts.details).await
}

pub(super) async fn bring_back(tx: &mut Tx, id: &PersonId, facts: &Facts) -> Result<()> {
    let sql = "INSERT INTO person (id, name, name_folded, name_doubtful, language, created_at) \
               VALUES ($1, '', '', $2, NULL, $3)";
    tx.run(sql, vals![id.as_str(), false, facts.created_at]).await?;
    set_facts(tx, id, facts).await
}

/// Takes a customer away with what hangs on them alone.
pub(super) async fn take_away(tx: &mut Tx, id: &PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM person_phone WHERE person = $1",
        "DELETE FROM person_name WHERE person = $1",
        "DELETE FROM person WHERE id = $1",
    ] {
        tx.run(sql, vals![id.as_str()]).await?;
    }
    Ok(())
}

pub(super) async fn move_address(tx: &mut Tx, address: &str, from: &PersonId, to: &PersonId) -> Result<()> {
    let sql = "UPDATE person_address SET person = $3 WHERE address = $1 AND person = $2";
    tx.run(sql, vals![address, from.as_str(), to.as_str()]).await?;
    Ok(())
}

pub(super) async fn note_ids(conn: &mut Conn, of: &PersonId) -> Result<Vec<NoteId>> {
    let rows = conn.all("SELECT id FROM person_note WHERE person = $1 ORDER BY id", vals![of.as_str()]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

pub(super) async fn move_note(tx: &mut Tx, note: &NoteId, from: &PersonId, to: &PersonId) -> Result<()> {
    let sql = "UPDATE person_note SET person = $3 WHERE id = $1 AND person = $2";
    tx.run(sql, vals![note.as_str(), from.as_str(), to.as_str()]).await?;
    Ok(())
}

pub(super) async fn names(conn: &mut Conn, of: &PersonId) -> Result<Vec<(String, Instant)>> {
    let sql = "SELECT name, added_at FROM person_name WHERE person = $1 ORDER BY added_at, name";
    let rows = conn.all(sql, vals![of.as_str()]).await?;
    rows.iter().map(|row| Ok((row.text("name")?, row.at("added_at")?))).collect()
}

pub(super) async fn phones(conn: &mut Conn, of: &PersonId) -> Result<Vec<Phone>> {
    file::phones(conn, of).await
}

pub(super) async fn add(tx: &mut Tx, source: &PersonId, target: &PersonId, moved: &Moved) -> Result<()> {
    let sql = "INSERT INTO person_merge (source, target, at, name, moved) VALUES ($1, $2, $3, $4, $5)";
    let (now, name) = (tx.now(), moved.source.name.as_str());
    tx.run(sql, vals![source.as_str(), target.as_str(), now, name, serde_json::to_string(moved)?]).await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, source: &PersonId) -> Result<()> {
    tx.run("DELETE FROM person_merge WHERE source = $1", vals![source.as_str()]).await?;
    Ok(())
}

/// What a merge moved, into whom and when.
pub(super) async fn find(conn: &mut Conn, source: &PersonId) -> Result<Option<(PersonId, Instant, Moved)>> {
    let sql = "SELECT target, at, moved FROM person_merge WHERE source = $1";
    let Some(row) = conn.one(sql, vals![source.as_str()]).await? else { return Ok(None) };
    Ok(Some((row.id("target")?, row.at("at")?, serde_json::from_str(&row.text("moved")?)?)))
}

/// Who became part of a customer, newest first.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn merged_into(conn: &mut Conn, target: &PersonId) -> Result<Vec<Merged>> {
    let sql = "SELECT source, name, at, moved FROM person_merge WHERE target = $1 ORDER BY at DESC, source DESC";
    let rows = conn.all(sql, vals![target.as_str()]).await?;
    let mut merged = Vec::with_capacity(rows.len());
    for row in rows {
        let moved: Moved = serde_json::from_str(&row.text("moved")?)?;
        // Who never had an address has none to go back to.
        let is_reached = moved.addresses.is_empty() || !still_there(conn, target, &moved.addresses).await?.is_empty();
        let can_be_undone = merged.is_empty() && is_reached;
        let (source, name, at) = (row.id("source")?, row.text("name")?, row.at("at")?);
        merged.push(Merged { source, name, at, can_be_undone });
    }
    Ok(merged)
}

/// Those of the addresses that a customer has now.
pub(super) async fn still_there(conn: &mut Conn, of: &PersonId, addresses: &[String]) -> Result<Vec<String>> {
    let known = person::addresses(conn, &Scope::All, of).await?;
    Ok(addresses.iter().filter(|one| known.iter().any(|known| known.address == **one)).cloned().collect())
}

/// Who a customer is by now: themselves, or whom they became part of.
///
/// # Errors
/// See [`merged_into`].
pub async fn where_merged(conn: &mut Conn, id: &PersonId) -> Result<PersonId> {
    let mut here = id.clone();
    for _ in 0..STEPS_MOST {
        let row = conn.one("SELECT target FROM person_merge WHERE source = $1", vals![here.as_str()]).await?;
        let Some(row) = row else { break };
        here = row.id("target")?;
    }
    Ok(here)
}

/// Everybody whom a customer took in, by whatever steps: what was signed for one of them holds for them.
///
/// # Errors
/// See [`merged_into`].
pub async fn once(conn: &mut Conn, id: &PersonId) -> Result<Vec<PersonId>> {
    let mut all: Vec<PersonId> = Vec::new();
    let mut open = vec![id.clone()];
    while let Some(one) = open.pop() {
        let rows = conn.all("SELECT source FROM person_merge WHERE target = $1", vals![one.as_str()]).await?;
        for row in rows {
            let source: PersonId = row.id("source")?;
            if !all.contains(&source) {
                all.push(source.clone());
                open.push(source);
            }
        }
    }
    Ok(all)
}

pub(super) async fn known(conn: &mut Conn, person: &Person) -> Result<Known> {
    let addresses = person::addresses(conn, &Scope::All, &person.id).await?;
    let phones = file::phones(conn, &person.id).await?;
    Ok(known_by(person, &addresses, &phones))
}

/// The same of what was read before.
pub(super) fn known_by(person: &Person, addresses: &[Address], phones: &[Phone]) -> Known {
    Known {
        name: fold_name(&person.name),
        addresses: addresses.iter().map(|it| it.address.clone()).collect(),
        phones: phones.iter().map(|it| it.number.clone()).collect(),
    }
}

/// Who shares a telephone, a plain address or a name with a customer, unless people said that these are two.
pub(super) async fn alike(conn: &mut Conn, id: &PersonId, most: i64) -> Result<Vec<PersonId>> {
    let ways = [
        "SELECT DISTINCT o.person AS id FROM person_address m JOIN person_address o ON o.plain = m.plain \
         WHERE m.person = $1 AND o.person <> $1",
        "SELECT DISTINCT o.person AS id FROM person_phone m JOIN person_phone o ON o.number = m.number \
         WHERE m.person = $1 AND o.person <> $1",
        "SELECT o.id FROM person m JOIN person o ON o.name_folded = m.name_folded WHERE m.id = $1 AND o.id <> $1",
    ];
    // One question for all ways: a file asks it each time that somebody opens it.
    let mut parts = Vec::new();
    for (n, way) in ways.into_iter().enumerate() {
        parts.push(format!(
            "SELECT * FROM (SELECT {n} AS way, w.id FROM ({way}) w WHERE NOT EXISTS (SELECT 1 FROM person_apart a WHERE \
             (a.first = $1 AND a.second = w.id) OR (a.first = w.id AND a.second = $1)) ORDER BY w.id LIMIT $2) AS part{n}"
        ));
    }
    let sql = format!("{} ORDER BY way, id", parts.join(" UNION ALL "));
    let mut found: Vec<PersonId> = Vec::new();
    for row in conn.all(&sql, vals![id.as_str(), most]).await? {
        let one: PersonId = row.id("id")?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Ok(found)
}

/// Remembers that two are two.
pub(super) async fn leave_apart(tx: &mut Tx, one: &PersonId, other: &PersonId) -> Result<bool> {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    let sql = "INSERT INTO person_apart (first, second) VALUES ($1, $2) ON CONFLICT (first, second) DO NOTHING";
    Ok(tx.run(sql, vals![first.as_str(), second.as_str()]).await? > 0)
}

/// The tables, and the form of addresses by which doubles are found.
pub(crate) fn tables(engine: Engine) -> Vec<String> {
    let place = match engine {
        Engine::Sqlite => "instr",
        Engine::Postgres => "strpos",
    };
    let (plus, at) = (format!("{place}(address, '+')"), format!("{place}(address, '@')"));
    vec![
        "CREATE TABLE person_merge (source TEXT PRIMARY KEY, target TEXT NOT NULL, at BIGINT NOT NULL, \
         name TEXT NOT NULL, moved TEXT NOT NULL)"
            .to_owned(),
        "CREATE INDEX person_merge_into ON person_merge (target, at, source)".to_owned(),
        "CREATE TABLE person_apart (first TEXT NOT NULL, second TEXT NOT NULL, PRIMARY KEY (first, second))".to_owned(),
        "ALTER TABLE person_address ADD COLUMN plain TEXT NOT NULL DEFAULT ''".to_owned(),
        // As `rules::plain` has it.
        format!(
            "UPDATE person_address SET plain = CASE WHEN {at} < 2 THEN address ELSE \
             replace(substr(address, 1, CASE WHEN {plus} > 1 AND {plus} < {at} THEN {plus} - 1 ELSE {at} - 1 END), \
             '.', '') || substr(address, {at}) END"
        ),
        "CREATE INDEX person_address_plain ON person_address (plain)".to_owned(),
    ]
}
