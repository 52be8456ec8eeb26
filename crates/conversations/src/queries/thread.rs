//! One conversation with all that is said and known beside it. What is rarely there is read only where it is.

use std::collections::HashMap;

use base::Scope;
use people::person::{Address, Person};
use platform::{Conn, Context, Result, log};

use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{
    Attachment, ChecklistItem, Conversation, Delivery, DeliveryState, Follower, Happening, Linked, Message, Need,
    Participant, Problem, Promise, Side, Spent, Tag,
};
use crate::store::{self, Origin, There};

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
    /// What it was called when it came, once it is called otherwise.
    pub came_as: Option<String>,
    /// What those were called that became part of it.
    pub parts_called: Vec<String>,
    /// Who is away, and comes back to it: it is theirs, and somebody else has it meanwhile.
    pub stood_in_for: Option<String>,
    /// By which mailbox it came, by the channel's name for it.
    pub mailbox: Option<String>,
    /// Whether there are shared drafts in it, or some that were thrown away.
    pub drafts: bool,
    /// What was promised in it, or may have been, oldest first.
    pub promises: Vec<Promise>,
    /// What its customer needs, oldest first.
    pub needs: Vec<Need>,
    /// What was promised to its customer, here or elsewhere, and is to be kept or was broken, as far as the reader reaches.
    pub promised: Vec<Promise>,
    /// How it ended, and whether it is a complaint, as far as that was said.
    pub ended: super::Ended,
    /// The causes that it has in common with others.
    pub problems: Vec<Problem>,
    /// Its newest messages, oldest first.
    pub messages: Vec<Message>,
    /// Its history, oldest first.
    pub history: Vec<Happening>,
}

impl Thread {
    /// By what its mails are read: what it was called when it came.
    #[must_use]
    pub fn first_subject(&self) -> &str {
        self.came_as.as_deref().unwrap_or(&self.conversation.subject)
    }
}

/// Messages shown of one conversation.
const THREAD_MOST: i64 = 500;
/// Promises to its customer that are read with it.
const PROMISED_MOST: i64 = 10;

