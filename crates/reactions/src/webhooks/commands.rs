//! What can be done with webhooks, by those who look after settings.

use base::{Action, Actor, Forbidden, allowed};
use jiff::SignedDuration;
use platform::jobs::NewJob;
use platform::{Fault, Platform, Tx, log};
use serde_json::json;
use url::Url;

use super::rules::{PATTERNS, Refusal};
use super::{Delivery, DeliveryId, JOB, LANE, READER, Webhook, WebhookEvent, WebhookId, signing, store};

/// How long the secret before still signs, so that a receiver has time to change it.
const OLD_SECRET: SignedDuration = SignedDuration::from_hours(24);
/// What the test button sends.
pub(super) const TEST: &str = "webhook.test";

/// Why a command did not happen.
#[derive(Debug)]
pub enum Failure {
    /// The actor may not do this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// A person can mend it.
    Refused(Refusal),
    /// Nobody's mistake at the keyboard.
    Fault(Fault),
}

/// What commands answer.
pub type Answer<T> = Result<T, Failure>;

impl From<Forbidden> for Failure {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What people set about a webhook.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Where to.
    pub url: String,
    /// Which facts.
    pub kinds: Vec<String>,
}

/// Looks at what was set, before any transaction: the address's name is looked up.
async fn checked(p: &Platform, wanted: Wanted) -> Answer<(Url, Vec<String>)> {
    let url = p.outbound.vet(&wanted.url).await.map_err(|_| Refusal::Address)?;
    let kinds = PATTERNS.iter().filter(|pattern| wanted.kinds.iter().any(|kind| kind == *pattern));
    let kinds: Vec<String> = kinds.map(|pattern| (*pattern).to_owned()).collect();
    if kinds.is_empty() { Err(Refusal::NoKinds.into()) } else { Ok((url, kinds)) }
}

fn host(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Makes a webhook; answers it and its secret, which nobody can read again.
///
/// # Errors
/// Refused when the actor may not, when the address may not be called, or when nothing is asked for.
pub async fn add(p: &Platform, actor: &Actor, wanted: Wanted) -> Answer<(Webhook, String)> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let (url, kinds) = checked(p, wanted).await?;
    let secret = signing::fresh(p);
    let mut tx = p.begin().await?;
    begin_here(&mut tx).await?;
    let webhook = Webhook {
        id: WebhookId::next(&tx.ids(), tx.now()),
        url: url.into(),
        kinds,
        enabled: true,
        gone: false,
        created_at: tx.now(),
        pause_until: base::Instant::UNIX_EPOCH,
        failures: 0,
    };
    store::insert(&mut tx, &webhook, &signing::sealed(p, &secret)?).await?;
    let event = WebhookEvent::WebhookAdded { webhook: webhook.id.clone(), host: host(&webhook.url) };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok((webhook, secret))
}

/// While no webhook is on, nobody reads: the first one begins with what comes.
async fn begin_here(tx: &mut Tx) -> Result<(), Fault> {
    if !store::any_on(tx).await? {
        let end = log::end(tx).await?;
        log::advance(tx, READER, end).await?;
    }
    Ok(())
}

async fn known(tx: &mut Tx, actor: &Actor, id: &WebhookId) -> Answer<Webhook> {
    let _all = allowed(actor, Action::ManageSettings)?;
    store::find(tx, id).await?.ok_or(Failure::NotFound)
}

