//! The one authorisation function. Every path (page, list, count, search, export, live, mail,
//! webhook, command line) asks [`allowed`] and hands the [`Scope`] to its query.

use serde::{Deserialize, Serialize};

use crate::Actor;

/// What a colleague may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the business's Tillit: settings and colleagues, and all that an agent may.
    Admin,
    /// Answers customers.
    Agent,
}

impl Role {
    /// All roles, most powerful first.
    pub const ALL: [Self; 2] = [Self::Admin, Self::Agent];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Agent => "agent",
        }
    }

    /// Reads [`Role::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What someone wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See conversations, their messages and attachments.
    ReadConversations,
    /// Reply, note, assign, close, reopen, start a conversation.
    WorkConversations,
    /// Add a message that came from outside.
    ReceiveMessages,
    /// See customers and what is known of them.
    ReadPeople,
    /// Change what is known of customers.
    EditPeople,
    /// See colleagues' names and addresses.
    ReadStaff,
    /// Invite, change and disable colleagues.
    ManageStaff,
    /// Change settings of the business.
    ManageSettings,
    /// See and retry failed work (jobs, outbox, unreadable mail).
    ManageOperations,
    /// Change one's own name, language, password, sessions.
    EditOwnProfile,
}

/// Which rows a query may touch. Queries take a scope, so that an unscoped one does not compile.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Scope {
    /// Every row of the kind.
    All,
    /// Only rows that belong to this person (staff or customer id).
    Own(String),
}

/// The actor may not do this at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not allowed for this role")]
pub struct Forbidden;

/// Decides what `actor` may do, and on which rows.
///
/// # Errors
/// [`Forbidden`] when the action is closed to the actor altogether.
pub fn allowed(actor: &Actor, action: Action) -> Result<Scope, Forbidden> {
    use Action::{
        EditOwnProfile, EditPeople, ManageOperations, ManageSettings, ManageStaff, ReadConversations, ReadPeople,
        ReadStaff, ReceiveMessages, WorkConversations,
    };
    match actor {
        Actor::System | Actor::Rule { .. } => Ok(Scope::All),
        Actor::Staff { id, role } => match (action, role) {
            (EditOwnProfile, _) => Ok(Scope::Own(id.clone())),
            (ReceiveMessages, _) => Err(Forbidden),
            (ManageStaff | ManageSettings | ManageOperations, Role::Agent) => Err(Forbidden),
            (
                ReadConversations | WorkConversations | ReadPeople | EditPeople | ReadStaff | ManageStaff
                | ManageSettings | ManageOperations,
                _,
            ) => Ok(Scope::All),
        },
        // Customers speak through channels; they have no desk rights.
        Actor::Customer { id } => match action {
            ReceiveMessages | ReadConversations => Ok(Scope::Own(id.clone())),
            _ => Err(Forbidden),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: [Action; 10] = [
        Action::ReadConversations,
        Action::WorkConversations,
        Action::ReceiveMessages,
        Action::ReadPeople,
        Action::EditPeople,
        Action::ReadStaff,
        Action::ManageStaff,
        Action::ManageSettings,
        Action::ManageOperations,
        Action::EditOwnProfile,
    ];

    fn letters(actor: &Actor) -> String {
        ACTIONS
            .iter()
            .map(|action| match allowed(actor, *action) {
                Ok(Scope::All) => 'A',
                Ok(Scope::Own(_)) => 'o',
                Err(Forbidden) => '-',
            })
            .collect()
    }

    #[test]
    fn the_whole_table_of_rights() {
        let staff = |role| Actor::Staff { id: "stf_1".into(), role };
        assert_eq!(letters(&staff(Role::Admin)), "AA-AAAAAAo");
        assert_eq!(letters(&staff(Role::Agent)), "AA-AAA---o");
        assert_eq!(letters(&Actor::Customer { id: "per_1".into() }), "o-o-------");
        assert_eq!(letters(&Actor::System), "AAAAAAAAAA");
    }
}
