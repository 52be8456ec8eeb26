//! A problem: one cause that brings several conversations, what is known of it, and what keeps it from coming back.

use std::collections::BTreeMap;

use base::{Instant, Language};
use people::{DepartmentId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, DraftId, ProblemId};

/// How far a problem has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemState {
    /// Known, and nobody looks after it yet.
    #[default]
    Open,
    /// Somebody is at it.
    Working,
    /// Its cause is gone.
    Solved,
}

impl ProblemState {
    /// All of them, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::Open, Self::Working, Self::Solved];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Working => "working",
            Self::Solved => "solved",
        }
    }

    /// Reads [`ProblemState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether its cause is gone.
    #[must_use]
    pub const fn is_solved(self) -> bool {
        matches!(self, Self::Solved)
    }
}

/// What people say of a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProblemText {
    /// What it is called: one line.
    pub title: String,
    /// What is known of its cause, and what helps meanwhile.
    pub known: String,
    /// Who looks after it; nobody yet.
    pub owner: Option<StaffId>,
    /// Where it belongs; without, everywhere.
    pub department: Option<DepartmentId>,
    /// What is done so that it does not come back; empty where nobody said.
    pub prevention: String,
    /// Who does that.
    pub preventer: Option<StaffId>,
    /// Whether that is done.
    pub prevented: bool,
}

/// What a problem comes to, counted over everything that is linked with it and not deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemCounts {
    /// Customers.
    pub customers: i64,
    /// Conversations.
    pub conversations: i64,
    /// Customers who wait: one of their conversations is not closed.
    pub waiting: i64,
    /// Conversations in which what came in last was unhappy.
    pub unhappy: i64,
    /// Conversations that were linked after it was solved.
    pub again: i64,
}

/// One cause that brings several conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Names it.
    pub id: ProblemId,
    /// What people say of it.
    pub of: ProblemText,
    /// What its owner is called; empty for nobody.
    pub owner_name: String,
    /// What its department is called; empty for none.
    pub department_name: String,
    /// What who prevents it is called; empty for nobody.
    pub preventer_name: String,
    /// How far it has come.
    pub state: ProblemState,
    /// When what prevents it was done, business time.
    pub prevented_at: Option<Instant>,
    /// When it was made, business time.
    pub made_at: Instant,
    /// When it was solved last, business time. It stays when it is open again.
    pub solved_at: Option<Instant>,
    /// Who solved it last, and whose drafts the answers are.
    pub solved_by: Option<StaffId>,
    /// What everybody who waits is told, by language; variables are filled in for each.
    pub answers: BTreeMap<Language, String>,
    /// When a conversation was linked last, business time; when it was made before there was one.
    pub linked_at: Instant,
    /// What it comes to.
    pub counts: ProblemCounts,
}

/// How far telling the customer of one conversation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemTold {
    /// There is no answer yet.
    NotYet,
    /// A draft stands in the conversation and waits for a colleague to read and send it.
    Drafted,
    /// They were answered since.
    Told,
}

impl ProblemTold {
    /// The name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotYet => "not_yet",
            Self::Drafted => "drafted",
            Self::Told => "told",
        }
    }
}

/// A conversation that has a cause in common with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemLink {
    /// The problem.
    pub problem: ProblemId,
    /// The conversation.
    pub conversation: ConversationId,
    /// Its customer.
    pub person: PersonId,
    /// When it was linked, business time.
    pub at: Instant,
    /// Whether the problem had been solved by then.
    pub again: bool,
    /// The draft of the answer; it may be gone by now.
    pub draft: Option<DraftId>,
    /// When the answer was drafted, business time.
    pub drafted_at: Option<Instant>,
    /// The language that the answer was drafted in.
    pub language: Option<Language>,
}

/// How far telling everybody has come, in conversations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemTelling {
    /// Answered since it was solved.
    pub told: i64,
    /// A draft waits to be read and sent.
    pub drafted: i64,
    /// Neither.
    pub not_yet: i64,
}

/// What happened to a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemChange {
    /// Somebody made it.
    Made,
    /// Something else is said of it.
    Changed,
    /// Somebody is at it.
    Begun,
    /// It is solved, and everybody who waits is to be told.
    Solved,
    /// It is open again.
    Reopened,
    /// What prevents it is done.
    Prevented,
    /// A conversation was linked with it.
    Linked,
    /// A conversation was linked with it although it had been solved.
    CameBack,
    /// A conversation is linked with it no more.
    Unlinked,
    /// Answers were drafted.
    Drafted,
    /// It was removed.
    Removed,
}
