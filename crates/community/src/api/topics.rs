//! Questions and ideas: listed, read, answered by us, moved, locked, merged, decided about.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::shapes::{Post, Topic, Whole};
use super::topic_id;
use crate::commands::{self, NewPost};
use crate::ids::TopicId;
use crate::model::{Idea, Kind};
use crate::rules::rights::tags;
use crate::store::{self, Behind, Wanted};

/// Which of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `question` or `idea`; questions when not said.
    kind: Option<String>,
    /// Only those without an answer.
    unanswered: Option<bool>,
    /// Only those with this tag.
    tag: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists what was brought to the community
///
/// What everybody sees, newest first.
#[utoipa::path(get, path = "/community/topics", tag = "Community", operation_id = "list_community_topics", params(Asked),
    responses((status = 200, description = "A page of questions or ideas.", body = Page<Topic>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Topic>>, Problem> {
    caller.must(Action::ReadPeople)?;
    let kind = match asked.kind.as_deref() {
        None => Kind::Question,
        Some(code) => {
            Kind::from_code(code).ok_or_else(|| Problem::parameter("kind", "is neither question nor idea"))?
        }
    };
    let wanted = Wanted {
        kind,
        unanswered: asked.unanswered.unwrap_or_default(),
        tag: tags(asked.tag.as_deref().unwrap_or_default()).into_iter().next(),
    };
    let name = format!("{} {} {}", kind.code(), wanted.unanswered, wanted.tag.as_deref().unwrap_or_default());
    let (listing, cursor) = (Listing::new("community", &name), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("cursor", "is not a cursor"))?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let mut rows = store::list(&mut conn, &wanted, after.map(Behind).as_ref(), most.saturating_add(1)).await?;
    let shown = usize::try_from(most).unwrap_or(1);
    let more = rows.len() > shown;
    rows.truncate(shown);
    let next = rows.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.id.to_string()));
    Ok(Json(Page { data: rows.into_iter().map(Topic::from).collect(), next }))
}

/// All of one; what is not shown to everybody only to those who look after it.
async fn whole(conn: &mut Conn, id: &TopicId, all: bool) -> Result<Json<Whole>, Problem> {
    let topic =
        store::topic(conn, id).await?.filter(|topic| all || topic.is_public()).ok_or_else(Problem::not_found)?;
    let posts = store::posts(conn, id).await?;
    let posts = posts.into_iter().filter(|post| all || post.is_public()).map(Post::from).collect();
    Ok(Json(Whole { topic: topic.into(), tags: store::tags(conn, id).await?, posts }))
}

/// Tells a question or an idea with its answers
///
/// What waits for a look or is hidden is told with a token that works on conversations.
#[utoipa::path(get, path = "/community/topics/{id}", tag = "Community", operation_id = "get_community_topic",
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of it.", body = Whole)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Whole>, Problem> {
    caller.must(Action::ReadPeople)?;
    let all = caller.may(Action::WorkConversations).is_ok();
    whole(&mut caller.p.db.read().await?, &topic_id(&id)?, all).await
}

/// What stands there from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MovedCommunityTopic, example = json!({ "kind": "question", "tags": ["bikes"], "locked": false }))]
pub(super) struct Moved {
    /// `question` or `idea`: under which it is listed.
    #[schema(max_length = 20)]
    kind: String,
    /// The tags by which it is listed, and no others.
    #[schema(max_items = 5)]
    tags: Vec<String>,
    /// Whether nobody writes there any more.
    locked: bool,
}

/// Moves a question or an idea, or locks it
///
/// A question that becomes an idea has no accepted answer any more.
#[utoipa::path(put, path = "/community/topics/{id}", tag = "Community", operation_id = "update_community_topic",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000")),
    request_body = Moved, responses((status = 200, description = "All of it, as it is now.", body = Whole)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Moved>,
) -> Result<Json<Whole>, Problem> {
    caller.must(Action::WorkConversations)?;
    let (id, actor) = (topic_id(&id)?, caller.actor());
    let kind = Kind::from_code(&new.kind).ok_or_else(|| Problem::field("/kind", "is neither question nor idea"))?;
    commands::reshape(&caller.p, &actor, &id, kind, &new.tags.join(",")).await?;
    commands::lock(&caller.p, &actor, &id, new.locked).await?;
    whole(&mut caller.p.db.read().await?, &id, true).await
}

