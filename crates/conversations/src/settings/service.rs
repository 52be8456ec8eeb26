//! The service policies of a business, and the hours they count beside its own.

use std::collections::BTreeSet;

use platform::{Conn, Result, Tx, settings};

use crate::commands;
use crate::ids::ServicePolicyId;
use crate::model::{ServiceHours, ServiceLevels, ServiceTarget, Warn};
use crate::rules::clocks::{ClockPolicy, Targets};
use crate::rules::service as rule;

/// The key under which they lie.
const SERVICE: &str = "service_levels";

/// The policies in their order, with their hours.
///
/// # Errors
/// When settings cannot be read; so for all below.
pub async fn service_levels(conn: &mut Conn) -> Result<ServiceLevels> {
    settings::get(conn, SERVICE).await
}

/// What a policy asks of clocks; without one, or where it is gone, what the business usually does.
///
/// # Errors
/// See [`service_levels`].
pub async fn targets(conn: &mut Conn, policy: Option<&ServicePolicyId>) -> Result<Targets> {
    let usual = super::clock_policy(conn).await?;
    let Some(policy) = policy else { return Ok(usual.targets()) };
    let levels = service_levels(conn).await?;
    Ok(rule::targets(&levels, levels.find(policy), &usual))
}

/// Keeps policies that are [`checked`], each under its version, and clocks what is open anew, later and step by step.
///
/// # Errors
/// When settings cannot be read or written.
pub async fn set_service_levels(tx: &mut Tx, levels: ServiceLevels) -> Result<()> {
    let (before, usual) = (service_levels(tx).await?, super::clock_policy(tx).await?);
    let levels = rule::versioned(levels, &before, (&usual, &usual));
    if levels == before {
        return Ok(());
    }
    settings::set(tx, SERVICE, &levels).await?;
    commands::service::later(tx).await
}

/// The business's own hours have changed: policies that count them are other ones now.
pub(super) async fn times_changed(tx: &mut Tx, was: &ClockPolicy) -> Result<()> {
    let (before, usual) = (service_levels(tx).await?, super::clock_policy(tx).await?);
    let levels = rule::versioned(before.clone(), &before, (&usual, was));
    if levels == before {
        return Ok(());
    }
    settings::set(tx, SERVICE, &levels).await?;
    commands::service::later(tx).await
}

/// Why policies are not kept: which of them, from 0, or which hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLevels {
    /// There are too many.
    TooMany,
    /// It has no name, or a longer one than anybody reads.
    Name(usize),
    /// Another has this name.
    Taken(usize),
    /// A target is none: no time at all, or more than is allowed.
    Target(usize),
    /// It counts hours that are not there.
    NoHours(usize),
    /// Nobody could be warned so.
    Warn(usize),
    /// There are too many names in its condition.
    TooManyNames(usize),
    /// These hours have no name, or that of others.
    HoursName(usize),
    /// These hours are never open.
    NeverOpen(usize),
}

/// Looks whether policies can be kept.
///
/// # Errors
/// Why not.
pub fn checked(levels: &ServiceLevels) -> std::result::Result<(), BadLevels> {
    if levels.policies.len() > rule::POLICIES_MOST || levels.hours.len() > rule::HOURS_MOST {
        return Err(BadLevels::TooMany);
    }
    let named = |name: &str| !name.trim().is_empty() && name.chars().count() <= rule::NAME_MAX;
    let mut names = BTreeSet::new();
    for (at, hours) in levels.hours.iter().enumerate() {
        if !named(&hours.name) || !names.insert(hours.name.to_lowercase()) {
            return Err(BadLevels::HoursName(at));
        }
        if hours.calendar.week().is_closed() {
            return Err(BadLevels::NeverOpen(at));
        }
    }
    let mut names = BTreeSet::new();
    for (at, policy) in levels.policies.iter().enumerate() {
        if !named(&policy.name) {
            return Err(BadLevels::Name(at));
        }
        if !names.insert(policy.name.to_lowercase()) {
            return Err(BadLevels::Taken(at));
        }
        let targets = [
            (Some(&policy.first), rule::REPLY_MAX),
            (Some(&policy.next), rule::REPLY_MAX),
            (policy.resolution.as_ref(), rule::RESOLUTION_MAX),
        ];
        let targets: Vec<(&ServiceTarget, i64)> =
            targets.into_iter().filter_map(|(target, most)| Some((target?, most))).collect();
        if targets.iter().any(|(target, most)| !(1..=*most).contains(&target.minutes)) {
            return Err(BadLevels::Target(at));
        }
        let there = |hours: &ServiceHours| match hours {
            ServiceHours::Always | ServiceHours::Business => true,
            ServiceHours::Named(id) => levels.hours.iter().any(|named| named.id == *id),
        };
        if !targets.iter().all(|(target, _)| there(&target.hours)) {
            return Err(BadLevels::NoHours(at));
        }
        let warns = match policy.warn {
            None => true,
            Some(Warn::Share(share)) => (1..=99).contains(&share),
            Some(Warn::Left(left)) => (1..=rule::REPLY_MAX).contains(&left),
        };
        if !warns {
            return Err(BadLevels::Warn(at));
        }
        let when = &policy.when;
        let most = [
            when.departments.len(),
            when.tags.len(),
            when.mailboxes.len(),
            when.languages.len(),
            when.organisations.len(),
            when.people.len(),
        ];
        if most.into_iter().any(|n| n > rule::NAMES_MOST) {
            return Err(BadLevels::TooManyNames(at));
        }
    }
    Ok(())
}
