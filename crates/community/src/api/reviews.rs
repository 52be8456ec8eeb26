//! What waits for a look, with why, and what is decided about it.

use axum::Json;
use base::{Action, Instant};
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::commands::{self, Decision};
use crate::model::{self, Subject};
use crate::store;

/// Something that waits for a look.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityReview)]
pub(super) struct Review {
    /// What waits: a question or an idea, an answer or a comment, by id.
    subject: String,
    /// The question or idea that it is or belongs to.
    topic: String,
    /// Since when.
    #[schema(format = DateTime)]
    since: String,
    /// Why: `new`, `links`, `new-link`, `repeated`, `hasty`, `loud`, `trap`, and what readers flagged it as: `flag-spam`,
    /// `flag-rude`, `flag-private`, `flag-wrong`.
    reasons: Vec<String>,
}

impl From<model::Reviewed> for Review {
    fn from(it: model::Reviewed) -> Self {
        Self {
            subject: it.subject.as_str().to_owned(),
            topic: it.topic.to_string(),
            since: time(it.since),
            reasons: it.reasons,
        }
    }
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists what waits for a look
///
/// What waits longest comes first.
#[utoipa::path(get, path = "/community/reviews", tag = "Community", operation_id = "list_community_reviews",
    security(("bearer" = ["write"])), params(Asked),
    responses((status = 200, description = "A page of what waits.", body = Page<Review>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Review>>, Problem> {
    caller.must(Action::WorkConversations)?;
    let (listing, cursor) = (Listing::new("community reviews", &()), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = match &after {
        Some((micros, subject)) => Some((
            Instant::from_microsecond(*micros).map_err(|_| Problem::parameter("cursor", "is not a cursor"))?,
            subject.as_str(),
        )),
        None => None,
    };
    let most = api::limit(asked.limit)?;
    let mut rows = store::reviews(&mut caller.p.db.read().await?, after, most.saturating_add(1)).await?;
    let shown = usize::try_from(most).unwrap_or(1);
    let more = rows.len() > shown;
    rows.truncate(shown);
    let place = |last: &model::Reviewed| (last.since.as_microsecond(), last.subject.as_str().to_owned());
    let next = rows.last().filter(|_| more).map(|last| cursor.seal(&listing, &place(last)));
    Ok(Json(Page { data: rows.into_iter().map(Review::from).collect(), next }))
}

/// What is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommunityLook, example = json!({ "subject": "cqn_01kyf5b0000000000000000000", "decision": "show" }))]
pub(super) struct Look {
    /// A question or an idea, an answer or a comment, by id; whether it waits or not.
    subject: String,
    /// `show`, `hide`, or `block`: hide it, and let its writer write no more.
    #[schema(max_length = 20)]
    decision: String,
}

/// What was decided about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommunityLooked)]
pub(super) struct Looked {
    /// The question or idea that it is or belongs to.
    topic: String,
}

/// Decides about something in the community
#[utoipa::path(post, path = "/community/reviews", tag = "Community", operation_id = "decide_community_review",
    security(("bearer" = ["write"])), request_body = Look,
    responses((status = 200, description = "It is decided.", body = Looked)))]
pub(super) async fn decide(caller: Caller, Body(new): Body<Look>) -> Result<Json<Looked>, Problem> {
    caller.must(Action::WorkConversations)?;
    let none = || Problem::field("/subject", "is the id of nothing in the community");
    let subject = Subject::read(&new.subject).ok_or_else(none)?;
    let decision = Decision::from_code(&new.decision);
    let decision = decision.ok_or_else(|| Problem::field("/decision", "is none of show, hide, block"))?;
    let done = commands::decide(&caller.p, &caller.actor(), &subject, decision).await;
    let topic = done.map_err(|error| match error {
        commands::CommandError::NotFound => none(),
        other => other.into(),
    })?;
    Ok(Json(Looked { topic: topic.to_string() }))
}
