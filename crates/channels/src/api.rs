//! The business's mailboxes for programs: which there are, so that a conversation can leave by one, and how they are
//! called, whose they are and whether they are read.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::DepartmentId;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use platform::{Conn, Platform};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::mailboxes::{self, MailboxId, Refusal};
use crate::trust::{self, SERVERS_MOST, TrustSettings};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(show, update, delete))
        .routes(routes!(senders, update_senders))
        .merge(crate::moving::api::routes())
}

/// A mailbox of the business.
#[derive(Debug, Serialize, ToSchema)]
struct BusinessMailbox {
    /// Names it; conversations have it as `mailbox`.
    id: String,
    /// What colleagues call it.
    name: String,
    /// The address customers write to.
    address: String,
    /// What stands behind the writer's name; empty for the business's name.
    sender_name: String,
    /// Stands under replies from here; empty for the business's.
    signature: String,
    /// The department whose mail it brings.
    department: Option<String>,
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
    responses((status = 200, description = "Mailboxes.", body = Page<BusinessMailbox>)))]
async fn list(caller: Caller) -> Result<Json<Page<BusinessMailbox>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let all = mailboxes::list(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.into_iter().map(BusinessMailbox::from).collect(), next: None }))
}

impl From<mailboxes::Mailbox> for BusinessMailbox {
    fn from(one: mailboxes::Mailbox) -> Self {
        Self {
            id: one.id.to_string(),
            name: one.settings.name,
            address: one.settings.address,
            sender_name: one.settings.sender_name,
            signature: one.settings.signature,
            department: one.department.map(|id| id.to_string()),
            enabled: one.enabled,
            is_default: one.is_default,
            created_at: time(one.created_at),
        }
    }
}

impl From<mailboxes::Failure> for Problem {
    fn from(failure: mailboxes::Failure) -> Self {
        match failure {
            mailboxes::Failure::Refused(Refusal::Forbidden) => base::Forbidden.into(),
            mailboxes::Failure::Refused(Refusal::NotFound) => Self::not_found(),
            mailboxes::Failure::Refused(refusal @ (Refusal::NotAnAddress | Refusal::AddressTaken)) => {
                Self::refused(refusal.message().trim_start_matches("mailbox-refused-"), refusal.to_string())
            }
            mailboxes::Failure::Fault(fault) => fault.into(),
        }
    }
}

fn named(id: &str) -> Result<MailboxId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn one(conn: &mut Conn, id: &MailboxId) -> Result<mailboxes::Mailbox, Problem> {
    mailboxes::find(conn, id).await?.ok_or_else(Problem::not_found)
}

/// Shows a mailbox
#[utoipa::path(get, path = "/mailboxes/{id}", tag = "Settings", operation_id = "get_mailbox",
    params(("id" = String, Path, description = "The mailbox.", example = "mbx_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The mailbox.", body = BusinessMailbox)))]
async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<BusinessMailbox>, Problem> {
    caller.must(Action::ReadConversations)?;
    Ok(Json(one(&mut caller.p.db.read().await?, &named(&id)?).await?.into()))
}

/// What a mailbox is to be. What is not said stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Sales", "sender_name": "Brekkesund", "enabled": true }))]
struct ChangedMailbox {
    /// What colleagues call it.
    #[schema(max_length = 200)]
    name: Option<String>,
    /// What stands behind the writer's name; empty for the business's name.
    #[schema(max_length = 200)]
    sender_name: Option<String>,
    /// Stands under replies from here; empty for the business's.
    #[schema(max_length = 2000)]
    signature: Option<String>,
    /// Whether it is read.
    enabled: Option<bool>,
    /// The department whose mail it brings; an empty text for none.
    department: Option<String>,
    /// `true` makes it the one that new conversations leave from. Another takes its place by being made so itself.
    is_default: Option<bool>,
}

/// Changes a mailbox
///
/// How it is called, whose it is and whether it is read. Servers and passwords are set at the desk, where they are tried.
#[utoipa::path(patch, path = "/mailboxes/{id}", tag = "Settings", operation_id = "update_mailbox",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The mailbox.", example = "mbx_01kyf5b0000000000000000000")),
    request_body = ChangedMailbox, responses((status = 200, description = "The mailbox as it is now.", body = BusinessMailbox)))]
