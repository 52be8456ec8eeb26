//! What can happen to a saved view.

use base::Subject;
use base::event::{Event, Sentence};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::ViewId;

/// A fact about one view.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ViewEvent {
    /// Somebody made it.
    #[serde(rename = "view_made")]
    Made {
        /// Which.
        id: ViewId,
        /// Its name.
        name: String,
    },
    /// It lists something else, is called otherwise, or others see it.
    #[serde(rename = "view_changed")]
    Changed {
        /// Which.
        id: ViewId,
        /// The name now.
        name: String,
    },
    /// It is not there any more.
    #[serde(rename = "view_removed")]
    Removed {
        /// Which.
        id: ViewId,
        /// Its name.
        name: String,
    },
    /// Its removal was taken back.
    #[serde(rename = "view_restored")]
    Restored {
        /// Which.
        id: ViewId,
        /// Its name.
        name: String,
    },
}

impl ViewEvent {
    const fn parts(&self) -> (&'static str, &'static str, &ViewId, &String) {
        match self {
            Self::Made { id, name } => ("view.made", "event-view-made", id, name),
            Self::Changed { id, name } => ("view.changed", "event-view-changed", id, name),
            Self::Removed { id, name } => ("view.removed", "event-view-removed", id, name),
            Self::Restored { id, name } => ("view.restored", "event-view-restored", id, name),
        }
    }
}

impl Event for ViewEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("view", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, name) = self.parts();
        Sentence { message, args: vec![("name", name.clone())] }
    }

    fn public(&self) -> serde_json::Value {
        // What somebody calls their own is nobody else's business.
        json!({ "view": self.parts().2 })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
