//! Plain data about customers.

use base::{Instant, Language};

use crate::PersonId;

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Names them.
    pub id: PersonId,
    /// What to call them; their address when they never gave a name.
    pub name: String,
    /// The name they gave holds an address that is not theirs: show the real one beside it.
    pub name_doubtful: bool,
    /// The language they write, once known.
    pub language: Option<Language>,
    /// When they first wrote.
    pub created_at: Instant,
}

/// One way to reach a customer by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The form that addresses are compared by.
    pub address: String,
    /// The form they wrote.
    pub shown: String,
    /// Whose it is.
    pub person: PersonId,
    /// Whether it is proved to be theirs.
    pub proved: bool,
    /// When it became known.
    pub added_at: Instant,
    /// That mail to it comes back, if it does.
    pub failing: Option<Failing>,
}

/// Mail to an address came back, since nobody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failing {
    /// Since when, business time.
    pub since: Instant,
    /// The other server's words.
    pub words: String,
}
