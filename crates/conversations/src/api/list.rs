//! Finding conversations.

use axum::Json;
use axum::extract::Path;
use base::{Action, clock};
use people::api::Caller;
use platform::api::{self, Cursor, Listing, Page, Problem, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::conversation_id;
use super::shapes::{self, Conversation, Standing};
use crate::store::{self, Browse};

/// Which conversations.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only those that stand so.
    #[param(inline)]
    state: Option<Standing>,
    /// Only those of this colleague; `nobody` for those that nobody has, `me` for your own.
    assignee: Option<String>,
    /// Only those of this customer.
    customer: Option<String>,
    /// Only those of this organisation's customers.
    organisation: Option<String>,
    /// Only those that came by this mailbox.
    mailbox: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists conversations
///
/// What was touched last comes first. Filters narrow each other down.
#[utoipa::path(get, path = "/conversations", tag = "Conversations", operation_id = "list_conversations", params(Asked),
    responses((status = 200, description = "A page of conversations.", body = Page<Conversation>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Conversation>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let filters = (asked.state, &asked.assignee, &asked.customer, &asked.organisation, &asked.mailbox);
    let (listing, cursor) = (Listing::new("conversations", &filters), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let assignee = match asked.assignee.as_deref() {
        Some("nobody") => Some(String::new()),
        Some("me") => Some(caller.staff.id.to_string()),
        Some(id) => Some(id.to_owned()),
        None => None,
    };
    let person = asked.customer.as_deref().map(str::parse).transpose();
    let person = person.map_err(|_| Problem::parameter("customer", "is not the id of a customer"))?;
    let organisation = asked.organisation.as_deref().map(str::parse).transpose();
    let organisation =
        organisation.map_err(|_| Problem::parameter("organisation", "is not the id of an organisation"))?;
    let state = asked.state.map(Into::into);
    let browse =
        Browse { state, assignee, person, organisation, mailbox: asked.mailbox, id: None, after, most: most + 1 };
    let mut conn = caller.p.db.read().await?;
    let mut found = store::browse(&mut conn, &scope, &browse).await?;
    let more = i64::try_from(found.len()).is_ok_and(|found| found > most);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let last = found.last().filter(|_| more).map(|last| &last.row.conversation);
    let next = last.map(|last| cursor.seal(&listing, &(clock::to_micros(last.touched_at), &last.id)));
    Ok(Json(Page { data: shapes::rows(&mut conn, found).await?, next }))
}

/// Shows a conversation
#[utoipa::path(get, path = "/conversations/{id}", tag = "Conversations", operation_id = "get_conversation",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The conversation.", body = Conversation)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Conversation>, Problem> {
    shapes::after(&caller, &conversation_id(&id)?).await
}
