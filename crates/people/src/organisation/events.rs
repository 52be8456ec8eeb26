//! What happens to organisations. Who joins and leaves is told of the customer ([`crate::file::FileEvent`]).

use base::event::Sentence;
use base::{Event, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ids::OrganisationId;

/// A fact about one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum OrganisationEvent {
    /// It became known.
    OrganisationAdded {
        /// Which.
        organisation: OrganisationId,
        /// What it is called.
        name: String,
    },
    /// It is called otherwise.
    OrganisationRenamed {
        /// Which.
        organisation: OrganisationId,
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// Its people write from this domain too.
    DomainAdded {
        /// Which.
        organisation: OrganisationId,
        /// The domain.
        domain: String,
    },
    /// They do not.
    DomainRemoved {
        /// Which.
        organisation: OrganisationId,
        /// The domain.
        domain: String,
    },
    /// Something else stands in a field of the business's own.
    FieldChanged {
        /// Whose.
        organisation: OrganisationId,
        /// What the field is called.
        name: String,
        /// Before; empty for nothing.
        from: String,
        /// Now; empty for nothing.
        to: String,
    },
    /// Whoever writes from its domains joins by itself, or has to be asked for.
    JoiningChanged {
        /// Which.
        organisation: OrganisationId,
        /// Whether by itself.
        by_itself: bool,
    },
}

impl OrganisationEvent {
    fn organisation(&self) -> &OrganisationId {
        match self {
            Self::OrganisationAdded { organisation, .. }
            | Self::OrganisationRenamed { organisation, .. }
            | Self::DomainAdded { organisation, .. }
            | Self::DomainRemoved { organisation, .. }
            | Self::FieldChanged { organisation, .. }
            | Self::JoiningChanged { organisation, .. } => organisation,
        }
    }
}

impl Event for OrganisationEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::OrganisationAdded { .. } => "organisation.added",
            Self::OrganisationRenamed { .. } => "organisation.renamed",
            Self::DomainAdded { .. } => "organisation.domain_added",
            Self::DomainRemoved { .. } => "organisation.domain_removed",
            Self::FieldChanged { .. } => "organisation.field_changed",
            Self::JoiningChanged { .. } => "organisation.joining_changed",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("organisation", self.organisation())
    }

    fn sentence(&self) -> Sentence {
        let (message, args) = match self {
            Self::OrganisationAdded { name, .. } => ("event-organisation-added", vec![("name", name)]),
            Self::OrganisationRenamed { from, to, .. } => {
                ("event-organisation-renamed", vec![("from", from), ("to", to)])
            }
            Self::DomainAdded { domain, .. } => ("event-organisation-domain-added", vec![("domain", domain)]),
            Self::DomainRemoved { domain, .. } => ("event-organisation-domain-removed", vec![("domain", domain)]),
            Self::FieldChanged { name, from, to, .. } => {
                ("event-field-changed", vec![("name", name), ("from", from), ("to", to)])
            }
            Self::JoiningChanged { by_itself: true, .. } => ("event-organisation-joining", vec![]),
            Self::JoiningChanged { by_itself: false, .. } => ("event-organisation-asking", vec![]),
        };
        Sentence { message, args: args.into_iter().map(|(name, text)| (name, text.clone())).collect() }
    }

    fn public(&self) -> Value {
        match self {
            Self::OrganisationAdded { organisation, name } => json!({ "organisation": organisation, "name": name }),
            Self::OrganisationRenamed { organisation, to, .. } => json!({ "organisation": organisation, "name": to }),
            Self::DomainAdded { organisation, domain } | Self::DomainRemoved { organisation, domain } => {
                json!({ "organisation": organisation, "domain": domain })
            }
            Self::FieldChanged { organisation, name, to, .. } => {
                json!({ "organisation": organisation, "field": name, "to": to })
            }
            Self::JoiningChanged { organisation, by_itself } => {
                json!({ "organisation": organisation, "joins_by_itself": by_itself })
            }
        }
    }

    fn search_text(&self) -> String {
        match self {
            Self::OrganisationAdded { name, .. } => name.clone(),
            Self::OrganisationRenamed { to, .. } | Self::FieldChanged { to, .. } => to.clone(),
            Self::DomainAdded { domain, .. } => domain.clone(),
            _ => String::new(),
        }
    }
}
