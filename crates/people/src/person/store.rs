//! The tables of customers. Reads take a [`Scope`].

use std::collections::HashMap;

use base::{Instant, Language, Scope};
use platform::db::Value;
use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::{Address, Failing, Person};
use super::rules::{fold_address, fold_name};
use crate::PersonId;

const PERSON: &str = "p.id, p.name, p.name_doubtful, p.language, p.created_at";

const FIRST_ADDRESS: &str = "(SELECT a.shown FROM person_address a WHERE a.person = p.id \
    ORDER BY a.added_at, a.address LIMIT 1) AS shown";

/// The one customer whose rows may be seen, or nothing for all: `$n = '' OR id = $n`.
fn only(scope: &Scope) -> &str {
    match scope {
        Scope::All => "",
        Scope::Own(id) => id,
        // Customers belong to no department; who asks so sees none.
        Scope::Departments(_) => "-",
    }
}

/// A customer by id.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn find(conn: &mut Conn, scope: &Scope, id: &PersonId) -> Result<Option<Person>> {
    let sql = format!("SELECT {PERSON} FROM person p WHERE p.id = $1 AND ($2 = '' OR p.id = $2)");
    conn.one(&sql, vals![id.as_str(), only(scope)]).await?.map(|row| person(&row)).transpose()
}

/// What these customers are called, as far as they are there.
///
/// # Errors
/// See [`find`].
pub async fn names(conn: &mut Conn, ids: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!("SELECT id, name FROM person WHERE id IN ({})", places.join(", "));
    let rows = conn.all(&sql, ids.iter().map(|id| Value::from(id.as_str())).collect()).await?;
    rows.iter().map(|row| Ok((row.id("id")?, row.text("name")?))).collect()
}

/// The customer who writes from `address`, in whatever case it is given.
///
/// # Errors
/// See [`find`].
pub async fn by_address(conn: &mut Conn, scope: &Scope, address: &str) -> Result<Option<Person>> {
    let sql = format!(
        "SELECT {PERSON} FROM person_address a JOIN person p ON p.id = a.person \
         WHERE a.address = $1 AND ($2 = '' OR p.id = $2)"
    );
    conn.one(&sql, vals![fold_address(address), only(scope)]).await?.map(|row| person(&row)).transpose()
}

/// The same for whoever writes for this customer now: they are not merged away meanwhile.
pub(super) async fn hold_by_address(tx: &mut Tx, address: &str) -> Result<Option<Person>> {
    let hold = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR KEY SHARE OF p",
    };
    let sql =
        format!("SELECT {PERSON} FROM person_address a JOIN person p ON p.id = a.person WHERE a.address = $1{hold}");
    tx.one(&sql, vals![fold_address(address)]).await?.map(|row| person(&row)).transpose()
}

/// A customer's addresses, oldest first.
///
/// # Errors
/// See [`find`].
pub async fn addresses(conn: &mut Conn, scope: &Scope, id: &PersonId) -> Result<Vec<Address>> {
    let sql = "SELECT address, shown, person, proved, added_at, failing_since, failing_words FROM person_address \
               WHERE person = $1 AND ($2 = '' OR person = $2) ORDER BY added_at, address";
    let rows = conn.all(sql, vals![id.as_str(), only(scope)]).await?;
    rows.iter().map(address).collect()
}

/// A line of the list of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Who.
    pub person: Person,
    /// The address known longest.
    pub address: String,
}

/// A stretch of the list of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its lines, by name.
    pub customers: Vec<Customer>,
    /// Behind whom the next stretch begins, if there is one.
    pub next: Option<PersonId>,
}

/// Those among `ids` that are customers, in no order.
///
/// # Errors
/// See [`find`].
pub(super) async fn customers(conn: &mut Conn, scope: &Scope, ids: &[String]) -> Result<Vec<Customer>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (2..ids.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT {PERSON}, {FIRST_ADDRESS} FROM person p WHERE ($1 = '' OR p.id = $1) AND p.id IN ({})",
        marks.join(", ")
    );
    let values = vals![only(scope)].into_iter().chain(ids.iter().map(|id| Value::from(id.as_str()))).collect();
    conn.all(&sql, values).await?.iter().map(customer).collect()
}

