//! Conversations of another system, taken in from a file: a table (CSV), JSON lines, or an archive of mails (mbox).
//!
//! `docs/import.md` describes the files. What each kind of file is and how it is cut and read is a [`shapes::Shape`]; a
//! file of another system is one more of these and nothing else. A file comes in pieces ([`Upload`]) and lies in the
//! database with the files beside it; nothing is written before somebody begins ([`start`]). Then a job takes a few
//! records at a time in, with the place that it has come to: what is interrupted goes on there, and what was taken in
//! before is known again (`conversations::commands::take_in`).

pub mod api;
mod commands;
mod events;
pub mod http;
mod model;
mod packed;
mod reading;
pub mod rules;
pub mod shapes;
mod store;
mod taking;
#[cfg(test)]
mod tests;
mod upload;

pub use commands::{
    FORGET_JOB, JOB, JOBS_LANE, LEAVE_JOB, find_same, forget, leave, lines, list, load, name, start, stop, work,
};
pub use events::MovingEvent;
pub use model::{Counts, Line, Moving, MovingId, Plan, Refusal, State};
pub use store::TABLES;
pub(crate) use store::{erase, forget_waiting};
pub use taking::{Shown, rehearse};
pub use upload::{FILE_MAX, Upload};

/// What moving answers.
pub type Answer<T> = Result<T, Failure>;

/// Why something did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such file.
    #[error("not found")]
    NotFound,
    /// Only owners move a business.
    #[error("not allowed")]
    Forbidden,
    /// A person can mend it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nobody's mistake.
    #[error(transparent)]
    Fault(#[from] platform::Fault),
}

impl From<base::Forbidden> for Failure {
    fn from(_: base::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<Failure> for platform::web::errors::Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound => Self::NotFound,
            Failure::Forbidden => Self::Forbidden,
            Failure::Refused(refusal) => Self::invalid(refusal.message()),
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<Failure> for platform::Fault {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Fault(fault) => fault,
            other => Self::new(other.to_string()),
        }
    }
}
