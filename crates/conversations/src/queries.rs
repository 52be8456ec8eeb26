//! What can be asked about conversations. Every question takes a [`Scope`], the answer of
//! [`base::allowed`].

mod deleted;
mod lately;
mod lists;
mod macros;
mod requests;
mod sides;
mod steps;
mod tags;
pub mod timeline;
mod today;
mod turns;
mod views;

use std::collections::{HashMap, HashSet};

use base::{Instant, Scope};
use people::person::{Address, Person};
use people::{OrganisationId, PersonId, StaffId};
use platform::{Conn, Context, Result, log};

use crate::events::ConversationEvent;
use crate::ids::{AttachmentId, ConversationId, DraftId, MessageId};
use crate::model::{
    Attachment, Author, ChecklistItem, Conversation, Delivery, DeliveryState, DraftText, Follower, Happening, Linked,
    Message, MessageKind, Participant, SharedDraft, Side, Spent, Tag, Version,
};
use crate::rules::drafts::KEPT;
use crate::rules::placing::Step;
use crate::rules::redacting::Taken;
use crate::store;

pub use crate::store::{DeletedRow, Origin, origins_of};
pub use deleted::{DeletedPage, deleted, deleted_number};
pub use lately::Lately;
pub use lists::{
    Counts, ListQuery, ListRow, OPEN_TAGGED_MOST, OfDepartment, Page, View, counts, counts_lately, due_soon, list,
    numbers,
};
pub use macros::{
    Offered, find_macro, for_form, macro_file, macro_files, macros, macros_at_first, offered_macros, removed_macro,
};
pub use requests::{Behind, Request, by_request_link, mine, request, request_link};
pub use sides::{Aside, side, side_begun_by};
pub use steps::{Done, step};
pub use tags::{open_tagged, tag, tags, tags_of};
pub use today::{TODAY_MOST, Today, TodayRow, due_today, today};
pub(crate) use turns::candidates_of;
pub use turns::{Line, Standing, mark_full, turns};
pub use views::{Kept, OfView, count_opened, count_view, find_view, removed_view, views};

/// Which facts of the log are about conversations that lie in these departments now: a condition on their subject, around
/// a list of bound ids.
#[must_use]
pub fn told_within(ids: &str) -> String {
    // Behind the thirteen letters of «conversation:».
    format!("EXISTS (SELECT 1 FROM conversation c WHERE c.id = SUBSTR(event.subject, 14) AND c.department IN ({ids}))")
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
    /// Its department's name.
    pub department_name: Option<String>,
    /// The words that colleagues put on it, by name.
    pub tags: Vec<Tag>,
    /// What it is linked with, as it is by now.
    pub links: Vec<Linked>,
    /// What is to be done in it, in order.
    pub checklist: Vec<ChecklistItem>,
    /// Time that colleagues spent on it.
    pub spent: Vec<Spent>,
    /// Whether they write it down.
    pub tracks_time: bool,
    /// Who follows it, and whom a note in it names.
    pub followers: Vec<Follower>,
    /// What colleagues write with others about it, oldest first.
    pub sides: Vec<Side>,
    /// What it was in another system, if it comes from one.
    pub origin: Option<Origin>,
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
    whole(conn, scope, conversation).await.map(Some)
}

/// The same of one that may be deleted, for whoever answers for all that is held.
pub(crate) async fn thread_even_deleted(conn: &mut Conn, id: &ConversationId) -> Result<Option<Thread>> {
    let Some(conversation) = store::find_even_deleted(conn, id).await? else { return Ok(None) };
    whole(conn, &Scope::All, conversation).await.map(Some)
}

async fn whole(conn: &mut Conn, scope: &Scope, conversation: Conversation) -> Result<Thread> {
    let id = &conversation.id.clone();
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
    let links = links(conn, scope, id).await?;
    let followers = store::followers(conn, id).await?;
    let checklist = store::checklist(conn, id).await?;
    let spent = store::spent_on(conn, id).await?;
    let origin = store::origin_of(conn, id).await?;
    let tracks_time = crate::settings::manners(conn).await?.track_time;
    let sides = store::sides_of(conn, id).await?;
    Ok(Thread {
        conversation,
        person,
        addresses,
        participants,
        merged,
        offers,
        assignee_name,
        department_name,
        tags,
        links,
        checklist,
        spent,
        tracks_time,
        followers,
        sides,
        origin,
        messages,
        history,
    })
}

