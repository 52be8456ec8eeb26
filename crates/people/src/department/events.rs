//! What happens to departments.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::DepartmentId;

/// A fact about one department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum DepartmentEvent {
    /// It was made.
    DepartmentMade {
        /// Which.
        department: DepartmentId,
        /// Its name.
        name: String,
    },
    /// It has another name, or other people.
    DepartmentChanged {
        /// Which.
        department: DepartmentId,
        /// Its name now.
        name: String,
    },
    /// Nothing new comes to it.
    DepartmentClosed {
        /// Which.
        department: DepartmentId,
        /// Its name.
        name: String,
    },
    /// It takes new things again.
    DepartmentOpened {
        /// Which.
        department: DepartmentId,
        /// Its name.
        name: String,
    },
}

impl DepartmentEvent {
    fn parts(&self) -> (&'static str, &'static str, &DepartmentId, &str) {
        match self {
            Self::DepartmentMade { department, name } => ("department.made", "event-department-made", department, name),
            Self::DepartmentChanged { department, name } => {
                ("department.changed", "event-department-changed", department, name)
            }
            Self::DepartmentClosed { department, name } => {
                ("department.closed", "event-department-closed", department, name)
            }
            Self::DepartmentOpened { department, name } => {
                ("department.opened", "event-department-opened", department, name)
            }
        }
    }
}

impl Event for DepartmentEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("department", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, name) = self.parts();
        Sentence { message, args: vec![("name", name.to_owned())] }
    }

    fn public(&self) -> Value {
        let (_, _, department, name) = self.parts();
        json!({ "department": department, "name": name })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
