//! What can happen to a problem.

use base::Subject;
use base::event::{Event, Sentence};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::ProblemId;
use crate::model::ProblemChange;

/// A fact about a problem.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProblemEvent {
    /// Which.
    pub problem: ProblemId,
    /// What happened.
    pub change: ProblemChange,
    /// What it is called then.
    pub title: String,
    /// The number of the conversation that it happened by, if it was by one.
    pub number: Option<i64>,
}

impl Event for ProblemEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self.change {
            ProblemChange::Made => "problem.made",
            ProblemChange::Changed => "problem.changed",
            ProblemChange::Begun => "problem.begun",
            ProblemChange::Solved => "problem.solved",
            ProblemChange::Reopened => "problem.reopened",
            ProblemChange::Prevented => "problem.prevented",
            ProblemChange::Linked => "problem.linked",
            ProblemChange::CameBack => "problem.came_back",
            ProblemChange::Unlinked => "problem.unlinked",
            ProblemChange::Drafted => "problem.drafted",
            ProblemChange::Removed => "problem.removed",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("problem", &self.problem)
    }

    fn sentence(&self) -> Sentence {
        let message = match self.change {
            ProblemChange::Made => "event-problem-made",
            ProblemChange::Changed => "event-problem-changed",
            ProblemChange::Begun => "event-problem-begun",
            ProblemChange::Solved => "event-problem-solved",
            ProblemChange::Reopened => "event-problem-reopened",
            ProblemChange::Prevented => "event-problem-prevented",
            ProblemChange::Linked => "event-problem-linked",
            ProblemChange::CameBack => "event-problem-came-back",
            ProblemChange::Unlinked => "event-problem-unlinked",
            ProblemChange::Drafted => "event-problem-drafted",
            ProblemChange::Removed => "event-problem-removed",
        };
        let number = self.number.map(|number| number.to_string()).unwrap_or_default();
        Sentence { message, args: vec![("title", self.title.clone()), ("number", number)] }
    }

    // What it is called is for colleagues.
    fn public(&self) -> serde_json::Value {
        json!({ "problem": self.problem, "change": self.change, "number": self.number })
    }

    fn search_text(&self) -> String {
        self.title.clone()
    }
}
