//! What becomes of a matter once it is closed: its outcome, and whether its customer is content where it is a complaint.

use base::{Action, Actor, allowed};
use jiff::tz::TimeZone;
use platform::{Platform, Tx};

use super::stepping::{self, Act};
use super::{Answer, NewNeed, actor_name, load, needs, posting};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, StepId};
use crate::model::{
    Complaint, ComplaintChange, Conversation, Group, Need, NeedState, NeedTold, Opinion, Outcome, Said, Stated, Yes,
};
use crate::queries;
use crate::rules::needs as need_rules;
use crate::rules::states::{REASON_MAX, Refusal};
use crate::{settings, store};

/// How a conversation is closed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Closing<'a> {
    /// Why, where nobody answered since the customer last wrote.
    pub reason: Option<&'a str>,
    /// Also while something that hangs on it is open.
    pub anyway: bool,
    /// What became of it.
    pub outcome: Option<Stated>,
    /// Also a complaint whose customer has not said yes; for those who lead, with `reason`.
    pub despite: bool,
}

/// Solves a conversation.
///
/// # Errors
/// Those of [`super::close`]; [`Refusal::OutcomeNeeded`]; [`Refusal::ComplaintOpen`]; [`Refusal::WhyMissing`] for a
/// complaint that is closed despite that and without a reason.
pub async fn close_with(p: &Platform, actor: &Actor, id: &ConversationId, how: Closing<'_>) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Close(how)).await
}

/// Says what became of a conversation that is closed, or that nobody knows.
///
/// # Errors
/// [`Refusal::NotAsked`] as long as it is open; [`Refusal::OutcomeNeeded`] where none is taken away.
pub async fn state_outcome(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    outcome: Option<Stated>,
) -> Answer<Option<StepId>> {
    stepping::take(p, actor, id, None, Act::Outcome(outcome)).await
}

/// Says it, as part of more.
pub(super) async fn say_later(tx: &mut Tx, actor: &Actor, it: &Conversation, outcome: Option<Stated>) -> Answer<()> {
    if it.state.group() != Group::Closed {
        return Err(Refusal::NotAsked.into());
    }
    if outcome.is_none() && settings::outcomes(tx).await?.required_in(it.department.as_ref()) {
        return Err(Refusal::OutcomeNeeded.into());
    }
    say(tx, actor, it, outcome).await
}

/// Nothing stands in the way of closing: its outcome is said where it must be, and a complaint's customer is content or
/// was tried to be reached. `despite` is why somebody who leads closes it all the same; `by_reply` says that they are
/// written to in the same step, which is a try as well.
pub(super) async fn may_end(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    outcome: Option<Stated>,
    (despite, by_reply): (Option<&str>, bool),
) -> Answer<()> {
    if before.state.group() == Group::Closed {
        return Ok(());
    }
    let said = outcome.is_some() || store::outcome_of(tx, &before.id).await?.is_some();
    if !said && settings::outcomes(tx).await?.required_in(before.department.as_ref()) {
        return Err(Refusal::OutcomeNeeded.into());
    }
    let Some(mut stands) = queries::complaint_stands(tx, &before.id).await? else { return Ok(()) };
    if by_reply {
        let zone = TimeZone::get(&settings::business(tx).await?.zone).unwrap_or(TimeZone::UTC);
        stands.tried.insert(tx.now().to_zoned(zone).date());
    }
    let Err(refusal) = stands.may_close() else { return Ok(()) };
    let Some(why) = despite else { return Err(refusal.into()) };
    let _all = allowed(actor, Action::ManageSettings)?;
    if why.trim().is_empty() {
        return Err(Refusal::WhyMissing.into());
    }
    told(tx, actor, &before.id, ComplaintChange::Overridden).await
}

/// Keeps what became of it; without, what was said before stays.
pub(super) async fn end(tx: &mut Tx, actor: &Actor, it: &Conversation, outcome: Option<Stated>) -> Answer<()> {
    match outcome {
        Some(_) => say(tx, actor, it, outcome).await,
        None => Ok(()),
    }
}

async fn say(tx: &mut Tx, actor: &Actor, it: &Conversation, stated: Option<Stated>) -> Answer<()> {
    let outcome = match stated {
        Some(Stated { ending, known: Some(known) }) => Some(Outcome { ending, known }),
        Some(Stated { ending, known: None }) => {
            Some(Outcome { ending, known: store::was_known(tx, &it.person, it).await? })
        }
        None => None,
    };
    bring_back(tx, actor, it, outcome).await
}

/// Sets what became of it, and tells so; nothing happens where that was said already.
pub(super) async fn bring_back(tx: &mut Tx, actor: &Actor, it: &Conversation, outcome: Option<Outcome>) -> Answer<()> {
    if store::outcome_of(tx, &it.id).await? == outcome {
        return Ok(());
    }
    let now = tx.now();
    store::set_outcome(tx, &it.id, outcome, now).await?;
    let (conversation, by) = (it.id.clone(), actor_name(tx, actor).await?);
    Ok(tx.record(&ConversationEvent::OutcomeStated { conversation, outcome, by }, actor, None).await?)
}

