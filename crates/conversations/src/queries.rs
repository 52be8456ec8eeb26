//! What can be asked about conversations. Every question takes a [`Scope`], the answer of
//! [`base::allowed`].

use std::collections::{HashMap, HashSet};

use base::{Instant, Scope};
use jiff::SignedDuration;
use people::person::{Address, Person};
use people::{PersonId, StaffId};
use platform::{Conn, Context, Result, log};

use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{
    Attachment, Conversation, Delivery, DeliveryState, DraftText, Group, Happening, Message, MessageKind, Participant,
    State,
};
use crate::rules::placing::Step;
use crate::store;

/// A ready-made list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// What this colleague has.
    Mine(StaffId),
    /// What nobody has.
    Unassigned,
    /// Everything.
    All,
    /// Open and due within the hour, or late.
    Breaching,
    /// We answered; the customer has the word.
    WaitingCustomer,
}

impl View {
    /// The name in addresses.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Mine(_) => "mine",
            Self::Unassigned => "unassigned",
            Self::All => "all",
            Self::Breaching => "breaching",
            Self::WaitingCustomer => "waiting",
        }
    }

    /// Reads [`View::code`] back, for the colleague who looks.
    #[must_use]
    pub fn from_code(code: &str, me: &StaffId) -> Option<Self> {
        [Self::Mine(me.clone()), Self::Unassigned, Self::All, Self::Breaching, Self::WaitingCustomer]
            .into_iter()
            .find(|view| view.code() == code)
    }
}

/// Which page of which list.
#[derive(Clone, Debug)]
pub struct ListQuery {
    /// The list.
    pub view: View,
    /// Which of its three parts.
    pub group: Group,
    /// [`Page::next`] of the page before.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub most: i64,
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// The conversation.
    pub conversation: Conversation,
    /// Its customer's name.
    pub person_name: String,
    /// Its owner's name.
    pub assignee_name: Option<String>,
    /// Whether the reader has left something typed in it.
    pub drafted: bool,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<ListRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// The counts beside the lists. Exact, but `breaching`, which stops at 1,000.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open and mine.
    pub mine: i64,
    /// Open and nobody's.
    pub unassigned: i64,
    /// All open.
    pub open: i64,
    /// All waiting.
    pub waiting: i64,
    /// All closed.
    pub closed: i64,
    /// Waiting for the customer.
    pub waiting_customer: i64,
    /// Due within the hour or late.
    pub breaching: i64,
}

/// A conversation with all that is said and known beside it.
#[derive(Clone, Debug)]
pub struct Thread {
    /// The conversation.
    pub conversation: Conversation,
    /// Its customer.
    pub person: Person,
    /// Their addresses.
    pub addresses: Vec<Address>,
    /// Who takes part beside them, or would like to.
    pub participants: Vec<Participant>,
    /// What became part of it last, by id and number, as long as that can be undone.
    pub merged: Option<(ConversationId, i64)>,
    /// What a message links it with, for a merge to be offered.
    pub offers: Vec<Conversation>,
    /// Its owner's name.
    pub assignee_name: Option<String>,
    /// Its newest messages, oldest first.
    pub messages: Vec<Message>,
    /// Its history, oldest first.
    pub history: Vec<Happening>,
}

/// Where an attachment's bytes are.
#[derive(Clone, Debug)]
pub struct StoredAttachment {
    /// The attachment.
    pub attachment: Attachment,
    /// The blob: the file itself, or the raw mail that holds it.
    pub blob: String,
    /// Path of the part within that mail.
    pub part: Option<String>,
}

/// What is due within the hour is breaching soon.
const SOON: SignedDuration = SignedDuration::from_hours(1);
/// Unfinished texts of one colleague that lists mark.
const DRAFTS_MOST: i64 = 500;
/// Messages shown of one conversation.
const THREAD_MOST: i64 = 500;

/// One page of a list.
///
/// # Errors
/// When the database cannot be read; so for all questions.
pub async fn list(conn: &mut Conn, scope: &Scope, query: &ListQuery, now: Instant) -> Result<Page> {
    let most = query.most.clamp(1, 200);
    let after = query.after.as_deref().and_then(read_cursor);
    let selection = store::Selection { view: &query.view, group: query.group, soon: soon(now), after, most: most + 1 };
    let mut rows = store::list(conn, scope, &selection).await?;
    let more = rows.len() as i64 > most;
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let last = rows.last().filter(|_| more);
    let next = last.map(|keyed| format!("{}.{}", keyed.key, keyed.row.conversation.id));
    Ok(Page { rows: rows.into_iter().map(|keyed| keyed.row).collect(), next })
}

