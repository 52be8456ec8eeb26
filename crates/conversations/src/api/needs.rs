//! What customers need: noted, listed, counted, met, and told of.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Language};
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::conversation_id;
use super::shapes::Someone;
use crate::commands::{self, CommandError, NewNeed, Whom};
use crate::ids::NeedId;
use crate::model::{self, NeedState};
use crate::queries::{self, NeedQuery};
use crate::rules::needs as rule;

/// Days back that can be asked for.
const DAYS_MOST: i64 = 36_500;

/// What a customer wishes for or cannot do without.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Need {
    /// Names it.
    id: String,
    /// The conversation it was said in.
    conversation: String,
    /// The customer.
    customer: String,
    /// The department it belongs to.
    department: Option<String>,
    /// The message it was said in; null for what was heard elsewhere.
    message: Option<String>,
    /// The customer's own words.
    words: String,
    /// Where it was heard: `message`, `call` or `note`.
    source: String,
    /// What it is about; empty where nobody said.
    topic: String,
    /// The product it is about; may be empty.
    product: String,
    /// `open`, `met` or `declined`.
    state: String,
    /// Why it will not be met; empty else.
    reason: String,
    /// Whether the customer was told that it is met: `no`, `drafted` (a draft waits in the conversation), `going` or
    /// `yes`.
    told: String,
    /// The shared draft by which they are to be told.
    draft: Option<String>,
    /// The reply by which they were told.
    told_in: Option<String>,
    /// Who noted it; null for no colleague.
    noted_by: Option<Someone>,
    /// When it was noted.
    #[schema(format = DateTime)]
    noted_at: String,
    /// When the customer said it.
    #[schema(format = DateTime)]
    said_at: String,
    /// When it was met or declined.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
}

fn shape(it: model::Need) -> Need {
    let name = it.noted_by_name;
    Need {
        id: it.id.to_string(),
        conversation: it.conversation.to_string(),
        customer: it.person.to_string(),
        department: it.department.map(|id| id.to_string()),
        message: it.message.map(|id| id.to_string()),
        words: it.words,
        source: it.source.code().to_owned(),
        topic: it.topic,
        product: it.product,
        state: it.state.code().to_owned(),
        reason: it.reason,
        told: it.told.code().to_owned(),
        draft: it.draft.map(|id| id.to_string()),
        told_in: it.told_in.map(|id| id.to_string()),
        noted_by: it.noted_by.map(|id| Someone { id: id.to_string(), name }),
        noted_at: time(it.noted_at),
        said_at: time(it.said_at),
        ended_at: it.ended_at.map(time),
    }
}

async fn one(caller: &Caller, id: &NeedId) -> Result<Need, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    Ok(shape(queries::need(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?))
}

fn named(text: &str) -> Result<NeedId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Which needs.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedNeeds {
    /// `open`, `met` or `declined`; all when not said.
    state: Option<String>,
    /// A topic, in whatever case.
    topic: Option<String>,
    /// Only what was said within so many days.
    #[param(minimum = 1, maximum = 36500)]
    days: Option<i64>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

fn days(asked: Option<i64>) -> Result<Option<i64>, Problem> {
    match asked {
        Some(days) if !(1..=DAYS_MOST).contains(&days) => Err(Problem::parameter("days", "is from 1 to 36500")),
        days => Ok(days),
    }
}

/// Lists what customers need
///
/// What was said last comes first.
#[utoipa::path(get, path = "/needs", tag = "Conversations", operation_id = "list_needs", params(AskedNeeds),
    responses((status = 200, description = "A page of needs.", body = Page<Need>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<AskedNeeds>) -> Result<Json<Page<Need>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let known = |code: &str| {
        NeedState::from_code(code).ok_or_else(|| Problem::parameter("state", "is one of open, met, declined"))
    };
    let state = asked.state.as_deref().map(known).transpose()?;
    let listing = Listing::new("needs", &(&asked.state, &asked.topic, asked.days));
    let cursor = Cursor(&caller.p.tokens);
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let query = NeedQuery {
        state,
        topic: asked.topic.clone().unwrap_or_default(),
        days: days(asked.days)?,
        after: after.map(|(at, id)| format!("{at}.{id}")).unwrap_or_default(),
        most: api::limit(asked.limit)?,
    };
    let mut conn = caller.p.db.read().await?;
    let page = queries::needs(&mut conn, &scope, &query, caller.p.clock.business()).await?;
    let next = page.next.as_deref().and_then(|next| next.split_once('.'));
    let next = next.and_then(|(at, id)| Some((at.parse::<i64>().ok()?, id.to_owned())));
    let next = next.map(|next| cursor.seal(&listing, &next));
    Ok(Json(Page { data: page.rows.into_iter().map(|row| shape(row.need)).collect(), next }))
}

/// Needs of one topic.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NeedTopic {
    /// As it was typed.
    topic: String,
    /// Customers who spoke of it, each once.
    customers: i64,
    /// Needs.
    needs: i64,
    /// Those that are open.
    open: i64,
    /// Those that are met.
    met: i64,
    /// Those that were declined.
    declined: i64,
}

