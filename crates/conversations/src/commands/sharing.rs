//! Drafts that colleagues share: shown to all, written in by one at a time, sent by whoever may. What cannot be kept in
//! one, since somebody else writes there, is kept among one's own; no word is ever lost.

use base::{Action, Actor, Instant, Scope, allowed};
use people::StaffId;
use people::person::fold_address;
use people::staff::Staff;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Platform, Tx};

use super::coming_along::{self, together};
use super::drafting::{FIELD_MAX, LATE, plain};
use super::posting::{self, staff_id};
use super::{Answer, CLOCK_LANE, CommandError, DRAFT_SWEEP_JOB, actor_name, load_to};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, DraftId};
use crate::model::{Also, Conversation, DraftEnd, DraftText, Held, MessageKind, SharedDraft};
use crate::rules::departments::reaches;
use crate::rules::drafts;
use crate::rules::states::{Refusal, TEXT_MAX};
use crate::store;

/// The hint that tells open pages to look at the drafts of a conversation anew.
#[must_use]
pub fn drafts_hint(id: &ConversationId) -> String {
    format!("drafts-{id}")
}

fn works(actor: &Actor) -> bool {
    allowed(actor, Action::WorkConversations).is_ok()
}

/// The words as they can be kept. Whoever does not answer customers has no macros.
fn checked(actor: &Actor, text: &DraftText) -> Answer<DraftText> {
    let body = plain(&text.body);
    let fields = [&text.to, &text.cc, &text.bcc];
    if body.chars().count() > TEXT_MAX || fields.into_iter().any(|field| field.len() > FIELD_MAX) {
        return Err(Refusal::TooLong.into());
    }
    if body.trim().is_empty() {
        return Err(Refusal::Empty.into());
    }
    let also = if works(actor) { text.also.clone() } else { Also::default() };
    Ok(DraftText { body, also, about: None, ..text.clone() })
}

/// Puts words to the customer into the conversation for all to see. `ask` is who should look at it, and is told so. A
/// colleague's own draft of these words is none any more; one of other words stays.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::TooManyDrafts`]; [`Refusal::NoSuchColleague`] when whoever should
/// look cannot answer there.
pub async fn share_draft(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    text: &DraftText,
    ask: Option<&StaffId>,
) -> Answer<DraftId> {
    share(p, actor, id, (text, false), ask).await
}

/// The same for what stands in the form where a colleague types: their own draft is an earlier state of it, also when
/// words were taken out since it was kept.
///
/// # Errors
/// See [`share_draft`].
pub async fn share_typed(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    text: &DraftText,
    ask: Option<&StaffId>,
) -> Answer<DraftId> {
    share(p, actor, id, (text, true), ask).await
}

async fn share(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    (text, typed): (&DraftText, bool),
    ask: Option<&StaffId>,
) -> Answer<DraftId> {
    let staff = staff_id(actor)?;
    let text = checked(actor, text)?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, id).await?;
    let asked = match ask.filter(|one| **one != staff) {
        Some(one) => Some(able(&mut tx, &conversation, one).await?),
        None => None,
    };
    room(&mut tx, id).await?;
    let since = kept_since(tx.now());
    store::sweep_shared(&mut tx, since).await?;
    let shared = fresh(&tx, id, &staff, text);
    store::insert_shared(&mut tx, &shared).await?;
    let same = |own: DraftText| typed || shared.text.body.contains(own.body.trim());
    if own(&mut tx, &staff, id).await?.is_some_and(same) {
        store::forget_draft(&mut tx, &staff, id, MessageKind::Reply).await?;
    }
    let by = actor_name(&mut tx, actor).await?;
    let (to, name) = asked.map_or((None, String::new()), |one| (Some(one.id), one.name));
    let draft = shared.id;
    let event = ConversationEvent::DraftShared { conversation: id.clone(), draft: draft.clone(), by, to, name };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(draft)
}

/// A draft that is shared now, by `author`, and that nobody has open.
pub(super) fn fresh(tx: &Tx, id: &ConversationId, author: &StaffId, text: DraftText) -> SharedDraft {
    let now = tx.now();
    SharedDraft {
        id: DraftId::next(&tx.ids(), now),
        conversation: id.clone(),
        author: author.clone(),
        author_name: String::new(),
        text,
        version: 1,
        shared_at: now,
        changed_at: now,
        changed_by: author.clone(),
        changed_by_name: String::new(),
        held: None,
    }
}

/// Another one fits into the conversation.
pub(super) async fn room(tx: &mut Tx, id: &ConversationId) -> Answer<()> {
    if store::shared_of(tx, id).await?.len() < drafts::MOST { Ok(()) } else { Err(Refusal::TooManyDrafts.into()) }
}

