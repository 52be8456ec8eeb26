//! The tables of organisations. Reads take a [`Scope`]; only colleagues see organisations.

use base::{Instant, Scope};
use platform::{Conn, Result, Row, Tx, vals};

use super::model::{Member, Organisation};
use crate::PersonId;
use crate::ids::OrganisationId;
use crate::person::fold_name;

const COLUMNS: &str = "o.id, o.name, o.joins_by_itself, o.created_at, \
     (SELECT COUNT(*) FROM person p WHERE p.organisation = o.id) AS members";

fn organisation(row: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: row.id("id")?,
        name: row.text("name")?,
        joins_by_itself: row.flag("joins_by_itself")?,
        created_at: row.at("created_at")?,
        members: row.int("members")?,
    })
}

/// One organisation.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn find(conn: &mut Conn, scope: &Scope, id: &OrganisationId) -> Result<Option<Organisation>> {
    if *scope != Scope::All {
        return Ok(None);
    }
    let sql = format!("SELECT {COLUMNS} FROM organisation o WHERE o.id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| organisation(&row)).transpose()
}

/// A stretch of the list of organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its lines, by name.
    pub organisations: Vec<Organisation>,
    /// Behind which the next stretch begins, if there is one.
    pub next: Option<OrganisationId>,
}

/// The next `most` organisations by name behind `after`, of those whose name or domain begins with `search`.
///
/// # Errors
/// See [`find`].
pub async fn list(
    conn: &mut Conn,
    scope: &Scope,
    search: &str,
    after: Option<&OrganisationId>,
    most: usize,
) -> Result<Page> {
    if *scope != Scope::All {
        return Ok(Page { organisations: Vec::new(), next: None });
    }
    let behind = match after {
        Some(id) => conn.one("SELECT folded FROM organisation WHERE id = $1", vals![id.as_str()]).await?,
        None => None,
    };
    let folded = behind.map(|row| row.text("folded")).transpose()?.unwrap_or_default();
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation o WHERE (o.folded, o.id) > ($1, $2) \
         AND ($3 = '' OR o.folded LIKE $4 ESCAPE '!' OR EXISTS (SELECT 1 FROM organisation_domain d \
           WHERE d.organisation = o.id AND d.domain LIKE $4 ESCAPE '!')) \
         ORDER BY o.folded, o.id LIMIT $5"
    );
    let search = fold_name(search.trim());
    let start = format!("{}%", search.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let after = after.map_or("", |id| id.as_str());
    let rows = conn.all(&sql, vals![folded, after, search, start, limit]).await?;
    let mut organisations = rows.iter().map(organisation).collect::<Result<Vec<_>>>()?;
    let more = organisations.len() > most;
    organisations.truncate(most);
    let next = organisations.last().filter(|_| more).map(|last| last.id.clone());
    Ok(Page { organisations, next })
}

/// The names of the first `most` organisations, for choosing one.
///
/// # Errors
/// See [`find`].
pub async fn names(conn: &mut Conn, scope: &Scope, most: i64) -> Result<Vec<String>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    let rows = conn.all("SELECT name FROM organisation ORDER BY folded, id LIMIT $1", vals![most]).await?;
    rows.iter().map(|row| row.text("name")).collect()
}

/// The domains of an organisation, by name.
///
/// # Errors
/// See [`find`].
pub async fn domains(conn: &mut Conn, id: &OrganisationId) -> Result<Vec<String>> {
    let sql = "SELECT domain FROM organisation_domain WHERE organisation = $1 ORDER BY domain";
    let rows = conn.all(sql, vals![id.as_str()]).await?;
    rows.iter().map(|row| row.text("domain")).collect()
}

const MEMBER: &str = "p.id, p.name, p.title, (SELECT a.shown FROM person_address a WHERE a.person = p.id \
     ORDER BY a.added_at, a.address LIMIT 1) AS address";

fn member(row: &Row) -> Result<Member> {
    Ok(Member {
        id: row.id("id")?,
        name: row.text("name")?,
        title: row.text("title")?,
        address: row.opt_text("address")?.unwrap_or_default(),
    })
}

/// The next `most` customers of an organisation by name, behind `after`.
///
/// # Errors
/// See [`find`].
pub async fn members(
    conn: &mut Conn,
    scope: &Scope,
    id: &OrganisationId,
    after: Option<&PersonId>,
    most: i64,
) -> Result<Vec<Member>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    let behind = match after {
        Some(id) => conn.one("SELECT name_folded FROM person WHERE id = $1", vals![id.as_str()]).await?,
        None => None,
    };
    let folded = behind.map(|row| row.text("name_folded")).transpose()?.unwrap_or_default();
    let after = after.map_or("", |id| id.as_str());
    let sql = format!(
        "SELECT {MEMBER} FROM person p WHERE p.organisation = $1 AND (p.name_folded, p.id) > ($3, $4) \
         ORDER BY p.name_folded, p.id LIMIT $2"
    );
    let rows = conn.all(&sql, vals![id.as_str(), most, folded, after]).await?;
    rows.iter().map(member).collect()
}

/// Those who write from one of its domains, belong nowhere, and were not said not to belong to it.
const MIGHT: &str = "FROM person p WHERE p.organisation IS NULL AND EXISTS (SELECT 1 FROM person_address a \
     JOIN organisation_domain d ON d.domain = a.domain WHERE a.person = p.id AND d.organisation = $1) \
     AND NOT EXISTS (SELECT 1 FROM organisation_declined n WHERE n.person = p.id AND n.organisation = $1)";

