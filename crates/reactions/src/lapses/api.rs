//! Lapses for programs.

use axum::Json;
use axum::extract::Path;
use base::{Action, clock};
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Cause, Lapse, REASON_MAX, Standing, explain, lapses};
use crate::reports::asking::Wanted;
use crate::reports::queries::{self, After, Failure, Sight};

/// Which lapses.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AskedLapses {
    /// `today`, `7d`, `28d`, `month`, `last-month` or `year`; 28 days when nothing is said.
    period: Option<String>,
    /// The first day, instead of a period.
    from: Option<String>,
    /// The last day.
    to: Option<String>,
    /// Only this department, by id.
    department: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// How a missed reply stands.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Stands {
    /// It came late.
    Late,
    /// It did not come yet.
    Waits,
    /// The conversation was closed without it.
    Never,
}

/// A reply that came late, or did not.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MissedReply {
    /// The conversation.
    conversation: String,
    /// What people call it.
    number: i64,
    /// When the reply was due.
    #[schema(format = DateTime)]
    at: String,
    /// Whether it was the first one.
    first: bool,
    /// How it stands.
    #[schema(inline)]
    stands: Stands,
    /// Minutes by which it came late, or for which it is waited; null where it never came.
    minutes: Option<i64>,
    /// Whose the conversation was then; null for nobody's.
    owner: Option<String>,
    /// Why, as far as is known: `nobody_had_it`, `closed`.
    causes: Vec<String>,
    /// What somebody wrote beside it.
    reason: Option<String>,
}

impl From<Lapse> for MissedReply {
    fn from(lapse: Lapse) -> Self {
        let (stands, seconds) = match lapse.standing {
            Standing::Late(seconds) => (Stands::Late, Some(seconds)),
            Standing::Waits(seconds) => (Stands::Waits, Some(seconds)),
            Standing::Never => (Stands::Never, None),
        };
        Self {
            conversation: lapse.line.row.conversation.id.to_string(),
            number: lapse.line.row.conversation.number,
            at: time(lapse.line.at),
            first: lapse.first,
            stands,
            minutes: seconds.map(|seconds| seconds / 60),
            owner: Some(lapse.line.staff).filter(|staff| !staff.is_empty()),
            causes: lapse.causes.into_iter().map(|cause: Cause| cause.code().to_owned()).collect(),
            reason: lapse.reason.map(|reason| reason.text),
        }
    }
}

fn refused(failure: Failure) -> Problem {
    match failure {
        Failure::Forbidden(_) => base::Forbidden.into(),
        Failure::Fault(fault) => fault.into(),
    }
}

/// Lists replies that came late or never
///
/// The newest first, as far as you see their conversations.
#[utoipa::path(get, path = "/lapses", tag = "Reports", operation_id = "list_lapses", params(AskedLapses),
    responses((status = 200, description = "A page of them.", body = Page<MissedReply>)))]
pub(crate) async fn list(caller: Caller, Query(asked): Query<AskedLapses>) -> Result<Json<Page<MissedReply>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let sight = Sight::of(&caller.actor())?;
    let filters = (&asked.period, &asked.from, &asked.to, &asked.department);
    let (listing, cursor) = (Listing::new("lapses", &filters), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after: Option<After> = after.map(|(at, id)| (clock::from_micros(at), id, 0));
    let most = api::limit(asked.limit)?;
    let wanted = Wanted {
        period: asked.period.unwrap_or_default(),
        from: asked.from.unwrap_or_default(),
        to: asked.to.unwrap_or_default(),
        department: asked.department.unwrap_or_default(),
        ..Wanted::default()
    };
    let mut conn = caller.p.db.read().await?;
    let (zone, now) = (queries::zone(&mut conn).await?, caller.p.clock.business());
    let it = wanted.understood(now.to_zoned(zone.clone()).date());
    let it = it.map_err(|unclear| Problem::parameter(unclear.parameter(), "cannot be read"))?;
    let found = lapses(&mut conn, &sight, &it.asked, (&zone, now), (after.as_ref(), most)).await;
    let (found, next) = found.map_err(refused)?;
    let next = next.map(|(at, id, _)| cursor.seal(&listing, &(clock::to_micros(at), id)));
    Ok(Json(Page { data: found.into_iter().map(MissedReply::from).collect(), next }))
}

/// A reason for a missed reply.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "at": "2026-11-18T12:00:00Z", "reason": "The workshop was ill." }))]
pub(crate) struct ExplainLapse {
    /// The `at` of the missed reply.
    at: String,
    /// Why; empty to take it away.
    #[schema(max_length = 500)]
    reason: String,
}

/// What was written down.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExplainedLapse {
    /// The reason as it is kept; null for none.
    reason: Option<String>,
}

/// Writes a reason beside a missed reply
#[utoipa::path(post, path = "/conversations/{id}/lapses", tag = "Reports", operation_id = "explain_lapse",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = ExplainLapse,
    responses((status = 200, description = "It is written down.", body = ExplainedLapse)))]
pub(crate) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<ExplainLapse>,
) -> Result<Json<ExplainedLapse>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let at = new.at.parse().map_err(|_| Problem::field("/at", "is not a time"))?;
    explain(&caller.p, &caller.actor(), &id, at, &new.reason).await?;
    let reason = platform::web::form::one_line(&new.reason, REASON_MAX);
    Ok(Json(ExplainedLapse { reason: Some(reason).filter(|reason| !reason.is_empty()) }))
}
