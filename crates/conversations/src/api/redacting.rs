//! Words that are taken back: notes that are changed, what is taken out of messages, card numbers that are masked.

use axum::extract::Path;
use axum::{Extension, Json};
use base::Action;
use people::api::Caller;
use people::privacy::Holders;
use platform::api::{Body, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::shapes::{self, Conversation, Message};
use super::{conversation_id, message_id, messages};
use crate::commands::{self, Redaction};
use crate::http::conversation::masked;
use crate::http::files::Mails;
use crate::queries;
use crate::rules::redacting::{STRETCH_MAX, STRETCHES_MOST, Taken};
use crate::rules::states::REASON_MAX;

/// What a note says from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "The workshop called back." }))]
pub(super) struct Edited {
    /// The text.
    #[schema(min_length = 1, max_length = 100_000)]
    text: String,
}

/// Changes a note of one's own
///
/// What stood there before is kept at the desk.
#[utoipa::path(patch, path = "/messages/{id}", tag = "Messages", operation_id = "edit_note",
    params(("id" = String, Path, description = "The note.", example = "msg_01kyf5b0000000000000000000")),
    request_body = Edited, responses((status = 200, description = "The note as it is now.", body = Message)))]
pub(super) async fn edit(
    caller: Caller,
    Path(id): Path<String>,
    Body(edited): Body<Edited>,
) -> Result<Json<Message>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = message_id(&id)?;
    commands::edit_note(&caller.p, &caller.actor(), &id, &edited.text).await?;
    messages::whole(&caller, &id).await
}

/// What is taken out of a message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "words": ["born 1 May 1980"], "reason": "Not needed." }))]
pub(super) struct Redact {
    /// Stretches of its text; how they are spaced does not matter.
    #[serde(default)]
    #[schema(max_items = 50)]
    words: Vec<String>,
    /// Ids of files.
    #[serde(default)]
    #[schema(max_items = 100)]
    files: Vec<String>,
    /// Everything that it says, with its files.
    #[serde(default)]
    whole: bool,
    /// Why; it stays in the history.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Takes words or files out of a message
///
/// For good: also out of the mail as it came, the search, the history and what was kept for other programs. One's own
/// messages may be redacted by whoever may work, others' by who answers for privacy.
#[utoipa::path(post, path = "/messages/{id}/redact", tag = "Messages", operation_id = "redact",
    params(("id" = String, Path, description = "The message.", example = "msg_01kyf5b0000000000000000000")),
    request_body = Redact, responses((status = 200, description = "The message as it is now.", body = Message)))]
pub(super) async fn redact(
    caller: Caller,
    Extension(mails): Extension<Mails>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Body(redact): Body<Redact>,
) -> Result<Json<Message>, Problem> {
    let scope = caller.may(Action::WorkConversations)?;
    let id = message_id(&id)?;
    let message =
        queries::message(&mut caller.p.db.read().await?, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    if !commands::may_redact(&caller.actor(), &message) {
        return Err(base::Forbidden.into());
    }
    if redact.words.len() > STRETCHES_MOST || redact.words.iter().any(|one| one.chars().count() > STRETCH_MAX) {
        return Err(Problem::field("/words", "is too much at once"));
    }
    if redact.reason.chars().count() > REASON_MAX {
        return Err(Problem::field("/reason", "is too long"));
    }
    let cut = mails.cut_out(&caller.p, std::slice::from_ref(&id)).await.map_err(|_| Problem::not_found())?;
    let redaction = Redaction {
        taken: Taken::Words(redact.words),
        whole: redact.whole,
        files: redact.files.iter().filter_map(|id| id.parse().ok()).collect(),
        why: redact.reason,
    };
    commands::redact(&caller.p, &caller.actor(), holders, &id, (redaction, cut)).await?;
    messages::whole(&caller, &id).await
}

/// Masks the card numbers in a conversation
///
/// Of each, the last four digits are left; for good, as by redacting.
#[utoipa::path(post, path = "/conversations/{id}/mask-cards", tag = "Conversations", operation_id = "mask_cards",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn mask_cards(
    caller: Caller,
    Extension(mails): Extension<Mails>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    masked(&caller.p, &caller.actor(), &mails, holders, &id).await?;
    shapes::after(&caller, &id).await
}
