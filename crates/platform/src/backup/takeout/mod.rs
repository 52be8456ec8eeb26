//! The whole business as one packed file, asked for at the desk: what [`super::portable`] writes, by a job, kept for two
//! days where every node can serve it (beside the stored files), one at a time.
//!
//! What was packed before somebody was erased, or words were taken out by hand, is let go of then ([`erased`]): it would
//! bring them back.

mod commands;
mod events;
mod store;
#[cfg(test)]
mod tests;
mod work;

use base::Instant;

use crate::api::Problem;
use crate::fault::Fault;
use crate::web::errors::Error;

pub use commands::{begin, downloaded, erased, list, load, news, remove, seen, stop_for};
pub use events::TakeoutEvent;
pub use store::tables;
pub use work::{FREE, Free, JOB, LANE, SWEEP, path, perform, plan_sweep, sweep};

base::id!(
    /// Names one.
    TakeoutId,
    "tko_"
);

/// How far one has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is written, or waits for it.
    Running,
    /// It is whole and can be fetched.
    Done,
    /// It could not be written.
    Failed,
    /// It was there, and is not any more.
    Removed,
}

impl State {
    const ALL: [Self; 4] = [Self::Running, Self::Done, Self::Failed, Self::Removed];

    /// The name in tables and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Removed => "removed",
        }
    }

    fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or(Self::Failed)
    }
}

/// Why one failed, or is not there any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is wrong.
    None,
    /// Less was free on the disk than it may need.
    Room,
    /// The program ended again and again while it was written.
    Interrupted,
    /// Something else, which [`Takeout::error`] tells.
    Fault,
    /// Somebody removed it, or stopped it before it was whole.
    Hand,
    /// Its time was over.
    Time,
    /// Somebody was erased who was in it, or words were taken out.
    Erased,
    /// Whoever asked for it is shut out, or no owner any more.
    Account,
}

impl Reason {
    const ALL: [Self; 8] =
        [Self::None, Self::Room, Self::Interrupted, Self::Fault, Self::Hand, Self::Time, Self::Erased, Self::Account];

    /// The name in tables and for programs; empty for none.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Room => "room",
            Self::Interrupted => "interrupted",
            Self::Fault => "fault",
            Self::Hand => "hand",
            Self::Time => "time",
            Self::Erased => "erased",
            Self::Account => "account",
        }
    }

    fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|reason| reason.code() == code).unwrap_or(Self::Fault)
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takeout {
    /// Names it.
    pub id: TakeoutId,
    /// Who asked for it.
    pub staff: String,
    /// How far it has come.
    pub state: State,
    /// Why it failed or is gone.
    pub reason: Reason,
    /// What went wrong, for whoever runs the server.
    pub error: String,
    /// How often writing was begun.
    pub tries: i64,
    /// Goes up whenever it must be written anew from its beginning.
    pub round: i64,
    /// Tables that are written.
    pub done: i64,
    /// Tables that there are; 0 as long as nobody knows.
    pub total: i64,
    /// Its size.
    pub bytes: i64,
    /// SHA-256 of the file.
    pub digest: String,
    /// Rows in it.
    pub rows: i64,
    /// Stored files in it.
    pub files: i64,
    /// Stored files that were missing or damaged already.
    pub damaged: Vec<String>,
    /// What stayed behind.
    pub left_out: Vec<String>,
    /// When it was asked for.
    pub at: Instant,
    /// When it was whole, or failed, or was removed.
    pub ended_at: Option<Instant>,
    /// Until when it is kept.
    pub expires_at: Option<Instant>,
}

impl Takeout {
    /// Hundredths of the tables that are written.
    #[must_use]
    pub fn percent(&self) -> i64 {
        (self.done * 100).checked_div(self.total).unwrap_or_default().clamp(0, 100)
    }

    /// What the file is called where it is saved.
    #[must_use]
    pub fn name(&self) -> String {
        let day = self.at.to_zoned(jiff::tz::TimeZone::UTC).date();
        format!("tillit-{day}.zip")
    }
}

/// What is answered here.
pub type Answer<T> = Result<T, Failure>;

/// Why something did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Only owners hand the business out.
    #[error("not allowed")]
    Forbidden,
    /// There is no such one.
    #[error("not found")]
    NotFound,
    /// One is being written already.
    #[error("one is being written already")]
    Running,
    /// It is not there to be fetched.
    #[error("it is not there to be fetched: it is being written, failed, or was removed")]
    NotThere,
    /// Nobody's mistake.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<base::Forbidden> for Failure {
    fn from(_: base::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Forbidden => Self::Forbidden,
            Failure::NotFound | Failure::NotThere => Self::NotFound,
            Failure::Running => Self::invalid("takeout-running-already"),
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Forbidden => base::Forbidden.into(),
            Failure::NotFound => Self::not_found(),
            Failure::Running => Self::refused("running", failure.to_string()),
            Failure::NotThere => Self::refused("not_there", failure.to_string()),
            Failure::Fault(fault) => fault.into(),
        }
    }
}
