//! The account of reading, as it is kept: who reads, how far, since when it fails. Machine time.

use base::{Actor, Instant};
use platform::jobs::NewJob;
use platform::{Conn, Context, Engine, Platform, Result, Tx, vals};

use crate::email::imap::Opened;
use crate::email::trouble::Trouble;
use crate::mailboxes::events::MailboxEvent;
use crate::mailboxes::{Mailbox, MailboxId, Reading, alarm, store};

/// How long a mailbox is one node's alone without a sign of life; renewed three times as often.
const LEASE: jiff::SignedDuration = jiff::SignedDuration::from_secs(45);

/// Takes or renews the lease; whether it is ours.
pub(super) async fn lease(p: &Platform, id: &MailboxId) -> Result<bool> {
    let mut tx = p.begin().await?;
    let now = tx.machine_now();
    // One server alone opens a SQLite file: whoever held the lease is gone.
    let alone = i64::from(tx.engine() == Engine::Sqlite);
    let sql = "UPDATE mailbox_reading SET lease_owner = $1, lease_until = $2 WHERE mailbox = $3 \
               AND (lease_owner = $1 OR lease_owner IS NULL OR lease_until < $4 OR $5 = 1)";
    let ours = tx.run(sql, vals![p.node.as_ref(), now + LEASE, id.as_str(), now, alone]).await? == 1;
    tx.commit().await?;
    Ok(ours)
}

/// Gives all of this node's mailboxes away, so that another need not wait.
pub(super) async fn release(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    let sql = "UPDATE mailbox_reading SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = $1";
    tx.run(sql, vals![p.node.as_ref()]).await?;
    tx.commit().await
}

/// Nobody may have run for a while: what nobody reads now is watched from now on.
pub(super) async fn watch_anew(tx: &mut Tx) -> Result<()> {
    let (now, alone) = (tx.machine_now(), i64::from(tx.engine() == Engine::Sqlite));
    let sql = "UPDATE mailbox_reading SET since = $1 WHERE lease_until IS NULL OR lease_until < $1 OR $2 = 1";
    tx.run(sql, vals![now, alone]).await?;
    for mailbox in store::list(tx).await? {
        if mailbox.enabled && mailbox.reading.is_some() {
            watch(tx, &mailbox.id, now).await?;
        }
    }
    Ok(())
}

/// Somebody looks in a quarter of an hour, unless the mailbox was read before.
pub(in crate::mailboxes) async fn watch(tx: &mut Tx, id: &MailboxId, from: Instant) -> Result<()> {
    let job = NewJob::new(alarm::LANE, alarm::JOB).key(format!("mailbox.alarm:{id}")).payload(id.as_str());
    tx.enqueue(job.at_machine_time(from + alarm::PATIENCE)).await
}

/// The folder is open: what is remembered of it, brought up to date.
pub(super) async fn opened(p: &Platform, id: &MailboxId, opened: Opened) -> Result<Reading> {
    let mut tx = p.begin().await?;
    let mut reading = found(&mut tx, id).await?.reading.context("the mailbox is not read any more")?;
    let next = opened.uid_next.max(1);
    match reading.uid_validity {
        Some(known) if known == opened.uid_validity => return Ok(reading),
        // Numbers mean something else now: from the first on, and what is old shows by its age.
        Some(_) => (reading.last_uid, reading.old_below) = (0, 0),
        None => {
            reading.old_below = next;
            reading.last_uid = if reading.old_too { 0 } else { next - 1 };
        }
    }
    reading.uid_validity = Some(opened.uid_validity);
    let sql = "UPDATE mailbox_reading SET uid_validity = $1, last_uid = $2, old_below = $3 WHERE mailbox = $4";
    let (last, old) = (i64::from(reading.last_uid), i64::from(reading.old_below));
    tx.run(sql, vals![i64::from(opened.uid_validity), last, old, id.as_str()]).await?;
    tx.commit().await?;
    Ok(reading)
}

/// Everything up to `last` is done.
pub(super) async fn advance(p: &Platform, id: &MailboxId, last: u32) -> Result<()> {
    let mut tx = p.begin().await?;
    let sql = "UPDATE mailbox_reading SET last_uid = $1 WHERE mailbox = $2 AND last_uid < $1";
    tx.run(sql, vals![i64::from(last), id.as_str()]).await?;
    tx.commit().await
}

/// The mailbox was read to its end; `note` is what people should know all the same.
pub(super) async fn read(p: &Platform, id: &MailboxId, note: Option<&Trouble>) -> Result<()> {
    let mut tx = p.begin().await?;
    let mailbox = found(&mut tx, id).await?;
    let sql = "UPDATE mailbox_reading SET last_read_at = $1, failing_since = NULL, error_code = $2, error_words = $3, \
               alarmed_at = NULL WHERE mailbox = $4";
    let now = tx.machine_now();
    let (code, words) = (note.map(|note| note.kind.code()), note.map(|note| note.words.as_str()));
    tx.run(sql, vals![now, code, words, id.as_str()]).await?;
    watch(&mut tx, id, now).await?;
    if mailbox.reading.is_some_and(|before| before.alarmed_at.is_some()) {
        let event = MailboxEvent::Recovered { mailbox: id.clone(), address: mailbox.settings.address };
        tx.record(&event, &Actor::System, None).await?;
    }
    tx.commit().await
}

/// The mailbox could not be read. What only a person can mend is told at once.
pub(super) async fn failed(p: &Platform, id: &MailboxId, trouble: &Trouble) -> Result<()> {
    let mut tx = p.begin().await?;
    let mailbox = found(&mut tx, id).await?;
    let sql = "UPDATE mailbox_reading SET failing_since = COALESCE(failing_since, $1), error_code = $2, \
               error_words = $3 WHERE mailbox = $4";
    let now = tx.machine_now();
    tx.run(sql, vals![now, trouble.kind.code(), trouble.words.as_str(), id.as_str()]).await?;
    if trouble.kind.needs_a_person() {
        alarm::raise(p, &mut tx, &mailbox, Some(trouble)).await?;
    }
    tx.commit().await
}

async fn found(conn: &mut Conn, id: &MailboxId) -> Result<Mailbox> {
    store::find(conn, id).await?.context("the mailbox is gone")
}
