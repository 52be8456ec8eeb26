//! Goes through the log and leaves a delivery for each webhook that wants a fact. The cursor moves in the transaction
//! of the deliveries: nothing is left out, nothing comes twice, whatever dies when.

use std::time::Duration;

use jiff::SignedDuration;
use platform::log::public::Families;
use platform::log::{self, Recorded};
use platform::{Platform, Result, Tx, vals};
use tokio::sync::watch;

use super::rules::wants;
use super::{DeliveryId, READER, Webhook, commands, store};

/// How long the reader sleeps when no bell rings.
const NAP: Duration = Duration::from_secs(1);
/// Facts that come together are read together: how long it is waited for more of them.
const GATHER: Duration = Duration::from_millis(150);
/// Facts read at once.
const MOST: i64 = 200;
/// How long deliveries that ended are shown.
const SHOWN: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Reads until `stop` becomes true.
///
/// # Errors
/// Never so far: failures are waited out.
pub async fn run(p: Platform, families: Families, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut ear = p.wake.ear();
    while !*stop.borrow() {
        ear.mark_unchanged();
        match read_some(&p, families).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => tracing::warn!(error = %fault.chain(), "webhooks cannot read the log; trying again"),
        }
        tokio::select! {
            _ = ear.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    Ok(())
}

/// Reads what is there, some of it; answers whether there may be more.
///
/// # Errors
/// When the log cannot be read or deliveries cannot be written.
pub async fn read_some(p: &Platform, families: Families) -> Result<bool> {
    let mut conn = p.db.read().await?;
    // As long as nobody wants anything, nothing is written.
    if !store::any_on(&mut conn).await? {
        return Ok(false);
    }
    let place = log::cursor(&mut conn, READER).await?;
    if log::after(&mut conn, place, 1).await?.is_empty() {
        return Ok(false);
    }
    drop(conn);
    let mut tx = p.begin().await?;
    // One node reads at a time: the others wait here and then see where it came to.
    tx.run("UPDATE event_cursor SET reader = reader WHERE reader = $1", vals![READER]).await?;
    let place = log::cursor(&mut tx, READER).await?;
    let facts = log::after(&mut tx, place, MOST).await?;
    let webhooks: Vec<Webhook> = store::all(&mut tx).await?.into_iter().filter(|one| one.enabled).collect();
    for webhook in &webhooks {
        leave(&mut tx, families, webhook, &facts).await?;
    }
    if let Some(last) = facts.last() {
        log::advance(&mut tx, READER, last.place).await?;
    }
    let old = tx.machine_now().saturating_sub(SHOWN).unwrap_or(base::Instant::MIN);
    store::forget(&mut tx, old).await?;
    tx.commit().await?;
    Ok(facts.len() == usize::try_from(MOST).unwrap_or(usize::MAX))
}

async fn leave(tx: &mut Tx, families: Families, webhook: &Webhook, facts: &[Recorded]) -> Result<()> {
    let mut any = false;
    for fact in facts.iter().filter(|fact| wants(&webhook.kinds, &fact.kind)) {
        let Some(body) = families.tell(fact) else { continue };
        let id = DeliveryId::next(&tx.ids(), tx.now());
        store::add_delivery(tx, &webhook.id, &id, &fact.kind, &body.to_string()).await?;
        any = true;
    }
    if any { commands::wake(tx, &webhook.id).await } else { Ok(()) }
}