/// What was thrown away after this can be brought back.
fn kept_since(now: Instant) -> Instant {
    now.saturating_sub(drafts::KEPT).unwrap_or(Instant::MIN)
}

/// A colleague who could answer in this conversation.
async fn able(tx: &mut Tx, conversation: &Conversation, id: &StaffId) -> Answer<Staff> {
    let found = people::staff::find(tx, &Scope::All, id).await?.filter(|one| one.disabled_at.is_none());
    let sees = |one: &Staff| {
        let scope = allowed(&one.actor(), Action::WorkConversations);
        scope.is_ok_and(|scope| reaches(&scope, conversation.department.as_ref()))
    };
    Ok(found.filter(sees).ok_or(Refusal::NoSuchColleague)?)
}

/// A shared draft with its conversation, which nobody else changes meanwhile.
async fn found(tx: &mut Tx, actor: &Actor, id: &DraftId) -> Answer<(SharedDraft, Conversation)> {
    let there = store::find_shared(tx, id).await?.ok_or(CommandError::NotFound)?;
    let conversation = load_to(tx, actor, Action::NoteConversations, &there.conversation).await?;
    // It may have been changed while one waited for the conversation.
    let there = store::find_shared(tx, id).await?.filter(|one| one.conversation == conversation.id);
    Ok((there.ok_or(CommandError::NotFound)?, conversation))
}

/// The same for one that the actor may write in.
async fn writable(tx: &mut Tx, actor: &Actor, id: &DraftId) -> Answer<(SharedDraft, Conversation)> {
    let me = staff_id(actor)?;
    let (draft, conversation) = found(tx, actor, id).await?;
    if drafts::may_write(&draft, &me, works(actor)) { Ok((draft, conversation)) } else { Err(CommandError::Forbidden) }
}

fn hold(draft: &SharedDraft, me: &StaffId, now: Instant) -> Held {
    let until = now.saturating_add(drafts::QUIET).unwrap_or(Instant::MAX);
    Held { by: me.clone(), name: String::new(), until, since: drafts::since(draft, me) }
}

/// Opens a shared draft for writing: nobody else writes in it meanwhile. With `over` it is taken out of another's hands.
///
/// # Errors
/// [`Refusal::DraftHeld`]; forbidden for who neither wrote it nor answers customers.
pub async fn open_draft(p: &Platform, actor: &Actor, id: &DraftId, over: bool) -> Answer<ConversationId> {
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let (draft, conversation) = writable(&mut tx, actor, id).await?;
    drafts::open(&draft, &me, tx.machine_now(), over)?;
    let held = hold(&draft, &me, tx.machine_now());
    store::hold_shared(&mut tx, id, Some(&held)).await?;
    tx.commit().await?;
    p.tell(&drafts_hint(&conversation.id)).await?;
    Ok(conversation.id)
}

/// Gives a shared draft out of one's hands; others may write in it again.
///
/// # Errors
/// When there is none for the actor.
pub async fn release_draft(p: &Platform, actor: &Actor, id: &DraftId) -> Answer<ConversationId> {
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let (draft, conversation) = found(&mut tx, actor, id).await?;
    if draft.held.is_some_and(|held| held.by == me) {
        store::hold_shared(&mut tx, id, None).await?;
        tx.commit().await?;
        p.tell(&drafts_hint(&conversation.id)).await?;
    }
    Ok(conversation.id)
}

/// What a colleague typed in a shared draft.
#[derive(Clone, Debug)]
pub struct Typed<'a> {
    /// The words.
    pub text: &'a DraftText,
    /// The version that they knew.
    pub version: i64,
    /// Whether they know that somebody else has it open.
    pub over: bool,
    /// Whether they write on in it.
    pub on: bool,
}

