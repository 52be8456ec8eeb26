//! Guides as a whole: the list, one with its working copy, how one begins and is changed.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Instant, Language};
use people::api::Caller;
use platform::Conn;
use platform::api::{self, BASE, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::named;
use super::tree::Tree;
use crate::articles::api::known;
use crate::guides::commands;
use crate::guides::model::{self, GuideId};
use crate::guides::store;

/// A guide in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GuideLine)]
pub(super) struct Line {
    /// Names it.
    id: String,
    /// The last part of the address of its pages: `/help/guides/{address}`.
    address: String,
    /// What its working copy is called, in the language it was written in first.
    name: String,
    /// The languages it is shown in.
    languages: Vec<String>,
    /// The version that is walked, if one is.
    live: Option<i64>,
    /// When the working copy was saved last.
    #[schema(format = DateTime)]
    saved_at: String,
}

fn languages(tree: &model::Tree) -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|one| !tree.names.of(*one).is_empty())
}

impl From<model::Guide> for Line {
    fn from(one: model::Guide) -> Self {
        Self {
            id: one.id.to_string(),
            address: one.address,
            name: one.draft.names.shown(one.draft.original, Language::En).to_owned(),
            languages: languages(&one.draft).map(|language| language.code().to_owned()).collect(),
            live: one.live,
            saved_at: time(one.saved_at),
        }
    }
}

/// Which guides.
#[derive(Clone, Debug, Deserialize, Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `live` or `draft`: those that are walked, or those that are not.
    state: Option<String>,
    /// Shown in this language: `en`, `nb`, `sv`, `da` or `id`.
    language: Option<String>,
    /// Words of the name, in any language.
    search: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// Rows of a page, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

impl Asked {
    /// Whether a guide is one of those.
    fn filter(&self) -> Result<impl Fn(&model::Guide) -> bool + use<>, Problem> {
        let live = match self.state.as_deref() {
            None => None,
            Some("live") => Some(true),
            Some("draft") => Some(false),
            Some(_) => return Err(Problem::parameter("state", "is neither live nor draft")),
        };
        let language = self.language.as_deref().map(|code| known(code).ok_or(()));
        let language = language.transpose().map_err(|()| Problem::parameter("language", "is not known"))?;
        let search = self.search.clone().unwrap_or_default().to_lowercase();
        Ok(move |one: &model::Guide| {
            live.is_none_or(|live| one.live.is_some() == live)
                && language.is_none_or(|language| languages(&one.draft).any(|known| known == language))
                && (search.is_empty() || one.draft.names.0.values().any(|name| name.to_lowercase().contains(&search)))
        })
    }
}

/// Lists guides
///
/// By their address. There are two hundred at most.
#[utoipa::path(get, path = "/guides", tag = "Guides", operation_id = "list_guides", params(Asked),
    responses((status = 200, description = "Guides.", body = Page<Line>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Line>>, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    let (listing, cursor) =
        (Listing::new("guides", &(&asked.state, &asked.language, &asked.search)), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = usize::try_from(api::limit(asked.limit)?).unwrap_or(usize::MAX);
    let wanted = asked.filter()?;
    let all = store::all(&mut caller.p.db.read().await?, &scope).await?;
    let mut rows: Vec<model::Guide> = all
        .into_iter()
        .filter(|one| after.as_ref().is_none_or(|after| one.address > *after) && wanted(one))
        .take(most + 1)
        .collect();
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.address));
    Ok(Json(Page { data: rows.into_iter().map(Line::from).collect(), next }))
}

/// A guide as the desk has it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Guide {
    /// Names it.
    id: String,
    /// The last part of the address of its pages: `/help/guides/{address}`; it stays.
    address: String,
    /// The working copy.
    draft: Tree,
    /// The version that is walked, if one is.
    live: Option<i64>,
    /// When the working copy was saved; give it as `seen` when you save.
    #[schema(format = DateTime)]
    saved_at: String,
}

pub(super) async fn whole(caller: &Caller, conn: &mut Conn, id: &GuideId) -> Result<Json<Guide>, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    let one = store::find(conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(Guide {
        id: one.id.to_string(),
        address: one.address,
        draft: one.draft.into(),
        live: one.live,
        saved_at: time(one.saved_at),
    }))
}

/// Shows a guide
///
/// With its working copy: all places, and the paths that are tried before it goes live.
#[utoipa::path(get, path = "/guides/{id}", tag = "Guides", operation_id = "get_guide",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The guide.", body = Guide)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Guide>, Problem> {
    caller.must(Action::ReadArticles)?;
    whole(&caller, &mut caller.p.db.read().await?, &named(&id)?).await
}

/// A guide to begin with, or as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "draft": { "original": "en", "names": { "en": "The pump stands still" }, "nodes": [
    { "key": "on", "kind": "question", "titles": { "en": "Is it switched on?" }, "choices": [
        { "to": "done", "labels": { "en": "Now it is" } }, { "to": "person", "labels": { "en": "Yes" } }] },
    { "key": "done", "kind": "solved", "titles": { "en": "It runs" } },
    { "key": "person", "kind": "person", "titles": { "en": "We look at it" } }],
    "tests": [{ "path": [0], "ends": "solved" }] } }))]
pub(super) struct WantedGuide {
    /// All of it; it may have flaws until it goes live.
    draft: Tree,
    /// `saved_at` of the guide that you changed: when somebody saved it since, nothing is written.
    #[schema(format = DateTime)]
    seen: Option<String>,
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Guide>);

/// Begins a guide
///
/// Nobody walks it before it is published.
#[utoipa::path(post, path = "/guides", tag = "Guides", operation_id = "create_guide", request_body = WantedGuide,
    responses((status = 201, description = "The guide; `Location` is its address here.", body = Guide)))]
pub(super) async fn create(caller: Caller, Body(wanted): Body<WantedGuide>) -> Result<Created, Problem> {
    caller.must(Action::WriteArticles)?;
    let tree = wanted.draft.read("/draft")?;
    let mut tx = caller.p.begin().await?;
    let id = commands::begin(&mut tx, &caller.actor(), tree).await?;
    tx.commit().await?;
    let location = [(header::LOCATION, format!("{BASE}/guides/{id}"))];
    let guide = whole(&caller, &mut caller.p.db.read().await?, &id).await?;
    Ok((StatusCode::CREATED, location, guide))
}

/// Changes a guide
///
/// The working copy is replaced; what is walked stays until somebody publishes.
#[utoipa::path(put, path = "/guides/{id}", tag = "Guides", operation_id = "update_guide",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    request_body = WantedGuide, responses((status = 200, description = "The guide as it is now.", body = Guide)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<WantedGuide>,
) -> Result<Json<Guide>, Problem> {
    caller.must(Action::WriteArticles)?;
    let id = named(&id)?;
    let seen: Option<Instant> =
        wanted.seen.map(|at| at.parse()).transpose().map_err(|_| Problem::field("/seen", "is not a time"))?;
    let tree = wanted.draft.read("/draft")?;
    let mut tx = caller.p.begin().await?;
    commands::save(&mut tx, &caller.actor(), &id, tree, seen).await?;
    tx.commit().await?;
    whole(&caller, &mut caller.p.db.read().await?, &id).await
}
