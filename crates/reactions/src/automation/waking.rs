//! Does what is due: the rules that wait for a time. A row is taken in the transaction of what its rule does.

use base::Scope;
use conversations::{ConversationId, Group, queries as desk};
use platform::{Platform, Result, Tx};

use super::acting::{self, Handled, Occasion};
use super::reading::{deadline, due_of};
use super::rules::triggers::{Since, Trigger};
use super::store;
use super::store::wakes::{self, WakeRow};

/// Rows looked at at once.
const MOST: i64 = 100;

/// Does what is due, up to the first on which a rule acts; answers whether there may be more.
pub(super) async fn wake_as(p: &Platform, give_up: bool) -> Result<bool> {
    let mut conn = p.db.read().await?;
    let now = p.clock.business();
    if wakes::due(&mut conn, now, 1).await?.is_empty() {
        return Ok(false);
    }
    drop(conn);
    let around = p.around().await?;
    let inner = around.platform();
    let more = pass(&inner, give_up).await;
    drop(inner);
    let more = more?;
    around.commit().await?;
    Ok(more)
}

async fn pass(inner: &Platform, give_up: bool) -> Result<bool> {
    let now = inner.clock.business();
    let rows = wakes::due(&mut inner.db.read().await?, now, MOST).await?;
    for row in &rows {
        if one(inner, row, give_up).await? {
            return Ok(true);
        }
    }
    Ok(rows.len() == usize::try_from(MOST).unwrap_or(usize::MAX))
}

/// Answers whether a rule's conditions held.
async fn one(inner: &Platform, row: &WakeRow, give_up: bool) -> Result<bool> {
    let mut tx = inner.begin().await?;
    // Another node took it, or something happened meanwhile that moved it.
    if !wakes::take(&mut tx, row).await? {
        return Ok(false);
    }
    let rule = store::find(&mut tx, &row.rule).await?.filter(|rule| rule.enabled);
    let Some(rule) = rule else {
        tx.commit().await?;
        return Ok(false);
    };
    let Trigger::Time { since, .. } = rule.spec.trigger else {
        tx.commit().await?;
        return Ok(false);
    };
    // What it is counted from may have moved without a fact that tells so.
    let from = if since == Since::Deadline { deadline(&mut tx, &row.conversation).await? } else { Some(row.since) };
    let Some(from) = from else {
        tx.commit().await?;
        return Ok(false);
    };
    // The log may be read late: what ended the wait may have happened already.
    if !still_waits(&mut tx, since, &row.conversation).await? {
        tx.commit().await?;
        return Ok(false);
    }
    let due = due_of(&mut tx, &rule, from).await?;
    if due > tx.now() {
        wakes::put(&mut tx, &WakeRow { since: from, due, ..row.clone() }, true).await?;
        tx.commit().await?;
        return Ok(false);
    }
    tx.commit().await?;
    let fact = format!("time:{}:{}", row.conversation, base::clock::to_micros(from));
    let on = Occasion { conversation: row.conversation.clone(), fact, chain: None };
    Ok(acting::handle(inner, &rule, &on, give_up).await? != Handled::Passed)
}

/// Whether a conversation stands as it must for what a rule waits for.
async fn still_waits(tx: &mut Tx, since: Since, id: &ConversationId) -> Result<bool> {
    let Some(it) = desk::find(tx, &Scope::All, id).await? else { return Ok(false) };
    Ok(match since {
        Since::Customer => it.customer_spoke_last && it.state.group() != Group::Closed,
        Since::Us => !it.customer_spoke_last,
        Since::Opened | Since::Deadline => true,
    })
}
