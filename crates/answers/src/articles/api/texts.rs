//! The text of an article in one language: saved, published, its versions and what was counted of it.

use axum::Json;
use axum::extract::Path;
use base::{Action, Instant};
use jiff::ToSpan as _;
use people::api::Caller;
use platform::api::{Body, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::about::{self, Text};
use super::{named, spoken};
use crate::articles::commands;
use crate::articles::model::{self, Draft};
use crate::articles::rules::states::Act;
use crate::articles::store::{self, Counted};

/// Versions that are told of.
const VERSIONS: i64 = 1_000;

/// A text to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "The pump hums", "summary": "It is the valve.", "body": "Turn the valve." }))]
pub(super) struct WantedText {
    /// One line.
    #[schema(max_length = 150)]
    title: String,
    /// What it comes to, in a sentence.
    #[serde(default)]
    #[schema(max_length = 400)]
    summary: String,
    /// Markdown.
    #[schema(max_length = 60_000)]
    body: String,
    /// `saved_at` of the text that you changed: when somebody saved it since, nothing is written.
    #[schema(format = DateTime)]
    seen: Option<String>,
}

/// Saves the text of an article in a language
///
/// The working copy; what is read stays until somebody publishes. The text begins with it where there is none in this
/// language.
#[utoipa::path(put, path = "/articles/{id}/texts/{language}", tag = "Articles", operation_id = "save_article_text",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000"),
        ("language" = String, Path, description = "The language.", example = "en")),
    request_body = WantedText, responses((status = 200, description = "The text as it is now.", body = Text)))]
pub(super) async fn save(
    caller: Caller,
    Path((id, language)): Path<(String, String)>,
    Body(new): Body<WantedText>,
) -> Result<Json<Text>, Problem> {
    caller.must(Action::WriteArticles)?;
    let (id, language) = (named(&id)?, spoken(&language)?);
    let seen: Option<Instant> =
        new.seen.map(|at| at.parse()).transpose().map_err(|_| Problem::field("/seen", "is not a time"))?;
    let draft = Draft { title: new.title, summary: new.summary, body: new.body };
    let mut tx = caller.p.begin().await?;
    commands::save(&mut tx, &caller.actor(), &id, language, &draft, seen).await?;
    tx.commit().await?;
    about::text(&caller, &id, language).await
}

/// What is to become of a text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "act": "submit" }))]
pub(super) struct ArticleAct {
    /// `submit` (to be reviewed), `give-back`, `publish`, `schedule` (with `at`) or `withdraw`.
    #[schema(max_length = 20)]
    act: String,
    /// When it is to be published by itself.
    #[schema(format = DateTime)]
    at: Option<String>,
}

/// Moves the text of an article on
///
/// Handing in takes a token that writes; giving back, publishing, scheduling and withdrawing take `admin`.
#[utoipa::path(post, path = "/articles/{id}/texts/{language}/state", tag = "Articles", operation_id = "turn_article_text",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000"),
        ("language" = String, Path, description = "The language.", example = "en")),
    request_body = ArticleAct, responses((status = 200, description = "The text as it is now.", body = Text)))]
pub(super) async fn turn(
    caller: Caller,
    Path((id, language)): Path<(String, String)>,
    Body(wanted): Body<ArticleAct>,
) -> Result<Json<Text>, Problem> {
    caller.must(Action::WriteArticles)?;
    let act = Act::from_code(&wanted.act).filter(|act| *act != Act::Save);
    let act = act.ok_or_else(|| Problem::field("/act", "is nothing that becomes of a text"))?;
    if !act.is_writing() {
        caller.must(Action::PublishArticles)?;
    }
    let at: Option<Instant> =
        wanted.at.map(|at| at.parse()).transpose().map_err(|_| Problem::field("/at", "is not a time"))?;
    let (id, language) = (named(&id)?, spoken(&language)?);
    let mut tx = caller.p.begin().await?;
    commands::turn(&mut tx, &caller.actor(), &id, language, act, at).await?;
    tx.commit().await?;
    about::text(&caller, &id, language).await
}

/// A text as it was published once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleVersion)]
pub(super) struct Version {
    /// Counted from one.
    number: i64,
    /// One line.
    title: String,
    /// What it comes to.
    summary: String,
    /// Markdown.
    body: String,
    /// When it was published.
    #[schema(format = DateTime)]
    at: String,
    /// The colleague who did; null when it was published by itself.
    by: Option<String>,
}

