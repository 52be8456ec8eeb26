//! The event log for programs: everything that happened since a cursor, as far as they may hear of it.

use axum::{Extension, Json};
use people::api::Caller;
use platform::api::{Cursor, Listing, Problem, Query};
use platform::log::public::{Families, after_of};
use platform::log::{self, Place};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// Facts of a stretch at most.
const MOST: i64 = 500;

/// Which facts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// `next` of the answer before. Without it from the beginning; `now` begins with what comes.
    after: Option<String>,
    /// How many, 100 when not said.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// A stretch of the log.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Events {
    /// The facts, oldest first.
    data: Vec<Fact>,
    /// What to ask for as `after` next time, now or later.
    next: String,
    /// Whether there is more already.
    more: bool,
}

/// Something that happened. Webhooks carry the same.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Fact {
    /// Names it.
    id: String,
    /// What happened: `conversation.assigned`.
    #[serde(rename = "type")]
    kind: String,
    /// When.
    #[schema(format = DateTime)]
    timestamp: String,
    /// To what.
    subject: Subject,
    /// Who did it: `staff:…`, `customer:…`, `rule:…` or `system`.
    actor: String,
    /// What there is to know of it; depends on the type.
    #[schema(value_type = Object)]
    data: Value,
}

/// What something happened to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Subject {
    /// The kind of thing: `conversation`, `person`, `staff`.
    kind: String,
    /// Its id.
    id: String,
}

/// Lists what happened since
///
/// For keeping another system up to date: ask, keep `next`, ask again with it. Nothing is left out and nothing comes
/// twice. You hear of what the owner of the token may see; who sees some departments alone hears of the conversations
/// that lie in them now.
#[utoipa::path(get, path = "/events", tag = "Events", operation_id = "list_events", params(Asked),
    responses((status = 200, description = "What happened, oldest first.", body = Events)))]
pub(crate) async fn list(
    caller: Caller,
    Extension(families): Extension<Families>,
    Query(asked): Query<Asked>,
) -> Result<Json<Events>, Problem> {
    let limit = match asked.limit {
        None => 100,
        Some(limit @ 1..=MOST) => limit,
        Some(_) => return Err(Problem::parameter("limit", "must be between 1 and 500")),
    };
    let (listing, cursor) = (Listing::new("events", &()), Cursor(&caller.p.tokens));
    let mut conn = caller.p.db.read().await?;
    let after = match asked.after.as_deref() {
        Some("now") => log::end(&mut conn).await?,
        text => {
            let place: Option<(i64, i64)> = cursor.open(&listing, text).map_err(|_| not_ours())?;
            place.map(|(transaction, seq)| Place { transaction, seq }).unwrap_or_default()
        }
    };
    let heard = families.for_actor(&caller.actor());
    let mut facts = after_of(&mut conn, &heard, after, limit + 1).await?;
    let more = i64::try_from(facts.len()).is_ok_and(|found| found > limit);
    facts.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let last = facts.last().map_or(after, |fact| fact.place);
    let data = facts.iter().filter_map(|fact| families.tell(fact)).map(fact).collect();
    Ok(Json(Events { data, next: cursor.seal(&listing, &(last.transaction, last.seq)), more }))
}

fn not_ours() -> Problem {
    Problem::parameter("after", "is not a cursor of this list")
}

pub(crate) fn fact(told: Value) -> Fact {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Fact {
        id: text(&told["id"]),
        kind: text(&told["type"]),
        timestamp: text(&told["timestamp"]),
        subject: Subject { kind: text(&told["subject"]["kind"]), id: text(&told["subject"]["id"]) },
        actor: text(&told["actor"]),
        data: told["data"].clone(),
    }
}
