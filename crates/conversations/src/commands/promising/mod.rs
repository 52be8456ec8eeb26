//! What becomes of promises by hand: tracked, kept, moved, given up, handed over. What happens to them with a message
//! stands in `said.rs`, what time brings in `watching.rs`.

mod handing;
mod said;
mod watching;

use base::{Action, Actor, Instant, Scope};
use people::StaffId;
use platform::{Fault, Platform, Tx};

use super::{Answer, CommandError, load, posting};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, PromiseId};
use crate::model::{Conversation, Promise, PromiseChange, PromiseDue, PromiseKind, PromiseState};
use crate::queries::{self, House, Keeping};
use crate::rules::departments::works_on;
use crate::rules::promises as rule;
use crate::rules::states::Refusal;
use crate::store;

pub(super) use handing::{go_with, hand_back};
pub use said::language_of;
pub(super) use said::{gone, heard, heard_in, keep_by, said, taken_back, will_keep};
pub use watching::watch_promise;
pub(super) use watching::{watch, watch_all};

/// A promise about to be made by hand.
#[derive(Clone, Debug, Default)]
pub struct NewPromise {
    /// What is to be kept.
    pub words: String,
    /// By when, as a field of a form has it; empty for a check after two working days.
    pub by: String,
    /// Who keeps it; without, who has the conversation, or else who makes it.
    pub owner: Option<StaffId>,
}

/// Makes a promise by hand.
///
/// # Errors
/// [`Refusal::Empty`]; [`Refusal::NoTime`], [`Refusal::TimePassed`], [`Refusal::TimeTooFar`];
/// [`Refusal::NoSuchColleague`].
pub async fn make_promise(p: &Platform, actor: &Actor, id: &ConversationId, new: NewPromise) -> Answer<PromiseId> {
    let staff = posting::staff_id(actor)?;
    let words = rule::words(&new.words);
    if words.is_empty() {
        return Err(Refusal::Empty.into());
    }
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let conversation = load(&mut tx, actor, &id).await?;
    let house = queries::house(&mut tx).await?;
    let due = typed(&new.by, &house, tx.now())?;
    let owner = match new.owner {
        Some(owner) => Some(able(&mut tx, &conversation, &owner).await?.0),
        None => Some(conversation.assignee.clone().unwrap_or_else(|| staff.clone())),
    };
    let it = Promise { owner, made_by: Some(staff), words, ..blank(&tx, &conversation) };
    let it = rule::tracked(&it, due, house.hours(), tx.now())?;
    kept_and_told(&mut tx, actor, &it, PromiseChange::Made).await?;
    tx.commit().await?;
    Ok(it.id)
}

/// A promise of this conversation without anything in it.
fn blank(tx: &Tx, conversation: &Conversation) -> Promise {
    Promise {
        id: PromiseId::next(&tx.ids(), tx.now()),
        conversation: conversation.id.clone(),
        person: conversation.person.clone(),
        message: None,
        words: String::new(),
        kind: PromiseKind::Open,
        owner: None,
        owner_name: String::new(),
        department: conversation.department.clone(),
        due: None,
        word: None,
        state: PromiseState::Suggested,
        made_by: None,
        made_at: tx.now(),
        ended_at: None,
        reason: String::new(),
        kept_in: None,
        remind_at: None,
        alert_at: None,
    }
}

/// Says that what was found is a promise, by the day that was read, or by one of their own.
///
/// # Errors
/// [`Refusal::PromiseOver`]; [`Refusal::NoTime`], [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub async fn track_promise(p: &Platform, actor: &Actor, id: &PromiseId, by: &str) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, id).await?;
    let house = queries::house(&mut tx).await?;
    let due = typed(by, &house, tx.now())?;
    let after = rule::tracked(&it, due, house.hours(), tx.now())?;
    done(tx, actor, after, PromiseChange::Made).await
}

/// Says that what was found is no promise.
///
/// # Errors
/// [`Refusal::PromiseOver`] once somebody said that it is one.
pub async fn drop_promise(p: &Platform, actor: &Actor, id: &PromiseId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, id).await?;
    if it.state != PromiseState::Suggested {
        return Err(Refusal::PromiseOver.into());
    }
    store::remove_promise(&mut tx, &it.id).await?;
    tell(&mut tx, actor, &it, PromiseChange::Dropped, None).await?;
    tx.commit().await?;
    Ok(it.conversation)
}

/// Marks a promise as kept: broken, if that was too late.
///
/// # Errors
/// [`Refusal::PromiseOver`].
pub async fn keep_promise(p: &Platform, actor: &Actor, id: &PromiseId) -> Answer<ConversationId> {
    let (tx, it) = begin(p, actor, id).await?;
    let after = rule::kept(&it, None, tx.now())?;
    let change = ended(&after);
    done(tx, actor, after, change).await
}

