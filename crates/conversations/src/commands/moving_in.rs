//! Conversations that another system knew. Nobody is told, no clock runs, and what is here already stays as it is.

use std::collections::HashSet;

use base::{Action, Actor, Instant, Scope, allowed};
use people::import::rules::draft::Draft;
use people::import::{Outcome as Known, Why as Unknown};
use people::{DepartmentId, PersonId, StaffId};
use platform::{Platform, Tx};
use words::language::detect_known;

use super::candidates::pointed_to;
use super::inbound::{ForReceipt, Inbound};
use super::participants::changed;
use super::{Answer, CommandError, snippet};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId, SideId, TagId};
use crate::model::{
    Attachment, Author, Clocks, Conversation, Delivery, DeliveryState, Group, Mailbox, Message, MessageKind, Old,
    OldMessage, OldOutcome, OldPlace, OldRemark, OldSaid, OldWhy, ParticipantState, State, Tag, TakenIn,
};
use crate::rules::departments::works_on;
use crate::rules::placing::{Place, Step, place};
use crate::rules::states::{ClosedReply, TEXT_MAX};
use crate::rules::tags;
use crate::store::{self, Before, NewAttachmentRow, Origin, digest};

use super::beginning::SUBJECT_MAX;

/// Takes an old conversation in, or what of it is not here yet.
///
/// # Errors
/// When the actor may not, or the database cannot be used. What a file says wrongly is told in the answer.
pub async fn take_in(p: &Platform, tx: &mut Tx, actor: &Actor, old: &Old) -> Answer<TakenIn> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    let mut remarks = old.remarks.clone();
    if let Some((why, place)) = unfit(old, tx.now()) {
        return Ok(TakenIn::refused(why, place, remarks));
    }
    let (before, joins) = match known(p, tx, old).await? {
        Whether::New => (None, None),
        Whether::Gone(why) => return Ok(TakenIn::refused(why, "", remarks)),
        Whether::Archived(conversation) => (Some(*conversation), None),
        Whether::Joins(conversation, joins) => (Some(*conversation), Some(joins)),
    };
    let mut new = Vec::new();
    for message in old.said.iter() {
        if !is_here(tx, &old.source, message).await? {
            new.push(message);
        }
    }
    new.sort_by_key(|message| message.at);
    let mut seen = HashSet::new();
    new.retain(|message| seen.insert(message.key.as_str()));
    if new.is_empty() {
        let conversation = before.map(|it| (it.id, it.number));
        return Ok(TakenIn { outcome: OldOutcome::Unchanged, conversation, remarks });
    }
    let (conversation, outcome) = match before {
        Some(before) => {
            // By this it is known also when its messages are forgotten.
            let (name, number) = (digest(&old.source, name_of(old, joins.as_ref())), String::new());
            let origin = Origin { source: old.source.clone(), number };
            store::add_origin(tx, &name, &before.id, &origin, joins.is_some()).await?;
            (before, OldOutcome::Joined)
        }
        None => match make(p, tx, actor, old, &new, &mut remarks).await? {
            Some(made) => (made, OldOutcome::Made),
            None => return Ok(TakenIn { outcome: OldOutcome::Refused, conversation: None, remarks }),
        },
    };
    if joins.as_ref().is_some_and(|joins| joins.new_here) {
        new_here(tx, &conversation, &new).await?;
    }
    let spoken = store::last_word(tx, &conversation.id).await?;
    let mut said = Vec::with_capacity(new.len());
    for message in &new {
        said.push(write(p, tx, &conversation, old, message, joins.as_ref()).await?);
    }
    // Where it lives here, its clocks are of what happened here.
    let counts = outcome == OldOutcome::Made || (joins.is_none() && conversation.clocks.reply_due().is_none());
    let after = match &joins {
        Some(Joins { side: Some(_), .. }) => touched(&conversation, &new),
        _ => moved_on(&conversation, &new, spoken, counts),
    };
    store::save(tx, &conversation, &after).await?;
    let (id, number) = (after.id.clone(), after.number);
    let ended = old.ended.filter(|_| after.group() == Group::Closed);
    let (made, state) = (outcome == OldOutcome::Made, after.state);
    let event = ConversationEvent::MovedIn {
        conversation: id.clone(),
        source: old.source.clone(),
        number: old.number.clone(),
        made,
        state,
        ended,
        said,
    };
    tx.record(&event, actor, None).await?;
    Ok(TakenIn { outcome, conversation: Some((id, number)), remarks })
}

