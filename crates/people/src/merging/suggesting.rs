//! Who looks like the same customer, and that they are not. Nothing is ever merged by itself.

use base::{Action, Actor, Scope, allowed};
use platform::{Conn, Result, Tx};

use super::rules::{self, Known, Reason};
use super::store;
use crate::file::Phone;
use crate::ids::PersonId;
use crate::person::{self, Address, Customer, Person};
use crate::refusal::{Answer, Refusal};

/// Looked at for each way of being alike.
const LOOKED_AT: i64 = 20;
/// Suggested at once.
const MOST: usize = 5;

/// A customer who may be the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// Who.
    pub customer: Customer,
    /// Why they look alike.
    pub reason: Reason,
}

/// Who looks like the same customer.
///
/// # Errors
/// When the tables cannot be read.
pub async fn doubles(conn: &mut Conn, scope: &Scope, id: &PersonId) -> Result<Vec<Double>> {
    let Some(person) = person::find(conn, scope, id).await? else { return Ok(Vec::new()) };
    let mine = store::known(conn, &person).await?;
    alike(conn, scope, id, &mine).await
}

/// The same for a page that has read who they are.
///
/// # Errors
/// See [`doubles`].
pub(crate) async fn doubles_of(
    conn: &mut Conn,
    scope: &Scope,
    person: &Person,
    addresses: &[Address],
    phones: &[Phone],
) -> Result<Vec<Double>> {
    alike(conn, scope, &person.id, &store::known_by(person, addresses, phones)).await
}

async fn alike(conn: &mut Conn, scope: &Scope, id: &PersonId, mine: &Known) -> Result<Vec<Double>> {
    let mut found = Vec::new();
    for other in store::alike(conn, id, LOOKED_AT).await? {
        let Some(person) = person::find(conn, scope, &other).await? else { continue };
        let theirs = store::known(conn, &person).await?;
        let Some(reason) = rules::reason(mine, &theirs) else { continue };
        let address = person::addresses(conn, scope, &other).await?.into_iter().next();
        let address = address.map(|it| it.shown).unwrap_or_default();
        found.push(Double { customer: Customer { person, address }, reason });
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

/// Says that two are two: they are not suggested again.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, or when both are the same.
pub async fn leave_apart(tx: &mut Tx, actor: &Actor, one: &PersonId, other: &PersonId) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    if one == other {
        return Err(Refusal::SamePerson.into());
    }
    for id in [one, other] {
        person::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    }
    if store::leave_apart(tx, one, other).await? {
        // Both files are shown without the suggestion from now on.
        tx.record(&person::PersonEvent::LeftApart { person: one.clone(), other: other.clone() }, actor, None).await?;
        tx.record(&person::PersonEvent::LeftApart { person: other.clone(), other: one.clone() }, actor, None).await?;
    }
    Ok(())
}