/// The next `most` customers by name behind `after`, of those with a word of the name or an address
/// beginning with `search`.
///
/// # Errors
/// See [`find`].
pub async fn list(conn: &mut Conn, scope: &Scope, search: &str, after: Option<&PersonId>, most: usize) -> Result<Page> {
    let after = match after {
        Some(id) => find_folded(conn, id).await?,
        None => (String::new(), String::new()),
    };
    let sql = format!(
        "SELECT {PERSON}, {FIRST_ADDRESS} \
         FROM person p WHERE ($1 = '' OR p.id = $1) AND p.erased IS NULL AND (p.name_folded, p.id) > ($2, $3) \
           AND ($4 = '' OR p.name_folded LIKE $5 ESCAPE '!' OR p.name_folded LIKE $6 ESCAPE '!' \
             OR EXISTS (SELECT 1 FROM person_address a WHERE a.person = p.id AND a.address LIKE $5 ESCAPE '!')) \
         ORDER BY p.name_folded, p.id LIMIT $7"
    );
    let search = fold_name(search.trim());
    let start = format!("{}%", escape(&search));
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let values = vals![only(scope), after.0, after.1, search, start.as_str(), format!("% {start}"), limit];
    let rows = conn.all(&sql, values).await?;
    let mut customers = rows.iter().map(customer).collect::<Result<Vec<_>>>()?;
    let more = customers.len() > most;
    customers.truncate(most);
    let next = customers.last().filter(|_| more).map(|last| last.person.id.clone());
    Ok(Page { customers, next })
}

async fn find_folded(conn: &mut Conn, id: &PersonId) -> Result<(String, String)> {
    let row = conn.one("SELECT name_folded FROM person WHERE id = $1", vals![id.as_str()]).await?;
    Ok((row.map(|row| row.text("name_folded")).transpose()?.unwrap_or_default(), id.to_string()))
}

/// Takes the wildcards of `LIKE` literally.
fn escape(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// Claims an address for a customer, unless it is somebody's already; answers whether it was free.
/// On PostgreSQL this waits for another open transaction that claims the same address.
pub(super) async fn claim_address(tx: &mut Tx, shown: &str, person: &PersonId, at: Instant) -> Result<bool> {
    let sql = "INSERT INTO person_address (address, shown, person, proved, added_at, plain, domain) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) \
               ON CONFLICT (address) DO NOTHING";
    let address = fold_address(shown);
    let plain = crate::merging::plain(&address);
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_owned();
    Ok(tx.run(sql, vals![address, shown, person.as_str(), false, at, plain, domain]).await? > 0)
}

/// Notes that an address is proved to be this customer's.
pub(super) async fn prove_address(tx: &mut Tx, person: &PersonId, address: &str) -> Result<()> {
    let sql = "UPDATE person_address SET proved = $3 WHERE address = $1 AND person = $2";
    tx.run(sql, vals![fold_address(address), person.as_str(), true]).await?;
    Ok(())
}

pub(super) async fn free_address(tx: &mut Tx, address: &str) -> Result<()> {
    tx.run("DELETE FROM person_address WHERE address = $1", vals![address]).await?;
    Ok(())
}

pub(super) async fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    let sql = "INSERT INTO person (id, name, name_folded, name_doubtful, language, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let language = person.language.map(Language::code);
    let (name, folded) = (person.name.as_str(), fold_name(&person.name));
    tx.run(sql, vals![person.id.as_str(), name, folded, person.name_doubtful, language, person.created_at]).await?;
    Ok(())
}

pub(super) async fn set_name(tx: &mut Tx, id: &PersonId, name: &str, doubtful: bool) -> Result<()> {
    let sql = "UPDATE person SET name = $2, name_folded = $3, name_doubtful = $4 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), name, fold_name(name), doubtful]).await?;
    Ok(())
}

pub(super) async fn set_language(tx: &mut Tx, id: &PersonId, language: Language) -> Result<()> {
    tx.run("UPDATE person SET language = $2 WHERE id = $1", vals![id.as_str(), language.code()]).await?;
    Ok(())
}

fn person(row: &Row) -> Result<Person> {
    Ok(Person {
        id: row.id("id")?,
        name: row.text("name")?,
        name_doubtful: row.flag("name_doubtful")?,
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        created_at: row.at("created_at")?,
    })
}

fn address(row: &Row) -> Result<Address> {
    Ok(Address {
        address: row.text("address")?,
        shown: row.text("shown")?,
        person: row.id("person")?,
        proved: row.flag("proved")?,
        added_at: row.at("added_at")?,
        failing: match row.opt_at("failing_since")? {
            Some(since) => Some(Failing { since, words: row.opt_text("failing_words")?.unwrap_or_default() }),
            None => None,
        },
    })
}

/// Marks an address that mail comes back from, or takes the mark away; answers whose address changed.
pub(super) async fn mark_failing(tx: &mut Tx, address: &str, failing: Option<&Failing>) -> Result<Option<PersonId>> {
    let (since, words) = (failing.map(|it| it.since), failing.map(|it| it.words.as_str()));
    let is_other = if failing.is_some() { "NULL" } else { "NOT NULL" };
    let sql = format!(
        "UPDATE person_address SET failing_since = $2, failing_words = $3 \
         WHERE address = $1 AND failing_since IS {is_other} RETURNING person"
    );
    let row = tx.one(&sql, vals![fold_address(address), since, words]).await?;
    row.map(|row| row.id("person")).transpose()
}

fn customer(row: &Row) -> Result<Customer> {
    Ok(Customer { person: person(row)?, address: row.opt_text("shown")?.unwrap_or_default() })
}
