//! What becomes of a guide: tried, published, withdrawn, its versions, and how it is walked.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::about::{self, Guide};
use super::named;
use super::tree::{Test, Tree};
use crate::guides::commands;
use crate::guides::model;
use crate::guides::rules::{self, Flaw};
use crate::guides::store;

/// Versions that are told of.
const VERSIONS: i64 = 1_000;

/// What is to become of a guide.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "act": "publish" }))]
pub(super) struct GuideAct {
    /// `publish` or `withdraw`.
    #[schema(max_length = 20)]
    act: String,
}

/// Publishes or withdraws a guide
///
/// Published, its working copy becomes a version and is walked from now on; a flaw or a tested path that ends otherwise
/// keeps it back. Withdrawn, it is walked no longer and its versions stay; one that never was live is taken away.
#[utoipa::path(post, path = "/guides/{id}/state", tag = "Guides", operation_id = "turn_guide",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    request_body = GuideAct, responses((status = 200, description = "The guide as it is now.", body = Guide),
        (status = 204, description = "It never was live, and is gone.")))]
pub(super) async fn turn(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<GuideAct>,
) -> Result<Response, Problem> {
    caller.must(Action::PublishArticles)?;
    let scope = caller.may(Action::ReadArticles)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    match wanted.act.as_str() {
        "publish" => drop(commands::publish(&mut tx, &caller.actor(), &id).await?),
        "withdraw" => commands::withdraw(&mut tx, &caller.actor(), &id).await?,
        _ => return Err(Problem::field("/act", "is neither publish nor withdraw")),
    }
    let stays = store::find(&mut tx, &scope, &id).await?.is_some();
    tx.commit().await?;
    if !stays {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(about::whole(&caller, &mut caller.p.db.read().await?, &id).await?.into_response())
}

/// Something wrong with a guide.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuideFlaw {
    /// What: `no_name`, `empty`, `too_many`, `twice`, `leads_nowhere`, `dead_end`, `for_nobody`, `no_way_out`,
    /// `unreached`, `untranslated`, `no_article`, `bad_picture` or `path_fails`.
    code: String,
    /// The key of the place where it is; null where it is about the whole.
    node: Option<String>,
    /// Where the choice leads that leads nowhere.
    to: Option<String>,
    /// The language in which something is missing.
    language: Option<String>,
}

impl From<&Flaw> for GuideFlaw {
    fn from(flaw: &Flaw) -> Self {
        let (to, language) = match flaw {
            Flaw::LeadsNowhere(_, to) => (Some(to.clone()), None),
            Flaw::Untranslated(_, language) => (None, Some(language.code().to_owned())),
            _ => (None, None),
        };
        let node = Some(flaw.node()).filter(|node| !node.is_empty()).map(str::to_owned);
        Self { code: flaw.code(), node, to, language }
    }
}

/// A path that was tried.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuideTried {
    /// The path, and how it has to end.
    test: Test,
    /// The key of the place it leads to now.
    came_to: Option<String>,
    /// Whether it ends as it has to.
    passes: bool,
}

/// What keeps a guide from going live.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuideCheck {
    /// Everything that is wrong; without any it may go live.
    flaws: Vec<GuideFlaw>,
    /// Its tested paths, each walked just now.
    tests: Vec<GuideTried>,
}

/// Tries a guide
///
/// What is wrong with its working copy, and what came of every tested path.
#[utoipa::path(get, path = "/guides/{id}/check", tag = "Guides", operation_id = "check_guide",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    responses((status = 200, description = "What came of it.", body = GuideCheck)))]
pub(super) async fn check(caller: Caller, Path(id): Path<String>) -> Result<Json<GuideCheck>, Problem> {
    let tree = found(&caller, &mut caller.p.db.read().await?, &id).await?.draft;
    let flaws = rules::check(&tree);
    let tried = |(at, test): (usize, &model::Tested)| GuideTried {
        came_to: rules::walk(&tree, &test.path, &test.product).map(|walk| walk.at.key.clone()),
        passes: !flaws.contains(&Flaw::PathFails(at + 1)) && !tree.nodes.is_empty(),
        test: test.clone().into(),
    };
    let tests = tree.tests.iter().enumerate().map(tried).collect();
    Ok(Json(GuideCheck { tests, flaws: flaws.iter().map(GuideFlaw::from).collect() }))
}