/// An answer of ours.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCommunityPost, example = json!({ "body": "Tighten the small screw." }))]
pub(super) struct New {
    /// The words, for everybody to read.
    #[schema(max_length = 10000)]
    body: String,
    /// The answer that it is a comment on.
    under: Option<String>,
}

/// Answers in public
///
/// Under the name of the colleague whose token it is; also what is locked. Who follows it is told by mail.
#[utoipa::path(post, path = "/community/topics/{id}/answers", tag = "Community", operation_id = "answer_community_topic",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000")),
    request_body = New, responses((status = 201, description = "The answer.", body = Post)))]
pub(super) async fn answer(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<New>,
) -> Result<(StatusCode, Json<Post>), Problem> {
    caller.must(Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let under = new.under.map(|under| under.parse()).transpose();
    let under = under.map_err(|_| Problem::field("/under", "is the id of no answer"))?;
    let new = NewPost { under, body: new.body, ..NewPost::default() };
    let made = commands::answer_as_staff(&caller.p, &caller.actor(), &id, new).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Where it goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommunityMerge, example = json!({ "into": "cqn_01kyf5b0000000000000000001" }))]
pub(super) struct Target {
    /// The one that it becomes part of.
    into: String,
}

/// Makes it part of another
///
/// Its answers, and who follows and wants it, move there; its address leads there.
#[utoipa::path(post, path = "/community/topics/{id}/merge", tag = "Community", operation_id = "merge_community_topic",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question or idea.", example = "cqn_01kyf5b0000000000000000000")),
    request_body = Target, responses((status = 200, description = "The one it is part of.", body = Whole)))]
pub(super) async fn merge(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Target>,
) -> Result<Json<Whole>, Problem> {
    caller.must(Action::WorkConversations)?;
    let (id, into) = (topic_id(&id)?, topic_id(&new.into));
    let into = into.map_err(|_| Problem::field("/into", "is the id of no question or idea"))?;
    commands::merge(&caller.p, &caller.actor(), &id, &into).await?;
    whole(&mut caller.p.db.read().await?, &into, true).await
}

/// What becomes of an idea.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommunityDecision, example = json!({ "idea": "planned", "reason": "It comes in spring." }))]
pub(super) struct Decided {
    /// `new`, `planned`, `done` or `declined`.
    #[schema(max_length = 20)]
    idea: String,
    /// Why, for everybody to read; without one nothing is declined.
    #[schema(max_length = 500)]
    #[serde(default)]
    reason: String,
}

/// Decides about an idea
///
/// Everybody who asked for it or follows it is told by mail, in their language.
#[utoipa::path(put, path = "/community/topics/{id}/idea", tag = "Community", operation_id = "decide_community_idea",
    security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The idea.", example = "cqn_01kyf5b0000000000000000000")),
    request_body = Decided, responses((status = 200, description = "All of it, as it is now.", body = Whole)))]
pub(super) async fn decide(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Decided>,
) -> Result<Json<Whole>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let idea = Idea::from_code(&new.idea);
    let idea = idea.ok_or_else(|| Problem::field("/idea", "is none of new, planned, done, declined"))?;
    commands::decide_idea(&caller.p, &caller.actor(), &id, idea, &new.reason).await?;
    whole(&mut caller.p.db.read().await?, &id, true).await
}

/// Takes a question over
///
/// It becomes a conversation within moments, whether it was answered or not, and both lead to each other.
#[utoipa::path(post, path = "/community/topics/{id}/conversation", tag = "Community",
    operation_id = "take_over_community_topic", security(("bearer" = ["write"])),
    params(("id" = String, Path, description = "The question.", example = "cqn_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of it.", body = Whole)))]
pub(super) async fn take_over(caller: Caller, Path(id): Path<String>) -> Result<Json<Whole>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = topic_id(&id)?;
    commands::take_over(&caller.p, &caller.actor(), &id).await?;
    whole(&mut caller.p.db.read().await?, &id, true).await
}
