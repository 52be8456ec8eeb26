//! Side threads: what is written with others about a conversation, without its customer.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use people::api::Caller;
use platform::api::{BASE, Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::messages::whole;
use super::shapes::{Mailbox, Message};
use super::writing::{File, boxes, files};
use super::{at, conversation_id};
use crate::commands::{self, SideMessage};
use crate::ids::{AttachmentId, SideId};
use crate::model::{self, Recipients};
use crate::{queries, store};

/// A side thread. Its messages are those of the conversation that name it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SideThread {
    /// Names it.
    id: String,
    /// The conversation that it belongs to.
    conversation: String,
    /// What it is about.
    title: String,
    /// Whether it is open.
    open: bool,
    /// When it began.
    #[schema(format = DateTime)]
    begun_at: String,
    /// Who began it.
    begun_by: String,
    /// With whom it is.
    with: Vec<Mailbox>,
    /// By what its other title is taken back, after one was given; see `undo`.
    step: Option<String>,
}

impl From<model::Side> for SideThread {
    fn from(side: model::Side) -> Self {
        Self {
            id: side.id.to_string(),
            conversation: side.conversation.to_string(),
            title: side.title,
            open: side.closed_at.is_none(),
            begun_at: time(side.begun_at),
            begun_by: side.begun_by.to_string(),
            with: side.correspondents.into_iter().map(Mailbox::from).collect(),
            step: None,
        }
    }
}

/// What is written in a side thread.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "Do you have two of them?", "wait": true }))]
pub(super) struct SideText {
    /// To whom; all that it is with when nobody is named.
    #[serde(default)]
    to: Vec<Mailbox>,
    /// Who may read it too.
    #[serde(default)]
    cc: Vec<Mailbox>,
    /// Who may read it too, seen by nobody else.
    #[serde(default)]
    bcc: Vec<Mailbox>,
    /// The text.
    #[schema(max_length = 100_000)]
    text: String,
    /// Files that go with it.
    #[serde(default)]
    files: Vec<File>,
    /// Files of the conversation that go along, by id.
    #[serde(default)]
    keep: Vec<String>,
    /// Whether the conversation waits for others from now on.
    #[serde(default)]
    wait: bool,
}

/// A side thread about to begin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "Two harnesses", "message": { "to": [{ "address": "parts@workshop.example", "name": "Workshop" }], "text": "Do you have two of them?" } }))]
pub(super) struct NewSideThread {
    /// What it is about: the subject of its mails.
    #[schema(min_length = 1, max_length = 1000)]
    title: String,
    /// What is written first; it names to whom.
    message: SideText,
}

/// What becomes of a side thread.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "open": false }))]
pub(super) struct SideWish {
    /// Whether it is open; as it is without.
    open: Option<bool>,
    /// What it is about; as it is without.
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
}

impl SideText {
    fn read(self, pointer: &str) -> Result<SideMessage, Problem> {
        let recipients = Recipients { to: boxes(self.to), cc: boxes(self.cc), bcc: boxes(self.bcc) };
        let named = recipients.all().next().is_some();
        let keep = self.keep.iter().map(|id| id.parse::<AttachmentId>()).collect::<Result<Vec<_>, _>>();
        Ok(SideMessage {
            recipients: named.then_some(recipients),
            body: self.text,
            files: files(self.files)?,
            keep: keep.map_err(|_| Problem::field(format!("{pointer}/keep"), "names something that is no file"))?,
            wait: self.wait,
        })
    }
}

fn side_id(text: &str) -> Result<SideId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

type Created<T> = (StatusCode, [(HeaderName, String); 1], Json<T>);

async fn one(caller: &Caller, id: &SideId) -> Result<Json<SideThread>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let side = store::find_side(&mut caller.p.db.read().await?, &scope, id).await?;
    Ok(Json(side.ok_or_else(Problem::not_found)?.into()))
}

/// Lists the side threads of a conversation
#[utoipa::path(get, path = "/conversations/{id}/sides", tag = "Conversations", operation_id = "list_side_threads",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Its side threads, the oldest first.", body = Page<SideThread>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<SideThread>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let data = store::sides_of(&mut conn, &id).await?.into_iter().map(SideThread::from).collect();
    Ok(Json(Page { data, next: None }))
}

/// Begins a side thread
///
/// Writes to somebody else about a conversation, without its customer. Their answers come back into it. The mail leaves
/// after the time in which it can be taken back.
#[utoipa::path(post, path = "/conversations/{id}/sides", tag = "Conversations", operation_id = "begin_side_thread",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewSideThread, responses((status = 201, description = "The side thread; `Location` is its address here.", body = SideThread)))]
pub(super) async fn begin(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewSideThread>,
) -> Result<Created<SideThread>, Problem> {
    caller.must(Action::WorkConversations)?;
    let message = new.message.read("/message")?;
    let id = conversation_id(&id)?;
    let (side, _) = commands::begin_side(&caller.p, &caller.actor(), &id, &new.title, message).await?;
    let location = [(header::LOCATION, format!("{BASE}/sides/{side}"))];
    Ok((StatusCode::CREATED, location, one(&caller, &side).await?))
}

/// Shows a side thread
#[utoipa::path(get, path = "/sides/{id}", tag = "Conversations", operation_id = "get_side_thread",
    params(("id" = String, Path, description = "The side thread.", example = "sid_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The side thread.", body = SideThread)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<SideThread>, Problem> {
    one(&caller, &side_id(&id)?).await
}

/// Closes a side thread, opens it again, or gives it another title
///
/// Its mails bear the title from then on.
#[utoipa::path(patch, path = "/sides/{id}", tag = "Conversations", operation_id = "change_side_thread",
    params(("id" = String, Path, description = "The side thread.", example = "sid_01kyf5b0000000000000000000")),
    request_body = SideWish, responses((status = 200, description = "The side thread as it is now.", body = SideThread)))]
pub(super) async fn change(
    caller: Caller,
    Path(id): Path<String>,
    Body(wish): Body<SideWish>,
) -> Result<Json<SideThread>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = side_id(&id)?;
    let mut taken_back_by = None;
    if let Some(title) = &wish.title {
        let changed = commands::change_side_subject(&caller.p, &caller.actor(), &id, title).await;
        taken_back_by = changed.map_err(|error| at("/title", error))?.1;
    }
    if let Some(open) = wish.open {
        commands::close_side(&caller.p, &caller.actor(), &id, open).await?;
    }
    let Json(now) = one(&caller, &id).await?;
    Ok(Json(SideThread { step: taken_back_by.map(|step| step.to_string()), ..now }))
}

/// Writes on in a side thread
///
/// The mail leaves after the time in which it can be taken back.
#[utoipa::path(post, path = "/sides/{id}/messages", tag = "Conversations", operation_id = "write_side_thread",
    params(("id" = String, Path, description = "The side thread.", example = "sid_01kyf5b0000000000000000000")),
    request_body = SideText, responses((status = 201, description = "The message; `Location` is its address here.", body = Message)))]
pub(super) async fn write(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<SideText>,
) -> Result<Created<Message>, Problem> {
    caller.must(Action::WorkConversations)?;
    let new = new.read("")?;
    let message = commands::write_side(&caller.p, &caller.actor(), &side_id(&id)?, new).await?;
    let location = [(header::LOCATION, format!("{BASE}/messages/{message}"))];
    Ok((StatusCode::CREATED, location, whole(&caller, &message).await?))
}
