//! What a colleague does to where a conversation stands, who has it and what is on it: done in one step, kept for a
//! while with how it stood before, and taken back as a whole.
//!
//! Only a colleague's own acts are kept. An act on several conversations bears one name, and each is taken back by
//! itself: where somebody changed since what the act had set, it stays.

use std::collections::BTreeSet;

use base::{Action, Actor, allowed};
use people::{DepartmentId, StaffId};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Platform, Tx};

use super::{
    Answer, CLOCK_LANE, Closing, CommandError, STEP_SWEEP_JOB, acting, actor_name, clocks, closing, deleting, ending,
    load_to, owning, promising, renaming, service, snoozing, tagging,
};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, SideId, StepId};
use crate::model::{Also, Conversation, ItemChange, Snooze, State, Stated, Step, StepKind, Stood, WokenBy};
use crate::rules::departments::reaches;
use crate::rules::states::Refusal;
use crate::rules::undoing;
use crate::store;

/// What can be done and taken back.
pub(super) enum Act<'a> {
    Assign(Option<&'a StaffId>),
    HandTo(Option<&'a DepartmentId>),
    Close(Closing<'a>),
    Outcome(Option<Stated>),
    Reopen(Option<&'a str>),
    Stand(State, Option<String>),
    Tags { add: &'a [String], remove: &'a [String] },
    Snooze(Snooze),
    Wake,
    Macro(Also),
    Delete,
    Subject(&'a str),
    SideSubject(&'a SideId, &'a str),
}

impl Act<'_> {
    const fn kind(&self) -> StepKind {
        match self {
            Self::Assign(_) => StepKind::Owner,
            Self::HandTo(_) => StepKind::Department,
            Self::Close(_) | Self::Outcome(_) | Self::Reopen(_) | Self::Stand(..) => StepKind::State,
            Self::Tags { .. } => StepKind::Tags,
            Self::Snooze(_) | Self::Wake => StepKind::Snooze,
            Self::Macro(_) => StepKind::Macro,
            Self::Delete => StepKind::Delete,
            Self::Subject(_) => StepKind::Subject,
            Self::SideSubject(..) => StepKind::Side,
        }
    }

    /// Whether it finds what became part of another there.
    const fn follows_merges(&self) -> bool {
        matches!(self, Self::Tags { .. } | Self::Snooze(_) | Self::Macro(_) | Self::Delete | Self::Subject(_))
    }

    async fn on(self, tx: &mut Tx, actor: &Actor, before: &Conversation) -> Answer<()> {
        match self {
            Self::Assign(to) => owning::give(tx, actor, before, to).await.map(drop),
            Self::HandTo(to) => owning::hand(tx, actor, before, to).await,
            Self::Close(how) => {
                if !how.anyway {
                    closing::nothing_open(tx, before).await?;
                }
                closing::solve(tx, actor, before, how).await
            }
            Self::Outcome(outcome) => ending::say_later(tx, actor, before, outcome).await,
            Self::Reopen(reason) => closing::open_again(tx, actor, before, reason).await,
            Self::Stand(to, label) => closing::stand(tx, actor, before, to, label).await,
            Self::Tags { add, remove } => tagging::sort(tx, actor, &before.id, add, remove).await,
            Self::Snooze(wish) => snoozing::put_away(tx, actor, before, wish).await,
            Self::Wake => snoozing::bring_back(tx, actor, before).await,
            Self::Macro(also) => acting::act(tx, actor, before, also).await.map(drop),
            Self::Delete => deleting::remove(tx, actor, before).await,
            Self::Subject(subject) => renaming::call(tx, actor, before, subject).await,
            Self::SideSubject(side, subject) => renaming::call_side(tx, actor, before, side, subject).await,
        }
    }
}

/// A name for an act on several conversations.
#[must_use]
pub fn new_step(p: &Platform) -> StepId {
    StepId::next(&p.ids, p.clock.machine())
}

/// Does it, as part of the act `step` or as one of its own. Answers by what it can be taken back, if it changed
/// anything.
pub(super) async fn take(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    step: Option<&StepId>,
    act: Act<'_>,
) -> Answer<Option<StepId>> {
    let mut tx = p.begin().await?;
    let id = if act.follows_merges() { store::where_merged(&mut tx, id).await? } else { id.clone() };
    let action = if matches!(act, Act::Delete) { Action::DeleteConversations } else { Action::WorkConversations };
    let before = load_to(&mut tx, actor, action, &id).await?;
    let kind = act.kind();
    let stood = stood(&mut tx, &before, kind).await?;
    act.on(&mut tx, actor, &before).await?;
    service::look_again(&mut tx, &id).await?;
    let step = keep(&mut tx, actor, &id, kind, stood, step).await?;
    tx.commit().await?;
    Ok(step)
}

/// How it stands, for an act of this kind.
async fn stood(tx: &mut Tx, it: &Conversation, kind: StepKind) -> Answer<Stood> {
    let tags: BTreeSet<_> = store::tags_of(tx, &it.id).await?.into_iter().map(|tag| tag.id).collect();
    let mut stood = Stood::of(it, tags, &store::checklist(tx, &it.id).await?);
    if matches!(kind, StepKind::Owner | StepKind::Macro) {
        stood.promises = store::promise_owners(tx, &it.id).await?;
    }
    if matches!(kind, StepKind::State | StepKind::Macro) {
        stood.outcome = store::outcome_of(tx, &it.id).await?;
    }
    if kind == StepKind::Subject {
        stood.subject = Some(it.subject.clone());
    }
    if kind == StepKind::Side {
        stood.sides = store::titles_of_sides(tx, &it.id).await?;
    }
    Ok(stood)
}

async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    kind: StepKind,
    before: Stood,
    step: Option<&StepId>,
) -> Answer<Option<StepId>> {
    let Some(staff) = actor.staff_id().and_then(|id| id.parse::<StaffId>().ok()) else { return Ok(None) };
    // It may be out of the colleague's sight by now; they began within it.
    let now = store::hold_even_deleted(tx, id).await?.ok_or(CommandError::NotFound)?;
    let set = stood(tx, &now, kind).await?;
    if set == before {
        return Ok(None);
    }
    let (at, happened) = (tx.machine_now(), tx.now());
    let step = step.cloned().unwrap_or_else(|| StepId::next(&tx.ids(), at));
    let job = NewJob::new(CLOCK_LANE, STEP_SWEEP_JOB).key(format!("{STEP_SWEEP_JOB}:{staff}")).payload(staff.as_str());
    tx.enqueue(job.at_machine_time(at.saturating_add(undoing::WINDOW).unwrap_or(at))).await?;
    let kept =
        Step { id: step.clone(), conversation: id.clone(), staff, kind, at, happened, before, set, settled: false };
    store::add_step(tx, &kept).await?;
    Ok(Some(step))
}

/// What became of one conversation when an act was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// Which.
    pub conversation: ConversationId,
    /// Its number; nothing when it is not there any more.
    pub number: Option<i64>,
    /// Why it stays as it is, if it does: without a reason it is not there any more.
    pub left: Option<Option<Refusal>>,
}

/// Takes back what a colleague did, once, within [`undoing::WINDOW`]. Answers what became of each conversation.
///
/// # Errors
/// Not found when they did no such thing; [`Refusal::AlreadyUndone`], [`Refusal::UndoOver`].
pub async fn undo(p: &Platform, actor: &Actor, id: &StepId) -> Answer<Vec<TakenBack>> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let me = super::posting::staff_id(actor)?;
    let steps = store::steps_of(&mut p.db.read().await?, &me, id).await?;
    let newest = steps.iter().map(|step| step.at).max().ok_or(CommandError::NotFound)?;
    if steps.iter().all(|step| step.settled) {
        return Err(Refusal::AlreadyUndone.into());
    }
    if undoing::is_over(newest, p.clock.machine()) {
        return Err(Refusal::UndoOver.into());
    }
    let mut all = Vec::new();
    for step in steps.iter().filter(|step| !step.settled) {
        let mut tx = p.begin().await?;
        // Whoever takes it back at the same time waits here.
        if !store::settle_step(&mut tx, &step.id, &step.conversation).await? {
            continue;
        }
        let found = store::hold_even_deleted(&mut tx, &step.conversation).await?;
        let found = found.filter(|it| it.deleted.is_none() || step.set.deleted.is_some());
        // Handed on, it may be out of sight: who could do it may take it back.
        let seen = |it: &Conversation| {
            reaches(&scope, it.department.as_ref()) || reaches(&scope, step.before.department.as_ref())
        };
        let conversation = step.conversation.clone();
        let Some(now) = found.filter(seen) else {
            all.push(TakenBack { conversation, number: None, left: Some(None) });
            continue;
        };
        let left = match back(&mut tx, actor, &now, step).await {
            Ok(()) => None,
            Err(CommandError::Refused(why)) => Some(Some(why)),
            Err(other) => return Err(other),
        };
        if left.is_none() {
            tx.commit().await?;
        } else {
            // The step is over all the same.
            drop(tx);
            let mut tx = p.begin().await?;
            store::settle_step(&mut tx, &step.id, &step.conversation).await?;
            tx.commit().await?;
        }
        all.push(TakenBack { conversation, number: Some(now.number), left });
    }
    Ok(all)
}

