//! Files and mails as they came: bytes to be downloaded.

use axum::Extension;
use axum::extract::Path;
use axum::response::Response;
use base::Action;
use people::api::Caller;
use platform::api::Problem;

use super::message_id;
use crate::AttachmentId;
use crate::http::files::{Mails, download};
use crate::queries;

/// Downloads a mail as it came
///
/// Only messages with `has_raw` have one.
#[utoipa::path(get, path = "/messages/{id}/raw", tag = "Messages", operation_id = "get_raw_message",
    params(("id" = String, Path, description = "The message.", example = "msg_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The mail's bytes.", content_type = "application/octet-stream", body = Vec<u8>)))]
pub(super) async fn raw(caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = message_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    let message = queries::message(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let digest = message.raw.ok_or_else(Problem::not_found)?;
    let bytes = caller.p.blobs.read(&mut conn, &digest).await?;
    Ok(download(&format!("{id}.eml"), "message/rfc822", bytes))
}

/// Downloads a file
#[utoipa::path(get, path = "/attachments/{id}", tag = "Messages", operation_id = "get_attachment",
    params(("id" = String, Path, description = "The file.", example = "att_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file's bytes.", content(
        (Vec<u8> = "application/octet-stream"), (Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"),
        (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp"), (Vec<u8> = "text/plain")))))]
pub(super) async fn attachment(
    caller: Caller,
    Extension(mails): Extension<Mails>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id: AttachmentId = id.parse().map_err(|_| Problem::not_found())?;
    let mut conn = caller.p.db.read().await?;
    let stored = queries::attachment(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let bytes = mails.content(&caller.p, &mut conn, &stored).await?;
    Ok(download(&stored.attachment.name, &stored.attachment.content_type, bytes))
}