/// Says that a conversation is a complaint, or that it is none.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn mark_complaint(p: &Platform, actor: &Actor, id: &ConversationId, is: bool) -> Answer<()> {
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let it = load(&mut tx, actor, &id).await?;
    let was = store::complaint_of(&mut tx, &it.id).await?;
    if was.as_ref().is_some_and(|was| was.is == is) {
        return Ok(());
    }
    let now = tx.now();
    store::set_complaint(&mut tx, &it.id, Some(&Complaint { is, since: now, yes: None })).await?;
    // That it was never one is nothing to be told.
    if is || was.is_some() {
        told(&mut tx, actor, &it.id, if is { ComplaintChange::Marked } else { ComplaintChange::Cleared }).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes down that the customer of a complaint said that they are content, and how.
///
/// # Errors
/// [`Refusal::NotAsked`] where it is no complaint; [`Refusal::WhyMissing`] without how they said it.
pub async fn customer_content(p: &Platform, actor: &Actor, id: &ConversationId, how: &str) -> Answer<()> {
    let staff = posting::staff_id(actor)?;
    let how: String = how.trim().replace('\0', "").chars().take(REASON_MAX).collect();
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    let it = load(&mut tx, actor, &id).await?;
    let complaint = store::complaint_of(&mut tx, &it.id).await?.filter(|one| one.is).ok_or(Refusal::NotAsked)?;
    if how.is_empty() {
        return Err(Refusal::WhyMissing.into());
    }
    let yes = Some(Yes { at: tx.now(), to: Some(staff), how });
    store::set_complaint(&mut tx, &it.id, Some(&Complaint { yes, ..complaint })).await?;
    told(&mut tx, actor, &it.id, ComplaintChange::Content).await?;
    Ok(tx.commit().await?)
}

/// What the customer's own word on the page of their request means for a complaint.
pub(super) async fn content_by_word(tx: &mut Tx, actor: &Actor, id: &ConversationId, content: bool) -> Answer<()> {
    let Some(complaint) = store::complaint_of(tx, id).await?.filter(|one| one.is) else { return Ok(()) };
    if content {
        let yes = Some(Yes { at: tx.now(), to: None, how: String::new() });
        store::set_complaint(tx, id, Some(&Complaint { yes, ..complaint })).await?;
        return told(tx, actor, id, ComplaintChange::Content).await;
    }
    // Their newest word is the one that holds, whoever they said another to.
    Ok(store::set_complaint(tx, id, Some(&Complaint { yes: None, ..complaint })).await?)
}

/// The customer told what was missing: that is a need of theirs. Said again, it stays one; said otherwise, it is the one
/// that they meant, as long as nobody has done anything about it; and what they take back was none.
pub(super) async fn wished(
    tx: &mut Tx,
    actor: &Actor,
    of: &Conversation,
    (old, opinion): (Option<&Opinion>, &Opinion),
) -> Answer<()> {
    let wish = |one: &Opinion| {
        let words = need_rules::words(&one.comment);
        (one.said == Said::Almost && !words.is_empty()).then_some(words)
    };
    let (was, is) = (old.and_then(wish), wish(opinion));
    if was == is {
        return Ok(());
    }
    let there = store::needs_of(tx, &of.id).await?;
    let same = is.as_ref().is_some_and(|is| there.iter().any(|need| need.words == *is));
    let meant = |need: &Need| {
        let untouched = need.noted_by.is_none() && need.state == NeedState::Open && need.told == NeedTold::No;
        untouched && need.draft.is_none() && was.as_ref() == Some(&need.words)
    };
    let mine = there.iter().find(|need| meant(need)).cloned();
    match (mine, is.filter(|_| !same)) {
        (Some(mine), Some(words)) => needs::say_otherwise(tx, actor, &Need { words, ..mine }).await,
        (Some(mine), None) => needs::take_back(tx, actor, &mine).await,
        (None, Some(words)) => {
            needs::note(tx, actor, of, &NewNeed { words, ..NewNeed::default() }).await?;
            Ok(())
        }
        (None, None) => Ok(()),
    }
}

/// Says where nothing is closed without its outcome, and whether mails ask customers if it was what they wanted.
///
/// # Errors
/// Refused when the actor may not; [`Refusal::NoSuchDepartment`] for one that is gone or closed.
pub async fn set_outcomes(p: &Platform, actor: &Actor, wish: settings::Outcomes) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let was = settings::outcomes(&mut tx).await?;
    for key in wish.required.iter().filter(|key| !key.is_empty() && !was.required.contains(*key)) {
        let id = key.parse().map_err(|_| Refusal::NoSuchDepartment)?;
        let found = people::department::find(&mut tx, &id).await?;
        found.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    }
    if was != wish {
        settings::set_outcomes(&mut tx, &wish).await?;
        platform::settings::record_change(&mut tx, actor, "outcomes").await?;
    }
    Ok(tx.commit().await?)
}

async fn told(tx: &mut Tx, actor: &Actor, id: &ConversationId, change: ComplaintChange) -> Answer<()> {
    let (conversation, by) = (id.clone(), actor_name(tx, actor).await?);
    Ok(tx.record(&ConversationEvent::ComplaintChanged { conversation, change, by }, actor, None).await?)
}
