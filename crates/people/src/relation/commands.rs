//! What colleagues can do with ties.

use base::{Action, Actor, Scope, allowed};
use platform::{Conn, Tx};

use super::model::Tie;
use super::store::{self, MOST};
use crate::PersonId;
use crate::file::FileEvent;
use crate::file::rules::phones::{Country, normalise};
use crate::refusal::{Answer, Refusal};
use crate::{person, privacy};

/// The customer whom somebody means by an address, a telephone, or the address of their file.
///
/// # Errors
/// Refused when nobody, or more than one, is meant.
pub async fn named_by(conn: &mut Conn, scope: &Scope, typed: &str, home: Option<&Country>) -> Answer<PersonId> {
    let typed = typed.trim();
    if let Ok(id) = typed.rsplit('/').next().unwrap_or(typed).parse::<PersonId>()
        && let Some(known) = person::find(conn, scope, &id).await?
    {
        return Ok(known.id);
    }
    if let Some(known) = person::by_address(conn, scope, typed).await? {
        return Ok(known.id);
    }
    if let Some(number) = normalise(typed, home) {
        let sql = "SELECT person FROM person_phone WHERE number = $1 ORDER BY person LIMIT 2";
        let rows = conn.all(sql, platform::vals![number]).await?;
        if let [one] = rows.as_slice() {
            return Ok(one.id("person")?);
        }
    }
    Err(Refusal::NobodyMeant.into())
}

async fn both(tx: &mut Tx, actor: &Actor, id: &PersonId, other: &PersonId) -> Answer<()> {
    let scope = allowed(actor, Action::EditPeople)?;
    if id == other {
        return Err(Refusal::SamePerson.into());
    }
    for one in [id, other] {
        let there = person::find(tx, &scope, one).await?.is_some();
        if !there || privacy::erased(tx, one).await?.is_some() {
            return Err(Refusal::NotFound.into());
        }
    }
    Ok(())
}

/// Says what `other` is to a customer; what was said before gives way.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, when both are the same, or when there are too many.
pub async fn relate(tx: &mut Tx, actor: &Actor, id: &PersonId, other: &PersonId, tie: Tie) -> Answer<()> {
    both(tx, actor, id, other).await?;
    let before = store::tie(tx, id, other).await?;
    if before == Some(tie) {
        return Ok(());
    }
    for one in [id, other] {
        if before.is_none() && store::of(tx, &Scope::All, one).await?.len() >= MOST {
            return Err(Refusal::TooMany.into());
        }
    }
    let now = tx.now();
    store::put(tx, id, other, tie, now).await?;
    for (person, other, tie) in [(id, other, tie), (other, id, tie.back())] {
        let event = FileEvent::Related { person: person.clone(), other: other.clone(), tie };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Says that two have nothing to do with each other; nothing happens when nobody said so.
///
/// # Errors
/// Refused when the actor may not, or when one of them is not there.
pub async fn unrelate(tx: &mut Tx, actor: &Actor, id: &PersonId, other: &PersonId) -> Answer<()> {
    both(tx, actor, id, other).await?;
    if !store::take(tx, id, other).await? {
        return Ok(());
    }
    for (person, other) in [(id, other), (other, id)] {
        let event = FileEvent::Unrelated { person: person.clone(), other: other.clone() };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}
