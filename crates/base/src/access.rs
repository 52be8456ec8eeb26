//! The one authorisation function. Every path (page, list, count, search, export, live, mail,
//! webhook, command line) asks [`allowed`] and hands the [`Scope`] to its query.

use serde::{Deserialize, Serialize};

use crate::{Actor, Reach};

/// What a colleague may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers for the business's Tillit: makes admins and owners, and all that an admin may.
    Owner,
    /// Runs it: settings and colleagues, and all that an agent may.
    Admin,
    /// Answers customers.
    Agent,
    /// Helps those who answer: sees what they see and writes notes, but nothing that a customer gets.
    Light,
}

impl Role {
    /// All roles, most powerful first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Admin, Self::Agent, Self::Light];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Agent => "agent",
            Self::Light => "light",
        }
    }

    /// Reads [`Role::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether somebody of this role may do it at all. A table, so that roles of one's own can come to stand beside it.
    const fn reaches(self, action: Action) -> bool {
        match action {
            Action::ReceiveMessages => false,
            Action::ReadConversations
            | Action::NoteConversations
            | Action::ReadPeople
            | Action::ReadStaff
            | Action::ReadArticles
            | Action::EditOwnProfile => true,
            Action::WorkConversations | Action::EditPeople | Action::WriteArticles => !matches!(self, Self::Light),
            Action::DeleteConversations
            | Action::ManageStaff
            | Action::ManageSettings
            | Action::ManageOperations
            | Action::PublishArticles
            | Action::ManagePrivacy => matches!(self, Self::Owner | Self::Admin),
            Action::ManageOwners | Action::MoveBusiness => matches!(self, Self::Owner),
        }
    }
}

/// What someone wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See conversations, their messages and attachments.
    ReadConversations,
    /// Write notes for colleagues.
    NoteConversations,
    /// Reply, assign, close, reopen, start a conversation.
    WorkConversations,
    /// Delete conversations, see the deleted ones, put them back, and let them go for good.
    DeleteConversations,
    /// Add a message that came from outside.
    ReceiveMessages,
    /// See customers and what is known of them.
    ReadPeople,
    /// Change what is known of customers.
    EditPeople,
    /// See colleagues' names and addresses.
    ReadStaff,
    /// Invite, change and disable colleagues, but owners.
    ManageStaff,
    /// Make somebody an owner, and change and disable owners.
    ManageOwners,
    /// Change settings of the business.
    ManageSettings,
    /// See and retry failed work (jobs, outbox, unreadable mail).
    ManageOperations,
    /// Hand out everything that is held about a customer, and erase it.
    ManagePrivacy,
    /// Take conversations in from another system, hand the whole business out, and take its settings in from a file.
    MoveBusiness,
    /// Change one's own name, language, password, sessions.
    EditOwnProfile,
    /// See articles of the help centre, also those for colleagues alone.
    ReadArticles,
    /// Write articles and hand them in.
    WriteArticles,
    /// Publish and withdraw articles, and change their categories.
    PublishArticles,
}

/// Which rows a query may touch. Queries take a scope, so that an unscoped one does not compile.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Scope {
    /// Every row of the kind.
    All,
    /// Only rows that belong to this person (staff or customer id).
    Own(String),
    /// Only rows of these departments, by department id. What belongs to none is not among them.
    Departments(Vec<String>),
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
    match actor {
        Actor::System | Actor::Rule { .. } => Ok(Scope::All),
        Actor::Staff { id, role, reach } => match (role.reaches(action), action) {
            (false, _) => Err(Forbidden),
            (true, Action::EditOwnProfile) => Ok(Scope::Own(id.clone())),
            (
                true,
                Action::ReadConversations
                | Action::NoteConversations
                | Action::WorkConversations
                | Action::DeleteConversations,
            ) => Ok(conversations(*role, reach)),
            (true, _) => Ok(Scope::All),
        },
        // Customers speak through channels; they have no desk rights.
        Actor::Customer { id } => match action {
            Action::ReceiveMessages | Action::ReadConversations => Ok(Scope::Own(id.clone())),
            _ => Err(Forbidden),
        },
    }
}

/// Which conversations a colleague sees. Who could change their own limits has none.
fn conversations(role: Role, reach: &Reach) -> Scope {
    match reach {
        Reach::Departments(own) if !role.reaches(Action::ManageStaff) => Scope::Departments(own.clone()),
        _ => Scope::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: [Action; 18] = [
        Action::ReadConversations,
        Action::NoteConversations,
        Action::WorkConversations,
        Action::ReceiveMessages,
        Action::ReadPeople,
        Action::EditPeople,
        Action::ReadStaff,
        Action::ManageStaff,
        Action::ManageOwners,
        Action::MoveBusiness,
        Action::ManageSettings,
        Action::ManageOperations,
        Action::ManagePrivacy,
        Action::DeleteConversations,
        Action::EditOwnProfile,
        Action::ReadArticles,
        Action::WriteArticles,
        Action::PublishArticles,
    ];

    fn letters(actor: &Actor) -> String {
        ACTIONS
            .iter()
            .map(|action| match allowed(actor, *action) {
                Ok(Scope::All) => 'A',
                Ok(Scope::Own(_)) => 'o',
                Ok(Scope::Departments(_)) => 'd',
                Err(Forbidden) => '-',
            })
            .collect()
    }

    #[test]
    fn the_whole_table_of_rights() {
        let staff = |role| Actor::staff("stf_1", role);
        let limited = |role| Actor::Staff { id: "stf_1".into(), role, reach: Reach::Departments(vec!["dep_1".into()]) };
        assert_eq!(letters(&staff(Role::Owner)), "AAA-AAAAAAAAAAoAAA");
        assert_eq!(letters(&staff(Role::Admin)), "AAA-AAAA--AAAAoAAA");
        assert_eq!(letters(&staff(Role::Agent)), "AAA-AAA-------oAA-");
        assert_eq!(letters(&staff(Role::Light)), "AA--A-A-------oA--");
        assert_eq!(
            Role::ALL.map(|role| letters(&limited(role))),
            ["AAA-AAAAAAAAAAoAAA", "AAA-AAAA--AAAAoAAA", "ddd-AAA-------oAA-", "dd--A-A-------oA--"]
        );
        assert_eq!(letters(&Actor::Customer { id: "per_1".into() }), "o--o--------------");
        assert_eq!(letters(&Actor::System), "AAAAAAAAAAAAAAAAAA");
    }
}
