//! Who did something: every change in Tillit has an actor.

use serde::{Deserialize, Serialize};

/// The one who acts. Ids are kept as text, since this crate knows no capability's ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Actor {
    /// A colleague, by staff id, with the role they have now.
    Staff {
        /// Staff id (`stf_…`).
        id: String,
        /// What they may do.
        role: crate::Role,
    },
    /// A customer, by person id.
    Customer {
        /// Person id (`per_…`).
        id: String,
    },
    /// A rule that people wrote.
    Rule {
        /// Rule id.
        id: String,
    },
    /// Tillit itself: clocks, importers, the operator's command line.
    System,
}

impl Actor {
    /// How the actor lies in the event log: `staff:stf_…`, `customer:per_…`, `rule:…`, `system`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Staff { id, .. } => format!("staff:{id}"),
            Self::Customer { id } => format!("customer:{id}"),
            Self::Rule { id } => format!("rule:{id}"),
            Self::System => "system".to_owned(),
        }
    }

    /// The staff id, when a colleague acts.
    #[must_use]
    pub fn staff_id(&self) -> Option<&str> {
        match self {
            Self::Staff { id, .. } => Some(id),
            _ => None,
        }
    }
}
