//! Conversations out of a file, for programs of owners: begun, looked after, stopped, and what became of every record.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Actor};
use conversations::{OldOutcome, OldWhy};
use people::api::Caller;
use platform::Platform;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Failure, Line, Moving, MovingId, Refusal, State, Upload, shapes};

/// The part of the API that is ours.
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(show))
        .routes(routes!(stop))
        .routes(routes!(records))
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound => Self::not_found(),
            Failure::Forbidden => base::Forbidden.into(),
            Failure::Refused(refusal) => match refusal {
                Refusal::Begun => Self::refused("begun", "it has begun already"),
                other => Self::field("/text", other.to_string()),
            },
            Failure::Fault(fault) => fault.into(),
        }
    }
}

/// A file of conversations that is taken in.
#[derive(Debug, Serialize, ToSchema)]
struct ConversationImport {
    /// Names it.
    id: String,
    /// What the file is called.
    name: String,
    /// What the other system is called; may be empty.
    source: String,
    /// What the file is: `csv`, `jsonl`, `mbox`.
    format: String,
    /// How far it has come: `waiting`, `running`, `done`, `stopped`.
    state: String,
    /// Hundredths of the file that are done.
    percent: i64,
    /// Conversations that were made.
    made: i64,
    /// Records that joined a conversation that was here.
    joined: i64,
    /// Records of which all was here.
    unchanged: i64,
    /// Records that were refused.
    refused: i64,
    /// When it was brought.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it ended.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
}

impl From<Moving> for ConversationImport {
    fn from(it: Moving) -> Self {
        Self {
            percent: it.percent(),
            id: it.id.to_string(),
            name: it.name,
            source: it.plan.source,
            format: it.shape,
            state: it.state.code().to_owned(),
            made: it.counts.made,
            joined: it.counts.joined,
            unchanged: it.counts.unchanged,
            refused: it.counts.refused,
            created_at: time(it.at),
            ended_at: it.ended_at.map(time),
        }
    }
}

fn moving_id(id: &str) -> Result<MovingId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn shown(p: &Platform, actor: &Actor, id: &MovingId) -> Result<ConversationImport, Problem> {
    Ok(super::load(&mut p.db.read().await?, actor, id).await?.into())
}

/// A file of conversations as a text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "old.csv", "source": "Old desk",
    "text": "number,customer email,at,text\n17,kari@post.example,2024-03-01 10:22,Where is my tent?\n" }))]
struct NewConversationImport {
    /// What the file is called.
    #[schema(max_length = 200)]
    name: String,
    /// What the other system is called; old numbers are those of this system.
    #[serde(default)]
    #[schema(max_length = 40)]
    source: String,
    /// `csv`, `jsonl` or `mbox`. Told by looking when left out.
    format: Option<String>,
    /// The file.
    text: String,
}

/// Takes conversations in from a file
///
/// Begins at once; a job does it. What was taken in before is known again. Nobody is told, and no clock runs.
#[utoipa::path(post, path = "/conversations/imports", tag = "Conversations", operation_id = "import_conversations",
    security(("bearer" = ["admin"])), request_body = NewConversationImport,
    responses((status = 202, description = "It has begun.", body = ConversationImport)))]
async fn create(
    caller: Caller,
    Body(new): Body<NewConversationImport>,
) -> Result<(StatusCode, Json<ConversationImport>), Problem> {
    caller.must(Action::MoveBusiness)?;
    if new.format.as_deref().is_some_and(|code| shapes::named(code).is_none()) {
        return Err(Problem::field("/format", "is not csv, jsonl or mbox"));
    }
    let (p, actor) = (&caller.p, caller.actor());
    let mut upload = Upload::begin(p, &actor, &new.name, &new.source).await?;
    upload.push(new.text.as_bytes()).await?;
    let it = upload.end(new.format.as_deref()).await?;
    let mut tx = p.begin().await?;
    super::start(&mut tx, &actor, &it.id).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(shown(p, &actor, &it.id).await?)))
}

/// Which files.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AskedConversationImports {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists files of conversations
///
/// The newest first.
#[utoipa::path(get, path = "/conversations/imports", tag = "Conversations", operation_id = "list_conversation_imports",
    security(("bearer" = ["admin"])), params(AskedConversationImports),
    responses((status = 200, description = "A page of files.", body = Page<ConversationImport>)))]
