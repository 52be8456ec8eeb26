//! Plain data about colleagues.

use base::{Actor, Instant, Language, Role};

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

/// How the desk looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in tables, forms and the cookie.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Theme::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}
