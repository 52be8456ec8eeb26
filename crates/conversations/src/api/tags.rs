//! The words on conversations, for programs: which there are, what they are called, two made one.

use std::collections::HashSet;

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::api::Caller;
use platform::Conn;
use platform::api::{Body, Cursor, Listing, Page, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::ids::TagId;
use crate::model::{Tag, TagTone};
use crate::{commands, queries, rules};

/// Tags of one page.
const MOST: i64 = 1000;

/// A word on conversations.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Tag)]
pub(super) struct Shown {
    /// Names it.
    id: String,
    /// As people read it.
    name: String,
    /// Its colour: `plain`, `accent`, `ok`, `warn`, `bad` or `info`.
    tone: String,
    /// How many conversations bear it, without those that are deleted.
    conversations: i64,
    /// Whether any conversation bears it, also one that is deleted and may be put back.
    borne: bool,
}

fn shown(tag: Tag, conversations: i64, borne: bool) -> Shown {
    Shown { id: tag.id.to_string(), name: tag.name, tone: tag.tone.code().to_owned(), conversations, borne }
}

fn named(id: &str) -> Result<TagId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn one(conn: &mut Conn, id: &TagId) -> Result<Shown, Problem> {
    let (tag, conversations, borne) = queries::tag_looked_at(conn, id).await?.ok_or_else(Problem::not_found)?;
    Ok(shown(tag, conversations, borne))
}

/// Which stretch of the tags.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedTags {
    /// `next` of the page before.
    cursor: Option<String>,
}

/// Lists tags
///
/// Those of most conversations first, a thousand a page.
#[utoipa::path(get, path = "/tags", tag = "Settings", operation_id = "list_tags", params(AskedTags),
    responses((status = 200, description = "Tags.", body = Page<Shown>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<AskedTags>) -> Result<Json<Page<Shown>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let (listing, cursor) = (Listing::new("tags", &()), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let mut conn = caller.p.db.read().await?;
    let mut all = queries::tags_behind(&mut conn, after.as_ref(), MOST + 1).await?;
    let more = i64::try_from(all.len()).is_ok_and(|many| many > MOST);
    all.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let next = all.last().filter(|_| more).map(|(tag, n)| cursor.seal(&listing, &(n, rules::tags::fold(&tag.name))));
    let borne: HashSet<TagId> = queries::borne_tags(&mut conn).await?;
    let data = all.into_iter().map(|(tag, n)| {
        let borne = borne.contains(&tag.id);
        shown(tag, n, borne)
    });
    Ok(Json(Page { data: data.collect(), next }))
}

/// A tag that is to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "warranty", "tone": "ok" }))]
pub(super) struct NewTag {
    /// As people read it.
    #[schema(max_length = 40)]
    name: String,
    /// Its colour: `plain`, `accent`, `ok`, `warn`, `bad` or `info`; `plain` when not said.
    tone: Option<String>,
}

/// Makes a tag
///
/// Nothing bears it yet. A word that is put on a conversation is a tag by itself.
#[utoipa::path(post, path = "/tags", tag = "Settings", operation_id = "create_tag", security(("bearer" = ["admin"])),
    request_body = NewTag, responses((status = 201, description = "The tag.", body = Shown)))]
pub(super) async fn create(caller: Caller, Body(new): Body<NewTag>) -> Result<(StatusCode, Json<Shown>), Problem> {
    caller.must(Action::ManageSettings)?;
    let tone = tone(new.tone.as_deref().unwrap_or(TagTone::default().code()))?;
    let id = commands::make_tag(&caller.p, &caller.actor(), &new.name, tone).await?;
    Ok((StatusCode::CREATED, Json(one(&mut caller.p.db.read().await?, &id).await?)))
}

fn tone(code: &str) -> Result<TagTone, Problem> {
    TagTone::from_code(code).ok_or_else(|| Problem::field("/tone", "is none of the colours"))
}

/// What a tag is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "delivery", "tone": "info" }))]
pub(super) struct ChangedTag {
    /// As people read it.
    #[schema(max_length = 40)]
    name: String,
    /// Its colour: `plain`, `accent`, `ok`, `warn`, `bad` or `info`.
    tone: String,
}

/// Changes a tag
///
/// Its name and its colour, on everything that bears it.
#[utoipa::path(put, path = "/tags/{id}", tag = "Settings", operation_id = "update_tag", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The tag.", example = "tag_01kyf5b0000000000000000000")),
    request_body = ChangedTag, responses((status = 200, description = "The tag as it is now.", body = Shown)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(changed): Body<ChangedTag>,
) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    drop(one(&mut caller.p.db.read().await?, &id).await?);
    let tone = tone(&changed.tone)?;
    commands::change_tag(&caller.p, &caller.actor(), &id, &changed.name, tone).await?;
    Ok(Json(one(&mut caller.p.db.read().await?, &id).await?))
}

/// The tag that remains.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "into": "tag_01kyf5b0000000000000000000" }))]
pub(super) struct MergedTag {
    /// What bears the one bears this one from now on.
    into: String,
}

/// Makes one tag of two
#[utoipa::path(post, path = "/tags/{id}/merge", tag = "Settings", operation_id = "merge_tag", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The tag that goes.", example = "tag_01kyf5b0000000000000000000")),
    request_body = MergedTag, responses((status = 200, description = "The tag that remains.", body = Shown)))]
pub(super) async fn merge(
    caller: Caller,
    Path(id): Path<String>,
    Body(merged): Body<MergedTag>,
) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let wrong = || Problem::field("/into", "is not the id of another tag");
    let into: TagId = merged.into.parse().map_err(|_| wrong())?;
    let mut conn = caller.p.db.read().await?;
    drop(one(&mut conn, &id).await?);
    if into == id || queries::tag(&mut conn, &into).await?.is_none() {
        return Err(wrong());
    }
    drop(conn);
    commands::merge_tags(&caller.p, &caller.actor(), &id, &into).await?;
    Ok(Json(one(&mut caller.p.db.read().await?, &into).await?))
}

/// Removes a tag
///
/// From everything that bears it.
#[utoipa::path(delete, path = "/tags/{id}", tag = "Settings", operation_id = "delete_tag", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The tag.", example = "tag_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The tag as it was.", body = Shown)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let gone = one(&mut caller.p.db.read().await?, &id).await?;
    commands::remove_tag(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(gone))
}