/// Why nothing of it can be taken in.
fn unfit(old: &Old, now: Instant) -> Option<(OldWhy, &'static str)> {
    if old.key.is_empty() {
        return Some((OldWhy::NoNumber, ""));
    }
    if old.said.is_empty() {
        return Some((OldWhy::NothingSaid, ""));
    }
    let dates = old.said.iter().map(|message| message.at).chain(old.began).chain(old.ended);
    dates.into_iter().any(|at| at > now).then_some((OldWhy::Future, ""))
}

enum Whether {
    New,
    /// It was taken in before.
    Archived(Box<Conversation>),
    /// It came here by itself, and this mail belongs to it.
    Joins(Box<Conversation>, Joins),
    Gone(OldWhy),
}

/// How a mail of an archive joins a conversation that came here by itself.
struct Joins {
    trace: Vec<Step>,
    /// Whether its writer takes no part there yet.
    new_here: bool,
    /// The side thread that it answers: nothing of it is the customer's.
    side: Option<SideId>,
}

/// By what it is known again that a conversation was joined. What answers a side thread names its own mail alone:
/// others that answer the same mail may be anybody's.
fn name_of<'a>(old: &'a Old, joins: Option<&Joins>) -> &'a str {
    let own = old.said.first().filter(|_| joins.is_some_and(|joins| joins.side.is_some()));
    own.map_or(&old.key, |message| &message.key)
}

/// The conversation that it is, or that it goes on from.
async fn known(p: &Platform, tx: &mut Tx, old: &Old) -> Answer<Whether> {
    if let Some(found) = beside(p, tx, old).await? {
        return Ok(found);
    }
    let mut found = store::origin(tx, &digest(&old.source, &old.key)).await?;
    for key in &old.answers {
        if found.is_none() {
            // What answers a side thread, and is not of it, is nobody's there.
            let answered = store::of_old_message_outside_sides(tx, &digest(&old.source, key)).await?;
            found = answered.map(|id| (id, false));
        }
    }
    if found.is_none()
        && let Some(own) = old.answers.last()
    {
        found = store::origin(tx, &digest(&old.source, own)).await?;
    }
    let Some((id, gone)) = found else { return threaded(p, tx, old).await };
    if gone {
        return Ok(Whether::Gone(OldWhy::Erased));
    }
    // What lives here is joined by the rule by which everything joins it.
    if store::was_here(tx, &id).await? {
        return threaded(p, tx, old).await;
    }
    let id = store::where_merged(tx, &id).await?;
    let found = store::find_for_update(tx, &Scope::All, &id).await?;
    Ok(found.map_or(Whether::Gone(OldWhy::Deleted), |found| Whether::Archived(Box::new(found))))
}

/// The conversation that came here by itself and that a mail belongs to: the one that it would join if it came now, but
/// that a closed one takes it in, too. Nothing opens, and nothing goes on, by what was said long ago.
async fn threaded(p: &Platform, tx: &mut Tx, old: &Old) -> Answer<Whether> {
    let ([message], false) = (old.said.as_slice(), old.answers.is_empty()) else { return Ok(Whether::New) };
    let own: Vec<&str> = message.mail_id.as_deref().into_iter().collect();
    if let Some((id, _)) = store::by_mail_ids(tx, &own).await?.into_iter().next() {
        let id = store::where_merged(tx, &id).await?;
        let found = store::find_for_update(tx, &Scope::All, &id).await?;
        let joins = Joins { trace: Vec::new(), new_here: false, side: None };
        return Ok(found.map_or(Whether::New, |found| Whether::Joins(Box::new(found), joins)));
    }
    let came_in = message.kind == MessageKind::Inbound;
    let from = match (came_in, old.customer.addresses.first()) {
        (true, _) => message.from.clone(),
        // What we wrote belongs where its customer takes part.
        (false, Some(address)) => Mailbox { name: old.customer.name.clone(), address: address.clone() },
        (false, None) => return Ok(Whether::New),
    };
    let (inbound, person) = as_it_came(p, tx, old, message, from).await?;
    let mut trace = Vec::new();
    let candidates = pointed_to(p, tx, (&inbound, &person), false, &mut trace).await?;
    let (id, new_here) = match place(&candidates, ClosedReply::Reopen, false, &mut trace) {
        Place::Join(id, _) => (id, false),
        Place::JoinNewHere(id, _) if came_in => (id, true),
        _ => return Ok(Whether::New),
    };
    let found = store::find_for_update(tx, &Scope::All, &id).await?;
    let joins = Joins { trace, new_here, side: None };
    Ok(found.map_or(Whether::New, |found| Whether::Joins(Box::new(found), joins)))
}

