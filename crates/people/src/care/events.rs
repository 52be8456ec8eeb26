//! What happens to care flags. The subject is the customer, as of [`crate::person::PersonEvent`].

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::{CareId, CareKind};
use crate::PersonId;

/// A fact about a customer's care flags. None holds a colleague's words: these go with the flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum CareEvent {
    /// They are treated with care.
    CareSet {
        /// Who.
        person: PersonId,
        /// Which flag.
        flag: CareId,
        /// What they go through.
        kind: CareKind,
        /// Its last day: `2027-05-22`.
        until: String,
    },
    /// It is something else by now, or lasts until another day.
    CareChanged {
        /// Who.
        person: PersonId,
        /// Which flag.
        flag: CareId,
        /// What they go through.
        kind: CareKind,
        /// Its last day.
        until: String,
    },
    /// Somebody ended it before its day.
    CareEnded {
        /// Who.
        person: PersonId,
        /// Which flag.
        flag: CareId,
        /// What they went through.
        kind: CareKind,
    },
}

impl Event for CareEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::CareSet { .. } => "person.care_set",
            Self::CareChanged { .. } => "person.care_changed",
            Self::CareEnded { .. } => "person.care_ended",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::CareSet { person, .. } | Self::CareChanged { person, .. } | Self::CareEnded { person, .. }) = self;
        Subject::new("person", person)
    }

    fn sentence(&self) -> Sentence {
        let (message, kind, until) = match self {
            Self::CareSet { kind, until, .. } => ("event-person-care-set", kind, Some(until)),
            Self::CareChanged { kind, until, .. } => ("event-person-care-changed", kind, Some(until)),
            Self::CareEnded { kind, .. } => ("event-person-care-ended", kind, None),
        };
        let mut args = vec![("kind", kind.code().to_owned())];
        args.extend(until.map(|day| ("until", day.clone())));
        Sentence { message, args }
    }

    /// Neither what they go through nor until when: that stays among colleagues.
    fn public(&self) -> Value {
        let (Self::CareSet { person, flag, .. }
        | Self::CareChanged { person, flag, .. }
        | Self::CareEnded { person, flag, .. }) = self;
        json!({ "person": person, "flag": flag })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