async fn list(
    caller: Caller,
    Query(asked): Query<AskedConversationImports>,
) -> Result<Json<Page<ConversationImport>>, Problem> {
    caller.must(Action::MoveBusiness)?;
    let (listing, cursor) = (Listing::new("conversation_imports", &""), Cursor(&caller.p.tokens));
    let before: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let before = before.map(|id| moving_id(&id)).transpose()?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let mut found = super::list(&mut conn, &caller.actor(), before.as_ref(), most + 1).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > most;
    found.truncate(usize::try_from(most).unwrap_or(1));
    let next = found.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.id.to_string()));
    Ok(Json(Page { data: found.into_iter().map(ConversationImport::from).collect(), next }))
}

/// Shows how far a file of conversations has come
#[utoipa::path(get, path = "/conversations/imports/{id}", tag = "Conversations", operation_id = "get_conversation_import",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "mov_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file.", body = ConversationImport)))]
async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<ConversationImport>, Problem> {
    caller.must(Action::MoveBusiness)?;
    Ok(Json(shown(&caller.p, &caller.actor(), &moving_id(&id)?).await?))
}

/// Stops taking a file of conversations in
///
/// What is taken in stays.
#[utoipa::path(post, path = "/conversations/imports/{id}/stop", tag = "Conversations",
    operation_id = "stop_conversation_import", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "mov_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file, which has stopped.", body = ConversationImport)))]
async fn stop(caller: Caller, Path(id): Path<String>) -> Result<Json<ConversationImport>, Problem> {
    caller.must(Action::MoveBusiness)?;
    let (id, actor) = (moving_id(&id)?, caller.actor());
    let mut tx = caller.p.begin().await?;
    let mut it = super::load(&mut tx, &actor, &id).await?;
    super::stop(&mut tx, &actor, &id).await?;
    if it.state == State::Waiting {
        // A file that had not begun is let go of altogether.
        it.state = State::Stopped;
    } else {
        it = super::load(&mut tx, &actor, &id).await?;
    }
    tx.commit().await?;
    Ok(Json(it.into()))
}

/// Which records.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AskedRecords {
    /// Only those that came out so: `made`, `joined`, `unchanged`, `refused`.
    outcome: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A record of a file of conversations.
#[derive(Debug, Serialize, ToSchema)]
struct ImportedRecord {
    /// Which; of a table the row, as table programs number them.
    number: i64,
    /// What became of it: `made`, `joined`, `unchanged`, `refused`.
    outcome: String,
    /// What it was called in the other system.
    old_number: String,
    /// The conversation, if there is one.
    conversation: Option<String>,
    /// What was not taken in.
    remarks: Vec<RecordRemark>,
}

/// Something of a record that was not taken in.
#[derive(Debug, Serialize, ToSchema)]
struct RecordRemark {
    /// Why: `broken`, `no_number`, `no_customer`, `no_date` and others.
    #[schema(value_type = String)]
    why: OldWhy,
    /// The column, the field or the file; empty for the whole record.
    place: String,
}

impl From<Line> for ImportedRecord {
    fn from(line: Line) -> Self {
        Self {
            number: line.number,
            outcome: line.outcome.code().to_owned(),
            old_number: line.old,
            conversation: line.conversation.map(|(id, _)| id.to_string()),
            remarks: line.remarks.into_iter().map(|one| RecordRemark { why: one.why, place: one.place }).collect(),
        }
    }
}

/// Lists what became of the records of a file of conversations
#[utoipa::path(get, path = "/conversations/imports/{id}/records", tag = "Conversations",
    operation_id = "list_imported_records", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "mov_01kyf5b0000000000000000000"), AskedRecords),
    responses((status = 200, description = "A page of records.", body = Page<ImportedRecord>)))]
async fn records(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<AskedRecords>,
) -> Result<Json<Page<ImportedRecord>>, Problem> {
    caller.must(Action::MoveBusiness)?;
    let id = moving_id(&id)?;
    let code = asked.outcome.unwrap_or_default();
    let only = OldOutcome::from_code(&code);
    if only.is_none() && !code.is_empty() {
        return Err(Problem::parameter("outcome", "is not made, joined, unchanged or refused"));
    }
    let about = format!("{id} {code}");
    let (listing, cursor) = (Listing::new("imported_records", &about), Cursor(&caller.p.tokens));
    let after: Option<i64> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let mut found = super::lines(&mut conn, &caller.actor(), &id, (only, after.unwrap_or_default()), most + 1).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > most;
    found.truncate(usize::try_from(most).unwrap_or(1));
    let next = found.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.number));
    Ok(Json(Page { data: found.into_iter().map(ImportedRecord::from).collect(), next }))
}