async fn found(caller: &Caller, conn: &mut Conn, id: &str) -> Result<model::Guide, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    store::find(conn, &scope, &named(id)?).await?.ok_or_else(Problem::not_found)
}

/// A version in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GuideVersionLine)]
pub(super) struct VersionLine {
    /// Counted from one.
    number: i64,
    /// When it went live.
    #[schema(format = DateTime)]
    at: String,
    /// The colleague who published it.
    by: Option<String>,
    /// Its places.
    nodes: usize,
}

/// Lists the versions of a guide
///
/// Newest first, the last thousand.
#[utoipa::path(get, path = "/guides/{id}/versions", tag = "Guides", operation_id = "list_guide_versions",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Versions.", body = Page<VersionLine>)))]
pub(super) async fn versions(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<VersionLine>>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let guide = found(&caller, &mut conn, &id).await?;
    let all = store::versions(&mut conn, &guide.id, VERSIONS).await?;
    let data = all.into_iter().map(|one| VersionLine {
        number: one.number,
        at: time(one.at),
        by: one.by.map(|id| id.to_string()),
        nodes: one.tree.nodes.len(),
    });
    Ok(Json(Page { data: data.collect(), next: None }))
}

/// A guide as it went live once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GuideVersion)]
pub(super) struct Version {
    /// Counted from one.
    number: i64,
    /// When it went live.
    #[schema(format = DateTime)]
    at: String,
    /// The colleague who published it.
    by: Option<String>,
    /// What stood there.
    tree: Tree,
}

/// Shows a version of a guide
///
/// With all its places and steps.
#[utoipa::path(get, path = "/guides/{id}/versions/{number}", tag = "Guides", operation_id = "get_guide_version",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000"),
        ("number" = String, Path, description = "Which, counted from one.", example = "1")),
    responses((status = 200, description = "The version.", body = Version)))]
pub(super) async fn version(
    caller: Caller,
    Path((id, number)): Path<(String, String)>,
) -> Result<Json<Version>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let guide = found(&caller, &mut conn, &id).await?;
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let one = store::version(&mut conn, &guide.id, number).await?.ok_or_else(Problem::not_found)?;
    let by = one.by.map(|id| id.to_string());
    Ok(Json(Version { number: one.number, at: time(one.at), by, tree: one.tree.into() }))
}

/// The version that is brought back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": 1 }))]
pub(super) struct GuideVersionBack {
    /// Which.
    number: i64,
}

/// Brings a version of a guide back as working copy
///
/// What is walked stays until somebody publishes.
#[utoipa::path(post, path = "/guides/{id}/versions", tag = "Guides", operation_id = "restore_guide_version",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    request_body = GuideVersionBack, responses((status = 200, description = "The guide as it is now.", body = Guide)))]
pub(super) async fn restore(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<GuideVersionBack>,
) -> Result<Json<Guide>, Problem> {
    caller.must(Action::WriteArticles)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    commands::restore(&mut tx, &caller.actor(), &id, wanted.number).await?;
    tx.commit().await?;
    about::whole(&caller, &mut caller.p.db.read().await?, &id).await
}

/// How one version is walked in one language. Nobody is named in it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuideCounts {
    /// Which.
    version: i64,
    /// In which language: `en`, `nb`, `sv`, `da` or `id`.
    language: String,
    /// Walks that began.
    begun: i64,
    /// How many ended with `solved`, `person` and `article`.
    ended: BTreeMap<String, i64>,
    /// How many asked for a person on the way.
    stuck: i64,
    /// Where walks stopped without an end: the key of the place, and how many.
    stopped: BTreeMap<String, i64>,
}

/// Counts how a guide is walked, and where people stop
///
/// By version, newest first, and language.
#[utoipa::path(get, path = "/guides/{id}/counts", tag = "Guides", operation_id = "get_guide_counts",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The counts.", body = Page<GuideCounts>)))]
pub(super) async fn counts(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<GuideCounts>>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let guide = found(&caller, &mut conn, &id).await?;
    let data = store::counted(&mut conn, &guide.id).await?.into_iter().map(|((version, language), it)| GuideCounts {
        version,
        language: language.code().to_owned(),
        begun: it.begun,
        ended: it.ended.into_iter().map(|(ending, n)| (ending.code().to_owned(), n)).collect(),
        stuck: it.stuck,
        stopped: it.stopped,
    });
    Ok(Json(Page { data: data.collect(), next: None }))
}
