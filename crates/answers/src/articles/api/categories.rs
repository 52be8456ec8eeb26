//! The categories of the help centre, in their order.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{codes, names};
use crate::articles::commands::{self, NewCategory};
use crate::articles::model::{self, CategoryId};
use crate::articles::store;

/// Where articles stand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleCategory)]
pub(super) struct Category {
    /// Names it.
    id: String,
    /// The last part of the address of its page: `/help/{language}/topics/{address}`.
    address: String,
    /// What it is called, by language.
    names: BTreeMap<String, String>,
    /// What is in it, by language.
    leads: BTreeMap<String, String>,
    /// Whether it is a blog: newest first, with dates.
    dated: bool,
}

impl From<model::Category> for Category {
    fn from(one: model::Category) -> Self {
        Self {
            id: one.id.to_string(),
            address: one.address,
            names: codes(one.names),
            leads: codes(one.leads),
            dated: one.dated,
        }
    }
}

/// A category as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "names": { "en": "Returns" }, "leads": { "en": "Send it back" }, "dated": false }))]
pub(super) struct WantedCategory {
    /// What it is called, by language: `en`, `nb`, `sv`, `da`, `id`; one at least.
    names: BTreeMap<String, String>,
    /// What is in it, by language.
    #[serde(default)]
    leads: BTreeMap<String, String>,
    /// Whether it is a blog.
    #[serde(default)]
    dated: bool,
}

impl WantedCategory {
    fn read(self) -> Result<NewCategory, Problem> {
        Ok(NewCategory { names: names("/names", self.names)?, leads: names("/leads", self.leads)?, dated: self.dated })
    }
}

fn named(id: &str) -> Result<CategoryId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn one(conn: &mut Conn, id: &CategoryId) -> Result<Json<Category>, Problem> {
    let found = store::categories(conn).await?.into_iter().find(|(_, one)| one.id == *id);
    found.map(|(_, one)| Json(one.into())).ok_or_else(Problem::not_found)
}

/// Lists categories of articles
///
/// All of them, in their order.
#[utoipa::path(get, path = "/article-categories", tag = "Articles", operation_id = "list_article_categories",
    responses((status = 200, description = "Categories.", body = Page<Category>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Category>>, Problem> {
    caller.must(Action::ReadArticles)?;
    let all = store::categories(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.into_iter().map(|(_, one)| one.into()).collect(), next: None }))
}

/// Makes a category of articles
#[utoipa::path(post, path = "/article-categories", tag = "Articles", operation_id = "create_article_category",
    security(("bearer" = ["admin"])), request_body = WantedCategory,
    responses((status = 201, description = "The category.", body = Category)))]
pub(super) async fn create(
    caller: Caller,
    Body(wanted): Body<WantedCategory>,
) -> Result<(StatusCode, Json<Category>), Problem> {
    caller.must(Action::PublishArticles)?;
    let new = wanted.read()?;
    let mut tx = caller.p.begin().await?;
    let usual = conversations::settings::business(&mut tx).await?.language;
    let id = commands::save_category(&mut tx, &caller.actor(), None, new, usual).await?;
    let made = one(&mut tx, &id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, made))
}

/// Changes a category of articles
///
/// All of it is replaced but its address, which stays.
#[utoipa::path(put, path = "/article-categories/{id}", tag = "Articles", operation_id = "update_article_category",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The category.", example = "act_01kyf5b0000000000000000000")),
    request_body = WantedCategory, responses((status = 200, description = "The category as it is now.", body = Category)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<WantedCategory>,
) -> Result<Json<Category>, Problem> {
    caller.must(Action::PublishArticles)?;
    let (id, new) = (named(&id)?, wanted.read()?);
    let mut tx = caller.p.begin().await?;
    let usual = conversations::settings::business(&mut tx).await?.language;
    commands::save_category(&mut tx, &caller.actor(), Some(&id), new, usual).await?;
    let now = one(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(now)
}

/// Takes a category of articles away
///
/// Only when no article stands in it.
#[utoipa::path(delete, path = "/article-categories/{id}", tag = "Articles", operation_id = "delete_article_category",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The category.", example = "act_01kyf5b0000000000000000000")),
    responses((status = 204, description = "It is gone.")))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    caller.must(Action::PublishArticles)?;
    let mut tx = caller.p.begin().await?;
    commands::remove_category(&mut tx, &caller.actor(), &named(&id)?).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which way.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "up": true }))]
pub(super) struct MovedCategory {
    /// Up, or down.
    up: bool,
}

/// Moves a category one place up or down
#[utoipa::path(post, path = "/article-categories/{id}/move", tag = "Articles", operation_id = "move_article_category",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The category.", example = "act_01kyf5b0000000000000000000")),
    request_body = MovedCategory,
    responses((status = 200, description = "All categories in their order.", body = Page<Category>)))]
pub(super) async fn shift(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<MovedCategory>,
) -> Result<Json<Page<Category>>, Problem> {
    caller.must(Action::PublishArticles)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    commands::shift_category(&mut tx, &caller.actor(), &id, wanted.up).await?;
    let all = store::categories(&mut tx).await?;
    tx.commit().await?;
    Ok(Json(Page { data: all.into_iter().map(|(_, one)| one.into()).collect(), next: None }))
}
