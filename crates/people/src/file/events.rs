//! What happens in a customer's file. The subject is the customer, as of [`crate::person::PersonEvent`].

use base::event::Sentence;
use base::{Event, Subject};
use platform::log::Recorded;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::PersonId;
use crate::care::CareEvent;
use crate::ids::{NoteId, OrganisationId};
use crate::person::PersonEvent;
use crate::relation::Tie;

/// Something of which a customer has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Their role.
    Title,
    /// Where letters go.
    Postal,
    /// The language to write to them in.
    Language,
    /// How to address them.
    Addressed,
    /// How to reach them.
    Channel,
    /// Between which hours to reach them.
    Hours,
    /// How to speak to them.
    Manner,
    /// On which days to reach them.
    Days,
    /// By which clock.
    Zone,
}

/// A fact about a customer's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum FileEvent {
    /// A telephone number became known.
    PhoneAdded {
        /// Whose.
        person: PersonId,
        /// As kept.
        number: String,
    },
    /// It is another number now, or called otherwise.
    PhoneChanged {
        /// Whose.
        person: PersonId,
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// It is theirs no more.
    PhoneRemoved {
        /// Whose.
        person: PersonId,
        /// As kept.
        number: String,
    },
    /// They go by another name too.
    NameAdded {
        /// Who.
        person: PersonId,
        /// The other name.
        name: String,
    },
    /// They do not.
    NameRemoved {
        /// Who.
        person: PersonId,
        /// The other name.
        name: String,
    },
    /// Something of which there is one was changed. Empty texts mean that nothing was known.
    DetailChanged {
        /// Whose.
        person: PersonId,
        /// What.
        detail: Detail,
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// They go before others, or not any more.
    VipChanged {
        /// Who.
        person: PersonId,
        /// Whether they do now.
        vip: bool,
    },
    /// Nobody answers them from now on.
    Blocked {
        /// Who.
        person: PersonId,
        /// Why.
        why: String,
    },
    /// They are answered again.
    Unblocked {
        /// Who.
        person: PersonId,
    },
    /// They belong to an organisation.
    JoinedOrganisation {
        /// Who.
        person: PersonId,
        /// Which.
        organisation: OrganisationId,
        /// What it is called.
        name: String,
    },
    /// They do not any more.
    LeftOrganisation {
        /// Who.
        person: PersonId,
        /// Which.
        organisation: OrganisationId,
        /// What it is called.
        name: String,
    },
    /// Something else stands in a field of the business's own.
    FieldChanged {
        /// Whose.
        person: PersonId,
        /// What the field is called.
        name: String,
        /// Before; empty for nothing.
        from: String,
        /// Now; empty for nothing.
        to: String,
    },
    /// Somebody has to do with them.
    Related {
        /// Who.
        person: PersonId,
        /// With whom.
        other: PersonId,
        /// What the other is to them.
        tie: Tie,
    },
    /// Somebody has not any more.
    Unrelated {
        /// Who.
        person: PersonId,
        /// With whom.
        other: PersonId,
    },
    /// A colleague wrote something down.
    NoteAdded {
        /// About whom.
        person: PersonId,
        /// What.
        note: NoteId,
    },
    /// The text of a note was changed.
    NoteChanged {
        /// About whom.
        person: PersonId,
        /// Which.
        note: NoteId,
        /// What it said before.
        before: String,
    },
    /// A note was taken away.
    NoteRemoved {
        /// About whom.
        person: PersonId,
        /// Which.
        note: NoteId,
        /// What it said.
        before: String,
    },
    /// A note is shown beside every conversation, or not any more.
    NotePinned {
        /// About whom.
        person: PersonId,
        /// Which.
        note: NoteId,
        /// Whether it is now.
        pinned: bool,
    },
}

impl FileEvent {
    fn person(&self) -> &PersonId {
        match self {
            Self::PhoneAdded { person, .. }
            | Self::PhoneChanged { person, .. }
            | Self::PhoneRemoved { person, .. }
            | Self::NameAdded { person, .. }
            | Self::NameRemoved { person, .. }
            | Self::DetailChanged { person, .. }
            | Self::VipChanged { person, .. }
            | Self::Blocked { person, .. }
            | Self::Unblocked { person }
            | Self::JoinedOrganisation { person, .. }
            | Self::LeftOrganisation { person, .. }
            | Self::FieldChanged { person, .. }
            | Self::Related { person, .. }
            | Self::Unrelated { person, .. }
            | Self::NoteAdded { person, .. }
            | Self::NoteChanged { person, .. }
            | Self::NoteRemoved { person, .. }
            | Self::NotePinned { person, .. } => person,
        }
    }
}

impl Event for FileEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::PhoneAdded { .. } => "person.phone_added",
            Self::PhoneChanged { .. } => "person.phone_changed",
            Self::PhoneRemoved { .. } => "person.phone_removed",
            Self::NameAdded { .. } => "person.name_added",
            Self::NameRemoved { .. } => "person.name_removed",
            Self::DetailChanged { .. } => "person.detail_changed",
            Self::VipChanged { .. } => "person.vip_changed",
            Self::Blocked { .. } => "person.blocked",
            Self::Unblocked { .. } => "person.unblocked",
            Self::JoinedOrganisation { .. } => "person.joined_organisation",
            Self::LeftOrganisation { .. } => "person.left_organisation",
            Self::FieldChanged { .. } => "person.field_changed",
            Self::Related { .. } => "person.related",
            Self::Unrelated { .. } => "person.unrelated",
            Self::NoteAdded { .. } => "person.note_added",
            Self::NoteChanged { .. } => "person.note_changed",
            Self::NoteRemoved { .. } => "person.note_removed",
            Self::NotePinned { .. } => "person.note_pinned",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("person", self.person())
    }

    fn sentence(&self) -> Sentence {
        let (message, args) = match self {
            Self::PhoneAdded { number, .. } => ("event-person-phone-added", vec![("number", number)]),
            Self::PhoneChanged { from, to, .. } => ("event-person-phone-changed", vec![("from", from), ("to", to)]),
            Self::PhoneRemoved { number, .. } => ("event-person-phone-removed", vec![("number", number)]),
            Self::NameAdded { name, .. } => ("event-person-name-added", vec![("name", name)]),
            Self::NameRemoved { name, .. } => ("event-person-name-removed", vec![("name", name)]),
            Self::DetailChanged { detail, from, to, .. } => {
                let message = match detail {
                    Detail::Title => "event-person-title",
                    Detail::Postal => "event-person-postal",
                    Detail::Language => "event-person-language",
                    Detail::Addressed => "event-person-addressed",
                    Detail::Channel => "event-person-channel",
                    Detail::Hours => "event-person-hours",
                    Detail::Manner => "event-person-manner",
                    Detail::Days => "event-person-days",
                    Detail::Zone => "event-person-zone",
                };
                (message, vec![("from", from), ("to", to)])
            }
            Self::VipChanged { vip: true, .. } => ("event-person-vip", vec![]),
            Self::VipChanged { vip: false, .. } => ("event-person-vip-no-more", vec![]),
            Self::Blocked { why, .. } => ("event-person-blocked", vec![("reason", why)]),
            Self::Unblocked { .. } => ("event-person-unblocked", vec![]),
            Self::JoinedOrganisation { name, .. } => ("event-person-joined", vec![("name", name)]),
            Self::LeftOrganisation { name, .. } => ("event-person-left", vec![("name", name)]),
            Self::FieldChanged { name, from, to, .. } => {
                ("event-field-changed", vec![("name", name), ("from", from), ("to", to)])
            }
            // Without the other's name: it goes when they are erased.
            Self::Related { .. } => ("event-person-related", vec![]),
            Self::Unrelated { .. } => ("event-person-unrelated", vec![]),
            Self::NoteAdded { .. } => ("event-person-note-added", vec![]),
            Self::NoteChanged { .. } => ("event-person-note-changed", vec![]),
            Self::NoteRemoved { .. } => ("event-person-note-removed", vec![]),
            Self::NotePinned { pinned: true, .. } => ("event-person-note-pinned", vec![]),
            Self::NotePinned { pinned: false, .. } => ("event-person-note-unpinned", vec![]),
        };
        Sentence { message, args: args.into_iter().map(|(name, text)| (name, text.clone())).collect() }
    }

    /// Notes stay among colleagues: neither their texts nor reasons go out.
    fn public(&self) -> Value {
        match self {
            Self::PhoneAdded { person, number } | Self::PhoneRemoved { person, number } => {
                json!({ "person": person, "number": number })
            }
            Self::PhoneChanged { person, from, to } => json!({ "person": person, "from": from, "to": to }),
            Self::NameAdded { person, name } | Self::NameRemoved { person, name } => {
                json!({ "person": person, "name": name })
            }
            Self::DetailChanged { person, detail, to, .. } => json!({ "person": person, "detail": detail, "to": to }),
            Self::VipChanged { person, vip } => json!({ "person": person, "vip": vip }),
            Self::Blocked { person, .. } | Self::Unblocked { person } => json!({ "person": person }),
            Self::JoinedOrganisation { person, organisation, .. }
            | Self::LeftOrganisation { person, organisation, .. } => {
                json!({ "person": person, "organisation": organisation })
            }
            Self::FieldChanged { person, name, to, .. } => json!({ "person": person, "field": name, "to": to }),
            Self::Related { person, other, tie } => json!({ "person": person, "other": other, "tie": tie }),
            Self::Unrelated { person, other } => json!({ "person": person, "other": other }),
            Self::NoteAdded { person, note }
            | Self::NoteChanged { person, note, .. }
            | Self::NoteRemoved { person, note, .. }
            | Self::NotePinned { person, note, .. } => json!({ "person": person, "note": note }),
        }
    }

    fn search_text(&self) -> String {
        match self {
            Self::PhoneAdded { number, .. } => number.clone(),
            Self::PhoneChanged { to, .. } | Self::DetailChanged { to, .. } | Self::FieldChanged { to, .. } => {
                to.clone()
            }
            Self::NameAdded { name, .. } | Self::JoinedOrganisation { name, .. } => name.clone(),
            _ => String::new(),
        }
    }
}

/// What people read of a fact about a customer, whichever of the kinds it is.
#[must_use]
pub fn happening(fact: &Recorded) -> Option<Sentence> {
    let known = fact.read::<PersonEvent>().map(|event| event.sentence());
    let known = known.or_else(|| fact.read::<FileEvent>().map(|event| event.sentence()));
    known.or_else(|| fact.read::<CareEvent>().map(|event| event.sentence()))
}
