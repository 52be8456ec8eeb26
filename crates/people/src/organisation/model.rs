//! Plain data about organisations.

use base::Instant;

use crate::PersonId;
use crate::ids::OrganisationId;

/// A business, an association, an office: several customers who write for the same matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Names it.
    pub id: OrganisationId,
    /// What it is called.
    pub name: String,
    /// Whoever writes from one of its domains belongs to it without being asked.
    pub joins_by_itself: bool,
    /// When it became known.
    pub created_at: Instant,
    /// How many customers belong to it.
    pub members: i64,
}

/// A customer who belongs to an organisation, or might.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub title: String,
    /// The address known longest.
    pub address: String,
}
