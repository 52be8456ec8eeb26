//! What an event is: one fact that happened to one subject.
//!
//! Each capability declares its events as an enum in its own `events.rs` and implements [`Event`];
//! the trait asks for everything a reader of the log needs, so that an event which some reader
//! cannot use does not compile. There is no central list.

use serde::{Serialize, de::DeserializeOwned};

/// What an event is about: a kind and an id, written `conversation:cnv_…`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Kind of thing, one word: `conversation`, `person`, `staff`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
}

impl Subject {
    /// A subject of `kind`.
    #[must_use]
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }

    /// How it lies in the log.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }
}

/// A sentence for people: the id of a translated message and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Message id in the capability's translations, such as `event-conversation-assigned`.
    pub message: &'static str,
    /// Named arguments, already plain text.
    pub args: Vec<(&'static str, String)>,
}

/// A fact of one capability.
pub trait Event: Serialize + DeserializeOwned + Send + Sync {
    /// Version of the payload's shape; raised when the shape changes, old ones stay readable.
    const VERSION: i64;

    /// Name in the log, past tense, with its capability: `conversation.assigned`.
    fn kind(&self) -> &'static str;
    /// What it happened to.
    fn subject(&self) -> Subject;
    /// What people read in the history.
    fn sentence(&self) -> Sentence;
    /// What webhooks and the API may show; no internal notes, no secrets.
    fn public(&self) -> serde_json::Value;
    /// Text that search should find this event by; empty when there is none.
    fn search_text(&self) -> String;
}
