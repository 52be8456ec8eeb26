//! Which service policy a conversation goes by, and what that asks of its clocks.

use base::Language;
use base::calendar::Calendar;
use people::{DepartmentId, OrganisationId, PersonId};

use super::clocks::{ClockPolicy, Target, Targets};
use super::tags;
use crate::model::{ServiceHours, ServiceLevels, ServicePolicy, ServiceTarget, ServiceWhen, Warn};

/// Most policies, hours beside those of the business, and names in one condition.
pub const POLICIES_MOST: usize = 50;
/// See [`POLICIES_MOST`].
pub const HOURS_MOST: usize = 50;
/// See [`POLICIES_MOST`].
pub const NAMES_MOST: usize = 200;
/// Characters in the name of a policy.
pub const NAME_MAX: usize = 80;
/// Most minutes of a target: thirty days for replies, a year for solutions.
pub const REPLY_MAX: i64 = 43_200;
/// See [`REPLY_MAX`].
pub const RESOLUTION_MAX: i64 = 525_600;

/// What policies ask about a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The department that it belongs to.
    pub department: Option<DepartmentId>,
    /// The words on it, folded; empty where no policy asks for them. So for all that follows but the language.
    pub tags: Vec<String>,
    /// The mailbox that it came by.
    pub mailbox: Option<String>,
    /// Its customer's language.
    pub language: Option<Language>,
    /// Where its customer belongs.
    pub organisation: Option<OrganisationId>,
    /// Its customer.
    pub person: Option<PersonId>,
}

/// What has to be read of a conversation beside its row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// The words on it.
    pub tags: bool,
    /// The mailbox that it came by.
    pub mailbox: bool,
    /// Where its customer belongs.
    pub organisation: bool,
}

/// What any of these policies asks for.
#[must_use]
pub fn asks(policies: &[ServicePolicy]) -> Asks {
    let any = |of: fn(&ServiceWhen) -> bool| policies.iter().any(|policy| of(&policy.when));
    Asks {
        tags: any(|when| !when.tags.is_empty()),
        mailbox: any(|when| !when.mailboxes.is_empty()),
        organisation: any(|when| !when.organisations.is_empty()),
    }
}

/// Whether a policy is of such a conversation.
#[must_use]
pub fn fits(when: &ServiceWhen, it: &Facts) -> bool {
    among(&when.departments, it.department.as_ref())
        && among(&when.mailboxes, it.mailbox.as_ref())
        && among(&when.languages, it.language.as_ref())
        && among(&when.organisations, it.organisation.as_ref())
        && among(&when.people, it.person.as_ref())
        && (when.tags.is_empty() || when.tags.iter().any(|tag| it.tags.contains(&tags::fold(tag))))
}

fn among<T: PartialEq>(wanted: &[T], is: Option<&T>) -> bool {
    wanted.is_empty() || is.is_some_and(|is| wanted.contains(is))
}

/// The first policy that is of such a conversation.
#[must_use]
pub fn choose<'a>(policies: &'a [ServicePolicy], it: &Facts) -> Option<&'a ServicePolicy> {
    policies.iter().find(|policy| fits(&policy.when, it))
}

/// What a policy asks of clocks; without one, what the business usually does.
#[must_use]
pub fn targets(levels: &ServiceLevels, policy: Option<&ServicePolicy>, usual: &ClockPolicy) -> Targets {
    let Some(policy) = policy else { return usual.targets() };
    let target = |it: &ServiceTarget| Target { minutes: it.minutes.max(0), calendar: hours(levels, &it.hours, usual) };
    Targets {
        first: target(&policy.first),
        next: target(&policy.next),
        resolution: policy.resolution.as_ref().map(target),
        warn: policy.warn,
    }
}

/// The hours that a target counts; every hour where they are named and gone.
fn hours(levels: &ServiceLevels, hours: &ServiceHours, usual: &ClockPolicy) -> Option<Calendar> {
    match hours {
        ServiceHours::Always => None,
        ServiceHours::Business => usual.calendar.clone(),
        ServiceHours::Named(id) => {
            levels.hours.iter().find(|named| named.id == *id).map(|named| named.calendar.clone())
        }
    }
}

/// The policies as they are to be kept in place of those before: each under the version it had, or under the next one
/// where it asks something else of clocks than it did.
#[must_use]
pub fn versioned(
    mut after: ServiceLevels,
    before: &ServiceLevels,
    (usual_after, usual_before): (&ClockPolicy, &ClockPolicy),
) -> ServiceLevels {
    let asked = |levels: &ServiceLevels, policy: &ServicePolicy, usual: &ClockPolicy| {
        (policy.when.clone(), targets(levels, Some(policy), usual))
    };
    let version = |policy: &ServicePolicy| match before.find(&policy.id) {
        None => 1,
        Some(was) if asked(&after, policy, usual_after) == asked(before, was, usual_before) => was.version,
        Some(was) => was.version.saturating_add(1),
    };
    let versions: Vec<i64> = after.policies.iter().map(version).collect();
    for (policy, version) in after.policies.iter_mut().zip(versions) {
        policy.version = version;
    }
    after
}

/// How many minutes of a target are used when somebody is warned.
#[must_use]
pub fn used_when_warned(warn: Warn, minutes: i64) -> i64 {
    match warn {
        Warn::Share(share) => minutes.saturating_mul(i64::from(share.min(100))) / 100,
        Warn::Left(left) => minutes.saturating_sub(left),
    }
    .clamp(0, minutes.max(0))
}

#[cfg(test)]
mod tests;
