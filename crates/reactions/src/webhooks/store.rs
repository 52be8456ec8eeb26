//! The tables of webhooks and their deliveries. Who may see them, commands and pages ask; nothing here belongs to one
//! customer or colleague.

use base::Instant;
use platform::{Conn, Context, Engine, Migration, Result, Row, Tx, vals};

use super::{Delivery, DeliveryId, Progress, Webhook, WebhookId};

/// In order.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "reactions-001", sql: first }];

fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE webhook (id TEXT PRIMARY KEY, url TEXT NOT NULL, kinds TEXT NOT NULL, enabled BIGINT NOT NULL, \
         gone BIGINT NOT NULL, secret TEXT NOT NULL, old_secret TEXT, old_until BIGINT, created_at BIGINT NOT NULL, \
         busy_until BIGINT NOT NULL, pause_until BIGINT NOT NULL, failures BIGINT NOT NULL)",
        "CREATE TABLE webhook_delivery (id TEXT PRIMARY KEY, webhook TEXT NOT NULL, kind TEXT NOT NULL, \
         body TEXT NOT NULL, state TEXT NOT NULL, created_at BIGINT NOT NULL, due BIGINT NOT NULL, \
         attempts BIGINT NOT NULL, tried_at BIGINT, status BIGINT, answer TEXT NOT NULL)",
        "CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook, id)",
        "CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook, due, id) WHERE state = 'pending'",
        "CREATE INDEX webhook_delivery_ended ON webhook_delivery (created_at) WHERE state <> 'pending'",
    ]
    .map(str::to_owned)
    .into()
}

const WEBHOOK: &str = "id, url, kinds, enabled, gone, created_at, pause_until, failures";
const DELIVERY: &str = "id, webhook, kind, body, state, created_at, attempts, tried_at, status, answer";

/// All of them, the oldest first.
pub(super) async fn all(conn: &mut Conn) -> Result<Vec<Webhook>> {
    conn.all(&format!("SELECT {WEBHOOK} FROM webhook ORDER BY id"), vec![]).await?.iter().map(webhook).collect()
}

/// Whether any is on.
pub(super) async fn any_on(conn: &mut Conn) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM webhook WHERE enabled = 1 LIMIT 1";
    Ok(!conn.all_kept(&["webhook"], sql, vec![]).await?.is_empty())
}

