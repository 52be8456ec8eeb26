//! Plain data of articles.

use std::collections::BTreeMap;

use base::{Instant, Language};
use jiff::civil::Date;
use people::StaffId;
use serde::{Deserialize, Serialize};

base::id!(
    /// Names one article in all its languages.
    ArticleId,
    "art_"
);

base::id!(
    /// Names the text of an article in one language.
    TextId,
    "atx_"
);

base::id!(
    /// Names one category.
    CategoryId,
    "act_"
);

/// Who may read what is live of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Colleagues alone.
    Internal,
    /// Customers who are signed in, and colleagues.
    Customers,
    /// Everybody.
    #[default]
    Public,
}

impl Audience {
    /// All of them, narrowest first.
    pub const ALL: [Self; 3] = [Self::Internal, Self::Customers, Self::Public];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Customers => "customers",
            Self::Public => "public",
        }
    }

    /// Reads [`Audience::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Anybody.
    Stranger,
    /// A customer who is signed in.
    Customer,
    /// A colleague.
    Colleague,
}

/// How far the working copy of a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody writes it.
    #[default]
    Draft,
    /// Somebody else is to look at it.
    Review,
    /// It is published by itself, later.
    Scheduled,
    /// What is live is what stands here.
    Published,
    /// It was taken back.
    Withdrawn,
}

impl State {
    /// All of them, in the order of a text's life.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Review, Self::Scheduled, Self::Published, Self::Withdrawn];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`State::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What somebody wrote: a title, a line under it, and Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// One line.
    pub title: String,
    /// What it comes to, in a sentence; may be empty.
    pub summary: String,
    /// Markdown.
    pub body: String,
}

/// The text of an article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Names it, also in the search.
    pub id: TextId,
    /// Whose text it is.
    pub article: ArticleId,
    /// Its language.
    pub language: Language,
    /// The last part of the address of its page.
    pub address: String,
    /// The working copy.
    pub draft: Draft,
    /// How far that is.
    pub state: State,
    /// The version that is read outside.
    pub live: Option<i64>,
    /// Since when that one is.
    pub live_at: Option<Instant>,
    /// When it is published by itself, while it is scheduled.
    pub due_at: Option<Instant>,
    /// When the working copy was saved last.
    pub saved_at: Instant,
}

/// What holds for all languages of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Where it stands.
    pub category: Option<CategoryId>,
    /// Who may read it.
    pub audience: Audience,
    /// Who sees to it that it stays true.
    pub owner: Option<StaffId>,
    /// Where what it says is known from; lines.
    pub sources: String,
    /// Products and topics, in lower case.
    pub tags: Vec<String>,
    /// The day on which somebody is to look whether it is still true.
    pub review_on: Option<Date>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Names it.
    pub id: ArticleId,
    /// The language it was written in first; the others are translations.
    pub original: Language,
    /// What holds for all its languages.
    pub about: About,
}

/// A text as it was published once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counted from one.
    pub number: i64,
    /// What stood there.
    pub draft: Draft,
    /// When it was published.
    pub at: Instant,
    /// Who did that, by key; a rule or the clock has none that is a colleague's.
    pub by: Option<StaffId>,
}

/// A line of the desk's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub id: TextId,
    /// Its article.
    pub article: ArticleId,
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: State,
    /// Whether an older version of it is read outside.
    pub is_live: bool,
    /// Who may read it.
    pub audience: Audience,
    /// Its category.
    pub category: Option<CategoryId>,
    /// Who sees to it.
    pub owner: Option<StaffId>,
    /// The day of its review.
    pub review_on: Option<Date>,
    /// When it was saved last.
    pub saved_at: Instant,
    /// Whether its original was published after it was saved.
    pub is_older: bool,
}

/// An article as it is read outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Names its text.
    pub id: TextId,
    /// The article.
    pub article: ArticleId,
    /// The language of the text.
    pub language: Language,
    /// The last part of its address.
    pub address: String,
    /// The text; its body is empty in lists.
    pub draft: Draft,
    /// Which version it is.
    pub version: i64,
    /// Since when.
    pub at: Instant,
    /// Where it stands.
    pub category: Option<CategoryId>,
    /// Who may read it.
    pub audience: Audience,
}

/// One text in the languages it was written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(pub BTreeMap<Language, String>);

impl Names {
    /// In `language`; else in `usual`, the business's own; else in any there is.
    #[must_use]
    pub fn shown(&self, language: Language, usual: Language) -> &str {
        let found = self.0.get(&language).or_else(|| self.0.get(&usual)).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// As it was written in this language; empty when it was not.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        self.0.get(&language).map_or("", String::as_str)
    }
}

/// Where articles stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Names it.
    pub id: CategoryId,
    /// The last part of the address of its page; stays.
    pub address: String,
    /// What it is called.
    pub names: Names,
    /// What is in it.
    pub leads: Names,
    /// Whether it is a blog: newest first, with dates.
    pub dated: bool,
}

/// A picture of articles. Its name is made of its bytes: another picture has another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The last part of its address.
    pub name: String,
    /// Digest of its bytes.
    pub blob: String,
    /// Its media type, by its own bytes.
    pub media: String,
    /// Points across.
    pub width: i64,
    /// Points down.
    pub height: i64,
}

/// What stands in several articles and is written once: `{{opening-hours}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Small letters, digits and dashes.
    pub name: String,
    /// Markdown, by language.
    pub texts: Names,
    /// When it was saved last.
    pub saved_at: Instant,
}
