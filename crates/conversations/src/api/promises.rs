//! What was promised, by whom and by when.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::StaffId;
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::conversation_id;
use super::shapes::Someone;
use crate::commands::{self, NewPromise};
use crate::ids::PromiseId;
use crate::model;
use crate::queries::{self, Keeping, PromiseQuery};
use crate::rules::promises::{self as rule, Standing};

/// What we said that we would do for a customer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Promise {
    /// Names it.
    id: String,
    /// The conversation it was made in.
    conversation: String,
    /// The customer it was made to.
    customer: String,
    /// The message it stands in; null for one made by hand.
    message: Option<String>,
    /// What is to be kept.
    words: String,
    /// How it was said: `dated`, `open`, `conditional` or `hedged`.
    kind: String,
    /// `suggested`, `open`, `renegotiated`, `kept`, `broken` or `released`.
    state: String,
    /// `late`, `today` or `coming`; null unless it is to be kept.
    standing: Option<String>,
    /// Whose it is; null for those who lead there.
    owner: Option<Someone>,
    /// Who keeps it now: its owner, or who stands in for them; null for those who lead there.
    keeper: Option<Someone>,
    /// The department it belongs to.
    department: Option<String>,
    /// The last minute at which it is to be kept.
    #[schema(format = DateTime)]
    due_at: Option<String>,
    /// The day of that.
    #[schema(format = Date)]
    day: Option<String>,
    /// Whether a time of that day was said.
    timed: bool,
    /// How sure the day is: `certain`, `likely`, `ask`, or `check` where nobody said one and it is looked at then.
    sure: Option<String>,
    /// The last minute that the customer was given; by it a promise is kept or broken.
    #[schema(format = DateTime)]
    word: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    made_at: String,
    /// When it was kept or given up.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
    /// Why it was given up; empty else.
    reason: String,
}

fn shape(it: model::Promise, keeping: &Keeping, now: base::Instant) -> Promise {
    let keeper = keeping.by_whom(&it).filter(|_| !it.state.is_over());
    let standing = rule::standing(&it, now).map(|standing| match standing {
        Standing::Late => "late",
        Standing::Today => "today",
        Standing::Coming => "coming",
    });
    let name = it.owner_name;
    Promise {
        id: it.id.to_string(),
        conversation: it.conversation.to_string(),
        customer: it.person.to_string(),
        message: it.message.map(|id| id.to_string()),
        words: it.words,
        kind: it.kind.code().to_owned(),
        state: it.state.code().to_owned(),
        standing: standing.map(str::to_owned),
        owner: it.owner.map(|id| Someone { id: id.to_string(), name }),
        keeper: keeper.map(|(id, name)| Someone { id: id.to_string(), name }),
        department: it.department.map(|id| id.to_string()),
        due_at: it.due.as_ref().map(|due| time(due.latest)),
        day: it.due.as_ref().map(|due| due.day.to_string()),
        timed: it.due.as_ref().is_some_and(|due| due.timed),
        sure: it.due.as_ref().map(|due| due.sure.code().to_owned()),
        word: it.word.map(time),
        made_at: time(it.made_at),
        ended_at: it.ended_at.map(time),
        reason: it.reason,
    }
}

async fn one(caller: &Caller, id: &PromiseId) -> Result<Promise, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let now = caller.p.clock.business();
    let mut conn = caller.p.db.read().await?;
    let found = queries::promise(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let keeping = Keeping::now(&mut conn, now).await?;
    Ok(shape(found, &keeping, now))
}

fn named(text: &str) -> Result<PromiseId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn colleague(text: &str, field: &str) -> Result<StaffId, Problem> {
    text.parse().map_err(|_| Problem::field(field, "is not the id of a colleague"))
}

/// Which promises.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedPromises {
    /// `mine`: those you keep now; `ours`: those of your departments, or all if you work in none. `mine` when not said.
    whose: Option<String>,
    /// `late`, `today` or `coming`; all of these when not said.
    standing: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists promises that are to be kept
