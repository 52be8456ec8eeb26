//! Plain data about departments.

use base::Instant;

use crate::DepartmentId;

/// A part of the business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Names it.
    pub id: DepartmentId,
    /// What it is called.
    pub name: String,
    /// Since when nothing new comes to it. What it had keeps its name.
    pub closed_at: Option<Instant>,
}