/// The side thread here that a mail answers, if whoever wrote it was written to there.
async fn beside(p: &Platform, tx: &mut Tx, old: &Old) -> Answer<Option<Whether>> {
    let ([message], false) = (old.said.as_slice(), old.answers.is_empty()) else { return Ok(None) };
    if message.kind != MessageKind::Inbound {
        return Ok(None);
    }
    let (inbound, person) = as_it_came(p, tx, old, message, message.from.clone()).await?;
    let mut trace = Vec::new();
    let Some(side) = super::aside::place(p, tx, &inbound, &person, None, &mut trace).await? else { return Ok(None) };
    let found = store::find_for_update(tx, &Scope::All, &side.conversation).await?;
    let joins = Joins { trace, new_here: false, side: Some(side.id) };
    Ok(found.map(|found| Whether::Joins(Box::new(found), joins)))
}

/// A mail of an archive as one that comes, for the rules by which those find their place, and who it is from.
async fn as_it_came(
    p: &Platform,
    tx: &mut Tx,
    old: &Old,
    message: &OldMessage,
    from: Mailbox,
) -> Answer<(Inbound, PersonId)> {
    let person = people::person::by_address(tx, &Scope::All, &from.address).await?.map(|person| person.id);
    // Who is not known takes part in nothing.
    let person = person.unwrap_or_else(|| PersonId::next(&p.ids, tx.now()));
    let inbound = Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: message.at,
        from,
        to: Vec::new(),
        cc: Vec::new(),
        subject: old.subject.clone(),
        text: String::new(),
        document: None,
        invite: None,
        language: None,
        mail_id: message.mail_id.clone(),
        references: old.answers.iter().filter(|id| **id != message.key).cloned().collect(),
        reply_tags: old.reply_tags.clone(),
        automatic: None,
        bounce: None,
        warnings: Vec::new(),
        proof: None,
        unreadable: None,
        raw: String::new(),
        files: Vec::new(),
        receipt: ForReceipt::default(),
    };
    Ok((inbound, person))
}

/// Whoever wrote takes no part yet: colleagues decide about them, as about everybody.
async fn new_here(tx: &mut Tx, conversation: &Conversation, new: &[&OldMessage]) -> Answer<()> {
    for message in new {
        let (person, _) = people::person::resolve(tx, &message.from.address, &message.from.name, None).await?;
        let state = ParticipantState::NewHere;
        store::put_participant(tx, &conversation.id, &message.from, state, message.at).await?;
        let actor = Actor::Customer { id: person.to_string() };
        changed(tx, &actor, &conversation.id, &message.from, state).await?;
    }
    Ok(())
}

/// Whether a message was taken in before, or came as a mail by itself.
async fn is_here(tx: &mut Tx, source: &str, message: &OldMessage) -> Answer<bool> {
    if store::of_old_message(tx, &digest(source, &message.key)).await?.is_some() {
        return Ok(true);
    }
    let Some(mail_id) = &message.mail_id else { return Ok(false) };
    Ok(!store::by_mail_ids(tx, &[mail_id.as_str()]).await?.is_empty())
}

/// The conversation, still without its messages; nothing when nobody can be known as its customer.
async fn make(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    old: &Old,
    new: &[&OldMessage],
    remarks: &mut Vec<OldRemark>,
) -> Answer<Option<Conversation>> {
    let person = match customer(tx, actor, &old.customer).await? {
        Ok(person) => person,
        Err(why) => {
            remarks.insert(0, OldRemark::new(why, ""));
            return Ok(None);
        }
    };
    let first = new.iter().map(|message| message.at).chain(old.began).min().unwrap_or_else(|| tx.now());
    let department = department(tx, &old.department, remarks).await?;
    let state = old.state.unwrap_or(State::Closed);
    let assignee = owner(tx, &old.owner, (department.as_ref(), state.group()), remarks).await?;
    let language = match old.language {
        Some(language) => Some(language),
        None => people::person::find(tx, &Scope::All, &person).await?.and_then(|person| person.language),
    };
    let conversation = Conversation {
        id: ConversationId::next(&p.ids, tx.now()),
        number: store::next_number(tx).await?,
        subject: people::person::clean_line(&old.subject, SUBJECT_MAX),
        person,
        state,
        label: None,
        assignee,
        language,
        created_at: first,
        touched_at: first,
        clocks: Clocks::default(),
        snippet: String::new(),
        unread: false,
        customer_spoke_last: false,
        close_reason: None,
        linked_from: None,
        department,
        snoozed: None,
        deleted: None,
        goes_by: None,
    };
    store::insert(tx, &conversation).await?;
    let origin = Origin { source: old.source.clone(), number: old.number.clone() };
    // The name may be that of a conversation which lives here, and which this mail does not belong to.
    let mut name = digest(&old.source, &old.key);
    if let (Some(_), Some(message)) = (store::origin(tx, &name).await?, new.first()) {
        name = digest(&old.source, &message.key);
    }
    store::add_origin(tx, &name, &conversation.id, &origin, false).await?;
    for name in old.tags.iter().flat_map(|name| tags::names(name)).take(tags::MOST) {
        let tag = Tag { id: TagId::next(&tx.ids(), tx.now()), name, tone: crate::model::TagTone::default() };
        let tag = store::make_tag(tx, &tag, &tags::fold(&tag.name)).await?;
        store::put_tag(tx, &conversation.id, &tag.id).await?;
    }
    Ok(Some(conversation))
}

