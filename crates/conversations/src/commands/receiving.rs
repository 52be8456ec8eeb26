//! What comes from outside becomes a message of a conversation: the customer's side of the spine.

use base::{Actor, Language, Scope};
use people::PersonId;
use platform::{Context, Platform, Result, Tx};
use words::mood::Mood;

use super::bouncing::returned;
use super::candidates::{candidates, to_remember};
use super::inbound::{Inbound, InboundFile};
use super::participants::{changed, copied, welcome};
use super::{aside, by_articles, clocks, noting, praising, receipting, service, snippet, standing_in, turning};
use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId, SideId};
use crate::model::{Attachment, Author, Clocks, Conversation, Message, MessageKind, ParticipantState, State, WokenBy};
use crate::rules::moods;
use crate::rules::placing::{Place, Step, also_linked, place};
use crate::rules::states::{ClosedReply, after_message};
use crate::settings;
use crate::store::{self, NewAttachmentRow};

/// Where a message was put, and why.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The conversation.
    pub conversation: ConversationId,
    /// Its number.
    pub number: i64,
    /// The message.
    pub message: MessageId,
    /// The decision.
    pub place: Place,
    /// Whether the sender was not known before.
    pub new_person: bool,
    /// How it was decided.
    pub trace: Vec<Step>,
}

/// Takes a message in: finds its sender and its conversation, and writes it down. The caller's
/// transaction holds the proof that this mail was not taken in before.
///
/// # Errors
/// When the database cannot be used.
pub async fn receive(p: &Platform, tx: &mut Tx, mut inbound: Inbound) -> Result<Placed> {
    let mut trace = Vec::new();
    warn_of_staff(tx, &mut inbound, &mut trace).await?;
    trace.extend(noting::refused(p, tx, &inbound).await?);
    let name = inbound.from.name.clone();
    let (person, new_person) = people::person::resolve(tx, &inbound.from.address, &name, inbound.language).await?;
    let weight = Weight::of(tx, &inbound, &person, &mut trace).await?;
    let mut candidates = candidates(p, tx, &inbound, &person, &mut trace).await?;
    let returned = returned(p, tx, &inbound).await?;
    if let Some(returned) = &returned {
        candidates.insert(0, returned.candidate());
        trace.push(returned.step());
    } else if inbound.bounce.is_some() {
        trace.push(Step::new("bounce_unknown"));
    }
    if inbound.automatic.is_none() {
        people::person::clear_failing(tx, &inbound.from.address).await?;
    }
    let side = returned.as_ref().and_then(|returned| returned.side());
    if let Some(side) = aside::place(p, tx, &inbound, &person, side, &mut trace).await? {
        let quiet = weight != Weight::Usual;
        let (written, place) = aside::take_in(p, tx, side, (&person, &inbound), quiet, &trace).await?;
        if let Some(returned) = returned {
            returned.settle(tx, &inbound).await?;
        }
        let (conversation, number, message) = written;
        return Ok(Placed { conversation, number, message, place, new_person, trace });
    }
    let closed = settings::manners(tx).await?.closed_reply;
    let place = place(&candidates, closed, weight != Weight::Usual, &mut trace);
    let others = also_linked(&candidates, &place, &mut trace);
    let copied = copied(tx, &inbound, &place, &mut trace).await?;
    let receipt = match weight {
        Weight::Blocked => receipting::Decided::None,
        Weight::Usual | Weight::Machine => receipting::decide(tx, &person, &mut inbound, &place, &mut trace).await?,
    };
    let (conversation, number, message) = match &place {
        Place::Join(id, _) => join(p, tx, id, &person, &inbound, (closed, weight), &trace).await?,
        Place::JoinNewHere(id, _) => {
            // Seen by colleagues, sent nothing: they decide.
            let at = inbound.received_at;
            store::put_participant(tx, id, &inbound.from, ParticipantState::NewHere, at).await?;
            let actor = Actor::Customer { id: person.to_string() };
            changed(tx, &actor, id, &inbound.from, ParticipantState::NewHere).await?;
            join(p, tx, id, &person, &inbound, (closed, weight), &trace).await?
        }
        Place::Continue(id, _) => open(p, tx, Some(id.clone()), &person, &inbound, weight, &trace).await?,
        Place::New | Place::Aside(..) => open(p, tx, None, &person, &inbound, weight, &trace).await?,
    };
    if let Some(returned) = returned {
        returned.settle(tx, &inbound).await?;
    }
    welcome(tx, &Actor::Customer { id: person.to_string() }, &conversation, &copied).await?;
    offer_merges(tx, &conversation, number, &message, &others).await?;
    receipting::carry_out(p, tx, &conversation, &inbound, receipt).await?;
    if weight == Weight::Usual {
        by_articles::ask(tx, &conversation, &inbound, &place).await?;
    }
    Ok(Placed { conversation, number, message, place, new_person, trace })
}

