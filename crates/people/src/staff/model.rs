//! Plain data about colleagues.

use base::{Action, Actor, Instant, Language, Reach, Role, allowed};
use jiff::civil::Date;
use platform::web::page::Theme;

use crate::{DepartmentId, StaffId};

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
    /// Where they work, in order of ids.
    pub departments: Vec<DepartmentId>,
    /// Whether they see the conversations of their departments alone.
    pub limited: bool,
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

/// A colleague among others, as lists of them need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Names them.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// How far they see.
    pub reach: Reach,
    /// Until which day of the business they are away, where somebody looked.
    pub away_until: Option<Date>,
    /// Whether they have as much as they take, where somebody looked.
    pub full: bool,
}

impl Colleague {
    /// Whether conversations can be given to them.
    #[must_use]
    pub fn takes_work(&self) -> bool {
        allowed(&self.actor(), Action::WorkConversations).is_ok()
    }

    /// The colleague as the one who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Staff { id: self.id.to_string(), role: self.role, reach: self.reach.clone() }
    }
}

impl Staff {
    /// How far they see, as far as it was limited.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let own = || self.departments.iter().map(ToString::to_string).collect();
        if self.limited { Reach::Departments(own()) } else { Reach::Everything }
    }

    /// The colleague as the one who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Staff { id: self.id.to_string(), role: self.role, reach: self.reach() }
    }
}
