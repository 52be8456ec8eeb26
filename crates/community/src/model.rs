//! Plain data: members, topics, posts, and what waits for a look.

use base::{Instant, Language};
use people::{PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{PostId, TopicId};

/// What somebody brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A question, which wants an answer.
    #[default]
    Question,
    /// An idea, which wants a decision.
    Idea,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Question, Self::Idea];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Idea => "idea",
        }
    }

    /// Reads [`Kind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What may happen with a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicState {
    /// Anybody may write.
    #[default]
    Open,
    /// Shown, but nobody writes any more.
    Locked,
    /// Shown to nobody.
    Hidden,
    /// Part of another.
    Merged,
}

impl TopicState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Locked, Self::Hidden, Self::Merged];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Locked => "locked",
            Self::Hidden => "hidden",
            Self::Merged => "merged",
        }
    }

    /// Reads [`TopicState::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What became of an idea.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Idea {
    /// Nobody has decided yet.
    #[default]
    New,
    /// It will be done.
    Planned,
    /// It is done.
    Done,
    /// It will not be done, and why.
    Declined,
}

impl Idea {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::New, Self::Planned, Self::Done, Self::Declined];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Declined => "declined",
        }
    }

    /// The message that says so.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::New => "community-idea-new",
            Self::Planned => "community-idea-planned",
            Self::Done => "community-idea-done",
            Self::Declined => "community-idea-declined",
        }
    }

    /// Reads [`Idea::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|idea| idea.code() == code)
    }
}

/// A customer in the community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who they are.
    pub person: PersonId,
    /// What others read as their name.
    pub name: String,
    /// Since when, business time.
    pub joined_at: Instant,
    /// Whether the business says that they know well.
    pub expert: bool,
    /// Whether they may not write any more.
    pub blocked: bool,
    /// Questions, ideas, answers and comments of theirs that were shown so far.
    pub published: i64,
    /// Answers of theirs that helped whoever asked.
    pub accepted: i64,
}

/// A question or an idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Names it.
    pub id: TopicId,
    /// What it is.
    pub kind: Kind,
    /// Who brought it; nobody once they left.
    pub person: Option<PersonId>,
    /// In a few words.
    pub title: String,
    /// In full.
    pub body: String,
    /// The language it is written in, once known.
    pub language: Option<Language>,
    /// What may happen with it.
    pub state: TopicState,
    /// Whether somebody must look before it is shown.
    pub waits: bool,
    /// What became of it, if it is an idea.
    pub idea: Idea,
    /// Why it was declined.
    pub reason: String,
    /// When, business time.
    pub created_at: Instant,
    /// When it was changed last.
    pub edited_at: Option<Instant>,
    /// Answers that are shown.
    pub answers: i64,
    /// Who finds it worth an answer, or wants it too.
    pub votes: i64,
    /// The answer that helped.
    pub accepted: Option<PostId>,
    /// What it became part of.
    pub merged_into: Option<TopicId>,
    /// When it becomes a conversation if nobody has answered.
    pub due: Option<Instant>,
    /// The conversation that it became, by id.
    pub conversation: Option<String>,
}

impl Topic {
    /// Whether everybody who may read the community sees it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !self.waits && matches!(self.state, TopicState::Open | TopicState::Locked)
    }
}

/// An answer, or a comment under one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Names it.
    pub id: PostId,
    /// What it was written to.
    pub topic: TopicId,
    /// The answer that it is a comment on; none for an answer.
    pub under: Option<PostId>,
    /// Who wrote it; nobody once they left, and when a colleague did.
    pub person: Option<PersonId>,
    /// The colleague who wrote it.
    pub staff: Option<StaffId>,
    /// The words.
    pub body: String,
    /// The language of them, once known.
    pub language: Option<Language>,
    /// Whether somebody must look before it is shown.
    pub waits: bool,
    /// Whether it was taken from view.
    pub hidden: bool,
    /// When, business time.
    pub created_at: Instant,
    /// When it was changed last.
    pub edited_at: Option<Instant>,
    /// How many it helped.
    pub votes: i64,
}

impl Post {
    /// Whether it is shown to everybody who sees its topic.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !self.waits && !self.hidden
    }
}

/// A topic or a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A question or an idea.
    Topic(TopicId),
    /// An answer or a comment.
    Post(PostId),
}

impl Subject {
    /// The id as it lies in tables and forms.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Topic(id) => id.as_str(),
            Self::Post(id) => id.as_str(),
        }
    }

    /// Reads an id of either kind.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        text.parse().map(Self::Topic).or_else(|_| text.parse().map(Self::Post)).ok()
    }
}

/// Something that a colleague must look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// What.
    pub subject: Subject,
    /// The topic that it is or belongs to.
    pub topic: TopicId,
    /// Since when.
    pub since: Instant,
    /// Why: codes of [`crate::rules::spam::Sign`] and [`crate::rules::flags::Why`].
    pub reasons: Vec<String>,
}