/// What a message links is offered to people on both; it is never done by itself.
async fn offer_merges(
    tx: &mut Tx,
    conversation: &ConversationId,
    number: i64,
    message: &MessageId,
    others: &[ConversationId],
) -> Result<()> {
    let now = tx.now();
    for other in others.iter().filter(|other| *other != conversation) {
        if store::offer_merge(tx, conversation, other, message, now).await? {
            let Some(found) = store::find(tx, &Scope::All, other).await? else { continue };
            for (conversation, number) in [(conversation, found.number), (other, number)] {
                let event = ConversationEvent::MergeOffered { conversation: conversation.clone(), number };
                tx.record(&event, &Actor::System, None).await?;
            }
        }
    }
    Ok(())
}

/// A mail that claims to be from a colleague without proof is shown as a customer's, with a warning, and
/// has no power; nor has one whose name is a colleague's.
async fn warn_of_staff(tx: &mut Tx, inbound: &mut Inbound, trace: &mut Vec<Step>) -> Result<()> {
    let colleague = people::staff::by_email(tx, &inbound.from.address).await?;
    if colleague.is_some() && !inbound.is_proved() {
        inbound.warnings.push("unproved_staff".to_owned());
        trace.push(Step::new("unproved_staff").with("address", &inbound.from.address));
    }
    if colleague.is_none() && bears_a_colleagues_name(tx, &inbound.from.name).await? {
        inbound.warnings.push("name_of_colleague".to_owned());
    }
    Ok(())
}

/// Compared without case and without what only spaces a name out.
async fn bears_a_colleagues_name(tx: &mut Tx, name: &str) -> Result<bool> {
    let fold = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let name = fold(name);
    Ok(!name.is_empty() && people::staff::colleagues(tx, &Scope::All).await?.iter().any(|one| fold(&one.name) == name))
}

/// What a message asks of us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// An answer.
    Usual,
    /// Nothing: a machine wrote it.
    Machine,
    /// Nothing: colleagues blocked its sender. It is kept, and filed as closed.
    Blocked,
}

impl Weight {
    async fn of(tx: &mut Tx, inbound: &Inbound, person: &PersonId, trace: &mut Vec<Step>) -> Result<Self> {
        if people::file::is_blocked(tx, person).await? {
            trace.push(Step::new("sender_blocked"));
            return Ok(Self::Blocked);
        }
        Ok(if inbound.automatic.is_some() { Self::Machine } else { Self::Usual })
    }
}

/// The language to answer in: what they asked for, what they write now, what they wrote before.
pub(super) async fn language(tx: &mut Tx, person: &PersonId, inbound: &Inbound) -> Result<Option<Language>> {
    let asked_for = people::file::preferred_language(tx, person).await?;
    if let Some(language) = asked_for.or(inbound.language) {
        return Ok(Some(language));
    }
    Ok(people::person::find(tx, &Scope::All, person).await?.and_then(|person| person.language))
}

/// A message, its conversation and the number of that.
pub(super) type Written = (ConversationId, i64, MessageId);

