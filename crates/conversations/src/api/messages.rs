//! Messages of a conversation.

use std::collections::HashMap;

use axum::Json;
use axum::extract::Path;
use base::{Action, clock};
use people::api::Caller;
use platform::api::{self, Cursor, Listing, Page, Problem, Query};
use platform::{Conn, Result};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shapes::Message;
use super::{conversation_id, message_id};
use crate::ids::{ConversationId, MessageId};
use crate::model::{self, Attachment, Delivery};
use crate::{queries, store};

/// Which messages.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists a conversation's messages
///
/// The oldest first, notes for colleagues among them.
#[utoipa::path(get, path = "/conversations/{id}/messages", tag = "Messages", operation_id = "list_messages",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000"), Asked),
    responses((status = 200, description = "A page of messages.", body = Page<Message>)))]
pub(super) async fn list(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<Message>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let (listing, cursor) = (Listing::new("messages", &id), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let mut found = store::messages_after(&mut conn, &id, after, most + 1).await?;
    let more = i64::try_from(found.len()).is_ok_and(|found| found > most);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let last = found.last().filter(|_| more);
    let next = last.map(|last| cursor.seal(&listing, &(clock::to_micros(last.at), &last.id)));
    complete(&mut conn, &id, &mut found).await?;
    Ok(Json(Page { data: found.into_iter().map(Message::from).collect(), next }))
}

/// Adds how far messages have come, and their files.
async fn complete(conn: &mut Conn, id: &ConversationId, messages: &mut [model::Message]) -> Result<()> {
    let mut deliveries: HashMap<MessageId, Delivery> = store::deliveries_of(conn, id).await?.into_iter().collect();
    let mut files: HashMap<MessageId, Vec<Attachment>> = HashMap::new();
    for (message, file) in store::attachments_of(conn, id).await? {
        files.entry(message).or_default().push(file);
    }
    for message in messages {
        message.delivery = deliveries.remove(&message.id);
        message.attachments = files.remove(&message.id).unwrap_or_default();
    }
    Ok(())
}

/// One message as it is now.
pub(super) async fn whole(caller: &Caller, id: &MessageId) -> Result<Json<Message>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    let message = queries::message(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let conversation = message.conversation.clone();
    let mut one = [message];
    complete(&mut conn, &conversation, &mut one).await?;
    let [message] = one;
    Ok(Json(message.into()))
}

/// Shows a message
#[utoipa::path(get, path = "/messages/{id}", tag = "Messages", operation_id = "get_message",
    params(("id" = String, Path, description = "The message.", example = "msg_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The message.", body = Message)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Message>, Problem> {
    whole(&caller, &message_id(&id)?).await
}