/// Brings one conversation back to where it stood, and tells so.
async fn back(tx: &mut Tx, actor: &Actor, before: &Conversation, step: &Step) -> Answer<()> {
    // What became part of another is an empty shell; the matter lies there.
    if store::merge_of(tx, &before.id).await?.is_some() {
        return Err(Refusal::ChangedSince.into());
    }
    let stands = stood(tx, before, step.kind).await?;
    let wanted = undoing::undone(&step.before, &step.set, &stands, tx.now()).ok_or(Refusal::ChangedSince)?;
    let conversation = before.id.clone();
    let by = actor_name(tx, actor).await?;
    let (kind, done_at) = (step.kind, step.happened);
    let event = ConversationEvent::StepUndone { conversation: conversation.clone(), step: kind, done_at, by };
    tx.record(&event, actor, None).await?;
    if stands.deleted.is_some() && wanted.deleted.is_none() {
        return deleting::put_back(tx, actor, before).await;
    }
    let before = &match &wanted.subject {
        Some(subject) => renaming::called(tx, actor, before, subject).await?,
        None => before.clone(),
    };
    for (side, title) in wanted.sides.iter().filter(|(side, title)| stands.sides.get(*side) != Some(*title)) {
        renaming::called_side(tx, actor, before, side, title).await?;
    }
    let owner = owning::owner_name(tx, &wanted, &stands).await?;
    let department = owning::department_name(tx, &wanted, &stands).await?;
    let mut after = before.clone();
    after.assignee.clone_from(&wanted.owner);
    after.department.clone_from(&wanted.department);
    (after.state, after.unread) = (wanted.state, wanted.unread);
    after.label.clone_from(&wanted.label);
    after.close_reason.clone_from(&wanted.close_reason);
    if wanted.clocks != before.clocks {
        after.bring_clocks_back(wanted.clocks.clone());
    }
    if wanted.snoozed != stands.snoozed {
        after.snoozed = snoozing::restored(tx, before, wanted.snoozed).await?;
    }
    store::save(tx, before, &after).await?;
    if wanted.outcome != stands.outcome {
        ending::bring_back(tx, actor, &after, wanted.outcome).await?;
    }
    if after.clocks != before.clocks {
        clocks::watch(tx, &after).await?;
    }
    if after.state == State::Solved && before.state != State::Solved {
        closing::watch_quiet(tx, &after).await?;
    }
    if after.department != before.department {
        let (conversation, to) = (conversation.clone(), after.department.clone());
        tx.record(&ConversationEvent::HandedTo { conversation, to, name: department }, actor, None).await?;
    }
    if after.assignee != before.assignee {
        let (conversation, to) = (conversation.clone(), after.assignee.clone());
        tx.record(&ConversationEvent::Assigned { conversation, to, name: owner, why: None }, actor, None).await?;
    }
    if after.state != before.state || after.label != before.label {
        let (conversation, from, to) = (conversation.clone(), before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation, from, to, reason: String::new() };
        tx.record(&event, actor, None).await?;
    }
    match after.snoozed {
        now if now == before.snoozed => {}
        None => snoozing::woken(tx, actor, before, WokenBy::Colleague, None).await?,
        Some(snooze) => tx.record(&snoozing::told(&conversation, snooze), actor, None).await?,
    }
    for (promise, owner) in &wanted.promises {
        let now = stands.promises.get(promise).and_then(Option::as_ref);
        if now != owner.as_ref() {
            promising::hand_back(tx, actor, promise, (now, owner.as_ref())).await?;
        }
    }
    // What the act had put on its checklist goes; no act takes anything off one.
    for item in store::checklist(tx, &conversation).await? {
        if !wanted.items.contains_key(&item.id) {
            store::remove_item(tx, &item.id).await?;
            let (conversation, change) = (conversation.clone(), ItemChange::Removed.code().to_owned());
            tx.record(&ConversationEvent::ItemChanged { conversation, change, item: item.text }, actor, None).await?;
        }
    }
    tagging::set(tx, actor, &conversation, &stands.tags, &wanted.tags).await?;
    // Its policy may depend on all of that.
    Ok(clocks::watch(tx, &after).await?)
}

/// Job: forgets what can no longer be taken back.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn sweep_steps(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    let until = tx.machine_now().saturating_sub(undoing::WINDOW).unwrap_or(base::Instant::MIN);
    store::sweep_steps(&mut tx, until).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}
