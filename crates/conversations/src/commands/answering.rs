//! What colleagues write: replies to the customer, notes for each other.

use base::{Action, Actor, Instant};
use people::StaffId;
use platform::{Platform, Tx};

use super::posting::{self, Written, nothing_newer, our_message, post, prepared, staff_id};
use super::{
    Answer, acting, actor_name, closing, ending, following, later, liking, load, load_to, promising, sharing, toning,
};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, DraftId, MessageId};
use crate::model::{
    Also, Author, Conversation, DraftEnd, Group, Mailbox, Message, MessageKind, PromiseChoices, Recipients, Stated,
};
use crate::rules::placing::Step;
use crate::rules::recipients;
use crate::rules::states::{self, AfterReply, Refusal};
use crate::settings;
use crate::store::{self, Before, Did, NewAttachmentRow};

/// A reply about to be sent.
#[derive(Clone, Debug, Default)]
pub struct NewReply {
    /// Its text.
    pub body: String,
    /// What becomes of the conversation.
    pub then: AfterReply,
    /// To whom it goes; without, to the customer alone.
    pub recipients: Option<Recipients>,
    /// Files that go with it.
    pub files: Vec<NewFile>,
    /// Files of earlier messages of this conversation that go along.
    pub keep: Vec<AttachmentId>,
    /// The newest message its writer has seen; without, nobody asks.
    pub seen: Option<MessageId>,
    /// When it goes, business time; without, now.
    pub later: Option<Instant>,
    /// What macros add to it. A state among it goes before `then`.
    pub also: Also,
    /// The shared draft that it was, the version that its sender knew, and whether they know that somebody else has it
    /// open.
    pub draft: Option<(DraftId, i64, bool)>,
    /// The answer of another case that it began as.
    pub like: Option<MessageId>,
    /// Whether its writer says that the customer's own point stands in it, although it began so.
    pub like_read: bool,
    /// What its writer says of the promises in it, and which it keeps.
    pub promises: PromiseChoices,
    /// What its writer was told that jars in it, by the names of issues.
    pub jars: Vec<String>,
    /// What became of the matter, where it closes.
    pub outcome: Option<Stated>,
    /// Whether it closes also while something that hangs on the conversation is open, what this reply promises among it.
    pub anyway: bool,
}

/// A file chosen by a colleague.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// As the browser declares it.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes to the customer. The reply is kept at once and leaves after the undo window, or at the chosen
/// time.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::FilesTooLarge`], [`Refusal::NoAddress`], those of
/// [`recipients::checked`], [`Refusal::NotToCustomer`], [`Refusal::SomethingNewer`], [`Refusal::FieldsMissing`];
/// [`Refusal::ChildrenOpen`], [`Refusal::ItemsOpen`], [`Refusal::PromisesOpen`], [`Refusal::OutcomeNeeded`] and
/// [`Refusal::ComplaintOpen`] when it is to close (the first three not with `anyway`);
/// [`Refusal::DraftHeld`], [`Refusal::DraftChanged`] and [`Refusal::DraftGone`] when it was a shared draft.
pub async fn reply(p: &Platform, actor: &Actor, id: &ConversationId, new: NewReply) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = states::text(&new.body)?;
    let files = prepared(p, new.files).await?;
    let heard = promising::heard_in(p, id, &body, new.later).await?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let before = load(&mut tx, actor, id).await?;
    nothing_newer(&mut tx, id, new.seen.as_ref(), &staff).await?;
    let shared = match &new.draft {
        Some(draft) => Some(sharing::to_be_sent(&mut tx, &staff, id, draft).await?),
        None => None,
    };
    let words = shared.as_ref().map(|draft| &draft.text);
    liking::read_first(&mut tx, &staff, id, (new.like.as_ref(), new.like_read, words)).await?;
    let to = to_the_customer(&mut tx, &before, new.recipients).await?;
    let written = Written { kind: MessageKind::Reply, body, to, about: None, side: None, language: before.language };
    let message = our_message(p, &mut tx, id, &staff, written).await?;
    let mut rows = store::copyable(&mut tx, id, &new.keep).await?;
    rows.extend(acting::files(&mut tx, &staff, &before, &new.also).await?);
    posting::kept_rows(p, &mut tx, &message, &files, rows).await?;
    posting::takes_part(&mut tx, &before, &message).await?;
    let (now, keeps) = (tx.now(), new.promises.keeps.as_slice());
    if new.later.is_none() {
        promising::keep_by(&mut tx, actor, &before, (&message.id, keeps, now)).await?;
    } else {
        promising::will_keep(&mut tx, &before, (&message.id, keeps)).await?;
    }
    let (then, became, also) = acting::with_reply(new.then, new.also.clone(), new.later.is_some());
    let outcome = new.outcome.or(became);
    if then == AfterReply::Solve {
        if !new.anyway {
            closing::nothing_open(&mut tx, &before).await?;
        }
        ending::may_end(&mut tx, actor, &before, outcome, (None, true)).await?;
    }
    super::fields::complete(&mut tx, actor, id, then.state()).await?;
    let was = store::outcome_of(&mut tx, id).await?;
    match new.later {
        None => {
            post(&mut tx, &message.id, &before, true).await?;
            let after = posting::take(&mut tx, actor, &before, &message).await?;
            posting::answered(&mut tx, actor, (&before, after), &message, then, None).await?;
        }
        Some(due) => later::schedule(&mut tx, actor, &before, &message, due, then).await?,
    }
    // One that goes later closes it then; what is to become of it is said now.
    if then == AfterReply::Solve {
        ending::end(&mut tx, actor, &before, outcome).await?;
    }
    let goes = new.later.unwrap_or(now);
    promising::said(&mut tx, actor, &before, &message, (heard, &new.promises, true), goes).await?;
    let closes = then == AfterReply::Solve && before.state.group() != Group::Closed;
    // What it promises itself is as open as what was promised before: its writer is asked, and nothing was sent yet.
    if !new.anyway && (closes || then == AfterReply::Solve && new.promises.tracks()) {
        closing::no_promise(&mut tx, id).await?;
    }
    let jars = toning::sent_anyway(&mut tx, &before, &message, &new.jars).await?;
    // One that goes later is asked about on its page alone: how things stand by then is not known.
    let asks = then == AfterReply::Solve && new.later.is_none() && settings::outcomes(&mut tx).await?.ask;
    if !also.is_empty() || shared.is_some() || was.is_some() || asks || jars.is_some() {
        let mut stood = Before::of(&before);
        (stood.outcome, stood.asks, stood.jars) = (was, asks, jars);
        stood.shared = shared.as_ref().map(|draft| draft.author.clone());
        stood.draft = shared.as_ref().map(|draft| draft.id.clone());
        if !also.is_empty() {
            let did = acting::act(&mut tx, actor, &before, also).await?;
            stood.did = Some(Did { also: new.also, ..did });
        }
        store::set_before(&mut tx, &message.id, &stood).await?;
    }
    match &shared {
        Some(draft) => {
            store::forget_shared(&mut tx, &draft.id).await?;
            store::need_sent(&mut tx, &draft.id, &message.id).await?;
            sharing::forget_same(&mut tx, &staff, id, &message.body).await?;
            if draft.author != staff {
                sharing::ended(&mut tx, actor, draft, DraftEnd::Sent).await?;
            }
        }
        None => store::forget_draft(&mut tx, &staff, id, MessageKind::Reply).await?,
    }
    tx.commit().await?;
    Ok(message.id)
}

