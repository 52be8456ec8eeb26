//! What macros do to a conversation, with a message or without one: everything or nothing.

use base::{Actor, Scope};
use jiff::tz::TimeZone;
use people::StaffId;
use platform::{Platform, Tx};

use super::posting::staff_id;
use super::stepping::{self, Act};
use super::{
    Answer, Closing, CommandError, checklists, closing, ending, macros, owning, promising, service, snoozing, tagging,
};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, PromiseId, StepId};
use crate::model::{Also, Attachment, Conversation, GiveTo, Group, MacroAct, Snooze, State, Stated};
use crate::rules::snoozing as snoozing_rules;
use crate::rules::states::{AfterReply, Refusal};
use crate::settings;
use crate::store::{self, Did, NewAttachmentRow};

/// Does what macros say without a message.
///
/// # Errors
/// Those of everything that is done: [`Refusal::NoSuchColleague`], [`Refusal::NoSuchDepartment`],
/// [`Refusal::ReasonNeeded`], [`Refusal::AlreadyClosed`], [`Refusal::ReplyWaits`], [`Refusal::OutcomeNeeded`];
/// [`Refusal::EmptyMacro`] without one.
pub async fn act_on(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    step: Option<&StepId>,
    also: Also,
) -> Answer<Option<StepId>> {
    if also.acts.is_empty() {
        return Err(Refusal::EmptyMacro.into());
    }
    stepping::take(p, actor, id, step, Act::Macro(also)).await
}

/// What became of the matter, as the acts say it; whether its customer was known, they leave to what is kept of them.
fn outcome_of(acts: &[MacroAct]) -> Option<Stated> {
    acts.iter().rev().find_map(|act| match act {
        MacroAct::Outcome(ending) => Some(Stated { ending: *ending, known: None }),
        _ => None,
    })
}

/// What the state and the outcome among `also` mean for a reply: they are part of sending, also later. A reply that goes
/// at its own time cannot leave the word to others.
pub(super) fn with_reply(then: AfterReply, mut also: Also, later: bool) -> (AfterReply, Option<Stated>, Also) {
    let outcome = outcome_of(&also.acts);
    let state = also.acts.iter().rev().find_map(|act| match act {
        MacroAct::State(state) => Some(*state),
        _ => None,
    });
    let others = state == Some(State::WaitingOthers);
    also.acts.retain(|act| match act {
        MacroAct::State(_) => others && !later,
        MacroAct::Outcome(_) => false,
        _ => true,
    });
    let then = match state {
        None => then,
        Some(State::Open) => AfterReply::StayOpen,
        Some(State::Solved) => AfterReply::Solve,
        Some(_) => AfterReply::Wait,
    };
    (then, outcome, also)
}

/// Does it all, in an order in which one thing does not stand in the way of another.
pub(super) async fn act(tx: &mut Tx, actor: &Actor, before: &Conversation, also: Also) -> Answer<Did> {
    let id = &before.id;
    let mut did = Did { owner: before.assignee.clone(), department: before.department.clone(), ..Did::default() };
    let names = tell(tx, actor, before, &also).await?.join(", ");
    each(tx, actor, id, &also.acts, &names, &mut did).await?;
    did.also = also;
    Ok(did)
}

/// The things themselves; `names` is the reason where one is needed.
pub(super) async fn each(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    acts: &[MacroAct],
    names: &str,
    did: &mut Did,
) -> Answer<()> {
    let order = ["checklist", "tag", "untag", "department", "assign", "state", "outcome", "snooze"];
    for kind in order {
        for act in acts.iter().filter(|act| act.kind() == kind) {
            // What was handed on may be out of the colleague's sight by now; they began within it.
            let now = store::find_for_update(tx, &Scope::All, id).await?.ok_or(CommandError::NotFound)?;
            match act {
                MacroAct::Tag(word) => did.tagged.extend(tagging::put(tx, actor, id, vec![word.clone()]).await?),
                MacroAct::Untag(word) => {
                    did.untagged.extend(tagging::take_off(tx, actor, id, vec![word.clone()]).await?);
                }
                MacroAct::Checklist(items) => {
                    did.items.extend(checklists::put(tx, actor, id, items.clone()).await?);
                }
                MacroAct::HandTo(to) => owning::hand(tx, actor, &now, to.as_ref()).await?,
                MacroAct::Assign(to) => did.promises.extend(give(tx, actor, &now, to).await?),
                MacroAct::State(to) => stand(tx, actor, &now, *to, (names, outcome_of(acts))).await?,
                MacroAct::Outcome(_) => became(tx, actor, &now, outcome_of(acts)).await?,
                MacroAct::Snooze(days) => {
                    let zone = settings::business(tx).await?.zone;
                    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
                    let until = snoozing_rules::in_days(*days, tx.now(), &zone).ok_or(Refusal::NoTime)?;
                    snoozing::put_away(tx, actor, &now, Snooze::Until(until)).await?;
                }
                MacroAct::SnoozeUntilReply => snoozing::put_away(tx, actor, &now, Snooze::NextReply).await?,
            }
        }
    }
    service::look_again(tx, id).await?;
    Ok(())
}

async fn give(tx: &mut Tx, actor: &Actor, now: &Conversation, to: &GiveTo) -> Answer<Vec<PromiseId>> {
    let me;
    let to = match to {
        GiveTo::Nobody => None,
        GiveTo::Colleague(id) => Some(id),
        GiveTo::Me => {
            me = staff_id(actor)?;
            Some(&me)
        }
    };
    owning::give(tx, actor, now, to).await
}

