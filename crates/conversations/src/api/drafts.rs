//! Drafts of replies that colleagues share.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use people::StaffId;
use people::api::Caller;
use platform::api::{BASE, Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use crate::commands::{self, Typed};
use crate::ids::DraftId;
use crate::model::{self, DraftText};
use crate::queries;

/// A reply that is not sent yet and that every colleague sees.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SharedDraft {
    /// Names it.
    id: String,
    /// The conversation that it would answer.
    conversation: String,
    /// Whose words they were first.
    author: String,
    /// The text.
    text: String,
    /// To whom, as it was typed; empty: to the customer.
    to: String,
    /// Who may read it too, as it was typed.
    cc: String,
    /// Who may read it too, seen by nobody else, as it was typed.
    bcc: String,
    /// What is done to the conversation as it is sent: what macros brought and its writer chose.
    acts: Vec<String>,
    /// Counts up with every change.
    version: i64,
    /// Since when it is shared.
    #[schema(format = DateTime)]
    shared_at: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    changed_at: String,
    /// Who changed it last.
    changed_by: String,
    /// Who has it open; null while nobody has.
    open_by: Option<String>,
}

fn shown(draft: model::SharedDraft, caller: &Caller) -> SharedDraft {
    let now = caller.p.clock.machine();
    SharedDraft {
        id: draft.id.to_string(),
        conversation: draft.conversation.to_string(),
        author: draft.author.to_string(),
        text: draft.text.body,
        to: draft.text.to,
        cc: draft.text.cc,
        bcc: draft.text.bcc,
        acts: draft.text.also.acts.iter().map(model::MacroAct::code).collect(),
        version: draft.version,
        shared_at: time(draft.shared_at),
        changed_at: time(draft.changed_at),
        changed_by: draft.changed_by.to_string(),
        open_by: draft.held.filter(|held| held.until > now).map(|held| held.by.to_string()),
    }
}

/// A draft to be shared.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "It is on its way.", "ask": null }))]
pub(super) struct NewDraft {
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
    /// To whom, with a comma between addresses; the customer when not said.
    #[serde(default)]
    to: String,
    /// Who may read it too.
    #[serde(default)]
    cc: String,
    /// Who may read it too, seen by nobody else.
    #[serde(default)]
    bcc: String,
    /// Who should look at it, and is told so: the id of a colleague who answers customers.
    ask: Option<String>,
}

/// The words of a shared draft, anew.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "It is on its way, and will be there on Friday.", "version": 1 }))]
pub(super) struct DraftWords {
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
    /// To whom; as it was when not said.
    to: Option<String>,
    /// Who may read it too; as it was when not said.
    cc: Option<String>,
    /// Who may read it too, seen by nobody else; as it was when not said.
    bcc: Option<String>,
    /// The version that you know. When the words were changed since, yours are refused, and kept among your own drafts.
    version: i64,
}

fn draft_id(text: &str) -> Result<DraftId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

pub(super) async fn found(caller: &Caller, id: &DraftId) -> Result<model::SharedDraft, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    queries::shared_draft(&mut caller.p.db.read().await?, &scope, id).await?.ok_or_else(Problem::not_found)
}

/// Lists the shared drafts of a conversation
#[utoipa::path(get, path = "/conversations/{id}/drafts", tag = "Conversations", operation_id = "list_shared_drafts",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Its shared drafts, the oldest first.", body = Page<SharedDraft>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<SharedDraft>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let all = queries::shared_drafts(&mut conn, &id).await?;
    Ok(Json(Page { data: all.into_iter().map(|one| shown(one, &caller)).collect(), next: None }))
}

/// Shares a draft
///
/// It stands in the conversation for every colleague, until somebody who answers customers sends it: `POST
/// /conversations/{id}/replies` with `draft`.
#[utoipa::path(post, path = "/conversations/{id}/drafts", tag = "Conversations", operation_id = "share_draft",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewDraft, responses((status = 201, description = "The draft; `Location` is its address here.", body = SharedDraft)))]
pub(super) async fn share(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewDraft>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<SharedDraft>), Problem> {
    caller.must(Action::NoteConversations)?;
    let ask = new.ask.as_deref().map(str::parse::<StaffId>).transpose();
    let ask = ask.map_err(|_| Problem::field("/ask", "is not the id of a colleague"))?;
    let text = DraftText { body: new.text, to: new.to, cc: new.cc, bcc: new.bcc, ..DraftText::default() };
    let id = conversation_id(&id)?;
    let draft = commands::share_draft(&caller.p, &caller.actor(), &id, &text, ask.as_ref()).await?;
    let location = [(header::LOCATION, format!("{BASE}/drafts/{draft}"))];
    let draft = found(&caller, &draft).await?;
    Ok((StatusCode::CREATED, location, Json(shown(draft, &caller))))
}

/// Shows a shared draft
#[utoipa::path(get, path = "/drafts/{id}", tag = "Conversations", operation_id = "get_shared_draft",
    params(("id" = String, Path, description = "The draft.", example = "drf_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The draft.", body = SharedDraft)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<SharedDraft>, Problem> {
    let draft = found(&caller, &draft_id(&id)?).await?;
    Ok(Json(shown(draft, &caller)))
}

/// Changes the words of a shared draft
///
/// Its author may, and whoever answers customers. One writes at a time: while somebody else has it open, it is refused.
#[utoipa::path(put, path = "/drafts/{id}", tag = "Conversations", operation_id = "update_shared_draft",
    params(("id" = String, Path, description = "The draft.", example = "drf_01kyf5b0000000000000000000")),
    request_body = DraftWords, responses((status = 200, description = "The draft as it is now.", body = SharedDraft)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(words): Body<DraftWords>,
) -> Result<Json<SharedDraft>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = draft_id(&id)?;
    let before = found(&caller, &id).await?.text;
    let text = DraftText {
        body: words.text,
        to: words.to.unwrap_or(before.to),
        cc: words.cc.unwrap_or(before.cc),
        bcc: words.bcc.unwrap_or(before.bcc),
        ..before
    };
    let typed = Typed { text: &text, version: words.version, over: false, on: false };
    commands::save_shared_draft(&caller.p, &caller.actor(), &id, typed).await?;
    let draft = found(&caller, &id).await?;
    Ok(Json(shown(draft, &caller)))
}

/// Throws a shared draft away
///
/// For a day it can be brought back at the desk.
#[utoipa::path(delete, path = "/drafts/{id}", tag = "Conversations", operation_id = "delete_shared_draft",
    params(("id" = String, Path, description = "The draft.", example = "drf_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The draft as it was.", body = SharedDraft)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<SharedDraft>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = draft_id(&id)?;
    let gone = found(&caller, &id).await?;
    commands::throw_draft_away(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(shown(gone, &caller)))
}