pub(super) async fn find(conn: &mut Conn, id: &WebhookId) -> Result<Option<Webhook>> {
    let sql = format!("SELECT {WEBHOOK} FROM webhook WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| webhook(&row)).transpose()
}

pub(super) async fn insert(tx: &mut Tx, webhook: &Webhook, secret: &str) -> Result<()> {
    let sql = "INSERT INTO webhook (id, url, kinds, enabled, gone, secret, created_at, busy_until, pause_until, failures) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0)";
    let kinds = serde_json::to_string(&webhook.kinds)?;
    let (id, url) = (webhook.id.as_str(), webhook.url.as_str());
    tx.run(sql, vals![id, url, kinds, webhook.enabled, webhook.gone, secret, webhook.created_at]).await?;
    Ok(())
}

pub(super) async fn set_wanted(tx: &mut Tx, id: &WebhookId, url: &str, kinds: &[String]) -> Result<()> {
    let sql = "UPDATE webhook SET url = $2, kinds = $3, pause_until = 0, failures = 0 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), url, serde_json::to_string(kinds)?]).await?;
    Ok(())
}

pub(super) async fn set_enabled(tx: &mut Tx, id: &WebhookId, on: bool, gone: bool) -> Result<()> {
    let sql = "UPDATE webhook SET enabled = $2, gone = $3, pause_until = 0, failures = 0 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), on, gone]).await?;
    Ok(())
}

/// Another secret; the one before signs as well until `until`.
pub(super) async fn set_secret(tx: &mut Tx, id: &WebhookId, secret: &str, until: Instant) -> Result<()> {
    let sql = "UPDATE webhook SET old_secret = secret, old_until = $3, secret = $2 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), secret, until]).await?;
    Ok(())
}

/// The sealed secrets that sign now, the newest first.
pub(super) async fn secrets(conn: &mut Conn, id: &WebhookId, now: Instant) -> Result<Vec<String>> {
    let sql = "SELECT secret, old_secret, old_until FROM webhook WHERE id = $1";
    let Some(row) = conn.one(sql, vals![id.as_str()]).await? else { return Ok(Vec::new()) };
    let mut all = vec![row.text("secret")?];
    if row.opt_at("old_until")?.is_some_and(|until| now < until) {
        all.extend(row.opt_text("old_secret")?);
    }
    Ok(all)
}

pub(super) async fn remove(tx: &mut Tx, id: &WebhookId) -> Result<()> {
    tx.run("DELETE FROM webhook_delivery WHERE webhook = $1", vals![id.as_str()]).await?;
    tx.run("DELETE FROM webhook WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Takes a webhook that is on for oneself until `until`; answers whether it was free. One sends at a time.
pub(super) async fn take(tx: &mut Tx, id: &WebhookId, until: Instant) -> Result<bool> {
    let now = tx.machine_now();
    let sql = "UPDATE webhook SET busy_until = $2 WHERE id = $1 AND enabled = 1 AND busy_until <= $3";
    Ok(tx.run(sql, vals![id.as_str(), until, now]).await? > 0)
}

/// Until when somebody else sends; none when it is off or gone.
pub(super) async fn busy_until(conn: &mut Conn, id: &WebhookId) -> Result<Option<Instant>> {
    let row = conn.one("SELECT busy_until FROM webhook WHERE id = $1 AND enabled = 1", vals![id.as_str()]).await?;
    row.map(|row| row.at("busy_until")).transpose()
}

/// Lets others send, and keeps how the receiver is.
pub(super) async fn leave(tx: &mut Tx, id: &WebhookId, pause_until: Instant, failures: i64) -> Result<()> {
    let sql = "UPDATE webhook SET busy_until = 0, pause_until = $2, failures = $3 WHERE id = $1";
    tx.run(sql, vals![id.as_str(), pause_until, failures]).await?;
    Ok(())
}

pub(super) async fn add_delivery(
    tx: &mut Tx,
    webhook: &WebhookId,
    id: &DeliveryId,
    kind: &str,
    body: &str,
) -> Result<()> {
    let now = tx.machine_now();
    let sql = "INSERT INTO webhook_delivery (id, webhook, kind, body, state, created_at, due, attempts, answer) \
               VALUES ($1, $2, $3, $4, 'pending', $5, $5, 0, '')";
    tx.run(sql, vals![id.as_str(), webhook.as_str(), kind, body, now]).await?;
    Ok(())
}

/// The next delivery that is due, the oldest first.
pub(super) async fn next(conn: &mut Conn, webhook: &WebhookId, now: Instant) -> Result<Option<Delivery>> {
    let sql = format!(
        "SELECT {DELIVERY} FROM webhook_delivery WHERE webhook = $1 AND state = 'pending' AND due <= $2 ORDER BY id LIMIT 1"
    );
    conn.one(&sql, vals![webhook.as_str(), now]).await?.map(|row| delivery(&row)).transpose()
}

/// When the next delivery is due.
pub(super) async fn next_due(conn: &mut Conn, webhook: &WebhookId) -> Result<Option<Instant>> {
    let sql = "SELECT due FROM webhook_delivery WHERE webhook = $1 AND state = 'pending' ORDER BY due LIMIT 1";
    conn.one(sql, vals![webhook.as_str()]).await?.map(|row| row.at("due")).transpose()
}

/// Keeps what became of an attempt.
pub(super) async fn settle(tx: &mut Tx, delivery: &Delivery, due: Instant) -> Result<()> {
    let sql = "UPDATE webhook_delivery SET state = $2, due = $3, attempts = $4, tried_at = $5, status = $6, answer = $7 \
               WHERE id = $1";
    let values = vals![
        delivery.id.as_str(),
        delivery.state.code(),
        due,
        delivery.attempts,
        delivery.tried_at,
        delivery.status,
        delivery.answer.as_str()
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Puts a delivery on its way again, as if it were new; answers whose it is.
pub(super) async fn again(tx: &mut Tx, id: &DeliveryId) -> Result<Option<WebhookId>> {
    let now = tx.machine_now();
    let sql =
        "UPDATE webhook_delivery SET state = 'pending', created_at = $2, due = $2 WHERE id = $1 RETURNING webhook";
    tx.one(sql, vals![id.as_str(), now]).await?.map(|row| row.id("webhook")).transpose()
}

/// The newest deliveries of a webhook.
pub(super) async fn deliveries(conn: &mut Conn, webhook: &WebhookId, most: i64) -> Result<Vec<Delivery>> {
    let sql = format!("SELECT {DELIVERY} FROM webhook_delivery WHERE webhook = $1 ORDER BY id DESC LIMIT $2");
    conn.all(&sql, vals![webhook.as_str(), most]).await?.iter().map(delivery).collect()
}

/// Forgets what ended before.
pub(super) async fn forget(tx: &mut Tx, before: Instant) -> Result<()> {
    tx.run("DELETE FROM webhook_delivery WHERE state <> 'pending' AND created_at < $1", vals![before]).await?;
    Ok(())
}

fn webhook(row: &Row) -> Result<Webhook> {
    Ok(Webhook {
        id: row.id("id")?,
        url: row.text("url")?,
        kinds: serde_json::from_str(&row.text("kinds")?)?,
        enabled: row.flag("enabled")?,
        gone: row.flag("gone")?,
        created_at: row.at("created_at")?,
        pause_until: row.at("pause_until")?,
        failures: row.int("failures")?,
    })
}

fn delivery(row: &Row) -> Result<Delivery> {
    Ok(Delivery {
        id: row.id("id")?,
        webhook: row.id("webhook")?,
        kind: row.text("kind")?,
        body: row.text("body")?,
        state: Progress::from_code(&row.text("state")?).context("a delivery's state")?,
        created_at: row.at("created_at")?,
        attempts: row.int("attempts")?,
        tried_at: row.opt_at("tried_at")?,
        status: row.opt_int("status")?,
        answer: row.text("answer")?,
    })
}
