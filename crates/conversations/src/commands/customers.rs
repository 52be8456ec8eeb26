//! Making one customer of two, with their conversations. What is known of them is moved by `people`.

use base::Actor;
use people::merging;
use people::{Answer, PersonId};
use platform::{Context, Tx};

use crate::store::{self, HandedOver};

/// Makes a customer part of another, with all that was said with them.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, or when both are the same.
pub async fn merge_customers(tx: &mut Tx, actor: &Actor, target: &PersonId, source: &PersonId) -> Answer<()> {
    // Whoever may not or names nobody changes nothing: the transaction is not committed then.
    merging::plan(tx, actor, target, source).await?;
    let over = store::hand_over(tx, source, target).await?;
    let more = serde_json::to_string(&over).context("what was moved cannot be written")?;
    merging::merge(tx, actor, target, source, more).await?;
    Ok(super::service::look_again_for(tx, target).await?)
}

/// Takes two customers apart again; conversations go back to whom they were with, and what came since to whom its
/// address belongs. Answers who had stayed.
///
/// # Errors
/// Refused as [`merging::undo`] is.
pub async fn undo_merge_customers(tx: &mut Tx, actor: &Actor, source: &PersonId) -> Answer<PersonId> {
    let apart = merging::undo(tx, actor, source).await?;
    let over: HandedOver = serde_json::from_str(&apart.more).context("what was moved cannot be read")?;
    store::hand_back(tx, (&apart.target, source), &over, (apart.since, &apart.addresses)).await?;
    for person in [&apart.target, source] {
        super::service::look_again_for(tx, person).await?;
    }
    Ok(apart.target)
}
