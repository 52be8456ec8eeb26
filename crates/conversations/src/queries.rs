//! What can be asked about conversations. Every question takes a [`Scope`], the answer of
//! [`base::allowed`].

mod lists;
mod macros;
mod requests;
mod tags;

use std::collections::{HashMap, HashSet};

use base::Scope;
use people::person::{Address, Person};
use people::{PersonId, StaffId};
use platform::{Conn, Context, Result, log};

use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, MessageId};
use crate::model::{
    Attachment, Conversation, Delivery, DeliveryState, DraftText, Follower, Happening, Message, MessageKind,
    Participant, Tag,
};
use crate::rules::placing::Step;
use crate::store;

pub use lists::{Counts, ListQuery, ListRow, OPEN_TAGGED_MOST, OfDepartment, Page, View, counts, list, numbers};
pub use macros::{Offered, find_macro, for_form, macro_file, macro_files, macros, offered_macros, removed_macro};
pub use requests::{Behind, Request, by_request_link, mine, request_link};
pub use tags::{open_tagged, tag, tags, tags_of};

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
    /// Its department's name.
    pub department_name: Option<String>,
    /// The words that colleagues put on it, by name.
    pub tags: Vec<Tag>,
    /// Who follows it, and whom a note in it names.
    pub followers: Vec<Follower>,
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

/// Unfinished texts of one colleague that lists mark.
const DRAFTS_MOST: i64 = 500;
/// Messages shown of one conversation.
const THREAD_MOST: i64 = 500;

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
    let department_name = match &conversation.department {
        Some(id) => people::department::find(conn, id).await?.map(|department| department.name),
        None => None,
    };
    let messages = messages(conn, id).await?;
    let history = history(conn, id).await?;
    let participants = store::participants_of(conn, id).await?;
    let (merged, offers) = (undoable(conn, &conversation).await?, offers(conn, scope, id).await?);
    let tags = store::tags_of(conn, id).await?;
    let followers = store::followers(conn, id).await?;
    Ok(Some(Thread {
        conversation,
        person,
        addresses,
        participants,
        merged,
        offers,
        assignee_name,
        department_name,
        tags,
        followers,
        messages,
        history,
    }))
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
