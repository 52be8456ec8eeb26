//! Side threads, from outside: what is sent to one by whom it is with, and what comes back of what we sent there.
//!
//! Nothing of it reaches the customer: no receipt, no clock of theirs, nobody who takes part by it.

use base::{Actor, Scope};
use people::PersonId;
use platform::{Context, Platform, Result, Tx};

use super::candidates::ids_answered;
use super::inbound::Inbound;
use super::{clocks, receiving, service, snippet, snoozing, standing_in};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, SideId};
use crate::model::{Side, WokenBy};
use crate::rules::placing::{Place, Step};
use crate::rules::sides::{self, Sender, Writer};
use crate::{naming, store};

/// Reply tags that are looked at.
const TAGS_MOST: usize = 20;

/// The side thread that a tag of ours names.
async fn by_tag(p: &Platform, tx: &mut Tx, tag: &str) -> Result<Option<Side>> {
    let Some(number) = naming::number_in_side_tag(tag) else { return Ok(None) };
    let side = store::side_by_number(tx, number).await?;
    Ok(side.filter(|side| naming::side_tag(p, side.number, &side.id) == tag))
}

/// The conversation whose customer writes to the address of a side thread of it: that is where they are read.
pub(super) async fn customers(
    p: &Platform,
    tx: &mut Tx,
    tag: &str,
    person: &PersonId,
) -> Result<Option<ConversationId>> {
    let Some(side) = by_tag(p, tx, tag).await? else { return Ok(None) };
    let found = store::find(tx, &Scope::All, &side.conversation).await?;
    Ok(found.filter(|conversation| conversation.person == *person).map(|conversation| conversation.id))
}

/// The side thread that a message belongs to: by its address, or as an answer to what was said there, and only from
/// somebody who was written to in it. `returned` is the one of a mail of ours that it reports on.
pub(super) async fn place(
    p: &Platform,
    tx: &mut Tx,
    inbound: &Inbound,
    person: &PersonId,
    returned: Option<&SideId>,
    trace: &mut Vec<Step>,
) -> Result<Option<Side>> {
    if let Some(id) = returned {
        return store::find_side(tx, &Scope::All, id).await;
    }
    let mut pointed: Vec<(Side, bool)> = Vec::new();
    for tag in inbound.reply_tags.iter().take(TAGS_MOST) {
        pointed.extend(by_tag(p, tx, tag).await?.map(|side| (side, true)));
    }
    let answered = store::sides_of_mails(tx, &ids_answered(p, inbound)).await?;
    pointed.extend(answered.into_iter().map(|side| (side, false)));
    for (side, by_address) in pointed {
        let Some(conversation) = store::find(tx, &Scope::All, &side.conversation).await? else { continue };
        let sender = Sender {
            address: &inbound.from.address,
            is_customer: conversation.person == *person,
            is_denied: inbound.is_denied(),
        };
        let step = match sides::writer(sender, side.everybody()) {
            Writer::Correspondent => {
                let step = Step::new("joins_side").with("number", conversation.number).with("title", &side.title);
                trace.push(step);
                return Ok(Some(side));
            }
            Writer::Customer => Step::new("side_customer"),
            Writer::Stranger => Step::new("side_stranger"),
        };
        let step = step.with("number", conversation.number);
        if (by_address || step.code == "side_stranger") && !trace.contains(&step) {
            trace.push(step);
        }
    }
    Ok(None)
}

/// Takes a message into a side thread. `quiet` when it asks nothing of us: a machine's, or of somebody blocked.
pub(super) async fn take_in(
    p: &Platform,
    tx: &mut Tx,
    side: Side,
    (person, inbound): (&PersonId, &Inbound),
    quiet: bool,
    trace: &[Step],
) -> Result<(receiving::Written, Place)> {
    let before = store::find_for_update(tx, &Scope::All, &side.conversation).await?;
    let before = before.context("a side thread of a conversation that is gone")?;
    let id = before.id.clone();
    let message = receiving::write(p, tx, &id, person, inbound, Some(&side.id), trace).await?;
    let mut after = before.clone();
    after.touched_at = after.touched_at.max(inbound.received_at);
    after.state = sides::after_answer(before.state, quiet, false);
    if !quiet {
        after.unread = true;
        after.snoozed = None;
        if side.closed_at.is_some() {
            store::close_side(tx, &side.id, None).await?;
        }
    }
    if before.state != after.state {
        after.label = None;
        after.close_reason = None;
        // What is owed to the customer goes on being owed; nothing new is.
        after.clocks = after.clocks.resumed(&service::targets_of(tx, &before).await?, inbound.received_at);
    }
    let given = standing_in::while_full(tx, &before, &mut after).await?;
    store::save(tx, &before, &after).await?;
    clocks::watch(tx, &after).await?;
    let actor = Actor::Customer { id: person.to_string() };
    let from = if inbound.from.name.is_empty() { &inbound.from.address } else { &inbound.from.name };
    let event = ConversationEvent::SideAnswered {
        conversation: id.clone(),
        side: side.id.clone(),
        message: message.clone(),
        from: from.clone(),
        snippet: snippet(&inbound.text),
        automatic: inbound.automatic.is_some(),
    };
    tx.record(&event, &actor, None).await?;
    if let Some(given) = given {
        tx.record(&given, &Actor::System, None).await?;
    }
    if after.snoozed.is_none() {
        snoozing::woken(tx, &Actor::System, &before, WokenBy::Message, None).await?;
    }
    if before.state != after.state {
        let (from, to) = (before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation: id.clone(), from, to, reason: String::new() };
        tx.record(&event, &actor, None).await?;
    }
    Ok(((id.clone(), before.number, message), Place::Aside(id, side.id)))
}