/// The recipients of a reply, the customer among them.
async fn to_the_customer(tx: &mut Tx, conversation: &Conversation, given: Option<Recipients>) -> Answer<Recipients> {
    let Some(given) = given else {
        let to = posting::address_of_customer(tx, conversation).await?.ok_or(Refusal::NoAddress)?;
        return Ok(Recipients { to: vec![to], ..Recipients::default() });
    };
    let checked = recipients::checked(given)?;
    let known = posting::addresses_of_customer(tx, conversation).await?;
    if recipients::reaches(&checked, &known) { Ok(checked) } else { Err(Refusal::NotToCustomer.into()) }
}

/// Writes a note that only colleagues see. It stops no clock. Whom it names follows from then on.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`].
pub async fn note(p: &Platform, actor: &Actor, id: &ConversationId, body: &str) -> Answer<MessageId> {
    note_and(p, actor, id, body, (Also::default(), &PromiseChoices::default())).await
}

/// Writes a note, does what macros add to it, and keeps the promises in it that its writer says are some; for both one
/// must work on the conversation.
///
/// # Errors
/// Those of [`note`] and [`super::act`].
pub async fn note_and(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    body: &str,
    (also, promises): (Also, &PromiseChoices),
) -> Answer<MessageId> {
    let staff = staff_id(actor)?;
    let body = states::text(body)?;
    let heard = if promises.tracks() { promising::heard_in(p, id, &body, None).await? } else { Vec::new() };
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let plain = also.is_empty() && !promises.tracks();
    let action = if plain { Action::NoteConversations } else { Action::WorkConversations };
    let before = load_to(&mut tx, actor, action, id).await?;
    let rows = acting::files(&mut tx, &staff, &before, &also).await?;
    let (message, after) = noted(p, &mut tx, actor, &before, (&staff, body), (rows, None), &[]).await?;
    let now = tx.now();
    promising::said(&mut tx, actor, &after, &message, (heard, promises, false), now).await?;
    if !also.is_empty() {
        acting::act(&mut tx, actor, &after, also).await?;
    }
    store::forget_draft(&mut tx, &staff, id, MessageKind::Note).await?;
    tx.commit().await?;
    Ok(message.id)
}

/// Keeps a note with its files (those of a macro and the mail that it came in), and tells whom it names. Answers it with the conversation as it is then.
pub(super) async fn noted(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    (staff, body): (&StaffId, String),
    (files, raw): (Vec<NewAttachmentRow>, Option<String>),
    trace: &[Step],
) -> Answer<(Message, Conversation)> {
    let by = actor_name(tx, actor).await?;
    let message = Message {
        from: Mailbox { name: by.clone(), address: String::new() },
        raw,
        ..posting::message(p, tx, &before.id, Author::Staff(staff.clone()), MessageKind::Note, body)
    };
    store::add_message(tx, &message, None, trace).await?;
    posting::kept_rows(p, tx, &message, &[], files).await?;
    let mut after = before.clone();
    after.touched_at = tx.now();
    store::save(tx, before, &after).await?;
    following::mention(tx, actor, &after, staff, &message.body).await?;
    let event = ConversationEvent::NoteAdded { conversation: before.id.clone(), message: message.id.clone(), by };
    tx.record(&event, actor, None).await?;
    Ok((message, after))
}