async fn join(
    p: &Platform,
    tx: &mut Tx,
    id: &ConversationId,
    person: &PersonId,
    inbound: &Inbound,
    (closed, weight): (ClosedReply, Weight),
    trace: &[Step],
) -> Result<Written> {
    let before = store::find_for_update(tx, &Scope::All, id).await?.context("a conversation that is gone")?;
    let message = write(p, tx, id, person, inbound, None, trace).await?;
    came_by(tx, id, inbound).await?;
    let automatic = weight != Weight::Usual;
    let mut after = before.clone();
    after.state = if before.state == State::Closed && closed == ClosedReply::Link {
        before.state
    } else {
        after_message(before.state, automatic)
    };
    after.touched_at = after.touched_at.max(inbound.received_at);
    if !automatic {
        let policy = service::targets_of(tx, &before).await?;
        after.clocks = after.clocks.resumed(&policy, inbound.received_at).customer_wrote(&policy, inbound.received_at);
        after.customer_spoke_last = true;
        after.close_reason = None;
        after.unread = true;
        after.snippet = snippet(&inbound.text);
        after.language = after.language.or(inbound.language);
        after.snoozed = None;
    }
    if before.state != after.state {
        after.label = None;
    }
    let given = if automatic { None } else { standing_in::while_away(tx, &before, &mut after).await? };
    store::save(tx, &before, &after).await?;
    let seen = if automatic { after.clone() } else { super::later::hold_back(tx, &after, &inbound.from).await? };
    clocks::watch(tx, &seen).await?;
    received(tx, &after, person, (inbound, weight), &message).await?;
    if let Some(given) = given {
        tx.record(&given, &Actor::System, None).await?;
    }
    if after.snoozed.is_none() {
        super::snoozing::woken(tx, &Actor::System, &before, WokenBy::Message, None).await?;
    }
    if before.state != after.state {
        let actor = Actor::Customer { id: person.to_string() };
        let (from, to) = (before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation: id.clone(), from, to, reason: String::new() };
        tx.record(&event, &actor, None).await?;
    }
    Ok((after.id, after.number, message))
}

async fn open(
    p: &Platform,
    tx: &mut Tx,
    linked_from: Option<ConversationId>,
    person: &PersonId,
    inbound: &Inbound,
    weight: Weight,
    trace: &[Step],
) -> Result<Written> {
    let policy = settings::clock_policy(tx).await?.targets();
    let clocks = Clocks::default();
    let language = language(tx, person, inbound).await?;
    let mut conversation = Conversation {
        id: ConversationId::next(&p.ids, tx.now()),
        number: store::next_number(tx).await?,
        subject: inbound.subject.clone(),
        person: person.clone(),
        // Filed at once: it waits for nobody.
        state: if weight == Weight::Blocked { State::Closed } else { State::New },
        label: None,
        assignee: None,
        language,
        created_at: inbound.received_at,
        touched_at: inbound.received_at,
        // Nobody owes a machine an answer.
        clocks: match weight {
            Weight::Usual => clocks.customer_wrote(&policy, inbound.received_at),
            Weight::Machine | Weight::Blocked => clocks,
        },
        snippet: snippet(&inbound.text),
        unread: weight != Weight::Blocked,
        customer_spoke_last: weight == Weight::Usual,
        close_reason: None,
        department: match &linked_from {
            Some(before) => store::find(tx, &Scope::All, before).await?.and_then(|before| before.department),
            None => inbound.department.clone(),
        },
        linked_from: linked_from.clone(),
        snoozed: None,
        deleted: None,
        goes_by: None,
    };
    let given = match weight {
        Weight::Usual => turning::take_turn(tx, &mut conversation, inbound.mailbox.as_deref()).await?,
        Weight::Machine | Weight::Blocked => None,
    };
    store::insert(tx, &conversation).await?;
    came_by(tx, &conversation.id, inbound).await?;
    let message = write(p, tx, &conversation.id, person, inbound, None, trace).await?;
    let event = ConversationEvent::Opened {
        conversation: conversation.id.clone(),
        number: conversation.number,
        person: person.clone(),
        channel: inbound.channel.to_owned(),
        linked_from,
    };
    tx.record(&event, &Actor::Customer { id: person.to_string() }, None).await?;
    received(tx, &conversation, person, (inbound, weight), &message).await?;
    if let Some(given) = given {
        turning::wait_if_told(tx, Some(&given)).await?;
        tx.record(&given, &Actor::System, None).await?;
    }
    clocks::watch(tx, &conversation).await?;
    Ok((conversation.id, conversation.number, message))
}

