//! Handing out everything that is held about a customer, and erasing it.

use std::collections::{BTreeSet, HashSet};

use base::{Action, Actor, allowed};
use platform::{Conn, Platform, Tx};

use super::model::{About, Erased, Field, Gone, Held, Kind};
use super::{Holders, held, store};
use crate::PersonId;
use crate::merging;
use crate::person::{self, PersonEvent, fold_name};
use crate::refusal::{Answer, Refusal};

async fn about(conn: &mut Conn, id: &PersonId, instead: &str) -> Answer<About> {
    let mut ids = vec![id.clone()];
    ids.extend(merging::once(conn, id).await?);
    let addresses = person::addresses(conn, &base::Scope::All, id).await?;
    let addresses = addresses.into_iter().map(|it| it.address).collect();
    Ok(About { ids, addresses, instead: instead.to_owned() })
}

/// Everything that is held about a customer, by every capability.
///
/// # Errors
/// Refused when the actor may not, or when there is no such customer.
pub async fn everything(conn: &mut Conn, actor: &Actor, id: &PersonId, holders: Holders) -> Answer<Held> {
    let scope = allowed(actor, Action::ManagePrivacy)?;
    person::find(conn, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let about = about(conn, id, "").await?;
    let mut fields = vec![Field {
        name: "customer",
        message: "customers-file",
        value: Held::Fields(held::held(conn, &about).await?),
    }];
    for holder in holders.0 {
        fields.extend(holder.held(conn, &about).await?);
    }
    Ok(Held::Fields(fields))
}

/// What somebody typed who wants to erase, and what will stand in place of what was erased.
#[derive(Clone, Copy, Debug)]
pub struct Confirmed<'a> {
    /// The customer's name as typed.
    pub name: &'a str,
    /// What the customer is called afterwards: *Erased customer*.
    pub called: &'a str,
    /// What stands in place of their words: *Erased*.
    pub instead: &'a str,
}

/// Erases everything that is held about a customer. What is left says that there was somebody.
///
/// # Errors
/// Refused when the actor may not, when there is no such customer or they are erased already, when another name was
/// typed, and as long as something still goes out to them.
pub async fn erase(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    id: &PersonId,
    confirmed: Confirmed<'_>,
    holders: Holders,
) -> Answer<Erased> {
    let scope = allowed(actor, Action::ManagePrivacy)?;
    merging::hold(tx, id, id).await?;
    let person = person::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    if store::erased(tx, id).await?.is_some() {
        return Err(Refusal::ErasedAlready.into());
    }
    if fold_name(confirmed.name.trim()) != fold_name(&person.name) {
        return Err(Refusal::NotConfirmed.into());
    }
    let about = about(tx, id, confirmed.instead).await?;
    for holder in holders.0 {
        if holder.waits(tx, &about).await? {
            return Err(Refusal::StillGoingOut.into());
        }
    }
    let mut gone = Gone::default();
    person::unfind(tx, id).await?;
    for holder in holders.0 {
        holder.erase(tx, &about, &mut gone).await?;
    }
    store::erase(tx, &about, &mut gone).await?;
    let named = |text: &str| about.is_named(text, &gone.ids);
    let answers = platform::erasing::forget_answers(tx, &named).await?;
    platform::erasing::forget_errors(tx, &named).await?;
    gone.count(Kind::Answers, answers);
    let_go(p, tx, &gone, holders).await?;
    platform::backup::takeout::erased(tx).await?;
    platform::erasing::purge_later(tx).await?;
    gone.counts.sort_unstable();
    let erased = Erased { at: tx.now(), counts: gone.counts };
    store::empty(tx, id, confirmed.called, &erased).await?;
    let counts = erased.counts.clone();
    tx.record(&PersonEvent::Erased { person: id.clone(), counts }, actor, None).await?;
    Ok(erased)
}

/// Lets everybody forget what was taken out of something that stays: what names these ids, copies of what was told
/// about those that are called otherwise now, and these bytes. Whether files of the whole business that were packed
/// before must go, too, the caller knows.
///
/// # Errors
/// When the tables cannot be written.
pub async fn forget(
    p: &Platform,
    tx: &mut Tx,
    (ids, renamed): (HashSet<String>, HashSet<String>),
    blobs: BTreeSet<String>,
    holders: Holders,
) -> platform::Result<()> {
    let nobody = About { ids: Vec::new(), addresses: Vec::new(), instead: String::new() };
    let mut gone = Gone { ids, renamed, blobs, ..Gone::default() };
    for holder in holders.0 {
        holder.erase(tx, &nobody, &mut gone).await?;
    }
    let named = |text: &str| gone.is_told(&nobody, text);
    platform::erasing::forget_answers(tx, &named).await?;
    platform::erasing::forget_errors(tx, &named).await?;
    let_go(p, tx, &gone, holders).await?;
    platform::erasing::purge_later(tx).await
}

/// Bytes that nobody keeps any more.
async fn let_go(p: &Platform, tx: &mut Tx, gone: &Gone, holders: Holders) -> platform::Result<()> {
    let mut digests = gone.blobs.clone();
    for holder in holders.0 {
        for kept in holder.uses(tx, &digests).await? {
            digests.remove(&kept);
        }
    }
    for digest in &digests {
        p.blobs.let_go(tx, digest).await?;
    }
    Ok(())
}
