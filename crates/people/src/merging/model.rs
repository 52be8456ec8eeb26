//! Plain data of merged customers.

use base::{Instant, Language};
use serde::{Deserialize, Serialize};

use super::rules::Field;
use crate::care::CareId;
use crate::file::{Blocked, Details, Phone};
use crate::ids::{FieldId, NoteId, OrganisationId, PersonId};
use crate::person::Person;
use crate::relation::Tie;

/// All of which a customer has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Facts {
    pub name: String,
    pub name_doubtful: bool,
    pub language: Option<Language>,
    pub created_at: Instant,
    /// Where they belong.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    pub details: Details,
}

/// What a merge moved and how the two stood: what undoing it brings back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Moved {
    /// Who is part of the other now, as they were.
    pub source: Facts,
    /// The other, before.
    pub before: Facts,
    /// And right after.
    pub after: Facts,
    /// Addresses that came along, as they are compared.
    pub addresses: Vec<String>,
    /// All telephones of the source.
    pub phones: Vec<Phone>,
    /// The numbers that only the source had.
    pub new_phones: Vec<String>,
    /// All other names of the source, and since when.
    pub names: Vec<(String, Instant)>,
    /// The names that the target has only because of the merge.
    pub new_names: Vec<String>,
    /// All that stood in fields of the source.
    #[serde(default)]
    pub fields: Vec<(FieldId, String)>,
    /// The fields that stand filled with the target only because of the merge.
    #[serde(default)]
    pub new_fields: Vec<FieldId>,
    /// Who had to do with the source, and what they were.
    #[serde(default)]
    pub related: Vec<(PersonId, Tie)>,
    /// Those who have to do with the target only because of the merge.
    #[serde(default)]
    pub new_related: Vec<PersonId>,
    /// Notes that came along.
    pub notes: Vec<NoteId>,
    /// Care flags that came along.
    #[serde(default)]
    pub care: Vec<CareId>,
    /// What other capabilities moved, in their own words.
    pub more: String,
}

/// One customer who became part of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Who is no longer there.
    pub source: PersonId,
    /// What they were called.
    pub name: String,
    /// When.
    pub at: Instant,
    /// Whether nothing contradicts taking them apart: the newest merge, with an address that is still there.
    pub can_be_undone: bool,
}

/// What merging two would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Who stays.
    pub target: Person,
    /// Their address known longest.
    pub address: String,
    /// Who becomes part of them.
    pub source: Person,
    /// Addresses that come along.
    pub addresses: Vec<String>,
    /// Telephones that come along.
    pub phones: Vec<String>,
    /// Names that the one who stays will be known by, too.
    pub names: Vec<String>,
    /// Notes that come along.
    pub notes: usize,
    /// What was not known of the one who stays.
    pub filled: Vec<Field>,
    /// What both have, differently: the one who stays keeps theirs.
    pub kept: Vec<Field>,
    /// Fields of the business's own that were empty with the one who stays, by name.
    pub own_filled: Vec<String>,
    /// Those in which both have something else: the one who stays keeps theirs.
    pub own_kept: Vec<String>,
    /// Nobody answers them, since one of the two is blocked.
    pub blocked: Option<Blocked>,
}