/// Keeps what a colleague typed in a shared draft; answers its version. What is refused is kept among their own drafts.
///
/// # Errors
/// [`Refusal::DraftHeld`] and [`Refusal::DraftChanged`] as [`drafts::saves`] says; [`Refusal::Empty`],
/// [`Refusal::TooLong`].
pub async fn save_shared_draft(p: &Platform, actor: &Actor, id: &DraftId, typed: Typed<'_>) -> Answer<i64> {
    let me = staff_id(actor)?;
    let mut text = checked(actor, typed.text)?;
    let mut tx = p.begin().await?;
    let (draft, conversation) = writable(&mut tx, actor, id).await?;
    let now = tx.machine_now();
    if let Err(refusal) = drafts::saves(&draft, &me, now, typed.version, typed.over) {
        // What was on its way when they gave it back stands in it already.
        if !draft.text.body.contains(text.body.trim()) {
            keep_aside(&mut tx, &me, &conversation.id, text).await?;
            tx.commit().await?;
        }
        return Err(refusal.into());
    }
    if !works(actor) {
        // What macros of others bring stays as they left it.
        text.also = draft.text.also.clone();
    }
    // A form that forgot where the text comes from leaves that as it was.
    text.like = text.like.or_else(|| draft.text.like.clone());
    let mut after = draft.clone();
    after.held = typed.on.then(|| hold(&draft, &me, now));
    if text != draft.text && !looked(&mut tx, &conversation, &draft.text, &text).await? {
        after.text = text;
        after.version = draft.version.saturating_add(1);
        (after.changed_at, after.changed_by) = (tx.now(), me.clone());
    }
    store::save_shared(&mut tx, &after).await?;
    forget_same(&mut tx, &me, &conversation.id, &after.text.body).await?;
    tx.commit().await?;
    p.tell(&drafts_hint(&conversation.id)).await?;
    Ok(after.version)
}

/// Whether nothing was typed: the form says the customer's address where the draft says nothing.
async fn looked(tx: &mut Tx, conversation: &Conversation, was: &DraftText, text: &DraftText) -> Answer<bool> {
    if !was.to.is_empty() || *was != (DraftText { to: String::new(), ..text.clone() }) {
        return Ok(false);
    }
    let customer = posting::address_of_customer(tx, conversation).await?.map(|one| fold_address(&one.address));
    Ok(customer.is_some_and(|address| address == fold_address(&text.to)))
}

/// Keeps among a colleague's own drafts what they could not keep in a shared one.
async fn keep_aside(tx: &mut Tx, me: &StaffId, id: &ConversationId, text: DraftText) -> Answer<()> {
    let kept = match own(tx, me, id).await? {
        Some(own) if !own.is_empty() => beside(own, text),
        _ => text,
    };
    Ok(store::keep_draft(tx, me, id, MessageKind::Reply, &kept).await?)
}

/// A colleague's own draft with another below it, with the recipients, files and macros of both.
pub(super) fn beside(mut own: DraftText, other: DraftText) -> DraftText {
    own.body = drafts::aside(&own.body, &other.body);
    for (one, other) in [(&mut own.to, &other.to), (&mut own.cc, &other.cc), (&mut own.bcc, &other.bcc)] {
        *one = together(one, other);
    }
    let new: Vec<_> = other.keep.into_iter().filter(|file| !own.keep.contains(file)).collect();
    own.keep.extend(new);
    own.also.add(other.also);
    own.like = own.like.or(other.like);
    own
}

/// Keeps among a colleague's own drafts what they typed in a shared one that is not there any more, unless it is what
/// they have just sent.
///
/// # Errors
/// See [`share_draft`].
pub async fn keep_typed(p: &Platform, actor: &Actor, id: &ConversationId, text: &DraftText) -> Answer<()> {
    let me = staff_id(actor)?;
    let text = checked(actor, text)?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    load_to(&mut tx, actor, Action::NoteConversations, id).await?;
    let lately = tx.now().checked_sub(LATE).unwrap_or(Instant::MIN);
    let sent = store::newest_by(&mut tx, &me, id, MessageKind::Reply, lately).await?;
    if !sent.is_some_and(|sent| sent.contains(text.body.trim())) {
        keep_aside(&mut tx, &me, id, text).await?;
    }
    Ok(tx.commit().await?)
}

async fn own(tx: &mut Tx, me: &StaffId, id: &ConversationId) -> Answer<Option<DraftText>> {
    let all = store::drafts_of(tx, me, id).await?;
    let reply = all.into_iter().find(|(kind, _)| *kind == MessageKind::Reply).map(|(_, draft)| draft);
    Ok(reply.map(|draft| DraftText { body: plain(&draft.body), ..draft }))
}

/// A colleague's own draft of the same words is no draft any more.
pub(super) async fn forget_same(tx: &mut Tx, me: &StaffId, id: &ConversationId, body: &str) -> Answer<()> {
    if own(tx, me, id).await?.is_some_and(|own| own.body.trim() == body.trim()) {
        store::forget_draft(tx, me, id, MessageKind::Reply).await?;
    }
    Ok(())
}

