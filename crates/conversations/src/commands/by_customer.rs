//! What customers do on the page of their request, and the link that lets them in. What they write comes as a message
//! from outside, like a mail.

use std::collections::BTreeSet;

use base::{Action, Actor, Scope, allowed};
use people::PersonId;
use people::person::fold_address;
use platform::{Platform, Result, Tx};

use super::{Answer, CommandError, actor_name, clocks, closing, ending, load};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, OpinionId};
use crate::model::{Conversation, Mailbox, Opinion, Proof, Said, State, Verdict, WokenBy};
use crate::queries::Request;
use crate::rules::opinions;
use crate::rules::states::Refusal;
use crate::store;

/// The customer came by a link that was mailed to `address`: what they typed on pages under it before counts as
/// theirs from now on.
///
/// # Errors
/// When the database cannot be used.
pub async fn prove_sender(tx: &mut Tx, person: &PersonId, address: &str) -> Result<()> {
    let address = fold_address(address);
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_owned();
    let proof = Proof { verdict: Verdict::Proved, by: "link".to_owned(), domain };
    let actor = Actor::Customer { id: person.to_string() };
    let mut told = BTreeSet::new();
    for (message, conversation) in store::typed_unproved(tx, person, &address).await? {
        store::set_proof(tx, &message, &proof).await?;
        if told.insert(conversation.clone()) {
            tx.record(&ConversationEvent::SenderProved { conversation }, &actor, None).await?;
        }
    }
    Ok(())
}

/// The customer has no more to ask: it is solved, and no colleague owes a reason for it.
///
/// # Errors
/// [`Refusal::AlreadyClosed`].
pub async fn settle(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = own(&mut tx, actor, id).await?;
    if matches!(before.state, State::Solved | State::Closed) {
        return Err(Refusal::AlreadyClosed.into());
    }
    let person = people::person::find(&mut tx, &Scope::All, &before.person).await?;
    let who = Mailbox { name: person.map(|person| person.name).unwrap_or_default(), address: String::new() };
    // What waited is held back, and what was put away is seen again: it is counted there from then on.
    let before = super::later::hold_back(&mut tx, &before, &who).await?;
    closing::move_to(&mut tx, actor, &before, before.clone(), State::Solved, String::new()).await?;
    ending::content_by_word(&mut tx, actor, id, true).await?;
    Ok(tx.commit().await?)
}

/// The customer takes it up again, without a word: somebody owes them an answer.
///
/// # Errors
/// [`Refusal::AlreadyOpen`] unless it is solved; to what is closed for long, they write.
pub async fn take_up(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = own(&mut tx, actor, id).await?;
    if before.state != State::Solved {
        return Err(Refusal::AlreadyOpen.into());
    }
    owed_again(&mut tx, actor, &before).await?;
    Ok(tx.commit().await?)
}

/// Somebody owes its customer an answer again.
async fn owed_again(tx: &mut Tx, actor: &Actor, before: &Conversation) -> Answer<()> {
    let policy = super::service::targets_of(tx, before).await?;
    let now = tx.now();
    let mut after = before.clone();
    after.state = State::Open;
    after.label = None;
    after.touched_at = now;
    after.clocks = after.clocks.resumed(&policy, now).customer_wrote(&policy, now);
    after.customer_spoke_last = true;
    after.close_reason = None;
    after.unread = true;
    after.snoozed = None;
    let given = super::standing_in::while_away(tx, before, &mut after).await?;
    store::save(tx, before, &after).await?;
    super::clocks::watch(tx, &after).await?;
    super::snoozing::woken(tx, actor, before, WokenBy::Message, None).await?;
    if let Some(given) = given {
        tx.record(&given, &Actor::System, None).await?;
    }
    let (conversation, from, to) = (after.id, before.state, after.state);
    let event = ConversationEvent::StateChanged { conversation, from, to, reason: String::new() };
    tx.record(&event, actor, None).await?;
    Ok(())
}

/// Characters of what a customer adds to their word.
pub const OPINION_MAX: usize = 2000;

/// The customer says whether it was what they wanted. As long as it stands so, they may say otherwise. Where it was not,
/// and where they wish so, somebody owes them an answer again.
///
/// # Errors
/// [`Refusal::NotAsked`] unless it is solved, or a complaint whose customer has the word.
pub async fn say_opinion(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    (said, comment): (Said, &str),
    again: bool,
) -> Answer<()> {
    let mut tx = p.begin().await?;
    let before = own(&mut tx, actor, id).await?;
    let complaint = store::complaint_of(&mut tx, id).await?.is_some_and(|one| one.is);
    if !opinions::is_asked(before.state, complaint) {
        return Err(Refusal::NotAsked.into());
    }
    let opens = opinions::opens(before.state, said, again);
    let now = tx.now();
    let old = store::opinions_of(&mut tx, id).await?.into_iter().find(|one| one.open);
    let opinion = Opinion {
        id: old.as_ref().map_or_else(|| OpinionId::next(&tx.ids(), now), |old| old.id.clone()),
        conversation: id.clone(),
        at: now,
        said,
        comment: comment.replace('\0', "").replace("\r\n", "\n").trim().chars().take(OPINION_MAX).collect(),
        open: !opens,
    };
    store::put_opinion(&mut tx, &opinion).await?;
    let (conversation, id) = (id.clone(), opinion.id.clone());
    tx.record(&ConversationEvent::OpinionGiven { conversation, opinion: id, said }, actor, None).await?;
    ending::content_by_word(&mut tx, actor, &before.id, said == Said::Exactly).await?;
    ending::wished(&mut tx, actor, &before, (old.as_ref(), &opinion)).await?;
    if opens {
        owed_again(&mut tx, actor, &before).await?;
    }
    Ok(tx.commit().await?)
}

/// The customer who acts on what a link opened.
#[must_use]
pub fn customer(request: &Request) -> Actor {
    Actor::Customer { id: request.conversation.person.to_string() }
}

async fn own(tx: &mut Tx, actor: &Actor, id: &ConversationId) -> Answer<Conversation> {
    let scope = allowed(actor, Action::ReceiveMessages)?;
    match (actor, &scope) {
        (Actor::Customer { .. }, Scope::Own(_)) => {}
        _ => return Err(CommandError::Forbidden),
    }
    let found = store::find_for_update(tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    Ok(clocks::caught_up(tx, found).await?)
}

/// Makes the link that the customer has worth nothing, for it came into other hands. The next mail to them bears
/// another one.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn withdraw_link(p: &Platform, actor: &Actor, id: &ConversationId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let conversation = load(&mut tx, actor, id).await?;
    store::withdraw_link(&mut tx, &conversation.id).await?;
    for (merged, _) in store::merged_into(&mut tx, &conversation.id).await? {
        store::withdraw_link(&mut tx, &merged).await?;
    }
    let by = actor_name(&mut tx, actor).await?;
    tx.record(&ConversationEvent::LinkWithdrawn { conversation: conversation.id, by }, actor, None).await?;
    Ok(tx.commit().await?)
}