/// The customers who might belong to an organisation, the first `most` by name.
///
/// # Errors
/// See [`find`].
pub async fn suggested(conn: &mut Conn, scope: &Scope, id: &OrganisationId, most: i64) -> Result<Vec<Member>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT {MEMBER} {MIGHT} ORDER BY p.name_folded, p.id LIMIT $2");
    let rows = conn.all(&sql, vals![id.as_str(), most]).await?;
    rows.iter().map(member).collect()
}

/// The organisation that a customer might belong to by a domain they write from.
///
/// # Errors
/// See [`find`].
pub async fn suggestion(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<Option<Organisation>> {
    if *scope != Scope::All {
        return Ok(None);
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation o JOIN organisation_domain d ON d.organisation = o.id \
         JOIN person_address a ON a.domain = d.domain JOIN person s ON s.id = a.person \
         WHERE a.person = $1 AND s.organisation IS NULL AND NOT EXISTS (SELECT 1 FROM organisation_declined n \
           WHERE n.person = $1 AND n.organisation = o.id) ORDER BY o.folded, o.id LIMIT 1"
    );
    conn.one(&sql, vals![person.as_str()]).await?.map(|row| organisation(&row)).transpose()
}

/// Where a customer belongs.
///
/// # Errors
/// See [`find`].
pub async fn of(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<Option<Organisation>> {
    if *scope != Scope::All { Ok(None) } else { organisation_of(conn, person).await }
}

/// The organisation of this name, in whatever case.
///
/// # Errors
/// See [`find`].
pub async fn by_name(conn: &mut Conn, name: &str) -> Result<Option<Organisation>> {
    let sql = format!("SELECT {COLUMNS} FROM organisation o WHERE o.folded = $1 ORDER BY o.id LIMIT 1");
    conn.one(&sql, vals![fold_name(name)]).await?.map(|row| organisation(&row)).transpose()
}

pub(super) async fn by_domain(conn: &mut Conn, domain: &str) -> Result<Option<Organisation>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM organisation o JOIN organisation_domain d ON d.organisation = o.id WHERE d.domain = $1"
    );
    conn.one(&sql, vals![domain]).await?.map(|row| organisation(&row)).transpose()
}

pub(super) async fn insert(tx: &mut Tx, id: &OrganisationId, name: &str, at: Instant) -> Result<()> {
    let sql = "INSERT INTO organisation (id, name, folded, joins_by_itself, created_at) VALUES ($1, $2, $3, 1, $4)";
    tx.run(sql, vals![id.as_str(), name, fold_name(name), at]).await?;
    Ok(())
}

pub(super) async fn set_name(tx: &mut Tx, id: &OrganisationId, name: &str) -> Result<()> {
    let sql = "UPDATE organisation SET name = $2, folded = $3 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), name, fold_name(name)]).await?;
    Ok(())
}

pub(super) async fn set_joining(tx: &mut Tx, id: &OrganisationId, by_itself: bool) -> Result<()> {
    tx.run("UPDATE organisation SET joins_by_itself = $2 WHERE id = $1", vals![id.as_str(), by_itself]).await?;
    Ok(())
}

/// Answers whether it was nobody's.
pub(super) async fn add_domain(tx: &mut Tx, id: &OrganisationId, domain: &str) -> Result<bool> {
    let sql = "INSERT INTO organisation_domain (domain, organisation) VALUES ($1, $2) ON CONFLICT (domain) DO NOTHING";
    Ok(tx.run(sql, vals![domain, id.as_str()]).await? > 0)
}

pub(super) async fn remove_domain(tx: &mut Tx, id: &OrganisationId, domain: &str) -> Result<bool> {
    let sql = "DELETE FROM organisation_domain WHERE organisation = $1 AND domain = $2";
    Ok(tx.run(sql, vals![id.as_str(), domain]).await? > 0)
}

/// The same for whoever has asked for the scope.
pub(crate) async fn organisation_of(conn: &mut Conn, person: &PersonId) -> Result<Option<Organisation>> {
    let sql = format!("SELECT {COLUMNS} FROM organisation o JOIN person s ON s.organisation = o.id WHERE s.id = $1");
    conn.one(&sql, vals![person.as_str()]).await?.map(|row| organisation(&row)).transpose()
}

pub(crate) async fn set_member(tx: &mut Tx, person: &PersonId, of: Option<&OrganisationId>) -> Result<()> {
    let of = of.map(|id| id.as_str());
    tx.run("UPDATE person SET organisation = $2 WHERE id = $1", vals![person.as_str(), of]).await?;
    Ok(())
}

pub(super) async fn set_declined(tx: &mut Tx, person: &PersonId, id: &OrganisationId, declined: bool) -> Result<()> {
    let sql = if declined {
        "INSERT INTO organisation_declined (person, organisation) VALUES ($1, $2) \
         ON CONFLICT (person, organisation) DO NOTHING"
    } else {
        "DELETE FROM organisation_declined WHERE person = $1 AND organisation = $2"
    };
    tx.run(sql, vals![person.as_str(), id.as_str()]).await?;
    Ok(())
}

pub(super) async fn is_declined(conn: &mut Conn, person: &PersonId, id: &OrganisationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM organisation_declined WHERE person = $1 AND organisation = $2";
    Ok(conn.number(sql, vals![person.as_str(), id.as_str()]).await? > 0)
}