async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(changed): Body<ChangedMailbox>,
) -> Result<Json<BusinessMailbox>, Problem> {
    caller.must(Action::ManageSettings)?;
    let (id, actor) = (named(&id)?, caller.actor());
    let mut tx = caller.p.begin().await?;
    let mailbox = one(&mut tx, &id).await?;
    if changed.is_default == Some(false) && mailbox.is_default {
        return Err(Problem::field("/is_default", "is taken away by making another one the default"));
    }
    let mut wanted = mailbox.settings.clone();
    wanted.name = changed.name.unwrap_or(wanted.name);
    wanted.sender_name = changed.sender_name.unwrap_or(wanted.sender_name);
    if let Some(signature) = changed.signature {
        wanted.signature = signature.replace("\r\n", "\n").trim().chars().take(2000).collect();
    }
    if wanted != mailbox.settings {
        mailboxes::update(&mut tx, &actor, &id, wanted).await?;
    }
    if let Some(department) = changed.department {
        let to: Option<DepartmentId> =
            (!department.is_empty()).then(|| department.parse()).transpose().map_err(|_| gone())?;
        let set = mailboxes::set_department(&mut tx, &actor, &id, to.as_ref()).await;
        set.map_err(|failure| match failure {
            mailboxes::Failure::Refused(Refusal::NotFound) => gone(),
            other => other.into(),
        })?;
    }
    if let Some(enabled) = changed.enabled.filter(|enabled| *enabled != mailbox.enabled) {
        mailboxes::set_enabled(&mut tx, &actor, &id, enabled).await?;
    }
    if changed.is_default == Some(true) && !mailbox.is_default {
        mailboxes::make_default(&mut tx, &actor, &id).await?;
    }
    let now = one(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Json(now.into()))
}

fn gone() -> Problem {
    Problem::field("/department", "is not the id of an open department")
}

/// Takes a mailbox away
///
/// Its conversations stay, and are answered from the default one.
#[utoipa::path(delete, path = "/mailboxes/{id}", tag = "Settings", operation_id = "delete_mailbox",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The mailbox.", example = "mbx_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The mailbox as it was.", body = BusinessMailbox)))]
async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<BusinessMailbox>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    let mailbox = one(&mut tx, &id).await?;
    mailboxes::remove(&mut tx, &caller.actor(), &id).await?;
    tx.commit().await?;
    Ok(Json(mailbox.into()))
}

/// Whose word about senders counts.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "servers": ["mx.brekkesund.example"], "check": true }))]
struct Senders {
    /// The business's own mail servers, by the names with which they sign what they found out about a sender.
    #[schema(max_items = 20)]
    servers: Vec<String>,
    /// Whether Tillit looks up itself what comes without such a word.
    check: bool,
}

/// Shows whose word about senders counts
#[utoipa::path(get, path = "/settings/senders", tag = "Settings", operation_id = "get_senders",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = Senders)))]
async fn senders(caller: Caller) -> Result<Json<Senders>, Problem> {
    caller.must(Action::ManageSettings)?;
    let TrustSettings { servers, check } = trust::get(&mut caller.p.db.read().await?).await?;
    Ok(Json(Senders { servers, check }))
}

/// Sets whose word about senders counts
#[utoipa::path(put, path = "/settings/senders", tag = "Settings", operation_id = "set_senders",
    security(("bearer" = ["admin"])), request_body = Senders,
    responses((status = 200, description = "What is set now.", body = Senders)))]
async fn update_senders(caller: Caller, Body(new): Body<Senders>) -> Result<Json<Senders>, Problem> {
    caller.must(Action::ManageSettings)?;
    if new.servers.len() > SERVERS_MOST {
        return Err(Problem::field("/servers", format!("holds more than {SERVERS_MOST}")));
    }
    let looks_like_a_name = |name: &String| {
        (1..=253).contains(&name.len()) && !name.contains(|c: char| c.is_whitespace() || [',', ';', '\0'].contains(&c))
    };
    if let Some(at) = new.servers.iter().position(|name| !looks_like_a_name(name)) {
        return Err(Problem::field(format!("/servers/{at}"), "is not the name of a server"));
    }
    let servers = new.servers.iter().map(|name| name.to_ascii_lowercase()).collect();
    let set = TrustSettings { servers, check: new.check };
    let mut tx = caller.p.begin().await?;
    trust::set(&mut tx, &set).await?;
    platform::settings::record_change(&mut tx, &caller.actor(), "senders").await?;
    tx.commit().await?;
    Ok(Json(Senders { servers: set.servers, check: set.check }))
}