/// A cursor that somebody bent is no cursor: the list begins at its beginning.
fn read_cursor(text: &str) -> Option<store::After> {
    let (key, id) = text.split_once('.')?;
    let id: ConversationId = id.parse().ok()?;
    Some(store::After { key: key.parse().ok()?, id: id.as_str().to_owned() })
}

fn soon(now: Instant) -> Instant {
    now.saturating_add(SOON).unwrap_or(Instant::MAX)
}

/// The live counts. Only colleagues have lists, and they see all; others get zeros.
///
/// # Errors
/// See [`list`].
pub async fn counts(conn: &mut Conn, scope: &Scope, me: &StaffId, now: Instant) -> Result<Counts> {
    let mut counts = Counts::default();
    if *scope != Scope::All {
        return Ok(counts);
    }
    for (state, owner, n) in store::tallies(conn).await? {
        match state.group() {
            Group::Open => {
                counts.open += n;
                match owner {
                    None => counts.unassigned += n,
                    Some(owner) if owner == *me => counts.mine += n,
                    Some(_) => {}
                }
            }
            Group::Waiting => counts.waiting += n,
            Group::Closed => counts.closed += n,
        }
        if state == State::WaitingCustomer {
            counts.waiting_customer += n;
        }
    }
    counts.breaching = store::breaching(conn, soon(now), 1000).await?;
    Ok(counts)
}

