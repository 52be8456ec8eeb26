//! What happens in the community. No fact holds words or names of members: these go with what they wrote.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ids::{PostId, TopicId};
use crate::model::{Idea, Kind};

/// A fact about one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum CommunityEvent {
    /// Somebody brought it.
    TopicBegun {
        /// Which.
        topic: TopicId,
        /// What it is.
        kind: Kind,
        /// Whether a colleague looks first.
        waits: bool,
    },
    /// It was answered, or commented on.
    TopicAnswered {
        /// Which.
        topic: TopicId,
        /// By what.
        post: PostId,
        /// Whether a colleague wrote it.
        by_us: bool,
        /// Whether a colleague looks first.
        waits: bool,
    },
    /// Whoever asked said what helped.
    AnswerAccepted {
        /// Which.
        topic: TopicId,
        /// What.
        post: PostId,
    },
    /// A reader thinks that something should not stand there.
    TopicFlagged {
        /// Which.
        topic: TopicId,
        /// What in it: the topic itself, or an answer, by id.
        subject: String,
    },
    /// A colleague looked, and decided.
    TopicReviewed {
        /// Which.
        topic: TopicId,
        /// What in it: the topic itself, or an answer, by id.
        subject: String,
        /// Whether it is shown.
        shown: bool,
    },
    /// Nobody writes there any more, or everybody may again.
    TopicLocked {
        /// Which.
        topic: TopicId,
        /// Whether it is locked.
        locked: bool,
    },
    /// It stands somewhere else now.
    TopicMoved {
        /// Which.
        topic: TopicId,
        /// As what.
        kind: Kind,
    },
    /// It became part of another.
    TopicMerged {
        /// Which.
        topic: TopicId,
        /// Of which.
        into: TopicId,
    },
    /// Nobody answered it in time, so it became a conversation.
    TopicFellToUs {
        /// Which.
        topic: TopicId,
        /// The conversation, by id.
        conversation: String,
    },
    /// We decided about an idea.
    IdeaDecided {
        /// Which.
        topic: TopicId,
        /// What becomes of it.
        idea: Idea,
    },
}

impl CommunityEvent {
    /// The topic that it happened to.
    #[must_use]
    pub const fn topic(&self) -> &TopicId {
        match self {
            Self::TopicBegun { topic, .. }
            | Self::TopicAnswered { topic, .. }
            | Self::AnswerAccepted { topic, .. }
            | Self::TopicFlagged { topic, .. }
            | Self::TopicReviewed { topic, .. }
            | Self::TopicLocked { topic, .. }
            | Self::TopicMoved { topic, .. }
            | Self::TopicMerged { topic, .. }
            | Self::TopicFellToUs { topic, .. }
            | Self::IdeaDecided { topic, .. } => topic,
        }
    }
}

impl Event for CommunityEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::TopicBegun { .. } => "community.topic_begun",
            Self::TopicAnswered { .. } => "community.topic_answered",
            Self::AnswerAccepted { .. } => "community.answer_accepted",
            Self::TopicFlagged { .. } => "community.topic_flagged",
            Self::TopicReviewed { .. } => "community.topic_reviewed",
            Self::TopicLocked { .. } => "community.topic_locked",
            Self::TopicMoved { .. } => "community.topic_moved",
            Self::TopicMerged { .. } => "community.topic_merged",
            Self::TopicFellToUs { .. } => "community.topic_fell_to_us",
            Self::IdeaDecided { .. } => "community.idea_decided",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("community", self.topic())
    }

    fn sentence(&self) -> Sentence {
        let message = match self {
            Self::TopicBegun { kind: Kind::Question, .. } => "event-community-asked",
            Self::TopicBegun { kind: Kind::Idea, .. } => "event-community-idea",
            Self::TopicAnswered { .. } => "event-community-answered",
            Self::AnswerAccepted { .. } => "event-community-accepted",
            Self::TopicFlagged { .. } => "event-community-flagged",
            Self::TopicReviewed { shown: true, .. } => "event-community-shown",
            Self::TopicReviewed { shown: false, .. } => "event-community-hidden",
            Self::TopicLocked { locked: true, .. } => "event-community-locked",
            Self::TopicLocked { locked: false, .. } => "event-community-unlocked",
            Self::TopicMoved { .. } => "event-community-moved",
            Self::TopicMerged { .. } => "event-community-merged",
            Self::TopicFellToUs { .. } => "event-community-fell",
            Self::IdeaDecided { .. } => "event-community-decided",
        };
        Sentence { message, args: Vec::new() }
    }

    fn public(&self) -> Value {
        let topic = self.topic();
        match self {
            Self::TopicBegun { kind, .. } | Self::TopicMoved { kind, .. } => json!({ "topic": topic, "kind": kind }),
            Self::TopicAnswered { post, by_us, .. } => json!({ "topic": topic, "post": post, "by_us": by_us }),
            Self::AnswerAccepted { post, .. } => json!({ "topic": topic, "post": post }),
            Self::TopicMerged { into, .. } => json!({ "topic": topic, "into": into }),
            Self::TopicFellToUs { conversation, .. } => json!({ "topic": topic, "conversation": conversation }),
            Self::IdeaDecided { idea, .. } => json!({ "topic": topic, "idea": idea }),
            Self::TopicReviewed { shown, .. } => json!({ "topic": topic, "shown": shown }),
            Self::TopicLocked { locked, .. } => json!({ "topic": topic, "locked": locked }),
            Self::TopicFlagged { .. } => json!({ "topic": topic }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
