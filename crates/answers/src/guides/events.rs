//! What happens to guides. Their words are in versions and not in the log; walks are counted and never recorded.

use base::event::Sentence;
use base::{Event, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::GuideId;

/// A fact about one guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum GuideEvent {
    /// Somebody began it.
    Begun {
        /// Which.
        guide: GuideId,
        /// Its name then.
        title: String,
    },
    /// It went live.
    Published {
        /// Which.
        guide: GuideId,
        /// Its name then.
        title: String,
        /// The version that is walked now.
        version: i64,
    },
    /// It is walked no longer.
    Withdrawn {
        /// Which.
        guide: GuideId,
        /// Its name then.
        title: String,
    },
    /// An older version became the working copy.
    Restored {
        /// Which.
        guide: GuideId,
        /// Its name then.
        title: String,
        /// Which version.
        version: i64,
    },
}

impl GuideEvent {
    const fn told(&self) -> (&GuideId, &String) {
        match self {
            Self::Begun { guide, title }
            | Self::Published { guide, title, .. }
            | Self::Withdrawn { guide, title }
            | Self::Restored { guide, title, .. } => (guide, title),
        }
    }
}

impl Event for GuideEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::Begun { .. } => "guide.begun",
            Self::Published { .. } => "guide.published",
            Self::Withdrawn { .. } => "guide.withdrawn",
            Self::Restored { .. } => "guide.restored",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("guide", self.told().0)
    }

    fn sentence(&self) -> Sentence {
        let message = match self {
            Self::Begun { .. } => "event-guide-begun",
            Self::Published { .. } => "event-guide-published",
            Self::Withdrawn { .. } => "event-guide-withdrawn",
            Self::Restored { .. } => "event-guide-restored",
        };
        Sentence { message, args: vec![("title", self.told().1.clone())] }
    }

    fn public(&self) -> Value {
        let (guide, title) = self.told();
        let version = match self {
            Self::Published { version, .. } | Self::Restored { version, .. } => Some(version),
            Self::Begun { .. } | Self::Withdrawn { .. } => None,
        };
        json!({ "guide": guide, "title": title, "version": version })
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
