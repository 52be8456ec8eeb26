//! Making one conversation of two. Only people do; a message that links two only makes an offer.

use base::Action::WorkConversations;
use base::Actor;
use platform::{Platform, Tx};

use super::participants::customers_mailboxes;
use super::{Answer, CommandError, clocks, closing, coming_along, later, load, load_as_it_stands, service, snoozing};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, Group, ParticipantState, State, WokenBy};
use crate::rules::states::Refusal;
use crate::store::{self, Before, Merge, Moved};

/// Makes a conversation part of the one with `number`: its messages, its people, and whatever mail comes
/// for it later. Its history stays its own and is shown there too. What waits for its time and what is half written
/// comes along.
///
/// # Errors
/// [`Refusal::NoSuchConversation`], [`Refusal::OnItsWay`].
pub async fn merge(p: &Platform, actor: &Actor, id: &ConversationId, number: i64) -> Answer<ConversationId> {
    let scope = base::allowed(actor, WorkConversations)?;
    let mut tx = p.begin().await?;
    let found = store::find_by_number(&mut tx, &scope, number).await?.ok_or(Refusal::NoSuchConversation)?;
    let target = store::where_merged(&mut tx, &found.id).await?;
    if target == *id || store::merge_of(&mut tx, id).await?.is_some() {
        return Err(Refusal::NoSuchConversation.into());
    }
    let (source, target) = load_both(&mut tx, actor, id, &target).await?;
    let (source, target) = (clocks::caught_up(&mut tx, source).await?, clocks::caught_up(&mut tx, target).await?);
    if store::on_its_way(&mut tx, &source.id).await? {
        return Err(Refusal::OnItsWay.into());
    }
    let messages = store::message_ids(&mut tx, &source.id).await?;
    let newer = store::last_word(&mut tx, &source.id).await? > store::last_word(&mut tx, &target.id).await?;
    store::move_messages(&mut tx, &messages, &target.id).await?;
    let people = unite(&mut tx, &source, &target).await?;
    let along = coming_along::bring(&mut tx, actor, &source, &target, &messages).await?;
    let mut united = united(&source, &target, newer);
    if !along.held.is_empty() {
        united = later::looked_for(united);
    }
    store::save(&mut tx, &target, &united).await?;
    snoozing::woken(&mut tx, actor, &target, WokenBy::Colleague, None).await?;
    store::save(&mut tx, &source, &emptied(&source)).await?;
    let united = service::follow(&mut tx, &united).await?;
    let count = store::message_ids(&mut tx, &target.id).await?.len();
    let (stood, now) = ((Before::of(&source), Before::of(&target)), tx.now());
    let moved = Moved { messages, people, source: stood.0, target: stood.1, after: Before::of(&united), count, along };
    let merge = Merge { source: source.id.clone(), target: target.id.clone(), moved };
    store::add_merge(&mut tx, &merge, now).await?;
    store::end_offer(&mut tx, &source.id, &target.id).await?;
    clocks::watch(&mut tx, &united).await?;
    let (into, number) = (target.id.clone(), target.number);
    let event = ConversationEvent::MergedInto { conversation: source.id.clone(), into, number };
    tx.record(&event, actor, None).await?;
    let event = ConversationEvent::TookIn { conversation: target.id.clone(), from: source.id, number: source.number };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(target.id)
}

/// Both, for changing them, always in the same order, and then the causes they have in common with others: two who merge
/// at once wait for each other.
async fn load_both(
    tx: &mut Tx,
    actor: &Actor,
    source: &ConversationId,
    target: &ConversationId,
) -> Answer<(Conversation, Conversation)> {
    let (source, target) = if source < target {
        let source = load_as_it_stands(tx, actor, WorkConversations, source).await?;
        (source, load_as_it_stands(tx, actor, WorkConversations, target).await?)
    } else {
        let target = load_as_it_stands(tx, actor, WorkConversations, target).await?;
        (load_as_it_stands(tx, actor, WorkConversations, source).await?, target)
    };
    store::hold_problems_of(tx, &source.id, &target.id).await?;
    Ok((source, target))
}