/// Who is meant: known as rows of a file of customers are, else made.
async fn customer(tx: &mut Tx, actor: &Actor, draft: &Draft) -> Answer<Result<PersonId, OldWhy>> {
    let line = people::import::take(tx, actor, draft.clone()).await.map_err(|failure| match failure {
        people::Failure::Fault(fault) => CommandError::Fault(fault),
        people::Failure::Refused(_) => CommandError::Forbidden,
    })?;
    Ok(match (line.outcome, line.person) {
        (Known::Added | Known::Filled | Known::Same, Some(person)) => Ok(person),
        _ if line.remarks.iter().any(|one| one.why == Unknown::Several) => Err(OldWhy::SeveralCustomers),
        _ => Err(OldWhy::NoCustomer),
    })
}

async fn colleague(tx: &mut Tx, address: &str) -> Answer<Option<(StaffId, String)>> {
    if address.is_empty() {
        return Ok(None);
    }
    Ok(people::staff::by_email(tx, address).await?.map(|staff| (staff.id, staff.name)))
}

/// Who has it. What is still to be done is nobody's who may not work on it there.
async fn owner(
    tx: &mut Tx,
    address: &str,
    (department, group): (Option<&DepartmentId>, Group),
    remarks: &mut Vec<OldRemark>,
) -> Answer<Option<StaffId>> {
    let found = people::staff::by_email(tx, address).await?.filter(|staff| {
        staff.disabled_at.is_none() && (group == Group::Closed || works_on(&staff.actor(), department))
    });
    if found.is_none() && !address.is_empty() {
        remarks.push(OldRemark::new(OldWhy::NoColleague, "owner"));
    }
    Ok(found.map(|staff| staff.id))
}

async fn department(tx: &mut Tx, name: &str, remarks: &mut Vec<OldRemark>) -> Answer<Option<DepartmentId>> {
    let wanted = name.trim().to_lowercase();
    if wanted.is_empty() {
        return Ok(None);
    }
    let all = people::department::all(tx).await?;
    let found = all.into_iter().find(|one| one.name.to_lowercase() == wanted).map(|one| one.id);
    if found.is_none() {
        remarks.push(OldRemark::new(OldWhy::NoDepartment, "department"));
    }
    Ok(found)
}