/// A conversation with its messages, customer and history.
///
/// # Errors
/// See [`super::list`].
pub async fn thread(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Thread>> {
    let Some(conversation) = store::find(conn, scope, id).await? else { return Ok(None) };
    whole(conn, scope, conversation).await.map(Some)
}

/// What a preview shows of it: its messages and who is who in them, its customer's name, its tags. All else is left out,
/// whether it is there or not.
///
/// # Errors
/// See [`super::list`].
pub async fn glance(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Thread>> {
    let Some(conversation) = store::find(conn, scope, id).await? else { return Ok(None) };
    let (thread, _) = said(conn, conversation).await?;
    Ok(Some(thread))
}

/// The same as [`thread`] of one that may be deleted, for whoever answers for all that is held.
pub(crate) async fn thread_even_deleted(conn: &mut Conn, id: &ConversationId) -> Result<Option<Thread>> {
    let Some(conversation) = store::find_even_deleted(conn, id).await? else { return Ok(None) };
    whole(conn, &Scope::All, conversation).await.map(Some)
}

/// What is said in it, and what there is beside that and not read yet.
async fn said(conn: &mut Conn, conversation: Conversation) -> Result<(Thread, There)> {
    let id = &conversation.id.clone();
    let person = people::person::find(conn, &Scope::All, &conversation.person).await?;
    let person = person.context("a conversation without its customer")?;
    let there = store::there(conn, id).await?;
    let participants = if there.participants { store::participants_of(conn, id).await? } else { Vec::new() };
    let tags = if there.tags { store::tags_of(conn, id).await? } else { Vec::new() };
    let sides = if there.sides { store::sides_of(conn, id).await? } else { Vec::new() };
    let messages = messages(conn, id).await?;
    let thread = Thread {
        conversation,
        person,
        addresses: Vec::new(),
        participants,
        merged: None,
        offers: Vec::new(),
        assignee_name: None,
        department_name: None,
        tags,
        links: Vec::new(),
        checklist: Vec::new(),
        spent: Vec::new(),
        tracks_time: false,
        followers: Vec::new(),
        sides,
        origin: None,
        stood_in_for: None,
        came_as: there.came_as.clone(),
        parts_called: Vec::new(),
        mailbox: there.mailbox.clone(),
        drafts: there.drafts,
        promises: Vec::new(),
        needs: Vec::new(),
        promised: Vec::new(),
        ended: super::Ended::default(),
        problems: Vec::new(),
        messages,
        history: Vec::new(),
    };
    Ok((thread, there))
}

async fn whole(conn: &mut Conn, scope: &Scope, conversation: Conversation) -> Result<Thread> {
    let (mut thread, there) = said(conn, conversation).await?;
    let id = &thread.conversation.id.clone();
    thread.addresses = people::person::addresses(conn, &Scope::All, &thread.person.id).await?;
    if let Some(assignee) = &thread.conversation.assignee {
        thread.assignee_name = people::staff::find(conn, &Scope::All, assignee).await?.map(|staff| staff.name);
    }
    if let Some(department) = &thread.conversation.department {
        thread.department_name = people::department::find(conn, department).await?.map(|department| department.name);
    }
    let merged = if there.merged { store::merged_into(conn, id).await? } else { Vec::new() };
    if there.merged {
        thread.parts_called = store::parts_called(conn, id).await?;
    }
    thread.history = history(conn, id, &merged).await?;
    thread.merged = undoable(conn, &thread.conversation, merged).await?;
    if there.offers {
        thread.offers = offers(conn, scope, id).await?;
    }
    if there.links {
        thread.links = links(conn, scope, id).await?;
    }
    if there.followers {
        thread.followers = store::followers(conn, id).await?;
    }
    if there.checklist {
        thread.checklist = store::checklist(conn, id).await?;
    }
    if there.spent {
        thread.spent = store::spent_on(conn, id).await?;
    }
    if there.stood_in
        && let Some(stood_in) = store::stood_in_of(conn, id).await?
        && stood_in.deputy == thread.conversation.assignee
    {
        thread.stood_in_for = people::staff::find(conn, &Scope::All, &stood_in.owner).await?.map(|staff| staff.name);
    }
    if there.promises {
        thread.promises = store::promises_of(conn, id).await?;
    }
    if there.needs {
        thread.needs = store::needs_of(conn, id).await?;
    }
    if there.promised {
        thread.promised = store::promises_standing_to(conn, scope, &thread.person.id, PROMISED_MOST).await?;
    }
    if there.ended {
        thread.ended = super::ended(conn, id).await?;
    }
    if there.problems {
        thread.problems = store::problems_of(conn, scope, id).await?;
    }
    if there.origin {
        thread.origin = store::origin_of(conn, id).await?;
    }
    thread.tracks_time = crate::settings::manners(conn).await?.track_time;
    Ok(thread)
}

pub(super) async fn messages(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Message>> {
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
pub(super) async fn complete(conn: &mut Conn, id: &ConversationId, messages: &mut [Message]) -> Result<()> {
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
/// See [`super::list`].
pub async fn links(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<Linked>> {
    let mut links = Vec::new();
    for (other, kind) in store::links_of(conn, id).await? {
        if let Some(conversation) = store::find(conn, scope, &other).await? {
            links.push(Linked { kind, conversation });
        }
    }
    Ok(links)
}

/// The newest of what became part of it, as long as that can be undone.
async fn undoable(
    conn: &mut Conn,
    target: &Conversation,
    merged: Vec<(ConversationId, i64)>,
) -> Result<Option<(ConversationId, i64)>> {
    let Some((source, number)) = merged.into_iter().next() else { return Ok(None) };
    let count = store::message_ids(conn, &target.id).await?.len();
    let merge = store::merge_of(conn, &source).await?.filter(|merge| merge.moved.can_be_undone(target, count));
    Ok(merge.map(|_| (source, number)))
}

/// Its own history, with that of what became part of it.
async fn history(conn: &mut Conn, id: &ConversationId, merged: &[(ConversationId, i64)]) -> Result<Vec<Happening>> {
    let mut facts = log::history(conn, &format!("conversation:{id}"), 500).await?;
    for (source, _) in merged {
        facts.extend(log::history(conn, &format!("conversation:{source}"), 500).await?);
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
