//! Answers out of articles for programs: whether they go, from how sure on, whose mail they answer, and how good they would
//! have been. The wiring takes [`routes()`].

use axum::Json;
use base::Action;
use conversations::settings::{ByArticles, by_articles};
use people::api::Caller;
use platform::Platform;
use platform::api::{Body, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::measuring::measured_now;
use super::settings::{self, Measured};
use crate::articles::{Failure, Refusal};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(show, update)).routes(routes!(measure))
}

/// What a threshold would have come to.
#[derive(Debug, Serialize, ToSchema)]
struct AutomaticAnswersRow {
    /// In hundredths.
    threshold: u32,
    /// The article that a colleague chose.
    right: usize,
    /// Another one.
    wrong: usize,
    /// None was sure enough.
    none: usize,
}

/// How good the answers would have been on past questions.
#[derive(Debug, Serialize, ToSchema)]
struct AutomaticAnswersMeasured {
    /// When it was measured.
    #[schema(format = DateTime)]
    at: String,
    /// Past questions that colleagues answered with a link to an article.
    cases: usize,
    /// What became of them, by threshold.
    rows: Vec<AutomaticAnswersRow>,
}

impl From<Measured> for AutomaticAnswersMeasured {
    fn from(it: Measured) -> Self {
        let row = |one: super::rules::Counted| AutomaticAnswersRow {
            threshold: one.threshold,
            right: one.right,
            wrong: one.wrong,
            none: one.none,
        };
        Self { at: time(it.at), cases: it.cases, rows: it.rows.into_iter().map(row).collect() }
    }
}

/// How answers out of articles are set.
#[derive(Debug, Serialize, ToSchema)]
struct AutomaticAnswers {
    /// Whether contact forms show them before they are sent.
    forms: bool,
    /// From how sure on, in hundredths.
    threshold: u32,
    /// The departments whose mail is answered so; null for what belongs to none.
    mail: Vec<Option<String>>,
    /// Such answers by mail to one customer a day, at most.
    a_day: u32,
    /// What was measured last; null while nothing was.
    measured: Option<AutomaticAnswersMeasured>,
}

async fn all(caller: &Caller) -> Result<Json<AutomaticAnswers>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let set = settings::automatic(&mut conn).await?;
    let mail = by_articles(&mut conn).await?;
    Ok(Json(AutomaticAnswers {
        forms: set.on,
        threshold: set.threshold,
        mail: mail.departments.into_iter().map(|id| Some(id).filter(|id| !id.is_empty())).collect(),
        a_day: mail.a_day,
        measured: set.measured.map(AutomaticAnswersMeasured::from),
    }))
}

/// Shows how answers out of articles are set
#[utoipa::path(get, path = "/settings/automatic-answers", tag = "Settings", operation_id = "get_automatic_answers",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set, and what was measured.", body = AutomaticAnswers)))]
async fn show(caller: Caller) -> Result<Json<AutomaticAnswers>, Problem> {
    caller.must(Action::ManageSettings)?;
    all(&caller).await
}

/// How answers out of articles are to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "forms": false, "threshold": 60, "mail": [], "a_day": 2 }))]
struct WantedAutomaticAnswers {
    /// Whether contact forms show them before they are sent.
    forms: bool,
    /// From how sure on, in hundredths.
    #[schema(minimum = 1, maximum = 100)]
    threshold: u32,
    /// The departments whose mail is answered so; null for what belongs to none.
    #[schema(max_items = 1000)]
    mail: Vec<Option<String>>,
    /// Such answers by mail to one customer a day, at most.
    #[schema(minimum = 1, maximum = 10)]
    a_day: u32,
}

/// Sets answers out of articles
///
/// They begin only after a measurement.
#[utoipa::path(put, path = "/settings/automatic-answers", tag = "Settings", operation_id = "set_automatic_answers",
    security(("bearer" = ["admin"])), request_body = WantedAutomaticAnswers,
    responses((status = 200, description = "What is set now.", body = AutomaticAnswers)))]
async fn update(caller: Caller, Body(wanted): Body<WantedAutomaticAnswers>) -> Result<Json<AutomaticAnswers>, Problem> {
    caller.must(Action::ManageSettings)?;
    if !(1..=100).contains(&wanted.threshold) {
        return Err(Problem::field("/threshold", "must be between 1 and 100"));
    }
    if wanted.mail.iter().flatten().any(String::is_empty) {
        return Err(Problem::field("/mail", "holds what is not the id of a department"));
    }
    let departments = wanted.mail.into_iter().map(Option::unwrap_or_default).collect();
    let mail = ByArticles { departments, a_day: wanted.a_day };
    let begins = if wanted.forms { "/forms" } else { "/mail" };
    let mut tx = caller.p.begin().await?;
    let set = settings::set_with_mail(&mut tx, &caller.actor(), (wanted.forms, wanted.threshold), &mail).await;
    set.map_err(|failure| match failure {
        Failure::Refused(refusal @ Refusal::ADay) => at("/a_day", refusal),
        Failure::Refused(refusal @ Refusal::DepartmentUnknown) => at("/mail", refusal),
        Failure::Refused(refusal @ Refusal::Unmeasured) => at(begins, refusal),
        other => other.into(),
    })?;
    tx.commit().await?;
    all(&caller).await
}

fn at(pointer: &str, refusal: Refusal) -> Problem {
    Problem::refused_field(pointer, &refusal.code(), refusal.to_string())
}

/// Measures answers out of articles
///
/// Puts past questions that colleagues answered with a link to an article to the same rule, and keeps what came of it.
#[utoipa::path(post, path = "/settings/automatic-answers/measure", tag = "Settings",
    operation_id = "measure_automatic_answers", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set, and what was measured.", body = AutomaticAnswers)))]
async fn measure(caller: Caller) -> Result<Json<AutomaticAnswers>, Problem> {
    caller.must(Action::ManageSettings)?;
    let measured = measured_now(&caller.p).await?;
    let mut tx = caller.p.begin().await?;
    settings::keep_measured(&mut tx, &caller.actor(), measured).await?;
    tx.commit().await?;
    all(&caller).await
}
