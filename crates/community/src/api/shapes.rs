//! What programs read of the community.

use base::Language;
use platform::api::time;
use serde::Serialize;
use utoipa::ToSchema;

use crate::model;

/// A question or an idea.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityTopic)]
pub(super) struct Topic {
    /// Names it; its page is `/community/q/{id}`.
    id: String,
    /// `question` or `idea`.
    kind: &'static str,
    /// The customer who brought it; null when we did for somebody who is not named, and once they left.
    customer: Option<String>,
    /// In a few words.
    title: String,
    /// In full.
    body: String,
    /// The language it is written in, once known: `en`, `nb`, `sv`, `da`, `id`.
    language: Option<String>,
    /// `open`, `locked`, `hidden` or `merged`.
    state: &'static str,
    /// Whether a colleague must look before it is shown.
    waits: bool,
    /// What became of an idea: `new`, `planned`, `done` or `declined`; null of a question.
    idea: Option<&'static str>,
    /// Why.
    reason: String,
    /// When it was brought.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    edited_at: Option<String>,
    /// Answers that are shown.
    answers: i64,
    /// How many want it answered, or want it too.
    votes: i64,
    /// The answer that helped.
    accepted: Option<String>,
    /// What it became part of.
    merged_into: Option<String>,
    /// The conversation that it became or came from.
    conversation: Option<String>,
}

impl From<model::Topic> for Topic {
    fn from(it: model::Topic) -> Self {
        Self {
            id: it.id.to_string(),
            kind: it.kind.code(),
            customer: it.person.map(|id| id.to_string()),
            title: it.title,
            body: it.body,
            language: it.language.map(|language| language.code().to_owned()),
            state: it.state.code(),
            waits: it.waits,
            idea: (it.kind == model::Kind::Idea).then(|| it.idea.code()),
            reason: it.reason,
            created_at: time(it.created_at),
            edited_at: it.edited_at.map(time),
            answers: it.answers,
            votes: it.votes,
            accepted: it.accepted.map(|id| id.to_string()),
            merged_into: it.merged_into.map(|id| id.to_string()),
            conversation: it.conversation,
        }
    }
}

/// An answer, or a comment under one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityPost)]
pub(super) struct Post {
    /// Names it.
    id: String,
    /// The answer that it is a comment on; null for an answer.
    under: Option<String>,
    /// The customer who wrote it; null once they left, and when a colleague did.
    customer: Option<String>,
    /// The colleague who wrote it.
    colleague: Option<String>,
    /// The words.
    body: String,
    /// The language of them, once known: `en`, `nb`, `sv`, `da`, `id`.
    language: Option<String>,
    /// Whether a colleague must look before it is shown.
    waits: bool,
    /// Whether it was taken from view.
    hidden: bool,
    /// When it was written.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    edited_at: Option<String>,
    /// How many it helped.
    votes: i64,
}

impl From<model::Post> for Post {
    fn from(it: model::Post) -> Self {
        Self {
            id: it.id.to_string(),
            under: it.under.map(|id| id.to_string()),
            customer: it.person.map(|id| id.to_string()),
            colleague: it.staff.map(|id| id.to_string()),
            body: it.body,
            language: it.language.map(|language: Language| language.code().to_owned()),
            waits: it.waits,
            hidden: it.hidden,
            created_at: time(it.created_at),
            edited_at: it.edited_at.map(time),
            votes: it.votes,
        }
    }
}

/// A question or an idea with all that was written to it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityTopicWhole)]
pub(super) struct Whole {
    /// The question or the idea.
    pub topic: Topic,
    /// Its tags, by name.
    pub tags: Vec<String>,
    /// Answers and comments, earliest first: the first 500.
    pub posts: Vec<Post>,
}
