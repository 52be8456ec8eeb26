//! What happens to files of conversations that are taken in. What they hold is told by the conversations.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::MovingId;

/// A fact about one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum MovingEvent {
    /// Somebody began to take it in.
    MovingStarted {
        /// Which.
        moving: MovingId,
        /// What the file is called.
        name: String,
    },
    /// All of it is taken in.
    MovingDone {
        /// Which.
        moving: MovingId,
        /// What the file is called.
        name: String,
        /// Conversations that were made.
        made: i64,
        /// Records that joined one.
        joined: i64,
        /// Records that were refused.
        refused: i64,
    },
    /// It was stopped before its end.
    MovingStopped {
        /// Which.
        moving: MovingId,
        /// What the file is called.
        name: String,
    },
}

impl Event for MovingEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::MovingStarted { .. } => "moving.started",
            Self::MovingDone { .. } => "moving.done",
            Self::MovingStopped { .. } => "moving.stopped",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::MovingStarted { moving, .. } | Self::MovingDone { moving, .. } | Self::MovingStopped { moving, .. }) =
            self;
        Subject::new("moving", moving)
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::MovingStarted { name, .. } => {
                Sentence { message: "event-moving-started", args: vec![("name", name.clone())] }
            }
            Self::MovingDone { name, made, joined, refused, .. } => Sentence {
                message: "event-moving-done",
                args: vec![
                    ("name", name.clone()),
                    ("made", made.to_string()),
                    ("joined", joined.to_string()),
                    ("refused", refused.to_string()),
                ],
            },
            Self::MovingStopped { name, .. } => {
                Sentence { message: "event-moving-stopped", args: vec![("name", name.clone())] }
            }
        }
    }

    fn public(&self) -> Value {
        match self {
            Self::MovingStarted { moving, name } | Self::MovingStopped { moving, name } => {
                json!({ "moving": moving, "name": name })
            }
            Self::MovingDone { moving, name, made, joined, refused } => {
                json!({ "moving": moving, "name": name, "made": made, "joined": joined, "refused": refused })
            }
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
