//! By which service policy conversations go: chosen anew whenever what it depends on has changed, in the same
//! transaction; and, where policies themselves change, for all that are open, step by step.

use base::{Actor, Scope};
use people::PersonId;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Platform, Result, Tx};

use super::inbound::Inbound;
use super::{Answer, CommandError, PURGE_LANE, clocks, owning, tagging};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, GoesBy, Group};
use crate::rules::clocks::{Holds, Targets};
use crate::rules::placing::Place;
use crate::rules::service::{self as rule, Facts};
use crate::{settings, store};

/// Job: open conversations are clocked anew by the policies as they are now. Payload: the id behind which it goes on, or
/// the customer whose they are.
pub const SERVICE_JOB: &str = "service.reclock";
/// Rows that one step of it looks at, and conversations that one transaction changes.
const STEP: i64 = 2000;
const AT_ONCE: usize = 100;

/// What is asked of the clocks of a conversation.
pub(super) async fn targets_of(tx: &mut Tx, it: &Conversation) -> Result<Targets> {
    settings::targets(tx, it.goes_by.as_ref().map(|by| &by.policy)).await
}

/// What will be asked of the clocks of what a message begins, as far as its policy can be told before: it bears no tags.
pub(super) async fn targets_for(tx: &mut Tx, person: &PersonId, inbound: &Inbound, place: &Place) -> Result<Targets> {
    let (levels, usual) = (settings::service_levels(tx).await?, settings::clock_policy(tx).await?);
    if levels.policies.is_empty() {
        return Ok(usual.targets());
    }
    let department = match place {
        Place::Continue(id, _) => store::find(tx, &Scope::All, id).await?.and_then(|before| before.department),
        _ => inbound.department.clone(),
    };
    let organisation = people::organisation::of(tx, &Scope::All, person).await?;
    let facts = Facts {
        department,
        tags: Vec::new(),
        mailbox: inbound.mailbox.clone(),
        language: super::receiving::language(tx, person, inbound).await?,
        organisation: organisation.map(|one| one.id),
        person: Some(person.clone()),
    };
    Ok(rule::targets(&levels, rule::choose(&levels.policies, &facts), &usual))
}

/// Whether the business's own name of a state says that clocks stand still, if it says anything.
pub(super) async fn own_pause(tx: &mut Tx, label: Option<&str>) -> Result<Option<bool>> {
    let Some(label) = label else { return Ok(None) };
    let names = settings::state_names(tx).await?;
    Ok(names.into_iter().find(|name| name.id == label).and_then(|name| name.pauses))
}

/// A conversation as it was just written: chooses its policy, brings its clocks in line, and writes both. What is closed
/// keeps the policy that it went by.
pub(super) async fn follow(tx: &mut Tx, it: &Conversation) -> Result<Conversation> {
    let levels = settings::service_levels(tx).await?;
    if levels.policies.is_empty() && it.goes_by.is_none() {
        return Ok(it.clone());
    }
    let policy = if it.state.group() == Group::Closed {
        it.goes_by.as_ref().and_then(|by| levels.find(&by.policy))
    } else {
        let facts = store::service_facts(tx, it, rule::asks(&levels.policies)).await?;
        rule::choose(&levels.policies, &facts)
    };
    let targets = rule::targets(&levels, policy, &settings::clock_policy(tx).await?);
    let mut after = it.clone();
    if it.state.group() != Group::Closed {
        after.goes_by = policy.map(|policy| GoesBy { policy: policy.id.clone(), version: policy.version });
    }
    if after.goes_by != it.goes_by {
        after.clocks = after.clocks.by(&targets, it.created_at);
    }
    let holds = Holds::at(it.state, own_pause(tx, it.label.as_deref()).await?);
    after.clocks = after.clocks.resolving(&targets, holds, (it.created_at, tx.now()));
    if after.goes_by == it.goes_by && after.clocks == it.clocks {
        return Ok(after);
    }
    store::save(tx, it, &after).await?;
    let runs = after.clocks.resolve_since.is_some();
    if runs != it.clocks.resolve_since.is_some() {
        let event = ConversationEvent::ClockTurned { conversation: it.id.clone(), runs };
        tx.record(&event, &Actor::System, None).await?;
    }
    let id = |it: &Conversation| it.goes_by.as_ref().map(|by| by.policy.clone());
    let solution = after.clocks.resolve_spent.is_some() || runs;
    let solution_before = it.clocks.resolve_spent.is_some() || it.clocks.resolve_since.is_some();
    let moved = after.goes_by != it.goes_by && (after.clocks.due() != it.clocks.due() || solution != solution_before);
    if id(&after) != id(it) || moved {
        let event = ConversationEvent::ServiceChosen {
            conversation: it.id.clone(),
            policy: id(&after),
            version: after.goes_by.as_ref().map_or(0, |by| by.version),
            name: policy.map(|policy| policy.name.clone()).unwrap_or_default(),
            due: after.clocks.due(),
            solution: Some(targets.resolution.is_some()),
        };
        tx.record(&event, &Actor::System, None).await?;
    }
    Ok(after)
}

