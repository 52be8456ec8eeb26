//! Plain data about colleagues.

use base::{Actor, Instant, Language, Role};
use platform::web::page::Theme;

use crate::StaffId;

/// A colleague's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Names them.
    pub id: StaffId,
    /// Their address as they write it; sign-in compares the folded form.
    pub email: String,
    /// What they are called.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The language of their desk.
    pub language: Language,
    /// Light, dark, or as their system has it.
    pub theme: Theme,
    /// Their time zone, by its IANA name.
    pub zone: String,
    /// Whether single letters are keys.
    pub letter_keys: bool,
    /// Their password's argon2id hash; none until they chose one.
    pub password_hash: Option<String>,
    /// Since when they may not enter.
    pub disabled_at: Option<Instant>,
    /// When the account was made.
    pub created_at: Instant,
}

impl Staff {
    /// The colleague as the one who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Staff { id: self.id.to_string(), role: self.role }
    }
}
