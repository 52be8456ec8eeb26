//! The business's mailboxes for programs: which there are, so that a conversation can leave by one.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::Platform;
use platform::api::{Page, Problem, time};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::mailboxes;

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(list))
}

/// A mailbox of the business.
#[derive(Debug, Serialize, ToSchema)]
struct Mailbox {
    /// Names it; conversations have it as `mailbox`.
    id: String,
    /// What colleagues call it.
    name: String,
    /// The address customers write to.
    address: String,
    /// Whether it is read.
    enabled: bool,
    /// Whether new conversations leave from here.
    is_default: bool,
    /// When it was connected.
    #[schema(format = DateTime)]
    created_at: String,
}

/// Lists mailboxes
///
/// All of them, the usual one first; there is one page. Accounts and passwords are not told.
#[utoipa::path(get, path = "/mailboxes", tag = "Settings", operation_id = "list_mailboxes",
    responses((status = 200, description = "Mailboxes.", body = Page<Mailbox>)))]
async fn list(caller: Caller) -> Result<Json<Page<Mailbox>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let all = mailboxes::list(&mut caller.p.db.read().await?).await?;
    let shown = |one: mailboxes::Mailbox| Mailbox {
        id: one.id.to_string(),
        name: one.settings.name,
        address: one.settings.address,
        enabled: one.enabled,
        is_default: one.is_default,
        created_at: time(one.created_at),
    };
    Ok(Json(Page { data: all.into_iter().map(shown).collect(), next: None }))
}
