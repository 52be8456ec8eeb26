//! What happens to files of customers that are taken in. What they hold is told by those whom it is about.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::ImportId;

/// A fact about one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ImportEvent {
    /// A colleague began to take it in.
    ImportStarted {
        /// Which.
        import: ImportId,
        /// What the file is called.
        name: String,
    },
    /// All of it is taken in.
    ImportDone {
        /// Which.
        import: ImportId,
        /// What the file is called.
        name: String,
        /// Customers who were made.
        added: i64,
        /// Customers who are known better.
        filled: i64,
        /// Rows that were refused.
        refused: i64,
    },
    /// It was stopped before its end.
    ImportStopped {
        /// Which.
        import: ImportId,
        /// What the file is called.
        name: String,
    },
}

impl Event for ImportEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::ImportStarted { .. } => "import.started",
            Self::ImportDone { .. } => "import.done",
            Self::ImportStopped { .. } => "import.stopped",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::ImportStarted { import, .. } | Self::ImportDone { import, .. } | Self::ImportStopped { import, .. }) =
            self;
        Subject::new("import", import)
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::ImportStarted { name, .. } => {
                Sentence { message: "event-import-started", args: vec![("name", name.clone())] }
            }
            Self::ImportDone { name, added, filled, refused, .. } => Sentence {
                message: "event-import-done",
                args: vec![
                    ("name", name.clone()),
                    ("added", added.to_string()),
                    ("filled", filled.to_string()),
                    ("refused", refused.to_string()),
                ],
            },
            Self::ImportStopped { name, .. } => {
                Sentence { message: "event-import-stopped", args: vec![("name", name.clone())] }
            }
        }
    }

    fn public(&self) -> Value {
        match self {
            Self::ImportStarted { import, name } | Self::ImportStopped { import, name } => {
                json!({ "import": import, "name": name })
            }
            Self::ImportDone { import, name, added, filled, refused } => {
                json!({ "import": import, "name": name, "added": added, "filled": filled, "refused": refused })
            }
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
