//! What happens to them. Nothing that is in one is told.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::TakeoutId;

/// A fact about one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum TakeoutEvent {
    /// Somebody asked for one.
    TakeoutBegun {
        /// Which.
        takeout: TakeoutId,
    },
    /// It is whole.
    TakeoutDone {
        /// Which.
        takeout: TakeoutId,
    },
    /// It could not be written.
    TakeoutFailed {
        /// Which.
        takeout: TakeoutId,
    },
    /// Somebody fetched it, or a part of it.
    TakeoutDownloaded {
        /// Which.
        takeout: TakeoutId,
    },
    /// It is not there any more.
    TakeoutRemoved {
        /// Which.
        takeout: TakeoutId,
    },
    /// It was stopped: whoever asked for it is shut out, or no owner any more.
    TakeoutStopped {
        /// Which.
        takeout: TakeoutId,
    },
}

impl TakeoutEvent {
    fn takeout(&self) -> &TakeoutId {
        match self {
            Self::TakeoutBegun { takeout }
            | Self::TakeoutDone { takeout }
            | Self::TakeoutFailed { takeout }
            | Self::TakeoutDownloaded { takeout }
            | Self::TakeoutRemoved { takeout }
            | Self::TakeoutStopped { takeout } => takeout,
        }
    }
}

impl Event for TakeoutEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::TakeoutBegun { .. } => "takeout.begun",
            Self::TakeoutDone { .. } => "takeout.done",
            Self::TakeoutFailed { .. } => "takeout.failed",
            Self::TakeoutDownloaded { .. } => "takeout.downloaded",
            Self::TakeoutRemoved { .. } => "takeout.removed",
            Self::TakeoutStopped { .. } => "takeout.stopped",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("takeout", self.takeout())
    }

    fn sentence(&self) -> Sentence {
        let message = match self {
            Self::TakeoutBegun { .. } => "event-takeout-begun",
            Self::TakeoutDone { .. } => "event-takeout-done",
            Self::TakeoutFailed { .. } => "event-takeout-failed",
            Self::TakeoutDownloaded { .. } => "event-takeout-downloaded",
            Self::TakeoutRemoved { .. } => "event-takeout-removed",
            Self::TakeoutStopped { .. } => "event-takeout-stopped",
        };
        Sentence { message, args: Vec::new() }
    }

    fn public(&self) -> Value {
        json!({ "takeout": self.takeout() })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
