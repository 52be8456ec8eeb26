//! The ground of the API under `/api/v1`: problems, strict input, signed cursors, limits, answers that are
//! kept for requests that come twice, and the document that describes it all. It knows no resource and not
//! who asks; capabilities bring both.
//!
//! A request goes through [`problem::layer`], the gate of those who know callers, [`once::layer`], and then
//! its handler, which answers a value or a [`Problem`].

pub mod cursor;
pub mod document;
mod example;
pub mod input;
pub mod limits;
pub mod once;
pub mod problem;
pub mod reader;
#[cfg(test)]
mod tests;

use base::{Action, Instant};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use cursor::{Cursor, Listing};
pub use document::Document;
pub use input::{Body, Query};
pub use problem::Problem;

use crate::Platform;

/// Where all of it lies.
pub const BASE: &str = "/api/v1";

/// How far a caller reaches. Each level holds the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Sees, and changes nothing.
    Read,
    /// Also works on conversations and customers.
    Write,
    /// Also sees and changes settings and what only administrators see.
    Admin,
}

impl Level {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Admin];

    /// The name in tables, forms and the document.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Admin => "admin",
        }
    }

    /// Reads [`Level::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// What an action takes at least. What is not named takes all.
    #[must_use]
    pub const fn of(action: Action) -> Self {
        match action {
            Action::ReadConversations | Action::ReadPeople | Action::ReadStaff | Action::ReadArticles => Self::Read,
            Action::NoteConversations | Action::WorkConversations | Action::EditPeople | Action::WriteArticles => {
                Self::Write
            }
            _ => Self::Admin,
        }
    }
}

/// A stretch of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub data: Vec<T>,
    /// What to ask for as `cursor` to go on; null at the end.
    pub next: Option<String>,
}

/// Rows of a stretch when nobody says how many.
pub const USUAL: i64 = 25;
/// Rows of a stretch at most.
pub const MOST: i64 = 100;

/// How many rows were asked for.
///
/// # Errors
/// When it is not between 1 and 100.
pub fn limit(asked: Option<i64>) -> Result<i64, Problem> {
    match asked {
        None => Ok(USUAL),
        Some(limit @ 1..=MOST) => Ok(limit),
        Some(_) => Err(Problem::parameter("limit", "must be between 1 and 100")),
    }
}

/// An instant in an answer: RFC 3339, UTC.
#[must_use]
pub fn time(at: Instant) -> String {
    at.to_string()
}

/// Put into every request: who asks, as far as this crate cares. Answers are kept under this name.
#[derive(Clone, Debug)]
pub struct CallerName(pub String);

/// Put into requests whose answers are kept: the platform to work with.
#[derive(Clone)]
pub struct Within(pub Platform);
