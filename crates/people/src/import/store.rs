//! The tables of files that are taken in.

use base::Instant;
use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::{Counts, Form, Import, ImportId, Line, Outcome, Plan, Remark, State};
use crate::ids::PersonId;
use crate::person::fold_name;

/// Bytes of one part; all but the last are as long.
pub(super) const PART: usize = 256 * 1024;

/// The tables.
pub fn tables(engine: Engine) -> Vec<String> {
    let bytes = engine.blob();
    let part = format!(
        "CREATE TABLE customer_import_part (import TEXT NOT NULL, place BIGINT NOT NULL, data {bytes} NOT NULL, \
         PRIMARY KEY (import, place))"
    );
    vec![
        "CREATE TABLE customer_import (id TEXT PRIMARY KEY, staff TEXT NOT NULL, name TEXT NOT NULL, \
         form TEXT NOT NULL, size BIGINT NOT NULL, plan TEXT NOT NULL, state TEXT NOT NULL, place BIGINT NOT NULL, \
         line BIGINT NOT NULL, added BIGINT NOT NULL, filled BIGINT NOT NULL, same BIGINT NOT NULL, \
         refused BIGINT NOT NULL, at BIGINT NOT NULL, ended_at BIGINT)"
            .to_owned(),
        part,
        "CREATE TABLE customer_import_line (import TEXT NOT NULL, number BIGINT NOT NULL, outcome TEXT NOT NULL, \
         person TEXT, remarks TEXT NOT NULL, PRIMARY KEY (import, number))"
            .to_owned(),
    ]
}

const COLUMNS: &str =
    "id, staff, name, form, size, plan, state, place, line, added, filled, same, refused, at, ended_at";

fn import(row: &Row) -> Result<Import> {
    Ok(Import {
        id: row.id("id")?,
        staff: row.id("staff")?,
        name: row.text("name")?,
        form: Form::from_code(&row.text("form")?),
        size: row.int("size")?,
        plan: serde_json::from_str(&row.text("plan")?)?,
        state: State::from_code(&row.text("state")?).unwrap_or(State::Stopped),
        place: row.int("place")?,
        line: row.int("line")?,
        counts: Counts {
            added: row.int("added")?,
            filled: row.int("filled")?,
            same: row.int("same")?,
            refused: row.int("refused")?,
        },
        at: row.at("at")?,
        ended_at: row.opt_at("ended_at")?,
    })
}

/// One of them.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub(super) async fn find(conn: &mut Conn, id: &ImportId) -> Result<Option<Import>> {
    let sql = format!("SELECT {COLUMNS} FROM customer_import WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| import(&row)).transpose()
}

/// The same for whoever changes it now.
pub(super) async fn hold(tx: &mut Tx, id: &ImportId) -> Result<Option<Import>> {
    let hold = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    };
    let sql = format!("SELECT {COLUMNS} FROM customer_import WHERE id = $1{hold}");
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| import(&row)).transpose()
}

/// The newest ones that are whole, before the one of that id.
pub(super) async fn list(conn: &mut Conn, before: Option<&ImportId>, most: i64) -> Result<Vec<Import>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM customer_import WHERE size > 0 AND ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2"
    );
    let rows = conn.all(&sql, vals![before.map_or("", ImportId::as_str), most]).await?;
    rows.iter().map(import).collect()
}

pub(super) async fn insert(tx: &mut Tx, it: &Import) -> Result<()> {
    let sql = "INSERT INTO customer_import (id, staff, name, form, size, plan, state, place, line, added, filled, \
               same, refused, at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, 0, 0, $8)";
    let (plan, form, state) = (serde_json::to_string(&it.plan)?, it.form.code(), it.state.code());
    let (id, staff, name) = (it.id.as_str(), it.staff.as_str(), it.name.as_str());
    tx.run(sql, vals![id, staff, name, form, it.size, plan, state, it.at]).await?;
    Ok(())
}

