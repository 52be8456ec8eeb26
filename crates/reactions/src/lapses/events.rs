//! What happens to lapses. The words of a reason are never told.

use base::event::Sentence;
use base::{Event, Instant, Subject};
use conversations::ConversationId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A fact about one lapse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum LapseEvent {
    /// Somebody wrote a reason beside it, or took it away.
    LapseExplained {
        /// The conversation.
        conversation: ConversationId,
        /// When the reply was due.
        at: Instant,
        /// Whether there is a reason now.
        explained: bool,
    },
}

impl Event for LapseEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        "lapse.explained"
    }

    fn subject(&self) -> Subject {
        let Self::LapseExplained { conversation, .. } = self;
        Subject::new("lapse", conversation)
    }

    fn sentence(&self) -> Sentence {
        let Self::LapseExplained { explained, .. } = self;
        let message = if *explained { "event-lapse-explained" } else { "event-lapse-unexplained" };
        Sentence { message, args: vec![] }
    }

    fn public(&self) -> Value {
        let Self::LapseExplained { conversation, at, explained } = self;
        json!({ "conversation": conversation, "at": platform::api::time(*at), "explained": explained })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
