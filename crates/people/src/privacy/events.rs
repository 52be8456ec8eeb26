//! What is done with everything that is held about a customer. Erasing is told by `person`.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::PersonId;

/// A fact about one customer's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum PrivacyEvent {
    /// All of it was handed out as a file.
    HandedOut {
        /// Whose.
        person: PersonId,
    },
}

impl PrivacyEvent {
    fn person(&self) -> &PersonId {
        let Self::HandedOut { person } = self;
        person
    }
}

impl Event for PrivacyEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        "person.handed_out"
    }

    fn subject(&self) -> Subject {
        Subject::new("person", self.person())
    }

    fn sentence(&self) -> Sentence {
        Sentence { message: "event-person-handed-out", args: vec![] }
    }

    fn public(&self) -> Value {
        json!({ "person": self.person() })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
