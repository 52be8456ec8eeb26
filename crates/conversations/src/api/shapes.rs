//! How conversations, messages and files look in answers.

use base::Scope;
use people::api::Caller;
use platform::Conn;
use platform::api::{Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ConversationId, StepId};
use crate::model::{self, Author, MessageKind, Snooze, State};
use crate::queries;
use crate::store::{self, Browse, Found};

/// Somebody, by id and name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Someone {
    /// Names them.
    pub id: String,
    /// What they are called.
    pub name: String,
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Conversation {
    /// Names it.
    pub id: String,
    /// What people call it: 48213.
    pub number: i64,
    /// What it is about: in the customer's words, until a colleague gave it another subject.
    pub subject: String,
    /// The customer.
    pub customer: Someone,
    /// Where it stands.
    #[schema(inline)]
    pub state: Standing,
    /// The id of the business's own name for the state, if it uses one.
    pub label: Option<String>,
    /// Who has it; null when nobody has.
    pub assignee: Option<Someone>,
    /// The department that it belongs to, if any.
    pub department: Option<String>,
    /// The mailbox that it came by, if any.
    pub mailbox: Option<String>,
    /// The words on it.
    pub tags: Vec<String>,
    /// Whether it is put away.
    pub snoozed: bool,
    /// Until when it is put away; null also when that is until somebody writes.
    #[schema(format = DateTime)]
    pub snoozed_until: Option<String>,
    /// The customer's language, when known.
    pub language: Option<String>,
    /// When it began.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When anybody last said anything.
    #[schema(format = DateTime)]
    pub touched_at: String,
    /// When the next thing is due that we owe; null when nothing is.
    #[schema(format = DateTime)]
    pub due_at: Option<String>,
    /// When it is to be solved, where its service policy promises that; null while that clock stands still.
    #[schema(format = DateTime)]
    pub solution_due_at: Option<String>,
    /// The service policy that it goes by, by its id; null for the usual times.
    pub service_policy: Option<String>,
    /// When the first reply of a person was given.
    #[schema(format = DateTime)]
    pub first_replied_at: Option<String>,
    /// Whether the newest message from outside has not been answered or read by its owner.
    pub unread: bool,
    /// Whether the newest public message is the customer's.
    pub customer_spoke_last: bool,
    /// Start of the newest message.
    pub snippet: String,
    /// Stated when it was closed without a reply.
    pub close_reason: Option<String>,
    /// The closed conversation that this one goes on from.
    pub linked_from: Option<String>,
    /// What it was called in the system that it was taken in from; null when it began here.
    pub old_number: Option<String>,
    /// The conversation that this one became part of, if it did.
    pub merged_into: Option<String>,
    /// In the answer to something that was done to it: the step that takes it back, for half an hour.
    pub step: Option<String>,
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Standing {
    /// Nobody has taken it yet.
    New,
    /// Someone works on it, or should.
    Open,
    /// The customer has the word.
    WaitingCustomer,
    /// Someone else has the word.
    WaitingOthers,
    /// Done, unless the customer writes again.
    Solved,
    /// Done and quiet for long.
    Closed,
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::New => Self::New,
            State::Open => Self::Open,
            State::WaitingCustomer => Self::WaitingCustomer,
            State::WaitingOthers => Self::WaitingOthers,
            State::Solved => Self::Solved,
            State::Closed => Self::Closed,
        }
    }
}

impl From<Standing> for State {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::New => Self::New,
            Standing::Open => Self::Open,
            Standing::WaitingCustomer => Self::WaitingCustomer,
            Standing::WaitingOthers => Self::WaitingOthers,
            Standing::Solved => Self::Solved,
            Standing::Closed => Self::Closed,
        }
    }
}

