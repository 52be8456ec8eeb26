//! Making one customer of two, with their conversations. What is known of them is moved by `people`.

use base::Actor;
use people::merging;
use people::{Answer, PersonId};
use platform::{Context, Result, Tx};

use crate::ids::ServicePolicyId;
use crate::rules::service as rule;
use crate::settings;
use crate::store::{self, HandedOver};

/// Makes a customer part of another, with all that was said with them.
///
/// # Errors
/// Refused when the actor may not, when one of them is not there, or when both are the same.
pub async fn merge_customers(tx: &mut Tx, actor: &Actor, target: &PersonId, source: &PersonId) -> Answer<()> {
    // Whoever may not or names nobody changes nothing: the transaction is not committed then.
    merging::plan(tx, actor, target, source).await?;
    let mut over = store::hand_over(tx, source, target).await?;
    over.policies = widen(tx, actor, source, target).await?;
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
    narrow(tx, actor, source, &apart.target, &over.policies).await?;
    for person in [&apart.target, source] {
        super::service::look_again_for(tx, person).await?;
    }
    Ok(apart.target)
}

/// What was promised to one of them holds for both who are one now: policies that name the one name the other, too.
/// Answers which did not before.
async fn widen(tx: &mut Tx, actor: &Actor, source: &PersonId, target: &PersonId) -> Result<Vec<ServicePolicyId>> {
    let mut levels = settings::service_levels(tx).await?;
    let mut widened = Vec::new();
    for policy in &mut levels.policies {
        let people = &mut policy.when.people;
        if !people.contains(source) || people.contains(target) {
            continue;
        }
        // A policy that names as many as it may could not be kept again with one more.
        if people.len() >= rule::NAMES_MOST {
            people.retain(|one| one != source);
        }
        people.push(target.clone());
        widened.push(policy.id.clone());
    }
    if !widened.is_empty() {
        settings::set_service_levels(tx, levels).await?;
        platform::settings::record_change(tx, actor, "service").await?;
    }
    Ok(widened)
}

/// Policies that named the one alone before they were one do so again.
async fn narrow(
    tx: &mut Tx,
    actor: &Actor,
    source: &PersonId,
    target: &PersonId,
    widened: &[ServicePolicyId],
) -> Result<()> {
    if widened.is_empty() {
        return Ok(());
    }
    let mut levels = settings::service_levels(tx).await?;
    // Whom somebody took out meanwhile stays out, with both.
    let named = |people: &[PersonId]| people.contains(target);
    for policy in levels.policies.iter_mut().filter(|one| widened.contains(&one.id) && named(&one.when.people)) {
        let people = &mut policy.when.people;
        people.retain(|one| one != target);
        if !people.contains(source) {
            people.push(source.clone());
        }
    }
    settings::set_service_levels(tx, levels).await?;
    platform::settings::record_change(tx, actor, "service").await
}