/// A topic that is asked for far more often than usual now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RisingNeeds {
    /// As it was typed.
    topic: String,
    /// The Monday on which it began.
    #[schema(format = Date)]
    since: String,
    /// Needs of the topic since then.
    needs: u64,
    /// All needs since then.
    of: u64,
    /// Customers who spoke of it since then.
    customers: i64,
    /// The probability that there are more now than before, 0 to 1; null where the rise is all there is.
    sure: Option<f64>,
    /// What customers said of it, the newest first.
    quotes: Vec<Need>,
}

/// What customers need, counted.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NeedFigures {
    /// Needs in the period.
    needs: i64,
    /// Customers who said them, each once.
    customers: i64,
    /// By topic, the one that most customers spoke of first; at most 50.
    topics: Vec<NeedTopic>,
    /// What rises now, whatever the period: at least 5 needs of at least 3 customers in a burst (Kleinberg) of the last
    /// 26 weeks that goes on.
    rising: Vec<RisingNeeds>,
}

/// The period.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Period {
    /// Only what was said within so many days; all there is when not said.
    #[param(minimum = 1, maximum = 36500)]
    days: Option<i64>,
}

/// Shows what customers wish for most, and what rises
#[utoipa::path(get, path = "/needs/figures", tag = "Conversations", operation_id = "get_need_figures", params(Period),
    responses((status = 200, description = "The figures.", body = NeedFigures)))]
pub(super) async fn figures(caller: Caller, Query(period): Query<Period>) -> Result<Json<NeedFigures>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let query = NeedQuery { days: days(period.days)?, ..NeedQuery::default() };
    let mut conn = caller.p.db.read().await?;
    let found = queries::need_figures(&mut conn, &scope, &query, caller.p.clock.business()).await?;
    let topic = |one: model::NeedTopic| NeedTopic {
        topic: one.name,
        customers: one.customers,
        needs: one.needs,
        open: one.open,
        met: one.met,
        declined: one.declined,
    };
    let rises = |one: queries::RisingTopic| RisingNeeds {
        topic: one.name,
        since: one.since.to_string(),
        needs: one.rising.needs,
        of: one.rising.of,
        customers: one.customers,
        sure: one.rising.sure,
        quotes: one.quotes.into_iter().map(|row| shape(row.need)).collect(),
    };
    Ok(Json(NeedFigures {
        needs: found.needs,
        customers: found.customers,
        topics: found.topics.into_iter().map(topic).collect(),
        rising: found.rising.into_iter().map(rises).collect(),
    }))
}

/// Lists what a conversation's customer needs
///
/// What was noted in it, the oldest first.
#[utoipa::path(get, path = "/conversations/{id}/needs", tag = "Conversations", operation_id = "list_needs_in",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of it.", body = Page<Need>)))]
pub(super) async fn of(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Need>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let all = queries::needs_in(&mut conn, &id).await?;
    Ok(Json(Page { data: all.into_iter().map(shape).collect(), next: None }))
}

/// A need to be noted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "words": "a bag for two children", "topic": "Bags" }))]
pub(super) struct NeedToNote {
    /// The customer's own words.
    #[schema(min_length = 1, max_length = 500)]
    words: String,
    /// What it is about; needs of one topic are counted together, in whatever case it is written.
    #[serde(default)]
    topic: String,
    /// The product it is about.
    #[serde(default)]
    product: String,
    /// The message of the conversation that it was said in.
    message: Option<String>,
}

/// Notes what a customer needs
#[utoipa::path(post, path = "/conversations/{id}/needs", tag = "Conversations", operation_id = "note_need",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NeedToNote, responses((status = 201, description = "The need.", body = Need)))]
pub(super) async fn note(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NeedToNote>,
) -> Result<(StatusCode, Json<Need>), Problem> {
    caller.must(Action::NoteConversations)?;
    let message =
        new.message.map(|id| id.parse().map_err(|_| Problem::field("/message", "is not the id of a message")));
    let message = message.transpose()?;
    let new = NewNeed { words: new.words, topic: new.topic, product: new.product, message };
    let need = commands::note_need(&caller.p, &caller.actor(), &conversation_id(&id)?, &new).await?;
    Ok((StatusCode::CREATED, Json(one(&caller, &need).await?)))
}

/// Shows a need
#[utoipa::path(get, path = "/needs/{id}", tag = "Conversations", operation_id = "get_need",
    params(("id" = String, Path, description = "The need.", example = "ned_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The need.", body = Need)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Need>, Problem> {
    Ok(Json(one(&caller, &named(&id)?).await?))
}

/// What becomes of a need.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Becomes {
    /// There is now what was asked for.
    Met,
    /// It will not be met, for a `reason`.
    Declined,
    /// It is open after all.
    Reopened,
    /// It says something else: `words`, `topic`, `product`; what is not said stays.
    Changed,
}