/// The same for one of which something else has changed that policies may ask for: tags, department, customer.
pub(super) async fn look_again(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    if settings::service_levels(tx).await?.policies.is_empty() {
        return Ok(());
    }
    match store::find_for_update(tx, &Scope::All, id).await? {
        Some(it) => clocks::watch(tx, &it).await,
        None => Ok(()),
    }
}

/// What the policy of a conversation wants done where a deadline was missed, as far as it can be: a colleague who is gone
/// or not of that department by now gets nothing. Those who lead are told in any case, by a reader of the log.
pub(super) async fn escalate(tx: &mut Tx, it: &Conversation) -> Result<()> {
    let levels = settings::service_levels(tx).await?;
    let Some(policy) = it.goes_by.as_ref().and_then(|by| levels.find(&by.policy)) else { return Ok(()) };
    let able = |done: Answer<()>| match done {
        Err(CommandError::Fault(fault)) => Err(fault),
        Ok(()) | Err(_) => Ok(()),
    };
    if let Some(tag) = &policy.late.tag {
        able(tagging::put(tx, &Actor::System, &it.id, vec![tag.clone()]).await.map(drop))?;
    }
    if let Some(to) = &policy.late.give_to {
        able(owning::give(tx, &Actor::System, it, Some(to)).await.map(drop))?;
    }
    Ok(())
}

/// Leaves the job that clocks open conversations anew, from the first on.
pub(crate) async fn later(tx: &mut Tx) -> Result<()> {
    go_on(tx, "").await
}

/// Something has changed that many conversations bear: they are looked at again, later, where there are policies at all.
pub(super) async fn look_at_all_again(tx: &mut Tx) -> Result<()> {
    if settings::service_levels(tx).await?.policies.is_empty() { Ok(()) } else { later(tx).await }
}

/// The same where something has changed about one customer: theirs alone are looked at.
pub(super) async fn look_again_for(tx: &mut Tx, person: &PersonId) -> Result<()> {
    if settings::service_levels(tx).await?.policies.is_empty() {
        return Ok(());
    }
    tx.enqueue(NewJob::new(PURGE_LANE, SERVICE_JOB).payload(person.as_str())).await
}

async fn go_on(tx: &mut Tx, after: &str) -> Result<()> {
    tx.enqueue(NewJob::new(PURGE_LANE, SERVICE_JOB).payload(after)).await
}

/// Job: clocks some open conversations anew, and leaves the rest to the next one; those of one customer at once.
///
/// # Errors
/// When the database cannot be used; the job is tried again, and finds those done that are.
pub async fn reclock(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut conn = p.db.read().await?;
    let whose = job.payload.parse::<PersonId>().ok();
    let some = match &whose {
        Some(person) => store::service_of(&mut conn, person).await?,
        None => store::service_behind(&mut conn, &job.payload, STEP).await?,
    };
    drop(conn);
    let open: Vec<&ConversationId> = some.iter().filter(|(_, open)| *open).map(|(id, _)| id).collect();
    for ids in open.chunks(AT_ONCE) {
        let mut tx = p.begin().await?;
        for id in ids {
            if let Some(it) = store::find_for_update(&mut tx, &Scope::All, id).await? {
                clocks::watch(&mut tx, &it).await?;
            }
        }
        tx.commit().await?;
    }
    let mut tx = p.begin().await?;
    if let (None, Some((last, _))) = (&whose, some.last()) {
        go_on(&mut tx, last.as_str()).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}