/// Its author takes a shared draft back to themself, below what they have typed since.
///
/// # Errors
/// [`Refusal::DraftHeld`]; forbidden for anybody else.
pub async fn take_draft(p: &Platform, actor: &Actor, id: &DraftId) -> Answer<ConversationId> {
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let (draft, conversation) = found(&mut tx, actor, id).await?;
    if draft.author != me {
        return Err(CommandError::Forbidden);
    }
    drafts::open(&draft, &me, tx.machine_now(), false)?;
    keep_aside(&mut tx, &me, &conversation.id, draft.text.clone()).await?;
    store::forget_shared(&mut tx, id).await?;
    ended(&mut tx, actor, &draft, DraftEnd::Taken).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

/// Throws a shared draft away. For a day it can be brought back.
///
/// # Errors
/// See [`open_draft`].
pub async fn throw_draft_away(p: &Platform, actor: &Actor, id: &DraftId) -> Answer<ConversationId> {
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let (draft, conversation) = writable(&mut tx, actor, id).await?;
    drafts::open(&draft, &me, tx.machine_now(), false)?;
    store::throw_shared_away(&mut tx, id).await?;
    let over = tx.now().saturating_add(drafts::KEPT).unwrap_or(Instant::MAX);
    tx.enqueue(NewJob::new(CLOCK_LANE, DRAFT_SWEEP_JOB).payload(id.as_str()).at_business_time(over)).await?;
    ended(&mut tx, actor, &draft, DraftEnd::ThrownAway).await?;
    tx.commit().await?;
    Ok(conversation.id)
}

/// Job: what was thrown away a day ago goes for good.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn sweep_drafts(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    let until = kept_since(tx.now());
    store::sweep_shared(&mut tx, until).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Brings back a shared draft that was thrown away.
///
/// # Errors
/// Not found when it was not, or too long ago; [`Refusal::TooManyDrafts`].
pub async fn bring_draft_back(p: &Platform, actor: &Actor, id: &DraftId) -> Answer<ConversationId> {
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let since = kept_since(tx.now());
    let draft = store::find_thrown_away(&mut tx, id, since).await?.ok_or(CommandError::NotFound)?;
    let place = store::where_merged(&mut tx, &draft.conversation).await?;
    let there = load_to(&mut tx, actor, Action::NoteConversations, &place).await?;
    // Its conversation may have become part of another, or none any more, while one waited for it.
    let mut draft = store::find_thrown_away(&mut tx, id, since).await?.ok_or(CommandError::NotFound)?;
    if store::where_merged(&mut tx, &draft.conversation).await? != place {
        return Err(CommandError::NotFound);
    }
    if !drafts::may_write(&draft, &me, works(actor)) {
        return Err(CommandError::Forbidden);
    }
    room(&mut tx, &place).await?;
    if draft.conversation != place {
        let before = store::find(&mut tx, &Scope::All, &draft.conversation).await?;
        if let Some(before) = before.filter(|before| before.person != there.person) {
            // It still goes to whom it was meant for.
            coming_along::addressed(&mut tx, &before, &mut draft.text).await?;
            draft.version = draft.version.saturating_add(1);
        }
        draft.conversation = place;
        store::save_shared(&mut tx, &draft).await?;
    }
    store::bring_shared_back(&mut tx, id).await?;
    ended(&mut tx, actor, &draft, DraftEnd::BroughtBack).await?;
    tx.commit().await?;
    Ok(draft.conversation)
}

/// Tells what became of a shared draft.
pub(super) async fn ended(tx: &mut Tx, actor: &Actor, draft: &SharedDraft, became: DraftEnd) -> Answer<()> {
    let by = actor_name(tx, actor).await?;
    let event = ConversationEvent::DraftEnded {
        conversation: draft.conversation.clone(),
        draft: draft.id.clone(),
        author: draft.author_name.clone(),
        by,
        became,
    };
    Ok(tx.record(&event, actor, None).await?)
}

/// The shared draft that is to be sent, if its words are still those that the sender knew.
pub(super) async fn to_be_sent(
    tx: &mut Tx,
    me: &StaffId,
    id: &ConversationId,
    (draft, version, over): &(DraftId, i64, bool),
) -> Answer<SharedDraft> {
    let there = store::find_shared(tx, draft).await?.filter(|one| one.conversation == *id).ok_or(Refusal::DraftGone)?;
    drafts::saves(&there, me, tx.machine_now(), *version, *over)?;
    Ok(there)
}

/// What was sent from a shared draft and taken back stands there again, open to whoever took it back. Answers as which.
pub(super) async fn shared_again(
    tx: &mut Tx,
    actor: &Actor,
    id: &ConversationId,
    author: &StaffId,
    text: DraftText,
) -> Answer<DraftId> {
    let me = staff_id(actor)?;
    let mut draft = SharedDraft { changed_by: me.clone(), ..fresh(tx, id, author, text) };
    draft.held = Some(hold(&draft, &me, tx.machine_now()));
    store::insert_shared(tx, &draft).await?;
    Ok(draft.id)
}
