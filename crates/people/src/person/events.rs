//! What happens to customers.

use base::{Event, Language, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::PersonId;
use crate::privacy::Kind;

/// A fact about one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum PersonEvent {
    /// Someone wrote for the first time, or a colleague made them known.
    PersonAppeared {
        /// Who.
        person: PersonId,
        /// Their name.
        name: String,
        /// The address they wrote from, as they wrote it.
        address: String,
        /// The language they wrote, if it was clear.
        language: Option<Language>,
        /// Whether a colleague or a file made them known: they have not written.
        #[serde(default)]
        added: bool,
    },
    /// A colleague put the name right.
    PersonRenamed {
        /// Who.
        person: PersonId,
        /// The name before.
        from: String,
        /// The name now.
        to: String,
    },
    /// Another address of theirs became known.
    AddressAdded {
        /// Whose.
        person: PersonId,
        /// The address.
        address: String,
    },
    /// They turned out to be somebody else, too, who is part of them now.
    TookIn {
        /// Who stays.
        person: PersonId,
        /// Who is part of them.
        from: PersonId,
        /// What that one was called.
        name: String,
    },
    /// They became part of somebody else.
    BecamePart {
        /// Who is no longer there.
        person: PersonId,
        /// Who stays.
        into: PersonId,
        /// What that one is called.
        name: String,
    },
    /// A merge was undone: these are two again.
    TakenApart {
        /// One of them.
        person: PersonId,
        /// What the other is called.
        name: String,
    },
    /// Everything that was held about them was erased.
    Erased {
        /// Who is left without anything.
        person: PersonId,
        /// How much of what.
        counts: Vec<(Kind, i64)>,
    },
    /// A colleague said that these are two.
    LeftApart {
        /// One of them.
        person: PersonId,
        /// The other.
        other: PersonId,
    },
    /// An address is theirs no more.
    AddressRemoved {
        /// Whose it was.
        person: PersonId,
        /// The address.
        address: String,
    },
    /// Mail to an address of theirs came back.
    AddressFailing {
        /// Whose.
        person: PersonId,
        /// The address.
        address: String,
        /// The other server's words.
        words: String,
    },
    /// Such an address works again.
    AddressWorks {
        /// Whose.
        person: PersonId,
        /// The address.
        address: String,
    },
}

impl PersonEvent {
    fn person(&self) -> &PersonId {
        match self {
            Self::PersonAppeared { person, .. } | Self::PersonRenamed { person, .. } => person,
            Self::TookIn { person, .. }
            | Self::BecamePart { person, .. }
            | Self::TakenApart { person, .. }
            | Self::LeftApart { person, .. }
            | Self::Erased { person, .. }
            | Self::AddressAdded { person, .. }
            | Self::AddressRemoved { person, .. }
            | Self::AddressFailing { person, .. }
            | Self::AddressWorks { person, .. } => person,
        }
    }
}

impl Event for PersonEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::PersonAppeared { .. } => "person.appeared",
            Self::PersonRenamed { .. } => "person.renamed",
            Self::TookIn { .. } => "person.took_in",
            Self::BecamePart { .. } => "person.became_part",
            Self::TakenApart { .. } => "person.taken_apart",
            Self::LeftApart { .. } => "person.left_apart",
            Self::Erased { .. } => "person.erased",
            Self::AddressAdded { .. } => "person.address_added",
            Self::AddressRemoved { .. } => "person.address_removed",
            Self::AddressFailing { .. } => "person.address_failing",
            Self::AddressWorks { .. } => "person.address_works",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("person", self.person())
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::PersonAppeared { name, added, .. } => {
                let message = if *added { "event-person-made" } else { "event-person-appeared" };
                Sentence { message, args: vec![("name", name.clone())] }
            }
            Self::PersonRenamed { from, to, .. } => {
                Sentence { message: "event-person-renamed", args: vec![("from", from.clone()), ("to", to.clone())] }
            }
            Self::TookIn { name, .. } => {
                Sentence { message: "event-person-took-in", args: vec![("name", name.clone())] }
            }
            Self::BecamePart { name, .. } => {
                Sentence { message: "event-person-became-part", args: vec![("name", name.clone())] }
            }
            Self::TakenApart { name, .. } => {
                Sentence { message: "event-person-taken-apart", args: vec![("name", name.clone())] }
            }
            Self::Erased { .. } => Sentence { message: "event-person-erased", args: vec![] },
            Self::LeftApart { .. } => Sentence { message: "event-person-left-apart", args: vec![] },
            Self::AddressAdded { address, .. } => {
                Sentence { message: "event-person-address-added", args: vec![("address", address.clone())] }
            }
            Self::AddressRemoved { address, .. } => {
                Sentence { message: "event-person-address-removed", args: vec![("address", address.clone())] }
            }
            Self::AddressFailing { address, words, .. } => Sentence {
                message: "event-person-address-failing",
                args: vec![("address", address.clone()), ("words", words.clone())],
            },
            Self::AddressWorks { address, .. } => {
                Sentence { message: "event-person-address-works", args: vec![("address", address.clone())] }
            }
        }
    }

    fn public(&self) -> Value {
        match self {
            Self::PersonAppeared { person, name, address, language, added: _ } => {
                json!({ "person": person, "name": name, "address": address, "language": language })
            }
            Self::PersonRenamed { person, to, .. } => json!({ "person": person, "name": to }),
            Self::TookIn { person, from, .. } => json!({ "person": person, "from": from }),
            Self::BecamePart { person, into, .. } => json!({ "person": person, "into": into }),
            Self::TakenApart { person, .. } => json!({ "person": person }),
            Self::Erased { person, .. } => json!({ "person": person }),
            Self::LeftApart { person, other } => json!({ "person": person, "other": other }),
            Self::AddressAdded { person, address }
            | Self::AddressRemoved { person, address }
            | Self::AddressWorks { person, address } => {
                json!({ "person": person, "address": address })
            }
            Self::AddressFailing { person, address, words } => {
                json!({ "person": person, "address": address, "words": words })
            }
        }
    }

    fn search_text(&self) -> String {
        match self {
            Self::PersonAppeared { name, address, .. } => format!("{name} {address}"),
            Self::PersonRenamed { to, .. } => to.clone(),
            Self::AddressAdded { address, .. }
            | Self::AddressRemoved { address, .. }
            | Self::AddressFailing { address, .. }
            | Self::AddressWorks { address, .. } => address.clone(),
            Self::TookIn { name, .. } => name.clone(),
            Self::BecamePart { .. } | Self::TakenApart { .. } | Self::LeftApart { .. } | Self::Erased { .. } => {
                String::new()
            }
        }
    }
}
