//! What can happen to a tag itself, on all conversations at once.

use base::Subject;
use base::event::{Event, Sentence};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::TagId;

/// A fact about one tag.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TagEvent {
    /// It was made before anything bore it.
    Made {
        /// Which.
        tag: TagId,
        /// Its name.
        name: String,
    },
    /// It has another name or colour.
    Changed {
        /// Which.
        tag: TagId,
        /// The name before.
        from: String,
        /// The name now.
        to: String,
    },
    /// It became part of another: what bore it bears the other.
    Merged {
        /// Which.
        tag: TagId,
        /// Its name.
        name: String,
        /// The name of the other.
        into: String,
    },
    /// It was taken off everything.
    Removed {
        /// Which.
        tag: TagId,
        /// Its name.
        name: String,
    },
}

impl Event for TagEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::Made { .. } => "tag.made",
            Self::Changed { .. } => "tag.changed",
            Self::Merged { .. } => "tag.merged",
            Self::Removed { .. } => "tag.removed",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::Made { tag, .. } | Self::Changed { tag, .. } | Self::Merged { tag, .. } | Self::Removed { tag, .. }) =
            self;
        Subject::new("tag", tag)
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Made { name, .. } => Sentence { message: "event-tag-made", args: vec![("name", name.clone())] },
            Self::Changed { from, to, .. } => {
                Sentence { message: "event-tag-changed", args: vec![("from", from.clone()), ("to", to.clone())] }
            }
            Self::Merged { name, into, .. } => {
                Sentence { message: "event-tag-merged", args: vec![("name", name.clone()), ("into", into.clone())] }
            }
            Self::Removed { name, .. } => Sentence { message: "event-tag-removed", args: vec![("name", name.clone())] },
        }
    }

    fn public(&self) -> serde_json::Value {
        match self {
            Self::Changed { tag, from, to } => json!({ "tag": tag, "from": from, "to": to }),
            Self::Merged { tag, name, into } => json!({ "tag": tag, "name": name, "into": into }),
            Self::Made { tag, name } | Self::Removed { tag, name } => json!({ "tag": tag, "name": name }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