/// Changes where it goes and what it wants.
///
/// # Errors
/// As [`add`].
pub async fn change(p: &Platform, actor: &Actor, id: &WebhookId, wanted: Wanted) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let (url, kinds) = checked(p, wanted).await?;
    let mut tx = p.begin().await?;
    let webhook = known(&mut tx, actor, id).await?;
    store::set_wanted(&mut tx, id, url.as_str(), &kinds).await?;
    let event = WebhookEvent::WebhookChanged { webhook: webhook.id, host: host(url.as_str()) };
    tx.record(&event, actor, None).await?;
    wake(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Switches it on or off. What happens while it is off is never sent.
///
/// # Errors
/// Refused when the actor may not, or when there is none.
pub async fn switch(p: &Platform, actor: &Actor, id: &WebhookId, on: bool) -> Answer<()> {
    let mut tx = p.begin().await?;
    let webhook = known(&mut tx, actor, id).await?;
    if webhook.enabled == on {
        return Ok(());
    }
    if on {
        begin_here(&mut tx).await?;
    }
    store::set_enabled(&mut tx, id, on, false).await?;
    let event = WebhookEvent::WebhookSwitched { webhook: webhook.id, host: host(&webhook.url), on };
    tx.record(&event, actor, None).await?;
    wake(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Switches it off because its address said that it is gone.
pub(super) async fn gone(tx: &mut Tx, webhook: &Webhook) -> Result<(), Fault> {
    store::set_enabled(tx, &webhook.id, false, true).await?;
    let event = WebhookEvent::WebhookSwitched { webhook: webhook.id.clone(), host: host(&webhook.url), on: false };
    tx.record(&event, &Actor::System, None).await
}

/// Gives it another secret, and answers it. The one before signs beside it for a day.
///
/// # Errors
/// See [`switch`].
pub async fn rotate(p: &Platform, actor: &Actor, id: &WebhookId) -> Answer<String> {
    let secret = signing::fresh(p);
    let mut tx = p.begin().await?;
    let webhook = known(&mut tx, actor, id).await?;
    let until = tx.machine_now().saturating_add(OLD_SECRET).unwrap_or(base::Instant::MAX);
    store::set_secret(&mut tx, id, &signing::sealed(p, &secret)?, until).await?;
    let event = WebhookEvent::WebhookSecretRotated { webhook: webhook.id, host: host(&webhook.url) };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Ends it, with all that is on its way.
///
/// # Errors
/// See [`switch`].
pub async fn remove(p: &Platform, actor: &Actor, id: &WebhookId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let webhook = known(&mut tx, actor, id).await?;
    store::remove(&mut tx, id).await?;
    let event = WebhookEvent::WebhookRemoved { webhook: webhook.id, host: host(&webhook.url) };
    tx.record(&event, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Sends a fact that never happened, so that a receiver can be tried.
///
/// # Errors
/// See [`switch`].
pub async fn test(p: &Platform, actor: &Actor, id: &WebhookId) -> Answer<DeliveryId> {
    let mut tx = p.begin().await?;
    known(&mut tx, actor, id).await?;
    let delivery = DeliveryId::next(&tx.ids(), tx.now());
    let body = json!({
        "id": delivery.as_str(),
        "type": TEST,
        "timestamp": platform::api::time(tx.now()),
        "subject": { "kind": "webhook", "id": id.as_str() },
        "actor": actor.key(),
        "data": { "webhook": id.as_str() },
    });
    store::add_delivery(&mut tx, id, &delivery, TEST, &body.to_string()).await?;
    wake(&mut tx, id).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Sends a delivery again, as if it were new.
///
/// # Errors
/// See [`switch`].
pub async fn deliver_again(p: &Platform, actor: &Actor, id: &DeliveryId) -> Answer<WebhookId> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let webhook = store::again(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    wake(&mut tx, &webhook).await?;
    tx.commit().await?;
    Ok(webhook)
}

/// A webhook with its newest deliveries.
pub(super) async fn shown(p: &Platform, actor: &Actor, id: &WebhookId) -> Answer<(Webhook, Vec<Delivery>)> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let webhook = store::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    Ok((webhook, store::deliveries(&mut conn, id, 50).await?))
}

/// All webhooks.
pub(super) async fn listed(p: &Platform, actor: &Actor) -> Answer<Vec<Webhook>> {
    let _all = allowed(actor, Action::ManageSettings)?;
    Ok(store::all(&mut p.db.read().await?).await?)
}

/// Has somebody look at what is due to a webhook.
pub(super) async fn wake(tx: &mut Tx, id: &WebhookId) -> Result<(), Fault> {
    tx.enqueue(job(id)).await
}

/// The job that looks.
pub(super) fn job(id: &WebhookId) -> NewJob {
    // Never given up: a delivery has its own patience.
    NewJob::new(LANE, JOB).key(format!("webhook:{id}")).payload(id.as_str()).attempts_max(i64::MAX)
}