impl Conversation {
    /// A row with the words on it.
    fn of(found: Found, tags: Vec<String>) -> Self {
        let (row, one) = (found.row.conversation.clone(), found.row);
        let assignee = row
            .assignee
            .as_ref()
            .map(|id| Someone { id: id.to_string(), name: one.assignee_name.clone().unwrap_or_default() });
        Self {
            id: row.id.to_string(),
            number: row.number,
            subject: row.subject,
            customer: Someone { id: row.person.to_string(), name: one.person_name },
            state: row.state.into(),
            label: row.label,
            assignee,
            department: row.department.map(|id| id.to_string()),
            mailbox: found.mailbox,
            tags,
            snoozed: row.snoozed.is_some(),
            snoozed_until: match row.snoozed {
                Some(Snooze::Until(until)) => Some(time(until)),
                Some(Snooze::NextReply) | None => None,
            },
            language: row.language.map(|language| language.code().to_owned()),
            created_at: time(row.created_at),
            touched_at: time(row.touched_at),
            due_at: row.clocks.due().map(time),
            solution_due_at: row.clocks.resolve_due.map(time),
            service_policy: row.goes_by.map(|by| by.policy.to_string()),
            first_replied_at: row.clocks.first_replied_at.map(time),
            unread: row.unread,
            customer_spoke_last: row.customer_spoke_last,
            snippet: row.snippet,
            close_reason: row.close_reason,
            linked_from: row.linked_from.map(|id| id.to_string()),
            old_number: None,
            merged_into: None,
            step: None,
        }
    }
}

/// Rows as they look in answers.
pub(super) async fn rows(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Conversation>, Problem> {
    let ids: Vec<ConversationId> = found.iter().map(|one| one.row.conversation.id.clone()).collect();
    let mut tags = queries::tags_of(conn, &ids.iter().collect::<Vec<_>>()).await?;
    let names = |tags: Vec<model::Tag>| tags.into_iter().map(|tag| tag.name).collect();
    let mut origins = queries::origins_of(conn, &ids.iter().map(ConversationId::as_str).collect::<Vec<_>>()).await?;
    let rows = found.into_iter().zip(&ids).map(|(one, id)| Conversation {
        old_number: origins.remove(id.as_str()).map(|origin| origin.called()),
        ..Conversation::of(one, names(tags.remove(id).unwrap_or_default()))
    });
    Ok(rows.collect())
}

/// One conversation as it is now.
pub(super) async fn conversation(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Conversation, Problem> {
    let browse = Browse { id: Some(id.clone()), most: 1, ..Browse::default() };
    let found = store::browse(conn, scope, &browse).await?;
    let found = rows(conn, found).await?.pop().ok_or_else(Problem::not_found)?;
    let now_at = store::where_merged(conn, id).await?;
    let merged_into = (now_at != *id).then(|| now_at.to_string());
    Ok(Conversation { merged_into, ..found })
}

/// The conversation after a command that can be taken back, for the answer.
pub(super) async fn after_step(
    caller: &Caller,
    id: &ConversationId,
    step: Option<StepId>,
) -> Result<axum::Json<Conversation>, Problem> {
    let axum::Json(now) = after(caller, id).await?;
    Ok(axum::Json(Conversation { step: step.map(|step| step.to_string()), ..now }))
}

/// The conversation after a command, for the answer.
pub(super) async fn after(caller: &Caller, id: &ConversationId) -> Result<axum::Json<Conversation>, Problem> {
    let scope = caller.may(base::Action::ReadConversations)?;
    Ok(axum::Json(conversation(&mut caller.p.db.read().await?, &scope, id).await?))
}

/// A mail address with the name beside it.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Mailbox {
    /// The address.
    #[schema(max_length = 320)]
    pub address: String,
    /// The name; may be empty.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub name: String,
}

impl From<model::Mailbox> for Mailbox {
    fn from(mailbox: model::Mailbox) -> Self {
        Self { address: mailbox.address, name: mailbox.name }
    }
}

impl From<Mailbox> for model::Mailbox {
    fn from(mailbox: Mailbox) -> Self {
        Self { address: mailbox.address, name: people::person::clean_line(&mailbox.name, 200) }
    }
}

/// A message of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Message {
    /// Names it.
    pub id: String,
    /// Its conversation.
    pub conversation: String,
    /// `inbound`, `reply`, `note`, `forward`, `contact`, `receipt`, or in a side thread `side_out` and `side_in`; there may
    /// be more one day.
    pub kind: String,
    /// When it was received or written.
    #[schema(format = DateTime)]
    pub at: String,
    /// The colleague or customer who wrote it, by id; null when Tillit did.
    pub author: Option<String>,
    /// Sender as the message says.
    pub from: Mailbox,
    /// Recipients as the message says.
    pub to: Vec<Mailbox>,
    /// Copies as the message says.
    pub cc: Vec<Mailbox>,
    /// Copies that only colleagues know of.
    pub bcc: Vec<Mailbox>,
    /// The side thread that it belongs to, if it does: the customer never sees it.
    pub side: Option<String>,
    /// Its text.
    pub text: String,
    /// Language of the text, when known.
    pub language: Option<String>,
    /// Why a machine is taken to have sent it, if so.
    pub automatic: Option<String>,
    /// What it was, for a call or a visit.
    pub contact: Option<super::contacting::Contact>,
    /// When its writer changed it, if they did.
    #[schema(format = DateTime)]
    pub edited_at: Option<String>,
    /// When words were taken out of it, if they were.
    #[schema(format = DateTime)]
    pub redacted_at: Option<String>,
    /// How its writer feels, a guess about what came in: `negative`, `neutral` or `positive`; null where none was read.
    pub mood: Option<String>,
    /// Whether the mail as it came can be had at `/messages/{id}/raw`.
    pub has_raw: bool,
    /// How far it has come, for what we sent.
    pub delivery: Option<Delivery>,
    /// Its files.
    pub attachments: Vec<Attachment>,
}

