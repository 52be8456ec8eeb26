//! The tables of skills and of the languages that colleagues write.

use std::collections::BTreeMap;

use base::Language;
use platform::db::Value;
use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::{Abilities, Skill, SkillId};
use crate::StaffId;

/// The tables.
pub fn tables(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE skill (id TEXT PRIMARY KEY, name TEXT NOT NULL)",
        "CREATE TABLE staff_skill (staff TEXT NOT NULL, skill TEXT NOT NULL, PRIMARY KEY (staff, skill))",
        "CREATE TABLE staff_writes (staff TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (staff, language))",
    ]
    .map(str::to_owned)
    .into()
}

fn skill(row: &Row) -> Result<Skill> {
    Ok(Skill { id: row.id("id")?, name: row.text("name")? })
}

/// Every skill, by name.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn all(conn: &mut Conn) -> Result<Vec<Skill>> {
    let sql = "SELECT id, name FROM skill ORDER BY lower(name), id";
    conn.all_kept(&["skill"], sql, vals![]).await?.iter().map(skill).collect()
}

/// What everybody can of whom something was said.
///
/// # Errors
/// See [`all`].
pub async fn abilities(conn: &mut Conn) -> Result<BTreeMap<StaffId, Abilities>> {
    let mut found: BTreeMap<StaffId, Abilities> = BTreeMap::new();
    let sql = "SELECT staff, skill FROM staff_skill ORDER BY staff, skill";
    for row in conn.all_kept(&["staff_skill"], sql, vals![]).await?.iter() {
        found.entry(row.id("staff")?).or_default().skills.push(row.id("skill")?);
    }
    let sql = "SELECT staff, language FROM staff_writes";
    for row in conn.all_kept(&["staff_writes"], sql, vals![]).await?.iter() {
        if let Some(language) = Language::from_code(&row.text("language")?) {
            found.entry(row.id("staff")?).or_default().writes.push(language);
        }
    }
    for one in found.values_mut() {
        one.writes.sort();
    }
    Ok(found)
}

/// What one colleague can.
///
/// # Errors
/// See [`all`].
pub async fn abilities_of(conn: &mut Conn, staff: &StaffId) -> Result<Abilities> {
    Ok(abilities(conn).await?.remove(staff).unwrap_or_default())
}

/// Holds the list until the transaction ends, so that no two skills get one name.
pub(super) async fn lock(tx: &mut Tx) -> Result<Vec<Skill>> {
    let sql = format!("SELECT id FROM skill ORDER BY id{}", tx.engine().for_update());
    tx.all(&sql, vals![]).await?;
    all(tx).await
}

pub(super) async fn insert(tx: &mut Tx, new: &Skill) -> Result<()> {
    tx.run("INSERT INTO skill (id, name) VALUES ($1, $2)", vals![new.id.as_str(), new.name.as_str()]).await?;
    Ok(())
}

pub(super) async fn rename(tx: &mut Tx, id: &SkillId, name: &str) -> Result<()> {
    tx.run("UPDATE skill SET name = $2 WHERE id = $1", vals![id.as_str(), name]).await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, id: &SkillId) -> Result<()> {
    tx.run("DELETE FROM staff_skill WHERE skill = $1", vals![id.as_str()]).await?;
    tx.run("DELETE FROM skill WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

pub(super) async fn put_skills(tx: &mut Tx, staff: &StaffId, skills: &[&Skill]) -> Result<()> {
    tx.run("DELETE FROM staff_skill WHERE staff = $1", vals![staff.as_str()]).await?;
    let insert = "INSERT INTO staff_skill (staff, skill) VALUES";
    pairs(tx, insert, staff, skills.iter().map(|skill| skill.id.as_str())).await
}

pub(super) async fn put_writes(tx: &mut Tx, staff: &StaffId, writes: &[Language]) -> Result<()> {
    tx.run("DELETE FROM staff_writes WHERE staff = $1", vals![staff.as_str()]).await?;
    let insert = "INSERT INTO staff_writes (staff, language) VALUES";
    pairs(tx, insert, staff, writes.iter().map(|language| language.code())).await
}

/// Writes what somebody has, in one statement.
async fn pairs(tx: &mut Tx, insert: &str, staff: &StaffId, all: impl Iterator<Item = &str>) -> Result<()> {
    let mut values: Vec<Value> = vals![staff.as_str()];
    values.extend(all.map(Value::from));
    if values.len() == 1 {
        return Ok(());
    }
    let rows: Vec<String> = (2..=values.len()).map(|n| format!("($1, ${n})")).collect();
    tx.run(&format!("{insert} {}", rows.join(", ")), values).await?;
    Ok(())
}
