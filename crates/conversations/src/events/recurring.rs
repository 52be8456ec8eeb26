//! What can happen to something that recurs.

use base::Subject;
use base::event::{Event, Sentence};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::RecurringId;

/// A fact about something that recurs.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum RecurringEvent {
    /// Somebody made it.
    #[serde(rename = "recurring_made")]
    Made {
        /// Which.
        id: RecurringId,
        /// What it is about; empty where it is a customer's.
        subject: String,
    },
    /// It is made of something else, or comes at other times, or not at all.
    #[serde(rename = "recurring_changed")]
    Changed {
        /// Which.
        id: RecurringId,
        /// What it is about now.
        subject: String,
    },
    /// It ended.
    #[serde(rename = "recurring_removed")]
    Removed {
        /// Which.
        id: RecurringId,
        /// What it was about.
        subject: String,
    },
}

impl RecurringEvent {
    const fn parts(&self) -> (&'static str, &'static str, &RecurringId, &String) {
        match self {
            Self::Made { id, subject } => ("recurring.made", "event-recurring-made", id, subject),
            Self::Changed { id, subject } => ("recurring.changed", "event-recurring-changed", id, subject),
            Self::Removed { id, subject } => ("recurring.removed", "event-recurring-removed", id, subject),
        }
    }
}

impl Event for RecurringEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("recurring", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, subject) = self.parts();
        Sentence { message, args: vec![("name", subject.clone())] }
    }

    fn public(&self) -> serde_json::Value {
        json!({ "recurring": self.parts().2 })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
