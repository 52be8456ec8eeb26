//! The table of ties: a row from either side.

use base::{Instant, Scope};
use platform::{Conn, Engine, Result, Tx, vals};

use super::model::{Related, Tie};
use crate::PersonId;
use crate::person;

/// Ties of one customer.
pub(super) const MOST: usize = 50;

/// The table.
pub fn tables(_: Engine) -> Vec<String> {
    vec![
        "CREATE TABLE person_relation (person TEXT NOT NULL, other TEXT NOT NULL, tie TEXT NOT NULL, \
         at BIGINT NOT NULL, PRIMARY KEY (person, other))"
            .to_owned(),
    ]
}

/// Who has to do with a customer, the tie known longest first; nobody for whom the scope leaves out.
///
/// # Errors
/// When the tables cannot be read.
pub async fn of(conn: &mut Conn, scope: &Scope, id: &PersonId) -> Result<Vec<Related>> {
    if !matches!(scope, Scope::All) {
        return Ok(Vec::new());
    }
    let sql = "SELECT other, tie FROM person_relation WHERE person = $1 ORDER BY at, other";
    let mut related = Vec::new();
    for row in conn.all(sql, vals![id.as_str()]).await? {
        let Some(tie) = Tie::from_code(&row.text("tie")?) else { continue };
        if let Some(person) = person::find(conn, scope, &row.id("other")?).await? {
            related.push(Related { person, tie });
        }
    }
    Ok(related)
}

pub(super) async fn tie(conn: &mut Conn, id: &PersonId, other: &PersonId) -> Result<Option<Tie>> {
    let sql = "SELECT tie FROM person_relation WHERE person = $1 AND other = $2";
    let row = conn.one(sql, vals![id.as_str(), other.as_str()]).await?;
    Ok(row.map(|row| row.text("tie")).transpose()?.and_then(|code| Tie::from_code(&code)))
}

/// Keeps a tie from both sides, instead of what was there.
pub(crate) async fn put(tx: &mut Tx, id: &PersonId, other: &PersonId, tie: Tie, at: Instant) -> Result<()> {
    let sql = "INSERT INTO person_relation (person, other, tie, at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (person, other) DO UPDATE SET tie = excluded.tie";
    tx.run(sql, vals![id.as_str(), other.as_str(), tie.code(), at]).await?;
    tx.run(sql, vals![other.as_str(), id.as_str(), tie.back().code(), at]).await?;
    Ok(())
}

/// Takes a tie away from both sides; answers whether there was one.
pub(crate) async fn take(tx: &mut Tx, id: &PersonId, other: &PersonId) -> Result<bool> {
    let sql = "DELETE FROM person_relation WHERE (person = $1 AND other = $2) OR (person = $2 AND other = $1)";
    Ok(tx.run(sql, vals![id.as_str(), other.as_str()]).await? > 0)
}