/// One conversation.
///
/// # Errors
/// See [`list`].
pub async fn find(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Conversation>> {
    store::find(conn, scope, id).await
}

/// The conversation with a number.
///
/// # Errors
/// See [`list`].
pub async fn by_number(conn: &mut Conn, scope: &Scope, number: i64) -> Result<Option<Conversation>> {
    store::find_by_number(conn, scope, number).await
}

/// A conversation with its messages, customer and history.
///
/// # Errors
/// See [`list`].
pub async fn thread(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Thread>> {
    let Some(conversation) = store::find(conn, scope, id).await? else { return Ok(None) };
    let person = people::person::find(conn, &Scope::All, &conversation.person).await?;
    let person = person.context("a conversation without its customer")?;
    let addresses = people::person::addresses(conn, &Scope::All, &person.id).await?;
    let assignee_name = match &conversation.assignee {
        Some(id) => people::staff::find(conn, &Scope::All, id).await?.map(|staff| staff.name),
        None => None,
    };
    let messages = messages(conn, id).await?;
    let history = history(conn, id).await?;
    let participants = store::participants_of(conn, id).await?;
    let (merged, offers) = (undoable(conn, &conversation).await?, offers(conn, scope, id).await?);
    Ok(Some(Thread { conversation, person, addresses, participants, merged, offers, assignee_name, messages, history }))
}

async fn messages(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Message>> {
    let mut messages = store::thread(conn, id, THREAD_MOST).await?;
    let mut deliveries: HashMap<MessageId, Delivery> = store::deliveries_of(conn, id).await?.into_iter().collect();
    let mut attachments: HashMap<MessageId, Vec<Attachment>> = HashMap::new();
    for (message, attachment) in store::attachments_of(conn, id).await? {
        attachments.entry(message).or_default().push(attachment);
    }
    for message in &mut messages {
        message.delivery = deliveries.remove(&message.id);
        message.attachments = attachments.remove(&message.id).unwrap_or_default();
    }
    // What waits for its time has not been said yet: it stands last.
    let waits = |message: &Message| {
        let state = message.delivery.as_ref().map(|delivery| delivery.state);
        matches!(state, Some(DeliveryState::Scheduled | DeliveryState::Held))
    };
    messages.sort_by_key(waits);
    Ok(messages)
}

/// The others of open offers, as they are by now.
async fn offers(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<Conversation>> {
    let mut others: Vec<Conversation> = Vec::new();
    for other in store::offers(conn, id).await? {
        let other = store::where_merged(conn, &other).await?;
        let known = other == *id || others.iter().any(|one| one.id == other);
        if !known && let Some(other) = store::find(conn, scope, &other).await? {
            others.push(other);
        }
    }
    Ok(others)
}

async fn undoable(conn: &mut Conn, target: &Conversation) -> Result<Option<(ConversationId, i64)>> {
    let Some((source, number)) = store::merged_into(conn, &target.id).await?.into_iter().next() else {
        return Ok(None);
    };
    let count = store::message_ids(conn, &target.id).await?.len();
    let merge = store::merge_of(conn, &source).await?.filter(|merge| merge.moved.can_be_undone(target, count));
    Ok(merge.map(|_| (source, number)))
}

/// Where a conversation is by now: itself, or what it became part of.
///
/// # Errors
/// See [`list`].
pub async fn where_merged(conn: &mut Conn, id: &ConversationId) -> Result<ConversationId> {
    store::where_merged(conn, id).await
}

async fn history(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Happening>> {
    let mut facts = log::history(conn, &format!("conversation:{id}"), 500).await?;
    // What became part of it brings its own history.
    for (merged, _) in store::merged_into(conn, id).await? {
        facts.extend(log::history(conn, &format!("conversation:{merged}"), 500).await?);
    }
    facts.sort_by_key(|fact| fact.at);
    Ok(facts
        .into_iter()
        .filter_map(|fact| {
            let event: ConversationEvent = fact.read()?;
            let sentence = base::Event::sentence(&event);
            Some(Happening { at: fact.at, actor: fact.actor, sentence, kind: fact.kind })
        })
        .collect())
}

/// A customer's conversations, newest first.
///
/// # Errors
/// See [`list`].
pub async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<ListRow>> {
    store::of_person(conn, scope, person, most).await
}

/// One message.
///
/// # Errors
/// See [`list`].
pub async fn message(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Option<Message>> {
    store::find_message(conn, scope, id).await
}

/// What others than `me` have said in a conversation since `seen`, oldest first.
///
/// # Errors
/// See [`list`].
pub async fn newer(
    conn: &mut Conn,
    scope: &Scope,
    id: &ConversationId,
    seen: &MessageId,
    me: &StaffId,
) -> Result<Vec<Message>> {
    let id = &store::where_merged(conn, id).await?;
    if store::find(conn, scope, id).await?.is_none() {
        return Ok(Vec::new());
    }
    store::newer(conn, id, seen, me.as_str()).await
}

/// What a colleague has typed in a conversation and not sent, newest first.
///
/// # Errors
/// See [`list`].
pub async fn drafts(conn: &mut Conn, me: &StaffId, id: &ConversationId) -> Result<Vec<(MessageKind, DraftText)>> {
    store::drafts_of(conn, me, id).await
}

/// The conversations in which a colleague has left something typed.
///
/// # Errors
/// See [`list`].
pub async fn drafted(conn: &mut Conn, me: &StaffId) -> Result<HashSet<ConversationId>> {
    Ok(store::drafted(conn, me, DRAFTS_MOST).await?.into_iter().collect())
}

/// How the place of a message was decided, step by step.
///
/// # Errors
/// See [`list`].
pub async fn trace(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Vec<Step>> {
    match store::find_message(conn, scope, id).await? {
        Some(_) => store::trace(conn, id).await,
        None => Ok(Vec::new()),
    }
}

/// The files of one message.
///
/// # Errors
/// See [`list`].
pub async fn files(conn: &mut Conn, message: &MessageId) -> Result<Vec<Attachment>> {
    Ok(store::files_of(conn, message).await?.into_iter().map(|(file, ..)| file).collect())
}

/// One attachment and where its bytes are.
///
/// # Errors
/// See [`list`].
pub async fn attachment(conn: &mut Conn, scope: &Scope, id: &AttachmentId) -> Result<Option<StoredAttachment>> {
    let found = store::stored_attachment(conn, scope, id).await?;
    Ok(found.map(|(attachment, blob, part)| StoredAttachment { attachment, blob, part }))
}

/// Replies that were given up, newest first, with how far they came.
///
/// # Errors
/// See [`list`].
pub async fn failed_deliveries(conn: &mut Conn, most: i64) -> Result<Vec<(MessageId, Delivery)>> {
    store::failed_deliveries(conn, most).await
}