async fn looked_up(caller: &Caller, id: &str, language: &str) -> Result<model::Text, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    let (id, language) = (named(id)?, spoken(language)?);
    let mut conn = caller.p.db.read().await?;
    store::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    store::text(&mut conn, &id, language).await?.ok_or_else(Problem::not_found)
}

/// Lists the versions of a text
///
/// Newest first, the last thousand.
#[utoipa::path(get, path = "/articles/{id}/texts/{language}/versions", tag = "Articles", operation_id = "list_article_versions",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000"),
        ("language" = String, Path, description = "The language.", example = "en")),
    responses((status = 200, description = "Versions.", body = Page<Version>)))]
pub(super) async fn versions(
    caller: Caller,
    Path((id, language)): Path<(String, String)>,
) -> Result<Json<Page<Version>>, Problem> {
    let text = looked_up(&caller, &id, &language).await?;
    let all = store::versions(&mut caller.p.db.read().await?, &text.id, VERSIONS).await?;
    let data = all.into_iter().map(|one| Version {
        number: one.number,
        title: one.draft.title,
        summary: one.draft.summary,
        body: one.draft.body,
        at: time(one.at),
        by: one.by.map(|id| id.to_string()),
    });
    Ok(Json(Page { data: data.collect(), next: None }))
}

/// The version that is brought back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": 1 }))]
pub(super) struct ArticleVersionBack {
    /// Which.
    number: i64,
}

/// Brings a version back as working copy
///
/// What is read stays until somebody publishes.
#[utoipa::path(post, path = "/articles/{id}/texts/{language}/versions", tag = "Articles", operation_id = "restore_article_version",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000"),
        ("language" = String, Path, description = "The language.", example = "en")),
    request_body = ArticleVersionBack, responses((status = 200, description = "The text as it is now.", body = Text)))]
pub(super) async fn restore(
    caller: Caller,
    Path((id, language)): Path<(String, String)>,
    Body(wanted): Body<ArticleVersionBack>,
) -> Result<Json<Text>, Problem> {
    caller.must(Action::WriteArticles)?;
    let (id, language) = (named(&id)?, spoken(&language)?);
    let mut tx = caller.p.begin().await?;
    commands::restore(&mut tx, &caller.actor(), &id, language, wanted.number).await?;
    tx.commit().await?;
    about::text(&caller, &id, language).await
}

/// Of how many days.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedCounts {
    /// Days until today, 30 when not said.
    #[param(minimum = 1, maximum = 3660)]
    days: Option<i64>,
}

/// What was counted of a text. Nobody is named in it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ArticleCounts {
    /// How often it was opened, by others than colleagues.
    reads: i64,
    /// How many said that it helped.
    helped: i64,
    /// How many said that it did not, and nothing more.
    not_helped: i64,
    /// How many said that it is hard to follow.
    unclear: i64,
    /// How many said that it is wrong or out of date.
    wrong: i64,
    /// How many said that it is about something else.
    other: i64,
}

/// Counts reads and opinions of a text
#[utoipa::path(get, path = "/articles/{id}/texts/{language}/counts", tag = "Articles", operation_id = "get_article_counts",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000"),
        ("language" = String, Path, description = "The language.", example = "en"), AskedCounts),
    responses((status = 200, description = "The counts.", body = ArticleCounts)))]
pub(super) async fn counts(
    caller: Caller,
    Path((id, language)): Path<(String, String)>,
    Query(asked): Query<AskedCounts>,
) -> Result<Json<ArticleCounts>, Problem> {
    let text = looked_up(&caller, &id, &language).await?;
    let days = asked.days.unwrap_or(30);
    if !(1..=3660).contains(&days) {
        return Err(Problem::parameter("days", "must be between 1 and 3660"));
    }
    let mut conn = caller.p.db.read().await?;
    let zone = conversations::settings::business(&mut conn).await?.zone;
    let zone = jiff::tz::TimeZone::get(&zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = caller.p.clock.business().to_zoned(zone).date();
    let all = store::counted(&mut conn, &text.id, today.saturating_sub(days.days())).await?;
    let of = |what: Counted| all.iter().filter(|(one, _)| *one == what).map(|(_, n)| n).sum();
    Ok(Json(ArticleCounts {
        reads: of(Counted::Read),
        helped: of(Counted::Helped),
        not_helped: of(Counted::Not),
        unclear: of(Counted::Unclear),
        wrong: of(Counted::Wrong),
        other: of(Counted::Other),
    }))
}
