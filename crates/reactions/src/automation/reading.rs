//! Goes through the log and has rules act. What a rule does and that the fact was read are one transaction: nothing is
//! left out, nothing is done twice, whatever dies when, on however many nodes.

use std::time::Duration;

use conversations::events::ConversationEvent;
use conversations::{ConversationId, queries as desk, settings as of_desk};
use jiff::SignedDuration;
use platform::log::{self, Place, Recorded};
use platform::{Platform, Result, vals};
use tokio::sync::watch;

use super::acting::{self, Handled, Occasion};
use super::rules::guard;
use super::rules::timing;
use super::rules::triggers::{Since, Trigger, Wait};
use super::store::wakes::{self, WakeRow};
use super::store::{self, hits};
use super::{Order, READER, Rule, commands, waking};

/// How long the reader sleeps when no bell rings.
const NAP: Duration = Duration::from_secs(1);
/// Facts that come together are read together: how long it is waited for more of them.
const GATHER: Duration = Duration::from_millis(100);
/// Facts read at once.
const MOST: i64 = 200;
/// How long what rules did is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How often something is tried that goes wrong, before it is noted and passed over.
const TRIES: u32 = 3;
/// How often it is looked for what is too old to be kept.
const SWEEP: Duration = Duration::from_secs(3600);