async fn messages(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Message>> {
    let mut messages = store::thread(conn, id, THREAD_MOST).await?;
    complete(conn, id, &mut messages).await?;
    // What waits for its time has not been said yet: it stands last.
    let waits = |message: &Message| {
        let state = message.delivery.as_ref().map(|delivery| delivery.state);
        matches!(state, Some(DeliveryState::Scheduled | DeliveryState::Held))
    };
    messages.sort_by_key(waits);
    Ok(messages)
}

/// Adds how far messages of one conversation have come, and their files.
async fn complete(conn: &mut Conn, id: &ConversationId, messages: &mut [Message]) -> Result<()> {
    let mut deliveries: HashMap<MessageId, Delivery> = store::deliveries_of(conn, id).await?.into_iter().collect();
    let mut attachments: HashMap<MessageId, Vec<Attachment>> = HashMap::new();
    for (message, attachment) in store::attachments_of(conn, id).await? {
        attachments.entry(message).or_default().push(attachment);
    }
    for message in messages {
        message.delivery = deliveries.remove(&message.id);
        message.attachments = attachments.remove(&message.id).unwrap_or_default();
    }
    Ok(())
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

/// What a conversation is linked with, as far as the scope reaches.
///
/// # Errors
/// See [`list`].
pub async fn links(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<Linked>> {
    let mut links = Vec::new();
    for (other, kind) in store::links_of(conn, id).await? {
        if let Some(conversation) = store::find(conn, scope, &other).await? {
            links.push(Linked { kind, conversation });
        }
    }
    Ok(links)
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

/// By which mailbox a conversation came, by the channel's name for it.
///
/// # Errors
/// See [`list`].
pub async fn mailbox_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<String>> {
    store::mailbox_of(conn, id).await
}

/// The rows of these conversations, as far as they are in scope; in no order.
///
/// # Errors
/// See [`list`].
pub async fn these(conn: &mut Conn, scope: &Scope, ids: &[String]) -> Result<Vec<ListRow>> {
    store::found_rows(conn, scope, ids).await
}

/// A customer's conversations, newest first.
///
/// # Errors
/// See [`list`].
pub async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<ListRow>> {
    store::of_person(conn, scope, person, most).await
}

/// The conversations of an organisation's people, newest first.
///
/// # Errors
/// See [`list`].
pub async fn of_organisation(conn: &mut Conn, scope: &Scope, id: &OrganisationId, most: i64) -> Result<Vec<ListRow>> {
    store::of_organisation(conn, scope, id, most).await
}

/// One message.
///
/// # Errors
/// See [`list`].
pub async fn message(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Option<Message>> {
    store::find_message(conn, scope, id).await
}

/// What stood in a note before, for its writer and for who answers for privacy; oldest first.
///
/// # Errors
/// See [`list`].
pub async fn versions(conn: &mut Conn, reader: &base::Actor, note: &Message) -> Result<Vec<Version>> {
    let own = matches!(&note.author, Author::Staff(id) if reader.staff_id() == Some(id.as_str()));
    if own || base::allowed(reader, base::Action::ManagePrivacy).is_ok() {
        store::versions(conn, &note.id).await
    } else {
        Ok(Vec::new())
    }
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

/// Who follows a conversation.
///
/// # Errors
/// See [`list`].
pub async fn followers(conn: &mut Conn, id: &ConversationId) -> Result<Vec<StaffId>> {
    let all = store::all_following(conn, id).await?.into_iter();
    Ok(all.filter(|(_, one)| one.follows).map(|(staff, _)| staff).collect())
}

/// What a colleague has typed in a conversation and not sent, newest first.
///
/// # Errors
/// See [`list`].
pub async fn drafts(conn: &mut Conn, me: &StaffId, id: &ConversationId) -> Result<Vec<(MessageKind, DraftText)>> {
    store::drafts_of(conn, me, id).await
}

/// The drafts of replies that colleagues share in a conversation, oldest first.
///
/// # Errors
/// See [`list`].
pub async fn shared_drafts(conn: &mut Conn, id: &ConversationId) -> Result<Vec<SharedDraft>> {
    store::shared_of(conn, id).await
}

/// Those that were thrown away there and can be brought back `now`, the last one first.
///
/// # Errors
/// See [`list`].
pub async fn thrown_away(conn: &mut Conn, id: &ConversationId, now: Instant) -> Result<Vec<SharedDraft>> {
    store::thrown_away(conn, id, now.saturating_sub(KEPT).unwrap_or(Instant::MIN)).await
}

/// One of them, of a conversation that the scope reaches.
///
/// # Errors
/// See [`list`].
pub async fn shared_draft(conn: &mut Conn, scope: &Scope, id: &DraftId) -> Result<Option<SharedDraft>> {
    let Some(draft) = store::find_shared(conn, id).await? else { return Ok(None) };
    Ok(store::find(conn, scope, &draft.conversation).await?.map(|_| draft))
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

/// The files of these messages that lie in mails as they came.
///
/// # Errors
/// See [`list`].
pub(crate) async fn in_mails(conn: &mut Conn, messages: &[MessageId]) -> Result<Vec<StoredAttachment>> {
    let mut found = Vec::new();
    for message in messages {
        let files = store::files_of(conn, message).await?.into_iter().filter(|(.., part)| part.is_some());
        found.extend(files.map(|(attachment, blob, part)| StoredAttachment { attachment, blob, part }));
    }
    Ok(found)
}

/// The messages of a conversation in which a card number stands.
///
/// # Errors
/// See [`list`].
pub(crate) async fn with_cards(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<MessageId>> {
    if store::find(conn, scope, id).await?.is_none() {
        return Ok(Vec::new());
    }
    let stands = |it: &Message| {
        Taken::Cards.out_of(&it.body).is_some()
            || it.document.as_ref().is_some_and(|document| Taken::Cards.out_of_document(document).is_some())
    };
    let mut found = Vec::new();
    for message in store::thread(conn, id, i64::MAX).await?.into_iter().filter(stands) {
        found.push(message.id);
    }
    Ok(found)
}

/// Replies that were given up, newest first, with how far they came.
///
/// # Errors
/// See [`list`].
pub async fn failed_deliveries(conn: &mut Conn, most: i64) -> Result<Vec<(MessageId, Delivery)>> {
    store::failed_deliveries(conn, most).await
}
