//! What happens to accounts. Addresses and names are told, passwords and links never.

use base::{Event, Language, Role, Subject, event::Sentence};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::StaffId;

/// A fact about one colleague's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum StaffEvent {
    /// An account was made.
    StaffAdded {
        /// Whose.
        staff: StaffId,
        /// Their name.
        name: String,
        /// What they may do.
        role: Role,
    },
    /// A link to choose a password was sent.
    StaffInvited {
        /// To whom.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They chose a password.
    PasswordChanged {
        /// Whose.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They may do more or less than before.
    RoleChanged {
        /// Whose.
        staff: StaffId,
        /// Their name.
        name: String,
        /// What they may do now.
        role: Role,
    },
    /// They see the conversations of their departments alone, or all.
    ReachChanged {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// Whether they are limited now.
        limited: bool,
    },
    /// They may not enter any more.
    StaffDisabled {
        /// Whose.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They may enter again.
    StaffEnabled {
        /// Whose.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They are asked for a code after their password from now on.
    SecondTurnedOn {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They are no longer asked for a code.
    SecondTurnedOff {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They made new recovery codes.
    RecoveryRenewed {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They came in by a recovery code.
    RecoveryUsed {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
    },
    /// They will be away, or are.
    AbsencePlanned {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
        /// Who stands in, if anybody.
        deputy: Option<StaffId>,
    },
    /// They will be there after all, or are back.
    AbsenceCancelled {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    },
    /// They take more or less work than before.
    WorkloadChanged {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// Open conversations at most.
        cap: Option<i64>,
        /// Which part of a whole position, in hundredths.
        weight: i64,
    },
    /// They have other skills than before.
    SkillsChanged {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// What those they have now are called.
        skills: Vec<String>,
    },
    /// They write other languages than before.
    WritesChanged {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// Those they write now; none for all.
        writes: Vec<Language>,
    },
    /// They changed their own name, language, theme, zone or keys.
    ProfileChanged {
        /// Whose.
        staff: StaffId,
        /// Their name now.
        name: String,
    },
}

impl StaffEvent {
    fn parts(&self) -> (&'static str, &'static str, &StaffId, &str) {
        match self {
            Self::StaffAdded { staff, name, .. } => ("staff.added", "event-staff-added", staff, name),
            Self::StaffInvited { staff, name } => ("staff.invited", "event-staff-invited", staff, name),
            Self::PasswordChanged { staff, name } => {
                ("staff.password_changed", "event-staff-password-changed", staff, name)
            }
            Self::RoleChanged { staff, name, role: Role::Admin } => {
                ("staff.role_changed", "event-staff-became-admin", staff, name)
            }
            Self::RoleChanged { staff, name, role: Role::Agent } => {
                ("staff.role_changed", "event-staff-became-agent", staff, name)
            }
            Self::RoleChanged { staff, name, role: Role::Owner } => {
                ("staff.role_changed", "event-staff-became-owner", staff, name)
            }
            Self::RoleChanged { staff, name, role: Role::Light } => {
                ("staff.role_changed", "event-staff-became-light", staff, name)
            }
            Self::ReachChanged { staff, name, limited: true } => {
                ("staff.reach_changed", "event-staff-limited", staff, name)
            }
            Self::ReachChanged { staff, name, limited: false } => {
                ("staff.reach_changed", "event-staff-unlimited", staff, name)
            }
            Self::StaffDisabled { staff, name } => ("staff.disabled", "event-staff-disabled", staff, name),
            Self::StaffEnabled { staff, name } => ("staff.enabled", "event-staff-enabled", staff, name),
            Self::SecondTurnedOn { staff, name } => ("staff.second_on", "event-staff-second-on", staff, name),
            Self::SecondTurnedOff { staff, name } => ("staff.second_off", "event-staff-second-off", staff, name),
            Self::RecoveryRenewed { staff, name } => {
                ("staff.recovery_renewed", "event-staff-recovery-renewed", staff, name)
            }
            Self::RecoveryUsed { staff, name } => ("staff.recovery_used", "event-staff-recovery-used", staff, name),
            Self::AbsencePlanned { staff, name, .. } => {
                ("staff.absence_planned", "event-staff-absence-planned", staff, name)
            }
            Self::AbsenceCancelled { staff, name, .. } => {
                ("staff.absence_cancelled", "event-staff-absence-cancelled", staff, name)
            }
            Self::WorkloadChanged { staff, name, .. } => {
                ("staff.workload_changed", "event-staff-workload-changed", staff, name)
            }
            Self::SkillsChanged { staff, name, .. } => {
                ("staff.skills_changed", "event-staff-skills-changed", staff, name)
            }
            Self::WritesChanged { staff, name, .. } => {
                ("staff.writes_changed", "event-staff-writes-changed", staff, name)
            }
            Self::ProfileChanged { staff, name } => {
                ("staff.profile_changed", "event-staff-profile-changed", staff, name)
            }
        }
    }
}

impl Event for StaffEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("staff", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, name) = self.parts();
        let mut args = vec![("name", name.to_owned())];
        if let Self::AbsencePlanned { first, last, .. } | Self::AbsenceCancelled { first, last, .. } = self {
            args.extend([("first", first.to_string()), ("last", last.to_string())]);
        }
        if let Self::WorkloadChanged { cap, weight, .. } = self {
            let cap = cap.map_or_else(|| "–".to_owned(), |cap| cap.to_string());
            args.extend([("cap", cap), ("weight", weight.to_string())]);
        }
        let joined = match self {
            Self::SkillsChanged { skills, .. } => Some(("skills", skills.join(", "))),
            Self::WritesChanged { writes, .. } => Some(("languages", own_names(writes))),
            _ => None,
        };
        args.extend(joined.map(|(key, all)| (key, if all.is_empty() { "–".to_owned() } else { all })));
        Sentence { message, args }
    }

    fn public(&self) -> Value {
        let (_, _, staff, name) = self.parts();
        match self {
            Self::StaffAdded { role, .. } | Self::RoleChanged { role, .. } => {
                json!({ "staff": staff, "name": name, "role": role })
            }
            Self::AbsencePlanned { first, last, deputy, .. } => {
                json!({ "staff": staff, "name": name, "first": first, "last": last, "deputy": deputy })
            }
            Self::AbsenceCancelled { first, last, .. } => {
                json!({ "staff": staff, "name": name, "first": first, "last": last })
            }
            Self::WorkloadChanged { cap, weight, .. } => {
                json!({ "staff": staff, "name": name, "cap": cap, "weight": weight })
            }
            Self::SkillsChanged { skills, .. } => json!({ "staff": staff, "name": name, "skills": skills }),
            Self::WritesChanged { writes, .. } => json!({ "staff": staff, "name": name, "writes": writes }),
            _ => json!({ "staff": staff, "name": name }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}

/// Languages as they call themselves.
fn own_names(all: &[Language]) -> String {
    all.iter().map(|language| language.own_name()).collect::<Vec<_>>().join(", ")
}