/// Writes what can change of it.
pub(super) async fn save(tx: &mut Tx, it: &Import) -> Result<()> {
    let sql = "UPDATE customer_import SET form = $2, size = $3, plan = $4, state = $5, place = $6, line = $7, \
               added = $8, filled = $9, same = $10, refused = $11, ended_at = $12 WHERE id = $1";
    let (plan, counts) = (serde_json::to_string(&it.plan)?, it.counts);
    let values = vals![
        it.id.as_str(),
        it.form.code(),
        it.size,
        plan,
        it.state.code(),
        it.place,
        it.line,
        counts.added,
        counts.filled,
        counts.same,
        counts.refused,
        it.ended_at
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// How a file is to be read.
pub(super) async fn set_plan(tx: &mut Tx, id: &ImportId, plan: &Plan) -> Result<()> {
    let plan = serde_json::to_string(plan)?;
    tx.run("UPDATE customer_import SET plan = $2 WHERE id = $1", vals![id.as_str(), plan]).await?;
    Ok(())
}

pub(super) async fn put_part(tx: &mut Tx, id: &ImportId, place: i64, bytes: Vec<u8>) -> Result<()> {
    let sql = "INSERT INTO customer_import_part (import, place, data) VALUES ($1, $2, $3)";
    tx.run(sql, vals![id.as_str(), place, bytes]).await?;
    Ok(())
}

pub(super) async fn part(conn: &mut Conn, id: &ImportId, place: i64) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT data FROM customer_import_part WHERE import = $1 AND place = $2";
    conn.one(sql, vals![id.as_str(), place]).await?.map(|row| row.bytes("data")).transpose()
}

/// Lets go of the file; what came of it stays.
pub(super) async fn forget_parts(tx: &mut Tx, id: &ImportId) -> Result<()> {
    tx.run("DELETE FROM customer_import_part WHERE import = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Lets go of the report.
pub(super) async fn forget_lines(tx: &mut Tx, id: &ImportId) -> Result<()> {
    tx.run("DELETE FROM customer_import_line WHERE import = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Lets go of all of it.
pub(super) async fn forget(tx: &mut Tx, id: &ImportId) -> Result<()> {
    forget_parts(tx, id).await?;
    forget_lines(tx, id).await?;
    tx.run("DELETE FROM customer_import WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Lets go of every file that nobody has begun, whoever is in it.
pub(crate) async fn forget_waiting(tx: &mut Tx) -> Result<()> {
    let rows = tx.all("SELECT id FROM customer_import WHERE state = $1", vals![State::Waiting.code()]).await?;
    for row in rows {
        forget(tx, &row.id("id")?).await?;
    }
    Ok(())
}

pub(super) async fn put_line(tx: &mut Tx, id: &ImportId, line: &Line) -> Result<()> {
    let sql = "INSERT INTO customer_import_line (import, number, outcome, person, remarks) VALUES ($1, $2, $3, $4, $5)";
    let (person, remarks) = (line.person.as_ref().map(PersonId::as_str), serde_json::to_string(&line.remarks)?);
    tx.run(sql, vals![id.as_str(), line.number, line.outcome.code(), person, remarks]).await?;
    Ok(())
}

/// The next rows of a report behind `after`, each with what its customer is called now. `only` is one outcome, with or
/// without remarks, or all.
pub(super) async fn lines(
    conn: &mut Conn,
    id: &ImportId,
    (only, after): (Option<Outcome>, i64),
    most: i64,
) -> Result<Vec<(Line, String)>> {
    let sql = "SELECT l.number, l.outcome, l.person, l.remarks, p.name FROM customer_import_line l \
               LEFT JOIN person p ON p.id = l.person \
               WHERE l.import = $1 AND l.number > $2 AND ($3 = '' OR l.outcome = $3) ORDER BY l.number LIMIT $4";
    let rows = conn.all(sql, vals![id.as_str(), after, only.map_or("", Outcome::code), most]).await?;
    let line = |row: &Row| {
        let remarks: Vec<Remark> = serde_json::from_str(&row.text("remarks")?)?;
        let outcome = Outcome::from_code(&row.text("outcome")?).unwrap_or(Outcome::Refused);
        let line = Line { number: row.int("number")?, outcome, person: row.opt_id("person")?, remarks };
        Ok((line, row.opt_text("name")?.unwrap_or_default()))
    };
    rows.iter().map(line).collect()
}

/// Whose telephones these are, two at most.
pub(super) async fn by_phones(conn: &mut Conn, phones: &[String]) -> Result<Vec<PersonId>> {
    let mut found: Vec<PersonId> = Vec::new();
    for phone in phones {
        let sql = "SELECT o.person FROM person_phone o JOIN person p ON p.id = o.person \
                   WHERE o.number = $1 AND p.erased IS NULL ORDER BY o.added_at, o.person LIMIT 20";
        for row in conn.all(sql, vals![phone]).await? {
            let person = row.id("person")?;
            if !found.contains(&person) {
                found.push(person);
            }
        }
    }
    Ok(found)
}

/// Who is called so and has neither an address nor a telephone.
pub(super) async fn by_name_alone(conn: &mut Conn, name: &str) -> Result<Option<PersonId>> {
    let sql = "SELECT p.id FROM person p WHERE p.name_folded = $1 AND p.erased IS NULL \
               AND NOT EXISTS (SELECT 1 FROM person_address a WHERE a.person = p.id) \
               AND NOT EXISTS (SELECT 1 FROM person_phone o WHERE o.person = p.id) ORDER BY p.id LIMIT 1";
    conn.one(sql, vals![fold_name(name)]).await?.map(|row| row.id("id")).transpose()
}

/// When something is over and done with.
pub(super) fn later(now: Instant, hours: i64) -> Instant {
    now.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap_or(now)
}
