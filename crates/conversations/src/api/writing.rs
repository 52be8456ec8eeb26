//! Writing: first, in reply, for colleagues.

use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::{Extension, Json};
use base::Action;
use data_encoding::BASE64;
use people::api::Caller;
use platform::api::{BASE, Body, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::conversation_id;
use super::ending::Became;
use super::messages::whole;
use super::shapes::{self, Conversation, Mailbox, Message};
use crate::commands::{self, NewConversation, NewFile, NewReply};
use crate::http::conversation::Speaking;
use crate::ids::DraftId;
use crate::model::{self, Recipients};
use crate::rules::states::AfterReply;

/// A file to send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// What it is called.
    #[schema(max_length = 1000)]
    pub name: String,
    /// Its type, such as `application/pdf`.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub content_type: String,
    /// Its bytes in Base64; 20 MiB for all files of a message.
    #[schema(content_encoding = "base64")]
    pub content: String,
}

pub(super) fn files(given: Vec<File>) -> Result<Vec<NewFile>, Problem> {
    let read = |(number, file): (usize, File)| {
        let bytes = BASE64.decode(file.content.as_bytes());
        let bytes = bytes.map_err(|_| Problem::field(format!("/files/{number}/content"), "is not Base64"))?;
        let line = |text: &str, most| people::person::clean_line(text, most);
        Ok(NewFile { name: line(&file.name, 200), content_type: line(&file.content_type, 200), bytes })
    };
    given.into_iter().enumerate().map(read).collect()
}

pub(super) fn boxes(given: Vec<Mailbox>) -> Vec<model::Mailbox> {
    given.into_iter().map(Into::into).collect()
}

/// A conversation to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "to": [{ "address": "kari@post.example", "name": "Kari Solheim" }], "subject": "Your order", "text": "It is on its way." }))]
pub(super) struct New {
    /// To whom; the first one is the customer.
    to: Vec<Mailbox>,
    /// Who may read it too.
    #[serde(default)]
    cc: Vec<Mailbox>,
    /// Who may read it too, seen by nobody else.
    #[serde(default)]
    bcc: Vec<Mailbox>,
    /// What it is about.
    #[schema(max_length = 1000)]
    subject: String,
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
    /// Files that go with it.
    #[serde(default)]
    files: Vec<File>,
    /// The mailbox that it leaves by; the usual one when not said.
    mailbox: Option<String>,
    /// The department that it belongs to.
    department: Option<String>,
}

type Created<T> = (StatusCode, [(HeaderName, String); 1], Json<T>);

fn created<T>(path: &str, whole: Json<T>) -> Created<T> {
    (StatusCode::CREATED, [(header::LOCATION, format!("{BASE}{path}"))], whole)
}

/// Writes to a customer first
///
/// Begins a conversation; the customer has the word. The mail leaves after the time in which it can be taken back.
#[utoipa::path(post, path = "/conversations", tag = "Conversations", operation_id = "create_conversation",
    request_body = New, responses((status = 201, description = "The conversation; `Location` is its address here.", body = Conversation)))]
pub(super) async fn create(
    caller: Caller,
    Extension(Speaking(voices)): Extension<Speaking>,
    Body(new): Body<New>,
) -> Result<Created<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    if new.mailbox.is_some() {
        let known = voices.all(&mut caller.p.db.read().await?).await?;
        if !known.iter().any(|voice| voice.mailbox == new.mailbox) {
            return Err(Problem::field("/mailbox", "is not the id of a mailbox"));
        }
    }
    let department = new.department.as_deref().map(str::parse).transpose();
    let department = department.map_err(|_| Problem::field("/department", "is not the id of a department"))?;
    let new = NewConversation {
        recipients: Recipients { to: boxes(new.to), cc: boxes(new.cc), bcc: boxes(new.bcc) },
        subject: new.subject,
        body: new.text,
        files: files(new.files)?,
        mailbox: new.mailbox,
        department,
        also: model::Also::default(),
    };
    let (id, _) = commands::begin(&caller.p, &caller.actor(), new).await?;
    Ok(created(&format!("/conversations/{id}"), shapes::after(&caller, &id).await?))
}

/// What becomes of the conversation after a reply.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Then {
    /// The customer has the word.
    #[default]
    Wait,
    /// We go on.
    StayOpen,
    /// It is solved.
    Solve,
}

