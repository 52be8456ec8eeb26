//! What points from a message to conversations that are there: gathered for [`crate::rules::placing`],
//! which decides.

use base::Scope;
use people::PersonId;
use platform::{Platform, Result, Tx};

use super::aside;
use super::inbound::Inbound;
use crate::ids::ConversationId;
use crate::model::{Conversation, MessageKind, ParticipantState, State};
use crate::rules::placing::{Candidate, Evidence, Standing, Step};
use crate::rules::states::ClosedReply;
use crate::rules::subject_tag::{self, SubjectTag};
use crate::{naming, settings, store};

/// The nearest ancestors stand last; more of them than this is more than any thread needs.
const REFERENCES_MOST: usize = 100;
/// Reply tags that are looked at.
const TAGS_MOST: usize = 20;

/// The ids that a message answers, nearest first, those of our own form apart: they are good with our
/// signature or for nothing.
struct Answered<'a> {
    ours: Vec<&'a str>,
    forged: Vec<&'a str>,
    foreign: Vec<&'a str>,
}

impl<'a> Answered<'a> {
    fn by(p: &Platform, inbound: &'a Inbound) -> Self {
        let mut all = Self { ours: Vec::new(), forged: Vec::new(), foreign: Vec::new() };
        for id in inbound.references.iter().rev().map(String::as_str).take(REFERENCES_MOST) {
            let list = match (naming::has_our_form(id), naming::is_our_message_id(p, id)) {
                (_, true) => &mut all.ours,
                (true, false) => &mut all.forged,
                (false, false) => &mut all.foreign,
            };
            if !id.is_empty() && !list.contains(&id) {
                list.push(id);
            }
        }
        all
    }
}

/// The ids that a message answers, nearest first: ours with our signature, and those of others.
pub(super) fn ids_answered<'a>(p: &Platform, inbound: &'a Inbound) -> Vec<&'a str> {
    let answered = Answered::by(p, inbound);
    answered.ours.into_iter().chain(answered.foreign).collect()
}

/// The ids to remember with a message: those of others, which mails to come may share.
pub(super) fn to_remember<'a>(p: &Platform, inbound: &'a Inbound) -> Vec<&'a str> {
    Answered::by(p, inbound).foreign
}

/// Everything that points somewhere, nearest ancestors first. What comes to a closed conversation goes where that went on,
/// if the business wants it so.
pub(super) async fn candidates(
    p: &Platform,
    tx: &mut Tx,
    inbound: &Inbound,
    person: &PersonId,
    trace: &mut Vec<Step>,
) -> Result<Vec<Candidate>> {
    let goes_on = settings::manners(tx).await?.closed_reply == ClosedReply::Link;
    pointed_to(p, tx, (inbound, person), goes_on, trace).await
}

