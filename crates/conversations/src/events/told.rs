//! What every reader of the log gets to know of a fact: its name, its sentence, what leaves the house, what is found.

use base::Subject;
use base::event::{Event, Sentence};
use serde_json::json;

use crate::model::GivenBecause;

use super::{ConversationEvent, kinds, sentences};

impl Event for ConversationEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        kinds::kind(self)
    }

    fn subject(&self) -> Subject {
        Subject::new("conversation", self.conversation())
    }

    fn sentence(&self) -> Sentence {
        sentences::of(self)
    }

    fn public(&self) -> serde_json::Value {
        match self {
            // A note is nobody's business outside; that there was one is told, its text is not here.
            Self::StateChanged { conversation, from, to, .. } => {
                json!({ "conversation": conversation, "from": from, "to": to })
            }
            Self::Assigned { conversation, to, why, .. } => {
                json!({ "conversation": conversation, "to": to, "why": why.as_ref().map(GivenBecause::code) })
            }
            Self::MovedIn { conversation, source, number, made, state, said, .. } => json!({
                "conversation": conversation, "source": source, "number": number, "made": made, "state": state,
                "messages": said.len(),
            }),
            // It may stand in a note, and why it was given up is for colleagues.
            Self::PromiseChanged { conversation, promise, change, message, keeper, due, .. } => json!({
                "conversation": conversation, "promise": promise, "change": change, "message": message,
                "keeper": keeper, "due": due,
            }),
            // The words are the customer's; whoever needs them asks the API.
            Self::NeedChanged { conversation, need, change, message, topic, .. } => json!({
                "conversation": conversation, "need": need, "change": change, "message": message, "topic": topic,
            }),
            // Whom it names is theirs, and nobody's measure of them.
            Self::Praised { conversation, message, .. } => json!({ "conversation": conversation, "message": message }),
            // What it is called is for colleagues.
            Self::ProblemLinked { conversation, problem, linked, again, .. } => json!({
                "conversation": conversation, "problem": problem, "linked": linked, "again": again,
            }),
            other => serde_json::to_value(other).unwrap_or_default(),
        }
    }

    fn search_text(&self) -> String {
        match self {
            Self::StateChanged { reason, .. } => reason.clone(),
            _ => String::new(),
        }
    }
}
