//! What can happen to a macro itself. That it was used is told of the conversation.

use base::Subject;
use base::event::{Event, Sentence};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::MacroId;

/// A fact about one macro.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum MacroEvent {
    /// Somebody made it.
    #[serde(rename = "macro_made")]
    Made {
        /// Which.
        id: MacroId,
        /// Its name.
        name: String,
    },
    /// It says, does or is called something else, or others see it.
    #[serde(rename = "macro_changed")]
    Changed {
        /// Which.
        id: MacroId,
        /// The name now.
        name: String,
    },
    /// It is not there any more.
    #[serde(rename = "macro_removed")]
    Removed {
        /// Which.
        id: MacroId,
        /// Its name.
        name: String,
    },
    /// Its removal was taken back.
    #[serde(rename = "macro_restored")]
    Restored {
        /// Which.
        id: MacroId,
        /// Its name.
        name: String,
    },
}

impl MacroEvent {
    const fn parts(&self) -> (&'static str, &'static str, &MacroId, &String) {
        match self {
            Self::Made { id, name } => ("macro.made", "event-macro-made", id, name),
            Self::Changed { id, name } => ("macro.changed", "event-macro-changed", id, name),
            Self::Removed { id, name } => ("macro.removed", "event-macro-removed", id, name),
            Self::Restored { id, name } => ("macro.restored", "event-macro-restored", id, name),
        }
    }
}

impl Event for MacroEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("macro", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, name) = self.parts();
        Sentence { message, args: vec![("name", name.clone())] }
    }

    fn public(&self) -> serde_json::Value {
        // What somebody calls their own is nobody else's business.
        json!({ "macro": self.parts().2 })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
