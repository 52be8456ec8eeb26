//! The topics by which customers' needs are sorted.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Settings, changed};
use crate::rules::needs::TOPIC_MAX;
use crate::settings::{self, BadTopic, NeedTopics, TOPICS_MOST};

/// The topics by which customers' needs are sorted.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "topics": ["Bags", "Rain covers"] }))]
pub(in crate::api) struct NeedWishes {
    /// Those that are offered first where a need is noted; others can be typed. Each has a word.
    #[schema(max_items = 50)]
    topics: Vec<String>,
}

impl From<NeedTopics> for NeedWishes {
    fn from(set: NeedTopics) -> Self {
        Self { topics: set.topics }
    }
}

fn problem(bad: BadTopic) -> Problem {
    let (at, detail) = match bad {
        BadTopic::TooMany => return Problem::field("/topics", format!("holds more than {TOPICS_MOST}")),
        BadTopic::TooLong(at) => (at, format!("is longer than {TOPIC_MAX} characters")),
        BadTopic::NoWord(at) => (at, "has no word".to_owned()),
    };
    Problem::field(format!("/topics/{at}"), detail)
}

/// Sets the topics by which customers' needs are sorted
#[utoipa::path(put, path = "/settings/needs", tag = "Settings", operation_id = "set_need_topics",
    security(("bearer" = ["admin"])), request_body = NeedWishes,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_needs(
    caller: Caller,
    Body(new): Body<NeedWishes>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let topics = settings::topics(&new.topics).map_err(problem)?;
    let mut tx = caller.p.begin().await?;
    settings::set_need_topics(&mut tx, &topics).await?;
    changed(caller, tx, "needs").await
}
