//! Who did something: every change in Tillit has an actor.

use serde::{Deserialize, Serialize};

/// How far a colleague sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// All conversations.
    #[default]
    Everything,
    /// Those of these departments alone, by department id (`dep_…`).
    Departments(Vec<String>),
}

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
        /// How far they see. Those who run the business's Tillit see everything, whatever stands here.
        #[serde(default)]
        reach: Reach,
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
    /// A colleague who sees everything.
    #[must_use]
    pub fn staff(id: impl Into<String>, role: crate::Role) -> Self {
        Self::Staff { id: id.into(), role, reach: Reach::Everything }
    }

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
