//! What the business promises itself of its answers: by condition, in which hours, and what happens before and after.

use base::Language;
use base::calendar::Calendar;
use people::{DepartmentId, OrganisationId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{HoursId, ServicePolicyId};

/// All service policies, in their order: of those that fit a conversation, the first holds. One that none fits goes by
/// the usual times.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceLevels {
    /// The policies.
    pub policies: Vec<ServicePolicy>,
    /// Opening hours beside those of the business.
    pub hours: Vec<NamedHours>,
}

impl ServiceLevels {
    /// The policy of this name for programs, if it is still there.
    #[must_use]
    pub fn find(&self, id: &ServicePolicyId) -> Option<&ServicePolicy> {
        self.policies.iter().find(|policy| policy.id == *id)
    }
}

/// Opening hours with a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedHours {
    /// Their id.
    pub id: HoursId,
    /// What colleagues call them.
    pub name: String,
    /// The hours.
    pub calendar: Calendar,
}

/// What is promised of some conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePolicy {
    /// Its id.
    pub id: ServicePolicyId,
    /// Goes up with every change of when replies are due by it; conversations keep the number they were clocked by.
    pub version: i64,
    /// What colleagues call it.
    pub name: String,
    /// Of which conversations.
    #[serde(default)]
    pub when: ServiceWhen,
    /// To the first human reply.
    pub first: ServiceTarget,
    /// To every further reply.
    pub next: ServiceTarget,
    /// To the solution, if that is promised, too.
    #[serde(default)]
    pub resolution: Option<ServiceTarget>,
    /// When somebody is warned before, if anybody is.
    #[serde(default)]
    pub warn: Option<Warn>,
    /// What is done where it was missed, beside telling those who lead.
    #[serde(default)]
    pub late: WhenLate,
}

/// Of which conversations a policy is: one of each kind that is named has to fit; a kind without any says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceWhen {
    /// It belongs to one of these departments.
    pub departments: Vec<DepartmentId>,
    /// It bears one of these tags, in whatever case.
    pub tags: Vec<String>,
    /// It came by one of these mailboxes, by the channel's names for them.
    pub mailboxes: Vec<String>,
    /// Its customer's language is one of these.
    pub languages: Vec<Language>,
    /// Its customer belongs to one of these organisations.
    pub organisations: Vec<OrganisationId>,
    /// Its customer is one of these.
    pub people: Vec<PersonId>,
}

/// In how much time, counted in which hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceTarget {
    /// Minutes.
    pub minutes: i64,
    /// Which hours count.
    pub hours: ServiceHours,
}

/// Which hours a clock counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceHours {
    /// Every hour of every day.
    Always,
    /// The opening hours of the business.
    Business,
    /// Other opening hours.
    Named(HoursId),
}

/// When somebody is warned before a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warn {
    /// Once so many hundredths of the time are used.
    Share(u8),
    /// Once so many minutes are left, in the hours of the clock.
    Left(i64),
}

/// What is done where a deadline was missed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhenLate {
    /// A tag is put on it.
    pub tag: Option<String>,
    /// It is given to a colleague.
    pub give_to: Option<StaffId>,
}

/// The policy that a conversation goes by, as it was when its clocks were set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoesBy {
    /// Which.
    pub policy: ServicePolicyId,
    /// Its version.
    pub version: i64,
}