impl From<Then> for AfterReply {
    fn from(then: Then) -> Self {
        match then {
            Then::Wait => Self::Wait,
            Then::StayOpen => Self::StayOpen,
            Then::Solve => Self::Solve,
        }
    }
}

/// A reply.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "It is on its way.", "then": "wait" }))]
pub(super) struct Reply {
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
    /// What becomes of the conversation.
    #[serde(default)]
    #[schema(inline)]
    then: Then,
    /// To whom, the customer among them; the customer alone when nobody is named.
    #[serde(default)]
    to: Vec<Mailbox>,
    /// Who may read it too.
    #[serde(default)]
    cc: Vec<Mailbox>,
    /// Who may read it too, seen by nobody else.
    #[serde(default)]
    bcc: Vec<Mailbox>,
    /// Files that go with it.
    #[serde(default)]
    files: Vec<File>,
    /// The newest message that you know; when something newer came in, the reply is refused.
    seen: Option<String>,
    /// The shared draft that this reply is: it is shared no more then. Its files go along, and its acts are done.
    #[schema(inline)]
    draft: Option<SentDraft>,
    /// What became of the matter, where the reply solves it; needed where its department wants to know.
    #[serde(default)]
    #[schema(inline)]
    outcome: Option<Became>,
    /// Whether what began as the answer of another case answers what this customer asks; without it such a draft is
    /// refused (`like_unread`).
    #[serde(default)]
    like_read: bool,
    /// Also solves it while a child, something to be done or a promise is open.
    #[serde(default)]
    anyway: bool,
}

/// A shared draft that is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SentDraft {
    /// Which.
    id: String,
    /// The version that you know; when it was changed since, the reply is refused.
    version: i64,
}

/// Replies to the customer
///
/// The mail leaves after the time in which it can be taken back.
#[utoipa::path(post, path = "/conversations/{id}/replies", tag = "Conversations", operation_id = "reply",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Reply, responses((status = 201, description = "The reply; `Location` is its address here.", body = Message)))]
pub(super) async fn reply(
    caller: Caller,
    Path(id): Path<String>,
    Body(reply): Body<Reply>,
) -> Result<Created<Message>, Problem> {
    caller.must(Action::WorkConversations)?;
    let recipients = Recipients { to: boxes(reply.to), cc: boxes(reply.cc), bcc: boxes(reply.bcc) };
    let named = recipients.all().next().is_some();
    let seen = reply.seen.map(|id| id.parse()).transpose();
    // What rides with the words of a shared draft goes with them, whoever sends it.
    let mut rides = model::DraftText::default();
    let draft = match reply.draft {
        Some(it) => {
            let id: DraftId =
                it.id.parse().map_err(|_| Problem::field("/draft/id", "is not the id of a shared draft"))?;
            if let Ok(shared) = super::drafts::found(&caller, &id).await {
                rides = shared.text;
            }
            Some((id, it.version, false))
        }
        None => None,
    };
    let new = NewReply {
        body: reply.text,
        then: reply.then.into(),
        recipients: named.then_some(recipients),
        files: files(reply.files)?,
        keep: rides.keep,
        seen: seen.map_err(|_| Problem::field("/seen", "is not the id of a message"))?,
        later: None,
        also: rides.also,
        like: None,
        like_read: reply.like_read,
        draft,
        promises: model::PromiseChoices::default(),
        jars: Vec::new(),
        outcome: reply.outcome.map(|one| model::Stated { ending: one.into(), known: None }),
        anyway: reply.anyway,
    };
    let message = commands::reply(&caller.p, &caller.actor(), &conversation_id(&id)?, new).await?;
    Ok(created(&format!("/messages/{message}"), whole(&caller, &message).await?))
}

/// A note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "Called the workshop; they are done on Friday." }))]
pub(super) struct Note {
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
}

/// Writes a note that only colleagues see
#[utoipa::path(post, path = "/conversations/{id}/notes", tag = "Conversations", operation_id = "note",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Note, responses((status = 201, description = "The note; `Location` is its address here.", body = Message)))]
pub(super) async fn note(
    caller: Caller,
    Path(id): Path<String>,
    Body(note): Body<Note>,
) -> Result<Created<Message>, Problem> {
    caller.must(Action::NoteConversations)?;
    let message = commands::note(&caller.p, &caller.actor(), &conversation_id(&id)?, &note.text).await?;
    Ok(created(&format!("/messages/{message}"), whole(&caller, &message).await?))
}