/// Remembers by which mailbox it came, before its service policy is chosen: that may ask for it.
async fn came_by(tx: &mut Tx, id: &ConversationId, inbound: &Inbound) -> Result<()> {
    match &inbound.mailbox {
        Some(mailbox) => store::came_by(tx, id, mailbox).await,
        None => Ok(()),
    }
}

async fn received(
    tx: &mut Tx,
    conversation: &Conversation,
    person: &PersonId,
    (inbound, weight): (&Inbound, Weight),
    message: &MessageId,
) -> Result<()> {
    let from = if inbound.from.name.is_empty() { &inbound.from.address } else { &inbound.from.name };
    let event = ConversationEvent::MessageReceived {
        conversation: conversation.id.clone(),
        message: message.clone(),
        from: from.clone(),
        snippet: snippet(&inbound.text),
        automatic: inbound.automatic.is_some(),
    };
    let customer = Actor::Customer { id: person.to_string() };
    tx.record(&event, &customer, None).await?;
    if weight == Weight::Blocked {
        // Whoever threatens one colleague reaches no other by warm words.
        return Ok(());
    }
    praising::look(tx, &customer, &conversation.id, message, inbound).await
}

/// Keeps a message that came in, in a side thread if one is named.
pub(super) async fn write(
    p: &Platform,
    tx: &mut Tx,
    conversation: &ConversationId,
    person: &PersonId,
    inbound: &Inbound,
    side: Option<&SideId>,
    trace: &[Step],
) -> Result<MessageId> {
    let by_machine = side.is_some() || inbound.automatic.is_some() || inbound.unreadable.is_some();
    let mood = moods::of(&inbound.text, inbound.language, by_machine);
    let message = Message {
        id: MessageId::next(&p.ids, tx.now()),
        conversation: conversation.clone(),
        at: inbound.received_at,
        kind: if side.is_some() { MessageKind::SideIn } else { MessageKind::Inbound },
        author: Author::Person(person.clone()),
        from: inbound.from.clone(),
        to: inbound.to.clone(),
        cc: inbound.cc.clone(),
        bcc: Vec::new(),
        about: None,
        side: side.cloned(),
        body: inbound.text.clone(),
        document: inbound.document.clone(),
        invite: inbound.invite.clone(),
        pictures: false,
        language: inbound.language,
        automatic: inbound.automatic.clone(),
        warnings: inbound.warnings.clone(),
        proof: inbound.proof.clone(),
        unreadable: inbound.unreadable.clone(),
        raw: Some(inbound.raw.clone()),
        contact: None,
        edited_at: None,
        redacted_at: None,
        mood,
        delivery: None,
        attachments: Vec::new(),
    };
    store::add_message(tx, &message, inbound.mail_id.as_deref(), trace).await?;
    if let Some(mood) = mood.filter(|_| side.is_none()) {
        store::problem_felt(tx, conversation, mood == Mood::Negative).await?;
    }
    // What is said in a side thread ties no mail to the conversation.
    if side.is_none() {
        store::add_references(tx, &message.id, &to_remember(p, inbound)).await?;
    }
    store::add_attachments(tx, &message.id, &files(p, tx, inbound)).await?;
    Ok(message.id)
}

/// Its files, which lie in the mail as it came.
pub(super) fn files(p: &Platform, tx: &Tx, inbound: &Inbound) -> Vec<NewAttachmentRow> {
    let row = |file: &InboundFile| NewAttachmentRow {
        attachment: Attachment {
            id: AttachmentId::next(&p.ids, tx.now()),
            name: file.name.clone(),
            content_type: file.content_type.clone(),
            size: file.size,
            inline: file.inline,
            content_id: file.content_id.clone(),
            alt: None,
        },
        blob: inbound.raw.clone(),
        part: Some(file.part.clone()),
    };
    inbound.files.iter().map(row).collect()
}