///
/// What is due first comes first.
#[utoipa::path(get, path = "/promises", tag = "Conversations", operation_id = "list_promises", params(AskedPromises),
    responses((status = 200, description = "A page of promises.", body = Page<Promise>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<AskedPromises>) -> Result<Json<Page<Promise>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let all = match asked.whose.as_deref() {
        None | Some("mine") => false,
        Some("ours") => true,
        Some(_) => return Err(Problem::parameter("whose", "is one of mine, ours")),
    };
    let standing = match asked.standing.as_deref() {
        None => None,
        Some("late") => Some(Standing::Late),
        Some("today") => Some(Standing::Today),
        Some("coming") => Some(Standing::Coming),
        Some(_) => return Err(Problem::parameter("standing", "is one of late, today, coming")),
    };
    let (listing, cursor) = (Listing::new("promises", &(&asked.whose, &asked.standing)), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after = after.map(|(due, id)| format!("{due}.{id}")).unwrap_or_default();
    let now = caller.p.clock.business();
    let query = PromiseQuery { all, standing, after, most: api::limit(asked.limit)? };
    let mut conn = caller.p.db.read().await?;
    let page = queries::promises_due(&mut conn, &scope, &caller.staff, &query, now).await?;
    let keeping = Keeping::now(&mut conn, now).await?;
    let next = page.next.as_deref().and_then(|next| next.split_once('.'));
    let next = next.and_then(|(due, id)| Some((due.parse::<i64>().ok()?, id.to_owned())));
    let next = next.map(|next| cursor.seal(&listing, &next));
    Ok(Json(Page { data: page.rows.into_iter().map(|row| shape(row.promise, &keeping, now)).collect(), next }))
}

/// Lists what was promised in a conversation
///
/// All of it, the oldest first, with what may be a promise and nobody has spoken of (`suggested`).
#[utoipa::path(get, path = "/conversations/{id}/promises", tag = "Conversations", operation_id = "list_promises_in",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "All of it.", body = Page<Promise>)))]
pub(super) async fn of(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Promise>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let (id, now) = (conversation_id(&id)?, caller.p.clock.business());
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let keeping = Keeping::now(&mut conn, now).await?;
    let all = queries::promises_in(&mut conn, &id).await?;
    Ok(Json(Page { data: all.into_iter().map(|it| shape(it, &keeping, now)).collect(), next: None }))
}

/// A promise to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "words": "Call back", "by": "2026-12-01T15:00" }))]
pub(super) struct PromiseToMake {
    /// What is to be kept.
    #[schema(min_length = 1, max_length = 500)]
    words: String,
    /// A day (`2026-12-01`) or a time of it (`2026-12-01T15:00`) in the time zone of the business; without, it is looked
    /// at after two working days.
    by: Option<String>,
    /// The colleague who keeps it; without, who has the conversation, or else you.
    owner: Option<String>,
}

/// Makes a promise
#[utoipa::path(post, path = "/conversations/{id}/promises", tag = "Conversations", operation_id = "make_promise",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = PromiseToMake, responses((status = 201, description = "The promise.", body = Promise)))]
pub(super) async fn make(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<PromiseToMake>,
) -> Result<(StatusCode, Json<Promise>), Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let owner = new.owner.as_deref().map(|id| colleague(id, "/owner")).transpose()?;
    let new = NewPromise { words: new.words, by: new.by.unwrap_or_default(), owner };
    let made = commands::make_promise(&caller.p, &caller.actor(), &id, new).await?;
    Ok((StatusCode::CREATED, Json(one(&caller, &made).await?)))
}

/// Shows a promise
#[utoipa::path(get, path = "/promises/{id}", tag = "Conversations", operation_id = "get_promise",
    params(("id" = String, Path, description = "The promise.", example = "prm_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The promise.", body = Promise)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Promise>, Problem> {
    Ok(Json(one(&caller, &named(&id)?).await?))
}

/// What becomes of a promise.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Becomes {
    /// What was suggested is one.
    Tracked,
    /// What was suggested is none; it is gone then.
    Dropped,
    /// It is kept.
    Kept,
    /// It is to be kept `by` another day.
    Moved,
    /// It is no longer needed, for a `reason`.
    Released,
    /// The colleague `to` keeps it.
    Handed,
    /// It is to be kept after all.
    Reopened,
}

/// What is to become of a promise.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "change": "moved", "by": "2026-12-01", "customer_knows": true }))]
pub(super) struct PromiseWish {
    /// What becomes of it.
    #[schema(inline)]
    change: Becomes,
    /// A day or a time, as when it is made.
    by: Option<String>,
    /// Whether the customer knows of the other day: only then it counts.
    #[serde(default)]
    customer_knows: bool,
    /// Why it is no longer needed.
    reason: Option<String>,
    /// Who keeps it.
    to: Option<String>,
}

/// Tracks, drops, keeps, moves, releases, hands over or reopens a promise
///
/// A promise that is kept or released after the last minute that the customer was given is `broken`. Answers it as it is
/// now; what was dropped, as it was.
#[utoipa::path(patch, path = "/promises/{id}", tag = "Conversations", operation_id = "change_promise",
    params(("id" = String, Path, description = "The promise.", example = "prm_01kyf5b0000000000000000000")),
    request_body = PromiseWish, responses((status = 200, description = "The promise.", body = Promise)))]
pub(super) async fn change(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<PromiseWish>,
) -> Result<Json<Promise>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = named(&id)?;
    let before = one(&caller, &id).await?;
    let (p, actor, by) = (&caller.p, caller.actor(), wish.by.unwrap_or_default());
    match wish.change {
        Becomes::Tracked => commands::track_promise(p, &actor, &id, &by).await?,
        Becomes::Dropped => {
            commands::drop_promise(p, &actor, &id).await?;
            return Ok(Json(before));
        }
        Becomes::Kept => commands::keep_promise(p, &actor, &id).await?,
        Becomes::Moved => commands::move_promise(p, &actor, &id, (&by, wish.customer_knows)).await?,
        Becomes::Released => {
            commands::release_promise(p, &actor, &id, wish.reason.as_deref().unwrap_or_default()).await?
        }
        Becomes::Handed => {
            let to = colleague(wish.to.as_deref().unwrap_or_default(), "/to")?;
            commands::hand_promise(p, &actor, &id, &to).await?
        }
        Becomes::Reopened => commands::reopen_promise(p, &actor, &id).await?,
    };
    Ok(Json(one(&caller, &id).await?))
}
