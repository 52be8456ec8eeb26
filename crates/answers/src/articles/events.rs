//! What happens to articles. The words themselves are in versions and not in the log.

use base::event::Sentence;
use base::{Event, Language, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::{ArticleId, CategoryId};

/// A fact about one article, or one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ArticleEvent {
    /// Somebody began it.
    Begun {
        /// Which.
        article: ArticleId,
        /// Its title then.
        title: String,
    },
    /// Something became of its text in a language.
    Moved {
        /// Which.
        article: ArticleId,
        /// In which language.
        language: Language,
        /// Its title then.
        title: String,
        /// What it is now: `review`, `draft`, `scheduled`, `published` or `withdrawn`.
        state: super::State,
        /// The version that is read now.
        version: Option<i64>,
    },
    /// A version was brought back as working copy.
    Restored {
        /// Which.
        article: ArticleId,
        /// In which language.
        language: Language,
        /// Its title then.
        title: String,
        /// Which version.
        version: i64,
    },
    /// What holds for all its languages was changed: category, readers, owner, review.
    Described {
        /// Which.
        article: ArticleId,
        /// Its title then.
        title: String,
    },
    /// A category was made or changed.
    CategorySaved {
        /// Which.
        category: CategoryId,
        /// What it is called.
        name: String,
    },
    /// A category is gone.
    CategoryRemoved {
        /// Which.
        category: CategoryId,
        /// What it was called.
        name: String,
    },
    /// A snippet was made or changed.
    SnippetSaved {
        /// What it is called.
        name: String,
    },
    /// A snippet is gone.
    SnippetRemoved {
        /// What it was called.
        name: String,
    },
}

impl Event for ArticleEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::Begun { .. } => "article.begun",
            Self::Moved { state, .. } => match state {
                super::State::Draft => "article.given_back",
                super::State::Review => "article.handed_in",
                super::State::Scheduled => "article.scheduled",
                super::State::Published => "article.published",
                super::State::Withdrawn => "article.withdrawn",
            },
            Self::Restored { .. } => "article.restored",
            Self::Described { .. } => "article.described",
            Self::CategorySaved { .. } => "article.category_saved",
            Self::CategoryRemoved { .. } => "article.category_removed",
            Self::SnippetSaved { .. } => "article.snippet_saved",
            Self::SnippetRemoved { .. } => "article.snippet_removed",
        }
    }

    fn subject(&self) -> Subject {
        match self {
            Self::Begun { article, .. }
            | Self::Moved { article, .. }
            | Self::Restored { article, .. }
            | Self::Described { article, .. } => Subject::new("article", article),
            Self::CategorySaved { category, .. } | Self::CategoryRemoved { category, .. } => {
                Subject::new("article", category)
            }
            Self::SnippetSaved { name } | Self::SnippetRemoved { name } => Subject::new("article", name),
        }
    }

    fn sentence(&self) -> Sentence {
        let (message, name) = match self {
            Self::Begun { title, .. } => ("event-article-begun", title),
            Self::Moved { title, state, .. } => (
                match state {
                    super::State::Draft => "event-article-given-back",
                    super::State::Review => "event-article-handed-in",
                    super::State::Scheduled => "event-article-scheduled",
                    super::State::Published => "event-article-published",
                    super::State::Withdrawn => "event-article-withdrawn",
                },
                title,
            ),
            Self::Restored { title, .. } => ("event-article-restored", title),
            Self::Described { title, .. } => ("event-article-described", title),
            Self::CategorySaved { name, .. } => ("event-article-category-saved", name),
            Self::CategoryRemoved { name, .. } => ("event-article-category-removed", name),
            Self::SnippetSaved { name } => ("event-article-snippet-saved", name),
            Self::SnippetRemoved { name } => ("event-article-snippet-removed", name),
        };
        Sentence { message, args: vec![("title", name.clone())] }
    }

    fn public(&self) -> Value {
        match self {
            Self::Begun { article, title } | Self::Described { article, title } => {
                json!({ "article": article, "title": title })
            }
            Self::Moved { article, language, title, state, version } => {
                json!({ "article": article, "language": language, "title": title, "state": state, "version": version })
            }
            Self::Restored { article, language, title, version } => {
                json!({ "article": article, "language": language, "title": title, "version": version })
            }
            Self::CategorySaved { category, name } | Self::CategoryRemoved { category, name } => {
                json!({ "category": category, "name": name })
            }
            Self::SnippetSaved { name } | Self::SnippetRemoved { name } => json!({ "snippet": name }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
