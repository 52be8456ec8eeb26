//! Webhooks for programs: all that their pages do.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Delivery, DeliveryId, Failure, PATTERNS, Refusal, Wanted, Webhook, WebhookId, commands};

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Forbidden => base::Forbidden.into(),
            Failure::NotFound => Self::not_found(),
            Failure::Refused(Refusal::Address) => {
                Self::refused_field("/url", "address", "is no web address that may be called from here")
            }
            Failure::Refused(Refusal::NoKinds) => Self::refused_field("/kinds", "no_kinds", "holds nothing to tell of"),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

/// An address that facts are posted to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub(crate) struct Shown {
    /// Names it.
    id: String,
    /// Where to.
    url: String,
    /// Which facts: `conversation.opened` for one kind, `conversation.*` for all of a family.
    kinds: Vec<String>,
    /// Whether anything is sent.
    enabled: bool,
    /// Whether it was switched off because its address said that it is gone (410).
    gone: bool,
    /// How often in a row it did not answer.
    failures: i64,
    /// Before when nothing is sent, since it did not answer; null when it is not waiting.
    #[schema(format = DateTime)]
    paused_until: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
}

impl Shown {
    fn of(caller: &Caller, one: Webhook) -> Self {
        let paused = one.pause_until > caller.p.clock.machine();
        Self {
            id: one.id.to_string(),
            url: one.url,
            kinds: one.kinds,
            enabled: one.enabled,
            gone: one.gone,
            failures: one.failures,
            paused_until: paused.then(|| time(one.pause_until)),
            created_at: time(one.created_at),
        }
    }
}

/// A webhook with its secret, which is told this once.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WebhookWithSecret {
    /// The webhook.
    webhook: Shown,
    /// What signs from now on, as Standard Webhooks has it: `whsec_…`. Nobody can read it again.
    secret: String,
}

/// What a webhook is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "url": "https://hooks.brekkesund.example/tillit", "kinds": ["conversation.*"] }))]
pub(crate) struct NewWebhook {
    /// Where to. Addresses within the house are refused unless the operator allows them.
    #[schema(max_length = 2000)]
    url: String,
    /// Which facts: `conversation.opened` for one kind, `conversation.*` for all of a family.
    #[schema(min_items = 1, max_items = 50)]
    kinds: Vec<String>,
    /// Whether anything is sent; it is, when not said.
    enabled: Option<bool>,
}

impl NewWebhook {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let unknown = self.kinds.iter().position(|kind| !PATTERNS.contains(&kind.as_str()));
        if let Some(at) = unknown {
            return Err(Problem::field(format!("/kinds/{at}"), format!("is none of {}", PATTERNS.join(", "))));
        }
        Ok(Wanted { url: self.url.clone(), kinds: self.kinds.clone() })
    }
}

fn named(id: &str) -> Result<WebhookId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn one(caller: &Caller, id: &WebhookId) -> Result<Shown, Problem> {
    Ok(Shown::of(caller, commands::shown(&caller.p, &caller.actor(), id).await?.0))
}

/// Lists webhooks
///
/// All of them, the oldest first; there is one page. Secrets are not told.
#[utoipa::path(get, path = "/webhooks", tag = "Webhooks", operation_id = "list_webhooks", security(("bearer" = ["admin"])),
    responses((status = 200, description = "Webhooks.", body = Page<Shown>)))]
pub(crate) async fn list(caller: Caller) -> Result<Json<Page<Shown>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let all = commands::listed(&caller.p, &caller.actor()).await?;
    Ok(Json(Page { data: all.into_iter().map(|one| Shown::of(&caller, one)).collect(), next: None }))
}

/// Shows a webhook
#[utoipa::path(get, path = "/webhooks/{id}", tag = "Webhooks", operation_id = "get_webhook", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The webhook.", body = Shown)))]
pub(crate) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    Ok(Json(one(&caller, &named(&id)?).await?))
}

/// Makes a webhook
///
/// The answer tells its secret, once.
#[utoipa::path(post, path = "/webhooks", tag = "Webhooks", operation_id = "create_webhook", security(("bearer" = ["admin"])),
    request_body = NewWebhook, responses((status = 201, description = "The webhook and its secret.", body = WebhookWithSecret)))]
pub(crate) async fn create(
    caller: Caller,
    Body(new): Body<NewWebhook>,
) -> Result<(StatusCode, Json<WebhookWithSecret>), Problem> {
    caller.must(Action::ManageSettings)?;
    let (made, secret) = commands::add(&caller.p, &caller.actor(), new.wanted()?).await?;
    if new.enabled == Some(false) {
        commands::switch(&caller.p, &caller.actor(), &made.id, false).await?;
    }
    let webhook = one(&caller, &made.id).await?;
    Ok((StatusCode::CREATED, Json(WebhookWithSecret { webhook, secret })))
}

