//! What articles lack, their pictures, and what stands in several of them.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use data_encoding::BASE64;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{codes, known, names};
use crate::articles::commands;
use crate::articles::model;
use crate::articles::rules::markdown::PICTURES;
use crate::articles::rules::snippets::is_name;
use crate::articles::store;

/// Rows of what was looked for in vain.
const MISSING: i64 = 1_000;

/// Something that was looked for in vain. Nobody is named, and what looks personal is not kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MissingAnswer {
    /// In which language of the help centre.
    language: String,
    /// What was typed, in small letters.
    query: String,
    /// How often.
    times: i64,
    /// When last.
    #[schema(format = DateTime)]
    last_at: String,
}

/// Lists what was looked for in vain
///
/// Most often first, a thousand at most.
#[utoipa::path(get, path = "/missing-answers", tag = "Articles", operation_id = "list_missing_answers",
    responses((status = 200, description = "What found nothing.", body = Page<MissingAnswer>)))]
pub(super) async fn missing(caller: Caller) -> Result<Json<Page<MissingAnswer>>, Problem> {
    caller.must(Action::ReadArticles)?;
    let all = store::missing(&mut caller.p.db.read().await?, MISSING).await?;
    let data = all.into_iter().map(|one| MissingAnswer {
        language: one.language.code().to_owned(),
        query: one.query,
        times: one.times,
        last_at: time(one.last_at),
    });
    Ok(Json(Page { data: data.collect(), next: None }))
}

/// What was seen to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "language": "en", "query": "pump hums" }))]
pub(super) struct SeenTo {
    /// In which language of the help centre.
    #[schema(max_length = 2)]
    language: String,
    /// What was typed.
    #[schema(max_length = 200)]
    query: String,
}

/// Says that something missing was seen to
///
/// It is counted from nothing again.
#[utoipa::path(post, path = "/missing-answers/seen-to", tag = "Articles", operation_id = "see_to_missing_answer",
    request_body = SeenTo, responses((status = 204, description = "It is off the list.")))]
pub(super) async fn see_to(caller: Caller, Body(seen): Body<SeenTo>) -> Result<StatusCode, Problem> {
    caller.must(Action::WriteArticles)?;
    let language = known(&seen.language).ok_or_else(|| Problem::field("/language", "is none of en, nb, sv, da, id"))?;
    let mut tx = caller.p.begin().await?;
    commands::forget_missing(&mut tx, &caller.actor(), language, &seen.query).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A picture for articles.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==" }))]
pub(super) struct NewArticlePicture {
    /// PNG, JPEG, GIF or WebP of at most 5 MiB, in Base64.
    #[schema(content_encoding = "base64")]
    picture: String,
}

/// A picture that articles can show.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ArticlePicture {
    /// Its path on this site, for the text: `![What it shows](path)`. Whoever may read an article that shows it sees it.
    path: String,
    /// Its type, by its own bytes.
    media_type: String,
    /// Points across.
    width: i64,
    /// Points down.
    height: i64,
}

/// Keeps a picture for articles
///
/// The same bytes are the same picture.
#[utoipa::path(post, path = "/article-pictures", tag = "Articles", operation_id = "add_article_picture",
    request_body = NewArticlePicture, responses((status = 201, description = "The picture.", body = ArticlePicture)))]
pub(super) async fn add_picture(
    caller: Caller,
    Body(new): Body<NewArticlePicture>,
) -> Result<(StatusCode, Json<ArticlePicture>), Problem> {
    caller.must(Action::WriteArticles)?;
    let bytes = BASE64.decode(new.picture.as_bytes()).map_err(|_| Problem::field("/picture", "is not Base64"))?;
    let it = commands::add_picture(&caller.p, &caller.actor(), bytes).await?;
    let path = format!("{PICTURES}{}", it.name);
    Ok((StatusCode::CREATED, Json(ArticlePicture { path, media_type: it.media, width: it.width, height: it.height })))
}

/// What stands in several articles and is written once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleSnippet)]
pub(super) struct Snippet {
    /// It stands where a text says `{{name}}`.
    name: String,
    /// Markdown, by language.
    texts: BTreeMap<String, String>,
    /// When it was saved last.
    #[schema(format = DateTime)]
    saved_at: String,
}

impl From<model::Snippet> for Snippet {
    fn from(one: model::Snippet) -> Self {
        Self { name: one.name, texts: codes(one.texts), saved_at: time(one.saved_at) }
    }
}

/// Lists snippets of articles
///
/// All of them, by name.
#[utoipa::path(get, path = "/article-snippets", tag = "Articles", operation_id = "list_article_snippets",
    responses((status = 200, description = "Snippets.", body = Page<Snippet>)))]
pub(super) async fn snippets(caller: Caller) -> Result<Json<Page<Snippet>>, Problem> {
    caller.must(Action::ReadArticles)?;
    let all = store::snippets(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.into_iter().map(Snippet::from).collect(), next: None }))
}

/// What a snippet is to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "texts": { "en": "Monday to Friday, 8 to 16." } }))]
pub(super) struct WantedSnippet {
    /// Markdown, by language: `en`, `nb`, `sv`, `da`, `id`; one at least, 4,000 characters each.
    texts: BTreeMap<String, String>,
}

/// Sets a snippet of articles
///
/// Made where there is none of this name: small letters, digits and dashes, 40 at most. What it says is read at once in
/// all that names it.
#[utoipa::path(put, path = "/article-snippets/{name}", tag = "Articles", operation_id = "set_article_snippet",
    security(("bearer" = ["admin"])),
    params(("name" = String, Path, description = "Its name.", example = "opening-hours")),
    request_body = WantedSnippet, responses((status = 200, description = "The snippet as it is now.", body = Snippet)))]
pub(super) async fn set_snippet(
    caller: Caller,
    Path(name): Path<String>,
    Body(wanted): Body<WantedSnippet>,
) -> Result<Json<Snippet>, Problem> {
    caller.must(Action::PublishArticles)?;
    if !is_name(&name) {
        return Err(Problem::not_found());
    }
    let texts = names("/texts", wanted.texts)?;
    let mut tx = caller.p.begin().await?;
    commands::save_snippet(&mut tx, &caller.actor(), &name, texts).await?;
    let now = store::snippets(&mut tx).await?.into_iter().find(|one| one.name == name);
    tx.commit().await?;
    now.map(|one| Json(one.into())).ok_or_else(Problem::not_found)
}

/// Takes a snippet of articles away
///
/// Where it is named, its name stands.
#[utoipa::path(delete, path = "/article-snippets/{name}", tag = "Articles", operation_id = "delete_article_snippet",
    security(("bearer" = ["admin"])),
    params(("name" = String, Path, description = "Its name.", example = "opening-hours")),
    responses((status = 204, description = "It is gone.")))]
pub(super) async fn delete_snippet(caller: Caller, Path(name): Path<String>) -> Result<StatusCode, Problem> {
    caller.must(Action::PublishArticles)?;
    let mut tx = caller.p.begin().await?;
    commands::remove_snippet(&mut tx, &caller.actor(), &name).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
