//! Sends what is due to a webhook, one delivery at a time, oldest first, and keeps what came back.

use std::time::Duration;

use base::Instant;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::SignedDuration;
use platform::jobs::{self, Failure, Job, Workers, back_off};
use platform::outbound::{Answer, Outgoing};
use platform::{Context, Fault, Platform, Result, Tx};
use url::Url;

use super::rules::{Outcome, Verdict, judge};
use super::{Delivery, JOB, LANE, Progress, WIDTH, Webhook, WebhookId, commands, signing, store};

/// How long a receiver may take.
const TIMEOUT: Duration = Duration::from_secs(15);
/// For how long one who sends has a webhook for themselves; longer than any attempt takes.
const BUSY: SignedDuration = SignedDuration::from_secs(60);
/// Characters of an answer that are kept.
const ANSWER_MAX: usize = 2000;

/// The lane and who works in it.
#[must_use]
pub fn workers(workers: Workers) -> Workers {
    workers.lane(LANE, WIDTH).handle(JOB, deliver)
}

/// Does the job: one delivery, and the job that goes on.
///
/// # Errors
/// When the database cannot be used; a receiver that fails is no failure here.
pub async fn deliver(p: Platform, job: Job) -> Result<(), Failure> {
    let id: WebhookId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("this names no webhook")))?;
    let Some((webhook, delivery)) = take(&p, &job, &id).await? else { return Ok(()) };
    let (outcome, status, words) = send(&p, &webhook, &delivery).await?;
    settle(&p, &job, webhook, delivery, (outcome, status, words)).await?;
    Ok(())
}

/// Takes the webhook and its next delivery; without one the job ends here, or waits for its time.
async fn take(p: &Platform, job: &Job, id: &WebhookId) -> Result<Option<(Webhook, Delivery)>> {
    let mut tx = p.begin().await?;
    let now = tx.machine_now();
    if !store::take(&mut tx, id, now.saturating_add(BUSY).unwrap_or(Instant::MAX)).await? {
        // Off or gone; or somebody else sends, who may have died.
        if let Some(until) = store::busy_until(&mut tx, id).await? {
            tx.enqueue(commands::job(id).at_machine_time(until)).await?;
        }
        return end(tx, job).await;
    }
    let webhook = store::find(&mut tx, id).await?.context("a webhook that was taken")?;
    let next = if webhook.pause_until <= now { store::next(&mut tx, id, now).await? } else { None };
    match next {
        Some(delivery) => {
            tx.commit().await?;
            Ok(Some((webhook, delivery)))
        }
        None => {
            store::leave(&mut tx, id, webhook.pause_until, webhook.failures).await?;
            go_on(&mut tx, &webhook).await?;
            end(tx, job).await
        }
    }
}

async fn end<T>(mut tx: Tx, job: &Job) -> Result<Option<T>> {
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    Ok(None)
}

/// Leaves the job for what is due next, if anything is.
async fn go_on(tx: &mut Tx, webhook: &Webhook) -> Result<()> {
    match store::next_due(tx, &webhook.id).await? {
        Some(due) => tx.enqueue(commands::job(&webhook.id).at_machine_time(due.max(webhook.pause_until))).await,
        None => Ok(()),
    }
}

/// One attempt: what it means, the status, and words for people.
async fn send(p: &Platform, webhook: &Webhook, delivery: &Delivery) -> Result<(Outcome, Option<i64>, String)> {
    let now = p.clock.machine();
    let sealed = store::secrets(&mut p.db.read().await?, &webhook.id, now).await?;
    let secrets = sealed.iter().map(|one| signing::opened(p, one)).collect::<Result<Vec<_>>>()?;
    let seconds = now.as_second();
    let signature = signing::signature(&secrets, delivery.id.as_str(), seconds, &delivery.body)?;
    let mut headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
    headers.insert("webhook-id", HeaderValue::try_from(delivery.id.as_str()).context("a header")?);
    headers.insert("webhook-timestamp", HeaderValue::from(seconds));
    headers.insert("webhook-signature", HeaderValue::try_from(signature).context("a header")?);
    let url = Url::parse(&webhook.url).context("a webhook's address")?;
    let outgoing =
        Outgoing { headers, ..Outgoing::post(url, HeaderValue::from_static(""), delivery.body.clone().into()) };
    Ok(match tokio::time::timeout(TIMEOUT, p.outbound.send(outgoing)).await {
        Ok(Ok(answer)) => read(&answer),
        Ok(Err(why)) => (Outcome::Silent, None, why.to_string()),
        Err(_) => (Outcome::Silent, None, format!("no answer within {} seconds", TIMEOUT.as_secs())),
    })
}

fn read(answer: &Answer) -> (Outcome, Option<i64>, String) {
    let status = answer.status.as_u16();
    let seconds = answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let text = String::from_utf8_lossy(&answer.body).replace('\0', "");
    let words = match text.trim() {
        "" => StatusCode::canonical_reason(&answer.status).unwrap_or_default().to_owned(),
        text => text.chars().take(ANSWER_MAX).collect(),
    };
    (Outcome::Answered(status, seconds), Some(i64::from(status)), words)
}

async fn settle(
    p: &Platform,
    job: &Job,
    mut webhook: Webhook,
    mut delivery: Delivery,
    (outcome, status, words): (Outcome, Option<i64>, String),
) -> Result<()> {
    let mut tx = p.begin().await?;
    let (now, mut noise) = (tx.machine_now(), [0_u8]);
    p.random.fill(&mut noise);
    let later = |after: SignedDuration| now.saturating_add(after).unwrap_or(Instant::MAX);
    delivery.attempts += 1;
    delivery.tried_at = Some(now);
    (delivery.status, delivery.answer) = (status, words);
    let usual = back_off(delivery.attempts.max(webhook.failures + 1), noise[0]);
    let (state, due) = match judge(outcome, now.duration_since(delivery.created_at), usual) {
        Verdict::Done => {
            (webhook.failures, webhook.pause_until) = (0, Instant::UNIX_EPOCH);
            (Progress::Done, now)
        }
        Verdict::Again { after, pause } => {
            if pause {
                webhook.failures += 1;
                webhook.pause_until = later(after);
            }
            (Progress::Pending, later(after))
        }
        Verdict::GivenUp => (Progress::Failed, now),
        Verdict::Gone => {
            commands::gone(&mut tx, &webhook).await?;
            (Progress::Failed, now)
        }
    };
    delivery.state = state;
    store::settle(&mut tx, &delivery, due).await?;
    store::leave(&mut tx, &webhook.id, webhook.pause_until, webhook.failures).await?;
    go_on(&mut tx, &webhook).await?;
    jobs::finish(&mut tx, job).await?;
    tx.commit().await
}