/// Changes a webhook
///
/// Where it goes, what it is told, and whether. What happens while it is off is never sent.
#[utoipa::path(put, path = "/webhooks/{id}", tag = "Webhooks", operation_id = "update_webhook", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    request_body = NewWebhook, responses((status = 200, description = "The webhook as it is now.", body = Shown)))]
pub(crate) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(changed): Body<NewWebhook>,
) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    // What is not there is told before what is wrong with the rest.
    drop(one(&caller, &id).await?);
    commands::change(&caller.p, &caller.actor(), &id, changed.wanted()?).await?;
    commands::switch(&caller.p, &caller.actor(), &id, changed.enabled.unwrap_or(true)).await?;
    Ok(Json(one(&caller, &id).await?))
}

/// Ends a webhook
///
/// With all that is on its way.
#[utoipa::path(delete, path = "/webhooks/{id}", tag = "Webhooks", operation_id = "delete_webhook", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The webhook as it was.", body = Shown)))]
pub(crate) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let gone = one(&caller, &id).await?;
    commands::remove(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(gone))
}

/// Gives a webhook another secret
///
/// The answer tells it, once. The one before signs beside it for a day.
#[utoipa::path(post, path = "/webhooks/{id}/secret", tag = "Webhooks", operation_id = "rotate_webhook_secret",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The webhook and its secret.", body = WebhookWithSecret)))]
pub(crate) async fn rotate(caller: Caller, Path(id): Path<String>) -> Result<Json<WebhookWithSecret>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let secret = commands::rotate(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(WebhookWithSecret { webhook: one(&caller, &id).await?, secret }))
}

/// A fact on its way to a webhook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WebhookDelivery {
    /// Names it; the same at every attempt.
    id: String,
    /// The webhook.
    webhook: String,
    /// What happened.
    kind: String,
    /// How far it has come: `pending`, `done` or `failed`.
    state: String,
    /// How often it was tried.
    attempts: i64,
    /// Since when.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was tried last.
    #[schema(format = DateTime)]
    tried_at: Option<String>,
    /// The status that came back.
    status: Option<i64>,
    /// The start of what came back, or why nothing did.
    answer: String,
    /// What is sent.
    body: String,
}

impl From<Delivery> for WebhookDelivery {
    fn from(one: Delivery) -> Self {
        Self {
            id: one.id.to_string(),
            webhook: one.webhook.to_string(),
            kind: one.kind,
            state: one.state.code().to_owned(),
            attempts: one.attempts,
            created_at: time(one.created_at),
            tried_at: one.tried_at.map(time),
            status: one.status,
            answer: one.answer,
            body: one.body,
        }
    }
}

/// Lists deliveries of a webhook
///
/// The newest fifty; there is one page.
#[utoipa::path(get, path = "/webhooks/{id}/deliveries", tag = "Webhooks", operation_id = "list_webhook_deliveries",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Deliveries, newest first.", body = Page<WebhookDelivery>)))]
pub(crate) async fn deliveries(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<WebhookDelivery>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let (_, all) = commands::shown(&caller.p, &caller.actor(), &named(&id)?).await?;
    Ok(Json(Page { data: all.into_iter().map(WebhookDelivery::from).collect(), next: None }))
}

/// What was left to be sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WebhookSending {
    /// The delivery.
    delivery: String,
    /// The webhook.
    webhook: String,
}

/// Tries a webhook out
///
/// Sends a fact that never happened, `webhook.test`.
#[utoipa::path(post, path = "/webhooks/{id}/test", tag = "Webhooks", operation_id = "test_webhook", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The webhook.", example = "whk_01kyf5b0000000000000000000")),
    responses((status = 202, description = "What was left to be sent.", body = WebhookSending)))]
pub(crate) async fn try_out(
    caller: Caller,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<WebhookSending>), Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let delivery = commands::test(&caller.p, &caller.actor(), &id).await?;
    let sending = WebhookSending { delivery: delivery.to_string(), webhook: id.to_string() };
    Ok((StatusCode::ACCEPTED, Json(sending)))
}

/// Sends a delivery again
///
/// As if it were new, under the same id.
#[utoipa::path(post, path = "/webhook-deliveries/{id}/again", tag = "Webhooks", operation_id = "resend_webhook_delivery",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The delivery.", example = "whd_01kyf5b0000000000000000000")),
    responses((status = 202, description = "What was left to be sent.", body = WebhookSending)))]
pub(crate) async fn again(
    caller: Caller,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<WebhookSending>), Problem> {
    caller.must(Action::ManageSettings)?;
    let delivery: DeliveryId = id.parse().map_err(|_| Problem::not_found())?;
    let webhook = commands::deliver_again(&caller.p, &caller.actor(), &delivery).await?;
    let sending = WebhookSending { delivery: delivery.to_string(), webhook: webhook.to_string() };
    Ok((StatusCode::ACCEPTED, Json(sending)))
}