/// What is to become of a need.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "change": "declined", "reason": "Too heavy for the frame." }))]
pub(super) struct NeedWish {
    /// What becomes of it.
    #[schema(inline)]
    change: Becomes,
    /// Why it will not be met.
    reason: Option<String>,
    /// The customer's own words.
    words: Option<String>,
    /// What it is about.
    topic: Option<String>,
    /// The product it is about.
    product: Option<String>,
}

/// Meets, declines, reopens or changes a need
///
/// The customer is told of nothing by that; see `POST /needs/tell`.
#[utoipa::path(patch, path = "/needs/{id}", tag = "Conversations", operation_id = "change_need",
    params(("id" = String, Path, description = "The need.", example = "ned_01kyf5b0000000000000000000")),
    request_body = NeedWish, responses((status = 200, description = "The need.", body = Need)))]
pub(super) async fn change(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<NeedWish>,
) -> Result<Json<Need>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = named(&id)?;
    let before = one(&caller, &id).await?;
    let (p, actor) = (&caller.p, caller.actor());
    match wish.change {
        Becomes::Met => commands::meet_need(p, &actor, &id).await?,
        Becomes::Declined => commands::decline_need(p, &actor, &id, wish.reason.as_deref().unwrap_or_default()).await?,
        Becomes::Reopened => commands::reopen_need(p, &actor, &id).await?,
        Becomes::Changed => {
            let new = NewNeed {
                words: wish.words.unwrap_or(before.words),
                topic: wish.topic.unwrap_or(before.topic),
                product: wish.product.unwrap_or(before.product),
                message: None,
            };
            commands::change_need(p, &actor, &id, &new).await?
        }
    };
    Ok(Json(one(&caller, &id).await?))
}

/// Takes a need back
///
/// It was none. Answers it as it was.
#[utoipa::path(delete, path = "/needs/{id}", tag = "Conversations", operation_id = "remove_need",
    params(("id" = String, Path, description = "The need.", example = "ned_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The need as it was.", body = Need)))]
pub(super) async fn remove(caller: Caller, Path(id): Path<String>) -> Result<Json<Need>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = named(&id)?;
    let gone = one(&caller, &id).await?;
    commands::remove_need(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(gone))
}

/// Whose need is met, and what they are told.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "topic": "Bags", "texts": { "en": "Hello {{customer.first_name}}, you asked for “{{need}}”. It is here." } }))]
pub(super) struct NeedTelling {
    /// The topic whose needs are met.
    topic: Option<String>,
    /// The one need that is met, instead of a topic.
    need: Option<String>,
    /// What each customer is told, by language: `en`, `nb`, `sv`, `da`, `id`. `{{need}}` becomes their own words. Without
    /// a text the needs are only marked as met.
    #[serde(default)]
    texts: BTreeMap<String, String>,
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NeedTold {
    /// Needs that are met now and were not before.
    met: usize,
    /// Customers for whom a draft waits now.
    drafted: usize,
    /// Customers for whom none could be written.
    left: usize,
    /// Whether there are more than are gone through at once: ask again.
    more: bool,
}

fn no_such_need() -> Problem {
    Problem::field("/need", "is not the id of a need that you see")
}

/// Marks needs as met, and writes everyone who asked a draft of their own
///
/// Each in the conversation in which they asked last, in their language, with their name and their own words. Nothing is
/// sent. Who has a draft already, or was told, gets no second one.
#[utoipa::path(post, path = "/needs/tell", tag = "Conversations", operation_id = "tell_need",
    request_body = NeedTelling, responses((status = 200, description = "What became of it.", body = NeedTold)))]
pub(super) async fn tell(caller: Caller, Body(asked): Body<NeedTelling>) -> Result<Json<NeedTold>, Problem> {
    caller.must(Action::WorkConversations)?;
    let whom = match (asked.need, rule::topic(asked.topic.as_deref().unwrap_or_default()).1) {
        (Some(id), key) if key.is_empty() => Whom::One(id.parse().map_err(|_| no_such_need())?),
        (None, key) if !key.is_empty() => Whom::Topic(key),
        _ => return Err(Problem::field("/topic", "names a topic, or else need names one need")),
    };
    let mut texts = BTreeMap::new();
    for (code, text) in asked.texts {
        let language = Language::from_code(&code);
        let language = language.ok_or_else(|| Problem::field("/texts", "has a language that is not known"))?;
        if rule::unknown(&text).is_some() {
            return Err(Problem::field(format!("/texts/{code}"), "has a variable that is not known"));
        }
        texts.insert(language, text);
    }
    let done = match commands::meet(&caller.p, &caller.actor(), &whom, &texts).await {
        Err(CommandError::NotFound) => return Err(no_such_need()),
        done => done?,
    };
    Ok(Json(NeedTold { met: done.met, drafted: done.drafted, left: done.left, more: done.more }))
}