/// Moves a promise to another day.
///
/// # Errors
/// [`Refusal::PromiseOver`]; [`Refusal::NoTime`], [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub async fn move_promise(
    p: &Platform,
    actor: &Actor,
    id: &PromiseId,
    (by, customer_knows): (&str, bool),
) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, id).await?;
    let house = queries::house(&mut tx).await?;
    let due = typed(by, &house, tx.now())?.ok_or(Refusal::NoTime)?;
    let after = rule::moved(&it, due, customer_knows, house.hours(), tx.now())?;
    let change = if customer_knows { PromiseChange::Renegotiated } else { PromiseChange::Moved };
    done(tx, actor, after, change).await
}

/// Gives a promise up, for a reason: broken, if it was late already.
///
/// # Errors
/// [`Refusal::PromiseOver`], [`Refusal::WhyMissing`].
pub async fn release_promise(p: &Platform, actor: &Actor, id: &PromiseId, why: &str) -> Answer<ConversationId> {
    let (tx, it) = begin(p, actor, id).await?;
    let after = rule::released(&it, why, tx.now())?;
    let change = ended(&after);
    done(tx, actor, after, change).await
}

/// Gives a promise to a colleague to keep.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is over; [`Refusal::NoSuchColleague`].
pub async fn hand_promise(p: &Platform, actor: &Actor, id: &PromiseId, to: &StaffId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, id).await?;
    if it.state.is_over() {
        return Err(Refusal::PromiseOver.into());
    }
    let conversation = load(&mut tx, actor, &it.conversation).await?;
    let (owner, owner_name) = able(&mut tx, &conversation, to).await?;
    if it.owner.as_ref() == Some(&owner) {
        return Ok(it.conversation);
    }
    let after = Promise { owner: Some(owner), owner_name, ..it };
    done(tx, actor, after, PromiseChange::Handed).await
}

/// Says that a promise is to be kept after all.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not over.
pub async fn reopen_promise(p: &Platform, actor: &Actor, id: &PromiseId) -> Answer<ConversationId> {
    let (mut tx, it) = begin(p, actor, id).await?;
    let house = queries::house(&mut tx).await?;
    let after = rule::reopened(&it, house.hours(), tx.now())?;
    done(tx, actor, after, PromiseChange::Reopened).await
}

/// Begins a change of a promise whose conversation the actor works on; both are held until it ends.
async fn begin(p: &Platform, actor: &Actor, id: &PromiseId) -> Answer<(Tx, Promise)> {
    let scope: Scope = base::allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let found = store::find_promise(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    load(&mut tx, actor, &found.conversation).await?;
    // Whoever changed it while we waited for its conversation was first.
    let it = store::find_promise(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    if it.conversation == found.conversation { Ok((tx, it)) } else { Err(CommandError::NotFound) }
}

/// Writes what became of it, and ends the change.
async fn done(mut tx: Tx, actor: &Actor, after: Promise, change: PromiseChange) -> Answer<ConversationId> {
    kept_and_told(&mut tx, actor, &after, change).await?;
    tx.commit().await?;
    Ok(after.conversation)
}

/// Writes what became of it, as part of more.
async fn kept_and_told(tx: &mut Tx, actor: &Actor, after: &Promise, change: PromiseChange) -> Result<(), Fault> {
    store::put_promise(tx, after).await?;
    watch(tx, after).await?;
    tell(tx, actor, after, change, None).await
}

/// What happened when it came to an end.
const fn ended(after: &Promise) -> PromiseChange {
    match after.state {
        PromiseState::Broken => PromiseChange::Broken,
        PromiseState::Released => PromiseChange::Released,
        PromiseState::Suggested | PromiseState::Open | PromiseState::Renegotiated | PromiseState::Kept => {
            PromiseChange::Kept
        }
    }
}

/// Tells what happened to it, and who keeps it now.
async fn tell(
    tx: &mut Tx,
    actor: &Actor,
    it: &Promise,
    change: PromiseChange,
    cause: Option<&str>,
) -> Result<(), Fault> {
    let now = tx.now();
    let keeper = Keeping::now(tx, now).await?.by_whom(it);
    let (keeper, who) = keeper.map_or((None, String::new()), |(id, name)| (Some(id), name));
    let event = ConversationEvent::PromiseChanged {
        conversation: it.conversation.clone(),
        promise: it.id.clone(),
        change,
        message: it.message.clone(),
        words: it.words.clone(),
        keeper,
        who,
        due: it.due.as_ref().map(|due| due.latest),
        reason: it.reason.clone(),
    };
    tx.record(&event, actor, cause).await
}

/// A day that somebody typed, if they typed one.
fn typed(by: &str, house: &House, now: Instant) -> Result<Option<PromiseDue>, Refusal> {
    if by.trim().is_empty() {
        return Ok(None);
    }
    rule::said(by, house.hours(), now).map(Some)
}

/// A colleague who can keep what was promised there, by id and name.
async fn able(tx: &mut Tx, conversation: &Conversation, who: &StaffId) -> Answer<(StaffId, String)> {
    let found = people::staff::find(tx, &Scope::All, who).await?.filter(|one| one.disabled_at.is_none());
    let found = found.filter(|one| works_on(&one.actor(), conversation.department.as_ref()));
    let found = found.ok_or(Refusal::NoSuchColleague)?;
    Ok((found.id, found.name))
}
