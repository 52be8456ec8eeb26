//! The ready-made lists with their counts, and one's own day.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{self, Cursor, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shapes::{self, Conversation};
use crate::model::Group;
use crate::queries::{self, ListQuery, ListRow, OPEN_TAGGED_MOST, TodayRow, View};
use crate::rules::today::Reason;
use crate::store::{self, Found};

/// A ready-made list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReadyMade {
    /// Its name, and at the desk `/inbox?view=` and this.
    list: String,
    /// How many conversations stand in it; of `breaching` and `today`, 1000 and more are not counted further.
    n: i64,
}

/// Lists the ready-made lists with their counts
///
/// As the sidebar of the desk has them, for you. `unanswered` is what waits for us: written, and answered by nobody.
#[utoipa::path(get, path = "/lists", tag = "Views", operation_id = "list_lists",
    responses((status = 200, description = "All of them.", body = Page<ReadyMade>)))]
pub(super) async fn lists(caller: Caller) -> Result<Json<Page<ReadyMade>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let now = caller.p.clock.business();
    let counts = queries::counts(&mut caller.p.db.read().await?, &scope, &caller.staff.id, now).await?;
    let all = [
        ("today", counts.today),
        ("mine", counts.mine),
        ("mentions", counts.mentions),
        ("unassigned", counts.unassigned),
        ("all", counts.open),
        ("breaching", counts.breaching),
        ("unanswered", counts.unanswered),
        ("waiting", counts.waiting_customer),
        ("following", counts.following),
        ("snoozed", counts.snoozed),
    ];
    let most = OPEN_TAGGED_MOST - 1;
    let one =
        |(list, n): (&str, i64)| ReadyMade { list: list.to_owned(), n: if list == "today" { n.min(most) } else { n } };
    let data = all.into_iter().map(one);
    Ok(Json(Page { data: data.collect(), next: None }))
}

/// Which stretch of a list.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct StretchOfList {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists the conversations of a ready-made list
///
/// What is due first comes first; what waits for the customer and mentions, the newest first.
#[utoipa::path(get, path = "/lists/{id}/conversations", tag = "Views", operation_id = "list_list_conversations",
    params(StretchOfList, ("id" = String, Path, description = "The list, or a department.", example = "unanswered")),
    responses((status = 200, description = "A page of conversations.", body = Page<Conversation>)))]
pub(super) async fn conversations(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<StretchOfList>,
) -> Result<Json<Page<Conversation>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let view = View::from_code(&id, &caller.staff.id).ok_or_else(Problem::not_found)?;
    let (listing, cursor) = (api::Listing::new("list_conversations", &id), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let group = match view {
        View::WaitingCustomer => Group::Waiting,
        View::Snoozed => Group::Snoozed,
        _ => Group::Open,
    };
    let query = ListQuery { view, group, after, most: api::limit(asked.limit)? };
    let mut conn = caller.p.db.read().await?;
    let page = queries::list(&mut conn, &scope, &query, caller.p.clock.business()).await?;
    let next = page.next.map(|next| cursor.seal(&listing, &next));
    Ok(Json(Page { data: shaped(&mut conn, page.rows).await?, next }))
}

async fn shaped(conn: &mut Conn, rows: Vec<ListRow>) -> Result<Vec<Conversation>, Problem> {
    let ids: Vec<&str> = rows.iter().map(|row| row.conversation.id.as_str()).collect();
    let mut mailboxes = store::mailboxes_of(conn, &ids).await?;
    let found = rows.into_iter().map(|row| Found { mailbox: mailboxes.remove(row.conversation.id.as_str()), row });
    let found = found.collect();
    shapes::rows(conn, found).await
}

/// Why something stands in a day.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Because {
    /// A reply is due.
    Due,
    /// A reply is due, and they asked to be called.
    DueByPhone,
    /// It was put away until `at`.
    Back,
    /// A reply goes by itself at `at`, or was held back then.
    Leaves,
    /// Something on its checklist is not done.
    Unfinished,
    /// A call at `at` reached nobody.
    Tried,
}

/// Something of a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfToday {
    /// The conversation.
    conversation: Conversation,
    /// Why it stands there.
    #[schema(inline)]
    because: Because,
    /// When; null where that is its reply time.
    #[schema(format = DateTime)]
    at: Option<String>,
    /// The customer's telephone number, if one is known.
    phone: Option<String>,
}

/// A day: 50 of each at most.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Day {
    /// Due today or late: yours and nobody's.
    answer: Vec<OfToday>,
    /// Put away until today, going today, or not done.
    keep: Vec<OfToday>,
    /// To be called.
    call: Vec<OfToday>,
}

/// Shows your day
///
/// What is to be answered, what was promised for today and who is to be called, in your time zone.
#[utoipa::path(get, path = "/today", tag = "Views", operation_id = "get_today",
    responses((status = 200, description = "Your day.", body = Day)))]
pub(super) async fn today(caller: Caller) -> Result<Json<Day>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let zone = jiff::tz::TimeZone::get(&caller.staff.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let mut conn = caller.p.db.read().await?;
    let now = caller.p.clock.business();
    let today = queries::today(&mut conn, &scope, &caller.staff.id, (now, &zone)).await?;
    Ok(Json(Day {
        answer: part(&mut conn, today.answer).await?,
        keep: part(&mut conn, today.keep).await?,
        call: part(&mut conn, today.call).await?,
    }))
}

async fn part(conn: &mut Conn, all: Vec<TodayRow>) -> Result<Vec<OfToday>, Problem> {
    let (rows, why): (Vec<ListRow>, Vec<_>) = all.into_iter().map(|one| (one.row, (one.reason, one.phone))).unzip();
    let shaped = shaped(conn, rows).await?;
    let one = |(conversation, (reason, phone))| {
        let (because, at) = match reason {
            Reason::Due => (Because::Due, None),
            Reason::DueByPhone => (Because::DueByPhone, None),
            Reason::Back(at) => (Because::Back, Some(at)),
            Reason::Leaves(at) => (Because::Leaves, Some(at)),
            Reason::Unfinished => (Because::Unfinished, None),
            Reason::Tried(at) => (Because::Tried, Some(at)),
        };
        OfToday { conversation, because, at: at.map(time), phone }
    };
    Ok(shaped.into_iter().zip(why).map(one).collect())
}