/// What became of it is said of what is closed; of what is not, there is nothing to say. Who said the same before, and
/// whose it was, has the word.
async fn became(tx: &mut Tx, actor: &Actor, now: &Conversation, outcome: Option<Stated>) -> Answer<()> {
    let said = store::outcome_of(tx, &now.id).await?;
    let same = said.map(|one| one.ending) == outcome.map(|one| one.ending);
    if same || now.state.group() != Group::Closed { Ok(()) } else { ending::end(tx, actor, now, outcome).await }
}

/// Where it stands. What is solved without an answer needs a reason: the macro's name is one.
async fn stand(
    tx: &mut Tx,
    actor: &Actor,
    now: &Conversation,
    to: State,
    (names, outcome): (&str, Option<Stated>),
) -> Answer<()> {
    let closed = to == State::Solved && now.state.group() == Group::Closed;
    if closed || now.state == to && now.label.is_none() {
        return Ok(());
    }
    if to == State::Solved {
        closing::nothing_open(tx, now).await?;
        let reason = now.customer_spoke_last.then_some(names);
        return closing::solve(tx, actor, now, Closing { reason, outcome, ..Closing::default() }).await;
    }
    closing::move_to(tx, actor, now, Conversation { label: None, ..now.clone() }, to, String::new()).await
}

/// Writes down which macros were used, and counts it. Answers their names.
async fn tell(tx: &mut Tx, actor: &Actor, conversation: &Conversation, also: &Also) -> Answer<Vec<String>> {
    let staff = staff_id(actor)?;
    let mut names = Vec::new();
    for id in &also.macros {
        let Some(used) = macros::fitting(tx, &staff, conversation, id).await? else { continue };
        store::count_macro_use(tx, id, conversation.department.as_ref(), conversation.language).await?;
        names.push(used.name.clone());
        let (conversation, name) = (conversation.id.clone(), used.name);
        let event = ConversationEvent::MacroApplied { conversation, id: used.id, name };
        tx.record(&event, actor, None).await?;
    }
    Ok(names)
}

/// The files of macros that go along with a message, as far as the colleague sees these macros.
pub(super) async fn files(
    tx: &mut Tx,
    staff: &StaffId,
    conversation: &Conversation,
    also: &Also,
) -> Answer<Vec<NewAttachmentRow>> {
    let mut rows = Vec::new();
    for id in also.files.iter().take(100) {
        let Some((of, file)) = store::macro_file(tx, id).await? else { continue };
        if macros::fitting(tx, staff, conversation, &of).await?.is_none() {
            continue;
        }
        let attachment = Attachment {
            id: AttachmentId::next(&tx.ids(), tx.now()),
            name: file.name,
            content_type: file.content_type,
            size: file.size,
            inline: file.alt.is_some(),
            content_id: None,
            alt: file.alt,
        };
        rows.push(NewAttachmentRow { attachment, blob: file.blob, part: None });
    }
    Ok(rows)
}

/// Takes back what was done together with a reply; `after` is still to be saved. Who has it by another's doing keeps it.
pub(super) async fn taken_back(tx: &mut Tx, actor: &Actor, after: &mut Conversation, did: &Did) -> Answer<()> {
    for promise in &did.promises {
        promising::hand_back(tx, actor, promise, (after.assignee.as_ref(), did.owner.as_ref())).await?;
    }
    for tag in &did.tagged {
        store::take_off_tag(tx, &after.id, tag).await?;
    }
    for item in &did.items {
        store::remove_item(tx, item).await?;
    }
    for tag in &did.untagged {
        store::put_tag(tx, &after.id, tag).await?;
    }
    let kinds: Vec<_> = did.also.acts.iter().map(MacroAct::kind).collect();
    if kinds.contains(&"department") {
        after.department.clone_from(&did.department);
    }
    if kinds.contains(&"assign") || kinds.contains(&"department") {
        after.assignee.clone_from(&did.owner);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_a_macro_is_part_of_sending() {
        let table = [
            ("state:open", false, AfterReply::StayOpen, 0),
            ("state:solved", true, AfterReply::Solve, 0),
            ("state:waiting_customer", false, AfterReply::Wait, 0),
            ("state:waiting_others", false, AfterReply::Wait, 1),
            ("state:waiting_others", true, AfterReply::Wait, 0),
            ("tag:motor", false, AfterReply::Solve, 1),
        ];
        for (code, later, expected, left) in table {
            let also = Also { acts: MacroAct::from_code(code).into_iter().collect(), ..Also::default() };
            let (then, outcome, also) = with_reply(AfterReply::Solve, also, later);
            assert_eq!((then, outcome, also.acts.len()), (expected, None, left), "{code}");
        }
        let acts = ["outcome:lost", "tag:motor", "outcome:righted"];
        let also = Also { acts: acts.into_iter().filter_map(MacroAct::from_code).collect(), ..Also::default() };
        let (then, outcome, also) = with_reply(AfterReply::Wait, also, false);
        let righted = Stated { ending: crate::model::Ending::Righted, known: None };
        assert_eq!((then, outcome, also.acts.len()), (AfterReply::Wait, Some(righted), 1), "the later has the word");
    }
}
