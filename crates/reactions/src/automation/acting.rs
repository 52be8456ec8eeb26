//! A rule on one fact: whether its conditions hold, whether it may act, and what became of it. Everything is a step of
//! the transaction around it: what is refused leaves nothing behind, and what was done is known by the fact's name.

use base::{Action, Actor, Scope, allowed};
use conversations::commands::{self, ByRule, CommandError};
use conversations::{ConversationId, queries as desk};
use jiff::SignedDuration;
use people::staff::Staff;
use platform::{Conn, Fault, Platform, Result, Tx};

use super::rules::guard::{self, Chain, Verdict};
use super::store::{self, hits};
use super::{Hit, Outcome, Rule, RuleEvent};

/// What a rule is asked to look at.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// The conversation, as it was called then.
    pub conversation: ConversationId,
    /// The name of the fact, or of the time: a rule acts once on each.
    pub fact: String,
    /// What led to it.
    pub chain: Option<Chain>,
}

/// What a rule made of an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handled {
    /// Its conditions do not hold, or it was done before.
    Passed,
    /// Its conditions held.
    Held(Outcome),
}

/// Why a rule cannot act at all.
const BEHALF_GONE: &str = "behalf_gone";
/// The conversation is out of sight of whoever answers for the rule.
const OUT_OF_SIGHT: &str = "out_of_sight";
/// Something went wrong again and again.
const FAULT: &str = "fault";

/// Has a rule look at an occasion, and act. `give_up`: what goes wrong is noted in place of being tried again.
///
/// # Errors
/// When the database cannot be used: then nothing of it was done.
pub(super) async fn handle(inner: &Platform, rule: &Rule, on: &Occasion, give_up: bool) -> Result<Handled> {
    let mut tx = inner.begin().await?;
    if hits::is_known(&mut tx, &rule.id, &on.fact).await? {
        return Ok(Handled::Passed);
    }
    let id = desk::where_merged(&mut tx, &on.conversation).await?;
    let Some((staff, scope)) = answerable(&mut tx, rule).await? else {
        return noted(tx, rule, on, &id, (Outcome::Failed, BEHALF_GONE)).await;
    };
    if is_blocked(&mut tx, &id).await? {
        return Ok(Handled::Passed);
    }
    let now = tx.now();
    let ids = std::slice::from_ref(&id);
    if desk::meeting(&mut tx, (&scope, &staff.id), &rule.spec.when, ids, now).await?.is_empty() {
        return Ok(Handled::Passed);
    }
    let hour = now.saturating_sub(SignedDuration::from_hours(1)).unwrap_or(base::Instant::MIN);
    let lately = hits::since(&mut tx, &rule.id, &id, hour).await?;
    let depth = match guard::judge(on.chain.as_ref(), lately) {
        Verdict::Goes(depth) => depth,
        Verdict::TooOften => return noted(tx, rule, on, &id, (Outcome::TooOften, "")).await,
        Verdict::Fights => {
            stop(&mut tx, rule, on, &id).await?;
            return noted(tx, rule, on, &id, (Outcome::Stopped, "")).await;
        }
    };
    tx.because(guard::cause(rule.id.as_str(), depth, &on.fact));
    let by = ByRule { rule: rule.id.as_str(), name: &rule.spec.name, behalf: &staff, acts: &rule.spec.acts };
    // All that can be done to a conversation lies in there: apart, so that whoever waits for it stays small.
    let acting = Box::pin(commands::act_by_rule(inner, &mut tx, &by, &id));
    let reason = match acting.await {
        Ok(done) => {
            let outcome = if done.changed { Outcome::Done } else { Outcome::Nothing };
            let why = done.unsent.map_or("", conversations::Unsent::code);
            return noted(tx, rule, on, &id, (outcome, why)).await;
        }
        Err(CommandError::Refused(why)) => why.code(),
        Err(CommandError::Forbidden) => BEHALF_GONE,
        Err(CommandError::NotFound) => OUT_OF_SIGHT,
        Err(CommandError::Fault(fault)) if give_up => {
            tracing::error!(error = %fault.chain(), rule = %rule.id, "a rule was given up on a conversation");
            FAULT
        }
        Err(CommandError::Fault(fault)) => return Err(fault),
    };
    // Nothing of it stays but that it was tried.
    drop(tx);
    let tx = inner.begin().await?;
    noted(tx, rule, on, &id, (Outcome::Failed, reason)).await
}

/// Whether colleagues blocked its customer: what they write is filed, and sets nothing off.
pub(super) async fn is_blocked(conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    match desk::find(conn, &Scope::All, id).await? {
        Some(found) => people::file::is_blocked(conn, &found.person).await,
        None => Ok(false),
    }
}

/// Who answers for a rule and what they may work on; nobody when they are gone or may not any more.
async fn answerable(tx: &mut Tx, rule: &Rule) -> Result<Option<(Staff, Scope)>> {
    let staff = people::staff::find(tx, &Scope::All, &rule.behalf).await?;
    let Some(staff) = staff.filter(|staff| staff.disabled_at.is_none()) else { return Ok(None) };
    let actor = staff.actor();
    // Who may not write rules any more has none that act for them.
    let scope = allowed(&actor, Action::ManageSettings).and_then(|_| allowed(&actor, Action::WorkConversations));
    Ok(scope.ok().map(|scope| (staff, scope)))
}

async fn noted(
    mut tx: Tx,
    rule: &Rule,
    on: &Occasion,
    id: &ConversationId,
    (outcome, reason): (Outcome, &str),
) -> Result<Handled> {
    let hit = Hit { conversation: id.clone(), at: tx.now(), outcome, reason: reason.to_owned() };
    if !hits::add(&mut tx, &rule.id, &on.fact, &hit).await? {
        // Somebody was quicker, on another node: what was done here is let go of.
        return Err(Fault::new("a rule acted on this fact already"));
    }
    tx.commit().await?;
    Ok(Handled::Held(outcome))
}

/// Stops a rule and the one that led to it: each is switched off, and says with whom it fought.
async fn stop(tx: &mut Tx, rule: &Rule, on: &Occasion, id: &ConversationId) -> Result<()> {
    let other = on.chain.as_ref().and_then(|chain| chain.rule.parse().ok());
    let other = match &other {
        Some(other) => store::find(tx, other).await?,
        None => None,
    };
    let other = other.unwrap_or_else(|| rule.clone());
    for (one, with) in [(rule, &other), (&other, rule)] {
        if store::stop(tx, &one.id, &with.spec.name, id).await? {
            let (name, with) = (one.spec.name.clone(), with.spec.name.clone());
            let event = RuleEvent::RuleStopped { rule: one.id.clone(), name, other: with };
            tx.record(&event, &Actor::System, None).await?;
        }
    }
    commands::stopped_by_guard(tx, (rule.id.as_str(), &rule.spec.name), &other.spec.name, id).await
}