/// The same; `goes_on` says whether a closed conversation stands for the one that went on from it.
pub(super) async fn pointed_to(
    p: &Platform,
    tx: &mut Tx,
    (inbound, person): (&Inbound, &PersonId),
    goes_on: bool,
    trace: &mut Vec<Step>,
) -> Result<Vec<Candidate>> {
    let answered = Answered::by(p, inbound);
    trace.extend(answered.forged.iter().take(3).map(|id| Step::new("forged_id").with("id", id)));
    let mut found: Vec<(ConversationId, Evidence)> = Vec::new();
    for tag in inbound.reply_tags.iter().take(TAGS_MOST) {
        let Some(number) = naming::number_in_reply_tag(tag) else {
            let theirs = aside::customers(p, tx, tag, person).await?;
            found.extend(theirs.map(|id| (id, Evidence::ReplyAddress)));
            continue;
        };
        let there = match store::find_by_number(tx, &Scope::All, number).await? {
            Some(there) => Some(there),
            None => store::deleted_by_number(tx, number).await?,
        };
        // A tag of somebody else's conversation, or a bent one, is no evidence at all.
        if let Some(conversation) = there
            && is_ours(p, tx, tag, &conversation).await?
        {
            found.push((conversation.id, Evidence::ReplyAddress));
        }
    }
    for (id, kind) in store::by_mail_ids(tx, &answered.ours).await? {
        // What was said in a side thread leads nobody but its customer into the conversation.
        if kind == MessageKind::SideOut && !is_customer(tx, &id, person).await? {
            continue;
        }
        if !kind.came_in() {
            found.push((id, Evidence::OurMessage));
        }
    }
    found.extend(by_others_ids(p, tx, inbound, &answered.foreign).await?);
    let manners = settings::manners(tx).await?;
    if manners.subject_tag != SubjectTag::Off {
        for number in subject_tag::numbers(&inbound.subject) {
            if let Some(conversation) = store::find_by_number(tx, &Scope::All, number).await? {
                found.push((conversation.id, Evidence::SubjectTag));
            }
        }
    }
    let mut candidates: Vec<Candidate> = Vec::with_capacity(found.len());
    for (id, evidence) in found {
        let id = store::where_merged(tx, &id).await?;
        let Some(mut conversation) = store::find(tx, &Scope::All, &id).await? else {
            // Who deleted it did so without what comes now: it begins anew.
            if let Some(gone) = store::find_even_deleted(tx, &id).await? {
                let step = Step::new("deleted_conversation").with("number", gone.number);
                if !trace.contains(&step) {
                    trace.push(step);
                }
            }
            continue;
        };
        if goes_on {
            conversation = where_it_went_on(tx, conversation).await?;
        }
        let sender = standing(tx, &conversation, person, &inbound.from.address).await?;
        // A number can be guessed: it brings in nobody whose own domain denies them.
        if evidence == Evidence::SubjectTag && inbound.is_denied() {
            continue;
        }
        let Conversation { id: conversation, number, state, .. } = conversation;
        let candidate = Candidate { conversation, number, evidence, state, sender };
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    Ok(candidates)
}

/// Whether we made this tag for the conversation's customer, or for somebody who is part of them by now.
async fn is_ours(p: &Platform, tx: &mut Tx, tag: &str, conversation: &Conversation) -> Result<bool> {
    if naming::is_reply_tag(p, tag, conversation.number, &conversation.person) {
        return Ok(true);
    }
    let once = people::merging::once(tx, &conversation.person).await?;
    Ok(once.iter().any(|person| naming::is_reply_tag(p, tag, conversation.number, person)))
}

/// By ids that others gave: those of messages that came in, and those that messages share although
/// nobody here has seen what they name. What answers this message may have come before it.
async fn by_others_ids(
    p: &Platform,
    tx: &mut Tx,
    inbound: &Inbound,
    answered: &[&str],
) -> Result<Vec<(ConversationId, Evidence)>> {
    let stored = store::by_mail_ids(tx, answered).await?.into_iter();
    let inbound_only = stored.filter(|(_, kind)| *kind == MessageKind::Inbound);
    let mut found: Vec<_> = inbound_only.map(|(id, _)| (id, Evidence::ForeignMessage)).collect();
    let own = inbound.mail_id.as_deref();
    let own = own.filter(|id| !id.is_empty() && !naming::has_our_form(id) && !naming::is_our_message_id(p, id));
    let shared: Vec<&str> = answered.iter().copied().chain(own).collect();
    found.extend(store::answering(tx, &shared).await?.into_iter().map(|id| (id, Evidence::SharedReference)));
    Ok(found)
}

async fn is_customer(tx: &mut Tx, id: &ConversationId, person: &PersonId) -> Result<bool> {
    Ok(store::find(tx, &Scope::All, id).await?.is_some_and(|conversation| conversation.person == *person))
}

/// A second answer to a closed conversation belongs to the one that the first began.
async fn where_it_went_on(tx: &mut Tx, mut conversation: Conversation) -> Result<Conversation> {
    const STEPS_MOST: usize = 20;
    for _ in 0..STEPS_MOST {
        if conversation.state != State::Closed {
            break;
        }
        let Some(next) = store::continuation(tx, &conversation).await? else { break };
        conversation = next;
    }
    Ok(conversation)
}

/// How the sender stands to a conversation: its customer takes part, and whom colleagues let in.
async fn standing(tx: &mut Tx, conversation: &Conversation, person: &PersonId, address: &str) -> Result<Standing> {
    if conversation.person == *person {
        return Ok(Standing::TakesPart);
    }
    let states = store::participant_states(tx, &conversation.id, person, address).await?;
    Ok(if states.contains(&ParticipantState::Confirmed) {
        Standing::TakesPart
    } else if states.contains(&ParticipantState::Removed) {
        Standing::Removed
    } else {
        Standing::Stranger
    })
}