/// Everybody of the one takes part in the other; answers whom that brought in.
async fn unite(tx: &mut Tx, source: &Conversation, target: &Conversation) -> Answer<Vec<String>> {
    let mut people = Vec::new();
    let now = tx.now();
    if source.person != target.person {
        for mailbox in customers_mailboxes(tx, source).await? {
            if store::welcome_participant(tx, &target.id, &mailbox, now).await? {
                people.push(mailbox.address);
            }
        }
    }
    let known = store::participants_of(tx, &target.id).await?;
    for one in store::participants_of(tx, &source.id).await? {
        let brought = match one.state {
            ParticipantState::Confirmed => store::welcome_participant(tx, &target.id, &one.mailbox, now).await?,
            state if !known.iter().any(|other| other.mailbox.address == one.mailbox.address) => {
                store::put_participant(tx, &target.id, &one.mailbox, state, one.since).await?;
                true
            }
            _ => false,
        };
        if brought {
            people.push(one.mailbox.address);
        }
    }
    Ok(people)
}

/// The target with what the source brings: the nearer deadline, the newer words. `newer` says whether the last word that
/// went between the customer and us is the source's: whatever touched either since, a note say, answers nobody.
fn united(source: &Conversation, target: &Conversation, newer: bool) -> Conversation {
    let mut after = target.clone();
    after.clocks = target.clocks.clone().with(&source.clocks);
    if source.state.group() == Group::Open && target.state.group() != Group::Open {
        after.state = State::Open;
        after.label = None;
        after.close_reason = None;
    }
    // Whatever either was put away for, they are one matter now.
    after.snoozed = None;
    after.unread |= source.unread;
    if source.touched_at > target.touched_at {
        after.touched_at = source.touched_at;
        after.snippet = source.snippet.clone();
    }
    if newer {
        after.customer_spoke_last = source.customer_spoke_last;
    }
    after
}

fn emptied(source: &Conversation) -> Conversation {
    let mut after = source.clone();
    after.state = State::Closed;
    after.label = None;
    after.snoozed = None;
    after.clocks = after.clocks.over();
    after.unread = false;
    after
}

/// Takes apart what a merge brought together, as long as nothing new has happened there.
///
/// # Errors
/// [`Refusal::MergeStays`] when something has.
pub async fn undo_merge(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let merge = store::merge_of(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    let (source, target) = load_both(&mut tx, actor, id, &merge.target).await?;
    let count = store::message_ids(&mut tx, &target.id).await?.len();
    if !merge.moved.can_be_undone(&target, count) {
        return Err(Refusal::MergeStays.into());
    }
    store::move_messages(&mut tx, &merge.moved.messages, &source.id).await?;
    // Whatever the other was called meanwhile, they are found by what their own is called.
    store::find_again(&mut tx, &merge.moved.messages).await?;
    for address in &merge.moved.people {
        store::remove_participant(&mut tx, &target.id, address).await?;
    }
    coming_along::take_back(&mut tx, &source, &target, &merge.moved.along).await?;
    store::remove_merge(&mut tx, &source.id).await?;
    for (before, stood, number) in
        [(&source, &merge.moved.source, target.number), (&target, &merge.moved.target, source.number)]
    {
        let mut after = before.clone();
        after.state = stood.state;
        after.snoozed = snoozing::restored(&mut tx, before, stood.snoozed()).await?;
        after.bring_clocks_back(stood.clocks());
        after.snippet.clone_from(&stood.snippet);
        after.customer_spoke_last = stood.customer_spoke_last;
        store::save(&mut tx, before, &after).await?;
        clocks::watch(&mut tx, &after).await?;
        // Its quiet days may have ended while it was part of the other.
        if after.state == State::Solved {
            closing::watch_quiet(&mut tx, &after).await?;
        }
        let event = ConversationEvent::TakenApart { conversation: before.id.clone(), number };
        tx.record(&event, actor, None).await?;
    }
    // Once both stand as they stood: whatever opens one ends what was said of it.
    store::hold_opinions(&mut tx, &merge.moved.along.held_opinions).await?;
    Ok(tx.commit().await?)
}

/// Turns an offered merge down: these two stay two.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn leave_apart(p: &Platform, actor: &Actor, id: &ConversationId, number: i64) -> Answer<()> {
    let mut tx = p.begin().await?;
    let one = load(&mut tx, actor, id).await?;
    let scope = base::allowed(actor, WorkConversations)?;
    let other = store::find_by_number(&mut tx, &scope, number).await?.ok_or(Refusal::NoSuchConversation)?;
    if store::end_offer(&mut tx, &one.id, &other.id).await? {
        tx.commit().await?;
    }
    Ok(())
}