/// Keeps a message; answers what figures need of it.
async fn write(
    p: &Platform,
    tx: &mut Tx,
    conversation: &Conversation,
    old: &Old,
    said: &OldMessage,
    joins: Option<&Joins>,
) -> Answer<OldSaid> {
    let side = joins.and_then(|joins| joins.side.as_ref());
    let kind = if side.is_some() { MessageKind::SideIn } else { said.kind };
    let colleague = match said.kind {
        MessageKind::Inbound => None,
        _ => colleague(tx, &said.from.address).await?,
    };
    let (author, from) = match (kind, &colleague) {
        (MessageKind::SideIn, _) => {
            let (person, _) = people::person::resolve(tx, &said.from.address, &said.from.name, None).await?;
            (Author::Person(person), said.from.clone())
        }
        (MessageKind::Inbound, _) => writer(tx, conversation, &said.from).await?,
        (_, Some((id, name))) => {
            (Author::Staff(id.clone()), Mailbox { name: name.clone(), address: said.from.address.clone() })
        }
        // Somebody who is no colleague here is called as they were there.
        (_, None) => (Author::System, named(&said.from)),
    };
    if let Some(raw) = &said.raw {
        p.blobs.keep(tx, raw).await?;
    }
    let body: String = said.body.trim_end().chars().take(TEXT_MAX).collect();
    let message = Message {
        id: MessageId::next(&p.ids, tx.now()),
        at: said.at,
        from,
        to: said.to.clone(),
        cc: said.cc.clone(),
        language: detect_known(&body, conversation.language),
        document: said.document.clone(),
        invite: said.invite.clone(),
        raw: said.raw.as_ref().map(|raw| raw.digest.clone()),
        automatic: said.automatic.clone(),
        side: side.cloned(),
        ..super::posting::message(p, tx, &conversation.id, author, kind, body)
    };
    let trace = joins.map(|joins| joins.trace.as_slice()).unwrap_or_default();
    store::add_message(tx, &message, said.mail_id.as_deref(), trace).await?;
    store::add_old_message(tx, &digest(&old.source, &said.key), &conversation.id, &message.id).await?;
    if said.kind == MessageKind::Reply {
        // It went long ago, by another system; nothing is sent.
        let (at, words) = (said.at, String::new());
        let state = DeliveryState::Sent;
        let delivery = Delivery { state, undo_until: at, at, words, attempts: 0, later: None, subject: None };
        store::insert_delivery(tx, &message.id, &delivery, &Before::of(conversation)).await?;
    }
    let mut rows = Vec::with_capacity(said.files.len());
    for file in &said.files {
        let (blob, part) = match (&file.place, &said.raw) {
            (OldPlace::Bytes(bytes), _) => {
                p.blobs.keep(tx, bytes).await?;
                (bytes.digest.clone(), None)
            }
            (OldPlace::Part(part), Some(raw)) => (raw.digest.clone(), Some(part.clone())),
            (OldPlace::Part(_), None) => continue,
        };
        let attachment = Attachment {
            id: AttachmentId::next(&p.ids, tx.now()),
            name: people::person::clean_line(&file.name, 200),
            content_type: people::person::clean_line(&file.content_type, 120),
            size: file.size,
            inline: file.inline,
            content_id: file.content_id.clone(),
            alt: None,
        };
        rows.push(NewAttachmentRow { attachment, blob, part });
    }
    store::add_attachments(tx, &message.id, &rows).await?;
    let automatic = said.automatic.is_some();
    Ok(OldSaid { at: said.at, kind, by: colleague.map(|(id, _)| id), automatic })
}

/// Who wrote from outside: the customer, or another one who is known by that address.
async fn writer(tx: &mut Tx, conversation: &Conversation, from: &Mailbox) -> Answer<(Author, Mailbox)> {
    let known = match from.address.as_str() {
        "" => None,
        address => people::person::by_address(tx, &Scope::All, address).await?,
    };
    let author = Author::Person(known.map_or_else(|| conversation.person.clone(), |person| person.id));
    if !from.name.is_empty() || !from.address.is_empty() {
        return Ok((author, from.clone()));
    }
    let name = people::person::find(tx, &Scope::All, &conversation.person).await?.map(|person| person.name);
    Ok((author, Mailbox { name: name.unwrap_or_default(), address: String::new() }))
}

fn named(from: &Mailbox) -> Mailbox {
    let name = if from.name.is_empty() { &from.address } else { &from.name };
    Mailbox { name: name.clone(), address: from.address.clone() }
}

/// How the conversation stands with messages beside it: as before, but for when something was said.
fn touched(before: &Conversation, new: &[&OldMessage]) -> Conversation {
    let touched_at = new.iter().map(|message| message.at).fold(before.touched_at, Instant::max);
    Conversation { touched_at, ..before.clone() }
}

/// How the conversation stands with these messages in it. What happened here since is newer, and stays. What a machine
/// wrote is nobody's word: neither the customer's last one nor an answer of ours. `spoken` is when a person here had the
/// last word; `counts` says whether the first reply among the messages is its first.
fn moved_on(before: &Conversation, new: &[&OldMessage], mut spoken: Option<Instant>, counts: bool) -> Conversation {
    let mut after = before.clone();
    for message in new {
        after.created_at = after.created_at.min(message.at);
        let newest = message.at >= after.touched_at;
        if newest {
            after.touched_at = message.at;
        }
        // Messages of an archive come in any order: what a machine wrote later takes nobody's word.
        let last_word = message.automatic.is_none() && spoken.is_none_or(|at| message.at >= at);
        if (last_word && message.kind != MessageKind::Note) || (newest && after.snippet.is_empty()) {
            after.snippet = snippet(&message.body);
        }
        if message.automatic.is_some() {
            continue;
        }
        let replied = message.kind == MessageKind::Reply;
        if last_word && (replied || message.kind == MessageKind::Inbound) {
            after.customer_spoke_last = !replied;
            spoken = Some(message.at);
        }
        if replied && counts {
            let first = after.clocks.first_replied_at.map_or(message.at, |at| at.min(message.at));
            after.clocks.first_replied_at = Some(first);
        }
    }
    after
}