/// How far a message of ours has come.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Delivery {
    /// `waiting`, `sending`, `sent`, `failed`, `bounced`, `undone`, `scheduled` or `held`; there may be more one day.
    pub state: String,
    /// Since when.
    #[schema(format = DateTime)]
    pub at: String,
    /// What the other server said last, or why it is held back.
    pub words: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The time that was chosen for it, if one was.
    #[schema(format = DateTime)]
    pub goes_at: Option<String>,
}

/// A file of a message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Attachment {
    /// Names it; its bytes are at `/attachments/{id}`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// As its sender declares it; not to be trusted.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Whether the text shows it in place.
    pub inline: bool,
    /// What it shows, for a picture that stands below a text of yours.
    pub alt: Option<String>,
}

impl From<model::Message> for Message {
    fn from(message: model::Message) -> Self {
        let boxes = |all: Vec<model::Mailbox>| all.into_iter().map(Mailbox::from).collect();
        let author = match &message.author {
            Author::Person(id) => Some(id.to_string()),
            Author::Staff(id) => Some(id.to_string()),
            Author::System => None,
        };
        let file = |file: model::Attachment| Attachment {
            id: file.id.to_string(),
            name: file.name,
            content_type: file.content_type,
            size: file.size,
            inline: file.inline,
            alt: file.alt,
        };
        let delivery = message.delivery.map(|delivery| Delivery {
            state: delivery.state.code().to_owned(),
            at: time(delivery.at),
            words: delivery.words,
            attempts: delivery.attempts,
            goes_at: delivery.later.map(|later| time(later.due)),
        });
        Self {
            id: message.id.to_string(),
            conversation: message.conversation.to_string(),
            kind: MessageKind::code(message.kind).to_owned(),
            at: time(message.at),
            author,
            from: message.from.into(),
            to: boxes(message.to),
            cc: boxes(message.cc),
            bcc: boxes(message.bcc),
            side: message.side.map(|side| side.to_string()),
            text: message.body,
            language: message.language.map(|language| language.code().to_owned()),
            automatic: message.automatic,
            contact: message.contact.map(Into::into),
            edited_at: message.edited_at.map(time),
            redacted_at: message.redacted_at.map(time),
            mood: message.mood.map(|mood| mood.name().to_owned()),
            has_raw: message.raw.is_some(),
            delivery,
            attachments: message.attachments.into_iter().map(file).collect(),
        }
    }
}