/// Reads until `stop` becomes true, and does what is due.
///
/// # Errors
/// Never so far: failures are waited out.
pub async fn run(p: Platform, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut ear = p.wake.ear();
    let (mut reading, mut due) = (0, 0);
    let mut swept = None::<tokio::time::Instant>;
    while !*stop.borrow() {
        ear.mark_unchanged();
        let read = tried(read_as(&p, reading >= TRIES).await, &mut reading, "automation cannot read the log");
        let woken = tried(waking::wake_as(&p, due >= TRIES).await, &mut due, "automation cannot do what is due");
        if read || woken {
            continue;
        }
        if swept.is_none_or(|at| at.elapsed() >= SWEEP) {
            swept = Some(tokio::time::Instant::now());
            if let Err(fault) = sweep(&p).await {
                tracing::warn!(error = %fault.chain(), "what rules did long ago cannot be forgotten");
            }
        }
        tokio::select! {
            _ = ear.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    Ok(())
}

/// Whether there may be more; counts how often it went wrong in a row.
fn tried(answer: Result<bool>, failures: &mut u32, what: &str) -> bool {
    match answer {
        Ok(more) => {
            *failures = 0;
            more
        }
        Err(fault) => {
            *failures = failures.saturating_add(1);
            tracing::warn!(error = %fault.chain(), "{what}; trying again");
            false
        }
    }
}

async fn sweep(p: &Platform) -> Result<()> {
    if !store::any_on(&mut p.db.read().await?).await? {
        return Ok(());
    }
    let mut tx = p.begin().await?;
    let old = tx.now().saturating_sub(KEPT).unwrap_or(base::Instant::MIN);
    hits::sweep(&mut tx, old).await?;
    tx.commit().await
}

/// Reads what is there, some of it, and does what is due, some of it; answers whether there may be more.
///
/// # Errors
/// When the log cannot be read or something cannot be done.
pub async fn work_some(p: &Platform) -> Result<bool> {
    Ok(read_as(p, false).await? | waking::wake_as(p, false).await?)
}

/// Reads on, up to the first fact on which a rule acts: each is done in a transaction of its own, in which nothing else
/// waits long.
async fn read_as(p: &Platform, give_up: bool) -> Result<bool> {
    let mut conn = p.db.read().await?;
    // As long as there is no rule, nothing is written.
    if !store::any_on(&mut conn).await? {
        return Ok(false);
    }
    let place = log::cursor(&mut conn, READER).await?;
    if log::after(&mut conn, place, 1).await?.is_empty() {
        return Ok(false);
    }
    drop(conn);
    let around = p.around().await?;
    // One node reads at a time: the others wait here and then see where it came to.
    around.run("UPDATE event_cursor SET reader = reader WHERE reader = $1", vals![READER]).await?;
    let inner = around.platform();
    let more = pass(&inner, give_up).await;
    drop(inner);
    let more = more?;
    around.commit().await?;
    Ok(more)
}

pub(super) async fn pass(inner: &Platform, give_up: bool) -> Result<bool> {
    let mut conn = inner.db.read().await?;
    let place = log::cursor(&mut conn, READER).await?;
    let facts = log::after(&mut conn, place, MOST).await?;
    let rules = store::enabled(&mut conn).await?;
    let order = commands::order(&mut conn).await?;
    drop(conn);
    let mut came_to: Option<Place> = None;
    let mut acted = false;
    for fact in &facts {
        came_to = Some(fact.place);
        if !fact.subject.starts_with("conversation:") {
            continue;
        }
        let Some(event) = fact.read::<ConversationEvent>() else { continue };
        keep_time(inner, &rules, fact, &event).await?;
        acted = happened(inner, (&rules, order), fact, &event, give_up).await?;
        if acted {
            break;
        }
    }
    if let Some(place) = came_to {
        let mut tx = inner.begin().await?;
        log::advance(&mut tx, READER, place).await?;
        tx.commit().await?;
    }
    Ok(acted || facts.len() == usize::try_from(MOST).unwrap_or(usize::MAX))
}

/// Has those rules look at a fact that wait for it, in their order; answers whether one acted.
async fn happened(
    inner: &Platform,
    (rules, order): (&[Rule], Order),
    fact: &Recorded,
    event: &ConversationEvent,
    give_up: bool,
) -> Result<bool> {
    let waits = |rule: &&Rule| matches!(rule.spec.trigger, Trigger::On(when) if when.is(event));
    let mut any = false;
    for rule in rules.iter().filter(waits) {
        let on = Occasion {
            conversation: event.conversation().clone(),
            fact: fact.place.seq.to_string(),
            chain: guard::chain(fact.cause.as_deref()),
        };
        if acting::handle(inner, rule, &on, give_up).await? == Handled::Passed {
            continue;
        }
        any = true;
        if order == Order::First {
            break;
        }
    }
    Ok(any)
}

/// Notes from when time is counted for the rules that wait for a time, and what ends it.
async fn keep_time(inner: &Platform, rules: &[Rule], fact: &Recorded, event: &ConversationEvent) -> Result<()> {
    use ConversationEvent as E;
    let id = event.conversation();
    if matches!(event, E::Deleted { .. } | E::Erased { .. } | E::MergedInto { .. }) {
        let mut tx = inner.begin().await?;
        wakes::forget(&mut tx, id.as_str()).await?;
        return tx.commit().await;
    }
    for rule in rules {
        let Trigger::Time { since, .. } = rule.spec.trigger else { continue };
        let wait = since.by(event);
        if wait == Wait::Stays {
            continue;
        }
        let mut tx = inner.begin().await?;
        // Nobody owes an answer to whom colleagues blocked: a wait for one ends, and none begins.
        let quiet = since == Since::Customer && acting::is_blocked(&mut tx, id).await?;
        let from = match wait {
            _ if quiet => None,
            Wait::Ends | Wait::Stays => None,
            Wait::Begins | Wait::BeginsAnew => Some(fact.at),
            Wait::Moves => deadline(&mut tx, id).await?,
        };
        match from {
            None => wakes::end(&mut tx, &rule.id, id).await?,
            Some(from) => {
                let due = due_of(&mut tx, rule, from).await?;
                let row = WakeRow { rule: rule.id.clone(), conversation: id.clone(), since: from, due };
                wakes::put(&mut tx, &row, wait != Wait::Begins).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// When the nearest reply to a conversation is due; nothing while none is owed.
pub(super) async fn deadline(conn: &mut platform::Conn, id: &ConversationId) -> Result<Option<base::Instant>> {
    let found = desk::find(conn, &base::Scope::All, id).await?;
    Ok(found.filter(|it| it.snoozed.is_none()).and_then(|it| it.clocks.reply_due()))
}

/// When a rule is due that counts from `from`; never where the business never opens.
pub(super) async fn due_of(conn: &mut platform::Conn, rule: &Rule, from: base::Instant) -> Result<base::Instant> {
    let Trigger::Time { since, amount, unit } = rule.spec.trigger else { return Ok(base::Instant::MAX) };
    let policy = of_desk::clock_policy(conn).await?;
    Ok(timing::due(since, amount, unit, from, policy.calendar.as_ref()).unwrap_or(base::Instant::MAX))
}
