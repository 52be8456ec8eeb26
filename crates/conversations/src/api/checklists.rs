//! What is to be done in a conversation.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes;
use crate::commands;
use crate::ids::{ConversationId, ItemId};
use crate::model::ItemChange;
use crate::rules::checklists::ITEMS_MAX;
use crate::{queries, store};

/// One thing that is to be done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Item {
    /// Names it.
    id: String,
    /// What.
    text: String,
    /// When it was done; null while it is not.
    #[schema(format = DateTime)]
    done_at: Option<String>,
    /// Who did it; empty while nobody has.
    done_by: String,
}

/// Things to be done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "items": ["Call the workshop", "Order the part"] }))]
pub(super) struct NewItems {
    /// What, in this order.
    #[schema(min_items = 1, max_items = 100)]
    items: Vec<String>,
}

/// What becomes of one.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Becomes {
    /// It is done.
    Done,
    /// It is not, after all.
    Undone,
    /// It goes before the one above it.
    Up,
    /// It goes behind the one below it.
    Down,
    /// It is taken off.
    Removed,
}

/// What becomes of a thing to be done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "item": "itm_01kyf5b0000000000000000000", "change": "done" }))]
pub(super) struct ItemWish {
    /// Which.
    item: String,
    /// What becomes of it.
    #[schema(inline)]
    change: Becomes,
}

async fn all(caller: &Caller, id: &ConversationId) -> Result<Json<Page<Item>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let item = |one: crate::ChecklistItem| Item {
        id: one.id.to_string(),
        text: one.text,
        done_at: one.done_at.map(time),
        done_by: one.done_by,
    };
    Ok(Json(Page { data: store::checklist(&mut conn, id).await?.into_iter().map(item).collect(), next: None }))
}

/// Lists what is to be done in a conversation
#[utoipa::path(get, path = "/conversations/{id}/checklist", tag = "Conversations", operation_id = "list_checklist",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The checklist.", body = Page<Item>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<Item>>, Problem> {
    all(&caller, &conversation_id(&id)?).await
}

/// Puts things on a checklist
#[utoipa::path(post, path = "/conversations/{id}/checklist", tag = "Conversations", operation_id = "add_to_checklist",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewItems, responses((status = 200, description = "The checklist as it is now.", body = Page<Item>)))]
pub(super) async fn add(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewItems>,
) -> Result<Json<Page<Item>>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    if new.items.len() > ITEMS_MAX {
        return Err(Problem::field("/items", "are too many"));
    }
    let lines: Vec<String> = new.items.iter().map(|one| one.replace(['\n', '|'], " ")).collect();
    commands::add_items(&caller.p, &caller.actor(), &id, &lines.join("\n")).await?;
    all(&caller, &id).await
}

/// Ticks off, moves or removes a thing on a checklist
#[utoipa::path(patch, path = "/conversations/{id}/checklist", tag = "Conversations", operation_id = "change_checklist",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = ItemWish, responses((status = 200, description = "The checklist as it is now.", body = Page<Item>)))]
pub(super) async fn change(
    caller: Caller,
    Path(id): Path<String>,
    Body(change): Body<ItemWish>,
) -> Result<Json<Page<Item>>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    let item: ItemId = change.item.parse().map_err(|_| Problem::field("/item", "is not on the checklist"))?;
    if !store::checklist(&mut caller.p.db.read().await?, &id).await?.iter().any(|one| one.id == item) {
        return Err(Problem::field("/item", "is not on the checklist"));
    }
    let to = match change.change {
        Becomes::Done => ItemChange::Done,
        Becomes::Undone => ItemChange::Undone,
        Becomes::Up => ItemChange::Up,
        Becomes::Down => ItemChange::Down,
        Becomes::Removed => ItemChange::Removed,
    };
    commands::change_item(&caller.p, &caller.actor(), &item, to).await?;
    all(&caller, &id).await
}
